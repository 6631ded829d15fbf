"""One member seen over all the structures: where they belong, and what is said of them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import attrs

from cpts_model.engine.labels import label_of
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, NotSettled, Unknown
from cpts_model.facts.memberships import Member, Membership
from cpts_model.facts.structures import Structure

COMPARED = ("name", "rpps", "professions", "mode", "role", "finess", "siren")
"""What two descriptions of one member are compared on: what says who they are, or sorts them."""


@attrs.frozen(slots=True, kw_only=True)
class Stay:
    """A membership that runs on the day, or may."""

    structure: Structure
    membership: Membership
    sure: bool


@attrs.frozen(slots=True)
class Somebody:
    """A member and all the memberships of theirs that run on the day, or may."""

    id: str
    stays: tuple[Stay, ...]

    @property
    def sure(self) -> bool:
        """Whether one of the memberships runs for sure."""
        return any(stay.sure for stay in self.stays)

    @property
    def descriptions(self) -> tuple[Member, ...]:
        """The member as the structures describe them, each description once."""
        if len(self.stays) == 1:  # as nearly always
            return (self.stays[0].membership.member,)
        return tuple(dict.fromkeys(stay.membership.member for stay in self.stays))

    @property
    def is_person(self) -> bool:
        """Whether this is a human being."""
        return self.descriptions[0].is_natural_person

    @property
    def name(self) -> str:
        """Their name, or their id where no structure tells the name."""
        name = self.told("name")
        return name if isinstance(name, str) else self.id

    def told(self, field: str) -> Any:
        """What is told of them: UNKNOWN where nobody does, or where two structures contradict each other."""
        values = self.values(field)
        return values[0] if len(values) == 1 else UNKNOWN

    def values(self, field: str) -> tuple[Any, ...]:
        """The different things told in a field; a list in another order says the same."""
        values = (getattr(description, field, UNKNOWN) for description in self.descriptions)
        distinct = {_comparable(value): value for value in values if not isinstance(value, Unknown)}
        return tuple(distinct[key] for key in sorted(distinct, key=repr))

    def contradictions(self) -> Iterator[tuple[Text, tuple[Any, ...]]]:
        """The fields in which two structures contradict each other, and what they say."""
        descriptions = self.descriptions
        kind = type(descriptions[0])
        for field in COMPARED if len(descriptions) > 1 else ():
            values = self.values(field)
            label = label_of(kind, field)
            if len(values) > 1 and label is not None:
                yield label, values


def _comparable(value: Any) -> Any:
    return frozenset(value) if isinstance(value, tuple) else value


def everybody(structures: Iterable[Structure], on: date) -> tuple[Somebody, ...]:
    """Whoever belongs to one of the structures on a day, or may, by id."""
    stays: dict[str, list[Stay]] = {}
    for structure in structures:
        for membership in structure.members if isinstance(structure.members, tuple) else ():
            runs = _runs(membership, on)
            if runs is not False:
                stay = Stay(structure=structure, membership=membership, sure=runs is True)
                stays.setdefault(membership.member.id, []).append(stay)
    return tuple(Somebody(member_id, tuple(stays[member_id])) for member_id in sorted(stays))


def _runs(membership: Membership, on: date) -> bool | None:
    """Whether a membership runs on a day; ``None`` where that is open."""
    try:
        return membership.running_on(on)
    except NotSettled:
        return None
