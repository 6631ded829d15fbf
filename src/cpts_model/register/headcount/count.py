"""Counting people once, whatever the number of structures they belong to."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from cpts_model.engine.errors import did_you_mean, nearest_names
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.structures import Structure
from cpts_model.register.errors import check_day, several_ids
from cpts_model.register.headcount.bounds import Tally, tally
from cpts_model.register.headcount.placing import (
    EVERYWHERE,
    PLACERS,
    WAYS,
    By,
    Placing,
    kind_of,
    structure_group,
)
from cpts_model.register.headcount.rate import Denominator, OtherDay, Rate
from cpts_model.register.headcount.somebody import Somebody, everybody
from cpts_model.register.names import name_of

if TYPE_CHECKING:
    from cpts_model.register.register import Register


@attrs.frozen(slots=True, kw_only=True)
class Group:
    """Those of one profession, college, structure, kind, mode or family."""

    key: Hashable
    """The slug, the structure's id, or the structure's id and the college; ``""`` for none."""
    label: Text
    people: Tally
    organisations: Tally


@attrs.frozen(slots=True, kw_only=True)
class Double:
    """Somebody who belongs to several structures, and is counted once."""

    id: str
    name: str
    structures: tuple[str, ...]
    possible: tuple[str, ...] = ()
    """The structures of which it is open whether they belong to them."""


@attrs.frozen(slots=True, kw_only=True)
class Contradiction:
    """One field of one member of which two structures say different things: it counts as unknown."""

    id: str
    name: str
    label: Text
    values: tuple[Any, ...]


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Headcount:
    """How many people belong to structures on a day, each counted once.

    People are those of different ids. Somebody of two professions, or of two colleges, is
    one person in the total and stands in each of the groups, whose sum is then above it.
    Organisations are counted apart.
    """

    on: date
    by: By
    structure_ids: tuple[str, ...]
    people: Tally
    organisations: Tally
    groups: tuple[Group, ...]
    unsorted: tuple[str, ...]
    """The people of whom the group is unknown: they may be of any."""
    doubles: tuple[Double, ...]
    contradictions: tuple[Contradiction, ...]
    untold: tuple[str, ...]
    """The structures of which the list of members is unknown: no number is bounded above."""
    member_names: Mapping[str, str] = attrs.field(eq=False)
    """What members are called, by id: by their name, with the id where another bears it too."""
    structure_names: Mapping[str, str] = attrs.field(eq=False)
    """What structures are called, in the same way."""

    def __repr__(self) -> str:
        return f"<Headcount on {self.on}: {self.people.bounds.to('en')} people>"

    @property
    def settled(self) -> bool:
        """Whether every number is exact."""
        tallies = [self.people, self.organisations]
        tallies += [one for group in self.groups for one in (group.people, group.organisations)]
        return all(one.bounds.exact for one in tallies)

    @property
    def in_several_groups(self) -> tuple[str, ...]:
        """The people who are surely in two groups or more."""
        times: dict[str, int] = defaultdict(int)
        for group in self.groups:
            for member_id in group.people.sure:
                times[member_id] += 1
        return tuple(sorted(member_id for member_id, number in times.items() if number > 1))

    def group(self, key: Hashable) -> Group:
        """The group of a key.

        Raises:
            ValueError: there is none; the message offers the nearest keys.
        """
        for group in self.groups:
            if group.key == key:
                return group
        near = nearest_names(str(key), [str(group.key) for group in self.groups])
        raise ValueError(f"nobody is counted under {key!r}{did_you_mean(near)}")

    def rate(self, denominator: Denominator, *, key: Hashable | None = None) -> Rate:
        """The people, or those of one group, out of a number counted on the same day.

        Raises:
            OtherDay: the denominator is the number of another day.
            ValueError: there is no such group.
        """
        if denominator.on != self.on:
            raise OtherDay(self.on, denominator.on)
        group = None if key is None else self.group(key)
        return Rate(
            people=(self if group is None else group).people.bounds,
            denominator=denominator,
            group=group.label if group else None,
        )

    def lines(self, lang: Lang = "fr") -> tuple[str, ...]:
        """The count in words, one idea a line."""
        from cpts_model.register.headcount.words import lines

        return tuple(lines(self, lang))


def headcount(
    register: "Register", *, on: date, by: By = "profession", structure_ids: Iterable[str] | None = None
) -> Headcount:
    """Count the people who belong to the structures of a register on a day, each once.

    ``structure_ids`` are the structures to look at: all of them, when it is left out.

    Raises:
        TypeError: ``on`` is not a plain date.
        ValueError: ``by`` is no way of sorting people.
        UnknownStructure: the register holds no such structure.
    """
    check_day(on)
    if by not in WAYS:
        raise ValueError(f"by= takes one of {', '.join(WAYS)}, not {by!r}")
    ids = (structure.id for structure in register) if structure_ids is None else several_ids(structure_ids)
    structures = tuple(register.structure(one) for one in sorted(frozenset(ids)))
    untold = tuple(structure for structure in structures if isinstance(structure.members, Unknown))
    members = everybody(structures, on)
    people = [one for one in members if one.is_person]
    organisations = [one for one in members if not one.is_person]
    gathered, anywhere = _gather(members, structures, on, by)
    unsorted = frozenset[str]().union(*anywhere.values())
    return Headcount(
        on=on,
        by=by,
        structure_ids=tuple(structure.id for structure in structures),
        people=_tally(people, complete=not untold),
        organisations=_tally(organisations, complete=not untold),
        groups=_groups(gathered, anywhere, frozenset(one.id for one in people), untold, by),
        unsorted=tuple(one.id for one in people if one.id in unsorted),
        doubles=tuple(_double(one) for one in members if len(_where(one)) > 1),
        contradictions=tuple(_contradictions(members)),
        untold=tuple(structure.id for structure in untold),
        member_names=_called({one.id: one.name for one in members}),
        structure_names=_called({structure.id: name_of(structure) for structure in structures}),
    )


def _called(names: Mapping[str, str]) -> dict[str, str]:
    """By id, each name, with the id where two bear it."""
    times = Counter(names.values())
    return {
        one: name if name == one or times[name] == 1 else f"{name} ({one})" for one, name in names.items()
    }


def _tally(members: Iterable[Somebody], *, complete: bool) -> Tally:
    told = tuple(members)
    return tally((one.id for one in told if one.sure), (one.id for one in told), complete=complete)


def _where(one: Somebody) -> frozenset[str]:
    return frozenset(stay.structure.id for stay in one.stays)


def _double(one: Somebody) -> Double:
    sure = frozenset(stay.structure.id for stay in one.stays if stay.sure)
    return Double(
        id=one.id,
        name=one.name,
        structures=tuple(sorted(sure)),
        possible=tuple(sorted(_where(one) - sure)),
    )


def _contradictions(members: Iterable[Somebody]) -> Iterable[Contradiction]:
    for one in members:
        for label, values in one.contradictions():
            yield Contradiction(id=one.id, name=one.name, label=label, values=values)


# --- Groups


@attrs.define
class _Gathered:
    """A group while it is gathered: who is in it, and who may be."""

    label: Text
    scope: str
    sure: set[str] = attrs.Factory(set)
    possible: set[str] = attrs.Factory(set)


def _groups(
    gathered: Mapping[Hashable, _Gathered],
    anywhere: Mapping[str, set[str]],
    people: frozenset[str],
    untold: Iterable[Structure],
    by: By,
) -> tuple[Group, ...]:
    groups: list[Group] = []
    for key, group in gathered.items():
        possible = group.possible.union(anywhere.get(EVERYWHERE, ()), anywhere.get(group.scope, ()))
        complete = not any(_could_add(structure, key, group.scope, by) for structure in untold)
        groups.append(
            Group(
                key=key,
                label=group.label,
                people=tally(group.sure & people, possible & people, complete=complete),
                organisations=tally(group.sure - people, possible - people, complete=complete),
            )
        )
    return tuple(sorted(groups, key=lambda group: (group.label.fr, repr(group.key))))


def _gather(
    members: Iterable[Somebody], structures: Iterable[Structure], on: date, by: By
) -> tuple[dict[Hashable, _Gathered], dict[str, set[str]]]:
    """The groups, and by scope those who may be in any of them."""
    gathered: dict[Hashable, _Gathered] = {}
    anywhere: dict[str, set[str]] = defaultdict(set)

    def group_of(placing: Placing) -> _Gathered:
        assert placing.key is not None
        assert placing.label is not None
        return gathered.setdefault(placing.key, _Gathered(placing.label, placing.scope))

    if by == "structure":  # one whose list is missing is shown all the same
        for structure in structures:
            group_of(structure_group(structure))
    for one in members:
        for placing in PLACERS[by](one, on):
            if placing.key is None:
                anywhere[placing.scope].add(one.id)
            else:
                group = group_of(placing)
                (group.sure if placing.sure else group.possible).add(one.id)
    return gathered, anywhere


def _could_add(structure: Structure, key: Hashable, scope: str, by: By) -> bool:
    """Whether the unknown members of a structure could be of a group."""
    match by:
        case "structure":
            return structure.id == key
        case "college":
            return structure.id == scope
        case "kind":
            kind = kind_of(structure)
            return kind is None or kind.value == key
        case _:
            return True
