"""What a contract grants for an exercise: what such facts can, and cannot, be."""

from datetime import date
from decimal import Decimal

import pytest

from cpts_model import UNKNOWN, BadFact
from cpts_model.facts.envelopes import Envelope
from cpts_model.facts.missions import Mission

DAY = date(2026, 4, 15)


def envelope(mission: Mission | None = Mission.PARCOURS, **told: object) -> Envelope:
    return Envelope(exercise=DAY, mission=mission, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["fixed", "variable_max", "variable_obtained"])
@pytest.mark.parametrize("amount", ["-0.01", "NaN", "Infinity"])
def test_an_amount_is_a_number_of_euros(field: str, amount: str) -> None:
    with pytest.raises(BadFact, match=f"{field}: .* is not an amount of euros"):
        envelope(**{field: Decimal(amount)})


def test_a_float_is_no_amount() -> None:
    with pytest.raises(BadFact, match="fixed"):
        envelope(fixed=45000.5)


def test_no_more_is_obtained_than_the_contract_s_most() -> None:
    assert envelope(variable_max=Decimal(100), variable_obtained=Decimal(100)).variable_obtained == 100
    with pytest.raises(BadFact, match=r"variable_obtained: 100\.01 is more than the contract's most, 100"):
        envelope(variable_max=Decimal(100), variable_obtained=Decimal("100.01"))


def test_nothing_is_obtained_of_a_part_that_the_contract_does_not_have() -> None:
    assert envelope(variable_max=None, variable_obtained=Decimal(0)).variable_max is None
    with pytest.raises(BadFact, match="more than the contract's most, 0"):
        envelope(variable_max=None, variable_obtained=Decimal(1))


def test_what_is_obtained_may_be_told_without_the_most() -> None:
    assert envelope(variable_obtained=Decimal(5)).variable_max is UNKNOWN


def test_is_named_by_its_mission_and_its_exercise() -> None:
    assert envelope().name == "parcours (2026-04-15)"
    assert envelope(None).name == "fonctionnement (2026-04-15)"
