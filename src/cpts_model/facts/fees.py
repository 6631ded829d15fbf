"""Fees: over which days one makes its payer an up-to-date member."""

from datetime import MAXYEAR, MINYEAR, date
from enum import Enum

from cpts_model.engine.dates import Period
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, Unknown, UnknownFact
from cpts_model.facts.memberships import FeePayment

NO_PERIOD = Text(
    "les statuts demandent une cotisation sans dire quelle période elle couvre : le demander à l'association",
    "the statutes ask for a fee without saying which period it covers: ask the association",
)
PAID_LATE = Text(
    "la cotisation couvre les jours qui suivent le paiement, et celle-ci a été payée après l'année à laquelle elle se rapporte : "
    "demander à l'association quels jours elle couvre",
    "the fee covers the days from its payment on, and this one was paid after the year that it was for: ask the association which "
    "days it covers",
)


class FeePeriod(Enum):
    """Over which days a fee makes its payer an up-to-date member: the four regimes seen in real statutes."""

    CIVIL_YEAR = "annee-civile"
    FROM_PAYMENT = "du-paiement-au-31-decembre"
    SEASON = "saison"
    ONCE = "une-fois-a-l-adhesion"

    @property
    def label(self) -> Text:
        """The regime, in words."""
        return _PERIODS[self]


_PERIODS = {
    FeePeriod.CIVIL_YEAR: Text(
        "par année civile entière, du 1er janvier au 31 décembre", "by whole civil year, 1 January to 31 December"
    ),
    FeePeriod.FROM_PAYMENT: Text(
        "du jour du paiement au 31 décembre de la même année", "from the day of payment to 31 December of that year"
    ),
    FeePeriod.SEASON: Text("par saison de douze mois", "by season of twelve months"),
    FeePeriod.ONCE: Text("une seule fois, à l'adhésion", "once only, at joining"),
}  # fmt: skip


def days_covered(fee: FeePayment, period: FeePeriod, first_month: int | Unknown) -> Period:
    """The days that a fee covers under a regime; the year or season begins in ``first_month``.

    By civil year or season, the year that the fee was paid for decides and, where it was paid
    for none in particular (``for_year`` is ``None``), the day it was paid. From the payment on, a
    fee paid ahead covers the year that it was paid for.

    Raises:
        NotSettled: the day, the year or the season is unknown; or a fee that runs from its
            payment was paid after the year that it was for.
    """
    if period is FeePeriod.ONCE:
        return Period(_day_paid(fee), None)
    if period is FeePeriod.FROM_PAYMENT:
        return _from_payment(_day_paid(fee), fee.for_year)
    if isinstance(first_month, Unknown):
        raise UnknownFact
    year = _year_of(fee, first_month)
    return Period(_first_day(year, first_month), _first_day(year + 1, first_month))


def _from_payment(paid: date, for_year: int | None) -> Period:
    year = paid.year if for_year is None else for_year
    if year < paid.year:
        raise OpenQuestion(PAID_LATE)
    return Period(max(paid, date(year, 1, 1)), _first_day(year + 1, 1))


def _day_paid(fee: FeePayment) -> date:
    if isinstance(fee.paid_on, Unknown):
        raise UnknownFact
    return fee.paid_on


def _year_of(fee: FeePayment, first_month: int) -> int:
    """The year in which the twelve months begin that the fee was paid for."""
    year = fee.for_year
    if year is None:
        paid = _day_paid(fee)
        return paid.year if paid.month >= first_month else paid.year - 1
    return year


def _first_day(year: int, month: int) -> date | None:
    """The first day of a month; ``None`` just beyond the calendar, which leaves a period open."""
    return date(year, month, 1) if MINYEAR <= year <= MAXYEAR else None
