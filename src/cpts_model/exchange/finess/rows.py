"""The extracts of lines and columns: the official one, and those whose first line names the columns."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.extracts import BadExtract, ExtractFault, text_lines
from cpts_model.exchange.finess.cells import BAD_ENTITY_NUMBER, Cells
from cpts_model.exchange.finess.model import FinessEstablishment, FinessHeader, Place
from cpts_model.exchange.finess.places import commune_of, departement_agreed, departement_of

STRUCTURE, GEOLOCATION = "structureet", "geolocalisation"

FIELDS = (
    *(STRUCTURE, "nofinesset", "nofinessej", "rs", "rslongue", "complrs", "compldistrib"),
    *("numvoie", "typvoie", "voie", "compvoie", "lieuditbp", "commune", "departement", "libdepartement"),
    *("ligneacheminement", "telephone", "telecopie", "categetab", "libcategetab", "categagretab"),
    *("libcategagretab", "siret", "codeape", "codemft", "libmft", "codesph", "libsph"),
    *("dateouv", "dateautor", "datemaj", "numuai"),
)
"""The fields of a line of the official extract, its tag first."""

_GEOLOCATION_FIELDS = 6

NAMED = {
    "nofinesset": "nofinesset",
    "nofinessej": "nofinessej",
    "raison_sociale": "rs",
    "code_postal": "code_postal",
    "categetab": "categetab",
    "libcategetab": "libcategetab",
    "siret": "siret",
    "date_ouverture": "dateouv",
    "date_maj": "datemaj",
}
"""The columns that are read where a first line names them, and the fields they stand for."""

_COLUMNS = {field: column for column, field in NAMED.items()}

REQUIRED = ("nofinesset", "categetab")

NO_COMMUNE = Text(
    "le département et la commune ne donnent pas un code COG sûr ; la commune reste inconnue",
    "département and commune give no sure COG code; the commune stays unknown",
)
NO_DEPARTEMENT = Text(
    "le numéro FINESS et le code postal ne disent pas le même département ; il reste inconnu",
    "the FINESS number and the postal code do not tell the same département; it stays unknown",
)

Row = FinessEstablishment | list[ExtractFault]
"""An establishment, or what keeps a line from being one."""


def official_rows(path: str | Path, header: FinessHeader) -> Iterator[Row]:
    """The establishments of the official extract, read as they are asked for."""
    lines = text_lines(path)
    next(lines, None)  # the line that names the file
    for number, line in lines:
        fields = _split(line, len(FIELDS))
        tag = fields[0].strip()
        if tag == STRUCTURE:
            yield _official(fields, number, header)
        elif tag != GEOLOCATION:
            yield [
                ExtractFault(
                    f"a line begins with {STRUCTURE!r} or {GEOLOCATION!r}: this is another file, or not whole",
                    number,
                )
            ]
        elif len(fields) != _GEOLOCATION_FIELDS:
            yield [_counted(number, len(fields), _GEOLOCATION_FIELDS)]


def named_rows(path: str | Path, header: FinessHeader) -> Iterator[Row]:
    """The establishments of an extract whose first line names the columns.

    Raises:
        BadExtract: a column that is needed is missing, or one stands twice.
    """
    names: list[str] = []
    for number, line in text_lines(path):
        if names:
            yield _named(_split(line, len(names)), names, number, header)
        else:
            names = [name.strip().lower() for name in _split(line)]
            faults = _header_faults(names, number)
            if faults:
                raise BadExtract(faults, str(path))


def _header_faults(names: list[str], number: int) -> list[ExtractFault]:
    missing = [ExtractFault("this column is missing", number, name) for name in REQUIRED if name not in names]
    twice = [
        ExtractFault("this column stands twice", number, name) for name in NAMED if names.count(name) > 1
    ]
    return missing + twice


def _official(fields: list[str], number: int, header: FinessHeader) -> Row:
    if len(fields) != len(FIELDS):
        return [_counted(number, len(fields), len(FIELDS))]
    told = dict(zip(FIELDS, fields, strict=True))
    cells = Cells(Place(line=number))
    departement, commune = told["departement"].strip(), told["commune"].strip()
    code = commune_of(departement, commune)
    if isinstance(code, Unknown) and (departement or commune):
        cells.doubt("commune", NO_COMMUNE)
    postal_code, _, _ = told["ligneacheminement"].strip().partition(" ")
    return _establishment(
        told, cells, header, commune=code, departement=departement_of(code), postal_code=postal_code
    )


def _named(fields: list[str], names: list[str], number: int, header: FinessHeader) -> Row:
    if len(fields) != len(names):
        return [_counted(number, len(fields), len(names))]
    told = {NAMED[name]: value for name, value in zip(names, fields, strict=True) if name in NAMED}
    cells = Cells(Place(line=number), _COLUMNS)
    postal_code = cells.text("code_postal", told.get("code_postal", UNKNOWN))
    departement = departement_agreed(told["nofinesset"].strip().upper(), postal_code)
    if isinstance(departement, Unknown) and isinstance(postal_code, str):
        cells.doubt("code_postal", NO_DEPARTEMENT)
    return _establishment(
        told, cells, header, commune=UNKNOWN, departement=departement, postal_code=postal_code
    )


def _establishment(
    told: Mapping[str, str],
    cells: Cells,
    header: FinessHeader,
    *,
    commune: str | Unknown,
    departement: str | Unknown,
    postal_code: str | Unknown,
) -> Row:
    def cell(field: str) -> str | Unknown:
        return told.get(field, UNKNOWN)

    number = cells.number("nofinesset", cell("nofinesset"))
    if isinstance(number, Unknown) and not cells.faults:
        cells.refuse("nofinesset", "the FINESS number is missing")
    entity = cells.number("nofinessej", cell("nofinessej"), BAD_ENTITY_NUMBER)
    if cells.faults or isinstance(number, Unknown):
        return cells.faults
    return FinessEstablishment(
        finess=number,
        finess_ej=entity,
        name=cells.text("rs", cell("rs")),
        long_name=cells.text("rslongue", cell("rslongue")),
        category=cells.category("categetab", cell("categetab")),
        category_label=cells.text("libcategetab", cell("libcategetab")),
        siret=cells.siret("siret", cell("siret")),
        opened_on=cells.day("dateouv", cell("dateouv")),
        authorised_on=cells.day("dateautor", cell("dateautor")),
        updated_on=cells.day("datemaj", cell("datemaj")),
        commune=commune,
        departement=departement,
        postal_code=cells.text("code_postal", postal_code),
        doubts=tuple(cells.doubts),
        place=cells.place,
        header=header,
    )


def _split(line: str, expected: int | None = None) -> list[str]:
    """The fields of a line. Recent extracts quote names that hold quotes, older ones quote nothing."""
    plain = line.split(";")
    if '"' not in line:
        return plain
    quoted = next(csv.reader([line.replace("\r", " ")], delimiter=";"), plain)
    return plain if len(quoted) != expected and len(plain) == expected else quoted


def _counted(number: int, found: int, expected: int) -> ExtractFault:
    return ExtractFault(f"it has {found} fields, not {expected}", number)
