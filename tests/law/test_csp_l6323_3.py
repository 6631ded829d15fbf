"""Maison de santé: article L6323-3, version by version."""

from datetime import date
from typing import Any

import pytest

from builders import generaliste, infirmier, member, professional, specialiste
from cpts_model import (
    SISA,
    UNKNOWN,
    BadFact,
    Evidence,
    LegalForm,
    MaisonDeSante,
    Outcome,
    Person,
    PersonRole,
    Profession,
    Professional,
    ProjetDeSante,
    assess,
)
from cpts_model.facts.organisations import Organisation
from cpts_model.law import csp_l6323_3

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
TODAY = date(2022, 6, 1)


def msp(**facts: Any) -> MaisonDeSante:
    return MaisonDeSante(id="msp", **facts)


def outcome(rule_id: str, on: date, **facts: Any) -> Outcome:
    return assess(msp(**facts), on=on).outcome_of(rule_id)


class TestLegalPerson:
    @pytest.mark.parametrize(
        ("form", "expected"),
        [
            (LegalForm.SISA, SATISFIED),
            (LegalForm.ASSOCIATION, SATISFIED),
            (LegalForm.NATURAL_PERSON, VIOLATED),
            (None, VIOLATED),
            (UNKNOWN, UNDETERMINED),
            (LegalForm.OTHER, UNDETERMINED),
        ],
    )
    def test_a_maison_de_sante_is_a_legal_person(self, form: Any, expected: Outcome) -> None:
        assert outcome("msp.personne-morale", TODAY, legal_form=form) is expected

    @pytest.mark.parametrize("form", [UNKNOWN, LegalForm.OTHER])
    def test_a_sisa_that_carries_it_is_a_legal_person(self, form: Any) -> None:
        assert outcome("msp.personne-morale", TODAY, legal_form=form, sisa=SISA(id="s")) is SATISFIED
        assert outcome("msp.personne-morale", TODAY, legal_form=form, sisa=UNKNOWN) is UNDETERMINED
        assert outcome("msp.personne-morale", TODAY, legal_form=form, sisa=None) is UNDETERMINED

    @pytest.mark.parametrize("form", [None, LegalForm.NATURAL_PERSON])
    def test_what_a_sisa_carries_cannot_be_without_legal_form(self, form: Any) -> None:
        with pytest.raises(BadFact, match="carried by a SISA"):
            msp(legal_form=form, sisa=SISA(id="s"))

    def test_needed_no_legal_person_before_12_august_2011(self) -> None:
        facts: dict[str, Any] = {"legal_form": None}
        assert outcome("msp.personne-morale", date(2011, 8, 11), **facts) is NOT_APPLICABLE
        assert outcome("msp.personne-morale", date(2011, 8, 12), **facts) is VIOLATED


class TestConstituents:
    def of(self, who: Any, on: date) -> Outcome:
        return outcome("msp.constituants", on, members=(member(who),))

    @pytest.mark.parametrize(
        ("profession", "in_2008", "in_2010", "in_2022"),
        [
            (Profession.MEDECIN, SATISFIED, SATISFIED, SATISFIED),
            (Profession.SAGE_FEMME, SATISFIED, SATISFIED, SATISFIED),
            (Profession.INFIRMIER, SATISFIED, SATISFIED, SATISFIED),
            (Profession.PHARMACIEN, SATISFIED, VIOLATED, SATISFIED),
            (Profession.BIOLOGISTE_MEDICAL, SATISFIED, UNDETERMINED, SATISFIED),
            (Profession.PREPARATEUR_EN_PHARMACIE, SATISFIED, VIOLATED, VIOLATED),
            (Profession.AIDE_SOIGNANT, UNDETERMINED, VIOLATED, VIOLATED),
            (Profession.PSYCHOLOGUE, VIOLATED, VIOLATED, VIOLATED),
        ],
    )
    def test_closed_list_of_each_version(
        self, profession: Profession, in_2008: Outcome, in_2010: Outcome, in_2022: Outcome
    ) -> None:
        who = professional("P. Inventé", profession, medico_social_actor=False)
        assert self.of(who, date(2008, 1, 1)) is in_2008
        assert self.of(who, date(2010, 1, 1)) is in_2010
        assert self.of(who, TODAY) is in_2022

    def test_pharmacist_on_both_sides_of_each_date(self) -> None:
        pharmacist = professional("P. Inventé", Profession.PHARMACIEN)
        assert self.of(pharmacist, date(2007, 12, 21)) is NOT_APPLICABLE
        assert self.of(pharmacist, date(2007, 12, 22)) is SATISFIED
        assert self.of(pharmacist, date(2009, 7, 22)) is SATISFIED
        assert self.of(pharmacist, date(2009, 7, 23)) is VIOLATED
        assert self.of(pharmacist, date(2011, 8, 11)) is VIOLATED
        assert self.of(pharmacist, date(2011, 8, 12)) is SATISFIED

    def test_one_qualifying_profession_is_enough(self) -> None:
        both = professional("P. Inventé", Profession.OSTEOPATHE, Profession.MASSEUR_KINESITHERAPEUTE)
        assert self.of(both, TODAY) is SATISFIED

    @pytest.mark.parametrize(
        "who",
        [
            professional("P. Inventée", Profession.PSYCHOLOGUE, medico_social_actor=True),
            Person(id="p", role=PersonRole.OTHER, medico_social_actor=True),
        ],
    )
    def test_medico_social_staff_could_be_associated_in_2007(self, who: Any) -> None:
        (verdict,) = assess(msp(members=(member(who),)), on=date(2009, 7, 22)).of("msp.constituants")
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None
        assert verdict.rule.note is not None
        assert verdict.rule.note.fr.startswith("Elle pouvait associer des personnels médico-sociaux.")
        assert self.of(who, date(2009, 7, 23)) is VIOLATED

    def test_a_user_constituted_none_in_2007(self) -> None:
        assert self.of(Person(id="p", role=PersonRole.USAGER), date(2008, 1, 1)) is VIOLATED

    def test_each_version_says_how_a_member_is_read(self) -> None:
        versions = [rule for rule in csp_l6323_3.RULES if rule.id == "msp.constituants"]
        assert len(versions) == 3
        for rule in versions:
            assert rule.note is not None
            assert "une personne qui ne fait que participer est à dire partenaire" in rule.note.fr

    def test_a_legal_person_as_constituent_is_an_open_question(self) -> None:
        (verdict,) = assess(msp(members=(member(Organisation(id="o")),)), on=TODAY).of("msp.constituants")
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None

    def test_somebody_who_only_takes_part_is_no_constituent(self) -> None:
        partner = member(professional("P. Inventé", Profession.AIDE_SOIGNANT), partner=True)
        assert outcome("msp.constituants", TODAY, members=(partner,)) is NOT_APPLICABLE


class TestProjet:
    def test_trap_23_compatible_is_looser_than_conform(self) -> None:
        projet = ProjetDeSante(compatible_with_schema=True, conform_to_schema=False)
        assert outcome("msp.projet-compatible", date(2009, 7, 22), projet=projet) is NOT_APPLICABLE
        assert outcome("msp.projet-compatible", date(2009, 7, 23), projet=projet) is VIOLATED
        assert outcome("msp.projet-compatible", date(2011, 8, 11), projet=projet) is VIOLATED
        assert outcome("msp.projet-compatible", date(2011, 8, 12), projet=projet) is SATISFIED

    def test_was_conform_to_the_schema_until_2011(self) -> None:
        rule, on = "msp.projet-compatible", date(2010, 1, 1)
        assert outcome(rule, on, projet=ProjetDeSante(conform_to_schema=True)) is SATISFIED
        assert outcome(rule, on, projet=ProjetDeSante()) is UNDETERMINED
        assert outcome(rule, on, projet=None) is VIOLATED

    @pytest.mark.parametrize("on", [date(2009, 7, 23), TODAY])
    def test_is_drawn_up_by_the_members(self, on: date) -> None:
        assert outcome("msp.projet", on, projet=ProjetDeSante(drawn_up_by_members=True)) is SATISFIED
        assert outcome("msp.projet", on, projet=ProjetDeSante(drawn_up_by_members=False)) is VIOLATED
        assert outcome("msp.projet", on, projet=ProjetDeSante()) is UNDETERMINED
        assert outcome("msp.projet", on, projet=None) is VIOLATED

    def test_is_sent_for_information_and_silence_means_nothing(self) -> None:
        assert outcome("msp.projet-transmis", TODAY, projet=ProjetDeSante(transmitted_on=None)) is VIOLATED
        assert outcome("msp.projet-transmis", TODAY, projet=ProjetDeSante(transmitted_on=TODAY)) is SATISFIED
        assert outcome("msp.projet-transmis", TODAY, projet=None) is VIOLATED
        assert outcome("msp.projet-transmis", TODAY, projet=UNKNOWN) is UNDETERMINED

    def test_trap_22_signed_by_each_health_professional_member(self) -> None:
        signed = member(generaliste("A. Inventée"), signed_projet_on=date(2020, 1, 1))
        not_signed = member(infirmier("B. Inventé"), signed_projet_on=None)
        psychologist = member(professional("C. Inventée", Profession.PSYCHOLOGUE), signed_projet_on=None)
        gone = member(infirmier("D. Inventé"), signed_projet_on=None, left_on=date(2021, 1, 1))
        verdicts = assess(msp(members=(signed, not_signed, psychologist, gone)), on=TODAY).of(
            "msp.projet-signe"
        )
        assert [verdict.outcome for verdict in verdicts] == [
            SATISFIED,
            VIOLATED,
            NOT_APPLICABLE,
            NOT_APPLICABLE,
        ]
        assert [verdict.place for verdict in verdicts] == [
            "members[0]",
            "members[1]",
            "members[2]",
            "members[3]",
        ]

    def test_before_2011_members_adhered_and_did_not_sign(self) -> None:
        who = member(specialiste("A. Inventée"), signed_projet_on=None, adheres_to_projet=True)
        assert outcome("msp.adhesion-au-projet", date(2011, 8, 11), members=(who,)) is SATISFIED
        assert outcome("msp.projet-signe", date(2011, 8, 11), members=(who,)) is NOT_APPLICABLE
        assert outcome("msp.adhesion-au-projet", date(2011, 8, 12), members=(who,)) is NOT_APPLICABLE
        assert outcome("msp.projet-signe", date(2011, 8, 12), members=(who,)) is VIOLATED

    def test_partial_facts_settle_who_must_sign(self) -> None:
        somebody = Professional(id="p")
        assert (
            outcome("msp.projet-signe", TODAY, members=(member(somebody, left_on=TODAY),)) is NOT_APPLICABLE
        )
        unsure = member(professional("P. Inventé", Profession.PSYCHOLOGUE), left_on=UNKNOWN)
        assert outcome("msp.projet-signe", TODAY, members=(unsure,)) is NOT_APPLICABLE
        assert outcome("msp.projet-signe", TODAY, members=(member(somebody),)) is UNDETERMINED

    def test_others_may_sign_where_the_projet_foresees_their_part(self) -> None:
        """A health professional who is no member is judged as the others who sign."""
        aide = professional("A. Inventée", Profession.AIDE_SOIGNANT)

        def of(who: Any, signed: Any = TODAY, **facts: Any) -> Outcome:
            membership = member(who, signed_projet_on=signed, **facts)
            return outcome("msp.signature-autres-personnes", TODAY, members=(membership,))

        assert of(aide, partner=True, projet_foresees_participation=True) is SATISFIED
        assert of(aide, partner=True, projet_foresees_participation=False) is VIOLATED
        assert of(aide, partner=True) is UNDETERMINED
        assert of(aide, projet_foresees_participation=False) is NOT_APPLICABLE
        assert of(aide, None, partner=True) is NOT_APPLICABLE
        psychologist = professional("B. Inventé", Profession.PSYCHOLOGUE)
        assert of(psychologist, projet_foresees_participation=False) is VIOLATED
        assert of(Professional(id="p"), partner=True, projet_foresees_participation=True) is SATISFIED
        assert of(Professional(id="p"), projet_foresees_participation=True) is UNDETERMINED


class TestPrimaryCare:
    def test_one_member_who_gives_it_is_enough(self) -> None:
        gives = member(generaliste("A. Inventée"))
        other = member(infirmier("B. Inventé", practises_premier_recours=False))
        assert outcome("msp.premier-recours", TODAY, members=(gives, other)) is SATISFIED
        assert outcome("msp.premier-recours", TODAY, members=(other,)) is VIOLATED
        gone = member(infirmier("C. Inventée"), left_on=date(2022, 5, 31))
        assert outcome("msp.premier-recours", TODAY, members=(gone, other)) is VIOLATED

    def test_is_given_without_accommodation(self) -> None:
        rule = "msp.sans-hebergement"
        assert outcome(rule, TODAY, accommodation=False) is SATISFIED
        assert outcome(rule, TODAY, accommodation=True) is VIOLATED
        assert outcome(rule, TODAY) is UNDETERMINED
        assert outcome(rule, date(2011, 8, 11), accommodation=True) is NOT_APPLICABLE

    def test_whoever_gives_none_settles_it_though_the_dates_are_unknown(self) -> None:
        unsure = member(infirmier("B. Inventé", practises_premier_recours=False), left_on=UNKNOWN)
        assert outcome("msp.premier-recours", TODAY, members=(unsure,)) is VIOLATED


class TestUniversity:
    signed = date(2019, 1, 1)

    @pytest.mark.parametrize(
        ("on", "with_convention", "without"),
        [
            (date(2016, 1, 27), NOT_APPLICABLE, NOT_APPLICABLE),
            (date(2016, 1, 28), UNDETERMINED, UNDETERMINED),
            (date(2019, 7, 26), UNDETERMINED, UNDETERMINED),
            (date(2019, 7, 27), SATISFIED, VIOLATED),
            (date(2021, 12, 24), SATISFIED, VIOLATED),
            (date(2021, 12, 25), SATISFIED, VIOLATED),
        ],
    )
    def test_open_until_27_july_2019_when_it_was_there_at_the_latest(
        self, on: date, with_convention: Outcome, without: Outcome
    ) -> None:
        def of(signed: Any) -> Outcome:
            return outcome(
                "msp.universitaire", on, universitaire=True, university_convention_signed_on=signed
            )

        assert of(self.signed) is with_convention
        assert of(None) is without

    def test_counts_from_the_day_of_its_signature(self) -> None:
        facts = {"universitaire": True, "university_convention_signed_on": TODAY}
        assert outcome("msp.universitaire", TODAY, **facts) is SATISFIED
        assert outcome("msp.universitaire", date(2022, 5, 31), **facts) is VIOLATED

    def test_is_inferred_before_the_version_that_was_read(self) -> None:
        versions = [rule for rule in csp_l6323_3.RULES if rule.id == "msp.universitaire"]
        assert [(rule.in_force.start, rule.evidence, rule.checked_on) for rule in versions] == [
            (date(2016, 1, 28), Evidence.DERIVED, date(2019, 7, 26)),
            (date(2019, 7, 27), Evidence.DERIVED, date(2021, 12, 24)),
            (date(2021, 12, 25), Evidence.VERIFIED, date(2023, 5, 21)),
        ]
        assert all(
            "doté d'une UFR de médecine, de pharmacie ou d'odontologie" in rule.title.fr for rule in versions
        )


class TestWhatItMayDoBesides:
    @pytest.mark.parametrize(
        ("runs", "projet", "expected"),
        [
            (True, ProjetDeSante(follows_cahier_des_charges=True), SATISFIED),
            (True, ProjetDeSante(follows_cahier_des_charges=False), VIOLATED),
            (True, ProjetDeSante(), UNDETERMINED),
            (True, None, VIOLATED),
            (False, None, NOT_APPLICABLE),
            (UNKNOWN, ProjetDeSante(follows_cahier_des_charges=True), UNDETERMINED),
        ],
    )
    def test_public_health_actions_are_within_the_projet_and_the_specification(
        self, runs: Any, projet: Any, expected: Outcome
    ) -> None:
        facts = {"public_health_actions": runs, "projet": projet}
        assert outcome("msp.actions-sante-publique", TODAY, **facts) is expected

    @pytest.mark.parametrize(
        ("runs", "prescribed", "expected"),
        [
            (True, True, SATISFIED),
            (True, False, VIOLATED),
            (True, UNKNOWN, UNDETERMINED),
            (False, False, NOT_APPLICABLE),
        ],
    )
    def test_the_pathway_of_obese_children_is_on_medical_prescription(
        self, runs: bool, prescribed: Any, expected: Outcome
    ) -> None:
        facts = {"child_obesity_pathway": runs, "child_obesity_pathway_prescribed": prescribed}
        assert outcome("msp.parcours-obesite-enfant", TODAY, **facts) is expected
