"""D1434-44: what a CPTS may pay its members, for what, and up to which sum."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.memberships import Member, Membership
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.payments import Payment, PaymentNature
from cpts_model.facts.structures import CPTS
from cpts_model.testing.case import Build, Case
from cpts_model.testing.cases.csp_l1434_12.silence import NOT_VALIDATED, VALIDATED, VALIDATION_IS_OPEN
from cpts_model.testing.days import days_after, days_before, days_between, days_until, not_yet
from cpts_model.testing.invented import infirmier, kinesitherapeute, members_of, not_running, running
from cpts_model.testing.telling import Joining, drawn, either, either_since, telling, together

ABOUT = (CPTS,)
DECREE = date(2022, 3, 18)
"""The first day of the decree: what was paid before is not under it."""
DAY = timedelta(days=1)
ZOE = infirmier("zoe")


def under_the_decree(on: date) -> st.SearchStrategy[date]:
    """A day since the decree, this one at the latest."""
    return days_between(DECREE, on)


def as_it_is(base: Any, draw: DrawFn, on: date) -> Any:
    """The subject, of which nothing more is told."""
    return base


def paying(
    who: Member = ZOE, *, how: Joining | None = running, that_day: Build = as_it_is, **facts: Any
) -> Build:
    """The CPTS, that paid somebody a sum: since the decree, unless another day is told.

    ``how`` their membership stands on the day of the payment (``None``: they never were a
    member); ``that_day`` tells what else was so on it.
    """

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        told = {
            name: drawn(value, draw, on) for name, value in ({"paid_on": under_the_decree} | facts).items()
        }
        payment = Payment(beneficiary=who.id, **told)
        day = payment.paid_on if isinstance(payment.paid_on, date) else on
        belonging = () if how is None else (how(who, draw, day),)
        base = that_day(base, draw, day)
        return attrs.evolve(base, members=(*members_of(base), *belonging), payments=(payment,))

    return build


def partner(member: Member, draw: DrawFn, on: date) -> Any:
    """A mere partner: no member, however long they have been one."""
    return running(member, draw, on, partner=True)


def undated(member: Member, draw: DrawFn, on: date) -> Any:
    """A membership whose beginning is not told."""
    return running(member, draw, on, joined_on=UNKNOWN)


NOT_OF_A_MEMBER: dict[str, Any] = {"practises_in_member_structure": False}


def to_no_member(**facts: Any) -> Build:
    """A sum paid to somebody who is no member that day, and practises in no member structure."""
    return either(
        paying(how=None, **NOT_OF_A_MEMBER, **facts),
        paying(how=not_running, **NOT_OF_A_MEMBER, **facts),
        paying(how=partner, **NOT_OF_A_MEMBER, **facts),
    )


def outside_the_decree(**facts: Any) -> Build:
    """No payment; or one made before the decree, or to be made."""
    return either(
        telling(payments=()),
        paying(paid_on=days_before(DECREE), **facts),
        paying(paid_on=days_after, **facts),
    )


def perhaps_under_the_decree(**facts: Any) -> Build:
    """Payments of which nothing is told, or no day."""
    return either(telling(payments=UNKNOWN), paying(paid_on=UNKNOWN, **facts))


# --- The CPTS may pay its members, or those who practise in a « structure adhérente »

VERSEMENTS = Case(
    rule="cpts.versements-aux-membres",
    in_force=since(2022, 3, 18),
    about=ABOUT,
    satisfied=either(
        paying(),
        paying(Organisation(id="zoe", kind=OrganisationKind.CENTRE_DE_SANTE)),
        paying(how=None, practises_in_member_structure=True),
        paying(how=not_running, practises_in_member_structure=True),
    ),
    violated=to_no_member(),
    undetermined=either(
        paying(how=None),
        paying(how=not_running),
        paying(how=undated, **NOT_OF_A_MEMBER),
        together(paying(how=None, **NOT_OF_A_MEMBER), telling(members=UNKNOWN)),
        perhaps_under_the_decree(**NOT_OF_A_MEMBER),
    ),
    not_applicable=outside_the_decree(),
)


# --- An indemnity « compense une perte de revenus »; a remuneration pays for the public-service missions


def tied_to(purpose: str, nature: PaymentNature, other: PaymentNature) -> dict[str, Any]:
    """The outcomes of a rule that ties one of the two natures of payment to its purpose."""
    served: dict[str, Any] = {purpose: True}
    purposeless: dict[str, Any] = {purpose: False}
    unsaid: dict[str, Any] = {purpose: UNKNOWN}
    return {
        "satisfied": either(
            paying(nature=nature, **served),
            paying(how=None, practises_in_member_structure=True, nature=nature, **served),
        ),
        "violated": either(
            paying(nature=nature, **purposeless),
            paying(how=None, practises_in_member_structure=True, nature=nature, **purposeless),
        ),
        "undetermined": either(
            paying(nature=nature, **unsaid),
            paying(nature=UNKNOWN, **purposeless),
            paying(how=None, nature=nature, **purposeless),
            paying(how=undated, nature=nature, **purposeless, **NOT_OF_A_MEMBER),
            perhaps_under_the_decree(nature=nature, **purposeless),
        ),
        "not_applicable": either(
            outside_the_decree(nature=nature, **purposeless),
            paying(nature=other, **purposeless),
            paying(how=None, nature=nature, **purposeless, **NOT_OF_A_MEMBER),
            paying(how=not_running, nature=nature, **purposeless, **NOT_OF_A_MEMBER),
        ),
    }


INDEMNITE = Case(
    rule="cpts.indemnite-perte-de-revenus",
    in_force=since(2022, 3, 18),
    about=ABOUT,
    **tied_to("compensates_lost_income", PaymentNature.INDEMNITE, PaymentNature.REMUNERATION),
)
REMUNERATION = Case(
    rule="cpts.remuneration-missions",
    in_force=since(2022, 3, 18),
    about=ABOUT,
    **tied_to("for_public_service_mission", PaymentNature.REMUNERATION, PaymentNature.INDEMNITE),
)

# --- Each professional, each civil year: no more than the plafond annuel de la sécurité sociale

CEILINGS = {2022: 41_136, 2023: 43_992, 2024: 46_368, 2025: 47_100, 2026: 48_060}
"""In euros, by the orders of each year."""
NO_CEILING_YET = date(2027, 1, 1)
"""The first day of the first year whose order was not read."""
CENT = Decimal("0.01")
YVAIN = kinesitherapeute("yvain")
NATURES = st.sampled_from([PaymentNature.INDEMNITE, PaymentNature.REMUNERATION])
MEMBER_SINCE = date(2021, 1, 1)


def days_of_year(year: int, on: date) -> st.SearchStrategy[date]:
    """The days of a civil year on which the CPTS can have paid, by a day."""
    return days_between(max(DECREE, date(year, 1, 1)), min(on, date(year, 12, 31)))


def years_by(on: date) -> list[int]:
    """The years whose ceiling is known, the newest first."""
    return [year for year in sorted(CEILINGS, reverse=True) if year <= on.year]


def shares(draw: DrawFn, amount: Decimal) -> list[Decimal]:
    """A sum, paid at once or in two."""
    first = draw(st.sampled_from([amount, CENT, amount / 2]))
    return [first] if first == amount else [first, amount - first]


def paid_in(
    draw: DrawFn, year: int, amount: Decimal, on: date, to: str = "zoe", **facts: Any
) -> list[Payment]:
    """What somebody got in a year, as indemnities and remunerations."""
    return [
        Payment(
            beneficiary=to,
            paid_on=draw(days_of_year(year, on)),
            amount=share,
            nature=draw(NATURES),
            **facts,
        )
        for share in shares(draw, amount)
    ]


def with_payments(base: Any, payments: list[Payment], **membership: Any) -> Any:
    """The CPTS, of which two more are members all the while, and what it paid."""
    told: dict[str, Any] = {"joined_on": MEMBER_SINCE, "left_on": None, "partner": False}
    more = tuple(Membership(member=one, **(told | membership)) for one in (ZOE, YVAIN))
    return attrs.evolve(base, members=(*members_of(base), *more), payments=tuple(payments))


def reaching(over: Decimal, *, joined_on: Any = MEMBER_SINCE, **facts: Any) -> Build:
    """The CPTS, that paid somebody the ceiling of a year, and that much over it."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        year = draw(st.sampled_from(years_by(on)))
        payments = paid_in(draw, year, CEILINGS[year] + over, on, **facts)
        return with_payments(base, payments, joined_on=joined_on)

    return build


def each_their_own(base: Any, draw: DrawFn, on: date) -> Any:
    """The ceiling of every year, paid to each of two: each year and each professional has their own."""
    payments = [
        payment
        for year in years_by(on)
        for one in (ZOE, YVAIN)
        for payment in paid_in(draw, year, Decimal(CEILINGS[year]), on, to=one.id)
    ]
    return with_payments(base, payments)


def more_once_they_had_left(base: Any, draw: DrawFn, on: date) -> Any:
    """The ceiling of 2022, and a sum over it, paid on the first day on which they were no member any more."""
    left = draw(days_between(DECREE + DAY, min(on, date(2022, 12, 31))))
    payments = [
        Payment(beneficiary="zoe", paid_on=left - DAY, amount=Decimal(CEILINGS[2022])),
        Payment(beneficiary="zoe", paid_on=left, amount=CENT, **NOT_OF_A_MEMBER),
    ]
    return with_payments(base, payments, left_on=left)


def more_before_the_decree(base: Any, draw: DrawFn, on: date) -> Any:
    """The ceiling of 2022, exceeded only with what was paid before the decree."""
    early = draw(days_between(date(2022, 1, 1), DECREE - DAY))
    payments = [
        Payment(beneficiary="zoe", paid_on=early, amount=CENT),
        *paid_in(draw, 2022, Decimal(CEILINGS[2022]), on),
    ]
    return with_payments(base, payments)


def in_a_year_of_known_ceiling(on: date) -> st.SearchStrategy[date]:
    """A day since the decree, in a year whose ceiling is known."""
    return days_between(DECREE, min(on, NO_CEILING_YET - DAY))


ABOVE_ANY = Decimal(60_000)
PLAFOND = Case(
    rule="cpts.plafond-indemnites",
    in_force=since(2022, 3, 18),
    about=ABOUT,
    satisfied=either_since(
        (DECREE, reaching(Decimal(0))),
        (DECREE, reaching(-CENT, to="xenia", practises_in_member_structure=True)),
        (DECREE, reaching(Decimal(0), joined_on=UNKNOWN)),
        (DECREE, each_their_own),
        # A sum paid to others is not under the article.
        (DECREE, reaching(CENT, to="xenia", **NOT_OF_A_MEMBER)),
        (DECREE + DAY, more_once_they_had_left),
    ),
    violated=either(
        reaching(CENT),
        reaching(ABOVE_ANY),
        reaching(CENT, to="xenia", practises_in_member_structure=True),
    ),
    undetermined=either_since(
        (DECREE, telling(payments=UNKNOWN)),
        (DECREE, paying(paid_on=in_a_year_of_known_ceiling, amount=UNKNOWN)),
        (DECREE, paying(paid_on=UNKNOWN, amount=ABOVE_ANY)),
        (DECREE, reaching(CENT, to="xenia")),
        (DECREE, reaching(CENT, joined_on=UNKNOWN, **NOT_OF_A_MEMBER)),
        # The ceiling is that of each professional: what each got of the sum is not told.
        (
            DECREE,
            paying(
                Organisation(id="zoe", kind=OrganisationKind.CENTRE_DE_SANTE),
                paid_on=in_a_year_of_known_ceiling,
                amount=ABOVE_ANY,
                **NOT_OF_A_MEMBER,
            ),
        ),
        (DECREE, more_before_the_decree),
        (NO_CEILING_YET, paying(paid_on=lambda on: days_between(NO_CEILING_YET, on), amount=ABOVE_ANY)),
    ),
    not_applicable=either(
        telling(payments=()),
        paying(paid_on=days_after, amount=ABOVE_ANY),
        paying(paid_on=days_before(DECREE), amount=ABOVE_ANY),
    ),
)

# --- What commentators add: a remuneration supposes the convention, a payment the validated projet

A_REMUNERATION: dict[str, Any] = {"nature": PaymentNature.REMUNERATION}
SIGNED = telling(convention_signed_on=days_until)
NOT_SIGNED = telling(convention_signed_on=not_yet)
"""On the day of the payment, whatever was signed since."""
REMUNERATION_CONVENTION = Case(
    rule="cpts.remuneration-convention",
    in_force=since(2022, 3, 18),
    about=ABOUT,
    satisfied=paying(that_day=SIGNED, **A_REMUNERATION),
    violated=paying(that_day=NOT_SIGNED, **A_REMUNERATION),
    undetermined=either(
        paying(that_day=telling(convention_signed_on=UNKNOWN), **A_REMUNERATION),
        paying(that_day=NOT_SIGNED, nature=UNKNOWN),
        paying(how=undated, that_day=NOT_SIGNED, **A_REMUNERATION, **NOT_OF_A_MEMBER),
        perhaps_under_the_decree(that_day=telling(convention_signed_on=None), **A_REMUNERATION),
    ),
    not_applicable=either(
        to_no_member(that_day=NOT_SIGNED, **A_REMUNERATION),
        outside_the_decree(that_day=NOT_SIGNED, **A_REMUNERATION),
        paying(that_day=NOT_SIGNED, nature=PaymentNature.INDEMNITE),
    ),
)
VERSEMENT_PROJET_VALIDE = Case(
    rule="cpts.versement-projet-valide",
    in_force=since(2022, 3, 18),
    about=ABOUT,
    satisfied=paying(that_day=VALIDATED),
    violated=paying(that_day=NOT_VALIDATED),
    undetermined=either(
        paying(that_day=VALIDATION_IS_OPEN),
        paying(how=undated, that_day=NOT_VALIDATED, **NOT_OF_A_MEMBER),
        perhaps_under_the_decree(that_day=NOT_VALIDATED),
    ),
    not_applicable=either(to_no_member(that_day=NOT_VALIDATED), outside_the_decree()),
)

CASES = (
    VERSEMENTS,
    INDEMNITE,
    REMUNERATION,
    PLAFOND,
    REMUNERATION_CONVENTION,
    VERSEMENT_PROJET_VALIDE,
)
