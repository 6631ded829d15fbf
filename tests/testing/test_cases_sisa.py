"""The days on which the cases of the SISA turn, worked out by hand."""

from datetime import date

import pytest
from hypothesis import find, settings
from hypothesis import strategies as st

from cpts_model import Outcome, assess
from cpts_model.facts.structures import SISA
from cpts_model.testing.cases.csp_l4041.dissolution import extended_by_the_court
from cpts_model.testing.cases.csp_l4041.statuts import last_day_to_send
from cpts_model.testing.cases.sisa import latest_start
from cpts_model.testing.outcomes import NoExample, satisfying, violating

quietly = settings(database=None, derandomize=True, deadline=None)


@pytest.mark.parametrize(
    ("on", "months", "start"),
    [
        (date(2026, 12, 30), 36, date(2023, 12, 29)),  # three years from the 29th end with the 29th
        (date(2021, 11, 15), 6, date(2021, 5, 14)),
        (date(2023, 3, 1), 6, date(2022, 8, 31)),  # six months from 28 to 31 August end with 28 February
        (date(2023, 2, 28), 6, date(2022, 8, 27)),
        (date(2025, 3, 1), 12, date(2024, 2, 29)),  # a year from 29 February ends with the 28th
        (date(2022, 1, 1), 0, date(2021, 12, 31)),
    ],
)
def test_a_delay_is_over_when_its_last_day_has_ended(on: date, months: int, start: date) -> None:
    assert latest_start(on, months) == start


@pytest.mark.parametrize(
    ("registered", "sent"),
    [
        (date(2023, 6, 15), date(2023, 5, 15)),
        (date(2023, 2, 28), date(2023, 1, 31)),
        (date(2024, 2, 29), date(2024, 1, 31)),
        (date(2023, 3, 31), date(2023, 2, 28)),
        (date(2023, 3, 30), date(2023, 2, 28)),
    ],
)
def test_the_statutes_are_sent_a_month_before_registration_at_the_latest(
    registered: date, sent: date
) -> None:
    assert last_day_to_send(registered) == sent


@pytest.mark.parametrize("on", [date(2021, 11, 14), date(2026, 12, 29)])
def test_no_request_is_surely_open_while_the_new_delay_may_hold(on: date) -> None:
    with pytest.raises(NoExample, match="no text was found"):
        find(satisfying("sisa.dissolution", on=on), lambda _: True, settings=quietly)


def test_the_simplest_company_whose_dissolution_may_be_asked_is_on_the_limit() -> None:
    sisa = find(satisfying("sisa.dissolution", on=date(2026, 12, 30)), lambda _: True, settings=quietly)
    assert isinstance(sisa, SISA)
    assert sisa.below_minimum_since == date(2023, 12, 29)
    assert [member.member.id for member in sisa.members] == ["zoe", "xenia"]


def test_the_simplest_company_below_the_minimum_has_no_partner() -> None:
    sisa = find(violating("sisa.deux-medecins-un-auxiliaire"), lambda _: True, settings=quietly)
    assert sisa == SISA(id="sisa", members=())


def test_a_delay_that_the_court_extended_lasts_until_the_end_of_its_last_day() -> None:
    on = date(2027, 1, 1)
    companies = st.composite(lambda draw: extended_by_the_court(36)(SISA(id="sisa"), draw, on))()
    sisa = find(companies, lambda one: one.delay_extended_until == on, settings=quietly)
    assert sisa.below_minimum_since == date(2023, 12, 31)
    assert assess(sisa, on=on).outcome_of("sisa.dissolution") is Outcome.VIOLATED
