"""Writing the members of a structure as a sheet that reads back as the same facts, and that runs nothing."""

import csv
from collections.abc import Sequence
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UnknownFact
from cpts_model.exchange.faults import UnknownFormat
from cpts_model.exchange.files import replace_file
from cpts_model.exchange.sheets.faults import BadSheet
from cpts_model.exchange.sheets.grid import LONGEST_CELL, Void
from cpts_model.exchange.sheets.guard import guarded
from cpts_model.exchange.sheets.own_facts import MEMBERS, NATURE, OwnFact, cell_of, own_facts
from cpts_model.exchange.sheets.xlsx_in import workbook_library
from cpts_model.facts.memberships import Membership
from cpts_model.facts.structures import Structure

_UNKNOWN = Text("les membres sont inconnus", "the members are unknown")
_TELL_THEM = Text("les indiquer avant d'écrire la feuille", "tell them before writing them")
_ALWAYS = frozenset(
    {
        "member.id",
        "member.name",
        "member.professions",
        "member.mode",
        "member.rpps",
        "joined_on",
        "left_on",
        "college",
        "fee_paid",
    }
)
"""The columns written even where nothing is told, so that they can be filled in."""
_FIRST_REAL_DAY = date(1900, 3, 1)
"""Before it, spreadsheets count a day that never was (29 February 1900)."""
_SHEET = "Membres"

Cell = str | date | Void | None
Table = list[list[Cell]]


def dumps_members(structure: Structure, *, on: date | None = None) -> str:
    """The members of a structure as the text of a CSV file: ``;``, every cell between quotes.

    Days are written 2024-03-12, which every spreadsheet shows in the order of its country.
    ``on`` leaves out who is not known to be a member that day.

    Raises:
        BadSheet: the members are unknown, or a fact holds characters that no cell can.
    """
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in _table(structure, on):
        writer.writerow([_csv_cell(cell) for cell in row])
    return file.getvalue()


def write_members(structure: Structure, path: str | Path, *, on: date | None = None) -> None:
    """Write the members of a structure to a CSV or XLSX file, whole or not at all.

    A CSV file begins with the mark by which Excel knows UTF-8. ``on`` leaves out who is not
    known to be a member that day.

    Raises:
        BadSheet: as :func:`dumps_members` does.
        UnknownFormat: the name ends neither in ``.csv`` nor in ``.xlsx``.
        MissingExtra: it is a workbook, and openpyxl is not there.
        OSError: it cannot be written.
    """
    match Path(path).suffix.lower():
        case ".csv":
            replace_file(path, f"\ufeff{dumps_members(structure, on=on)}")
        case ".xlsx":
            replace_file(path, _workbook(_table(structure, on)))
        case _:
            raise UnknownFormat(str(path), (".csv", ".xlsx"))


def _table(structure: Structure, on: date | None) -> Table:
    members = structure.members
    if not isinstance(members, tuple):
        raise BadSheet(_UNKNOWN, _TELL_THEM, place=structure.id)
    listed = [one for one in members if on is None or _known_on(one, on)]
    facts = [fact for fact in own_facts() if fact.path in _ALWAYS or any(_told(fact, one) for one in listed)]
    first, *rest = facts
    head: list[Cell] = [first.header, NATURE.fr[:1].upper() + NATURE.fr[1:]]
    return [head + [fact.header for fact in rest], *(_row(one, first, rest) for one in listed)]


def _known_on(membership: Membership, on: date) -> bool:
    try:
        return membership.running_on(on)
    except UnknownFact:
        return False


def _told(fact: OwnFact, membership: Membership) -> bool:
    return cell_of(fact.of(membership)) is not None


def _row(membership: Membership, first: OwnFact, rest: Sequence[OwnFact]) -> list[Cell]:
    kind = next(word for word, kind in MEMBERS.items() if isinstance(membership.member, kind))
    cells = [cell_of(fact.of(membership)) for fact in (first, *rest)]
    for fact, cell in zip((first, *rest), cells, strict=True):
        if isinstance(cell, str):
            _check(cell, f"{membership.member.id!r}, {fact.path}")
    return [cells[0], kind, *cells[1:]]


def _check(text: str, place: str) -> None:
    """Refuse what would break a line of the sheet, or could not be read back."""
    if any(letter < " " or letter in "\x7f\ufffe\uffff" or "\ud800" <= letter <= "\udfff" for letter in text):
        raise BadSheet(
            Text(
                f"{text[:40]!r} contient un caractère qu'aucune cellule ne peut contenir",
                f"{text[:40]!r} holds a character that no cell can hold",
            ),
            Text("le retirer", "remove it"),
            place=place,
        )
    if len(text) >= LONGEST_CELL:
        raise BadSheet(
            Text(
                f"un texte a plus de {LONGEST_CELL - 1} caractères",
                f"a text has more than {LONGEST_CELL - 1} characters",
            ),
            Text("le raccourcir", "shorten it"),
            place=place,
        )


def _csv_cell(cell: Cell) -> str:
    if isinstance(cell, Void):
        return cell.value
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else guarded(cell, untyped=True)


def _workbook(table: Table) -> bytes:
    library = workbook_library()
    book = library.Workbook()
    sheet = book.active
    sheet.title = _SHEET
    sheet.freeze_panes = "A2"
    for line, row in enumerate(table, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                _fill(sheet.cell(line, column), value)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(cell: Any, value: str | date | Void) -> None:
    if isinstance(value, date) and value >= _FIRST_REAL_DAY:
        cell.value = value
        cell.number_format = "DD/MM/YYYY"
        return
    cell.value = value.value if isinstance(value, Void) else guarded(str(value), untyped=False)
    # Whatever it looks like, it is a text: no formula, no error, no number.
    cell.data_type = "s"
    cell.number_format = "@"
