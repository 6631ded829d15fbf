"""The subjects a law is looked at through: drawn of the classes its rules are about, with days."""

import types
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, get_args, get_origin

import attrs
from hypothesis import strategies as st

from cpts_model.engine.errors import CptsModelError
from cpts_model.engine.law import Law
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.typed import Facts
from cpts_model.testing.check.masking import options
from cpts_model.testing.days import DAY

Subjects = Mapping[type[Any], st.SearchStrategy[Any]]
"""How the subjects of each class are drawn."""

_AROUND = (0, -1, 1, -30, 30, -365, 365, -7300, 7300)
"""Days from a change of the law: on it, its eve, and up to twenty years away."""
_NUMBERS = st.integers(0, 12) | st.integers()
"""Small ones half of the time: rules count to few."""
_MOST = 4
"""How many facts a list holds at most."""


class CannotDraw(CptsModelError, TypeError):
    """How to draw a class cannot be told from what it declares."""

    def __init__(self, kind: type[Any], why: str) -> None:
        super().__init__(kind, why)
        self.kind = kind
        self.why = why

    def __str__(self) -> str:
        return f"{self.why}; say how to draw it: subjects={{{self.kind.__name__}: a strategy}}"


def days_around(changes: Iterable[date]) -> st.SearchStrategy[date]:
    """A day on which the law changes, on one side of it, or further away."""
    return st.builds(
        lambda day, gap: day + timedelta(days=gap),
        st.sampled_from(tuple(changes) or (DAY,)),
        st.sampled_from(_AROUND),
    )


def subjects_of(law: Law, subjects: Subjects | None = None) -> Subjects:
    """How the subjects of a law are drawn: as one says, or from what their classes declare.

    Raises:
        CannotDraw: a class declares nothing that tells.
    """
    if subjects is not None:
        return subjects
    days = days_around(law.changes)
    return {kind: drawn(kind, days) for kind in _kinds(law)}


def _kinds(law: Law) -> tuple[type[Any], ...]:
    """The classes that rules are about, save those of which there are more particular ones."""
    named = {
        kind: None
        for rule in law
        for kind in (rule.about if isinstance(rule.about, tuple) else (rule.about,))
    }
    return tuple(
        kind for kind in named if not any(other is not kind and issubclass(other, kind) for other in named)
    )


def drawn(kind: type[Any], days: st.SearchStrategy[date]) -> st.SearchStrategy[Any]:
    """A class drawn from its fields: each of a type it declares, unknown first where it may be.

    Raises:
        CannotDraw: a field declares no type, or the class is none of attrs.
    """
    if issubclass(kind, Facts):
        from cpts_model.testing.strategies import facts_of

        # Most rules read many facts before they settle: of half the subjects nearly all are told.
        return st.one_of(facts_of(kind), facts_of(kind, known=0.9))
    if not attrs.has(kind):
        raise CannotDraw(kind, f"{kind.__name__} is no attrs class")
    return st.builds(
        kind,
        **{
            field.alias: _field(kind, field, days)
            for field in attrs.fields(attrs.resolve_types(kind))
            if field.init
        },
    )


def _field(
    kind: type[Any], field: "attrs.Attribute[Any]", days: st.SearchStrategy[date]
) -> st.SearchStrategy[Any]:
    if field.type is None or field.type is Any:
        raise CannotDraw(kind, f"{kind.__name__}.{field.name} declares no type")
    # The simplest is what nobody told, then what there is none of.
    in_order = sorted(options(field.type), key=lambda one: _SIMPLEST.get(one, len(_SIMPLEST)))
    return st.one_of(*(_value(one, days) for one in in_order))


_SIMPLEST: dict[Any, int] = {Unknown: 0, types.NoneType: 1}


def _several(inside: Any, days: st.SearchStrategy[date]) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.one_of(*(_value(one, days) for one in options(inside))), max_size=_MOST)


def _value(annotation: Any, days: st.SearchStrategy[date]) -> st.SearchStrategy[Any]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if (origin in (tuple, frozenset) and arguments[-1:] == (...,)) or origin is frozenset:
        return _several(arguments[0], days).map(origin)
    if annotation is Unknown:
        return st.just(UNKNOWN)
    if annotation is date:
        return days
    if annotation is int:
        return _NUMBERS
    if isinstance(annotation, type) and attrs.has(annotation):
        # Deferred, for a class may hold others of its own.
        return st.deferred(lambda: drawn(annotation, days))
    return st.from_type(annotation)
