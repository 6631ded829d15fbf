"""What is told of a contract: how far its missions have come, and which days a year of it holds."""

from datetime import date, timedelta
from typing import Any

import pytest

from cpts_model.facts.contracts import ContractYear, MissionProgress
from cpts_model.facts.missions import Mission

DAY = date(2024, 3, 1)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("started", "deployed", "on", "by"),
    [
        (DAY, DAY, BEFORE, False),
        (DAY, DAY, DAY, True),
        (BEFORE, DAY, BEFORE, False),
        (BEFORE, DAY, DAY, True),
        (BEFORE, None, DAY, False),
        (None, None, DAY, False),
    ],
)
def test_a_mission_is_deployed_from_its_day_on(started: Any, deployed: Any, on: date, by: bool) -> None:
    told = MissionProgress(mission=Mission.CRISE, started_on=started, deployed_on=deployed)
    assert told.deployed_by(on) is by


def test_a_year_of_the_contract_holds_both_its_first_and_its_last_day() -> None:
    year = ContractYear(number=2, first_day=date(2023, 3, 1), last_day=date(2024, 2, 29))
    held = [day in year for day in (date(2023, 2, 28), date(2023, 3, 1), date(2024, 2, 29), date(2024, 3, 1))]
    assert held == [False, True, True, False]
