"""Mergers and splits: the old memberships end, and nobody is carried over without consent."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import attrs

from cpts_model.engine.law import Law
from cpts_model.facts.belonging import Belonging
from cpts_model.facts.checks import BadFact
from cpts_model.facts.memberships import EndCause, Membership
from cpts_model.facts.structures import Structure
from cpts_model.register import events
from cpts_model.register.change import Change, Reorganisation
from cpts_model.register.errors import UnknownStructure

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
    for index, structure in enumerate(new):
        if structure.id in register:
            raise BadFact(f"into[{index}].id", f"the register holds a structure {structure.id!r} already")
        if structure.members != ():
            raise BadFact(
                f"into[{index}].members", "a new structure begins without members: write members=()"
            )
        register = register.with_structure(structure)
    ended: dict[str, Belonging] = {}
    left_behind: list[Belonging] = []
    for old_id in old_ids:
        register, leaving = _emptied(register, old_id, on)
        for one in leaving:
            if one.member.id in joins:
                ended.setdefault(one.member.id, one)
            else:
                left_behind.append(one)
    carried: list[Change] = []
    for member_id, one in ended.items():
        change = events.admit(
            register, one.member, joins[member_id], on=on, law=law, terms={"consented": True}
        )
        register = change.register
        carried.append(change)
        if not change.done:
            left_behind.append(one)
    return Reorganisation(register, tuple(carried), tuple(left_behind))


def _emptied(register: "Register", structure_id: str, on: date) -> tuple["Register", tuple[Belonging, ...]]:
    """A register in which every membership of a structure that runs, or may, has ended."""
    structure = register.structure(structure_id)
    members: list[Membership] = []
    leaving: list[Belonging] = []
    for membership in structure.members:
        left = membership.left_on
        if isinstance(left, date) and left <= on:
            members.append(membership)
            continue
        ended = events.ending(membership, on, EndCause.REORGANISATION)
        members.append(ended)
        leaving.append(Belonging(structure=events.as_kind(structure), membership=ended))
    return register.with_structure(attrs.evolve(structure, members=tuple(members))), tuple(leaving)
