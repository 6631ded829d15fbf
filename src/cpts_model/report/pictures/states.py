"""The states of a machine as a picture, drawn from the table that the code runs."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import attrs

from cpts_model.engine.dates import ALWAYS
from cpts_model.engine.explain import describe, format_day
from cpts_model.engine.text import Lang, Text
from cpts_model.life.machine import Machine, Standing, State, Transition
from cpts_model.report.pictures.layers import GAP_X, Layout, lay_out
from cpts_model.report.pictures.svg import (
    BOLD,
    Box,
    Node,
    cut,
    document,
    element,
    fold,
    group,
    lines_of,
    path,
    rect,
    text,
)

_MARGIN = 28
_WIDTH = 196
"""How wide a box is."""
_CARD = 290
"""How wide a card is of what leads back."""

_PAD = 10
_NARROWEST = 620
_SIZE, _SMALL = 13, 11.5
_STEP, _SMALL_STEP = 17, 15

_LIGHT = """
.state { font-size: 14px; font-weight: 700; }
.label { font-size: 13px; }
.box { stroke: #1c2733; stroke-width: 1.5; }
.here { stroke-width: 4; }
.words { fill: #ffffff; stroke: #c3ccd5; stroke-width: 1; }
.line { fill: none; stroke: #51606f; stroke-width: 1.5; }
.head { fill: #51606f; }
.dot { fill: #1c2733; }
"""
_DARK = """
.box { stroke: #c9d4df; }
.words { fill: #182029; stroke: #3a4653; }
.line { stroke: #a9b6c3; }
.head { fill: #a9b6c3; }
.dot { fill: #e6edf3; }
"""

_WORDS = {
    "all": Text(
        "toutes les versions du droit ; chaque flèche dit l'événement, le texte et, s'il a changé, sa période",
        "every version of the law; each arrow tells the event, the text and, where it changed, its period",
    ),
    "of_day": Text("droit du {day}", "the law of {day}"),
    "here": Text("● ici le {day}", "● here on {day}"),
    "maybe": Text("? peut-être ici le {day}", "? maybe here on {day}"),
    "final": Text("double trait : état définitif", "double frame: final state"),
    "back": Text("Retours à un état antérieur (↩)", "Back to an earlier state (↩)"),
    "arrow": Text("{source} → {target} : {when} ({text})", "{source} → {target}: {when} ({text})"),
}


def states_svg(
    machine: Machine, *, lang: Lang = "fr", on: date | None = None, standing: Standing | None = None
) -> str:
    """The states of a machine and what leads from one to the next, as an SVG picture.

    With ``on``, the transitions that the law of that day knows and the states they join;
    without, all of them, each with the time over which it is in force. With ``standing``,
    which is of this machine, the states possible are marked, and ``on`` is its day.
    """
    day = on if standing is None else standing.on
    table = _Table.of(machine, day, standing)
    drawn_states = [_state_words(state, standing, lang) for state in table.states]
    drawn_words = [_transition_words(one, _WIDTH, lang, dated=day is None) for one in table.transitions]
    title = machine.title.to(lang)
    head, top = _head(title, day, lang, table)
    layout = lay_out(
        [(_WIDTH, _height(lines)) for lines in drawn_states],
        table.edges,
        [(_WIDTH, _height(lines)) for lines in drawn_words],
        top=top,
        left=_MARGIN,
    )
    parts = [*head, *_arrows(layout, table)]
    for number, state in enumerate(table.states):
        parts.append(_state(state, layout.states[number], drawn_states[number], standing, lang))
    for number, box in layout.words.items():
        parts.append(_labelled(table.transitions[number], box, drawn_words[number], lang))
    width = max(_NARROWEST, layout.layers[0].right + _MARGIN)
    back = [table.transitions[number] for number in layout.back]
    returns, bottom = _returns(
        back, Box(_MARGIN, layout.layers[-1].bottom + 52, width - 2 * _MARGIN, 0), day, lang
    )
    size = (round(width), round(bottom + _MARGIN))
    described = [_described(one, lang) for one in table.transitions]
    return document(
        size, [*parts, *returns], title=title, described=described, lang=lang, light=_LIGHT, dark=_DARK
    )


@attrs.frozen(slots=True)
class _Table:
    """The part of a machine that is drawn."""

    states: tuple[State, ...]
    transitions: tuple[Transition, ...]

    @classmethod
    def of(cls, machine: Machine, day: date | None, standing: Standing | None) -> "_Table":
        if day is None:
            return cls(machine.states, machine.transitions)
        shown = machine.at(day)
        joined = {machine.initial, *(standing.states if standing else ())}
        joined |= {state for one in shown for state in (one.source, one.target)}
        return cls(tuple(state for state in machine.states if state in joined), shown)

    @property
    def edges(self) -> list[tuple[int, int]]:
        place = {state: number for number, state in enumerate(self.states)}
        return [(place[one.source], place[one.target]) for one in self.transitions]


_Lines = list[tuple[str, str]]
"""The words of a box: the class and the text of each line."""


def _state_words(state: State, standing: Standing | None, lang: Lang) -> _Lines:
    lines = [("state", line) for line in fold(state.label.to(lang), _WIDTH - 2 * _PAD, 14 * BOLD, 4)]
    if standing is not None and state in standing.states:
        mark = "here" if standing.settled else "maybe"
        lines.append(("small", _say(mark, lang, day=format_day(standing.on, lang))))
    return lines


def _transition_words(one: Transition, width: float, lang: Lang, *, dated: bool) -> _Lines:
    room = width - 2 * _PAD
    lines = [("label", line) for line in fold(one.when.to(lang), room, _SIZE, 6)]
    lines += [("small", line) for line in fold(one.basis.cites.short, room, _SMALL, 3)]
    if dated and one.in_force != ALWAYS:
        lines.append(("small", cut(describe(one.in_force, lang), room, _SMALL)))
    return lines


def _height(lines: _Lines) -> float:
    return 2 * _PAD + sum(_step(css) for css, _ in lines)


def _step(css: str) -> float:
    return _SMALL_STEP if css == "small" else _STEP


def _say(word: str, lang: Lang, **named: Any) -> str:
    return _WORDS[word].to(lang).format(**named)


def _head(title: str, day: date | None, lang: Lang, table: _Table) -> tuple[list[Node], float]:
    """The title and what the signs mean, and where the boxes begin."""
    said = [_say("all", lang) if day is None else _say("of_day", lang, day=format_day(day, lang))]
    said += [_say("final", lang)] if any(state.final for state in table.states) else []
    lines = [line for one in said for line in fold(one, _NARROWEST - _MARGIN, _SMALL, 3)]
    titles = fold(title, _NARROWEST - _MARGIN, 24 * BOLD, 3)
    parts = lines_of("title", _MARGIN, 46, titles, 30)
    y = 46 + 30 * (len(titles) - 1) + 26
    return [*parts, *lines_of("small", _MARGIN, y, lines, 16)], y + 16 * len(lines) + 30


def _state(state: State, box: Box, lines: _Lines, standing: Standing | None, lang: Lang) -> Node:
    here = standing is not None and state in standing.states
    css = "box b1 here" if here else "box b6"
    parts = [rect(css, box, 9)]
    if state.final:
        inner = Box(box.x + 4, box.y + 4, box.width - 8, box.height - 8)
        parts.append(rect("frame", inner, 6))
    parts += _written(lines, box)
    return group("node", *parts, tip=state.means.to(lang), data_state=state.id)


def _labelled(one: Transition, box: Box, lines: _Lines, lang: Lang) -> Node:
    return group(
        "transition",
        rect("words", box, 4),
        *_written(lines, box),
        tip=_described(one, lang),
        data_source=one.source.id,
        data_target=one.target.id,
    )


def _written(lines: _Lines, box: Box) -> list[Node]:
    parts: list[Node] = []
    y = box.y + _PAD
    for css, words in lines:
        parts.append(text(css, box.x + _PAD, y + 13, words))
        y += _step(css)
    return parts


def _described(one: Transition, lang: Lang) -> str:
    return _say(
        "arrow",
        lang,
        source=one.source.label.to(lang),
        target=one.target.label.to(lang),
        when=one.when.to(lang),
        text=one.basis.cites.short,
    )


# --- Lines

_Point = tuple[float, float]


def _arrows(layout: Layout, table: _Table) -> list[Node]:
    """The lines from each state to the words of what leads on from it, and from these to where it leads."""
    out, into = _ends(layout, table, 0), _ends(layout, table, 1)
    first = layout.states[0]
    parts: list[Node] = [
        element("circle", "dot", cx=first.middle, cy=first.y - 22, r=5),
        *_arrow((first.middle, first.y - 22), (first.middle, first.y)),
    ]
    for number, box in layout.words.items():
        source, target = table.edges[number]
        begin, end = layout.states[source], layout.states[target]
        leaves = layout.layers[2 * layout.rank[source]].bottom
        parts.append(path("line", (out[number], begin.bottom), (out[number], leaves), (box.middle, box.y)))
        way = [(box.middle, box.bottom), (box.middle, layout.layers[2 * layout.rank[source] + 1].bottom)]
        for passed in layout.lines.get(number, []):
            way += [(passed.middle, passed.y), (passed.middle, passed.bottom)]
        parts += _arrow(*way, (into[number], end.y - 10), (into[number], end.y))
    return parts


def _ends(layout: Layout, table: _Table, side: int) -> dict[int, float]:
    """Where each transition leaves its source (side 0) or reaches its target (1): in the order of where it goes."""
    found: dict[int, float] = {}
    for state, box in layout.states.items():
        numbers = [number for number in layout.words if table.edges[number][side] == state]
        numbers.sort(key=lambda number: _toward(layout, number, side))
        for place, number in enumerate(numbers, 1):
            found[number] = box.x + box.width * place / (len(numbers) + 1)
    return found


def _toward(layout: Layout, number: int, side: int) -> float:
    passed = layout.lines.get(number, [])
    return passed[-1].middle if side and passed else layout.words[number].middle


def _arrow(*way: _Point) -> list[Node]:
    """A line with a head; it always ends going down."""
    x, y = way[-1]
    points = f"{x - 5:.1f},{y - 9:.1f} {x + 5:.1f},{y - 9:.1f} {x:.1f},{y:.1f}"
    return [path("line", *way), element("polygon", "head", points=points)]


# --- Back to an earlier state


def _returns(back: Sequence[Transition], room: Box, day: date | None, lang: Lang) -> tuple[list[Node], float]:
    """What leads back up, on cards under the rest: lines would cross all of it. One card for what differs by its source alone."""
    if not back:
        return [], room.y - 40
    cards: dict[tuple[Any, ...], list[Transition]] = {}
    for one in back:
        cards.setdefault((one.target, one.when, one.basis, one.in_force), []).append(one)
    parts = [text("heading", room.x, room.y, _say("back", lang))]
    columns = int((room.width + GAP_X) // (_CARD + GAP_X))
    every = list(cards.values())
    y = room.y + 18
    for first in range(0, len(every), columns):
        row = [_card(card, day, lang) for card in every[first : first + columns]]
        height = max(_height([*before, *after]) for _, before, after in row)
        for place, (transitions, before, after) in enumerate(row):
            box = Box(room.x + place * (_CARD + GAP_X), y, _CARD, height)
            parts += _drawn_card(transitions, before, after, box, lang)
        y += height + 14
    return parts, y


_Card = tuple[list[Transition], _Lines, _Lines]


def _card(transitions: list[Transition], day: date | None, lang: Lang) -> _Card:
    """The words of a card: where it leads from, one line each, then where to, when, and by which text."""
    room = _CARD - 2 * _PAD
    sources = [("label", cut(one.source.label.to(lang), room, _SIZE)) for one in transitions]
    target = f"↩ {transitions[0].target.label.to(lang)}"
    goes = [("state", line) for line in fold(target, room, 14 * BOLD, 4)]
    return transitions, sources, [*goes, *_transition_words(transitions[0], _CARD, lang, dated=day is None)]


def _drawn_card(
    transitions: list[Transition], sources: _Lines, after: _Lines, box: Box, lang: Lang
) -> Iterator[Node]:
    yield rect("words card", box, 4)
    written = _written([*sources, *after], box)
    for one, line in zip(transitions, written, strict=False):
        yield group(
            "transition",
            line,
            tip=_described(one, lang),
            data_source=one.source.id,
            data_target=one.target.id,
        )
    yield from written[len(transitions) :]
