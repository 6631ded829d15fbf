"""Article D0000-1, which does not exist: the diagnosis behind the projet de santé of a CPTS (invented)."""

from datetime import date

import attrs

from cpts_model.engine.citations import CSP, Article, ArticleVersion, Authority, Evidence, not_yet
from cpts_model.engine.dates import Period, since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.facts.structures import CPTS

SEEN_ON = date(2026, 1, 15)
SOURCE = "texte inventé pour l'exemple"

D0000_1 = Article(
    code=CSP,
    number="D0000-1",
    title=Text("Diagnostic (inventé)", "Diagnosis (invented)"),
    checked_on=SEEN_ON,
    versions=(
        not_yet(date(2020, 3, 1), Evidence.VERIFIED),
        ArticleVersion(
            period=Period(date(2020, 3, 1), date(2024, 7, 1)),
            act=Text("décret du 20 février 2020", "decree of 20 February 2020"),
            evidence=Evidence.VERIFIED,
        ),
        ArticleVersion(
            period=since(2024, 7, 1),
            act=Text("décret du 12 juin 2024", "decree of 12 June 2024"),
            evidence=Evidence.VERIFIED,
        ),
    ),
)


def projet_was_sent(cpts: CPTS, on: date) -> bool:
    """« le projet de santé transmis à l'agence »"""
    projet = cpts.projet
    if projet is None or projet.transmitted_on is None:
        return False
    return projet.transmitted_on <= on


def rests_on_a_diagnosis(cpts: CPTS, on: date) -> bool:
    """« est fondé sur un diagnostic »"""
    return cpts.projet is not None and bool(cpts.projet.diagnostic)


def diagnosis_is_recent(cpts: CPTS, on: date) -> bool:
    """« un diagnostic établi depuis le 1er janvier 2023 »"""
    if cpts.projet is None or cpts.projet.diagnostic is None:
        return False
    done_on = cpts.projet.diagnostic.done_on
    return done_on is not None and done_on >= date(2023, 1, 1)


DIAGNOSTIC_2020 = Rule(
    id="toy.diagnostic",
    cites=D0000_1.alinea(1),
    in_force=Period(date(2020, 3, 1), date(2024, 7, 1)),
    about=CPTS,
    applies=projet_was_sent,
    holds=rests_on_a_diagnosis,
    modality=Modality.OBLIGATION,
    authority=Authority.REGULATION,
    evidence=Evidence.VERIFIED,
    checked_on=date(2024, 6, 30),
    source=SOURCE,
    title=Text(
        "Le projet de santé est fondé sur un diagnostic.", "The projet de santé rests on a diagnosis."
    ),
    remedy=Text("Établir le diagnostic.", "Draw up the diagnosis."),
)

DIAGNOSTIC_2024 = attrs.evolve(
    DIAGNOSTIC_2020,
    in_force=since(2024, 7, 1),
    holds=diagnosis_is_recent,
    checked_on=SEEN_ON,
    title=Text(
        "Le projet de santé est fondé sur un diagnostic établi depuis 2023.",
        "The projet de santé rests on a diagnosis of 2023 or later.",
    ),
    remedy=Text("Mettre le diagnostic à jour.", "Bring the diagnosis up to date."),
)

ARTICLES = (D0000_1,)
RULES = (DIAGNOSTIC_2020, DIAGNOSTIC_2024)
