"""The dates of a centre de santé: its conformity commitment, the agrément of some activities."""

from datetime import date

import attrs

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown, UnknownFact, both
from cpts_model.facts.structures import CentreDeSante
from cpts_model.law.csp_l6323_1.article import (
    AGREMENT_FILED_BEFORE,
    CONFORMITY_DEADLINE,
    CONFORMITY_DEADLINE_AT_LATEST,
    REFORM_2023,
    REGIME_2018,
)
from cpts_model.law.csp_l6323_1.ouverture import AGREMENT, ENGAGEMENT_CONFORMITE
from cpts_model.life.deadlines.deadline import DeadlineKind
from cpts_model.life.deadlines.delay import Delay, day_before, on_the


def _opened_before(cds: CentreDeSante, day: date) -> bool:
    return cds.opened_on is not None and cds.opened_on < day


def _opened_since(cds: CentreDeSante, day: date) -> bool:
    return cds.opened_on is not None and cds.opened_on >= day


def _eve_of_the_opening(cds: CentreDeSante) -> date | None | Unknown:
    return day_before(cds.opened_on)


# --- The commitment: before opening, or within the year of the centres that were open already


def _commitment_was_handed_in(cds: CentreDeSante) -> bool:
    if isinstance(cds.conformity_commitment_on, Unknown):
        raise UnknownFact
    return cds.conformity_commitment_on is not None


_BEFORE_OPENING = Delay(
    key=ENGAGEMENT_CONFORMITE.id,
    rule=ENGAGEMENT_CONFORMITE.id,
    starts=_eve_of_the_opening,
    kind=DeadlineKind.OBLIGATION,
    concerns=lambda cds: _opened_since(cds, REGIME_2018),
    done=_commitment_was_handed_in,
    title=Text(
        "Dernier jour pour remettre le projet de santé et l'engagement de conformité à l'agence régionale de santé, avant l'ouverture.",
        "Last day to hand the projet de santé and the conformity commitment to the ARS, ahead of the opening.",
    ),
)
_OF_OLDER_CENTRES = attrs.evolve(
    _BEFORE_OPENING,
    key=f"{ENGAGEMENT_CONFORMITE.id}/centres-deja-ouverts",
    starts=on_the(CONFORMITY_DEADLINE),
    concerns=lambda cds: _opened_before(cds, REGIME_2018),
    title=Text(
        "Dernier jour pour que le centre déjà ouvert remette son engagement de conformité à l'agence régionale de santé.",
        "Last day for a centre that was open already to hand its conformity commitment to the ARS.",
    ),
)
_AT_THE_LATEST = attrs.evolve(
    _OF_OLDER_CENTRES,
    key=f"{ENGAGEMENT_CONFORMITE.id}/centres-deja-ouverts-au-plus-tard",
    starts=on_the(CONFORMITY_DEADLINE_AT_LATEST),
    note=Text(
        "Même échéance, si le régime s'est ouvert le 1er avril 2018 comme l'indique Légifrance.",
        "The same deadline, if the regime opened on 1 April 2018 as Légifrance has it.",
    ),
)

# --- The agrément: before opening, or applied for in time for activities older than the reform


def _needs_an_agrement_to_open(cds: CentreDeSante) -> bool:
    return both(lambda: cds.agrement_activity, lambda: _opened_since(cds, REFORM_2023))


def _carried_on_before_the_reform(cds: CentreDeSante) -> bool:
    return both(
        lambda: cds.agrement_activity,
        lambda: _opened_before(cds, REFORM_2023),
        lambda: cds.agrement_activity_since < REFORM_2023,
    )


def _applied_or_given(cds: CentreDeSante) -> bool:
    filed, given = cds.agrement_filed_on, cds.agrement_on
    if isinstance(filed, date) or isinstance(given, date):
        return True
    if isinstance(filed, Unknown) or isinstance(given, Unknown):
        raise UnknownFact
    return False


_AGREMENT_BEFORE_OPENING = Delay(
    key=AGREMENT.id,
    rule=AGREMENT.id,
    starts=_eve_of_the_opening,
    kind=DeadlineKind.OBLIGATION,
    concerns=_needs_an_agrement_to_open,
    title=Text(
        "Dernier jour pour obtenir l'agrément des activités dentaires, ophtalmologiques ou orthoptiques, avant l'ouverture.",
        "Last day to obtain the agrément of the dental, ophthalmological or orthoptic activities, ahead of the opening.",
    ),
)
_APPLICATION = Delay(
    key=f"{AGREMENT.id}/demande",
    rule=AGREMENT.id,
    starts=lambda cds: day_before(AGREMENT_FILED_BEFORE),
    kind=DeadlineKind.OBLIGATION,
    concerns=_carried_on_before_the_reform,
    done=_applied_or_given,
    title=Text(
        "Dernier jour pour demander l'agrément des activités dentaires, ophtalmologiques ou orthoptiques que le centre exerçait déjà.",
        "Last day to apply for the agrément of the dental, ophthalmological or orthoptic activities that the centre carried on already.",
    ),
)

DELAYS = (
    _BEFORE_OPENING,
    _OF_OLDER_CENTRES,
    _AT_THE_LATEST,
    _AGREMENT_BEFORE_OPENING,
    _APPLICATION,
)
"""In the order of the article."""
