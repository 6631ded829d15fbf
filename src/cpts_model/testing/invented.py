"""Invented people, and their memberships: told as far as any rule asks who they are."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.facts.memberships import Member, Membership
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import Structure
from cpts_model.testing.days import days_after, days_until

_booleans = st.booleans()


def professional(name: str, *professions: Profession, **facts: Any) -> Professional:
    """An invented professional, of whom only the profession is told, and what is asked for."""
    told: dict[str, Any] = {"savoir_faire": ()}
    return Professional(id=name, professions=professions, **(told | facts))


def generaliste(name: str, **facts: Any) -> Professional:
    """A médecin généraliste (savoir-faire SM54)."""
    return professional(name, Profession.MEDECIN, **({"savoir_faire": ("SM54",)} | facts))


def cardiologue(name: str, **facts: Any) -> Professional:
    """A médecin of another speciality (SM04)."""
    return professional(name, Profession.MEDECIN, **({"savoir_faire": ("SM04",)} | facts))


def infirmier(name: str, **facts: Any) -> Professional:
    """An infirmier."""
    return professional(name, Profession.INFIRMIER, **facts)


def kinesitherapeute(name: str, **facts: Any) -> Professional:
    """A masseur-kinésithérapeute."""
    return professional(name, Profession.MASSEUR_KINESITHERAPEUTE, **facts)


def pharmacien(name: str, **facts: Any) -> Professional:
    """A pharmacien."""
    return professional(name, Profession.PHARMACIEN, **facts)


def aide_soignant(name: str, **facts: Any) -> Professional:
    """An aide-soignant: a professional of Part 4 of the code, and no auxiliaire médical."""
    return professional(name, Profession.AIDE_SOIGNANT, **facts)


def osteopathe(name: str, **facts: Any) -> Professional:
    """An ostéopathe who is nothing else: of no profession of Part 4 of the code."""
    return professional(name, Profession.OSTEOPATHE, **({"medico_social_actor": False} | facts))


def running(member: Member, draw: DrawFn, on: date, **facts: Any) -> Membership:
    """A membership that runs on the day: it began that day or before, and has not ended."""
    told: dict[str, Any] = {"joined_on": draw(days_until(on)), "left_on": None, "partner": False}
    return Membership(member=member, **(told | facts))


def ended(member: Member, draw: DrawFn, on: date, **facts: Any) -> Membership:
    """A membership that runs no more on the day: that day may be the first one without it."""
    left = draw(days_until(on))
    told: dict[str, Any] = {"joined_on": left - timedelta(days=365), "left_on": left, "partner": False}
    return Membership(member=member, **(told | facts))


def to_come(member: Member, draw: DrawFn, on: date, **facts: Any) -> Membership:
    """A membership that will begin after the day."""
    told: dict[str, Any] = {"joined_on": draw(days_after(on)), "left_on": None, "partner": False}
    return Membership(member=member, **(told | facts))


def not_running(member: Member, draw: DrawFn, on: date, **facts: Any) -> Membership:
    """A membership that does not run on the day: it has ended, or is to come."""
    return (to_come if draw(_booleans) else ended)(member, draw, on, **facts)


def members_of(structure: Structure) -> tuple[Membership, ...]:
    """The members told: none where nobody told any."""
    return structure.members if isinstance(structure.members, tuple) else ()
