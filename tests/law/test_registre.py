"""What must be so for a list of members not to contradict itself."""

from datetime import date, timedelta
from typing import Any

import pytest

from builders import generaliste, member
from cpts_model import (
    CPTS,
    ESP,
    UNKNOWN,
    Authority,
    Belonging,
    Belongings,
    Departure,
    EndCause,
    Law,
    Outcome,
    assess,
)
from cpts_model.law import registre

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=registre.RULES)
ADA = generaliste("ada")
JUNE = date(2024, 6, 1)
EVE, DAY_AFTER = JUNE - timedelta(days=1), JUNE + timedelta(days=1)
EQUIPE = ESP(id="equipe")


def test_they_warn_and_never_block() -> None:
    """No article says it."""
    assert {rule.authority for rule in LAW} == {Authority.PRACTICE}
    assert not any(rule.blocking for rule in LAW)


class TestOnlyAMemberCanLeave:
    def outcome(
        self, leaves_on: date = JUNE, cause: EndCause = EndCause.RESIGNATION, **facts: Any
    ) -> Outcome:
        departure = Departure(
            structure=CPTS(id="nord"), membership=member(ADA, **facts), leaves_on=leaves_on, cause=cause
        )
        return assess(departure, on=leaves_on, law=LAW).outcome_of("registre.membre-ce-jour")

    def test_from_the_day_one_joined(self) -> None:
        assert self.outcome(EVE, joined_on=JUNE) is VIOLATED
        assert self.outcome(JUNE, joined_on=JUNE) is SATISFIED

    def test_up_to_the_day_one_left(self) -> None:
        assert self.outcome(EVE, left_on=JUNE) is SATISFIED
        assert self.outcome(JUNE, left_on=JUNE) is VIOLATED
        assert self.outcome(JUNE, left_on=DAY_AFTER) is SATISFIED

    @pytest.mark.parametrize("cause", EndCause)
    def test_for_whatever_cause(self, cause: EndCause) -> None:
        assert self.outcome(EVE, cause, joined_on=JUNE) is VIOLATED
        assert self.outcome(JUNE, cause, joined_on=JUNE) is SATISFIED

    def test_a_partner_leaves_too(self) -> None:
        assert self.outcome(partner=True) is SATISFIED

    def test_it_is_open_while_a_day_is_unknown_that_decides(self) -> None:
        assert self.outcome(joined_on=UNKNOWN) is UNDETERMINED
        assert self.outcome(left_on=UNKNOWN) is UNDETERMINED
        assert self.outcome(joined_on=UNKNOWN, left_on=JUNE) is VIOLATED
        assert self.outcome(joined_on=DAY_AFTER, left_on=UNKNOWN) is VIOLATED
        assert self.outcome(joined_on=JUNE, left_on=UNKNOWN) is UNDETERMINED

    def test_a_list_of_members_proves_who_was_one_on_its_day(self) -> None:
        undated: dict[str, Any] = {"joined_on": UNKNOWN, "left_on": UNKNOWN}
        assert self.outcome(JUNE, listed_on=JUNE, **undated) is SATISFIED
        assert self.outcome(JUNE, listed_on=EVE, **undated) is UNDETERMINED
        assert self.outcome(JUNE, listed_on=DAY_AFTER, **undated) is UNDETERMINED


class TestADeathEndsEveryMembership:
    def outcomes(self, *held: dict[str, Any]) -> list[Outcome]:
        memberships = tuple(Belonging(structure=EQUIPE, membership=member(ADA, **facts)) for facts in held)
        belongings = Belongings(id="ada", held=memberships, payments=())
        return [
            verdict.outcome for verdict in assess(belongings, on=JUNE, law=LAW).of("registre.fin-par-deces")
        ]

    DEAD = {"left_on": JUNE, "end_cause": EndCause.DEATH}  # noqa: RUF012

    def test_on_the_day_of_the_death_at_the_latest(self) -> None:
        assert self.outcomes(self.DEAD, {"left_on": JUNE, "end_cause": EndCause.DEATH}) == [SATISFIED] * 2
        assert self.outcomes(self.DEAD, {"left_on": EVE, "end_cause": EndCause.OTHER}) == [SATISFIED] * 2
        assert self.outcomes(self.DEAD, {"left_on": DAY_AFTER, "end_cause": EndCause.OTHER}) == [
            SATISFIED,
            VIOLATED,
        ]
        assert self.outcomes(self.DEAD, {"left_on": None}) == [SATISFIED, VIOLATED]

    def test_two_days_of_death_contradict_each_other(self) -> None:
        later = {"left_on": DAY_AFTER, "end_cause": EndCause.DEATH}
        assert self.outcomes(self.DEAD, later) == [SATISFIED, VIOLATED]

    def test_one_that_never_began_had_no_need_to_end(self) -> None:
        never = {"joined_on": date(2030, 1, 1), "left_on": date(2030, 1, 1), "end_cause": EndCause.OTHER}
        assert self.outcomes(self.DEAD, never) == [SATISFIED] * 2
        began = {"joined_on": date(2030, 1, 1), "left_on": date(2030, 1, 2), "end_cause": EndCause.OTHER}
        assert self.outcomes(self.DEAD, began) == [SATISFIED, VIOLATED]

    def test_without_a_death_there_is_nothing_to_say(self) -> None:
        assert (
            self.outcomes({"left_on": None}, {"left_on": EVE, "end_cause": EndCause.RESIGNATION})
            == [NOT_APPLICABLE] * 2
        )
        assert self.outcomes() == [NOT_APPLICABLE]

    def test_a_cause_of_death_told_of_a_membership_that_runs_is_no_death(self) -> None:
        assert self.outcomes({"left_on": None, "end_cause": EndCause.DEATH}) == [NOT_APPLICABLE]

    def test_it_is_open_while_the_cause_or_a_day_is_unknown(self) -> None:
        assert self.outcomes({"left_on": EVE, "end_cause": UNKNOWN}, {"left_on": None}) == [UNDETERMINED] * 2
        assert self.outcomes(self.DEAD, {"left_on": UNKNOWN, "end_cause": EndCause.OTHER}) == [
            SATISFIED,
            UNDETERMINED,
        ]
        unknown_day = {"left_on": UNKNOWN, "end_cause": EndCause.DEATH}
        assert self.outcomes(unknown_day, {"left_on": None}) == [UNDETERMINED] * 2
