"""Whether what one person was paid in a year comes to more than an amount, and what keeps that open."""

from datetime import date
from decimal import Decimal

import pytest

from cpts_model import UNKNOWN, OpenQuestion, Payment, Text, UnknownFact
from cpts_model.engine.unknown import NotSettled
from cpts_model.facts.payments import YearOfPayments

SILENT = OpenQuestion(Text("le texte se tait", "the text is silent"))
UNTOLD = UnknownFact()
LIMIT = Decimal(100)

Counts = bool | NotSettled


def paid(amount: int, counts: Counts) -> tuple[Payment, Counts]:
    return Payment(beneficiary="agathe", paid_on=date(2025, 5, 5), amount=Decimal(amount)), counts


def paid_some_day(amount: int, counts: Counts) -> tuple[Payment, Counts]:
    return Payment(beneficiary="agathe", paid_on=UNKNOWN, amount=Decimal(amount)), counts


def exceeds(dated: list[tuple[Payment, Counts]], undated: list[tuple[Payment, Counts]]) -> bool:
    answers = {id(payment): counts for payment, counts in (*dated, *undated)}

    def counts(payment: Payment) -> bool:
        answer = answers[id(payment)]
        if isinstance(answer, NotSettled):
            raise answer
        return answer

    year = YearOfPayments(
        beneficiary="agathe",
        year=2025,
        payments=tuple(payment for payment, _ in dated),
        undated=tuple(payment for payment, _ in undated),
    )
    return year.exceeds(LIMIT, counts)


@pytest.mark.parametrize(
    ("dated", "undated", "doubt"),
    [
        # Of two doubts about payments of known day, the fact that can be told.
        ([paid(80, UNTOLD), paid(80, SILENT)], [], UnknownFact),
        ([paid(80, SILENT), paid(80, UNTOLD)], [], UnknownFact),
        ([paid(80, SILENT), paid(80, SILENT)], [], OpenQuestion),
        # What is open of a payment of unknown day is a doubt too.
        ([paid(80, True)], [paid_some_day(80, SILENT)], OpenQuestion),
        ([paid(80, SILENT)], [paid_some_day(80, UNTOLD)], UnknownFact),
        # A payment that surely counts, if it is of this year: its day can be told.
        ([paid(80, True)], [paid_some_day(80, True)], UnknownFact),
        ([paid(80, SILENT)], [paid_some_day(80, True)], UnknownFact),
    ],
    ids=[
        "told first",
        "told last",
        "silent",
        "undated and silent",
        "undated and untold",
        "undated",
        "either",
    ],
)
def test_what_can_be_told_is_asked_for_before_a_text_that_is_silent(
    dated: list[tuple[Payment, Counts]], undated: list[tuple[Payment, Counts]], doubt: type[NotSettled]
):
    with pytest.raises(doubt):
        exceeds(dated, undated)


@pytest.mark.parametrize(
    ("dated", "undated", "more"),
    [
        ([], [], False),
        ([paid(100, True)], [], False),
        ([paid(101, True)], [], True),
        ([paid(60, True), paid(60, False)], [], False),
        ([paid(60, True), paid(40, SILENT)], [], False),
        ([paid(101, True), paid(50, SILENT)], [], True),
        ([paid(60, True)], [paid_some_day(40, True)], False),
    ],
    ids=range(7),
)
def test_what_every_case_answers_alike_is_settled(
    dated: list[tuple[Payment, Counts]], undated: list[tuple[Payment, Counts]], more: bool
):
    assert exceeds(dated, undated) is more
