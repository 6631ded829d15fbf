"""A list while it is filled in, from the titles down to the totals."""

from cpts_model.engine.text import Text
from cpts_model.testing.sheets.hand import Hand
from cpts_model.testing.sheets.kinds import Column, Dirt
from cpts_model.testing.sheets.lines import Line
from cpts_model.testing.sheets.truth import OpenCell, SheetMember, Value, cell_name

_TITLES = ("CPTS inventée", "Liste des adhérents", "Mise à jour : 31/12/2024", "Membres 2024")
_TOTALS = ("Total", "Total : {count} adhérents", "Nombre d'adhérents : {count}", "TOTAL MEMBRES")
_NAMESAKE = Text("rien ne dit si c'est la même personne", "nothing says whether they are one person")


class Page:
    """The lines written so far, and the truth of them."""

    def __init__(self, hand: Hand, columns: tuple[Column, ...]) -> None:
        self._hand = hand
        self._columns = columns
        self.rows: list[tuple[Value, ...]] = []
        self.members: list[SheetMember] = []
        self.doubts: list[OpenCell] = []

    def begin(self, headings: tuple[str, ...]) -> None:
        """Write the titles and the headings."""
        while len(self.rows) < len(_TITLES) and self._hand.slips(Dirt.TITLE_ROWS):
            self._write(_TITLES[len(self.rows)])
        self._write(*map(self._hand.words, headings))

    def add(self, line: Line) -> None:
        """Write the line of somebody."""
        if self._hand.slips(Dirt.EMPTY_ROWS):
            self._write()
        self._write(*(line.cells[column].value for column in self._columns))
        if not line.counts:
            return
        told = line.truth(len(self.rows))
        for column, cell in line.cells.items():
            if cell.open is not None:
                self._leave_open(column, cell.open)
        if self._has_a_namesake(told):
            self._leave_open(Column.NAME if Column.NAME in self._columns else Column.SURNAME, _NAMESAKE)
        self.members.append(told)
        if told.substitute:
            self._hand.left.add(Dirt.SUBSTITUTES)

    def end(self) -> None:
        """Write the total."""
        if self._hand.slips(Dirt.TOTAL_ROW):
            self._write(self._hand.one_of(_TOTALS).format(count=len(self.members)))

    def _write(self, *cells: Value) -> None:
        empty = (None,) * (len(self._columns) - len(cells))
        self.rows.append((*cells, *empty))

    def _leave_open(self, column: Column, why: Text) -> None:
        index, line = self._columns.index(column), len(self.rows)
        text = str(self.rows[-1][index])
        self.doubts.append(
            OpenCell(line=line, cell=cell_name(line, index), column=column, text=text, why=why)
        )

    def _has_a_namesake(self, told: SheetMember) -> bool:
        """Whether an earlier line is of somebody of the same name, and nothing says if it is they."""
        return any(one.name == told.name and not self._told_apart(one, told) for one in self.members)

    def _told_apart(self, one: SheetMember, other: SheetMember) -> bool:
        if Column.IDENTIFIER in self._columns or (one.rpps is not None and other.rpps is not None):
            return True
        return Column.EMAIL in self._columns and one.person == other.person
