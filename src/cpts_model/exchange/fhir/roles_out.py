"""Belonging as resources: PractitionerRole for people, OrganizationAffiliation for organisations.

No French profile tells membership of a CPTS: these say so, by a tag and by codes of this library.
"""

from datetime import date, timedelta

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown
from cpts_model.exchange.fhir.elements_out import (
    Json,
    coded,
    coding,
    concept,
    meta,
    not_known,
    reference,
    resource,
)
from cpts_model.exchange.fhir.vocabulary import (
    ADHERENT,
    AFFILIATION_ROLES,
    ASSOCIE,
    MEMBER,
    NON_PRECISE,
    OWN_BELONGING,
    OWN_PERSON_ROLE,
    PARTENAIRE,
    SALARIE,
)
from cpts_model.exchange.nomenclatures import R23
from cpts_model.facts.memberships import Member, Membership
from cpts_model.facts.modes import Mode
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, PersonRole, Professional

BELONGINGS = {
    ADHERENT: Text("membre de la structure", "member of the structure"),
    PARTENAIRE: Text("simple partenaire, non membre", "partner only, no member"),
    NON_PRECISE: Text("membre ou simple partenaire : non précisé", "member or mere partner: not told"),
    SALARIE: Text("salarié de la SISA", "employed by the SISA"),
    ASSOCIE: Text("associé de la SISA", "partner of the SISA"),
}


def membership_resource(membership: Membership, id: str, structure: Json, member: Json) -> Json:
    """A membership, from ``joined_on`` to the eve of ``left_on``: a FHIR period holds its last day."""
    belonging = _belonging_of(membership)
    codes = [_belonging(belonging), *([_belonging(ASSOCIE)] if membership.associe is True else [])]
    shared = {
        "meta": meta(official=False),
        "active": True if membership.left_on is None else None,
        "period": _period(membership.joined_on, membership.left_on),
        "organization": reference(structure),
    }
    if isinstance(membership.member, Organisation):
        official = [concept(coding(AFFILIATION_ROLES, MEMBER))] if belonging == ADHERENT else []
        return resource(
            "OrganizationAffiliation",
            id,
            **shared,
            participatingOrganization=reference(member),
            code=[*official, *codes],
        )
    return resource(
        "PractitionerRole",
        id,
        **shared,
        practitioner=reference(member),
        code=[*codes, *_of_member(membership.member)],
    )


def employment_resource(professional: Professional, id: str, structure: Json, member: Json) -> Json:
    """A professional employed by a SISA, who is no partner of it."""
    return resource(
        "PractitionerRole",
        id,
        meta=meta(official=False),
        practitioner=reference(member),
        organization=reference(structure),
        code=[_belonging(SALARIE), *_of_member(professional)],
    )


def _belonging_of(membership: Membership) -> str:
    if isinstance(membership.partner, Unknown):
        return NON_PRECISE
    return PARTENAIRE if membership.partner else ADHERENT


def _belonging(code: str) -> Json:
    return concept(coding(OWN_BELONGING, code, BELONGINGS[code].fr), text=BELONGINGS[code])


def _of_member(member: Member) -> list[Json]:
    if isinstance(member, Professional) and isinstance(member.mode, Mode):
        return [concept(coded(R23, member.mode.code))]
    if isinstance(member, Person) and isinstance(member.role, PersonRole):
        return [concept(coding(OWN_PERSON_ROLE, member.role.value, member.role.label.fr))]
    return []


def _period(joined: date | Unknown, left: date | None | Unknown) -> Json:
    """A period without end goes on: an end that is not known is told as such, and nothing where nothing is known."""
    start = {} if isinstance(joined, Unknown) else {"start": joined.isoformat()}
    if isinstance(left, date):
        return start | {"end": (left - timedelta(days=1)).isoformat()}
    if left is None:
        return start or {"_start": not_known()}
    return start | {"_end": not_known()} if start else {}
