"""Who may belong to, take part in or manage which structure."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

from cpts_model.engine.law import Law
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, OpenQuestion
from cpts_model.facts.belonging import Candidature
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.memberships import Member, Membership
from cpts_model.facts.organisation_kinds import OrganisationKind, Sector
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, PersonRole, Professional
from cpts_model.facts.professions import Family, Profession
from cpts_model.facts.structures import (
    CPTS,
    SISA,
    CentreDeSante,
    EquipeDeSoinsPrimaires,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
)
from cpts_model.report.belonging.cells import Candidate, Column, Row, table

# --- The columns: tiny dossiers in which every formality is done

_LONG_AGO = date(1990, 1, 1)


def _membership(who: Member, *, partner: bool = False, associe: bool = False) -> Membership:
    """A membership in which only who the member is can matter."""
    return Membership(
        member=who,
        joined_on=_LONG_AGO,
        left_on=None,
        consented=True,
        as_component=True,
        other_cpts=False,
        signed_projet_on=_LONG_AGO,
        adheres_to_projet=True,
        projet_foresees_participation=True,
        partner=partner,
        associe=associe,
    )


def _component(who: Member) -> CPTS:
    return CPTS(id="cpts", members=(_membership(who),))


def _member_of_association(who: Member) -> Candidature:
    """The statutes are not told: what the law leaves to them shows."""
    association = CPTS(id="cpts", legal_form=LegalForm.ASSOCIATION, seat_departement="33")
    return Candidature(structure=association, membership=_membership(who), earlier=())


def _in_primary_team(who: Member) -> EquipeDeSoinsPrimaires:
    return EquipeDeSoinsPrimaires(id="esp", members=(_membership(who),))


def _in_specialist_team(who: Member) -> EquipeDeSoinsSpecialises:
    return EquipeDeSoinsSpecialises(id="ess", members=(_membership(who),))


def _in_maison(who: Member) -> MaisonDeSante:
    return MaisonDeSante(id="maison", members=(_membership(who),))


def _signs_projet(who: Member) -> MaisonDeSante:
    return MaisonDeSante(id="maison", members=(_membership(who, partner=True),))


def _partner_of_sisa(who: Member) -> SISA:
    return SISA(id="sisa", members=(_membership(who, associe=True),))


def _in_centre(who: Member) -> CentreDeSante:
    return CentreDeSante(id="centre", members=(_membership(who),))


def _manages(who: Member) -> CentreDeSante:
    """Of an organisation the legal form is left to be told; a person has none."""
    if isinstance(who, Organisation):
        return CentreDeSante(id="centre", manager=attrs.evolve(who, legal_form=UNKNOWN))
    in_person = Organisation(
        id=who.id,
        legal_form=LegalForm.NATURAL_PERSON,
        kind=OrganisationKind.OTHER,
        non_profit=False,
        manages_private_health_establishment=False,
    )
    return CentreDeSante(id="centre", manager=in_person)


_CPTS = Text("CPTS", "CPTS")
_MAISON = Text("maison de santé", "maison de santé")
_CENTRE = Text("centre de santé", "centre de santé")
_MEMBER = Text("membre", "member")

COLUMNS = (
    Column(_CPTS, Text("composante", "component"), "cpts.composantes-admissibles", _component),
    Column(_CPTS, Text("adhérent", "association"), "cpts.composantes-admissibles", _member_of_association),
    Column(Text("ESP", "ESP"), _MEMBER, "esp.professionnels-de-sante", _in_primary_team),
    Column(Text("ESS", "ESS"), _MEMBER, "ess.professionnels-de-sante", _in_specialist_team),
    Column(_MAISON, _MEMBER, "msp.constituants", _in_maison),
    Column(_MAISON, Text("signer le projet", "sign the projet"), "msp.signature-autres-personnes", _signs_projet),
    Column(Text("SISA", "SISA"), Text("associé", "partner"), "sisa.associes-admissibles", _partner_of_sisa),
    Column(_CENTRE, Text("y exercer", "practise in it"), "cds.membres-salaries", _in_centre),
    Column(_CENTRE, Text("le gérer", "manage it"), "cds.gestionnaire", _manages),
)  # fmt: skip


# --- The rows

_PROFESSIONALS = Text("Professionnels", "Professionals")
_PERSONS = Text("Autres personnes", "Other persons")
_ORGANISATIONS = Text("Organisations", "Organisations")
_FAMILY_OPEN = Text("famille non établie ce jour-là", "family not established that day")
_SECTORS = {
    Sector.SANTE: Text("organisations de soins", "organisations that give care"),
    Sector.MEDICO_SOCIAL: Text("organisations médico-sociales ou sociales", "medico-social or social organisations"),
    Sector.SANTE_AU_TRAVAIL: Text("services de santé au travail", "occupational health services"),
    Sector.COORDINATION: Text("autres CPTS, dispositifs d'appui (DAC)", "other CPTS, coordination schemes (DAC)"),
    Sector.AUTRE: Text("collectivités, usagers, financeurs, autres", "authorities, users, funders, others"),
}  # fmt: skip


def _professional(*professions: Profession, **told: Any) -> Professional:
    """A professional in order, who practises in France and is no social actor besides."""
    usual: dict[str, Any] = {
        "practises_abroad": False,
        "medico_social_actor": False,
        "service_de_sante_des_armees": False,
        "meets_practice_conditions": True,
        "registered_with_ordre": True,
        "partner_of_scp_or_sel": False,
    }
    return Professional(id="candidat", professions=professions, **(usual | told))


_IN_PARTICULAR = (
    (
        Text("médecin exerçant de l'autre côté d'une frontière", "doctor who practises across a border"),
        _professional(Profession.MEDECIN, practises_abroad=True, practises_in="99109"),
    ),
    (
        Text("médecin du service de santé des armées", "doctor of the army medical service"),
        _professional(Profession.MEDECIN, service_de_sante_des_armees=True),
    ),
)
_OTHER_PERSONS = (
    *((role.label, Person(id="candidat", role=role)) for role in (PersonRole.USAGER, PersonRole.ELU)),
    (
        Text("acteur social ou médico-social", "social or medico-social actor"),
        Person(id="candidat", role=PersonRole.OTHER, medico_social_actor=True),
    ),
    (PersonRole.OTHER.label, Person(id="candidat", role=PersonRole.OTHER, medico_social_actor=False)),
)


def _organisation(kind: OrganisationKind) -> Organisation:
    """A legal person of a kind, which gives primary care if it gives care at all."""
    return Organisation(
        id="candidat",
        kind=kind,
        legal_form=LegalForm.SOCIETE,
        practises_premier_recours=kind.is_health,
        practises_second_recours=False,
    )


def candidates(on: date) -> Iterator[Candidate]:
    """Everybody of whom the law of a day is asked: each profession, each kind of organisation, other persons."""
    by_family: dict[Family | None, list[Profession]] = {}
    for profession in Profession:
        by_family.setdefault(_family(profession, on), []).append(profession)
    for family in (*Family, None):
        among = _FAMILY_OPEN if family is None else family.label
        for profession in by_family.get(family, ()):
            yield Candidate(_PROFESSIONALS, among, profession.label, _professional(profession))
    for kind, people in ((_PROFESSIONALS, _IN_PARTICULAR), (_PERSONS, _OTHER_PERSONS)):
        yield from (Candidate(kind, label, label, who) for label, who in people)
    for organisation in OrganisationKind:
        among = _SECTORS[organisation.sector]
        yield Candidate(_ORGANISATIONS, among, organisation.label, _organisation(organisation))


def _family(profession: Profession, on: date) -> Family | None:
    try:
        return profession.family_on(on)
    except OpenQuestion:
        return None


def belonging(law: Law, on: date) -> tuple[Row, ...]:
    """Who may belong to what on a day, one cell for each of ``COLUMNS``."""
    return table(COLUMNS, candidates(on), law, on)
