"""L1434-12, the projet de santé: formalised, transmitted, stating its territory of action.

Nothing read asks each member to sign it, nor any size of territory, nor forbids territories
to overlap.
"""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.facts.structures import CPTS
from cpts_model.law.csp_l1434_12.article import L1434_12, READ_2023

# --- « Les membres […] formalisent, à cet effet, un projet de santé… »


def projet_is_formalised(cpts: CPTS, on: date) -> bool:
    """« Les membres de la communauté […] formalisent, à cet effet, un projet de santé »."""
    return cpts.projet is not None and bool(cpts.projet.drawn_up_by_members)


PROJET_FORMALISE = Rule(
    id="cpts.projet-formalise",
    cites=L1434_12.cite(),
    in_force=since(2016, 1, 28),
    about=CPTS,
    holds=projet_is_formalised,
    modality=Modality.OBLIGATION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2023.seen_on,
    source=READ_2023.where,
    title=Text(
        "Les membres de la CPTS formalisent un projet de santé.",
        "The members of a CPTS write down a projet de santé.",
    ),
    remedy=Text("Rédiger ensemble un projet de santé.", "Write a projet de santé together."),
    note=Text(
        "Aucune signature de chacun des membres n'est exigée, à la différence de la maison de santé.",
        "No signature of each member is asked for, unlike in a maison de santé.",
    ),
)


# --- « …qu'ils transmettent à l'agence régionale de santé. »


def projet_is_transmitted(cpts: CPTS, on: date) -> bool:
    """« un projet de santé, qu'ils transmettent à l'agence régionale de santé »."""
    return (
        cpts.projet is not None
        and cpts.projet.transmitted_on is not None
        and cpts.projet.transmitted_on <= on
    )


PROJET_TRANSMIS = attrs.evolve(
    PROJET_FORMALISE,
    id="cpts.projet-transmis",
    holds=projet_is_transmitted,
    title=Text(
        "Les membres de la CPTS transmettent le projet de santé à l'agence régionale de santé.",
        "The members of a CPTS send the projet de santé to the ARS.",
    ),
    remedy=Text(
        "Transmettre le projet de santé à l'agence régionale de santé.",
        "Send the projet de santé to the ARS.",
    ),
    note=None,
)


# --- « Le projet de santé précise en particulier le territoire d'action… »


def projet_states_its_territory(cpts: CPTS, on: date) -> bool:
    """« Le projet de santé précise en particulier le territoire d'action »."""
    return cpts.projet is not None and cpts.projet.territory is not None and bool(cpts.projet.territory)


PROJET_TERRITOIRE = attrs.evolve(
    PROJET_FORMALISE,
    id="cpts.projet-territoire",
    holds=projet_states_its_territory,
    title=Text(
        "Le projet de santé précise le territoire d'action de la CPTS.",
        "The projet de santé states the territory of action of the CPTS.",
    ),
    remedy=Text(
        "Préciser le territoire d'action dans le projet de santé.",
        "State the territory of action in the projet de santé.",
    ),
    note=Text(
        "La loi ne fixe ni taille, ni exclusivité : deux territoires qui se recouvrent n'enfreignent rien, "
        "mais l'agence peut discuter la pertinence du territoire.",
        "The law sets neither size nor exclusivity: two territories that overlap break nothing, "
        "but the agency may question the relevance of the territory.",
    ),
)

RULES = (PROJET_FORMALISE, PROJET_TRANSMIS, PROJET_TERRITOIRE)
