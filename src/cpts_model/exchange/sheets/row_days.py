"""The days of the rows: read in the order asked for, and left unknown in a column that contradicts it."""

from datetime import date

import attrs

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.sheets.cells import is_blank, is_error, is_formula, is_none
from cpts_model.exchange.sheets.days import DayRead, read_day
from cpts_model.exchange.sheets.grid import GridRow, Void
from cpts_model.exchange.sheets.roles import Role
from cpts_model.exchange.sheets.sight import Sight

DAY_ROLES = (Role.JOINED, Role.LEFT, Role.ENDED, Role.ADMITTED, Role.FEE_DATE, Role.ORDER_DATE)


@attrs.define(slots=True)
class Days:
    """The days of a sheet's columns."""

    sight: Sight
    contested: frozenset[int] = frozenset()
    """The columns of which a day only makes sense in the order that was not asked for; and, beside one
    of them, those of which no day shows the order."""
    styles: dict[str, None] = attrs.Factory(dict)

    def look_over(self, body: list[GridRow], extra: list[int]) -> None:
        """Look for columns of both orders, before any of their days is read."""
        indexes = [self.sight.places[role] for role in DAY_ROLES if self.sight.has(role)] + extra
        read = {index: [self._read(row, index) for row in body] for index in indexes}
        contested = set()
        for index, days in read.items():
            if any(day.other_way for day in days):
                contested.add(index)
                header = self.sight.columns[index].header
                self.sight.notes.doubt(
                    "column-orders", self.sight.header_line, index, header, other=not self.sight.day_first
                )
        if contested:  # whoever wrote one column in that order may have written the others so
            contested |= {index for index, days in read.items() if not any(day.this_way for day in days)}
        self.contested = frozenset(contested)

    def at(self, row: GridRow, role: Role) -> date | Unknown:
        """The day a row tells in the column of a role."""
        return self.in_column(row, self.sight.places[role]) if self.sight.has(role) else UNKNOWN

    def or_none(self, row: GridRow, role: Role) -> date | None | Unknown:
        """The same, where a cell may say that there is none."""
        if self.sight.has(role) and is_none(row.text(self.sight.places[role])):
            return None
        return self.at(row, role)

    def in_column(self, row: GridRow, index: int) -> date | Unknown:
        """The day a row tells in a column; a cell that tells none is a doubt, unless it is blank."""
        value, text = row.value(index), row.text(index)
        if value is None or (isinstance(value, str) and is_blank(text)):
            return UNKNOWN
        if value is Void.FORMULA or is_formula(text) or is_error(text):
            self.sight.notes.doubt("day-error" if is_error(text) else "formula", row.line, index, text)
            return UNKNOWN
        found = self._read(row, index)
        if found.problem is not None or found.day is None:
            self.sight.notes.doubt(found.problem or "day-none", row.line, index, text)
            return UNKNOWN
        if found.other_way:
            self.sight.notes.doubt(
                "day-other-way", row.line, index, text, day=found.day.isoformat(), other=not self.sight.day_first
            )  # fmt: skip
            return UNKNOWN
        if found.either is not None and index in self.contested:
            one, other = sorted(found.either)
            self.sight.notes.doubt(
                "day-either", row.line, index, text, one=one.isoformat(), other=other.isoformat()
            )
            return UNKNOWN
        if found.style is not None:
            self.styles[found.style] = None
        return found.day

    def is_day(self, row: GridRow, index: int) -> bool:
        """Whether a cell that may hold something else holds a day."""
        if isinstance(row.value(index), int | float):
            return False
        return self._read(row, index).day is not None

    def _read(self, row: GridRow, index: int) -> DayRead:
        return read_day(row.value(index), day_first=self.sight.day_first, epoch=self.sight.grid.epoch)
