"""The facts as the dossier told them, so that who reads a report can check what it rests on."""

from collections.abc import Iterator
from typing import Any

import attrs

from cpts_model.engine.dates import Period
from cpts_model.engine.explain import describe
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import UNKNOWN, Count
from cpts_model.report.document.names import field_name, item_name
from cpts_model.report.document.words import capital, say

_VALUES = (Text, Period, Count)


@attrs.frozen(slots=True)
class ToldRow:
    """A fact that was told, or an item of a list with all that was told of it."""

    name: str
    value: str


@attrs.frozen(slots=True)
class ToldGroup:
    """Facts about one thing."""

    title: str
    rows: tuple[ToldRow, ...]


def told_facts(subject: Any, lang: Lang) -> Iterator[ToldGroup]:
    """Every fact that was told of a structure: its own first, then thing by thing."""
    own: list[ToldRow] = []
    groups: list[ToldGroup] = []
    for name, value in _told(subject):
        called = field_name(type(subject), name, lang)
        if _is_thing(value):
            groups.append(ToldGroup(capital(called), tuple(_rows(value, lang))))
        elif isinstance(value, tuple) and any(map(_is_thing, value)):
            items = tuple(
                ToldRow(item_name(item, rank, lang), _inline(item, lang)) for rank, item in enumerate(value)
            )
            groups.append(ToldGroup(capital(called), items))
        else:
            own.append(ToldRow(called, describe(value, lang)))
    yield ToldGroup(say("about_structure", lang), tuple(own))
    yield from groups


def _is_thing(value: object) -> bool:
    """Whether this holds facts of its own."""
    return attrs.has(type(value)) and not isinstance(value, _VALUES) and value is not UNKNOWN


def _told(thing: Any) -> Iterator[tuple[str, Any]]:
    for field in attrs.fields(type(thing)):
        value = getattr(thing, field.name)
        if value is not UNKNOWN and not field.name.startswith("_"):
            yield field.name, value


def _rows(thing: Any, lang: Lang) -> Iterator[ToldRow]:
    for name, value in _told(thing):
        yield ToldRow(field_name(type(thing), name, lang), _said(value, lang))


def _said(value: Any, lang: Lang) -> str:
    if _is_thing(value):
        return _inline(value, lang)
    if isinstance(value, tuple) and any(map(_is_thing, value)):
        return say("sep", lang).join(f"({_inline(item, lang)})" for item in value)
    return describe(value, lang)


def _inline(thing: Any, lang: Lang) -> str:
    """All that was told of a thing, in a line."""
    if not _is_thing(thing):
        return describe(thing, lang)
    return say("sep", lang).join(
        _inline(value, lang)
        if _is_thing(value)
        else f"{field_name(type(thing), name, lang)}{say('colon', lang)}{_said(value, lang)}"
        for name, value in _told(thing)
    )
