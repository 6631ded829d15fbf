"""Kinds: the word in a dossier that says which class of facts an object holds."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, Professional
from cpts_model.facts.structures import (
    CPTS,
    SISA,
    CentreDeSante,
    EquipeDeSoinsPrimaires,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
    Structure,
)

KIND = "kind"
REGISTER = "register"

STRUCTURES: Mapping[str, type[Structure]] = MappingProxyType(
    {
        "cpts": CPTS,
        "esp": EquipeDeSoinsPrimaires,
        "ess": EquipeDeSoinsSpecialises,
        "msp": MaisonDeSante,
        "cds": CentreDeSante,
        "sisa": SISA,
    }
)

MEMBERS: Mapping[str, type[Any]] = MappingProxyType(
    {"professional": Professional, "person": Person, "organisation": Organisation}
)

_OF_CLASS: Mapping[type[Any], str] = MappingProxyType(
    {kind: slug for slug, kind in (*STRUCTURES.items(), *MEMBERS.items())}
)


def kind_of(kind: type[Any]) -> str | None:
    """The word for a class, or for the nearest one it comes from; ``None`` when it has none."""
    return next((_OF_CLASS[base] for base in kind.__mro__ if base in _OF_CLASS), None)
