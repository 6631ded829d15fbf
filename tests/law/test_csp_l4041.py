"""SISA: articles L4041-1 to L4041-7 and R4041-2, version by version."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from builders import generaliste, infirmier, member, professional, specialiste
from cpts_model.engine.assess import assess
from cpts_model.engine.citations import Authority
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.unknown import UNKNOWN, UnknownFact
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.memberships import EndCause
from cpts_model.facts.modes import Mode
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import SISA
from cpts_model.law import csp_l4041
from cpts_model.law.csp_l4041.dissolution import (
    SIX_MONTHS,
    THREE_YEARS,
    delay_is_over,
    delay_on,
    year_by_right_runs,
)
from cpts_model.law.csp_l4041.minimum import days_of_change, minimum_lost_on

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=csp_l4041.RULES, articles=csp_l4041.ARTICLES)
TODAY = date(2024, 6, 1)
DAY = timedelta(days=1)


def sisa(**facts: Any) -> SISA:
    return SISA(id="sisa", **facts)


def partner(who: Any, **facts: Any) -> Any:
    return member(who, **({"associe": True} | facts))


def judged(on: date = TODAY, **facts: Any) -> Any:
    return assess(sisa(**facts), on=on, law=LAW)


def outcome(rule_id: str, on: date = TODAY, **facts: Any) -> Outcome:
    return judged(on, **facts).outcome_of(rule_id)


TWO_DOCTORS = (partner(generaliste("A. Inventée")), partner(specialiste("B. Inventé")))
ENOUGH = (*TWO_DOCTORS, partner(infirmier("C. Inventée")))


class TestPartners:
    def of(self, who: Any, on: date = TODAY) -> Outcome:
        return outcome("sisa.associes-admissibles", on, members=(partner(who),))

    @pytest.mark.parametrize(
        ("profession", "expected"),
        [
            (Profession.MEDECIN, SATISFIED),
            (Profession.CHIRURGIEN_DENTISTE, SATISFIED),
            (Profession.SAGE_FEMME, SATISFIED),
            (Profession.PHARMACIEN, SATISFIED),
            (Profession.INFIRMIER, SATISFIED),
            (Profession.ORTHOPHONISTE, SATISFIED),
            (Profession.BIOLOGISTE_MEDICAL, SATISFIED),  # médecin or pharmacien, admitted both
            (Profession.AIDE_SOIGNANT, VIOLATED),
            (Profession.OSTEOPATHE, VIOLATED),
            (Profession.PSYCHOLOGUE, VIOLATED),
        ],
    )
    def test_practise_a_medical_profession_or_that_of_auxiliaire_or_pharmacist(
        self, profession: Profession, expected: Outcome
    ) -> None:
        assert self.of(professional("P. Inventé", profession)) is expected

    def test_trap_18_a_preparateur_en_pharmacie_is_no_pharmacist(self) -> None:
        assert self.of(professional("P. Inventé", Profession.PREPARATEUR_EN_PHARMACIE)) is VIOLATED

    def test_are_natural_persons(self) -> None:
        assert self.of(Organisation(id="sel", legal_form=LegalForm.SEL)) is VIOLATED
        assert self.of(Person(id="u")) is VIOLATED

    @pytest.mark.parametrize("rule", ["sisa.associes-admissibles", "sisa.associes-exercice"])
    def test_a_natural_person_described_as_an_organisation_must_be_described_as_a_person(
        self, rule: str
    ) -> None:
        def of(form: Any) -> Any:
            (verdict,) = judged(members=(partner(Organisation(id="cabinet", legal_form=form)),)).of(rule)
            return verdict

        assert of(LegalForm.NATURAL_PERSON).outcome is UNDETERMINED
        assert "personne qui exerce" in of(LegalForm.NATURAL_PERSON).reason.fr
        assert of(UNKNOWN).outcome is UNDETERMINED
        assert of(None).outcome is VIOLATED
        assert of(LegalForm.SEL).outcome is VIOLATED

    def test_from_12_august_2011(self) -> None:
        who = professional("P. Inventé", Profession.PSYCHOLOGUE)
        assert self.of(who, date(2011, 8, 11)) is NOT_APPLICABLE
        assert self.of(who, date(2011, 8, 12)) is VIOLATED

    def test_who_is_no_partner_is_not_judged(self) -> None:
        guest = member(professional("P. Inventé", Profession.PSYCHOLOGUE), associe=False)
        gone = partner(professional("Q. Inventé", Profession.PSYCHOLOGUE), left_on=date(2020, 1, 1))
        assert outcome("sisa.associes-admissibles", members=(guest, gone)) is NOT_APPLICABLE

    def test_are_undetermined_while_the_profession_or_the_quality_is_unknown(self) -> None:
        assert self.of(professional("P. Inventé", professions=UNKNOWN)) is UNDETERMINED
        unsure = member(professional("P. Inventé", Profession.PSYCHOLOGUE))
        assert outcome("sisa.associes-admissibles", members=(unsure,)) is UNDETERMINED
        assert outcome("sisa.associes-admissibles") is UNDETERMINED

    def test_partner_of_a_sel_may_be_one_individually(self) -> None:
        def of(*professions: Profession, in_sel: Any = True) -> Outcome:
            who = professional("P. Inventé", *professions, partner_of_scp_or_sel=in_sel)
            return outcome("sisa.associes-de-scp-ou-sel", members=(partner(who),))

        assert of(Profession.MEDECIN) is SATISFIED
        assert of(Profession.PSYCHOLOGUE) is VIOLATED
        assert of(Profession.MEDECIN, in_sel=False) is NOT_APPLICABLE
        assert of(Profession.MEDECIN, in_sel=UNKNOWN) is UNDETERMINED
        no_partner = partner(generaliste("P. Inventé", partner_of_scp_or_sel=True), associe=False)
        assert outcome("sisa.associes-de-scp-ou-sel", members=(no_partner,)) is NOT_APPLICABLE
        sel = Organisation(id="sel", legal_form=LegalForm.SEL)
        assert outcome("sisa.associes-de-scp-ou-sel", members=(partner(sel),)) is NOT_APPLICABLE

    @pytest.mark.parametrize(
        ("form", "expected"),
        [
            (LegalForm.SISA, SATISFIED),
            (LegalForm.ASSOCIATION, VIOLATED),
            (None, VIOLATED),
            (UNKNOWN, UNDETERMINED),
        ],
    )
    def test_the_company_is_a_sisa(self, form: Any, expected: Outcome) -> None:
        assert outcome("sisa.societe", legal_form=form) is expected
        assert outcome("sisa.societe", date(2011, 8, 11), legal_form=form) is NOT_APPLICABLE


class TestPractice:
    def of(self, *professions: Profession, **facts: Any) -> Any:
        told = {"meets_practice_conditions": True, "registered_with_ordre": True} | facts
        who = professional("P. Inventé", *professions, **told)
        assessment = assess(sisa(members=(partner(who),)), on=TODAY, law=LAW)
        return assessment.of("sisa.associes-exercice")[0]

    def test_partners_meet_every_condition_and_are_registered(self) -> None:
        assert self.of(Profession.MEDECIN).outcome is SATISFIED
        assert self.of(Profession.MEDECIN, registered_with_ordre=False).outcome is VIOLATED
        assert self.of(Profession.MEDECIN, registered_with_ordre=UNKNOWN).outcome is UNDETERMINED
        assert self.of(Profession.ORTHOPHONISTE, meets_practice_conditions=False).outcome is VIOLATED
        assert (
            self.of(
                Profession.MEDECIN, meets_practice_conditions=False, registered_with_ordre=UNKNOWN
            ).outcome
            is VIOLATED
        )

    def test_an_orthophoniste_has_no_ordre_to_be_registered_with(self) -> None:
        assert self.of(Profession.ORTHOPHONISTE, registered_with_ordre=False).outcome is SATISFIED
        assert self.of(Profession.ORTHOPHONISTE, registered_with_ordre=UNKNOWN).outcome is SATISFIED
        both = (Profession.ORTHOPHONISTE, Profession.INFIRMIER)
        assert self.of(*both, registered_with_ordre=False).outcome is VIOLATED
        assert self.of(*both, registered_with_ordre=UNKNOWN).outcome is UNDETERMINED
        unlisted = (Profession.ORTHOPHONISTE, Profession.ERGOTHERAPEUTE)
        assert self.of(*unlisted, registered_with_ordre=False).outcome is UNDETERMINED

    def test_a_biologiste_medical_has_an_ordre_whichever_it_is(self) -> None:
        assert self.of(Profession.BIOLOGISTE_MEDICAL, registered_with_ordre=False).outcome is VIOLATED

    def test_a_profession_not_listed_is_an_open_question(self) -> None:
        verdict = self.of(Profession.ERGOTHERAPEUTE, registered_with_ordre=False)
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None

    def test_only_professionals_may_practise(self) -> None:
        assert outcome("sisa.associes-exercice", members=(partner(Person(id="u")),)) is VIOLATED

    def test_formalities_are_spared_unless_employees_give_care(self) -> None:
        rule = "sisa.dispense-de-formalites"
        assert outcome(rule, statutes_allow_employment=False) is SATISFIED
        assert outcome(rule, statutes_allow_employment=True) is VIOLATED
        assert outcome(rule) is UNDETERMINED
        assert outcome(rule, date(2021, 5, 13), statutes_allow_employment=True) is NOT_APPLICABLE
        assert not LAW.versions(rule)[0].blocking


class TestObject:
    @pytest.mark.parametrize(
        ("pools", "joint", "expected"),
        [
            (True, True, SATISFIED),
            (False, False, VIOLATED),
            (True, False, UNDETERMINED),
            (False, True, UNDETERMINED),
            (True, UNKNOWN, UNDETERMINED),
            (False, UNKNOWN, UNDETERMINED),
        ],
    )
    def test_pools_means_and_joint_activities(self, pools: Any, joint: Any, expected: Outcome) -> None:
        assert outcome("sisa.objet", pools_means=pools, joint_activities=joint) is expected

    def test_one_object_alone_is_left_open_by_the_text(self) -> None:
        (verdict,) = judged(pools_means=True, joint_activities=False).of("sisa.objet")
        assert verdict.reason is not None

    def test_care_by_employees_needs_a_maison_de_sante_and_the_statutes(self) -> None:
        rule = "sisa.soins-par-salaries"
        assert outcome(rule, is_maison_de_sante=True, statutes_allow_employment=True) is SATISFIED
        assert outcome(rule, is_maison_de_sante=False) is VIOLATED
        assert outcome(rule, statutes_allow_employment=False) is VIOLATED
        assert outcome(rule, is_maison_de_sante=True) is UNDETERMINED

    def test_care_by_employees_from_14_may_2021(self) -> None:
        rule = "sisa.soins-par-salaries"
        assert outcome(rule, date(2021, 5, 13), is_maison_de_sante=False) is NOT_APPLICABLE
        assert outcome(rule, date(2021, 5, 14), is_maison_de_sante=False) is VIOLATED

    def test_redistribution_goes_to_signatories_of_the_projet(self) -> None:
        rule = "sisa.redistribution"
        told = {"is_maison_de_sante": True, "statutes_allow_redistribution": True}
        assert outcome(rule, **told, pay_recipients_signed_projet=True) is SATISFIED
        assert outcome(rule, **told, pay_recipients_signed_projet=False) is VIOLATED
        assert outcome(rule, **told) is UNDETERMINED
        for lacking in told:
            with_one_less = told | {lacking: False}
            assert outcome(rule, **with_one_less, pay_recipients_signed_projet=True) is VIOLATED

    def test_a_permission_that_is_closed_is_no_breach(self) -> None:
        assert judged(is_maison_de_sante=False).ok


class TestMinimum:
    rule = "sisa.deux-medecins-un-auxiliaire"

    def test_two_medecins_and_one_auxiliaire_on_both_sides_of_the_date(self) -> None:
        assert outcome(self.rule, members=ENOUGH) is SATISFIED
        assert outcome(self.rule, date(2011, 8, 11), members=()) is NOT_APPLICABLE
        assert outcome(self.rule, date(2011, 8, 12), members=()) is VIOLATED

    def test_trap_13_a_specialist_is_a_medecin(self) -> None:
        two = (partner(specialiste("A. Inventée")), partner(specialiste("B. Inventé")))
        assert outcome(self.rule, members=(*two, partner(infirmier("C. Inventée")))) is SATISFIED

    @pytest.mark.parametrize("profession", [Profession.SAGE_FEMME, Profession.CHIRURGIEN_DENTISTE])
    def test_trap_13_a_midwife_or_a_dentist_is_no_medecin(self, profession: Profession) -> None:
        members = (ENOUGH[0], partner(professional("D. Inventée", profession)), ENOUGH[2])
        assert outcome(self.rule, members=members) is VIOLATED

    def test_trap_13_a_pharmacist_does_not_replace_the_auxiliaire(self) -> None:
        pharmacist = partner(professional("D. Inventée", Profession.PHARMACIEN))
        assert outcome(self.rule, members=(*TWO_DOCTORS, pharmacist)) is VIOLATED

    def test_trap_13_partners_only(self) -> None:
        guest = member(infirmier("C. Inventée"), associe=False)
        assert outcome(self.rule, members=(*TWO_DOCTORS, guest)) is VIOLATED
        gone = partner(infirmier("C. Inventée"), left_on=date(2024, 5, 31))
        assert outcome(self.rule, members=(*TWO_DOCTORS, gone)) is VIOLATED
        sel = partner(Organisation(id="sel", legal_form=LegalForm.SEL))
        assert outcome(self.rule, members=(ENOUGH[0], sel, ENOUGH[2])) is VIOLATED

    def test_one_person_of_both_professions_leaves_it_open_until_a_third_counts(self) -> None:
        both = partner(professional("A. Inventée", Profession.MEDECIN, Profession.INFIRMIER))
        two = (both, TWO_DOCTORS[1])
        rule = "sisa.deux-medecins-un-auxiliaire"
        assert outcome(rule, members=two) is UNDETERMINED
        nurse = infirmier("C. Inventée")
        assert outcome(rule, members=(*two, partner(nurse, associe=False))) is UNDETERMINED
        pharmacist = professional("C. Inventée", Profession.PHARMACIEN)
        assert outcome(rule, members=(*two, partner(pharmacist))) is UNDETERMINED
        assert outcome(rule, members=(*two, partner(nurse))) is SATISFIED

    def test_trap_13_employees_do_not_count(self) -> None:
        facts = {"members": TWO_DOCTORS, "salaried": (infirmier("C. Inventée"),)}
        assert outcome(self.rule, **facts) is VIOLATED

    def test_trap_14_falling_below_is_a_breach_and_dissolves_nothing(self) -> None:
        assessment = judged(members=TWO_DOCTORS, below_minimum_since=date(2024, 5, 1))
        assert assessment.outcome_of(self.rule) is VIOLATED
        assert not assessment.ok
        assert assessment.outcome_of("sisa.dissolution") is VIOLATED  # the request is not open yet

    def test_partial_facts_settle_what_they_can(self) -> None:
        unsure = member(infirmier("D. Inventé"))  # partner or not?
        assert outcome(self.rule, members=(*ENOUGH, unsure)) is SATISFIED
        assert outcome(self.rule, members=(*TWO_DOCTORS, unsure)) is UNDETERMINED
        assert outcome(self.rule, members=(ENOUGH[0], unsure)) is VIOLATED
        assert outcome(self.rule) is UNDETERMINED

    def test_one_person_of_both_professions_is_an_open_question(self) -> None:
        both = partner(professional("D. Inventé", Profession.MEDECIN, Profession.MASSEUR_KINESITHERAPEUTE))
        (verdict,) = judged(members=(ENOUGH[0], both)).of(self.rule)
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None
        assert outcome(self.rule, members=(*TWO_DOCTORS, both)) is SATISFIED


class TestDissolution:
    def of(
        self, on: date, since: Any, members: Any = TWO_DOCTORS, salaried: Any = (), **facts: Any
    ) -> Outcome:
        told = {"below_minimum_since": since, "members": members, "salaried": salaried}
        return outcome("sisa.dissolution", on, **told, **({"delay_extended_until": None} | facts))

    def reason(self, on: date, **facts: Any) -> str:
        told = {"members": TWO_DOCTORS, "salaried": (), "delay_extended_until": None} | facts
        (verdict,) = judged(on, **told).of("sisa.dissolution")
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None
        return str(verdict.reason.fr)

    def test_could_be_asked_at_once_until_13_may_2021(self) -> None:
        assert self.of(date(2011, 8, 11), date(2011, 1, 1)) is NOT_APPLICABLE
        assert self.of(date(2015, 3, 1), date(2015, 3, 1)) is SATISFIED
        assert self.of(date(2015, 3, 1), UNKNOWN) is UNDETERMINED
        assert self.of(date(2015, 3, 1), date(2014, 3, 1), members=UNKNOWN) is UNDETERMINED

    def test_could_be_asked_after_six_months_from_14_may_2021(self) -> None:
        since = date(2022, 1, 15)
        assert self.of(date(2022, 7, 15), since) is VIOLATED
        assert self.of(date(2022, 7, 15), since, members=UNKNOWN) is VIOLATED
        assert self.of(date(2022, 7, 16), since) is SATISFIED
        assert self.of(date(2022, 7, 16), UNKNOWN) is UNDETERMINED

    def test_may_be_asked_after_three_years_from_29_december_2023(self) -> None:
        since = date(2023, 12, 29)
        assert self.of(date(2024, 8, 1), since) is VIOLATED
        assert self.of(date(2026, 12, 29), since) is VIOLATED
        assert self.of(date(2026, 12, 30), since) is SATISFIED
        assert self.of(date(2026, 12, 30), UNKNOWN) is UNDETERMINED
        assert self.of(date(2026, 12, 30), since, salaried=UNKNOWN) is UNDETERMINED

    @pytest.mark.parametrize("on", [date(2015, 3, 1), date(2022, 7, 16), date(2026, 12, 30)])
    def test_trap_14_a_company_that_was_cured_is_not_exposed(self, on: date) -> None:
        for since in (None, date(2012, 1, 1), date(2030, 1, 1), UNKNOWN):
            assert self.of(on, since, members=ENOUGH) is VIOLATED

    @pytest.mark.parametrize("on", [date(2015, 3, 1), date(2022, 7, 16), date(2026, 12, 30)])
    def test_being_below_the_minimum_and_never_having_been_is_contradictory(self, on: date) -> None:
        for since in (None, date(2030, 1, 1)):
            assert "contredisent" in self.reason(on, below_minimum_since=since)
            assert self.of(on, since, members=UNKNOWN) is UNDETERMINED

    def test_trap_15_already_below_on_29_december_2023_is_open_unless_the_three_readings_agree(self) -> None:
        since = date(2023, 10, 1)
        assert self.of(date(2024, 4, 1), since) is VIOLATED  # six months are not over: closed in any reading
        assert self.of(date(2024, 4, 2), since) is UNDETERMINED
        assert self.of(date(2026, 10, 2), since) is UNDETERMINED  # three years from the departure
        assert self.of(date(2026, 12, 29), since) is UNDETERMINED
        assert (
            self.of(date(2026, 12, 30), since) is SATISFIED
        )  # three years from the change: open in any reading
        assert "quel délai" in self.reason(date(2026, 10, 2), below_minimum_since=since)

    def test_already_below_on_14_may_2021_is_open_until_six_months_are_over_in_any_reading(self) -> None:
        since = date(2021, 3, 1)
        assert self.of(date(2021, 5, 13), since) is SATISFIED
        assert self.of(date(2021, 5, 14), since) is UNDETERMINED
        assert self.of(date(2021, 9, 2), since) is UNDETERMINED
        assert self.of(date(2021, 11, 14), since) is UNDETERMINED
        assert self.of(date(2021, 11, 15), since) is SATISFIED

    @pytest.mark.parametrize(
        ("since", "over", "still", "after"),
        [
            (date(2022, 1, 15), date(2022, 7, 16), date(2023, 7, 15), date(2023, 7, 16)),
            (date(2024, 1, 15), date(2027, 1, 16), date(2028, 1, 15), date(2028, 1, 16)),
            (date(2023, 10, 1), date(2026, 12, 30), date(2027, 12, 29), date(2027, 12, 30)),
        ],
    )
    def test_one_more_year_by_right_leaves_it_open_while_employees_replace_the_missing(
        self, since: date, over: date, still: date, after: date
    ) -> None:
        nurse = (infirmier("S. Inventé"),)
        for on in (over, still):
            assert self.of(on, since) is SATISFIED
            assert self.of(on, since, salaried=nurse) is UNDETERMINED
            assert self.of(on, since, salaried=UNKNOWN) is UNDETERMINED
            assert "de droit" in self.reason(on, below_minimum_since=since, salaried=nurse)
        assert self.of(after, since, salaried=nurse) is SATISFIED
        assert self.of(after, since, salaried=UNKNOWN) is SATISFIED

    @pytest.mark.parametrize(
        ("since", "over", "until"),
        [
            (date(2022, 1, 15), date(2022, 7, 16), date(2023, 1, 15)),
            (date(2024, 1, 15), date(2027, 1, 16), date(2027, 7, 15)),
        ],
    )
    def test_is_not_open_while_the_court_has_extended_the_delay(
        self, since: date, over: date, until: date
    ) -> None:
        assert self.of(over, since, delay_extended_until=until) is VIOLATED
        assert self.of(until, since, delay_extended_until=until) is VIOLATED
        assert self.of(until + DAY, since, delay_extended_until=until) is SATISFIED
        assert self.of(over, since, delay_extended_until=UNKNOWN) is UNDETERMINED
        # Nobody asks for an extension as long as the delay itself runs.
        assert self.of(over - DAY, since, delay_extended_until=UNKNOWN) is VIOLATED
        # Whatever the employees open by right, what the court has granted is granted.
        nurse = (infirmier("S. Inventé"),)
        assert self.of(over, since, salaried=nurse, delay_extended_until=until) is VIOLATED

    def test_no_extension_by_right_before_14_may_2021(self) -> None:
        assert self.of(date(2015, 3, 1), date(2015, 3, 1), salaried=(infirmier("S. Inventé"),)) is SATISFIED

    @pytest.mark.parametrize(
        ("since", "over", "year_over"),
        [
            (date(2022, 1, 15), date(2022, 7, 16), date(2023, 7, 16)),
            (date(2024, 1, 15), date(2027, 1, 16), date(2028, 1, 16)),
        ],
    )
    def test_the_delay_and_the_year_by_right_are_those_of_the_law_of_the_day(
        self, since: date, over: date, year_over: date
    ) -> None:
        below = sisa(members=TWO_DOCTORS, below_minimum_since=since, salaried=(infirmier("S. Inventé"),))
        assert not delay_is_over(below, over - DAY)
        assert delay_is_over(below, over)
        assert not year_by_right_runs(below, over - DAY)
        assert year_by_right_runs(below, over)
        assert year_by_right_runs(below, year_over - DAY)
        assert not year_by_right_runs(below, year_over)
        assert not year_by_right_runs(attrs.evolve(below, salaried=()), over)

    def test_both_extensions_are_named(self) -> None:
        for on in (date(2022, 1, 1), TODAY):
            rule = LAW.find("sisa.dissolution", on)
            assert rule is not None
            assert rule.note is not None
            assert "six mois au plus, ou un an de droit" in rule.note.fr

    def test_is_asked_by_anyone_interested_and_blocks_nothing(self) -> None:
        assert all(rule.upon is not None and not rule.blocking for rule in LAW.versions("sisa.dissolution"))


class TestTheDayTheMinimumWasLost:
    """Read off the dates of the partners, so that a departure starts the delay by itself."""

    LEFT = date(2024, 2, 29)
    GONE = partner(infirmier("C. Inventée"), left_on=LEFT)
    DIED = partner(infirmier("C. Inventée"), left_on=LEFT, end_cause=EndCause.DEATH)

    def of(self, on: date, *members: Any, **facts: Any) -> Outcome:
        told = {"members": (*TWO_DOCTORS, *members), "salaried": (), "delay_extended_until": None}
        return outcome("sisa.dissolution", on, **(told | facts))

    def lost(self, on: date, *members: Any) -> Any:
        return minimum_lost_on(sisa(members=(*TWO_DOCTORS, *members)), on=on)

    def test_is_that_of_the_departure_or_of_the_death(self) -> None:
        for gone in (self.GONE, self.DIED):
            assert self.lost(date(2024, 2, 28), gone) is None
            assert self.lost(self.LEFT, gone) == self.LEFT
            assert self.lost(date(2030, 1, 1), gone) == self.LEFT

    def test_the_delay_runs_from_it_without_anybody_telling_a_day(self) -> None:
        assert self.of(date(2027, 2, 28), self.GONE) is VIOLATED
        assert self.of(date(2027, 3, 1), self.GONE) is SATISFIED

    def test_is_that_of_the_last_loss_when_the_company_was_cured_between(self) -> None:
        again = partner(infirmier("D. Inventé"), joined_on=date(2024, 9, 1), left_on=date(2025, 1, 1))
        assert self.lost(date(2024, 8, 31), self.GONE, again) == self.LEFT
        assert self.lost(date(2024, 9, 1), self.GONE, again) is None
        assert self.lost(date(2025, 6, 1), self.GONE, again) == date(2025, 1, 1)

    def test_a_departure_that_leaves_enough_partners_counts_for_nothing(self) -> None:
        other = partner(generaliste("E. Inventée"), left_on=date(2024, 6, 1))
        assert self.lost(date(2024, 12, 31), self.GONE, other) == self.LEFT
        assert self.lost(date(2024, 12, 31), partner(infirmier("C. Inventée")), other) is None

    def test_a_company_that_never_met_the_minimum_as_far_as_is_told_is_asked_since_when(self) -> None:
        with pytest.raises(UnknownFact):
            self.lost(TODAY)
        assert self.of(date(2030, 1, 1)) is UNDETERMINED
        assert self.of(date(2030, 1, 1), below_minimum_since=date(2024, 1, 1)) is SATISFIED

    def test_no_minimum_was_lost_before_there_were_any_sisa(self) -> None:
        early = partner(infirmier("C. Inventée"), left_on=date(2011, 8, 12))
        with pytest.raises(UnknownFact):
            self.lost(TODAY, early)
        assert self.lost(TODAY, attrs.evolve(early, left_on=date(2011, 8, 13))) == date(2011, 8, 13)

    def test_is_not_told_by_dates_that_nobody_told(self) -> None:
        vague = partner(infirmier("C. Inventée"), left_on=self.LEFT, joined_on=UNKNOWN)
        assert self.of(date(2030, 1, 1), vague) is UNDETERMINED
        assert self.of(date(2030, 1, 1), vague, below_minimum_since=self.LEFT) is SATISFIED

    def test_a_list_of_members_proves_the_day_before_and_not_the_days_between(self) -> None:
        left = date(2024, 3, 1)
        listed = partner(infirmier("C. Inventée"), left_on=left, joined_on=UNKNOWN, listed_on=left - DAY)
        assert self.lost(TODAY, listed) == left
        earlier = partner(infirmier("C. Inventée"), left_on=UNKNOWN, listed_on=left)
        with pytest.raises(UnknownFact):
            self.lost(TODAY, earlier)

    @pytest.mark.parametrize("told", [date(2024, 1, 1), date(2024, 3, 1), date(2030, 1, 1)])
    def test_another_day_told_contradicts_it(self, told: date) -> None:
        told_so = {"members": (*TWO_DOCTORS, self.GONE), "salaried": (), "delay_extended_until": None}
        (verdict,) = judged(date(2030, 1, 1), below_minimum_since=told, **told_so).of("sisa.dissolution")
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None
        assert "départ lui-même" in verdict.reason.fr

    @pytest.mark.parametrize("told", [None, date(2030, 1, 2), LEFT])
    def test_what_was_told_before_the_departure_does_not(self, told: Any) -> None:
        assert self.of(date(2030, 1, 1), self.GONE, below_minimum_since=told) is SATISFIED


class TestExtension:
    rule = "sisa.prolongation-de-droit"

    def of(self, members: Any, salaried: Any, on: date = TODAY) -> Outcome:
        return outcome(self.rule, on, members=members, salaried=salaried)

    def test_is_by_right_when_employees_replace_the_missing_doctors(self) -> None:
        one_doctor = (ENOUGH[0], ENOUGH[2])
        assert self.of(one_doctor, (specialiste("D. Inventé"),)) is SATISFIED
        assert self.of(one_doctor, ()) is VIOLATED
        assert self.of((ENOUGH[2],), (specialiste("D. Inventé"),)) is VIOLATED
        assert self.of((ENOUGH[2],), (specialiste("D. Inventé"), generaliste("E. Inventée"))) is SATISFIED
        assert self.of(one_doctor, UNKNOWN) is UNDETERMINED

    def test_a_doctor_who_is_a_member_and_no_partner_replaces_nobody(self) -> None:
        stranger = partner(specialiste("B. Inventé"), associe=False)
        nurse = (infirmier("S. Inventé"),)
        assert self.of((TWO_DOCTORS[0], stranger), nurse) is UNDETERMINED
        assert self.of(TWO_DOCTORS, nurse) is SATISFIED

    def test_is_by_right_when_an_employee_replaces_the_missing_auxiliaire(self) -> None:
        assert self.of(TWO_DOCTORS, (infirmier("D. Inventé"),)) is SATISFIED
        assert self.of(TWO_DOCTORS, (specialiste("D. Inventé"),)) is VIOLATED

    def test_a_partner_who_is_also_employed_replaces_nobody(self) -> None:
        one_doctor = (ENOUGH[0], ENOUGH[2])
        same = generaliste("A. Inventée", mode=Mode.SALARIE)
        assert self.of(one_doctor, (same,)) is VIOLATED
        assert self.of(one_doctor, (same, same)) is VIOLATED
        assert self.of(one_doctor, (same, specialiste("D. Inventé"))) is SATISFIED
        former = partner(generaliste("D. Inventé"), left_on=date(2024, 5, 1))
        assert self.of((*one_doctor, former), (generaliste("D. Inventé"),)) is SATISFIED

    def test_when_both_are_missing_and_one_replaced_the_text_is_open(self) -> None:
        assert self.of((ENOUGH[0],), (infirmier("D. Inventé"),)) is UNDETERMINED
        assert self.of((ENOUGH[0],), (specialiste("D. Inventé"),)) is UNDETERMINED
        assert self.of((ENOUGH[0],), ()) is VIOLATED
        assert self.of((ENOUGH[0],), (specialiste("D. Inventé"), infirmier("E. Inventée"))) is SATISFIED

    def test_concerns_only_a_company_below_the_minimum_from_14_may_2021(self) -> None:
        assert self.of(ENOUGH, ()) is NOT_APPLICABLE
        assert self.of(TWO_DOCTORS, (), date(2021, 5, 13)) is NOT_APPLICABLE
        assert self.of(TWO_DOCTORS, (), date(2021, 5, 14)) is VIOLATED

    @pytest.mark.parametrize("on", [date(2012, 1, 1), date(2021, 5, 13), date(2021, 5, 14), TODAY])
    def test_trap_14_cure_until_judgment_keeps_the_court_from_dissolving(self, on: date) -> None:
        assert outcome("sisa.regularisation", on, members=ENOUGH) is SATISFIED
        assert outcome("sisa.regularisation", on, members=TWO_DOCTORS) is VIOLATED
        assert outcome("sisa.regularisation", on) is UNDETERMINED
        assert not any(rule.blocking for rule in LAW.versions("sisa.regularisation"))


class TestEmployees:
    rule = "sisa.salaries-moins-que-associes"

    def of(self, salaried: Any, members: Any = ENOUGH, on: date = TODAY) -> Outcome:
        return outcome(self.rule, on, members=members, salaried=salaried)

    def employees(self, number: int, **facts: Any) -> tuple[Any, ...]:
        return tuple(infirmier(f"S{index}. Inventé", mode=Mode.SALARIE, **facts) for index in range(number))

    def test_trap_16_the_inequality_is_strict(self) -> None:
        assert self.of(self.employees(2)) is SATISFIED
        assert self.of(self.employees(3)) is VIOLATED
        assert self.of(self.employees(4)) is VIOLATED

    def test_trap_16_only_care_of_first_or_second_recours_counts(self) -> None:
        neither = {"practises_premier_recours": False, "practises_second_recours": False}
        second = {"practises_premier_recours": False, "practises_second_recours": True}
        assert self.of(self.employees(3, **neither)) is SATISFIED
        assert self.of(self.employees(3, **second)) is VIOLATED
        no_health_profession = tuple(professional(f"S{i}. Inventé", Profession.PSYCHOLOGUE) for i in range(3))
        assert self.of(no_health_profession) is SATISFIED

    def test_trap_16_only_liberal_partners_count(self) -> None:
        salaried_doctor = partner(generaliste("A. Inventée", mode=Mode.SALARIE))
        members = (salaried_doctor, *ENOUGH[1:])
        assert self.of(self.employees(1), members) is SATISFIED
        assert self.of(self.employees(2), members) is VIOLATED
        assert self.of(self.employees(2), (*members, partner(Person(id="u")))) is VIOLATED
        nobody = partner(infirmier("D. Inventé"), associe=False)
        assert self.of(self.employees(2), (*members, nobody)) is VIOLATED
        psychologist = partner(professional("D. Inventé", Profession.PSYCHOLOGUE))
        assert self.of(self.employees(2), (*members, psychologist)) is VIOLATED
        assert self.of(self.employees(2), (*members, partner(infirmier("D. Inventé")))) is SATISFIED

    def test_settles_on_partial_facts(self) -> None:
        unsure = partner(generaliste("D. Inventé", mode=UNKNOWN))
        assert self.of(self.employees(2), (*ENOUGH, unsure)) is SATISFIED
        assert self.of(self.employees(3), (*ENOUGH, unsure)) is UNDETERMINED
        assert self.of(self.employees(4), (*ENOUGH, unsure)) is VIOLATED
        assert self.of(UNKNOWN) is UNDETERMINED

    def test_from_14_may_2021_and_only_with_employees(self) -> None:
        assert self.of(self.employees(4), on=date(2021, 5, 13)) is NOT_APPLICABLE
        assert self.of(self.employees(4), on=date(2021, 5, 14)) is VIOLATED
        assert self.of(()) is NOT_APPLICABLE


class TestStatutes:
    def test_are_in_writing(self) -> None:
        rule = "sisa.statuts-ecrits"
        assert outcome(rule, statutes_written=True) is SATISFIED
        assert outcome(rule, statutes_written=False) is VIOLATED
        assert outcome(rule) is UNDETERMINED
        assert outcome(rule, date(2011, 8, 11), statutes_written=False) is NOT_APPLICABLE

    @pytest.mark.parametrize(
        ("sent", "expected"),
        [
            (date(2024, 1, 15), SATISFIED),
            (date(2024, 1, 16), VIOLATED),
            (date(2024, 6, 2), VIOLATED),
            (None, VIOLATED),
            (UNKNOWN, UNDETERMINED),
        ],
    )
    def test_are_sent_a_month_before_registration(self, sent: Any, expected: Outcome) -> None:
        facts = {"registered_on": date(2024, 2, 15), "statutes_sent_on": sent}
        assert outcome("sisa.statuts-transmis", **facts) is expected

    def test_sent_late_the_lateness_stays(self) -> None:
        (rule,) = LAW.versions("sisa.statuts-transmis")
        assert "ne s'efface pas" in rule.remedy.fr

    def test_need_not_be_sent_yet_while_the_company_is_not_registered(self) -> None:
        rule = "sisa.statuts-transmis"
        assert outcome(rule, registered_on=None) is NOT_APPLICABLE
        assert outcome(rule, registered_on=date(2024, 6, 2)) is NOT_APPLICABLE
        assert outcome(rule, registered_on=TODAY, statutes_sent_on=None) is VIOLATED
        assert outcome(rule) is UNDETERMINED

    def test_hold_the_mentions_from_26_march_2012(self) -> None:
        rule = "sisa.statuts-mentions"
        assert outcome(rule, date(2012, 3, 25), statutes_have_required_mentions=False) is NOT_APPLICABLE
        assert outcome(rule, date(2012, 3, 26), statutes_have_required_mentions=False) is VIOLATED
        assert outcome(rule, statutes_have_required_mentions=True) is SATISFIED
        assert outcome(rule) is UNDETERMINED
        assert LAW.versions(rule)[0].authority is Authority.REGULATION


def test_an_empty_dossier_breaks_nothing() -> None:
    for on in (date(2000, 1, 1), *LAW.changes):
        assert assess(sisa(), on=on, law=LAW).ok


def test_the_members_of_the_package_are_wired() -> None:
    assert len(LAW.ids) == len({rule.id for rule in csp_l4041.RULES})
    assert all(article.versions[-1].period.end is None for article in csp_l4041.ARTICLES)


def test_six_months_until_28_december_2023_and_three_years_from_the_next_day() -> None:
    assert delay_on(date(2021, 5, 14)) is SIX_MONTHS
    assert delay_on(date(2023, 12, 28)) is SIX_MONTHS
    assert delay_on(date(2023, 12, 29)) is THREE_YEARS


JOINED, LISTED, LEFT_THEN = date(2020, 1, 2), date(2020, 3, 1), date(2020, 5, 3)


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ({"joined_on": JOINED, "left_on": LEFT_THEN}, {JOINED, LEFT_THEN}),
        ({"joined_on": JOINED, "left_on": None}, {JOINED}),
        # A list proves membership on its day, and says nothing of the next one.
        ({"joined_on": UNKNOWN, "left_on": UNKNOWN}, {LISTED, LISTED + DAY}),
        ({"joined_on": UNKNOWN, "left_on": None}, {LISTED, LISTED + DAY}),
        ({"joined_on": UNKNOWN, "left_on": LEFT_THEN}, {LISTED, LISTED + DAY, LEFT_THEN}),
        ({"joined_on": JOINED, "left_on": UNKNOWN}, {JOINED, LISTED, LISTED + DAY}),
        ({"joined_on": JOINED, "left_on": UNKNOWN, "listed_on": UNKNOWN}, {JOINED}),
        ({"joined_on": UNKNOWN, "left_on": UNKNOWN, "listed_on": date.max}, {date.max}),
    ],
    ids=range(8),
)
def test_the_days_from_which_a_partner_counts_otherwise(told: dict[str, Any], days: set[date]) -> None:
    whoever = partner(generaliste("A. Inventée"), **({"listed_on": LISTED} | told))
    assert days_of_change(sisa(members=(whoever,))) - days_of_change(sisa(members=())) == days
