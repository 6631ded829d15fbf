"""The checklist of a dossier to send, as a coordinator reads it before posting."""

from collections.abc import Iterator

from cpts_model.engine.explain import describe
from cpts_model.engine.text import Lang
from cpts_model.facts.structures import Structure
from cpts_model.life.sending import Checklist, ItemState, Section
from cpts_model.report.text import Line

_MARKS = {
    ItemState.THERE: ("✓", "satisfied"),
    ItemState.DUE: ("!", "warnings"),
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
        for item in items:
            mark, style = _MARKS[item.state]
            yield Line(f"{mark} {item.title.to(lang)}", style, 1)
            if item.state is not ItemState.THERE:
                yield from (Line(text, "dim", 4) for text in item.details(lang))


def _counts(found: Checklist, lang: Lang) -> str:
    """How many things are in each state, those that call for something to do first."""
    groups = (
        (ItemState.MISSING, found.missing),
        (ItemState.DUE, found.due),
        (ItemState.UNKNOWN, found.unknown),
        (ItemState.THERE, found.there),
    )
    return "   ".join(
        f"{_MARKS[state][0]} {len(items)} {state.label.to(lang)}" for state, items in groups if items
    )
