"""A sheet as rows of cells, whatever file it came from."""

import re
from datetime import date, datetime, time, timedelta
from enum import Enum

import attrs

from cpts_model.exchange.sheets.guard import NOTHING, unguarded

LONGEST_CELL = 32_767
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CELLS = 400_000
"""Beyond, reading would keep whoever offers the file waiting for minutes; no list of members comes near."""
_TEXT_FORMULA = re.compile(r'="([^"]*)"')


class Void(Enum):
    """What a cell may hold that is neither empty nor a value."""

    FORMULA = "=…"
    """A formula that was saved without its result."""
    NOTHING = NOTHING
    """A fact that is known to be absent, in a cell to write."""


Value = str | int | float | date | time | timedelta | Void | None
"""What a cell holds; a ``datetime`` is a ``date``, a truth value an ``int``."""


@attrs.frozen(slots=True)
class GridRow:
    """A row: its number, from 1, and its cells."""

    line: int
    cells: tuple[Value, ...]

    def value(self, index: int) -> Value:
        """The cell of a column, from 0; ``None`` past the end."""
        return self.cells[index] if index < len(self.cells) else None

    def text(self, index: int) -> str:
        """The cell of a column as it would be read aloud."""
        return text_of(self.value(index))

    @property
    def texts(self) -> tuple[str, ...]:
        """All its cells as texts."""
        return tuple(map(text_of, self.cells))

    @property
    def blank(self) -> bool:
        """Whether no cell of it holds anything."""
        return not any(text.strip() for text in self.texts)


@attrs.frozen(slots=True, kw_only=True)
class Grid:
    """A sheet: where it came from, and its rows."""

    format: str
    rows: tuple[GridRow, ...]
    sheet: str | None = None
    other_sheets: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    """The other sheets that name people too, where none was asked for."""
    separator: str | None = None
    encoding: str | None = None
    epoch: date | None = None
    """The day that a workbook counts days from; ``None`` where a count of days cannot be trusted."""

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max((len(row.cells) for row in self.rows), default=0)


def letter_of(index: int) -> str:
    """The letters of a column, from 0: ``A``, ``Z``, ``AA``."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def text_of(value: Value) -> str:
    """A cell as text: whole numbers without a point, days in figures, texts without their guard."""
    match value:
        case None:
            return ""
        case Void():
            return value.value
        case str():
            wrapped = _TEXT_FORMULA.fullmatch(value.strip())
            return wrapped[1] if wrapped else unguarded(value)
        case bool():
            return "oui" if value else "non"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 2**53 else str(value)
        case datetime():
            midnight = value.time() == time(0)
            return value.date().isoformat() if midnight else value.isoformat(" ")
        case date():
            return value.isoformat()
        case _:
            return str(value)
