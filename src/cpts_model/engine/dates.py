"""Days, periods and legal delays. All date arithmetic of the library is done here."""

import datetime as dt
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

import attrs

_DAY = dt.timedelta(days=1)


@attrs.frozen(slots=True)
class Period:
    """The days from ``start`` on, up to but not including ``end``.

    ``None`` leaves that side open. Half-open, so that a version ends on the very day the
    next one begins and no day belongs to both.

    Raises:
        ValueError: the period would hold no day.
    """

    start: date | None = None
    end: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.end is not None and self.end <= (self.start or date.min):
            raise ValueError(f"a period from {self.start} to before {self.end} holds no day")

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    @property
    def last_day(self) -> date | None:
        """The last day of the period; ``None`` when it is open."""
        return None if self.end is None else self.end - _DAY

    def before(self, year: int, month: int, day: int) -> "Period":
        """The same period, ended the day before this one."""
        return attrs.evolve(self, end=date(year, month, day))

    def overlaps(self, other: "Period") -> bool:
        """Whether some day belongs to both."""
        return (self.start is None or other.end is None or self.start < other.end) and (
            other.start is None or self.end is None or other.start < self.end
        )

    def __str__(self) -> str:
        if self.start is None and self.end is None:
            return "always"
        if self.start is None:
            return f"until {self.last_day}"
        return f"since {self.start}" if self.end is None else f"{self.start} to {self.last_day}"


ALWAYS = Period()


def steady(periods: Iterable[Period]) -> Iterator[Period]:
    """The periods, one after the other, over which none of those given begins or ends, and one at least runs."""
    given = tuple(periods)
    ends = {day for period in given for day in (period.start, period.end) if day is not None}
    for start, end in pairwise([None, *sorted(ends), None]):
        between = Period(start, end)
        if any(period.overlaps(between) for period in given):
            yield between


def since(year: int, month: int, day: int) -> Period:
    """The period that begins on this day and is still open."""
    return Period(start=date(year, month, day))


def add_months(day: date, months: int) -> date:
    """The day reached by counting legal months (art. 641 of the code de procédure civile).

    Same day number in the month of arrival or, where that month has no such day, its last
    one. Count from the origin in one step: 31 January and two months is 31 March. Beyond
    the calendar (years 1 to 9999) it is the calendar's last day, or its first.
    """
    from dateutil.relativedelta import relativedelta

    try:
        return date.fromordinal((day + relativedelta(months=months)).toordinal())
    except (ValueError, OverflowError):
        return date.max if months > 0 else date.min


def add_years(day: date, years: int) -> date:
    """The anniversary; 29 February becomes 28 February in a common year."""
    return add_months(day, 12 * years)


def months_elapsed(start: date, months: int, on: date) -> bool:
    """Whether a delay of legal months that runs from ``start`` is over on a day.

    A delay is over only when its last day has ended: two months from 15 January end with
    15 March, so they are over on 16 March.
    """
    return on > add_months(start, months)


def first_day_after(start: date, months: int) -> date:
    """The first day on which a delay of legal months that runs from ``start`` is over; the calendar's last day at most."""
    last = add_months(start, months)
    return last if last == date.max else last + _DAY
