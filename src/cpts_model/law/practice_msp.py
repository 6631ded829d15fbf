"""What agencies and funders expect of a maison de santé, and no article requires.

Article L6323-3 sets no minimum number of members, no validation and no particular legal
form: a maison de santé that lacks these breaks no law.
"""

from datetime import date

import attrs

from cpts_model.engine.citations import PRATIQUE, Article, Authority, Citation, Evidence
from cpts_model.engine.dates import months_elapsed, since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, Unknown, UnknownFact, any_of, at_least, both, either
from cpts_model.facts.memberships import Membership
from cpts_model.facts.professions import Family
from cpts_model.facts.structures import MaisonDeSante
from cpts_model.law.sources import Source

REPORTED = Source(
    "pages non datées d'agences et de fédérations : bretagne.paps.sante.fr, gps17.fr, macsf.fr, fmps-normandie.org, femasif.fr",
    date(2022, 8, 3),
)
EXPECTED = Citation(
    PRATIQUE, "conditions habituelles des ARS et de l'assurance maladie pour les maisons de santé"
)
FINESS = Citation(PRATIQUE, "instruction DGOS/PF3/DREES/DMSI/2012/135 du 28 mars 2012")

# --- « 2 médecins généralistes + 1 paramédical »

OTHER_HEALTH_PROFESSIONAL = Text(
    "selon les sources, le troisième doit être un paramédical ou tout autre professionnel de santé ; "
    "demander à l'agence régionale de santé",
    "depending on the source, the third must be a paramedical or any other health professional; ask the ARS",
)


def _has_two_general_practitioners(msp: MaisonDeSante, on: date) -> bool:
    return at_least(
        2,
        msp.members,
        lambda member: both(lambda: member.running_on(on), lambda: member.member.is_generaliste),
    )


def _has_a_paramedical(msp: MaisonDeSante, on: date) -> bool:
    """« 1 paramédical », read as an auxiliaire médical: paramedical is no legal category."""

    def is_auxiliary(member: Membership) -> bool:
        return both(
            lambda: member.running_on(on),
            lambda: member.member.qualifies(Family.AUXILIAIRE_MEDICAL, on),
        )

    def is_of_another_profession(member: Membership) -> bool:
        return both(
            lambda: member.running_on(on),
            lambda: member.member.is_health_professional(on),
            lambda: not member.member.is_generaliste,
        )

    if any_of(msp.members, is_auxiliary):
        return True
    if any_of(msp.members, is_of_another_profession):
        raise OpenQuestion(OTHER_HEALTH_PROFESSIONAL)
    return False


def gathers_two_doctors_and_a_paramedical(msp: MaisonDeSante, on: date) -> bool:
    """Two general practitioners and a paramedical: expected for funding, asked by no article."""
    return both(
        lambda: _has_two_general_practitioners(msp, on),
        lambda: _has_a_paramedical(msp, on),
    )


DEUX_MEDECINS_UN_PARAMEDICAL = Rule(
    id="msp.pratique-2mg-1",
    cites=EXPECTED,
    in_force=since(2017, 4, 20),
    about=MaisonDeSante,
    holds=gathers_two_doctors_and_a_paramedical,
    modality=Modality.OBLIGATION,
    authority=Authority.PRACTICE,
    evidence=Evidence.SECONDARY,
    checked_on=REPORTED.seen_on,
    source=REPORTED.where,
    title=Text(
        "Les agences et l'assurance maladie attendent d'une maison de santé deux médecins généralistes et un paramédical.",
        "Agencies and health insurance expect two general practitioners and one paramedical in a maison de santé.",
    ),
    remedy=Text(
        "Réunir deux médecins généralistes et un auxiliaire médical avant de demander un financement.",
        "Have two general practitioners and one auxiliaire médical before asking for funding.",
    ),
    note=Text(
        "Usage, non loi : l'article L6323-3 ne fixe aucun minimum. Le minimum de deux médecins et un auxiliaire médical est celui "
        "de la SISA (L4041-4).",
        "Practice, not law: article L6323-3 sets no minimum. The minimum of two doctors and one auxiliaire médical is that of "
        "the SISA (L4041-4).",
    ),
)


# --- Projet « validé » par l'ARS, numéro FINESS


def projet_is_validated(msp: MaisonDeSante, on: date) -> bool:
    """The projet expressly validated by the ARS, which the law only informs."""
    return msp.projet is not None and msp.projet.validated_on is not None and msp.projet.validated_on <= on


def has_finess_number(msp: MaisonDeSante, on: date) -> bool:
    """Registered in FINESS, under category 603."""
    return msp.finess is not None and bool(msp.finess)


VALIDATION = attrs.evolve(
    DEUX_MEDECINS_UN_PARAMEDICAL,
    id="msp.pratique-validation",
    holds=projet_is_validated,
    title=Text(
        "Les agences valident le projet de santé de la maison de santé avant tout financement.",
        "Agencies validate the projet de santé of a maison de santé before any funding.",
    ),
    remedy=Text(
        "Demander à l'agence régionale de santé de valider le projet de santé.",
        "Ask the ARS to validate the projet de santé.",
    ),
    note=Text(
        "Usage, non loi : l'article L6323-3 veut une simple transmission, pour information.",
        "Practice, not law: article L6323-3 asks for transmission only, for information.",
    ),
)

NUMERO_FINESS = attrs.evolve(
    VALIDATION,
    id="msp.pratique-finess",
    cites=FINESS,
    in_force=since(2012, 3, 28),
    holds=has_finess_number,
    checked_on=date(2012, 3, 28),
    source="instruction DGOS/PF3/DREES/DMSI/2012/135 du 28 mars 2012 (titre seul lu, 123dok.net)",
    title=Text(
        "La maison de santé est enregistrée dans FINESS (catégorie 603).",
        "A maison de santé is registered in FINESS (category 603).",
    ),
    remedy=Text("Demander l'enregistrement à l'agence régionale de santé.", "Ask the ARS for registration."),
    note=Text(
        "L'article L6323-3 ne le demande pas. Le libellé de la catégorie cite par erreur l'article « L.6223-3 ».",
        "Article L6323-3 does not ask for it. The label of the category cites article “L.6223-3” by mistake.",
    ),
)


# --- SISA, pour recevoir les rémunérations de l'accord interprofessionnel

MONTHS_TO_BECOME_A_SISA = 6
"""Counted from the signature of the contract."""


def _signed_on(msp: MaisonDeSante) -> date | None:
    signed = None if msp.contract is None else msp.contract.signed_on
    if isinstance(signed, Unknown):
        raise UnknownFact
    return signed


def has_signed_a_contract(msp: MaisonDeSante, on: date) -> bool:
    """A contract under the accord conventionnel interprofessionnel is signed."""
    signed = _signed_on(msp)
    return signed is not None and signed <= on


def is_or_has_time_to_become_a_sisa(msp: MaisonDeSante, on: date) -> bool:
    """A SISA, or within six months of signing."""
    signed = _signed_on(msp)
    return either(
        lambda: msp.legal_form is not None and msp.legal_form.is_sisa,
        lambda: msp.sisa is not None and bool(msp.sisa.id),
        lambda: signed is None or not months_elapsed(signed, MONTHS_TO_BECOME_A_SISA, on),
    )


SISA_POUR_L_ACI = attrs.evolve(
    DEUX_MEDECINS_UN_PARAMEDICAL,
    id="msp.pratique-sisa",
    applies=has_signed_a_contract,
    holds=is_or_has_time_to_become_a_sisa,
    title=Text(
        "Une maison de santé qui a signé le contrat interprofessionnel est une SISA, ou le devient dans les six mois.",
        "A maison de santé that has signed the interprofessional contract is a SISA, or becomes one within six months.",
    ),
    remedy=Text(
        "Constituer une SISA pour recevoir les rémunérations du contrat.",
        "Form a SISA to receive the contract's payments.",
    ),
    note=Text(
        "Usage, non loi : l'article L6323-3 demande une personne morale, quelle que soit sa forme.",
        "Practice, not law: article L6323-3 asks for a legal person, whatever its form.",
    ),
)

ARTICLES: tuple[Article, ...] = ()
RULES = (DEUX_MEDECINS_UN_PARAMEDICAL, VALIDATION, NUMERO_FINESS, SISA_POUR_L_ACI)
