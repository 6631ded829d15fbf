"""Who is known to belong, and of whom it is open."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from cpts_model.engine.unknown import NotSettled
from cpts_model.facts.representation import source

T = TypeVar("T")


class Roll(tuple[T, ...], Generic[T]):
    """Those of whom it is sure, as a tuple; beside it those of whom it is open.

    ``uncertain`` are those whose dates leave it open, ``complete`` says whether every list
    that was looked at is told: where it is not, there may be others.
    """

    uncertain: tuple[T, ...]
    complete: bool

    def __new__(
        cls, sure: Iterable[T] = (), *, uncertain: Iterable[T] = (), complete: bool = True
    ) -> "Roll[T]":
        """A roll of those known to belong."""
        roll = super().__new__(cls, tuple(sure))
        roll.uncertain = tuple(uncertain)
        roll.complete = complete
        return roll

    @property
    def settled(self) -> bool:
        """Whether nothing is open: nobody uncertain, no list missing."""
        return self.complete and not self.uncertain

    def __repr__(self) -> str:
        uncertain = f", uncertain={source(self.uncertain)}" if self.uncertain else ""
        return f"Roll({source(tuple(self))}{uncertain}{'' if self.complete else ', complete=False'})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (tuple(self), self.uncertain, self.complete)


def _rebuilt(sure: tuple[T, ...], uncertain: tuple[T, ...], complete: bool) -> Roll[T]:
    return Roll(sure, uncertain=uncertain, complete=complete)


def roll_of(items: Iterable[T], belongs: Callable[[T], bool], *, complete: bool = True) -> Roll[T]:
    """Those of whom a condition holds, and those of whom it is open."""
    sure: list[T] = []
    uncertain: list[T] = []
    for item in items:
        try:
            if belongs(item):
                sure.append(item)
        except NotSettled:
            uncertain.append(item)
    return Roll(sure, uncertain=uncertain, complete=complete)
