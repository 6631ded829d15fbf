"""L6323-1-10: the projet de santé of a centre de santé."""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown, both, either
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.structures import CentreDeSante
from cpts_model.law.csp_l6323_1.article import DATE_INFERRED, L6323_1_10, READ_2023

# --- « Les centres de santé élaborent un projet de santé, portant, en particulier, sur… »


def has_projet_on_access_to_care(cds: CentreDeSante, on: date) -> bool:
    """« un projet de santé, portant, en particulier, sur l'accessibilité et la continuité des soins »."""
    return cds.projet is not None and bool(cds.projet.covers_accessibility)


def has_projet(cds: CentreDeSante, on: date) -> bool:
    """« au projet de santé »: where there is one."""
    return cds.projet is not None


def operating_rules_are_annexed(cds: CentreDeSante, on: date) -> bool:
    """« Le règlement de fonctionnement du centre de santé est annexé au projet de santé. »"""
    return cds.projet is not None and bool(cds.projet.reglement_de_fonctionnement_annexed)


PROJET = Rule(
    id="cds.projet",
    cites=L6323_1_10.alinea(1),
    in_force=since(2018, 3, 2),
    about=CentreDeSante,
    holds=has_projet_on_access_to_care,
    modality=Modality.OBLIGATION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2023.seen_on,
    source=READ_2023.where,
    title=Text(
        "Le centre de santé élabore un projet de santé qui porte notamment sur l'accessibilité, la continuité et la "
        "coordination des soins.",
        "A centre de santé draws up a projet de santé, on access to care, its continuity and its coordination among others.",
    ),
    remedy=Text(
        "Élaborer un projet de santé qui traite de l'accessibilité, de la continuité et de la coordination des soins.",
        "Draw up a projet de santé that deals with access to care, its continuity and its coordination.",
    ),
    note=DATE_INFERRED,
)

REGLEMENT = attrs.evolve(
    PROJET,
    id="cds.reglement-de-fonctionnement",
    cites=L6323_1_10.alinea(2),
    applies=has_projet,
    holds=operating_rules_are_annexed,
    title=Text(
        "Le règlement de fonctionnement du centre est annexé au projet de santé.",
        "The centre's operating rules are annexed to the projet de santé.",
    ),
    remedy=Text(
        "Annexer le règlement de fonctionnement au projet de santé.",
        "Annex the operating rules to the projet de santé.",
    ),
)


# --- « Le projet de santé du centre de santé géré par un établissement de santé est distinct du projet d'établissement. »


def is_a_public_health_establishment(manager: Organisation | Unknown) -> bool:
    """An établissement public de santé, by its legal form or, where a form leaves room for it (a GCS), by its kind."""
    form = manager.legal_form
    return either(
        lambda: form is not None and form.is_etablissement_public_de_sante,
        lambda: form is not None and (form.is_gcs or form.is_other) and bool(manager.kind.is_public_hospital),
    )


def has_projet_and_a_health_establishment_as_manager(cds: CentreDeSante, on: date) -> bool:
    """« centre de santé géré par un établissement de santé »."""
    return both(
        lambda: cds.projet is not None,
        lambda: either(
            lambda: is_a_public_health_establishment(cds.manager),
            lambda: cds.manager.manages_private_health_establishment,
        ),
    )


def projet_is_distinct(cds: CentreDeSante, on: date) -> bool:
    """« est distinct du projet d'établissement »."""
    return cds.projet is not None and bool(cds.projet.distinct_from_hospital_projet)


PROJET_DISTINCT = attrs.evolve(
    PROJET,
    id="cds.projet-distinct",
    cites=L6323_1_10.alinea(3),
    applies=has_projet_and_a_health_establishment_as_manager,
    holds=projet_is_distinct,
    title=Text(
        "Le projet de santé d'un centre géré par un établissement de santé est distinct du projet d'établissement.",
        "The projet de santé of a centre that a health establishment manages is distinct from the establishment's own project.",
    ),
    remedy=Text(
        "Écrire pour le centre un projet de santé qui lui soit propre.",
        "Write a projet de santé of the centre's own.",
    ),
)

RULES = (PROJET, REGLEMENT, PROJET_DISTINCT)
