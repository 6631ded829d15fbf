"""Joining an association: consent, refusal, and the seven members of Alsace-Moselle."""

from datetime import date
from typing import Any

import pytest

from builders import infirmier, member, professional
from cpts_model import (
    CDS,
    CPTS,
    ESP,
    ESS,
    MSP,
    SISA,
    UNKNOWN,
    Authority,
    Evidence,
    Law,
    LegalForm,
    Organisation,
    Outcome,
    Person,
    Profession,
    Territory,
    assess,
)
from cpts_model.engine.rule import Modality
from cpts_model.facts.belonging import Candidature
from cpts_model.facts.colleges import Admits, College
from cpts_model.facts.organs import Organ
from cpts_model.facts.statutes import Statutes
from cpts_model.law import loi_1901

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=loi_1901.RULES, articles=loi_1901.ARTICLES)
TODAY = date(2024, 6, 1)
NURSE = infirmier("A. Inventée", practises_in="33063")
CONSENT, REFUSAL = "adhesion.consentement", "association.refus-du-candidat"
SEVEN = "association.alsace-moselle-sept-membres"


def candidature(structure: Any = None, who: Any = NURSE, **facts: Any) -> Candidature:
    told: dict[str, Any] = {"joined_on": TODAY} | facts
    return Candidature(structure=structure or CPTS(id="cpts"), membership=member(who, **told))


def outcome(rule_id: str, subject: Any, on: date = TODAY) -> Outcome:
    return assess(subject, on=on, law=LAW).outcome_of(rule_id)


class TestConsent:
    @pytest.mark.parametrize("kind", [CPTS, ESP, ESS, MSP, CDS, SISA])
    @pytest.mark.parametrize("who", [NURSE, Person(id="p"), Organisation(id="o")])
    def test_nobody_joins_anything_without_it(self, kind: Any, who: Any) -> None:
        assert outcome(CONSENT, candidature(kind(id="x"), who, consented=True)) is SATISFIED
        assert outcome(CONSENT, candidature(kind(id="x"), who, consented=False)) is VIOLATED

    def test_cites_the_law_of_contracts_and_for_whom_it_is_inferred(self) -> None:
        (rule,) = LAW.versions(CONSENT)
        assert [cited.short for cited in (rule.cites, *rule.also_cites)] == [
            "C. civ., art. 1101",
            "loi 1901, art. 1",
            "C. civ., art. 1832",
            "CSP, art. L1434-12",
        ]
        assert rule.evidence is Evidence.DERIVED
        assert rule.note is not None
        assert "la règle leur étend le principe" in rule.note.fr

    def test_is_never_presumed(self) -> None:
        assert outcome(CONSENT, candidature(consented=UNKNOWN)) is UNDETERMINED

    @pytest.mark.parametrize("on", [date(1901, 7, 1), date(2016, 1, 27), date(2023, 6, 15), date(2026, 1, 1)])
    def test_trap_11_no_automatic_attachment_at_any_date(self, on: date) -> None:
        assert outcome(CONSENT, candidature(consented=False), on) is VIOLATED

    def test_is_not_judged_before_the_law_on_associations(self) -> None:
        assert outcome(CONSENT, candidature(consented=False), date(1901, 6, 30)) is NOT_APPLICABLE

    def test_blocks(self) -> None:
        assert not assess(candidature(consented=False), on=TODAY, law=LAW).ok


SILENT: dict[str, Any] = {"admission_by": None, "discretionary_veto": False, "natural_persons_only": False}
SILENT |= {"colleges": None, "minimum_age": None, "charter_required": False}


def association(form: Any = LegalForm.ASSOCIATION, **clauses: Any) -> CPTS:
    statutes = Statutes(**(SILENT | clauses))
    return CPTS(id="cpts", legal_form=form, statutes=statutes, territory=Territory(communes=("33063",)))


def may_refuse(who: Any = NURSE, form: Any = LegalForm.ASSOCIATION, **facts: Any) -> Outcome:
    """Whether an association may refuse somebody; clauses in lower case, facts of the membership prefixed by ``m_``."""
    clauses = {name: value for name, value in facts.items() if not name.startswith("m_")}
    told = {name[2:]: value for name, value in facts.items() if name.startswith("m_")}
    return outcome(REFUSAL, candidature(association(form, **clauses), who, **told))


class TestRefusal:
    def test_of_somebody_who_meets_statutes_that_are_silent_is_unfounded(self) -> None:
        assert may_refuse() is VIOLATED

    @pytest.mark.parametrize("organ", Organ)
    def test_is_open_where_the_statutes_leave_admission_to_an_organ(self, organ: Organ) -> None:
        assert may_refuse(admission_by=organ) is SATISFIED

    def test_without_reasons_is_open_where_the_statutes_say_so(self) -> None:
        assert may_refuse(discretionary_veto=True) is SATISFIED

    def test_is_open_towards_an_organisation_where_only_natural_persons_join(self) -> None:
        assert may_refuse(Organisation(id="o"), natural_persons_only=True) is SATISFIED
        assert may_refuse(Organisation(id="o"), natural_persons_only=False) is VIOLATED
        assert may_refuse(natural_persons_only=True) is VIOLATED

    def test_is_open_towards_whom_no_college_takes(self) -> None:
        doctors = College(name="médecins", admits=(Admits(professions=(Profession.MEDECIN,)),))
        nurses = College(name="auxiliaires", admits=(Admits(professions=(Profession.INFIRMIER,)),))
        assert may_refuse(colleges=(doctors,)) is SATISFIED
        assert may_refuse(colleges=(doctors, nurses)) is VIOLATED

    def test_a_profession_counts_in_a_college_from_its_day(self) -> None:
        health = College(name="santé", admits=(Admits(health_professionals=True),))
        told: dict[str, Any] = SILENT | {"colleges": (health,), "in_force_since": date(2020, 1, 1)}
        asks = candidature(
            CPTS(id="cpts", legal_form=LegalForm.ASSOCIATION, statutes=Statutes(**told)),
            professional("B. Inventée", Profession.ASSISTANT_DE_REGULATION_MEDICALE),
        )
        assert outcome(REFUSAL, asks, date(2023, 5, 20)) is SATISFIED
        assert outcome(REFUSAL, asks, date(2023, 5, 21)) is VIOLATED

    def test_a_college_of_the_territory_looks_at_the_territory_of_the_cpts(self) -> None:
        here = College(name="ici", admits=(Admits(on_territory=True),))
        assert may_refuse(colleges=(here,)) is VIOLATED
        assert may_refuse(infirmier("B. Inventé", practises_in="75113"), colleges=(here,)) is SATISFIED

    def test_a_college_that_asks_for_no_territory_is_judged_without_one(self) -> None:
        nurses = College(name="auxiliaires", admits=(Admits(professions=(Profession.INFIRMIER,)),))
        told: dict[str, Any] = SILENT | {"colleges": (nurses,)}
        for territory in (None, UNKNOWN, Territory()):
            cpts = CPTS(
                id="cpts", legal_form=LegalForm.ASSOCIATION, statutes=Statutes(**told), territory=territory
            )
            assert outcome(REFUSAL, candidature(cpts)) is VIOLATED

    def test_a_college_of_the_territory_of_an_esp_is_an_open_question(self) -> None:
        here = College(name="ici", admits=(Admits(on_territory=True),))
        clauses: dict[str, Any] = SILENT | {"colleges": (here,)}
        statutes = Statutes(**clauses)
        esp = ESP(id="esp", legal_form=LegalForm.ASSOCIATION, statutes=statutes)
        assert outcome(REFUSAL, candidature(esp)) is UNDETERMINED

    def test_is_open_towards_whoever_is_not_of_the_age_asked(self) -> None:
        assert may_refuse(minimum_age=18, m_of_required_age=False) is SATISFIED
        assert may_refuse(minimum_age=18, m_of_required_age=True) is VIOLATED
        assert may_refuse(minimum_age=18, m_of_required_age=UNKNOWN) is UNDETERMINED
        assert may_refuse(minimum_age=0, m_of_required_age=False) is VIOLATED
        assert may_refuse(minimum_age=1, m_of_required_age=False) is SATISFIED
        assert may_refuse(minimum_age=UNKNOWN, m_of_required_age=False) is UNDETERMINED
        assert may_refuse(Organisation(id="o"), minimum_age=18) is VIOLATED

    def test_is_open_towards_whoever_does_not_sign_the_charter(self) -> None:
        assert may_refuse(charter_required=True, m_charter_signed=False) is SATISFIED
        assert may_refuse(charter_required=True, m_charter_signed=True) is VIOLATED

    @pytest.mark.parametrize("clause", SILENT)
    def test_is_open_to_question_while_a_clause_was_not_read(self, clause: str) -> None:
        facts = {"minimum_age": {"m_of_required_age": False}, "charter_required": {"m_charter_signed": False}}
        who = Organisation(id="o") if clause == "natural_persons_only" else NURSE
        assert may_refuse(who, **{clause: UNKNOWN}, **facts.get(clause, {})) is UNDETERMINED

    def test_one_clause_is_enough_whatever_the_others_say(self) -> None:
        assert may_refuse(discretionary_veto=True, admission_by=UNKNOWN, colleges=UNKNOWN) is SATISFIED

    def test_has_no_ground_where_there_are_no_statutes(self) -> None:
        bare = CPTS(id="cpts", legal_form=LegalForm.ASSOCIATION, statutes=None)
        assert outcome(REFUSAL, candidature(bare)) is VIOLATED
        unread = CPTS(id="cpts", legal_form=LegalForm.ASSOCIATION)
        assert outcome(REFUSAL, candidature(unread)) is UNDETERMINED

    def test_is_judged_in_associations_of_the_law_of_1901(self) -> None:
        assert may_refuse(form=LegalForm.SISA) is NOT_APPLICABLE
        assert may_refuse(form=None) is NOT_APPLICABLE
        assert may_refuse(form=UNKNOWN) is UNDETERMINED
        assert may_refuse(form=LegalForm.ASSOCIATION_DROIT_LOCAL) is UNDETERMINED

    def test_since_the_judgment(self) -> None:
        asked = candidature(association())
        assert outcome(REFUSAL, asked, date(2002, 6, 24)) is NOT_APPLICABLE
        assert outcome(REFUSAL, asked, date(2002, 6, 25)) is VIOLATED

    def test_is_a_right_of_the_association_and_never_a_breach_of_the_candidate(self) -> None:
        (rule,) = LAW.versions(REFUSAL)
        assert (rule.modality, rule.authority) == (Modality.PERMISSION, Authority.CASE_LAW)
        assessment = assess(candidature(association()), on=TODAY, law=LAW)
        assert assessment.ok
        assert not assessment.warnings


def seated(
    departement: Any = "67", form: Any = LegalForm.ASSOCIATION_DROIT_LOCAL, kind: Any = CPTS, **facts: Any
) -> Outcome:
    told: dict[str, Any] = {"statutes": Statutes(signatories=7)} | facts
    return outcome(SEVEN, kind(id="x", legal_form=form, seat_departement=departement, **told))


class TestAlsaceMoselle:
    @pytest.mark.parametrize("kind", [CPTS, ESP, ESS, MSP])
    def test_seven_members_sign_the_statutes(self, kind: Any) -> None:
        assert seated(kind=kind) is SATISFIED
        assert seated(kind=kind, statutes=Statutes(signatories=6)) is VIOLATED
        assert seated(kind=kind, statutes=Statutes()) is UNDETERMINED
        assert seated(kind=kind, statutes=UNKNOWN) is UNDETERMINED
        assert seated(kind=kind, statutes=None) is VIOLATED

    @pytest.mark.parametrize(
        ("departement", "local"), [("57", True), ("67", True), ("68", True), ("54", False)]
    )
    def test_the_seat_decides(self, departement: str, local: bool) -> None:
        assert seated(departement) is (SATISFIED if local else NOT_APPLICABLE)
        assert seated(departement, form=LegalForm.ASSOCIATION) is (SATISFIED if local else NOT_APPLICABLE)

    def test_an_unknown_seat_leaves_it_open(self) -> None:
        assert seated(UNKNOWN) is UNDETERMINED

    @pytest.mark.parametrize("form", [LegalForm.SISA, None])
    def test_is_asked_of_associations_only(self, form: Any) -> None:
        assert seated(form=form) is NOT_APPLICABLE

    def test_those_who_signed_the_first_statutes_count_when_later_ones_were_signed_by_fewer(self) -> None:
        first = Statutes(in_force_since=date(2019, 1, 1), signatories=8)
        later = Statutes(in_force_since=date(2022, 1, 1), signatories=1)
        assert seated(statutes=(first, later)) is SATISFIED

    def test_statutes_that_have_not_begun_do_not_count(self) -> None:
        coming = Statutes(in_force_since=date(2024, 6, 2), signatories=8)
        now = Statutes(in_force_since=date(2024, 6, 1), signatories=3)
        assert seated(statutes=(now, coming)) is VIOLATED

    def test_statutes_of_so_early_a_day_that_were_not_told_leave_it_open(self) -> None:
        coming = Statutes(in_force_since=date(2024, 6, 2), signatories=8)
        assert seated(statutes=coming) is UNDETERMINED
        assert seated(statutes=Statutes(signatories=7, in_force_since=TODAY)) is SATISFIED

    def test_opens_registration_and_is_no_breach(self) -> None:
        (rule,) = LAW.versions(SEVEN)
        assert rule.modality is Modality.PERMISSION
        assert not rule.blocking

    def test_since_the_law_that_kept_the_local_code(self) -> None:
        cpts = CPTS(
            id="x", legal_form=LegalForm.ASSOCIATION, seat_departement="67", statutes=Statutes(signatories=6)
        )
        assert outcome(SEVEN, cpts, date(1924, 5, 31)) is NOT_APPLICABLE
        assert outcome(SEVEN, cpts, date(1924, 6, 1)) is VIOLATED
