"""A SISA without a gérant: Code civil, article 1846-1."""

from datetime import date
from typing import Any

import pytest

from cpts_model.engine.assess import assess
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.structures import SISA
from cpts_model.law import code_civil_sisa

LAW = Law(rules=code_civil_sisa.RULES, articles=code_civil_sisa.ARTICLES)


@pytest.mark.parametrize(
    ("since", "on", "expected"),
    [
        (date(2023, 3, 1), date(2024, 3, 1), Outcome.VIOLATED),
        (date(2023, 3, 1), date(2024, 3, 2), Outcome.SATISFIED),
        (date(2024, 6, 1), date(2024, 5, 1), Outcome.VIOLATED),
        (None, date(2024, 3, 2), Outcome.VIOLATED),
        (UNKNOWN, date(2024, 3, 2), Outcome.UNDETERMINED),
        (date(2010, 1, 1), date(2011, 8, 11), Outcome.NOT_APPLICABLE),
        (date(2010, 1, 1), date(2011, 8, 12), Outcome.SATISFIED),
    ],
)
def test_dissolution_may_be_asked_after_over_a_year_without_a_gerant(
    since: Any, on: date, expected: Outcome
) -> None:
    assessment = assess(SISA(id="sisa", without_gerant_since=since), on=on, law=LAW)
    assert assessment.outcome_of("sisa.gerance") is expected
    assert assessment.ok


@pytest.mark.parametrize("number", ["1846-1", "1857", "1869", "1870", "1870-1"])
def test_each_article_has_one_version_since_1_july_1978(number: str) -> None:
    (article,) = [one for one in code_civil_sisa.ARTICLES if one.number == number]
    assert article.at(date(1978, 6, 30)) is None
    version = article.at(date(1978, 7, 1))
    assert version is not None
    assert version is article.at(date(2026, 4, 3))
    assert version.legifrance == article.legifrance
