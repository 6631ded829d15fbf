"""Points over the years, each kind of counting with a mark of its own. No line joins them: nothing is interpolated."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

import attrs

from cpts_model.engine.text import Lang, Text
from cpts_model.report.pictures.rows import Scale
from cpts_model.report.pictures.svg import Box, Node, element, fold, lines_of, path, rect, text, width_of
from pages.figures.frame import MARGIN, SIZE, WIDTH, head, picture
from pages.figures.model import Figure

_HEIGHT = 330
_LEFT, _RIGHT = MARGIN + 40, WIDTH - MARGIN - 8
_NO_COUNT = Text("aucun compte trouvé", "no count found")
_HALF = 5.0
"""Half the width of a mark."""


@attrs.frozen(slots=True)
class Series:
    """Figures of one kind of counting, and the mark that stands for them."""

    name: Text
    mark: str
    """``square``, ``circle``, ``diamond``, ``triangle`` or ``cross``."""
    css: str
    figures: tuple[Figure, ...]


@attrs.frozen(slots=True)
class _Point:
    series: Series
    figure: Figure
    x: float
    y: float
    left: float
    right: float
    """From where to where the figure may stand: a year is no day."""

    @property
    def box(self) -> Box:
        """What its mark and its line cover."""
        left, right = min(self.left, self.x - _HALF), max(self.right, self.x + _HALF)
        return Box(left, self.y - _HALF, right - left, 2 * _HALF)


def points_svg(
    title: Text,
    subtitle: Text,
    series: Sequence[Series],
    *,
    years: tuple[int, int],
    scale_of: tuple[int, int],
    lang: Lang,
) -> str:
    """Figures by the day they speak of, between the first days of two years; ``scale_of`` is the top and the step."""
    most, step = scale_of
    drawn, top = head(title.to(lang), subtitle.to(lang))
    top += 26
    first = date(years[0], 1, 1)
    scale = Scale(_LEFT, _RIGHT, first, date(years[1], 1, 1).toordinal() - first.toordinal())
    bottom = top + _HEIGHT

    def height(number: float) -> float:
        return bottom - _HEIGHT * number / most

    drawn.extend(_axes(scale, years, range(0, most + 1, step), height, lang))
    drawn.extend(_gap(series, scale, top, bottom, lang))
    points = [_point(one, figure, scale, height(figure.number)) for one in series for figure in one.figures]
    for point in points:
        if point.right - point.left > 4 * _HALF:
            drawn.append(path(f"span {point.series.css}", (point.left, point.y), (point.right, point.y)))
        drawn.append(_mark(point.series, point.x, point.y))
    drawn.extend(_labels(points, Box(_LEFT, top - 22, _RIGHT - _LEFT + 8, _HEIGHT + 22), lang))
    y = bottom + 34
    for one in series:
        lines = fold(one.name.to(lang), WIDTH - 2 * MARGIN - 26, SIZE, 2)
        drawn.append(_mark(one, MARGIN + 8, y + 9))
        drawn.extend(lines_of("label", MARGIN + 26, y + 14, lines, 18))
        y += 18 * len(lines) + 5
    return picture(title.to(lang), (subtitle.to(lang), *_told(series, lang)), drawn, y + 8, lang)


def _axes(
    scale: Scale, years: tuple[int, int], numbers: Sequence[int], height: Callable[[float], float], lang: Lang
) -> Iterator[Node]:
    for number in numbers:
        yield path("axis", (_LEFT, height(number)), (_RIGHT, height(number)))
        said = f"{number:,}".replace(",", "\N{NO-BREAK SPACE}" if lang == "fr" else ",")
        yield text("note", _LEFT - 6, height(number) + 4, said, text_anchor="end")
    for year in range(years[0], years[1]):
        x, end = scale.start(date(year, 1, 1)), scale.start(date(year + 1, 1, 1))
        yield path("axis", (x, height(0)), (x, height(0) + 6))
        yield text(
            "note",
            (x + end) / 2,
            height(0) + 18,
            f"\N{RIGHT SINGLE QUOTATION MARK}{year % 100}",
            text_anchor="middle",
        )


def _gap(series: Sequence[Series], scale: Scale, top: float, bottom: float, lang: Lang) -> Iterator[Node]:
    """The years before the first figure: no count was found of them."""
    first = min(figure.when.year for one in series for figure in one.figures)
    right = scale.start(date(first, 1, 1))
    if right <= _LEFT:
        return
    yield rect("gap", Box(_LEFT, top, right - _LEFT, bottom - top))
    lines = fold(_NO_COUNT.to(lang), right - _LEFT - 8, 12.5, 3)
    yield from lines_of("note", (_LEFT + right) / 2, (top + bottom) / 2, lines, 16, text_anchor="middle")


def _point(series: Series, figure: Figure, scale: Scale, y: float) -> _Point:
    left, right = scale.start(figure.when.first), scale.start(figure.when.after)
    return _Point(series, figure, (left + right) / 2, y, left, right)


def _mark(series: Series, x: float, y: float) -> Node:
    css = f"mark {series.css}"
    r = _HALF
    match series.mark:
        case "circle":
            return element("circle", css, cx=x, cy=y, r=r)
        case "diamond":
            return path(css, (x, y - r - 1), (x + r + 1, y), (x, y + r + 1), (x - r - 1, y), (x, y - r - 1))
        case "triangle":
            return path(css, (x, y - r), (x + r, y + r), (x - r, y + r), (x, y - r))
        case "cross":
            return element(
                "path",
                css,
                d=f"M{x - r:.1f} {y - r:.1f} L{x + r:.1f} {y + r:.1f} M{x - r:.1f} {y + r:.1f} L{x + r:.1f} {y - r:.1f}",
            )
        case _:
            return rect(css, Box(x - r, y - r, 2 * r, 2 * r))


def _labels(points: Sequence[_Point], room: Box, lang: Lang) -> Iterator[Node]:
    """The value of each point beside it, on the first side where it touches nothing else."""
    taken = [point.box for point in points]
    for point in points:
        words = point.figure.value(lang)
        box = _place(point, words, taken, room)
        taken.append(box)
        yield text("label", box.x, box.bottom - 4, words)


def _place(point: _Point, words: str, taken: Sequence[Box], room: Box) -> Box:
    width, height = width_of(words, SIZE), 16.0
    sides = [
        Box(x, y, width, height)
        for gap in (3, 9, 18)
        for x, y in (
            (point.x - width / 2, point.y - _HALF - height - gap + 2),
            (point.box.right + gap, point.y - height / 2),
            (point.box.x - gap - width, point.y - height / 2),
            (point.x - width / 2, point.y + _HALF + gap - 2),
            (point.x + _HALF, point.y - _HALF - height - gap + 3),
            (point.x - _HALF - width, point.y - _HALF - height - gap + 3),
            (point.x + _HALF, point.y + _HALF + gap - 3),
            (point.x - _HALF - width, point.y + _HALF + gap - 3),
        )
    ]
    inside = [
        side
        for side in sides
        if room.x <= side.x and side.right <= room.right and room.y <= side.y and side.bottom <= room.bottom
    ]
    free = (side for side in inside if not any(side.overlaps(box) for box in taken))
    return next(free, inside[0])


def _told(series: Sequence[Series], lang: Lang) -> Iterator[str]:
    colon = " : " if lang == "fr" else ": "
    for one in series:
        for figure in one.figures:
            yield f"{one.name.to(lang)}, {figure.when.to(lang)}{colon}{figure.value(lang)}."
