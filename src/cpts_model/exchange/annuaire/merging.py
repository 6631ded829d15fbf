"""Bringing what the Annuaire Santé tells into a structure: members completed, nothing overwritten, nobody made a member unasked."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs

from cpts_model.engine.unknown import Unknown
from cpts_model.exchange.annuaire.model import RegisteredProfessional
from cpts_model.exchange.annuaire.naming import are_surely_two
from cpts_model.exchange.identifiers import rpps
from cpts_model.exchange.sheets.names import name_key
from cpts_model.facts.memberships import Member, Membership
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Professional
from cpts_model.facts.structures import Structure


@attrs.frozen(slots=True, kw_only=True)
class CompletedMember:
    """A member of whom the registry tells facts that nobody had told."""

    before: Professional
    after: Professional
    facts: tuple[str, ...]
    """The names of the facts that were added."""


@attrs.frozen(slots=True, kw_only=True)
class Contradiction:
    """A fact of a member that the registry tells otherwise. It stays as it was told."""

    member_id: str
    fact: str
    told: Any
    by_registry: Any


@attrs.frozen(slots=True, kw_only=True)
class Unmatched:
    """Somebody of the registry of whom it is open whether they are this member."""

    found: RegisteredProfessional
    member_id: str


@attrs.frozen(slots=True, kw_only=True)
class AnnuaireMerge:
    """What bringing people of the registry into a structure does."""

    structure: Structure
    completed: tuple[CompletedMember, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    unchanged: tuple[str, ...] = ()
    """The ids of members of whom the registry tells nothing new."""
    no_members: tuple[RegisteredProfessional, ...] = ()
    """Those who have no membership here, and were given none."""
    ended: tuple[str, ...] = ()
    """The ids of those among the members found whose membership has ended: they are not made members again."""
    namesakes: tuple[Unmatched, ...] = ()
    """Those who bear the name of a member whose RPPS number is not told: maybe the same person."""
    clashes: tuple[Unmatched, ...] = ()
    """Those whose id is that of a member who is somebody else, by number or by nature."""
    other_names: tuple[Unmatched, ...] = ()
    """Those whose RPPS number is that of a member of surely another name: nothing of them is taken."""
    added: tuple[Membership, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether the structure is told otherwise than before."""
        return bool(self.completed or self.added)

    @property
    def is_the_whole_list(self) -> bool:
        """Whether nobody but those added is a member: rules take the list of a dossier to be whole."""
        return bool(self.added) and self.structure.members == self.added

    @property
    def doubtful(self) -> bool:
        """Whether something of the dossier is to be checked, which was not taken."""
        return bool(self.contradictions or self.namesakes or self.clashes or self.other_names)


def merge_annuaire(
    structure: Structure, found: Iterable[RegisteredProfessional], *, add_members: bool = False
) -> AnnuaireMerge:
    """Complete the members of a structure by what the registry tells of the same people.

    Somebody is a member by their RPPS number, or by the id that is made of it; never by their
    name alone, nor where both names are told and are surely not of one person. What was told
    stays; where the registry tells otherwise, that is listed.

    The registry does not say who is a member. ``add_members`` is the word of whoever calls that
    those found are: each who has no membership is given one of which nothing else is told, save
    those who may be somebody there already.
    """
    merge = _Merge(structure)
    for one in found:
        merge.take(one, add=add_members)
    changed = attrs.evolve(structure, members=tuple(merge.members)) if merge.changed else structure
    return AnnuaireMerge(
        structure=changed,
        completed=tuple(merge.completed),
        contradictions=tuple(merge.contradictions),
        unchanged=tuple(merge.unchanged),
        no_members=tuple(merge.no_members),
        ended=tuple(merge.ended),
        namesakes=tuple(merge.namesakes),
        clashes=tuple(merge.clashes),
        other_names=tuple(merge.other_names),
        added=tuple(merge.added),
    )


class _Merge:
    """The members as they come to be, one person of the registry after another."""

    def __init__(self, structure: Structure) -> None:
        self.members: list[Membership] = (
            list(structure.members) if isinstance(structure.members, tuple) else []
        )
        self.completed: list[CompletedMember] = []
        self.contradictions: list[Contradiction] = []
        self.unchanged: list[str] = []
        self.no_members: list[RegisteredProfessional] = []
        self.ended: list[str] = []
        self.namesakes: list[Unmatched] = []
        self.clashes: list[Unmatched] = []
        self.other_names: list[Unmatched] = []
        self.added: list[Membership] = []
        self._by_id: dict[str, list[int]] = {}
        self._by_number: dict[str, list[int]] = {}
        self._by_name: dict[tuple[str, ...], str] = {}
        for place, membership in enumerate(self.members):
            self._index(place, membership)

    @property
    def changed(self) -> bool:
        return bool(self.completed or self.added)

    def _index(self, place: int, membership: Membership) -> None:
        member = membership.member
        self._by_id.setdefault(member.id, []).append(place)
        number = _number(member)
        if number is not None:
            self._by_number.setdefault(number, []).append(place)
        elif isinstance(member.name, str) and not isinstance(member, Organisation):
            self._by_name.setdefault(name_key(member.name), member.id)

    def take(self, one: RegisteredProfessional, *, add: bool) -> None:
        """Complete the member who is this person; or say that there is none, or make them one."""
        who = one.professional
        number = _number(who)
        places = self._by_number.get(number, []) if number is not None else []
        of_id = self._by_id.get(who.id, [])
        if any(_is_another(self.members[place], number) for place in of_id):
            self.clashes.append(Unmatched(found=one, member_id=who.id))
        elif theirs := sorted({*places, *of_id}):
            self._bring_together(theirs, one)
        elif isinstance(who.name, str) and name_key(who.name) in self._by_name:
            self.namesakes.append(Unmatched(found=one, member_id=self._by_name[name_key(who.name)]))
        elif add:
            membership = Membership(member=who)
            self.members.append(membership)
            self.added.append(membership)
            self._by_id[who.id] = [len(self.members) - 1]
        else:
            self.no_members.append(one)

    def _bring_together(self, places: list[int], one: RegisteredProfessional) -> None:
        """Complete a member by the facts of this person, unless by their names they are two people."""
        who = one.professional
        others = [place for place in places if _are_two(self.members[place].member, who)]
        for member_id in dict.fromkeys(self.members[place].member.id for place in others):
            self.other_names.append(Unmatched(found=one, member_id=member_id))
        if theirs := [place for place in places if place not in others]:
            self._complete(theirs, who)

    def _complete(self, places: list[int], who: Professional) -> None:
        told: dict[Professional, Professional] = {}
        for place in places:
            membership = self.members[place]
            before = membership.member
            assert isinstance(before, Professional)
            if before not in told:
                told[before] = self._completed(before, who)
            self.members[place] = attrs.evolve(membership, member=told[before])
        if all(isinstance(self.members[place].left_on, date) for place in places):
            self.ended.append(self.members[places[0]].member.id)

    def _completed(self, before: Professional, who: Professional) -> Professional:
        new = {name: value for name, value in _told(who).items() if name != "id"}
        known = _told(before)
        self.contradictions += [
            Contradiction(member_id=before.id, fact=name, told=known[name], by_registry=value)
            for name, value in new.items()
            if name in known and not _agree(name, known[name], value)
        ]
        added = {name: value for name, value in new.items() if name not in known}
        if not added:
            self.unchanged.append(before.id)
            return before
        after = attrs.evolve(before, **added)
        self.completed.append(CompletedMember(before=before, after=after, facts=tuple(added)))
        return after


def _number(member: object) -> str | None:
    """The RPPS number of a member, without spaces, where it is told."""
    told = getattr(member, "rpps", None)
    return rpps.compact(told) if isinstance(told, str) else None


def _is_another(membership: Membership, number: str | None) -> bool:
    """Whether a member with the id of somebody is not that somebody."""
    member = membership.member
    return not isinstance(member, Professional) or _number(member) not in (None, number)


def _are_two(member: Member, who: Professional) -> bool:
    """Whether both names are told, and are surely not of one person."""
    return (
        isinstance(member.name, str) and isinstance(who.name, str) and are_surely_two(member.name, who.name)
    )


def _told(who: Professional) -> dict[str, Any]:
    facts = attrs.asdict(who, recurse=False)
    return {name: value for name, value in facts.items() if not isinstance(value, Unknown)}


def _agree(fact: str, told: Any, by_registry: Any) -> bool:
    match fact:
        case "name":
            return name_key(told) == name_key(by_registry)
        case "rpps":
            return told is not None and rpps.compact(told) == by_registry
        case "professions" | "savoir_faire":
            return set(told) == set(by_registry)
        case _:
            return bool(told == by_registry)
