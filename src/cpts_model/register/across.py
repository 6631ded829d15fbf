"""What the rules across structures look at: all that one member holds, pairs of neighbouring CPTS."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import attrs

from cpts_model.engine.unknown import UNKNOWN, NotSettled, Unknown
from cpts_model.facts.belonging import Belonging, Belongings, Neighbours, ReceivedPayment
from cpts_model.facts.memberships import Membership
from cpts_model.facts.payments import Payment
from cpts_model.facts.structures import CPTS, Structure

if TYPE_CHECKING:
    from cpts_model.register.register import Register


def belongings_of(register: "Register", member_id: str) -> Belongings:
    """All that one member belongs to, and all that the CPTS of the register paid them."""
    return Belongings(id=member_id, held=register.history(member_id), payments=_paid_to(register, member_id))


def _paid_to(register: "Register", member_id: str) -> tuple[ReceivedPayment, ...] | Unknown:
    paid = register.payments_to(member_id)
    if isinstance(paid, Unknown):
        return UNKNOWN
    held = register.history(member_id)
    return tuple(
        as_received(one.payment, one.structure_id, memberships_in(register.structure(one.structure_id), held))
        for one in paid
    )


def memberships_in(structure: Structure, held: Iterable[Belonging]) -> tuple[Membership, ...] | Unknown:
    """Of what somebody holds, the memberships of one structure; unknown where nobody told its members."""
    if isinstance(structure.members, Unknown):
        return UNKNOWN
    return tuple(one.membership for one in held if one.structure.id == structure.id)


def as_received(
    payment: Payment, cpts_id: str, memberships: tuple[Membership, ...] | Unknown
) -> ReceivedPayment:
    """A payment as its beneficiary sees it."""
    told = {field.name: getattr(payment, field.name) for field in attrs.fields(Payment)}
    return ReceivedPayment(**told, cpts=cpts_id, memberships=memberships)


def of_several(register: "Register") -> Iterator[Belongings]:
    """What each member holds who has, or had, to do with several CPTS."""
    times: Counter[str] = Counter()
    for structure in register:
        if isinstance(structure, CPTS) and isinstance(structure.members, tuple):
            times.update({membership.member.id for membership in structure.members})
    for member_id in sorted(times):
        if times[member_id] > 1:
            yield belongings_of(register, member_id)


def neighbours(structures: Iterable[Structure]) -> Iterator[Neighbours]:
    """The pairs of CPTS that share a commune, as far as their territories are told."""
    of_commune: dict[str, list[CPTS]] = defaultdict(list)
    for structure in structures:
        if isinstance(structure, CPTS):
            for commune in _communes(structure):
                of_commune[commune].append(structure)
    seen: set[tuple[str, str]] = set()
    for commune in sorted(of_commune):
        for one, other in combinations(of_commune[commune], 2):
            if (one.id, other.id) not in seen:
                seen.add((one.id, other.id))
                yield Neighbours(one=one, other=other)


def _communes(cpts: CPTS) -> tuple[str, ...]:
    try:
        territory = cpts.territory_of_action
        return () if territory is None else tuple(dict.fromkeys(territory.communes))
    except NotSettled:
        return ()
