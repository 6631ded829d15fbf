"""Statutes of associations, by versions: colleges, fees, quorum."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from cpts_model.engine.unknown import Unknown
from cpts_model.facts.colleges import College
from cpts_model.facts.statutes import FeePeriod, Quorum, Statutes
from cpts_model.testing.strategies.arguments import checked
from cpts_model.testing.strategies.days import dates_around_law_changes
from cpts_model.testing.strategies.teller import Plan, Plans, Teller, Told, choice, telling

COLLEGES = ("professionnels de santé", "structures", "acteurs sociaux", "usagers", "membres d'honneur")
_DAYS = st.lists(dates_around_law_changes(), unique=True, max_size=2).map(sorted)
_FEES = (None, *map(Decimal, ("0", "20", "50", "1500.50")))


def _numerator(teller: Teller, told: Told) -> int:
    return teller.upto(told["denominator"])


def _denominator(teller: Teller, told: Told) -> int:
    least: int = max(1, told.get("numerator", 1))
    return least + teller.upto(3)


def _deliberative(teller: Teller, told: Told) -> bool:
    votes = told.get("votes")
    return votes > 0 if isinstance(votes, int) else teller.perhaps()


def _votes(teller: Teller, told: Told) -> int:
    deliberative = told["deliberative"]
    if isinstance(deliberative, Unknown):
        return teller.upto(3)
    return 1 + teller.upto(2) if deliberative else 0


def _colleges(teller: Teller, told: Told) -> tuple[College, ...] | None:
    if teller.rarely():
        return None
    return tuple(teller.make(College, name=name) for name in teller.some(COLLEGES))


def _fee(teller: Teller, told: Told) -> Decimal | None:
    asked = isinstance(told.get("period"), FeePeriod)
    return teller.any_of(_FEES[2:] if asked else _FEES)


def _period(teller: Teller, told: Told) -> FeePeriod | None:
    """None where there is no fee for it to cover."""
    fee = told["fee"]
    if fee is None or (isinstance(fee, Decimal) and not fee):
        return None
    periods: tuple[FeePeriod | None, ...] = (None, *FeePeriod)
    return teller.any_of(periods)


def versions(teller: Teller, told: Told) -> tuple[Statutes, ...] | None:
    """Statutes by versions, each from a later day: the first perhaps of a day that nobody told."""
    if teller.rarely():
        return None
    days: list[date | None] = [*teller.draw(_DAYS)]
    if teller.perhaps() or not days:
        days = [None, *days]
    return tuple(teller.make(Statutes, in_force_since=day) for day in days)


PLANS: Plans = {
    Quorum: Plan(how={"denominator": _denominator, "numerator": _numerator}, first=("denominator",)),
    College: Plan(
        how={
            "name": choice(*COLLEGES),
            "deliberative": _deliberative,
            "votes": _votes,
            "share": choice(None, *map(Decimal, ("0", "12.5", "40", "100"))),
        }
    ),
    Statutes: Plan(
        how={
            "colleges": _colleges,
            "fee": _fee,
            "period": _period,
            "season_first_month": choice(1, 4, 9, 12),
            "minimum_age": choice(None, 0, 16, 18),
            "signatories": choice(0, 1, 2, 6, 7, 12),
            "proxies_per_member": choice(None, 0, 1, 2),
            "convening_days": choice(None, 0, 15, 30),
            "notice": choice(None, 0, 30, 90),
        }
    ),
}


def statutes(*, known: float | None = None, **facts: Any) -> st.SearchStrategy[Statutes]:
    """Statutes of an association, in one version, as far as they were read.

    ``known`` is the share of facts told, drawn when it is not given; any field can be
    given, as a value or as a strategy.

    Raises:
        BadArgument: a share that is none, or a field that statutes have not.
    """
    given = checked(Statutes, known, facts)
    return telling(PLANS, known, lambda teller: teller.make(Statutes, **given))
