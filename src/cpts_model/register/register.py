"""The register: structures, and who belongs to them over the years."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, final

import attrs

from cpts_model.engine.assess import Assessment
from cpts_model.engine.errors import nearest_names
from cpts_model.engine.law import Law
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.belonging import Belonging
from cpts_model.facts.checks import BadFact
from cpts_model.facts.memberships import ExclusionGround, Member, Membership, SecondMembershipGround
from cpts_model.facts.representation import Printer, lay_out
from cpts_model.facts.structures import Structure
from cpts_model.law import LAW
from cpts_model.register import events, reorganise
from cpts_model.register.assembly import Electorate, QuorumAnswer, electors, quorum
from cpts_model.register.change import Change, Reorganisation
from cpts_model.register.effects import Effect, effects_of_leaving
from cpts_model.register.errors import UnknownStructure, check_day, no_structure, several_ids, told_before
from cpts_model.register.headcount import By, Headcount, headcount
from cpts_model.register.index import (
    MembershipIndex,
    PaidBy,
    PaymentIndex,
    index_of,
    index_with,
    payments_of,
    pays_alike,
)
from cpts_model.register.persistent import PersistentMap
from cpts_model.register.roll import Roll, roll_of
from cpts_model.register.status import MembershipStatus, status_on


class _Placed(NamedTuple):
    """A structure and its place among the others."""

    place: int
    structure: Structure


@final
class Register:
    """Structures of coordinated care and all their memberships, past, present and to come.

    A value: an event changes nothing here and gives a new register, which shares with this
    one all that the event did not touch. Members and structures are addressed by ``id``: one
    id is one person or one organisation in every structure. Two registers are equal when
    they hold the same structures and memberships, in whatever order.

    Raises:
        BadFact: two structures have one id, one id stands for a person and for an organisation,
            or something in the list is no structure.
    """

    __slots__ = ("_held", "_paid", "_places", "_untold")

    _places: PersistentMap[str, _Placed]
    _held: MembershipIndex
    _untold: int
    """How many structures have members that nobody told."""
    _paid: PaymentIndex | None
    """Made when it is first asked for."""

    def __init__(self, structures: Iterable[Structure] = ()) -> None:
        told = tuple(structures)
        placed: dict[str, _Placed] = {}
        for place, structure in enumerate(told):
            _refuse_no_structure(structure, f"structures[{place}]")
            if structure.id in placed:
                raise BadFact(
                    f"structures[{place}].id", told_before(structure.id, placed[structure.id].place)
                )
            placed[structure.id] = _Placed(place, structure)
        self._places = PersistentMap(placed)
        self._held = index_of(told)
        self._untold = sum(isinstance(structure.members, Unknown) for structure in told)
        self._paid = None

    # --- The value

    @property
    def structures(self) -> tuple[Structure, ...]:
        """Every structure, in the order they were given."""
        return tuple(
            structure for _, structure in sorted(self._places.values(), key=lambda placed: placed.place)
        )

    @property
    def member_ids(self) -> tuple[str, ...]:
        """The id of everybody who has, had or will have a membership, in alphabetical order."""
        return tuple(sorted(self._held))

    def structure(self, structure_id: str) -> Structure:
        """The structure of an id.

        Raises:
            UnknownStructure: there is none; the message offers the nearest ids.
        """
        placed = self._places.get(structure_id)
        if placed is None:
            raise UnknownStructure(structure_id, nearest_names(str(structure_id), self._places))
        return placed.structure

    def with_structure(self, structure: Structure) -> "Register":
        """The register with a structure added, or told anew where its id is there already.

        Raises:
            BadFact: one id would stand for a person and for an organisation.
        """
        placed = self._places.get(structure.id)
        place, old = placed or (len(self._places), None)
        changed: Register = object.__new__(Register)
        changed._places = self._places.with_(structure.id, _Placed(place, structure))
        changed._held = index_with(self._held, old, structure)
        changed._untold = (
            self._untold
            + isinstance(structure.members, Unknown)
            - (old is not None and isinstance(old.members, Unknown))
        )
        changed._paid = self._paid if pays_alike(old, structure) else None
        return changed

    def __iter__(self) -> Iterator[Structure]:
        return iter(self.structures)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, structure_id: object) -> bool:
        return structure_id in self._places

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Register):
            return NotImplemented
        return self._places.keys() == other._places.keys() and all(
            _same(placed.structure, other._places[structure_id].structure)
            for structure_id, placed in self._places.items()
        )

    def __hash__(self) -> int:
        return hash(frozenset(self._places))

    def __repr__(self) -> str:
        return f"<Register of {len(self)} structures, {len(self._held)} members>"

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        # Whole where a person can read it, as the failing example of a test.
        if len(self._held) > printer.max_seq_length:
            return printer.text(repr(self))
        with printer.group(0, "Register(", ")"):
            lay_out(printer, self.structures)

    def __reduce__(self) -> tuple[Any, ...]:
        return Register, (self.structures,)

    # --- Who belongs to what

    def members_of(self, structure_id: str, *, on: date) -> Roll[Membership]:
        """The memberships of a structure that run on a day; mere partners are none.

        A member structure is one member: it makes none of its professionals one.

        Raises:
            UnknownStructure: the register holds no such structure.
            TypeError: ``on`` is not a plain date.
        """
        check_day(on)
        members = self.structure(structure_id).members
        if isinstance(members, Unknown):
            return Roll(complete=False)
        return roll_of(members, lambda membership: membership.running_on(on))

    def memberships_of(self, member_id: str, *, on: date) -> Roll[Belonging]:
        """What somebody belongs to on a day; nothing, for somebody the register does not know."""
        check_day(on)
        return roll_of(self.history(member_id), lambda one: one.running_on(on), complete=self._untold == 0)

    def structures_of(self, member_id: str, *, on: date) -> Roll[Structure]:
        """The structures that somebody is a member of on a day."""
        held = self.memberships_of(member_id, on=on)
        return Roll(
            (one.structure for one in held),
            uncertain=(one.structure for one in held.uncertain),
            complete=held.complete,
        )

    def history(self, member_id: str) -> tuple[Belonging, ...]:
        """Every membership somebody has, had or will have, oldest first; those of unknown beginning come first.

        Raises:
            TypeError: members are asked for by id.
        """
        if not isinstance(member_id, str):
            raise TypeError(f"members are asked for by id: write .id, not a {type(member_id).__name__}")
        held = (
            Belonging(structure=events.as_kind(self.structure(one.structure_id)), membership=one.membership)
            for one in self._held.get(member_id, ())
        )
        ordered = sorted(held, key=_order)
        if len({_order(one) for one in ordered}) < len(ordered):  # stays of no days, called off on one day
            ordered.sort(key=lambda one: (*_order(one), repr(one.membership)))
        return tuple(ordered)

    def payments_to(self, member_id: str) -> tuple[PaidBy, ...] | Unknown:
        """What the CPTS paid somebody, each with its payer; unknown where one of them has not told its payments."""
        if self._paid is None:
            self._paid = payments_of(self)
        return UNKNOWN if isinstance(self._paid, Unknown) else self._paid.get(member_id, ())

    def died_on(self, member_id: str) -> date | None:
        """The day a death ended somebody's memberships; ``None`` when no death is recorded."""
        return events.day_of_death(self.history(member_id))

    # --- What people ask of it

    def status_on(self, member_id: str, structure_id: str, *, on: date, law: Law = LAW) -> MembershipStatus:
        """Whether somebody was an up-to-date member that day, and why.

        Raises:
            UnknownStructure: the register holds no such structure.
        """
        return status_on(self, member_id, structure_id, on=on, law=law)

    def electors(self, structure_id: str, *, on: date, law: Law = LAW) -> Electorate:
        """Who votes at a general assembly held that day, by the structure's statutes.

        Raises:
            UnknownStructure: the register holds no such structure.
        """
        return electors(self, structure_id, on=on, law=law)

    def quorum(
        self,
        structure_id: str,
        *,
        present: Collection[str] | int,
        proxies: Mapping[str, str] | None = None,
        on: date,
        law: Law = LAW,
    ) -> QuorumAnswer:
        """Whether the quorum is reached by those present and the proxies (giver: holder) they hold.

        Raises:
            UnknownStructure: the register holds no such structure.
            UnknownMember: nobody in the register has one of these identifiers.
            BadFact: more people are counted than there may be electors.
        """
        return quorum(self, structure_id, present=present, proxies=proxies, on=on, law=law)

    def headcount(
        self, *, on: date, by: By = "profession", structure_ids: Iterable[str] | None = None
    ) -> Headcount:
        """How many people belong to the structures that day, each counted once, and sorted as asked.

        Raises:
            UnknownStructure: the register holds no such structure.
        """
        return headcount(self, on=on, by=by, structure_ids=structure_ids)

    # --- What happens: each event gives a new register, or this one and the reason why not

    def can_join(
        self, candidate: Member, structure_id: str, *, on: date, law: Law = LAW, **terms: Any
    ) -> Assessment:
        """Whether somebody may join, and who says no: the law, or the statutes. Changes nothing.

        ``terms`` are facts of the membership to come (``consented``, ``ground``, ``college``,
        ``admitted_on``…); those left out are unknown.

        Raises:
            UnknownStructure: the register holds no such structure.
            BadFact: the terms cannot be.
        """
        return events.judge_candidature(self, candidate, structure_id, on=on, law=law, terms=terms)

    def admit(
        self,
        candidate: Member,
        structure_id: str,
        *,
        on: date,
        consented: bool | Unknown = UNKNOWN,
        ground: SecondMembershipGround | Unknown | None = UNKNOWN,
        law: Law = LAW,
        **terms: Any,
    ) -> Change:
        """Make somebody a member from a day on.

        It is done unless the law or the statutes say no, or consent is not known: consent is
        never presumed. What else is unknown stays open in the assessment and stops nothing:
        admitting is the association's own act. A warning (a second CPTS without a ground)
        stops nothing either.

        Raises:
            UnknownStructure: the register holds no such structure.
            BadFact: the terms cannot be.
        """
        told = {"consented": consented, "ground": ground, **terms}
        return events.admit(self, candidate, structure_id, on=on, law=law, terms=told)

    def withdraw(self, member_id: str, structure_id: str, *, on: date, law: Law = LAW) -> Change:
        """Record that a member leaves of their own will; ``on`` is the first day they are none.

        Always possible, at any time, whatever the statutes say (law of 1 July 1901, art. 4).

        Raises:
            UnknownStructure: the register holds no such structure.
            UnknownMember: nobody of this id ever was a member of it, as far as is told.
        """
        return events.withdraw(self, member_id, structure_id, on=on, law=law)

    def exclude(
        self,
        member_id: str,
        structure_id: str,
        *,
        on: date,
        heard: bool | Unknown,
        ground: ExclusionGround | Unknown = UNKNOWN,
        precise_grievances: bool | Unknown = UNKNOWN,
        law: Law = LAW,
        **facts: Any,
    ) -> Change:
        """Record that a structure excludes a member; ``on`` is the first day they are none.

        Further ``facts`` are those of :class:`~cpts_model.Exclusion`. It is refused where the
        statutes say no; what courts ask for (ground, precise grievances, hearing) warns.

        Raises:
            UnknownStructure: the register holds no such structure.
            UnknownMember: nobody of this id ever was a member of it, as far as is told.
        """
        told = {"heard": heard, "ground": ground, "precise_grievances": precise_grievances, **facts}
        return events.exclude(self, member_id, structure_id, on=on, law=law, told=told)

    def record_death(self, member_id: str, *, on: date, law: Law = LAW) -> Change:
        """Record a death: every membership that runs ends that day, those to come never begin.

        Raises:
            UnknownMember: nobody of this id ever was a member of anything.
            BadFact: an organisation does not die.
        """
        return events.record_death(self, member_id, on=on, law=law)

    def what_if_leaves(
        self, member_id: str, structure_id: str, *, on: date, law: Law = LAW
    ) -> tuple[Effect, ...]:
        """The verdicts that somebody's departure would change, in this structure and those it carries.

        Raises:
            UnknownStructure: the register holds no such structure.
            UnknownMember: nobody of this id ever was a member of it, as far as is told.
        """
        return effects_of_leaving(self, member_id, structure_id, on=on, law=law)

    def merge(
        self,
        structure_ids: Iterable[str],
        into: Structure,
        *,
        on: date,
        consents: Iterable[str],
        law: Law = LAW,
    ) -> Reorganisation:
        """Merge structures into a new one, which takes those who consented to it.

        Raises:
            UnknownStructure: the register holds no such structure.
            BadFact: the new structure has members, or an id, already.
        """
        return reorganise.merge(
            self, several_ids(structure_ids), into, on=on, consents=frozenset(several_ids(consents)), law=law
        )

    def split(
        self,
        structure_id: str,
        into: Iterable[Structure],
        *,
        on: date,
        consents: Mapping[str, str],
        law: Law = LAW,
    ) -> Reorganisation:
        """Split a structure; ``consents`` says which of the new ones each member consented to join.

        Raises:
            UnknownStructure: the register, or the parts, hold no such structure.
            BadFact: a new structure has members, or an id, already.
        """
        return reorganise.split(self, structure_id, tuple(into), on=on, consents=consents, law=law)


def _order(one: Belonging) -> tuple[date, str, date]:
    """When it began, then what equal registers share whatever the order they were told in."""
    joined, left = one.membership.joined_on, one.membership.left_on
    begun = date.min if isinstance(joined, Unknown) else joined
    return begun, one.structure.id, left if isinstance(left, date) else date.max


def _refuse_no_structure(told: object, field: str) -> None:
    if not isinstance(told, Structure):
        raise BadFact(field, no_structure(told))


def _same(one: Structure, other: Structure) -> bool:
    """Whether two structures are equal but for the order of their members."""
    if one is other:
        return True
    if isinstance(one.members, Unknown) or isinstance(other.members, Unknown):
        return one == other
    return Counter(one.members) == Counter(other.members) and attrs.evolve(one, members=()) == attrs.evolve(
        other, members=()
    )
