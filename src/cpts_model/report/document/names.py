"""How the report calls what a dossier names: people, structures, the items of its lists."""

from datetime import date
from enum import Enum
from typing import Any

import attrs

from cpts_model.engine.explain import describe
from cpts_model.engine.labels import label_of
from cpts_model.engine.text import Lang
from cpts_model.engine.unknown import Unknown

LONGEST = 160
"""How many letters of a name stand in a heading or a table; the facts told have all of them."""


def brief(name: str) -> str:
    """A name as a heading can hold it."""
    return name if len(name) <= LONGEST else f"{name[:LONGEST]}…"


def item_name(item: Any, rank: int, lang: Lang) -> str:
    """What one item of a list is called: by the member it speaks of, its name, its kind, its day or its rank."""
    member = getattr(item, "member", None)
    named = member if attrs.has(type(member)) and not isinstance(member, Unknown) else item
    for attribute in ("name", "id"):
        found = getattr(named, attribute, None)
        if isinstance(found, str):
            return brief(found)
    if not attrs.has(type(item)):
        return brief(describe(item, lang))
    values = [getattr(item, field.name) for field in attrs.fields(type(item))]
    for kind in (Enum, date):
        told = next((value for value in values if isinstance(value, kind)), None)
        if told is not None:
            return describe(told, lang)
    return f"n° {rank + 1}" if lang == "fr" else f"no. {rank + 1}"


def field_name(kind: type[Any], name: str, lang: Lang) -> str:
    """What a field is called; its key where it has no label."""
    label = label_of(kind, name)
    return label.to(lang) if label is not None else name
