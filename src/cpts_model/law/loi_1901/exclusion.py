"""Excluding a member: a ground, precise grievances, a hearing, an impartial body.

What the courts ask of any association: each failing is a warning, and may have the exclusion annulled.
"""

from datetime import date

import attrs

from cpts_model.engine.citations import LOI_1901, Authority, Citation, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.facts.belonging import Departure
from cpts_model.facts.memberships import EndCause
from cpts_model.law.loi_1901.article import governed_by_the_law_of_1901, judgment
from cpts_model.law.sources import Source

REPORTED = Source(
    "associatheque.fr (exclusion d'un membre ; impartialité) et blog.associatheque.fr sur l'arrêt du 25 octobre 2017",
    date(2017, 10, 25),
)
LETTER = Source(
    "courdecassation.fr, Lettre de la troisième chambre civile n° 10, avril 2023", date(2023, 4, 1)
)
READ_2023 = Source("courdecassation.fr, pourvoi n° 21-17.355, sommaire", date(2023, 1, 11))
GRIEVANCES = judgment("Cass. 1re civ.", "25 octobre 2017", "16-21.612")


def is_an_exclusion(departure: Departure, on: date) -> bool:
    """The association excludes the member."""
    return departure.cause is EndCause.EXCLUSION


def rests_on_an_admissible_ground(departure: Departure, on: date) -> bool:
    """A ground that the statutes give, or a grave one."""
    exclusion = departure.membership.exclusion
    return exclusion is not None and exclusion.ground.is_admissible


MOTIF = Rule(
    id="association.exclusion-motif",
    cites=GRIEVANCES,
    also_cites=(Citation(LOI_1901, "1"),),
    in_force=since(2017, 10, 25),
    about=Departure,
    applies=(is_an_exclusion, governed_by_the_law_of_1901),
    holds=rests_on_an_admissible_ground,
    modality=Modality.OBLIGATION,
    authority=Authority.CASE_LAW,
    evidence=Evidence.SECONDARY,
    checked_on=REPORTED.seen_on,
    source=REPORTED.where,
    title=Text(
        "Une exclusion repose sur un motif prévu par les statuts, ou sur un motif grave.",
        "An exclusion rests on a ground that the statutes give, or on a grave one.",
    ),
    remedy=Text(
        "Fonder l'exclusion sur un motif prévu par les statuts ou sur un motif grave, ou y renoncer.",
        "Rest the exclusion on a ground that the statutes give or on a grave one, or give it up.",
    ),
    note=Text(
        "Jurisprudence connue par des sources secondaires et plus ancienne que l'arrêt cité, qui sert de date. Là où les statuts et "
        "le règlement intérieur se contredisent, les statuts l'emportent.",
        "Case law known from secondary sources and older than the judgment cited, which serves as a date. Where statutes and "
        "internal rules disagree, the statutes prevail.",
    ),
)


def told_of_precise_grievances(departure: Departure, on: date) -> bool:
    """The summons says what the member is reproached with."""
    exclusion = departure.membership.exclusion
    return exclusion is not None and bool(exclusion.precise_grievances)


GRIEFS = attrs.evolve(
    MOTIF,
    id="association.exclusion-griefs",
    holds=told_of_precise_grievances,
    checked_on=LETTER.seen_on,
    source=f"{REPORTED.where} ; {LETTER.where}",
    title=Text(
        "Le membre que l'on veut exclure est convoqué, et la convocation énonce des griefs précis.",
        "The member to be excluded is summoned, and the summons states precise grievances.",
    ),
    remedy=Text(
        "Convoquer le membre par écrit en énonçant les faits reprochés et la sanction envisagée.",
        "Summon the member in writing, stating what they are reproached with and the sanction in view.",
    ),
    note=Text(
        "Jurisprudence connue par des sources secondaires et plus ancienne que l'arrêt cité, qui sert de date : la Cour de cassation "
        "rappelle en avril 2023 que l'adhérent est convoqué et connaît les griefs, et cite des arrêts de 2004 et de 2006.",
        "Case law known from secondary sources and older than the judgment cited, which serves as a date: the Cour de cassation "
        "recalls in April 2023 that a member is summoned and knows the grievances, and quotes judgments of 2004 and 2006.",
    ),
)


def heard_first(departure: Departure, on: date) -> bool:
    """The member was heard, or given the occasion to explain."""
    exclusion = departure.membership.exclusion
    return exclusion is not None and bool(exclusion.heard)


AUDITION = attrs.evolve(
    GRIEFS,
    id="association.exclusion-audition",
    holds=heard_first,
    title=Text(
        "Le membre est entendu, ou mis à même de s'expliquer, avant que l'exclusion soit décidée.",
        "The member is heard, or given the occasion to explain, before the exclusion is decided.",
    ),
    remedy=Text(
        "Entendre le membre, ou recueillir ses explications écrites, avant de décider.",
        "Hear the member, or take their written explanations, before deciding.",
    ),
)


def decided_by_an_impartial_body(departure: Departure, on: date) -> bool:
    """The body that decided had not made up its mind beforehand."""
    exclusion = departure.membership.exclusion
    return exclusion is not None and bool(exclusion.impartial)


IMPARTIALITE = attrs.evolve(
    MOTIF,
    id="association.exclusion-impartialite",
    also_cites=(judgment("Cass. 3e civ.", "11 janvier 2023", "21-17.355"),),
    holds=decided_by_an_impartial_body,
    checked_on=READ_2023.seen_on,
    source=f"{REPORTED.where} ; {READ_2023.where}",
    title=Text("L'organe qui exclut est impartial.", "The body that excludes is impartial."),
    remedy=Text(
        "Faire décider l'exclusion par des personnes qui n'ont pas pris position à l'avance.",
        "Have the exclusion decided by people who have not taken a stand beforehand.",
    ),
    note=Text(
        "Faire connaître à l'avance la décision que l'on va prendre manque à l'impartialité. Avoir déjà suspendu le membre à titre "
        "provisoire pour les mêmes griefs ne suffit pas à rendre l'organe partial (arrêt du 11 janvier 2023).",
        "To make the decision known before it is taken fails impartiality. Having suspended the member provisionally on the same "
        "grievances is not enough to make the body partial (judgment of 11 January 2023).",
    ),
)

RULES = (MOTIF, GRIEFS, AUDITION, IMPARTIALITE)
