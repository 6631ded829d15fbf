"""What is told of a SISA and of the court: facts that cannot be true together are refused."""

from datetime import date
from typing import Any

import pytest

from cpts_model import SISA, UNKNOWN
from cpts_model.facts.checks import BadFact

ASKED = date(2027, 3, 1)


@pytest.mark.parametrize("asked", [None, date(2027, 3, 2)])
def test_no_court_dissolves_a_company_before_it_is_asked_to(asked: Any) -> None:
    with pytest.raises(BadFact, match="dissolved_on"):
        SISA(id="s", dissolution_requested_on=asked, dissolved_on=ASKED)


@pytest.mark.parametrize(
    ("asked", "dissolved"),
    [(ASKED, ASKED), (ASKED, None), (None, None), (UNKNOWN, ASKED), (None, UNKNOWN), (ASKED, UNKNOWN)],
)
def test_what_may_be_true_is_taken(asked: Any, dissolved: Any) -> None:
    assert SISA(id="s", dissolution_requested_on=asked, dissolved_on=dissolved).dissolved_on is dissolved


DAY = date(2024, 2, 29)


@pytest.mark.parametrize(
    ("told", "other"),
    [
        (DAY, False),
        (date(2024, 2, 28), True),
        (date(2024, 3, 1), True),
        # Told of a time after the day asked, or before the departure: it says nothing of this one.
        (date(2024, 3, 2), False),
        (None, False),
        (UNKNOWN, False),
    ],
)
def test_another_day_told_is_another_day_up_to_the_day_asked(told: Any, other: bool) -> None:
    sisa = SISA(id="s", below_minimum_since=told)
    assert sisa.said_below_since_other_than(DAY, date(2024, 3, 1)) is other
