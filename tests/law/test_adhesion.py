"""Joining a CPTS: free, and as often as one likes."""

from datetime import date, timedelta
from typing import Any

import pytest

from builders import infirmier, member
from cpts_model import (
    CPTS,
    UNKNOWN,
    Law,
    Organisation,
    Outcome,
    Person,
    SecondMembershipGround,
    assess,
)
from cpts_model.law import adhesion

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=adhesion.RULES)
TODAY = date(2024, 6, 1)


def outcome(rule_id: str, on: date = TODAY, who: Any = None, **facts: Any) -> Outcome:
    cpts = CPTS(id="cpts", members=(member(who or infirmier("A. Inventée"), **facts),))
    return assess(cpts, on=on, law=LAW).outcome_of(rule_id)


class TestFreedom:
    @pytest.mark.parametrize("who", [infirmier("A. Inventée"), Person(id="p"), Organisation(id="o")])
    def test_nobody_is_a_member_without_consent(self, who: Any) -> None:
        assert outcome("adhesion.libre", who=who, consented=True) is SATISFIED
        assert outcome("adhesion.libre", who=who, consented=False) is VIOLATED
        assert outcome("adhesion.libre", who=who, consented=UNKNOWN) is UNDETERMINED

    def test_a_cpts_that_nobody_joins_breaks_nothing(self) -> None:
        assessment = assess(CPTS(id="cpts", members=()), on=TODAY, law=LAW)
        assert assessment.ok
        assert assessment.settled

    @pytest.mark.parametrize(
        "turn",
        [date(2019, 7, 27), date(2021, 5, 14), date(2023, 6, 15), date(2023, 12, 29), date(2026, 1, 1)],
    )
    def test_trap_11_no_automatic_attachment_at_any_date(self, turn: date) -> None:
        for on in (turn - timedelta(days=1), turn, turn + timedelta(days=1)):
            assert outcome("adhesion.libre", on, consented=False) is VIOLATED

    def test_since_28_january_2016(self) -> None:
        assert outcome("adhesion.libre", date(2016, 1, 27), consented=False) is NOT_APPLICABLE
        assert outcome("adhesion.libre", date(2016, 1, 28), consented=False) is VIOLATED

    def test_somebody_who_left_or_is_a_partner_only_is_no_member(self) -> None:
        assert outcome("adhesion.libre", consented=False, left_on=TODAY) is NOT_APPLICABLE
        assert outcome("adhesion.libre", consented=False, partner=True) is NOT_APPLICABLE

    def test_the_article_speaks_of_health_professionals_and_the_note_says_why_others_too(self) -> None:
        (rule,) = LAW.versions("adhesion.libre")
        assert rule.note is not None
        assert "adhérer à une association suppose aussi leur accord" in rule.note.fr

    def test_blocks(self) -> None:
        assert all(rule.blocking for rule in LAW.versions("adhesion.libre"))


class TestTwoCpts:
    @pytest.mark.parametrize("ground", SecondMembershipGround)
    def test_trap_12_a_ground_is_a_regional_practice(self, ground: SecondMembershipGround) -> None:
        assert outcome("adhesion.multiple", other_cpts=True, ground=ground) is SATISFIED
        assert outcome("adhesion.multiple", other_cpts=True, ground=None) is VIOLATED
        assert outcome("adhesion.multiple", other_cpts=True, ground=UNKNOWN) is UNDETERMINED
        assert outcome("adhesion.multiple", other_cpts=False, ground=None) is NOT_APPLICABLE
        assert outcome("adhesion.multiple", other_cpts=UNKNOWN, ground=None) is UNDETERMINED
        assert outcome("adhesion.multiple", other_cpts=UNKNOWN, left_on=TODAY) is NOT_APPLICABLE

    def test_trap_12_is_judged_since_the_practice_is_known(self) -> None:
        assert outcome("adhesion.multiple", date(2021, 5, 13), other_cpts=True, ground=None) is NOT_APPLICABLE
        assert outcome("adhesion.multiple", date(2021, 5, 14), other_cpts=True, ground=None) is VIOLATED

    def test_trap_12_no_text_bans_a_second_cpts(self) -> None:
        cpts = CPTS(id="cpts", members=(member(infirmier("A. Inventée"), other_cpts=True, ground=None),))
        assessment = assess(cpts, on=TODAY, law=LAW)
        assert assessment.ok
        (warning,) = assessment.warnings
        assert warning.rule.id == "adhesion.multiple"
        assert "Pays de la Loire" in warning.explain("fr")
