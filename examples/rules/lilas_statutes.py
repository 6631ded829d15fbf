"""A clause of the statutes of an invented CPTS, as a rule of its own."""

from collections.abc import Iterable
from datetime import date

from cpts_model import (
    CPTS,
    LAW,
    STATUTS,
    Authority,
    Citation,
    Evidence,
    Membership,
    Modality,
    Period,
    Rule,
    Text,
    Unknown,
)


def memberships(cpts: CPTS, on: date) -> Iterable[Membership]:
    """The parts that are judged, one by one."""
    return cpts.members


def is_member(membership: Membership, cpts: CPTS, on: date) -> bool:
    """Who has left, or only works with the CPTS, signs nothing."""
    return membership.running_on(on)


def charter_is_signed(membership: Membership, cpts: CPTS, on: date) -> bool | Unknown:
    """« chaque membre signe la charte »"""
    return membership.charter_signed


CHARTER = Rule(
    id="lilas.charte",
    about=CPTS,
    each=memberships,
    applies=is_member,
    holds=charter_is_signed,
    modality=Modality.OBLIGATION,
    authority=Authority.STATUTES,
    evidence=Evidence.VERIFIED,
    cites=Citation(STATUTS, "7"),
    in_force=Period(date(2022, 1, 1)),
    checked_on=date(2026, 1, 1),
    source="statuts du 1er janvier 2022 (inventés)",
    title=Text("Le membre a signé la charte.", "The member has signed the charter."),
    remedy=Text("Faire signer la charte.", "Have the charter signed."),
)

OUR_LAW = LAW.extended(CHARTER)
