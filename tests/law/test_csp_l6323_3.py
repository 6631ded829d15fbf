"""Maison de santé: article L6323-3, version by version."""

from datetime import date
from typing import Any

import pytest

from builders import generaliste, infirmier, member, professional, specialiste
from cpts_model import UNKNOWN, LegalForm, MaisonDeSante, Outcome, Profession, ProjetDeSante, assess
from cpts_model.facts.organisations import Organisation

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

    def test_needed_no_legal_person_before_12_august_2011(self) -> None:
        assert outcome("msp.personne-morale", date(2011, 8, 11), legal_form=None) is NOT_APPLICABLE
        assert outcome("msp.personne-morale", date(2011, 8, 12), legal_form=None) is VIOLATED


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
            (Profession.PREPARATEUR_EN_PHARMACIE, SATISFIED, VIOLATED, VIOLATED),
            (Profession.AIDE_SOIGNANT, UNDETERMINED, VIOLATED, VIOLATED),
            (Profession.PSYCHOLOGUE, VIOLATED, VIOLATED, VIOLATED),
        ],
    )
    def test_closed_list_of_each_version(
        self, profession: Profession, in_2008: Outcome, in_2010: Outcome, in_2022: Outcome
    ) -> None:
        who = professional("P. Inventé", profession)
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

    def test_a_legal_person_as_constituent_is_an_open_question(self) -> None:
        (verdict,) = assess(msp(members=(member(Organisation(id="o")),)), on=TODAY).of("msp.constituants")
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None

    def test_somebody_who_only_takes_part_is_no_constituent(self) -> None:
        partner = member(professional("P. Inventé", Profession.AIDE_SOIGNANT), partner=True)
        assert outcome("msp.constituants", TODAY, members=(partner,)) is NOT_APPLICABLE


class TestProjet:
    def test_compatible_is_looser_than_conform(self) -> None:
        projet = ProjetDeSante(compatible_with_schema=True, conform_to_schema=False)
        assert outcome("msp.projet-compatible", date(2009, 7, 22), projet=projet) is NOT_APPLICABLE
        assert outcome("msp.projet-compatible", date(2009, 7, 23), projet=projet) is VIOLATED
        assert outcome("msp.projet-compatible", date(2011, 8, 11), projet=projet) is VIOLATED
        assert outcome("msp.projet-compatible", date(2011, 8, 12), projet=projet) is SATISFIED

    def test_is_sent_for_information_and_silence_means_nothing(self) -> None:
        assert outcome("msp.projet-transmis", TODAY, projet=ProjetDeSante(transmitted_on=None)) is VIOLATED
        assert outcome("msp.projet-transmis", TODAY, projet=ProjetDeSante(transmitted_on=TODAY)) is SATISFIED
        assert outcome("msp.projet-transmis", TODAY, projet=None) is VIOLATED
        assert outcome("msp.projet-transmis", TODAY, projet=UNKNOWN) is UNDETERMINED

    def test_signed_by_each_health_professional_member(self) -> None:
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
