"""All that falls due under a contract, found from its signature and its missions."""

from collections.abc import Callable, Iterator
from datetime import date

import attrs

from cpts_model.engine.dates import Period
from cpts_model.engine.labels import label_of
from cpts_model.engine.observe import Fact
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, OpenQuestion, Unknown, UnknownFact
from cpts_model.facts.contracts import ContractYear, ContratACI
from cpts_model.facts.missions import Mission
from cpts_model.facts.structures import CPTS
from cpts_model.law.aci_cpts.contract import DIALOGUE, DUREE, contract_years, term_of
from cpts_model.law.aci_cpts.missions import (
    DEMARREE,
    DEPLOYEE,
    MONTHS_TO_START,
    deployment_limit,
    start_limit,
)
from cpts_model.life.contract import words
from cpts_model.life.contract.due import Due, DueKind

Limit = Callable[[ContratACI, Mission], date | None]


@attrs.frozen(slots=True)
class Dues:
    """What falls due under one contract, ``signed_on`` being the day that the delays run from."""

    cpts: CPTS
    contract: ContratACI
    signed_on: date | Unknown
    end: date | None | Unknown
    """The first day without the contract, as told."""

    def in_order(self) -> tuple[Due, ...]:
        """Everything, by its last day; what has no known day comes last."""
        found = (*self._of_missions(), *self._dialogues(), *self._ends())
        return tuple(sorted(found, key=_last_day))

    def _of_missions(self) -> Iterator[Due]:
        missions = self.contract.missions
        for mission in MONTHS_TO_START if isinstance(missions, Unknown) else dict.fromkeys(missions):
            if mission in MONTHS_TO_START:
                yield self._start(mission)
                yield self._deployment(mission)

    def _start(self, mission: Mission) -> Due:
        progress = self.contract.progress_of(mission)
        last_day, reason = self._limit(mission, start_limit)
        return Due(
            kind=DueKind.START,
            title=words.start_of(mission),
            last_day=last_day,
            rule=DEMARREE,
            mission=mission,
            done_on=progress if isinstance(progress, Unknown) else progress.started_on,
            reason=reason,
            depends_on=self._untold("missions", "signed_on"),
            cpts=self.cpts,
        )

    def _deployment(self, mission: Mission) -> Due:
        progress = self.contract.progress_of(mission)
        last_day, reason = self._limit(mission, deployment_limit)
        return attrs.evolve(
            self._start(mission),
            kind=DueKind.DEPLOYMENT,
            title=words.deployment_of(mission),
            last_day=last_day,
            rule=DEPLOYEE,
            done_on=progress if isinstance(progress, Unknown) else progress.deployed_on,
            reason=reason,
        )

    def _limit(self, mission: Mission, limit_of: Limit) -> tuple[date | Unknown, Text | None]:
        """The last day that a mission has, or what keeps it from being known."""
        try:
            day = limit_of(self.contract, mission)
        except UnknownFact:
            return UNKNOWN, words.SIGNATURE_UNTOLD
        except OpenQuestion as open_question:
            return UNKNOWN, open_question.reason
        if day is None or isinstance(self.contract.missions, Unknown):
            return UNKNOWN, words.missions_untold(day)
        return day, None

    def _dialogues(self) -> Iterator[Due]:
        if isinstance(self.signed_on, Unknown):
            yield self._dialogue(None)
            return
        for year in contract_years(self.signed_on):
            yield self._dialogue(year)

    def _dialogue(self, year: ContractYear | None) -> Due:
        return Due(
            kind=DueKind.DIALOGUE,
            title=words.dialogue_of(year),
            last_day=UNKNOWN if year is None else year.last_day,
            rule=DIALOGUE,
            year=year,
            done_on=UNKNOWN if year is None else self._held_in(year),
            reason=words.SIGNATURE_UNTOLD if year is None else None,
            depends_on=self._untold("signed_on"),
            cpts=self.cpts,
        )

    def _held_in(self, year: ContractYear) -> date | None | Unknown:
        held = self.contract.dialogues_held_on
        return held if isinstance(held, Unknown) else min((day for day in held if day in year), default=None)

    def _ends(self) -> Iterator[Due]:
        signed_on, end = self.signed_on, self.end
        term = Due(
            kind=DueKind.TERM,
            title=words.TERM,
            last_day=UNKNOWN if isinstance(signed_on, Unknown) else _day_before(term_of(signed_on)),
            rule=DUREE,
            reason=words.SIGNATURE_UNTOLD if isinstance(signed_on, Unknown) else None,
            depends_on=self._untold("signed_on"),
            cpts=self.cpts,
        )
        yield term
        if isinstance(signed_on, date) and isinstance(end, date) and end > signed_on:
            yield attrs.evolve(term, kind=DueKind.END, title=words.END, last_day=_day_before(end))

    def _untold(self, *names: str) -> tuple[Fact, ...]:
        """Which of these facts of the contract nobody has told; the contract itself, where that is."""
        if isinstance(self.cpts.contract, Unknown):
            return (Fact("contract", UNKNOWN, label_of(CPTS, "contract")),)
        return tuple(
            Fact(f"contract.{name}", UNKNOWN, label_of(ContratACI, name))
            for name in names
            if isinstance(getattr(self.contract, name), Unknown)
        )


def _day_before(day: date) -> date:
    last_day = Period(None, day).last_day
    assert last_day is not None
    return last_day


def _last_day(due: Due) -> date:
    return date.max if isinstance(due.last_day, Unknown) else due.last_day
