"""Mergers and splits: the old memberships end, and nobody is carried over without consent."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from cpts_model.engine.law import Law
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.belonging import Belonging
from cpts_model.facts.checks import BadFact
from cpts_model.facts.memberships import EndCause, Membership
from cpts_model.facts.structures import Structure
from cpts_model.register import events
from cpts_model.register.change import Change, Reorganisation
from cpts_model.register.errors import UnknownStructure, check_day

if TYPE_CHECKING:
    from cpts_model.register.register import Register


def merge(
    register: "Register",
    structure_ids: tuple[str, ...],
    into: Structure,
    *,
    on: date,
    consents: frozenset[str],
    law: Law,
) -> Reorganisation:
    """Merge structures into a new one."""
    joins = dict.fromkeys(consents, into.id)
    return _reorganised(register, structure_ids, (into,), on, joins, law)


def split(
    register: "Register",
    structure_id: str,
    into: tuple[Structure, ...],
    *,
    on: date,
    consents: Mapping[str, str],
    law: Law,
) -> Reorganisation:
    """Split a structure into new ones."""
    known = {structure.id for structure in into}
    for chosen in consents.values():
        if chosen not in known:
            raise UnknownStructure(chosen, tuple(sorted(known)))
    return _reorganised(register, (structure_id,), into, on, consents, law)


def _reorganised(  # noqa: PLR0917
    register: "Register",
    old_ids: tuple[str, ...],
    new: tuple[Structure, ...],
    on: date,
    joins: Mapping[str, str],
    law: Law,
) -> Reorganisation:
    check_day(on)
    for index, structure in enumerate(new):
        if structure.id in register:
            raise BadFact(
                f"into[{index}].id",
                Text(
                    f"le registre contient déjà une structure {structure.id!r}",
                    f"the register holds a structure {structure.id!r} already",
                ),
            )
        if structure.members != ():
            raise BadFact(
                f"into[{index}].members",
                Text(
                    "une structure nouvelle commence sans membre : écrire members=()",
                    "a new structure begins without members: write members=()",
                ),
            )
        register = register.with_structure(structure)
    going: dict[str, _Moved] = {}
    left_behind: list[Belonging] = []
    for old_id in old_ids:
        register, leaving = _emptied(register, old_id, on)
        for moved in leaving:
            member_id = moved.ended.member.id
            if member_id not in joins:
                left_behind.append(moved.ended)
            elif member_id not in going or going[member_id].was_to_end < moved.was_to_end:
                going[member_id] = moved
    carried: list[Change] = []
    for member_id, moved in going.items():
        change = events.admit(
            register, moved.ended.member, joins[member_id], on=on, law=law, terms=moved.terms
        )
        register = change.register
        carried.append(change)
        if not change.done:
            left_behind.append(moved.ended)
    return Reorganisation(register, tuple(carried), tuple(left_behind))


class _Moved(NamedTuple):
    """A membership before the reorganisation, and as it ended by it."""

    before: Membership
    ended: Belonging

    @property
    def was_to_end(self) -> date:
        """The day it was to end without the reorganisation; the last of all days, when none is told."""
        return self.before.left_on if isinstance(self.before.left_on, date) else date.max

    @property
    def terms(self) -> dict[str, Any]:
        """The terms on which it goes on: whoever had to leave on a day still does."""
        if not isinstance(self.before.left_on, date):
            return {"consented": True}
        return {"consented": True, "left_on": self.before.left_on, "end_cause": self.before.end_cause}


def _emptied(register: "Register", structure_id: str, on: date) -> tuple["Register", tuple[_Moved, ...]]:
    """A register in which every membership of a structure that runs, or may, has ended."""
    structure = register.structure(structure_id)
    if isinstance(structure.members, Unknown):
        raise BadFact(
            f"{structure_id}.members",
            Text(
                "dire qui en est membre avant de la fusionner ou de la scinder",
                "tell who belongs to it before it is merged or split",
            ),
        )
    members: list[Membership] = []
    leaving: list[_Moved] = []
    for membership in structure.members:
        if _is_over(membership, on):
            members.append(membership)
            continue
        ended = events.ending(membership, on, EndCause.REORGANISATION)
        members.append(ended)
        leaving.append(_Moved(membership, Belonging(structure=events.as_kind(structure), membership=ended)))
    return register.with_structure(attrs.evolve(structure, members=tuple(members))), tuple(leaving)


def _is_over(membership: Membership, on: date) -> bool:
    """Whether it ended by a day, or was called off before it began."""
    joined, left = membership.joined_on, membership.left_on
    return isinstance(left, date) and (left <= on or left == joined)
