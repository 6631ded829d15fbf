"""The days that count once a SISA is below its minimum."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import TypeVar

import attrs

from cpts_model.engine.dates import add_months
from cpts_model.engine.unknown import NotSettled, OpenQuestion
from cpts_model.facts.structures import SISA
from cpts_model.law.csp_l4041.dissolution import (
    DELAY_IN_TRANSITION,
    MONTHS_BY_RIGHT,
    SIX_MONTHS,
    THREE_YEARS,
    Delay,
    below_since,
    delay_on,
    is_below_the_minimum,
)
from cpts_model.law.csp_l4041.minimum import FIRST_DAY, days_of_change

T = TypeVar("T")

MONTHS_BY_THE_COURT = 6
"""« dans une limite de six mois »."""
_DAY = timedelta(days=1)


@attrs.frozen(slots=True, kw_only=True)
class DissolutionClock:
    """When dissolution may be asked of a company below the minimum, by the law of one day."""

    below_since: date
    """The day from which the condition is unmet: that of the departure or of the death."""
    may_be_asked_from: date
    """The first day on which anyone interested may ask, unless the delay is extended."""
    extensible_until: date | None
    """The last day up to which the court may extend the delay; ``None`` before 14 May 2021."""
    of_right_until: date | None
    """The last day of the year by right, if employees replace the missing partners; ``None`` before 14 May 2021."""


def dissolution_clock(sisa: SISA, *, on: date) -> DissolutionClock | None:
    """The days that count for a company below the minimum on a day; ``None`` where it meets it.

    Raises:
        NotSettled: it is not known whether it is, nor since when; or the company was below the
            minimum when the delay changed, and no text found says which delay applies.
    """
    if not is_below_the_minimum(sisa, on):
        return None
    below = below_since(sisa, on)
    if on < SIX_MONTHS.change:
        return DissolutionClock(
            below_since=below,
            may_be_asked_from=max(below, FIRST_DAY),
            extensible_until=None,
            of_right_until=None,
        )
    delay = delay_on(on)
    if below < delay.change:
        raise OpenQuestion(DELAY_IN_TRANSITION)
    return DissolutionClock(
        below_since=below,
        may_be_asked_from=_after(below, delay.newer),
        extensible_until=add_months(below, delay.newer + MONTHS_BY_THE_COURT),
        of_right_until=add_months(below, delay.newer + MONTHS_BY_RIGHT),
    )


def days_that_matter(sisa: SISA) -> Iterator[date]:
    """Every known day on which the state of a company may change."""
    told = (sisa.below_minimum_since, sisa.dissolution_requested_on, sisa.dissolved_on)
    yield from (day for day in told if isinstance(day, date))
    extended = sisa.delay_extended_until
    if isinstance(extended, date):
        yield from (extended, _next(extended))
    changes = _changes(sisa)
    yield from changes
    for start in (*(day for day in changes if _may_lose_the_minimum(sisa, day)), sisa.below_minimum_since):
        if isinstance(start, date):
            yield from _first_days_after(start)


def _changes(sisa: SISA) -> tuple[date, ...]:
    return tuple(sorted(known(lambda: days_of_change(sisa)) or ()))


def _may_lose_the_minimum(sisa: SISA, day: date) -> bool:
    """Whether a delay may begin on a day: not if the minimum was surely unmet before it, or is surely met on it."""
    return (
        known(lambda: is_below_the_minimum(sisa, day)) is not False
        and known(lambda: is_below_the_minimum(sisa, day - _DAY)) is not True
    )


def known(answer: Callable[[], T]) -> T | None:
    """The answer, or ``None`` where it is not settled."""
    try:
        return answer()
    except NotSettled:
        return None


def _first_days_after(start: date) -> Iterable[date]:
    """The first day after each delay that may run from a day, and after each year by right."""
    for delay in (SIX_MONTHS, THREE_YEARS):
        for origin in {start, delay.latest(start)}:
            yield from _ends(origin, delay)


def _ends(origin: date, delay: Delay) -> Iterable[date]:
    for months in (delay.older, delay.newer, delay.newer + MONTHS_BY_RIGHT):
        yield _after(origin, months)


def _after(origin: date, months: int) -> date:
    return _next(add_months(origin, months))


def _next(day: date) -> date:
    return day + _DAY if day < date.max else day
