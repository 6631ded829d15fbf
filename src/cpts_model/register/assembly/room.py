"""Who is in the room, in numbers: the arithmetic of a quorum when something is open.

Some members may prove to be electors or not, and some clauses on proxies may not be known.
The best and the worst case are found exactly: the answer is settled when, and only when,
every way of settling what is open gives the same one.
"""

from collections.abc import Iterable

import attrs

from cpts_model.engine.unknown import Count
from cpts_model.facts.statutes import Quorum

NONE = Count(0, 0)


@attrs.frozen(slots=True, kw_only=True)
class Held:
    """The proxies that one person in the room holds."""

    holder_open: bool
    """Whether it is open that the holder is an elector."""
    sure: int
    """Proxies given by electors."""
    open: int
    """Proxies given by people of whom it is open."""


@attrs.frozen(slots=True, kw_only=True)
class Room:
    """An assembly in numbers."""

    electors: int
    """Known electors, in the room or not."""
    present: int
    """Known electors in the room."""
    open_present: int
    """People in the room of whom it is open."""
    open_absent: int
    """Members who are not in the room, and of whom it is open."""
    held: tuple[Held, ...] = ()
    counted_each: Count = NONE
    """How many of the proxies that one person holds count: bounds, where a clause is unknown."""

    @property
    def all_electors(self) -> Count:
        """How many electors there are."""
        return Count(self.electors, self.electors + self.open_present + self.open_absent)

    @property
    def counted(self) -> Count:
        """How many count towards the quorum: those in the room, and the proxies that count."""
        return Count(
            self.present + self._sure_proxies(self.counted_each.least),
            self.present + self.open_present + self._possible_proxies(),
        )

    def needed(self, clause: Quorum) -> Count:
        """How many the clause asks for."""
        electors = self.all_electors
        return Count(clause.needed(electors.least), clause.needed(electors.most))

    def missing(self, clause: Quorum) -> Count:
        """How many more electors the quorum takes, at least and at most."""
        return Count(max(0, -self._best_margin(clause)), max(0, -self._worst_margin(clause)))

    # One elector more raises the number needed by one at most. So somebody in the room, or a
    # proxy that counts, never does harm by proving an elector; somebody who is away, or a
    # proxy too many, never helps.

    def _best_margin(self, clause: Quorum) -> int:
        each = self.counted_each.most
        useful = sum(min(each, held.sure + held.open) - min(each, held.sure) for held in self.held)
        there = self.present + self.open_present + self._possible_proxies()
        return there - clause.needed(self.electors + self.open_present + useful)

    def _worst_margin(self, clause: Quorum) -> int:
        each = self.counted_each.least
        firm = [held for held in self.held if not held.holder_open]
        there = self.present + self._sure_proxies(each)
        away = self.electors + self.open_absent - sum(held.open for held in firm)
        return min(
            there + gained - clause.needed(away + added) for added, gained in _givers(firm, each).items()
        )

    def _sure_proxies(self, each: int) -> int:
        return sum(min(each, held.sure) for held in self.held if not held.holder_open)

    def _possible_proxies(self) -> int:
        return sum(min(self.counted_each.most, held.sure + held.open) for held in self.held)

    # --- What if more people came

    @property
    def may_still_come(self) -> int:
        """How many electors, or people who may be, are neither in the room nor represented."""
        return self._free_electors + self._free_open

    @property
    def _free_electors(self) -> int:
        return self.electors - self.present - sum(held.sure for held in self.held)

    @property
    def _free_open(self) -> int:
        return self.open_absent - sum(held.open for held in self.held)

    def with_more(self, more: int) -> "Room":
        """The same room with so many electors more, who had given no proxy.

        Beyond the known electors, those who come are people of whom it was open.
        """
        found = max(0, more - self._free_electors)
        return attrs.evolve(
            self,
            electors=self.electors + found,
            present=self.present + more,
            open_absent=self.open_absent - found,
        )


def _givers(held: Iterable[Held], each: int) -> dict[int, int]:
    """By number of open givers who prove electors, the fewest proxies that this adds.

    Of one holder's open givers, either none or all are the worst case: the first ones fill
    the places left, and only those beyond them raise the number needed for nothing.
    """
    fewest = {0: 0}
    for one in held:
        gain = min(each, one.sure + one.open) - min(each, one.sure)
        for added, gained in tuple(fewest.items()):
            total = added + one.open
            fewest[total] = min(fewest.get(total, gained + gain), gained + gain)
    return fewest
