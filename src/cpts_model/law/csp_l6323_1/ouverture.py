"""L6323-1-11: opening a centre de santé, by conformity commitment and agrément."""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, Unknown, both
from cpts_model.facts.structures import CentreDeSante
from cpts_model.law.csp_l6323_1.article import (
    AGREMENT_FILED_BEFORE,
    CONFORMITY_DEADLINE,
    CONFORMITY_DEADLINE_AT_LATEST,
    DATE_INFERRED,
    L6323_1_11,
    READ_2018,
    READ_2023,
    REFORM_2023,
    REGIME_2018,
)


def _opened_before(cds: CentreDeSante, day: date) -> bool:
    return cds.opened_on is not None and cds.opened_on < day


WHEN_THE_YEAR_ENDED = Text(
    "les centres déjà ouverts avaient un an ; le régime s'ouvre le 2 mars 2018 d'après son décret, le 1er avril 2018 d'après "
    "Légifrance : entre le 2 mars et le 1er avril 2019, on ne peut dire si l'année était écoulée",
    "centres open already had one year; the regime opens on 2 March 2018 by its decree, on 1 April 2018 by Légifrance: between "
    "2 March and 1 April 2019 it cannot be said whether the year was over",
)

# --- « Préalablement à l'ouverture du centre de santé […] le représentant légal […] remet […] un engagement de conformité »


def commitment_is_due(cds: CentreDeSante, on: date) -> bool:
    """« Préalablement à l'ouverture »: before opening nothing is late; older centres had one year."""
    return both(
        lambda: cds.opened_on is not None and cds.opened_on <= on,
        lambda: on > CONFORMITY_DEADLINE or not _opened_before(cds, REGIME_2018),
    )


def commitment_was_handed_in_time(cds: CentreDeSante, on: date) -> bool:
    """« remet au directeur de l'agence régionale de santé le projet de santé […] ainsi qu'un engagement de conformité ».

    Raises:
        OpenQuestion: commitment and opening are of the same day, or the year that older centres had
            is over by one source and not by the other.
    """
    commitment, opening = cds.conformity_commitment_on, cds.opened_on
    if _opened_before(cds, REGIME_2018):
        return _within_the_year_of_older_centres(commitment, on)
    if commitment is None or opening is None:
        return False
    if not (commitment < opening or commitment > opening):
        raise OpenQuestion(
            Text(
                "engagement remis le jour de l'ouverture : les dates ne disent pas lequel a précédé l'autre",
                "commitment handed in on the day of opening: the dates do not tell which came first",
            )
        )
    return commitment < opening


def _within_the_year_of_older_centres(commitment: date | None | Unknown, on: date) -> bool:
    if commitment is not None and commitment <= CONFORMITY_DEADLINE:
        return True
    if on <= CONFORMITY_DEADLINE_AT_LATEST or (
        commitment is not None and commitment <= CONFORMITY_DEADLINE_AT_LATEST
    ):
        raise OpenQuestion(WHEN_THE_YEAR_ENDED)
    return False


ENGAGEMENT_CONFORMITE = Rule(
    id="cds.engagement-conformite",
    cites=L6323_1_11.cite(),
    in_force=since(2018, 3, 2),
    about=CentreDeSante,
    applies=commitment_is_due,
    holds=commitment_was_handed_in_time,
    modality=Modality.OBLIGATION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2023.seen_on,
    source=f"{READ_2023.where} ; {READ_2018.where}",
    title=Text(
        "Avant l'ouverture du centre de santé, le projet de santé et un engagement de conformité sont remis à l'agence "
        "régionale de santé.",
        "Before a centre de santé opens, the projet de santé and a conformity commitment are handed to the ARS.",
    ),
    remedy=Text(
        "Remettre sans attendre le projet de santé et l'engagement de conformité à l'agence régionale de santé ; la remise tardive "
        "ne s'efface pas ; le récépissé vaut autorisation.",
        "Hand the projet de santé and the conformity commitment to the ARS without delay; the lateness cannot be undone; the "
        "receipt is an authorisation.",
    ),
    note=Text(
        "Les centres ouverts avant le 2 mars 2018 avaient jusqu'au 1er mars 2019. " + DATE_INFERRED.fr,
        "Centres open before 2 March 2018 had until 1 March 2019. " + DATE_INFERRED.en,
    ),
)


# --- « Il vaut autorisation de dispenser des soins aux assurés sociaux »


def regime_of_2018_governs(cds: CentreDeSante, on: date) -> bool:
    """Every centre, but those open before the regime while their year runs."""
    return on > CONFORMITY_DEADLINE or not _opened_before(cds, REGIME_2018)


def has_receipt(cds: CentreDeSante, on: date) -> bool:
    """« Le récépissé de cet engagement […] vaut autorisation de dispenser des soins aux assurés sociaux »."""
    return cds.conformity_receipt_on is not None and cds.conformity_receipt_on <= on


def has_receipt_once_due(cds: CentreDeSante, on: date) -> bool:
    """« Le récépissé de cet engagement […] vaut autorisation de dispenser des soins aux assurés sociaux ».

    Raises:
        OpenQuestion: there is none, and the year that older centres had is over by one source and not by the other.
    """
    if has_receipt(cds, on):
        return True
    if on <= CONFORMITY_DEADLINE_AT_LATEST and _opened_before(cds, REGIME_2018):
        raise OpenQuestion(WHEN_THE_YEAR_ENDED)
    return False


def has_receipt_or_agrement(cds: CentreDeSante, on: date) -> bool:
    """« Le récépissé de cet engagement […] vaut autorisation de dispenser des soins aux assurés sociaux ».

    Raises:
        OpenQuestion: there is no receipt, but an agrément, which authorises some activities.
    """
    if has_receipt(cds, on):
        return True
    if both(lambda: cds.agrement_activity, lambda: _agrement_was_given(cds, on)):
        raise OpenQuestion(AGREMENT_WITHOUT_RECEIPT)
    return False


def _agrement_was_given(cds: CentreDeSante, on: date) -> bool:
    return cds.agrement_on is not None and cds.agrement_on <= on


AGREMENT_WITHOUT_RECEIPT = Text(
    "pas de récépissé, mais un agrément : il autorise lui-même les activités dentaires, ophtalmologiques ou orthoptiques ; voir "
    "avec l'agence régionale de santé ce qui vaut pour les autres activités du centre",
    "no receipt, but an agrément: it authorises the dental, ophthalmological or orthoptic activities itself; see with the ARS "
    "what holds for the centre's other activities",
)

RECEPISSE_2018 = attrs.evolve(
    ENGAGEMENT_CONFORMITE,
    id="cds.recepisse",
    in_force=since(2018, 3, 2).before(2023, 5, 21),
    applies=regime_of_2018_governs,
    holds=has_receipt_once_due,
    checked_on=READ_2018.seen_on,
    source=READ_2018.where,
    modality=Modality.PERMISSION,
    title=Text(
        "Le récépissé de l'engagement de conformité vaut autorisation de dispenser des soins aux assurés sociaux.",
        "The receipt of the conformity commitment is an authorisation to give care to insured persons.",
    ),
    remedy=Text(
        "Obtenir de l'agence régionale de santé le récépissé de l'engagement de conformité.",
        "Obtain the receipt of the conformity commitment from the ARS.",
    ),
)

RECEPISSE = attrs.evolve(
    RECEPISSE_2018,
    also_cites=(L6323_1_11.cite("II"),),
    in_force=since(2023, 5, 21),
    applies=None,
    holds=has_receipt_or_agrement,
    checked_on=READ_2023.seen_on,
    source=READ_2023.where,
    note=Text(
        "Depuis le 21 mai 2023, l'agrément vaut lui-même autorisation pour les activités dentaires, ophtalmologiques ou "
        "orthoptiques. " + DATE_INFERRED.fr,
        "Since 21 May 2023 the agrément is itself an authorisation for dental, ophthalmological or orthoptic activities. "
        + DATE_INFERRED.en,
    ),
)


# --- II: « soumis, pour leurs seules activités dentaires, à l'agrément du directeur général de l'agence régionale de santé »


def agrement_is_due(cds: CentreDeSante, on: date) -> bool:
    """« ayant une activité dentaire », « ophtalmologique ou orthoptique »; older activities had six months to apply."""
    return both(
        lambda: cds.agrement_activity,
        lambda: cds.opened_on is not None and cds.opened_on <= on,
        lambda: on >= AGREMENT_FILED_BEFORE or not _carried_on_before_the_reform(cds),
    )


def _carried_on_before_the_reform(cds: CentreDeSante) -> bool:
    return both(lambda: _opened_before(cds, REFORM_2023), lambda: cds.agrement_activity_since < REFORM_2023)


def has_agrement(cds: CentreDeSante, on: date) -> bool:
    """« à l'agrément du directeur général de l'agence régionale de santé ».

    Raises:
        OpenQuestion: the activities are older than the reform, and the centre applied in time and has no agrément yet.
    """
    if _agrement_was_given(cds, on):
        return True
    if both(
        lambda: cds.agrement_filed_on is not None and cds.agrement_filed_on < AGREMENT_FILED_BEFORE,
        lambda: _carried_on_before_the_reform(cds),
    ):
        raise OpenQuestion(
            Text(
                "la demande a été déposée à temps et l'agrément n'est pas donné : ce que vaut cette attente n'a pas été trouvé ; "
                "demander à l'agence régionale de santé",
                "the application was filed in time and no agrément was given: what holds meanwhile was not found; ask the ARS",
            )
        )
    return False


AGREMENT = attrs.evolve(
    ENGAGEMENT_CONFORMITE,
    id="cds.agrement",
    cites=L6323_1_11.cite("II"),
    in_force=since(2023, 5, 21),
    applies=agrement_is_due,
    holds=has_agrement,
    evidence=Evidence.SECONDARY,
    source=f"{READ_2023.where} ; délai des centres existants rapporté par la presse juridique (npsconsulting-avocats.fr)",
    title=Text(
        "Les activités dentaires, ophtalmologiques ou orthoptiques du centre de santé sont soumises à l'agrément du directeur "
        "général de l'agence régionale de santé.",
        "The dental, ophthalmological or orthoptic activities of a centre de santé need the agrément of the ARS.",
    ),
    remedy=Text(
        "Demander l'agrément, et suspendre ces activités jusqu'à l'obtenir.",
        "Apply for the agrément, and suspend these activities until it is given.",
    ),
    note=Text(
        "Seules ces activités sont visées, une fois le centre ouvert. Celles que le centre exerçait avant le 21 mai 2023 devaient "
        "faire l'objet d'une demande avant le 21 novembre 2023.",
        "These activities alone are meant, once the centre is open. For those it carried on before 21 May 2023 it had to apply "
        "before 21 November 2023.",
    ),
)

RULES = (ENGAGEMENT_CONFORMITE, RECEPISSE_2018, RECEPISSE, AGREMENT)
