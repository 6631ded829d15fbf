"""What a reader of rows sees: the sheet, what its columns are, and where to note its doubts."""

from collections.abc import Callable
from datetime import date

import attrs

from cpts_model.exchange.sheets.cells import clean, is_blank, is_error, is_formula
from cpts_model.exchange.sheets.grid import Grid, GridRow, Void
from cpts_model.exchange.sheets.model import SheetColumn
from cpts_model.exchange.sheets.roles import Role
from cpts_model.exchange.sheets.says import Notes

_LONGEST_TEXT = 300


@attrs.frozen(slots=True, kw_only=True)
class Sight:
    """A sheet and its columns, as the readers of a row need them."""

    grid: Grid
    header_line: int
    columns: tuple[SheetColumn, ...]
    notes: Notes
    day_first: bool
    listed_on: date | None
    places: dict[Role, int]
    """The first column of each role that names no year."""

    def has(self, *roles: Role) -> bool:
        """Whether a column was taken for one of these."""
        return any(role in self.places for role in roles)

    def told(self, row: GridRow, role: Role, *, blank: Callable[[str], bool] = is_blank) -> str | None:
        """The cell of a role, cleaned; ``None`` where it tells nothing. An error is a doubt."""
        if role not in self.places:
            return None
        return self.told_at(row, self.places[role], blank=blank)

    def told_at(self, row: GridRow, index: int, *, blank: Callable[[str], bool] = is_blank) -> str | None:
        """The cell of a column, as :meth:`told` gives that of a role."""
        value, text = row.value(index), row.text(index)
        if value is None or (isinstance(value, str) and blank(text)):
            return None
        problem = (
            "formula" if value is Void.FORMULA or is_formula(text) else "error" if is_error(text) else None
        )
        if problem is None and len(text) > _LONGEST_TEXT:
            problem = "text-long"
        if problem is not None:
            self.notes.doubt(problem, row.line, index, text)
            return None
        return clean(text)

    def doubt(self, code: str, row: GridRow, role: Role, **words: object) -> None:
        """Note a doubt on the cell of a role."""
        index = self.places[role]
        self.notes.doubt(code, row.line, index, row.text(index), **words)


def sight_of(
    grid: Grid,
    header_line: int,
    columns: tuple[SheetColumn, ...],
    notes: Notes,
    *,
    day_first: bool,
    listed_on: date | None,
) -> Sight:
    """What the readers of rows need of a sheet."""
    places: dict[Role, int] = {}
    for index, column in enumerate(columns):
        if column.role is not None and column.year is None:
            places.setdefault(column.role, index)
    return Sight(
        grid=grid,
        header_line=header_line,
        columns=columns,
        notes=notes,
        day_first=day_first,
        listed_on=listed_on,
        places=places,
    )
