"""The CPTS: article L1434-12, version by version."""

from datetime import date, timedelta
from typing import Any

import pytest

from builders import generaliste, infirmier, member, professional
from cpts_model import (
    CPTS,
    UNKNOWN,
    Assessment,
    Evidence,
    Law,
    LegalForm,
    Membership,
    Mode,
    Organisation,
    OrganisationKind,
    Outcome,
    Person,
    PersonRole,
    Profession,
    ProjetDeSante,
    Territory,
    assess,
)
from cpts_model.engine.unknown import UnknownFact
from cpts_model.facts.projets import OppositionGround
from cpts_model.law import csp_l1434_12

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
TODAY = date(2023, 1, 16)
LAW = Law(rules=csp_l1434_12.RULES, articles=csp_l1434_12.ARTICLES)


def judged(on: date, **facts: Any) -> Assessment:
    return assess(CPTS(id="cpts", **facts), on=on, law=LAW)


def outcome(rule_id: str, on: date, **facts: Any) -> Outcome:
    return judged(on, **facts).outcome_of(rule_id)


def organisation(kind: Any, **facts: Any) -> Organisation:
    told: dict[str, Any] = {"practises_premier_recours": False, "practises_second_recours": False}
    return Organisation(id="organisation", kind=kind, **(told | facts))


class TestComponents:
    def of(self, who: Any, on: date = TODAY, **facts: Any) -> Outcome:
        return outcome("cpts.composantes-admissibles", on, members=(member(who, **facts),))

    @pytest.mark.parametrize(
        "on", [date(2022, 2, 22), date(2022, 2, 23), date(2022, 3, 30), date(2022, 3, 31)]
    )
    def test_whom_the_list_names_is_judged_even_where_they_sit_as_nothing_else(self, on: date) -> None:
        assert self.of(infirmier("A. Inventée"), on, as_component=False) is SATISFIED

    @pytest.mark.parametrize("mode", [*Mode, UNKNOWN])
    def test_trap_6_health_professionals_are_admissible_whatever_their_mode_of_practice(
        self, mode: Any
    ) -> None:
        assert self.of(infirmier("A. Inventée", mode=mode)) is SATISFIED

    @pytest.mark.parametrize(
        "profession",
        [
            Profession.MEDECIN,
            Profession.PHARMACIEN,
            Profession.PREPARATEUR_EN_PHARMACIE,
            Profession.AIDE_SOIGNANT,
            Profession.AMBULANCIER,
            Profession.PHYSICIEN_MEDICAL,
        ],
    )
    def test_every_profession_of_part_4_is_admissible(self, profession: Profession) -> None:
        assert self.of(professional("A. Inventée", profession)) is SATISFIED

    def test_trap_21_the_same_profession_counts_from_its_day(self) -> None:
        assistant = professional(
            "A. Inventé", Profession.ASSISTANT_DE_REGULATION_MEDICALE, medico_social_actor=False
        )
        assert self.of(assistant, date(2023, 5, 20)) is VIOLATED
        assert self.of(assistant, date(2023, 5, 21)) is SATISFIED

    def test_trap_5_no_kind_is_compulsory(self) -> None:
        assert outcome("cpts.composantes-admissibles", TODAY, members=()) is NOT_APPLICABLE
        assert self.of(Organisation(id="e", kind=OrganisationKind.EHPAD)) is SATISFIED

    def test_trap_4_a_team_may_be_a_component_and_needs_not_be_one(self) -> None:
        assert self.of(Organisation(id="e", kind=OrganisationKind.EQUIPE_DE_SOINS_PRIMAIRES)) is SATISFIED
        assert self.of(generaliste("A. Inventée")) is SATISFIED

    @pytest.mark.parametrize("role", [PersonRole.USAGER, PersonRole.ELU])
    @pytest.mark.parametrize("actor", [False, UNKNOWN, True])
    def test_trap_7_a_user_or_an_elected_official_is_no_component(self, role: PersonRole, actor: Any) -> None:
        assert self.of(Person(id="p", role=role, medico_social_actor=actor), as_component=True) is VIOLATED

    def test_another_person_may_be_a_social_actor_if_declared_so(self) -> None:
        other = PersonRole.OTHER
        assert self.of(Person(id="p", role=other, medico_social_actor=True)) is SATISFIED
        assert self.of(Person(id="p", role=other, medico_social_actor=False)) is VIOLATED
        assert self.of(Person(id="p", role=other)) is UNDETERMINED
        assert self.of(Person(id="p", medico_social_actor=False)) is VIOLATED
        assert self.of(Person(id="p", medico_social_actor=True)) is UNDETERMINED
        assert self.of(Person(id="p")) is UNDETERMINED

    def test_trap_7_but_may_be_a_member_under_the_statutes(self) -> None:
        usager = Person(id="p", role=PersonRole.USAGER)
        assert self.of(usager, as_component=False) is NOT_APPLICABLE
        assert self.of(usager, as_component=UNKNOWN) is UNDETERMINED

    def test_trap_7_a_hospital_is_one_only_as_an_actor_of_care(self) -> None:
        hospital = OrganisationKind.HOPITAL_PUBLIC
        assert self.of(organisation(hospital)) is VIOLATED
        assert self.of(organisation(hospital), as_component=False) is NOT_APPLICABLE
        assert self.of(organisation(hospital, practises_second_recours=True)) is SATISFIED
        assert self.of(organisation(hospital, practises_second_recours=UNKNOWN)) is UNDETERMINED
        assert self.of(organisation(hospital, practises_premier_recours=True)) is SATISFIED
        assert self.of(organisation(hospital, practises_premier_recours=UNKNOWN)) is UNDETERMINED

    @pytest.mark.parametrize(
        "profession", [Profession.OSTEOPATHE, Profession.PSYCHOLOGUE, Profession.CHIROPRACTEUR]
    )
    def test_trap_20_psychologists_and_osteopaths_only_if_really_social_actors(
        self, profession: Profession
    ) -> None:
        who = professional("A. Inventée", profession, medico_social_actor=False)
        assert self.of(who) is VIOLATED
        assert self.of(who, as_component=False) is NOT_APPLICABLE
        assert self.of(professional("A. Inventée", profession)) is UNDETERMINED
        assert self.of(professional("A. Inventée", profession, medico_social_actor=True)) is SATISFIED

    def test_trap_20_asks_only_what_matters(self) -> None:
        who = professional("A. Inventée", Profession.OSTEOPATHE)
        (verdict,) = judged(TODAY, members=(member(who),)).of("cpts.composantes-admissibles")
        assert [fact.path for fact in verdict.unknown] == ["members[0].member.medico_social_actor"]

    def test_primary_care_of_somebody_who_is_no_health_professional_is_open_since_29_june_2025(self) -> None:
        """L1411-11 was rewritten on that day, and its new wording was not found."""
        who = professional("A. Inventée", Profession.PSYCHOLOGUE, medico_social_actor=False)
        before, after = date(2025, 6, 28), date(2025, 6, 29)
        assert self.of(who, before) is VIOLATED
        (verdict,) = judged(after, members=(member(who),)).of("cpts.composantes-admissibles")
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None
        assert "premier recours" in verdict.reason.fr
        told = professional(
            "A. Inventée",
            Profession.PSYCHOLOGUE,
            medico_social_actor=False,
            practises_premier_recours=False,
        )
        assert self.of(told, after) is VIOLATED
        assert self.of(who, after, as_component=False) is NOT_APPLICABLE

    @pytest.mark.parametrize("on", [date(2018, 1, 1), date(2022, 3, 1), TODAY])
    def test_a_profession_of_the_code_outside_part_4_is_an_open_question(self, on: date) -> None:
        def of(*professions: Profession) -> Any:
            who = professional("A. Inventée", *professions, medico_social_actor=False)
            (verdict,) = judged(on, members=(member(who),)).of("cpts.composantes-admissibles")
            return verdict

        alone = of(Profession.CONSEILLER_EN_GENETIQUE)
        assert alone.outcome is UNDETERMINED
        assert "hors de sa quatrième partie" in alone.reason.fr
        assert of(Profession.CONSEILLER_EN_GENETIQUE, Profession.INFIRMIER).outcome is SATISFIED
        assert of(Profession.PSYCHOLOGUE).outcome is VIOLATED

    def test_a_biologiste_medical_is_a_health_professional_whichever_it_is(self) -> None:
        assert self.of(professional("A. Inventé", Profession.BIOLOGISTE_MEDICAL)) is SATISFIED

    def test_second_line_care_of_somebody_who_is_no_health_professional_is_an_open_question(self) -> None:
        who = professional(
            "A. Inventée",
            Profession.PSYCHOLOGUE,
            medico_social_actor=False,
            practises_second_recours=True,
        )
        (verdict,) = judged(TODAY, members=(member(who),)).of("cpts.composantes-admissibles")
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None

    @pytest.mark.parametrize(
        "kind",
        [
            OrganisationKind.EHPAD,
            OrganisationKind.CCAS,
            OrganisationKind.CASF_9,
            OrganisationKind.TRAVAILLEUR_SOCIAL_INDEPENDANT,
        ],
    )
    def test_medico_social_and_social_actors_are_admissible(self, kind: OrganisationKind) -> None:
        assert self.of(organisation(kind)) is SATISFIED

    @pytest.mark.parametrize("on", [date(2018, 1, 1), date(2022, 2, 23), date(2022, 3, 30)])
    def test_an_establishment_was_judged_as_one_under_every_list(self, on: date) -> None:
        assert self.of(Organisation(id="e", kind=OrganisationKind.EHPAD), on) is SATISFIED
        assert self.of(organisation(OrganisationKind.HOPITAL_PUBLIC), on) is VIOLATED

    def test_one_qualifying_profession_is_enough(self) -> None:
        who = professional("A. Inventé", Profession.OSTEOPATHE, Profession.MASSEUR_KINESITHERAPEUTE)
        assert self.of(who) is SATISFIED

    def test_occupational_health_services_since_31_march_2022(self) -> None:
        service = organisation(OrganisationKind.SERVICE_DE_SANTE_AU_TRAVAIL)
        assert self.of(service, date(2022, 2, 22)) is VIOLATED
        assert self.of(service, date(2022, 2, 23)) is VIOLATED
        assert self.of(service, date(2022, 3, 30)) is VIOLATED
        assert self.of(service, date(2022, 3, 30), as_component=False) is NOT_APPLICABLE
        assert self.of(service, date(2022, 3, 31)) is SATISFIED
        assert self.of(service, date(2022, 3, 31), as_component=False) is SATISFIED

    @pytest.mark.parametrize("on", [date(2019, 1, 1), date(2022, 3, 1), TODAY])
    def test_a_coordination_body_as_component_is_an_open_question(self, on: date) -> None:
        dac = organisation(OrganisationKind.DAC)
        (verdict,) = judged(on, members=(member(dac),)).of("cpts.composantes-admissibles")
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None
        assert self.of(dac, on, as_component=False) is NOT_APPLICABLE

    def test_no_cpts_before_28_january_2016(self) -> None:
        usager = Person(id="p", role=PersonRole.USAGER)
        assert self.of(usager, date(2016, 1, 27)) is NOT_APPLICABLE
        assert self.of(usager, date(2016, 1, 28)) is VIOLATED

    @pytest.mark.parametrize("on", [date(2018, 1, 1), date(2022, 3, 1), TODAY])
    def test_a_mere_partner_or_somebody_gone_is_none_of_its_members(self, on: date) -> None:
        usager = Person(id="p")
        assert self.of(usager, on, partner=True) is NOT_APPLICABLE
        assert self.of(usager, on, left_on=on) is NOT_APPLICABLE
        assert self.of(Organisation(id="o"), on, left_on=on, as_component=UNKNOWN) is NOT_APPLICABLE

    def test_is_a_definition_of_the_second_paragraph_that_blocks(self) -> None:
        elu = Person(id="p", role=PersonRole.ELU)
        (verdict,) = judged(TODAY, members=(member(elu),)).of("cpts.composantes-admissibles")
        assert verdict.blocking
        assert verdict.rule.cites.paragraph == "al. 2"


class TestBorderProfessionals:
    abroad = generaliste(
        "A. Inventée", practises_abroad=True, practises_in="99140", meets_french_practice_conditions=True
    )
    otherwise = generaliste(
        "B. Inventé", practises_abroad=True, practises_in="99140", meets_french_practice_conditions=False
    )

    @pytest.mark.parametrize(
        ("on", "meeting", "not_meeting"),
        [
            (date(2022, 2, 22), NOT_APPLICABLE, NOT_APPLICABLE),
            (date(2022, 2, 23), SATISFIED, VIOLATED),
            (date(2022, 3, 30), SATISFIED, VIOLATED),
            (date(2022, 3, 31), SATISFIED, VIOLATED),
            (TODAY, SATISFIED, VIOLATED),
        ],
    )
    def test_may_be_associated_on_french_conditions_since_23_february_2022(
        self, on: date, meeting: Outcome, not_meeting: Outcome
    ) -> None:
        assert outcome("cpts.frontalier", on, members=(member(self.abroad),)) is meeting
        assert outcome("cpts.frontalier", on, members=(member(self.otherwise),)) is not_meeting

    def test_a_closed_permission_is_no_breach_of_itself(self) -> None:
        (verdict,) = judged(TODAY, members=(member(self.otherwise),)).of("cpts.frontalier")
        assert not verdict.blocking
        assert not verdict.warning

    # Since 29 June 2025 primary care is a question of those alone who are no health professionals.
    @pytest.mark.parametrize("on", [date(2022, 2, 23), date(2022, 3, 30), TODAY, date(2025, 6, 29)])
    def test_is_no_component_without_the_conditions(self, on: date) -> None:
        rule = "cpts.composantes-admissibles"
        assert outcome(rule, on, members=(member(self.abroad),)) is SATISFIED
        assert outcome(rule, on, members=(member(self.otherwise),)) is VIOLATED
        assert outcome(rule, on, members=(member(self.otherwise, as_component=False),)) is NOT_APPLICABLE

    def test_the_conditions_settle_it_wherever_one_practises(self) -> None:
        who = infirmier("C. Inventée", practises_abroad=UNKNOWN, meets_french_practice_conditions=True)
        assert outcome("cpts.composantes-admissibles", TODAY, members=(member(who),)) is SATISFIED
        assert outcome("cpts.frontalier", TODAY, members=(member(who),)) is UNDETERMINED

    @pytest.mark.parametrize("on", [date(2018, 1, 1), date(2022, 3, 1), TODAY])
    @pytest.mark.parametrize("commune", ["33063", "2A004", "97411"])
    def test_a_french_commune_settles_it_wherever_else_one_practises(self, on: date, commune: str) -> None:
        rule = "cpts.composantes-admissibles"
        for abroad in (UNKNOWN, True):
            who = infirmier(
                "C. Inventée",
                practises_in=commune,
                practises_abroad=abroad,
                meets_french_practice_conditions=False,
            )
            assert outcome(rule, on, members=(member(who),)) is SATISFIED

    def test_a_french_commune_does_not_say_whether_one_practises_abroad_besides(self) -> None:
        who = infirmier("C. Inventée", practises_in="33063", practises_abroad=UNKNOWN)
        (verdict,) = judged(TODAY, members=(member(who),)).of("cpts.frontalier")
        assert verdict.outcome is UNDETERMINED
        assert [fact.path for fact in verdict.unknown] == ["members[0].member.practises_abroad"]

    def test_across_the_border_the_commune_is_asked_for(self) -> None:
        rule = "cpts.composantes-admissibles"
        facts: dict[str, Any] = {"practises_abroad": True, "meets_french_practice_conditions": False}
        unsure = generaliste("B. Inventé", practises_in=UNKNOWN, **facts)
        assert outcome(rule, TODAY, members=(member(unsure),)) is UNDETERMINED

    def test_before_2022_the_article_left_it_open(self) -> None:
        on = date(2022, 2, 22)
        (verdict,) = judged(on, members=(member(self.abroad),)).of("cpts.composantes-admissibles")
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None

    def test_before_2022_it_was_open_of_health_professionals_alone(self) -> None:
        osteopath = professional(
            "C. Inventé", Profession.OSTEOPATHE, practises_abroad=True, medico_social_actor=False,
            practises_premier_recours=False,
        )  # fmt: skip
        rule = "cpts.composantes-admissibles"
        assert outcome(rule, date(2022, 2, 22), members=(member(osteopath),)) is VIOLATED

    def test_concerns_professionals_only(self) -> None:
        members = (member(Organisation(id="o")), member(Person(id="p")), member(infirmier("A. Inventée")))
        assert outcome("cpts.frontalier", TODAY, members=members) is NOT_APPLICABLE


class TestArmy:
    @staticmethod
    def soldier(authorised: Any) -> Membership:
        return member(
            generaliste("A. Inventée", service_de_sante_des_armees=True, ministerial_authorisation=authorised)
        )

    @pytest.mark.parametrize(
        ("on", "authorised", "not_authorised"),
        [
            (date(2016, 1, 27), NOT_APPLICABLE, NOT_APPLICABLE),
            (date(2016, 1, 28), SATISFIED, UNDETERMINED),
            (date(2020, 4, 14), SATISFIED, UNDETERMINED),
            (date(2020, 4, 15), SATISFIED, VIOLATED),
            (date(2022, 3, 30), SATISFIED, VIOLATED),
            (date(2022, 3, 31), SATISFIED, VIOLATED),
            (TODAY, SATISFIED, VIOLATED),
        ],
    )
    def test_authorised_by_the_minister_and_the_first_day_was_not_found(
        self, on: date, authorised: Outcome, not_authorised: Outcome
    ) -> None:
        assert outcome("cpts.armees-autorisation", on, members=(self.soldier(True),)) is authorised
        assert outcome("cpts.armees-autorisation", on, members=(self.soldier(False),)) is not_authorised

    def test_says_why_it_is_open_before_the_first_day_seen(self) -> None:
        on = date(2019, 1, 1)
        (verdict,) = judged(on, members=(self.soldier(False),)).of("cpts.armees-autorisation")
        assert verdict.reason is not None
        (verdict,) = judged(on, members=(self.soldier(UNKNOWN),)).of("cpts.armees-autorisation")
        assert verdict.reason is None

    def test_binds_nobody_else(self) -> None:
        members = (member(Organisation(id="o")), member(Person(id="p")), member(infirmier("A. Inventée")))
        assert outcome("cpts.armees-autorisation", TODAY, members=members) is NOT_APPLICABLE


class TestProjet:
    def test_is_formalised_by_the_members(self) -> None:
        rule = "cpts.projet-formalise"
        assert outcome(rule, TODAY, projet=None) is VIOLATED
        assert outcome(rule, TODAY, projet=ProjetDeSante(drawn_up_by_members=False)) is VIOLATED
        assert outcome(rule, TODAY, projet=ProjetDeSante(drawn_up_by_members=True)) is SATISFIED
        assert outcome(rule, TODAY) is UNDETERMINED

    def test_is_transmitted_to_the_ars(self) -> None:
        rule = "cpts.projet-transmis"
        assert outcome(rule, TODAY, projet=None) is VIOLATED
        assert outcome(rule, TODAY, projet=ProjetDeSante(transmitted_on=None)) is VIOLATED
        assert outcome(rule, TODAY, projet=ProjetDeSante(transmitted_on=date(2023, 1, 17))) is VIOLATED
        assert outcome(rule, TODAY, projet=ProjetDeSante(transmitted_on=TODAY)) is SATISFIED
        assert outcome(rule, TODAY, projet=ProjetDeSante()) is UNDETERMINED
        assert outcome(rule, TODAY) is UNDETERMINED

    def test_states_its_territory_of_action(self) -> None:
        rule = "cpts.projet-territoire"
        assert outcome(rule, TODAY, projet=None) is VIOLATED
        assert outcome(rule, TODAY, projet=ProjetDeSante(territory=None)) is VIOLATED
        assert outcome(rule, TODAY, projet=ProjetDeSante(territory=Territory())) is SATISFIED
        assert outcome(rule, TODAY, projet=ProjetDeSante(territory=UNKNOWN)) is UNDETERMINED

    def test_trap_25_no_size_and_no_exclusivity_of_territory(self) -> None:
        tiny = Territory(communes=("33063",), population=0, border_communes=("33063",))
        assert outcome("cpts.projet-territoire", TODAY, projet=ProjetDeSante(territory=tiny)) is SATISFIED
        assert not any("territoire" in rule.id for rule in LAW if rule.id != "cpts.projet-territoire")

    def test_trap_22_no_signature_of_each_member(self) -> None:
        unsigned = member(infirmier("A. Inventée"), signed_projet_on=None)
        projet = ProjetDeSante(drawn_up_by_members=True, transmitted_on=TODAY, territory=Territory())
        assert judged(TODAY, members=(unsigned,), projet=projet).ok
        assert not any("sign" in rule.id for rule in LAW)

    @pytest.mark.parametrize(
        "rule_id", ["cpts.projet-formalise", "cpts.projet-transmis", "cpts.projet-territoire"]
    )
    def test_is_asked_for_since_28_january_2016(self, rule_id: str) -> None:
        assert outcome(rule_id, date(2016, 1, 27), projet=None) is NOT_APPLICABLE
        assert outcome(rule_id, date(2016, 1, 28), projet=None) is VIOLATED


RECEIVED = date(2022, 11, 15)
LAST_DAY = date(2023, 1, 15)
AFTER = date(2023, 1, 16)


def projet(**facts: Any) -> ProjetDeSante:
    told: dict[str, Any] = {
        "transmitted_on": date(2022, 11, 2),
        "received_complete_on": RECEIVED,
        "validated_on": None,
        "opposed_on": None,
        "withdrawn_on": None,
    }
    return ProjetDeSante(**(told | facts))


def opposed(on: Any, **facts: Any) -> ProjetDeSante:
    told: dict[str, Any] = {
        "opposed_on": on,
        "opposition_notified_on": on,
        "opposition_ground": OppositionGround.TERRITORY,
        "opposition_reasoned": True,
    }
    return projet(**(told | facts))


class TestValidation:
    def of(self, what: ProjetDeSante | None, on: date = AFTER) -> Outcome:
        return outcome("cpts.validation", on, projet=what)

    def open_question(self, what: ProjetDeSante, on: date = AFTER) -> bool:
        (verdict,) = judged(on, projet=what).of("cpts.validation")
        return verdict.outcome is UNDETERMINED and verdict.reason is not None

    def test_trap_9_silence_of_two_months_validates(self) -> None:
        assert self.of(projet(), LAST_DAY) is VIOLATED
        assert self.of(projet(), AFTER) is SATISFIED

    @pytest.mark.parametrize(
        ("received", "last_day"),
        [
            (date(2022, 12, 31), date(2023, 2, 28)),
            (date(2023, 12, 31), date(2024, 2, 29)),
            (date(2022, 1, 31), date(2022, 3, 31)),
            (date(2022, 7, 1), date(2022, 9, 1)),
        ],
    )
    def test_trap_9_the_months_are_legal_months_and_not_sixty_days(
        self, received: date, last_day: date
    ) -> None:
        sent = projet(transmitted_on=received, received_complete_on=received)
        assert self.of(sent, last_day) is VIOLATED
        assert self.of(sent, date.fromordinal(last_day.toordinal() + 1)) is SATISFIED

    def test_trap_9_the_delay_runs_from_the_complete_file_and_not_from_sending(self) -> None:
        assert self.of(projet(), date(2023, 1, 3)) is VIOLATED
        assert self.of(projet(received_complete_on=None)) is VIOLATED
        assert self.of(projet(received_complete_on=UNKNOWN), AFTER) is UNDETERMINED

    def test_a_projet_sent_less_than_two_months_ago_cannot_be_deemed_validated(self) -> None:
        unsure = projet(received_complete_on=UNKNOWN)
        assert self.of(unsure, date(2023, 1, 2)) is VIOLATED
        assert self.of(unsure, date(2023, 1, 3)) is UNDETERMINED

    def test_sil_11_the_day_of_sending_matters_for_it_may_be_before_the_rule(self) -> None:
        assert self.of(projet(transmitted_on=UNKNOWN)) is UNDETERMINED
        assert not self.open_question(projet(transmitted_on=UNKNOWN))
        assert self.open_question(projet(transmitted_on=date(2019, 7, 26)))
        assert self.of(projet(transmitted_on=date(2019, 7, 27))) is SATISFIED

    def test_sil_11_a_complete_file_received_before_the_rule_was_sent_before_it(self) -> None:
        early = projet(transmitted_on=UNKNOWN, received_complete_on=date(2019, 7, 26))
        assert self.open_question(early)
        on_the_day = projet(transmitted_on=UNKNOWN, received_complete_on=date(2019, 7, 27))
        assert self.of(on_the_day) is UNDETERMINED
        assert not self.open_question(on_the_day)

    def test_what_was_never_sent_is_never_deemed_validated(self) -> None:
        assert self.of(projet(transmitted_on=None)) is VIOLATED
        assert self.of(projet(transmitted_on=None, received_complete_on=UNKNOWN)) is VIOLATED

    def test_without_a_projet_nothing_is_validated(self) -> None:
        assert self.of(None) is VIOLATED
        assert outcome("cpts.validation", AFTER) is UNDETERMINED

    def test_trap_9_silence_validates_only_since_27_july_2019(self) -> None:
        early = projet(transmitted_on=date(2019, 3, 1), received_complete_on=date(2019, 3, 1))
        assert self.of(early, date(2019, 7, 26)) is NOT_APPLICABLE
        assert self.open_question(early, date(2019, 7, 27))

    def test_sil_11_a_projet_sent_before_the_rule_and_unanswered_is_an_open_question(self) -> None:
        before = projet(transmitted_on=date(2019, 7, 26), received_complete_on=date(2019, 7, 26))
        on_the_day = projet(transmitted_on=date(2019, 7, 27), received_complete_on=date(2019, 7, 27))
        assert self.open_question(before, date(2019, 12, 1))
        assert self.of(before, date(2019, 8, 1)) is VIOLATED
        assert self.of(on_the_day, date(2019, 9, 27)) is VIOLATED
        assert self.of(on_the_day, date(2019, 9, 28)) is SATISFIED
        completed_after = projet(transmitted_on=date(2019, 7, 26), received_complete_on=date(2019, 7, 27))
        assert self.of(completed_after, date(2019, 9, 27)) is VIOLATED
        (verdict,) = judged(date(2019, 9, 28), projet=completed_after).of("cpts.validation")
        assert verdict.reason is not None
        assert verdict.reason.fr.startswith("projet transmis avant le 27 juillet 2019")

    @pytest.mark.parametrize("ground", OppositionGround)
    def test_an_opposition_signed_before_the_rule_is_none_under_the_article(
        self, ground: OppositionGround
    ) -> None:
        sent = {"transmitted_on": date(2019, 3, 1), "received_complete_on": date(2019, 3, 1)}
        for signed in (date(2019, 4, 1), date(2019, 7, 26)):  # within the two months, and late
            early = opposed(signed, opposition_ground=ground, **sent)
            (verdict,) = judged(date(2020, 1, 1), projet=early).of("cpts.validation")
            assert verdict.outcome is UNDETERMINED
            assert verdict.reason is not None
            assert verdict.reason.fr.startswith("aucun régime de validation avant le 27 juillet 2019")

    def test_a_file_received_before_the_rule_and_opposed_in_time_is_not_validated(self) -> None:
        day = date(2019, 8, 1)
        before = opposed(day, transmitted_on=date(2019, 7, 1), received_complete_on=date(2019, 7, 1))
        assert self.of(before, date(2020, 1, 1)) is VIOLATED

    @pytest.mark.parametrize("ground", [OppositionGround.TERRITORY, OppositionGround.PRS_OBJECTIVES])
    def test_an_opposition_in_time_on_a_statutory_ground_bars_it(self, ground: OppositionGround) -> None:
        assert self.of(opposed(LAST_DAY, opposition_ground=ground)) is VIOLATED

    @pytest.mark.parametrize("ground", [OppositionGround.OTHER, None])
    def test_an_opposition_on_another_ground_is_contestable_and_not_void(
        self, ground: OppositionGround | None
    ) -> None:
        assert self.open_question(opposed(LAST_DAY, opposition_ground=ground))

    def test_a_late_opposition_is_contestable_and_the_projet_was_deemed_validated_until_then(self) -> None:
        late = opposed(date(2023, 1, 20))
        assert self.of(late, date(2023, 1, 19)) is SATISFIED
        assert self.open_question(late, date(2023, 1, 20))
        assert self.open_question(opposed(AFTER))
        (verdict,) = judged(date(2023, 1, 20), projet=late).of("cpts.validation")
        assert verdict.reason is not None
        assert (
            "retrait d'une décision illégale, dans les quatre mois (CRPA, art. L242-1)" in verdict.reason.fr
        )
        assert "L242-1" in [citation.article for citation in verdict.rule.also_cites]

    @pytest.mark.parametrize("notified", [AFTER, None])
    def test_signed_in_time_but_notified_late_is_an_open_question(self, notified: date | None) -> None:
        assert self.open_question(opposed(LAST_DAY, opposition_notified_on=notified))

    def test_what_is_not_told_of_an_opposition_leaves_it_undetermined(self) -> None:
        for unknown in ("opposed_on", "opposition_notified_on", "opposition_ground", "opposition_reasoned"):
            assert self.of(opposed(LAST_DAY, **{unknown: UNKNOWN})) is UNDETERMINED

    def test_an_express_validation_settles_it(self) -> None:
        bare = ProjetDeSante(validated_on=date(2021, 3, 1), withdrawn_on=None)
        assert self.of(bare, date(2021, 3, 1)) is SATISFIED
        assert self.of(bare, date(2021, 2, 28)) is UNDETERMINED
        assert (
            self.of(opposed(date(2023, 1, 20), validated_on=date(2023, 1, 25)), date(2023, 1, 25))
            is SATISFIED
        )

    def test_an_express_validation_of_before_the_rule_was_a_practice(self) -> None:
        def validated(day: date) -> ProjetDeSante:
            return projet(validated_on=day, received_complete_on=None)

        assert self.open_question(validated(date(2019, 7, 26)))
        assert self.of(validated(date(2019, 7, 27))) is SATISFIED
        # What silence validates since is validated all the same.
        assert self.of(projet(validated_on=date(2019, 7, 26))) is SATISFIED
        (verdict,) = judged(AFTER, projet=validated(TODAY)).of("cpts.validation")
        assert verdict.rule.note is not None
        assert "renonciation à s'opposer (déduit)" in verdict.rule.note.fr

    def test_an_opposition_without_reasons_is_contestable_and_not_void(self) -> None:
        assert self.of(opposed(LAST_DAY, opposition_reasoned=True)) is VIOLATED
        assert self.open_question(opposed(LAST_DAY, opposition_reasoned=False))

    def test_sil_9_a_validation_withdrawn_as_unlawful_within_four_months_is_none(self) -> None:
        last = date(2023, 5, 15)
        in_time = projet(withdrawn_on=last, withdrawn_as_unlawful=True)
        assert self.of(in_time, date(2023, 5, 14)) is SATISFIED
        assert self.of(in_time, last) is VIOLATED
        late = projet(withdrawn_on=date(2023, 5, 17), withdrawn_as_unlawful=True)
        assert self.of(late, last) is SATISFIED
        assert self.open_question(late, date(2023, 5, 17))
        assert self.open_question(projet(withdrawn_on=last, withdrawn_as_unlawful=False), last)
        assert self.of(projet(withdrawn_on=last), last) is UNDETERMINED

    def test_sil_9_where_no_withdrawal_is_told_it_is_asked_for_once_there_is_something_to_withdraw(
        self,
    ) -> None:
        unsaid = projet(withdrawn_on=UNKNOWN)
        assert self.of(unsaid, LAST_DAY) is VIOLATED
        assert self.of(unsaid, AFTER) is UNDETERMINED
        (verdict,) = judged(AFTER, projet=unsaid).of("cpts.validation")
        assert [fact.path for fact in verdict.unknown] == ["projet.withdrawn_on"]

    def test_a_withdrawal_is_followed_by_a_new_express_validation(self) -> None:
        again = projet(
            withdrawn_on=date(2023, 2, 1), withdrawn_as_unlawful=True, validated_on=date(2023, 2, 2)
        )
        assert self.of(again, date(2023, 2, 1)) is VIOLATED
        assert self.of(again, date(2023, 2, 2)) is SATISFIED
        same_day = projet(
            withdrawn_on=date(2023, 2, 1), withdrawn_as_unlawful=True, validated_on=date(2023, 2, 1)
        )
        assert self.open_question(same_day, date(2023, 2, 1))

    def test_a_withdrawal_of_a_day_without_validation_is_to_be_checked(self) -> None:
        early = projet(withdrawn_on=date(2022, 12, 1), withdrawn_as_unlawful=True)
        assert self.of(early, LAST_DAY) is VIOLATED
        assert self.open_question(early)

    def test_trap_10_validation_is_not_existence_and_its_want_is_no_breach(self) -> None:
        (verdict,) = judged(LAST_DAY, projet=projet()).of("cpts.validation")
        assert verdict.outcome is VIOLATED
        assert not verdict.blocking
        assert not verdict.warning


class TestOpposition:
    def of(self, rule_id: str, what: ProjetDeSante | None, on: date = date(2023, 6, 1)) -> Outcome:
        return outcome(rule_id, on, projet=what)

    def test_within_two_months(self) -> None:
        rule = "cpts.opposition-delai"
        assert self.of(rule, opposed(LAST_DAY)) is SATISFIED
        assert self.of(rule, opposed(AFTER)) is VIOLATED
        assert self.of(rule, opposed(LAST_DAY, opposition_notified_on=AFTER)) is UNDETERMINED
        assert self.of(rule, opposed(AFTER, received_complete_on=None)) is SATISFIED
        assert self.of(rule, opposed(AFTER, received_complete_on=UNKNOWN)) is UNDETERMINED

    def test_within_two_months_of_sending_it_is_in_time_whenever_the_file_was_complete(self) -> None:
        rule = "cpts.opposition-delai"
        sent: dict[str, Any] = {"transmitted_on": RECEIVED, "received_complete_on": UNKNOWN}
        assert self.of(rule, opposed(LAST_DAY, **sent)) is SATISFIED
        assert self.of(rule, opposed(AFTER, **sent)) is UNDETERMINED
        assert self.of(rule, opposed(LAST_DAY, opposition_notified_on=AFTER, **sent)) is UNDETERMINED
        assert self.of(rule, opposed(LAST_DAY, **(sent | {"transmitted_on": UNKNOWN}))) is UNDETERMINED
        assert self.of("cpts.validation", opposed(LAST_DAY, **sent)) is VIOLATED
        assert self.of("cpts.validation", opposed(AFTER, **sent)) is UNDETERMINED

    def test_sil_11_the_delay_of_a_projet_sent_before_the_rule_is_an_open_question(self) -> None:
        sent = {"transmitted_on": date(2019, 7, 1), "received_complete_on": date(2019, 7, 1)}
        assert self.of("cpts.opposition-delai", opposed(date(2019, 9, 1), **sent)) is SATISFIED
        assert self.of("cpts.opposition-delai", opposed(date(2019, 9, 2), **sent)) is UNDETERMINED

    @pytest.mark.parametrize(
        ("ground", "expected"),
        [
            (OppositionGround.TERRITORY, SATISFIED),
            (OppositionGround.PRS_OBJECTIVES, SATISFIED),
            (OppositionGround.OTHER, VIOLATED),
            (None, VIOLATED),
            (UNKNOWN, UNDETERMINED),
        ],
    )
    def test_on_two_grounds_only(self, ground: Any, expected: Outcome) -> None:
        assert self.of("cpts.opposition-motifs", opposed(LAST_DAY, opposition_ground=ground)) is expected

    @pytest.mark.parametrize(
        ("reasoned", "expected"), [(True, SATISFIED), (False, VIOLATED), (UNKNOWN, UNDETERMINED)]
    )
    def test_states_its_reasons(self, reasoned: Any, expected: Outcome) -> None:
        assert self.of("cpts.opposition-motivee", opposed(LAST_DAY, opposition_reasoned=reasoned)) is expected

    @pytest.mark.parametrize(
        "rule_id", ["cpts.opposition-delai", "cpts.opposition-motifs", "cpts.opposition-motivee"]
    )
    def test_is_the_agency_s_duty_and_never_a_breach_of_the_cpts(self, rule_id: str) -> None:
        assert all(rule.upon is not None and not rule.blocking for rule in LAW.versions(rule_id))
        assert self.of(rule_id, projet()) is NOT_APPLICABLE
        assert self.of(rule_id, None) is NOT_APPLICABLE
        assert self.of(rule_id, opposed(date(2023, 6, 2))) is NOT_APPLICABLE
        assert self.of(rule_id, opposed(date(2019, 7, 26), received_complete_on=None)) is NOT_APPLICABLE
        assert self.of(rule_id, opposed(LAST_DAY), date(2019, 7, 26)) is NOT_APPLICABLE
        assert outcome(rule_id, TODAY) is UNDETERMINED


class TestRetrait:
    RULE = "cpts.retrait"

    def of(self, what: ProjetDeSante | None, on: date = date(2024, 1, 1)) -> Outcome:
        return outcome(self.RULE, on, projet=what)

    def withdrawn(self, on: Any, **facts: Any) -> ProjetDeSante:
        return projet(**({"withdrawn_on": on, "withdrawn_as_unlawful": True} | facts))

    def test_sil_9_only_if_unlawful_and_within_four_months(self) -> None:
        assert self.of(self.withdrawn(date(2023, 5, 15))) is SATISFIED
        assert self.of(self.withdrawn(date(2023, 5, 17))) is VIOLATED
        assert self.of(self.withdrawn(date(2023, 5, 16), withdrawn_as_unlawful=False)) is VIOLATED
        assert self.of(self.withdrawn(date(2023, 5, 17), withdrawn_as_unlawful=UNKNOWN)) is VIOLATED
        assert self.of(self.withdrawn(date(2023, 5, 16), withdrawn_as_unlawful=UNKNOWN)) is UNDETERMINED

    @pytest.mark.parametrize(
        ("received", "certain", "contestable"),
        [
            (date(2022, 11, 15), date(2023, 5, 15), date(2023, 5, 17)),
            # Two months from 31 December end on 28 February: four from there, or from 1 March.
            (date(2022, 12, 31), date(2023, 6, 28), date(2023, 7, 2)),
            (date(2023, 12, 31), date(2024, 6, 29), date(2024, 7, 2)),
        ],
    )
    def test_sil_9_silence_decides_at_the_end_of_a_day_or_on_the_next_the_article_does_not_say(
        self, received: date, certain: date, contestable: date
    ) -> None:
        def on_the(day: date) -> ProjetDeSante:
            return self.withdrawn(day, transmitted_on=received, received_complete_on=received)

        assert self.of(on_the(certain), contestable) is SATISFIED
        assert self.of(on_the(contestable), contestable) is VIOLATED
        for day in (certain + timedelta(days=1), contestable - timedelta(days=1)):
            (verdict,) = judged(contestable, projet=on_the(day)).of(self.RULE)
            assert verdict.outcome is UNDETERMINED
            assert verdict.reason is not None
            assert "le dernier jour des deux mois ou le lendemain" in verdict.reason.fr

    def test_sil_9_the_four_months_run_from_each_decision_the_older_counts(self) -> None:
        assert self.of(self.withdrawn(date(2023, 4, 20), validated_on=date(2022, 12, 20))) is SATISFIED
        assert self.of(self.withdrawn(date(2023, 4, 21), validated_on=date(2022, 12, 20))) is VIOLATED
        assert self.of(self.withdrawn(date(2023, 5, 17), validated_on=date(2023, 3, 1))) is VIOLATED

    def test_of_a_written_validation_the_four_months_run_from_it_alone(self) -> None:
        early = date(2022, 12, 1)  # before silence could decide
        assert self.of(self.withdrawn(date(2023, 1, 5), validated_on=early)) is SATISFIED
        received = {"transmitted_on": early, "received_complete_on": None}
        assert self.of(self.withdrawn(date(2023, 4, 3), validated_on=early, **received)) is VIOLATED

    def test_concerns_a_validation_that_there_was(self) -> None:
        assert self.of(None) is NOT_APPLICABLE
        assert self.of(projet()) is NOT_APPLICABLE
        assert self.of(projet(withdrawn_on=UNKNOWN)) is UNDETERMINED
        assert self.of(self.withdrawn(LAST_DAY)) is NOT_APPLICABLE
        assert self.of(self.withdrawn(AFTER)) is SATISFIED
        assert self.of(self.withdrawn(AFTER), LAST_DAY) is NOT_APPLICABLE
        assert self.of(self.withdrawn(AFTER), date(2019, 7, 26)) is NOT_APPLICABLE
        assert outcome(self.RULE, TODAY) is UNDETERMINED

    def test_is_the_agency_s_duty_and_never_blocks(self) -> None:
        (rule,) = LAW.versions(self.RULE)
        assert rule.upon is not None
        assert not rule.blocking
        assert rule.evidence is Evidence.DERIVED


class TestAttestation:
    RULE = "cpts.attestation"

    def of(self, what: ProjetDeSante | None, on: date = AFTER) -> Outcome:
        return outcome(self.RULE, on, projet=what)

    def test_sil_8_is_owed_from_the_deemed_validation_on(self) -> None:
        assert self.of(projet(), LAST_DAY) is VIOLATED
        assert self.of(projet(), AFTER) is SATISFIED
        assert self.of(projet(), date(2026, 1, 1)) is SATISFIED
        assert self.of(None) is VIOLATED
        assert outcome(self.RULE, AFTER) is UNDETERMINED
        assert self.of(projet(opposed_on=UNKNOWN)) is UNDETERMINED

    def test_an_express_validation_in_time_leaves_nothing_implicit_to_attest(self) -> None:
        assert self.of(projet(validated_on=LAST_DAY)) is VIOLATED
        assert self.of(projet(validated_on=AFTER)) is SATISFIED
        assert self.of(projet(validated_on=UNKNOWN)) is UNDETERMINED

    def test_of_a_validation_that_was_withdrawn_there_is_none(self) -> None:
        gone = projet(withdrawn_on=date(2023, 2, 1), withdrawn_as_unlawful=True)
        assert self.of(gone, date(2023, 1, 31)) is SATISFIED
        assert self.of(gone, date(2023, 2, 1)) is VIOLATED

    def test_is_a_right_and_its_want_no_breach(self) -> None:
        (verdict,) = judged(LAST_DAY, projet=projet()).of(self.RULE)
        assert not verdict.blocking
        assert not verdict.warning
        assert verdict.rule.upon is not None
        assert verdict.rule.cites.article == "L232-3"


@pytest.mark.parametrize(
    ("start", "first"),
    [
        (date(2026, 12, 31), date(2027, 3, 1)),
        (date(2027, 12, 31), date(2028, 3, 1)),
        (date(2027, 12, 28), date(2028, 2, 29)),
        (date(2027, 1, 31), date(2027, 4, 1)),
        (date.max, date.max),
    ],
)
def test_the_first_day_past_the_two_months(start: date, first: date) -> None:
    assert projet(transmitted_on=start, received_complete_on=start).first_day_past(2) == first
    assert projet(received_complete_on=None).first_day_past(2) is None
    with pytest.raises(UnknownFact):
        projet(received_complete_on=UNKNOWN).first_day_past(2)


class TestEvidence:
    """Each version says how its text is known, and until when it was seen."""

    @pytest.mark.parametrize(
        ("rule_id", "on", "evidence", "checked_on"),
        [
            ("cpts.armees-autorisation", date(2020, 4, 14), Evidence.DERIVED, date(2020, 4, 14)),
            ("cpts.armees-autorisation", date(2020, 4, 15), Evidence.SECONDARY, date(2020, 4, 15)),
            ("cpts.armees-autorisation", date(2022, 3, 30), Evidence.SECONDARY, date(2020, 4, 15)),
            ("cpts.armees-autorisation", date(2022, 3, 31), Evidence.VERIFIED, date(2023, 5, 21)),
            ("cpts.frontalier", date(2022, 3, 30), Evidence.DERIVED, date(2022, 3, 30)),
            ("cpts.frontalier", date(2022, 3, 31), Evidence.VERIFIED, date(2023, 5, 21)),
            ("cpts.opposition-motivee", TODAY, Evidence.DERIVED, date(2023, 5, 21)),
        ],
    )
    def test_of_each_version(self, rule_id: str, on: date, evidence: Evidence, checked_on: date) -> None:
        (rule,) = (rule for rule in LAW.versions(rule_id) if on in rule.in_force)
        assert rule.evidence is evidence
        assert rule.checked_on == checked_on


class TestArticle:
    def test_has_four_versions_and_did_not_exist_before(self) -> None:
        (article,) = csp_l1434_12.ARTICLES
        assert list(article.changes) == [
            date(2016, 1, 28),
            date(2019, 7, 27),
            date(2022, 2, 23),
            date(2022, 3, 31),
        ]
        before = article.at(date(2016, 1, 27))
        assert before is not None
        assert not before.exists

    def test_a_legal_form_of_its_own_is_not_asked_for_here(self) -> None:
        assert not judged(TODAY, legal_form=LegalForm.SISA).violated
