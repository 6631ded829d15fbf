"""Whether every outcome of every version of a rule comes about: a rule that cannot fail says nothing."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from cpts_model.engine.assess import assess, judge
from cpts_model.engine.errors import RuleFailed, UnknownRule, nearest_names
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Rule
from cpts_model.testing.check.masking import hidings, maskable, shown, told, without
from cpts_model.testing.check.problems import Claim, Problem
from cpts_model.testing.check.searching import Search

if TYPE_CHECKING:
    from cpts_model.testing.case import Situation

Unreachable = Mapping[str, Mapping[Outcome, object]]
"""The outcomes that a text leaves no room for, by the id of a rule or by its version, each with the reason."""

REACHED = Claim(
    name="reached",
    mend="give an example of it in `cases`, say in `unreachable` why there is none, or mend a rule that is dead",
)
AS_SAID = Claim(name="as its case says", mend="the case or the rule has misread the text: read it again")


def as_said(law: Law, cases: Iterable["Situation"]) -> Iterator[Problem]:
    """Each case comes out as it says."""
    for case in cases:
        outcome = assess(case.subject, on=case.on, law=law).outcome_of(case.rule)
        if outcome is not case.outcome:
            rule = law.find(case.rule, case.on)
            yield Problem(
                claim=AS_SAID,
                rule=case.rule if rule is None else rule.version,
                what=f"it should be {case.outcome.value}, and is {outcome.value}",
                example=f"on {case.on}, of {shown(case.subject)}",
            )


def outlook_of(search: Search, cases: Iterable["Situation"], unreachable: Unreachable) -> "Outlook":
    """The outcomes that come about, in the cases or in what is drawn.

    Raises:
        UnknownRule: ``unreachable`` names no rule of the law.
    """
    outlook = Outlook(search.law, _excused(search.law, unreachable))
    for case in cases:
        outlook.look(case.subject, case.on)
    for kind in search.subjects:
        if any(rule.concerns(kind) and outlook.unseen(rule) for rule in outlook.waiting):
            search.until(kind, outlook.look_around)
    return outlook


def reached(law: Law, outlook: "Outlook") -> Iterator[Problem]:
    """Every outcome of every version comes about, save those said not to."""
    for rule in law:
        for outcomes, what in (
            (
                outlook.excused[rule.version] & outlook.seen[rule.version],
                "it comes out {}, which was said to be unreachable",
            ),
            (outlook.unseen(rule), "it never came out {}"),
        ):
            if outcomes:
                yield Problem(claim=REACHED, rule=rule.version, what=what.format(_listed(outcomes)))


def _listed(outcomes: set[Outcome]) -> str:
    return ", ".join(outcome.value for outcome in Outcome if outcome in outcomes)


def _excused(law: Law, unreachable: Unreachable) -> dict[str, set[Outcome]]:
    names = {name for rule in law for name in (rule.id, rule.version)}
    for name in unreachable:
        if name not in names:
            raise UnknownRule(name, nearest_names(name, names))
    return {rule.version: {*unreachable.get(rule.id, ()), *unreachable.get(rule.version, ())} for rule in law}


def _wanted(rule: Rule) -> set[Outcome]:
    wanted = {Outcome.SATISFIED, Outcome.VIOLATED}
    if rule.each or rule.conditions:
        wanted.add(Outcome.NOT_APPLICABLE)
    kinds = rule.about if isinstance(rule.about, tuple) else (rule.about,)
    if any(attrs.has(kind) and maskable(kind) for kind in kinds):
        wanted.add(Outcome.UNDETERMINED)
    return wanted


class Outlook:
    """The outcomes seen of each version, and the rules of which some are still to be seen."""

    def __init__(self, law: Law, excused: Mapping[str, set[Outcome]]) -> None:
        self.seen: dict[str, set[Outcome]] = {rule.version: set() for rule in law}
        self.shown: list[tuple[Any, date]] = []
        """The subjects that showed an outcome first, and the days."""
        self.waiting = law
        self.excused = excused

    def unseen(self, rule: Rule) -> set[Outcome]:
        """The outcomes of a version that are still to be seen."""
        return _wanted(rule) - self.seen[rule.version] - self.excused[rule.version]

    def look(self, subject: Any, on: date) -> None:
        """Judge a subject on a day, by the rules that wait."""
        rules = self.waiting.about(type(subject), on)
        before = sum(len(self.seen[rule.version]) for rule in rules)
        for rule in rules:
            try:
                self.seen[rule.version].update(judge(rule, subject, on).outcomes)
            except RuleFailed:  # another claim tells of it
                continue
        if sum(len(self.seen[rule.version]) for rule in rules) > before:
            self.shown.append((subject, on))
        if not all(map(self._waits, rules)):
            self.waiting = Law(tuple(filter(self._waits, self.waiting)))

    def look_around(self, subject: Any, on: date) -> bool:
        """Judge a subject, and the same one of which less is told, whenever a rule begins or ceases.

        True once all is seen of the rules about its class: what is said to be unreachable is not waited for.
        """
        for day in (on, *self.waiting.changes):
            self.look(subject, day)
        bare = without(subject, [place for place in told(subject) if len(place) == 1])
        *_, half_told = hidings(subject)
        for less, _ in (bare, half_told):
            self.look(less, on)
        return not any(self.unseen(rule) for rule in self.waiting if rule.concerns(type(subject)))

    def _waits(self, rule: Rule) -> bool:
        return bool(_wanted(rule) - self.seen[rule.version])
