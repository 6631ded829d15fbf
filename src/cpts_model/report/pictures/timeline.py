"""The timeline of a dossier as a picture: facts above, states and deadlines between, the law below."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import attrs

from cpts_model.engine.explain import format_day
from cpts_model.engine.law import Law
from cpts_model.engine.text import Lang, Text
from cpts_model.facts.structures import Structure
from cpts_model.law import LAW
from cpts_model.life.deadlines import Deadline
from cpts_model.life.machine import Standing
from cpts_model.report.chronology import Chronology, Event, chronology
from cpts_model.report.chronology.lines import chronology_lines
from cpts_model.report.pictures.agenda import agenda, shape
from cpts_model.report.pictures.lanes import (
    GAP,
    LONGEST,
    MARGIN,
    NAMES,
    ROW,
    SIZE,
    SMALL,
    draw_law,
    draw_states,
    lane_name,
    outside_width,
)
from cpts_model.report.pictures.rows import Scale, staircase
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
    text,
    width_of,
)

WIDTH = 1400
_LEFT = MARGIN + NAMES + 18
_RIGHT = WIDTH - MARGIN
_TICK_ROOM = 66

MOST_EVENTS = 80
"""How many facts are drawn: those nearest to the day."""

_LIGHT = """
.label { font-size: 13px; }
.day { font-size: 13px; font-weight: 700; }
.lane { font-size: 13px; font-weight: 700; }
.leader { fill: none; stroke: #8794a1; stroke-width: 1; }
.axis { fill: none; stroke: #1c2733; stroke-width: 2; }
.grid { fill: none; stroke: #e3e8ed; stroke-width: 1; }
.dot { fill: #1c2733; }
.edge { fill: none; stroke: #51606f; stroke-width: 1; }
.unsure { stroke-dasharray: 4 3; }
.now { fill: none; stroke: #b3261e; stroke-width: 2; stroke-dasharray: 8 4; }
.today { fill: #b3261e; }
.mark { fill: #1c2733; stroke: #1c2733; stroke-width: 1.5; stroke-linejoin: round; }
.hollow { fill: #ffffff; }
"""
_DARK = """
.leader { stroke: #6f7d8b; }
.axis { stroke: #e6edf3; }
.grid { stroke: #222c36; }
.dot { fill: #e6edf3; }
.edge { stroke: #a9b6c3; }
.now { stroke: #ff8a80; }
.today { fill: #ff8a80; }
.mark { fill: #e6edf3; stroke: #e6edf3; }
.hollow { fill: #10161d; }
"""

_WORDS = {
    "title": Text("Frise : {name}", "Timeline: {name}"),
    "subtitle": Text("du {since} au {until}, vue du {on}", "from {since} to {until}, seen from {on}"),
    "on": Text("le {day}", "on {day}"),
    "facts": Text("Ce que dit le dossier", "What the dossier says"),
    "deadlines": Text("Échéances", "Deadlines"),
    "steady": Text("Sans changement sur la période : {names}.", "Unchanged over this time: {names}."),
    "outside": Text(
        "Hors de la période : {n} date(s) du dossier ou échéance(s).",
        "Outside this time: {n} date(s) of the dossier or deadline(s).",
    ),
    "left_out": Text("Non dessinés : {n} autres faits datés.", "Not drawn: {n} further dated facts."),
}


def timeline_svg(
    subject: Structure,
    *,
    on: date,
    since: date | None = None,
    until: date | None = None,
    law: Law = LAW,
    lang: Lang = "fr",
    deadlines: Iterable[Deadline] | None = None,
    standings: Iterable[Standing] | None = None,
) -> str:
    """The timeline of a structure, as an SVG picture.

    Without ``since`` and ``until`` it covers what is dated. Deadlines and states are those
    that the law gives it, unless others are given.

    Raises:
        ValueError: it would end before it begins.
    """
    told = chronology(
        subject,
        on=on,
        since=since,
        until=until,
        law=law,
        lang=lang,
        deadlines=deadlines,
        standings=standings,
    )
    return draw_timeline(told)


def draw_timeline(told: Chronology) -> str:
    """A chronology, as an SVG picture."""
    lang = told.lang
    nearest = sorted(told.events, key=lambda event: abs(event.day.toordinal() - told.on.toordinal()))
    shown = set(map(id, nearest[:MOST_EVENTS]))
    labels = [_Label.of(event, lang) for event in told.events if id(event) in shown]
    if told.since <= told.on <= told.until:
        labels.append(_Label(told.on, "", _say("on", lang, day=format_day(told.on, lang)), "", now=True))
        labels.sort(key=lambda label: label.day)
    scale = Scale(_LEFT, _RIGHT, told.since, told.span).with_room(_room(told, labels), _RIGHT)
    title = _say("title", lang, name=cut(told.name, 900, 24))
    days = {name: format_day(getattr(told, name), lang) for name in ("since", "until", "on")}
    head = [
        text("title", MARGIN, 46, cut(title, WIDTH - 2 * MARGIN, 24 * BOLD)),
        text("name", MARGIN, 72, _say("subtitle", lang, **days)),
    ]
    top = 92.0
    facts, axis = _facts(labels, scale, top, lang)
    ticks = [*_ticks(scale, axis, lang)]
    y = axis + 40
    lanes: list[Node] = []
    for lane in told.states:
        drawn, y = draw_states(lane, scale, y)
        lanes += drawn
    drawn, y = _marks(told.deadlines, scale, y, lang)
    lanes += drawn
    drawn, y = draw_law(told, scale, y)
    lanes += drawn
    behind = [
        path("grid", (scale.start(day), axis), (scale.start(day), y)) for day in scale.ticks(_TICK_ROOM)
    ]
    behind += [
        path("now", (scale.start(label.day), label_y), (scale.start(label.day), y))
        for label, label_y in zip(labels, _heights(labels, scale, top), strict=True)
        if label.now
    ]
    below, y = _below(told, y + 26, len(told.events) - len(shown))
    return document(
        (WIDTH, round(y + MARGIN)),
        [*head, *behind, *facts, *ticks, *lanes, *below],
        title=title,
        described=(line.text for line in chronology_lines(told)),
        lang=lang,
        light=_LIGHT,
        dark=_DARK,
    )


def _say(word: str, lang: Lang, **named: Any) -> str:
    return _WORDS[word].to(lang).format(**named)


# --- Facts


@attrs.frozen(slots=True)
class _Label:
    """A fact in the picture: the day, then words."""

    day: date
    words: str
    said: str
    tip: str
    now: bool = False

    @classmethod
    def of(cls, event: Event, lang: Lang) -> "_Label":
        said = format_day(event.day, lang)
        tip = " : ".join(part for part in (said, event.words, event.more) if part)
        return cls(event.day, cut(event.words, LONGEST, SIZE), said, tip)

    @property
    def said_width(self) -> float:
        return width_of(self.said, SIZE * BOLD)

    @property
    def width(self) -> float:
        return 12 + self.said_width + (width_of(self.words, SIZE) if self.words else 0)


def _room(told: Chronology, labels: Sequence[_Label]) -> list[tuple[date, float]]:
    """The labels that must end before the border: of facts, of states that do not fit, of deadlines."""
    room = [(label.day, label.width) for label in labels]
    room += [(bar.first, outside_width(bar)) for lane in told.states for bar in lane.bars]
    for number, one in enumerate(told.deadlines, 1):
        if isinstance(one.day, date):
            room.append((one.day, _mark_width(number)))
    return room


def _heights(labels: Sequence[_Label], scale: Scale, top: float) -> list[float]:
    """The line each label stands on."""
    rows = staircase([(scale.start(label.day), label.width) for label in labels], GAP)
    most = max(rows, default=0)
    return [top + 14 + (most - row) * ROW for row in rows]


def _facts(labels: Sequence[_Label], scale: Scale, top: float, lang: Lang) -> tuple[list[Node], float]:
    """The facts above the axis, the axis, and how far down it is."""
    heights = _heights(labels, scale, top)
    axis = max(heights, default=top) + 22
    drawn: list[Node] = [text("heading", MARGIN, axis + 5, _say("facts", lang))]
    for label, y in zip(labels, heights, strict=True):
        x = scale.start(label.day)
        if label.now:
            drawn.append(text("day today", x + 5, y, label.said))
            continue
        drawn.append(
            group(
                "fact",
                path("leader", (x, y - 11), (x, axis)),
                element("circle", "dot", cx=x, cy=axis, r=4),
                text("day", x + 5, y, label.said),
                text("label", x + 10 + label.said_width, y, label.words),
                tip=label.tip,
            )
        )
    return [path("axis", (scale.left, axis), (scale.right, axis)), *drawn], axis


def _ticks(scale: Scale, axis: float, lang: Lang) -> Iterator[Node]:
    for day in scale.ticks(_TICK_ROOM):
        x = scale.start(day)
        month = f"{day.month:02}/{day.year}" if lang == "fr" else f"{day.year}-{day.month:02}"
        yield path("axis", (x, axis), (x, axis + 6))
        yield text("small tick", x + 3, axis + 17, str(day.year) if day.month == 1 else month)


# --- Deadlines, and what stands below


def _mark_width(number: int) -> float:
    return 22 + width_of(str(number), SIZE)


def _marks(deadlines: Sequence[Deadline], scale: Scale, y: float, lang: Lang) -> tuple[list[Node], float]:
    """The deadlines under a line of their own, by a shape and a number each; below they are told in full."""
    dated = [(n, one, one.day) for n, one in enumerate(deadlines, 1) if isinstance(one.day, date)]
    if not dated:
        return [], y
    line = y + 8
    drawn = [*lane_name(_say("deadlines", lang), line + 5, 1)]
    drawn.append(path("leader", (scale.left, line), (scale.right, line)))
    rows = staircase([(scale.start(day), _mark_width(n)) for n, _, day in dated], 4)
    for (number, one, day), row in zip(dated, rows, strict=True):
        x, middle = scale.start(day), line + 18 + row * ROW
        drawn.append(
            group(
                "deadline",
                path("leader", (x, line), (x, middle)),
                shape(one.kind, x + 10, middle, certain=one.certain),
                text("label", x + 21, middle + 5, str(number)),
                tip=f"{format_day(day, lang)} — {one.kind.label.to(lang)} : {one.title.to(lang)}",
            )
        )
    return drawn, line + 18 + (max(rows) + 1) * ROW + 10


def _below(told: Chronology, y: float, left_out: int) -> tuple[list[Node], float]:
    """What stands under the picture: the deadlines in full, and what is not drawn."""
    lang = told.lang
    drawn, y = agenda(told, Box(MARGIN, y, WIDTH - 2 * MARGIN, 0))
    notes = [_say("steady", lang, names=" ; ".join(told.steady))] if told.steady else []
    notes += [_say("outside", lang, n=told.outside)] if told.outside else []
    notes += [_say("left_out", lang, n=left_out)] if left_out else []
    for note in notes:
        lines = fold(note, WIDTH - 2 * MARGIN, SMALL, 4)
        drawn += lines_of("small", MARGIN, y, lines, 16)
        y += 16 * len(lines) + 4
    return drawn, y
