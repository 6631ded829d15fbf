"""Each payment of a table judged, and each person's civil year over all structures."""

from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import infirmier, member
from cpts_model import (
    CPTS,
    LAW,
    MSP,
    UNKNOWN,
    Organisation,
    Outcome,
    Payment,
    PaymentNature,
    Person,
    assess,
)
from cpts_model.facts.modes import Mode
from cpts_model.law import csp_d1434_44, pass_table
from cpts_model.register import Register
from cpts_model.register.across import belongings_of
from cpts_model.register.payments import PaidBy, PaymentReport, PersonYear, Sum, When, payment_check

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
INDEMNITE, REMUNERATION = PaymentNature.INDEMNITE, PaymentNature.REMUNERATION

WHO, OTHER = "A. Inventée", "B. Inventé"
DAY = date(2025, 3, 1)
PASS_2025 = Decimal(47_100)
CENT = Decimal("0.01")


def euros(amount: Any) -> Decimal:
    return Decimal(amount)


def paid(amount: Any, on: Any = DAY, *, by: str = "a", who: str = WHO, **facts: Any) -> PaidBy:
    told: dict[str, Any] = {
        "nature": INDEMNITE,
        "compensates_lost_income": True,
        "practises_in_member_structure": False,
    }
    sum_ = amount if amount is UNKNOWN else Decimal(amount)
    return PaidBy(by, Payment(beneficiary=who, amount=sum_, paid_on=on, **(told | facts)))


def cpts(structure_id: str, *members: Any, **facts: Any) -> CPTS:
    return CPTS(id=structure_id, members=members, **({"payments": ()} | facts))  # type: ignore[arg-type]


def two_cpts(**facts: Any) -> Register:
    return Register([cpts(one, member(infirmier(WHO)), member(infirmier(OTHER)), **facts) for one in "ab"])


def check(*table: PaidBy, register: Register | None = None, year: int = 2025, **how: Any) -> PaymentReport:
    return payment_check(two_cpts() if register is None else register, table, year=year, **how)


def outcome(*table: PaidBy, who: str = WHO, **how: Any) -> Outcome:
    return check(*table, **how).of(who).outcome


class TestCeiling:
    @pytest.mark.parametrize(
        ("year", "ceiling"), [(2023, "43992"), (2024, "46368"), (2025, "47100"), (2026, "48060")]
    )
    def test_is_the_pass_of_the_year_to_the_cent(self, year: int, ceiling: str) -> None:
        on = date(year, 12, 31)
        assert outcome(paid(ceiling, on), year=year) is SATISFIED
        assert outcome(paid(euros(ceiling) + CENT, on), year=year) is VIOLATED

    def test_sums_what_two_cpts_pay_each_under_it(self) -> None:
        half = PASS_2025 / 2
        within = check(paid(half), paid(half, by="b")).of(WHO)
        assert within.outcome is SATISFIED
        assert within.total == Sum(PASS_2025, PASS_2025)
        assert within.remaining == Sum(Decimal(0), Decimal(0))
        over = check(paid(half), paid(half + CENT, by="b"))
        assert over.of(WHO).outcome is VIOLATED
        assert over.of(WHO).by_structure == (("a", Sum(half, half)), ("b", Sum(half + CENT, half + CENT)))
        assert over.breaches == (over.of(WHO),)
        rule = over.of(WHO).rule
        assert rule is not None
        assert rule.id == "cpts.plafond-toutes-cpts"
        assert "pour chaque professionnel" in over.of(WHO).explain("fr")

    def test_that_is_exceeded_is_told_with_the_amount_above_it(self) -> None:
        report = check(paid(PASS_2025), paid("1234.5"), paid(1))
        person = report.of(WHO)
        assert "plafond 47 100,00 € ; dépassement : 1 235,50 €" in person.explain("fr")
        assert "ceiling €47,100.00; exceeded by €1,235.50" in person.explain("en")
        assert "reste" not in person.explain("fr")
        reached, over, further = (line.explain("fr") for line in report.lines)
        assert "reste sous le plafond : 0,00 €" in reached
        assert "dépassement du plafond : 1 234,50 €" in over
        assert "dépassement du plafond : 1 235,50 €" in further
        unbounded = check(paid(PASS_2025 + 1), paid(UNKNOWN)).of(WHO)
        assert "dépassement : au moins 1,00 €" in unbounded.explain("fr")
        undecided = check(paid(PASS_2025), paid(1, UNKNOWN)).of(WHO)
        assert "reste 0,00 €" in undecided.explain("fr")

    def test_sums_of_each_cpts_bear_its_name(self) -> None:
        payers = [cpts(one, member(infirmier(WHO)), name=f"CPTS {one.upper()}") for one in "ab"]
        person = check(paid(10), paid(20, by="b"), register=Register(payers)).of(WHO)
        assert "    CPTS A : 10,00 €\n    CPTS B : 20,00 €" in person.explain("fr")

    def test_is_that_of_each_professional(self) -> None:
        report = check(paid(PASS_2025), paid(PASS_2025, who=OTHER))
        assert [person.outcome for person in report.people] == [SATISFIED, SATISFIED]
        assert report.breaches == ()

    def test_is_that_of_the_civil_year(self) -> None:
        table = (paid(PASS_2025, date(2025, 12, 31)), paid(1, date(2026, 1, 1)), paid(1, date(2024, 12, 31)))
        report = check(*table)
        assert report.of(WHO).outcome is SATISFIED
        assert [line.when for line in report.lines] == [When.IN_YEAR, When.OTHER_YEAR, When.OTHER_YEAR]
        assert [line.number for line in report.other_years] == [2, 3]
        one = check(paid(1), paid(1, date(2024, 12, 31)))
        assert "D'une autre année, non jugée ici : ligne 2" in one.explain("fr")
        assert "Of another year, not judged here: line 2" in one.explain("en")
        assert "D'une autre année, non jugées ici : lignes 2, 3" in report.explain("fr")
        assert report.lines[1].outcome is NOT_APPLICABLE
        with pytest.raises(KeyError):
            check(paid(1, date(2024, 1, 1))).of(WHO)

    def test_of_a_year_to_come_is_not_that_of_the_year_before(self) -> None:
        person = check(paid(1, date(2027, 1, 1)), year=2027).of(WHO)
        assert (person.outcome, person.ceiling, person.remaining) == (UNDETERMINED, None, None)
        assert person.reason is not None
        assert "l'année 2027 n'est pas connu ici" in person.explain("fr")

    def test_of_2022_leaves_open_what_was_paid_before_the_decree(self) -> None:
        early, late = date(2022, 3, 17), date(2022, 3, 18)
        ceiling = Decimal(41_136)
        assert outcome(paid(ceiling, late), year=2022) is SATISFIED
        assert outcome(paid(ceiling + CENT, late), year=2022) is VIOLATED
        assert outcome(paid(ceiling, early), year=2022) is SATISFIED
        report = check(paid(1, early), paid(ceiling, late), year=2022)
        person = report.of(WHO)
        assert person.outcome is UNDETERMINED
        assert person.reason == csp_d1434_44.EARLY_2022
        assert person.total == Sum(ceiling, ceiling + 1)
        assert any("2022 : le plafond est celui de l'année entière" in text.fr for text in person.readings)
        assert report.lines[0].outcome is NOT_APPLICABLE
        assert "antérieur au 18 mars 2022" in report.lines[0].explain("fr")
        assert "antérieur" not in report.lines[1].explain("fr")

    def test_is_none_before_the_article(self) -> None:
        report = check(paid(1_000_000, date(2021, 6, 1)), year=2021)
        person = report.of(WHO)
        assert (person.outcome, person.ceiling, person.rule) == (NOT_APPLICABLE, None, None)
        assert any("n'est en vigueur que depuis le 18 mars 2022" in note.fr for note in report.notes)
        assert "ceiling" not in person.explain("en")
        assert report.lines[0].remaining is None
        assert "Total de l'année après ce versement : 1 000 000,00 €" in report.explain("fr")

    def test_says_when_the_article_was_last_seen(self) -> None:
        assert any("vu en vigueur le" in note.fr for note in check(paid(1)).notes)
        assert check(paid(1, date(2022, 6, 1)), year=2022).notes == ()


class TestRunningTotal:
    def test_follows_the_order_of_payment_and_marks_the_line_that_exceeds(self) -> None:
        table = (
            paid(2000, date(2025, 5, 1)),
            paid(46_000, date(2025, 1, 10), by="b"),
            paid(1, date(2025, 6, 1)),
        )
        first, second, third = check(*table).lines
        assert second.running == Sum(Decimal(46_000), Decimal(46_000))
        assert second.remaining == Sum(Decimal(1100), Decimal(1100))
        assert first.running == Sum(Decimal(48_000), Decimal(48_000))
        assert first.remaining == Sum(Decimal(0), Decimal(0))
        assert [line.crosses for line in (first, second, third)] == [True, False, False]
        assert "fait dépasser le plafond" in first.explain("fr")

    def test_may_hold_any_payment_of_unknown_day(self) -> None:
        dated, undated = check(paid(100), paid(20, UNKNOWN)).lines
        assert dated.running == undated.running == Sum(Decimal(100), Decimal(120))
        assert undated.when is When.UNDATED
        assert not check(paid(PASS_2025), paid(20, UNKNOWN)).lines[0].crosses

    def test_of_the_same_day_follows_the_table(self) -> None:
        lines = check(paid(1), paid(2)).lines
        assert [line.running.least for line in lines if line.running] == [1, 3]


class TestWhatIsUnknown:
    def test_an_unknown_amount_leaves_the_sum_open_above(self) -> None:
        report = check(paid(UNKNOWN), paid(100))
        person = report.of(WHO)
        assert person.total == Sum(Decimal(100), None)
        assert person.remaining == Sum(Decimal(0), PASS_2025 - 100)
        assert person.outcome is UNDETERMINED
        assert [question.fr for question in person.questions] == ["ligne 1 : montant (euros)"]
        assert "au moins 100,00 €" in person.explain("fr")
        assert "at least €100.00" in person.explain("en")
        assert not report.settled

    def test_a_day_nobody_knows_may_be_of_the_year_or_not(self) -> None:
        assert outcome(paid(PASS_2025, UNKNOWN)) is SATISFIED
        report = check(paid(PASS_2025 + CENT, UNKNOWN))
        assert report.of(WHO).outcome is UNDETERMINED
        assert report.of(WHO).total == Sum(Decimal(0), PASS_2025 + CENT)
        assert "ligne 1 : versé le" in [question.fr for question in report.questions]
        assert "jour inconnu" in report.explain("fr")

    def test_an_unknown_amount_does_not_hide_a_breach(self) -> None:
        assert outcome(paid(UNKNOWN), paid(PASS_2025 + CENT)) is VIOLATED

    def test_an_open_membership_leaves_it_open_whether_the_sum_counts(self) -> None:
        register = Register([cpts("a", member(infirmier(OTHER)), member(infirmier(WHO), left_on=UNKNOWN))])
        report = check(paid(PASS_2025 + CENT), register=register)
        assert report.of(WHO).outcome is UNDETERMINED
        assert report.lines[0].member is report.lines[0].counts is UNDETERMINED
        assert [question.fr for question in report.of(WHO).questions] == [
            "date de départ (premier jour hors de la structure) (a, members[1].left_on)"
        ]

    def test_each_question_is_told_once(self) -> None:
        report = check(paid(UNKNOWN))
        assert report.explain("fr").count("ligne 1 : montant (euros)") == 1
        assert "ligne 1 : montant (euros)" in report.of(WHO).explain("fr")
        assert "ligne 1 : montant (euros)" in report.lines[0].explain("fr")

    def test_of_a_member_it_is_not_asked_whether_they_practise_in_a_member_structure(self) -> None:
        table = (paid(10, compensates_lost_income=UNKNOWN, practises_in_member_structure=UNKNOWN),)
        register = Register([cpts("a", member(infirmier(WHO)), member(Organisation(id="o")), projet=None)])
        (line,) = check(*table, register=register).lines
        asked = [question.fr for question in line.questions]
        assert any("perte de revenus" in question for question in asked)
        assert not any("structure adhérente" in question for question in asked)

    def test_the_same_line_twice_is_asked_about_and_counted_twice(self) -> None:
        report = check(paid(60), paid(60), paid(60, by="b"))
        assert report.of(WHO).total.least == 180
        asked = [question.fr for question in report.questions if "la même que" in question.fr]
        assert asked == ["ligne 2 : la même que la ligne 1 ; un versement, ou deux ?"]
        old = paid(60, date(2020, 1, 1))
        assert not any("la même que" in question.fr for question in check(old, old).questions)


class TestStanding:
    def test_of_a_member_is_that_of_the_day_of_payment(self) -> None:
        register = Register([cpts("a", member(infirmier(WHO), left_on=DAY))])
        eve, day = check(paid(10, date(2025, 2, 28)), paid(10, DAY), register=register).lines
        assert (eve.member, eve.counts) == (SATISFIED, SATISFIED)
        assert (day.member, day.counts, day.outcome) == (VIOLATED, VIOLATED, VIOLATED)
        assert day.running is None
        report = check(paid(10, DAY), register=register)
        assert [line.number for line in report.not_governed] == [1]
        assert report.breaches == ()  # the article gives no right to it; it forbids nothing
        assert report.of(WHO).total == Sum(Decimal(0), Decimal(0))
        assert "  - La CPTS peut verser" in report.explain("fr")

    def test_a_member_of_another_cpts_is_none_of_the_one_that_pays(self) -> None:
        register = Register([cpts("a"), cpts("b", member(infirmier(WHO)))])
        (line,) = check(paid(10), register=register).lines
        assert line.counts is VIOLATED
        assert line.standing is not None
        assert "membre de b" in line.standing.fr

    def houses(self, *, by_finess: bool = False, **facts: Any) -> Register:
        organisation = (
            Organisation(id="o", finess="920000001") if by_finess else Organisation(id="msp", finess=UNKNOWN)
        )
        house = MSP(
            id="msp", finess="920000001", members=(member(infirmier(WHO), **facts), member(Person(id="U")))
        )
        return Register([cpts("a", member(organisation, joined_on=DAY)), house])

    @pytest.mark.parametrize("by_finess", [False, True])
    def test_practising_in_a_member_structure_is_derived_and_makes_nobody_a_member(
        self, by_finess: bool
    ) -> None:
        register = self.houses(by_finess=by_finess)
        unsaid: dict[str, Any] = {"practises_in_member_structure": UNKNOWN}
        report = check(paid(PASS_2025 + CENT, **unsaid), register=register)
        (line,) = report.lines
        assert (line.through, line.member, line.counts) == (("msp",), VIOLATED, SATISFIED)
        assert report.of(WHO).outcome is VIOLATED
        assert line.standing is not None
        assert line.standing.fr == "Exerce dans msp, structure adhérente de a."
        assert register.members_of("a", on=DAY)[0].member.id != WHO

    def test_and_only_while_the_structure_is_a_member(self) -> None:
        unsaid: dict[str, Any] = {"practises_in_member_structure": UNKNOWN}
        (before,) = check(paid(10, date(2025, 2, 28), **unsaid), register=self.houses()).lines
        assert (before.through, before.counts) == ((), VIOLATED)  # no member structure at all that day

    def test_and_only_while_the_professional_is_one_of_its_members(self) -> None:
        unsaid: dict[str, Any] = {"practises_in_member_structure": UNKNOWN}
        (gone,) = check(paid(10, **unsaid), register=self.houses(left_on=DAY)).lines
        assert gone.counts is UNDETERMINED  # one may practise there without being a member of it
        assert any("exerce dans une structure adhérente" in question.fr for question in gone.questions)
        assert gone.standing is not None
        assert "on ne peut pas encore le dire" in gone.standing.fr
        (user,) = check(paid(10, who="U", **unsaid), register=self.houses()).lines
        assert user.through == ()

    def test_a_cpts_is_no_place_of_practice(self) -> None:
        register = Register([cpts("a", member(Organisation(id="b"))), cpts("b", member(infirmier(WHO)))])
        (line,) = check(paid(10, practises_in_member_structure=UNKNOWN), register=register).lines
        assert line.through == ()
        assert line.counts is UNDETERMINED

    def test_what_the_table_tells_stands_and_a_contradiction_is_told(self) -> None:
        (denied,) = check(paid(10), register=self.houses()).lines
        assert denied.counts is VIOLATED
        assert any("le registre montre le contraire" in note.fr for note in denied.notes)
        (told,) = check(paid(10, practises_in_member_structure=True), register=Register([cpts("a")])).lines
        assert told.counts is SATISFIED
        assert told.standing is not None
        assert "selon le tableau" in told.standing.fr

    def test_an_organisation_may_have_passed_the_sum_on(self) -> None:
        register = self.houses()
        report = check(
            paid(PASS_2025 + CENT, who="msp", practises_in_member_structure=UNKNOWN), register=register
        )
        person = report.of("msp")
        assert person.outcome is UNDETERMINED
        assert person.reason == csp_d1434_44.PER_PROFESSIONAL
        assert any("reversée" in note.fr for note in report.lines[0].notes)
        assert outcome(paid(PASS_2025, who="msp"), who="msp", register=register) is SATISFIED

    def test_a_structure_of_the_register_is_an_organisation_though_no_member(self) -> None:
        (line,) = check(paid(10, who="b"), register=two_cpts()).lines
        assert any("reversée" in note.fr for note in line.notes)

    def test_of_an_unknown_day_is_open_unless_they_never_had_to_do_with_it(self) -> None:
        register = Register([cpts("a", member(infirmier(WHO))), cpts("b")])
        (there,) = check(paid(10, UNKNOWN), register=register).lines
        (never,) = check(paid(10, UNKNOWN, by="b"), register=register).lines
        assert (there.member, never.member) == (UNDETERMINED, VIOLATED)


class TestLines:
    def test_of_a_structure_nobody_knows_are_located_and_may_count(self) -> None:
        report = check(paid(100, by="aa"), paid(100))
        line = report.lines[0]
        assert line.problem is not None
        assert "identifiants proches : a" in line.problem.fr
        assert (line.outcome, line.counts) == (UNDETERMINED, UNDETERMINED)
        assert report.of(WHO).total == Sum(Decimal(100), Decimal(200))
        assert "ligne 1 : la structure qui a payé" in [
            question.fr for question in report.of(WHO).questions
        ] + [question.fr for question in report.questions]
        assert check(paid(100, by="zzzz")).lines[0].problem == check(paid(2, by="zzzz")).lines[0].problem
        told = check(paid(PASS_2025 + CENT, by="zzzz", practises_in_member_structure=True))
        assert told.of(WHO).outcome is UNDETERMINED

    def test_of_a_structure_that_is_no_cpts_are_not_governed(self) -> None:
        register = Register(
            [cpts("a", member(infirmier(WHO))), MSP(id="m", members=(member(infirmier(WHO)),))]
        )
        report = check(paid(1_000_000, by="m"), paid(1), register=register)
        assert report.lines[0].outcome is NOT_APPLICABLE
        assert "n'est pas une CPTS" in report.explain("fr")
        assert report.of(WHO).total == Sum(Decimal(1), Decimal(1))

    def test_of_a_beneficiary_nobody_knows_offer_the_ids_like_it(self) -> None:
        (line,) = check(paid(1, who="A. Inventee")).lines
        assert any(f"identifiants proches : {WHO}" in note.fr for note in line.notes)
        (far,) = check(paid(1, who="zzz")).lines
        assert any(note.fr == "Le registre ne connaît pas « zzz »." for note in far.notes)
        (unlisted,) = check(paid(1, who="zzz"), register=Register([CPTS(id="a")])).lines
        assert unlisted.notes == ()
        assert unlisted.counts is UNDETERMINED

    def test_are_judged_by_their_nature(self) -> None:
        mission = {"nature": REMUNERATION, "for_public_service_mission": True}
        register = two_cpts(convention_signed_on=DAY, projet=None)
        fine, early, no_loss, nothing = check(
            paid(1, **mission),
            paid(1, date(2025, 2, 28), **mission),
            paid(1, compensates_lost_income=False),
            paid(1, nature=UNKNOWN, compensates_lost_income=UNKNOWN),
            register=register,
        ).lines
        assert (fine.outcome, fine.breaches) == (SATISFIED, ())
        assert {verdict.rule.id for verdict in fine.warnings} == {"cpts.versement-projet-valide"}
        assert {verdict.rule.id for verdict in early.warnings} == {
            "cpts.versement-projet-valide",
            "cpts.remuneration-convention",
        }
        assert [verdict.rule.id for verdict in no_loss.breaches] == ["cpts.indemnite-perte-de-revenus"]
        assert "✗ L'indemnité compense" in no_loss.explain("fr")
        assert "! Une rémunération suppose la convention" in early.explain("fr")
        assert nothing.outcome is UNDETERMINED
        assert "nature inconnue" in nothing.heading("fr")
        assert "ligne 4 : nature" in [question.fr for question in nothing.questions]

    def test_of_an_indemnity_say_that_the_reading_is_disputed(self) -> None:
        indemnity, pay = check(paid(1), paid(1, nature=REMUNERATION, for_public_service_mission=True)).lines
        assert any("Discuté" in text.fr for text in indemnity.readings)
        assert pay.readings == ()
        assert "Disputed" in indemnity.explain("en")

    def test_of_a_salaried_beneficiary_say_what_some_cpts_ask(self) -> None:
        register = Register([cpts("a", member(infirmier(WHO, mode=Mode.SALARIE)))])
        (line,) = check(paid(1), register=register).lines
        assert any("convention avec l'employeur" in note.fr for note in line.notes)
        assert line.outcome is SATISFIED

    def test_name_people_and_structures_as_the_register_does(self) -> None:
        named = attrs.evolve(infirmier("p1"), name="Camille Inventé")
        register = Register([CPTS(id="a", name="CPTS des Deux Rives", members=(member(named),))])
        (line,) = check(paid("1234.5", who="p1"), register=register).lines
        assert line.heading("fr") == (
            "Ligne 1 : versement de CPTS des Deux Rives à Camille Inventé (p1), 1 234,50 €, 01/03/2025, "
            "indemnité (perte de revenus)"
        )
        assert "€1,234.50, 2025-03-01" in line.heading("en")
        assert "1,005" in check(paid("1.005", who="p1"), register=register).lines[0].heading("fr")
        assert repr(line) == "<PaymentLine 1: p1 (2025-03-01), satisfied>"


class TestTable:
    def register(self, **facts: Any) -> Register:
        own = (paid(100).payment, paid(7, date(2024, 1, 1)).payment)
        return Register(
            [
                cpts("a", member(infirmier(WHO)), payments=own),
                CPTS(id="b", members=(member(infirmier(OTHER)),), **facts),
            ]
        )

    def test_left_out_is_what_the_cpts_of_the_register_hold(self) -> None:
        report = payment_check(self.register(payments=()), year=2025)
        assert [line.payment.amount for line in report.lines] == [100, 7]
        assert report.of(WHO).total.least == 100
        assert report.settled  # only doctrine asks for more
        assert {question.fr for question in report.questions} == {"projet de santé (a, projet)"}
        assert report.untold == ()

    def test_stands_alone_unless_the_registers_own_payments_are_asked_for(self) -> None:
        register = self.register(payments=())
        alone = check(paid(50), register=register)
        assert alone.of(WHO).total.least == 50
        assert any("le registre en tient d'autres" in note.fr for note in alone.notes)
        together = check(paid(50), register=register, and_own=True)
        assert together.of(WHO).total.least == 150
        assert [line.payment.amount for line in together.lines] == [50, 100]
        assert not any("le registre en tient d'autres" in note.fr for note in together.notes)

    def test_of_payments_nobody_told_leaves_open_who_had_to_do_with_the_cpts(self) -> None:
        register = self.register(payments=UNKNOWN)
        table = (paid(1, who=OTHER, by="a"),)
        report = check(*table, register=register, and_own=True)
        assert report.untold == ("b",)
        assert (report.of(WHO).outcome, report.of(OTHER).outcome) == (SATISFIED, UNDETERMINED)
        member_of_both = Register(
            [cpts("a", member(infirmier(OTHER))), CPTS(id="b", members=(member(infirmier(OTHER)),))]
        )
        report = check(*table, register=member_of_both, and_own=True)
        assert repr(report.of(OTHER)) == "<PersonYear 'B. Inventé' 2025: at least €1.00, undetermined>"
        assert report.of(OTHER).total == Sum(Decimal(1), None)
        assert "les versements de b" in [question.fr for question in report.of(OTHER).questions]
        assert not report.settled
        assert "les versements de b" in [question.fr for question in report.questions]
        unlisted = Register([cpts("a", member(infirmier(OTHER))), CPTS(id="b")])
        assert check(*table, register=unlisted, and_own=True).of(OTHER).outcome is UNDETERMINED
        assert check(*table, register=member_of_both).of(OTHER).outcome is SATISFIED

    def test_that_is_empty_is_settled(self) -> None:
        report = check()
        assert report.settled
        assert (report.lines, report.people, report.breaches, report.questions) == ((), (), (), ())
        assert report.explain("fr").startswith("Versements de l'année civile 2025, jugés au 31/12/2025")
        assert repr(report) == "<PaymentReport 2025: 0 lines, 0 breaches>"
        with pytest.raises(TypeError, match="no truth value"):
            bool(report)

    def test_of_no_year_of_the_calendar_is_refused(self) -> None:
        with pytest.raises(ValueError, match="year"):
            check(year=0)

    def test_is_judged_under_the_law_given(self) -> None:
        bare = attrs.evolve(LAW, rules=(csp_d1434_44.PLAFOND,), articles=())
        report = check(paid(PASS_2025 + CENT), law=bare)
        assert report.of(WHO).outcome is VIOLATED
        assert report.lines[0].verdicts == ()


# --- Against the rules themselves, and against every completion

AMOUNTS = [Decimal(0), Decimal(7_100), Decimal(40_000), Decimal("40000.01")]
DAYS = [date(2024, 12, 31), date(2025, 1, 1), date(2025, 6, 1), date(2026, 1, 1)]


@st.composite
def tables(draw: st.DrawFn) -> list[PaidBy]:
    """Up to four payments by two CPTS, of which facts may be unknown."""
    return [
        paid(
            draw(st.sampled_from([*AMOUNTS, UNKNOWN])),
            draw(st.sampled_from([*DAYS, UNKNOWN])),
            by=draw(st.sampled_from("ab")),
            who=draw(st.sampled_from([WHO, "C"])),
            practises_in_member_structure=draw(st.sampled_from([True, False, UNKNOWN])),
        )
        for _ in range(draw(st.integers(0, 4)))
    ]


def small_register(table: list[PaidBy], **facts: Any) -> Register:
    """Two CPTS, one of which has a member structure, so that nothing is derived."""
    return Register(
        [
            cpts(
                one,
                member(infirmier(WHO), left_on=date(2025, 3, 1)),
                member(Organisation(id="ailleurs")),
                payments=tuple(paid_by.payment for paid_by in table if paid_by.structure_id == one),
            )
            for one in "ab"
        ]
    )


@given(tables())
def test_each_line_is_judged_as_its_cpts_is(table: list[PaidBy]) -> None:
    register = small_register(table)
    report = payment_check(register, table, year=2025)
    for structure in register:
        mine = [line for line in report.lines if line.structure_id == structure.id]
        assessment = assess(structure, on=report.on, law=LAW)
        for rule_id in ("cpts.versements-aux-membres", "cpts.indemnite-perte-de-revenus"):
            verdicts = assessment.of(rule_id)
            for place, line in enumerate(mine):
                if line.in_question:
                    found = [one.outcome for one in line.verdicts if one.rule.id == rule_id]
                    assert found == [verdicts[place].outcome]


@given(tables())
def test_a_person_paid_by_one_cpts_is_judged_as_the_rule_on_the_ceiling_does(table: list[PaidBy]) -> None:
    alone = [attrs.evolve(paid_by, structure_id="a") for paid_by in table]
    register = small_register(alone)
    report = payment_check(register, alone, year=2025)
    rule = {
        verdict.part.beneficiary: verdict.outcome
        for verdict in assess(register.structure("a"), on=report.on, law=LAW).of("cpts.plafond-indemnites")
        if verdict.part is not None and verdict.part.year == 2025
    }
    for person in report.people:
        if person.beneficiary in rule:
            assert person.outcome is rule[person.beneficiary]


@given(tables())
def test_a_person_paid_by_two_cpts_is_judged_as_the_rule_on_all_of_them_does(table: list[PaidBy]) -> None:
    register = small_register(table)
    report = payment_check(register, table, year=2025)
    for person in report.people:
        belongings = belongings_of(register, person.beneficiary)
        for verdict in assess(belongings, on=report.on, law=LAW).of("cpts.plafond-toutes-cpts"):
            if (
                verdict.part is not None
                and verdict.part.year == 2025
                and verdict.outcome in (SATISFIED, VIOLATED)
            ):
                assert person.outcome is verdict.outcome


def completions(table: list[PaidBy]) -> list[list[PaidBy]]:
    """Every way to tell what is untold."""
    every = []
    for paid_by in table:
        payment = paid_by.payment
        amounts = AMOUNTS if payment.amount is UNKNOWN else [payment.amount]
        days = DAYS if payment.paid_on is UNKNOWN else [payment.paid_on]
        told = payment.practises_in_member_structure
        places = [True, False] if told is UNKNOWN else [told]
        every.append(
            [
                attrs.evolve(
                    paid_by,
                    payment=attrs.evolve(
                        payment, amount=amount, paid_on=day, practises_in_member_structure=practises
                    ),
                )
                for amount, day, practises in product(amounts, days, places)
            ]
        )
    return [list(whole) for whole in product(*every)]


def by_hand(table: list[PaidBy], who: str) -> Decimal:
    """What counts in 2025: to a member (who left on 1 March), or to who practises in a member structure."""
    total = Decimal(0)
    for paid_by in table:
        payment = paid_by.payment
        assert isinstance(payment.paid_on, date)
        assert isinstance(payment.amount, Decimal)
        belonged = who == WHO and payment.paid_on < date(2025, 3, 1)
        counts = belonged or payment.practises_in_member_structure is True
        if payment.beneficiary == who and payment.paid_on.year == 2025 and counts:
            total += payment.amount
    return total


@given(tables().filter(lambda table: len(table) <= 2))
def test_the_bounds_hold_every_completion(table: list[PaidBy]) -> None:
    report = payment_check(small_register(table), table, year=2025)
    for person in report.people:
        for whole in completions(table):
            total = by_hand(whole, person.beneficiary)
            assert total in person.total
            assert person.outcome in (UNDETERMINED, VIOLATED if total > PASS_2025 else SATISFIED)


@given(tables())
def test_the_outcome_is_what_the_bounds_say(table: list[PaidBy]) -> None:
    report = payment_check(small_register(table), table, year=2025)
    ceiling = pass_table.pass_of(2025).amount
    for person in report.people:
        assert isinstance(person, PersonYear)
        total = person.total
        if total.least > ceiling:
            expected = VIOLATED
        elif total.most is not None and total.most <= ceiling:
            expected = SATISFIED
        else:
            expected = UNDETERMINED
        assert person.outcome is expected
        assert (person.outcome is not UNDETERMINED) or person.questions
        last = [line.running for line in report.lines if line.number in person.lines[-1:]]
        assert last in ([], [total])
        crossing = [line for line in report.lines if line.crosses and line.number in person.lines]
        assert len(crossing) == (person.outcome is VIOLATED)
    assert all(isinstance(report.explain(lang), str) for lang in ("fr", "en"))


@given(tables())
def test_no_line_is_dropped(table: list[PaidBy]) -> None:
    report = payment_check(small_register(table), table, year=2025)
    assert [line.number for line in report.lines] == list(range(1, len(table) + 1))
    assert [line.payment for line in report.lines] == [paid_by.payment for paid_by in table]
    counted = [number for person in report.people for number in person.lines]
    assert len(counted) == len(set(counted))
    assert {line.number for line in report.lines} == {
        *counted,
        *(line.number for line in report.other_years),
        *(line.number for line in report.not_governed),
    }
