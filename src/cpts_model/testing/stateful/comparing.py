"""Registers compared: with what a book says, with one another, and with themselves earlier."""

from datetime import date
from random import Random

import attrs

from cpts_model.facts.memberships import Membership
from cpts_model.register.change import Change
from cpts_model.register.register import Register
from cpts_model.testing.stateful.setting import DAYS, SAMPLED
from cpts_model.testing.stateful.stores import Answer

Rolls = dict[str, frozenset[Membership]]
"""Who is in each structure on a day."""


def agree(store: object, book: object, what: str) -> None:
    """Refuse a store that tells something else than the book."""
    assert store == book, f"{what}: the book says {book}, the store says {store}"


def rolls_of(register: Register, day: date) -> Rolls:
    """Who is in each structure on a day, as the register says."""
    return {structure.id: frozenset(register.members_of(structure.id, on=day)) for structure in register}


def names_in(rolls: Rolls) -> dict[str, list[str]]:
    """The ids alone, of the structures where there is somebody."""
    return {where: sorted(one.member.id for one in roll) for where, roll in rolls.items() if roll}


def same_register(one: Register, other: Register, what: str) -> None:
    """Refuse two registers that can be told apart: by comparing them, or by asking."""
    for where in [structure.id for structure in other]:
        assert where in one, f"{what} holds no structure {where}"
        kept, expected = one.structure(where).members, other.structure(where).members
        as_it_was = Register([one.structure(where)]) == Register([other.structure(where)])
        assert as_it_was, f"{what} is not what it was to be: {where} has {kept}, and not {expected}"
    assert one == other, f"{what} is not what it was to be: {one!r}, and not {other!r}"
    assert hash(one) == hash(other)
    assert one.member_ids == other.member_ids
    for who in one.member_ids:
        held, expected_ones = one.history(who), other.history(who)
        assert [(stay.structure.id, stay.membership) for stay in held] == [
            (stay.structure.id, stay.membership) for stay in expected_ones
        ], f"{what} tells another history of {who}"
        assert one.died_on(who) == other.died_on(who)
    for day in DAYS:
        assert rolls_of(one, day) == rolls_of(other, day), f"{what} tells other members on {day}"


def shuffled(register: Register, seed: int) -> Register:
    """The same structures and memberships, told in another order."""
    random = Random(seed)
    structures = [
        attrs.evolve(structure, members=tuple(random.sample(structure.members, len(structure.members))))
        for structure in register
        if isinstance(structure.members, tuple)
    ]
    random.shuffle(structures)
    return Register(structures)


class Before:
    """A register as it stands before an event, and what it says of every day."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.rolls = {day: rolls_of(register, day) for day in SAMPLED}

    def still_says_the_same(self, day: date) -> None:
        """Refuse a store that changed it: it is a value."""
        now = names_in(rolls_of(self.register, day))
        then = names_in(self.rolls[day])
        assert now == then, f"a register given back earlier said {then} of {day}, and now says {now}"


def is_done(answer: Answer) -> bool:
    """Whether an event was done."""
    return answer.done if isinstance(answer, Change) else answer


def reasons(answer: Answer) -> str:
    """Why an event was not done, as far as it is told."""
    if not isinstance(answer, Change):
        return "without a reason"
    return ", ".join(verdict.rule.id for verdict in answer.obstacles) or "without a reason"
