"""What is told of facts, and what is not: for the tests of the strategies."""

import sys
from collections.abc import Iterator
from typing import Any, get_args

import attrs

from cpts_model import UNKNOWN, Unknown
from cpts_model.facts.typed import Facts


def untold(facts: Any) -> Iterator[str]:
    """The class and the name of every field that is UNKNOWN, at any depth."""
    if isinstance(facts, tuple):
        for one in facts:
            yield from untold(one)
    elif attrs.has(type(facts)):
        for field in attrs.fields(type(facts)):
            value = getattr(facts, field.name)
            if value is UNKNOWN:
                yield f"{type(facts).__name__}.{field.name}"
            else:
                yield from untold(value)


def told(facts: Any) -> set[str]:
    """The names of the fields told that might not be."""
    kind = attrs.resolve_types(type(facts))
    return {
        field.name
        for field in attrs.fields(kind)
        if Unknown in get_args(field.type) and getattr(facts, field.name) is not UNKNOWN
    }


def every_class() -> list[type[Any]]:
    """Every class of facts of the library, by name."""
    found: list[type[Any]] = []
    open_classes: list[type[Any]] = [Facts]
    while open_classes:
        kind = open_classes.pop()
        open_classes.extend(kind.__subclasses__())
        home = sys.modules[kind.__module__]
        # attrs makes of a class another one, with slots: the first is still about.
        ours = kind.__module__.startswith("cpts_model.facts.") and getattr(home, kind.__name__, None) is kind
        if ours and attrs.has(kind) and kind.__name__ != "Actor":
            found.append(kind)
    return sorted(found, key=lambda kind: kind.__name__)
