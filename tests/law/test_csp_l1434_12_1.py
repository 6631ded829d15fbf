"""The CPTS is an association: article L1434-12-1."""

from datetime import date
from typing import Any

import pytest

from cpts_model import CPTS, UNKNOWN, Evidence, Law, LegalForm, Outcome, assess
from cpts_model.law import csp_l1434_12_1

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=csp_l1434_12_1.RULES, articles=csp_l1434_12_1.ARTICLES)
TODAY = date(2023, 1, 16)


def outcome(on: date = TODAY, **facts: Any) -> Outcome:
    return assess(CPTS(id="cpts", **facts), on=on, law=LAW).outcome_of("cpts.association")


@pytest.mark.parametrize("seat", ["33", "75", "2A", "974"])
def test_an_association_of_1901_outside_alsace_moselle(seat: str) -> None:
    assert outcome(seat_departement=seat, legal_form=LegalForm.ASSOCIATION) is SATISFIED
    assert outcome(seat_departement=seat, legal_form=LegalForm.ASSOCIATION_DROIT_LOCAL) is VIOLATED


@pytest.mark.parametrize("seat", ["57", "67", "68"])
def test_trap_8_an_association_of_local_law_in_alsace_moselle(seat: str) -> None:
    assert outcome(seat_departement=seat, legal_form=LegalForm.ASSOCIATION_DROIT_LOCAL) is SATISFIED
    assert outcome(seat_departement=seat, legal_form=LegalForm.ASSOCIATION) is VIOLATED


def test_trap_8_the_obligation_is_in_the_article_12_1() -> None:
    assert all(rule.cites.article == "L1434-12-1" for rule in LAW)


@pytest.mark.parametrize("form", [LegalForm.SISA, LegalForm.GCS, LegalForm.OTHER, None])
def test_another_form_breaks_it_wherever_the_seat_is(form: LegalForm | None) -> None:
    assert outcome(seat_departement="33", legal_form=form) is VIOLATED
    assert outcome(seat_departement="67", legal_form=form) is VIOLATED
    assert outcome(legal_form=form) is VIOLATED


def test_an_association_of_an_unknown_seat_is_undetermined() -> None:
    assert outcome(legal_form=LegalForm.ASSOCIATION) is UNDETERMINED
    assert outcome(seat_departement="33", legal_form=UNKNOWN) is UNDETERMINED


@pytest.mark.parametrize(
    ("on", "formed_before", "formed_after"),
    [
        (date(2021, 5, 13), NOT_APPLICABLE, NOT_APPLICABLE),
        (date(2021, 5, 14), NOT_APPLICABLE, VIOLATED),
        (date(2022, 5, 14), NOT_APPLICABLE, VIOLATED),
        (date(2022, 5, 15), VIOLATED, VIOLATED),
    ],
)
def test_trap_2_no_form_before_14_may_2021_then_a_year_of_grace(
    on: date, formed_before: Outcome, formed_after: Outcome
) -> None:
    facts: dict[str, Any] = {"seat_departement": "33", "legal_form": None}
    assert outcome(on, formed_on=date(2021, 5, 13), **facts) is formed_before
    assert outcome(on, formed_on=date(2021, 5, 14), **facts) is formed_after


def test_during_the_grace_it_depends_on_the_day_the_cpts_was_formed() -> None:
    facts: dict[str, Any] = {"seat_departement": "33", "legal_form": LegalForm.SISA}
    assert outcome(date(2022, 5, 14), **facts) is UNDETERMINED
    assert outcome(date(2022, 5, 15), **facts) is VIOLATED
    assert outcome(date(2022, 1, 1), formed_on=date(2021, 9, 1), **facts) is VIOLATED
    assert (
        outcome(
            date(2022, 1, 1),
            formed_on=date(2021, 9, 1),
            seat_departement="33",
            legal_form=LegalForm.ASSOCIATION,
        )
        is SATISFIED
    )


def test_is_a_breach_of_law() -> None:
    assert all(rule.blocking for rule in LAW)


def test_the_duty_was_read_and_the_year_of_grace_is_reported() -> None:
    assert {rule.evidence for rule in LAW} == {Evidence.VERIFIED}
    (grace,) = (rule for rule in LAW if rule.in_force.end is not None)
    assert grace.note is not None
    assert "source secondaire" in grace.note.fr
