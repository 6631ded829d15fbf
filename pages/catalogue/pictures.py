"""The pictures of the catalogue: the versions of each article, and the days on which the law moves."""

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from cpts_model import LAW, Text
from cpts_model.engine.explain import day_in_words
from cpts_model.engine.text import LANGS, Lang
from cpts_model.report.pictures.rows import Scale
from cpts_model.report.pictures.svg import Box, Node, document, group, path, rect, text
from cpts_model.report.pictures.versions import versions_svg
from pages.catalogue.days import TITLE, moves
from pages.page import Page

SINCE, UNTIL = date(2007, 1, 1), date(2030, 12, 31)
"""The years that the pictures show: from those of the first maison de santé to the last day that a text has set."""

_WIDTH, _HEIGHT = 960, 390
_MARGIN, _LEFT = 20, 20
_AXIS = 285.0
_PER_RULE = 5.0
_LINE = 500
_LIGHT = """
.label { font-size: 11.5px; }
.axis { fill: none; stroke: #1c2733; stroke-width: 1.5; }
.grid { fill: none; stroke: #e3e8ed; stroke-width: 1; }
.begins { fill: #2c7a4b; } .changes { fill: #2f6db5; } .ends { fill: #b3261e; }
"""
_DARK = """
.axis { stroke: #e6edf3; }
.grid { stroke: #222c36; }
.begins { fill: #5fc48a; } .changes { fill: #7db3f0; } .ends { fill: #ff8a80; }
"""
_WORDS = {
    "begins": Text("règles qui commencent à s'appliquer", "rules that begin to apply"),
    "changes": Text("règles qui changent de version", "rules that change version"),
    "ends": Text("règles qui cessent de s'appliquer (vers le bas)", "rules that cease to apply (downwards)"),
    "before": Text("Avant {year} : {days}.", "Before {year}: {days}."),
    "subtitle": Text("du {since} au {until}", "from {since} to {until}"),
}  # fmt: skip


def pages() -> Iterator[Page]:
    """Each in each language."""
    for lang in LANGS:
        draw = partial(versions_svg, lang=lang, since=SINCE, until=UNTIL)
        yield Page(f"pictures/versions-articles.{lang}.svg", draw)
        yield Page(f"pictures/versions-days.{lang}.svg", partial(days_svg, lang))


def days_svg(lang: Lang) -> str:
    """How many rules begin, change and end on each day on which the law moves."""
    scale = Scale(_LEFT, _WIDTH - _MARGIN, SINCE, (UNTIL - SINCE).days + 1)
    shown = [day for day in LAW.changes if SINCE <= day <= UNTIL]
    span = {"since": day_in_words(SINCE, lang), "until": day_in_words(UNTIL, lang)}
    drawn = [
        text("title", _MARGIN, 46, TITLE.to(lang)),
        text("name", _MARGIN, 72, _WORDS["subtitle"].to(lang).format(**span)),
        *_legend(lang),
    ]
    for year in range(SINCE.year, UNTIL.year + 1):
        x = scale.start(date(year, 1, 1))
        drawn += [path("grid", (x, 112), (x, _HEIGHT - 45)), text("small", x + 3, _HEIGHT - 48, str(year))]
    drawn += [*(_drawn_day(day, scale, lang) for day in shown), *_numbers(shown, scale)]
    drawn.append(path("axis", (_LEFT, _AXIS), (_WIDTH - _MARGIN, _AXIS)))
    before = [day_in_words(day, lang) for day in LAW.changes if day < SINCE]
    if before:
        words = _WORDS["before"].to(lang).format(year=SINCE.year, days=", ".join(before))
        drawn.append(text("small", _MARGIN, _HEIGHT - 16, words))
    return document(
        (_WIDTH, _HEIGHT),
        drawn,
        title=TITLE.to(lang),
        # A picture cuts a line that is too long: a day on which much moves has several.
        described=(line for day in LAW.changes for line in textwrap.wrap(_told(day, lang), _LINE)),
        lang=lang,
        light=_LIGHT,
        dark=_DARK,
    )


def _legend(lang: Lang) -> Iterator[Node]:
    for place, name in enumerate(("begins", "changes", "ends")):
        x = _MARGIN + place * 250
        yield rect(name, Box(x, 88, 12, 12))
        yield text("small", x + 18, 98, _WORDS[name].to(lang))


def _drawn_day(day: date, scale: Scale, lang: Lang) -> Node:
    """The bar of a day: what begins and what changes upwards, what ends downwards."""
    counts = _counts(day)
    x, top = scale.start(day) - 3, _AXIS
    parts: list[Node] = []
    for name in ("begins", "changes"):
        height = counts[name] * _PER_RULE
        top -= height
        parts += [rect(name, Box(x, top, 7, height))] if height else []
    parts += [rect("ends", Box(x, _AXIS, 7, counts["ends"] * _PER_RULE))] if counts["ends"] else []
    return group("day", *parts, tip=_told(day, lang))


def _counts(day: date) -> dict[str, int]:
    return {name: len(rules) for name, rules in moves(day).items()}


def _numbers(days: Sequence[date], scale: Scale) -> Iterator[Node]:
    """How many rules move on a day; of days too near each other to write at both, where more do."""
    written: list[tuple[float, bool]] = []
    for day in sorted(days, key=lambda day: -sum(_counts(day).values())):
        counts, x = _counts(day), scale.start(day) + 0.5
        up, down = counts["begins"] + counts["changes"], counts["ends"]
        for count, y in ((up, _AXIS - up * _PER_RULE - 4), (down, _AXIS + down * _PER_RULE + 13)):
            near = any(abs(x - left) < 13 and above is (y < _AXIS) for left, above in written)
            if count and not near:
                written.append((x, y < _AXIS))
                yield text("label", x, y, str(count), text_anchor="middle")


def _told(day: date, lang: Lang) -> str:
    named: Sequence[str] = [
        f"{_WORDS[name].to(lang)} : {', '.join(rule.id for rule in rules)}"
        for name, rules in moves(day).items()
        if rules
    ]
    return f"{day_in_words(day, lang)} — {' ; '.join(named)}"
