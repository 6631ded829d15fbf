"""What a case starts from: a subject of which nothing is told, or one that breaks no law."""

from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.facts.belonging import Belongings, Candidature, Departure, Neighbours
from cpts_model.facts.exercice import Exercice
from cpts_model.facts.memberships import EndCause, Membership
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Professional
from cpts_model.facts.structures import (
    CPTS,
    SISA,
    CentreDeSante,
    EquipeDeSoinsPrimaires,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
)
from cpts_model.testing.lawful import LAWFUL

NAMES: dict[type[Any], str] = {
    CPTS: "cpts",
    EquipeDeSoinsPrimaires: "esp",
    EquipeDeSoinsSpecialises: "ess",
    MaisonDeSante: "msp",
    CentreDeSante: "cds",
    SISA: "sisa",
    Organisation: "organisation",
}
"""The id of each subject that has one."""


def bare(kind: type[Any], on: date) -> Any:
    """A subject of a class, of which as little is told as its class allows."""
    if kind in NAMES:
        return kind(id=NAMES[kind])
    somebody, somewhere = Professional(id="zoe"), CPTS(id="cpts")
    if kind is Neighbours:
        return Neighbours(one=somewhere, other=CPTS(id="other-cpts"))
    if kind is Belongings:
        return Belongings(id=somebody.id, held=())
    if kind is Exercice:
        return Exercice(professional=somebody, structure=somewhere)
    membership = Membership(member=somebody)
    if kind is Candidature:
        return Candidature(structure=somewhere, membership=membership)
    if kind is Departure:
        return Departure(structure=somewhere, membership=membership, leaves_on=on, cause=EndCause.RESIGNATION)
    raise LookupError(f"{kind.__name__} is no subject of the law")


@st.composite
def lawful(draw: DrawFn, kind: type[Any], on: date) -> Any:
    """A subject of a class that breaks no law and no regulation on a day."""
    return LAWFUL[kind](draw, on)


def bases(kind: type[Any], on: date) -> st.SearchStrategy[Any]:
    """A subject of which nothing is told, or a lawful one: the former first."""
    return st.one_of(st.just(bare(kind, on)), lawful(kind, on))
