"""The parts of a chronology."""

from datetime import date

import attrs

from cpts_model.engine.dates import Period
from cpts_model.engine.text import Lang
from cpts_model.life.deadlines import Deadline


@attrs.frozen(slots=True, kw_only=True)
class Event:
    """Something the dossier dates."""

    day: date
    words: str
    more: str = ""
    """What does not fit a picture: the names of those who joined together."""


@attrs.frozen(slots=True, kw_only=True)
class Bar:
    """Something that lasts, as far as the window shows it."""

    first: date
    last: date
    words: str
    number: str = ""
    """A short name, for where the words do not fit: the version's number."""
    more: str = ""
    begins: bool = True
    """Whether it begins on its first day, and not before the window."""
    ends: bool = True
    """Whether it ends on its last day, and does not go on."""
    sure: bool = True
    """Whether it is settled: one state alone, or a text that was read."""


@attrs.frozen(slots=True, kw_only=True)
class Lane:
    """Bars that follow one another: the states of one machine, the versions of one article."""

    name: str
    title: str
    bars: tuple[Bar, ...]

    @property
    def steady(self) -> bool:
        """Whether nothing of it changes within the window."""
        return len(self.bars) == 1 and not (self.bars[0].begins or self.bars[0].ends)


@attrs.frozen(slots=True, kw_only=True)
class Chronology:
    """The days of a dossier, between two days and seen from one.

    Raises:
        ValueError: it would end before it begins.
    """

    name: str
    on: date
    lang: Lang
    since: date
    until: date
    events: tuple[Event, ...]
    states: tuple[Lane, ...]
    law: tuple[Lane, ...]
    """The articles of which a version begins or ends between the two days."""
    steady: tuple[str, ...]
    """The articles that were in force all along, unchanged."""
    deadlines: tuple[Deadline, ...]
    """Those of a known day, in order."""
    undated: tuple[Deadline, ...]
    outside: int
    """How many dated facts and deadlines fall outside the window."""

    def __attrs_post_init__(self) -> None:
        if self.until < self.since:
            raise ValueError(f"a timeline from {self.since} to {self.until} holds no day")

    @property
    def span(self) -> int:
        """How many days it shows."""
        return self.until.toordinal() - self.since.toordinal() + 1


@attrs.frozen(slots=True)
class Window:
    """The days shown, first and last included."""

    since: date
    until: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.since <= day <= self.until

    def shows(self, period: Period) -> tuple[date, date] | None:
        """The first and the last day shown of a period."""
        first = max(period.start or date.min, self.since)
        last = min(period.last_day or date.max, self.until)
        return (first, last) if first <= last else None
