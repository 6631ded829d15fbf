"""Keeping a register of members: what must be so for it not to contradict itself.

No article says it: these rules hold of any list of members. They warn of what they are not
sure of, and stop a record that would be false.
"""

from collections.abc import Iterable
from datetime import date

import attrs

from cpts_model.engine.citations import PRATIQUE, Authority, Citation, Evidence
from cpts_model.engine.dates import ALWAYS
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown, all_of, any_of, both, either
from cpts_model.facts.belonging import Belonging, Belongings, Departure
from cpts_model.facts.memberships import Membership

KEEPING = Citation(PRATIQUE, "Tenue du registre des membres")
WRITTEN_ON = date(2026, 11, 21)
SOURCE = "cohérence d'une liste de membres : aucun texte ne l'énonce"


# --- Only a member can leave


def is_a_member_that_day(departure: Departure, on: date) -> bool:
    """Who leaves had joined by that day, and had not left: by the dates, or by a list of members."""
    day = departure.leaves_on
    return either(lambda: _lasts(departure.membership, day), lambda: departure.running_on(day))


def _lasts(membership: Membership, day: date) -> bool:
    return both(
        lambda: membership.joined_on <= day,
        lambda: membership.left_on is None or membership.left_on > day,
    )


MEMBRE_CE_JOUR = Rule(
    id="registre.membre-ce-jour",
    cites=KEEPING,
    in_force=ALWAYS,
    about=Departure,
    holds=is_a_member_that_day,
    modality=Modality.DEFINITION,
    authority=Authority.PRACTICE,
    evidence=Evidence.DERIVED,
    checked_on=WRITTEN_ON,
    source=SOURCE,
    title=Text(
        "On ne quitte une structure que si l'on en est membre ce jour-là.",
        "Only a member can leave a structure.",
    ),
    remedy=Text(
        "Vérifier la date : l'adhésion a pris fin plus tôt, ou commence plus tard.",
        "Check the day: the membership ended earlier, or begins later.",
    ),
)


# --- Death ends every membership


def memberships_held(belongings: Belongings, on: date) -> Iterable[Belonging]:
    """Every membership of one person, running or not."""
    return belongings.held


def a_death_is_recorded(one: Belonging, belongings: Belongings, on: date) -> bool:
    """One of the memberships ended by the death of its holder."""
    return any_of(belongings.held, lambda other: other.membership.ended_by_death)


def ends_with_the_death(one: Belonging, belongings: Belongings, on: date) -> bool:
    """A membership ends on the day of the death at the latest, or never begins."""
    return all_of(
        belongings.held,
        lambda other: either(
            lambda: not other.membership.ended_by_death,
            lambda: _has_ended_by(one.membership, other.membership.left_on),
        ),
    )


def _has_ended_by(membership: Membership, day: date | Unknown | None) -> bool:
    left = membership.left_on
    return left is not None and either(
        lambda: day is not None and left <= day, lambda: left <= membership.joined_on
    )


FIN_PAR_DECES = attrs.evolve(
    MEMBRE_CE_JOUR,
    id="registre.fin-par-deces",
    about=Belongings,
    each=memberships_held,
    applies=a_death_is_recorded,
    holds=ends_with_the_death,
    modality=Modality.OBLIGATION,
    title=Text(
        "Le décès met fin à toutes les adhésions de la personne.",
        "A death ends every membership of the person.",
    ),
    remedy=Text(
        "Mettre fin à cette adhésion au jour du décès, ou corriger la cause de fin de l'autre.",
        "End this membership on the day of the death, or mend the cause told of the other.",
    ),
)

RULES = (MEMBRE_CE_JOUR, FIN_PAR_DECES)
ARTICLES = ()
