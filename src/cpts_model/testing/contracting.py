"""ACI contracts told for a case: as the law asks, save what is told otherwise."""

from datetime import date
from typing import Any

import attrs
from hypothesis.strategies import DrawFn

from cpts_model.facts.contracts import ContratACI
from cpts_model.testing.case import Build
from cpts_model.testing.days import days_after, days_before
from cpts_model.testing.telling import drawn, either, telling

RUNS: dict[str, Any] = {"ends_on": None, "terminated_on": None}
AS_THE_LAW_ASKS: dict[str, Any] = {
    "signed_by_ars": True,
    "signed_by_assurance_maladie": True,
    "conforms_to_contrat_type": True,
}


def contract(**facts: Any) -> Build:
    """A contract that breaks nothing, save what is told otherwise, in the place of any other."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        told = {name: drawn(value, draw, on) for name, value in (AS_THE_LAW_ASKS | RUNS | facts).items()}
        return attrs.evolve(base, contract=ContratACI(**told))

    return build


def that_day(on: date) -> date:
    """The day itself."""
    return on


NO_CONTRACT = either(telling(contract=None), contract(signed_on=None), contract(signed_on=days_after))
NONE_THAT_RUNS = either(
    NO_CONTRACT,
    contract(signed_on=days_before, ends_on=that_day),
    contract(signed_on=days_before, terminated_on=that_day),
)
