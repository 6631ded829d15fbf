"""The lanes of a timeline: the states of a machine, the versions of an article, as bars along the years."""

from cpts_model.engine.text import Text
from cpts_model.report.chronology import Bar, Chronology, Lane
from cpts_model.report.pictures.rows import Scale, staircase
from cpts_model.report.pictures.svg import (
    BOLD,
    Box,
    Node,
    cut,
    fold,
    group,
    lines_of,
    path,
    rect,
    text,
    width_of,
    written,
)

MARGIN = 28
"""How far from the border of the picture the names of the lanes begin."""

NAMES = 262
"""How wide they are."""

SIZE, SMALL = 13, 11.5
ROW = 19
"""How high a row of labels is."""

GAP = 10
LONGEST = 360
"""How wide the words of a label are at most."""

_BAR = 24
_LAW = Text("Versions du droit", "Versions of the law")


def lane_name(words: str, y: float, most: int) -> list[Node]:
    """What a lane is called, left of it, in as many lines at most."""
    return lines_of("lane", MARGIN, y, fold(words, NAMES, SIZE * BOLD, most), 15)


def _bar_box(bar: Bar, scale: Scale, y: float) -> Box:
    x = scale.start(bar.first)
    return Box(x, y, max(scale.end(bar.last) - x, 2), _BAR)


def _drawn_bar(bar: Bar, box: Box, css: str, words: str) -> Node:
    """A bar; a side where it goes on is left open, and what is not sure is dashed."""
    edge = "edge" if bar.sure else "edge unsure"
    parts = [rect(css, box), path(edge, (box.x, box.y), (box.right, box.y))]
    parts.append(path(edge, (box.x, box.bottom), (box.right, box.bottom)))
    parts += [path(edge, (box.x, box.y), (box.x, box.bottom))] if bar.begins else []
    parts += [path(edge, (box.right, box.y), (box.right, box.bottom))] if bar.ends else []
    if words:
        parts.append(text("label", box.x + 7, box.y + 16.5, words))
    return group("bar", *parts, tip=_tip(bar))


def _tip(bar: Bar) -> str:
    return " — ".join(part for part in (bar.words, bar.more) if part)


def _state_words(bar: Bar) -> str:
    return bar.words if bar.sure else f"? {bar.words}"


def outside_width(bar: Bar) -> float:
    """How wide the words of a state are that stand outside its bar."""
    return 8 + min(width_of(written(_state_words(bar)), SIZE), LONGEST)


def draw_states(lane: Lane, scale: Scale, y: float) -> tuple[list[Node], float]:
    """The states of a machine; the words that do not fit a short bar stand under it."""
    drawn = lane_name(lane.name, y + 16, 2)
    outside: list[tuple[Bar, Box]] = []
    for bar in lane.bars:
        box = _bar_box(bar, scale, y)
        words = _state_words(bar)
        inside = box.width > LONGEST or 14 + width_of(written(words), SIZE) <= box.width
        shown = cut(words, box.width - 14, SIZE) if inside else ""
        drawn.append(_drawn_bar(bar, box, "b1" if bar.sure else "b8", shown))
        outside += [] if inside else [(bar, box)]
    rows = staircase([(box.x, outside_width(bar)) for bar, box in outside], GAP)
    for (bar, box), row in zip(outside, rows, strict=True):
        line = box.bottom + 18 + row * ROW
        drawn.append(path("leader", (box.x, box.bottom), (box.x, line)))
        drawn.append(text("label", box.x + 5, line, cut(_state_words(bar), LONGEST, SIZE)))
    return drawn, y + _BAR + 18 + (max(rows, default=-1) + 1) * ROW


def draw_law(told: Chronology, scale: Scale, y: float) -> tuple[list[Node], float]:
    """The articles and their versions, those in force on the day in another colour than the rest."""
    if not told.law:
        return [], y
    drawn = [text("heading", MARGIN, y + 16, _LAW.to(told.lang))]
    y += 30
    for lane in told.law:
        drawn.append(_law_name(lane, y))
        for bar in lane.bars:
            box = _bar_box(bar, scale, y)
            now = bar.first <= told.on <= bar.last
            drawn.append(_drawn_bar(bar, box, "b2" if now else "b6", _version_words(bar, box.width - 12)))
        y += _BAR + 12
    return drawn, y


def _law_name(lane: Lane, y: float) -> Node:
    """What an article is called, and its title where the name leaves room for it."""
    name = fold(lane.name, NAMES, SIZE * BOLD, 2)
    title = [cut(lane.title, NAMES, SMALL)] if len(name) == 1 else []
    return group(
        "name",
        *lines_of("lane", MARGIN, y + 10, name, 15),
        *lines_of("small", MARGIN, y + 25, title, 15),
        tip=f"{lane.name} — {lane.title}" if lane.title else lane.name,
    )


def _version_words(bar: Bar, room: float) -> str:
    """The number of a version and the act it comes from, or as much of them as there is room for."""
    words = " · ".join(part for part in (bar.number, bar.words) if part)
    shown = cut(words, room, SIZE)
    enough = len(shown) > len(bar.number) + 8 or shown == words
    return shown if enough else cut(bar.number, room, SIZE)
