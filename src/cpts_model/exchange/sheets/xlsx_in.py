"""Workbooks: read cell by cell, so that what a file claims to be costs nothing before it is checked.

openpyxl reads a sheet as a stream, which lets a reader stop. A reader that lays out the whole
rectangle of a sheet first would need the memory of a cell A1 and a cell XFD1048576.
"""

import re
import warnings
import zipfile
from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from itertools import zip_longest
from typing import Any

import attrs

from cpts_model.engine.text import Text
from cpts_model.exchange.faults import MissingExtra
from cpts_model.exchange.sheets.columns import find_headers
from cpts_model.exchange.sheets.csv_in import check_size
from cpts_model.exchange.sheets.faults import BadSheet
from cpts_model.exchange.sheets.grid import Grid, GridRow, Value, Void

MOST_UNPACKED = 64 * 2**20
_MOST_TAGS = 3_000_000
"""Each of them takes memory, however short it is: eight for a cell of a text of its own."""
_MOST_PARTS = 2000
_LAST_ROW = 2**20
"""The number of rows of a sheet, by its format."""
_CHUNK = 2**20
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_FORMULA = re.compile(rb"<(\w+:)?f[\s>/]")
_SAVE = Text(
    "l'enregistrer en .xlsx (Excel : Fichier, Enregistrer sous, Classeur Excel), et lire ce fichier",
    "save it as .xlsx (Excel: Fichier, Enregistrer sous, Classeur Excel), and read that",
)
_SAVE_AGAIN = Text("l'enregistrer de nouveau depuis le tableur", "save it again from the spreadsheet")
_OPEN_AND_SAVE = Text(
    "l'ouvrir dans le tableur et l'enregistrer de nouveau", "open it in the spreadsheet and save it again"
)
_ALONE = Text(
    "garder la seule feuille des membres dans un nouveau classeur",
    "keep the sheet of members alone in a new workbook",
)


def is_package(data: bytes) -> bool:
    """Whether a file is a package of parts, as .xlsx and .ods are."""
    return data.startswith(b"PK\x03\x04")


def is_old(data: bytes) -> bool:
    """Whether a file is an .xls, or a workbook behind a password."""
    return data.startswith(b"\xd0\xcf\x11\xe0")


def refuse_old() -> BadSheet:
    """The refusal of what only Excel opens."""
    return BadSheet(
        Text(
            "c'est un fichier .xls, ou un classeur protégé par un mot de passe",
            "it is an .xls file, or a workbook behind a password",
        ),
        Text(f"sans mot de passe, {_SAVE.fr}", f"without a password, {_SAVE.en}"),
    )


def xlsx_grids(data: bytes, sheet: str | None) -> list[Grid]:
    """The sheets of a workbook that are shown, or the one that is named.

    Raises:
        BadSheet: it is no workbook, it is too big, or has no such sheet.
        MissingExtra: openpyxl is not there.
    """
    has_formulas = _checked(data)
    with warnings.catch_warnings():
        # What it warns of is style, validation and drawings, of which nothing is read.
        warnings.simplefilter("ignore")
        try:
            return _grids(data, sheet, has_formulas)
        except (BadSheet, MissingExtra):
            raise
        except Exception as problem:  # whatever a broken or hostile package makes of it
            raise BadSheet(
                Text(
                    f"le classeur est abîmé ({type(problem).__name__})",
                    f"the workbook is damaged ({type(problem).__name__})",
                ),
                _OPEN_AND_SAVE,
            ) from None


def workbook_library() -> Any:
    """The library that reads and writes workbooks, openpyxl.

    Raises:
        MissingExtra: it is not there.
    """
    try:
        return import_module("openpyxl")
    except ImportError:
        raise MissingExtra("openpyxl", "sheets") from None


def _checked(data: bytes) -> bool:
    """Unpack every part once, within bounds; whether one holds formulas."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            names = {part.filename for part in parts}
            _check_kind(package, names)
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise BadSheet(
                    Text(
                        f"le classeur décompressé dépasse {MOST_UNPACKED // 2**20} Mo",
                        f"the workbook unpacks to more than {MOST_UNPACKED // 2**20} MB",
                    ),
                    _ALONE,
                )
            looks = [_look_at(package, part) for part in parts if part.filename.endswith((".xml", ".rels"))]
            if sum(look.tags for look in looks) > _MOST_TAGS:
                raise BadSheet(
                    Text(
                        "le classeur contient plus de cellules qu'une liste de membres",
                        "the workbook holds more cells than a list of members",
                    ),
                    _ALONE,
                )
            return any(look.formulas for look in looks)
    except BadSheet:
        raise
    except Exception as problem:  # a damaged package fails in many ways
        raise BadSheet(
            Text(
                f"l'archive du classeur est abîmée ({type(problem).__name__})",
                f"the package of the workbook is damaged ({type(problem).__name__})",
            ),
            _OPEN_AND_SAVE,
        ) from None


def _check_kind(package: zipfile.ZipFile, names: set[str]) -> None:
    if "xl/workbook.bin" in names:
        raise BadSheet(Text("c'est un fichier .xlsb", "it is an .xlsb file"), _SAVE)
    if "mimetype" in names and b"opendocument" in package.open("mimetype").read(100):
        raise BadSheet(
            Text("c'est un fichier .ods", "it is an .ods file"),
            Text(
                "l'enregistrer en .xlsx ou en .csv (Fichier, Enregistrer sous), et lire ce fichier",
                "save it as .xlsx or .csv (Fichier, Enregistrer sous), and read that",
            ),
        )
    if not any(name.startswith("xl/") for name in names):
        raise BadSheet(
            Text("c'est une archive, et non un classeur", "it is a package, and no workbook"), _SAVE
        )


@attrs.frozen(slots=True)
class _Look:
    """What was seen of a part: whether it holds formulas, and how many tags."""

    formulas: bool
    tags: int


def _look_at(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> _Look:
    """Look through a part. One that declares entities of its own is refused."""
    formulas = False
    tags = 0
    tail = b""
    with package.open(part) as file:
        while chunk := file.read(_CHUNK):
            seen = tail + chunk
            if _DOCTYPE.search(seen) or b"\0" in chunk:
                raise BadSheet(
                    Text(
                        f"{part.filename} contient ce qu'aucun tableur n'écrit",
                        f"{part.filename} holds what no spreadsheet writes",
                    ),
                    _SAVE_AGAIN,
                )
            tags += chunk.count(b"<")
            formulas = formulas or _FORMULA.search(seen) is not None
            tail = seen[-16:]
    return _Look(formulas, tags)


def _grids(data: bytes, sheet: str | None, has_formulas: bool) -> list[Grid]:
    library = workbook_library()
    values = library.load_workbook(BytesIO(data), read_only=True, data_only=True)
    formulas = library.load_workbook(BytesIO(data), read_only=True) if has_formulas else None
    try:
        shown = [one.title for one in values.worksheets if one.sheet_state == "visible"]
        if sheet is not None and sheet not in [one.title for one in values.worksheets]:
            raise BadSheet(
                Text(f"il n'y a pas de feuille {sheet!r}", f"there is no sheet {sheet!r}"),
                Text(
                    f"en nommer une : {', '.join(map(repr, shown))}",
                    f"name one of: {', '.join(map(repr, shown))}",
                ),
            )
        names = shown if sheet is None else [sheet]
        if not names:
            raise BadSheet(
                Text("le classeur ne montre aucune feuille", "the workbook shows no sheet"),
                Text("afficher la feuille des membres", "unhide the sheet of members"),
            )
        return [
            Grid(
                format="xlsx",
                rows=tuple(_rows(values[name], None if formulas is None else formulas[name])),
                sheet=name,
                other_sheets=tuple(other for other in shown if other != name),
                epoch=values.epoch.date(),
            )
            for name in names
        ]
    finally:
        values.close()
        if formulas is not None:
            formulas.close()


def _rows(values: Any, formulas: Any) -> Iterator[GridRow]:
    values.reset_dimensions()
    told = count = 0
    written = () if formulas is None else _written(formulas)
    for line, (cells, sources) in enumerate(
        zip_longest(values.iter_rows(values_only=True), written, fillvalue=()), 1
    ):
        if line > _LAST_ROW:
            raise BadSheet(
                Text(
                    "une ligne porte un numéro au-delà de la dernière d'une feuille",
                    "a row is numbered beyond the last one of a sheet",
                ),
                _SAVE_AGAIN,
            )
        row = _row(cells, sources)
        if row:
            told += 1
            count += len(row)
            check_size(told, [cell if isinstance(cell, str) else "" for cell in row], count)
            yield GridRow(line, row)


def _written(formulas: Any) -> Iterator[tuple[Any, ...]]:
    formulas.reset_dimensions()
    yield from formulas.iter_rows()


def _row(cells: tuple[Any, ...], sources: tuple[Any, ...]) -> tuple[Value, ...]:
    """The cells of a row up to its last one; a formula without its result is told apart from nothing."""
    row: list[Value] = list(cells)
    for index, source in enumerate(sources):
        if source.data_type == "f" and row[index] is None:
            row[index] = Void.FORMULA
    while row and (row[-1] is None or row[-1] == ""):
        row.pop()
    return tuple(row)


def best_sheet(grids: list[Grid]) -> Grid:
    """The sheet whose headers are understood best; the first of several."""
    found = [(headers.known if (headers := find_headers(grid.rows)) else 0, grid) for grid in grids]
    _, best = max(found, key=lambda pair: pair[0])
    rivals = (grid.sheet for known, grid in found if known and grid is not best)
    return attrs.evolve(best, rivals=tuple(name for name in rivals if name is not None))
