"""Rows of cells as the bytes of a file."""

import csv
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from io import BytesIO, StringIO
from typing import Any

from cpts_model.exchange.faults import MissingExtra
from cpts_model.testing.sheets.truth import Value

Rows = Sequence[Sequence[Value]]


def csv_bytes(rows: Rows, *, separator: str, encoding: str) -> bytes:
    """A CSV file, cells between quotation marks only where they must be."""
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=separator, lineterminator="\r\n")
    writer.writerows(["" if cell is None else str(cell) for cell in row] for row in rows)
    return file.getvalue().encode(encoding)


def xlsx_bytes(rows: Rows) -> bytes:
    """A workbook of one sheet. Texts that begin with ``=`` are formulas, saved without their results."""
    book = workbook_library().Workbook()
    sheet = book.active
    for line, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None and value != "":
                cell = sheet.cell(line, column, value)
                if isinstance(value, date):
                    cell.number_format = "DD/MM/YYYY"
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def workbook_library() -> Any:
    """The library that writes workbooks, openpyxl.

    Raises:
        MissingExtra: it is not there.
    """
    try:
        return import_module("openpyxl")
    except ImportError:
        raise MissingExtra("openpyxl", "sheets") from None
