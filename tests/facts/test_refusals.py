"""What facts refuse, with the field and the mend that the message names; and what lies just within."""

import pickle
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from builders import member
from cpts_model import CPTS, MSP, SISA, BadFact, LegalForm, Membership, Payment, Professional, ProjetDeSante
from cpts_model.facts.contracts import ContratACI, MissionProgress
from cpts_model.facts.envelopes import Envelope
from cpts_model.facts.memberships import FeePayment
from cpts_model.facts.missions import Mission
from cpts_model.facts.statutes import College, FeePeriod, Quorum, Statutes
from cpts_model.facts.territories import CommuneFigure, Territory

FIRST, NEXT = date(2024, 1, 1), date(2024, 1, 2)
WHO = Professional(id="agathe")
EXERCISE = date(2026, 4, 15)


def progress(started: Any, deployed: Any) -> MissionProgress:
    return MissionProgress(mission=Mission.PARCOURS, started_on=started, deployed_on=deployed)


def envelope(**told: Any) -> Envelope:
    return Envelope(exercise=EXERCISE, mission=Mission.PARCOURS, **told)


def stay(joined: int, left: int | None) -> Membership:
    return Membership(
        member=WHO, joined_on=date(joined, 1, 1), left_on=None if left is None else date(left, 1, 1)
    )


def statutes(*days: Any) -> CPTS:
    return CPTS(id="c", statutes=tuple(Statutes(in_force_since=day) for day in days))


REFUSED: list[tuple[Callable[[], Any], str]] = [
    (lambda: College(name=" "), "name: a college has a name"),
    (lambda: College(name="c", votes=-1), "votes: -1 votes"),
    (
        lambda: College(name="c", votes=1, deliberative=False),
        "deliberative: False, with 1 votes: leave one of them out",
    ),
    (
        lambda: College(name="c", votes=0, deliberative=True),
        "deliberative: True, with 0 votes: leave one of them out",
    ),
    (
        lambda: College(name="c", share=Decimal("100.01")),
        "share: 100.01 is no percentage: write a number from 0 to 100",
    ),
    (
        lambda: College(name="c", share=Decimal("-0.01")),
        "share: -0.01 is no percentage: write a number from 0 to 100",
    ),
    (lambda: Territory(population=-1), "population: -1 inhabitants"),
    (lambda: CommuneFigure(commune="33063", population=-1), "population: -1 inhabitants"),
    (lambda: CommuneFigure(commune="33063", masked_below=-1), "masked_below: -1 inhabitants"),
    (lambda: progress(None, FIRST), "deployed_on: deployed on 2024-01-01, without being started"),
    (lambda: progress(NEXT, FIRST), "deployed_on: deployed on 2024-01-01, before it was started on 2024-01-02"),
    (lambda: ContratACI(population=-1), "population: -1 inhabitants"),
    (
        lambda: ContratACI(progress=(progress(FIRST, None), progress(NEXT, None))),
        "progress: parcours is told twice",
    ),
    (
        lambda: SISA(id="s", dissolution_requested_on=NEXT, dissolved_on=FIRST),
        "dissolved_on: dissolved on 2024-01-01, and dissolution asked 2024-01-02: "
        "say on which earlier day it was asked, or leave that out",
    ),
    (
        lambda: SISA(id="s", dissolution_requested_on=None, dissolved_on=FIRST),
        "dissolved_on: dissolved on 2024-01-01, and dissolution asked never: "
        "say on which earlier day it was asked, or leave that out",
    ),
    (lambda: statutes(FIRST, NEXT, FIRST), "statutes[2].in_force_since: another version begins on the same day"),
    (lambda: statutes(None, None), "statutes[1].in_force_since: say from which day each version is in force"),
    (
        lambda: CPTS(id="c", members=(member(Professional(id="basile")), member(WHO), member(WHO))),
        "members[2]: 'agathe' is a member already (members[1]); "
        "say when the earlier membership ended, or remove one of the two",
    ),
    (
        lambda: MSP(id="m", legal_form=None, sisa=SISA(id="s")),
        "sisa: carried by a SISA, which is a legal person: its legal form cannot be none",
    ),
    (
        lambda: MSP(id="m", legal_form=LegalForm.NATURAL_PERSON, sisa=SISA(id="s")),
        "sisa: carried by a SISA, which is a legal person: its legal form cannot be none",
    ),
    (lambda: Quorum(numerator=0, denominator=0), "denominator: 0: write 4 for a quarter"),
    (lambda: Quorum(numerator=3, denominator=2), "numerator: 3/2 is no part of a whole"),
    (lambda: Quorum(numerator=-1, denominator=2), "numerator: -1/2 is no part of a whole"),
    (lambda: Statutes(fee=Decimal("-0.01")), "fee: -0.01 is not an amount of euros"),
    (lambda: Statutes(fee=Decimal("Infinity")), "fee: Infinity is not an amount of euros"),
    (
        lambda: Statutes(fee=None, period=FeePeriod.CIVIL_YEAR),
        "period: there is no fee to cover it: leave the period out",
    ),
    (
        lambda: Statutes(fee=Decimal(0), period=FeePeriod.ONCE),
        "period: there is no fee to cover it: leave the period out",
    ),
    *(
        (lambda name=name: Statutes(**{name: -1}), f"{name}: -1 is less than none")
        for name in ("minimum_age", "proxies_per_member", "convening_days", "notice", "signatories")
    ),
    (lambda: Statutes(season_first_month=0), "season_first_month: 0 is no month: write 1 to 12"),
    (lambda: Statutes(season_first_month=13), "season_first_month: 13 is no month: write 1 to 12"),
    (
        lambda: Statutes(colleges=(College(name="a"), College(name="b"), College(name="a"))),
        "colleges[2].name: two colleges are called 'a'",
    ),
    (lambda: Payment(beneficiary="p", amount=Decimal("-0.01")), "amount: -0.01 is not an amount of euros"),
    (lambda: Payment(beneficiary="p", amount=Decimal("NaN")), "amount: NaN is not an amount of euros"),
    (lambda: FeePayment(amount=Decimal("-0.01")), "amount: -0.01 is not an amount of euros"),
    (lambda: FeePayment(amount=Decimal("NaN")), "amount: NaN is not an amount of euros"),
    (lambda: FeePayment(for_year=0), "for_year: 0 is no year of the calendar: write 2026"),
    (lambda: FeePayment(for_year=10_000), "for_year: 10000 is no year of the calendar: write 2026"),
    (
        lambda: Membership(member=WHO, fee_paid=True, fees=()),
        "fee_paid: the fees are told one by one: leave fee_paid out",
    ),
    (
        lambda: Membership(member=WHO, joined_on=NEXT, left_on=FIRST),
        "left_on: left on 2024-01-01, before joining on 2024-01-02",
    ),
    (
        lambda: Membership(member=WHO, joined_on=NEXT, listed_on=FIRST),
        "listed_on: listed as a member on 2024-01-01, before joining on 2024-01-02",
    ),
    (
        lambda: Membership(member=WHO, left_on=FIRST, listed_on=FIRST),
        "listed_on: listed as a member on 2024-01-01, after leaving on 2024-01-01",
    ),
    (
        lambda: ProjetDeSante(transmitted_on=NEXT, received_complete_on=FIRST),
        "received_complete_on: received complete on 2024-01-01, before it was sent on 2024-01-02",
    ),
    (lambda: envelope(fixed=Decimal("-0.01")), "fixed: -0.01 is not an amount of euros"),
    (
        lambda: envelope(variable_max=Decimal(1), variable_obtained=Decimal(2)),
        "variable_obtained: 2 is more than the contract's most, 1",
    ),
    (
        lambda: CPTS(id="c", seat_departement="20"),
        "seat_departement: '20' is not a département code: write 01 to 95 (Corsica: 2A, 2B), or 971 to 988 overseas",
    ),
    (lambda: CPTS(id="c", seat_departement="7"), "seat_departement: '7' is not a département code: write 07"),
    (lambda: CPTS(id="c", seat_departement="679"), "seat_departement: '679' is not a département code: write 01 to 95 (Corsica: 2A, 2B), or 971 to 988 overseas"),
    (
        lambda: CPTS(id="c", members=tuple(stay(*days) for days in ((2010, 2011), (2015, None), (2018, None)))),
        "members[2]: 'agathe' is a member already (members[1]); "
        "say when the earlier membership ended, or remove one of the two",
    ),
    (
        lambda: CPTS(id="c", members=(Membership(member=WHO, left_on=NEXT), Membership(member=WHO, joined_on=FIRST))),
        "members[1]: 'agathe' is a member already (members[0]); "
        "say when the earlier membership ended, or remove one of the two",
    ),
    (
        lambda: CPTS(id="c", members=(Membership(member=WHO, left_on=date.min), Membership(member=WHO))),
        "members[1]: 'agathe' is a member already (members[0]); "
        "say when the earlier membership ended, or remove one of the two",
    ),
    (
        lambda: CPTS(id="c", members=(Membership(member=WHO, joined_on=date.max),) * 2),
        "members[1]: 'agathe' is a member already (members[0]); "
        "say when the earlier membership ended, or remove one of the two",
    ),
    (lambda: CPTS(id="c", legal_form=5), "legal_form: 5 is not of type LegalForm"),
    (lambda: CPTS(id="c", members=WHO), f"members: {WHO!r} is not of type tuple; write a tuple, even of one: (…,)"),
    (lambda: Membership(member="agathe"), "member: 'agathe' is not of type Organisation or Person or Professional"),
    (lambda: CPTS(id="c", members=None), "members: None is not of type tuple; leave it out if nobody knows"),
    (lambda: CPTS(id="c", members=[]), "members: [] is not of type tuple; write a tuple: (…,)"),
]  # fmt: skip

TAKEN: list[Callable[[], Any]] = [
    lambda: College(name="c", share=Decimal(0)),
    lambda: College(name="c", share=Decimal("0.5")),
    lambda: College(name="c", share=Decimal(100)),
    lambda: College(name="c", votes=0, deliberative=False),
    lambda: College(name="c", votes=1, deliberative=True),
    lambda: Territory(population=0),
    lambda: ContratACI(population=0),
    lambda: progress(FIRST, FIRST),
    lambda: ContratACI(progress=(progress(FIRST, None), MissionProgress(mission=Mission.CRISE))),
    lambda: Quorum(numerator=0, denominator=1),
    lambda: Quorum(numerator=1, denominator=1),
    lambda: Statutes(fee=Decimal(0)),
    lambda: Statutes(fee=Decimal("0.01"), period=FeePeriod.CIVIL_YEAR),
    lambda: Statutes(period=FeePeriod.CIVIL_YEAR),
    lambda: Statutes(minimum_age=0, proxies_per_member=0, convening_days=0, notice=0, signatories=0),
    lambda: Statutes(season_first_month=1),
    lambda: Statutes(season_first_month=12),
    lambda: statutes(None, FIRST),
    lambda: FeePayment(amount=Decimal(0), for_year=1),
    lambda: FeePayment(for_year=9999),
    lambda: Payment(beneficiary="p", amount=Decimal(0)),
    lambda: Membership(member=WHO, joined_on=FIRST, left_on=FIRST),
    lambda: Membership(member=WHO, joined_on=FIRST, listed_on=FIRST, left_on=NEXT),
    lambda: ProjetDeSante(transmitted_on=FIRST, received_complete_on=FIRST),
    lambda: envelope(fixed=Decimal(0), variable_max=Decimal(0), variable_obtained=Decimal(0)),
    lambda: MSP(id="m", legal_form=None, sisa=None),
    lambda: CPTS(id="c", members=(member(WHO, joined_on=FIRST, left_on=NEXT), member(WHO, joined_on=NEXT))),
]


@pytest.mark.parametrize(("build", "said"), REFUSED, ids=range(len(REFUSED)))
def test_is_refused_by_its_field_with_what_is_wrong(build: Callable[[], Any], said: str) -> None:
    with pytest.raises(BadFact) as refused:
        build()
    assert str(refused.value) == said
    assert refused.value.args == tuple(said.split(": ", 1))
    again = pickle.loads(pickle.dumps(refused.value))
    assert (again.field, again.problem, str(again)) == (refused.value.field, refused.value.problem, said)


@pytest.mark.parametrize("build", TAKEN, ids=range(len(TAKEN)))
def test_what_lies_just_within_is_taken(build: Callable[[], Any]) -> None:
    build()
