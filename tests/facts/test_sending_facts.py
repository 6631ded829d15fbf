"""A document sent: what it is, whom it is for, when it went, and the year that it accounts for."""

from datetime import date

import pytest

from cpts_model import UnknownFact
from cpts_model.facts.sending import DocumentKind, Recipient, SentDocument

BEFORE, THE_DAY, AFTER = date(2025, 3, 30), date(2025, 3, 31), date(2025, 4, 1)
FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)


def test_a_document_is_of_its_kind_and_for_its_recipient_alone():
    letter = SentDocument(kind=DocumentKind.LETTRE_D_INTENTION, recipient=Recipient.ARS)
    assert [kind for kind in DocumentKind if letter.is_a(kind)] == [DocumentKind.LETTRE_D_INTENTION]
    assert [recipient for recipient in Recipient if letter.is_for(recipient)] == [Recipient.ARS]


@pytest.mark.parametrize(
    ("sent_on", "sent"), [(None, False), (BEFORE, True), (THE_DAY, True), (AFTER, False)], ids=str
)
def test_a_document_is_sent_by_a_day_from_the_day_it_went_on(sent_on: date | None, sent: bool):
    assert SentDocument(sent_on=sent_on).sent_by(THE_DAY) is sent


@pytest.mark.parametrize(
    ("exercise", "accounted"),
    [
        (None, False),
        (date(2024, 12, 31), False),
        (FIRST, True),
        (date(2025, 4, 15), True),
        (LAST, True),
        (date(2026, 1, 1), False),
    ],
    ids=str,
)
def test_the_year_accounted_for_begins_between_the_two_days_both_included(
    exercise: date | None, accounted: bool
):
    assert SentDocument(exercise=exercise).accounts_for(FIRST, LAST) is accounted


@pytest.mark.parametrize(
    "ask",
    [
        lambda document: document.is_a(DocumentKind.OTHER),
        lambda document: document.is_for(Recipient.ARS),
        lambda document: document.sent_by(THE_DAY),
        lambda document: document.accounts_for(FIRST, LAST),
    ],
    ids=["kind", "recipient", "day", "year"],
)
def test_what_was_not_told_of_a_document_is_not_guessed(ask):
    with pytest.raises(UnknownFact):
        ask(SentDocument())
