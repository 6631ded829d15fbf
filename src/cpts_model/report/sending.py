"""The checklist of a dossier to send, as a coordinator reads it before posting."""

from collections.abc import Iterator
from itertools import groupby

from cpts_model.engine.explain import describe
from cpts_model.engine.text import Lang, Text
from cpts_model.facts.structures import Structure
from cpts_model.life.sending import Checklist, Item, ItemState, Section
from cpts_model.report.text import Line

_MARKS = {
    ItemState.THERE: ("✓", "satisfied"),
    ItemState.DUE: ("!", "warnings"),
    ItemState.PENDING: ("…", "plain"),
    ItemState.MISSING: ("✗", "breaches"),
    ItemState.UNKNOWN: ("?", "unknown"),
}


def checklist_report(structure: Structure, found: Checklist, lang: Lang) -> Iterator[Line]:
    """What a recipient asks for, step by step, with what stands in the way of each thing."""
    yield Line(describe(structure, lang), "head")
    yield Line(found.title(lang), "dim")
    yield Line()
    yield Line(_counts(found, lang), "counts")
    for section in Section:
        items = found.of(section)
        if not items:
            continue
        yield Line()
        yield Line(section.label.to(lang), "article")
        for (state, details), alike in groupby(items, key=lambda item: _shown(item, lang)):
            mark, style = _MARKS[state]
            yield from (Line(f"{mark} {item.title.to(lang)}", style, 1) for item in alike)
            yield from (Line(text, "dim", 4) for text in details)


def _shown(item: Item, lang: Lang) -> tuple[ItemState, tuple[str, ...]]:
    """Its state and what stands under its line: said once of those that follow one another and say the same."""
    return item.state, () if item.state is ItemState.THERE else tuple(item.details(lang))


def _counts(found: Checklist, lang: Lang) -> str:
    """How many things are in each state, those that call for something to do first."""
    groups = (
        (ItemState.MISSING, found.missing),
        (ItemState.DUE, found.due),
        (ItemState.UNKNOWN, found.unknown),
        (ItemState.PENDING, found.pending),
        (ItemState.THERE, found.there),
    )
    return "   ".join(
        f"{_MARKS[state][0]} {len(items)} {_label(state, len(items)).to(lang)}"
        for state, items in groups
        if items
    )


def _label(state: ItemState, number: int) -> Text:
    return _MANY_MISSING if state is ItemState.MISSING and number > 1 else state.label


_MANY_MISSING = Text("manquants", "missing")
