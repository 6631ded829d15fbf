"""Assertions on what the law says, whose failures explain it."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol

from cpts_model.api import assess
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.verdict import Verdict
from cpts_model.law import LAW

_BREACHES = Text("{subject} n'est pas conforme au {on} :", "{subject} is not compliant on {on}:")


class AssertCompliant(Protocol):
    """:func:`assert_compliant`, for the annotation of a fixture's value."""

    def __call__(self, subject: Any, *, on: date, law: Law = LAW, lang: Lang = "en") -> None:
        """Fail unless the subject breaks no law and no regulation on a day."""


def assert_compliant(subject: Any, *, on: date, law: Law = LAW, lang: Lang = "en") -> None:
    """Fail unless a structure, or every structure of a register, breaks no law and no regulation on a day.

    A fact that nobody told breaks nothing: where all must be told, assert
    ``assess(subject, on=on).settled`` as well.

    Raises:
        AssertionError: a rule that blocks is violated; the message explains each breach: the
            rule, its text, the facts read and what would mend it.
        TypeError: ``on`` is not a plain date, or no rule is about such a subject.
    """
    __tracebackhide__ = True
    breaches = assess(subject, on=on, law=law).breaches
    if breaches:
        head = _BREACHES.to(lang).format(subject=_name(subject), on=on)
        raise AssertionError(_explained(head, breaches, lang))


def assert_outcome(subject: Any, rule_id: str, outcome: Outcome, *, on: date, law: Law = LAW) -> None:
    """Fail unless a rule comes out as expected, for the subject as a whole, on a day.

    Raises:
        AssertionError: it comes out otherwise; the message explains the verdicts that came instead.
        UnknownRule: the law never had a rule of this id.
        TypeError: ``on`` is not a plain date, or no rule is about such a subject.
    """
    __tracebackhide__ = True
    assessment = assess(subject, on=on, law=law)
    found = assessment.outcome_of(rule_id)
    if found is not outcome:
        head = f"{rule_id} is {found.value} and not {outcome.value} on {on}, of {_name(subject)}:"
        instead = [verdict for verdict in assessment.of(rule_id) if verdict.outcome is found]
        raise AssertionError(_explained(head, instead, "en"))


def _explained(head: str, verdicts: Iterable[Verdict], lang: Lang) -> str:
    return "\n\n".join([head, *(verdict.explain(lang) for verdict in verdicts)])


def _name(subject: Any) -> str:
    kind = type(subject).__name__
    return f"{kind} {subject.id!r}" if hasattr(subject, "id") else kind
