"""Periods and legal delays, against calendar arithmetic written anew."""

import calendar
import pickle
import random
from datetime import date, datetime, timedelta

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cpts_model.engine.dates import (
    ALWAYS,
    Period,
    add_months,
    add_years,
    first_day_after,
    months_elapsed,
    since,
    steady,
)

DAY = timedelta(days=1)
DAYS = st.dates(date(1, 1, 1), date(9990, 12, 31))
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _length(year, month):
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else LENGTHS[month - 1]


def _later(day, months):
    """The oracle: walk from month to month, and shorten the day only on arrival."""
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        if month == 0:
            year, month = year - 1, 12
    return date(year, month, min(day.day, _length(year, month)))


@given(DAYS, st.integers(0, 108))
@example(date(2023, 1, 31), 1)
@example(date(2024, 1, 31), 1)
@example(date(1900, 1, 30), 1)
@example(date(2000, 1, 30), 1)
@example(date(9990, 12, 31), 108)
def test_legal_months_are_those_of_the_calendar(day, months):
    assert add_months(day, months) == _later(day, months)


@given(st.dates(date(10, 1, 1), date(9990, 12, 31)), st.integers(-108, -1))
def test_legal_months_count_backwards_too(day, months):
    assert add_months(day, months) == _later(day, months)


@pytest.mark.wide
def test_two_hundred_thousand_delays_end_where_the_standard_calendar_says():
    chance = random.Random(641)
    last_day, horizon = date(9000, 12, 31).toordinal(), 12 * 60
    for _ in range(200_000):
        day, months = date.fromordinal(chance.randint(1, last_day)), chance.randint(0, horizon)
        years, month = divmod(day.month - 1 + months, 12)
        year = day.year + years
        arrival = date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
        assert add_months(day, months) == arrival
        assert not months_elapsed(day, months, arrival)
        assert months_elapsed(day, months, arrival + DAY)


@given(DAYS, st.integers(0, 9))
def test_an_anniversary_is_twelve_months_a_year(day, years):
    assert add_years(day, years) == _later(day, 12 * years)


@pytest.mark.parametrize(
    ("day", "months", "arrival"),
    [
        (date(2023, 1, 31), 2, date(2023, 3, 31)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 8, 31), 1, date(2023, 9, 30)),
        (date(2023, 2, 28), 1, date(2023, 3, 28)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2023, 5, 15), 0, date(2023, 5, 15)),
        (date(2023, 3, 31), -1, date(2023, 2, 28)),
    ],
)
def test_month_ends_are_counted_from_the_origin(day, months, arrival):
    assert add_months(day, months) == arrival


@pytest.mark.parametrize(
    ("years", "arrival"), [(1, date(2025, 2, 28)), (3, date(2027, 2, 28)), (4, date(2028, 2, 29))]
)
def test_the_29th_of_february_has_an_anniversary_every_year(years, arrival):
    assert add_years(date(2024, 2, 29), years) == arrival


def test_the_result_is_a_plain_date():
    class Day(date):
        pass

    assert type(add_months(Day(2024, 1, 1), 1)) is date
    assert type(add_months(datetime(2024, 1, 1, 23, 59), 1)) is date  # noqa: DTZ001


@given(DAYS, st.integers(0, 60))
def test_a_delay_is_over_when_its_last_day_has_ended(day, months):
    last = _later(day, months)
    assert not months_elapsed(day, months, last)
    assert months_elapsed(day, months, last + DAY)


def test_two_months_from_15_january_are_over_on_16_march():
    assert not months_elapsed(date(2024, 1, 15), 2, date(2024, 3, 15))
    assert months_elapsed(date(2024, 1, 15), 2, date(2024, 3, 16))


# --- periods

A, B, C = date(2020, 1, 1), date(2021, 1, 1), date(2022, 1, 1)


def test_a_period_has_its_first_day_and_not_its_end():
    period = Period(A, B)
    assert [day in period for day in (A - DAY, A, B - DAY, B)] == [False, True, True, False]
    assert period.last_day == date(2020, 12, 31)
    assert [day in Period(A) for day in (A - DAY, A, date.max)] == [False, True, True]
    assert [day in Period(None, B) for day in (date.min, B - DAY, B)] == [True, True, False]
    assert date.min in ALWAYS
    assert date.max in ALWAYS
    assert ALWAYS.last_day is None


@pytest.mark.parametrize(("start", "end"), [(A, A), (B, A), (None, date.min), (date.min, date.min)])
def test_a_period_holds_a_day(start, end):
    with pytest.raises(ValueError, match="holds no day"):
        Period(start, end)


def test_the_shortest_periods():
    assert date.min in Period(None, date.min + DAY)
    assert A in Period(A, A + DAY)


def test_since_and_before():
    assert since(2020, 1, 1) == Period(A)
    assert since(2020, 1, 1).before(2021, 1, 1) == Period(A, B)
    with pytest.raises(ValueError, match="holds no day"):
        since(2020, 1, 1).before(2020, 1, 1)


def test_a_period_in_words():
    assert str(ALWAYS) == "always"
    assert str(Period(A)) == "since 2020-01-01"
    assert str(Period(None, B)) == "until 2020-12-31"
    assert str(Period(A, B)) == "2020-01-01 to 2020-12-31"


WINDOW = [A + timedelta(days=number) for number in range(-1, 8)]
SIDES = st.none() | st.sampled_from(WINDOW[1:-1])


@given(SIDES, SIDES, SIDES, SIDES)
def test_two_periods_overlap_when_some_day_is_in_both(a, b, c, d):
    try:
        one, other = Period(a, b), Period(c, d)
    except ValueError:
        return
    shared = any(day in one and day in other for day in WINDOW)
    assert one.overlaps(other) is shared
    assert other.overlaps(one) is shared


def test_a_period_is_a_value():
    period = Period(A, B)
    assert pickle.loads(pickle.dumps(period)) == period == Period(A, B) != Period(A, C)
    assert len({period, Period(A, B)}) == 1
    assert repr(Period(A)) == "Period(start=datetime.date(2020, 1, 1), end=None)"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        period.end = None


@given(day=st.dates(), months=st.integers(-200_000, 200_000))
def test_counting_past_the_calendar_stops_at_its_end(day, months):
    reached = add_months(day, months)
    year = day.year + (day.month - 1 + months) // 12
    if year > 9999:
        assert reached == date.max
        assert not months_elapsed(day, months, date.max)
    elif year < 1:
        assert reached == date.min
    else:
        assert reached.year == year


def test_the_first_day_after_a_delay_follows_its_last_one():
    assert first_day_after(date(2022, 11, 15), 2) == date(2023, 1, 16)
    assert first_day_after(date(2023, 12, 31), 2) == date(2024, 3, 1)
    assert first_day_after(date(9999, 12, 31), 2) == date.max


def test_one_month_beyond_the_calendar_is_its_last_day():
    assert add_months(date(9999, 12, 31), 1) == date.max
    assert add_months(date(1, 1, 1), -1) == date.min


def test_between_the_days_on_which_something_begins_or_ends_all_is_steady() -> None:
    until_2010 = Period(None, date(2010, 1, 1))
    in_2012 = Period(date(2012, 1, 1), date(2013, 1, 1))
    mid_2012 = Period(date(2012, 7, 1), None)
    assert list(steady([mid_2012, until_2010, in_2012])) == [
        until_2010,
        Period(date(2012, 1, 1), date(2012, 7, 1)),
        Period(date(2012, 7, 1), date(2013, 1, 1)),
        Period(date(2013, 1, 1), None),
    ]
    assert list(steady([ALWAYS])) == [ALWAYS]
    assert list(steady([])) == []
