"""Memberships: who, from when, until when, on what terms; and the members of a structure."""

from datetime import date, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.heirs import Heir
from cpts_model.facts.memberships import EndCause, FeePayment, Member, Membership
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, Professional
from cpts_model.testing.days import days_after, days_until
from cpts_model.testing.strategies.arguments import checked
from cpts_model.testing.strategies.errors import BadArgument
from cpts_model.testing.strategies.organisations import PLANS as ORGANISATIONS
from cpts_model.testing.strategies.organisations import organisations
from cpts_model.testing.strategies.people import PLANS as PEOPLE
from cpts_model.testing.strategies.people import persons, professionals
from cpts_model.testing.strategies.statutes import COLLEGES
from cpts_model.testing.strategies.teller import Plan, Plans, Teller, Told, choice, telling

M = TypeVar("M", bound=Member)
_DAY = timedelta(days=1)
_KINDS: tuple[type[Member], ...] = (
    Professional,
    Professional,
    Professional,
    Professional,
    Person,
    Organisation,
)


def newcomer(teller: Teller, kind: type[M]) -> M:
    """Somebody, or an organisation, not met before."""
    one = teller.make(kind)
    teller.people[one.id] = one
    return one


def somebody(teller: Teller, already: tuple[str, ...] = ()) -> Member:
    """A newcomer, or one met before who is not one of those named."""
    met: list[Member] = [one for who, one in teller.people.items() if who not in already]
    if met and teller.perhaps():
        return teller.any_of(met)
    kind = teller.any_of(_KINDS)
    return newcomer(teller, kind)


def _left_on(teller: Teller, told: Told) -> date | None:
    """Most are members still; whoever left did not leave before joining, nor on a day on which they are listed."""
    joined, listed = told["joined_on"], told.get("listed_on")
    if not teller.rarely():
        return None
    if isinstance(listed, date):
        return teller.day(listed + _DAY)
    return teller.day(joined if isinstance(joined, date) else None)


def _listed_on(teller: Teller, told: Told) -> Any:
    """A day of the membership; untold where it had none."""
    joined, left = told["joined_on"], told["left_on"]
    first = joined if isinstance(joined, date) else None
    last = left - _DAY if isinstance(left, date) else None
    if first is not None and last is not None and last < first:
        return UNKNOWN
    return teller.day(first, last)


def _end_cause(teller: Teller, told: Told) -> EndCause | None:
    left = told["left_on"]
    if left is None:
        return None
    causes: tuple[EndCause | None, ...] = tuple(EndCause) if isinstance(left, date) else (None, *EndCause)
    return teller.any_of(causes)


def _unless(cause: EndCause, field: str, otherwise: Any) -> Any:
    """What only one cause of the end brings with it; ``otherwise`` where it ended differently, or has not."""

    def how(teller: Teller, told: Told) -> Any:
        ended = told["end_cause"]
        if ended is cause or isinstance(ended, Unknown):
            return teller.by_type(Membership, field)
        return otherwise

    return how


def _fee_paid(teller: Teller, told: Told) -> Any:
    """Untold where fees are told one by one."""
    return UNKNOWN if isinstance(told.get("fees"), tuple) else teller.perhaps()


def _fees(teller: Teller, told: Told) -> Any:
    return teller.many(FeePayment) if isinstance(told["fee_paid"], Unknown) else UNKNOWN


def _ground(teller: Teller, told: Told) -> Any:
    if told["other_cpts"] is False:
        return None
    return teller.by_type(Membership, "ground")


PLANS: Plans = {
    **PEOPLE,
    **ORGANISATIONS,
    Heir: Plan(how={"member": lambda teller, told: teller.make(teller.any_of(_KINDS))}),
    FeePayment: Plan(how={"for_year": choice(2024, 2025, 2026)}),
    Membership: Plan(
        how={
            "member": lambda teller, told: somebody(teller),
            "left_on": _left_on,
            "listed_on": _listed_on,
            "end_cause": _end_cause,
            "college": choice(None, *COLLEGES),
            "fee_paid": _fee_paid,
            "fees": _fees,
            "exclusion": _unless(EndCause.EXCLUSION, "exclusion", None),
            "ground": _ground,
            "withdrawal": _unless(EndCause.RESIGNATION, "withdrawal", None),
            "heirs": _unless(EndCause.DEATH, "heirs", ()),
        },
        chains=(("joined_on", "left_on"), ("joined_on", "listed_on")),
    ),
}


def stays(teller: Teller, who: Member, most: int) -> tuple[Membership, ...]:
    """Memberships of one structure that somebody had, one after the other."""
    held: list[Membership] = []
    return teller.listed(lambda: _back(teller, who, held), most=most)


def joining(teller: Teller, least: int, most: int) -> tuple[Membership, ...]:
    """Members of a structure: nobody twice at the same time, a few who left and came back."""
    held: dict[str, Membership] = {}
    return teller.listed(lambda: _joining(teller, held), least=least, most=most)


def _joining(teller: Teller, held: dict[str, Membership]) -> Membership:
    gone = [one for one in held.values() if isinstance(one.left_on, date)]
    if gone and teller.rarely():
        one = _returning(teller, teller.any_of(gone))
    else:
        one = teller.make(Membership, member=somebody(teller, tuple(held)))
    held[one.member.id] = one
    return one


def _back(teller: Teller, who: Member, held: list[Membership]) -> Membership:
    """A membership that ended before the next: all of the earlier ones did."""
    if not held:
        one = teller.make(Membership, member=who, left_on=teller.day())
    else:
        one = _returning(teller, held[-1], left_on=None)
    held.append(one)
    return one


def _returning(teller: Teller, former: Membership, **told: Any) -> Membership:
    left = former.left_on
    assert isinstance(left, date)
    joined = teller.day(left)
    return teller.make(Membership, member=former.member, joined_on=joined, **told)


def memberships(
    member: Member | st.SearchStrategy[Any] | None = None,
    *,
    on: date | None = None,
    running: bool | None = None,
    known: float | None = None,
    **facts: Any,
) -> st.SearchStrategy[Membership]:
    """Memberships of a member, or of somebody invented.

    With ``running``, one that surely runs on the day ``on``; with ``running=False``, one
    that surely does not: it is to come, it is over, or it is that of a mere partner.
    ``known`` is the share of facts told, drawn when it is not given; any field can be
    given, as a value or as a strategy.

    Raises:
        BadArgument: ``running`` without a day, a share that is none, or a field that a membership has not.
    """
    given = checked(Membership, known, facts)
    given["member"] = _members(known) if member is None else member
    ways: list[dict[str, Any]] = [{}]
    if running is not None:
        if on is None:
            raise BadArgument("on", "a membership runs, or does not, on a day: say which")
        ways = [_running(on)] if running else _not_running(on)
    return st.one_of([_memberships(on, known, way | given) for way in ways])


def _memberships(
    on: date | None, known: float | None, given: dict[str, Any]
) -> st.SearchStrategy[Membership]:
    return telling(PLANS, known, lambda teller: teller.make(Membership, **given), on=on)


def _running(on: date) -> dict[str, Any]:
    return {"joined_on": days_until(on), "left_on": st.one_of(st.none(), days_after(on)), "partner": False}


def _not_running(on: date) -> list[dict[str, Any]]:
    return [{"left_on": days_until(on)}, {"joined_on": days_after(on)}, {"partner": True}]


def _members(known: float | None) -> st.SearchStrategy[Member]:
    return st.one_of(professionals(known=known), persons(known=known), organisations(known=known))
