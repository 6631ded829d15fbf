"""Text files of cells: their encoding and their separator are found out, and told."""

import csv
from collections.abc import Iterator
from io import StringIO

from cpts_model.engine.text import Text
from cpts_model.exchange.sheets.columns import find_headers
from cpts_model.exchange.sheets.faults import BadSheet, on_line
from cpts_model.exchange.sheets.grid import LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Grid, GridRow

_SEPARATORS = (";", ",", "\t", "|")
_SNIFFED = 40
_LOOK_FOR_A_MARK = Text(
    "chercher un guillemet qui n'est jamais refermé", "look for a quotation mark that is never closed"
)
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def csv_grid(data: bytes | str) -> Grid:
    """The cells of a text file.

    Raises:
        BadSheet: it is no text, it is too big, or a quotation mark of it is never closed.
    """
    text, encoding = (data, None) if isinstance(data, str) else _decoded(data)
    if "\0" in text:
        raise BadSheet(
            Text(
                "le fichier contient des caractères nuls : ce n'est pas un texte",
                "the file holds null characters: it is no text",
            ),
            Text(
                "enregistrer la liste en .xlsx ou en .csv, et lire ce fichier",
                "save the list as .xlsx or .csv, and read that",
            ),
        )
    text = text.removeprefix("\ufeff")
    separator = _announced(text)
    skipped = separator is not None
    separator = separator or _separator(text)
    rows = tuple(_rows(text, separator))
    return Grid(format="csv", rows=rows[1:] if skipped else rows, separator=separator, encoding=encoding)


def _decoded(data: bytes) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError:
                raise BadSheet(
                    Text(
                        f"le fichier annonce {encoding} et n'est pas écrit ainsi",
                        f"the file announces {encoding} and is not written in it",
                    ),
                    Text("l'enregistrer de nouveau en CSV UTF-8", "save it again as CSV UTF-8"),
                ) from None
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:  # five bytes of 256 mean nothing there
        return data.decode("latin-1"), "latin-1"


def _announced(text: str) -> str | None:
    """The separator that a first line ``sep=;`` tells the spreadsheet."""
    first = text[:8].splitlines()[:1]
    return first[0][4] if first and first[0].lower().startswith("sep=") and len(first[0]) == 5 else None


def _separator(text: str) -> str:
    """The separator with which the headers are understood best, or else the most regular one."""

    def worth(separator: str) -> tuple[int, int]:
        rows = list(_sample(text, separator))
        headers = find_headers(rows)
        widths = [len(row.cells) for row in rows if len(row.cells) > 1]
        common = max(map(widths.count, set(widths)), default=0)
        return (headers.known if headers else 0), common

    return max(_SEPARATORS, key=worth)


def _sample(text: str, separator: str) -> Iterator[GridRow]:
    try:
        for number, cells in enumerate(csv.reader(StringIO(text, newline=""), delimiter=separator), 1):
            if number > _SNIFFED:
                return
            yield GridRow(number, tuple(cells[:MOST_COLUMNS]))
    except csv.Error:
        return


def _rows(text: str, separator: str) -> Iterator[GridRow]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=_closes(text, separator))
    line = count = 0
    try:
        for line, cells in enumerate(reader, 1):
            count += len(cells)
            check_size(line, cells, count)
            yield GridRow(line, tuple(cell or None for cell in cells))
    except csv.Error as problem:
        raise BadSheet(
            Text(
                f"la ligne qui suit la ligne {line} ne se découpe pas en cellules",
                f"the line after line {line} cannot be cut into cells ({problem})",
            ),
            _LOOK_FOR_A_MARK,
            place=on_line(line + 1),
        ) from None


def _closes(text: str, separator: str) -> bool:
    """Whether to read strictly: not where only the strict way of quoting is broken.

    A quotation mark that is never closed would swallow all the lines after it.
    """
    try:
        for _ in csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True):
            pass
    except csv.Error as problem:
        return "unexpected end" in str(problem)
    return True


def check_size(line: int, cells: list[str], count: int) -> None:
    """Refuse a row that no list of members has. ``count`` is how many cells were met so far.

    Raises:
        BadSheet: there are too many rows, columns or cells, or a cell is too long.
    """
    if line > MOST_ROWS:
        raise BadSheet(
            _more_than(MOST_ROWS, Text("lignes", "lines")),
            Text("couper la liste en plusieurs", "split the list"),
            place=on_line(line),
        )
    if len(cells) > MOST_COLUMNS:
        raise BadSheet(
            _more_than(MOST_COLUMNS, Text("colonnes", "columns")),
            Text("garder les seules colonnes de la liste", "keep the columns of the list alone"),
            place=on_line(line),
        )
    if count > MOST_CELLS:
        raise BadSheet(
            _more_than(MOST_CELLS, Text("cellules", "cells")),
            Text(
                "garder les seules colonnes de la liste, ou la couper en plusieurs",
                "keep the columns of the list alone, or split it",
            ),
            place=on_line(line),
        )
    if any(len(cell) > LONGEST_CELL for cell in cells):
        raise BadSheet(
            Text(
                f"une cellule contient plus de {LONGEST_CELL} caractères",
                f"a cell holds more than {LONGEST_CELL} characters",
            ),
            _LOOK_FOR_A_MARK,
            place=on_line(line),
        )


def _more_than(most: int, what: Text) -> Text:
    return Text(f"il y a plus de {most} {what.fr}", f"there are more than {most} {what.en}")
