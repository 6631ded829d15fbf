"""The dates of the ACI contract of a CPTS: its missions, its dialogues, its anniversaries, its end."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

import attrs

from cpts_model.engine.citations import Evidence
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown, UnknownFact, both
from cpts_model.facts.contracts import ContractYear, ContratACI
from cpts_model.facts.missions import Mission
from cpts_model.facts.structures import CPTS
from cpts_model.law.aci_cpts.article import SENAT_2025
from cpts_model.law.aci_cpts.contract import (
    DIALOGUE,
    DUREE,
    YEARS,
    contract_of,
    contract_year,
    day_of_signature,
    dialogue_was_held,
    term_of,
)
from cpts_model.law.aci_cpts.missions import (
    DEMARREE,
    DEPLOYEE,
    MONTHS_TO_START,
    deployment_limit,
    start_limit,
)
from cpts_model.life.basis import Basis
from cpts_model.life.deadlines.deadline import DeadlineKind
from cpts_model.life.deadlines.delay import Delay, day_before

Limit = Callable[[ContratACI, Mission], date | None]


def _runs(cpts: CPTS, day: date | None) -> bool:
    """Whether there is a contract, and it is not over by a day."""
    return cpts.contract is not None and day is not None and not contract_of(cpts).over_by(day)


# --- Missions: started, then deployed, within months of the signature


def _limit(limit_of: Limit, mission: Mission, cpts: CPTS) -> date | None:
    return None if cpts.contract is None else limit_of(contract_of(cpts), mission)


def _counts_the_mission(limit_of: Limit, mission: Mission, cpts: CPTS) -> bool:
    return cpts.contract is not None and both(
        lambda: mission in contract_of(cpts).missions,
        lambda: _runs(cpts, _limit(limit_of, mission, cpts)),
    )


def _started(mission: Mission, cpts: CPTS) -> bool:
    return contract_of(cpts).started_by(mission, date.max)


def _deployed(mission: Mission, cpts: CPTS) -> bool:
    return contract_of(cpts).deployed_by(mission, date.max)


def _of_missions() -> Iterator[Delay]:
    for mission in MONTHS_TO_START:
        yield Delay(
            key=f"{DEMARREE.id}/{mission.value}",
            rule=DEMARREE.id,
            starts=partial(_limit, start_limit, mission),
            kind=DeadlineKind.OBLIGATION,
            concerns=partial(_counts_the_mission, start_limit, mission),
            done=partial(_started, mission),
            turns=False,
            title=Text(
                f"Dernier jour pour démarrer la mission « {mission.label.fr} ».",
                f"Last day to start the mission “{mission.label.en}”.",
            ),
        )
        yield Delay(
            key=f"{DEPLOYEE.id}/{mission.value}",
            rule=DEPLOYEE.id,
            starts=partial(_limit, deployment_limit, mission),
            kind=DeadlineKind.OBLIGATION,
            concerns=partial(_counts_the_mission, deployment_limit, mission),
            done=partial(_deployed, mission),
            turns=False,
            title=Text(
                f"Dernier jour pour achever le déploiement de la mission « {mission.label.fr} ».",
                f"Last day to complete the deployment of the mission “{mission.label.en}”.",
            ),
        )


# --- Years of the contract, by anniversary of its signature


def _year(number: int, cpts: CPTS) -> ContractYear | None:
    if cpts.contract is None:
        return None
    signed_on = day_of_signature(contract_of(cpts))
    return None if signed_on is None else contract_year(signed_on, number)


def _first_day(number: int, cpts: CPTS) -> date | None:
    year = _year(number, cpts)
    return None if year is None else year.first_day


def _last_day(number: int, cpts: CPTS) -> date | None:
    year = _year(number, cpts)
    return None if year is None else year.last_day


def _runs_through(number: int, cpts: CPTS) -> bool:
    return _runs(cpts, _last_day(number, cpts))


def _runs_into(number: int, cpts: CPTS) -> bool:
    return _runs(cpts, _first_day(number, cpts))


def _dialogue_held(number: int, cpts: CPTS) -> bool:
    """Held in the year, or an open question where one was held in the year after."""
    year = _year(number, cpts)
    return year is not None and dialogue_was_held(year, cpts, date.max)


_PAID_BY_ANNIVERSARY = attrs.evolve(
    Basis.of(DUREE), evidence=Evidence.VERIFIED, checked_on=SENAT_2025.seen_on, source=SENAT_2025.where
)


def _of_years() -> Iterator[Delay]:
    for number in range(1, YEARS + 1):
        yield Delay(
            key=f"{DIALOGUE.id}/{number}",
            rule=DIALOGUE.id,
            starts=partial(_last_day, number),
            kind=DeadlineKind.OBLIGATION,
            concerns=partial(_runs_through, number),
            done=partial(_dialogue_held, number),
            turns=False,
            who=Text(
                "la CPTS, l'agence régionale de santé et l'assurance maladie",
                "the CPTS, the ARS and health insurance",
            ),
            title=Text(
                f"Dernier jour de l'année {number} du contrat pour tenir le dialogue de gestion.",
                f"Last day of year {number} of the contract to hold the dialogue de gestion.",
            ),
            note=DIALOGUE.note,
        )
    for number in range(2, YEARS + 1):
        yield Delay(
            key=f"aci-cpts.anniversaire/{number}",
            rule=DUREE.id,
            basis=_PAID_BY_ANNIVERSARY,
            starts=partial(_first_day, number),
            kind=DeadlineKind.EFFECT,
            concerns=partial(_runs_into, number),
            turns=False,
            title=Text(
                f"Anniversaire du contrat : l'année {number} commence, avec le solde de l'année écoulée et l'avance de la nouvelle.",
                f"Anniversary of the contract: year {number} begins, with the balance of the year past and the advance of the new one.",
            ),
        )


# --- The end: as it is told or, where the contract tells no term, five years from its signature


def _first_day_without(cpts: CPTS) -> date | None:
    if cpts.contract is None:
        return None
    contract = contract_of(cpts)
    signed_on = day_of_signature(contract)
    if signed_on is None:
        return None
    told = [day for day in (contract.ends_on, contract.terminated_on) if isinstance(day, date)]
    return min(told, default=term_of(signed_on))


def _end_is_told(cpts: CPTS) -> bool:
    """Whether there is a contract, and both its written term and its termination are told, be it to be none.

    Raises:
        UnknownFact: one of them is not.
    """
    if cpts.contract is None:
        return False
    contract = contract_of(cpts)
    if isinstance(contract.ends_on, Unknown) or isinstance(contract.terminated_on, Unknown):
        raise UnknownFact
    return True


_END = Delay(
    key="aci-cpts.terme",
    rule=DUREE.id,
    starts=lambda cpts: day_before(_first_day_without(cpts)),
    kind=DeadlineKind.END,
    concerns=_end_is_told,
    title=Text("Dernier jour du contrat.", "Last day of the contract."),
    note=DUREE.note,
)

DELAYS = (*_of_missions(), *_of_years(), _END)
"""In the order of the agreement."""
