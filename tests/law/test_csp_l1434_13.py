"""The contrat territorial de santé: article L1434-13."""

from datetime import date
from typing import Any

import pytest

from cpts_model import CPTS, ESP, EquipeDeSoinsSpecialises, Evidence, Law, Outcome, ProjetDeSante, assess
from cpts_model.law import csp_l1434_13

LAW = Law(rules=csp_l1434_13.RULES, articles=csp_l1434_13.ARTICLES)
TODAY = date(2023, 1, 16)
RAW = ProjetDeSante(transmitted_on=None, received_complete_on=None, validated_on=None)
VALIDATED = ProjetDeSante(validated_on=date(2022, 1, 1), withdrawn_on=None)


def outcome(structure: Any, on: date = TODAY) -> Outcome:
    (rule_id,) = {rule.id for rule in LAW if rule.concerns(type(structure))}
    return assess(structure, on=on, law=LAW).outcome_of(rule_id)


def test_the_projet_of_a_cpts_counts_where_it_is_validated() -> None:
    assert outcome(CPTS(id="c", projet=VALIDATED)) is Outcome.SATISFIED
    assert outcome(CPTS(id="c", projet=RAW)) is Outcome.VIOLATED
    assert outcome(CPTS(id="c", projet=None)) is Outcome.VIOLATED
    assert outcome(CPTS(id="c")) is Outcome.UNDETERMINED


@pytest.mark.parametrize("team", [ESP, EquipeDeSoinsSpecialises])
def test_the_projet_of_a_team_needs_no_validation(team: Any) -> None:
    assert outcome(team(id="t", projet=RAW)) is Outcome.SATISFIED
    assert outcome(team(id="t", projet=None)) is Outcome.VIOLATED
    assert outcome(team(id="t")) is Outcome.UNDETERMINED


@pytest.mark.parametrize("kind", [CPTS, ESP, EquipeDeSoinsSpecialises])
def test_the_text_of_2016_was_not_found(kind: Any) -> None:
    assert outcome(kind(id="s", projet=None), date(2019, 7, 26)) is Outcome.NOT_APPLICABLE
    assert outcome(kind(id="s", projet=None), date(2019, 7, 27)) is Outcome.VIOLATED
    (article,) = csp_l1434_13.ARTICLES
    version = article.at(date(2019, 7, 26))
    assert version is not None
    assert not version.text_known


def test_trap_10_the_agency_may_and_nothing_is_broken_without() -> None:
    assert all(not rule.blocking for rule in LAW)
    assert assess(CPTS(id="c", projet=RAW), on=TODAY, law=LAW).ok


def test_the_day_it_came_into_force_is_inferred() -> None:
    assert {rule.evidence for rule in LAW} == {Evidence.DERIVED}
