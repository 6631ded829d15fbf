"""Entering somebody in a register of members: once at a time, and the living only."""

from datetime import date, timedelta
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import ALWAYS
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.belonging import Belonging, Candidature
from cpts_model.facts.memberships import EndCause, Membership
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, PersonRole
from cpts_model.facts.structures import CPTS
from cpts_model.testing.case import Build, Case
from cpts_model.testing.days import days_after, days_before, days_until
from cpts_model.testing.telling import drawn, either, telling

YEARS = timedelta(days=3653)

# --- One entry at a time


def entered(earlier: Any, **facts: Any) -> Build:
    """Somebody who would join on a day, and has another entry: ``earlier`` gives its dates from that day."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        joined_on = draw(st.one_of(days_until(on), days_after(on)))
        told = {"joined_on": joined_on, "left_on": None} | facts
        entry = Membership(
            member=base.membership.member, partner=draw(st.booleans()), **earlier(draw, joined_on)
        )
        return attrs.evolve(base, membership=attrs.evolve(base.membership, **told), earlier=(entry,))

    return build


def over_by_then(draw: DrawFn, day: date) -> dict[str, Any]:
    """It ended on the day of joining, which is the first without it, or before."""
    left = draw(days_until(day))
    return {"joined_on": draw(days_before(left)), "left_on": left}


def called_off(draw: DrawFn, day: date) -> dict[str, Any]:
    """It was to begin later, and never did."""
    begin = draw(days_after(day))
    return {"joined_on": begin, "left_on": begin}


def runs(draw: DrawFn, day: date) -> dict[str, Any]:
    """It began before, that day, or will begin; no end is foreseen."""
    return {"joined_on": draw(st.one_of(days_until(day), days_after(day))), "left_on": None}


def ends_later(draw: DrawFn, day: date) -> dict[str, Any]:
    """It began before, and ends the day after the day of joining, or later."""
    return {"joined_on": draw(days_until(day)), "left_on": draw(days_after(day))}


def end_not_told(draw: DrawFn, day: date) -> dict[str, Any]:
    """It began before: whether it ended is not told."""
    return {"joined_on": draw(days_until(day)), "left_on": UNKNOWN}


def follows(base: Any, draw: DrawFn, on: date) -> Any:
    """The entry to come ends on the first day of the other one, or before."""
    left = draw(days_after(on))
    entry = Membership(member=base.membership.member, joined_on=left, left_on=None)
    membership = attrs.evolve(base.membership, joined_on=on, left_on=left)
    return attrs.evolve(base, membership=membership, earlier=(entry,))


UNE_SEULE_ADHESION = Case(
    rule="registre.une-seule-adhesion",
    in_force=ALWAYS,
    about=(Candidature,),
    satisfied=either(telling(earlier=()), entered(over_by_then), entered(called_off), follows),
    violated=either(entered(runs), entered(ends_later)),
    undetermined=either(
        telling(earlier=UNKNOWN),
        entered(end_not_told),
        entered(over_by_then, joined_on=UNKNOWN),
    ),
)

# --- The living only

USAGER = Person(id="zoe", role=PersonRole.USAGER)
CENTRE = Organisation(id="zoe", kind=OrganisationKind.CENTRE_DE_SANTE)
NO_DEATH = st.sampled_from([EndCause.RESIGNATION, EndCause.EXCLUSION, EndCause.FEE_UNPAID])
ELSEWHERE = CPTS(id="other-cpts")


def with_a_past(left: Any, cause: Any, who: Person | Organisation | None = None) -> Build:
    """The candidate, or somebody else, was a member before, here or elsewhere, and left that day for that cause."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        member = who or base.membership.member
        past = Membership(
            member=member,
            joined_on=on - YEARS,
            left_on=drawn(left, draw, on),
            end_cause=drawn(cause, draw, on),
        )
        here = draw(st.booleans())
        return attrs.evolve(
            base,
            membership=attrs.evolve(base.membership, member=member),
            earlier=(past,) if here else (),
            others=() if here else (Belonging(structure=ELSEWHERE, membership=past),),
        )

    return build


def with_no_past(earlier: Any, who: Person | Organisation | None = None) -> Build:
    """The candidate, or somebody else, of whom nothing is told elsewhere."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        membership = attrs.evolve(base.membership, member=who or base.membership.member)
        return attrs.evolve(base, membership=membership, earlier=earlier, others=())

    return build


PERSONNE_DECEDEE = Case(
    rule="registre.personne-decedee",
    in_force=ALWAYS,
    about=(Candidature,),
    satisfied=either(
        with_no_past(()),
        with_a_past(days_until, NO_DEATH),
        with_a_past(days_until, NO_DEATH, who=USAGER),
        with_a_past(None, None),
        with_a_past(days_after, EndCause.DEATH),
    ),
    violated=with_a_past(days_until, EndCause.DEATH),
    undetermined=either(
        with_no_past(UNKNOWN),
        with_no_past(UNKNOWN, who=USAGER),
        with_a_past(days_until, UNKNOWN),
        with_a_past(UNKNOWN, EndCause.DEATH),
    ),
    not_applicable=either(
        with_no_past(UNKNOWN, who=CENTRE),
        with_a_past(days_until, EndCause.DEATH, who=CENTRE),
    ),
)

CASES = (UNE_SEULE_ADHESION, PERSONNE_DECEDEE)
