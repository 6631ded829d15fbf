"""Facts are of the types their class declares, whoever builds them.

A wrong type would not fail here but far away, or not at all: ``"non"`` is true to Python.
"""

from datetime import datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from cpts_model.engine.errors import nearest_names, shortened
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.checks import BadFact
from cpts_model.facts.representation import Pretty, call
from cpts_model.facts.wording import joined, meant


class Facts:
    """The base of every class of facts: checks what it was built with, and shows it as Python.

    The ``repr`` is the call that builds equal facts, where what is UNKNOWN is left out; a
    class keeps it by ``@attrs.frozen(..., repr=False)``, without which attrs writes another.

    Raises:
        BadFact: a value is not of the type that its field declares.
    """

    __slots__ = ("__weakref__",)

    def __repr__(self) -> str:
        return call(self)

    _repr_pretty_ = Pretty()

    def __attrs_post_init__(self) -> None:
        check_types(self)
        self._refuse_contradictions()

    def _refuse_contradictions(self) -> None:
        """Refuse values that cannot be true together; for a class that knows of some to say.

        Raises:
            BadFact: they cannot.
        """


def check_types(facts: Any) -> None:
    """Refuse a value that is not of the type its field declares.

    Raises:
        BadFact: one is not; the message says what to write.
    """
    kind: Any = type(facts)
    for name, untold, kinds, inside in _fields(kind):
        value = getattr(facts, name)
        if value is untold:  # as most are, of every fact that is ever built
            continue
        if type(value) not in kinds:
            _refuse(name, value, kinds)
        if inside and isinstance(value, tuple) and not inside.issuperset(map(type, value)):
            for index, item in enumerate(value):
                if type(item) not in inside:
                    _refuse(f"{name}[{index}]", item, inside)


Kinds = frozenset[type[Any]]


_NEVER = object()
"""What no field holds."""


@cache
def _fields(of: Any) -> tuple[tuple[str, object, Kinds, Kinds], ...]:
    """The fields of a class: name, what it holds untold, the types it takes, and those inside a tuple."""
    return tuple(
        _field(field.name, *_kinds(field.type))
        for field in attrs.fields(attrs.resolve_types(of))
        if field.type is not None
    )


def _field(name: str, kinds: Kinds, inside: Kinds) -> tuple[str, object, Kinds, Kinds]:
    return name, UNKNOWN if Unknown in kinds else _NEVER, kinds, inside


def _kinds(declared: Any) -> tuple[Kinds, Kinds]:
    options = get_args(declared) if get_origin(declared) in (Union, UnionType) else (declared,)
    inside: Kinds = frozenset()
    kinds: set[type[Any]] = set()
    for option in options:
        if get_origin(option) is tuple:
            kinds.add(tuple)
            inside = _kinds(get_args(option)[0])[0]
        else:
            kinds.add(option)
    return frozenset(kinds), inside


def _refuse(name: str, value: object, kinds: Kinds) -> None:
    """Refuse a value, unless its class comes from one that is declared and means the same."""
    told = [kind for kind in kinds if kind.__name__ not in ("Unknown", "NoneType")]
    # A subclass serves, save the two that Python makes of what they are not.
    if any(isinstance(value, kind) for kind in told) and not isinstance(value, datetime | bool):
        return
    expected, given = sorted(kind.__name__ for kind in told), shortened(value)
    words = Text(
        f"{given} n'est pas du type {' ou '.join(expected)}",
        f"{given} is not of type {' or '.join(expected)}",
    )
    raise BadFact(name, joined(words, _mend(value, told)))


def _mend(value: object, told: list[type[Any]]) -> Text | None:
    if value is None:
        return Text(" ; ne pas le donner si personne ne sait", "; leave it out if nobody knows")
    if isinstance(value, list | set) and tuple in told:
        return Text(" ; écrire un tuple : (…,)", "; write a tuple: (…,)")
    if tuple in told:
        return Text(" ; écrire un tuple, même d'un seul : (…,)", "; write a tuple, even of one: (…,)")
    for kind in told:
        if issubclass(kind, Enum) and isinstance(value, str):
            member = next((member for member in kind if value in (member.value, member.name)), None)
            if member is not None:
                name = f"{kind.__name__}.{member.name}"
                return Text(f" ; écrire {name}", f"; write {name}")
            return meant(nearest_names(value, [str(member.value) for member in kind]))
    return None
