"""What a register shows the rules: who asks to join, who leaves, who belongs to what."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.belonging import (
    Belonging,
    Belongings,
    Candidature,
    Departure,
    Neighbours,
    ReceivedPayment,
)
from cpts_model.facts.exercice import Exercice
from cpts_model.facts.memberships import Member, Membership
from cpts_model.facts.payments import Payment, YearOfPayments
from cpts_model.facts.people import Professional
from cpts_model.facts.structures import CPTS
from cpts_model.testing.strategies.arguments import checked
from cpts_model.testing.strategies.memberships import newcomer, somebody, stays
from cpts_model.testing.strategies.names import PEOPLE, person
from cpts_model.testing.strategies.structure_plans import KINDS
from cpts_model.testing.strategies.structure_plans import PLANS as STRUCTURES
from cpts_model.testing.strategies.teller import Plan, Plans, Teller, Told, drawn, telling
from cpts_model.testing.strategies.territories import departements

# Beside one membership of a structure, the others, and what it paid, are not told: they could contradict it.
_UNTOLD = {"members": UNKNOWN}


def _structure(teller: Teller, told: Told) -> Any:
    kind = teller.any_of(KINDS)
    payments = {"payments": UNKNOWN} if kind is CPTS else {}
    return teller.make(kind, **_UNTOLD, **payments)


def _belongings(teller: Teller, who: Member) -> tuple[Belonging, ...]:
    return teller.listed(lambda: teller.make(Belonging, membership=teller.make(Membership, member=who)))


def _held(teller: Teller, told: Told) -> tuple[Belonging, ...]:
    return _belongings(teller, teller.make(Professional, id=told["id"]))


def _received(teller: Teller, told: Told) -> tuple[ReceivedPayment, ...]:
    """From the CPTS that they belong to, or from another."""
    held = {one.structure.id: (one.membership,) for one in told["held"] if isinstance(one.structure, CPTS)}
    return teller.listed(lambda: _payment(teller, told["id"], {**held, "cpts-autre": ()}))


def _payment(teller: Teller, who: str, by: dict[str, tuple[Membership, ...]]) -> ReceivedPayment:
    cpts = teller.any_of(tuple(by))
    memberships = by[cpts] if teller.tells() else UNKNOWN
    return teller.make(ReceivedPayment, beneficiary=who, cpts=cpts, memberships=memberships)


def _memberships(teller: Teller, told: Told) -> tuple[Membership, ...]:
    return stays(teller, teller.make(Professional, id=told["beneficiary"]), most=1)


def _practising(teller: Teller, told: Told) -> Professional:
    """A member of the structure, where there are any told, or somebody else."""
    members = told["structure"].members
    inside = (
        [one.member for one in members if isinstance(one.member, Professional)]
        if isinstance(members, tuple)
        else []
    )
    if inside and teller.perhaps():
        return teller.any_of(inside)
    return newcomer(teller, Professional)


def _leaves_on(teller: Teller, told: Told) -> date:
    joined = told["membership"].joined_on
    return teller.day(joined if isinstance(joined, date) else None)


def _still_a_member(teller: Teller, told: Told) -> Membership:
    return teller.make(Membership, member=somebody(teller), left_on=None)


def _paid_in(teller: Teller, told: Told) -> tuple[Payment, ...]:
    """Payments of the year; none of a year that is unknown."""
    year = told["year"]
    if not isinstance(year, int):
        return ()
    days = st.dates(date(year, 1, 1), date(year, 12, 31))
    return teller.many(Payment, beneficiary=told["beneficiary"], paid_on=days)


def _undated(teller: Teller, told: Told) -> tuple[Payment, ...]:
    return teller.many(Payment, beneficiary=told["beneficiary"], paid_on=UNKNOWN)


def _somebody_paid(teller: Teller, told: Told) -> str:
    return person(teller.number("person"))


PLANS: Plans = {
    **STRUCTURES,
    Belonging: Plan(how={"structure": _structure}),
    Candidature: Plan(
        how={
            "structure": _structure,
            "earlier": lambda teller, told: stays(teller, told["membership"].member, most=2),
            "others": lambda teller, told: _belongings(teller, told["membership"].member),
        }
    ),
    Departure: Plan(
        how={"structure": _structure, "membership": _still_a_member, "leaves_on": _leaves_on},
        first=("membership",),
    ),
    Belongings: Plan(how={"id": drawn(st.sampled_from(PEOPLE)), "held": _held, "payments": _received}),
    ReceivedPayment: Plan(
        how={
            "beneficiary": _somebody_paid,
            "cpts": lambda teller, told: f"cpts-{teller.number('structure') + 1}",
            "memberships": _memberships,
        }
    ),
    YearOfPayments: Plan(
        how={
            "beneficiary": _somebody_paid,
            "year": drawn(st.sampled_from((2024, 2025, 2026))),
            "payments": _paid_in,
            "undated": _undated,
        }
    ),
    Neighbours: Plan(),
    Exercice: Plan(
        how={"professional": _practising, "departement": drawn(departements())}, first=("structure",)
    ),
}


def _told(
    kind: type[Any], on: date | None, known: float | None, facts: dict[str, Any]
) -> st.SearchStrategy[Any]:
    given = checked(kind, known, facts)
    return telling(PLANS, known, lambda teller: teller.make(kind, **given), on=on, most=3)


def candidatures(
    *, on: date | None = None, known: float | None = None, **facts: Any
) -> st.SearchStrategy[Candidature]:
    """Somebody who asks to join a structure, and what they belong or belonged to.

    ``on`` is the day around which things happen. ``known`` is the share of facts told, drawn
    when it is not given; any field can be given, as a value or as a strategy. The members of
    the structure itself stay untold.

    Raises:
        BadArgument: a share that is none, or a field that there is not.
    """
    return _told(Candidature, on, known, facts)


def departures(
    *, on: date | None = None, known: float | None = None, **facts: Any
) -> st.SearchStrategy[Departure]:
    """Somebody who leaves a structure on a day, not before they joined. The arguments are those of :func:`candidatures`.

    Raises:
        BadArgument: a share that is none, or a field that there is not.
    """
    return _told(Departure, on, known, facts)


def belongings(
    *, on: date | None = None, known: float | None = None, **facts: Any
) -> st.SearchStrategy[Belongings]:
    """All that one invented professional belongs to, and was paid. The arguments are those of :func:`candidatures`.

    Raises:
        BadArgument: a share that is none, or a field that there is not.
    """
    return _told(Belongings, on, known, facts)


def neighbours(
    *, on: date | None = None, known: float | None = None, **facts: Any
) -> st.SearchStrategy[Neighbours]:
    """Two CPTS, whose territories meet now and then. The arguments are those of :func:`candidatures`.

    Raises:
        BadArgument: a share that is none, or a field that there is not.
    """
    return _told(Neighbours, on, known, facts)


def exercices(
    *, on: date | None = None, known: float | None = None, **facts: Any
) -> st.SearchStrategy[Exercice]:
    """The practice of a professional within a structure: of one of its members, often. The arguments are those of :func:`candidatures`.

    Raises:
        BadArgument: a share that is none, or a field that there is not.
    """
    return _told(Exercice, on, known, facts)
