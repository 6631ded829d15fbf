"""L4041-1 and L4041-3 asked of the heirs of a partner: who of them may be a partner in turn."""

from datetime import date

import attrs

from cpts_model.engine.citations import Evidence
from cpts_model.engine.rule import Modality
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import both
from cpts_model.facts.heirs import Heir
from cpts_model.facts.memberships import Membership
from cpts_model.facts.structures import SISA
from cpts_model.law.csp_l4041.article import L4041_1
from cpts_model.law.csp_l4041.l4041_1 import is_admissible
from cpts_model.law.csp_l4041.l4041_3 import ASSOCIES_EXERCICE, may_practise


def is_a_deceased_partner(member: Membership, sisa: SISA, on: date) -> bool:
    """« le décès d'un associé »: on the day or before."""
    return both(
        lambda: member.associe,
        lambda: member.ended_by_death,
        lambda: member.left_on is not None and member.left_on <= on,
    )


def heirs(sisa: SISA, on: date) -> tuple[Heir, ...]:
    """The heirs and legatees of the partners who died."""
    return tuple(
        heir for member in sisa.members if is_a_deceased_partner(member, sisa, on) for heir in member.heirs
    )


def may_be_a_partner(heir: Heir, sisa: SISA, on: date) -> bool:
    """A natural person of one of the professions from which partners come, who may practise it."""
    return both(lambda: is_admissible(heir, sisa, on), lambda: may_practise(heir, sisa, on))


HERITIER_ADMISSIBLE = attrs.evolve(
    ASSOCIES_EXERCICE,
    id="sisa.heritier-admissible",
    also_cites=(L4041_1.alinea(1),),
    each=heirs,
    applies=None,
    holds=may_be_a_partner,
    modality=Modality.PERMISSION,
    evidence=Evidence.DERIVED,
    title=Text(
        "L'héritier ou le légataire d'un associé ne peut devenir associé de la SISA que s'il exerce lui-même une profession "
        "médicale, d'auxiliaire médical ou de pharmacien et en remplit toutes les conditions d'exercice.",
        "An heir or a legatee of a partner may become a partner of the SISA only if they themselves practise a medical "
        "profession, one of auxiliaire médical, or that of pharmacist, and meet every condition to practise it.",
    ),
    remedy=Text(
        "Payer à cet héritier la valeur des parts (code civil, art. 1870-1) : il ne peut pas devenir associé.",
        "Pay this heir the value of the shares (civil code, art. 1870-1): they cannot become a partner.",
    ),
    note=Text(
        "Aucun texte ne le dit des héritiers : la règle est déduite de ce que seules ces personnes peuvent être associées.",
        "No text says so of heirs: the rule is derived from the fact that only these persons may be partners.",
    ),
)

RULES = (HERITIER_ADMISSIBLE,)
