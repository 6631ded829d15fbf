"""Belonging to several structures: never forbidden; and what all CPTS pay together."""

from datetime import date
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest

from builders import infirmier, member
from cpts_model import (
    CPTS,
    MSP,
    UNKNOWN,
    Assessment,
    Authority,
    Evidence,
    Law,
    Organisation,
    Outcome,
    Payment,
    PaymentNature,
    Person,
    ProjetDeSante,
    SecondMembershipGround,
    Territory,
    assess,
    missing,
)
from cpts_model.engine.rule import Modality
from cpts_model.facts.belonging import Belonging, Belongings, Candidature, Neighbours, ReceivedPayment
from cpts_model.law import csp_d1434_44, plusieurs_structures

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=plusieurs_structures.RULES)
TODAY = date(2024, 6, 1)
NURSE = infirmier("A. Inventée")
SECOND, SEVERAL = "adhesion.seconde-cpts", "adhesion.plusieurs-cpts"
SHARED, CAP = "cpts.territoires-communs", "cpts.plafond-toutes-cpts"
FAR, NEAR, COAST = ("33063",), ("75113",), ("2A004",)


def territory(*communes: str, border: Any = ()) -> Territory:
    return Territory(communes=communes, border_communes=border)


def cpts(name: str, *communes: str, border: Any = (), **facts: Any) -> CPTS:
    told: dict[str, Any] = {"territory": territory(*communes, border=border)} | facts
    return CPTS(id=name, **told)


def belonging(structure: Any, who: Any = NURSE, **facts: Any) -> Belonging:
    told: dict[str, Any] = {"ground": None} | facts
    return Belonging(structure=structure, membership=member(who, **told))


HERE, AWAY, BESIDE = cpts("ici", *FAR), cpts("loin", *COAST), cpts("voisine", *NEAR, border=FAR)


def judged(subject: Any, on: date = TODAY) -> Assessment:
    return assess(subject, on=on, law=LAW)


def second(
    *others: Belonging, structure: Any = HERE, who: Any = NURSE, on: date = TODAY, **facts: Any
) -> Outcome:
    asked = belonging(structure, who, **facts)
    subject = Candidature(structure=structure, membership=asked.membership, others=others)
    return judged(subject, on).outcome_of(SECOND)


def several(*held: Belonging, on: date = TODAY) -> Outcome:
    return judged(Belongings(id=NURSE.id, held=held, payments=()), on).outcome_of(SEVERAL)


class TestTerritories:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (territory("33063", "33039"), territory("33039")),
            (territory("33063"), territory("33039", border=("33063",))),
            (territory("33063", border=("33522",)), territory("33039", border=("33522",))),
        ],
        ids=["shared", "declared by one", "a border commune of both"],
    )
    def test_touch_where_communes_are_shared_or_border(self, one: Territory, other: Territory) -> None:
        assert one.touches(other)
        assert other.touches(one)

    def test_only_a_commune_of_both_makes_them_overlap(self) -> None:
        assert territory("33063", "33039").overlaps(territory("33039"))
        assert not territory("33063").overlaps(territory("33039", border=("33063",)))

    def test_far_apart(self) -> None:
        assert not territory("33063", border=("33039",)).touches(territory("75113", border=("75105",)))

    def test_no_territory_touches_nothing(self) -> None:
        nowhere = cpts("nulle part", territory=None, projet=None)
        assert not HERE.borders_on(nowhere)
        assert not nowhere.borders_on(HERE)
        assert not nowhere.shares_territory_with(HERE)

    def test_the_projet_says_it_where_the_cpts_has_none_of_its_own(self) -> None:
        by_projet = cpts("ici", territory=None, projet=ProjetDeSante(territory=territory(*FAR)))
        assert by_projet.territory_of_action == territory(*FAR)
        assert by_projet.borders_on(BESIDE)


class TestSecondCpts:
    def test_trap_12_warns_without_a_ground(self) -> None:
        assert second(belonging(AWAY)) is VIOLATED

    @pytest.mark.parametrize("ground", SecondMembershipGround)
    def test_a_ground_that_is_stated_settles_it(self, ground: SecondMembershipGround) -> None:
        assert second(belonging(AWAY), ground=ground) is SATISFIED
        assert second(belonging(cpts("inconnue", territory=UNKNOWN)), ground=ground) is SATISFIED

    def test_the_border_ground_is_derived_from_the_territories(self) -> None:
        assert second(belonging(BESIDE)) is SATISFIED
        assert second(belonging(cpts("autre", *FAR))) is SATISFIED

    def test_a_territory_that_is_not_told_leaves_it_open(self) -> None:
        assert second(belonging(cpts("inconnue", territory=UNKNOWN))) is UNDETERMINED
        assert second(belonging(cpts("inconnue", *COAST, border=UNKNOWN))) is UNDETERMINED
        assert second(belonging(AWAY), ground=UNKNOWN) is UNDETERMINED
        assert second(belonging(BESIDE), ground=UNKNOWN) is SATISFIED

    def test_one_neighbour_among_several_is_enough(self) -> None:
        assert second(belonging(AWAY), belonging(BESIDE)) is SATISFIED

    def test_a_neighbour_that_they_have_left_is_no_ground(self) -> None:
        assert second(belonging(AWAY), belonging(BESIDE, left_on=TODAY)) is VIOLATED

    @pytest.mark.parametrize(
        "other",
        [
            belonging(MSP(id="msp")),
            belonging(AWAY, left_on=TODAY),
            belonging(AWAY, joined_on=date(2024, 6, 2)),
            belonging(AWAY, partner=True),
        ],
        ids=["of a maison de santé", "left", "not joined yet", "partner only"],
    )
    def test_is_about_another_cpts_that_runs_that_day(self, other: Belonging) -> None:
        assert second(other) is NOT_APPLICABLE
        assert second() is NOT_APPLICABLE

    def test_is_about_joining_a_cpts(self) -> None:
        assert second(belonging(AWAY), structure=MSP(id="msp")) is NOT_APPLICABLE

    @pytest.mark.parametrize("who", [Organisation(id="o"), Person(id="p")])
    def test_the_practice_speaks_of_professionals(self, who: Any) -> None:
        assert second(belonging(AWAY, who), who=who) is NOT_APPLICABLE

    def test_since_the_practice_is_known(self) -> None:
        assert second(belonging(AWAY), on=date(2021, 5, 13)) is NOT_APPLICABLE
        assert second(belonging(AWAY), on=date(2021, 5, 14)) is VIOLATED

    def test_trap_12_is_never_a_violation_of_law(self) -> None:
        asked = Candidature(structure=HERE, membership=belonging(HERE).membership, others=(belonging(AWAY),))
        assessment = judged(asked)
        assert assessment.ok
        (warning,) = assessment.warnings
        assert warning.rule.authority is Authority.PRACTICE
        assert "Pays de la Loire" in warning.explain("fr")


class TestSeveralCpts:
    def test_trap_12_one_warning_for_the_person(self) -> None:
        held = (belonging(HERE), belonging(AWAY), belonging(cpts("autre", "13055")))
        assessment = judged(Belongings(id=NURSE.id, held=held, payments=()))
        assert [verdict.rule.id for verdict in assessment.warnings] == [SEVERAL]
        assert assessment.ok

    def test_a_ground_on_one_of_them_is_enough(self) -> None:
        ground = SecondMembershipGround.SPECIFIC_ACTION
        for held in permutations((belonging(HERE), belonging(AWAY, ground=ground))):
            assert several(*held) is SATISFIED

    def test_a_ground_stated_for_a_membership_that_ended_is_none(self) -> None:
        over = belonging(BESIDE, ground=SecondMembershipGround.BORDER_ZONE, left_on=TODAY)
        assert several(belonging(HERE), belonging(AWAY), over) is VIOLATED

    def test_a_border_with_a_cpts_that_one_has_left_is_none(self) -> None:
        held = (belonging(HERE), belonging(AWAY), belonging(BESIDE, left_on=TODAY))
        for in_some_order in permutations(held):
            assert several(*in_some_order) is VIOLATED

    def test_the_border_ground_is_derived(self) -> None:
        for held in permutations((belonging(HERE), belonging(BESIDE), belonging(AWAY))):
            assert several(*held) is SATISFIED

    def test_what_is_unknown_leaves_it_open(self) -> None:
        assert several(belonging(HERE), belonging(AWAY, ground=UNKNOWN)) is UNDETERMINED
        assert several(belonging(HERE), belonging(AWAY, left_on=UNKNOWN)) is UNDETERMINED
        assert several(belonging(HERE), belonging(BESIDE, ground=UNKNOWN)) is SATISFIED

    def test_takes_two_cpts(self) -> None:
        assert several(belonging(HERE)) is NOT_APPLICABLE
        assert several(belonging(HERE), belonging(MSP(id="msp"))) is NOT_APPLICABLE
        assert several(belonging(HERE), belonging(AWAY, partner=True)) is NOT_APPLICABLE
        assert several() is NOT_APPLICABLE

    def test_an_organisation_may_belong_to_as_many_as_it_likes(self) -> None:
        hospital = Organisation(id="o")
        assert several(belonging(HERE, hospital), belonging(AWAY, hospital)) is NOT_APPLICABLE


class TestSharedTerritory:
    def test_trap_25_is_information_and_no_fault(self) -> None:
        assessment = judged(Neighbours(one=HERE, other=cpts("autre", *FAR, "33039")))
        assert assessment.outcome_of(SHARED) is SATISFIED
        assert not assessment.violated
        (verdict,) = assessment.of(SHARED)
        assert (verdict.rule.authority, verdict.rule.modality) == (Authority.LAW, Modality.PERMISSION)

    def test_is_said_only_where_communes_are_shared(self) -> None:
        assert judged(Neighbours(one=HERE, other=BESIDE)).outcome_of(SHARED) is NOT_APPLICABLE
        unknown = Neighbours(one=HERE, other=cpts("inconnue", territory=UNKNOWN))
        assert judged(unknown).outcome_of(SHARED) is UNDETERMINED

    def test_names_both_ways_round_alike(self) -> None:
        for one, other in permutations((HERE, cpts("autre", *FAR))):
            assert judged(Neighbours(one=one, other=other)).outcome_of(SHARED) is SATISFIED

    def test_since_there_are_cpts(self) -> None:
        pair = Neighbours(one=HERE, other=cpts("autre", *FAR))
        assert judged(pair, date(2016, 1, 27)).outcome_of(SHARED) is NOT_APPLICABLE
        assert judged(pair, date(2016, 1, 28)).outcome_of(SHARED) is SATISFIED


MEMBER = (member(NURSE),)


def paid(by: str, amount: Any, on: Any = date(2023, 3, 1), **facts: Any) -> ReceivedPayment:
    told: dict[str, Any] = {
        "nature": PaymentNature.INDEMNITE,
        "practises_in_member_structure": False,
        "memberships": MEMBER,
    }
    amount = Decimal(amount) if isinstance(amount, str) else amount
    return ReceivedPayment(cpts=by, beneficiary=NURSE.id, amount=amount, paid_on=on, **(told | facts))


def received(*payments: ReceivedPayment, on: date = TODAY) -> Assessment:
    return judged(Belongings(id=NURSE.id, held=(), payments=payments), on)


def cap(*payments: ReceivedPayment, on: date = TODAY) -> Outcome:
    return received(*payments, on=on).outcome_of(CAP)


class TestCeilingOverAllCpts:
    def test_trap_24_is_that_of_the_professional_over_every_cpts(self) -> None:
        assert cap(paid("a", "40000"), paid("b", "3992")) is SATISFIED
        assert cap(paid("a", "40000"), paid("b", "3992.01")) is VIOLATED

    def test_neither_cpts_alone_exceeds_it(self) -> None:
        for name in "ab":
            payment = Payment(
                beneficiary=NURSE.id, amount=Decimal(40000), paid_on=date(2023, 3, 1),
                nature=PaymentNature.INDEMNITE, practises_in_member_structure=False,
            )  # fmt: skip
            alone = CPTS(id=name, members=MEMBER, payments=(payment,))
            law = Law(rules=csp_d1434_44.RULES, articles=csp_d1434_44.ARTICLES)
            assert assess(alone, on=TODAY, law=law).outcome_of("cpts.plafond-indemnites") is SATISFIED
        assert cap(paid("a", "40000"), paid("b", "40000")) is VIOLATED

    def test_one_cpts_alone_is_judged_by_its_own_ceiling(self) -> None:
        assert cap(paid("a", "40000"), paid("a", "40000")) is NOT_APPLICABLE
        assert cap() is NOT_APPLICABLE

    def test_each_civil_year_apart(self) -> None:
        payments = (paid("a", "40000"), paid("b", "40000", date(2024, 1, 1)))
        assert cap(*payments) is NOT_APPLICABLE
        verdicts = received(*payments, paid("b", "1"), paid("a", "40000", date(2024, 2, 1))).of(CAP)
        assert [(verdict.part.year, verdict.outcome) for verdict in verdicts] == [
            (2023, SATISFIED),
            (2024, VIOLATED),
        ]

    def test_indemnities_and_remunerations_are_summed(self) -> None:
        assert cap(paid("a", "40000"), paid("b", "4000", nature=PaymentNature.REMUNERATION)) is VIOLATED

    def test_only_payments_that_the_article_governs_count(self) -> None:
        assert cap(paid("a", "40000"), paid("b", "40000", memberships=())) is SATISFIED
        inside = paid("b", "40000", memberships=(), practises_in_member_structure=True)
        assert cap(paid("a", "40000"), inside) is VIOLATED
        before = paid("b", "40000", memberships=(member(NURSE, joined_on=date(2023, 3, 2)),))
        assert cap(paid("a", "40000"), before) is SATISFIED

    def test_whose_member_they_were_is_asked_where_it_matters(self) -> None:
        assert cap(paid("a", "40000"), paid("b", "40000", memberships=UNKNOWN)) is UNDETERMINED
        assert cap(paid("a", "4"), paid("b", "4", memberships=UNKNOWN)) is SATISFIED

    def test_a_payment_of_unknown_day_may_be_of_the_year(self) -> None:
        assert cap(paid("a", "40000"), paid("b", "40000", UNKNOWN)) is UNDETERMINED
        assert cap(paid("a", "4"), paid("b", "4"), paid("b", "4", UNKNOWN)) is SATISFIED
        assert cap(paid("a", "4", UNKNOWN), paid("b", "4", UNKNOWN)) is UNDETERMINED
        assert cap(paid("a", "40000"), paid("b", "40000"), paid("b", "4", UNKNOWN)) is VIOLATED

    def test_of_whom_one_cpts_paid_on_an_unknown_day_nothing_is_added(self) -> None:
        assert cap(paid("a", "40000"), paid("a", "40000", UNKNOWN)) is NOT_APPLICABLE

    def test_an_organisation_that_was_paid_says_not_which_professional_was(self) -> None:
        passed_on = paid("b", "40000", memberships=(member(Organisation(id=NURSE.id)),))
        (verdict,) = received(paid("a", "40000"), passed_on).of(CAP)
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None

    def test_payments_that_are_not_told_leave_it_open(self) -> None:
        unknown = Belongings(id=NURSE.id, held=())
        assert judged(unknown).outcome_of(CAP) is UNDETERMINED
        assert "payments" in {fact.path for fact in missing(unknown, on=TODAY, law=LAW)}

    def test_begins_with_the_decree(self) -> None:
        payments = (paid("a", "40000", date(2022, 3, 18)), paid("b", "40000", date(2022, 3, 18)))
        assert cap(*payments, on=date(2022, 3, 17)) is NOT_APPLICABLE
        assert cap(*payments, on=date(2022, 3, 18)) is VIOLATED

    def test_binds_nobody_who_was_paid_before_the_decree_alone(self) -> None:
        early = [paid(name, "40000", date(2022, 3, 17)) for name in "ab"]
        assert cap(*early) is NOT_APPLICABLE
        assert cap(*early, paid("a", "1", date(2022, 3, 18))) is UNDETERMINED
        new_year = [paid(name, "40000", date(2022, 1, 1)) for name in "ab"]
        assert cap(*new_year, paid("a", "1", date(2022, 3, 18))) is UNDETERMINED

    def test_is_regulation_read_so_by_inference(self) -> None:
        (rule,) = LAW.versions(CAP)
        assert (rule.authority, rule.evidence) == (Authority.REGULATION, Evidence.DERIVED)
        assert rule.blocking
