"""Judging a subject under the law of a day."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import cached_property
from typing import Any

import attrs

from cpts_model.engine.errors import CptsModelError, RuleFailed
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Condition, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, NotSettled, OpenQuestion
from cpts_model.engine.verdict import Verdict

SATISFIED = Outcome.SATISFIED
VIOLATED = Outcome.VIOLATED
NOT_APPLICABLE = Outcome.NOT_APPLICABLE
UNDETERMINED = Outcome.UNDETERMINED


@attrs.frozen(slots=True)
class Finding:
    """What came of one rule: an outcome a part, and nothing else until somebody asks.

    ``parts`` is ``None`` when the rule was judged on the subject as a whole.
    """

    rule: Rule
    parts: tuple[Any, ...] | None
    outcomes: tuple[Outcome, ...]
    reasons: tuple[tuple[int, Text], ...] = ()
    """Why, for the parts on which the texts themselves leave the question open."""

    @property
    def outcome(self) -> Outcome:
        """The outcome of the rule over all its parts."""
        return Outcome.of_all(self.outcomes)

    def verdicts(self, subject: Any, on: date) -> Iterator[Verdict]:
        """The verdicts that this finding stands for."""
        reasons = dict(self.reasons)
        for index, outcome in enumerate(self.outcomes):
            part = None if self.parts is None else self.parts[index]
            place = None if self.parts is None else index
            yield Verdict(
                rule=self.rule, outcome=outcome, part=part, index=place, subject=subject, on=on,
                reason=reasons.get(index),
            )  # fmt: skip


@attrs.frozen(slots=True)
class Assessment:
    """Every verdict on a subject, under the law of a day.

    There is no truth value: say ``.ok`` (nothing is broken), ``.settled`` (nothing is
    open), or both.
    """

    subject: Any
    on: date
    findings: tuple[Finding, ...] = attrs.field(repr=False)
    law: Law = attrs.field(repr=False, eq=False)

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
    return Assessment(
        subject, on, tuple(judge(rule, subject, on) for rule in law.about(type(subject), on)), law
    )


def judge(rule: Rule, subject: Any, on: date) -> Finding:
    """Judge one rule, on the subject or on each part of it."""
    if rule.each is None:
        outcome, reason = _judge_one(rule, (subject, on))
        return Finding(rule, None, (outcome,), ((0, reason),) if reason else ())
    try:
        parts = tuple(rule.each(subject, on))
    except NotSettled as not_settled:
        reason = _reason(not_settled)
        return Finding(rule, None, (UNDETERMINED,), ((0, reason),) if reason else ())
    except Exception as failure:
        raise _failed(rule, failure) from failure
    if not parts:
        return Finding(rule, None, (NOT_APPLICABLE,))
    return _judge_parts(rule, parts, subject, on)


def _judge_parts(rule: Rule, parts: tuple[Any, ...], subject: Any, on: date) -> Finding:
    # The one hot loop of the library: a call, a comparison and an append for each part.
    holds, applies = rule.holds, rule.applies
    outcomes: list[Outcome] = []
    note = outcomes.append
    reasons: list[tuple[int, Text]] = []
    for part in parts:
        try:
            if applies is not None:
                binding = applies(part, subject, on)
                if binding is False:
                    note(NOT_APPLICABLE)
                    continue
                if binding is not True:
                    _insist(rule, binding)
            answer = holds(part, subject, on)
            if answer is True:
                note(SATISFIED)
            elif answer is False:
                note(VIOLATED)
            else:
                _insist(rule, answer)
        except NotSettled as not_settled:
            reason = _reason(not_settled)
            if reason:
                reasons.append((len(outcomes), reason))
            note(UNDETERMINED)
        except RuleFailed:
            raise
        except Exception as failure:
            raise _failed(rule, failure) from failure
    return Finding(rule, parts, tuple(outcomes), tuple(reasons))


def _judge_one(rule: Rule, arguments: tuple[Any, ...]) -> tuple[Outcome, Text | None]:
    try:
        if rule.applies is not None and not _answer(rule, rule.applies, arguments):
            return NOT_APPLICABLE, None
        return (SATISFIED if _answer(rule, rule.holds, arguments) else VIOLATED), None
    except NotSettled as not_settled:
        return UNDETERMINED, _reason(not_settled)


def _answer(rule: Rule, condition: Condition, arguments: tuple[Any, ...]) -> bool:
    try:
        answer = condition(*arguments)
    except NotSettled:
        raise
    except Exception as failure:
        raise _failed(rule, failure) from failure
    if answer is not True and answer is not False:
        _insist(rule, answer)
    return answer is True


def _insist(rule: Rule, answer: object) -> None:
    """Refuse an answer that is neither true nor false; UNKNOWN refuses by itself."""
    if answer is UNKNOWN:
        bool(answer)
    raise RuleFailed(rule.id, f"it answered {answer!r}, which is neither True nor False")


def _reason(not_settled: NotSettled) -> Text | None:
    return not_settled.reason if isinstance(not_settled, OpenQuestion) else None


def _failed(rule: Rule, failure: Exception) -> RuleFailed:
    return RuleFailed(rule.id, f"{type(failure).__name__}: {failure}")
