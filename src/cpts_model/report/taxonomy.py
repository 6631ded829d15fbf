"""A picture of the professions by family, drawn from the table that the rules use."""

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from cpts_model.engine.explain import day_in_words
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import OpenQuestion
from cpts_model.facts.professions import KNOWN_FROM, Family, Profession
from cpts_model.report.pictures.svg import Box, Node, document, rect, text

WIDTH = 980
_MARGIN = 20
_BAND_LEFT, _BAND_RIGHT = 36, WIDTH - 36
_CHIPS_LEFT = 316
_CHIP, _DATED_CHIP, _GAP = 30, 44, 8

_TITLE = Text("Les professions et leur famille", "The professions and their family")
_SUBTITLE = Text(
    "état du droit au {day}, d'après la table de cpts_model", "the law as of {day}, after cpts_model's table"
)
_INSIDE = Text(
    "Professionnels de santé : quatrième partie du code de la santé publique",
    "Health professionals: Part 4 of the public health code",
)
_OUTSIDE = Text("Hors de la quatrième partie", "Outside Part 4")
_OPEN = Text("Ce que les textes lus ne disent pas", "What the texts read do not tell")
_OPEN_BAND = (
    Text("question ouverte", "open question"),
    Text("le jour d'entrée n'a pas été trouvé", "the day of entry was not found"),
    Text("l'état du code n'a pas été lu", "the state of the code was not read"),
)
_SINCE = Text("depuis le {day}", "since {day}")
_AT_LATEST = Text("au plus tard le {day}", "by {day} at the latest")
_DESCRIPTION = Text("{family} : {professions}.", "{family}: {professions}.")

_LIGHT = """
.family { font-size: 15px; font-weight: 700; }
.frame.outside { stroke: #7b8794; stroke-dasharray: 6 4; }
.chip { fill: #ffffff; stroke: #aab4bf; }
"""
_DARK = """
.frame.outside { stroke: #7f8c99; }
.chip { fill: #182029; stroke: #5a6775; }
"""


@attrs.frozen(slots=True)
class _Chip:
    """A profession in the picture: its name, and the day it came where it is, if it moved."""

    name: str
    dated: str

    @property
    def width(self) -> int:
        # No font can be measured here: a generous mean width of a letter, the same everywhere.
        return 26 + int(max(len(self.name) * 7.9, len(self.dated) * 6.4))

    @property
    def height(self) -> int:
        return _DATED_CHIP if self.dated else _CHIP


@attrs.frozen(slots=True)
class _Band:
    """A family in the picture."""

    label: str
    place: str
    css: str
    lines: tuple[tuple[_Chip, ...], ...]

    @property
    def chips(self) -> Iterator[_Chip]:
        return (chip for line in self.lines for chip in line)

    @property
    def words(self) -> tuple[tuple[str, str, int], ...]:
        """The lines of its name and place: class, text, and the room below."""
        return (
            *(("family", line, 20) for line in textwrap.wrap(self.label, 31)),
            *(("small", line, 16) for line in textwrap.wrap(self.place, 42)),
        )

    @property
    def height(self) -> int:
        lines = sum(max(chip.height for chip in line) for line in self.lines)
        return 24 + max(lines + _GAP * (len(self.lines) - 1), sum(room for _, _, room in self.words))


def taxonomy_svg(lang: Lang, on: date) -> str:
    """The professions of the table by family on a day, as an SVG picture.

    Readable on light and on dark pages; the description tells all of it to those who do
    not see it.
    """
    groups = _groups(lang, on)
    parts = [
        text("title", _MARGIN, 44, _TITLE.to(lang)),
        text("small", _MARGIN, 70, _SUBTITLE.to(lang).format(day=day_in_words(on, lang))),
    ]
    top = 96
    for heading, css, bands in groups:
        height = 40 + sum(band.height + 10 for band in bands)
        parts.append(rect(css, Box(_MARGIN, top, WIDTH - 2 * _MARGIN, height), 10))
        parts.append(text("heading", _BAND_LEFT, top + 26, heading.to(lang)))
        y = top + 40
        for band in bands:
            parts.extend(_draw(band, y))
            y += band.height + 10
        top += height + 20
    described = (
        _DESCRIPTION.to(lang).format(
            family=band.label,
            professions=", ".join(f"{c.name} ({c.dated})" if c.dated else c.name for c in band.chips),
        )
        for _, _, bands in groups
        for band in bands
    )
    return document(
        (WIDTH, top),
        parts,
        title=_TITLE.to(lang),
        described=described,
        lang=lang,
        light=_LIGHT,
        dark=_DARK,
    )


def _groups(lang: Lang, on: date) -> list[tuple[Text, str, list[_Band]]]:
    """The frames of the picture, each with its heading and the families in it."""
    held: dict[Family | None, list[_Chip]] = {}
    for profession in Profession:
        held.setdefault(_family(profession, on), []).append(_chip(profession, lang, on))
    inside: list[_Band] = []
    outside: list[_Band] = []
    for number, family in enumerate(Family, 1):
        if family in held:
            band = _Band(family.label.to(lang), family.place.to(lang), f"b{number}", _flow(held[family]))
            (inside if family.is_health_profession else outside).append(band)
    unsettled: list[_Band] = []
    if None in held:
        label, not_found, not_read = _OPEN_BAND
        why = not_read if on < KNOWN_FROM else not_found
        unsettled.append(_Band(label.to(lang), why.to(lang), "b8", _flow(held[None])))
    groups = (
        (_INSIDE, "frame", inside),
        (_OUTSIDE, "frame outside", outside),
        (_OPEN, "frame outside", unsettled),
    )
    return [group for group in groups if group[2]]


def _family(profession: Profession, on: date) -> Family | None:
    try:
        return profession.family_on(on)
    except OpenQuestion:
        return None


def _chip(profession: Profession, lang: Lang, on: date) -> _Chip:
    name = profession.label.to(lang)
    if on < KNOWN_FROM:
        return _Chip(name, "")
    standings = profession.entry.standings
    place = standings.index(profession.standing_on(on))
    start = standings[place].period.start
    if place == 0 or start is None or standings[place].family is None:
        return _Chip(name, "")
    phrase = _SINCE if standings[place - 1].family is not None else _AT_LATEST
    return _Chip(name, phrase.to(lang).format(day=day_in_words(start, lang)))


def _flow(chips: Sequence[_Chip]) -> tuple[tuple[_Chip, ...], ...]:
    """The chips in lines that fit the width, those without a day first."""
    lines: list[list[_Chip]] = [[]]
    x = _CHIPS_LEFT
    for chip in sorted(chips, key=lambda chip: bool(chip.dated)):
        if lines[-1] and x + chip.width > _BAND_RIGHT - 12:
            lines.append([])
            x = _CHIPS_LEFT
        lines[-1].append(chip)
        x += chip.width + _GAP
    return tuple(map(tuple, lines))


def _draw(band: _Band, top: int) -> Iterator[Node]:
    yield rect(band.css, Box(_BAND_LEFT, top, _BAND_RIGHT - _BAND_LEFT, band.height), 8)
    baseline = top + 28
    for css, line, room in band.words:
        yield text(css, _BAND_LEFT + 14, baseline, line)
        baseline += room
    y = top + 12
    for chips in band.lines:
        x = _CHIPS_LEFT
        for chip in chips:
            yield rect("chip", Box(x, y, chip.width, chip.height), 6)
            yield text("name", x + 11, y + 20, chip.name)
            if chip.dated:
                yield text("small", x + 11, y + 36, chip.dated)
            x += chip.width + _GAP
        y += max(chip.height for chip in chips) + _GAP
