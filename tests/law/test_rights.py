"""What belonging to a structure opens: one list of structures for each text."""

from datetime import date
from typing import Any

import pytest

from builders import infirmier, member, professional
from cpts_model.engine.assess import assess
from cpts_model.engine.citations import Evidence
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.checks import BadFact
from cpts_model.facts.exercice import Exercice
from cpts_model.facts.modes import Mode
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import CDS, CPTS, ESP, ESS, MSP, SISA
from cpts_model.law import css_d162_34
from cpts_model.law import rights as module
from cpts_model.law.rights import rights

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=(*module.RULES, *css_d162_34.RULES), articles=module.ARTICLES)

IPA = infirmier("I. Inventée", savoir_faire=("SI01",))
NURSE = infirmier("N. Inventé")
MK = professional("K. Inventé", Profession.MASSEUR_KINESITHERAPEUTE, substitute=False)
PHARMACIST = professional("P. Inventée", Profession.PHARMACIEN)


def structure(kind: Any, who: Any, **facts: Any) -> Any:
    return kind(id="x", **({"members": (member(who),)} | facts))


def outcome(rule_id: str, who: Any, where: Any, on: date, **facts: Any) -> Outcome:
    exercice = Exercice(professional=who, structure=where, **facts)
    return assess(exercice, on=on, law=LAW).outcome_of(rule_id)


def test_the_savoir_faire_used_here_is_of_pratique_avancee() -> None:
    assert IPA.is_ipa
    assert not NURSE.is_ipa


def test_where_the_sisa_of_a_maison_de_sante_is_not_told_it_is_what_is_asked_for() -> None:
    exercice = Exercice(professional=IPA, structure=MSP(id="x", members=()))
    (verdict,) = assess(exercice, on=date(2026, 1, 1), law=LAW).of("droit.ipa-acces-direct")
    assert verdict.outcome is UNDETERMINED
    assert {fact.path for fact in verdict.unknown} == {"structure.sisa"}


class TestIPA:
    rule = "droit.ipa-acces-direct"
    day = date(2024, 1, 1)

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [(ESP, SATISFIED), (ESS, SATISFIED), (CDS, SATISFIED), (MSP, SATISFIED), (CPTS, VIOLATED)],
    )
    def test_trap_19_direct_access_in_each_structure_of_the_article_and_not_in_a_cpts(
        self, kind: Any, expected: Outcome
    ) -> None:
        assert outcome(self.rule, IPA, structure(kind, IPA), self.day) is expected

    def test_trap_19_cpts_is_closed_even_when_its_members_are_unknown(self) -> None:
        assert outcome(self.rule, IPA, CPTS(id="x"), self.day) is VIOLATED
        assert outcome(self.rule, IPA, MSP(id="x"), self.day) is UNDETERMINED

    def test_from_21_may_2023(self) -> None:
        where = structure(MSP, IPA)
        assert outcome(self.rule, IPA, where, date(2023, 5, 20)) is NOT_APPLICABLE
        assert outcome(self.rule, IPA, where, date(2023, 5, 21)) is SATISFIED

    def test_only_for_a_member_on_the_day(self) -> None:
        left = MSP(id="x", members=(member(IPA, left_on=date(2023, 12, 31)),), sisa=None)
        assert outcome(self.rule, IPA, left, date(2023, 12, 30)) is SATISFIED
        assert outcome(self.rule, IPA, left, date(2023, 12, 31)) is VIOLATED
        assert outcome(self.rule, IPA, structure(MSP, NURSE, sisa=None), self.day) is VIOLATED

    def test_through_the_sisa_that_carries_the_maison_de_sante(self) -> None:
        def of(sisa: Any, **facts: Any) -> Outcome:
            return outcome(self.rule, IPA, MSP(id="x", sisa=sisa, **({"members": ()} | facts)), self.day)

        assert of(SISA(id="s", members=(member(IPA),), salaried=())) is SATISFIED
        assert of(SISA(id="s", members=(), salaried=(IPA,))) is SATISFIED
        assert of(SISA(id="s", salaried=(IPA,)), members=UNKNOWN) is SATISFIED
        assert of(SISA(id="s", members=(), salaried=())) is VIOLATED
        assert of(SISA(id="s", members=(member(IPA, left_on=date(2020, 1, 1)),), salaried=())) is VIOLATED
        assert of(SISA(id="s", members=())) is UNDETERMINED
        assert of(None) is VIOLATED
        assert of(UNKNOWN) is UNDETERMINED

    def test_only_in_advanced_practice(self) -> None:
        assert outcome(self.rule, NURSE, structure(MSP, NURSE), self.day) is NOT_APPLICABLE
        unsure = infirmier("U. Inventé", savoir_faire=UNKNOWN)
        assert outcome(self.rule, unsure, structure(MSP, unsure), self.day) is UNDETERMINED

    def test_in_a_sisa_that_is_a_maison_de_sante_partners_and_employees_alike(self) -> None:
        def of(**facts: Any) -> Outcome:
            return outcome(self.rule, IPA, SISA(id="x", **facts), self.day)

        assert of(is_maison_de_sante=True, members=(member(IPA),)) is SATISFIED
        assert of(is_maison_de_sante=True, members=(), salaried=(IPA,)) is SATISFIED
        assert of(is_maison_de_sante=True, members=(), salaried=()) is VIOLATED
        assert of(is_maison_de_sante=True, members=()) is UNDETERMINED
        assert of(is_maison_de_sante=False) is VIOLATED
        assert of(members=(member(IPA),)) is UNDETERMINED


class TestMasseurKinesitherapeute:
    rule = "droit.mk-acces-direct"
    in_cpts = "droit.mk-acces-direct-cpts"
    declared = date(2025, 7, 20)
    day = date(2025, 9, 1)

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [(ESP, SATISFIED), (ESS, SATISFIED), (CDS, SATISFIED), (MSP, SATISFIED), (CPTS, VIOLATED)],
    )
    def test_direct_access_in_coordinated_structures_and_not_in_a_cpts(
        self, kind: Any, expected: Outcome
    ) -> None:
        assert outcome(self.rule, MK, structure(kind, MK), self.day) is expected

    def test_direct_access_from_22_august_2023(self) -> None:
        assert outcome(self.rule, MK, structure(MSP, MK), date(2023, 8, 21)) is NOT_APPLICABLE
        assert outcome(self.rule, MK, structure(MSP, MK), date(2023, 8, 22)) is SATISFIED
        assert outcome(self.rule, MK, MSP(id="x"), date(2023, 8, 22)) is UNDETERMINED

    def test_direct_access_is_not_for_others(self) -> None:
        assert outcome(self.rule, NURSE, structure(MSP, NURSE), self.day) is NOT_APPLICABLE

    def of(self, who: Any = MK, on: date = day, **facts: Any) -> Outcome:
        told = {
            "departement": "79",
            "declared_to_ars_on": self.declared,
            "titulaire": True,
            "collaborateur": False,
        }
        return outcome(self.in_cpts, who, structure(CPTS, who), on, **(told | facts))

    def test_experiment_in_a_cpts_of_deux_sevres_and_not_of_gironde(self) -> None:
        assert self.of() is SATISFIED
        assert self.of(departement="33") is VIOLATED
        assert self.of(departement="2b") is SATISFIED
        assert self.of(departement=UNKNOWN) is UNDETERMINED

    def test_experiment_is_for_titulaires_and_collaborateurs_declared_to_the_ars(self) -> None:
        assert self.of(titulaire=False, collaborateur=True) is SATISFIED
        assert self.of(titulaire=False, collaborateur=False) is VIOLATED
        assert self.of(declared_to_ars_on=None) is VIOLATED
        assert self.of(declared_to_ars_on=date(2025, 9, 2)) is VIOLATED
        assert self.of(declared_to_ars_on=self.day) is SATISFIED
        assert self.of(declared_to_ars_on=UNKNOWN) is UNDETERMINED

    def test_experiment_is_closed_to_a_substitute(self) -> None:
        substitute = professional("R. Inventé", Profession.MASSEUR_KINESITHERAPEUTE, substitute=True)
        assert self.of(substitute) is VIOLATED

    def test_experiment_is_for_private_practice(self) -> None:
        salaried = professional(
            "R. Inventé", Profession.MASSEUR_KINESITHERAPEUTE, substitute=False, mode=Mode.SALARIE
        )
        assert self.of(salaried) is VIOLATED
        (rule,) = LAW.versions(self.in_cpts)
        assert rule.note is not None
        assert "territoire" in rule.note.fr

    def test_experiment_asks_for_membership(self) -> None:
        elsewhere = CPTS(id="x", members=())
        assert outcome(self.in_cpts, MK, elsewhere, self.day, departement="79") is VIOLATED

    def test_experiment_lasts_five_years_from_15_july_2025(self) -> None:
        early = {"declared_to_ars_on": date(2025, 7, 1)}
        assert self.of(on=date(2025, 7, 14), **early) is NOT_APPLICABLE
        assert self.of(on=date(2025, 7, 15), **early) is SATISFIED
        assert self.of(on=date(2030, 7, 14)) is SATISFIED
        assert self.of(on=date(2030, 7, 15)) is NOT_APPLICABLE

    def test_experiment_concerns_a_cpts_only(self) -> None:
        assert outcome(self.in_cpts, MK, structure(MSP, MK), self.day, departement="79") is NOT_APPLICABLE
        assert self.of(NURSE) is NOT_APPLICABLE


class TestPharmacienCorrespondant:
    rule = "droit.pharmacien-correspondant"
    day = date(2023, 1, 1)

    def of(self, kind: Any = CPTS, on: date = day, **facts: Any) -> Outcome:
        told = {"titulaire": True, "gerant": False, "same_exercise_as_medecin_traitant": True}
        return outcome(self.rule, PHARMACIST, structure(kind, PHARMACIST), on, **(told | facts))

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [(ESP, SATISFIED), (CPTS, SATISFIED), (CDS, SATISFIED), (MSP, SATISFIED), (ESS, VIOLATED)],
    )
    def test_trap_19_this_list_holds_the_cpts_and_not_the_ess(self, kind: Any, expected: Outcome) -> None:
        assert self.of(kind) is expected

    def test_takes_part_in_the_same_exercise_as_the_medecin_traitant(self) -> None:
        assert self.of(same_exercise_as_medecin_traitant=False) is VIOLATED
        assert self.of(same_exercise_as_medecin_traitant=UNKNOWN) is UNDETERMINED

    def test_is_known_through_secondary_sources(self) -> None:
        (rule,) = LAW.versions(self.rule)
        assert rule.evidence is Evidence.SECONDARY

    def test_is_titulaire_or_gerant(self) -> None:
        assert self.of(titulaire=False, gerant=True) is SATISFIED
        assert self.of(titulaire=False, gerant=False) is VIOLATED

    def test_from_31_may_2021(self) -> None:
        assert self.of(on=date(2021, 5, 30)) is NOT_APPLICABLE
        assert self.of(on=date(2021, 5, 31)) is SATISFIED

    def test_is_a_pharmacist(self) -> None:
        preparateur = professional("Q. Inventé", Profession.PREPARATEUR_EN_PHARMACIE)
        assert outcome(self.rule, preparateur, structure(CPTS, preparateur), self.day) is NOT_APPLICABLE


class TestInfirmier:
    rule = "droit.infirmier-acces-direct"
    day = date(2025, 9, 1)

    def of(self, kind: Any = MSP, on: date = day, authorised: Any = True) -> Outcome:
        return outcome(self.rule, NURSE, structure(kind, NURSE), on, experiment_authorised=authorised)

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [(ESP, SATISFIED), (ESS, SATISFIED), (CDS, SATISFIED), (MSP, SATISFIED), (CPTS, VIOLATED)],
    )
    def test_trap_19_again_the_cpts_is_not_in_the_list(self, kind: Any, expected: Outcome) -> None:
        assert self.of(kind) is expected

    def test_only_where_the_state_has_authorised_the_experiment(self) -> None:
        assert self.of(authorised=False) is VIOLATED
        assert self.of(authorised=UNKNOWN) is UNDETERMINED

    def test_three_years_from_29_june_2025(self) -> None:
        assert self.of(on=date(2025, 6, 28)) is NOT_APPLICABLE
        assert self.of(on=date(2025, 6, 29)) is SATISFIED
        assert self.of(on=date(2028, 6, 28)) is SATISFIED
        assert self.of(on=date(2028, 6, 29)) is NOT_APPLICABLE

    def test_for_nurses_and_an_ipa_is_one(self) -> None:
        assert outcome(self.rule, IPA, structure(MSP, IPA), self.day, experiment_authorised=True) is SATISFIED
        assert outcome(self.rule, MK, structure(MSP, MK), self.day) is NOT_APPLICABLE


class TestRights:
    def test_are_the_verdicts_of_the_exercise_and_of_the_structure(self) -> None:
        where = structure(CPTS, MK)
        found = rights(MK, where, on=date(2025, 9, 1), law=LAW, departement="79")
        exercice = Exercice(professional=MK, structure=where, departement="79")
        assert found[:-1] == assess(exercice, on=date(2025, 9, 1), law=LAW).verdicts
        assert found[-1].rule.id == "pcr.structures-porteuses"
        assert found[-1].outcome is SATISFIED

    def test_are_judged_under_the_library_s_own_law_unless_told_otherwise(self) -> None:
        found = rights(IPA, structure(MSP, IPA), on=date(2024, 1, 1))
        assert isinstance(found, tuple)

    def test_never_block(self) -> None:
        assert not any(rule.blocking for rule in module.RULES)

    def test_say_what_was_read(self) -> None:
        (verdict,) = (
            verdict
            for verdict in rights(IPA, structure(MSP, IPA), on=date(2024, 1, 1), law=LAW)
            if verdict.rule.id == "droit.ipa-acces-direct"
        )
        assert "appartient à la structure ce jour-là" in verdict.explain("fr")

    def test_an_exercise_refuses_a_date_that_is_none(self) -> None:
        with pytest.raises(BadFact):
            Exercice(professional=MK, structure=CPTS(id="x"), declared_to_ars_on="2025-07-20")  # type: ignore[arg-type]
