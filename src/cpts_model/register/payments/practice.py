"""Who practises in a member structure, as far as the register shows it."""

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import attrs

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Professional
from cpts_model.facts.structures import CPTS, Structure

if TYPE_CHECKING:
    from cpts_model.register.register import Register


@attrs.frozen(slots=True)
class Houses:
    """The structures of a register in which one can practise, found by id or by FINESS number."""

    register: "Register"
    by_finess: dict[str, list[Structure]]

    def of(self, organisation: Organisation) -> tuple[Structure, ...]:
        """The structures that a member organisation is; a CPTS is no place of practice."""
        found: dict[str, Structure] = {}
        if organisation.id in self.register:
            found[organisation.id] = self.register.structure(organisation.id)
        if isinstance(organisation.finess, str):
            found |= {one.id: one for one in self.by_finess.get(organisation.finess, ())}
        return tuple(one for one in found.values() if not isinstance(one, CPTS))

    def where(self, cpts: CPTS, beneficiary: str, on: date) -> tuple[tuple[str, ...], bool | Unknown]:
        """The member structures of a CPTS of which a professional is a member on a day; and whether they practise in one.

        It is no only where the CPTS surely has no member structure: one may practise in a
        structure without being one of its members.
        """
        roll = self.register.members_of(cpts.id, on=on)
        members = (membership.member for membership in roll)
        organisations = [member for member in members if isinstance(member, Organisation)]
        through = tuple(
            house.id
            for organisation in organisations
            for house in self.of(organisation)
            if _practises(self.register, beneficiary, house, on)
        )
        if through:
            return through, True
        none = roll.complete and not organisations
        none = none and all(membership.member.is_natural_person for membership in roll.uncertain)
        return (), False if none else UNKNOWN


def _practises(register: "Register", beneficiary: str, house: Structure, on: date) -> bool:
    return any(
        membership.member.id == beneficiary and isinstance(membership.member, Professional)
        for membership in register.members_of(house.id, on=on)
    )


def houses_of(register: "Register") -> Houses:
    """The structures of a register in which one can practise."""
    by_finess: dict[str, list[Structure]] = defaultdict(list)
    for structure in register:
        if isinstance(structure.finess, str):
            by_finess[structure.finess].append(structure)
    return Houses(register, dict(by_finess))
