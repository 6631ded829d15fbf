"""What practice expects of a maison de santé, and the law does not."""

from datetime import date
from typing import Any

from builders import generaliste, infirmier, member, professional, specialiste
from cpts_model import (
    SISA,
    UNKNOWN,
    ContratACI,
    Law,
    LegalForm,
    MaisonDeSante,
    OrganisationKind,
    Outcome,
    Profession,
    ProjetDeSante,
    assess,
)
from cpts_model.engine.citations import Authority
from cpts_model.law import practice_msp

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=practice_msp.RULES, articles=practice_msp.ARTICLES)
TODAY = date(2022, 6, 1)


def msp(rule_id: str, on: date = TODAY, **facts: Any) -> Outcome:
    return assess(MaisonDeSante(id="msp", **facts), on=on, law=LAW).outcome_of(rule_id)


def team_of(*people: Any) -> Any:
    return tuple(member(who) for who in people)


def test_no_practice_ever_makes_a_breach() -> None:
    bare = MaisonDeSante(
        id="msp",
        members=(),
        projet=None,
        finess=None,
        legal_form=LegalForm.ASSOCIATION,
        sisa=None,
        contract=ContratACI(signed_on=date(2021, 1, 1)),
    )
    assessment = assess(bare, on=TODAY, law=LAW)
    assert len(assessment.violated) == len(LAW)
    assert assessment.ok
    assert len(assessment.warnings) == len(LAW)
    assert all(rule.authority is Authority.PRACTICE for rule in LAW)


class TestTwoDoctorsAndAParamedical:
    RULE = "msp.pratique-2mg-1"
    TWO = (generaliste("A. Inventé"), generaliste("B. Inventée"))

    def test_trap_13_two_general_practitioners_and_a_paramedical_is_practice(self) -> None:
        assert msp(self.RULE, members=team_of(*self.TWO, infirmier("C. Inventé"))) is SATISFIED
        assert msp(self.RULE, members=team_of(self.TWO[0], infirmier("C. Inventé"))) is VIOLATED
        assert msp(self.RULE, members=team_of(*self.TWO)) is VIOLATED

    def test_specialists_are_not_general_practitioners(self) -> None:
        team = team_of(self.TWO[0], specialiste("B. Inventée"), infirmier("C. Inventé"))
        assert msp(self.RULE, members=team) is VIOLATED

    def test_trap_17_paramedical_is_no_legal_category_so_a_pharmacist_leaves_it_open(self) -> None:
        pharmacist = professional("C. Inventé", Profession.PHARMACIEN)
        team = MaisonDeSante(id="msp", members=team_of(*self.TWO, pharmacist))
        (verdict,) = assess(team, on=TODAY, law=LAW).of(self.RULE)
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None

    def test_members_of_that_day_count(self) -> None:
        gone = member(infirmier("C. Inventé"), left_on=TODAY)
        assert msp(self.RULE, members=(*team_of(*self.TWO), gone)) is VIOLATED
        former = member(self.TWO[1], left_on=TODAY)
        assert msp(self.RULE, members=(*team_of(self.TWO[0], infirmier("C. Inventé")), former)) is VIOLATED

    def test_somebody_who_is_no_health_professional_is_no_paramedical(self) -> None:
        psychologist = professional("C. Inventé", Profession.PSYCHOLOGUE)
        assert msp(self.RULE, members=team_of(*self.TWO, psychologist)) is VIOLATED

    def test_nothing_is_known_of_members_nobody_told(self) -> None:
        assert msp(self.RULE) is UNDETERMINED

    def test_is_reported_since_the_agreement_of_20_april_2017(self) -> None:
        assert msp(self.RULE, date(2017, 4, 19), members=()) is NOT_APPLICABLE
        assert msp(self.RULE, date(2017, 4, 20), members=()) is VIOLATED


class TestValidationAndFiness:
    def test_agencies_validate_what_the_law_only_has_transmitted(self) -> None:
        rule = "msp.pratique-validation"
        assert msp(rule, projet=ProjetDeSante(validated_on=TODAY)) is SATISFIED
        assert msp(rule, projet=ProjetDeSante(validated_on=date(2022, 6, 2))) is VIOLATED
        assert msp(rule, projet=ProjetDeSante(validated_on=None)) is VIOLATED
        assert msp(rule, projet=None) is VIOLATED
        assert msp(rule) is UNDETERMINED
        assert msp(rule, date(2017, 4, 19), projet=None) is NOT_APPLICABLE
        assert msp(rule, date(2017, 4, 20), projet=None) is VIOLATED

    def test_is_registered_in_finess(self) -> None:
        assert msp("msp.pratique-finess", finess="330000000") is SATISFIED
        assert msp("msp.pratique-finess", finess=None) is VIOLATED
        assert msp("msp.pratique-finess") is UNDETERMINED
        assert msp("msp.pratique-finess", date(2012, 3, 27), finess=None) is NOT_APPLICABLE
        assert msp("msp.pratique-finess", date(2012, 3, 28), finess=None) is VIOLATED

    def test_trap_26_the_category_is_matched_on_its_code_and_not_on_its_label(self) -> None:
        assert OrganisationKind.from_finess("603") is OrganisationKind.MAISON_DE_SANTE
        assert OrganisationKind.from_finess("124") is OrganisationKind.CENTRE_DE_SANTE
        assert OrganisationKind.from_finess("604") is OrganisationKind.CPTS


class TestSISA:
    RULE = "msp.pratique-sisa"

    def signed(self, on: date = date(2022, 1, 15), **facts: Any) -> Outcome:
        told: dict[str, Any] = {
            "contract": ContratACI(signed_on=date(2021, 7, 15)),
            "legal_form": LegalForm.ASSOCIATION,
            "sisa": None,
        }
        return msp(self.RULE, on, **(told | facts))

    def test_a_signatory_has_six_months_to_become_a_sisa(self) -> None:
        assert self.signed(date(2022, 1, 15)) is SATISFIED
        assert self.signed(date(2022, 1, 16)) is VIOLATED
        assert self.signed(TODAY, legal_form=LegalForm.SISA) is SATISFIED
        assert self.signed(TODAY, sisa=SISA(id="sisa")) is SATISFIED
        assert self.signed(TODAY, legal_form=None) is VIOLATED
        assert self.signed(TODAY, sisa=UNKNOWN) is UNDETERMINED

    def test_concerns_signatories_alone(self) -> None:
        assert self.signed(contract=None) is NOT_APPLICABLE
        assert self.signed(date(2021, 7, 15)) is SATISFIED
        assert self.signed(date(2021, 7, 14)) is NOT_APPLICABLE
        assert self.signed(contract=ContratACI(signed_on=None)) is NOT_APPLICABLE
        assert self.signed(date(2021, 7, 14)) is NOT_APPLICABLE
        assert self.signed(contract=ContratACI()) is UNDETERMINED
        assert self.signed(contract=UNKNOWN) is UNDETERMINED


def test_the_pages_of_agencies_and_federations_have_no_date() -> None:
    assert "pages non datées" in practice_msp.REPORTED.where
