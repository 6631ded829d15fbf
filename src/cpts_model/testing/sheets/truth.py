"""A file, and what a careful person reads in it."""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Literal

import attrs

from cpts_model.engine.text import Text
from cpts_model.facts.professions import Profession
from cpts_model.testing.sheets.kinds import Column, Dirt, Layout

Value = str | date | int | None
"""What stands in a cell."""


@attrs.frozen(slots=True, kw_only=True, repr=False)
class SheetMember:
    """What one line tells of a member, all of them invented; ``None`` for what it does not tell.

    Names stand here as they were before they were written: compare them without case and
    accents. A word of a profession that leaves several open tells none.
    """

    line: int
    """The line of the file, from 1."""
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


@attrs.frozen(slots=True, kw_only=True)
class MemberSheet:
    """A list of members: the bytes of its file, and the truth of it."""

    content: bytes = attrs.field(repr=False)
    suffix: Literal["csv", "xlsx"]
    layout: Layout
    columns: tuple[Column, ...] = attrs.field(repr=False)
    rows: tuple[tuple[Value, ...], ...]
    """Every line of the file, cell by cell, before it was encoded."""
    members: tuple[SheetMember, ...]
    """Line by line. Lines of the file that are not here tell of no member."""
    doubts: tuple[OpenCell, ...] = ()
    dirt: frozenset[Dirt] = frozenset()
    """The kinds of dirt that are really in it."""

    def cell(self, line: int, column: Column) -> str:
        """The name of a cell: ``B3``.

        Raises:
            ValueError: the sheet has no such column.
        """
        return cell_name(line, self.columns.index(column))


def cell_name(line: int, index: int) -> str:
    """A cell as spreadsheets name it; columns are counted from 0, up to the 26th."""
    return f"{chr(ord('A') + index)}{line}"


def _short(value: object) -> str:
    return str(value) if isinstance(value, Enum) else repr(value)
