"""An enumeration: every member, its slug, its label in both languages, its codes."""

import ast
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import Any

from cpts_model.engine.text import Text
from cpts_model.facts.nomenclature import NomenclatureCode
from pages.page import text
from pages.reference.names import Entry
from pages.reference.prose import Voice
from pages.reference.source import docs_below
from pages.reference.tables import in_both, name_of, told_table


def enum_members(kind: type[Enum], entry: Entry) -> Iterator[str]:
    """The table of its members, with those columns that say something of one of them."""
    node = entry.place.node
    assert isinstance(node, ast.ClassDef)
    voice = Voice(entry.place.module, entry.chapter)
    docs = docs_below(node.body)
    columns: list[tuple[str, Callable[[Any], str]]] = [
        ("Member", lambda member: f'<span id="{entry.anchor}.{member.name}"></span>{name_of(member.name)}'),
        ("Value", lambda member: _value(member.value)),
        *((head, tell) for name, head, tell in _COLUMNS if hasattr(kind, name)),
        ("Meaning", lambda member: voice.line(docs.get(member.name, ""))),
    ]
    cells = [[tell(member) for _, tell in columns] for member in kind]
    yield told_table([head for head, _ in columns], cells)


def _value(value: object) -> str:
    return name_of(str(value)) if isinstance(value, str | int) else ""


def _label(member: Any) -> str:
    label = member.label
    return in_both(label) if isinstance(label, Text) else text(str(label))


def _codes(codes: Iterable[object]) -> str:
    told = [f"{_token(code)}{_until(code)}" for code in codes]
    return ("<br>" if any(" " in one for one in told) else ", ").join(told)


def _token(code: Any) -> str:
    """A code as one writes it, with the role that makes it say something."""
    if not isinstance(code, NomenclatureCode):
        return f"`{code}`"
    system = code.system.partition("-")[0]
    return f"`{system}#{code.code}`" + (f" with {_token(code.role)}" if code.role is not None else "")


def _until(code: object) -> str:
    deprecated = getattr(code, "deprecated_on", None)
    return f" (until {deprecated:%Y-%m-%d})" if deprecated is not None else ""


def _cites(member: Any) -> str:
    return text(member.cites.short) if member.cites is not None else ""


def _number(member: Any) -> str:
    return f"{member.casf_number}°" if member.casf_number is not None else ""


_COLUMNS: tuple[tuple[str, str, Callable[[Any], str]], ...] = (
    ("label", "What it is", _label),
    ("sector", "Sector", lambda member: text(member.sector.label.en)),
    ("cites", "Where it is written", _cites),
    ("casf_number", "CASF, art. L312-1, I", _number),
    ("finess_categories", "FINESS categories", lambda member: _codes(member.finess_categories)),
    ("finess_codes", "FINESS legal statuses", lambda member: _codes(member.finess_codes)),
    ("code", "Code", lambda member: _codes((member.code,))),
    ("codes", "Codes", lambda member: _codes(member.codes)),
)
