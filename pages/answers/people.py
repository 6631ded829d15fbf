"""Invented people and structures, as small as the questions allow."""

from datetime import date
from typing import Any

from cpts_model import (
    CPTS,
    Candidature,
    LegalForm,
    Membership,
    Organisation,
    OrganisationKind,
    Person,
    PersonRole,
    Profession,
    Professional,
    Statutes,
)
from cpts_model.facts.memberships import Member

LONG_AGO = date(2010, 1, 4)
"""Before every change of law that the pages show."""

NURSE = Professional(
    id="infirmiere",
    name="Inès Chimère",
    professions=(Profession.INFIRMIER,),
    practises_abroad=False,
    service_de_sante_des_armees=False,
)
DOCTOR = Professional(id="medecin", name="Côme Inventé", professions=(Profession.MEDECIN,))
OSTEOPATH = Professional(
    id="osteopathe",
    name="Odile Fictive",
    professions=(Profession.OSTEOPATHE,),
    practises_premier_recours=False,
    practises_second_recours=False,
    medico_social_actor=False,
)
COUNCILLOR = Person(id="elue", name="Élise Factice", role=PersonRole.ELU)
EHPAD = Organisation(id="ehpad", name="EHPAD des Mots", kind=OrganisationKind.EHPAD)


def member(who: Member, **terms: Any) -> Membership:
    """A membership that has run for long, and still does."""
    return Membership(**{"member": who, "joined_on": LONG_AGO, "left_on": None, "partner": False, **terms})


def cpts(*members: Membership, **facts: Any) -> CPTS:
    """An invented CPTS of these members."""
    return CPTS(id="cpts-des-mots", members=members, **facts)


def association(statutes: Statutes, **facts: Any) -> CPTS:
    """An invented CPTS, an association of the law of 1901, with its statutes."""
    return CPTS(id="cpts-des-mots", legal_form=LegalForm.ASSOCIATION, statutes=statutes, **facts)


def candidature(who: Member, structure: CPTS, **terms: Any) -> Candidature:
    """Somebody who asks to join, and agrees to."""
    return Candidature(
        structure=structure, membership=Membership(member=who, consented=True, **terms), earlier=()
    )
