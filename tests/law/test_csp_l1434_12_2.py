"""The convention of a CPTS: article L1434-12-2."""

from datetime import date
from typing import Any

import pytest

from cpts_model import CPTS, UNKNOWN, Law, Mission, Modality, Outcome, ProjetDeSante, assess
from cpts_model.law import csp_l1434_12_2

LAW = Law(rules=csp_l1434_12_2.RULES, articles=csp_l1434_12_2.ARTICLES)
SIGNED = date(2022, 6, 15)
IDS = ["cpts.missions-service-public", "cpts.aides-et-exonerations"]


def outcome(rule_id: str, on: date, **facts: Any) -> Outcome:
    return assess(CPTS(id="cpts", **facts), on=on, law=LAW).outcome_of(rule_id)


@pytest.mark.parametrize("rule_id", IDS)
class TestConvention:
    def test_opens_missions_aid_and_exemptions(self, rule_id: str) -> None:
        assert outcome(rule_id, SIGNED, convention_signed_on=SIGNED) is Outcome.SATISFIED
        assert outcome(rule_id, date(2022, 6, 14), convention_signed_on=SIGNED) is Outcome.VIOLATED
        assert outcome(rule_id, SIGNED, convention_signed_on=None) is Outcome.VIOLATED
        assert outcome(rule_id, SIGNED) is Outcome.UNDETERMINED

    def test_since_14_may_2021(self, rule_id: str) -> None:
        assert outcome(rule_id, date(2021, 5, 13), convention_signed_on=None) is Outcome.NOT_APPLICABLE
        assert outcome(rule_id, date(2021, 5, 14), convention_signed_on=None) is Outcome.VIOLATED

    def test_trap_10_is_distinct_from_validation_and_its_want_breaks_nothing(self, rule_id: str) -> None:
        validated = ProjetDeSante(validated_on=date(2021, 1, 1))
        cpts = CPTS(id="cpts", projet=validated, convention_signed_on=None)
        assessment = assess(cpts, on=SIGNED, law=LAW)
        assert assessment.outcome_of(rule_id) is Outcome.VIOLATED
        assert assessment.ok
        assert not assessment.warnings


class TestSixMissions:
    RULE = "cpts.missions-limitatives"

    def of(self, missions: Any, signed: Any = SIGNED) -> Outcome:
        facts: dict[str, Any] = {"convention_signed_on": signed, "public_service_missions": missions}
        return outcome(self.RULE, SIGNED, **facts)

    def test_another_mission_is_not_open_on_this_ground(self) -> None:
        assert self.of((Mission.CRISE, Mission.PARCOURS)) is Outcome.SATISFIED
        assert self.of((Mission.CRISE, Mission.OTHER)) is Outcome.VIOLATED
        assert self.of(UNKNOWN) is Outcome.UNDETERMINED
        assert self.of(None) is Outcome.NOT_APPLICABLE
        assert self.of((Mission.OTHER,), None) is Outcome.NOT_APPLICABLE

    def test_and_breaks_nothing(self) -> None:
        cpts = CPTS(id="cpts", convention_signed_on=SIGNED, public_service_missions=(Mission.OTHER,))
        assessment = assess(cpts, on=SIGNED, law=LAW)
        assert assessment.ok
        assert not assessment.warnings
        (rule,) = LAW.versions(self.RULE)
        assert rule.modality is Modality.PERMISSION
        assert "n'est pas ouverte à ce titre" in rule.title.fr


def test_the_contract_of_the_national_agreement_is_something_else() -> None:
    (rule,) = LAW.versions("cpts.aides-et-exonerations")
    assert "d'aides spécifiques" in rule.title.fr
    assert rule.note is not None
    assert "L162-14-1" in rule.note.fr
