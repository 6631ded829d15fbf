"""ACI contracts: their days, missions, progress and envelopes."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from cpts_model.engine.unknown import Unknown
from cpts_model.facts.contracts import ContractYear, ContratACI, MissionProgress
from cpts_model.facts.envelopes import Envelope
from cpts_model.facts.missions import Mission
from cpts_model.testing.strategies.arguments import checked
from cpts_model.testing.strategies.teller import Plan, Plans, Teller, Told, choice, telling

_MISSIONS = tuple(Mission)
# The three missions that the accord asks of everybody at once, and those of its second avenant.
_SOCLE = (Mission.ACCES_AUX_SOINS, Mission.PARCOURS, Mission.PREVENTION)
_AMOUNTS = tuple(map(Decimal, ("0", "12500", "17500.50", "50000", "60000")))


def _missions(teller: Teller, told: Told) -> tuple[Mission, ...]:
    usual = teller.any_of((None, _SOCLE, (*_SOCLE, Mission.CRISE)))
    return usual or teller.some(_MISSIONS, most=4)


def _progress(teller: Teller, told: Told) -> tuple[MissionProgress, ...]:
    listed = told["missions"] if isinstance(told["missions"], tuple) else _MISSIONS
    started = teller.some(listed, most=4) if listed else ()
    return tuple(teller.make(MissionProgress, mission=mission) for mission in started)


def _ends_on(teller: Teller, told: Told) -> date | None:
    """Five years after the signature, as the accord has it, or another day."""
    signed = told["signed_on"]
    if signed is None or teller.rarely():
        return None
    first = signed if isinstance(signed, date) else None
    if first is None or teller.rarely():
        return teller.day(first)
    return _years_on(first, 5)


def _years_on(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28))


def _envelopes(teller: Teller, told: Told) -> tuple[Envelope, ...]:
    """One for each mission at most, and one for functioning, of years of the contract."""
    signed = told["signed_on"]
    years = [_years_on(signed, number) for number in range(3)] if isinstance(signed, date) else [teller.day()]
    return tuple(
        teller.make(Envelope, mission=mission, exercise=st.sampled_from(years))
        for mission in teller.some((None, *_MISSIONS))
    )


def _obtained(teller: Teller, told: Told) -> Decimal:
    """No more than the contract's most."""
    most = told["variable_max"]
    if isinstance(most, Unknown):
        return teller.any_of(_AMOUNTS)
    return teller.any_of((Decimal(0), (most or Decimal(0)) / 2, most or Decimal(0)))


def _most(teller: Teller, told: Told) -> Decimal | None:
    """No less than what was obtained, where that is asked for."""
    obtained = told.get("variable_obtained")
    return teller.any_of((obtained,) if isinstance(obtained, Decimal) else (None, *_AMOUNTS))


PLANS: Plans = {
    MissionProgress: Plan(chains=(("started_on", "deployed_on"),)),
    Envelope: Plan(
        how={
            "fixed": choice(None, *_AMOUNTS),
            "variable_max": _most,
            "variable_obtained": _obtained,
        }
    ),
    ContractYear: Plan(how={"number": choice(1, 2, 5)}, chains=(("first_day", "last_day"),)),
    ContratACI: Plan(
        how={
            "missions": _missions,
            "progress": _progress,
            "ends_on": _ends_on,
            "population": choice(None, 0, 39_999, 40_000, 80_000, 175_000, 175_001),
            "envelopes": _envelopes,
        },
        chains=(
            ("signed_on", "ends_on"),
            ("signed_on", "terminated_on"),
            ("signed_on", "avenant_2_signed_on"),
            ("agreement_concluded_on", "agreement_in_force_on", "agreement_ends_on"),
            ("agreement_in_force_on", "agreement_replaced_on"),
        ),
        first=("signed_on", "missions"),
    ),
}


def contrats_aci(
    *, on: date | None = None, known: float | None = None, **facts: Any
) -> st.SearchStrategy[ContratACI]:
    """ACI contracts: often of five years, and with the missions that the accord asks of everybody.

    ``on`` is the day around which things happen. ``known`` is the share of facts told, drawn
    when it is not given; any field can be given, as a value or as a strategy.

    Raises:
        BadArgument: a share that is none, or a field that a contract has not.
    """
    given = checked(ContratACI, known, facts)
    return telling(PLANS, known, lambda teller: teller.make(ContratACI, **given), on=on)
