"""Not knowing: one value that decides nothing, and reasoning that goes as far as it can.

``UNKNOWN`` stands for a fact that nobody has told. Whoever tries to decide on it (``if``,
``<``, ``+``, a loop, an attribute) gets :class:`UnknownFact`; the engine turns that into
the outcome *undetermined*. A rule therefore reads like the law, with no "if unknown" in it.

Two operators cannot be made to complain: ``==`` and ``is`` answer false in silence. Ask
through a property of the fact instead.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar, Final, Never, TypeVar, final

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

    Raises:
        TypeError: the reason is not a Text, so that it could not be told in both languages.
    """

    def __init__(self, reason: Text) -> None:
        if not isinstance(reason, Text):
            raise TypeError(f"the reason of an open question is a Text, in both languages, not {reason!r}")
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return f"the texts do not settle this: {self.reason.en}"


@final
class Unknown:
    """The type of :data:`UNKNOWN`. It has one instance, which survives copy and pickle."""

    __slots__ = ()
    _one: ClassVar["Unknown | None"] = None

    def __new__(cls) -> "Unknown":
        """The one there is."""
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one

    def __bool__(self) -> bool:
        raise UnknownFact

    def __iter__(self) -> Iterator[Never]:
        raise UnknownFact

    def _undecided(self, *operands: object) -> Never:
        raise UnknownFact

    __lt__ = __le__ = __gt__ = __ge__ = _undecided
    __add__ = __sub__ = __mul__ = __matmul__ = __truediv__ = __floordiv__ = __mod__ = _undecided
    __radd__ = __rsub__ = __rmul__ = __rmatmul__ = __rtruediv__ = __rfloordiv__ = __rmod__ = _undecided
    __divmod__ = __pow__ = __lshift__ = __rshift__ = __and__ = __or__ = __xor__ = _undecided
    __rdivmod__ = __rpow__ = __rlshift__ = __rrshift__ = __rand__ = __ror__ = __rxor__ = _undecided
    __neg__ = __pos__ = __abs__ = __invert__ = _undecided
    __int__ = __float__ = __complex__ = __index__ = _undecided
    __round__ = __floor__ = __ceil__ = __trunc__ = _undecided
    __len__ = __contains__ = __getitem__ = __call__ = _undecided

    def __getattr__(self, name: str) -> Never:
        # The protocols of Python (copy, pickle, inspect) and of those who print (IPython, Hypothesis)
        # look for such names and must be told "no such thing", which is not a decision on the fact.
        if name.startswith("_") and name.endswith("_"):
            raise AttributeError(name)
        raise UnknownFact

    def __repr__(self) -> str:
        return "UNKNOWN"

    def __format__(self, spec: str) -> str:
        # Its own name can be written; a date or a number, asked for by a format, cannot.
        if spec:
            raise UnknownFact
        return "UNKNOWN"

    def __reduce__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = Unknown()
"""The fact that nobody has told."""


def is_known(value: object) -> bool:
    """Whether a fact was told. For tools; a rule of law never needs to ask."""
    return value is not UNKNOWN


@attrs.frozen(slots=True, eq=False)
class Count:
    """How many, when some are unknown: at least ``least``, at most ``most``.

    A comparison with a number that every number between the two answers alike has that
    answer; any other raises what kept the count from being exact. As a condition it asks
    whether there is one at all. Two counts are equal when they have the same bounds.
    """

    least: int
    most: int
    doubt: NotSettled | None = None

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

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Count):
            return (self.least, self.most) == (other.least, other.most)
        if not isinstance(other, int):
            return NotImplemented
        return self.least <= other <= self.most and self._settle(
            self.least == self.most == other, possible=True
        )

    def __hash__(self) -> int:
        return hash(self.least) if self.least == self.most else hash((self.least, self.most))

    def __bool__(self) -> bool:
        return self >= 1

    def __str__(self) -> str:
        return str(self.least) if self.least == self.most else f"{self.least}–{self.most}"

    def fewer_than(self, other: "Count") -> bool:
        """Whether this count is strictly below another one."""
        if self.most < other.least:
            return True
        if self.least >= other.most:
            return False
        raise first_to_mend(self.doubt, other.doubt) or UnknownFact()


def first_to_mend(doubt: NotSettled | None, other: NotSettled | None) -> NotSettled | None:
    """Of two doubts the one to speak of: a fact can be told, a text that is silent cannot."""
    return other if doubt is None or (isinstance(doubt, OpenQuestion) and other is not None) else doubt


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
            doubt = first_to_mend(doubt, not_settled)
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


def either(*claims: Claim) -> bool:
    """Whether one of the claims is true, even when others are unknown.

    Raises:
        NotSettled: none is true, and one is not settled.
    """
    doubt: NotSettled | None = None
    for claim in claims:
        try:
            if claim() if callable(claim) else claim:
                return True
        except NotSettled as not_settled:
            doubt = first_to_mend(doubt, not_settled)
    if doubt is not None:
        raise doubt
    return False


def both(*claims: Claim) -> bool:
    """Whether all the claims are true; false as soon as one is, even when others are unknown.

    Raises:
        NotSettled: none is false, and one is not settled.
    """
    doubt: NotSettled | None = None
    for claim in claims:
        try:
            if not (claim() if callable(claim) else claim):
                return False
        except NotSettled as not_settled:
            doubt = first_to_mend(doubt, not_settled)
    if doubt is not None:
        raise doubt
    return True
