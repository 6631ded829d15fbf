"""Each professional, each civil year: the plafond annuel de la sécurité sociale, over all CPTS."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.belonging import Belongings, ReceivedPayment
from cpts_model.facts.memberships import Membership
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.testing.case import Build, Case
from cpts_model.testing.cases.csp_d1434_44 import (
    ABOVE_ANY,
    CEILINGS,
    CENT,
    DECREE,
    MEMBER_SINCE,
    NATURES,
    NO_CEILING_YET,
    NOT_OF_A_MEMBER,
    days_of_year,
    in_a_year_of_known_ceiling,
    under_the_decree,
    years_by,
)
from cpts_model.testing.days import days_after, days_before, days_between
from cpts_model.testing.invented import infirmier
from cpts_model.testing.telling import drawn, either, either_since, telling

DAY = timedelta(days=1)
CPTS_IDS = ("cpts", "other-cpts")


def membership_of(base: Any, **facts: Any) -> Membership:
    """The beneficiary's membership of the CPTS that pays, long before the decree."""
    told: dict[str, Any] = {"joined_on": MEMBER_SINCE, "left_on": None, "partner": False}
    return Membership(member=infirmier(base.id), **(told | facts))


def received(base: Any, cpts: str, **facts: Any) -> ReceivedPayment:
    """What one CPTS paid, to a member of it unless something else is told."""
    told: dict[str, Any] = {"memberships": (membership_of(base),)}
    return ReceivedPayment(beneficiary=base.id, cpts=cpts, **(told | facts))


def paid_by_two(over: Decimal, **facts: Any) -> Build:
    """The ceiling of a year, and that much over it, paid by two CPTS: ``facts`` are told of what the second paid."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        year = draw(st.sampled_from(years_by(on)))
        total = CEILINGS[year] + over
        first = draw(st.sampled_from([total / 2, CENT, total - CENT]))
        days = days_of_year(year, on)
        one, other = (
            {"paid_on": draw(days), "amount": amount, "nature": draw(NATURES)}
            for amount in (first, total - first)
        )
        return attrs.evolve(
            base, payments=(received(base, "cpts", **one), received(base, "other-cpts", **(other | facts)))
        )

    return build


def each_paying(*payers: str, **facts: Any) -> Build:
    """A payment by each of these CPTS, on the same day."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        told = {name: drawn(value, draw, on) for name, value in facts.items()}
        return attrs.evolve(base, payments=tuple(received(base, cpts, **told) for cpts in payers))

    return build


def half_the_ceiling_and(over: Decimal, **facts: Any) -> Build:
    """Half the ceiling of a year from one CPTS; from another the other half, and more to somebody of whom these facts are told."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        year = draw(st.sampled_from(years_by(on)))
        days = days_of_year(year, on)
        half = Decimal(CEILINGS[year]) / 2
        payments = (
            *(received(base, cpts, paid_on=draw(days), amount=half) for cpts in CPTS_IDS),
            received(base, "other-cpts", paid_on=draw(days), amount=over, **facts),
        )
        return attrs.evolve(base, payments=payments)

    return build


def every_year(base: Any, draw: DrawFn, on: date) -> Any:
    """The ceiling of every year, half of it from each of two: each year has its own."""
    payments = [
        received(base, cpts, paid_on=draw(days_of_year(year, on)), amount=Decimal(CEILINGS[year]) / 2)
        for year in years_by(on)
        for cpts in CPTS_IDS
    ]
    return attrs.evolve(base, payments=tuple(payments))


def more_once_they_had_left(base: Any, draw: DrawFn, on: date) -> Any:
    """The ceiling of 2022 from one CPTS, and a sum over it from one of which they were no member any more."""
    left = draw(days_between(DECREE + DAY, min(on, date(2022, 12, 31))))
    gone = (membership_of(base, left_on=left),)
    payments = (
        received(base, "cpts", paid_on=left, amount=Decimal(CEILINGS[2022])),
        received(base, "other-cpts", paid_on=left, amount=CENT, memberships=gone, **NOT_OF_A_MEMBER),
    )
    return attrs.evolve(base, payments=payments)


def more_before_the_decree(base: Any, draw: DrawFn, on: date) -> Any:
    """The ceiling of 2022, exceeded only with what another CPTS paid before the decree."""
    early = draw(days_between(date(2022, 1, 1), DECREE - DAY))
    payments = (
        received(base, "other-cpts", paid_on=early, amount=CENT),
        received(base, "cpts", paid_on=draw(days_of_year(2022, on)), amount=Decimal(CEILINGS[2022])),
    )
    return attrs.evolve(base, payments=payments)


def one_a_year(base: Any, draw: DrawFn, on: date) -> Any:
    """Two CPTS, of which each paid in a year of its own."""
    first = draw(days_between(DECREE, date(2022, 12, 31)))
    second = draw(days_between(date(2023, 1, 1), on))
    payments = (
        received(base, "cpts", paid_on=first, amount=ABOVE_ANY),
        received(base, "other-cpts", paid_on=second, amount=ABOVE_ANY),
    )
    return attrs.evolve(base, payments=payments)


def through_an_organisation(base: Any, draw: DrawFn, on: date) -> Any:
    """Sums that member organisations received: what each professional got of them is not told."""
    centre = Organisation(id=base.id, kind=OrganisationKind.CENTRE_DE_SANTE)
    belonging = (Membership(member=centre, joined_on=MEMBER_SINCE, left_on=None, partner=False),)
    paying = each_paying(
        *CPTS_IDS,
        paid_on=in_a_year_of_known_ceiling(on),
        amount=ABOVE_ANY,
        memberships=belonging,
        **NOT_OF_A_MEMBER,
    )
    return paying(base, draw, on)


NEVER_A_MEMBER: dict[str, Any] = {"memberships": ()} | NOT_OF_A_MEMBER
PLAFOND_TOUTES_CPTS = Case(
    rule="cpts.plafond-toutes-cpts",
    in_force=since(2022, 3, 18),
    about=(Belongings,),
    satisfied=either_since(
        (DECREE, paid_by_two(Decimal(0))),
        (DECREE, paid_by_two(Decimal(0), memberships=UNKNOWN)),
        (DECREE, paid_by_two(-CENT, memberships=(), practises_in_member_structure=True)),
        (DECREE, every_year),
        # A sum paid to others is not under the article.
        (DECREE, half_the_ceiling_and(CENT, **NEVER_A_MEMBER)),
        (DECREE + DAY, more_once_they_had_left),
    ),
    violated=either(
        paid_by_two(CENT),
        paid_by_two(ABOVE_ANY),
        paid_by_two(CENT, memberships=(), practises_in_member_structure=True),
        half_the_ceiling_and(CENT),
    ),
    undetermined=either_since(
        (DECREE, telling(payments=UNKNOWN)),
        (DECREE, paid_by_two(CENT, amount=UNKNOWN)),
        (DECREE, paid_by_two(CENT, memberships=UNKNOWN)),
        (DECREE, paid_by_two(CENT, memberships=UNKNOWN, **NOT_OF_A_MEMBER)),
        (DECREE, paid_by_two(CENT, memberships=())),
        (DECREE, each_paying(*CPTS_IDS, paid_on=UNKNOWN, amount=ABOVE_ANY)),
        (DECREE, through_an_organisation),
        (DECREE, more_before_the_decree),
        (
            NO_CEILING_YET,
            each_paying(*CPTS_IDS, paid_on=lambda on: days_between(NO_CEILING_YET, on), amount=ABOVE_ANY),
        ),
    ),
    not_applicable=either_since(
        (DECREE, telling(payments=())),
        (DECREE, each_paying("cpts", paid_on=under_the_decree, amount=ABOVE_ANY)),
        (DECREE, each_paying("cpts", "cpts", paid_on=under_the_decree, amount=ABOVE_ANY)),
        (DECREE, each_paying(*CPTS_IDS, paid_on=days_after, amount=ABOVE_ANY)),
        (DECREE, each_paying(*CPTS_IDS, paid_on=days_before(DECREE), amount=ABOVE_ANY)),
        (date(2023, 1, 1), one_a_year),
    ),
)

CASES = (PLAFOND_TOUTES_CPTS,)
