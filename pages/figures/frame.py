"""What the pictures of figures have in common: narrow, so that a telephone shows them legibly."""

from collections.abc import Iterable, Sequence

from cpts_model.engine.text import Lang
from cpts_model.report.pictures.svg import Node, document, fold, lines_of

WIDTH = 460
MARGIN = 12
SIZE = 13.5
"""The letters of labels."""
BIG = 17

_LIGHT = """
.big { font-size: 17px; font-weight: 700; }
.label { font-size: 13.5px; }
.strong { font-size: 13.5px; font-weight: 700; }
.note { font-size: 12.5px; fill: #51606f; }
.end { text-anchor: end; }
.axis { stroke: #c3ccd5; stroke-width: 1; fill: none; }
.m1 { fill: #0b5c8a; stroke: #0b5c8a; } .m2 { fill: #ffffff; stroke: #9a4a00; } .m3 { fill: #5b3a9e; stroke: #5b3a9e; }
.m4 { fill: #ffffff; stroke: #1c2733; } .m5 { fill: #a3262a; stroke: #a3262a; }
.mark { stroke-width: 2; }
.span { stroke-width: 2; fill: none; }
.s1 { fill: #d3dce4; } .s2 { fill: #a9c8e6; } .s3 { fill: #5d9ccb; } .s4 { fill: #0b5c8a; }
.edge { stroke: #ffffff; stroke-width: 1.5; }
.on4 { fill: #ffffff; } .on3 { fill: #10161d; }
.none { fill: none; stroke: #7b8794; stroke-dasharray: 4 3; }
.gap { fill: #f1f3f5; }
"""
_DARK = """
.note { fill: #a9b6c3; }
.axis { stroke: #3a4653; }
.m1 { fill: #6cb8ee; stroke: #6cb8ee; } .m2 { fill: #10161d; stroke: #f0a35a; } .m3 { fill: #b9a2f2; stroke: #b9a2f2; }
.m4 { fill: #10161d; stroke: #e6edf3; } .m5 { fill: #f28b8e; stroke: #f28b8e; }
.s1 { fill: #2a333d; } .s2 { fill: #1d4468; } .s3 { fill: #2f74a6; } .s4 { fill: #8cc8f2; }
.edge { stroke: #10161d; }
.on4 { fill: #10161d; } .on3 { fill: #ffffff; }
.none { stroke: #a9b6c3; }
.gap { fill: #1a222b; }
"""


def head(title: str, subtitle: str) -> tuple[list[Node], float]:
    """The title of a picture and what it shows, and where they end."""
    titles = fold(title, WIDTH - 2 * MARGIN, BIG * 1.13, 2)
    under = fold(subtitle, WIDTH - 2 * MARGIN, 12.5, 4)
    below = 26 + 21 * len(titles)
    drawn = [
        *lines_of("big", MARGIN, 28, titles, 21),
        *lines_of("note", MARGIN, below, under, 16),
    ]
    return drawn, below + 16 * len(under)


def picture(title: str, told: Iterable[str], drawn: Sequence[Node], height: float, lang: Lang) -> str:
    """A picture of figures; its description tells each of them."""
    return document(
        (WIDTH, height), drawn, title=title, described=told, lang=lang, light=_LIGHT, dark=_DARK
    )  # fmt: skip
