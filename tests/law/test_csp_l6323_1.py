"""Centre de santé: articles L6323-1 and following, since 2018."""

from datetime import date, timedelta
from typing import Any

import pytest

from builders import infirmier, member
from cpts_model import (
    UNKNOWN,
    CentreDeSante,
    Law,
    LegalForm,
    Modality,
    Mode,
    Organisation,
    OrganisationKind,
    Outcome,
    Person,
    ProjetDeSante,
    assess,
)
from cpts_model.facts.checks import BadFact
from cpts_model.law import csp_l6323_1

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=csp_l6323_1.RULES, articles=csp_l6323_1.ARTICLES)
TODAY = date(2024, 6, 1)
DAY = timedelta(days=1)


def cds(rule_id: str, on: date = TODAY, **facts: Any) -> Outcome:
    return assess(CentreDeSante(id="cds", **facts), on=on, law=LAW).outcome_of(rule_id)


def managed_by(**facts: Any) -> Organisation:
    told: dict[str, Any] = {
        "kind": OrganisationKind.OTHER,
        "non_profit": False,
        "legal_form": LegalForm.SOCIETE,
        "manages_private_health_establishment": False,
        "legal_person_members_admissible": False,
    }
    return Organisation(id="gestionnaire", **(told | facts))


class TestRegime:
    def test_the_rules_of_2018_are_never_applied_before(self) -> None:
        assert LAW.about(CentreDeSante, date(2018, 3, 1)) == ()
        assert {rule.id for rule in LAW.about(CentreDeSante, date(2018, 3, 2))} == set(LAW.ids) - {
            "cds.agrement",
            "cds.dirigeants-interets",
        }

    def test_trap_2_a_centre_is_an_activity_and_no_rule_asks_it_for_a_legal_form(self) -> None:
        for form in (None, LegalForm.NATURAL_PERSON, LegalForm.OTHER):
            assessment = assess(CentreDeSante(id="cds", legal_form=form), on=TODAY, law=LAW)
            assert assessment.violated == ()
        assert "legal_form" not in {
            fact.path
            for verdict in assess(CentreDeSante(id="cds"), on=TODAY, law=LAW).undetermined
            for fact in verdict.unknown
        }


class TestActivities:
    def test_gives_primary_care(self) -> None:
        rule = "cds.premier-recours"
        assert cds(rule, premier_recours=True) is SATISFIED
        assert cds(rule, premier_recours=False, diagnosis_only=False) is VIOLATED
        assert cds(rule, premier_recours=False) is UNDETERMINED

    def test_diagnosis_only_leaves_primary_care_open(self) -> None:
        centre = CentreDeSante(id="cds", premier_recours=False, diagnosis_only=True)
        (verdict,) = assess(centre, on=TODAY, law=LAW).of("cds.premier-recours")
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None

    def test_may_do_diagnosis_exclusively_by_derogation(self) -> None:
        rule = "cds.activites"
        assert cds(rule, prevention_diagnosis_and_care=True) is SATISFIED
        assert cds(rule, diagnosis_only=True) is SATISFIED
        assert cds(rule, prevention_diagnosis_and_care=False, diagnosis_only=False) is VIOLATED
        assert cds(rule, prevention_diagnosis_and_care=False) is UNDETERMINED

    def test_gives_care_without_accommodation(self) -> None:
        assert cds("cds.sans-hebergement", accommodation=False) is SATISFIED
        assert cds("cds.sans-hebergement", accommodation=True) is VIOLATED
        assert cds("cds.sans-hebergement") is UNDETERMINED

    def test_services_are_mainly_reimbursable(self) -> None:
        assert cds("cds.prestations-remboursables", principally_reimbursable=True) is SATISFIED
        assert cds("cds.prestations-remboursables", principally_reimbursable=False) is VIOLATED
        assert cds("cds.prestations-remboursables") is UNDETERMINED


class TestManager:
    RULE = "cds.gestionnaire"

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({}, VIOLATED),
            ({"non_profit": True}, SATISFIED),
            ({"non_profit": True, "legal_form": None}, SATISFIED),
            ({"legal_form": LegalForm.ASSOCIATION}, SATISFIED),
            ({"legal_form": LegalForm.ASSOCIATION_DROIT_LOCAL}, SATISFIED),
            ({"legal_form": LegalForm.FONDATION}, SATISFIED),
            ({"legal_form": LegalForm.MUTUELLE}, SATISFIED),
            ({"kind": OrganisationKind.HOPITAL_PUBLIC}, SATISFIED),
            ({"kind": OrganisationKind.HOPITAL_PUBLIC, "legal_form": UNKNOWN}, SATISFIED),
            ({"kind": UNKNOWN}, UNDETERMINED),
            ({"legal_form": LegalForm.CCAS}, UNDETERMINED),
            ({"legal_form": LegalForm.CCAS, "non_profit": True}, UNDETERMINED),
            ({"legal_form": LegalForm.DEPARTEMENT}, SATISFIED),
            ({"legal_form": LegalForm.COMMUNE}, SATISFIED),
            ({"legal_form": LegalForm.ETABLISSEMENT_PUBLIC_DE_SANTE}, SATISFIED),
            ({"manages_private_health_establishment": True}, SATISFIED),
            ({"legal_form": LegalForm.SCIC}, VIOLATED),
            ({"legal_form": LegalForm.SCIC, "legal_person_members_admissible": True}, SATISFIED),
            ({"legal_form": LegalForm.SCIC, "non_profit": True}, VIOLATED),
            ({"legal_form": LegalForm.SCIC, "manages_private_health_establishment": True}, VIOLATED),
            ({"legal_form": LegalForm.SCIC, "legal_person_members_admissible": UNKNOWN}, UNDETERMINED),
            ({"legal_person_members_admissible": True}, VIOLATED),
            ({"legal_form": LegalForm.SEL}, VIOLATED),
            ({"legal_form": None}, VIOLATED),
            ({"legal_form": LegalForm.OTHER}, UNDETERMINED),
            ({"legal_form": UNKNOWN}, UNDETERMINED),
            ({"non_profit": UNKNOWN}, UNDETERMINED),
        ],
    )
    def test_closed_list_of_managers(self, facts: dict[str, Any], expected: Outcome) -> None:
        for on in (date(2018, 3, 2), date(2022, 2, 22), date(2022, 2, 23), TODAY):
            assert cds(self.RULE, on, manager=managed_by(**facts)) is expected

    def test_one_ground_known_to_be_true_is_enough(self) -> None:
        def of(**facts: Any) -> Outcome:
            return cds(self.RULE, manager=Organisation(id="g", **facts))

        assert of(legal_form=LegalForm.COMMUNE) is SATISFIED
        assert of(legal_form=LegalForm.ASSOCIATION) is SATISFIED
        assert of(legal_form=LegalForm.SOCIETE, non_profit=True) is SATISFIED
        assert of(legal_form=LegalForm.SEL, manages_private_health_establishment=True) is SATISFIED
        assert of(legal_form=LegalForm.OTHER, non_profit=True) is SATISFIED
        assert of(kind=OrganisationKind.HOPITAL_PUBLIC) is SATISFIED
        assert cds(self.RULE) is UNDETERMINED

    def test_a_body_of_unknown_form_might_be_a_scic_which_has_a_condition_of_its_own(self) -> None:
        assert cds(self.RULE, manager=Organisation(id="g", non_profit=True)) is UNDETERMINED

    def test_a_region_was_a_local_authority_and_is_no_longer_in_the_list(self) -> None:
        region = managed_by(legal_form=LegalForm.REGION)
        assert cds(self.RULE, date(2022, 2, 22), manager=region) is SATISFIED
        assert cds(self.RULE, date(2022, 2, 23), manager=region) is VIOLATED

    @pytest.mark.parametrize("form", [LegalForm.OTHER, LegalForm.CCAS])
    def test_an_open_form_says_what_to_check(self, form: LegalForm) -> None:
        def reason(on: date) -> str:
            centre = CentreDeSante(id="cds", manager=managed_by(legal_form=form))
            (verdict,) = assess(centre, on=on, law=LAW).of(self.RULE)
            assert verdict.reason is not None
            return str(verdict.reason.fr)

        assert reason(TODAY)
        if form is LegalForm.OTHER:
            assert "collectivité territoriale" in reason(date(2022, 2, 22))
            assert "collectivité territoriale" not in reason(date(2022, 2, 23))

    def test_the_wording_of_the_list_changed_on_23_february_2022(self) -> None:
        before, after = LAW.find(self.RULE, date(2022, 2, 22)), LAW.find(self.RULE, date(2022, 2, 23))
        assert before is not None
        assert after is not None
        assert "collectivité territoriale" in before.title.fr
        assert "collectivité territoriale" not in after.title.fr

    def test_the_head_has_no_conflicting_interest_since_21_may_2023(self) -> None:
        rule = "cds.dirigeants-interets"
        conflicted = managed_by(leaders_have_conflicting_interests=True)
        assert cds(rule, date(2023, 5, 20), manager=conflicted) is NOT_APPLICABLE
        assert cds(rule, date(2023, 5, 21), manager=conflicted) is VIOLATED
        assert cds(rule, manager=managed_by(leaders_have_conflicting_interests=False)) is SATISFIED
        assert cds(rule, manager=managed_by()) is UNDETERMINED
        (described,) = LAW.versions(rule)
        assert "qui vend des prestations à cette structure" in described.title.fr

    def test_profits_are_not_distributed(self) -> None:
        assert cds("cds.benefices", profits_distributed=False) is SATISFIED
        assert cds("cds.benefices", profits_distributed=True) is VIOLATED
        assert cds("cds.benefices") is UNDETERMINED
        assert cds("cds.benefices", date(2018, 3, 1), profits_distributed=True) is NOT_APPLICABLE
        assert cds("cds.benefices", date(2018, 3, 2), profits_distributed=True) is VIOLATED


class TestSalariedProfessionals:
    def test_everybody_is_salaried_since_2018(self) -> None:
        assert cds("cds.salaries", salaried_only=True) is SATISFIED
        assert cds("cds.salaries", salaried_only=False) is VIOLATED
        assert cds("cds.salaries") is UNDETERMINED
        assert cds("cds.salaries", date(2018, 3, 1), salaried_only=False) is NOT_APPLICABLE
        assert cds("cds.salaries", date(2018, 3, 2), salaried_only=False) is VIOLATED

    @pytest.mark.parametrize(
        ("mode", "expected"),
        [
            (Mode.SALARIE, SATISFIED),
            (Mode.BENEVOLE, SATISFIED),
            (Mode.LIBERAL, VIOLATED),
            (Mode.INDIRECT, UNDETERMINED),
            (UNKNOWN, UNDETERMINED),
        ],
    )
    def test_each_member_is_salaried_and_volunteers_may_take_part(self, mode: Any, expected: Outcome) -> None:
        assert cds("cds.membres-salaries", members=(member(infirmier("A. Inventé", mode=mode)),)) is expected

    def test_only_professionals_who_are_members_that_day_are_judged(self) -> None:
        gone = member(infirmier("A. Inventé", mode=Mode.LIBERAL), left_on=TODAY)
        others = (member(Organisation(id="o")), member(Person(id="u")))
        assert cds("cds.membres-salaries", members=(gone, *others)) is NOT_APPLICABLE
        assert cds("cds.membres-salaries") is UNDETERMINED


class TestProjet:
    def test_deals_with_access_to_care(self) -> None:
        assert cds("cds.projet", projet=ProjetDeSante(covers_accessibility=True)) is SATISFIED
        assert cds("cds.projet", projet=ProjetDeSante(covers_accessibility=False)) is VIOLATED
        assert cds("cds.projet", projet=None) is VIOLATED
        assert cds("cds.projet") is UNDETERMINED

    def test_holds_the_operating_rules(self) -> None:
        rule = "cds.reglement-de-fonctionnement"
        assert cds(rule, projet=ProjetDeSante(reglement_de_fonctionnement_annexed=True)) is SATISFIED
        assert cds(rule, projet=ProjetDeSante(reglement_de_fonctionnement_annexed=False)) is VIOLATED
        assert cds(rule, projet=None) is NOT_APPLICABLE
        assert cds(rule) is UNDETERMINED

    def test_is_distinct_from_that_of_the_establishment_that_manages_the_centre(self) -> None:
        rule = "cds.projet-distinct"
        hospital = managed_by(legal_form=LegalForm.ETABLISSEMENT_PUBLIC_DE_SANTE)
        clinic = managed_by(manages_private_health_establishment=True)
        same = ProjetDeSante(distinct_from_hospital_projet=False)
        assert cds(rule, manager=hospital, projet=same) is VIOLATED
        assert cds(rule, manager=clinic, projet=same) is VIOLATED
        assert (
            cds(rule, manager=clinic, projet=ProjetDeSante(distinct_from_hospital_projet=True)) is SATISFIED
        )
        assert cds(rule, manager=managed_by(non_profit=True), projet=same) is NOT_APPLICABLE
        assert cds(rule, projet=None) is NOT_APPLICABLE
        assert cds(rule, projet=same) is UNDETERMINED

    @pytest.mark.parametrize("form", [LegalForm.GCS, LegalForm.OTHER])
    def test_is_distinct_where_the_manager_is_a_public_hospital_by_its_kind(self, form: LegalForm) -> None:
        rule, same = "cds.projet-distinct", ProjetDeSante(distinct_from_hospital_projet=False)
        hospital = managed_by(legal_form=form, kind=OrganisationKind.HOPITAL_PUBLIC)
        assert cds(rule, manager=hospital, projet=same) is VIOLATED
        assert cds(rule, manager=managed_by(legal_form=form), projet=same) is NOT_APPLICABLE
        assert cds(rule, manager=managed_by(legal_form=form, kind=UNKNOWN), projet=same) is UNDETERMINED

    def test_the_kind_of_an_association_is_not_asked(self) -> None:
        association = managed_by(legal_form=LegalForm.ASSOCIATION, kind=UNKNOWN)
        same = ProjetDeSante(distinct_from_hospital_projet=False)
        assert cds("cds.projet-distinct", manager=association, projet=same) is NOT_APPLICABLE


class TestConformityCommitment:
    RULE = "cds.engagement-conformite"
    OPENING = date(2020, 9, 1)

    def new(self, commitment: Any, on: date = TODAY) -> Outcome:
        return cds(self.RULE, on, opened_on=self.OPENING, conformity_commitment_on=commitment)

    def old(self, commitment: Any, on: date) -> Outcome:
        return cds(self.RULE, on, opened_on=date(2018, 3, 1), conformity_commitment_on=commitment)

    def test_is_handed_in_before_opening(self) -> None:
        assert self.new(self.OPENING - DAY) is SATISFIED
        assert self.new(self.OPENING + DAY) is VIOLATED
        assert self.new(None) is VIOLATED
        assert self.new(UNKNOWN) is UNDETERMINED

    def test_on_the_very_day_of_opening_is_open(self) -> None:
        assert self.new(self.OPENING) is UNDETERMINED

    def test_nothing_is_due_before_opening_day(self) -> None:
        assert self.new(None, self.OPENING - DAY) is NOT_APPLICABLE
        assert self.new(None, self.OPENING) is VIOLATED
        assert cds(self.RULE, opened_on=None, conformity_commitment_on=None) is NOT_APPLICABLE

    def test_unknown_opening_leaves_it_open(self) -> None:
        assert cds(self.RULE, conformity_commitment_on=self.OPENING) is UNDETERMINED

    def test_centres_open_before_2_march_2018_had_until_1_march_2019_inclusive(self) -> None:
        assert self.old(None, date(2019, 3, 1)) is NOT_APPLICABLE
        assert self.old(None, date(2019, 3, 2)) is not NOT_APPLICABLE
        assert self.old(date(2019, 3, 1), date(2019, 3, 2)) is SATISFIED
        assert self.old(date(2019, 4, 2), date(2019, 4, 3)) is VIOLATED
        assert self.old(UNKNOWN, date(2019, 4, 3)) is UNDETERMINED

    @pytest.mark.parametrize("handed", [date(2019, 3, 2), date(2019, 4, 1)])
    def test_one_source_gives_older_centres_until_1_april_2019(self, handed: date) -> None:
        assert self.old(handed, date(2019, 4, 3)) is UNDETERMINED
        assert self.old(handed, TODAY) is UNDETERMINED

    def test_nothing_handed_in_while_that_year_may_still_run_is_open(self) -> None:
        assert self.old(None, date(2019, 4, 1)) is UNDETERMINED
        assert self.old(None, date(2019, 4, 2)) is VIOLATED

    def test_late_the_lateness_stays_and_the_receipt_is_what_authorises(self) -> None:
        (rule,) = LAW.versions(self.RULE)
        assert "la remise tardive ne s'efface pas" in rule.remedy.fr
        assert "le récépissé vaut autorisation" in rule.remedy.fr

    def test_a_centre_that_opened_on_2_march_2018_has_no_extra_year(self) -> None:
        facts: dict[str, Any] = {"opened_on": date(2018, 3, 2), "conformity_commitment_on": None}
        assert cds(self.RULE, date(2018, 3, 1), **facts) is NOT_APPLICABLE
        assert cds(self.RULE, date(2018, 3, 2), **facts) is VIOLATED


class TestReceipt:
    RULE = "cds.recepisse"

    def test_opens_the_right_to_care_for_insured_persons_and_is_no_duty(self) -> None:
        facts: dict[str, Any] = {
            "opened_on": date(2020, 9, 1),
            "conformity_receipt_on": TODAY,
            "agrement_activity": False,
        }
        assert cds(self.RULE, TODAY - DAY, **facts) is VIOLATED
        assert cds(self.RULE, TODAY, **facts) is SATISFIED
        assert cds(self.RULE, conformity_receipt_on=None, agrement_activity=False) is VIOLATED
        assert (
            cds(self.RULE, date(2020, 9, 2), opened_on=date(2020, 9, 1), conformity_receipt_on=None)
            is VIOLATED
        )
        assert cds(self.RULE) is UNDETERMINED
        rule = LAW.find(self.RULE)
        assert rule is not None
        assert rule.modality is Modality.PERMISSION
        assert not rule.blocking

    def test_since_21_may_2023_an_agrement_is_itself_an_authorisation_for_those_activities(self) -> None:
        facts: dict[str, Any] = {
            "opened_on": date(2023, 1, 1),
            "conformity_receipt_on": None,
            "agrement_activity": True,
            "agrement_on": date(2023, 5, 21),
        }
        assert cds(self.RULE, date(2023, 5, 20), **facts) is VIOLATED
        assert cds(self.RULE, date(2023, 5, 21), **facts) is UNDETERMINED
        assert cds(self.RULE, **facts | {"agrement_on": None}) is VIOLATED
        assert cds(self.RULE, **facts | {"agrement_on": TODAY + DAY}) is VIOLATED
        assert cds(self.RULE, **facts | {"agrement_on": UNKNOWN}) is UNDETERMINED
        assert cds(self.RULE, **facts | {"conformity_receipt_on": TODAY}) is SATISFIED

    def test_older_centres_were_not_concerned_while_their_year_ran(self) -> None:
        facts: dict[str, Any] = {"opened_on": date(2010, 1, 1), "conformity_receipt_on": None}
        assert cds(self.RULE, date(2019, 3, 1), **facts) is NOT_APPLICABLE
        assert cds(self.RULE, date(2019, 4, 2), **facts) is VIOLATED

    @pytest.mark.parametrize("on", [date(2019, 3, 2), date(2019, 4, 1)])
    def test_while_that_year_may_still_run_the_want_of_a_receipt_is_open(self, on: date) -> None:
        older: dict[str, Any] = {"opened_on": date(2010, 1, 1)}
        newer: dict[str, Any] = {"opened_on": date(2018, 3, 2)}
        assert cds(self.RULE, on, conformity_receipt_on=None, **older) is UNDETERMINED
        assert cds(self.RULE, on, conformity_receipt_on=on, **older) is SATISFIED
        assert cds(self.RULE, on, conformity_receipt_on=None, **newer) is VIOLATED
        assert cds(self.RULE, on, conformity_receipt_on=None) is UNDETERMINED


class TestAgrement:
    RULE = "cds.agrement"

    def dental(self, on: date = TODAY, **facts: Any) -> Outcome:
        told: dict[str, Any] = {
            "agrement_activity": True,
            "agrement_activity_since": date(2023, 5, 20),
            "opened_on": date(2023, 5, 21),
            "agrement_on": None,
            "agrement_filed_on": None,
        }
        return cds(self.RULE, on, **(told | facts))

    def test_concerns_dental_eye_and_orthoptic_activities_alone(self) -> None:
        assert self.dental(agrement_activity=False) is NOT_APPLICABLE
        assert self.dental(agrement_activity=UNKNOWN) is UNDETERMINED

    def test_is_needed_since_21_may_2023(self) -> None:
        assert self.dental(date(2023, 5, 20)) is NOT_APPLICABLE
        assert self.dental(date(2023, 5, 21)) is VIOLATED
        assert self.dental(agrement_on=TODAY) is SATISFIED
        assert self.dental(agrement_on=TODAY + DAY) is VIOLATED
        assert self.dental(agrement_on=UNKNOWN) is UNDETERMINED

    def test_existing_centres_had_until_before_21_november_2023_to_apply(self) -> None:
        existing = date(2023, 5, 20)
        assert self.dental(date(2023, 11, 20), opened_on=existing) is NOT_APPLICABLE
        assert self.dental(date(2023, 11, 21), opened_on=existing) is VIOLATED
        filed_late = {"opened_on": existing, "agrement_filed_on": date(2023, 11, 21)}
        filed_in_time = {"opened_on": existing, "agrement_filed_on": date(2023, 11, 20)}
        assert self.dental(**filed_late) is VIOLATED
        assert self.dental(**filed_in_time) is UNDETERMINED
        assert self.dental(**filed_in_time, agrement_on=TODAY) is SATISFIED

    def test_is_never_due_before_the_centre_is_open(self) -> None:
        assert self.dental(opened_on=TODAY + DAY) is NOT_APPLICABLE
        assert self.dental(opened_on=TODAY) is VIOLATED
        assert self.dental(opened_on=None) is NOT_APPLICABLE
        assert self.dental(opened_on=UNKNOWN) is UNDETERMINED

    def test_the_transition_is_for_activities_begun_before_the_reform(self) -> None:
        existing, summer = date(2020, 1, 1), date(2023, 9, 1)
        filed = {"opened_on": existing, "agrement_filed_on": date(2023, 7, 1)}
        begun = {"agrement_activity_since": date(2023, 5, 21)}
        assert self.dental(summer, opened_on=existing) is NOT_APPLICABLE
        assert self.dental(summer, opened_on=existing, **begun) is VIOLATED
        assert self.dental(summer, opened_on=existing, agrement_activity_since=UNKNOWN) is UNDETERMINED
        assert self.dental(**filed) is UNDETERMINED
        assert self.dental(**filed, **begun) is VIOLATED
        assert self.dental(**filed, agrement_activity_since=UNKNOWN) is UNDETERMINED
        with pytest.raises(BadFact):
            CentreDeSante(id="cds", agrement_activity_since="2023-05-21")  # type: ignore[arg-type]

    def test_a_new_centre_that_applied_has_no_grace(self) -> None:
        assert self.dental(agrement_filed_on=date(2023, 6, 1)) is VIOLATED
