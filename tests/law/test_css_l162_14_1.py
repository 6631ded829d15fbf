"""The frame of every ACI: code de la sécurité sociale, L162-14-1, II, and L162-15-2."""

from datetime import date
from typing import Any

import pytest

from cpts_model.engine.assess import assess
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.contracts import ContratACI
from cpts_model.facts.structures import CDS, CPTS, ESP, ESS, MSP, SISA
from cpts_model.law import css_l162_14_1 as code

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=code.RULES, articles=code.ARTICLES)
TODAY = date(2025, 1, 15)


def outcome(rule_id: str, on: date = TODAY, **contract: Any) -> Outcome:
    told = {"signed_on": date(2024, 1, 15), "ends_on": None, "terminated_on": None} | contract
    return assess(CPTS(id="cpts", contract=ContratACI(**told)), on=on, law=LAW).outcome_of(rule_id)


class TestEligibleStructures:
    rule = "aci.structures-eligibles"

    @pytest.mark.parametrize(
        ("structure", "expected"),
        [
            (CPTS(id="x"), SATISFIED),
            (ESP(id="x"), SATISFIED),
            (MSP(id="x"), SATISFIED),
            (CDS(id="x"), SATISFIED),
            (ESS(id="x"), VIOLATED),
            (SISA(id="x", is_maison_de_sante=True), SATISFIED),
            (SISA(id="x", is_maison_de_sante=False), VIOLATED),
            (SISA(id="x"), UNDETERMINED),
        ],
    )
    def test_trap_19_the_article_names_cpts_esp_msp_cds_and_not_the_ess(
        self, structure: Any, expected: Outcome
    ) -> None:
        assessment = assess(structure, on=TODAY, law=LAW)
        assert assessment.outcome_of(self.rule) is expected
        assert assessment.ok
        (verdict,) = assessment.of(self.rule)
        assert verdict.facts

    def test_the_remedy_speaks_of_a_sisa_that_is_no_maison_de_sante(self) -> None:
        (rule,) = LAW.versions(self.rule)
        assert "SISA" in rule.remedy.fr

    def test_wording_read_from_28_december_2023(self) -> None:
        assert assess(ESS(id="x"), on=date(2023, 12, 27), law=LAW).outcome_of(self.rule) is NOT_APPLICABLE
        assert assess(ESS(id="x"), on=date(2023, 12, 28), law=LAW).outcome_of(self.rule) is VIOLATED


class TestContract:
    rule = "aci.conclu-conjointement"

    def test_is_concluded_jointly_by_the_ars_and_the_insurance_body(self) -> None:
        assert outcome(self.rule, signed_by_ars=True, signed_by_assurance_maladie=True) is SATISFIED
        assert outcome(self.rule, signed_by_ars=False) is VIOLATED
        assert outcome(self.rule, signed_by_assurance_maladie=False) is VIOLATED
        assert outcome(self.rule, signed_by_ars=True) is UNDETERMINED

    def test_conforms_to_a_contrat_type(self) -> None:
        assert outcome("aci.contrat-type", conforms_to_contrat_type=True) is SATISFIED
        assert outcome("aci.contrat-type", conforms_to_contrat_type=False) is VIOLATED
        assert outcome("aci.contrat-type") is UNDETERMINED

    @pytest.mark.parametrize(
        ("rule", "fact"),
        [("aci.conclu-conjointement", "signed_by_ars"), ("aci.contrat-type", "conforms_to_contrat_type")],
    )
    def test_binds_while_the_contract_runs_and_in_the_wording_of_the_day_of_signature(
        self, rule: str, fact: str
    ) -> None:
        told = {fact: False, "signed_on": date(2023, 12, 28)}
        assert outcome(rule, **told) is VIOLATED
        assert outcome(rule, **told, ends_on=date(2025, 1, 16)) is VIOLATED
        assert outcome(rule, **told, ends_on=TODAY) is NOT_APPLICABLE
        assert outcome(rule, **told, ends_on=UNKNOWN) is UNDETERMINED
        assert outcome(rule, **told, terminated_on=TODAY) is NOT_APPLICABLE
        assert outcome(rule, **told, terminated_on=UNKNOWN) is UNDETERMINED
        earlier = CPTS(
            id="x", contract=ContratACI(signed_on=date(2023, 12, 27), ends_on=None, terminated_on=None)
        )
        (verdict,) = assess(earlier, on=TODAY, law=LAW).of(rule)
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None
        assert "rédaction du jour de la signature non lue" in verdict.reason.fr

    @pytest.mark.parametrize("signed_on", [None, date(2025, 1, 16)])
    @pytest.mark.parametrize("rule", [rule for rule in LAW.ids if rule != "aci.structures-eligibles"])
    def test_nothing_is_asked_before_it_is_signed(self, rule: str, signed_on: Any) -> None:
        assert outcome(rule, signed_on=signed_on) is NOT_APPLICABLE

    @pytest.mark.parametrize("rule", [rule for rule in LAW.ids if rule != "aci.structures-eligibles"])
    def test_it_is_asked_from_the_day_of_its_signature(self, rule: str) -> None:
        assert outcome(rule, signed_on=TODAY) is UNDETERMINED

    @pytest.mark.parametrize("rule", [rule for rule in LAW.ids if rule != "aci.structures-eligibles"])
    def test_nothing_is_asked_without_one(self, rule: str) -> None:
        assert assess(CPTS(id="x", contract=None), on=TODAY, law=LAW).outcome_of(rule) is NOT_APPLICABLE
        assert assess(MSP(id="x"), on=TODAY, law=LAW).outcome_of(rule) is UNDETERMINED


class TestAgreement:
    @pytest.mark.parametrize(
        ("concluded", "in_force", "ends", "expected"),
        [
            (date(2019, 6, 20), UNKNOWN, date(2024, 6, 20), SATISFIED),
            (date(2019, 6, 20), UNKNOWN, date(2024, 6, 21), UNDETERMINED),
            (date(2019, 6, 20), date(2019, 8, 25), date(2024, 8, 25), SATISFIED),
            (date(2019, 6, 20), date(2019, 8, 25), date(2024, 8, 26), VIOLATED),
            (date(2019, 6, 20), date(2019, 8, 25), date(2018, 8, 26), VIOLATED),
            (date(2019, 6, 20), date(2019, 8, 25), None, VIOLATED),
            (date(2019, 6, 20), date(2019, 6, 20), date(2019, 6, 20), SATISFIED),
            (UNKNOWN, UNKNOWN, date(2024, 6, 20), UNDETERMINED),
            (date(2019, 6, 20), UNKNOWN, UNKNOWN, UNDETERMINED),
        ],
    )
    def test_lasts_five_years_at_most(
        self, concluded: Any, in_force: Any, ends: Any, expected: Outcome
    ) -> None:
        facts = {
            "agreement_concluded_on": concluded,
            "agreement_in_force_on": in_force,
            "agreement_ends_on": ends,
        }
        assert outcome("aci.duree-accord", **facts) is expected

    def test_its_duration_is_no_duty_of_the_structure(self) -> None:
        assert not any(rule.blocking for rule in LAW.versions("aci.duree-accord"))

    def test_that_has_expired_keeps_its_effects_until_it_is_replaced(self) -> None:
        rule, expired = "aci.effets-maintenus", {"agreement_ends_on": date(2024, 8, 25)}
        assert outcome(rule, **expired, agreement_replaced_on=None) is SATISFIED
        assert outcome(rule, **expired, agreement_replaced_on=date(2025, 1, 16)) is SATISFIED
        assert outcome(rule, **expired, agreement_replaced_on=TODAY) is VIOLATED
        assert outcome(rule, **expired) is UNDETERMINED
        assert outcome(rule, agreement_ends_on=TODAY, agreement_replaced_on=None) is SATISFIED

    def test_that_runs_needs_no_such_effect(self) -> None:
        rule = "aci.effets-maintenus"
        assert outcome(rule, agreement_ends_on=date(2025, 1, 16)) is NOT_APPLICABLE
        assert outcome(rule, agreement_ends_on=None) is NOT_APPLICABLE
        assert outcome(rule) is UNDETERMINED


def test_every_version_of_the_article_since_2006_is_declared() -> None:
    l162_14_1 = code.L162_14_1
    assert l162_14_1.at(date(2019, 7, 27)).text_known is False  # type: ignore[union-attr]
    assert l162_14_1.at(date(2023, 12, 27)).text_known is False  # type: ignore[union-attr]
    assert l162_14_1.at(date(2023, 12, 28)).text_known is True  # type: ignore[union-attr]
