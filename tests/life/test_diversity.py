"""The partners at 31 December and their diversity. People and structures are invented."""

from datetime import date

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import generaliste, infirmier, member, professional, specialiste
from cpts_model.engine.unknown import UNKNOWN, Count, OpenQuestion, UnknownFact
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import MSP, SISA
from cpts_model.life.associates import INCOMPLETE, associates_on, associates_on_31_december
from cpts_model.life.diversity import diversity
from world import RandomChoices, World, masked

DAY = date(2024, 12, 31)
BEFORE, AFTER = date(2024, 12, 30), date(2025, 1, 1)


def partner(who, **facts):
    return member(who, **({"associe": True} | facts))


def sisa(*memberships, **facts):
    return SISA(id="sisa", name="SISA des Trois Sources", members=tuple(memberships), **facts)


def names(listed):
    return [one.name for one in listed.associates]


def kine(name, **facts):
    return professional(name, Profession.MASSEUR_KINESITHERAPEUTE, **facts)


def sage_femme(name, **facts):
    return professional(name, Profession.SAGE_FEMME, **facts)


def ortho(name, **facts):
    return professional(name, Profession.ORTHOPHONISTE, **facts)


GENERALISTS = (partner(generaliste("Alix")), partner(generaliste("Basile")))
NURSE, PHYSIO, SPEECH = partner(infirmier("Camille")), partner(kine("Dorian")), partner(ortho("Elea"))


# --- the list at 31 December


def test_the_list_holds_the_health_professionals_who_are_partners():
    listed = associates_on_31_december(sisa(*GENERALISTS, NURSE), year=2024)
    assert names(listed) == ["Alix", "Basile", "Camille"]
    assert listed.on == DAY
    assert listed.complete
    assert listed.to_check == listed.left_out == ()


@pytest.mark.parametrize(
    ("joined_on", "left_on", "listed"),
    [(DAY, None, True), (AFTER, None, False), (BEFORE, DAY, False), (BEFORE, AFTER, True)],
)
def test_partners_are_those_of_31_december(joined_on, left_on, listed):
    found = associates_on_31_december(
        sisa(partner(infirmier("Camille"), joined_on=joined_on, left_on=left_on)), year=2024
    )
    assert names(found) == (["Camille"] if listed else [])


def test_a_member_who_is_no_partner_is_not_on_the_list():
    listed = associates_on_31_december(sisa(member(infirmier("Camille"), associe=False)), year=2024)
    assert listed.associates == listed.to_check == ()


def test_who_may_be_a_partner_is_kept_apart_with_the_reason():
    listed = associates_on_31_december(
        sisa(
            member(infirmier("Camille")),
            partner(kine("Dorian"), left_on=UNKNOWN),
            partner(professional("Elea", professions=UNKNOWN)),
        ),
        year=2024,
    )
    assert names(listed) == []
    assert [(one.name, one.why.fr) for one in listed.to_check] == [
        ("Camille", "qualité d'associé non renseignée"),
        ("Dorian", "présence comme associé le 31/12/2024 non établie"),
        ("Elea", "profession à préciser"),
    ]


def test_where_the_texts_of_that_day_were_not_read_the_reason_says_so():
    listed = associates_on_31_december(
        sisa(partner(infirmier("Camille"), joined_on=date(2000, 1, 1))), year=2001
    )
    assert names(listed) == []
    assert "4 mai 2002" in listed.to_check[0].why.fr


def test_a_partner_who_is_no_health_professional_is_told_apart():
    listed = associates_on_31_december(
        sisa(
            partner(professional("Gaston", Profession.OSTEOPATHE)),
            partner(Person(id="p", name="Hugo")),
            partner(Organisation(id="o")),
        ),
        year=2024,
    )
    assert names(listed) == []
    assert [one.id for one in listed.left_out] == ["Gaston", "p", "o"]


def test_of_a_maison_de_sante_they_are_the_partners_of_its_sisa_and_those_told_so():
    carried = MSP(
        id="msp",
        members=(partner(generaliste("Alix")), member(infirmier("Camille"), associe=False)),
        sisa=sisa(NURSE),
    )
    listed = associates_on_31_december(carried, year=2024)
    assert names(listed) == ["Alix", "Camille"]
    assert listed.complete


@pytest.mark.parametrize(
    ("structure", "complete"),
    [
        (MSP(id="m", members=(), sisa=None), True),
        (MSP(id="m", members=(), sisa=UNKNOWN), False),
        (MSP(id="m", members=UNKNOWN, sisa=None), False),
        (MSP(id="m", members=(), sisa=SISA(id="s")), False),
        (MSP(id="m", members=(), sisa=SISA(id="s", members=())), True),
        (SISA(id="s"), False),
    ],
    ids=["no sisa", "sisa unknown", "members unknown", "members of the sisa unknown", "all told", "a sisa"],
)
def test_the_list_says_whether_there_may_be_others(structure, complete):
    listed = associates_on_31_december(structure, year=2024)
    assert listed.complete is complete
    assert any("membres" in line for line in listed.lines("fr")) is not complete
    said = list(diversity(structure, on=date(2024, 12, 31)).lines("fr"))
    assert (INCOMPLETE.fr in said) is not complete


def test_who_came_back_is_listed_once():
    first = partner(infirmier("Camille"), left_on=date(2010, 1, 1))
    again = partner(infirmier("Camille"), joined_on=date(2020, 1, 1))
    assert names(associates_on(sisa(first, again), on=DAY)) == ["Camille"]


def test_the_list_in_words_says_what_is_to_be_completed():
    told = infirmier("Camille", numero_am="012345678", rpps="10000000001", savoir_faire=("SI01",))
    listed = associates_on_31_december(
        sisa(
            partner(told),
            partner(kine("Dorian", numero_am=None)),
            member(ortho("Elea")),
            partner(Person(id="p", name="Hugo")),
        ),
        year=2024,
    )
    assert list(listed.lines("fr")) == [
        "Professionnels de santé associés au 31/12/2024 : SISA des Trois Sources",
        "  Camille, 012345678, 10000000001, infirmier, Exercice infirmier en pratique avancée pathologies chroniques stabilisées (SI)",
        "  Dorian, masseur-kinésithérapeute [à compléter : numéro AM, numéro RPPS]",
        "À vérifier",
        "  Elea (qualité d'associé non renseignée)",
        "Associés qui ne sont pas des professionnels de santé",
        "  Hugo",
    ]
    assert list(associates_on(sisa(), on=DAY).lines("en"))[1] == "  nobody"


def test_a_partner_without_a_name_is_called_by_the_identifier():
    listed = associates_on(sisa(partner(attrs.evolve(infirmier("Camille"), name=UNKNOWN))), on=DAY)
    assert names(listed) == ["Camille"]
    assert listed.associates[0].lacks[0].en == "surname and first name"


def test_a_year_outside_the_calendar_is_refused():
    with pytest.raises(ValueError, match="0 is no year"):
        associates_on_31_december(sisa(), year=0)


# --- diversity


def level(*memberships, on=DAY):
    return diversity(sisa(*memberships), on=on).level


def test_general_practitioners_alone_reach_no_level():
    assert level(*GENERALISTS) == Count(0, 0)


@pytest.mark.parametrize(
    "profession", [Profession.SAGE_FEMME, Profession.CHIRURGIEN_DENTISTE, Profession.PHARMACIEN]
)
def test_one_medical_profession_or_pharmacist_besides_general_medicine_is_level_1(profession):
    found = diversity(sisa(*GENERALISTS, partner(professional("Irma", profession))), on=DAY)
    assert found.level == Count(1, 1)
    assert [(one.name, one.profession) for one in found.medical.counted] == [("Irma", profession)]
    assert found.medical.met
    assert not found.paramedical.met


def test_three_different_paramedical_professions_are_level_1():
    assert level(*GENERALISTS, NURSE, PHYSIO) == Count(0, 0)
    found = diversity(sisa(*GENERALISTS, NURSE, PHYSIO, SPEECH), on=DAY)
    assert found.level == Count(1, 1)
    assert {one.name for one in found.paramedical.counted} == {"Camille", "Dorian", "Elea"}


def test_three_of_one_profession_are_one_profession():
    assert level(*(partner(infirmier(name)) for name in ("Jade", "Kim", "Lou"))) == Count(0, 0)


def test_an_advanced_practice_nurse_is_a_nurse():
    advanced = partner(infirmier("Lou", savoir_faire=("SI01",)))
    assert level(advanced, NURSE, PHYSIO) == Count(0, 0)


def test_both_conditions_are_level_2():
    found = diversity(sisa(*GENERALISTS, partner(sage_femme("Irma")), NURSE, PHYSIO, SPEECH), on=DAY)
    assert found.level == Count(2, 2)
    assert found.missing == ()
    assert not any(line.startswith("Pour le niveau") for line in found.lines("fr"))


def test_a_preparateur_is_no_pharmacist_and_may_be_paramedical():
    found = diversity(
        sisa(NURSE, PHYSIO, partner(professional("Max", Profession.PREPARATEUR_EN_PHARMACIE))), on=DAY
    )
    assert not found.medical.possibly
    assert found.level == Count(0, 1)
    with pytest.raises(OpenQuestion, match="paramedical"):
        _ = found.paramedical.met


def test_whether_another_speciality_of_doctor_counts_is_an_open_question():
    found = diversity(sisa(*GENERALISTS, partner(specialiste("Nour"))), on=DAY)
    assert found.level == Count(0, 1)
    assert [one.name for one in found.medical.to_check] == ["Nour"]
    with pytest.raises(OpenQuestion, match="another speciality"):
        _ = found.medical.met


def test_a_pharmacist_settles_it_whatever_the_specialist_counts_for():
    found = diversity(
        sisa(partner(specialiste("Nour")), partner(professional("Irma", Profession.PHARMACIEN))), on=DAY
    )
    assert found.medical.met
    assert found.level == Count(1, 1)


def test_a_doctor_of_unknown_speciality_leaves_it_open():
    found = diversity(sisa(partner(professional("Odile", Profession.MEDECIN, savoir_faire=UNKNOWN))), on=DAY)
    assert found.level == Count(0, 1)
    with pytest.raises(UnknownFact):
        _ = found.medical.met


def test_a_biologist_is_a_doctor_or_a_pharmacist():
    found = diversity(sisa(partner(professional("Paul", Profession.BIOLOGISTE_MEDICAL))), on=DAY)
    assert found.level == Count(0, 1)
    assert found.paramedical.to_check == ()


def test_a_partner_of_unknown_profession_may_bring_any():
    found = diversity(sisa(partner(professional("Rose", professions=UNKNOWN))), on=DAY)
    assert found.level == Count(0, 2)


def test_a_possible_partner_brings_no_more_than_their_profession():
    possible = member(ortho("Elea"))
    assert level(NURSE, PHYSIO, possible) == Count(0, 1)
    assert level(NURSE, possible) == Count(0, 0)
    assert level(member(sage_femme("Irma"))) == Count(0, 1)
    assert level(member(generaliste("Alix"))) == Count(0, 0)


def test_where_the_members_are_unknown_so_is_the_level():
    found = diversity(SISA(id="s"), on=DAY)
    assert found.level == Count(0, 2)
    with pytest.raises(UnknownFact):
        _ = found.medical.met


@pytest.mark.parametrize(("on", "reached"), [(BEFORE, 0), (DAY, 1)])
def test_the_level_is_that_of_the_day(on, reached):
    assert level(partner(sage_femme("Irma"), joined_on=DAY), on=on) == Count(reached, reached)


def test_who_practises_two_professions_brings_both():
    both = partner(professional("Sam", Profession.MASSEUR_KINESITHERAPEUTE, Profession.PEDICURE_PODOLOGUE))
    assert level(NURSE, both) == Count(1, 1)


def test_the_level_in_words_names_who_counts_what_is_missing_and_the_source():
    found = diversity(sisa(*GENERALISTS, partner(sage_femme("Irma")), NURSE, member(ortho("Elea"))), on=DAY)
    assert list(found.lines("fr")) == [
        "Diversité des associés au 31/12/2024 : SISA des Trois Sources",
        "Niveau atteint : 1",
        "Une profession médicale ou un pharmacien, en dehors de la médecine générale : remplie",
        "  comptés : Irma (sage-femme)",
        "Trois professions paramédicales différentes : non remplie",
        "  comptés : Camille (infirmier)",
        "  à vérifier : Elea (qualité d'associé non renseignée)",
        "Pour le niveau 2 : 2 professions paramédicales de plus parmi les associés",
        "D'après la « calculette ACI », version 6, mai 2022 ; d'autres calculettes posent d'autres conditions au niveau 2 : à confirmer "
        "auprès de la caisse d'assurance maladie",
    ]


def test_what_would_lead_to_level_1_is_either_condition():
    found = diversity(SISA(id="s", name="SISA", members=UNKNOWN), on=DAY)
    lines = list(found.lines("en"))
    assert lines[1] == "Level reached: between 0 and 2"
    assert "; or 3 more paramedical professions among the partners" in lines[-2]
    one_short = diversity(sisa(NURSE, PHYSIO), on=DAY)
    assert "1 profession paramédicale de plus" in list(one_short.lines("fr"))[-2]


# --- fewer facts never flip an answer


@settings(max_examples=300)
@given(st.integers(0, 10**6), st.sampled_from([MSP, SISA]), st.integers(0, 40))
def test_masking_facts_may_only_leave_things_open(seed, kind, how_often):
    world = World(RandomChoices(seed), unknown=1, steady=True)
    structure = world.structure(kind)
    day = world.day()
    fewer = masked(structure, world.choices, how_often)
    whole, part = diversity(structure, on=day), diversity(fewer, on=day)
    assert part.level.least <= whole.level.least
    assert part.level.most >= whole.level.most
    for less, more in ((part.medical, whole.medical), (part.paramedical, whole.paramedical)):
        assert less.count.least <= more.count.least
        assert less.possibly or not more.possibly
    listed, all_listed = associates_on(fewer, on=day), associates_on(structure, on=day)
    sure = {one.professional.id for one in listed.associates}
    assert sure <= {one.professional.id for one in all_listed.associates}
    if listed.complete:
        possible = sure | {one.member.id for one in listed.to_check}
        assert {one.professional.id for one in all_listed.associates} <= possible
