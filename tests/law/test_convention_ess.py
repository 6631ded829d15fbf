"""Funding of équipes de soins spécialisés: convention médicale 2024-2029."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from cpts_model import UNKNOWN, EquipeDeSoinsSpecialises, Law, LegalForm, Modality, Outcome, assess
from cpts_model.engine.citations import Authority
from cpts_model.law import convention_ess

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=convention_ess.RULES, articles=convention_ess.ARTICLES)
TODAY = date(2025, 2, 1)
FROM_2025 = {
    "ess.convention-dix-specialistes",
    "ess.convention-seule-equipe",
    "ess.convention-pathologies",
}


def ess(rule_id: str, on: date = TODAY, **facts: Any) -> Outcome:
    return assess(EquipeDeSoinsSpecialises(id="ess", **facts), on=on, law=LAW).outcome_of(rule_id)


@pytest.mark.parametrize(
    ("rule", "fact", "open_to", "closed_to"),
    [
        ("ess.convention-association", "legal_form", LegalForm.ASSOCIATION, LegalForm.SISA),
        ("ess.convention-association", "legal_form", LegalForm.ASSOCIATION, None),
        ("ess.convention-part-des-specialistes", "share_of_specialists", Decimal("0.10"), Decimal("0.0999")),
        ("ess.convention-territoire", "covers_departement", True, False),
        ("ess.convention-dix-specialistes", "specialists_in_territory", 10, 9),
        ("ess.convention-seule-equipe", "other_team_on_territory", False, True),
        ("ess.convention-pathologies", "single_pathology", False, True),
        ("ess.convention-gouvernance", "governed_by_liberal_natural_persons", True, False),
    ],
)
def test_conditions_of_funding(rule: str, fact: str, open_to: Any, closed_to: Any) -> None:
    assert ess(rule, **{fact: open_to}) is SATISFIED
    assert ess(rule, **{fact: closed_to}) is VIOLATED
    assert ess(rule, **{fact: UNKNOWN}) is UNDETERMINED
    first = date(2025, 1, 1) if rule in FROM_2025 else date(2024, 6, 22)
    assert ess(rule, first - timedelta(days=1), **{fact: closed_to}) is NOT_APPLICABLE
    assert ess(rule, first, **{fact: closed_to}) is VIOLATED


def test_an_association_under_local_law_is_an_open_question() -> None:
    team = EquipeDeSoinsSpecialises(id="ess", legal_form=LegalForm.ASSOCIATION_DROIT_LOCAL)
    (verdict,) = assess(team, on=TODAY, law=LAW).of("ess.convention-association")
    assert verdict.outcome is UNDETERMINED
    assert verdict.reason is not None


def test_a_team_that_is_not_funded_breaks_no_law() -> None:
    team = EquipeDeSoinsSpecialises(
        id="ess",
        legal_form=None,
        share_of_specialists=Decimal(0),
        specialists_in_territory=0,
        covers_departement=False,
        other_team_on_territory=True,
        single_pathology=True,
        governed_by_liberal_natural_persons=False,
    )
    assessment = assess(team, on=TODAY, law=LAW)
    assert len(assessment.violated) == len(LAW)
    assert assessment.ok
    assert assessment.warnings == ()
    assert all(rule.authority is Authority.CONVENTION for rule in LAW)
    assert all(rule.modality is Modality.PERMISSION for rule in LAW)


@pytest.mark.parametrize("rule_id", sorted(FROM_2025))
def test_what_only_secondary_sources_report_says_so(rule_id: str) -> None:
    (rule,) = LAW.versions(rule_id)
    assert "sources secondaires" in rule.source
