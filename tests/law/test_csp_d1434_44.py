"""What a CPTS pays its members: article D1434-44."""

import pickle
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from builders import infirmier, member
from cpts_model import (
    CPTS,
    UNKNOWN,
    Assessment,
    Authority,
    Evidence,
    Law,
    Organisation,
    Outcome,
    Payment,
    PaymentNature,
    ProjetDeSante,
    assess,
    missing,
)
from cpts_model.law import csp_d1434_44, pass_table

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=csp_d1434_44.RULES, articles=csp_d1434_44.ARTICLES)
TODAY = date(2026, 11, 21)
INDEMNITE, REMUNERATION = PaymentNature.INDEMNITE, PaymentNature.REMUNERATION
CAP = "cpts.plafond-indemnites"


def paid(amount: Any, on: Any, who: str = "A. Inventée", **facts: Any) -> Payment:
    told: dict[str, Any] = {"nature": INDEMNITE, "practises_in_member_structure": False}
    return Payment(
        beneficiary=who,
        amount=Decimal(amount) if isinstance(amount, str) else amount,
        paid_on=on,
        **(told | facts),
    )


MEMBERS = tuple(member(infirmier(name)) for name in ("A. Inventée", "B. Inventé", "C. Inventée"))


def capped(*payments: Payment, on: date = TODAY, members: Any = MEMBERS) -> Outcome:
    """What the ceiling says of payments, to members unless a test says otherwise."""
    return outcome(CAP, *payments, on=on, members=members)


def judged(*payments: Payment, on: date = TODAY, **facts: Any) -> Assessment:
    return assess(CPTS(id="cpts", payments=payments, **facts), on=on, law=LAW)


def outcome(rule_id: str, *payments: Payment, on: date = TODAY, **facts: Any) -> Outcome:
    return judged(*payments, on=on, **facts).outcome_of(rule_id)


class TestCeiling:
    @pytest.mark.parametrize(
        ("year", "ceiling"),
        [(2022, "41136"), (2023, "43992"), (2024, "46368"), (2025, "47100"), (2026, "48060")],
    )
    def test_is_that_of_the_year_of_payment(self, year: int, ceiling: str) -> None:
        one_cent = paid("0.01", date(year, 9, 2))
        whole = paid(ceiling, date(year, 9, 1))
        assert capped(whole) is SATISFIED
        assert capped(whole, one_cent) is VIOLATED

    def test_trap_24_indemnities_and_remunerations_are_summed(self) -> None:
        indemnity = paid("30000", date(2023, 2, 1))
        remuneration = paid("20000", date(2023, 12, 31), nature=REMUNERATION)
        assert capped(indemnity) is SATISFIED
        assert capped(remuneration) is SATISFIED
        assert capped(indemnity, remuneration) is VIOLATED

    def test_trap_24_holds_of_those_who_practise_in_a_member_structure_too(self) -> None:
        inside = paid("50000", date(2023, 2, 1), practises_in_member_structure=True)
        assert capped(inside, members=()) is VIOLATED
        assert capped(inside, members=UNKNOWN) is VIOLATED

    def test_trap_24_each_professional_and_each_civil_year_apart(self) -> None:
        apart = (
            paid("40000", date(2023, 12, 31)),
            paid("40000", date(2024, 1, 1)),
            paid("40000", date(2023, 12, 31), "B. Inventé"),
        )
        verdicts = judged(*apart, members=MEMBERS).of(CAP)
        assert [verdict.outcome for verdict in verdicts] == [SATISFIED] * 3
        assert [verdict.part.name for verdict in verdicts] == [
            "A. Inventée (2023)",
            "A. Inventée (2024)",
            "B. Inventé (2023)",
        ]

    def test_only_what_is_paid_by_the_day_asked_counts(self) -> None:
        payments = (paid("40000", date(2023, 3, 1)), paid("40000", date(2023, 6, 1)))
        assert capped(*payments, on=date(2023, 5, 31)) is SATISFIED
        assert capped(*payments, on=date(2023, 6, 1)) is VIOLATED

    def test_begins_with_the_decree(self) -> None:
        payment = paid("50000", date(2022, 3, 18))
        assert capped(payment, on=date(2022, 3, 17)) is NOT_APPLICABLE
        assert capped(payment, on=date(2022, 3, 18)) is VIOLATED
        assert capped(paid("50000", date(2021, 12, 31))) is NOT_APPLICABLE

    def test_whether_sums_of_early_2022_count_is_an_open_question_where_it_matters(self) -> None:
        early = paid("20000", date(2022, 3, 17))
        assert capped(early, paid("21136", date(2022, 3, 18))) is SATISFIED
        (verdict,) = judged(early, paid("21136.01", date(2022, 3, 18)), members=MEMBERS).of(CAP)
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None
        assert capped(early, paid("41136.01", date(2022, 3, 18))) is VIOLATED

    @pytest.mark.parametrize("amount", ["20000", "50000", UNKNOWN])
    def test_binds_nobody_who_was_paid_before_the_decree_alone(self, amount: Any) -> None:
        early = paid(amount, date(2022, 3, 17))
        assert capped(early) is NOT_APPLICABLE
        assert capped(early, paid("1", date(2023, 3, 17))) is SATISFIED
        assert capped(early, paid("1", UNKNOWN)) is UNDETERMINED

    def test_of_2027_is_not_known_and_that_of_2026_is_not_used_instead(self) -> None:
        (verdict,) = judged(paid("1", date(2027, 1, 1)), on=date(2027, 1, 1), members=MEMBERS).of(CAP)
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None
        assert "2027" in verdict.reason.fr

    def test_an_unknown_amount_matters_unless_the_known_ones_exceed_already(self) -> None:
        unknown = paid(UNKNOWN, date(2023, 2, 1))
        assert capped(unknown) is UNDETERMINED
        assert capped(unknown, paid("43992", date(2023, 2, 1))) is UNDETERMINED
        assert capped(unknown, paid("43992.01", date(2023, 2, 1))) is VIOLATED

    def test_an_unknown_day_leaves_the_years_of_its_beneficiary_open(self) -> None:
        undated = paid("10000", UNKNOWN)
        assert capped(undated) is UNDETERMINED
        verdicts = judged(
            undated,
            paid("40000", date(2023, 2, 1)),
            paid("1", date(2024, 2, 1)),
            paid("43992.01", date(2023, 2, 1), "B. Inventé"),
            paid("43992", date(2023, 2, 1), "C. Inventée"),
            members=MEMBERS,
        ).of(CAP)
        assert {verdict.part.name: verdict.outcome for verdict in verdicts} == {
            "A. Inventée (2023)": UNDETERMINED,
            "A. Inventée (2024)": SATISFIED,
            "A. Inventée (?)": UNDETERMINED,
            "B. Inventé (2023)": VIOLATED,
            "C. Inventée (2023)": SATISFIED,
        }

    def test_an_undated_payment_of_unknown_amount_settles_nothing(self) -> None:
        verdicts = judged(paid(UNKNOWN, UNKNOWN), paid("1", date(2023, 2, 1))).of(CAP)
        assert {verdict.outcome for verdict in verdicts} == {UNDETERMINED}

    def test_names_the_facts_that_are_missing(self) -> None:
        cpts = CPTS(id="cpts", payments=(paid(UNKNOWN, date(2023, 2, 1)), paid("1", UNKNOWN)))
        paths = {fact.path for fact in missing(cpts, on=TODAY, law=LAW) if CAP in fact.rules}
        assert {"payments[0].amount", "payments[1].paid_on"} <= paths

    def test_unknown_payments_are_undetermined_and_none_binds_nothing(self) -> None:
        assert assess(CPTS(id="cpts"), on=TODAY, law=LAW).outcome_of(CAP) is UNDETERMINED
        assert capped() is NOT_APPLICABLE

    def test_is_a_breach_of_regulation_and_its_verdicts_pickle_and_speak(self) -> None:
        (verdict,) = judged(paid("50000", date(2023, 2, 1)), members=MEMBERS).of(CAP)
        assert verdict.blocking
        assert verdict.rule.authority is Authority.REGULATION
        assert pickle.loads(pickle.dumps(verdict)) == verdict
        words = verdict.explain("fr")
        assert "A. Inventée (2023)" in words
        assert "50000" in words
        assert "2023 : 43 992 €" in words

    def test_payments_are_named_by_beneficiary_and_day(self) -> None:
        verdicts = judged(paid("1", date(2023, 2, 1)), paid("1", UNKNOWN)).of("cpts.versements-aux-membres")
        names = [verdict.explain("en").splitlines()[0] for verdict in verdicts]
        assert "[A. Inventée (2023-02-01)]" in names[0]
        assert "[A. Inventée (?)]" in names[1]


class TestWhatTheCeilingCounts:
    """The article governs what is paid to members, and to those who practise in a member structure."""

    day = date(2023, 2, 1)
    gone = (member(infirmier("A. Inventée"), left_on=date(2023, 2, 1)),)

    def test_a_sum_paid_to_somebody_else_is_left_out(self) -> None:
        outside = paid("50000", self.day)
        assert capped(outside, members=()) is SATISFIED
        assert capped(outside, members=self.gone) is SATISFIED
        assert capped(outside, paid("43992", date(2023, 1, 31)), members=self.gone) is SATISFIED
        assert capped(outside, paid("43992.01", date(2023, 1, 31)), members=self.gone) is VIOLATED

    def test_a_sum_of_which_it_is_open_counts_like_an_unknown_amount(self) -> None:
        unsure = paid("100", self.day, practises_in_member_structure=UNKNOWN)
        before = date(2023, 1, 31)
        assert capped(unsure, paid("43892", before), members=self.gone) is SATISFIED
        assert capped(unsure, paid("43892.01", before), members=self.gone) is UNDETERMINED
        assert capped(unsure, paid("43992.01", before), members=self.gone) is VIOLATED

    def test_settles_within_the_ceiling_though_the_members_are_unknown(self) -> None:
        assert capped(paid("43992", self.day), members=UNKNOWN) is SATISFIED
        assert capped(paid("43992.01", self.day), members=UNKNOWN) is UNDETERMINED
        assert capped(paid(UNKNOWN, self.day), members=UNKNOWN) is UNDETERMINED

    def test_an_unknown_amount_paid_to_somebody_else_matters_not(self) -> None:
        assert capped(paid(UNKNOWN, self.day), members=()) is SATISFIED
        assert capped(paid(UNKNOWN, UNKNOWN), members=()) is UNDETERMINED
        assert capped(paid("1", date(2027, 1, 1)), on=date(2027, 1, 1), members=()) is SATISFIED

    def test_whether_an_undated_sum_is_paid_to_a_member_depends_on_its_day(self) -> None:
        undated, dated = paid("100", UNKNOWN), paid("43992", date(2023, 1, 31))
        verdicts = judged(undated, dated, members=self.gone).of(CAP)
        assert {verdict.outcome for verdict in verdicts} == {UNDETERMINED}
        inside = paid("100", UNKNOWN, practises_in_member_structure=True)
        verdicts = judged(inside, dated, members=self.gone).of(CAP)
        assert {verdict.outcome for verdict in verdicts} == {UNDETERMINED}

    def test_a_member_organisation_may_have_passed_the_sum_on_to_several(self) -> None:
        house = (member(Organisation(id="A. Inventée")),)
        (verdict,) = judged(paid("43992.01", self.day), members=house).of(CAP)
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason == csp_d1434_44.PER_PROFESSIONAL
        assert "dire à qui la structure a reversé la somme" in verdict.reason.fr
        # Whoever got it all would still be within the ceiling.
        assert capped(paid("43992", self.day), members=house) is SATISFIED
        early, since = paid("43992.01", date(2022, 1, 1)), paid("1", date(2022, 3, 18))
        assert capped(early, since, on=date(2022, 4, 1), members=house) is UNDETERMINED

    def test_an_unknown_amount_is_to_be_told_before_the_open_question_is_asked(self) -> None:
        house = (member(Organisation(id="A. Inventée")),)
        (verdict,) = judged(paid(UNKNOWN, self.day), members=house).of(CAP)
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is None
        assert [fact.path for fact in verdict.unknown] == ["payments[0].amount"]

    def test_its_figures_are_known_through_a_secondary_source_that_it_names(self) -> None:
        (rule,) = LAW.versions(CAP)
        assert rule.evidence is Evidence.SECONDARY
        assert pass_table.SOURCE in rule.source
        assert csp_d1434_44.READ_2022.where in rule.source
        assert rule.also_cites[0].article == "L241-3"
        assert rule.also_cites[0].url is None


class TestPayments:
    nurse = infirmier("A. Inventée")

    def test_go_to_members(self) -> None:
        rule = "cpts.versements-aux-membres"
        payment = paid("100", date(2023, 2, 1))
        other = member(infirmier("B. Inventé"))
        assert outcome(rule, payment, members=(other, member(self.nurse))) is SATISFIED
        assert outcome(rule, payment, members=(other,)) is VIOLATED
        assert outcome(rule, payment) is UNDETERMINED

    def test_membership_is_that_of_the_day_of_payment(self) -> None:
        rule = "cpts.versements-aux-membres"
        payment = paid("100", date(2023, 2, 1))
        assert outcome(rule, payment, members=(member(self.nurse, left_on=date(2023, 2, 2)),)) is SATISFIED
        assert outcome(rule, payment, members=(member(self.nurse, left_on=date(2023, 2, 1)),)) is VIOLATED

    def test_or_to_those_who_practise_in_a_member_structure(self) -> None:
        rule = "cpts.versements-aux-membres"
        inside = paid("100", date(2023, 2, 1), practises_in_member_structure=True)
        assert outcome(rule, inside, members=()) is SATISFIED
        assert outcome(rule, inside) is SATISFIED
        unsure = paid("100", date(2023, 2, 1), practises_in_member_structure=UNKNOWN)
        assert outcome(rule, unsure, members=()) is UNDETERMINED

    def test_are_a_faculty_that_never_blocks(self) -> None:
        (verdict,) = judged(paid("100", date(2023, 2, 1)), members=()).of("cpts.versements-aux-membres")
        assert verdict.outcome is VIOLATED
        assert not verdict.blocking
        assert not verdict.warning

    def test_an_indemnity_makes_up_for_lost_income(self) -> None:
        rule = "cpts.indemnite-perte-de-revenus"
        day = date(2023, 2, 1)

        def of(**facts: Any) -> Outcome:
            return outcome(rule, paid("1", day, **facts), members=MEMBERS)

        assert of(compensates_lost_income=True) is SATISFIED
        assert of(compensates_lost_income=False) is VIOLATED
        assert of() is UNDETERMINED
        assert of(nature=REMUNERATION) is NOT_APPLICABLE
        assert of(nature=UNKNOWN) is UNDETERMINED

    def test_a_remuneration_pays_for_the_missions(self) -> None:
        rule = "cpts.remuneration-missions"
        day = date(2023, 2, 1)

        def of(mission: Any, **facts: Any) -> Outcome:
            payment = paid("1", day, nature=REMUNERATION, for_public_service_mission=mission)
            return outcome(rule, payment, **({"members": MEMBERS} | facts))

        assert of(True) is SATISFIED
        assert of(False) is VIOLATED
        assert of(UNKNOWN) is UNDETERMINED
        assert of(False, members=()) is NOT_APPLICABLE
        assert of(False, members=UNKNOWN) is UNDETERMINED
        assert outcome(rule, paid("1", day), members=MEMBERS) is NOT_APPLICABLE

    @pytest.mark.parametrize("nature", [INDEMNITE, REMUNERATION])
    def test_what_is_paid_to_others_answers_neither_cause(self, nature: PaymentNature) -> None:
        facts: dict[str, Any] = {"compensates_lost_income": False, "for_public_service_mission": False}
        assessment = judged(paid("1", date(2023, 2, 1), nature=nature, **facts), members=())
        assert assessment.ok
        inside = paid("1", date(2023, 2, 1), nature=nature, practises_in_member_structure=True, **facts)
        assert not judged(inside, members=()).ok
        undated = paid("1", UNKNOWN, nature=nature, **facts)
        assert not judged(undated, members=()).of("cpts.indemnite-perte-de-revenus")[0].blocking

    @pytest.mark.parametrize(
        "rule_id",
        [
            "cpts.versements-aux-membres",
            "cpts.indemnite-perte-de-revenus",
            "cpts.versement-projet-valide",
        ],
    )
    def test_are_governed_from_18_march_2022_to_the_day_asked(self, rule_id: str) -> None:
        facts: dict[str, Any] = {"members": (), "projet": None}
        inside = rule_id != "cpts.versements-aux-membres"  # the others concern nobody else
        for day, expected in (
            (date(2022, 3, 17), NOT_APPLICABLE),
            (date(2022, 3, 18), VIOLATED),
            (TODAY, VIOLATED),
            (date(2026, 11, 22), NOT_APPLICABLE),
            (UNKNOWN, UNDETERMINED),
        ):
            payment = paid("1", day, compensates_lost_income=False, practises_in_member_structure=inside)
            assert outcome(rule_id, payment, **facts) is expected


class TestWarnings:
    def test_a_remuneration_supposes_the_convention(self) -> None:
        rule = "cpts.remuneration-convention"
        payment = paid("1", date(2023, 2, 1), nature=REMUNERATION)

        def of(what: Payment, signed_on: Any) -> Outcome:
            return outcome(rule, what, members=MEMBERS, convention_signed_on=signed_on)

        assert of(payment, date(2023, 2, 1)) is SATISFIED
        assert of(payment, date(2023, 2, 2)) is VIOLATED
        assert of(payment, None) is VIOLATED
        assert of(payment, UNKNOWN) is UNDETERMINED
        assert of(paid("1", date(2023, 2, 1)), None) is NOT_APPLICABLE

    def test_a_commentary_keeps_payments_for_validated_projets(self) -> None:
        rule = "cpts.versement-projet-valide"
        payment = paid("1", date(2023, 2, 1))

        def of(projet: Any) -> Outcome:
            return outcome(rule, payment, members=MEMBERS, projet=projet)

        assert of(ProjetDeSante(validated_on=date(2023, 2, 1), withdrawn_on=None)) is SATISFIED
        assert of(ProjetDeSante(validated_on=date(2023, 2, 2), received_complete_on=None)) is VIOLATED
        assert of(None) is VIOLATED
        assert of(UNKNOWN) is UNDETERMINED

    @pytest.mark.parametrize("rule_id", ["cpts.remuneration-convention", "cpts.versement-projet-valide"])
    def test_what_is_paid_to_others_is_not_of_the_article(self, rule_id: str) -> None:
        facts: dict[str, Any] = {"convention_signed_on": None, "projet": None}
        payment = paid("1", date(2023, 2, 1), nature=REMUNERATION)
        assert outcome(rule_id, payment, members=(), **facts) is NOT_APPLICABLE
        assert outcome(rule_id, payment, members=UNKNOWN, **facts) is UNDETERMINED
        inside = paid("1", date(2023, 2, 1), nature=REMUNERATION, practises_in_member_structure=True)
        assert outcome(rule_id, inside, members=(), **facts) is VIOLATED

    def test_warn_and_never_block(self) -> None:
        payment = paid("1", date(2023, 2, 1), nature=REMUNERATION, for_public_service_mission=True)
        assessment = judged(payment, members=MEMBERS, projet=None, convention_signed_on=None)
        assert assessment.ok
        assert {verdict.rule.id for verdict in assessment.warnings} == {
            "cpts.remuneration-convention",
            "cpts.versement-projet-valide",
        }
