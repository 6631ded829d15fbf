"""The fee of a row: told by a word, an amount, a day, a column for each year, or an order that was paid."""

from collections.abc import Sequence
from decimal import Decimal

import attrs

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.sheets.cells import amount_in, paid_or_not, word, year_in, yes_or_no
from cpts_model.exchange.sheets.grid import GridRow
from cpts_model.exchange.sheets.roles import Role
from cpts_model.exchange.sheets.row_days import Days
from cpts_model.exchange.sheets.sight import Sight
from cpts_model.facts.memberships import FeePayment

_SAYS_PAID = frozenset(["paye", "payee", "payes", "regle", "reglee", "verse", "versee", "acquittee", "paid"])
_VALID = frozenset(
    [
        "valide",
        "validee",
        "paye",
        "payee",
        "paid",
        "valid",
        "processed",
        "authorized",
        "autorise",
        "autorisee",
    ]
)


@attrs.frozen(slots=True, kw_only=True)
class FeesRead:
    """What a row tells of fees: one by one, or whether they are paid."""

    fees: tuple[FeePayment, ...] | Unknown = UNKNOWN
    fee_paid: bool | Unknown = UNKNOWN


@attrs.define(slots=True)
class _Told:
    """What the cells say of one fee."""

    paid: bool | None = None
    amount: Decimal | None = None
    payment: FeePayment = attrs.Factory(FeePayment)


def is_order(sight: Sight) -> bool:
    """Whether the sheet lists orders, as a HelloAsso export does."""
    return sight.has(Role.ORDER, Role.ORDER_DATE, Role.ORDER_STATUS)


def order_counts(sight: Sight, row: GridRow) -> bool:
    """Whether the row's order was paid, as far as the sheet says. One that was not is a doubt."""
    if not sight.has(Role.ORDER_STATUS):
        return True
    status = sight.told(row, Role.ORDER_STATUS)
    if status is not None and word(status) in _VALID:
        return True
    sight.doubt("order-not-paid", row, Role.ORDER_STATUS)
    return False


def read_fees(sight: Sight, days: Days, row: GridRow) -> FeesRead:
    """What a row tells of fees."""
    yearly = [
        (index, column.year)
        for index, column in enumerate(sight.columns)
        if column.year is not None and column.role in (Role.FEE, Role.FEE_PAID)
    ]
    told = [_of_column(sight, days, row, index, year) for index, year in yearly]
    told.append(_of_order(sight, days, row) if is_order(sight) else _of_columns(sight, days, row))
    payments = tuple(one.payment for one in told if one.paid and one.payment != FeePayment())
    if payments:
        return FeesRead(fees=payments)
    answers = {one.paid for one in told if one.paid is not None}
    return FeesRead(fee_paid=answers.pop()) if len(answers) == 1 else FeesRead()


def _of_order(sight: Sight, days: Days, row: GridRow) -> _Told:
    if not sight.has(Role.ORDER_STATUS):
        return _Told()
    amount = _amount(sight, row, Role.TARIFF_AMOUNT if sight.has(Role.TARIFF_AMOUNT) else Role.FEE_AMOUNT)
    payment = FeePayment(
        paid_on=days.at(row, Role.ORDER_DATE),
        amount=UNKNOWN if amount is None else amount,
        for_year=_year(sight, row),
    )
    return _Told(True, amount, payment)


def _of_columns(sight: Sight, days: Days, row: GridRow) -> _Told:
    """The fee that several columns tell of together."""
    told = _Told()
    if sight.has(Role.FEE):
        told = _of_column(sight, days, row, sight.places[Role.FEE], None)
    answer = _answer(sight, row)
    amount = _amount(sight, row, Role.FEE_AMOUNT)
    paid_on = days.at(row, Role.FEE_DATE)
    day_told = not isinstance(paid_on, Unknown) or not isinstance(told.payment.paid_on, Unknown)
    refused = answer is False or told.paid is False
    if refused:
        # An amount beside a "no" is what is due, a day is not.
        if day_told or (answer is not told.paid and None not in (answer, told.paid) and told.amount is None):
            place = Role.FEE_PAID if answer is False else Role.FEE
            sight.doubt("fee-contradicts", row, place)
            return _Told()
        if _year(sight, row) is not None:
            sight.notes.doubt(
                "fee-of-year",
                sight.header_line,
                sight.places[Role.YEAR],
                sight.columns[sight.places[Role.YEAR]].header,
            )
            return _Told()
        return _Told(False)
    if amount == 0:
        sight.doubt("fee-zero", row, Role.FEE_AMOUNT)
        amount = None
    worded = told.paid is True and told.amount is None
    confirmed = answer is True or worded or day_told
    # Beside a column that says who paid, an amount alone may be what is due.
    if not confirmed and (
        sight.has(Role.FEE_PAID, Role.FEE_DATE) or (amount is None and told.amount is None)
    ):
        return _Told()
    payment = attrs.evolve(
        told.payment,
        amount=told.payment.amount if amount is None else amount,
        paid_on=told.payment.paid_on if isinstance(paid_on, Unknown) else paid_on,
        for_year=_year(sight, row),
    )
    return _Told(True, amount, payment)


def _of_column(sight: Sight, days: Days, row: GridRow, index: int, year: int | None) -> _Told:
    """The fee that one cell tells of."""
    of_year = FeePayment() if year is None else FeePayment(for_year=year)
    if days.is_day(row, index):
        day = days.in_column(row, index)
        return (
            _Told(True, None, attrs.evolve(of_year, paid_on=day)) if not isinstance(day, Unknown) else _Told()
        )
    text = sight.told_at(row, index)
    if text is None:
        return _Told()
    answer = paid_or_not(text)
    if answer is False and year is not None:
        sight.notes.doubt("fee-of-year", sight.header_line, index, sight.columns[index].header)
        return _Told()
    if answer is not None:
        return _Told(answer, None, of_year)
    amount = amount_in(text)
    if amount is None or year_in(text) is not None:  # « 2024 » is a year
        sight.notes.doubt("fee-unread", row.line, index, text)
        return _Told()
    if amount < 2:
        sight.notes.doubt("fee-zero" if amount == 0 else "fee-unread", row.line, index, text)
        return _Told()
    return _Told(True, amount, attrs.evolve(of_year, amount=amount))


def amounts_unconfirmed(sight: Sight, body: Sequence[GridRow]) -> list[int]:
    """The columns of amounts that are read as paid although no header and no column says so."""
    if is_order(sight) or sight.has(Role.FEE_PAID, Role.FEE_DATE):
        return []
    columns = [
        index
        for index, column in enumerate(sight.columns)
        if column.role in (Role.FEE, Role.FEE_AMOUNT) and not _SAYS_PAID & set(word(column.header).split())
    ]
    return [index for index in columns if any(amount_in(row.text(index)) is not None for row in body)]


def _answer(sight: Sight, row: GridRow) -> bool | None:
    text = sight.told(row, Role.FEE_PAID)
    if text is None:
        return None
    answer = paid_or_not(text)
    answer = yes_or_no(text) if answer is None else answer
    if answer is None:
        sight.doubt("answer-other", row, Role.FEE_PAID)
    return answer


def _amount(sight: Sight, row: GridRow, role: Role) -> Decimal | None:
    text = sight.told(row, role)
    if text is None:
        return None
    amount = amount_in(text)
    if amount is None:
        sight.doubt("fee-unread", row, role)
    return amount


def _year(sight: Sight, row: GridRow) -> int | None:
    text = sight.told(row, Role.YEAR)
    if text is None:
        return None
    year = year_in(text)
    if year is None:
        sight.doubt("year-unread", row, Role.YEAR)
    return year
