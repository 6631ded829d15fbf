"""A SISA as an employers' grouping: Code du travail, L1253-3, R1253-35 and R1253-36."""

from datetime import date
from typing import Any

from builders import infirmier
from cpts_model.engine.assess import assess
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.structures import SISA
from cpts_model.law import code_du_travail_l1253_3 as code

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=code.RULES, articles=code.ARTICLES)
TODAY = date(2024, 6, 1)
EMPLOYER = {
    "is_maison_de_sante": True,
    "statutes_allow_employment": True,
    "salaried": (infirmier("S. Inventé"),),
}


def outcome(rule_id: str, on: date = TODAY, **facts: Any) -> Outcome:
    return assess(SISA(id="sisa", **facts), on=on, law=LAW).outcome_of(rule_id)


def test_a_sisa_that_employs_to_give_care_may_be_a_grouping() -> None:
    rule = "sisa.groupement-d-employeurs"
    assert outcome(rule, **EMPLOYER) is SATISFIED
    assert outcome(rule, **(EMPLOYER | {"salaried": ()})) is VIOLATED
    assert outcome(rule, **(EMPLOYER | {"is_maison_de_sante": False})) is VIOLATED
    assert outcome(rule, **(EMPLOYER | {"salaried": UNKNOWN})) is UNDETERMINED
    assert outcome(rule, date(2021, 5, 13), **EMPLOYER) is NOT_APPLICABLE
    assert outcome(rule, date(2021, 5, 14), **EMPLOYER) is SATISFIED


def test_statutes_and_accounts_follow_from_12_june_2021() -> None:
    for rule, fact in (
        ("sisa.groupement-statuts", "statutes_mention_groupement"),
        ("sisa.groupement-comptes", "groupement_separate_accounts"),
    ):
        acts = {"acts_as_groupement_d_employeurs": True}
        assert outcome(rule, **acts, **{fact: True}) is SATISFIED
        assert outcome(rule, **acts, **{fact: False}) is VIOLATED
        assert outcome(rule, **acts) is UNDETERMINED
        assert outcome(rule, acts_as_groupement_d_employeurs=False) is NOT_APPLICABLE
        assert outcome(rule, date(2021, 6, 11), **acts, **{fact: False}) is NOT_APPLICABLE
        assert outcome(rule, date(2021, 6, 12), **acts, **{fact: False}) is VIOLATED
