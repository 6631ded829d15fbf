"""Telling facts: field after field, each untold, absent or told, none against another.

Every strategy of facts is a :class:`Teller` at work. A class whose fields are told otherwise
than by their types alone has a :class:`Plan`.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import combinations
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.testing.strategies.days import dates_around_law_changes

T = TypeVar("T")
Told = dict[str, Any]
How = Callable[["Teller", Told], Any]
"""What a field holds, of facts of which some fields are told already."""

ALL = 100
# Made once: to make a strategy costs more than to draw from it.
_SHARES = st.sampled_from((0, 10, 20, 30, 50, 70, ALL - 1))
"""Never all: the first draw of a field must leave it untold, so that examples shrink to what matters."""
_BOOLEANS = st.booleans()
_AROUND = dates_around_law_changes()
_GAPS = st.sampled_from((0, 1, 2, 30, 31, 365, 366, 730, 3653)).map(timedelta)
_AMOUNTS = tuple(
    map(Decimal, ("0", "1", "0.01", "50", "1500.50", "40000", "41136", "41136.01", "60000", "250000"))
)
_NUMBERS = (0, 1, 2, 3, 5, 10, 39_999, 40_000, 80_000, 175_000, 200_000)
_WORDS = ("un texte", "un autre texte")
_upto = cache(lambda last: st.integers(0, last))
_some = cache(lambda values, most: st.lists(st.sampled_from(values), unique=True, max_size=most))
_GROUP = 5
_NOTHING = st.none()


@attrs.frozen(slots=True, kw_only=True)
class Plan:
    """How the fields of a class are told, where their types alone do not say it.

    ``chains`` name days in the order in which things happen: none comes before one that is
    ahead of it, and what followed something that never happened did not happen.
    """

    how: Mapping[str, How] = attrs.field(factory=dict)
    chains: tuple[tuple[str, ...], ...] = ()
    first: tuple[str, ...] = ()
    """Fields that are told before the others, which turn on them."""


_NO_PLAN = Plan()
Plans = Mapping[type[Any], Plan]


@attrs.define(slots=True, kw_only=True)
class Teller:
    """Tells the facts of one example.

    ``percent`` is the share of facts told, ``most`` how many members a structure has at most,
    ``people`` whoever was met as a member so far, by their id: one person is the same wherever
    they come again.
    """

    draw: DrawFn
    plans: Plans
    percent: int
    on: date | None = None
    most: int = 6
    people: dict[str, Any] = attrs.field(factory=dict)
    _counted: Counter[str] = attrs.field(factory=Counter)
    _next: list[Callable[[], Any]] = attrs.field(factory=list)
    _whole: SearchStrategy[Any] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._whole = _whole(self._next)

    def tells(self, one_of: int = 1, among: int = 0) -> bool:
        """Whether the next fact is told; or one at least of so many, when one among more is."""
        if self.percent in (0, ALL):
            return self.percent == ALL
        untold = 1 - self.percent / ALL
        share = (1 - untold**one_of) / (1 - untold**among) if among else 1 - untold**one_of
        return self.upto(ALL - 1) >= max(1, round(ALL * (1 - share)))

    def chosen(self, names: Sequence[str]) -> Iterator[str]:
        """The names of the facts that are told: little is drawn where little is."""
        if not names or not self.tells(len(names)):
            return
        groups = [names[start : start + _GROUP] for start in range(0, len(names), _GROUP)]
        for group in groups:
            if len(groups) == 1 or self.tells(len(group), among=len(names)):
                yield from (name for name in group if self.tells(1, among=len(group)))

    def upto(self, last: int) -> int:
        """A number from 0 to ``last``: the smallest is the simplest."""
        return self.draw(_upto(last))

    def any_of(self, values: Sequence[T]) -> T:
        """One of some values: the first is the simplest."""
        return values[self.upto(len(values) - 1)]

    def perhaps(self) -> bool:
        """No before yes."""
        return self.draw(_BOOLEANS)

    def rarely(self) -> bool:
        """One time out of five; no before yes."""
        return self.upto(4) == 4

    def mostly(self) -> bool:
        """Two times out of three; no before yes."""
        return self.upto(2) > 0

    def number(self, what: str) -> int:
        """How many of a thing there were so far: for ids of which no two are alike."""
        self._counted[what] += 1
        return self._counted[what] - 1

    def whole(self, tell: Callable[[], T]) -> T:
        """What is told, as one draw: a shrinking example can do without the whole of it."""
        self._next.append(tell)
        told: T = self.draw(self._whole)
        return told

    def make(self, kind: type[T], **given: Any) -> T:
        """Facts of a class; what is given is told, drawn from if it is a strategy."""
        return self.whole(lambda: self.tell(kind, given))

    def many(self, kind: type[T], most: int = 3, **given: Any) -> tuple[T, ...]:
        """Some facts of a class."""
        return self.listed(lambda: self.make(kind, **given), most=most)

    def listed(self, tell: Callable[[], T], *, least: int = 0, most: int = 3) -> tuple[T, ...]:
        """Whatever is told each time, a few times."""
        told: list[T] = []

        def another() -> bool:
            if len(told) >= least and self.upto(3) == 0:
                return False
            told.append(tell())
            return True

        while len(told) < most and self.whole(another):
            pass
        return tuple(told)

    def some(self, values: tuple[Any, ...], most: int = 3) -> tuple[Any, ...]:
        """Some of the values, none of them twice."""
        return tuple(self.draw(_some(values, most)))

    def day(self, first: date | None = None, last: date | None = None) -> date:
        """A day from ``first`` to ``last``, where they are given."""
        if first is not None and last is not None:
            return first + timedelta(days=self.upto((last - first).days))
        if first is not None:
            return first + self.draw(_GAPS)
        if last is not None:
            return last - self.draw(_GAPS)
        if self.on is None or self.rarely():
            return self.draw(_AROUND)
        return self.day(first=self.on) if self.perhaps() else self.day(last=self.on)

    def tell(self, kind: type[T], given: Mapping[str, Any]) -> T:
        """Facts of a class, within the draw that :meth:`make` opens for them."""
        told: Told = {
            name: self.draw(value) if isinstance(value, SearchStrategy) else value
            for name, value in given.items()
        }
        plan = self.plans.get(kind, _NO_PLAN)
        fields = _fields(kind)
        optional = [name for name, field in fields.items() if name not in told and may_be_unknown(field)]
        untold = {*optional} - {*self.chosen(optional)}
        for name in (*plan.first, *fields):
            if name in untold:
                told[name] = UNKNOWN
            elif name not in told:
                told[name] = self._field(fields[name], plan, told)
        return kind(**told)

    def _field(self, field: Any, plan: Plan, told: Told) -> Any:
        """What a field holds, told: as one draw, so that a shrinking example can leave it untold."""
        return self.whole(lambda: self._value_of(field, plan, told))

    def _value_of(self, field: Any, plan: Plan, told: Told) -> Any:
        options = _options(field.type)
        if Unknown not in options and field.default is not attrs.NOTHING and not self.rarely():
            return field.default
        if field.name in plan.how:
            return plan.how[field.name](self, told)
        if date in options:
            return self._day_in_order(field.name, NoneType in options, plan, told)
        return self.value(field.type)

    def _day_in_order(self, name: str, may_be_none: bool, plan: Plan, told: Told) -> date | None:
        pairs = [pair for chain in plan.chains for pair in combinations(chain, 2)]
        earlier = [told[first] for first, then in pairs if then == name and first in told]
        later = [told[then] for first, then in pairs if first == name and then in told]
        firsts = [day for day in earlier if isinstance(day, date)]
        lasts = [day for day in later if isinstance(day, date)]
        if may_be_none and not lasts and (None in earlier or not self.mostly()):
            return None
        return self.day(max(firsts, default=None), min(lasts, default=None))

    def value(self, declared: Any) -> Any:
        """What a field of a type holds, told: none first, where it may be none."""
        options = [option for option in _options(declared) if option is not Unknown]
        if NoneType in options:
            if len(options) == 1 or not self.mostly():
                return None
            options.remove(NoneType)
        kind = options[0] if len(options) == 1 else self.any_of(options)
        if get_origin(kind) is tuple:
            (inside, *_) = get_args(kind)
            return self.values(inside)
        if attrs.has(kind):
            return self.make(kind)
        if kind is date:
            return self.day()
        return self.any_of(tuple(kind) if issubclass(kind, Enum) else _PLAIN[kind])

    def field(self, kind: type[Any], name: str) -> Any:
        """What one field of a class holds, told or not, of facts of which nothing else is told."""
        if not self.tells():
            return UNKNOWN
        return self._field(_fields(kind)[name], self.plans.get(kind, _NO_PLAN), {})

    def by_type(self, kind: type[Any], field: str) -> Any:
        """What a field holds by its type alone."""
        return self.value(_fields(kind)[field].type)

    def values(self, inside: Any) -> tuple[Any, ...]:
        """Some values of a type, none of them twice where they are words of a list."""
        if isinstance(inside, type) and issubclass(inside, Enum):
            return self.some(tuple(inside))
        return self.listed(lambda: self.value(inside))


@st.composite
def _whole(draw: DrawFn, next_told: list[Callable[[], Any]]) -> Any:
    return draw(_NOTHING) or next_told.pop()()


def telling(
    plans: Plans, known: float | None, tell: Callable[[Teller], Any], *, on: date | None = None, most: int = 6
) -> SearchStrategy[Any]:
    """What a teller tells, of whom ``known`` gives the share of facts told: drawn where it is ``None``."""
    return _told(_Asked(plans=plans, known=known, tell=tell, on=on, most=most))


@attrs.frozen(slots=True, kw_only=True, eq=False, repr=False)
class _Asked:
    """What a teller is asked for. Its ``repr`` is short: Hypothesis shows it with every failure."""

    plans: Plans
    known: float | None
    tell: Callable[[Teller], Any]
    on: date | None
    most: int

    def __repr__(self) -> str:
        return f"known={self.known}, on={self.on}"


@st.composite
def _told(draw: DrawFn, asked: _Asked) -> Any:
    percent = draw(_SHARES) if asked.known is None else round(ALL * asked.known)
    return asked.tell(Teller(draw=draw, plans=asked.plans, percent=percent, on=asked.on, most=asked.most))


def choice(*values: Any) -> How:
    """One of some values: the first is the simplest."""
    return lambda teller, told: teller.any_of(values)


def drawn(strategy: SearchStrategy[Any]) -> How:
    """Whatever a strategy gives."""
    return lambda teller, told: teller.draw(strategy)


def perhaps(strategy: SearchStrategy[Any]) -> How:
    """Nothing, or whatever a strategy gives."""
    return drawn(st.one_of(st.none(), strategy))


def _fields_of(kind: Any) -> dict[str, Any]:
    return {field.name: field for field in attrs.fields(attrs.resolve_types(kind))}


_fields: Callable[[Any], dict[str, Any]] = cache(_fields_of)


def may_be_unknown(field: Any) -> bool:
    """Whether a field of a class of facts can be left untold."""
    return Unknown in _options(field.type)


@cache
def _options(declared: Any) -> tuple[Any, ...]:
    return get_args(declared) if get_origin(declared) in (Union, UnionType) else (declared,)


_PLAIN: dict[Any, Sequence[Any]] = {bool: (False, True), int: _NUMBERS, Decimal: _AMOUNTS, str: _WORDS}
