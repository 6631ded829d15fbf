"""L6323-1: what a centre de santé does."""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, either
from cpts_model.facts.structures import CentreDeSante
from cpts_model.law.csp_l6323_1.article import DATE_INFERRED, L6323_1, READ_2018, READ_2023

# --- « Les centres de santé sont des structures sanitaires de proximité, dispensant des soins de premier recours… »


def gives_primary_care(cds: CentreDeSante, on: date) -> bool:
    """« dispensant des soins de premier recours ».

    Raises:
        OpenQuestion: it gives none, and only makes diagnoses.
    """
    if cds.premier_recours:
        return True
    if cds.diagnosis_only:
        raise OpenQuestion(
            Text(
                "le centre ne fait que du diagnostic : l'article le permet « par dérogation à l'alinéa précédent », sans dire "
                "si cela dispense aussi du premier recours ; demander à l'agence régionale de santé",
                "the centre only makes diagnoses: the article allows it, by derogation from the paragraph before, without "
                "saying whether this also exempts from primary care; ask the ARS",
            )
        )
    return False


def prevents_diagnoses_and_treats(cds: CentreDeSante, on: date) -> bool:
    """« pratiquant à la fois des activités de prévention, de diagnostic et de soins »."""
    return either(cds.prevention_diagnosis_and_care, cds.diagnosis_only)


def without_accommodation(cds: CentreDeSante, on: date) -> bool:
    """« au sein du centre, sans hébergement, ou au domicile du patient »."""
    return not cds.accommodation


PREMIER_RECOURS = Rule(
    id="cds.premier-recours",
    cites=L6323_1.alinea(1),
    in_force=since(2018, 3, 2),
    about=CentreDeSante,
    holds=gives_primary_care,
    modality=Modality.DEFINITION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2023.seen_on,
    source=f"{READ_2023.where} ; {READ_2018.where}",
    title=Text(
        "Le centre de santé dispense des soins de premier recours.",
        "A centre de santé gives primary care (premier recours).",
    ),
    remedy=Text(
        "Dispenser des soins de premier recours ; le second recours ne vient qu'en plus.",
        "Give primary care; second-line care only comes on top of it.",
    ),
    note=DATE_INFERRED,
)

ACTIVITES = attrs.evolve(
    PREMIER_RECOURS,
    id="cds.activites",
    also_cites=(L6323_1.alinea(2),),
    holds=prevents_diagnoses_and_treats,
    title=Text(
        "Le centre de santé pratique à la fois la prévention, le diagnostic et les soins, ou, par dérogation, le diagnostic seul.",
        "A centre de santé does prevention, diagnosis and care, all three, or, by derogation, diagnosis only.",
    ),
    remedy=Text(
        "Compléter les activités du centre, ou le consacrer au seul diagnostic.",
        "Complete the centre's activities, or devote it to diagnosis alone.",
    ),
)

SANS_HEBERGEMENT = attrs.evolve(
    PREMIER_RECOURS,
    id="cds.sans-hebergement",
    holds=without_accommodation,
    title=Text(
        "Les soins sont donnés au centre, sans hébergement, ou au domicile du patient.",
        "Care is given in the centre, without accommodation, or at the patient's home.",
    ),
    remedy=Text("Cesser tout hébergement de patients.", "Stop accommodating patients."),
)


# --- « Tout centre de santé, y compris chacune de ses antennes, réalise, à titre principal, des prestations remboursables… »


def services_are_mainly_reimbursable(cds: CentreDeSante, on: date) -> bool:
    """« réalise, à titre principal, des prestations remboursables par l'assurance maladie »."""
    return bool(cds.principally_reimbursable)


PRESTATIONS_REMBOURSABLES = attrs.evolve(
    PREMIER_RECOURS,
    id="cds.prestations-remboursables",
    cites=L6323_1.alinea(3),
    holds=services_are_mainly_reimbursable,
    modality=Modality.OBLIGATION,
    title=Text(
        "Le centre de santé et chacune de ses antennes réalisent, à titre principal, des prestations remboursables "
        "par l'assurance maladie.",
        "A centre de santé, and each of its branches, mainly gives services that health insurance reimburses.",
    ),
    remedy=Text(
        "Faire des prestations remboursables l'activité principale du centre et de chaque antenne.",
        "Make reimbursable services the main activity of the centre and of each branch.",
    ),
)

RULES = (PREMIER_RECOURS, ACTIVITES, SANS_HEBERGEMENT, PRESTATIONS_REMBOURSABLES)
