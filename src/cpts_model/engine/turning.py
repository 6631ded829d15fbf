"""When the answer of a rule may turn, found by watching what its functions ask of the day.

As a view notes which facts a rule reads, a :class:`WatchedDay` notes how the day is used.
As long as every comparison of the day with another comes out alike, the rule goes the same
way and answers alike; so the next day on which one of them comes out otherwise is the next
on which its answer may be another. A rule that does anything else with the day is looked at
again the day after.
"""

import datetime as dt
from datetime import date
from typing import Any

from cpts_model.engine.judging import Finding, Judge
from cpts_model.engine.rule import Rule

_DAY = dt.timedelta(days=1)


def _other_use(name: str) -> Any:
    """A method of a day of which the answer may be another on any other day."""

    def use(self: "WatchedDay", *args: Any, **kwargs: Any) -> Any:
        return getattr(self._used(), name)(*args, **kwargs)

    return use


class WatchedDay(date):
    """A day that notes the first later day on which something asked of it would come out otherwise."""

    __slots__ = ("plain", "turn")

    plain: date
    """The day itself, which watches nothing."""
    turn: date | None
    """The first later day on which an answer may be another; ``None`` when none can."""

    @classmethod
    def of(cls, day: date) -> "WatchedDay":
        """A watched day that equals the one given."""
        watched = cls.fromordinal(day.toordinal())
        watched.plain = day
        watched.turn = None
        return watched

    def _note(self, day: date) -> None:
        if self.turn is None or day < self.turn:
            self.turn = day

    def _note_after(self, day: date) -> None:
        if day < date.max:
            self._note(day + _DAY)

    def _used(self) -> date:
        """Note that the day is used in a way that may come out otherwise on any other."""
        self._note_after(self.plain)
        return self.plain

    def _is_before(self, other: date) -> bool:
        """Whether the day comes before another; where it does, that turns on the other."""
        if isinstance(other, WatchedDay):
            return self.plain < other.plain
        if self.plain < other:
            self._note(other)
            return True
        return False

    def _is_by(self, other: date) -> bool:
        """Whether the day comes by another; where it does, that turns on the day after the other."""
        if isinstance(other, WatchedDay):
            return self.plain <= other.plain
        if self.plain <= other:
            self._note_after(other)
            return True
        return False

    def __lt__(self, other: date, /) -> bool:
        return self._is_before(other) if isinstance(other, date) else NotImplemented

    def __ge__(self, other: date, /) -> bool:
        return not self._is_before(other) if isinstance(other, date) else NotImplemented

    def __le__(self, other: date, /) -> bool:
        return self._is_by(other) if isinstance(other, date) else NotImplemented

    def __gt__(self, other: date, /) -> bool:
        return not self._is_by(other) if isinstance(other, date) else NotImplemented

    def _is(self, other: date) -> bool:
        return not self._is_before(other) and self._is_by(other)

    def __eq__(self, other: object) -> bool:
        return self._is(other) if isinstance(other, date) else NotImplemented

    def __ne__(self, other: object) -> bool:
        return not self._is(other) if isinstance(other, date) else NotImplemented

    @property
    def year(self) -> int:
        """The year, which turns on 1 January."""
        year = self.plain.year
        if year < date.max.year:
            self._note(date(year + 1, 1, 1))
        return year

    @property
    def month(self) -> int:
        """The month."""
        return self._used().month

    @property
    def day(self) -> int:
        """The day of the month."""
        return self._used().day

    def __sub__(self, other: Any, /) -> Any:
        return self._used() - (other.plain if isinstance(other, WatchedDay) else other)

    __add__ = _other_use("__add__")
    __radd__ = _other_use("__radd__")
    __rsub__ = _other_use("__rsub__")
    __hash__ = _other_use("__hash__")
    __str__ = _other_use("__str__")
    __repr__ = _other_use("__repr__")
    __format__ = _other_use("__format__")
    __replace__ = _other_use("__replace__")
    __reduce__ = _other_use("__reduce__")
    __reduce_ex__ = _other_use("__reduce_ex__")
    ctime = _other_use("ctime")
    isocalendar = _other_use("isocalendar")
    isoformat = _other_use("isoformat")
    isoweekday = _other_use("isoweekday")
    replace = _other_use("replace")
    strftime = _other_use("strftime")
    timetuple = _other_use("timetuple")
    toordinal = _other_use("toordinal")
    weekday = _other_use("weekday")


def judge_watching(rule: Rule, subject: Any, on: date) -> tuple[Finding, date | None]:
    """Judge one rule alone, and say until when the answer holds.

    With the finding comes the first later day on which the outcome may be another, of the
    subject or of one of its parts; ``None`` when no later day can change it.

    Raises:
        RuleFailed: a function of the rule raised, or answered neither true nor false.
    """
    day = WatchedDay.of(on)
    return Judge(subject, day).finding(rule), day.turn
