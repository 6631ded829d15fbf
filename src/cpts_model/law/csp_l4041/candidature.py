"""L4041-1 and L4041-3 asked beforehand: whether a candidate may become a partner of a SISA."""

from datetime import date

import attrs

from cpts_model.engine.text import Text
from cpts_model.facts.belonging import Candidature
from cpts_model.facts.structures import SISA
from cpts_model.law.csp_l4041.l4041_1 import ASSOCIES, is_admissible
from cpts_model.law.csp_l4041.l4041_3 import ASSOCIES_EXERCICE, may_practise


def to_a_sisa(candidature: Candidature, on: date) -> bool:
    """A candidature to a SISA."""
    return isinstance(candidature.structure, SISA)


def as_a_partner(candidature: Candidature, on: date) -> bool:
    """Who joins as a partner (« associé »)."""
    return bool(candidature.membership.associe)


def would_be_admissible(candidature: Candidature, on: date) -> bool:
    """A natural person of one of the professions from which partners come."""
    structure = candidature.structure
    assert isinstance(structure, SISA)
    return is_admissible(candidature.membership, structure, on)


def would_be_allowed_to_practise(candidature: Candidature, on: date) -> bool:
    """Somebody who meets every condition to practise."""
    structure = candidature.structure
    assert isinstance(structure, SISA)
    return may_practise(candidature.membership, structure, on)


CANDIDAT_ADMISSIBLE = attrs.evolve(
    ASSOCIES,
    id="sisa.candidat-admissible",
    about=Candidature,
    each=None,
    applies=(to_a_sisa, as_a_partner),
    holds=would_be_admissible,
    remedy=Text(
        "Ne pas faire entrer cette personne au capital ; elle peut contribuer au projet de santé et le signer sans être associée.",
        "Do not bring this person into the company; they may contribute to the projet de santé and sign it without being a partner.",
    ),
)

CANDIDAT_EXERCICE = attrs.evolve(
    ASSOCIES_EXERCICE,
    id="sisa.candidat-exercice",
    about=Candidature,
    each=None,
    applies=(to_a_sisa, as_a_partner),
    holds=would_be_allowed_to_practise,
    remedy=Text(
        "Attendre que la personne remplisse toutes les conditions d'exercice, inscription à l'ordre comprise.",
        "Wait until the person meets every condition to practise, registration with the ordre included.",
    ),
)

RULES = (CANDIDAT_ADMISSIBLE, CANDIDAT_EXERCICE)
