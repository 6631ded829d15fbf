"""Pieces of SVG: elements that escape what they hold, widths of words, colours for light, dark and paper.

A picture needs no font, no script and no file but itself. Dark colours are for screens
only: on paper a picture is always ink on white.
"""

import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence

import attrs

from cpts_model.engine.text import Lang
from cpts_model.report.visible import visible

Node = ET.Element
"""An element of a picture."""

FONTS = 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif'

_LIGHT = f"""
text {{ font-family: {FONTS}; fill: #1c2733; }}
.page {{ fill: #ffffff; }}
.title {{ font-size: 24px; font-weight: 700; }}
.heading {{ font-size: 15px; font-weight: 700; }}
.name {{ font-size: 14px; }}
.small {{ font-size: 11.5px; fill: #51606f; }}
.frame {{ fill: none; stroke: #1c2733; stroke-width: 1.5; }}
.b1 {{ fill: #d7e8fb; }} .b2 {{ fill: #d9f2e3; }} .b3 {{ fill: #e9e0fa; }} .b4 {{ fill: #fdeccc; }}
.b5 {{ fill: #fbdcd9; }} .b6 {{ fill: #e6eaee; }} .b7 {{ fill: #f1f3f5; }} .b8 {{ fill: #fff7c2; }}
"""
_DARK = """
text { fill: #e6edf3; }
.page { fill: #10161d; }
.small { fill: #a9b6c3; }
.frame { stroke: #c9d4df; }
.b1 { fill: #17324f; } .b2 { fill: #163b29; } .b3 { fill: #32264f; } .b4 { fill: #463412; }
.b5 { fill: #4a2320; } .b6 { fill: #2a333d; } .b7 { fill: #1f2730; } .b8 { fill: #45400f; }
"""
_PRINTED = """
@page {{ size: A4 {way}; margin: 8mm; }}
@media print {{ svg {{ width: 100%; height: auto; max-height: 100%; }} }}
"""

_NO_XML = {0xFFFE: "\N{REPLACEMENT CHARACTER}", 0xFFFF: "\N{REPLACEMENT CHARACTER}"}
"""Characters that can be printed and that no XML document may hold."""

_LONGEST = 600
"""How many characters of a text a picture takes in, tips included."""

_WIDTHS = {
    "'": 0.3, ",.IJijlî’· ": 0.33, "-/:;\\f|()![]rt": 0.41, '"*_`sz–°': 0.53, "?Lcç": 0.57,
    "FPTYaekovxyéèàêô«»": 0.63, "$0123456789EKSbdghnpqu{}ùûÉ": 0.65, "ABCRVXZÀÇ": 0.7,
    "DGHNU": 0.78, "&OQw": 0.82, "#+<=>M^~": 0.87, "%m": 0.98,
}  # fmt: skip
_WIDTH = {sign: width for signs, width in _WIDTHS.items() for sign in signs}
"""How wide a character is, for a letter size of 1, in the widest of the usual system fonts."""

BOLD = 1.13
"""How much wider bold letters are."""


@attrs.frozen(slots=True)
class Box:
    """A rectangle of a picture, from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Half way between its left and its right side."""
        return self.x + self.width / 2

    def overlaps(self, other: "Box") -> bool:
        """Whether the two have more than a side in common."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )


def written(words: str) -> str:
    """Words as a picture holds them: no hidden sign, none that XML has no room for, and no more than fits."""
    return visible(words[:_LONGEST]).translate(_NO_XML)


def width_of(words: str, size: float) -> float:
    """How wide words are at most, in letters of a size. No font can be measured here."""
    return size * sum(_WIDTH.get(sign) or _other_width(sign) for sign in words)


def _other_width(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0.0
    return 1.3 if unicodedata.east_asian_width(sign) in "WF" else 1.02


def cut(words: str, width: float, size: float) -> str:
    """Words, or as many of their letters as fit a width, and three dots."""
    words = written(words)
    if width_of(words, size) <= width:
        return words
    kept, room = 0, width - width_of("…", size)
    for sign in words:
        room -= width_of(sign, size)
        if room < 0:
            break
        kept += 1
    return f"{words[:kept].rstrip()}…" if kept else ""


def fold(words: str, width: float, size: float, most: int) -> list[str]:
    """Words in lines of a width, ``most`` of them; what is left over is cut off, and three dots say so."""
    lines: list[str] = []
    rest = written(words).split(" ")
    while rest and len(lines) < most - 1:
        taken = 1
        while taken < len(rest) and width_of(" ".join(rest[: taken + 1]), size) <= width:
            taken += 1
        lines.append(cut(" ".join(rest[:taken]), width, size))
        rest = rest[taken:]
    return [*lines, cut(" ".join(rest), width, size)] if rest else lines


def element(tag: str, css: str = "", *inside: Node, words: str = "", **settings: float | str) -> Node:
    """An element. Settings are attributes: ``text_anchor="end"``; numbers are rounded to a tenth."""
    named = {name.replace("_", "-"): _setting(value) for name, value in settings.items()}
    made = Node(tag, {"class": css, **named} if css else named)
    made.text = written(words) if words else None
    made.extend(inside)
    return made


def _setting(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def rect(css: str, box: Box, radius: float = 0) -> Node:
    """A rectangle."""
    return element("rect", css, x=box.x, y=box.y, width=box.width, height=box.height, rx=radius)


def text(css: str, x: float, y: float, words: str, **settings: float | str) -> Node:
    """A line of words, from its left end on the line it stands on."""
    return element("text", css, words=words, x=x, y=y, **settings)


def lines_of(css: str, x: float, y: float, lines: Iterable[str], step: float, **settings: str) -> list[Node]:
    """Lines of words, one under another."""
    return [text(css, x, y + step * place, line, **settings) for place, line in enumerate(lines)]


def path(css: str, *points: tuple[float, float], **settings: str) -> Node:
    """A broken line through points."""
    told = " L".join(f"{_setting(x)} {_setting(y)}" for x, y in points)
    return element("path", css, d=f"M{told}", **settings)


def group(css: str, *inside: Node, tip: str = "", **settings: str) -> Node:
    """Elements that belong together, and what is told of them to who points at them."""
    told = {name: written(value) for name, value in settings.items()}
    return element("g", css, *([element("title", words=tip)] if tip else []), *inside, **told)


def document(
    size: tuple[float, float],
    inside: Sequence[Node],
    *,
    title: str,
    described: Iterable[str],
    lang: Lang,
    light: str = "",
    dark: str = "",
) -> str:
    """A picture as a file. The lines of its description tell all of it to those who do not see it."""
    width, height = (_setting(side) for side in size)
    root = Node(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {height}",
            "width": width,
            "height": height,
            "role": "img",
            "aria-labelledby": "title desc",
            "lang": lang,
        },
    )
    style = Node("style")
    style.text = (
        f"{_LIGHT}{light.lstrip()}@media screen and (prefers-color-scheme: dark) {{"
        f"{_DARK}{dark.lstrip()}}}"
        f"{_PRINTED.format(way='landscape' if size[0] > size[1] else 'portrait')}"
    )
    root.append(element("title", words=title, id="title"))
    root.append(element("desc", words="", id="desc"))
    root[-1].text = "\n".join(map(written, described))
    root.append(style)
    root.append(rect("page", Box(0, 0, *size)))
    root.extend(inside)
    ET.indent(root, "")
    return ET.tostring(root, encoding="unicode") + "\n"
