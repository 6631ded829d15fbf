"""A plain book of memberships, kept without any law, which a store is compared with."""

from collections.abc import Iterable
from datetime import date

import attrs

from cpts_model.engine.unknown import Unknown
from cpts_model.facts.memberships import EndCause, Membership


@attrs.define
class Stay:
    """Days in a row: from the first one, up to the end and without it."""

    first: date
    end: date | None
    cause: EndCause | None = None

    def holds(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.first <= day and (self.end is None or day < self.end)

    def reaches(self, day: date) -> bool:
        """Whether it has days on or after a day."""
        return self.end is None or self.end > max(day, self.first)

    def shares_a_day(self, first: date, end: date | None) -> bool:
        """Whether it has a day of those that go from one up to another."""
        return self.reaches(first) and (end is None or self.first < end)

    def lasts_longer_than(self, other: "Stay") -> bool:
        """Whether it goes on after another has ended."""
        return other.end is not None and (self.end is None or self.end > other.end)

    def cut(self, day: date, cause: EndCause) -> None:
        """End it on a day; what was to begin later begins that day too, and so has no days."""
        self.first, self.end, self.cause = min(self.first, day), day, cause


@attrs.define
class Book:
    """What a patient secretary would write down: names, places and days."""

    stays: dict[tuple[str, str], list[Stay]] = attrs.field(factory=dict)
    died_outside: set[str] = attrs.field(factory=set)
    """Those of whom a death was recorded that ended no stay: whether a store remembers it is its own affair."""

    def of(self, who: str, where: str) -> list[Stay]:
        """The stays of somebody in one place, in the order they were told."""
        return self.stays.get((who, where), [])

    def ever(self, who: str) -> list[Stay]:
        """The stays of somebody in all places."""
        return [stay for (name, _), stays in self.stays.items() if name == who for stay in stays]

    def inside(self, where: str, day: date) -> set[str]:
        """Who is in a place on a day."""
        return {
            who
            for (who, place), stays in self.stays.items()
            if place == where and any(stay.holds(day) for stay in stays)
        }

    def places(self, who: str, day: date) -> set[str]:
        """Where somebody is on a day."""
        return {
            place
            for (name, place), stays in self.stays.items()
            if name == who and any(stay.holds(day) for stay in stays)
        }

    def write(self, who: str, where: str, stay: Stay) -> None:
        """Write down a stay."""
        self.stays.setdefault((who, where), []).append(stay)

    def died_on(self, who: str) -> date | None:
        """The day of somebody's death, as far as it ended a stay."""
        return min(
            (stay.end for stay in self.ever(who) if stay.cause is EndCause.DEATH and stay.end), default=None
        )

    def die(self, who: str, on: date) -> set[str]:
        """End every stay that is not over by a day, if any; the places where there was one."""
        left = set()
        for (name, where), stays in self.stays.items():
            for stay in stays:
                if name == who and (stay.end is None or stay.end > on):
                    stay.cut(on, EndCause.DEATH)
                    left.add(where)
        if not left:
            self.died_outside.add(who)
        return left

    def reorganise(self, old: set[str], joins: dict[str, str], on: date) -> set[str]:
        """End the stays of old places; whoever goes to a new one stays there as long. Who went."""
        going: dict[str, Stay] = {}
        for (who, where), stays in self.stays.items():
            for stay in stays:
                if where in old and stay.reaches(on):
                    then = Stay(on, stay.end, stay.cause)
                    stay.cut(on, EndCause.REORGANISATION)
                    if who not in going or then.lasts_longer_than(going[who]):
                        going[who] = then
        moved = going.keys() & joins.keys()
        for who in moved:
            self.write(who, joins[who], going[who])
        return moved

    def told(self, who: str, where: str) -> list[str]:
        """The stays of somebody in one place, in words, in the order of days."""
        return sorted(_in_words(stay.first, stay.end, stay.cause) for stay in self.of(who, where))


def told_by(memberships: Iterable[Membership]) -> list[str]:
    """Memberships in the words of :meth:`Book.told`. A cause that nobody knows is as one that nobody told."""
    return sorted(
        _in_words(one.joined_on, one.left_on, None if isinstance(one.end_cause, Unknown) else one.end_cause)
        for one in memberships
    )


def _in_words(first: date | Unknown, end: date | Unknown | None, cause: EndCause | None) -> str:
    return f"from {first} {'on' if end is None else f'up to {end}'}{f' ({cause.value})' if cause else ''}"
