"""What is due under a contract: each with its last day, its rule, and what is told of it."""

from datetime import date
from enum import Enum

import attrs

from cpts_model.engine.assess import judge
from cpts_model.engine.observe import Fact
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown, UnknownFact
from cpts_model.facts.contracts import ContractYear
from cpts_model.facts.missions import Mission
from cpts_model.facts.structures import CPTS
from cpts_model.law.aci_cpts.contract import contract_of


class DueKind(Enum):
    """What is due, or comes by itself."""

    START = "demarrage"
    DEPLOYMENT = "deploiement"
    DIALOGUE = "dialogue-de-gestion"
    TERM = "terme-conventionnel"
    """The five years of the agreement."""
    END = "fin-du-contrat"
    """The end that the dossier tells, by term or by termination."""

    @property
    def is_effect(self) -> bool:
        """Whether it comes by itself, with nobody to do anything."""
        return self in (DueKind.TERM, DueKind.END)


class DueState(Enum):
    """Where something due stands on a day."""

    MET = "fait"
    NOT_DUE = "non-echu"
    LATE = "en-retard"
    PASSED = "passe"

    @property
    def label(self) -> Text:
        """The state, in words."""
        return _STATES[self]


_STATES = {
    DueState.MET: Text("fait dans le délai", "done in time"),
    DueState.NOT_DUE: Text("pas encore échu, ou le contrat a pris fin avant", "not due yet, or the contract ended before"),
    DueState.LATE: Text("en retard", "late"),
    DueState.PASSED: Text("jour passé", "day past"),
}  # fmt: skip


@attrs.frozen(slots=True, kw_only=True)
class Due:
    """Something to do, or that comes, by a last day, under one rule.

    ``last_day`` is UNKNOWN where ``reason`` says what keeps it from being known: a fact, found in
    ``depends_on``, or a text that is silent.
    """

    kind: DueKind
    title: Text
    last_day: date | Unknown
    rule: Rule = attrs.field(repr=False)
    """The rule that judges it; of an effect, that which gives its day."""
    mission: Mission | None = None
    year: ContractYear | None = None
    done_on: date | None | Unknown = UNKNOWN
    """The day told; ``None`` where it is told that it was not done."""
    reason: Text | None = None
    depends_on: tuple[Fact, ...] = ()
    cpts: CPTS = attrs.field(repr=False)

    @property
    def rule_id(self) -> str:
        """The id of its rule."""
        return self.rule.id

    @property
    def part(self) -> Mission | ContractYear | None:
        """What the rule judges of it, one by one."""
        return self.mission or self.year

    def state_on(self, day: date) -> DueState | Unknown:
        """Where it stands on a day: late exactly where its rule is violated that day.

        UNKNOWN where the last day, whether it was done, or whether the contract still ran is.
        """
        if isinstance(self.last_day, Unknown):
            return UNKNOWN
        if self.kind.is_effect:
            return DueState.PASSED if day > self.last_day else DueState.NOT_DUE
        done = self._done_by(min(day, self.last_day))
        if done is True:
            return DueState.MET
        outcome = self._outcome_on(day)
        if outcome is Outcome.VIOLATED:
            return DueState.LATE
        return UNKNOWN if outcome is Outcome.UNDETERMINED or done is UNKNOWN else DueState.NOT_DUE

    def _done_by(self, day: date) -> bool | Unknown:
        contract = contract_of(self.cpts)
        try:
            if self.year is not None:
                return contract.dialogue_held(self.year.first_day, day)
            assert self.mission is not None
            done_by = contract.started_by if self.kind is DueKind.START else contract.deployed_by
            return done_by(self.mission, day)
        except UnknownFact:
            return UNKNOWN

    def _outcome_on(self, day: date) -> Outcome:
        finding = judge(self.rule, self.cpts, day)
        parts = zip(finding.parts or (), finding.outcomes, strict=False)
        return next((outcome for part, outcome in parts if part == self.part), Outcome.NOT_APPLICABLE)
