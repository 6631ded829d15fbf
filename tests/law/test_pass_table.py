"""The plafond annuel de la sécurité sociale, figure by figure."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from cpts_model import UNKNOWN, OpenQuestion, UnknownFact
from cpts_model.law.pass_table import PASS, pass_of


@pytest.mark.parametrize(
    ("year", "annual", "monthly", "published_on"),
    [
        (2019, 40524, 3377, date(2018, 12, 15)),
        (2020, 41136, 3428, date(2019, 12, 3)),
        (2021, 41136, 3428, date(2020, 12, 29)),
        (2022, 41136, 3428, date(2021, 12, 18)),
        (2023, 43992, 3666, date(2022, 12, 16)),
        (2024, 46368, 3864, date(2023, 12, 29)),
        (2025, 47100, 3925, date(2024, 12, 29)),
        (2026, 48060, 4005, date(2025, 12, 23)),
    ],
)
def test_each_year_has_the_value_of_its_order(
    year: int, annual: int, monthly: int, published_on: date
) -> None:
    ceiling = pass_of(year)
    assert ceiling.year == year
    assert ceiling.amount == Decimal(annual)
    assert ceiling.monthly == Decimal(monthly)
    assert ceiling.published_on == published_on
    assert ceiling.reference
    assert ceiling.act.article.startswith("arrêté du ")


def test_never_goes_down_and_may_stay() -> None:
    assert all(older.amount <= newer.amount for older, newer in pairwise(PASS))
    assert pass_of(2020).amount == pass_of(2021).amount == pass_of(2022).amount


def test_is_published_before_the_year_begins() -> None:
    assert all(ceiling.published_on < date(ceiling.year, 1, 1) for ceiling in PASS)
    assert [ceiling.year for ceiling in PASS] == list(range(2019, 2027))


@pytest.mark.parametrize("year", [1999, 2018, 2027, 2040])
def test_a_year_not_held_is_an_open_question_and_never_its_neighbour_s_value(year: int) -> None:
    with pytest.raises(OpenQuestion, match=str(year)):
        pass_of(year)


def test_an_unknown_year_decides_nothing() -> None:
    with pytest.raises(UnknownFact):
        pass_of(UNKNOWN)
