"""A failing example shrinks to a dossier that a person can read: nothing is told but what matters."""

from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, find, settings
from hypothesis import strategies as st

from cpts_model import Profession
from cpts_model.facts.memberships import Membership
from cpts_model.facts.people import Professional
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.structures import (
    CPTS,
    SISA,
    CentreDeSante,
    EquipeDeSoinsPrimaires,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
)
from cpts_model.testing import strategies as s

# Without the phase that explains a failure: it draws another hundred examples, and shrinks nothing.
SHRINKING = settings(max_examples=1000, deadline=None, database=None, phases=(Phase.generate, Phase.shrink))


def simplest(strategy: st.SearchStrategy[Any], condition: Any) -> Any:
    return find(strategy, condition, settings=SHRINKING, random=Random(1))


def members(structure: Any) -> tuple[Membership, ...]:
    return structure.members if isinstance(structure.members, tuple) else ()


@pytest.mark.parametrize(
    ("strategy", "alone"),
    [
        (s.cpts(), CPTS(id="cpts-1")),
        (s.equipes_de_soins_primaires(), EquipeDeSoinsPrimaires(id="esp-1")),
        (s.equipes_de_soins_specialises(), EquipeDeSoinsSpecialises(id="ess-1")),
        (s.maisons_de_sante(), MaisonDeSante(id="msp-1")),
        (s.centres_de_sante(), CentreDeSante(id="cds-1")),
        (s.sisas(), SISA(id="sisa-1")),
        (s.structures(), CPTS(id="cpts-1")),
        (s.professionals(), Professional(id="agathe")),
        (s.memberships(), Membership(member=Professional(id="agathe"))),
        (s.projets_de_sante(), ProjetDeSante()),
    ],
    ids=["cpts", "esp", "ess", "msp", "cds", "sisa", "structure", "professional", "membership", "projet"],
)
def test_the_simplest_tells_who_it_is_and_nothing_else(strategy: st.SearchStrategy[Any], alone: Any) -> None:
    assert simplest(strategy, lambda _: True) == alone


def test_the_simplest_register_is_empty() -> None:
    assert simplest(s.registers(), lambda _: True).structures == ()


def test_two_members_and_nothing_else() -> None:
    assert simplest(s.maisons_de_sante(), lambda maison: len(members(maison)) == 2) == MaisonDeSante(
        id="msp-1",
        members=(Membership(member=Professional(id="agathe")), Membership(member=Professional(id="basile"))),
    )


def test_a_former_member_and_nothing_else() -> None:
    found = simplest(
        s.sisas(known=0.4, max_members=2),
        lambda sisa: any(isinstance(one.left_on, date) for one in members(sisa)),
    )
    (former,) = found.members
    assert isinstance(former.left_on, date)
    assert found == SISA(
        id="sisa-1", members=(Membership(member=Professional(id="agathe"), left_on=former.left_on),)
    )


def test_one_fact_deep_inside_and_nothing_else() -> None:
    def has_a_nurse(structure: CPTS) -> bool:
        return any(
            isinstance(one.member, Professional) and one.member.professions == (Profession.INFIRMIER,)
            for one in members(structure)
        )

    assert simplest(s.cpts(known=0.4, max_members=2), has_a_nurse) == CPTS(
        id="cpts-1",
        members=(Membership(member=Professional(id="agathe", professions=(Profession.INFIRMIER,))),),
    )


def test_one_date_and_nothing_else() -> None:
    found = simplest(s.projets_de_sante(), lambda projet: isinstance(projet.opposition_notified_on, date))
    assert found == ProjetDeSante(opposition_notified_on=found.opposition_notified_on)
