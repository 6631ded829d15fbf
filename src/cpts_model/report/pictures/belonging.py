"""Pictures of who may belong to which structure, and of the forms they take: a matrix of signs."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from math import cos, radians, sin

from cpts_model.engine.explain import format_day
from cpts_model.engine.text import Lang, Text
from cpts_model.law import LAW
from cpts_model.report.belonging import Column, Row, Standing, belonging, forms
from cpts_model.report.belonging.forms import COLUMNS as FORMS
from cpts_model.report.belonging.members import COLUMNS as MEMBERS
from cpts_model.report.pictures.svg import (
    BOLD,
    Box,
    Node,
    document,
    element,
    fold,
    group,
    lines_of,
    path,
    rect,
    text,
    width_of,
)

_MARGIN = 14
_NAMES = 200
"""How wide the names of rows are."""
_STEP = 35
"""How far one column is from the next."""
_CELL = 29
_LINE = 18
_KEY = 14.5
_SIZE = 15
_SLANT = 62
"""By how many degrees the heads of columns are turned."""

_MEMBERS = Text("Qui peut appartenir à quoi", "Who may belong to what")
_FORMS = Text("Quelle forme pour quelle structure", "Which form for which structure")
_SUBTITLE = Text("état du droit au {day}", "the law as of {day}")
_SHORT_FORMS = Text(
    "ESP : équipe de soins primaires ; ESS : équipe de soins spécialisés ; SISA : société interprofessionnelle de soins ambulatoires",
    "ESP: équipe de soins primaires ; ESS: équipe de soins spécialisés ; SISA: société interprofessionnelle de soins ambulatoires",
)
_KEYED = Text("{label} : {meaning}", "{label}: {meaning}")
_TOLD = Text("{row} — {column} : {answer}.", "{row} — {column}: {answer}.")

_CSS = {
    Standing.YES: "b2",
    Standing.NO: "b5",
    Standing.DEPENDS: "b4",
    Standing.OPEN: "b8",
    Standing.SILENT: "b7",
    Standing.NOT_YET: "b6",
}
_LIGHT = """
.big { font-size: 20px; font-weight: 700; }
.row { font-size: 15px; }
.head { font-size: 14px; font-weight: 700; }
.how { font-size: 13.5px; }
.key { font-size: 14.5px; }
.sign { fill: none; stroke: #1c2733; stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; }
.half { fill: #1c2733; }
.asked { font-size: 18px; font-weight: 700; text-anchor: middle; }
.rule { stroke: #c3ccd5; stroke-width: 1; }
"""
_DARK = """
.sign { stroke: #e6edf3; }
.half { fill: #e6edf3; }
.rule { stroke: #3a4653; }
"""


def belonging_svg(lang: Lang, on: date) -> str:
    """Who may belong to which structure under the law of a day, as an SVG picture.

    Rows are those to whom the law answers alike, columns the ways of belonging; the
    description tells every cell and its article to those who do not see the picture.
    """
    return _picture(_MEMBERS, MEMBERS, belonging(LAW, on), lang, on)


def forms_svg(lang: Lang, on: date) -> str:
    """Which legal form each structure may take under the law of a day, drawn as ``belonging_svg`` is."""
    return _picture(_FORMS, FORMS, forms(LAW, on), lang, on)


def _picture(title: Text, columns: Sequence[Column], rows: Sequence[Row], lang: Lang, on: date) -> str:
    subtitle = _SUBTITLE.to(lang).format(day=format_day(on, lang))
    left = _MARGIN + _NAMES
    heads = _Heads(columns, lang, left)
    shown = _shown(rows)
    words = max(width_of(_meaning(standing, lang), _KEY) for standing in shown)
    width = max(heads.right, _MARGIN + _CELL + 10 + words) + _MARGIN
    drawn = [text("big", _MARGIN, 34, title.to(lang)), text("small", _MARGIN, 54, subtitle)]
    top = 66 + heads.height
    drawn.extend(heads.draw(top - 10))
    for kind, alike in groupby(rows, lambda row: row.kind):
        drawn.append(text("heading", _MARGIN, top + 20, kind.to(lang)))
        top += 30
        for row in alike:
            nodes, top = _draw_row(row, columns, lang, top)
            drawn.extend(nodes)
    key, bottom = _draw_key(shown, lang, top + 18)
    drawn.extend(lines_of("small", _MARGIN, bottom + 14, _SHORT_FORMS.to(lang).split(" ; "), 17))
    bottom += 17 * 3
    return document(
        (width, bottom + _MARGIN),
        [*drawn, *key],
        title=title.to(lang),
        described=(subtitle, *_told(columns, rows, lang)),
        lang=lang,
        light=_LIGHT,
        dark=_DARK,
    )


class _Heads:
    """The heads of columns, turned: the structure over the relation."""

    def __init__(self, columns: Sequence[Column], lang: Lang, left: float) -> None:
        self.words = [(column.structure.to(lang), column.relation.to(lang)) for column in columns]
        self.left = left
        longest = max(max(width_of(one, 14 * BOLD), width_of(two, 13.5)) for one, two in self.words)
        self.height = longest * sin(radians(_SLANT)) + 16
        self.right = left + _STEP * len(columns) + longest * cos(radians(_SLANT)) - 6

    def draw(self, base: float) -> Iterator[Node]:
        for place, (structure, relation) in enumerate(self.words):
            x = self.left + _STEP * place + _STEP / 2
            turned = f"rotate(-{_SLANT} {x:g} {base:g})"
            yield text("head", x, base - 11, structure, transform=turned)
            yield text("how", x, base + 3, relation, transform=turned)


def _draw_row(row: Row, columns: Sequence[Column], lang: Lang, top: float) -> tuple[list[Node], float]:
    """A row, and where it ends."""
    lines = fold(row.label.to(lang), _NAMES - 8, _SIZE, 5)
    height = max(_CELL + 8, _LINE * len(lines) + 12)
    middle = top + height / 2
    drawn = [
        path("rule", (_MARGIN, top), (_MARGIN + _NAMES + _STEP * len(columns), top)),
        *lines_of("row", _MARGIN, middle - _LINE * (len(lines) - 1) / 2 + 5, lines, _LINE),
    ]
    for place, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
        x = _MARGIN + _NAMES + _STEP * place + _STEP / 2
        tip = _tell(row, column, cell.standing, cell.cites, lang)
        drawn.append(group("cell", *_sign(cell.standing, x, middle), tip=tip))
    return drawn, top + height


def _sign(standing: Standing, x: float, y: float) -> Iterator[Node]:
    """A coloured square and a sign of its own: the colour says nothing that the sign does not."""
    half = _CELL / 2
    yield rect(_CSS[standing], Box(x - half, y - half, _CELL, _CELL), 6)
    match standing:
        case Standing.YES:
            yield path("sign", (x - 6, y + 1), (x - 2, y + 5.5), (x + 6.5, y - 5))
        case Standing.NO:
            yield path("sign", (x - 5, y - 5), (x + 5, y + 5))
            yield path("sign", (x - 5, y + 5), (x + 5, y - 5))
        case Standing.DEPENDS:
            yield element("circle", "sign", cx=x, cy=y, r=6.5)
            yield element("path", "half", d=f"M{x:g} {y - 6.5:g} A6.5 6.5 0 0 1 {x:g} {y + 6.5:g} Z")
        case Standing.OPEN:
            yield text("asked", x, y + 6.5, "?")
        case Standing.SILENT:
            yield path("sign", (x - 5, y), (x + 5, y))
        case Standing.NOT_YET:
            yield element("circle", "sign", cx=x, cy=y, r=2)


def _shown(rows: Sequence[Row]) -> list[Standing]:
    """The answers of a picture, in their usual order."""
    given = {cell.standing for row in rows for cell in row.cells}
    return [standing for standing in Standing if standing in given]


def _meaning(standing: Standing, lang: Lang) -> str:
    return _KEYED.to(lang).format(label=standing.label.to(lang), meaning=standing.meaning.to(lang))


def _draw_key(shown: Sequence[Standing], lang: Lang, top: float) -> tuple[list[Node], float]:
    """What the signs of the picture mean, and where that ends."""
    drawn: list[Node] = []
    for standing in shown:
        drawn.extend(_sign(standing, _MARGIN + _CELL / 2, top + _CELL / 2))
        drawn.append(text("key", _MARGIN + _CELL + 10, top + 20, _meaning(standing, lang)))
        top += _CELL + 6
    return drawn, top


def _told(columns: Sequence[Column], rows: Sequence[Row], lang: Lang) -> Iterator[str]:
    """Every cell in words."""
    for row in rows:
        for column, cell in zip(columns, row.cells, strict=True):
            yield _tell(row, column, cell.standing, cell.cites, lang)


def _tell(row: Row, column: Column, standing: Standing, cites: str, lang: Lang) -> str:
    answer = f"{standing.label.to(lang)} ({cites})" if cites else standing.label.to(lang)
    return _TOLD.to(lang).format(row=row.label.to(lang), column=column.name(lang), answer=answer)
