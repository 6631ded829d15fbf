"""Leaving an association: free, at any time; being excluded: on a ground, after a hearing."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from builders import infirmier, member
from cpts_model import CPTS, SISA, UNKNOWN, Authority, Evidence, Law, LegalForm, Outcome, assess
from cpts_model.engine.rule import Modality
from cpts_model.facts.belonging import Departure
from cpts_model.facts.memberships import EndCause, Exclusion, ExclusionGround, FeePayment
from cpts_model.facts.statutes import FeePeriod, Statutes
from cpts_model.law import loi_1901

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=loi_1901.RULES, articles=loi_1901.ARTICLES)
TODAY = date(2024, 6, 1)
FREE, DUES = "association.retrait-libre", "association.cotisation-du-partant"
NOTICE = "association.clause-de-preavis"
EXCLUSIONS = ["motif", "griefs", "audition", "impartialite"]
IN_ORDER = {"ground": ExclusionGround.GRAVE, "precise_grievances": True, "heard": True, "impartial": True}


def departure(
    cause: EndCause = EndCause.RESIGNATION, form: Any = LegalForm.ASSOCIATION, **facts: Any
) -> Departure:
    told = dict(facts)
    statutes = told.pop("statutes", UNKNOWN)
    on = told.pop("leaves_on", TODAY)
    return Departure(
        structure=CPTS(id="cpts", legal_form=form, statutes=statutes),
        membership=member(infirmier("A. Inventée"), **told),
        leaves_on=on,
        cause=cause,
    )


def outcome(rule_id: str, on: date = TODAY, **facts: Any) -> Outcome:
    return assess(departure(**facts), on=on, law=LAW).outcome_of(rule_id)


class TestLeaving:
    def test_is_open_to_any_member_at_any_time(self) -> None:
        assert outcome(FREE) is SATISFIED

    @pytest.mark.parametrize("notice", [None, 0, 90, 3650, UNKNOWN])
    @pytest.mark.parametrize("paid", [True, False, UNKNOWN])
    def test_whatever_the_statutes_say_and_whatever_is_owed(self, notice: Any, paid: Any) -> None:
        facts = {"statutes": Statutes(notice=notice, fee=Decimal(30)), "fee_paid": paid}
        assert outcome(FREE, **facts) is SATISFIED
        assert assess(departure(**facts), on=TODAY, law=LAW).ok

    def test_supposes_that_one_belongs(self) -> None:
        assert outcome(FREE, partner=True) is VIOLATED
        assert outcome(FREE, joined_on=date(2024, 6, 2)) is VIOLATED
        assert outcome(FREE, joined_on=date(2024, 6, 1)) is SATISFIED
        assert outcome(FREE, left_on=date(2024, 5, 31)) is VIOLATED
        assert outcome(FREE, left_on=UNKNOWN) is UNDETERMINED

    def test_the_facts_read_are_all_named(self) -> None:
        (verdict,) = assess(departure(left_on=UNKNOWN), on=TODAY, law=LAW).of(FREE)
        assert not [line for line in verdict.explain("fr").splitlines() if line.lstrip().startswith("(")]

    def test_since_the_law_of_2012_whatever_the_term_of_the_association(self) -> None:
        assert outcome(FREE, date(2012, 3, 23)) is NOT_APPLICABLE
        assert outcome(FREE, date(2012, 3, 24)) is SATISFIED
        before, after = loi_1901.ARTICLE_4.versions
        assert before.note is not None
        assert "temps déterminé" in before.note.fr
        assert after.period.start == date(2012, 3, 24)

    @pytest.mark.parametrize("form", [LegalForm.SISA, LegalForm.GCS, None])
    def test_of_a_structure_that_is_no_association_is_not_of_this_law(self, form: Any) -> None:
        for rule_id in (FREE, DUES, NOTICE):
            assert outcome(rule_id, form=form) is NOT_APPLICABLE

    def test_an_association_of_alsace_moselle_is_an_open_question(self) -> None:
        (verdict,) = assess(departure(form=LegalForm.ASSOCIATION_DROIT_LOCAL), on=TODAY, law=LAW).of(FREE)
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None
        assert "droit local" in verdict.reason.fr

    @pytest.mark.parametrize("cause", [cause for cause in EndCause if cause is not EndCause.RESIGNATION])
    def test_is_about_resignations(self, cause: EndCause) -> None:
        for rule_id in (FREE, DUES, NOTICE):
            assert outcome(rule_id, cause=cause) is NOT_APPLICABLE

    def test_is_law_and_a_right(self) -> None:
        (rule,) = LAW.versions(FREE)
        assert (rule.authority, rule.modality) == (Authority.LAW, Modality.PERMISSION)
        assert rule.evidence is Evidence.VERIFIED


class TestFees:
    def test_the_fee_of_the_year_stays_due(self) -> None:
        asked = Statutes(fee=Decimal(30))
        assert outcome(DUES, statutes=asked, fee_paid=True) is SATISFIED
        assert outcome(DUES, statutes=asked, fee_paid=False) is VIOLATED
        assert outcome(DUES, statutes=asked, fee_paid=UNKNOWN) is UNDETERMINED

    def test_paid_one_by_one_that_of_the_current_year_counts(self) -> None:
        yearly = Statutes(fee=Decimal(30), period=FeePeriod.CIVIL_YEAR)
        this_year, last_year = FeePayment(for_year=2024), FeePayment(for_year=2023)
        assert outcome(DUES, statutes=yearly, fees=(this_year,)) is SATISFIED
        assert outcome(DUES, statutes=yearly, fees=(last_year,)) is VIOLATED
        assert outcome(DUES, statutes=yearly, fees=()) is VIOLATED

    def test_nothing_is_due_where_the_statutes_ask_nothing(self) -> None:
        assert outcome(DUES, statutes=Statutes(fee=None), fee_paid=False) is SATISFIED
        assert outcome(DUES, statutes=None, fee_paid=False) is SATISFIED

    def test_is_the_members_duty_and_stops_no_departure(self) -> None:
        owing = departure(statutes=Statutes(fee=Decimal(30)), fee_paid=False)
        assessment = assess(owing, on=TODAY, law=LAW)
        assert assessment.outcome_of(DUES) is VIOLATED
        assert assessment.ok
        (rule,) = LAW.versions(DUES)
        assert rule.upon is not None
        assert "rien exiger de plus" in rule.title.fr


class TestNotice:
    def test_a_clause_that_defers_a_resignation_is_void_and_told(self) -> None:
        assert outcome(NOTICE, statutes=Statutes(notice=1)) is VIOLATED
        assert outcome(NOTICE, statutes=Statutes(notice=0)) is SATISFIED
        assert outcome(NOTICE, statutes=Statutes(notice=None)) is SATISFIED
        assert outcome(NOTICE, statutes=None) is SATISFIED
        assert outcome(NOTICE, statutes=Statutes()) is UNDETERMINED

    def test_the_statutes_of_the_day_of_departure_count(self) -> None:
        old = Statutes(in_force_since=date(2020, 1, 1), notice=90)
        new = Statutes(in_force_since=date(2024, 6, 1), notice=None)
        assert outcome(NOTICE, statutes=(old, new), leaves_on=date(2024, 5, 31)) is VIOLATED
        assert outcome(NOTICE, statutes=(old, new), leaves_on=date(2024, 6, 1)) is SATISFIED

    def test_warns_and_never_blocks(self) -> None:
        assessment = assess(departure(statutes=Statutes(notice=90)), on=TODAY, law=LAW)
        assert [verdict.rule.id for verdict in assessment.warnings] == [NOTICE]
        assert assessment.ok
        assert "13-24.823" in assessment.warnings[0].explain("fr")

    def test_since_the_judgment(self) -> None:
        asked = {"statutes": Statutes(notice=90)}
        assert outcome(NOTICE, date(2015, 6, 2), **asked) is NOT_APPLICABLE
        assert outcome(NOTICE, date(2015, 6, 3), **asked) is VIOLATED


def excluded(name: str, on: date = TODAY, form: Any = LegalForm.ASSOCIATION, **how: Any) -> Outcome:
    told: dict[str, Any] = IN_ORDER | how
    exclusion = told.pop("exclusion") if "exclusion" in told else Exclusion(**told)
    return outcome(
        f"association.exclusion-{name}", on, cause=EndCause.EXCLUSION, form=form, exclusion=exclusion
    )


class TestExclusion:
    @pytest.mark.parametrize("name", EXCLUSIONS)
    def test_in_order(self, name: str) -> None:
        assert excluded(name) is SATISFIED

    @pytest.mark.parametrize(
        ("ground", "expected"),
        [
            (ExclusionGround.STATUTORY, SATISFIED),
            (ExclusionGround.GRAVE, SATISFIED),
            (ExclusionGround.OTHER, VIOLATED),
            (UNKNOWN, UNDETERMINED),
        ],
    )
    def test_rests_on_a_statutory_or_a_grave_ground(self, ground: Any, expected: Outcome) -> None:
        assert excluded("motif", ground=ground) is expected

    @pytest.mark.parametrize(
        ("name", "fact"),
        [("griefs", "precise_grievances"), ("audition", "heard"), ("impartialite", "impartial")],
    )
    def test_asks_for_grievances_a_hearing_and_impartiality(self, name: str, fact: str) -> None:
        failing: dict[str, Any] = {fact: False}
        assert excluded(name, **failing) is VIOLATED
        others = [other for other in EXCLUSIONS if other != name]
        assert all(excluded(other, **failing) is SATISFIED for other in others)
        untold: dict[str, Any] = {fact: UNKNOWN}
        assert excluded(name, **untold) is UNDETERMINED

    @pytest.mark.parametrize("name", EXCLUSIONS)
    def test_nothing_told_of_it_leaves_all_open_and_no_decision_at_all_fails(self, name: str) -> None:
        assert excluded(name, exclusion=UNKNOWN) is UNDETERMINED
        assert excluded(name, exclusion=None) is VIOLATED

    @pytest.mark.parametrize("name", EXCLUSIONS)
    def test_since_the_judgment_of_25_october_2017(self, name: str) -> None:
        assert excluded(name, date(2017, 10, 24), exclusion=None) is NOT_APPLICABLE
        assert excluded(name, date(2017, 10, 25), exclusion=None) is VIOLATED

    @pytest.mark.parametrize("name", EXCLUSIONS)
    def test_is_of_associations(self, name: str) -> None:
        assert excluded(name, form=LegalForm.SISA) is NOT_APPLICABLE
        assert excluded(name, form=LegalForm.ASSOCIATION_DROIT_LOCAL) is UNDETERMINED
        assert outcome(f"association.exclusion-{name}") is NOT_APPLICABLE

    def test_of_a_sisa_is_not_judged_here(self) -> None:
        subject = Departure(
            structure=SISA(id="sisa", legal_form=LegalForm.SISA),
            membership=member(infirmier("A. Inventée"), exclusion=None),
            leaves_on=TODAY,
            cause=EndCause.EXCLUSION,
        )
        assert not assess(subject, on=TODAY, law=LAW).violated

    def test_warns_and_never_blocks(self) -> None:
        subject = departure(EndCause.EXCLUSION, exclusion=None)
        assessment = assess(subject, on=TODAY, law=LAW)
        assert len(assessment.warnings) == len(EXCLUSIONS)
        assert assessment.ok
        assert all(verdict.rule.authority is Authority.CASE_LAW for verdict in assessment.warnings)
