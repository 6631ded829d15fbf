"""A file, and what a careful person reads in it."""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Literal, Protocol

import attrs

from cpts_model.engine.text import Text
from cpts_model.facts.professions import Profession
from cpts_model.facts.representation import Printer
from cpts_model.testing.sheets.kinds import Column, Dirt, Layout

Value = str | date | int | None
"""What stands in a cell."""


class _LinePrinter(Printer, Protocol):
    def break_(self) -> None:
        """Begin a line."""


@attrs.frozen(slots=True, kw_only=True, repr=False)
class SheetMember:
    """What one line tells of a member, all of them invented; ``None`` for what it does not tell.

    ``line`` is that of the file, counted from 1, titles and headings too. ``person`` is whose line
    it is: two lines of one number are of one person, others never are.

    Names stand here as they were before they were written: compare them without case and
    accents. A word of a profession that leaves several open tells none.
    """

    line: int
    """The line of the file, counted from 1, titles and headings too."""
    person: int
    """Whose line it is: two lines of one number are of one person, others never are."""
    surname: str
    first_name: str
    profession: Profession | None = None
    substitute: bool = False
    """Whether the line says that they are a substitute; where it does not, they may be one."""
    rpps: str | None = None
    joined: date | None = None
    left: date | None = None
    """The first day they are no member."""
    fee: Decimal | None = None
    """What they paid, in euros."""
    fee_paid_on: date | None = None

    @property
    def name(self) -> str:
        """First name and surname."""
        return f"{self.first_name} {self.surname}"

    def __repr__(self) -> str:
        told = attrs.asdict(self, filter=lambda _, value: value is not None and value is not False)
        return f"SheetMember({', '.join(f'{fact}={_short(value)}' for fact, value in told.items())})"


@attrs.frozen(slots=True, kw_only=True)
class OpenCell:
    """A cell that a careful person could not settle: whoever reads a value out of it guesses."""

    line: int
    cell: str
    """As spreadsheets name it: ``B3``."""
    column: Column
    text: str
    why: Text


@attrs.frozen(slots=True, kw_only=True, repr=False)
class MemberSheet:
    """A list of members: the bytes of its file (``content``), and the truth of it.

    ``members`` is what must be read in it, line by line; ``doubts`` are the cells in which nothing
    must be read, since a careful person would ask; ``dirt`` is what makes it hard.
    """

    content: bytes
    """The file, as it is read from a disk."""
    suffix: Literal["csv", "xlsx"]
    layout: Layout
    columns: tuple[Column, ...]
    """What each column holds, from the first to the last."""
    rows: tuple[tuple[Value, ...], ...]
    """Every line of the file, cell by cell, before it was encoded."""
    members: tuple[SheetMember, ...]
    """Line by line. Lines of the file that are not here tell of no member."""
    doubts: tuple[OpenCell, ...] = ()
    """The cells that leave open what they tell, in the order of lines: to be asked about, not read."""
    dirt: frozenset[Dirt] = frozenset()
    """The kinds of dirt that are really in it."""

    def cell(self, line: int, column: Column) -> str:
        """The name of a cell: ``B3``.

        Raises:
            ValueError: the sheet has no such column.
        """
        return cell_name(line, self.columns.index(column))

    def __repr__(self) -> str:
        return "\n    ".join(["MemberSheet(", *self._told()]) + "\n)"

    def _repr_pretty_(self, printer: _LinePrinter, cycle: bool) -> None:
        with printer.group(4, "MemberSheet(", ""):
            for line in self._told():
                printer.break_()
                printer.text(line)
        printer.break_()
        printer.text(")")

    def _told(self) -> list[str]:
        """The lines of the file, the members and the doubts, in words."""
        kinds = [self.layout, *(kind for kind in Dirt if kind in self.dirt)]
        return [
            f"{self.suffix}, {', '.join(map(str, kinds))}",
            *(f"line {number}: {line}" for number, line in enumerate(self._lines(), 1)),
            *map(repr, self.members),
            *(f"doubt: {doubt.cell} {doubt.text!r}, {doubt.why.en}" for doubt in self.doubts),
        ]

    def _lines(self) -> list[str]:
        if self.suffix == "xlsx":
            return [", ".join(map(_short, row)) for row in self.rows]
        try:
            text = self.content.decode()
        except UnicodeDecodeError:
            text = self.content.decode("cp1252", "replace")
        return [repr(line) for line in text.splitlines()]


def cell_name(line: int, index: int) -> str:
    """A cell as spreadsheets name it; columns are counted from 0, up to the 26th."""
    return f"{chr(ord('A') + index)}{line}"


def _short(value: object) -> str:
    return str(value) if isinstance(value, Enum) else repr(value).removeprefix("datetime.")
