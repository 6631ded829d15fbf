"""Where things stand along a line of time: days as lengths, years as ticks, labels in rows."""

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
"""How many months may lie between two ticks."""


@attrs.frozen(slots=True)
class Scale:
    """Days laid out from left to right."""

    left: float
    right: float
    since: date
    days: int

    def share(self, day: date) -> float:
        """How far along a day begins, from 0 to 1."""
        return (day.toordinal() - self.since.toordinal()) / self.days

    def start(self, day: date) -> float:
        """Where a day begins."""
        return self.left + self.share(day) * (self.right - self.left)

    def end(self, day: date) -> float:
        """Where a day ends."""
        return self.start(day) + (self.right - self.left) / self.days

    def with_room(self, labels: Sequence[tuple[date, float]], border: float) -> "Scale":
        """The scale as wide as may be for labels that begin at a day to end before a border."""
        ends = (
            self.left + (border - width - self.left) / self.share(day)
            for day, width in labels
            if self.share(day) > 0
        )
        return attrs.evolve(self, right=min([border, *ends]))

    def ticks(self, room: float) -> Iterator[date]:
        """First days of months or of years, as many as have that room each."""
        month = (self.right - self.left) / self.days * 30
        step = next((step for step in _STEPS if step * month >= room), _STEPS[-1])
        last = self.since.toordinal() + self.days
        number = self.since.year * 12 + self.since.month - 1
        number += -number % step
        while number < 12 * (date.max.year + 1):
            day = date(number // 12, number % 12 + 1, 1) if number >= 12 else date.min
            if day.toordinal() >= last:
                return
            if day >= self.since:
                yield day
            number += step


def staircase(labels: Sequence[tuple[float, float]], gap: float) -> list[int]:
    """A row for each label, given by its left end and its width: no two touch, and no leader is crossed.

    A leader goes from the left end of a label straight to row 0 and beyond. So a label
    stands further out than all those that begin under it. The labels come in order of
    their left ends.
    """
    rows = [0] * len(labels)
    for place in range(len(labels) - 1, -1, -1):
        left, width = labels[place]
        under = place + 1
        while under < len(labels) and labels[under][0] < left + width + gap:
            rows[place] = max(rows[place], rows[under] + 1)
            under += 1
    return rows
