"""In which groups somebody is counted: by profession, college, structure, kind, mode or family."""

from collections.abc import Callable, Hashable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any, Final, Literal, NamedTuple, get_args

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import NotSettled, Unknown
from cpts_model.facts.families import Family
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import Structure
from cpts_model.register.headcount.somebody import Somebody
from cpts_model.register.names import name_of

By = Literal["profession", "college", "structure", "kind", "mode", "family"]
"""``kind`` is the kind of structure: CPTS, maison de santé…"""
WAYS: Final[tuple[By, ...]] = get_args(By)

EVERYWHERE: Final = ""


class Placing(NamedTuple):
    """A group somebody is in, or may be in.

    Without a key: any group of the scope, which is open. The scope is the structure for
    colleges, since each association has its own.
    """

    key: Hashable | None
    label: Text | None
    sure: bool
    scope: str = EVERYWHERE


Placer = Callable[[Somebody, date], Iterator[Placing]]

NO_PROFESSION = Text("sans profession (usagers, élus…)", "no profession (users, elected officials…)")  # fmt: skip
NO_MODE = Text("sans mode d'exercice (usagers, élus…)", "no mode of practice (users, elected officials…)")
NO_COLLEGE = Text("sans collège", "no college")


def _professionals_only(placed: Callable[[Somebody, date], Iterator[Placing]], otherwise: Text) -> Placer:
    """Persons who are no professionals, and organisations, in a group of their own."""

    def place(somebody: Somebody, on: date) -> Iterator[Placing]:
        if isinstance(somebody.descriptions[0], Professional):
            yield from placed(somebody, on)
        else:
            yield Placing("", otherwise, somebody.sure)

    return place


def _by_profession(somebody: Somebody, on: date) -> Iterator[Placing]:
    professions = somebody.told("professions")
    if isinstance(professions, Unknown):
        yield Placing(None, None, sure=False)
        return
    if not professions:
        yield Placing("", NO_PROFESSION, somebody.sure)
    for profession in dict.fromkeys(professions):
        yield Placing(profession.value, profession.label, somebody.sure)


def _by_mode(somebody: Somebody, on: date) -> Iterator[Placing]:
    mode = somebody.told("mode")
    if isinstance(mode, Unknown):
        yield Placing(None, None, sure=False)
    else:
        yield Placing(mode.value, mode.label, somebody.sure)


def _by_family(somebody: Somebody, on: date) -> Iterator[Placing]:
    answers = _families(somebody.told("professions"), on)
    if all(answer is None for _, answer in answers):
        yield Placing(None, None, sure=False)
        return
    if all(answer is False for _, answer in answers):
        yield Placing("", NO_PROFESSION, somebody.sure)
    for family, answer in answers:
        if answer is not False:
            yield Placing(family.value, family.label, somebody.sure and answer is True)


@lru_cache(maxsize=1024)
def _families(
    professions: tuple[Profession, ...] | Unknown, on: date
) -> tuple[tuple[Family, bool | None], ...]:
    """Whether professions make their holder one of each family; ``None`` where that is open."""
    holder = Professional(id="", professions=professions)
    return tuple((family, _qualifies(holder, family, on)) for family in Family)


def _qualifies(who: Professional, family: Family, on: date) -> bool | None:
    try:
        return who.qualifies(family, on)
    except NotSettled:
        return None


def _by_structure(somebody: Somebody, on: date) -> Iterator[Placing]:
    for stay in somebody.stays:
        yield structure_group(stay.structure, sure=stay.sure)


def structure_group(structure: Structure, *, sure: bool = True) -> Placing:
    """The group of those who belong to one structure."""
    return Placing(structure.id, _named(structure), sure)


def _named(structure: Structure) -> Text:
    name = name_of(structure)
    return Text(name, name)


def _by_kind(somebody: Somebody, on: date) -> Iterator[Placing]:
    for stay in somebody.stays:
        kind = kind_of(stay.structure)
        if kind is None:
            yield Placing(None, None, sure=False)
        else:
            yield Placing(kind.value, kind.label, stay.sure)


def kind_of(structure: Structure) -> Any:
    """The kind of a structure; ``None`` where it is open."""
    try:
        return structure.organisation_kind
    except NotSettled:
        return None


def _by_college(somebody: Somebody, on: date) -> Iterator[Placing]:
    for stay in somebody.stays:
        structure, college = stay.structure, stay.membership.college
        if isinstance(college, Unknown):
            yield Placing(None, None, sure=False, scope=structure.id)
            continue
        within = _named(structure)
        called = NO_COLLEGE if college is None else Text(college, college)
        label = Text(f"{called.fr} ({within.fr})", f"{called.en} ({within.en})")
        yield Placing((structure.id, college), label, stay.sure, scope=structure.id)


PLACERS: Final[dict[By, Placer]] = {
    "profession": _professionals_only(_by_profession, NO_PROFESSION),
    "college": _by_college,
    "structure": _by_structure,
    "kind": _by_kind,
    "mode": _professionals_only(_by_mode, NO_MODE),
    "family": _professionals_only(_by_family, NO_PROFESSION),
}
