"""Bars: one for each figure, its name above it and its value at its end. What was not found is shown as such."""

from collections.abc import Iterator, Sequence

import attrs

from cpts_model.engine.text import Lang, Text
from cpts_model.report.pictures.svg import Box, Node, fold, lines_of, path, rect, text, width_of
from pages.figures.frame import MARGIN, SIZE, WIDTH, head, picture
from pages.figures.model import Figure

_BAR = 16
_VALUES = 118
"""Room for the words of a value, at the end of a bar."""
_NAMES = 44
"""Room for short names beside bars."""
_LINE = 18
_NOT_FOUND = Text("non trouvé", "not found")


@attrs.frozen(slots=True)
class Bar:
    """A figure to draw, or the place of one that was not found."""

    name: Text
    figure: Figure | None
    dated: bool = True
    """Whether the day is part of the name."""

    def label(self, lang: Lang) -> str:
        """What stands above the bar."""
        if self.figure is None or not self.dated:
            return self.name.to(lang)
        return f"{self.name.to(lang)}, {self.figure.when.to(lang)}"

    def value(self, lang: Lang) -> str:
        """What stands at its end."""
        return _NOT_FOUND.to(lang) if self.figure is None else self.figure.value(lang)


@attrs.frozen(slots=True)
class Part:
    """Bars under a heading."""

    heading: Text | None
    bars: tuple[Bar, ...]
    beside: bool = False
    """Whether the names, which are short, stand beside the bars and not above them."""


def bars_svg(title: Text, subtitle: Text, parts: Sequence[Part], most: float, lang: Lang) -> str:
    """Figures as bars; ``most`` is what the longest may stand for, so that shares of a whole look like it."""
    drawn, y = head(title.to(lang), subtitle.to(lang))
    y += 8
    for part in parts:
        if part.heading is not None:
            drawn.append(text("strong", MARGIN, y + 18, part.heading.to(lang)))
            y += 26
        for bar in part.bars:
            nodes, y = _draw(bar, most, y, lang, beside=part.beside)
            drawn.extend(nodes)
        y += 8
    return picture(title.to(lang), (subtitle.to(lang), *_told(parts, lang)), drawn, y + 4, lang)


def _draw(bar: Bar, most: float, y: float, lang: Lang, *, beside: bool) -> tuple[list[Node], float]:
    """A bar, and where the next one begins."""
    drawn: list[Node] = []
    if beside:
        x = MARGIN + _NAMES
        drawn.append(text("label", MARGIN, y + 13, bar.label(lang)))
    else:
        x = MARGIN
        lines = fold(bar.label(lang), WIDTH - 2 * MARGIN, SIZE, 3)
        drawn.extend(lines_of("label", MARGIN, y + 14, lines, _LINE))
        y += _LINE * len(lines) + 2
    longest = WIDTH - MARGIN - x - _VALUES
    drawn.append(path("axis", (x, y + _BAR), (x + longest, y + _BAR)))
    drawn.extend(_bar(bar, x, y, longest / most, lang))
    return drawn, y + _BAR + (6 if beside else 12)


def _bar(bar: Bar, x: float, y: float, scale: float, lang: Lang) -> Iterator[Node]:
    if bar.figure is None:
        yield rect("none", Box(x, y, width_of(bar.value(lang), SIZE) + 12, _BAR), 3)
        yield text("note", x + 6, y + 12.5, bar.value(lang))
    else:
        length = bar.figure.number * scale
        yield rect("s4", Box(x, y, length, _BAR), 2)
        yield text("strong", x + length + 7, y + 13, bar.value(lang))


def _told(parts: Sequence[Part], lang: Lang) -> Iterator[str]:
    colon = " : " if lang == "fr" else ": "
    for part in parts:
        under = f"{part.heading.to(lang)} — " if part.heading is not None else ""
        yield from (f"{under}{bar.label(lang)}{colon}{bar.value(lang)}." for bar in part.bars)
