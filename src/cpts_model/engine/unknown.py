"""Not knowing: one value that decides nothing, and reasoning that goes as far as it can.

``UNKNOWN`` stands for a fact that nobody has told. Whoever tries to decide on it (``if``,
``<``, ``+``, a loop, an attribute) gets :class:`UnknownFact`; the engine turns that into
the outcome *undetermined*. A rule therefore reads like the law, with no "if unknown" in it.

Two operators cannot be made to complain: ``==`` and ``is`` answer false in silence. Ask
through a property of the fact instead.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, Never, TypeVar, final

import attrs

from cpts_model.engine.errors import CptsModelError
from cpts_model.engine.text import Text

T = TypeVar("T")


class NotSettled(CptsModelError):
    """Something keeps a question from having an answer."""


class UnknownFact(NotSettled):
    """A fact was needed that nobody has told."""

    def __str__(self) -> str:
        return "a fact was needed that is UNKNOWN; tell it, or ask missing() which one"


class OpenQuestion(NotSettled):
    """The facts are there, and the texts do not settle the question.

    Raised by a rule where the law is silent, disputed, or was not found; ``reason`` says
    which, and whom to ask.
    """

    def __init__(self, reason: Text) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return f"the texts do not settle this: {self.reason.en}"


@final
class Unknown:
    """The type of :data:`UNKNOWN`. It has one instance, which survives copy and pickle."""

    __slots__ = ()

    def __bool__(self) -> bool:
        raise UnknownFact

    def __lt__(self, other: object) -> Never:
        raise UnknownFact

    def __le__(self, other: object) -> Never:
        raise UnknownFact

    def __gt__(self, other: object) -> Never:
        raise UnknownFact

    def __ge__(self, other: object) -> Never:
        raise UnknownFact

    def __add__(self, other: object) -> Never:
        raise UnknownFact

    def __radd__(self, other: object) -> Never:
        raise UnknownFact

    def __sub__(self, other: object) -> Never:
        raise UnknownFact

    def __rsub__(self, other: object) -> Never:
        raise UnknownFact

    def __mul__(self, other: object) -> Never:
        raise UnknownFact

    def __rmul__(self, other: object) -> Never:
        raise UnknownFact

    def __truediv__(self, other: object) -> Never:
        raise UnknownFact

    def __rtruediv__(self, other: object) -> Never:
        raise UnknownFact

    def __len__(self) -> Never:
        raise UnknownFact

    def __iter__(self) -> Iterator[Never]:
        raise UnknownFact

    def __contains__(self, item: object) -> Never:
        raise UnknownFact

    def __getitem__(self, key: object) -> Never:
        raise UnknownFact

    def __getattr__(self, name: str) -> Never:
        # Python's own protocols (copy, pickle, inspect) look for dunder names and must be
        # told "no such thing", which is not a decision on the fact.
        if name.startswith("__"):
            raise AttributeError(name)
        raise UnknownFact

    def __repr__(self) -> str:
        return "UNKNOWN"

    def __reduce__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = Unknown()
"""The fact that nobody has told."""


def is_known(value: object) -> bool:
    """Whether a fact was told. For tools; a rule of law never needs to ask."""
    return value is not UNKNOWN


@attrs.frozen(slots=True, order=False)
class Count:
    """How many, when some are unknown: at least ``least``, at most ``most``.

    A comparison that every number between the two answers alike has that answer; any
    other raises what kept the count from being exact.
    """

    least: int
    most: int
    doubt: NotSettled | None = attrs.field(default=None, eq=False)

    def _settle(self, sure: bool, possible: bool) -> bool:
        if sure == possible:
            return sure
        raise self.doubt or UnknownFact()

    def __ge__(self, number: int) -> bool:
        return self._settle(self.least >= number, self.most >= number)

    def __gt__(self, number: int) -> bool:
        return self >= number + 1

    def __le__(self, number: int) -> bool:
        return not self > number

    def __lt__(self, number: int) -> bool:
        return not self >= number

    def fewer_than(self, other: "Count") -> bool:
        """Whether this count is strictly below another one."""
        if self.most < other.least:
            return True
        if self.least >= other.most:
            return False
        raise self.doubt or other.doubt or UnknownFact()


def count(items: Iterable[T], holds: Callable[[T], bool | Unknown]) -> Count:
    """How many of the items a condition holds of, bounded when it is unknown of some."""
    least = unsure = 0
    doubt: NotSettled | None = None
    for item in items:
        try:
            if holds(item):
                least += 1
        except NotSettled as not_settled:
            unsure += 1
            if doubt is None or isinstance(doubt, OpenQuestion):  # a fact can be told: ask that first
                doubt = not_settled
    return Count(least=least, most=least + unsure, doubt=doubt)


def at_least(number: int, items: Iterable[T], holds: Callable[[T], bool | Unknown]) -> bool:
    """Whether the condition holds of that many items.

    True as soon as enough are known to do, false when even all the unknown ones would not
    be enough; in between the question stays open.

    Raises:
        NotSettled: it depends on items of which the condition is unknown.
    """
    return count(items, holds) >= number


def any_of(items: Iterable[T], holds: Callable[[T], bool | Unknown]) -> bool:
    """Whether the condition holds of one item at least. Raises as :func:`at_least` does."""
    return count(items, holds) >= 1


def all_of(items: Iterable[T], holds: Callable[[T], bool | Unknown]) -> bool:
    """Whether the condition holds of every item. Raises as :func:`at_least` does."""
    return not any_of(items, lambda item: not holds(item))


Claim = bool | Unknown | Callable[[], bool | Unknown]
"""A truth value, or a function that finds one (so that it can fail to)."""


def _claimed(claim: Claim) -> bool:
    return bool(claim() if callable(claim) else claim)


def either(*claims: Claim) -> bool:
    """Whether one of the claims is true, even when others are unknown."""
    return any_of(claims, _claimed)


def both(*claims: Claim) -> bool:
    """Whether all the claims are true; false as soon as one is, even when others are unknown."""
    return all_of(claims, _claimed)
