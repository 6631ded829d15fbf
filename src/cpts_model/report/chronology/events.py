"""What a dossier dates: its own days, and those on which members came or left."""

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any

import attrs

from cpts_model.engine.explain import describe, format_day
from cpts_model.engine.labels import label_of
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.structures import Structure
from cpts_model.facts.typed import Facts
from cpts_model.report.chronology.model import Event

MOST_ARRIVALS = 12
"""Above this number of days on which members came or left, they are told by month, or by year."""

NAMED = 12
"""How many members are named of those who came or left together."""

MOST_ITEMS = 60
"""How many items of one list of facts are told."""

_ASIDE = frozenset({"members", "payments", "salaried"})
"""Lists that hold people or sums: members are counted, the rest is no event of the structure."""
_SELF_SAID = frozenset({"projet", "contract"})
"""Facts whose own fields say what they are of."""
_TAIL = re.compile(r"\s*\b(?:depuis le|depuis|le|since|on)$")
"""« contrat signé le » 12/03/2021: the day stands apart here."""
_WORDS = {
    "joined": Text("adhésion", "joined"),
    "joined_many": Text("{n} adhésions", "{n} joined"),
    "left": Text("départ", "left"),
    "left_many": Text("{n} départs", "{n} left"),
    "others": Text("et {n} autres", "and {n} more"),
    "of": Text("{what} : {said}", "{what}: {said}"),
}


def dated_facts(facts: Any, lang: Lang, of: str = "", aside: frozenset[str] = _ASIDE) -> Iterator[Event]:
    """Every day a dossier tells, with what its field is called; members are told apart."""
    for field in attrs.fields(type(facts)):
        value = getattr(facts, field.name)
        if field.name in aside or isinstance(value, Unknown):
            continue
        label = label_of(type(facts), field.name)
        called = label.to(lang) if label else field.name
        if isinstance(value, date):
            yield Event(day=value, words=_said(of, _TAIL.sub("", called), lang))
        elif isinstance(value, Facts):
            whose = of if field.name in _SELF_SAID else _said(of, called, lang)
            yield from dated_facts(value, lang, whose, aside)
        elif isinstance(value, tuple):
            items = [item for item in value[:MOST_ITEMS] if isinstance(item, Facts)]
            for number, item in enumerate(items, 1):
                yield from dated_facts(
                    item, lang, _said(of, _name(item, lang) or f"{called} {number}", lang), aside
                )


def _said(of: str, called: str, lang: Lang) -> str:
    return _WORDS["of"].to(lang).format(what=of, said=called) if of else called


def _name(item: Facts, lang: Lang) -> str:
    """What one item of a list is called, by its kind or its name."""
    values = (getattr(item, field.name) for field in attrs.fields(type(item)))  # type: ignore[arg-type]
    kind = next((describe(value, lang) for value in values if isinstance(value, Enum)), None)
    name = getattr(item, "name", None)
    return kind or (name if isinstance(name, str) else "")


Move = tuple[date, str]
"""A day on which a member came or left, and who it was."""

_TO_DAY, _TO_MONTH, _TO_YEAR = 10, 7, 4
"""How much of a day's ISO form tells it, its month, its year."""


def moves(subject: Structure, way: str) -> list[Move]:
    """The days on which members came or left, and who they were."""
    if isinstance(subject.members, Unknown):
        return []
    days = ((getattr(one, f"{way}_on"), one) for one in subject.members)
    return sorted((day, describe(one, "fr")) for day, one in days if isinstance(day, date))


def counted_moves(way: str, told: list[Move], lang: Lang) -> Iterator[Event]:
    """Arrivals or departures by day, or by month, by year or all together when there are many days of them."""
    grains = (_grouped(told, grain) for grain in (_TO_DAY, _TO_MONTH, _TO_YEAR))
    groups = next((groups for groups in grains if len(groups) <= MOST_ARRIVALS), None)
    for group in [told] if groups is None else groups:
        (day, who), *others = group
        if not others:
            yield Event(day=day, words=_said(_WORDS[way].to(lang), who, lang))
            continue
        said = _WORDS[f"{way}_many"].to(lang).format(n=len(group))
        last = group[-1][0]
        span = "" if last == day else f" ({format_day(day, lang)} – {format_day(last, lang)})"
        yield Event(day=day, words=f"{said}{span}", more=_names([name for _, name in group], lang))


def _grouped(told: list[Move], grain: int) -> list[list[Move]]:
    groups: dict[str, list[Move]] = {}
    for move in told:
        groups.setdefault(move[0].isoformat()[:grain], []).append(move)
    return list(groups.values())


def _names(names: list[str], lang: Lang) -> str:
    rest = len(names) - NAMED
    if rest <= 1:
        return ", ".join(names)
    return f"{', '.join(names[:NAMED])} {_WORDS['others'].to(lang).format(n=rest)}"
