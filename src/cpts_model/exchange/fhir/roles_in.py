"""PractitionerRole and OrganizationAffiliation resources, read: who belongs to what, or practises where.

A PractitionerRole is a membership only where it says so in the codes of this library: those of
the Annuaire Santé are situations of practice, from which comes how somebody practises.
"""

from datetime import date
from typing import Literal

import attrs

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.fhir import vocabulary as v
from cpts_model.exchange.fhir.elements_in import (
    Coding,
    codings,
    day_after,
    first_day,
    note_unknown_code,
    profession_of,
    read_numbers,
)
from cpts_model.exchange.fhir.findings import Node
from cpts_model.exchange.nomenclatures import R21, R22, R23, R85
from cpts_model.facts.modes import Mode
from cpts_model.facts.people import PersonRole
from cpts_model.facts.professions import Profession

_KEPT = frozenset(
    [
        *(
            "resourceType",
            "id",
            "meta",
            "language",
            "text",
            "identifier",
            "active",
            "period",
            "code",
            "organization",
        ),
        *("practitioner", "participatingOrganization"),
    ]
)
_SUBSTITUTES = frozenset({(R22.uri, "GENR02"), (R22.uri, "GENR03"), (R21.uri, "FON-22")})
_MEMBERS = {
    "PractitionerRole": ("practitioner", "Practitioner"),
    "OrganizationAffiliation": ("participatingOrganization", "Organization"),
}
_WAYS = frozenset({v.ADHERENT, v.PARTENAIRE, v.NON_PRECISE, v.SALARIE, v.ASSOCIE})
_MODES = {mode.code: mode for mode in Mode}


@attrs.frozen(slots=True, kw_only=True)
class RoleRecord:
    """What a PractitionerRole or an OrganizationAffiliation tells.

    ``belonging`` is how the member belongs to the organization, in the words of
    :mod:`~cpts_model.exchange.fhir.vocabulary`; ``None`` of a situation of practice.
    """

    node: Node
    member: Node | None
    member_element: str
    member_kind: str
    organization: Node | None
    belonging: str | None
    associe: bool
    joined_on: date | Unknown
    left_on: date | None | Unknown
    mode: Mode | Unknown
    is_over: bool
    substitute: bool
    person_role: PersonRole | Unknown
    professions: tuple[Profession, ...]
    numero_am: str | Unknown


def read_role(node: Node, kind: Literal["PractitionerRole", "OrganizationAffiliation"]) -> RoleRecord:
    """What a role tells; notes and faults go to the findings."""
    node.not_kept(kind, _KEPT)
    codes = [one for concept in node.objects("code") for one in codings(concept)]
    ways = [one.code for one in codes if one.system == v.OWN_BELONGING]
    for one in codes:
        if one.system == v.OWN_BELONGING and one.code not in _WAYS:
            one.node.fault(
                "ce n'est pas un mot de cette bibliothèque", "it is no word of this library", "code"
            )
    if not ways and any((one.system, one.code) == (v.AFFILIATION_ROLES, v.MEMBER) for one in codes):
        ways = [v.ADHERENT]
    joined_on, left_on = _period(node, told_here=any(one.system == v.OWN_BELONGING for one in codes))
    element, member_kind = _MEMBERS[kind]
    return RoleRecord(
        node=node.place(),
        member=node.object(element),
        member_element=element,
        member_kind=member_kind,
        organization=node.object("organization"),
        belonging=next((way for way in ways if way != v.ASSOCIE), None),
        associe=v.ASSOCIE in ways,
        joined_on=joined_on,
        left_on=left_on,
        is_over=node.is_over,
        mode=_mode(codes),
        substitute=any((one.system, one.code) in _SUBSTITUTES for one in codes),
        person_role=_person_role(codes),
        professions=tuple(
            found for one in codes if one.system == R85.uri and (found := profession_of(one)) is not None
        ),
        numero_am=read_numbers(node).of(v.AMELI, ""),
    )


def _period(node: Node, *, told_here: bool) -> tuple[date | Unknown, date | None | Unknown]:
    """From when, until when.

    A period without end goes on where this library wrote it, and told the resource to be active.
    Of others it says that no end was known or planned on the day it was written, which is no
    word on the days after.
    """
    period = node.object("period")
    if period is None or not period.value:
        return UNKNOWN, UNKNOWN
    joined = first_day(period, "start")
    if "end" not in period.value:
        return joined, None if told_here and node.value.get(
            "active"
        ) is True and "_end" not in period.value else UNKNOWN
    left = day_after(period, "end")
    if isinstance(joined, date) and isinstance(left, date) and left < joined:
        period.fault("la période finit avant de commencer", "the period ends before it begins", "end")
        return joined, UNKNOWN
    return joined, left


def _mode(codes: list[Coding]) -> Mode | Unknown:
    told = [one for one in codes if one.system == R23.uri]
    for one in told:
        if one.code not in _MODES:
            note_unknown_code(one)
    modes = {_MODES[one.code] for one in told if one.code in _MODES}
    if len(modes) > 1:
        told[0].node.note(
            "plusieurs modes d'exercice, non repris", "several modes of practice, not kept", "code"
        )
    return modes.pop() if len(modes) == 1 else UNKNOWN


def _person_role(codes: list[Coding]) -> PersonRole | Unknown:
    for one in codes:
        if one.system == v.OWN_PERSON_ROLE:
            try:
                return PersonRole(one.code)
            except ValueError:
                one.node.fault(
                    "ce n'est pas un mot de cette bibliothèque", "it is no word of this library", "code"
                )
    return UNKNOWN
