"""Days to judge on, and days around them: the nearest first, so that examples shrink to them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from cpts_model.engine.dates import Period

DAY = date(2026, 1, 1)
"""The day of an example when none is asked for: an ordinary day, on which no text begins or ends."""

_NEAR = (1, 2, 30, 31, 365, 366, 730, 3653)
"""Some numbers of days, up to ten years."""


def days_before(on: date) -> st.SearchStrategy[date]:
    """A day before this one: the eve first."""
    return st.sampled_from([on - timedelta(days=gap) for gap in _NEAR])


def days_until(on: date) -> st.SearchStrategy[date]:
    """This day or one before it: this day first."""
    return st.sampled_from([on - timedelta(days=gap) for gap in (0, *_NEAR)])


def days_after(on: date) -> st.SearchStrategy[date]:
    """A day after this one: the next first."""
    return st.sampled_from([on + timedelta(days=gap) for gap in _NEAR])


def days_in(period: Period) -> st.SearchStrategy[date]:
    """A day of a period: its ends first, and those beside them, then any."""
    first = period.start or date(2000, 1, 1)
    last = period.last_day or max(first + timedelta(days=365), date(2030, 12, 31))
    length = (last - first).days
    edges = sorted({0, length, min(1, length), max(length - 1, 0)})
    return st.one_of(st.sampled_from(edges), st.integers(0, length)).map(
        lambda gap: first + timedelta(days=gap)
    )


def not_yet(on: date) -> st.SearchStrategy[date | None]:
    """Never, or after the day: never first."""
    return st.one_of(st.none(), days_after(on))


def days_between(first: date, last: date) -> st.SearchStrategy[date]:
    """A day of those from the first to the last: the last first.

    Raises:
        ValueError: the last comes before the first.
    """
    if last < first:
        raise ValueError(f"no day lies between {first} and {last}")
    length = (last - first).days
    return st.sampled_from(
        [last - timedelta(days=gap) for gap in sorted({0, length, *(gap for gap in _NEAR if gap < length)})]
    )
