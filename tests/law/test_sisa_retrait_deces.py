"""A partner of a SISA who leaves or dies: Code civil, articles 1869 to 1870-1, with L4041-3 for the heirs."""

from datetime import date, timedelta
from typing import Any

import pytest

from builders import generaliste, infirmier, member, professional
from cpts_model.engine.assess import Assessment, assess
from cpts_model.engine.citations import Evidence
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.belonging import Departure
from cpts_model.facts.heirs import Heir
from cpts_model.facts.memberships import EndCause, Membership, WithdrawalBasis
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import CPTS, SISA, DeathClause
from cpts_model.law import code_civil_sisa, csp_l4041

LAW = Law(
    rules=(*csp_l4041.RULES, *code_civil_sisa.RULES),
    articles=(*csp_l4041.ARTICLES, *code_civil_sisa.ARTICLES),
)
DAY = date(2024, 6, 15)
BEFORE = DAY - timedelta(days=1)
SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
UNDETERMINED, NOT_APPLICABLE = Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE
OPPOSITE = {SATISFIED: VIOLATED, VIOLATED: SATISFIED}
STATUTES, UNANIMITY = WithdrawalBasis.STATUTES, WithdrawalBasis.UNANIMITY
COURT, ASSIGNMENT = WithdrawalBasis.COURT, WithdrawalBasis.ASSIGNMENT


def judged(subject: Any, on: date = DAY) -> Assessment:
    return assess(subject, on=on, law=LAW)


def breaches(one: Assessment, rule_id: str) -> bool:
    return any(verdict.blocking or verdict.warning for verdict in one.of(rule_id))


# --- Withdrawal


def who_left(**told: Any) -> Membership:
    facts: dict[str, Any] = {
        "associe": True,
        "left_on": DAY,
        "end_cause": EndCause.RESIGNATION,
        "withdrawal": UNANIMITY,
    }
    return member(generaliste("Ada"), **(facts | told))


def left_by(one: Membership, on: date = DAY, **told: Any) -> Assessment:
    facts: dict[str, Any] = {"statutes_on_withdrawal": False}
    return judged(SISA(id="sisa", members=(one,), **(facts | told)), on)


@pytest.mark.parametrize(
    ("footing", "in_statutes", "expected"),
    [
        (STATUTES, True, SATISFIED),
        (STATUTES, UNKNOWN, SATISFIED),
        (UNANIMITY, False, SATISFIED),
        (UNANIMITY, UNKNOWN, UNDETERMINED),
        (COURT, True, SATISFIED),
        (COURT, False, SATISFIED),
        (ASSIGNMENT, True, SATISFIED),
        (None, True, VIOLATED),
        (None, UNKNOWN, UNDETERMINED),
        (UNKNOWN, True, UNDETERMINED),
    ],
)
def test_a_partner_withdraws_as_the_statutes_say_or_failing_those_unanimously_or_by_the_court(
    footing: Any, in_statutes: Any, expected: Outcome
) -> None:
    one = left_by(who_left(withdrawal=footing), statutes_on_withdrawal=in_statutes)
    assert one.outcome_of("sisa.retrait") is expected
    assert not breaches(one, "sisa.retrait"), "leaving without a way out is a right not open, never a breach"


def test_unanimity_beside_statutes_that_provide_for_withdrawal_is_left_open() -> None:
    (verdict,) = left_by(who_left(), statutes_on_withdrawal=True).of("sisa.retrait")
    assert verdict.outcome is UNDETERMINED
    assert verdict.reason is not None
    assert "à défaut" in verdict.reason.fr


def test_where_nothing_is_said_and_nobody_agreed_the_two_codes_disagree() -> None:
    (verdict,) = left_by(who_left(withdrawal=None)).of("sisa.retrait")
    assert verdict.outcome is UNDETERMINED
    assert verdict.reason is not None
    assert "L4042-3" in verdict.reason.fr


@pytest.mark.parametrize(
    "told",
    [
        {"associe": False},
        {"left_on": None, "end_cause": None},
        {"end_cause": EndCause.DEATH},
        {"end_cause": EndCause.EXCLUSION},
        {"left_on": DAY + timedelta(days=1)},
    ],
)
def test_the_rule_is_of_partners_who_have_left_of_their_own_will(told: dict[str, Any]) -> None:
    one = left_by(who_left(**told))
    assert one.outcome_of("sisa.retrait") is NOT_APPLICABLE
    assert one.outcome_of("sisa.retrait-valeur-des-parts") is NOT_APPLICABLE


def test_nobody_withdraws_from_a_sisa_before_there_are_any() -> None:
    gone = who_left(left_on=date(2011, 8, 11))
    assert left_by(gone, on=date(2011, 8, 11)).outcome_of("sisa.retrait") is NOT_APPLICABLE
    assert left_by(gone, on=date(2011, 8, 12)).outcome_of("sisa.retrait") is SATISFIED


@pytest.mark.parametrize(
    ("footing", "expected"),
    [
        (UNANIMITY, SATISFIED),
        (COURT, SATISFIED),
        # Whoever buys the shares pays for them.
        (ASSIGNMENT, VIOLATED),
        (None, UNDETERMINED),
        (UNKNOWN, UNDETERMINED),
    ],
)
def test_whoever_withdraws_is_owed_the_value_of_the_shares_unless_they_were_sold(
    footing: Any, expected: Outcome
) -> None:
    assert left_by(who_left(withdrawal=footing)).outcome_of("sisa.retrait-valeur-des-parts") is expected


def test_nothing_is_owed_to_whoever_had_no_way_out() -> None:
    one = left_by(who_left(withdrawal=None), statutes_on_withdrawal=True)
    assert one.outcome_of("sisa.retrait-valeur-des-parts") is VIOLATED


@pytest.mark.parametrize(
    ("structure", "told", "cause", "expected"),
    [
        (SISA(id="s", statutes_on_withdrawal=True), {}, EndCause.RESIGNATION, SATISFIED),
        (SISA(id="s", statutes_on_withdrawal=True), {"withdrawal": None}, EndCause.RESIGNATION, VIOLATED),
        (SISA(id="s"), {"withdrawal": UNKNOWN}, EndCause.RESIGNATION, UNDETERMINED),
        (SISA(id="s"), {"associe": False}, EndCause.RESIGNATION, NOT_APPLICABLE),
        (SISA(id="s"), {}, EndCause.EXCLUSION, NOT_APPLICABLE),
        (CPTS(id="c"), {}, EndCause.RESIGNATION, NOT_APPLICABLE),
    ],
)
def test_the_same_is_asked_before_a_partner_leaves(
    structure: Any, told: dict[str, Any], cause: EndCause, expected: Outcome
) -> None:
    facts: dict[str, Any] = {"associe": True, "withdrawal": STATUTES} | told
    asked = Departure(
        structure=structure, membership=member(generaliste("Ada"), **facts), leaves_on=DAY, cause=cause
    )
    assert judged(asked).outcome_of("sisa.retrait-envisage") is expected


# --- Death


def allowed(who: Any) -> Heir:
    return Heir(member=who)


DAUGHTER = generaliste("Zoé", registered_with_ordre=True, meets_practice_conditions=True)


def dead(*heirs: Heir, **told: Any) -> Membership:
    facts: dict[str, Any] = {"associe": True, "left_on": DAY, "end_cause": EndCause.DEATH, "heirs": heirs}
    return member(generaliste("Ada"), **(facts | told))


def after_the_death(one: Membership, clause: Any = None, on: date = DAY) -> Assessment:
    return judged(SISA(id="sisa", members=(one,), statutes_on_death=clause), on)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (None, SATISFIED),
        (DeathClause.HEIRS, SATISFIED),
        (DeathClause.HEIRS_IF_AGREED, SATISFIED),
        (DeathClause.DESIGNATED, SATISFIED),
        (DeathClause.SURVIVORS, SATISFIED),
        (DeathClause.DISSOLUTION, VIOLATED),
        (UNKNOWN, UNDETERMINED),
    ],
)
def test_a_death_does_not_dissolve_the_company_unless_the_statutes_say_so(
    clause: Any, expected: Outcome
) -> None:
    one = after_the_death(dead(), clause)
    assert one.outcome_of("sisa.deces-associe") is expected
    assert not breaches(one, "sisa.deces-associe")


@pytest.mark.parametrize(
    "told",
    [
        {"associe": False},
        {"left_on": None, "end_cause": None},
        {"end_cause": EndCause.RESIGNATION},
        {"left_on": DAY + timedelta(days=1)},
    ],
)
def test_the_rules_on_death_are_of_partners_who_have_died(told: dict[str, Any]) -> None:
    one = after_the_death(dead(allowed(DAUGHTER), **told))
    for rule in ("deces-associe", "heritier-associe", "heritier-admissible", "heritier-valeur-des-parts"):
        assert one.outcome_of(f"sisa.{rule}") is NOT_APPLICABLE


@pytest.mark.parametrize(
    ("clause", "agreed_on", "joins"),
    [
        (None, UNKNOWN, SATISFIED),
        (DeathClause.HEIRS, UNKNOWN, SATISFIED),
        (DeathClause.HEIRS_IF_AGREED, DAY, SATISFIED),
        (DeathClause.HEIRS_IF_AGREED, DAY + timedelta(days=1), VIOLATED),
        (DeathClause.HEIRS_IF_AGREED, None, VIOLATED),
        (DeathClause.HEIRS_IF_AGREED, UNKNOWN, UNDETERMINED),
        (DeathClause.DESIGNATED, None, UNDETERMINED),
        (DeathClause.SURVIVORS, DAY, VIOLATED),
        (DeathClause.DISSOLUTION, DAY, NOT_APPLICABLE),
        (UNKNOWN, DAY, UNDETERMINED),
    ],
)
def test_the_company_goes_on_with_the_heirs_whom_the_statutes_let_in(
    clause: Any, agreed_on: Any, joins: Outcome
) -> None:
    one = after_the_death(dead(Heir(member=DAUGHTER, agreed_on=agreed_on)), clause)
    assert one.outcome_of("sisa.heritier-associe") is joins
    # The daughter may practise: she has the value, and it alone, exactly when she does not join.
    assert one.outcome_of("sisa.heritier-valeur-des-parts") is OPPOSITE.get(joins, joins)


@pytest.mark.parametrize(
    ("heir", "expected"),
    [
        (DAUGHTER, SATISFIED),
        (infirmier("Yves", registered_with_ordre=True, meets_practice_conditions=True), SATISFIED),
        (infirmier("Yves", registered_with_ordre=False, meets_practice_conditions=True), VIOLATED),
        (generaliste("Zoé", registered_with_ordre=True, meets_practice_conditions=False), VIOLATED),
        (generaliste("Zoé", meets_practice_conditions=True), UNDETERMINED),
        (professional("Xavier", Profession.AIDE_SOIGNANT), VIOLATED),
        (Person(id="Wanda"), VIOLATED),
        (Organisation(id="fondation"), UNDETERMINED),
    ],
)
def test_an_heir_without_an_admitted_profession_has_the_value_only(heir: Any, expected: Outcome) -> None:
    one = after_the_death(dead(allowed(heir)))
    assert one.outcome_of("sisa.heritier-admissible") is expected
    assert one.outcome_of("sisa.heritier-valeur-des-parts") is OPPOSITE.get(expected, expected)
    assert not breaches(one, "sisa.heritier-admissible")


def test_who_is_kept_out_by_their_profession_has_the_value_whatever_the_statutes_say() -> None:
    one = after_the_death(dead(Heir(member=Person(id="Wanda"))), DeathClause.HEIRS_IF_AGREED)
    assert one.outcome_of("sisa.heritier-valeur-des-parts") is SATISFIED


def test_each_heir_is_judged_alone_and_shown_where_they_stand() -> None:
    one = after_the_death(dead(allowed(DAUGHTER), allowed(Person(id="Wanda"))))
    verdicts = one.of("sisa.heritier-admissible")
    assert [verdict.outcome for verdict in verdicts] == [SATISFIED, VIOLATED]
    assert [verdict.place for verdict in verdicts] == ["members[0].heirs[0]", "members[0].heirs[1]"]


def test_heirs_that_nobody_told_are_asked_for_and_never_taken_for_none() -> None:
    one = after_the_death(dead(heirs=UNKNOWN))
    assert one.outcome_of("sisa.heritier-admissible") is UNDETERMINED
    assert one.outcome_of("sisa.deces-associe") is SATISFIED


def test_what_is_derived_says_so() -> None:
    evidence = {rule.id: rule.evidence for rule in LAW}
    assert evidence["sisa.heritier-admissible"] is Evidence.DERIVED
    assert evidence["sisa.heritier-valeur-des-parts"] is Evidence.DERIVED
    assert evidence["sisa.heritier-associe"] is Evidence.VERIFIED


@pytest.mark.parametrize("word", [*WithdrawalBasis, *DeathClause])
def test_each_word_is_read_aloud_in_both_languages(word: Any) -> None:
    assert word.label.fr
    assert word.label.en


# --- Liability: the article exists, its limit was not found


@pytest.mark.parametrize(("on", "exists"), [(date(2023, 12, 28), False), (date(2023, 12, 29), True)])
def test_l4042_4_limits_liability_from_29_december_2023_and_its_wording_is_not_known(
    on: date, exists: bool
) -> None:
    (article,) = [one for one in csp_l4041.ARTICLES if one.number == "L4042-4"]
    version = article.at(on)
    assert version is not None
    assert version.exists is exists
    assert not exists or not version.text_known
