"""Reading a list of members: what the sheet settles becomes facts, the rest comes back as doubts."""

from datetime import date
from pathlib import Path
from typing import Literal

import attrs

from cpts_model.engine.text import Text
from cpts_model.exchange.files import first_bytes
from cpts_model.exchange.sheets.cells import clean
from cpts_model.exchange.sheets.columns import Headers, find_columns, find_headers, headers_met
from cpts_model.exchange.sheets.csv_in import csv_grid
from cpts_model.exchange.sheets.doubles import doubles_of
from cpts_model.exchange.sheets.faults import BadSheet, of_source
from cpts_model.exchange.sheets.grid import Grid, GridRow
from cpts_model.exchange.sheets.headers import header_key
from cpts_model.exchange.sheets.model import Dialect, MemberSheet
from cpts_model.exchange.sheets.own import is_own, is_own_row, own_columns
from cpts_model.exchange.sheets.roles import Role
from cpts_model.exchange.sheets.row_fees import amounts_unconfirmed, is_order
from cpts_model.exchange.sheets.row_people import total_in
from cpts_model.exchange.sheets.rows import RowReader
from cpts_model.exchange.sheets.says import Notes
from cpts_model.exchange.sheets.sight import Sight, sight_of
from cpts_model.exchange.sheets.xlsx_in import best_sheet, is_old, is_package, refuse_old, xlsx_grids
from cpts_model.facts.reading import read_profession

SheetFormat = Literal["csv", "xlsx"]

MOST_BYTES = 16 * 2**20
_NAMES = frozenset({Role.SURNAME, Role.FULL_NAME, Role.ORGANISATION})


def read_members(
    path: str | Path, *, sheet: str | None = None, day_first: bool = True, listed_on: date | None = None
) -> MemberSheet:
    """Read a list of members from a CSV or XLSX file, told apart by what they hold.

    ``sheet`` names the sheet of a workbook; without it the one whose headers are understood
    best is read. ``day_first`` says how 03/04/2024 is read. ``listed_on`` is the day the
    list was drawn up: it proves that those on it were members that day, and no mere partners.

    Raises:
        BadSheet: it is no sheet of members: no column of names was found, or it cannot be read.
        MissingExtra: it is a workbook, and openpyxl is not there.
        OSError: the file cannot be opened.
    """
    source = str(path)
    try:
        data = first_bytes(path, MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise BadSheet(
                Text(
                    f"le fichier dépasse {MOST_BYTES // 2**20} Mo",
                    f"the file is bigger than {MOST_BYTES // 2**20} MB",
                ),
                Text("garder la seule liste des membres", "keep the list of members alone"),
            )
        form: SheetFormat = "xlsx" if is_package(data) or is_old(data) else "csv"
        found = loads_members(data, form, sheet=sheet, day_first=day_first, listed_on=listed_on)
    except BadSheet as bad:
        raise of_source(bad, source) from None
    campaign = None if found.campaign is None else Path(path).stem
    return attrs.evolve(found, source=source, campaign=campaign)


def loads_members(
    data: str | bytes,
    format: SheetFormat = "csv",
    *,
    sheet: str | None = None,
    day_first: bool = True,
    listed_on: date | None = None,
) -> MemberSheet:
    """Read a list of members from the text of a CSV file, or the bytes of either format.

    Raises:
        BadSheet: as :func:`read_members` does.
        MissingExtra: it is a workbook, and openpyxl is not there.
    """
    if isinstance(data, bytes) and is_old(data):
        raise refuse_old()
    if format == "xlsx":
        if not isinstance(data, bytes):
            raise TypeError("a workbook is read from bytes, not from a text")
        if not is_package(data):
            raise BadSheet(
                Text("ce n'est pas un classeur", "it is no workbook"),
                Text(
                    "le lire comme du csv, ou l'enregistrer en .xlsx", "read it as csv, or save it as .xlsx"
                ),
            )
        grid = best_sheet(xlsx_grids(data, sheet))
    else:
        grid = csv_grid(data)
    return _read(grid, day_first, listed_on)


def _read(grid: Grid, day_first: bool, listed_on: date | None) -> MemberSheet:
    notes = Notes(grid.sheet)
    headers = find_headers(grid.rows)
    if headers is None:
        raise _no_names(grid)
    columns = own_columns(headers) if is_own(headers) else find_columns(grid, headers, notes)
    if not any(column.role in _NAMES for column in columns):
        raise _no_names(grid)
    sight = sight_of(
        grid, headers.row.line, columns, notes, day_first=day_first, listed_on=listed_on
    )  # fmt: skip
    body = [row for row in grid.rows if row.line > headers.row.line and not row.blank]
    reader = RowReader(sight, body)
    _column_doubts(sight, body)
    rows = [read for row in body if not _set_aside(sight, headers, row) and (read := reader.read(row))]
    return MemberSheet(
        dialect=Dialect(
            format=grid.format,
            header_line=headers.row.line,
            sheet=grid.sheet,
            other_sheets=grid.other_sheets,
            separator=grid.separator,
            encoding=grid.encoding,
            date_styles=tuple(reader.days.styles),
            day_first=day_first,
        ),
        columns=columns,
        rows=tuple(rows),
        doubts=tuple(sorted(notes.doubts, key=lambda doubt: doubt.line)),
        faults=tuple(notes.faults),
        doubles=doubles_of(reader.traces, grid.sheet),
        campaign="" if is_order(sight) else None,
        listed_on=listed_on,
    )


def _no_names(grid: Grid) -> BadSheet:
    met = ", ".join(repr(text[:40]) for text in headers_met(grid.rows)[:12])
    return BadSheet(
        Text(
            f"aucune colonne de noms n'a été trouvée ; on lit sur les premières lignes : {met or 'rien'}",
            f"no column of names was found; on the first lines stands {met or 'nothing'}",
        ),
        Text(
            "nommer une colonne Nom, ou Nom et Prénom, sur la ligne des titres",
            "name a column Nom, or Nom and Prénom, on the line of headers",
        ),
        place=grid.sheet,
    )


def _column_doubts(sight: Sight, body: list[GridRow]) -> None:
    """What is said once of a whole column."""
    head = sight.header_line
    if sight.grid.rivals:
        sheets = ", ".join(f"« {name} »" for name in sight.grid.rivals)
        sight.notes.doubt("sheet-others", head, None, sight.grid.sheet or "", sheets=sheets)
    for index in amounts_unconfirmed(sight, body):
        sight.notes.doubt("column-amounts", head, index, sight.columns[index].header)
    if sight.has(Role.ENDED) and any(row.text(sight.places[Role.ENDED]).strip() for row in body):
        index = sight.places[Role.ENDED]
        sight.notes.doubt("column-end", head, index, sight.columns[index].header)
    if is_order(sight) and not sight.has(Role.ORDER_STATUS):
        index = next(sight.places[role] for role in (Role.ORDER, Role.ORDER_DATE) if sight.has(role))
        sight.notes.doubt("orders-without-status", head, index, sight.columns[index].header)


def _set_aside(sight: Sight, headers: Headers, row: GridRow) -> bool:
    """Whether a line is no member's at all: totals, headers once more, a heading between the members."""
    filled = [index for index, text in enumerate(row.texts) if text.strip()]
    first = row.text(filled[0])
    total = None if is_own_row(sight, row) else total_in(sight, row)
    if total is not None:
        sight.notes.doubt("total-line", row.line, total, row.text(total))
        return True
    known = [header_key(text) for text in headers.row.texts]
    if len(filled) > 1 and all(header_key(row.text(i)) == known[i] for i in filled if i < len(known)):
        sight.notes.doubt("header-again", row.line, filled[0], first)
        return True
    if len(filled) == 1 and len(sight.places) > 1:
        reading = read_profession(clean(first[:300]))
        if (reading.professions or reading.candidates) and not reading.unread:
            sight.notes.fault("title-line", row.line, filled[0], first)
            return True
    return False
