"""Article D0000-1 (invented): the diagnosis behind the projet de santé."""
# ruff: noqa: D103 - the name of a test says what it holds

from datetime import date
from typing import Any

import csp_d0000_1
from cases_csp_d0000_1 import CASES
from hypothesis import given
from hypothesis import strategies as st

from cpts_model import CPTS, DiagnosticTerritorial, Law, Outcome, ProjetDeSante, assess
from cpts_model.testing import DAY, Situation, check_law, cpts

LAW = Law(rules=csp_d0000_1.RULES, articles=csp_d0000_1.ARTICLES)
LAST_DAY_OF_2020, FIRST_DAY_OF_2024 = date(2024, 6, 30), date(2024, 7, 1)


def sent(on: date, diagnostic: DiagnosticTerritorial | None) -> CPTS:
    return CPTS(id="c", projet=ProjetDeSante(transmitted_on=on, diagnostic=diagnostic))


OLD = sent(date(2020, 2, 3), DiagnosticTerritorial(done_on=date(2017, 5, 2)))
RECENT = sent(date(2026, 1, 1), DiagnosticTerritorial(done_on=date(2023, 1, 1)))
WITHOUT = sent(date(2020, 2, 3), None)


def outcome(structure: CPTS, on: date) -> Outcome:
    return assess(structure, on=on, law=LAW).outcome_of("toy.diagnostic")


def test_nothing_is_asked_before_the_article() -> None:
    assert outcome(OLD, date(2020, 2, 29)) is Outcome.NOT_APPLICABLE
    assert outcome(OLD, date(2020, 3, 1)) is Outcome.SATISFIED


def test_the_day_of_the_diagnosis_counts_since_july_2024() -> None:
    assert outcome(OLD, LAST_DAY_OF_2020) is Outcome.SATISFIED
    assert outcome(OLD, FIRST_DAY_OF_2024) is Outcome.VIOLATED


def test_a_diagnosis_that_nobody_told_is_not_one_that_is_missing() -> None:
    untold = CPTS(id="c", projet=ProjetDeSante(transmitted_on=date(2026, 1, 1)))
    assert outcome(untold, DAY) is Outcome.UNDETERMINED


@given(st.data())
def test_each_outcome_comes_about_as_the_text_has_it(data: st.DataObject) -> None:
    for case in CASES:
        on = min(DAY, case.in_force.last_day or DAY)
        for expected in Outcome:
            build: Any = case.making(expected)
            subject = build(CPTS(id="c"), data.draw, on)
            assert outcome(subject, on) is expected


def test_the_rules_keep_what_the_engine_relies_on() -> None:
    seen = [
        Situation(subject=subject, on=on, rule="toy.diagnostic", outcome=outcome(subject, on))
        for subject in (OLD, RECENT, WITHOUT)
        for on in (LAST_DAY_OF_2020, FIRST_DAY_OF_2024, DAY)
    ]
    check_law(LAW, subjects={CPTS: cpts()}, cases=seen, max_examples=20)
