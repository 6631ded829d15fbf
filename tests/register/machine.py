"""A machine that keeps a register at random, against a plain book of who was a member on which day.

Whoever keeps registers (in memory, in a file, in a database) can be tested against it: give
:func:`machine_for` a function that opens such a store on some structures.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any, Protocol

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from cpts_model import (
    CDS,
    CPTS,
    ESP,
    ESS,
    MSP,
    SISA,
    UNKNOWN,
    BadFact,
    Change,
    EndCause,
    Organisation,
    Person,
    Profession,
    Professional,
    Register,
    Reorganisation,
    Structure,
    UnknownMember,
)

Member = Professional | Person | Organisation


class Store(Protocol):
    """What keeps a register, as far as the machine asks it."""

    @property
    def register(self) -> Register:
        """The register as it is now."""
        ...

    def admit(
        self, candidate: Member, structure_id: str, *, on: date, consented: Any, **terms: Any
    ) -> Change: ...

    def withdraw(self, member_id: str, structure_id: str, *, on: date) -> Change: ...

    def exclude(self, member_id: str, structure_id: str, *, on: date, heard: bool) -> Change: ...

    def record_death(self, member_id: str, *, on: date) -> Change: ...

    def merge(
        self, structure_ids: Iterable[str], into: Structure, *, on: date, consents: Iterable[str]
    ) -> Reorganisation: ...

    def split(
        self, structure_id: str, into: Iterable[Structure], *, on: date, consents: Mapping[str, str]
    ) -> Reorganisation: ...

    def reopened(self) -> "Store":
        """The same store, as somebody finds it who opens it tomorrow."""
        ...

    def closed(self) -> None:
        """Nobody will use it any more."""
        ...


FIRST = date(2022, 1, 1)
DAYS = [FIRST + timedelta(days=step) for step in (0, 1, 2, 30, 31, 364, 365, 366, 730, 731, 1000, 1001, 1500)]
"""Few enough for events to fall on one day, or on two that follow each other."""
SAMPLED = sorted({day + timedelta(days=shift) for day in DAYS for shift in (-1, 0)})

PEOPLE: dict[str, Member] = {
    who.id: who
    for who in (
        Professional(id="agathe", professions=(Profession.MEDECIN,), savoir_faire=("SM54",)),
        Professional(id="basile", professions=(Profession.INFIRMIER,)),
        Professional(id="cleo", professions=(Profession.MASSEUR_KINESITHERAPEUTE,)),
        Professional(id="denis"),
        Person(id="edmee"),
        Organisation(id="hopital"),
    )
}
NATURAL = [who for who in PEOPLE if who != "hopital"]
KINDS: tuple[type[Any], ...] = (CPTS, CPTS, ESP, ESS, MSP, CDS, SISA)
MOST_STRUCTURES = 12


def first_structures() -> tuple[Structure, ...]:
    """One structure of each kind, and a second CPTS."""
    return tuple(kind(id=f"s{number}", members=()) for number, kind in enumerate(KINDS))


@attrs.define
class Stay:
    """Days in a row: from the first one, up to the end and without it."""

    first: date
    end: date | None
    died: bool = False

    def holds(self, day: date) -> bool:
        return self.first <= day and (self.end is None or day < self.end)

    def reaches(self, day: date) -> bool:
        """Whether it has days on or after a day."""
        return self.end is None or self.end > max(day, self.first)

    def lasts_longer_than(self, other: "Stay") -> bool:
        return other.end is not None and (self.end is None or self.end > other.end)

    def cut(self, day: date) -> None:
        self.end = day
        self.first = min(self.first, day)


@attrs.define
class Book:
    """What a patient secretary would write down: names, places and days."""

    stays: dict[tuple[str, str], list[Stay]] = attrs.field(factory=dict)

    def of(self, who: str, where: str) -> list[Stay]:
        return self.stays.get((who, where), [])

    def ever(self, who: str) -> list[Stay]:
        return [stay for (name, _), stays in self.stays.items() if name == who for stay in stays]

    def inside(self, where: str, day: date) -> set[str]:
        return {
            who
            for (who, place), stays in self.stays.items()
            if place == where and any(stay.holds(day) for stay in stays)
        }

    def places(self, who: str, day: date) -> set[str]:
        return {
            place
            for (name, place), stays in self.stays.items()
            if name == who and any(stay.holds(day) for stay in stays)
        }

    def write(self, who: str, where: str, first: date, end: date | None, died: bool = False) -> None:
        self.stays.setdefault((who, where), []).append(Stay(first, end, died))

    def died_on(self, who: str) -> date | None:
        return min((stay.end for stay in self.ever(who) if stay.died and stay.end), default=None)

    def days(self, who: str, where: str) -> set[tuple[date, date | None]]:
        """The stays that last a day at least."""
        return {(stay.first, stay.end) for stay in self.of(who, where) if stay.end != stay.first}


def answers(register: Register, day: date) -> dict[str, frozenset[Any]]:
    """Who is in each structure on a day, as the register says."""
    return {structure.id: frozenset(register.members_of(structure.id, on=day)) for structure in register}


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


days = st.sampled_from(DAYS)
who_s = st.sampled_from(sorted(PEOPLE))
numbers = st.integers(0, MOST_STRUCTURES - 1)
some_of_them = st.sets(who_s)
consents = st.sampled_from([True, True, True, False, None])
"""``None`` stands for what nobody told."""


class RegisterMachine(RuleBasedStateMachine):
    """Events on random days, in any order, and what must hold after each."""

    def __init__(self, opened: Callable[[tuple[Structure, ...]], Store]) -> None:
        super().__init__()
        self.store = opened(first_structures())
        self.book = Book()
        self.old: list[tuple[Register, date, dict[str, frozenset[Any]]]] = []

    def teardown(self) -> None:
        self.store.closed()

    # --- Where and when

    def place(self, number: int) -> str:
        ids = [structure.id for structure in self.store.register]
        return ids[number % len(ids)]

    def new(self, number: int) -> Structure:
        kind = KINDS[number % len(KINDS)]
        return kind(id=f"s{len(self.store.register) + number % 2 * 100}", members=())

    def changed(self, before: Register, on: date, touched: set[str]) -> None:
        """The days before an event, and the structures it does not touch, are as they were."""
        after = self.store.register
        for structure in before:
            if structure.id not in touched:
                assert after.structure(structure.id) == structure
        for day in SAMPLED:
            if day < on:
                found = answers(after, day)
                for structure_id, members in answers(before, day).items():
                    assert {one.member.id for one in found[structure_id]} == {
                        one.member.id for one in members
                    }
        self.old = [*self.old[-2:], (before, on, answers(before, on))]

    def refused(self, change: Change, before: Register) -> None:
        assert not change.done
        assert change.memberships == ()
        assert change.obstacles, "a refusal says why"
        assert change.register == before
        assert self.store.register == before

    # --- Joining

    @rule(who=who_s, number=numbers, on=days, until=st.none() | days, consented=consents)
    def admit_on_terms(
        self, who: str, number: int, on: date, until: date | None, consented: bool | None
    ) -> None:
        self.admit(who, number, on, until, consented)

    def admit(self, who: str, number: int, on: date, until: date | None, consented: bool | None) -> None:
        where, before = self.place(number), self.store.register
        end = until if until is not None and until > on else None
        told = UNKNOWN if consented is None else consented

        def event() -> Change:
            return self.store.admit(PEOPLE[who], where, on=on, consented=told, left_on=end)

        died = self.book.died_on(who)
        if died is not None and on < died and (end is None or end > died):
            with_error(BadFact, event)
            assert self.store.register == before
            return
        change = event()
        stays = self.book.of(who, where)
        twice = any(stay.reaches(on) and (end is None or stay.first < end) for stay in stays)
        if consented is not True or twice or (died is not None and died <= on):
            self.refused(change, before)
            return
        if any(stay.end is None or stay.end > on for stay in stays) and not change.done:
            # Told before a membership to come: it may be refused, though they would not overlap.
            self.refused(change, before)
            return
        assert change.done, change.obstacles
        assert [one.member.id for one in change.memberships] == [who]
        self.book.write(who, where, on, end)
        self.changed(before, on, {where})

    @rule(some=some_of_them, number=numbers, on=days)
    def several_join(self, some: set[str], number: int, on: date) -> None:
        for who in sorted(some):
            self.admit(who, number, on, None, True)

    @rule(who=who_s, number=numbers, on=days)
    def ask_whether_one_can_join(self, who: str, number: int, on: date) -> None:
        before = self.store.register
        where = self.place(number)
        died = self.book.died_on(who)
        if died is not None and on < died:
            return
        told = before.can_join(PEOPLE[who], where, on=on, consented=True)
        assert self.store.register == before
        assert before.admit(PEOPLE[who], where, on=on, consented=True).assessment == told

    # --- Leaving

    def leave(self, who: str, where: str, on: date, event: Callable[[], Change], cause: EndCause) -> None:
        before = self.store.register
        stays = self.book.of(who, where)
        if not stays:
            with_error(UnknownMember, event)
            assert self.store.register == before
            return
        change = event()
        running = [stay for stay in stays if stay.holds(on)]
        if not running:
            self.refused(change, before)
            return
        assert change.done, "a member can always leave"
        assert [one.membership.end_cause for one in change.memberships] == [cause]
        running[0].cut(on)
        running[0].died = False
        self.changed(before, on, {where})

    def known(self, at: int) -> tuple[str, str]:
        """Somebody and a structure they had to do with."""
        told = sorted(self.book.stays)
        return told[at % len(told)]

    def a_day(self, who: str, where: str, on: date | None) -> date:
        """That day; or else the one on which they last joined."""
        return on or self.book.of(who, where)[-1].first

    @precondition(lambda self: self.book.stays)
    @rule(at=st.integers(0, 99), day=st.none() | days)
    def a_member_withdraws(self, at: int, day: date | None) -> None:
        who, where = self.known(at)
        on = self.a_day(who, where, day)
        self.leave(who, where, on, lambda: self.store.withdraw(who, where, on=on), EndCause.RESIGNATION)

    @precondition(lambda self: self.book.stays)
    @rule(at=st.integers(0, 99), day=st.none() | days, heard=st.booleans())
    def a_member_is_excluded(self, at: int, day: date | None, heard: bool) -> None:
        who, where = self.known(at)
        on = self.a_day(who, where, day)
        self.leave(
            who, where, on, lambda: self.store.exclude(who, where, on=on, heard=heard), EndCause.EXCLUSION
        )

    @rule(who=who_s, number=numbers, on=days)
    def anybody_withdraws(self, who: str, number: int, on: date) -> None:
        where = self.place(number)
        self.leave(who, where, on, lambda: self.store.withdraw(who, where, on=on), EndCause.RESIGNATION)

    @rule(who=who_s, on=days)
    def die(self, who: str, on: date) -> None:
        before = self.store.register
        if not self.book.ever(who):
            with_error(UnknownMember, lambda: self.store.record_death(who, on=on))
        elif who not in NATURAL:
            with_error(BadFact, lambda: self.store.record_death(who, on=on))
        else:
            change = self.store.record_death(who, on=on)
            assert change.done
            touched: set[str] = set()
            for (name, where), stays in self.book.stays.items():
                for stay in stays:
                    if name == who and (stay.end is None or stay.end > on):
                        stay.cut(on)
                        stay.died = True
                        touched.add(where)
            assert not self.store.register.memberships_of(who, on=on)
            self.changed(before, on, touched)

    # --- Reorganising

    def may_reorganise(self) -> bool:
        return bool(self.book.stays) and len(self.store.register) < MOST_STRUCTURES

    @precondition(may_reorganise)
    @rule(first=numbers, second=numbers, on=days, consents=some_of_them)
    def merge(self, first: int, second: int, on: date, consents: set[str]) -> None:
        before = self.store.register
        old, into = [self.known(first)[1], self.known(second)[1]], self.new(first)
        done = self.store.merge(old, into, on=on, consents=consents)
        self.reorganised(before, done, old, {into.id}, on, dict.fromkeys(consents, into.id))

    @precondition(may_reorganise)
    @rule(number=numbers, on=days, north=some_of_them, south=some_of_them)
    def split(self, number: int, on: date, north: set[str], south: set[str]) -> None:
        before = self.store.register
        old, into = self.known(number)[1], [self.new(0), self.new(1)]
        consents = dict.fromkeys(north, into[0].id) | dict.fromkeys(south, into[1].id)
        done = self.store.split(old, into, on=on, consents=consents)
        self.reorganised(before, done, [old], {one.id for one in into}, on, consents)

    def reorganised(
        self,
        before: Register,
        done: Reorganisation,
        old: list[str],
        new: set[str],
        on: date,
        joins: Mapping[str, str],
    ) -> None:
        assert done.register == self.store.register
        going: dict[str, Stay] = {}
        for (who, where), stays in self.book.stays.items():
            for stay in stays:
                if where in old and stay.reaches(on):
                    then, stay.died = Stay(on, stay.end, stay.died), False
                    stay.cut(on)
                    if who not in going or then.lasts_longer_than(going[who]):
                        going[who] = then
        moved = set(going) & set(joins)
        for who in sorted(moved):
            self.book.write(who, joins[who], on, going[who].end, going[who].died)
        for one in done.left_behind:
            assert one.member.id not in joins
        assert {one.member.id for change in done.carried for one in change.memberships} == moved
        self.changed(before, on, {*old, *new})

    # --- What holds whenever one looks

    @rule(one=st.tuples(who_s, numbers, days), other=st.tuples(who_s, numbers, days), leaving=st.booleans())
    def the_order_of_two_people_does_not_matter(
        self, one: tuple[str, int, date], other: tuple[str, int, date], leaving: bool
    ) -> None:
        if one[0] == other[0]:
            return
        start = self.store.register

        def joins(register: Register, told: tuple[str, int, date]) -> Register:
            who, number, on = told
            if self.book.died_on(who) is not None:
                return register
            return register.admit(PEOPLE[who], self.place(number), on=on, consented=True).register

        def then(register: Register, told: tuple[str, int, date]) -> Register:
            who, number, on = told
            where = self.place(number)
            if leaving and self.book.of(who, where):
                return register.withdraw(who, where, on=on).register
            return joins(register, told)

        there, back = then(joins(start, one), other), joins(then(start, other), one)
        assert there == back
        assert hash(there) == hash(back)
        assert_same_answers(there, back)

    @rule(seed=st.integers(0, 99))
    def the_order_of_telling_does_not_matter(self, seed: int) -> None:
        register = self.store.register
        other = shuffled(register, seed)
        assert register == other
        assert hash(register) == hash(other)
        assert_same_answers(register, other)

    @rule()
    def save_and_load(self) -> None:
        before = self.store.register
        self.store = self.store.reopened()
        assert self.store.register == before
        assert hash(self.store.register) == hash(before)
        assert self.store.register.structures == before.structures
        assert_same_answers(self.store.register, before)

    @invariant()
    def the_register_says_what_the_book_says(self) -> None:
        register = self.store.register
        assert set(register.member_ids) == {who for (who, _) in self.book.stays}
        for who in PEOPLE:
            for structure in register:
                stays = [one.membership for one in register.history(who) if one.structure.id == structure.id]
                lasting = {(one.joined_on, one.left_on) for one in stays if one.left_on != one.joined_on}
                assert lasting == self.book.days(who, structure.id)
                assert len(stays) == len(self.book.of(who, structure.id))

    @invariant()
    def the_three_questions_agree(self) -> None:
        register = self.store.register
        for day in SAMPLED:
            inside = {structure.id: register.members_of(structure.id, on=day) for structure in register}
            for where, roll in inside.items():
                assert roll.settled
                assert len({one.member.id for one in roll}) == len(roll), "nobody is a member twice"
                assert {one.member.id for one in roll} == self.book.inside(where, day)
                assert all(one.consented is True for one in roll), "nobody is a member without consent"
            for who in PEOPLE:
                places = self.book.places(who, day)
                assert {one.structure.id for one in register.memberships_of(who, on=day)} == places
                assert {structure.id for structure in register.structures_of(who, on=day)} == places

    @invariant()
    def old_registers_stay_as_they_were(self) -> None:
        for register, day, then in self.old:
            assert answers(register, day) == then


def assert_same_answers(one: Register, other: Register) -> None:
    """Two equal registers cannot be told apart by asking."""
    assert one.member_ids == other.member_ids
    for who in one.member_ids:
        assert [_said(held) for held in one.history(who)] == [_said(held) for held in other.history(who)]
        assert one.died_on(who) == other.died_on(who)
    for day in DAYS:
        assert answers(one, day) == answers(other, day)


def _said(held: Any) -> tuple[str, Any]:
    return held.structure.id, held.membership


def with_error(kind: type[Exception], event: Callable[[], object]) -> None:
    """An event that must be misused."""
    try:
        event()
    except kind:
        return
    raise AssertionError(f"{kind.__name__} was expected")


def machine_for(opened: Callable[[tuple[Structure, ...]], Store]) -> type[RegisterMachine]:
    """The machine, on stores opened so."""

    class Machine(RegisterMachine):
        def __init__(self) -> None:
            super().__init__(opened)

    return Machine
