"""Article 4 of the law of 1 July 1901: whoever wants to leave leaves, the fee once paid."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.belonging import Departure
from cpts_model.facts.fees import FeePeriod
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.memberships import EndCause, FeePayment
from cpts_model.facts.statutes import Statutes
from cpts_model.testing.case import Build, Case
from cpts_model.testing.cases.loi_1901.associations import NO_ASSOCIATION, NOT_SETTLED_FORM, in_association
from cpts_model.testing.days import days_after, days_until
from cpts_model.testing.invented import infirmier, not_running, running
from cpts_model.testing.telling import Joining, drawn, either

DAY = timedelta(days=1)
YEAR_OF_DAYS = timedelta(days=366)
INFIRMIER = infirmier("zoe")

# --- « Tout membre d'une association peut s'en retirer en tout temps »

OTHER_CAUSES = st.sampled_from(
    [EndCause.DEATH, EndCause.EXCLUSION, EndCause.FEE_UNPAID, EndCause.LOSS_OF_STATUS]
)


def resigning(
    *,
    how: Joining = running,
    cause: Any = EndCause.RESIGNATION,
    form: Any = LegalForm.ASSOCIATION,
    statutes: Any = UNKNOWN,
    **facts: Any,
) -> Build:
    """Somebody who resigns from an association: ``facts`` are told of their membership, or functions of the day they leave."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        day = draw(st.one_of(days_until(on), days_after(on)))
        told = {name: drawn(value, draw, day) for name, value in facts.items()}
        departure = attrs.evolve(
            base,
            leaves_on=day,
            cause=drawn(cause, draw, on),
            membership=how(INFIRMIER, draw, day, **told),
        )
        return in_association(form, drawn(statutes, draw, day))(departure, draw, on)

    return build


def not_a_resignation(**facts: Any) -> Build:
    """A departure of another cause, or from a structure that is no association."""
    return either(resigning(cause=OTHER_CAUSES, **facts), resigning(form=NO_ASSOCIATION, **facts))


RETRAIT_LIBRE = Case(
    rule="association.retrait-libre",
    in_force=since(2012, 3, 24),
    about=(Departure,),
    satisfied=resigning(),
    violated=either(resigning(how=not_running), resigning(partner=True)),
    undetermined=either(
        resigning(joined_on=UNKNOWN),
        resigning(left_on=UNKNOWN),
        resigning(partner=UNKNOWN),
        resigning(form=NOT_SETTLED_FORM),
    ),
    not_applicable=not_a_resignation(),
)

# --- « après paiement des cotisations échues et de l'année courante »

A_FEE = Statutes(fee=Decimal(20))
BY_YEAR, BY_SEASON, FROM_PAYMENT, ONCE = (
    attrs.evolve(A_FEE, period=period, season_first_month=9)
    for period in (FeePeriod.CIVIL_YEAR, FeePeriod.SEASON, FeePeriod.FROM_PAYMENT, FeePeriod.ONCE)
)
NO_FEE = st.sampled_from([None, Statutes(fee=None, period=None), Statutes(fee=Decimal(0), period=None)])


def paid(**facts: Any) -> tuple[FeePayment, ...]:
    """One fee that was paid."""
    return (FeePayment(**facts),)


def first_of_january(on: date) -> date:
    """The first day of the civil year."""
    return date(on.year, 1, 1)


def first_of_season(on: date) -> date:
    """The first of September that this day follows, or is."""
    return date(on.year if on.month >= 9 else on.year - 1, 9, 1)


def by(first_day: Any, gap: timedelta = timedelta(0)) -> Any:
    """A fee paid so many days from the first of the year, or of the season, in which they leave."""

    def strategy(on: date) -> st.SearchStrategy[tuple[FeePayment, ...]]:
        return st.just(paid(paid_on=first_day(on) + gap))

    return strategy


def for_the_year(years: int) -> Any:
    """A fee for the civil year in which they leave, or for one so many years from it."""

    def strategy(on: date) -> st.SearchStrategy[tuple[FeePayment, ...]]:
        return days_until(on).map(lambda day: paid(paid_on=day, for_year=on.year + years))

    return strategy


def paid_until(on: date) -> st.SearchStrategy[tuple[FeePayment, ...]]:
    """A fee paid on the day they leave, or earlier in the same civil year."""
    return st.sampled_from([paid(paid_on=on), paid(paid_on=first_of_january(on))])


COTISATION = Case(
    rule="association.cotisation-du-partant",
    in_force=since(2012, 3, 24),
    about=(Departure,),
    satisfied=either(
        resigning(statutes=NO_FEE, fee_paid=False),
        resigning(statutes=A_FEE, fee_paid=True),
        resigning(statutes=BY_YEAR, fees=by(first_of_january)),
        resigning(statutes=BY_YEAR, fees=for_the_year(0)),
        resigning(statutes=BY_SEASON, fees=by(first_of_season)),
        resigning(statutes=FROM_PAYMENT, fees=paid_until),
        resigning(statutes=ONCE, fees=by(first_of_january, -YEAR_OF_DAYS)),
    ),
    violated=either(
        resigning(statutes=A_FEE, fee_paid=False),
        resigning(statutes=BY_YEAR, fees=()),
        # Paid on the last day of the year before, or of the season before.
        resigning(statutes=BY_YEAR, fees=by(first_of_january, -DAY)),
        resigning(statutes=FROM_PAYMENT, fees=by(first_of_january, -DAY)),
        resigning(statutes=BY_SEASON, fees=by(first_of_season, -DAY)),
        resigning(statutes=BY_YEAR, fees=for_the_year(-1)),
        resigning(statutes=BY_YEAR, fees=for_the_year(1)),
    ),
    undetermined=either(
        resigning(fee_paid=False),
        resigning(statutes=A_FEE),
        resigning(statutes=Statutes(), fee_paid=False),
        resigning(statutes=A_FEE, fees=by(first_of_january)),
        resigning(statutes=attrs.evolve(A_FEE, period=None), fees=by(first_of_january)),
        resigning(statutes=BY_YEAR, fees=paid()),
        resigning(form=NOT_SETTLED_FORM, statutes=A_FEE, fee_paid=False),
    ),
    not_applicable=not_a_resignation(statutes=A_FEE, fee_paid=False),
)

# --- A clause that puts the departure off is void

A_NOTICE = st.sampled_from([1, 30, 365]).map(lambda days: Statutes(notice=days))
PREAVIS = Case(
    rule="association.clause-de-preavis",
    in_force=since(2015, 6, 3),
    about=(Departure,),
    satisfied=resigning(statutes=st.sampled_from([None, Statutes(notice=None), Statutes(notice=0)])),
    violated=resigning(statutes=A_NOTICE),
    undetermined=either(
        resigning(),
        resigning(statutes=Statutes()),
        resigning(form=NOT_SETTLED_FORM, statutes=A_NOTICE),
    ),
    not_applicable=not_a_resignation(statutes=A_NOTICE),
)

CASES = (RETRAIT_LIBRE, COTISATION, PREAVIS)
