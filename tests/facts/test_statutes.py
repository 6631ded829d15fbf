"""Statutes as data: colleges, fees and the days they cover, votes, versions."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from builders import generaliste, infirmier, member, professional
from cpts_model.engine.dates import Period
from cpts_model.engine.unknown import UNKNOWN, NotSettled, OpenQuestion, UnknownFact
from cpts_model.facts.checks import BadFact
from cpts_model.facts.families import Family
from cpts_model.facts.memberships import FeePayment
from cpts_model.facts.modes import Mode
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, PersonRole, Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.statutes import Admits, College, FeePeriod, Quorum, Statutes
from cpts_model.facts.structures import CPTS
from cpts_model.facts.territories import Territory

DAY = date(2025, 6, 1)
EHPAD = Organisation(id="ehpad", kind=OrganisationKind.EHPAD)
UNSAID = Organisation(id="org")
USER = Person(id="u", role=PersonRole.USAGER)
SOCIAL = Person(id="s", role=PersonRole.OTHER, medico_social_actor=True)
NURSE = infirmier("Nina", practises_in="33281")
HERE = Territory(communes=("33281", "33318"))


def fee(paid_on: date | Any = UNKNOWN, for_year: Any = None, **facts: Any) -> FeePayment:
    return FeePayment(paid_on=paid_on, for_year=for_year, **facts)


class TestWhomACollegeTakes:
    @pytest.mark.parametrize(
        ("criterion", "taken", "refused"),
        [
            (Admits(), NURSE, None),
            (Admits(natural_persons=True), USER, EHPAD),
            (Admits(natural_persons=False), EHPAD, NURSE),
            (Admits(health_professionals=True), NURSE, USER),
            (Admits(health_professionals=False), USER, NURSE),
            (Admits(social_actors=True), EHPAD, USER),
            (Admits(social_actors=True), SOCIAL, Organisation(id="o", kind=OrganisationKind.LABORATOIRE)),
            (Admits(social_actors=False), USER, EHPAD),
            (Family.AUXILIAIRE_MEDICAL, NURSE, generaliste("Géraud")),
            (Profession.INFIRMIER, NURSE, generaliste("Géraud")),
            (Profession.INFIRMIER, NURSE, EHPAD),
            (Mode.LIBERAL, NURSE, infirmier("Sam", mode=Mode.SALARIE)),
            (Mode.LIBERAL, NURSE, EHPAD),
            (OrganisationKind.EHPAD, EHPAD, Organisation(id="o", kind=OrganisationKind.HAD)),
            (OrganisationKind.EHPAD, EHPAD, NURSE),
            (PersonRole.USAGER, USER, SOCIAL),
            (PersonRole.USAGER, USER, NURSE),
            (Admits(on_territory=True), NURSE, infirmier("Loin", practises_in="75113")),
            (Admits(on_territory=False), infirmier("Loin", practises_in="75113"), NURSE),
        ],
    )
    def test_those_who_meet_the_condition_and_nobody_else(
        self, criterion: Any, taken: Any, refused: Any
    ) -> None:
        college = College(name="collège", admits=(criterion,))
        assert college.takes(taken, HERE, DAY)
        assert refused is None or not college.takes(refused, HERE, DAY)

    @pytest.mark.parametrize(
        ("criterion", "candidate"),
        [
            (Admits(social_actors=True), UNSAID),
            (Family.PHARMACIE, Professional(id="p")),
            (Profession.MEDECIN, Professional(id="p")),
            (Profession.MEDECIN, professional("Bio", Profession.BIOLOGISTE_MEDICAL)),
            (Mode.LIBERAL, Professional(id="p")),
            (OrganisationKind.EHPAD, UNSAID),
            (PersonRole.USAGER, Person(id="p")),
            (Admits(on_territory=True), Professional(id="p")),
            (Admits(on_territory=True), EHPAD),
            (Admits(on_territory=True), USER),
        ],
    )
    def test_it_is_open_of_those_of_whom_too_little_is_known(self, criterion: Any, candidate: Any) -> None:
        with pytest.raises(NotSettled):
            College(name="collège", admits=(criterion,)).takes(candidate, HERE, DAY)

    def test_a_biologiste_medical_fits_a_college_that_names_the_profession(self) -> None:
        college = College(name="biologistes", admits=(Profession.BIOLOGISTE_MEDICAL,))
        assert college.takes(professional("Bio", Profession.BIOLOGISTE_MEDICAL), None, DAY)

    def test_without_a_territory_nobody_can_say_who_practises_there(self) -> None:
        college = College(name="collège", admits=(Admits(on_territory=True),))
        with pytest.raises(OpenQuestion, match="the structure has none"):
            college.takes(NURSE, None, DAY)
        with pytest.raises(UnknownFact):
            college.takes(NURSE, UNKNOWN, DAY)

    def test_one_failing_condition_is_enough(self) -> None:
        college = College(name="collège", admits=(Admits(natural_persons=False, on_territory=True),))
        assert not college.takes(NURSE, UNKNOWN, DAY)

    def test_one_fitting_criterion_is_enough(self) -> None:
        college = College(name="collège", admits=[OrganisationKind.EHPAD, Mode.LIBERAL])  # type: ignore[list-item]
        assert college.takes(Professional(id="p", mode=Mode.LIBERAL), UNKNOWN, DAY)

    def test_a_college_whose_conditions_were_not_read_takes_nobody_surely(self) -> None:
        with pytest.raises(UnknownFact):
            College(name="fondateurs").takes(NURSE, HERE, DAY)


class TestSomeCollege:
    NURSES = College(name="infirmiers", admits=(Profession.INFIRMIER,))

    def test_takes_the_candidate_or_none_does(self) -> None:
        statutes = Statutes(colleges=(self.NURSES,))
        assert statutes.some_college_takes(NURSE, None, DAY)
        assert not statutes.some_college_takes(USER, None, DAY)
        assert not Statutes(colleges=None).some_college_takes(USER, None, DAY)

    def test_another_may_where_the_list_was_read_in_part(self) -> None:
        statutes = Statutes(colleges=(self.NURSES,), colleges_read_in_part=True)
        assert statutes.some_college_takes(NURSE, None, DAY)
        with pytest.raises(OpenQuestion, match="in part"):
            statutes.some_college_takes(USER, None, DAY)


class TestTheDaysAFeeCovers:
    def test_a_civil_year_is_covered_whole_whenever_it_was_paid(self) -> None:
        statutes = Statutes(fee=Decimal(60), period=FeePeriod.CIVIL_YEAR)
        assert statutes.period_covered(fee(date(2025, 11, 20))) == Period(date(2025, 1, 1), date(2026, 1, 1))

    def test_the_year_it_was_paid_for_decides_and_not_the_day_of_payment(self) -> None:
        statutes = Statutes(fee=Decimal(60), period=FeePeriod.CIVIL_YEAR)
        assert statutes.period_covered(fee(date(2024, 12, 20), 2025)) == Period(
            date(2025, 1, 1), date(2026, 1, 1)
        )
        assert statutes.period_covered(fee(UNKNOWN, 2025)).start == date(2025, 1, 1)

    def test_from_payment_to_31_december_leaves_out_the_days_before(self) -> None:
        statutes = Statutes(fee=Decimal(10), period=FeePeriod.FROM_PAYMENT)
        assert statutes.period_covered(fee(date(2025, 11, 20))) == Period(
            date(2025, 11, 20), date(2026, 1, 1)
        )

    def test_from_payment_a_fee_paid_ahead_is_of_the_year_it_was_paid_for(self) -> None:
        statutes = Statutes(fee=Decimal(10), period=FeePeriod.FROM_PAYMENT)
        assert statutes.period_covered(fee(date(2025, 12, 20), 2026)) == Period(
            date(2026, 1, 1), date(2027, 1, 1)
        )
        assert statutes.period_covered(fee(date(2026, 1, 10), 2026)) == Period(
            date(2026, 1, 10), date(2027, 1, 1)
        )

    def test_from_payment_a_fee_paid_after_the_year_it_was_for_makes_nobody_up_to_date_in_the_next(
        self,
    ) -> None:
        statutes = Statutes(fee=Decimal(10), period=FeePeriod.FROM_PAYMENT)
        late = fee(date(2026, 1, 10), 2025)
        with pytest.raises(OpenQuestion, match="after the year"):
            statutes.period_covered(late)
        both_years = member(NURSE, fees=(late, fee(date(2026, 1, 10), 2026)))
        assert statutes.up_to_date(both_years, date(2026, 2, 1))

    @pytest.mark.parametrize(
        ("paid", "for_year", "begins"),
        [
            (date(2024, 8, 31), None, 2023),
            (date(2024, 9, 1), None, 2024),
            (date(2025, 3, 1), None, 2024),
            (date(2024, 6, 1), 2024, 2024),
        ],
    )
    def test_a_season_is_the_one_of_the_day_of_payment_or_the_one_paid_for(
        self, paid: date, for_year: int | None, begins: int
    ) -> None:
        statutes = Statutes(period=FeePeriod.SEASON, season_first_month=9)
        assert statutes.period_covered(fee(paid, for_year)) == Period(
            date(begins, 9, 1), date(begins + 1, 9, 1)
        )

    def test_once_at_joining_covers_for_ever(self) -> None:
        statutes = Statutes(fee=Decimal(10), period=FeePeriod.ONCE)
        assert statutes.period_covered(fee(date(2019, 5, 2))) == Period(date(2019, 5, 2), None)

    @pytest.mark.parametrize(
        ("statutes", "paid"),
        [
            (Statutes(), fee(DAY)),
            (Statutes(period=FeePeriod.SEASON), fee(DAY)),
            (Statutes(period=FeePeriod.SEASON), fee(DAY, 2024)),
            (Statutes(period=FeePeriod.CIVIL_YEAR), fee()),
            (Statutes(period=FeePeriod.FROM_PAYMENT), fee()),
            (Statutes(period=FeePeriod.ONCE), fee()),
        ],
    )
    def test_what_nobody_told_leaves_them_open(self, statutes: Statutes, paid: FeePayment) -> None:
        with pytest.raises(UnknownFact):
            statutes.period_covered(paid)

    def test_statutes_that_name_no_period_leave_them_open(self) -> None:
        with pytest.raises(OpenQuestion, match="which period"):
            Statutes(fee=Decimal(10), period=None).period_covered(fee(DAY))

    @pytest.mark.parametrize("year", [0, -1, 10_000, 10**12])
    def test_no_fee_is_paid_for_a_year_that_is_none(self, year: int) -> None:
        with pytest.raises(BadFact, match="calendar"):
            fee(DAY, year)

    def test_the_ends_of_the_calendar_break_nothing(self) -> None:
        season = Statutes(period=FeePeriod.SEASON, season_first_month=9)
        assert season.period_covered(fee(date(1, 8, 31))) == Period(None, date(1, 9, 1))
        assert season.period_covered(fee(DAY, 9999)) == Period(date(9999, 9, 1), None)
        paid = Statutes(period=FeePeriod.FROM_PAYMENT).period_covered(fee(date(9999, 12, 31)))
        assert paid == Period(date(9999, 12, 31), None)


class TestUpToDate:
    TEN_A_YEAR = Statutes(fee=Decimal(10), period=FeePeriod.CIVIL_YEAR)

    def test_from_the_first_day_covered_to_the_last(self) -> None:
        paid = member(NURSE, fees=(fee(date(2025, 11, 20)),))
        answers = [
            self.TEN_A_YEAR.up_to_date(paid, day)
            for day in (date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1))
        ]
        assert answers == [False, True, True, False]

    def test_whoever_paid_in_november_was_not_up_to_date_in_june_where_a_fee_runs_from_payment(self) -> None:
        statutes = Statutes(fee=Decimal(10), period=FeePeriod.FROM_PAYMENT)
        paid = member(NURSE, fees=(fee(date(2025, 11, 20)),))
        assert not statutes.up_to_date(paid, DAY)
        assert statutes.up_to_date(paid, date(2025, 11, 20))
        assert not statutes.up_to_date(paid, date(2026, 1, 1))

    def test_no_fee_due_is_up_to_date(self) -> None:
        assert Statutes(fee=None).up_to_date(member(NURSE), DAY)
        assert Statutes(fee=Decimal(0)).up_to_date(member(NURSE, fee_paid=False), DAY)

    def test_a_period_that_was_read_says_that_a_fee_is_due_of_whatever_amount(self) -> None:
        assert Statutes(period=FeePeriod.CIVIL_YEAR).asks_a_fee
        assert Statutes(fee=Decimal(1), period=None).asks_a_fee
        with pytest.raises(UnknownFact):
            Statutes(period=None).asks_a_fee  # noqa: B018

    def test_what_the_dossier_says_is_believed(self) -> None:
        assert self.TEN_A_YEAR.up_to_date(member(NURSE, fee_paid=True), DAY)
        assert not self.TEN_A_YEAR.up_to_date(member(NURSE, fee_paid=False), DAY)
        assert Statutes().up_to_date(member(NURSE, fee_paid=True), DAY)

    def test_one_fee_that_covers_is_enough_and_none_is_not(self) -> None:
        some = (fee(UNKNOWN), fee(date(2025, 2, 1)))
        assert self.TEN_A_YEAR.up_to_date(member(NURSE, fees=some), DAY)
        assert not self.TEN_A_YEAR.up_to_date(member(NURSE, fees=()), DAY)

    def test_unknown_fees_leave_it_open(self) -> None:
        for unsaid in (member(NURSE), member(NURSE, fees=(fee(UNKNOWN),))):
            with pytest.raises(UnknownFact):
                self.TEN_A_YEAR.up_to_date(unsaid, DAY)
        with pytest.raises(UnknownFact):
            Statutes().up_to_date(member(NURSE, fee_paid=False), DAY)


class TestVoting:
    ACTIVE = College(name="actifs", deliberative=True)
    PARTNERS = College(name="partenaires", votes=0)
    COLLEGES = (ACTIVE, PARTNERS)

    def test_is_for_the_colleges_that_vote(self) -> None:
        statutes = Statutes(colleges=self.COLLEGES, vote_requires_fee=False)
        assert statutes.give_a_vote_to(member(NURSE, college="actifs"), DAY)
        assert not statutes.give_a_vote_to(member(NURSE, college="partenaires"), DAY)
        assert College(name="c", votes=2).has_vote
        assert not College(name="c", deliberative=False).has_vote
        with pytest.raises(UnknownFact):
            College(name="c").has_vote  # noqa: B018

    def test_is_for_every_member_where_there_are_no_colleges(self) -> None:
        assert Statutes(colleges=None, vote_requires_fee=False).give_a_vote_to(member(NURSE), DAY)
        assert Statutes(colleges=()).college_of(member(NURSE)) is None

    def test_asks_for_the_fee_only_where_the_statutes_say_so(self) -> None:
        unpaid = member(NURSE, fee_paid=False)
        told: dict[str, Any] = {"colleges": None, "fee": Decimal(10)}
        assert Statutes(**told, vote_requires_fee=False).give_a_vote_to(unpaid, DAY)
        assert not Statutes(**told, vote_requires_fee=True).give_a_vote_to(unpaid, DAY)
        with pytest.raises(UnknownFact):
            Statutes(**told).give_a_vote_to(unpaid, DAY)
        assert Statutes(**told).give_a_vote_to(member(NURSE, fee_paid=True), DAY)

    @pytest.mark.parametrize("period", [FeePeriod.CIVIL_YEAR, FeePeriod.SEASON])
    def test_asks_for_a_fee_paid_by_the_day_though_one_paid_later_covers_it(self, period: FeePeriod) -> None:
        statutes = Statutes(
            colleges=None, fee=Decimal(10), period=period, season_first_month=1, vote_requires_fee=True
        )
        paid = member(NURSE, fees=(fee(date(2025, 11, 20)),))
        assert statutes.up_to_date(paid, date(2025, 11, 19))
        assert not statutes.give_a_vote_to(paid, date(2025, 11, 19))
        assert statutes.give_a_vote_to(paid, date(2025, 11, 20))
        assert not statutes.give_a_vote_to(paid, date(2026, 1, 1))
        with pytest.raises(UnknownFact):
            statutes.give_a_vote_to(member(NURSE, fees=(fee(UNKNOWN, 2025),)), DAY)
        early = member(NURSE, fees=(fee(date(2024, 12, 20), 2025),))
        assert statutes.give_a_vote_to(early, date(2025, 1, 1))

    def test_is_open_for_a_member_of_no_college_or_of_one_the_statutes_do_not_have(self) -> None:
        statutes = Statutes(colleges=self.COLLEGES, vote_requires_fee=False)
        with pytest.raises(UnknownFact):
            statutes.give_a_vote_to(member(NURSE), DAY)
        with pytest.raises(OpenQuestion, match="has none"):
            statutes.give_a_vote_to(member(NURSE, college=None), DAY)
        with pytest.raises(OpenQuestion, match="check the name"):
            statutes.give_a_vote_to(member(NURSE, college="bienfaiteurs"), DAY)
        with pytest.raises(UnknownFact):
            Statutes(vote_requires_fee=False).give_a_vote_to(member(NURSE, college="actifs"), DAY)


class TestVersions:
    OLD = Statutes(notice=30)
    NEW = Statutes(in_force_since=date(2022, 5, 5), notice=None)

    def test_the_newest_that_had_begun_governs(self) -> None:
        cpts = CPTS(id="c", statutes=(self.NEW, self.OLD))
        assert cpts.statutes_on(date(2022, 5, 4)) is self.OLD
        assert cpts.statutes_on(date(2022, 5, 5)) is self.NEW
        assert CPTS(id="c", statutes=None).statutes_on(DAY) is None

    def test_statutes_told_alone_are_the_only_version(self) -> None:
        assert CPTS(id="c", statutes=self.NEW).statutes == (self.NEW,)  # type: ignore[arg-type]

    def test_those_of_so_early_a_day_were_not_told(self) -> None:
        with pytest.raises(OpenQuestion, match="earlier version"):
            CPTS(id="c", statutes=(self.NEW,)).statutes_on(date(2022, 5, 4))
        with pytest.raises(UnknownFact):
            CPTS(id="c").statutes_on(DAY)

    def test_are_named_by_their_day(self) -> None:
        assert (self.OLD.name, self.NEW.name) == ("statuts", "statuts du 2022-05-05")


def test_a_quorum_is_rounded_up_to_whole_people() -> None:
    assert Quorum(numerator=1, denominator=4).needed(41) == 11
    assert Quorum(numerator=1, denominator=4).needed(40) == 10
    assert Quorum(numerator=1, denominator=2, strictly_more=True).needed(40) == 21
    assert Quorum(numerator=1, denominator=2, strictly_more=True).needed(41) == 21
    assert Quorum(numerator=0, denominator=1).needed(40) == 0
    assert Quorum(numerator=1, denominator=4, at_least=15).needed(40) == 15


REFUSED: dict[str, Any] = {
    "a college without a name": lambda: College(name=" "),
    "fewer than no votes": lambda: College(name="c", votes=-1),
    "votes of who has none": lambda: College(name="c", votes=1, deliberative=False),
    "no votes of who votes": lambda: College(name="c", votes=0, deliberative=True),
    "a share above the whole": lambda: College(name="c", share=Decimal(101)),
    "a share that is no number": lambda: College(name="c", share=Decimal("NaN")),
    "a criterion that is none": lambda: College(name="c", admits=("infirmier",)),  # type: ignore[arg-type]
    "criteria that are no list": lambda: College(name="c", admits="tous"),  # type: ignore[arg-type]
    "a quorum of no part": lambda: Quorum(numerator=1, denominator=0),
    "a quorum beyond the whole": lambda: Quorum(numerator=3, denominator=2),
    "a negative fee": lambda: Statutes(fee=Decimal(-1)),
    "a period without a fee": lambda: Statutes(fee=None, period=FeePeriod.CIVIL_YEAR),
    "a period of a fee of nothing": lambda: Statutes(fee=Decimal(0), period=FeePeriod.ONCE),
    "a negative age": lambda: Statutes(minimum_age=-1),
    "a thirteenth month": lambda: Statutes(season_first_month=13),
    "two colleges of a name": lambda: Statutes(colleges=(College(name="c"), College(name="c"))),
}


@pytest.mark.parametrize("what", REFUSED)
def test_is_refused(what: str) -> None:
    with pytest.raises(BadFact):
        REFUSED[what]()


def test_every_word_of_statutes_reads_in_both_languages() -> None:
    assert {period.label.fr for period in FeePeriod} == {
        "par année civile entière, du 1er janvier au 31 décembre",
        "du jour du paiement au 31 décembre de la même année",
        "par saison de douze mois",
        "une seule fois, à l'adhésion",
    }
