"""What a register looks up by member: memberships, and payments received."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from types import MappingProxyType
from typing import Any, NamedTuple

import attrs

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.checks import BadFact
from cpts_model.facts.memberships import Membership
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.payments import Payment
from cpts_model.facts.people import Person, Professional
from cpts_model.facts.structures import CPTS, Structure
from cpts_model.register.persistent import PersistentMap


class Held(NamedTuple):
    """A membership, and the structure it is of."""

    structure_id: str
    membership: Membership


MembershipIndex = PersistentMap[str, tuple[Held, ...]]
"""Every membership of everybody who ever had one, by the id of the member."""


def index_of(structures: Iterable[Structure]) -> MembershipIndex:
    """The memberships of all structures, by member.

    Raises:
        BadFact: one id stands for a person and for an organisation.
    """
    index: dict[str, list[Held]] = defaultdict(list)
    for place, structure in enumerate(structures):
        for row, membership in enumerate(_told(structure)):
            held = index[membership.member.id]
            if held:
                _refuse_another_kind(membership, held[0].membership, f"structures[{place}].members[{row}]")
            held.append(Held(structure.id, membership))
    return PersistentMap({member_id: tuple(held) for member_id, held in index.items()})


def index_with(index: MembershipIndex, old: Structure | None, new: Structure) -> MembershipIndex:
    """The index after a structure was told anew: only the members concerned are looked at again.

    Raises:
        BadFact: one id would stand for a person and for an organisation.
    """
    for member_id, rows in _retold(_told(old), _told(new)).items():
        elsewhere = tuple(one for one in index.get(member_id, ()) if one.structure_id != new.id)
        held = (*elsewhere, *(Held(new.id, membership) for _, membership in rows))
        for row, membership in rows:
            _refuse_another_kind(membership, held[0].membership, f"members[{row}]")
        index = index.with_(member_id, held) if held else index.without(member_id)
    return index


def _told(structure: Structure | None) -> tuple[Membership, ...]:
    members = () if structure is None else structure.members
    return () if isinstance(members, Unknown) else members


def _retold(
    before: tuple[Membership, ...], after: tuple[Membership, ...]
) -> dict[str, list[tuple[int, Membership]]]:
    """The members of whom other memberships may be told than before, and those told now with their places."""
    # An event leaves all memberships but one the very same objects, each in its place.
    retold: dict[str, list[tuple[int, Membership]]] = {
        membership.member.id: []
        for pair in zip_longest(before, after)
        if pair[0] is not pair[1]
        for membership in pair
        if membership is not None
    }
    if retold:
        for row, membership in enumerate(after):
            if membership.member.id in retold:
                retold[membership.member.id].append((row, membership))
    return retold


_KINDS: Mapping[type[Any], str] = MappingProxyType(
    {Professional: "un professionnel", Person: "une personne", Organisation: "une organisation"}
)


def _named(kind: type[Any]) -> str:
    """A class of members in French; one of somebody's own by its name."""
    return _KINDS.get(kind, kind.__name__)


def _refuse_another_kind(one: Membership, other: Membership, place: str) -> None:
    here, there = type(one.member), type(other.member)
    if here is not there:
        raise BadFact(
            f"{place}.member.id",
            Text(
                f"{one.member.id!r} désigne ailleurs {_named(there)}, et ici {_named(here)} : "
                "donner un autre identifiant à l'un des deux",
                f"{one.member.id!r} is a {there.__name__} elsewhere and a {here.__name__} here; "
                "give one of the two another id",
            ),
        )


@attrs.frozen(slots=True)
class PaidBy:
    """A payment, and the structure that made it: one line of a table of payments."""

    structure_id: str
    payment: Payment


PaymentIndex = Mapping[str, tuple[PaidBy, ...]] | Unknown
"""Every payment by the id of its beneficiary; unknown as soon as one CPTS has not told its payments."""


def payments_of(structures: Iterable[Structure]) -> PaymentIndex:
    """The payments of all CPTS, by beneficiary, in the order of the structures."""
    index: dict[str, list[PaidBy]] = defaultdict(list)
    for structure in structures:
        payments = _payments(structure)
        if isinstance(payments, Unknown):
            return UNKNOWN
        for payment in payments:
            index[payment.beneficiary].append(PaidBy(structure.id, payment))
    return {beneficiary: tuple(paid) for beneficiary, paid in index.items()}


def pays_alike(old: Structure | None, new: Structure) -> bool:
    """Whether a structure told anew tells the payments that it told."""
    return _payments(old) is _payments(new)


def _payments(structure: Structure | None) -> tuple[Payment, ...] | Unknown:
    return structure.payments if isinstance(structure, CPTS) else ()
