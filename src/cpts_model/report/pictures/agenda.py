"""The deadlines of a timeline in full: a shape and a number each, as on the line, then its words."""

from collections.abc import Iterator
from datetime import date

from cpts_model.engine.explain import format_day
from cpts_model.engine.text import Lang, Text
from cpts_model.life.deadlines import Deadline, DeadlineKind
from cpts_model.report.chronology import Chronology
from cpts_model.report.pictures.svg import Box, Node, element, fold, group, lines_of, text, width_of

MOST = 60
"""How many deadlines are told in full."""

_ONE_COLUMN = 3
"""How many deadlines stand in one column; more of them stand in two."""

_BETWEEN = 32
_SIZE, _SMALL = 13, 11.5
_DAY_COLUMN, _WORDS_COLUMN = 44, 158

_WORDS = {
    "heading": Text("Les échéances", "The deadlines"),
    "undated": Text("à déterminer", "to determine"),
    "uncertain": Text("à confirmer", "to confirm"),
    "depends": Text("dépend de : {facts}", "depends on: {facts}"),
    "done": Text("fait", "done"),
    "more": Text("et {n} autres échéances", "and {n} more deadlines"),
}


def shape(kind: DeadlineKind, x: float, y: float, *, certain: bool) -> Node:
    """The mark of a deadline, by its kind; hollow where it is not certain."""
    css = "mark" if certain else "mark hollow"
    if kind is DeadlineKind.RIGHT:
        return element("circle", css, cx=x, cy=y, r=6)
    points = " ".join(f"{round(x + dx, 1):g},{round(y + dy, 1):g}" for dx, dy in _CORNERS[kind])
    return element("polygon", css, points=points)


_CORNERS = {
    DeadlineKind.OBLIGATION: [(-6, -6), (6, -6), (6, 6), (-6, 6)],
    DeadlineKind.EFFECT: [(-6, -7), (7, 0), (-6, 7)],
    DeadlineKind.END: [(0, -8), (8, 0), (0, 8), (-8, 0)],
}


def agenda(told: Chronology, room: Box) -> tuple[list[Node], float]:
    """The deadlines in full, and the line below them."""
    every = [*told.deadlines, *told.undated]
    if not every:
        return [], room.y
    lang = told.lang
    drawn: list[Node] = [text("heading", room.x, room.y, _WORDS["heading"].to(lang))]
    drawn += _legend(room.x + 160, room.y, lang)
    numbered = list(enumerate(every[:MOST], 1))
    half = -(-len(numbered) // 2) if len(numbered) > _ONE_COLUMN else len(numbered)
    columns = [part for part in (numbered[:half], numbered[half:]) if part]
    width = (room.width - _BETWEEN * (len(columns) - 1)) / len(columns)
    bottom = room.y
    for place, column in enumerate(columns):
        y = room.y + 26
        for number, deadline in column:
            entry, y = _entry(deadline, number, Box(room.x + place * (width + _BETWEEN), y, width, 0), lang)
            drawn.append(entry)
        bottom = max(bottom, y)
    if len(every) > MOST:
        drawn.append(text("small", room.x, bottom, _WORDS["more"].to(lang).format(n=len(every) - MOST)))
        bottom += 20
    return drawn, bottom + 10


def _legend(x: float, y: float, lang: Lang) -> Iterator[Node]:
    samples = [(kind, True, kind.label) for kind in DeadlineKind]
    samples.append((DeadlineKind.OBLIGATION, False, _WORDS["uncertain"]))
    for kind, certain, label in samples:
        words = label.to(lang)
        yield shape(kind, x, y - 4, certain=certain)
        yield text("small", x + 14, y, words)
        x += width_of(words, _SMALL) + 44


def _entry(deadline: Deadline, number: int, room: Box, lang: Lang) -> tuple[Node, float]:
    day = deadline.day
    said = format_day(day, lang) if isinstance(day, date) else _WORDS["undated"].to(lang)
    width = room.width - _WORDS_COLUMN
    head = f"{deadline.kind.label.to(lang)} : {deadline.title.to(lang)}"
    words = fold(head, width, _SIZE, 3)
    small = fold(_detail(deadline, lang), width, _SMALL, 3)
    parts = [
        text("label", room.x, room.y, str(number)),
        shape(deadline.kind, room.x + 28, room.y - 4, certain=deadline.certain),
        text("day", room.x + _DAY_COLUMN, room.y, said),
        *lines_of("label", room.x + _WORDS_COLUMN, room.y, words, 17),
        *lines_of("small", room.x + _WORDS_COLUMN, room.y + 17 * len(words), small, 15),
    ]
    return group("entry", *parts), room.y + 17 * len(words) + 15 * len(small) + 8


def _detail(deadline: Deadline, lang: Lang) -> str:
    """The text it comes from, who must act, what is open."""
    said = [deadline.basis.cites.to(lang)]
    said += [deadline.who.to(lang)] if deadline.who is not None else []
    said += [_WORDS["done"].to(lang)] if deadline.done is True else []
    said += [] if deadline.certain else [_WORDS["uncertain"].to(lang)]
    said += [] if deadline.reason is None else [deadline.reason.to(lang)]
    facts = [fact.label.to(lang) if fact.label else fact.path for fact in deadline.depends_on]
    said += [_WORDS["depends"].to(lang).format(facts=", ".join(dict.fromkeys(facts)))] if facts else []
    said += [deadline.provided.to(lang)] if deadline.provided is not None else []
    return " ; ".join(said)
