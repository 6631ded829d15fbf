"""A machine that tells a register events at random, beside a plain book of who was a member on which day.

Whoever keeps memberships (in memory, in a file, in a database) can be tested against it::

    TestMyStore = machine_for(MyStore.opened).TestCase
"""

from collections.abc import Callable
from datetime import date
from typing import ClassVar, Literal, cast, overload

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.checks import BadFact
from cpts_model.facts.memberships import EndCause
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.structures import Structure
from cpts_model.register.change import Reorganisation
from cpts_model.register.errors import UnknownMember
from cpts_model.register.register import Register
from cpts_model.testing.stateful.book import Stay, told_by
from cpts_model.testing.stateful.comparing import (
    Before,
    agree,
    is_done,
    same_register,
    shuffled,
)
from cpts_model.testing.stateful.setting import (
    DAYS,
    KINDS,
    MOST_STRUCTURES,
    PEOPLE,
    SAMPLED,
    first_structures,
)
from cpts_model.testing.stateful.stores import Answer, MemoryStore, ReorganisingStore, Store
from cpts_model.testing.stateful.witness import Witness

__all__ = [
    "MemoryStore",
    "RegisterMachine",
    "ReorganisingStore",
    "Store",
    "first_structures",
    "machine_for",
]

_who = st.sampled_from(sorted(PEOPLE))
_days = st.sampled_from(DAYS)
_numbers = st.integers(0, MOST_STRUCTURES - 1)
_some = st.sets(_who)
_MOST_STEPS = 25
"""Enough for people to join, leave and die in several places; longer examples find little more."""
_consents = st.sampled_from([True, True, True, False, None])
"""``None`` stands for what nobody told."""


class RegisterMachine(Witness):
    """Events on random days, told in any order, to a store and to a book; made by :func:`machine_for`.

    What holds after each of them:

    1. The store tells the memberships that the book tells: whose, where, from which day, up to which, why.
    2. ``members_of``, ``memberships_of`` and ``structures_of`` agree with the book on every day, and with
       each other; nobody is a member twice on one day, or without having consented.
    3. What is refused, or raises, changes nothing; a refusal says why.
    4. An event changes neither the days before it nor the structures that it does not touch.
    5. A register that was given back earlier still says what it said.
    6. Two events that concern different people can be told in either order.
    7. The order in which structures and memberships are told makes no difference.
    8. What is kept is the same tomorrow, when the store is opened again.
    """

    reorganises: ClassVar[bool] = True
    """Whether the store is asked to merge and to split."""

    # --- Where and when

    def _place(self, number: int) -> str:
        ids = [structure.id for structure in self.store.register]
        return ids[number % len(ids)]

    def _new(self, number: int) -> Structure:
        kind = KINDS[number % len(KINDS)]
        return kind(id=f"s{len(self.store.register) + number % 2 * 100}", members=())

    def _known(self, at: int) -> tuple[str, str]:
        """Somebody and a structure they had to do with."""
        told = sorted(self.book.stays)
        return told[at % len(told)]

    # --- Joining

    @rule(who=_who, number=_numbers, on=_days, until=st.none() | _days, consented=_consents)
    def admit_on_terms(
        self, who: str, number: int, on: date, until: date | None, consented: bool | None
    ) -> None:
        """Somebody joins, with or without consent, perhaps up to a day."""
        self._admit(who, number, on, until, consented)

    def _admit(self, who: str, number: int, on: date, until: date | None, consented: bool | None) -> None:
        if who in self.book.died_outside:
            return
        where, before = self._place(number), Before(self.store.register)
        end = until if until is not None and until > on else None
        told = UNKNOWN if consented is None else consented

        def event() -> Answer:
            return self.store.admit(PEOPLE[who], where, on=on, consented=told, left_on=end)

        died, stays = self.book.died_on(who), self.book.of(who, where)
        if died is not None and on < died and (end is None or end > died):
            possible = consented is True and not any(stay.shares_a_day(on, end) for stay in stays)
            self.raises(BadFact, event, before, f"{who} died on {died}", or_refuses=not possible)
            return
        answer = event()
        if consented is not True:
            self.refused(answer, before, "nobody told that they consented")
        elif died is not None and died <= on:
            self.refused(answer, before, f"{who} died on {died}")
        elif any(stay.shares_a_day(on, end) for stay in stays):
            self.refused(answer, before, f"{who} is a member of {where} {self.book.told(who, where)}")
        elif any(stay.end is None or stay.end > on for stay in stays) and not is_done(answer):
            self.refused(answer, before, "it was told before a membership to come")
        else:
            change = self.done(answer, before, on, {where})
            if change is not None:
                agree([one.member.id for one in change.memberships], [who], "who is told to have joined")
            self.book.write(who, where, Stay(on, end))

    @rule(some=_some, number=_numbers, on=_days)
    def several_join(self, some: set[str], number: int, on: date) -> None:
        """Several join together."""
        for who in sorted(some):
            self._admit(who, number, on, None, True)

    @rule(who=_who, number=_numbers, on=_days)
    def ask_whether_one_can_join(self, who: str, number: int, on: date) -> None:
        """Asking changes nothing, and foretells what comes."""
        before = Before(self.store.register)
        where = self._place(number)
        died = self.book.died_on(who)
        if died is not None and on < died:
            return
        told = before.register.can_join(PEOPLE[who], where, on=on, consented=True)
        assert before.register.admit(PEOPLE[who], where, on=on, consented=True).assessment == told
        self.unchanged(before)

    # --- Leaving

    def _leave(self, who: str, where: str, on: date, event: Callable[[], Answer], cause: EndCause) -> None:
        before = Before(self.store.register)
        stays = self.book.of(who, where)
        if not stays:
            self.raises(UnknownMember, event, before, f"{who} never was a member of {where}")
            return
        answer = event()
        running = [stay for stay in stays if stay.holds(on)]
        if not running:
            self.refused(answer, before, f"on {on} {who} is no member of {where}")
            return
        change = self.done(answer, before, on, {where})
        if change is not None:
            agree([one.membership.end_cause for one in change.memberships], [cause], "why it is told to end")
        running[0].cut(on, cause)

    def _a_day(self, who: str, where: str, on: date | None) -> date:
        """That day; or else the one on which they last joined."""
        return on or self.book.of(who, where)[-1].first

    @precondition(lambda self: bool(self.book.stays))
    @rule(at=st.integers(0, 99), day=st.none() | _days)
    def a_member_withdraws(self, at: int, day: date | None) -> None:
        """Somebody who had to do with a structure leaves it."""
        who, where = self._known(at)
        on = self._a_day(who, where, day)
        self._leave(who, where, on, lambda: self.store.withdraw(who, where, on=on), EndCause.RESIGNATION)

    @precondition(lambda self: bool(self.book.stays))
    @rule(at=st.integers(0, 99), day=st.none() | _days, heard=st.booleans())
    def a_member_is_excluded(self, at: int, day: date | None, heard: bool) -> None:
        """Somebody who had to do with a structure is excluded."""
        who, where = self._known(at)
        on = self._a_day(who, where, day)
        self._leave(
            who, where, on, lambda: self.store.exclude(who, where, on=on, heard=heard), EndCause.EXCLUSION
        )

    @rule(who=_who, number=_numbers, on=_days)
    def anybody_withdraws(self, who: str, number: int, on: date) -> None:
        """Somebody leaves, who perhaps never joined."""
        where = self._place(number)
        self._leave(who, where, on, lambda: self.store.withdraw(who, where, on=on), EndCause.RESIGNATION)

    @rule(who=_who, on=_days)
    def die(self, who: str, on: date) -> None:
        """Somebody dies, who perhaps never joined, or is an organisation."""
        before = Before(self.store.register)

        def event() -> Answer:
            return self.store.record_death(who, on=on)

        if not self.book.ever(who):
            self.raises(UnknownMember, event, before, f"{who} never was a member of anything")
        elif isinstance(PEOPLE[who], Organisation):
            self.raises(BadFact, event, before, f"{who} is an organisation")
        else:
            answer = event()
            self.done(answer, before, on, self.book.die(who, on))

    # --- Reorganising

    def _may_reorganise(self) -> bool:
        return self.reorganises and bool(self.book.stays) and len(self.store.register) < MOST_STRUCTURES

    @precondition(_may_reorganise)
    @rule(first=_numbers, second=_numbers, on=_days, consents=_some)
    def merge(self, first: int, second: int, on: date, consents: set[str]) -> None:
        """Structures merge; some consent to the new one."""
        before = Before(self.store.register)
        old, into = [self._known(first)[1], self._known(second)[1]], self._new(first)
        store = cast(ReorganisingStore, self.store)
        done = store.merge(old, into, on=on, consents=consents)
        self._reorganised(done, before, on, set(old), dict.fromkeys(consents, into.id))

    @precondition(_may_reorganise)
    @rule(number=_numbers, on=_days, north=_some, south=_some)
    def split(self, number: int, on: date, north: set[str], south: set[str]) -> None:
        """A structure splits; some consent to one of the new ones."""
        before = Before(self.store.register)
        old, into = self._known(number)[1], [self._new(0), self._new(1)]
        consents = dict.fromkeys(north, into[0].id) | dict.fromkeys(south, into[1].id)
        store = cast(ReorganisingStore, self.store)
        done = store.split(old, into, on=on, consents=consents)
        self._reorganised(done, before, on, {old}, consents)

    def _reorganised(
        self, done: Reorganisation | None, before: Before, on: date, old: set[str], joins: dict[str, str]
    ) -> None:
        moved = self.book.reorganise(old, joins, on)
        if done is not None:
            same_register(done.register, self.store.register, "the register of a reorganisation")
            carried = {one.member.id for change in done.carried for one in change.memberships}
            agree(carried, moved, "who is told to be carried over")
            left = {one.member.id for one in done.left_behind}
            assert not left & joins.keys(), (
                f"they consented, and are told to be left behind: {left & joins.keys()}"
            )
        self.changed(before, on, old)

    # --- What holds whenever one looks

    @rule(one=st.tuples(_who, _numbers, _days), other=st.tuples(_who, _numbers, _days), leaving=st.booleans())
    def the_order_of_two_people_does_not_matter(
        self, one: tuple[str, int, date], other: tuple[str, int, date], leaving: bool
    ) -> None:
        """Two people who join, or one of whom leaves: whoever is told first."""
        if one[0] == other[0]:
            return
        start = self.store.register

        def joins(register: Register, told: tuple[str, int, date]) -> Register:
            who, number, on = told
            if self.book.died_on(who) is not None:
                return register
            return register.admit(PEOPLE[who], self._place(number), on=on, consented=True).register

        def then(register: Register, told: tuple[str, int, date]) -> Register:
            who, number, on = told
            where = self._place(number)
            if leaving and self.book.of(who, where):
                return register.withdraw(who, where, on=on).register
            return joins(register, told)

        same_register(then(joins(start, one), other), joins(then(start, other), one), "the other order")

    @rule(seed=st.integers(0, 99))
    def the_order_of_telling_does_not_matter(self, seed: int) -> None:
        """The same structures and memberships, in another order."""
        register = self.store.register
        same_register(shuffled(register, seed), register, "the same, told in another order")

    @rule()
    def save_and_load(self) -> None:
        """Whoever opens the store tomorrow finds the same."""
        before = Before(self.store.register)
        self.store = self.store.reopened()
        self.unchanged(before)
        agree(
            [structure.id for structure in self.store.register],
            [structure.id for structure in before.register],
            "the structures of the store that was opened again",
        )

    @invariant()
    def the_store_says_what_the_book_says(self) -> None:
        """Whose memberships there are, where, from when, up to when, and why they ended."""
        register = self.store.register
        agree(set(register.member_ids), {who for (who, _) in self.book.stays}, "who ever was a member")
        for who in PEOPLE:
            held = register.history(who)
            for structure in register:
                kept = told_by(one.membership for one in held if one.structure.id == structure.id)
                agree(kept, self.book.told(who, structure.id), f"memberships of {who} in {structure.id}")
            agree(register.died_on(who), self.book.died_on(who), f"the day on which {who} died")

    @invariant()
    def the_three_questions_agree(self) -> None:
        """Who is in a structure, what somebody belongs to, the structures of somebody."""
        register = self.store.register
        for day in SAMPLED:
            for structure in register:
                roll = register.members_of(structure.id, on=day)
                there = f"in {structure.id} on {day}"
                assert roll.settled, f"who is a member {there} is left open: tell the days and partner=False"
                inside = sorted(one.member.id for one in roll)
                agree(inside, sorted(self.book.inside(structure.id, day)), f"members {there}")
                for one in roll:
                    assert one.consented is True, f"{one.member.id} is a member {there} without consent"
            for who in PEOPLE:
                places = self.book.places(who, day)
                held = {one.structure.id for one in register.memberships_of(who, on=day)}
                agree(held, places, f"memberships of {who} on {day}")
                found = {structure.id for structure in register.structures_of(who, on=day)}
                agree(found, places, f"structures of {who} on {day}")

    @invariant()
    def old_registers_stay_as_they_were(self) -> None:
        """A register that was given back is a value."""
        for before, day in self.old:
            before.still_says_the_same(day)


@overload
def machine_for(opened: Callable[[tuple[Structure, ...]], ReorganisingStore]) -> type[RegisterMachine]: ...


@overload
def machine_for(
    opened: Callable[[tuple[Structure, ...]], Store], *, reorganises: Literal[False]
) -> type[RegisterMachine]: ...


def machine_for(
    opened: Callable[[tuple[Structure, ...]], Store], *, reorganises: bool = True
) -> type[RegisterMachine]:
    """The machine, on stores opened so.

    ``opened`` is called once for each example, on :func:`first_structures`, which have no
    members: it gives back a store that holds these structures and nothing else.
    ``reorganises=False`` is for stores that can neither merge nor split structures.

    Its ``TestCase`` is what pytest collects; ``TestCase.settings`` are those of Hypothesis: the
    number of examples of your profile, of 25 events at most, and one fault told at a time. With
    100 examples, a store without faults costs 20 seconds of processor time when it is in memory, and
    up to minutes when it is slower. Fewer examples are cheaper::

        TestMyStore = machine_for(MyStore.opened).TestCase
        TestMyStore.settings = settings(TestMyStore.settings, max_examples=20)
    """

    class Machine(RegisterMachine):
        def __init__(self) -> None:
            super().__init__(opened)

    Machine.reorganises = reorganises
    usual = Machine.TestCase.settings
    Machine.TestCase.settings = settings(
        usual,
        deadline=None,
        report_multiple_bugs=False,
        stateful_step_count=min(usual.stateful_step_count, _MOST_STEPS),
    )
    return Machine
