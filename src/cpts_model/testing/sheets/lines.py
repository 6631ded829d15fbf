"""The line of one member: its cells, what it tells in truth, and what it leaves open."""

import attrs

from cpts_model.testing.sheets.hand import Hand, Written
from cpts_model.testing.sheets.kinds import Column, Dirt
from cpts_model.testing.sheets.layouts import PAID, UNPAID
from cpts_model.testing.sheets.people import Somebody
from cpts_model.testing.sheets.truth import SheetMember

_MAY_BE_MISSING = {Column.PROFESSION, Column.RPPS, Column.JOINED, Column.LEFT, Column.FEE, Column.PHONE}
_FACTS = {
    Column.PROFESSION: "profession",
    Column.RPPS: "rpps",
    Column.JOINED: "joined",
    Column.LEFT: "left",
    Column.FEE: "fee",
    Column.FEE_PAID_ON: "fee_paid_on",
}
"""The fact of the truth that each column tells."""


@attrs.define(slots=True)
class Line:
    """A line as it was written."""

    who: Somebody
    cells: dict[Column, Written]
    counts: bool = True
    """Whether it tells of a member."""

    def truth(self, line: int) -> SheetMember:
        """What it tells, as a line of the file."""
        told = {
            fact: getattr(self.who, fact)
            for column, fact in _FACTS.items()
            if column in self.cells and self.cells[column].tells
        }
        substitute = self.who.substitute and "profession" in told
        if not self.who.has_rpps:
            told.pop("rpps", None)
        return SheetMember(
            line=line,
            person=self.who.person,
            surname=self.who.surname,
            first_name=self.who.first_name,
            substitute=substitute,
            **told,
        )


def write_line(hand: Hand, columns: tuple[Column, ...], who: Somebody) -> Line:
    """Write the line of somebody."""
    paid = Column.STATUS not in columns or not hand.slips(Dirt.UNPAID_ORDERS)
    cells: dict[Column, Written] = {}
    for column in columns:
        if column is Column.STATUS:
            cells[column] = Written(hand.words(PAID if paid else hand.one_of(UNPAID)))
        elif column in _MAY_BE_MISSING and hand.slips(Dirt.MISSING_CELLS):
            cells[column] = hand.nothing()
        else:
            cells[column] = _cell(hand, column, who)
    return Line(who, cells, paid)


def _cell(hand: Hand, column: Column, who: Somebody) -> Written:
    match column:
        case Column.NAME:
            return hand.whole_name(who.surname, who.first_name)
        case Column.OWN_NAME:
            return Written(hand.words(f"{who.first_name} {who.surname}"))
        case Column.SURNAME:
            return Written(hand.words(who.surname))
        case Column.FIRST_NAME:
            return Written(hand.words(who.first_name))
        case Column.PROFESSION:
            return hand.profession(who.profession, who.substitute)
        case Column.RPPS:
            return hand.rpps(who.rpps) if who.has_rpps else Written(None)
        case Column.JOINED:
            return Written(None) if who.joined is None else hand.day(who.joined)
        case Column.LEFT:
            return Written(None) if who.left is None else hand.day(who.left)
        case Column.FEE_PAID_ON:
            return hand.day(who.fee_paid_on)
        case Column.FEE:
            return Written(None) if who.fee is None else hand.amount(who.fee)
        case _:
            return _other_cell(hand, column, who)


def _other_cell(hand: Hand, column: Column, who: Somebody) -> Written:
    match column:
        case Column.IDENTIFIER:
            return Written(f"membre-{who.person}")
        case Column.NATURE:
            return Written("professionnel")
        case Column.ORDER:
            return Written(str(1001 + who.person))
        case Column.PAYER:
            return Written(hand.words("Cabinet Inventé"))
        case Column.EMAIL:
            return Written(hand.spaced(who.email))
        case _:
            return Written(f"+3361234{who.person:04}" if hand.slips(Dirt.FORMULA_LIKE) else None)
