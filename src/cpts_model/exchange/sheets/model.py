"""What a sheet of members was read as: its columns, its rows, and everything that is in doubt."""

from datetime import date
from enum import Enum

import attrs

from cpts_model.engine.text import Text
from cpts_model.exchange.sheets.roles import Role
from cpts_model.facts.memberships import Membership


class How(Enum):
    """How a column came to be taken for what it was taken for."""

    HEADER = "header"
    CONTENTS = "contents"
    UNUSED = "unused"

    @property
    def label(self) -> Text:
        """The way, in words."""
        return _HOW[self]


_HOW = {
    How.HEADER: Text("par son en-tête", "by its header"),
    How.CONTENTS: Text("par son contenu", "by its contents"),
    How.UNUSED: Text("non utilisée", "not used"),
}


@attrs.frozen(slots=True, kw_only=True)
class SheetColumn:
    """A column, and what it was taken for: nothing, where ``role`` is ``None``.

    ``fact`` is the path of the fact in a sheet of this library (``joined_on``,
    ``member.rpps``), whose columns hold one fact each.
    """

    letter: str
    header: str
    role: Role | None = None
    how: How = How.UNUSED
    fact: str | None = None
    year: int | None = None
    """The year that the header names: « Cotisation 2024 »."""

    @property
    def kept(self) -> bool:
        """Whether its cells become facts; the others only help to read, to find doubles, or do nothing."""
        return self.fact is not None or (self.role is not None and self.role.kept)


@attrs.frozen(slots=True, kw_only=True)
class Remark:
    """Something about one place of a sheet: where, what stands there, why, and what would mend it."""

    sheet: str | None
    cell: str | None
    """The cell as spreadsheets name it (``B7``); ``None`` for a whole row."""
    line: int
    text: str
    """What stands in the cell, shortened."""
    code: str
    """A word that names the kind of remark, the same from one version to the next."""
    why: Text
    mend: Text

    @property
    def place(self) -> str:
        """Where it is: ``Feuil1!B7``, or the line where it is about a whole row."""
        there = self.cell or f"{self.line}:{self.line}"
        return there if self.sheet is None else f"{self.sheet}!{there}"

    def __str__(self) -> str:
        return f"{self.place}: {self.why.en}; {self.mend.en}"


@attrs.frozen(slots=True, kw_only=True)
class Doubt(Remark):
    """What the sheet leaves open. The fact it would tell is left unknown unless ``why`` says otherwise."""


@attrs.frozen(slots=True, kw_only=True)
class SheetFault(Remark):
    """A row that was not read as a membership, and why."""


@attrs.frozen(slots=True, kw_only=True)
class Double:
    """Two rows that may be of one person, and on what ground. Nothing was merged."""

    sheet: str | None
    lines: tuple[int, int]
    names: tuple[str, str]
    why: tuple[Text, ...]


@attrs.frozen(slots=True, kw_only=True)
class SheetRow:
    """A row that tells of a member: its line, its cells as they stand, and what was read.

    ``membership`` is ``None`` where the sheet itself says that the row does not count, such
    as an order that was refunded; a doubt says which.
    """

    line: int
    membership: Membership | None
    cells: tuple[str, ...]
    told_id: bool = False
    """Whether the sheet gave the identifier; otherwise it was made from the RPPS number or the name."""


@attrs.frozen(slots=True, kw_only=True)
class Dialect:
    """How the file is written."""

    format: str
    header_line: int
    sheet: str | None = None
    other_sheets: tuple[str, ...] = ()
    separator: str | None = None
    encoding: str | None = None
    date_styles: tuple[str, ...] = ()
    """The ways of writing days met, such as ``d/m/yyyy`` and ``yyyy-mm-dd``."""
    day_first: bool = True


@attrs.frozen(slots=True, kw_only=True)
class MemberSheet:
    """A list of members as it was read. What it leaves open is in ``doubts``, and is no fact."""

    dialect: Dialect
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]
    doubts: tuple[Doubt, ...] = ()
    faults: tuple[SheetFault, ...] = ()
    doubles: tuple[Double, ...] = ()
    campaign: str | None = None
    """The name of the file of a HelloAsso export: one file is one campaign. Only shown."""
    source: str | None = None
    listed_on: date | None = None

    @property
    def memberships(self) -> tuple[Membership, ...]:
        """The memberships read, in the order of the rows."""
        return tuple(row.membership for row in self.rows if row.membership is not None)
