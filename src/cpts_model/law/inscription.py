"""Entering somebody in a register of members: once at a time, and the living only."""

from datetime import date

import attrs

from cpts_model.engine.rule import Modality
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown, all_of, any_of, both, either
from cpts_model.facts.belonging import Candidature
from cpts_model.facts.memberships import Membership
from cpts_model.law.registre import MEMBRE_CE_JOUR

# --- One entry at a time


def no_entry_runs_at_the_same_time(candidature: Candidature, on: date) -> bool:
    """No entry of the candidate in the structure shares a day with the one to come."""
    new = candidature.membership

    def apart(entry: Membership) -> bool:
        return either(
            lambda: _is_over_by(entry, new.joined_on),
            lambda: _is_over_by(new, entry.joined_on),
            # One that was called off before it began never ran.
            lambda: _is_over_by(entry, entry.joined_on),
        )

    return all_of(candidature.earlier, apart)


def _is_over_by(entry: Membership, day: date | Unknown) -> bool:
    return entry.left_on is not None and entry.left_on <= day


UNE_SEULE_ADHESION = attrs.evolve(
    MEMBRE_CE_JOUR,
    id="registre.une-seule-adhesion",
    about=Candidature,
    holds=no_entry_runs_at_the_same_time,
    modality=Modality.OBLIGATION,
    title=Text(
        "Une personne n'est inscrite qu'une fois à la fois dans une même structure.",
        "A person is entered only once at a time in one structure.",
    ),
    remedy=Text(
        "Indiquer quand l'inscription précédente a pris fin, ou conserver celle qui court.",
        "Say when the earlier entry ended, or keep the one that runs.",
    ),
    note=Text(
        "Qui revient après un départ a une nouvelle adhésion. Qui n'était que partenaire (comité de suivi…) n'était pas membre : "
        "son inscription comme partenaire prend fin le jour où il adhère.",
        "Somebody who comes back has a new membership. Who was a partner only (comité de suivi…) was no member: their entry as a "
        "partner ends the day they join.",
    ),
)


# --- The living only


def candidate_is_a_natural_person(candidature: Candidature, on: date) -> bool:
    """Only a human being dies."""
    return candidature.member.is_natural_person


def no_death_is_recorded(candidature: Candidature, on: date) -> bool:
    """No membership of the candidate, here or elsewhere, ended by their death."""

    def died(membership: Membership) -> bool:
        left = membership.left_on
        return both(lambda: left is not None and left <= on, lambda: membership.ended_by_death)

    return not either(
        lambda: any_of(candidature.others, lambda other: died(other.membership)),
        lambda: any_of(candidature.earlier, died),
    )


PERSONNE_DECEDEE = attrs.evolve(
    UNE_SEULE_ADHESION,
    id="registre.personne-decedee",
    applies=candidate_is_a_natural_person,
    holds=no_death_is_recorded,
    title=Text(
        "Une personne dont le registre porte le décès n'adhère plus.",
        "Somebody whose death the register records joins no more.",
    ),
    remedy=Text(
        "Vérifier l'identité du candidat, ou corriger la cause de fin de l'adhésion passée.",
        "Check who the candidate is, or mend the cause of end of the past membership.",
    ),
    note=None,
)

ARTICLES = ()
RULES = (UNE_SEULE_ADHESION, PERSONNE_DECEDEE)
