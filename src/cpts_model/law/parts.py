"""The parts of a structure that rules hold of, one by one."""

from collections.abc import Iterable
from datetime import date

from cpts_model.facts.memberships import Membership
from cpts_model.facts.structures import Structure


def memberships(structure: Structure, on: date) -> Iterable[Membership]:
    """Every membership told, running or not: ``applies`` says which bind."""
    return structure.members


def is_member(membership: Membership, structure: Structure, on: date) -> bool:
    """Whether the membership runs on the day."""
    return membership.running_on(on)


def holder_is_health_professional(membership: Membership, structure: Structure, on: date) -> bool:
    """Whether the holder of the membership is a health professional on the day."""
    return membership.member.is_health_professional(on)
