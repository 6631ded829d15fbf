"""The invented people, the structures and the days of the machine: few, so that events meet."""

from collections.abc import Callable
from datetime import date, timedelta

from cpts_model.facts.memberships import Member
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import (
    CPTS,
    SISA,
    CentreDeSante,
    EquipeDeSoinsPrimaires,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
    Structure,
)

_FIRST = date(2022, 1, 1)
DAYS = [
    _FIRST + timedelta(days=step) for step in (0, 1, 2, 30, 31, 364, 365, 366, 730, 731, 1000, 1001, 1500)
]
"""Few enough for events to fall on one day, or on two that follow each other."""
SAMPLED = sorted({day + timedelta(days=shift) for day in DAYS for shift in (-1, 0)})

PEOPLE: dict[str, Member] = {
    who.id: who
    for who in (
        Professional(id="agathe", professions=(Profession.MEDECIN,), savoir_faire=("SM54",)),
        Professional(id="basile", professions=(Profession.INFIRMIER,)),
        Professional(id="cleo", professions=(Profession.MASSEUR_KINESITHERAPEUTE,)),
        Professional(id="denis"),
        Person(id="edmee"),
        Organisation(id="hopital"),
    )
}

KINDS: tuple[Callable[..., Structure], ...] = (
    CPTS,
    CPTS,
    EquipeDeSoinsPrimaires,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
    CentreDeSante,
    SISA,
)
MOST_STRUCTURES = 12


def first_structures() -> tuple[Structure, ...]:
    """One structure of each kind and a second CPTS, without members: what a store is opened on."""
    return tuple(kind(id=f"s{number}", members=()) for number, kind in enumerate(KINDS))
