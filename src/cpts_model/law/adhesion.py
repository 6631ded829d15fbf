"""Joining a CPTS: by choice, as often as one likes.

At no date did the law attach anybody to a CPTS automatically: the clause of a bill of 2023 was
deleted before enactment. Whoever does not join breaks nothing.
"""

from datetime import date

import attrs

from cpts_model.engine.citations import PRATIQUE, Authority, Citation, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.facts.memberships import Membership
from cpts_model.facts.structures import CPTS
from cpts_model.law.csp_l1434_12.article import L1434_12, READ_2023
from cpts_model.law.parts import is_member, memberships
from cpts_model.law.sources import Source

PAYS_DE_LA_LOIRE = Source(
    "page sans date sur l'exercice coordonné en Pays de la Loire, postérieure à l'obligation d'association", date(2021, 5, 14)
)  # fmt: skip


# --- « peuvent décider de se constituer »


def consented_to_join(member: Membership, cpts: CPTS, on: date) -> bool:
    """« peuvent décider de se constituer »: a choice, of each of them."""
    return bool(member.consented)


LIBRE = Rule(
    id="adhesion.libre",
    cites=L1434_12.cite(),
    in_force=since(2016, 1, 28),
    about=CPTS,
    each=memberships,
    applies=is_member,
    holds=consented_to_join,
    modality=Modality.OBLIGATION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2023.seen_on,
    source=READ_2023.where,
    title=Text(
        "L'adhésion à une CPTS est libre : nul n'en est membre sans y avoir consenti.",
        "Joining a CPTS is free: nobody is a member without having consented.",
    ),
    remedy=Text(
        "Recueillir le consentement de cette personne, ou la retirer de la liste des membres.",
        "Obtain this person's consent, or remove them from the list of members.",
    ),
    note=Text(
        "L'article parle des professionnels de santé ; pour les autres membres, adhérer à une association suppose aussi leur accord. "
        "Aucun texte n'a jamais rattaché d'office un professionnel à une CPTS : la disposition votée par l'Assemblée nationale "
        "en juin 2023 a été supprimée avant la promulgation de la loi du 27 décembre 2023.",
        "The article speaks of health professionals; for the other members, joining an association supposes their agreement too. "
        "No text ever attached a professional to a CPTS automatically: the clause passed by the National Assembly in June 2023 "
        "was deleted before the act of 27 December 2023 was enacted.",
    ),
)


# --- Two CPTS: neither forbidden nor governed by law; a practice of one region


def belongs_to_another_cpts(member: Membership, cpts: CPTS, on: date) -> bool:
    """A member who belongs to another CPTS too."""
    return bool(member.other_cpts)


def states_a_ground(member: Membership, cpts: CPTS, on: date) -> bool:
    """« s'il se trouve en zone frontalière ou si une action spécifique requiert son adhésion »."""
    return member.ground is not None and bool(member.ground)


MULTIPLE = attrs.evolve(
    LIBRE,
    id="adhesion.multiple",
    cites=Citation(PRATIQUE, "Adhésion à deux CPTS (Pays de la Loire)"),
    in_force=since(2021, 5, 14),
    applies=(is_member, belongs_to_another_cpts),
    holds=states_a_ground,
    authority=Authority.PRACTICE,
    evidence=Evidence.SECONDARY,
    checked_on=PAYS_DE_LA_LOIRE.seen_on,
    source=PAYS_DE_LA_LOIRE.where,
    title=Text(
        "En Pays de la Loire, un professionnel adhère à deux CPTS s'il est en zone frontalière ou si une action spécifique le requiert.",
        "In Pays de la Loire, a professional joins two CPTS if they are in a border zone or if a specific action requires it.",
    ),
    remedy=Text(
        "Indiquer le motif de la seconde adhésion : zone frontalière ou action spécifique.",
        "State the ground of the second membership: border zone or specific action.",
    ),
    note=Text(
        "Pratique d'une région, connue par une page postérieure au 14 mai 2021. Aucun texte ne limite le nombre de CPTS auxquelles on peut adhérer.",
        "The practice of one region, known from a page later than 14 May 2021. No text limits the number of CPTS that one may join.",
    ),
)

RULES = (LIBRE, MULTIPLE)
ARTICLES = ()
