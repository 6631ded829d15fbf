"""Reading a COG table: the files of the INSEE, those of Etalab, and what is like them."""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.communes.columns import CODE, resolve
from cpts_model.exchange.communes.gathering import Gathering, cities_of
from cpts_model.exchange.communes.table import CommuneTable, PopulationKind
from cpts_model.exchange.extracts import BadExtract, ExtractFault, text_lines
from cpts_model.exchange.faults import Flawed
from cpts_model.exchange.files import first_bytes
from cpts_model.exchange.markup import parse

MAX_BYTES = 32 * 1024 * 1024
"""The longest table: those of the INSEE hold 2 MB, that of Etalab in JSON 12 MB."""

_SEPARATORS = ";,\t"
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_KEYS = {
    "code": CODE,
    "nom": "name",
    "type": "kind",
    "region": "region",
    "codeRegion": "region",
    "epci": "epci",
    "codeEpci": "epci",
    "codesPostaux": "postal_codes",
    "commune": "parent",
    "chefLieu": "parent",
    "anciensCodes": "former_codes",
    "population": "population",
}
"""The keys of communes.json (@etalab/decoupage-administratif) and of the answers of geo.api.gouv.fr."""


def read_cog(
    path: str | Path, *, vintage: int | Unknown = UNKNOWN, population: PopulationKind | None = None
) -> CommuneTable:
    """The COG table in a file: ``.csv`` or ``.json``, recognised by what it holds.

    Read are ``v_commune_AAAA.csv`` of the INSEE (no population), its ``donnees_communes.csv``
    (*populations légales*: no former codes), ``communes.json`` of the npm package
    ``@etalab/decoupage-administratif`` or a CSV of the same facts: columns are found by name,
    separated by ``;``, ``,`` or tabs, in UTF-8 or ISO-8859-1. Where the municipal and the total
    population are told, the municipal one is taken, unless ``population`` asks for the other.

    ``vintage`` is the year of the table, where the user knows it: a year in the name of the file
    is a hint only.

    Raises:
        BadExtract: with every fault found, its line and its column.
        OSError: the file cannot be opened.
    """
    gathering = Gathering(str(path))
    try:
        beginning = first_bytes(path, MAX_BYTES + 1)
    except Flawed as flawed:
        raise BadExtract([ExtractFault(fault.message) for fault in flawed.faults], str(path)) from None
    if len(beginning) > MAX_BYTES:
        raise BadExtract([ExtractFault(f"it is longer than {MAX_BYTES} bytes")], str(path))
    is_json = beginning.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"[", b"{"))
    try:
        kind, both = _json(beginning, population, gathering) if is_json else _csv(path, population, gathering)
    except BadExtract as bad:
        raise BadExtract(bad.faults, str(path)) from None
    communes = gathering.finish()
    cities = cities_of(communes)
    years = [int(year) for year in _YEAR.findall(Path(path).name)]
    return CommuneTable(
        communes=(*communes, *cities),
        summed_cities=tuple(city.code for city in cities),
        population_kind=kind,
        other_population=both,
        vintage=vintage,
        vintage_hint=next((year for year in reversed(years) if vintage in (year, UNKNOWN)), years[-1])
        if years
        else None,
        unread_figures=gathering.unread_figures,
        source=str(path),
    )


def _csv(
    path: str | Path, population: PopulationKind | None, gathering: Gathering
) -> tuple[PopulationKind, bool]:
    lines = text_lines(path)
    number, header = next(lines, (1, ""))
    separator = max(_SEPARATORS, key=header.count)
    names = next(_cells(header, separator, number, gathering), [])
    columns = resolve(names, population)
    for number, line in lines:
        for cells in _cells(line, separator, number, gathering):
            if len(cells) == columns.width + 1 and not cells[-1]:
                cells.pop()  # a separator at the end of the line
            if len(cells) != columns.width:
                gathering.fault(f"{len(cells)} cells, where the first line has {columns.width}", number)
                continue
            gathering.add({role: columns.of(cells, role) for role in columns.places}, columns.name_of, number)
    return columns.population, columns.both_populations


def _cells(line: str, separator: str, number: int, gathering: Gathering) -> Iterator[list[str]]:
    """The cells of a line, once; not at all, where it cannot be read."""
    try:
        yield next(csv.reader([line], delimiter=separator, strict=True))
    except csv.Error:
        gathering.fault("a quotation mark is left open, or stands within a cell", number)


def _json(
    content: bytes, population: PopulationKind | None, gathering: Gathering
) -> tuple[PopulationKind, bool]:
    if population is not None:
        gathering.fault(f"no key says that it is the population {population.value}; leave that out")
    try:
        parsed = parse(content, "json", MAX_BYTES)
    except Flawed as flawed:
        raise BadExtract(ExtractFault(fault.message) for fault in flawed.faults) from None
    for fault in parsed.faults:
        gathering.fault(f"{fault.path}: {fault.message}")
    if not isinstance(parsed.data, list):
        gathering.fault("$: a list of communes is expected: [ … ]")
        raise gathering.bad()
    for index, told in enumerate(parsed.data):
        where = f"$[{index}]"
        if not isinstance(told, dict):
            gathering.fault(f"{where}: an object is expected: {{ … }}")
        elif (cells := _told(told, where, gathering)) is not None:
            gathering.add(cells, lambda _: None, None, f"{where}: ")
    return PopulationKind.UNSAID, False


def _told(told: dict[str, Any], where: str, gathering: Gathering) -> dict[str, str] | None:
    cells = {CODE: ""}
    for key, role in _KEYS.items():
        text = _text(told.get(key), role)
        if text is None:
            gathering.fault(
                f"{where}.{key}: not what the key holds (a text, a list of texts, a whole number)"
            )
            return None
        cells[role] = text or cells.get(role, "")
    return cells


def _text(value: Any, role: str) -> str | None:
    """What a key holds, as a cell; ``None`` where it is nothing that the role may have."""
    if value is None:
        return ""
    if role == "population":
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else None
    if role in ("postal_codes", "former_codes"):
        return _listed(value)
    return value.strip() if isinstance(value, str) else None


def _listed(value: Any) -> str | None:
    texts: Sequence[Any] = value if isinstance(value, list) else [None]
    return ",".join(texts) if all(isinstance(text, str) for text in texts) else None
