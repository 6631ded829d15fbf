"""What happens to memberships: admission, withdrawal, exclusion, death."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, cast

import attrs

from cpts_model.engine.assess import Assessment, assess
from cpts_model.engine.errors import nearest_names
from cpts_model.engine.law import Law
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, NotSettled, Unknown
from cpts_model.facts.belonging import Belonging, Candidature, Departure
from cpts_model.facts.checks import BadFact
from cpts_model.facts.exercice import AnyStructure
from cpts_model.facts.memberships import EndCause, Exclusion, Member, Membership
from cpts_model.facts.structures import CPTS, Structure
from cpts_model.law.statuts import law_with_statutes
from cpts_model.register.across import belongings_of
from cpts_model.register.change import Change, obstacles
from cpts_model.register.errors import UnknownMember, check_day

if TYPE_CHECKING:
    from cpts_model.register.register import Register


# --- Joining


def judge_candidature(
    register: "Register",
    candidate: Member,
    structure_id: str,
    *,
    on: date,
    law: Law,
    terms: Mapping[str, Any],
) -> Assessment:
    """What the law and the statutes say of somebody who asks to join."""
    candidature = _candidature(register, candidate, structure_id, on, terms)
    return assess(candidature, on=on, law=law_with_statutes(candidature.structure, law))


def admit(
    register: "Register",
    candidate: Member,
    structure_id: str,
    *,
    on: date,
    law: Law,
    terms: Mapping[str, Any],
) -> Change:
    """Make somebody a member, unless something stands in the way."""
    assessment = judge_candidature(register, candidate, structure_id, on=on, law=law, terms=terms)
    if obstacles(assessment):
        return Change(False, register, assessment)
    candidature: Candidature = assessment.subject
    structure = candidature.structure
    assert isinstance(structure.members, tuple)  # or whether they are a member already would be open
    members = (*structure.members, candidature.membership)
    return Change(True, _with_members(register, structure, members), assessment, (_now(candidature),))


def _now(one: Belonging) -> Belonging:
    return Belonging(structure=one.structure, membership=one.membership)


def _with_members(register: "Register", structure: Structure, members: tuple[Membership, ...]) -> "Register":
    return register.with_structure(attrs.evolve(structure, members=members))


def as_kind(structure: Structure) -> AnyStructure:
    """A structure as what it is: one of the six kinds."""
    return cast(AnyStructure, structure)


def _candidature(
    register: "Register", candidate: Member, structure_id: str, on: date, terms: Mapping[str, Any]
) -> Candidature:
    check_day(on)
    if not isinstance(candidate, Member):
        raise TypeError(f"a candidate is a Professional, a Person or an Organisation, not {candidate!r}")
    structure = as_kind(register.structure(structure_id))
    held = register.history(candidate.id)
    others = tuple(one for one in held if one.structure.id != structure_id)
    for name in ("member", "joined_on", "partner"):
        if name in terms:
            raise BadFact(
                name,
                Text(
                    "l'événement le dit lui-même : ne pas l'écrire dans les termes",
                    "is told by the event itself: leave it out of the terms",
                ),
            )
    begun = {"member": candidate, "joined_on": on, "left_on": None, "end_cause": None, "partner": False}
    if isinstance(structure, CPTS) and _belongs_to_a_cpts(others, on):
        begun["other_cpts"] = True
    membership = Membership(**{**begun, **terms})
    died = day_of_death(held)
    if died is not None and on < died and not _has_ended_by(membership, died):
        raise BadFact(
            "left_on",
            Text(
                f"{candidate.id!r} : décès le {died} ; dire que l'adhésion a pris fin ce jour-là, ou avant",
                f"{candidate.id!r} died on {died}: say that it ended then, or earlier",
            ),
        )
    return Candidature(
        structure=structure,
        membership=membership,
        earlier=UNKNOWN
        if isinstance(structure.members, Unknown)
        else tuple(one.membership for one in held if one.structure.id == structure_id),
        others=others,
    )


def _has_ended_by(membership: Membership, day: date) -> bool:
    return isinstance(membership.left_on, date) and membership.left_on <= day


def _belongs_to_a_cpts(held: Iterable[Belonging], on: date) -> bool:
    """Whether one of the memberships is surely of a CPTS, that day."""
    return any(isinstance(one.structure, CPTS) and _surely_runs(one.membership, on) for one in held)


def _surely_runs(membership: Membership, on: date) -> bool:
    try:
        return membership.running_on(on)
    except NotSettled:
        return False


# --- Leaving


def withdraw(register: "Register", member_id: str, structure_id: str, *, on: date, law: Law) -> Change:
    """Record that a member leaves of their own will."""
    structure = as_kind(register.structure(structure_id))
    membership = membership_to_end(structure, member_id, on)
    return _leave(register, structure, membership, on, EndCause.RESIGNATION, law, {"exclusion": None})


def exclude(
    register: "Register", member_id: str, structure_id: str, *, on: date, law: Law, told: Mapping[str, Any]
) -> Change:
    """Record that a structure excludes a member."""
    structure = as_kind(register.structure(structure_id))
    membership = membership_to_end(structure, member_id, on)
    exclusion = Exclusion(**{"decided_on": on, **told})
    return _leave(register, structure, membership, on, EndCause.EXCLUSION, law, {"exclusion": exclusion})


def _leave(  # noqa: PLR0917
    register: "Register",
    structure: AnyStructure,
    membership: Membership,
    on: date,
    cause: EndCause,
    law: Law,
    told: Mapping[str, Any],
) -> Change:
    departure = Departure(
        structure=structure, membership=attrs.evolve(membership, **told), leaves_on=on, cause=cause
    )
    assessment = assess(departure, on=on, law=law_with_statutes(structure, law))
    if obstacles(assessment):
        return Change(False, register, assessment)
    ended = ending(membership, on, cause, **told)
    after = _with_members(register, structure, replaced(structure, membership, ended))
    return Change(True, after, assessment, (Belonging(structure=structure, membership=ended),))


def replaced(structure: Structure, old: Membership, new: Membership) -> tuple[Membership, ...]:
    """The members of a structure, one membership told anew."""
    return tuple(new if membership is old else membership for membership in structure.members)


def ending(membership: Membership, on: date, cause: EndCause, **told: Any) -> Membership:
    """A membership ended on a day; one that was to begin later begins and ends that day, and so never runs.

    A list of members drawn up since is told no more: it proves nothing of who had left.
    """
    joined, listed = membership.joined_on, membership.listed_on
    began = on if isinstance(joined, date) and joined > on else joined
    still_listed = UNKNOWN if isinstance(listed, date) and listed >= on else listed
    return attrs.evolve(
        membership, joined_on=began, left_on=on, listed_on=still_listed, end_cause=cause, **told
    )


def membership_to_end(structure: Structure, member_id: str, on: date) -> Membership:
    """The membership that runs on a day, or may; otherwise the last one somebody had.

    Raises:
        UnknownMember: they never had one, or nobody told the members.
        TypeError: ``on`` is not a plain date.
    """
    check_day(on)
    if isinstance(structure.members, Unknown):
        raise UnknownMember(member_id, structure.id, list_told=False)
    members = structure.members
    held = [membership for membership in members if membership.member.id == member_id]
    if not held:
        near = nearest_names(str(member_id), {membership.member.id for membership in members})
        raise UnknownMember(member_id, structure.id, near)
    last = max(held, key=_beginning)
    return next((membership for membership in held if may_run(membership, on)), last)


def _beginning(membership: Membership) -> date:
    joined = membership.joined_on
    return date.min if isinstance(joined, Unknown) else joined


def may_run(membership: Membership, on: date) -> bool:
    """Whether a membership runs on a day, as far as its dates are told."""
    joined, left = membership.joined_on, membership.left_on
    begun = isinstance(joined, Unknown) or joined <= on
    ended = isinstance(left, date) and left <= on
    return begun and not ended


# --- Dying


def record_death(register: "Register", member_id: str, *, on: date, law: Law) -> Change:
    """Record a death in every structure."""
    check_day(on)
    held = register.history(member_id)
    if not held:
        raise UnknownMember(member_id, None)
    if not held[-1].member.is_natural_person:
        raise BadFact(
            "member_id",
            Text(
                f"{member_id!r} est une personne morale : mettre fin à ses adhésions avec withdraw()",
                f"{member_id!r} is an organisation: end its memberships with withdraw()",
            ),
        )
    after, ended = register, []
    for one in held:
        left = one.membership.left_on
        if isinstance(left, date) and left <= on:
            continue
        structure = as_kind(after.structure(one.structure.id))
        dead = ending(one.membership, on, EndCause.DEATH)
        after = _with_members(after, structure, replaced(structure, one.membership, dead))
        ended.append(Belonging(structure=structure, membership=dead))
    assessment = assess(belongings_of(after, member_id), on=on, law=law)
    return Change(True, after, assessment, tuple(ended))


def day_of_death(held: Iterable[Belonging]) -> date | None:
    """The day a death ended one of the memberships."""
    days = [
        one.membership.left_on
        for one in held
        if one.membership.end_cause is EndCause.DEATH and isinstance(one.membership.left_on, date)
    ]
    return min(days, default=None)
