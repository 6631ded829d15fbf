"""Judging rules on a subject: the one hot place of the library.

Many rules ask the same first question of the same parts ("is this a member that day?").
A :class:`Judge` answers it once, and keeps no trace beyond an outcome a part.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import compress
from typing import Any

import attrs

from cpts_model.engine.errors import RuleFailed
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Condition, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, NotSettled, OpenQuestion, first_to_mend
from cpts_model.engine.verdict import Places, Verdict

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED

_ONLY_BOOL = {bool}

Answer = bool | NotSettled
"""What a condition says of a part: true, false, or what keeps it from saying."""


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
        places = Places(self.rule, subject, on)
        for index, outcome in enumerate(self.outcomes):
            yield Verdict(
                rule=self.rule,
                outcome=outcome,
                part=None if self.parts is None else self.parts[index],
                index=None if self.parts is None else index,
                subject=subject,
                on=on,
                reason=reasons.get(index),
                places=places,
            )


@attrs.frozen(slots=True, eq=False)
class _Bound:
    """Which parts the conditions of a rule bind, and those of which they leave it open."""

    indexes: Sequence[int]
    parts: tuple[Any, ...]
    open: tuple[tuple[int, NotSettled], ...] = ()


class Judge:
    """Judges rules on one subject and one day, working out once what several of them ask."""

    __slots__ = ("_bound", "_parts", "on", "subject")

    def __init__(self, subject: Any, on: date) -> None:
        self.subject = subject
        self.on = on
        self._parts: dict[Callable[..., Any], tuple[Any, ...] | NotSettled] = {}
        self._bound: dict[tuple[Callable[..., Any], tuple[Condition, ...]], _Bound] = {}

    def finding(self, rule: Rule) -> Finding:
        """Judge one rule, on the subject or on each part of it.

        Raises:
            RuleFailed: a function of the rule raised, or answered neither true nor false.
        """
        if rule.each is None:
            return self._whole(rule)
        parts = self._parts_of(rule, rule.each)
        if isinstance(parts, NotSettled):
            return Finding(rule, None, (UNDETERMINED,), _reasons([(0, parts)]))
        if not parts:
            return Finding(rule, None, (NOT_APPLICABLE,))
        return self._each(rule, parts, self._bound_by(rule, rule.each, rule.conditions, parts))

    def _whole(self, rule: Rule) -> Finding:
        arguments = (self.subject, self.on)
        binding = together(_ask(rule, condition, arguments) for condition in rule.conditions)
        if binding is False:
            return Finding(rule, None, (NOT_APPLICABLE,))
        answer = _ask(rule, rule.holds, arguments) if binding is True else binding
        return Finding(rule, None, (_outcome(answer),), _reasons([(0, answer)]))

    def _parts_of(self, rule: Rule, each: Callable[..., Any]) -> tuple[Any, ...] | NotSettled:
        parts = self._parts.get(each)
        if parts is None:
            try:
                parts = tuple(each(self.subject, self.on))
            except NotSettled as not_settled:
                parts = not_settled
            except Exception as failure:
                raise _failed(rule, failure) from failure
            self._parts[each] = parts
        return parts

    def _bound_by(
        self, rule: Rule, each: Callable[..., Any], conditions: tuple[Condition, ...], parts: tuple[Any, ...]
    ) -> _Bound:
        """The parts that meet all the conditions: those that meet the first ones are shared with other rules."""
        if not conditions:
            return _Bound(range(len(parts)), parts)
        bound = self._bound.get((each, conditions))
        if bound is None:
            before = self._bound_by(rule, each, conditions[:-1], parts)
            bound = self._narrowed(rule, before, conditions[-1], parts)
            self._bound[each, conditions] = bound
        return bound

    def _narrowed(self, rule: Rule, before: _Bound, condition: Condition, parts: tuple[Any, ...]) -> _Bound:
        answers, settled = self._ask_all(rule, condition, before.parts)
        open_before = before.open
        if settled and not open_before:
            if False not in answers:
                return before
            met = list(compress(before.indexes, answers))
            return _Bound(met, tuple(compress(before.parts, answers)))
        arguments = (self.subject, self.on)
        doubts = {
            index: together((doubt, _ask(rule, condition, (parts[index], *arguments))))
            for index, doubt in open_before
        } | dict(zip(before.indexes, answers, strict=True))
        met = [index for index in sorted(doubts) if doubts[index] is True]
        return _Bound(
            met,
            tuple(parts[index] for index in met),
            tuple(
                (index, doubt)
                for index, doubt in sorted(doubts.items(), key=_index)
                if isinstance(doubt, NotSettled)
            ),
        )

    def _ask_all(self, rule: Rule, condition: Condition, parts: tuple[Any, ...]) -> tuple[list[Answer], bool]:
        """What a condition says of each part, and whether it is settled of all of them."""
        subject, on = self.subject, self.on
        # All at once nearly always serves; one by one when a part is not settled, or to name what failed.
        try:
            at_once = [condition(part, subject, on) for part in parts]
        except Exception:
            at_once = None
        if at_once is not None and {*map(type, at_once)} <= _ONLY_BOOL:
            return at_once, True
        return [_ask(rule, condition, (part, subject, on)) for part in parts], False

    def _each(self, rule: Rule, parts: tuple[Any, ...], bound: _Bound) -> Finding:
        answers, settled = self._ask_all(rule, rule.holds, bound.parts)
        if settled:
            found = [SATISFIED if answer else VIOLATED for answer in answers]
            reasons = _reasons(bound.open)
        else:
            found = [*map(_outcome, answers)]
            reasons = _reasons(sorted((*bound.open, *zip(bound.indexes, answers, strict=True)), key=_index))
        if len(found) == len(parts):
            return Finding(rule, parts, tuple(found), reasons)
        outcomes = [NOT_APPLICABLE] * len(parts)
        for index, _ in bound.open:
            outcomes[index] = UNDETERMINED
        for index, outcome in zip(bound.indexes, found, strict=True):
            outcomes[index] = outcome
        return Finding(rule, parts, tuple(outcomes), reasons)


def together(answers: Iterable[Answer]) -> Answer:
    """Several conditions as one: false as soon as one is, open when one is open and none false."""
    doubt: NotSettled | None = None
    for answer in answers:
        if answer is False:
            return False
        if answer is not True:
            doubt = first_to_mend(doubt, answer)
    return doubt or True


def _outcome(answer: Answer) -> Outcome:
    if isinstance(answer, NotSettled):
        return UNDETERMINED
    return SATISFIED if answer else VIOLATED


def _ask(rule: Rule, condition: Condition, arguments: tuple[Any, ...]) -> Answer:
    try:
        answer = condition(*arguments)
        if answer is UNKNOWN:
            bool(answer)  # UNKNOWN refuses by itself
    except NotSettled as not_settled:
        return not_settled
    except Exception as failure:
        raise _failed(rule, failure) from failure
    if answer is not True and answer is not False:
        raise RuleFailed(rule.id, f"it answered {answer!r}, which is neither True nor False")
    return answer


def _reasons(answers: Iterable[tuple[int, Answer]]) -> tuple[tuple[int, Text], ...]:
    return tuple((index, answer.reason) for index, answer in answers if isinstance(answer, OpenQuestion))


def _index(answer: tuple[int, Answer]) -> int:
    return answer[0]


def _failed(rule: Rule, failure: Exception) -> RuleFailed:
    return RuleFailed(rule.id, f"{type(failure).__name__}: {failure}")
