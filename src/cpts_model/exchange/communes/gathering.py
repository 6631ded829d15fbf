"""Lines of a COG table, whatever its format, gathered into communes; what is wrong with each is kept with its place."""

import re
from collections.abc import Callable, Iterable, Mapping

import attrs

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.communes.columns import CODE, KINDS
from cpts_model.exchange.communes.table import Commune, CommuneKind
from cpts_model.exchange.extracts import BadExtract, ExtractFault
from cpts_model.exchange.identifiers import cog
from cpts_model.life.population import read_figure

MAX_COMMUNES = 100_000
"""The most lines that are read: there are 37 000 communes, *déléguées* and *associées* included."""

MAX_FAULTS = 100
"""How many faults are collected before reading stops."""

_CODE = re.compile(r"(?:[0-9]{2}|2[AB])[0-9]{3}")
_POSTAL = re.compile(r"[0-9]{5}")
_REGION = re.compile(r"[0-9]{2,3}")
_LOST_ZERO = re.compile(r"[0-9]{4}")
_AS_TEXT = "a leading zero was lost; save the column as text"
_EPCI = re.compile(r"[0-9]{9}")
_BETWEEN = re.compile(r"[,;|\s]+")
_LONGEST_NAME = 200
_PLAIN = 9
"""The longest number of inhabitants, in digits."""
_ARRONDISSEMENTS = {
    "75056": ("Paris", range(75101, 75121)),
    "69123": ("Lyon", range(69381, 69390)),
    "13055": ("Marseille", range(13201, 13217)),
}
"""The cities of which the arrondissements have codes of their own, and these codes."""

Cells = Mapping[str, str]
"""What a line tells, by role; an empty text where it tells nothing."""


def city_of(code: str) -> str | None:
    """The city that a code is an arrondissement of: Paris, Lyon or Marseille."""
    return next(
        (city for city, (_, parts) in _ARRONDISSEMENTS.items() if code.isdecimal() and int(code) in parts),
        None,
    )


def cities_of(communes: Iterable[Commune]) -> tuple[Commune, ...]:
    """Paris, Lyon and Marseille, where a table tells all their arrondissements and not the city."""
    by_code = {one.code: one for one in communes if not one.kind.is_part}
    return tuple(
        _whole(city, name, [by_code[str(part)] for part in parts])
        for city, (name, parts) in _ARRONDISSEMENTS.items()
        if city not in by_code and all(str(part) in by_code for part in parts)
    )


def _whole(code: str, name: str, parts: list[Commune]) -> Commune:
    figures = [part.population for part in parts if isinstance(part.population, int)]
    population = sum(figures) if len(figures) == len(parts) else UNKNOWN
    return Commune(code=code, name=name, region=parts[0].region, population=population)


class _BadCell(Exception):
    """A cell that cannot be read: its role, and what is wrong with it."""

    def __init__(self, role: str, message: str) -> None:
        super().__init__(role, message)
        self.role = role
        self.message = message


@attrs.define(slots=True)
class Gathering:
    """The communes read so far, and the faults found."""

    source: str | None
    communes: dict[tuple[str, bool], Commune] = attrs.field(factory=dict)
    faults: list[ExtractFault] = attrs.field(factory=list)
    unread_figures: int = 0

    def add(
        self, cells: Cells, header: Callable[[str], str | None], line: int | None, where: str = ""
    ) -> None:
        """Take a line, or note what is wrong with it.

        ``header`` tells how the column of a role is called; ``where`` is the place, when no line is known.

        Raises:
            BadExtract: there are too many faults, or too many lines.
        """
        try:
            commune = self._commune(cells)
            if (key := (commune.code, commune.kind.is_part)) in self.communes:
                raise _BadCell(CODE, "this code stands on another line already; remove one of the two")
            self.communes[key] = commune
        except _BadCell as bad:
            self.fault(f"{where}{bad.message}", line, header(bad.role))
        if len(self.communes) > MAX_COMMUNES:
            self.fault(f"more than {MAX_COMMUNES} communes: it is no table of one year", line)
            raise self.bad()

    def fault(self, message: str, line: int | None = None, column: str | None = None) -> None:
        """Note what is wrong.

        Raises:
            BadExtract: there are too many faults.
        """
        self.faults.append(ExtractFault(message, line, column))
        if len(self.faults) >= MAX_FAULTS:
            self.faults.append(ExtractFault(f"reading stopped after {MAX_FAULTS} faults"))
            raise self.bad()

    def finish(self) -> tuple[Commune, ...]:
        """The communes.

        Raises:
            BadExtract: with every fault found; or there is no commune.
        """
        if not self.communes and not self.faults:
            self.fault("it holds no commune")
        if self.faults:
            raise self.bad()
        return tuple(self.communes.values())

    def bad(self) -> BadExtract:
        """The error of all the faults found."""
        return BadExtract(self.faults, self.source)

    def _commune(self, cells: Cells) -> Commune:
        code = _code(cells)
        kind = _kind(cells, code)
        population, masked_below = self._figure(cells)
        return Commune(
            code=code,
            kind=kind,
            name=_name(cells),
            region=_shaped(cells, "region", _REGION, "it is no code of a région (two or three digits)"),
            epci=_shaped(cells, "epci", _EPCI, "it is no SIREN number (nine digits)"),
            postal_codes=_codes(cells, "postal_codes", _POSTAL, "a postal code has five digits"),
            population=population,
            masked_below=masked_below,
            parent=_parent(cells, code, kind),
            former_codes=_codes(cells, "former_codes", _CODE, "a former code is no COG code"),
        )

    def _figure(self, cells: Cells) -> tuple[int | Unknown, int | Unknown]:
        text = cells.get("population", "")
        if not text:
            return UNKNOWN, UNKNOWN
        if len(text) <= _PLAIN and text.isascii() and text.isdecimal():
            return int(text), UNKNOWN
        figure = read_figure(text)
        if isinstance(figure, Unknown):
            if any(sign.isdigit() for sign in text):
                raise _BadCell(
                    "population", "it is no whole number of inhabitants; write it without point or sign"
                )
            self.unread_figures += 1
            return UNKNOWN, UNKNOWN
        return (figure.least, UNKNOWN) if figure.least == figure.most else (UNKNOWN, figure.most + 1)


def _code(cells: Cells) -> str:
    code, departement = cells[CODE].upper(), cells.get("departement", "").upper()
    if len(code) < 5 and code.isdecimal() and departement:
        whole = departement + (code.zfill(3) if len(departement) == 2 else code[-2:].zfill(2))
        # Overseas the INSEE writes 971 and 101, or 971 and 01: the first digit of three is that of the département.
        if len(code) <= 2 or len(departement) == 2 or code[:-2] == departement[2:]:
            code = whole
    if _CODE.fullmatch(code) is None or not cog.is_valid(code):
        if _LOST_ZERO.fullmatch(cells[CODE]):
            raise _BadCell(CODE, f"four digits: {_AS_TEXT}")
        raise _BadCell(CODE, "it is no COG code (five characters, 2A and 2B for Corsica)")
    return code


def _kind(cells: Cells, code: str) -> CommuneKind:
    if not (told := cells.get("kind", "")):
        return CommuneKind.COMMUNE if city_of(code) is None else CommuneKind.ARRONDISSEMENT
    if (kind := KINDS.get(told)) is None:
        raise _BadCell("kind", f"it is none of the types known: {', '.join(KINDS)}")
    return kind


def _name(cells: Cells) -> str | Unknown:
    name = cells.get("name", "")
    if len(name) > _LONGEST_NAME:
        raise _BadCell("name", f"a name of more than {_LONGEST_NAME} characters")
    return name or UNKNOWN


def _parent(cells: Cells, code: str, kind: CommuneKind) -> str | Unknown:
    if kind is CommuneKind.COMMUNE:
        return UNKNOWN
    parent = _shaped(cells, "parent", _CODE, "it is no COG code")
    if not isinstance(parent, Unknown):
        return parent
    return (city_of(code) or UNKNOWN) if kind is CommuneKind.ARRONDISSEMENT else UNKNOWN


def _shaped(cells: Cells, role: str, shape: re.Pattern[str], problem: str) -> str | Unknown:
    text = cells.get(role, "")
    if text and shape.fullmatch(text) is None:
        one_digit = shape is _REGION and len(text) == 1 and text.isdecimal()
        raise _BadCell(role, f"one digit: {_AS_TEXT}" if one_digit else problem)
    return text or UNKNOWN


def _codes(cells: Cells, role: str, shape: re.Pattern[str], problem: str) -> tuple[str, ...]:
    codes = [code for code in _BETWEEN.split(cells.get(role, "")) if code]
    if not all(shape.fullmatch(code) for code in codes):
        lost = any(_LOST_ZERO.fullmatch(code) for code in codes)
        raise _BadCell(role, f"four digits: {_AS_TEXT}" if lost else problem)
    return tuple(dict.fromkeys(codes))
