"""L6323-3, last paragraphs: the university maison de santé, the child obesity pathway."""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion
from cpts_model.facts.structures import MaisonDeSante
from cpts_model.law.csp_l6323_3.article import L6323_3, READ_2023

# --- « …maison de santé pluriprofessionnelle universitaire »


def claims_to_be_universitaire(msp: MaisonDeSante, on: date) -> bool:
    """A maison de santé that calls itself « universitaire »."""
    return bool(msp.universitaire)


def entry_not_found(msp: MaisonDeSante, on: date) -> bool:
    """The paragraph entered the article in 2016 or in 2019: which was not found."""
    raise OpenQuestion(
        Text(
            "le jour où la maison de santé universitaire est entrée dans l'article (2016 ou 2019) n'a pas été trouvé",
            "the day on which the university maison de santé entered the article (2016 or 2019) was not found",
        )
    )


def has_university_convention(msp: MaisonDeSante, on: date) -> bool:
    """« ayant signé une convention tripartite » with its ARS and a public university of medicine, pharmacy or dentistry."""
    return msp.university_convention_signed_on is not None and msp.university_convention_signed_on <= on


UNIVERSITAIRE = Rule(
    id="msp.universitaire",
    cites=L6323_3.cite(),
    in_force=since(2021, 12, 25),
    about=MaisonDeSante,
    applies=claims_to_be_universitaire,
    holds=has_university_convention,
    modality=Modality.DEFINITION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2023.seen_on,
    source=READ_2023.where,
    title=Text(
        "Une maison de santé universitaire a signé une convention tripartite avec l'agence régionale de santé dont elle dépend et un "
        "établissement public d'enseignement supérieur doté d'une UFR de médecine, de pharmacie ou d'odontologie, pour la formation et "
        "la recherche en soins primaires.",
        "A university maison de santé has signed a tripartite convention with the ARS it depends on and a public higher-education "
        "establishment that has a faculty (UFR) of medicine, pharmacy or dentistry, for training and research in primary care.",
    ),
    remedy=Text(
        "Signer la convention tripartite, ou ne pas porter le nom d'universitaire.",
        "Sign the tripartite convention, or do not use the university name.",
    ),
)

UNIVERSITAIRE_2019 = attrs.evolve(
    UNIVERSITAIRE,
    in_force=since(2019, 7, 27).before(2021, 12, 25),
    evidence=Evidence.DERIVED,
    checked_on=date(2021, 12, 24),
    note=Text(
        "Texte lu dans la version suivante : ce passage est entré dans l'article en 2016 ou en 2019, il y était donc déjà (déduit).",
        "Text read in the next version: this passage entered the article in 2016 or in 2019, so it was there already (inferred).",
    ),
)

UNIVERSITAIRE_DATE_UNKNOWN = attrs.evolve(
    UNIVERSITAIRE,
    in_force=since(2016, 1, 28).before(2019, 7, 27),
    holds=entry_not_found,
    evidence=Evidence.DERIVED,
    checked_on=date(2019, 7, 26),
)


# --- Parcours de l'enfant en surpoids (2021)


def runs_child_obesity_pathway(msp: MaisonDeSante, on: date) -> bool:
    """A pathway for children who are overweight or obese, or at risk of it."""
    return bool(msp.child_obesity_pathway)


def on_prescription_for_children_of_the_age(msp: MaisonDeSante, on: date) -> bool:
    """On medical prescription, for a child « de trois à douze ans »."""
    return bool(msp.child_obesity_pathway_prescribed)


PARCOURS_OBESITE = attrs.evolve(
    UNIVERSITAIRE,
    id="msp.parcours-obesite-enfant",
    applies=runs_child_obesity_pathway,
    holds=on_prescription_for_children_of_the_age,
    modality=Modality.PERMISSION,
    title=Text(
        "La maison de santé peut mener, sur prescription médicale, un parcours pour l'enfant de trois à douze ans en surpoids, "
        "obèse sans complication ou à risque.",
        "A maison de santé may run, on medical prescription, a pathway for a child of three to twelve who is overweight, "
        "obese without complication, or at risk.",
    ),
    remedy=Text(
        "Réserver le parcours à ces enfants, sur prescription médicale.",
        "Keep the pathway to these children, on medical prescription.",
    ),
)

RULES = (
    UNIVERSITAIRE_DATE_UNKNOWN,
    UNIVERSITAIRE_2019,
    UNIVERSITAIRE,
    PARCOURS_OBESITE,
)
