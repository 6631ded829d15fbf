"""Équipe de soins primaires and équipe de soins spécialisés: article L1411-11-1."""

from datetime import date
from typing import Any

import pytest

from builders import generaliste, infirmier, member, professional, specialiste
from cpts_model import (
    ESP,
    UNKNOWN,
    EquipeDeSoinsSpecialises,
    Law,
    LegalForm,
    Modality,
    Organisation,
    Outcome,
    Person,
    Profession,
    ProjetDeSante,
    TeamForm,
    assess,
)
from cpts_model.law import csp_l1411_11_1

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=csp_l1411_11_1.RULES, articles=csp_l1411_11_1.ARTICLES)
TODAY = date(2024, 6, 1)


def esp(rule_id: str, on: date = TODAY, **facts: Any) -> Outcome:
    return assess(ESP(id="esp", **facts), on=on, law=LAW).outcome_of(rule_id)


def ess(rule_id: str, on: date = TODAY, **facts: Any) -> Outcome:
    return assess(EquipeDeSoinsSpecialises(id="ess", **facts), on=on, law=LAW).outcome_of(rule_id)


def team_of(*people: Any) -> Any:
    return tuple(member(who) for who in people)


class TestGeneralPractitionersOfAnESP:
    RULE = "esp.medecins-generalistes"

    def test_trap_1_none_is_not_an_esp_one_is_open_two_are_enough(self) -> None:
        nurse = infirmier("C. Inventée")
        assert esp(self.RULE, members=team_of(nurse)) is VIOLATED
        assert esp(self.RULE, members=team_of(nurse, generaliste("A. Inventé"))) is UNDETERMINED
        assert (
            esp(self.RULE, members=team_of(nurse, generaliste("A. Inventé"), generaliste("B. Inventée")))
            is SATISFIED
        )
        assert esp(self.RULE, members=()) is VIOLATED

    def test_trap_1_exactly_one_is_open_because_the_text_gives_no_number(self) -> None:
        team = ESP(id="esp", members=team_of(generaliste("A. Inventé"), infirmier("C. Inventée")))
        (verdict,) = assess(team, on=TODAY, law=LAW).of(self.RULE)
        assert verdict.reason is not None
        assert "pluriel" in verdict.reason.fr

    def test_trap_1_no_other_profession_is_required(self) -> None:
        two = team_of(generaliste("A. Inventé"), generaliste("B. Inventée"))
        team = ESP(
            id="esp",
            members=two,
            legal_form=None,
            form=None,
            structures_pathways=True,
            projet=ProjetDeSante(drawn_up_by_members=True, statutory_object=True),
        )
        assessment = assess(team, on=TODAY, law=LAW)
        assert assessment.ok
        assert assessment.settled

    def test_trap_3_specialists_do_not_make_an_esp(self) -> None:
        assert (
            esp(self.RULE, members=team_of(specialiste("A. Inventé"), specialiste("B. Inventée"))) is VIOLATED
        )

    def test_a_general_practitioner_without_primary_care_does_not_count(self) -> None:
        idle = generaliste("A. Inventé", practises_premier_recours=False)
        assert esp(self.RULE, members=team_of(idle, generaliste("B. Inventée"))) is UNDETERMINED
        assert esp(self.RULE, members=team_of(idle)) is VIOLATED

    def test_those_who_left_or_are_partners_only_do_not_count(self) -> None:
        gone = member(generaliste("A. Inventé"), left_on=TODAY)
        partner = member(generaliste("B. Inventée"), partner=True)
        assert esp(self.RULE, members=(gone, partner)) is VIOLATED

    def test_an_unknown_doctor_leaves_it_open_unless_others_settle_it(self) -> None:
        unclear = generaliste("C. Inventé", practises_premier_recours=UNKNOWN)
        two = (generaliste("A. Inventé"), generaliste("B. Inventée"))
        assert esp(self.RULE, members=team_of(unclear)) is UNDETERMINED
        assert esp(self.RULE, members=team_of(*two, unclear)) is SATISFIED
        (verdict,) = assess(ESP(id="esp", members=team_of(two[0], unclear)), on=TODAY, law=LAW).of(self.RULE)
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is None
        assert esp(self.RULE) is UNDETERMINED

    def test_no_esp_before_28_january_2016(self) -> None:
        assert esp(self.RULE, date(2016, 1, 27), members=()) is NOT_APPLICABLE
        assert esp(self.RULE, date(2016, 1, 28), members=()) is VIOLATED


class TestMembersOfAnESP:
    RULE = "esp.professionnels-de-sante"

    @pytest.mark.parametrize(
        ("who", "expected"),
        [
            (infirmier("A. Inventé"), SATISFIED),
            (professional("A. Inventé", Profession.AIDE_SOIGNANT), SATISFIED),
            (professional("A. Inventé", Profession.PREPARATEUR_EN_PHARMACIE), SATISFIED),
            (professional("A. Inventé", Profession.PSYCHOLOGUE), VIOLATED),
            (Person(id="u"), VIOLATED),
            (Organisation(id="o"), UNDETERMINED),
            (professional("A. Inventé", professions=UNKNOWN), UNDETERMINED),
        ],
    )
    def test_is_a_group_of_health_professionals(self, who: Any, expected: Outcome) -> None:
        assert esp(self.RULE, members=(member(who),)) is expected

    def test_a_natural_person_described_as_an_organisation_must_be_described_as_a_person(self) -> None:
        def reason(**facts: Any) -> str:
            team = ESP(id="esp", members=(member(Organisation(id="o", **facts)),))
            (verdict,) = assess(team, on=TODAY, law=LAW).of(self.RULE)
            assert verdict.outcome is UNDETERMINED
            return verdict.reason.fr if verdict.reason else ""

        assert "personne qui exerce" in reason(legal_form=LegalForm.NATURAL_PERSON)
        assert "personne morale" in reason(legal_form=LegalForm.SEL)
        assert "personne morale" in reason(legal_form=None)

    def test_the_text_was_last_seen_on_the_days_its_sources_allow(self) -> None:
        assert csp_l1411_11_1.article.READ_ESS.seen_on == date(2024, 11, 28)
        assert csp_l1411_11_1.article.READ_ESP.seen_on == date(2021, 5, 14)

    def test_somebody_who_only_takes_part_is_no_member(self) -> None:
        assert esp(self.RULE, members=(member(Person(id="u"), partner=True),)) is NOT_APPLICABLE

    def test_trap_21_the_same_person_at_two_dates(self) -> None:
        regulator = professional("A. Inventé", Profession.ASSISTANT_DE_REGULATION_MEDICALE)
        assert esp(self.RULE, date(2023, 5, 20), members=team_of(regulator)) is VIOLATED
        assert esp(self.RULE, date(2023, 5, 21), members=team_of(regulator)) is SATISFIED

    def test_primary_care_is_given_by_somebody_whatever_the_profession(self) -> None:
        gives = infirmier("A. Inventé")
        gives_none = infirmier("B. Inventée", practises_premier_recours=False)
        assert esp("esp.premier-recours", members=team_of(gives, gives_none)) is SATISFIED
        assert esp("esp.premier-recours", members=team_of(gives_none)) is VIOLATED
        assert esp("esp.premier-recours") is UNDETERMINED
        gone = member(gives, left_on=date(2024, 5, 31))
        assert esp("esp.premier-recours", members=(gone, member(gives_none))) is VIOLATED


class TestProjetAndFormOfAnESP:
    def test_its_members_draw_up_a_projet(self) -> None:
        assert esp("esp.projet", projet=ProjetDeSante(drawn_up_by_members=True)) is SATISFIED
        assert esp("esp.projet", projet=ProjetDeSante(drawn_up_by_members=False)) is VIOLATED
        assert esp("esp.projet", projet=None) is VIOLATED
        assert esp("esp.projet") is UNDETERMINED

    def test_the_projet_needs_no_transmission_and_no_validation(self) -> None:
        silent = ProjetDeSante(drawn_up_by_members=True, transmitted_on=None, validated_on=None)
        assert esp("esp.projet", projet=silent) is SATISFIED

    def test_the_projet_has_the_object_of_the_law(self) -> None:
        assert esp("esp.objet-du-projet", projet=ProjetDeSante(statutory_object=True)) is SATISFIED
        assert esp("esp.objet-du-projet", projet=ProjetDeSante(statutory_object=False)) is VIOLATED
        assert esp("esp.objet-du-projet", projet=None) is NOT_APPLICABLE
        assert esp("esp.objet-du-projet") is UNDETERMINED

    def test_the_team_helps_structure_pathways(self) -> None:
        assert esp("esp.parcours", structures_pathways=True) is SATISFIED
        assert esp("esp.parcours", structures_pathways=False) is VIOLATED
        assert esp("esp.parcours") is UNDETERMINED

    def test_trap_2_no_rule_asks_an_esp_for_a_legal_person_or_a_form(self) -> None:
        for form in (None, LegalForm.NATURAL_PERSON, LegalForm.ASSOCIATION):
            assert assess(ESP(id="esp", legal_form=form), on=TODAY, law=LAW).ok
        for rule in LAW:
            assert "legal_form" not in {
                fact.path.split(".")[-1]
                for verdict in assess(ESP(id="esp"), on=TODAY, law=LAW).of(rule.id)
                for fact in verdict.unknown
            }

    def test_it_may_take_the_form_of_a_centre_or_of_a_maison_de_sante(self) -> None:
        assert esp("esp.forme", form=TeamForm.CENTRE_DE_SANTE) is SATISFIED
        assert esp("esp.forme", form=TeamForm.MAISON_DE_SANTE) is SATISFIED
        assert esp("esp.forme", form=TeamForm.OTHER) is UNDETERMINED
        assert esp("esp.forme", form=None) is NOT_APPLICABLE
        assert esp("esp.forme") is UNDETERMINED

    def test_another_form_is_never_a_breach(self) -> None:
        assessment = assess(ESP(id="esp", form=TeamForm.OTHER), on=TODAY, law=LAW)
        (verdict,) = assessment.of("esp.forme")
        assert verdict.rule.modality is Modality.PERMISSION
        assert verdict.reason is not None
        assert "n'interdit aucune autre forme" in verdict.reason.fr
        assert not verdict.blocking
        assert assessment.ok


class TestESS:
    RULE = "ess.specialistes"

    def test_trap_3_stands_around_specialists_and_not_around_general_practitioners(self) -> None:
        two = (specialiste("A. Inventé"), specialiste("B. Inventée"))
        assert ess(self.RULE, members=team_of(*two)) is SATISFIED
        assert (
            ess(self.RULE, members=team_of(generaliste("A. Inventé"), generaliste("B. Inventée"))) is VIOLATED
        )

    def test_one_who_left_counts_no_more(self) -> None:
        gone = member(specialiste("B. Inventée"), left_on=date(2024, 5, 31))
        assert ess(self.RULE, members=(member(specialiste("A. Inventé")), gone)) is UNDETERMINED
        assert ess(self.RULE, members=(gone,)) is VIOLATED

    def test_one_specialist_is_an_open_question(self) -> None:
        team = EquipeDeSoinsSpecialises(id="ess", members=team_of(specialiste("A. Inventé")))
        (verdict,) = assess(team, on=TODAY, law=LAW).of(self.RULE)
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None

    def test_salaried_specialists_count_too(self) -> None:
        from cpts_model import Mode

        salaried = (
            specialiste("A. Inventé", mode=Mode.SALARIE),
            specialiste("B. Inventée", mode=Mode.SALARIE),
        )
        assert ess(self.RULE, members=team_of(*salaried)) is SATISFIED

    def test_a_doctor_without_a_known_speciality_leaves_it_open(self) -> None:
        unclear = professional("A. Inventé", Profession.MEDECIN)
        assert ess(self.RULE, members=team_of(unclear)) is UNDETERMINED

    def test_trap_3_is_in_the_article_since_27_july_2019_only(self) -> None:
        assert ess(self.RULE, date(2019, 7, 26), members=()) is NOT_APPLICABLE
        assert ess(self.RULE, date(2019, 7, 27), members=()) is VIOLATED

    def test_trap_3_is_not_judged_as_an_esp(self) -> None:
        assessment = assess(EquipeDeSoinsSpecialises(id="ess"), on=TODAY, law=LAW)
        assert assessment.of("esp.medecins-generalistes") == ()

    def test_any_health_professional_may_be_a_member(self) -> None:
        rule = "ess.professionnels-de-sante"
        assert ess(rule, members=team_of(infirmier("A. Inventé"))) is SATISFIED
        assert ess(rule, members=team_of(professional("A. Inventé", Profession.PSYCHOLOGUE))) is VIOLATED
        assert ess(rule, members=team_of(Organisation(id="o"))) is UNDETERMINED
        assert ess(rule, members=(member(infirmier("A. Inventé"), partner=True),)) is NOT_APPLICABLE

    @pytest.mark.parametrize(
        ("rule", "fact"),
        [("ess.coordination", "coordinates_with_territory"), ("ess.parcours", "structures_pathways")],
    )
    def test_coordinates_and_structures_pathways(self, rule: str, fact: str) -> None:
        assert ess(rule, **{fact: True}) is SATISFIED
        assert ess(rule, **{fact: False}) is VIOLATED
        assert ess(rule) is UNDETERMINED

    def test_its_members_draw_up_a_projet_together(self) -> None:
        assert ess("ess.projet", projet=ProjetDeSante(drawn_up_by_members=True)) is SATISFIED
        assert ess("ess.projet", projet=None) is VIOLATED
        assert ess("ess.projet") is UNDETERMINED


def test_order_of_members_never_matters() -> None:
    people = (
        generaliste("A. Inventé"),
        infirmier("B. Inventée"),
        generaliste("C. Inventé", practises_premier_recours=UNKNOWN),
    )
    for order in (people, people[::-1], (people[1], people[2], people[0])):
        assert esp("esp.medecins-generalistes", members=team_of(*order)) is UNDETERMINED
