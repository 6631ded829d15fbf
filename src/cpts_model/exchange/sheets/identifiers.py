"""Identifiers of members: made of the RPPS number, or else of the name, and never given twice."""

from cpts_model.exchange.sheets.grid import GridRow
from cpts_model.exchange.sheets.names import slug
from cpts_model.exchange.sheets.own import told_identifiers
from cpts_model.exchange.sheets.roles import Role
from cpts_model.exchange.sheets.row_people import Told
from cpts_model.exchange.sheets.sight import Sight


class Identifiers:
    """The identifiers given so far in a sheet."""

    def __init__(self, sight: Sight, body: list[GridRow]) -> None:
        self._sight = sight
        self._lines: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._reserved = told_identifiers(sight, body)

    def made(self, row: GridRow, told: Told) -> str:
        """An identifier for a row that brings none. One that another row has too is numbered, with a doubt."""
        base = f"rpps-{told.rpps}" if told.rpps else slug(told.name) or f"membre-{row.line}"
        if base not in self._lines and base not in self._reserved:
            self._lines[base] = row.line
            return base
        number = self._numbers.get(base, 2)
        while f"{base}-{number}" in self._lines or f"{base}-{number}" in self._reserved:
            number += 1
        self._numbers[base] = number + 1
        identifier = f"{base}-{number}"
        self._lines[identifier] = row.line
        line = self._lines.get(base) or self._reserved[base]
        if told.rpps:
            role = Role.RPPS if self._sight.has(Role.RPPS) else Role.RPPS_OR_ADELI
            self._sight.doubt("rpps-again", row, role, other_line=line, id=identifier)
        else:
            self._sight.notes.doubt(
                "homonym", row.line, told.index, told.name, other_line=line, id=identifier
            )
        return identifier
