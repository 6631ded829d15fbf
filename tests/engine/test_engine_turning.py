"""A watched day: like any other, and it knows when what was asked of it would come out otherwise."""

import copy
import operator
import pickle
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpts_model.engine.assess import judge
from cpts_model.engine.dates import add_months, add_years, months_elapsed, since
from cpts_model.engine.turning import WatchedDay, judge_watching
from toy import SETTLEABLE, Club, clubs, half_told

LEAP = date(2024, 2, 29)
NEXT = date(2024, 3, 1)

COMPARISONS: list[tuple[Callable[[date], object], date | None]] = [
    (lambda day: day < date(2025, 6, 1), date(2025, 6, 1)),
    (lambda day: day <= date(2025, 6, 1), date(2025, 6, 2)),
    (lambda day: day > date(2025, 6, 1), date(2025, 6, 2)),
    (lambda day: day >= date(2025, 6, 1), date(2025, 6, 1)),
    (lambda day: day == date(2025, 6, 1), date(2025, 6, 1)),
    (lambda day: date(2025, 6, 1) < day, date(2025, 6, 2)),
    (lambda day: date(2025, 6, 1) >= day, date(2025, 6, 2)),
    (lambda day: day == LEAP, NEXT),
    (lambda day: day == date(2020, 1, 1), None),
    (lambda day: day != date(2025, 6, 1), date(2025, 6, 1)),
    (lambda day: day <= LEAP, NEXT),
    (lambda day: day >= date(2020, 1, 1), None),
    (lambda day: day in since(2025, 6, 1).before(2026, 1, 1), date(2025, 6, 1)),
    (lambda day: months_elapsed(date(2024, 1, 31), 2, day), date(2024, 4, 1)),
    (lambda day: max(day, date(2024, 12, 31)), date(2024, 12, 31)),
    (lambda day: day == "2025-06-01", None),
    (lambda day: day == day, None),
    (lambda day: day <= WatchedDay.of(date(2030, 1, 1)), None),
    (lambda day: day < date.max, date.max),
    (lambda day: day <= date.max, None),
    (lambda day: day < WatchedDay.of(date(2030, 1, 1)), None),
]
OTHER_USES: list[Callable[[date], object]] = [
    lambda day: add_months(day, 2),
    lambda day: add_years(day, -1),
    lambda day: day + timedelta(days=30),
    lambda day: timedelta(days=30) + day,
    lambda day: day - timedelta(days=30),
    lambda day: day - date(2024, 1, 1),
    lambda day: date(2024, 1, 1) - day,
    lambda day: day - WatchedDay.of(date(2024, 1, 1)),
    lambda day: {day: 1}[LEAP],
    lambda day: (day.month, day.day),
    lambda day: day.toordinal(),
    lambda day: day.replace(year=2028),
    lambda day: f"{day}",
    lambda day: f"{day:%d/%m/%Y}",
    repr,
    copy.copy,
    lambda day: pickle.loads(pickle.dumps(day)),
    lambda day: day.__reduce__(),
]


@pytest.mark.parametrize(("ask", "turn"), COMPARISONS, ids=range(len(COMPARISONS)))
def test_a_comparison_turns_on_the_very_day_on_which_it_comes_out_otherwise(
    ask: Callable[[date], object], turn: date | None
) -> None:
    watched = WatchedDay.of(LEAP)
    answer = ask(watched)
    assert answer == ask(LEAP)
    assert watched.turn == turn
    if turn is not None and isinstance(answer, bool):
        assert ask(turn - timedelta(days=1)) is answer
        assert ask(turn) is not answer


@pytest.mark.parametrize("use", OTHER_USES, ids=range(len(OTHER_USES)))
def test_any_other_use_may_come_out_otherwise_the_day_after(use: Callable[[date], Any]) -> None:
    watched = WatchedDay.of(LEAP)
    assert use(watched) == use(LEAP)
    assert watched.turn == NEXT


def test_nothing_that_can_be_asked_of_a_day_goes_unnoticed() -> None:
    of_the_class = {
        "min",
        "max",
        "resolution",
        "fromisocalendar",
        "fromisoformat",
        "fromordinal",
        "fromtimestamp",
        "strptime",
        "today",
    }
    making = {"__new__", "__getattribute__", "__doc__"}
    assert set(vars(date)) - of_the_class - making <= set(vars(WatchedDay))


def test_the_year_turns_on_new_years_day() -> None:
    watched = WatchedDay.of(LEAP)
    assert watched.year == 2024
    assert watched.turn == date(2025, 1, 1)


def test_the_last_day_of_the_calendar_turns_no_more() -> None:
    watched = WatchedDay.of(date.max)
    assert watched.year == 9999
    assert str(watched) == "9999-12-31"
    assert watched.turn is None


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
def test_a_day_is_not_compared_with_what_is_none(compare: Callable[[Any, Any], object]) -> None:
    with pytest.raises(TypeError):
        compare(WatchedDay.of(LEAP), 3)


class Never:
    """After every day, and equal to none."""

    def __gt__(self, other: object) -> bool:
        return True

    __ge__ = __gt__

    def __lt__(self, other: object) -> bool:
        return False

    __le__ = __lt__


class Agreeing(Never):
    """Says yes to whatever it is asked."""

    __lt__ = __le__ = Never.__gt__


@pytest.mark.parametrize("other", [Never(), Agreeing()], ids=["never", "agreeing"])
@pytest.mark.parametrize(
    "compare", [operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne]
)
def test_what_is_no_day_may_compare_itself_with_one(
    compare: Callable[[Any, Any], object], other: Never
) -> None:
    watched = WatchedDay.of(LEAP)
    assert compare(watched, other) is compare(LEAP, other)
    assert watched.turn is None


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(clubs(), half_told().map(lambda pair: pair[0])), st.dates(date(1995, 1, 1), date(2035, 1, 1))
)
def test_until_the_day_that_is_told_every_answer_stays_the_same(club: Club, day: date) -> None:
    for rule in SETTLEABLE:
        finding, turn = judge_watching(rule, club, day)
        assert finding == judge(rule, club, day)
        last = min(turn or date.max, day + timedelta(days=4000)) - timedelta(days=1)
        for other in (last, day + (last - day) / 2):
            assert judge(rule, club, other).outcomes == finding.outcomes, (rule.id, other)
