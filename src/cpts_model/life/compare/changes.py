"""A verdict that changed, step by step: on which day, from what to what, by the law or by time."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise
from typing import Any

import attrs

from cpts_model.engine.assess import judge
from cpts_model.engine.diff import RuleChange, diff_laws
from cpts_model.engine.law import Law
from cpts_model.engine.observe import Fact
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Rule
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.verdict import Verdict
from cpts_model.life.compare.walks import Station, Walk
from cpts_model.life.compare.why import TurnedFact, dates_compared, turned_facts

_DAY = timedelta(days=1)


class Cause(Enum):
    """What changed a verdict."""

    LAW = "law"
    """Another version of the rule came, or there was none before, or there is none any more."""
    TIME = "time"
    """The law stayed the same and so did what is told: a delay ran out, a date came."""

    @property
    def label(self) -> Text:
        """The cause's name."""
        return _CAUSES[self]


_CAUSES = {
    Cause.LAW: Text("la règle a changé", "the rule changed"),
    Cause.TIME: Text("le temps a passé, à droit constant", "time passed, under the same law"),
}


@attrs.frozen(slots=True)
class Side:
    """One side of a comparison: a law, on a day."""

    law: Law = attrs.field(repr=False)
    on: date


@attrs.frozen(slots=True, kw_only=True)
class Step:
    """A day on which a verdict changed, in the order of the calendar.

    ``before`` is the outcome up to the day before, ``after`` the one from that day on;
    between two laws, the outcomes under the one and under the other. Another version of the
    rule is a step even where the verdict stays the same: of a rule that comes into force
    before somebody joins, both made the verdict of that member.
    """

    on: date
    before: Outcome
    after: Outcome
    causes: tuple[Cause, ...]
    """None where another version of the rule changed nothing."""
    old: Rule | None
    """The version before; ``None`` where none was in force."""
    new: Rule | None


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Change:
    """What became of one rule, for the subject or for one part of it, between two sides.

    ``steps`` tell how it came about, in the order of the calendar. On a day on which the law
    changed, time is what the version of the day before would have said by itself.
    """

    rule_id: str
    place: str
    """Where the part stands in the subject, ``members[3]``; empty for the whole."""
    subject: Any
    a: Side
    b: Side
    old: Rule | None
    """The version in force on side ``a``; ``None`` where there is none."""
    new: Rule | None
    before: Outcome
    after: Outcome
    steps: tuple[Step, ...]

    def __repr__(self) -> str:
        part = f" [{self.place}]" if self.place else ""
        causes = " and ".join(cause.value for cause in self.causes)
        return f"<Change {self.rule_id}{part}: {self.before.value} → {self.after.value}, by {causes}>"

    @property
    def rule(self) -> Rule:
        """The version to speak of: that of side ``b``, or the last one there was."""
        versions = (
            self.new,
            self.old,
            *(rule for step in reversed(self.steps) for rule in (step.new, step.old)),
        )
        return next(rule for rule in versions if rule is not None)

    @property
    def causes(self) -> tuple[Cause, ...]:
        """What brought it about: the law, time, or both."""
        found = {cause for step in self.steps for cause in step.causes}
        return tuple(cause for cause in Cause if cause in found)

    @property
    def between_laws(self) -> bool:
        """Whether the sides are two laws, and not two days."""
        return self.a.law is not self.b.law

    @property
    def lasting(self) -> bool:
        """Whether the two sides differ; otherwise the verdict changed and came back."""
        return self.before is not self.after

    @property
    def breaks(self) -> bool:
        """Whether law or regulation is broken on side ``b`` and was not on side ``a``."""
        return _is_breach(self.new, self.after) and not _is_breach(self.old, self.before)

    @property
    def mends(self) -> bool:
        """Whether law or regulation was broken on side ``a`` and surely is not on side ``b``."""
        settled = self.after is not Outcome.UNDETERMINED
        return _is_breach(self.old, self.before) and settled and not _is_breach(self.new, self.after)

    @property
    def was(self) -> Verdict | None:
        """The verdict on side ``a``; ``None`` where the rule was not in force, or not about this part."""
        return self._verdict(self.old, self.a.on)

    @property
    def now(self) -> Verdict | None:
        """The verdict on side ``b``, likewise."""
        return self._verdict(self.new, self.b.on)

    @property
    def part(self) -> Any:
        """The part of the subject that it is about; ``None`` for the whole."""
        if not self.place:
            return None
        verdicts = (verdict for step in self.steps for verdict in self._around(step))
        return next((verdict.part for verdict in verdicts if verdict is not None), None)

    def turned(self, step: Step) -> tuple[TurnedFact, ...]:
        """The derived facts that time alone turned on the day of a step, those at the bottom of the reading."""
        then, now = self._in_time(step)
        return turned_facts(then, now) if then and now else ()

    def dates(self, step: Step) -> tuple[Fact, ...]:
        """The dates, told in the dossier, that the rule compared with the day of a step that time brought."""
        then, now = self._in_time(step)
        return dates_compared(then, now) if then and now else ()

    def law_change(self, step: Step) -> RuleChange | None:
        """What the law did to the rule on the day of a step; ``None`` where it did nothing."""
        if self.between_laws:
            diff = diff_laws(self.a.law, self.b.law, on=step.on)
        else:
            diff = self.b.law.diff(step.on - _DAY, step.on)
        return next(iter(diff.of(self.rule_id)), None)

    def explain(self, lang: Lang = "fr") -> str:
        """The change in words: before, after, each step with its day, its cause and its text."""
        from cpts_model.life.compare.words import explain

        return explain(self, lang)

    def _verdict(self, rule: Rule | None, on: date) -> Verdict | None:
        if rule is None:
            return None
        finding = judge(rule, self.subject, on)
        verdicts = finding.verdicts(self.subject, on)
        if self.place and finding.parts is not None:
            return next((verdict for verdict in verdicts if verdict.place == self.place), None)
        return next(verdict for verdict in verdicts if verdict.outcome is finding.outcome)

    def _around(self, step: Step) -> tuple[Verdict | None, Verdict | None]:
        """The verdicts of the day before a step and of its day, each under the version of its day."""
        return self._verdict(step.old, step.on - _DAY), self._verdict(step.new, step.on)

    def _in_time(self, step: Step) -> tuple[Verdict | None, Verdict | None]:
        """What the version of the day before says of that day and of the next, where time made a difference."""
        if Cause.TIME not in step.causes:
            return None, None
        return self._verdict(step.old, step.on - _DAY), self._verdict(step.old, step.on)


def changes_of(walk: Walk, subject: Any, a: Side, b: Side) -> Iterator[Change]:
    """Every part of which the outcome moved along a walk, whether it came back or not."""
    ends = (walk.stations[0], walk.stations[-1])
    here, there = ends if a.on <= b.on else reversed(ends)
    for place in walk.places:
        steps = tuple(_steps(walk, place))
        if any(step.before is not step.after for step in steps):
            yield Change(
                rule_id=walk.rule_id,
                place=place,
                subject=subject,
                a=a,
                b=b,
                old=here.rule,
                new=there.rule,
                before=here.outcomes.of(place),
                after=there.outcomes.of(place),
                steps=steps,
            )


def _steps(walk: Walk, place: str) -> Iterator[Step]:
    for earlier, later in pairwise(walk.stations):
        before, by_time, after = (
            outcomes.of(place) for outcomes in (earlier.outcomes, later.by_time, later.outcomes)
        )
        if before is after and earlier.rule is later.rule:
            continue
        causes: list[Cause] = []
        if _comes_or_goes(earlier, later) if before is after else by_time is not after:
            causes.append(Cause.LAW)
        if before is not after and before is not by_time:
            causes.append(Cause.TIME)
        yield Step(
            on=later.on, before=before, after=after, causes=tuple(causes), old=earlier.rule, new=later.rule
        )


def _comes_or_goes(earlier: Station, later: Station) -> bool:
    """Whether there is a rule on one side only: what it says later is then the law's doing, whatever it says now."""
    return (earlier.rule is None) is not (later.rule is None)


def _is_breach(rule: Rule | None, outcome: Outcome) -> bool:
    return rule is not None and rule.blocking and outcome is Outcome.VIOLATED
