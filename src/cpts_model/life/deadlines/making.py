"""The deadline that a delay makes for one subject: its day, whether it is sure, whether it was met.

A deadline is sure when all that it was drawn from is told.
"""

from datetime import date, timedelta
from functools import partial
from typing import Any

import attrs

from cpts_model.engine.rule import Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, NotSettled, OpenQuestion, Unknown, both, first_to_mend
from cpts_model.law import LAW
from cpts_model.life.basis import Basis
from cpts_model.life.deadlines.asking import Answer, ask
from cpts_model.life.deadlines.deadline import Deadline, DeadlineKind
from cpts_model.life.deadlines.delay import Delay

_DAY = timedelta(days=1)
_NOTHING_TO_DO = Answer(UNKNOWN)


@attrs.frozen(slots=True, kw_only=True)
class _Turn:
    """How the answer of a rule turns on the day of a deadline."""

    doubts: tuple[Answer, ...]
    """What it was drawn from, and may leave open whether it turns there."""
    acted: Answer = _NOTHING_TO_DO
    """Whether an obligation was met."""
    reason: Text | None = None
    note: Text | None = None

    @property
    def done(self) -> bool | Unknown:
        """Whether an obligation was met; UNKNOWN of anything else, and where nobody told."""
        value = self.acted.value
        return UNKNOWN if self.acted.doubt is not None or isinstance(value, Unknown) else bool(value)


def deadline_of(delay: Delay, subject: Any, at: str = "") -> Deadline | None:
    """The deadline that a delay makes for a subject; ``None`` where it makes none.

    ``at`` is where the subject stands in what it is part of: ``sisa``.
    """
    concerned, start = ask(delay.concerns, subject, at), ask(delay.starts, subject, at)
    if concerned.value is False or start.value is None:
        return None
    if start.doubt is not None:
        return _made(delay, subject, UNKNOWN, _Turn(doubts=(start, concerned)))
    day = delay.day_from(start.value)
    if day is None or LAW.find(delay.rule, day) is None:
        return None
    turn = _turn(delay, subject, day, at)
    return (
        None
        if turn is None
        else _made(delay, subject, day, attrs.evolve(turn, doubts=(concerned, *turn.doubts)))
    )


def _made(delay: Delay, subject: Any, day: date | Unknown, turn: _Turn) -> Deadline:
    rule = LAW.find(delay.rule, None if isinstance(day, Unknown) else day)
    assert rule is not None
    doubt: NotSettled | None = None
    for answer in turn.doubts:
        doubt = first_to_mend(doubt, answer.doubt)
    return Deadline(
        subject_id=subject.id,
        key=delay.key,
        day=day,
        kind=delay.kind,
        title=delay.title,
        basis=delay.basis or Basis.of(rule),
        who=delay.who or rule.upon,
        done=turn.done,
        done_asks=turn.acted.open,
        done_reason=turn.acted.reason,
        depends_on=tuple({fact.path: fact for answer in turn.doubts for fact in answer.open}.values()),
        reason=doubt.reason if isinstance(doubt, OpenQuestion) else turn.reason,
        provided=delay.provided,
        note=turn.note or delay.note,
    )


# --- On the day of a deadline, the answer of its rule turns


def _turn(delay: Delay, subject: Any, day: date, at: str) -> _Turn | None:
    """How the rule turns on the day of a deadline; ``None`` where it does not."""
    if not delay.turns or delay.kind is DeadlineKind.END:
        return _Turn(doubts=(), acted=_acted(delay, subject, at))
    if delay.kind is DeadlineKind.OBLIGATION:
        return _falls_due(delay, subject, day, at)
    return _comes_about(delay, subject, day, at)


def _comes_about(delay: Delay, subject: Any, day: date, at: str) -> _Turn | None:
    """An effect or a right: met on that day, and not before."""
    before, after = (_has_come(delay, subject, on, at) for on in (day - _DAY, day))
    if before.value is True or after.value in (False, None):
        return None
    if before.reason is None:
        return _Turn(doubts=(after, before))
    return None if after.reason is not None else _Turn(doubts=(after,), note=_open_until(before.reason))


def _has_come(delay: Delay, subject: Any, on: date, at: str) -> Answer:
    comes = delay.comes
    if comes is None:
        return _says(delay.rule, subject, on, at)
    return ask(lambda seen: comes(seen, on), subject, at)


def _open_until(reason: Text) -> Text:
    return Text(
        f"Avant ce jour, la question est ouverte : {reason.fr}.", f"Open until that day: {reason.en}."
    )


def _falls_due(delay: Delay, subject: Any, day: date, at: str) -> _Turn:
    """An obligation: what its rule says on the day after tells whether it was met."""
    met = _says(delay.rule, subject, day + _DAY, at)
    acted = met if delay.done is None else _acted(delay, subject, at)
    return _Turn(doubts=(), acted=acted, reason=None if acted.value is True else met.reason)


def _acted(delay: Delay, subject: Any, at: str) -> Answer:
    done = delay.done
    return _NOTHING_TO_DO if done is None else ask(lambda seen: bool(done(seen)), subject, at)


def _says(rule_id: str, subject: Any, on: date, at: str) -> Answer:
    """What the version of a rule in force on a day says; ``None`` where none is, or where it does not bind."""
    rule = LAW.find(rule_id, on)
    if rule is None:
        return Answer(None)
    return ask(lambda seen: bool(rule.holds(seen, on)) if _binds(rule, seen, on) else None, subject, at)


def _binds(rule: Rule, subject: Any, on: date) -> bool:
    return both(*(partial(condition, subject, on) for condition in rule.conditions))
