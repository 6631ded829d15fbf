"""Judging a subject under the law of a day."""

from datetime import date, datetime
from functools import cached_property
from typing import Any

import attrs

from cpts_model.engine.errors import CptsModelError
from cpts_model.engine.judging import Finding, Judge
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Rule
from cpts_model.engine.verdict import Verdict

SATISFIED = Outcome.SATISFIED
VIOLATED = Outcome.VIOLATED
NOT_APPLICABLE = Outcome.NOT_APPLICABLE
UNDETERMINED = Outcome.UNDETERMINED


@attrs.frozen(slots=True, repr=False)
class Assessment:
    """Every verdict on a subject, under the law of a day.

    There is no truth value: say ``.ok`` (nothing is broken), ``.settled`` (nothing is
    open), or both.
    """

    subject: Any
    on: date
    findings: tuple[Finding, ...] = attrs.field(repr=False)
    law: Law = attrs.field(repr=False, eq=False)

    def __repr__(self) -> str:
        kind = type(self.subject).__name__
        name = getattr(self.subject, "id", None) or getattr(self.subject, "name", "")
        said = "ok" if self.ok else "in breach"
        return (
            f"<Assessment of {kind} {name!r} on {self.on}: {said}, {'' if self.settled else 'not '}settled>"
        )

    def __bool__(self) -> bool:
        raise CptsModelError("an assessment is neither true nor false: ask .ok, .settled or both")

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """One verdict for each rule in force, or for each part where a rule has parts."""
        return tuple(
            verdict for finding in self.findings for verdict in finding.verdicts(self.subject, self.on)
        )

    def _with(self, outcome: Outcome) -> tuple[Verdict, ...]:
        return tuple(
            verdict
            for finding in self.findings
            if outcome in finding.outcomes
            for verdict in finding.verdicts(self.subject, self.on)
            if verdict.outcome is outcome
        )

    @property
    def violated(self) -> tuple[Verdict, ...]:
        """The rules not met: breaches, warnings and rights not open."""
        return self._with(VIOLATED)

    @property
    def undetermined(self) -> tuple[Verdict, ...]:
        """What cannot be said, for want of a fact or of a clear text."""
        return self._with(UNDETERMINED)

    @property
    def satisfied(self) -> tuple[Verdict, ...]:
        """The rules met."""
        return self._with(SATISFIED)

    @property
    def not_applicable(self) -> tuple[Verdict, ...]:
        """The rules that do not bind this subject, or this part of it."""
        return self._with(NOT_APPLICABLE)

    @property
    def breaches(self) -> tuple[Verdict, ...]:
        """The violations that break law or regulation."""
        return tuple(verdict for verdict in self.violated if verdict.blocking)

    @property
    def warnings(self) -> tuple[Verdict, ...]:
        """The violations of anything weaker: agreements, doctrine, practice, statutes."""
        return tuple(verdict for verdict in self.violated if verdict.warning)

    @property
    def ok(self) -> bool:
        """Whether no law and no regulation is broken. Says nothing of what is unknown."""
        return not any(finding.rule.blocking and VIOLATED in finding.outcomes for finding in self.findings)

    @property
    def settled(self) -> bool:
        """Whether nothing is left undetermined."""
        return not any(UNDETERMINED in finding.outcomes for finding in self.findings)

    def of(self, rule_id: str) -> tuple[Verdict, ...]:
        """The verdicts of one rule; none when it is not in force or not about the subject.

        Raises:
            UnknownRule: no rule ever had this id.
        """
        self.law.versions(rule_id)
        return tuple(
            verdict
            for finding in self.findings
            if finding.rule.id == rule_id
            for verdict in finding.verdicts(self.subject, self.on)
        )

    def outcome_of(self, rule_id: str) -> Outcome:
        """What became of one rule over all its parts.

        Not applicable when the rule is not in force that day or not about this subject.

        Raises:
            UnknownRule: no rule ever had this id.
        """
        self.law.versions(rule_id)
        return next(
            (finding.outcome for finding in self.findings if finding.rule.id == rule_id), NOT_APPLICABLE
        )


def assess(subject: Any, *, on: date, law: Law) -> Assessment:
    """Judge a subject under the law of a day.

    Raises:
        TypeError: ``on`` is not a plain date.
        RuleFailed: a rule's function raised, or answered neither true nor false.
    """
    if not isinstance(on, date) or isinstance(on, datetime):
        raise TypeError(f"on= takes a datetime.date, not {on!r}")
    judge = Judge(subject, on)
    return Assessment(subject, on, tuple(map(judge.finding, law.about(type(subject), on))), law)


def judge(rule: Rule, subject: Any, on: date) -> Finding:
    """Judge one rule alone, whatever the day it is in force.

    Raises:
        RuleFailed: a function of the rule raised, or answered neither true nor false.
    """
    return Judge(subject, on).finding(rule)
