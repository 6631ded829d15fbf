"""Entering somebody in a register: once at a time, and the living only."""

from datetime import date
from typing import Any

import pytest

from builders import LONG_AGO, infirmier, member
from cpts_model import CPTS, MSP, UNKNOWN, Law, Membership, Organisation, Outcome, assess
from cpts_model.facts.belonging import Belonging, Candidature
from cpts_model.facts.memberships import EndCause
from cpts_model.law import inscription

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=inscription.RULES)
JOINS = date(2024, 6, 1)
NURSE = infirmier("A. Inventée")
ONCE, DEAD = "registre.une-seule-adhesion", "registre.personne-decedee"


def had(
    left_on: Any = UNKNOWN, cause: Any = EndCause.RESIGNATION, who: Any = NURSE, **facts: Any
) -> Membership:
    return member(who, left_on=left_on, end_cause=cause, **facts)


def outcome(
    rule_id: str, *earlier: Membership, others: tuple[Membership, ...] = (), who: Any = NURSE, **facts: Any
) -> Outcome:
    told: dict[str, Any] = {"earlier": earlier, "on": JOINS, "joined_on": JOINS} | facts
    candidature = Candidature(
        structure=CPTS(id="cpts"),
        membership=member(who, joined_on=told["joined_on"], left_on=told.get("left_on")),
        earlier=told["earlier"],
        others=tuple(Belonging(structure=MSP(id="msp"), membership=one) for one in others),
    )
    return assess(candidature, on=told["on"], law=LAW).outcome_of(rule_id)


class TestOnceAtATime:
    def test_the_first_entry_stands_alone(self) -> None:
        assert outcome(ONCE) is SATISFIED

    def test_the_explanation_shows_the_days_of_the_entry_that_runs(self) -> None:
        running = had(None, joined_on=date(2020, 9, 15))
        new = member(NURSE, joined_on=JOINS, left_on=None)
        candidature = Candidature(structure=CPTS(id="cpts"), membership=new, earlier=(running,))
        (verdict,) = assess(candidature, on=JOINS, law=LAW).of(ONCE)
        assert verdict.outcome is VIOLATED
        assert "date d'adhésion (earlier[0].joined_on) : 15/09/2020" in verdict.explain("fr")
        assert "(earlier[0].left_on) : néant" in verdict.explain("fr")

    @pytest.mark.parametrize(
        ("left_on", "expected"),
        [
            (date(2024, 5, 31), SATISFIED),
            (date(2024, 6, 1), SATISFIED),
            (date(2024, 6, 2), VIOLATED),
            (None, VIOLATED),
            (UNKNOWN, UNDETERMINED),
        ],
    )
    def test_somebody_who_comes_back_had_left_by_then(self, left_on: Any, expected: Outcome) -> None:
        assert outcome(ONCE, had(left_on)) is expected

    @pytest.mark.parametrize(
        ("left_on", "expected"),
        [
            (date(2023, 12, 31), SATISFIED),
            (date(2024, 1, 1), SATISFIED),
            (date(2024, 1, 2), VIOLATED),
            (None, VIOLATED),
            (UNKNOWN, UNDETERMINED),
        ],
    )
    def test_an_entry_of_the_past_may_be_told_late(self, left_on: Any, expected: Outcome) -> None:
        running = had(None, joined_on=date(2024, 1, 1))
        assert outcome(ONCE, running, joined_on=date(2020, 1, 1), left_on=left_on) is expected

    def test_an_entry_called_off_before_it_began_never_ran(self) -> None:
        assert outcome(ONCE, had(date(2030, 1, 1), joined_on=date(2030, 1, 1))) is SATISFIED
        assert outcome(ONCE, had(date(2030, 1, 2), joined_on=date(2030, 1, 1))) is VIOLATED

    def test_an_entry_that_begins_later_overlaps_too(self) -> None:
        assert outcome(ONCE, had(None, joined_on=date(2025, 1, 1))) is VIOLATED
        assert outcome(ONCE, had(date(2026, 1, 1), joined_on=date(2025, 1, 1))) is VIOLATED

    def test_one_that_overlaps_is_enough_whatever_is_unknown_of_the_others(self) -> None:
        assert outcome(ONCE, had(UNKNOWN), had(None)) is VIOLATED
        assert outcome(ONCE, had(UNKNOWN), had(LONG_AGO)) is UNDETERMINED

    def test_a_partner_ends_that_entry_to_become_a_member(self) -> None:
        assert outcome(ONCE, had(None, partner=True)) is VIOLATED
        assert outcome(ONCE, had(JOINS, partner=True)) is SATISFIED

    def test_a_day_of_joining_or_a_list_of_members_that_is_unknown_leaves_it_open(self) -> None:
        assert outcome(ONCE, had(date(2010, 1, 1)), joined_on=UNKNOWN) is UNDETERMINED
        assert outcome(ONCE, had(None), joined_on=UNKNOWN) is VIOLATED
        assert outcome(ONCE, earlier=UNKNOWN) is UNDETERMINED

    def test_belonging_elsewhere_is_no_overlap(self) -> None:
        assert outcome(ONCE, others=(had(None),)) is SATISFIED


class TestTheLiving:
    def test_nobody_joins_after_their_death(self) -> None:
        assert outcome(DEAD, had(LONG_AGO, EndCause.DEATH)) is VIOLATED
        assert outcome(DEAD, others=(had(LONG_AGO, EndCause.DEATH),)) is VIOLATED

    def test_both_sides_of_the_day(self) -> None:
        died = had(date(2024, 6, 1), EndCause.DEATH)
        assert outcome(DEAD, died, on=date(2024, 5, 31)) is SATISFIED
        assert outcome(DEAD, died, on=date(2024, 6, 1)) is VIOLATED

    @pytest.mark.parametrize("cause", [cause for cause in EndCause if cause is not EndCause.DEATH])
    def test_another_cause_says_nothing_of_the_kind(self, cause: EndCause) -> None:
        assert outcome(DEAD, had(LONG_AGO, cause)) is SATISFIED

    def test_a_membership_that_ended_one_knows_not_why_leaves_it_open(self) -> None:
        assert outcome(DEAD, had(LONG_AGO, UNKNOWN)) is UNDETERMINED
        assert outcome(DEAD, had(LONG_AGO, None)) is SATISFIED
        assert outcome(DEAD, had(None, UNKNOWN)) is SATISFIED
        assert outcome(DEAD, had(UNKNOWN, EndCause.DEATH)) is UNDETERMINED

    def test_a_death_told_elsewhere_is_enough_when_the_members_here_are_unknown(self) -> None:
        assert outcome(DEAD, earlier=UNKNOWN, others=(had(LONG_AGO, EndCause.DEATH),)) is VIOLATED
        assert outcome(DEAD, earlier=UNKNOWN) is UNDETERMINED

    def test_an_organisation_does_not_die(self) -> None:
        hospital = Organisation(id="o")
        assert outcome(DEAD, had(LONG_AGO, EndCause.DEATH, hospital), who=hospital) is NOT_APPLICABLE


def test_both_are_practice_and_block_nothing() -> None:
    assert {rule.id for rule in LAW} == {ONCE, DEAD}
    assert not any(rule.blocking for rule in LAW)
