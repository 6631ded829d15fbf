"""The exported machine lets a sound store pass, whatever it is built on, and catches those that are not."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from cpts_model import (
    UNKNOWN,
    BadFact,
    Change,
    EndCause,
    Membership,
    Organisation,
    Register,
    Reorganisation,
    Structure,
    UnknownMember,
)
from cpts_model.testing.stateful.machine import MemoryStore, first_structures, machine_for
from cpts_model.testing.stateful.setting import DAYS

QUICK = settings(
    max_examples=60,
    stateful_step_count=30,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow],
)
"""What every one of the broken stores is caught within."""
SOUND = settings(QUICK, max_examples=15)


class SqlStore:
    """Memberships in a table of a database, kept without our register: it answers yes or no."""

    def __init__(self, structures: tuple[Structure, ...]) -> None:
        self.structures = structures
        self.people: dict[str, Any] = {}
        self.tables = sqlite3.connect(":memory:")
        self.tables.execute("CREATE TABLE stay (number INTEGER PRIMARY KEY, who, place, first, end, cause)")

    def closed(self) -> None:
        self.tables.close()

    def reopened(self) -> "SqlStore":
        self.tables.commit()
        return self

    @property
    def register(self) -> Register:
        return Register(
            attrs.evolve(structure, members=tuple(self._members(structure.id)))
            for structure in self.structures
        )

    def _members(self, place: str) -> Iterable[Membership]:
        rows = "SELECT who, first, end, cause FROM stay WHERE place = ? ORDER BY who DESC, first"
        for who, first, end, cause in self.tables.execute(rows, [place]):
            yield Membership(
                member=self.people[who],
                joined_on=date.fromisoformat(first),
                left_on=end and date.fromisoformat(end),
                end_cause=EndCause(cause) if cause else UNKNOWN,
                consented=True,
                partner=False,
            )

    def _one(self, question: str, *values: object) -> Any:
        found = self.tables.execute(f"SELECT {question}", values).fetchone()
        return found[0] if found else None

    def admit(
        self, candidate: Any, structure_id: str, *, on: date, consented: object, left_on: date | None
    ) -> bool:
        died = self._one("min(end) FROM stay WHERE who = ? AND cause = 'deces'", candidate.id)
        end = str(left_on) if left_on else None
        if died and str(on) < died and (end is None or end > died):
            raise BadFact("left_on", f"{candidate.id} died on {died}")
        shared = "count(*) FROM stay WHERE who = ? AND place = ? AND ifnull(end, '9') > max(?, first)"
        if end:
            shared += f" AND first < '{end}'"
        taken = self._one(shared, candidate.id, structure_id, str(on))
        if consented is not True or taken or (died and died <= str(on)):
            return False
        self.people[candidate.id] = candidate
        row = [candidate.id, structure_id, str(on), end]
        self.tables.execute("INSERT INTO stay (who, place, first, end) VALUES (?, ?, ?, ?)", row)
        return True

    def withdraw(self, member_id: str, structure_id: str, *, on: date) -> bool:
        return self._ended(member_id, structure_id, on, "demission")

    def exclude(self, member_id: str, structure_id: str, *, on: date, heard: bool) -> bool:
        return self._ended(member_id, structure_id, on, "exclusion")

    def _ended(self, who: str, place: str, on: date, cause: str) -> bool:
        if not self._one("count(*) FROM stay WHERE who = ? AND place = ?", who, place):
            raise UnknownMember(who, place)
        running = "number FROM stay WHERE who = ? AND place = ? AND first <= ? AND ifnull(end, '9') > ?"
        number = self._one(running, who, place, str(on), str(on))
        self.tables.execute("UPDATE stay SET end = ?, cause = ? WHERE number = ?", [str(on), cause, number])
        return number is not None

    def record_death(self, member_id: str, *, on: date) -> bool:
        if not self._one("count(*) FROM stay WHERE who = ?", member_id):
            raise UnknownMember(member_id, None)
        if isinstance(self.people[member_id], Organisation):
            raise BadFact("member_id", f"{member_id} is an organisation")
        self.tables.execute(
            "UPDATE stay SET first = min(first, :on), end = :on, cause = 'deces'"
            " WHERE who = :who AND ifnull(end, '9') > :on",
            {"who": member_id, "on": str(on)},
        )
        return True


@pytest.mark.parametrize("opened", [MemoryStore.opened, SqlStore], ids=["memory", "sql"])
def test_a_sound_store_passes_and_need_not_reorganise(opened: Callable[[tuple[Structure, ...]], Any]) -> None:
    run_state_machine_as_test(machine_for(opened, reorganises=False), settings=SOUND)


def test_a_sound_store_that_reorganises_passes() -> None:
    run_state_machine_as_test(machine_for(MemoryStore.opened), settings=SOUND)


class RemembersEveryDeath(SqlStore):
    """Looks for consent first, and admits nobody who died, whatever that death ended."""

    def __init__(self, structures: tuple[Structure, ...]) -> None:
        super().__init__(structures)
        self.dead: dict[str, date] = {}

    def admit(
        self, candidate: Any, structure_id: str, *, on: date, consented: object, left_on: date | None
    ) -> bool:
        died = self.dead.get(candidate.id)
        if consented is not True or (died is not None and died <= on):
            return False
        return super().admit(candidate, structure_id, on=on, consented=consented, left_on=left_on)

    def record_death(self, member_id: str, *, on: date) -> bool:
        done = super().record_death(member_id, on=on)
        self.dead[member_id] = min(on, self.dead.get(member_id, on))
        return done


@pytest.mark.parametrize("opened", [SqlStore, RemembersEveryDeath, MemoryStore.opened])
def test_a_sound_store_may_remember_a_death_that_ended_nothing(opened: Callable[..., Any]) -> None:
    kind: Any = machine_for(opened, reorganises=False)
    machine = kind()
    first, second, third, later, *_ = DAYS
    machine.admit_on_terms(who="agathe", number=0, on=first, until=None, consented=True)
    machine.anybody_withdraws(who="agathe", number=0, on=second)
    machine.die(who="agathe", on=third)
    machine.admit_on_terms(who="agathe", number=1, on=later, until=None, consented=True)
    machine.the_store_says_what_the_book_says()
    machine.teardown()


@pytest.mark.parametrize("opened", [SqlStore, RemembersEveryDeath, MemoryStore.opened])
def test_a_sound_store_may_look_for_consent_before_days_or_after(opened: Callable[..., Any]) -> None:
    kind: Any = machine_for(opened, reorganises=False)
    machine = kind()
    first, second, third, *_ = DAYS
    machine.admit_on_terms(who="agathe", number=0, on=first, until=None, consented=True)
    machine.die(who="agathe", on=third)
    machine.admit_on_terms(who="agathe", number=1, on=second, until=None, consented=None)
    machine.the_store_says_what_the_book_says()
    machine.teardown()


def test_by_default_examples_are_short_and_one_fault_is_told() -> None:
    usual = machine_for(MemoryStore.opened).TestCase.settings
    assert (usual.report_multiple_bugs, usual.deadline) == (False, None)
    assert usual.stateful_step_count <= 25
    assert usual.max_examples == settings().max_examples


def test_the_structures_it_begins_with_have_no_members_and_are_of_every_kind() -> None:
    first = first_structures()
    assert all(structure.members == () for structure in first)
    assert {type(structure).__name__ for structure in first} == {
        "CPTS",
        "EquipeDeSoinsPrimaires",
        "EquipeDeSoinsSpecialises",
        "MaisonDeSante",
        "CentreDeSante",
        "SISA",
    }


class PresumesConsent(MemoryStore):
    def admit(self, candidate: Any, structure_id: str, **terms: Any) -> Change:
        return super().admit(
            candidate, structure_id, **{**terms, "consented": terms["consented"] is not False}
        )


class NeedsNoConsent(MemoryStore):
    def admit(self, candidate: Any, structure_id: str, **terms: Any) -> Change:
        return super().admit(candidate, structure_id, **{**terms, "consented": True})


class ForgetsTheEndAgreed(MemoryStore):
    def admit(self, candidate: Any, structure_id: str, **terms: Any) -> Change:
        return super().admit(candidate, structure_id, **{**terms, "left_on": None})


class ForgetsAWithdrawal(MemoryStore):
    def withdraw(self, member_id: str, structure_id: str, *, on: date) -> Change:
        return self.register.withdraw(member_id, structure_id, on=on)


class KeepsThemOneDayMore(MemoryStore):
    def withdraw(self, member_id: str, structure_id: str, *, on: date) -> Change:
        later = on + timedelta(days=1)
        return super().withdraw(member_id, structure_id, on=later)


class KeepsTheEndThatWasTold(MemoryStore):
    """Leaving earlier than agreed has no effect."""

    def exclude(self, member_id: str, structure_id: str, **told: Any) -> Change:
        running = self.register.memberships_of(member_id, on=told["on"])
        ends = [one.membership.left_on for one in running if isinstance(one.membership.left_on, date)]
        if ends:
            told["on"] = max(ends) - timedelta(days=1)
        return super().exclude(member_id, structure_id, **told)


class TellsAnotherCause(MemoryStore):
    def exclude(self, member_id: str, structure_id: str, *, on: date, heard: bool) -> Change:
        return super().withdraw(member_id, structure_id, on=on)


class WantsThemHeard(MemoryStore):
    def exclude(self, member_id: str, structure_id: str, *, on: date, heard: bool) -> Change:
        change = self.register.exclude(member_id, structure_id, on=on, heard=heard)
        return self._kept(change) if heard else attrs.evolve(change, done=False, register=self.register)


def without_the_last(register: Register) -> Register:
    """A register that lost the last membership it was told of."""
    for structure in register:
        if isinstance(structure.members, tuple) and structure.members:
            return register.with_structure(attrs.evolve(structure, members=structure.members[:-1]))
    return register


class LosesOnReopening(MemoryStore):
    def reopened(self) -> MemoryStore:
        return MemoryStore(without_the_last(self.register))


class KeepsTheLastToldOnly(MemoryStore):
    """Who joins on the same day as another, and is told after, takes their place."""

    def admit(self, candidate: Any, structure_id: str, **terms: Any) -> Change:
        change = super().admit(candidate, structure_id, **terms)
        there = self.register.structure(structure_id)
        if change.done:
            members = tuple(
                one for one in there.members if one.joined_on != terms["on"] or one is there.members[-1]
            )
            self.register = self.register.with_structure(attrs.evolve(there, members=members))
        return attrs.evolve(change, register=self.register)


class AdmitsTwice(MemoryStore):
    def admit(self, candidate: Any, structure_id: str, **terms: Any) -> Any:
        change = super().admit(candidate, structure_id, **terms)
        if change.done or terms["consented"] is not True:
            return change
        there = self.register.structure(structure_id)
        again = Membership(
            member=candidate,
            joined_on=terms["on"],
            left_on=None,
            end_cause=None,
            consented=True,
            partner=False,
        )
        self.register = self.register.with_structure(attrs.evolve(there, members=(*there.members, again)))
        return True


class ChangesRegistersGivenBefore(MemoryStore):
    def keep(self, register: Register) -> None:
        self.register._places = register._places
        self.register._held = register._held


class RefusesWithAChange(MemoryStore):
    """What it refuses leaves a trace."""

    def admit(self, candidate: Any, structure_id: str, **terms: Any) -> Any:
        change = super().admit(candidate, structure_id, **terms)
        if not change.done:
            self.register = without_the_last(self.register)
        return change.done


class CarriesEverybodyOver(MemoryStore):
    def merge(
        self, structure_ids: Iterable[str], into: Structure, *, on: date, consents: Iterable[str]
    ) -> Reorganisation:
        everybody = self.register.member_ids
        return super().merge(structure_ids, into, on=on, consents=everybody)


class CarriesNobodyOver(MemoryStore):
    def split(
        self, structure_id: str, into: Iterable[Structure], *, on: date, consents: Mapping[str, str]
    ) -> Reorganisation:
        return super().split(structure_id, into, on=on, consents={})


class LetsTheDeadBelong(MemoryStore):
    """A death ends one membership, and leaves the others running."""

    def record_death(self, member_id: str, *, on: date) -> Any:
        change = self.register.record_death(member_id, on=on)
        if len(change.memberships) < 2:
            return self._kept(change)
        where = change.memberships[0].structure.id
        self.register = self.register.with_structure(change.register.structure(where))
        return True


class LetsTheDeadJoin(MemoryStore):
    """A death is written down as a resignation."""

    def record_death(self, member_id: str, *, on: date) -> Any:
        self.register.record_death(member_id, on=on)
        for one in self.register.history(member_id):
            if one.running_on(on):
                self.register = self.register.withdraw(member_id, one.structure.id, on=on).register
        return True


class EndsOrganisationsByDeath(MemoryStore):
    def record_death(self, member_id: str, *, on: date) -> Any:
        try:
            return super().record_death(member_id, on=on)
        except BadFact:
            return True


class SaysNothingOfStrangers(MemoryStore):
    def withdraw(self, member_id: str, structure_id: str, *, on: date) -> Any:
        try:
            return super().withdraw(member_id, structure_id, on=on)
        except UnknownMember:
            return False


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (PresumesConsent, "nobody told that they consented"),
        (NeedsNoConsent, "nobody told that they consented"),
        (ForgetsTheEndAgreed, "the book says"),
        (ForgetsAWithdrawal, "is not the store's"),
        (KeepsThemOneDayMore, "the book says"),
        (KeepsTheEndThatWasTold, "the book says"),
        (TellsAnotherCause, "why it is told to end: the book says"),
        (WantsThemHeard, "the store refused it"),
        (LosesOnReopening, "was to change nothing"),
        (KeepsTheLastToldOnly, "the book says"),
        (AdmitsTwice, "the book holds that it is refused"),
        (ChangesRegistersGivenBefore, "a register given back earlier said"),
        (RefusesWithAChange, "was to change nothing"),
        (CarriesEverybodyOver, "who is told to be carried over: the book says"),
        (CarriesNobodyOver, "who is told to be carried over: the book says"),
        (LetsTheDeadBelong, "the book says"),
        (LetsTheDeadJoin, "the book says"),
        (EndsOrganisationsByDeath, "BadFact was to be raised"),
        (SaysNothingOfStrangers, "UnknownMember was to be raised"),
    ],
)
def test_a_broken_store_is_caught(broken: type[MemoryStore], says: str) -> None:
    with pytest.raises(AssertionError, match=says):
        run_state_machine_as_test(machine_for(broken.opened), settings=QUICK)
