"""Facts of every class, drawn from their fields: each unknown, absent or told."""

import types
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st

from cpts_model import UNKNOWN, Unknown
from cpts_model.facts.checks import BadFact

WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=6)
LETTERS = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])
NAMES = st.text(LETTERS, min_size=1, max_size=6).filter(lambda name: name.strip() == name)
DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1))
SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: st.integers(0, 10**6),
    str: WORDS,
    date: DAYS,
    Decimal: st.decimals(0, 10**6, places=2),
}


def of_type(kind: Any) -> st.SearchStrategy[Any]:
    """Values of the type of a field."""
    if kind in SCALARS:
        return SCALARS[kind]
    if kind is Unknown:
        return st.just(UNKNOWN)
    if kind is types.NoneType:
        return st.none()
    if get_origin(kind) in (Union, types.UnionType):
        return st.one_of(*map(of_type, get_args(kind)))
    if get_origin(kind) is tuple:
        return st.lists(of_type(get_args(kind)[0]), max_size=2).map(tuple)
    return st.sampled_from(kind) if issubclass(kind, Enum) else st.deferred(lambda: facts(kind))


@st.composite
def facts(draw: st.DrawFn, kind: type[Any]) -> Any:
    """Facts of a class. What would contradict the rest is left unknown."""
    fields = attrs.fields(attrs.resolve_types(kind))
    told = {
        field.name: draw(NAMES) for field in fields if field.type is str and field.default is attrs.NOTHING
    }
    required = [field for field in fields if field.default is attrs.NOTHING and field.name not in told]
    told |= {field.name: draw(of_type(field.type)) for field in required}
    if "denominator" in told:  # a fraction is a part of a whole
        told["numerator"], told["denominator"] = sorted((told["numerator"], told["denominator"] + 1))
    optional = [field for field in fields if field.default is not attrs.NOTHING]
    for field in draw(st.lists(st.sampled_from(optional), max_size=5, unique=True)):
        told[field.name] = draw(of_type(field.type))
    while True:
        try:
            return kind(**told)
        except BadFact as bad:
            del told[bad.field.partition("[")[0]]


def subjects() -> list[type[Any]]:
    """Every class of facts that a dossier can hold, found from the structures."""
    from cpts_model.exchange.kinds import STRUCTURES

    found: list[type[Any]] = []
    open_types: list[Any] = list(STRUCTURES.values())
    while open_types:
        kind = open_types.pop()
        open_types.extend(get_args(kind))
        if isinstance(kind, type) and attrs.has(kind) and kind not in found:
            found.append(kind)
            open_types.extend(field.type for field in attrs.fields(attrs.resolve_types(kind)))
    return found
