"""The same subject, fewer of its facts told, or its lists in another order."""

import types
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from functools import cache
from random import Random
from typing import Any, Union, get_args, get_origin

import attrs

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts import representation

Place = tuple[str | int, ...]
"""Where a fact stands: the fields and the indexes that lead to it."""

_SHARES = (0.05, 0.2, 0.5)
_SINGLES = 24
"""How many facts of a subject are hidden one by one: enough, over many subjects, and of a small one all."""


def options(annotation: Any) -> tuple[Any, ...]:
    """The types of a union; a type alone is the only one."""
    return get_args(annotation) if get_origin(annotation) in (Union, types.UnionType) else (annotation,)


@cache
def maskable(kind: type[Any]) -> frozenset[str]:
    """The fields of a class that may be unknown: by their type, or because they are unless told."""
    return frozenset(
        field.name
        for field in attrs.fields(attrs.resolve_types(kind))
        if field.init and (field.default is UNKNOWN or Unknown in options(field.type))
    )


def written(place: Place) -> str:
    """A place as explanations write it: ``members[3].joined_on``."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return "".join(steps).removeprefix(".")


def _fields(fact: Any, place: Place, unknown: bool) -> Iterator[Place]:
    if isinstance(fact, tuple):
        for index, item in enumerate(fact):
            yield from _fields(item, (*place, index), unknown)
    elif attrs.has(type(fact)):
        kind: Any = type(fact)
        may_be_unknown = maskable(kind)
        for field in attrs.fields(kind):
            value, here = getattr(fact, field.name), (*place, field.name)
            if field.name in may_be_unknown and (value is UNKNOWN) is unknown:
                yield here
            yield from _fields(value, here, unknown)


def told(subject: Any) -> Iterator[Place]:
    """Where a fact is told that could be unknown: what holds others before what it holds."""
    return _fields(subject, (), unknown=False)


def untold(subject: Any) -> Iterator[Place]:
    """Where a fact is unknown."""
    return _fields(subject, (), unknown=True)


def _without(fact: Any, places: Collection[Place]) -> Any:
    if fact is UNKNOWN or () in places:
        return UNKNOWN
    within: dict[str | int, set[Place]] = {}
    for step, *rest in places:
        within.setdefault(step, set()).add(tuple(rest))
    if isinstance(fact, tuple):
        return tuple(
            _without(item, within[index]) if index in within else item for index, item in enumerate(fact)
        )
    inside = {str(step): rest for step, rest in within.items()}
    return attrs.evolve(
        fact,
        **{
            field.alias: _without(getattr(fact, field.name), inside[field.name])
            for field in attrs.fields(type(fact))
            if field.name in inside
        },
    )


def without(subject: Any, places: Sequence[Place]) -> tuple[Any, Sequence[Place]]:
    """The same subject, the facts at these places not told, and the places.

    Those without which its class refuses the rest stay told.
    """
    try:
        return _without(subject, places), places
    except Exception:  # a class may refuse what it is told in any way it likes
        middle = len(places) // 2
        if not middle:
            return subject, ()
        less, first = without(subject, places[:middle])
        least, second = without(less, places[middle:])
        return least, (*first, *second)


def hidings(subject: Any, read: Collection[str] = ()) -> Iterator[tuple[Any, Sequence[Place]]]:
    """Subjects of which less is told, and what is not: one fact first, then many at once. The same each time.

    The facts that were ``read``, as explanations write their places, are hidden before any other.
    """
    places = tuple(told(subject))
    random = Random(0)
    singles = sorted(random.sample(places, len(places)), key=lambda place: written(place) not in read)
    for place in singles[:_SINGLES]:
        yield without(subject, [place])
    for share in _SHARES:
        yield without(subject, [place for place in places if random.random() < share])


def shorter(subject: Any) -> Iterator[Any]:
    """Subjects of which one list is shorter by an item, as far as their classes allow."""
    for field in attrs.fields(type(subject)) if attrs.has(type(subject)) else ():
        for less in _shorter(getattr(subject, field.name)):
            with suppress(Exception):  # a class may refuse what it is told in any way it likes
                yield attrs.evolve(subject, **{field.alias: less})


def _shorter(fact: Any) -> Iterator[Any]:
    if not isinstance(fact, tuple):
        yield from shorter(fact)
        return
    for index, item in enumerate(fact):
        yield (*fact[:index], *fact[index + 1 :])
        yield from ((*fact[:index], less, *fact[index + 1 :]) for less in shorter(item))


def _in_order(fact: Any, order: Callable[[tuple[Any, ...]], tuple[Any, ...]]) -> Any:
    if isinstance(fact, tuple):
        items = tuple(_in_order(item, order) for item in fact)
        return order(items) if any(attrs.has(type(item)) for item in items) else items
    if not attrs.has(type(fact)):
        return fact
    changed = {
        field.alias: after
        for field in attrs.fields(type(fact))
        if field.init
        and (after := _in_order(before := getattr(fact, field.name), order)) is not before
        and after != before
    }
    return attrs.evolve(fact, **changed) if changed else fact


def _backwards(items: tuple[Any, ...]) -> tuple[Any, ...]:
    return items[::-1]


def _shuffled(items: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(Random(0).sample(items, len(items)))


def reorderings(subject: Any) -> Iterator[Any]:
    """The same subject, every list of facts in it in another order."""
    for order in (_backwards, _shuffled):
        reordered = _in_order(subject, order)
        if reordered != subject:
            yield reordered


def shown(value: Any) -> str:
    """A subject as one writes it in Python, what is not told left out."""
    if isinstance(value, tuple):
        return f"({', '.join(map(shown, value))}{',' if len(value) == 1 else ''})"
    if not attrs.has(type(value)):
        return representation.source(value)
    facts = (f"{name}={shown(fact)}" for name, fact in representation.told(value))
    return f"{type(value).__name__}({', '.join(facts)})"
