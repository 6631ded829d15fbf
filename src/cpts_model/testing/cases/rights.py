"""What belonging to a structure opens: each text with its own list of structures."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.exercice import Exercice
from cpts_model.facts.modes import Mode
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import (
    CPTS,
    SISA,
    CentreDeSante,
    EquipeDeSoinsPrimaires,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
)
from cpts_model.testing.case import Build, Case
from cpts_model.testing.days import days_after, days_until
from cpts_model.testing.invented import (
    generaliste,
    infirmier,
    kinesitherapeute,
    not_running,
    pharmacien,
    professional,
    running,
)
from cpts_model.testing.telling import Joining, drawn, either

TEAMS = (MaisonDeSante, EquipeDeSoinsPrimaires, EquipeDeSoinsSpecialises, CentreDeSante)
"""« mentionnées aux articles L. 1411-11-1, L. 6323-1 et L. 6323-3 »: the CPTS is not one of them."""


def practising(who: Any, kinds: Sequence[type[Any]], *, how: Joining = running, **facts: Any) -> Build:
    """Somebody in a structure of one of these kinds, a member of it, with these facts of the practice."""

    def build(base: Exercice, draw: DrawFn, on: date) -> Exercice:
        somebody = drawn(who, draw, on)
        kind = draw(st.sampled_from(kinds))
        # A maison de santé has the members and employees of the SISA that carries it: here there is none.
        carried: dict[str, Any] = {"sisa": None} if kind is MaisonDeSante else {}
        structure = kind(id="structure", members=(how(somebody, draw, on),), **carried)
        told = {name: drawn(value, draw, on) for name, value in facts.items()}
        return attrs.evolve(base, professional=somebody, structure=structure, **told)

    return build


def whose_members_are_not_told(who: Any, kinds: Sequence[type[Any]], **facts: Any) -> Build:
    """Somebody in a structure of one of these kinds, of which nobody told the members."""

    def build(base: Exercice, draw: DrawFn, on: date) -> Exercice:
        told = {name: drawn(value, draw, on) for name, value in facts.items()}
        structure = draw(st.sampled_from(kinds))(id="structure")
        return attrs.evolve(base, professional=drawn(who, draw, on), structure=structure, **told)

    return build


def employed_by_a_sisa_that_is_a_maison_de_sante(who: Any) -> Build:
    """Somebody whom a SISA employs: it is a maison de santé, and its employees give care in it."""

    def build(base: Exercice, draw: DrawFn, on: date) -> Exercice:
        somebody = drawn(who, draw, on)
        sisa = SISA(id="sisa", is_maison_de_sante=True, members=(), salaried=(somebody,))
        return attrs.evolve(base, professional=somebody, structure=sisa)

    return build


# --- L4301-2: « les infirmiers exerçant en pratique avancée » […] « mentionnées aux articles L. 1411-11-1, L. 6323-1 et L. 6323-3 »

AN_IPA = infirmier("zoe", savoir_faire=("SI01",))
A_NURSE = infirmier("zoe")
NO_NURSE = st.sampled_from([generaliste("zoe"), kinesitherapeute("zoe")])

IPA = Case(
    rule="droit.ipa-acces-direct",
    in_force=since(2023, 5, 21),
    about=(Exercice,),
    satisfied=either(practising(AN_IPA, TEAMS), employed_by_a_sisa_that_is_a_maison_de_sante(AN_IPA)),
    violated=either(practising(AN_IPA, [CPTS]), practising(AN_IPA, TEAMS, how=not_running)),
    undetermined=either(
        whose_members_are_not_told(AN_IPA, TEAMS), practising(infirmier("zoe", savoir_faire=UNKNOWN), [CPTS])
    ),
    not_applicable=practising(st.one_of(st.just(A_NURSE), NO_NURSE), [*TEAMS, CPTS]),
)

# --- L4321-1, and its experiment in a CPTS

A_MK = kinesitherapeute("zoe")
WHO_IS_NOT_SAID = Professional(id="zoe")

MK = Case(
    rule="droit.mk-acces-direct",
    in_force=since(2023, 8, 22),
    about=(Exercice,),
    satisfied=either(practising(A_MK, TEAMS), employed_by_a_sisa_that_is_a_maison_de_sante(A_MK)),
    violated=either(practising(A_MK, [CPTS]), practising(A_MK, TEAMS, how=not_running)),
    undetermined=either(whose_members_are_not_told(A_MK, TEAMS), practising(WHO_IS_NOT_SAID, [CPTS])),
    not_applicable=practising(st.sampled_from([A_NURSE, generaliste("zoe")]), [*TEAMS, CPTS]),
)

LIBERAL_MK = kinesitherapeute("zoe", mode=Mode.LIBERAL, substitute=False)
TWENTY = [
    "11",
    "22",
    "2B",
    "32",
    "38",
    "45",
    "54",
    "59",
    "68",
    "69",
    "76",
    "78",
    "79",
    "81",
    "83",
    "85",
    "89",
    "972",
    "974",
    "976",
]
"""The départements of the arrêté du 6 juin 2025."""
TITULAIRE: dict[str, Any] = {"titulaire": True, "collaborateur": False}
COLLABORATEUR: dict[str, Any] = {"titulaire": False, "collaborateur": True}
TAKES_PART: dict[str, Any] = {
    "departement": st.sampled_from(TWENTY),
    "declared_to_ars_on": days_until,
} | TITULAIRE


def in_a_cpts(who: Any = LIBERAL_MK, *, how: Joining = running, **facts: Any) -> Build:
    """A masseur-kinésithérapeute of a CPTS who meets each condition of the experiment, save those told otherwise."""
    return practising(who, [CPTS], how=how, **(TAKES_PART | facts))


MK_CPTS = Case(
    rule="droit.mk-acces-direct-cpts",
    in_force=since(2025, 7, 15).before(2030, 7, 15),
    about=(Exercice,),
    satisfied=either(in_a_cpts(), in_a_cpts(**COLLABORATEUR)),
    violated=either(
        in_a_cpts(departement=st.sampled_from(["33", "75", "2A"])),
        in_a_cpts(how=not_running),
        in_a_cpts(declared_to_ars_on=st.none()),
        in_a_cpts(declared_to_ars_on=days_after),
        in_a_cpts(titulaire=False),
        in_a_cpts(attrs.evolve(LIBERAL_MK, substitute=True)),
        in_a_cpts(attrs.evolve(LIBERAL_MK, mode=Mode.SALARIE)),
    ),
    undetermined=either(
        in_a_cpts(departement=UNKNOWN),
        in_a_cpts(declared_to_ars_on=UNKNOWN),
        in_a_cpts(titulaire=UNKNOWN),
        in_a_cpts(attrs.evolve(LIBERAL_MK, substitute=UNKNOWN)),
        in_a_cpts(attrs.evolve(LIBERAL_MK, mode=UNKNOWN)),
        whose_members_are_not_told(LIBERAL_MK, [CPTS], **TAKES_PART),
    ),
    not_applicable=either(
        practising(LIBERAL_MK, TEAMS, **TAKES_PART),
        in_a_cpts(infirmier("zoe", mode=Mode.LIBERAL, substitute=False)),
    ),
)

# --- L5125-1-1 A, 7°: « participant au même exercice coordonné »

A_PHARMACIST = pharmacien("zoe")
COORDINATED = (CPTS, EquipeDeSoinsPrimaires, MaisonDeSante, CentreDeSante)
HOLDS_A_PHARMACY: dict[str, Any] = {"titulaire": True, "gerant": False}
MANAGES_A_MUTUAL_ONE: dict[str, Any] = {"titulaire": False, "gerant": True}
WITH_THE_DOCTOR: dict[str, Any] = {"same_exercise_as_medecin_traitant": True}

CORRESPONDANT = Case(
    rule="droit.pharmacien-correspondant",
    in_force=since(2021, 5, 31),
    about=(Exercice,),
    satisfied=either(
        practising(A_PHARMACIST, COORDINATED, **WITH_THE_DOCTOR, **HOLDS_A_PHARMACY),
        practising(A_PHARMACIST, COORDINATED, **WITH_THE_DOCTOR, **MANAGES_A_MUTUAL_ONE),
    ),
    violated=either(
        practising(A_PHARMACIST, COORDINATED, **WITH_THE_DOCTOR, titulaire=False, gerant=False),
        practising(A_PHARMACIST, COORDINATED, **HOLDS_A_PHARMACY, same_exercise_as_medecin_traitant=False),
        practising(A_PHARMACIST, COORDINATED, how=not_running, **WITH_THE_DOCTOR, **HOLDS_A_PHARMACY),
        practising(A_PHARMACIST, [EquipeDeSoinsSpecialises], **WITH_THE_DOCTOR, **HOLDS_A_PHARMACY),
    ),
    undetermined=either(
        practising(A_PHARMACIST, COORDINATED, **WITH_THE_DOCTOR, titulaire=UNKNOWN, gerant=False),
        practising(A_PHARMACIST, COORDINATED, **HOLDS_A_PHARMACY, same_exercise_as_medecin_traitant=UNKNOWN),
        whose_members_are_not_told(A_PHARMACIST, COORDINATED, **WITH_THE_DOCTOR, **HOLDS_A_PHARMACY),
    ),
    not_applicable=practising(
        st.sampled_from([A_NURSE, professional("zoe", Profession.PREPARATEUR_EN_PHARMACIE)]), COORDINATED
    ),
)

# --- Loi 2025-581, art. 6: « l'Etat peut autoriser les infirmiers »

AUTHORISED: dict[str, Any] = {"experiment_authorised": True}
INFIRMIER = Case(
    rule="droit.infirmier-acces-direct",
    in_force=since(2025, 6, 29).before(2028, 6, 29),
    about=(Exercice,),
    satisfied=practising(st.sampled_from([A_NURSE, AN_IPA]), TEAMS, **AUTHORISED),
    violated=either(
        practising(A_NURSE, TEAMS, experiment_authorised=False),
        practising(A_NURSE, [CPTS], **AUTHORISED),
        practising(A_NURSE, TEAMS, how=not_running, **AUTHORISED),
    ),
    undetermined=either(
        practising(A_NURSE, TEAMS, experiment_authorised=UNKNOWN),
        whose_members_are_not_told(A_NURSE, TEAMS, **AUTHORISED),
        practising(WHO_IS_NOT_SAID, TEAMS, experiment_authorised=False),
    ),
    not_applicable=practising(NO_NURSE, TEAMS, **AUTHORISED),
)

CASES = (IPA, MK, MK_CPTS, CORRESPONDANT, INFIRMIER)
