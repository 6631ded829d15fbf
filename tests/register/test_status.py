"""Was this person an up-to-date member that day: both sides of each day that counts."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import infirmier, member
from cpts_model import CPTS, UNKNOWN, Authority, Organisation, Outcome
from cpts_model.engine.dates import Period
from cpts_model.facts.fees import FeePeriod
from cpts_model.facts.memberships import EndCause, FeePayment
from cpts_model.facts.organs import Organ
from cpts_model.facts.statutes import Statutes
from cpts_model.register import Register, UnknownStructure
from cpts_model.register.status import MembershipStatus, status_on

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
WHO = "A. Inventée"
JOINED, LEFT = date(2024, 1, 12), date(2027, 1, 1)
DAY = date(2026, 3, 1)
EVE = timedelta(days=1)

FREE = Statutes(fee=None, period=None, admission_by=None)
PAID_ON = date(2026, 11, 3)


def paid(on: Any = PAID_ON, for_year: Any = None) -> FeePayment:
    return FeePayment(paid_on=on, amount=Decimal(10), for_year=for_year)


def fee_by(period: Any, **clauses: Any) -> Statutes:
    told: dict[str, Any] = {"fee": Decimal(10), "period": period, "admission_by": None}
    return Statutes(**(told | clauses))


def register(*memberships: Any, statutes: Any = FREE, **facts: Any) -> Register:
    return Register([CPTS(id="cpts", members=memberships, statutes=statutes, **facts)])


def joined(**facts: Any) -> Any:
    told: dict[str, Any] = {"joined_on": JOINED}
    return member(infirmier(WHO), **(told | facts))


def status(*memberships: Any, on: date = DAY, statutes: Any = FREE) -> MembershipStatus:
    return status_on(register(*memberships, statutes=statutes), WHO, "cpts", on=on)


def up_to_date(*memberships: Any, on: date = DAY, statutes: Any = FREE) -> Outcome:
    return status(*memberships, on=on, statutes=statutes).up_to_date


class TestMembership:
    def test_runs_from_the_day_of_joining_to_the_eve_of_leaving(self) -> None:
        one = joined(left_on=LEFT)
        days = (JOINED - EVE, JOINED, LEFT - EVE, LEFT)
        assert [up_to_date(one, on=day) for day in days] == [VIOLATED, SATISFIED, SATISFIED, VIOLATED]
        assert [status(one, on=day).member for day in days] == [VIOLATED, SATISFIED, SATISFIED, VIOLATED]

    def test_its_end_is_told_with_its_cause(self) -> None:
        resigned = status(joined(left_on=DAY, end_cause=EndCause.RESIGNATION))
        assert "l'adhésion a pris fin le 01/03/2026 (démission)" in resigned.explain("fr")
        assert "the membership ended on 2026-03-01 (resignation)" in resigned.explain("en")
        assert "a pris fin le 01/03/2026 (pratique" not in status(joined(left_on=DAY)).explain("fr")
        assert resigned.fee.outcome is resigned.admission.outcome is NOT_APPLICABLE

    def test_nobody_of_that_id_is_no_member_and_is_offered_the_ids_like_it(self) -> None:
        one = status_on(register(joined()), "A. Inventee", "cpts", on=DAY)
        assert one.up_to_date is one.member is VIOLATED
        assert one.membership is None
        assert one.questions == ()
        assert f"identifiants proches : {WHO}" in one.explain("fr")
        assert f"ids like it: {WHO}" in one.explain("en")
        assert "proches" not in status_on(register(), "zzz", "cpts", on=DAY).explain("fr")
        assert "like it" not in status_on(register(), "zzz", "cpts", on=DAY).explain("en")

    def test_somebody_known_elsewhere_is_named_and_no_other_id_is_offered(self) -> None:
        named = attrs.evolve(infirmier("p-2"), name="Camille Inventé")
        here = CPTS(id="cpts", members=(member(infirmier("p-1")),), statutes=FREE)
        there = CPTS(id="b", members=(member(named),))
        one = status_on(Register([here, there]), "p-2", "cpts", on=DAY)
        assert one.name == "Camille Inventé"
        assert one.explain("fr").startswith("Camille Inventé, cpts, 01/03/2026 :")
        assert "n'est enregistrée dans cette structure pour Camille Inventé" in one.explain("fr")
        assert "recorded in this structure for Camille Inventé" in one.explain("en")
        assert "proches" not in one.explain("fr")

    def test_an_unknown_list_settles_nothing(self) -> None:
        one = status_on(Register([CPTS(id="cpts", statutes=FREE)]), WHO, "cpts", on=DAY)
        assert one.up_to_date is UNDETERMINED
        assert [question.fr for question in one.questions] == ["membres"]

    def test_a_partner_is_no_member(self) -> None:
        one = status(joined(partner=True))
        assert one.up_to_date is VIOLATED
        assert "simple partenaire" in one.explain("fr")

    def test_what_keeps_it_open_is_asked_by_its_place(self) -> None:
        one = status(member(infirmier("Z")), joined(left_on=UNKNOWN))
        assert one.up_to_date is UNDETERMINED
        (question,) = one.questions
        assert question.fr == "date de départ (premier jour hors de la structure) (members[1].left_on)"
        assert question.fr in one.explain("fr")
        assert "To be told:" in one.explain("en")

    def test_of_several_memberships_the_one_that_runs_is_told(self) -> None:
        first = joined(left_on=date(2025, 1, 1))
        second = joined(joined_on=date(2026, 1, 1))
        assert status(first, second).membership == second
        assert status(second, first).membership == second
        assert status(first, second, on=date(2024, 6, 1)).membership == first
        between = status(first, second, on=date(2025, 6, 1))
        assert between.up_to_date is VIOLATED

    def test_of_two_that_may_run_one_that_is_paid_leaves_it_open(self) -> None:
        unpaid = joined(left_on=date(2026, 2, 1), fees=())
        back = joined(joined_on=date(2026, 2, 15), left_on=UNKNOWN, fees=(paid(date(2026, 2, 15)),))
        one = status(unpaid, back, statutes=fee_by(FeePeriod.FROM_PAYMENT))
        assert one.up_to_date is UNDETERMINED
        assert one.membership == back

    def test_an_organisation_is_a_member_too(self) -> None:
        house = member(Organisation(id="msp", name="MSP des Deux Rives"))
        assert status_on(register(house), "msp", "cpts", on=DAY).up_to_date is SATISFIED

    def test_misuse_is_refused(self) -> None:
        with pytest.raises(UnknownStructure):
            status_on(register(), WHO, "cpst", on=DAY)
        with pytest.raises(TypeError, match=r"datetime\.date"):
            status_on(register(), WHO, "cpts", on="2026-03-01")  # type: ignore[arg-type]
        with pytest.raises(TypeError, match=r"ask \.up_to_date"):
            bool(status(joined()))
        assert repr(status(joined())) == (
            "<MembershipStatus of 'A. Inventée' in 'cpts' on 2026-03-01: satisfied>"
        )


class TestFirstLine:
    """It says which it is: never told a member, no longer, not yet, a partner, or not up to date."""

    def first(self, *memberships: Any, lang: Any = "fr", statutes: Any = FREE) -> str:
        answer = status(*memberships, statutes=statutes).explain(lang).splitlines()[0]
        return answer.split("01/03/2026 : " if lang == "fr" else "2026-03-01: ")[1]

    @pytest.mark.parametrize(
        ("memberships", "fr", "en"),
        [
            ((joined(),), "membre à jour", "an up-to-date member"),
            ((), "n'est pas membre (aucune adhésion enregistrée)", "no member (no membership is recorded)"),
            (
                (joined(left_on=DAY),),
                "n'est pas membre (adhésion terminée le 01/03/2026)",
                "no member (the membership ended on 2026-03-01)",
            ),
            (
                (joined(joined_on=DAY + EVE),),
                "n'est pas membre (adhésion à compter du 02/03/2026)",
                "no member (the membership begins on 2026-03-02)",
            ),
            ((joined(partner=True),), "n'est pas membre (simple partenaire)", "no member (a partner only)"),
            ((joined(left_on=UNKNOWN),), "on ne peut pas encore le dire", "it cannot be said yet"),
        ],
    )
    def test_of_who_is_a_member_or_not(self, memberships: Any, fr: str, en: str) -> None:
        assert self.first(*memberships) == fr
        assert self.first(*memberships, lang="en") == en

    def test_of_a_member_says_which_condition_is_not_met(self) -> None:
        strict = fee_by(FeePeriod.CIVIL_YEAR, admission_by=Organ.BUREAU)
        unpaid = joined(fees=(), admitted_on=JOINED, admitted_by=Organ.BUREAU)
        unadmitted = joined(fees=(paid(),), admitted_on=None)
        neither = joined(fees=(), admitted_on=None)
        assert self.first(unpaid, statutes=strict) == "membre, mais cotisation non à jour"
        assert self.first(unadmitted, statutes=strict) == "membre, mais admission non conforme aux statuts"
        both = "membre, mais admission non conforme aux statuts et cotisation non à jour"
        assert self.first(neither, statutes=strict) == both
        assert self.first(unpaid, lang="en", statutes=strict) == "a member, but the fee is not paid up"

    def test_of_who_may_be_no_member_either(self) -> None:
        one = joined(left_on=UNKNOWN, fees=())
        statutes = fee_by(FeePeriod.CIVIL_YEAR)
        assert self.first(one, statutes=statutes) == "pas membre à jour (cotisation non à jour)"
        english = self.first(one, lang="en", statutes=statutes)
        assert english == "no up-to-date member (the fee is not paid up)"


class TestFee:
    """The four regimes seen in real statutes, on both sides of each of their days."""

    @pytest.mark.parametrize(
        ("statutes", "fee", "first", "last"),
        [
            (fee_by(FeePeriod.CIVIL_YEAR), paid(), date(2026, 1, 1), date(2026, 12, 31)),
            (fee_by(FeePeriod.CIVIL_YEAR), paid(for_year=2025), date(2025, 1, 1), date(2025, 12, 31)),
            (fee_by(FeePeriod.FROM_PAYMENT), paid(), PAID_ON, date(2026, 12, 31)),
            (fee_by(FeePeriod.SEASON, season_first_month=9), paid(), date(2026, 9, 1), date(2027, 8, 31)),
            (fee_by(FeePeriod.SEASON, season_first_month=12), paid(), date(2025, 12, 1), date(2026, 11, 30)),
            (fee_by(FeePeriod.ONCE), paid(), PAID_ON, None),
        ],
    )
    def test_covers_the_days_of_its_regime_and_no_others(
        self, statutes: Statutes, fee: FeePayment, first: date, last: date | None
    ) -> None:
        one = joined(fees=(paid(date(2020, 5, 5)), fee) if last else (fee,))
        inside = [first, *([last] if last else [date(2090, 1, 1)])]
        for day in inside:
            there = status(one, on=day, statutes=statutes)
            assert there.up_to_date is SATISFIED
            assert there.payment == fee
            assert there.covered == Period(first, last + EVE if last else None)
        for day in (first - EVE, *([last + EVE] if last else [])):
            outside = status(one, on=day, statutes=statutes)
            assert outside.up_to_date is VIOLATED
            assert outside.member is SATISFIED
            assert outside.payment is outside.covered is None

    def test_the_payment_and_its_days_are_told_with_the_clause(self) -> None:
        one = status(joined(fees=(paid(),)), on=PAID_ON, statutes=fee_by(FeePeriod.FROM_PAYMENT))
        assert one.fee.authority is Authority.STATUTES
        assert one.fee.verdict is not None
        assert one.fee.verdict.rule.id == "statuts.cotisation-a-jour"
        assert "03/11/2026 – 31/12/2026" in one.explain("fr")
        assert "du jour du paiement au 31 décembre" in one.explain("fr")
        assert "2026-11-03 – 2026-12-31" in one.explain("en")

    def test_of_two_fees_the_one_that_lasts_longer_is_told(self) -> None:
        statutes = fee_by(FeePeriod.SEASON, season_first_month=9)
        early = paid(date(2025, 9, 2), for_year=2026)
        one = status(joined(fees=(early, paid(date(2026, 10, 1)))), on=PAID_ON, statutes=statutes)
        assert one.covered == Period(date(2026, 9, 1), date(2027, 9, 1))

    def test_a_fee_of_unknown_day_leaves_it_open_unless_another_covers_the_day(self) -> None:
        statutes = fee_by(FeePeriod.FROM_PAYMENT)
        undated = FeePayment(paid_on=UNKNOWN)
        open_ = status(joined(fees=(undated,)), on=PAID_ON, statutes=statutes)
        assert open_.up_to_date is UNDETERMINED
        assert [question.fr for question in open_.questions] == ["payée le (members[0].fees[0].paid_on)"]
        covered = status(joined(fees=(undated, paid())), on=PAID_ON, statutes=statutes)
        assert covered.payment == paid()

    def test_without_a_fee_in_the_statutes_nothing_is_due(self) -> None:
        for statutes in (FREE, None, Statutes(fee=Decimal(0), period=None, admission_by=None)):
            one = status(joined(), statutes=statutes)
            assert one.fee.outcome is NOT_APPLICABLE
            assert one.up_to_date is SATISFIED

    def test_a_fee_said_to_be_paid_says_not_when(self) -> None:
        statutes = fee_by(FeePeriod.CIVIL_YEAR)
        paid_up = status(joined(fee_paid=True), statutes=statutes)
        assert (paid_up.up_to_date, paid_up.covered) == (SATISFIED, None)
        assert "sans dire quels jours" in paid_up.explain("fr")
        unpaid = status(joined(fee_paid=False), statutes=statutes)
        assert unpaid.up_to_date is VIOLATED
        assert "non payée" in unpaid.explain("fr")

    def test_what_was_not_read_settles_nothing_and_is_asked(self) -> None:
        unread = status(joined(fees=(paid(),)), statutes=UNKNOWN)
        assert unread.up_to_date is UNDETERMINED
        assert [question.fr for question in unread.questions] == [
            "les statuts de l'association, dans la version en vigueur ce jour-là"
        ]
        assert status(joined(fee_paid=True), statutes=UNKNOWN).fee.outcome is SATISFIED
        no_period = status(joined(fees=(paid(),)), statutes=fee_by(UNKNOWN))
        assert [question.fr for question in no_period.questions] == [
            "période couverte par la cotisation (statutes[0].period)"
        ]
        no_fees = status(joined(), statutes=fee_by(FeePeriod.ONCE))
        assert any("members[0].fees" in question.fr for question in no_fees.questions)

    def test_where_the_statutes_name_no_period_the_association_is_to_be_asked(self) -> None:
        one = status(joined(fees=(paid(),)), statutes=fee_by(None))
        assert one.up_to_date is UNDETERMINED
        assert "quelle période elle couvre" in one.fee.said.fr
        assert one.questions == (one.fee.said,)

    def test_an_unpaid_fee_settles_it_though_the_membership_is_open(self) -> None:
        one = status(joined(left_on=UNKNOWN, fees=()), statutes=fee_by(FeePeriod.ONCE))
        assert (one.up_to_date, one.member) == (VIOLATED, UNDETERMINED)
        assert one.questions == ()

    def test_everything_open_is_asked_at_once(self) -> None:
        one = status(joined(left_on=UNKNOWN), statutes=fee_by(FeePeriod.ONCE))
        assert {question.fr.split("(")[-1] for question in one.questions} == {
            "members[0].left_on)", "members[0].fee_paid)", "members[0].fees)",
        }  # fmt: skip

    def test_the_statutes_of_the_day_asked_say_what_it_covers(self) -> None:
        old = fee_by(FeePeriod.ONCE)
        new = fee_by(FeePeriod.CIVIL_YEAR, in_force_since=date(2026, 1, 1))
        one = joined(fees=(paid(JOINED),))
        assert up_to_date(one, on=date(2025, 12, 31), statutes=(old, new)) is SATISFIED
        assert up_to_date(one, on=date(2026, 1, 1), statutes=(old, new)) is VIOLATED

    def test_before_the_earliest_version_told_nothing_is_known(self) -> None:
        late = fee_by(FeePeriod.ONCE, in_force_since=date(2025, 1, 1))
        one = status(joined(fees=(paid(JOINED),)), on=date(2024, 12, 31), statutes=late)
        assert one.fee.outcome is one.admission.outcome is UNDETERMINED


class TestAdmission:
    bureau = Statutes(fee=None, period=None, admission_by=Organ.BUREAU)

    def test_is_decided_from_the_day_of_the_decision(self) -> None:
        decided = date(2024, 2, 1)
        one = joined(admitted_on=decided, admitted_by=Organ.BUREAU)
        before, after = (status(one, on=day, statutes=self.bureau) for day in (decided - EVE, decided))
        assert (before.up_to_date, before.member) == (VIOLATED, SATISFIED)
        assert after.up_to_date is SATISFIED
        assert after.admission.verdict is not None
        assert after.admission.authority is Authority.STATUTES
        assert "admission confiée à : bureau ; décision enregistrée le : 01/02/2024" in after.explain("fr")

    def test_is_that_of_the_organ_that_the_statutes_name(self) -> None:
        other = joined(admitted_on=JOINED, admitted_by=Organ.ASSEMBLEE_GENERALE)
        assert up_to_date(other, statutes=self.bureau) is VIOLATED
        assert up_to_date(joined(admitted_on=None), statutes=self.bureau) is VIOLATED

    def test_is_asked_when_it_is_not_told(self) -> None:
        one = status(joined(), statutes=self.bureau)
        assert one.up_to_date is UNDETERMINED
        assert [question.fr for question in one.questions] == [
            "admission décidée le (members[0].admitted_on)",
            "admission décidée par (members[0].admitted_by)",
        ]

    def test_follows_the_statutes_of_the_day_of_joining(self) -> None:
        free = attrs.evolve(FREE, in_force_since=None)
        asks = attrs.evolve(self.bureau, in_force_since=date(2024, 6, 1))
        undecided: dict[str, Any] = {"admitted_on": None}
        earlier = joined(joined_on=date(2024, 5, 31), **undecided)
        later = joined(joined_on=date(2024, 6, 1), **undecided)
        assert up_to_date(earlier, statutes=(free, asks)) is SATISFIED
        assert up_to_date(later, statutes=(free, asks)) is VIOLATED

    def test_of_unknown_day_of_joining_is_settled_where_every_version_agrees(self) -> None:
        asks = attrs.evolve(self.bureau, in_force_since=date(2024, 6, 1))
        listed = joined(joined_on=UNKNOWN, listed_on=date(2025, 1, 1), admitted_on=None)
        split = status(listed, statutes=(FREE, asks))
        assert split.up_to_date is UNDETERMINED
        assert [question.fr for question in split.questions] == ["date d'adhésion (members[0].joined_on)"]
        assert up_to_date(listed, statutes=(self.bureau, asks)) is VIOLATED
        late = attrs.evolve(self.bureau, in_force_since=date(2027, 1, 1))
        assert status(listed, statutes=late).admission.outcome is UNDETERMINED
        # A version to come governed no joining of the past.
        assert up_to_date(listed, statutes=(FREE, late)) is SATISFIED


# --- Whatever is unknown, no settled answer is undone by telling more

STATUTES = [
    Statutes(admission_by=organ, fee=Decimal(10), period=period, season_first_month=9)
    for organ, period in product((None, Organ.BUREAU), FeePeriod)
]
FACTS: dict[str, list[Any]] = {
    "joined_on": [date(2024, 1, 12), date(2026, 3, 2)],
    "left_on": [None, date(2026, 3, 1), date(2026, 3, 2)],
    "partner": [False, True],
    "admitted_on": [None, date(2026, 3, 1), date(2026, 3, 2)],
    "admitted_by": [Organ.BUREAU, Organ.OTHER],
    "fees": [(), (paid(date(2025, 10, 1)),), (paid(date(2026, 3, 2)),), (paid(date(2026, 3, 1)),)],
}


@given(
    st.fixed_dictionaries({name: st.sampled_from(values) for name, values in FACTS.items()}),
    st.sets(st.sampled_from(sorted(FACTS))),
    st.sampled_from([*STATUTES, FREE]),
    st.booleans(),
)
def test_a_settled_answer_is_that_of_every_completion(
    facts: dict[str, Any], untold: set[str], statutes: Statutes, read: bool
) -> None:
    if facts["left_on"] is not None and facts["left_on"] < facts["joined_on"]:
        facts["left_on"] = facts["joined_on"]
    whole = up_to_date(joined(**facts), statutes=statutes)
    part = status(joined(**(facts | dict.fromkeys(untold, UNKNOWN))), statutes=statutes if read else UNKNOWN)
    assert whole is not UNDETERMINED
    assert part.up_to_date in (whole, UNDETERMINED)
    if part.settled:
        assert part.questions == ()
    else:
        assert part.questions


@given(
    st.sampled_from(STATUTES),
    st.dates(date(2024, 1, 12), date(2028, 1, 1)),
    st.dates(date(2024, 1, 1), date(2028, 1, 1)),
)
def test_the_step_on_the_fee_says_what_the_rule_of_the_statutes_says(
    statutes: Statutes, on: date, paid_on: date
) -> None:
    one = status(joined(fees=(paid(paid_on),)), on=on, statutes=attrs.evolve(statutes, admission_by=None))
    assert one.fee.verdict is not None
    assert one.fee.outcome is one.fee.verdict.outcome
    assert (one.covered is not None) is (one.up_to_date is SATISFIED)
    assert one.covered is None or on in one.covered
