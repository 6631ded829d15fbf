"""A subject on two days, or under two laws."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, overload

import attrs

from cpts_model.engine.diff import LawDiff, diff_laws
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Lang
from cpts_model.law import LAW
from cpts_model.life.compare.changes import Change, Side, changes_of
from cpts_model.life.compare.walks import Walk, crossing, walk


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Comparison:
    """What changed for a subject between two sides, and how it came about.

    It follows every rule, part by part, over the days between, so that each change is told
    with its very day and its cause, and one that came back is not lost. What it says of
    either side is what ``assess`` says.
    """

    subject: Any
    a: Side
    b: Side
    walks: tuple[Walk, ...]
    """One a rule about the subject, in the order of the law; over the calendar, whichever side is the earlier."""

    def __repr__(self) -> str:
        kind = type(self.subject).__name__
        count = len(self.changes)
        return (
            f"<Comparison of {kind} between {self.a.on} and {self.b.on}: {count} change{'s'[: count != 1]}>"
        )

    @property
    def moves(self) -> tuple[Change, ...]:
        """Every verdict that changed at some time, whether it came back or not, in the order of the law."""
        return tuple(self._moves())

    @property
    def changes(self) -> tuple[Change, ...]:
        """The verdicts that differ between the two sides."""
        return tuple(change for change in self._moves() if change.lasting)

    @property
    def passing(self) -> tuple[Change, ...]:
        """The verdicts that changed between the two sides and came back."""
        return tuple(change for change in self._moves() if not change.lasting)

    @property
    def new_breaches(self) -> tuple[Change, ...]:
        """What breaks law or regulation on side ``b`` and did not on side ``a``."""
        return tuple(change for change in self.changes if change.breaks)

    @property
    def mended(self) -> tuple[Change, ...]:
        """What broke law or regulation on side ``a`` and does not any more on side ``b``."""
        return tuple(change for change in self.changes if change.mends)

    @property
    def empty(self) -> bool:
        """Whether no verdict differs between the two sides."""
        return not self.changes

    @property
    def unchanged(self) -> Counter[Outcome]:
        """How many verdicts are the same on both sides, by outcome, of the rules in force on one side at least."""
        found: Counter[Outcome] = Counter()
        for one in self.walks:
            first, last = one.stations[0], one.stations[-1]
            if first.rule is None and last.rule is None:
                continue
            for place in one.places:
                if first.outcomes.of(place) is last.outcomes.of(place):
                    found[last.outcomes.of(place)] += 1
        return found

    @property
    def law(self) -> LawDiff:
        """What the law changed between the two sides, whether this subject felt it or not."""
        if self.a.law is self.b.law:
            return self.a.law.diff(self.a.on, self.b.on)
        return diff_laws(self.a.law, self.b.law, on=self.b.on)

    def of(self, rule_id: str) -> tuple[Change, ...]:
        """The changes of one rule, of each part that moved.

        Raises:
            UnknownRule: no rule of either law ever had this id.
        """
        if rule_id not in self.a.law:
            self.b.law.versions(rule_id)
        return tuple(change for change in self._moves() if change.rule_id == rule_id)

    def then(self, later: "Comparison") -> "Comparison":
        """This comparison and the one that goes on from its second day, as one: that of the two far ends.

        Raises:
            ValueError: they are not of one subject under one law, or the second does not go on, in the
                same direction, where the first one ends.
        """
        laws = (self.a.law, self.b.law, later.a.law, later.b.law)
        if self.subject != later.subject or any(law != laws[0] for law in laws) or self.b.on != later.a.on:
            raise ValueError(
                f"{later!r} does not go on where {self!r} ends: compare one subject from a day to the next"
            )
        days = (self.a.on, self.b.on, later.b.on)
        if list(days) not in (sorted(days), sorted(days, reverse=True)):
            raise ValueError(f"{later!r} turns back on {self!r}: compare its two far ends at once")
        first, second = (self, later) if days[0] <= days[2] else (later, self)
        walks = tuple(one.then(other) for one, other in zip(first.walks, second.walks, strict=True))
        return attrs.evolve(self, b=later.b, walks=walks)

    def explain(self, lang: Lang = "fr") -> str:
        """Every change in words."""
        return "\n\n".join(change.explain(lang) for change in self.changes)

    def _moves(self) -> Iterator[Change]:
        for one in self.walks:
            yield from changes_of(one, self.subject, self.a, self.b)


@overload
def compare(subject: Any, *, a: date, b: date, law: Law = LAW) -> Comparison: ...
@overload
def compare(subject: Any, *, a: Law, b: Law, on: date) -> Comparison: ...
def compare(
    subject: Any, *, a: date | Law, b: date | Law, law: Law = LAW, on: date | None = None
) -> Comparison:
    """What changed for a subject between two days under one law, or between two laws on one day.

    ``compare(cpts, a=date(2022, 1, 22), b=date(2022, 1, 23))``, or
    ``compare(cpts, a=LAW, b=LAW.extended(*my_rules), on=date(2026, 1, 1))``. The dossier
    is the same on both sides: what changes is the day, or the law. ``b`` may be the earlier
    day. A register is compared structure by structure.

    Raises:
        TypeError: the two sides are not two plain dates or two laws with a day, or no rule is
            about such a subject.
        RuleFailed: a rule's function raised, or answered neither true nor false.
    """
    if isinstance(a, Law) and isinstance(b, Law):
        if on is None:
            raise TypeError("two laws are compared on a day: give on=")
        return _under_two_laws(subject, a, b, _plain_day(on))
    if isinstance(a, Law) or isinstance(b, Law) or on is not None:
        raise TypeError("compare two days (a=, b=, law=), or two laws on a day (a=, b=, on=)")
    _refuse_what_no_rule_is_about(subject, law)
    days = _plain_day(a), _plain_day(b)
    kind = type(subject)
    walks = (
        walk(rule_id, (rule for rule in law.versions(rule_id) if rule.concerns(kind)), subject, min(days), max(days))
        for rule_id in _ids(law, kind)
    )  # fmt: skip
    return Comparison(subject=subject, a=Side(law, a), b=Side(law, b), walks=tuple(walks))


def _under_two_laws(subject: Any, a: Law, b: Law, on: date) -> Comparison:
    _refuse_what_no_rule_is_about(subject, a, b)
    kind = type(subject)
    here, there = ({rule.id: rule for rule in law.about(kind, on)} for law in (a, b))
    ids = dict.fromkeys((*_ids(a, kind), *_ids(b, kind)))
    walks = (crossing(rule_id, here.get(rule_id), there.get(rule_id), subject, on) for rule_id in ids)
    return Comparison(subject=subject, a=Side(a, on), b=Side(b, on), walks=tuple(walks))


def _ids(law: Law, kind: type[Any]) -> Iterator[str]:
    return (rule_id for rule_id in law.ids if any(rule.concerns(kind) for rule in law.versions(rule_id)))


def _plain_day(day: object) -> date:
    if not isinstance(day, date) or isinstance(day, datetime):
        raise TypeError(f"a day is a datetime.date, not {day!r}")
    return day


def _refuse_what_no_rule_is_about(subject: object, *laws: Law) -> None:
    kind = type(subject)
    if not any(law.knows(kind) for law in (LAW, *laws)):
        raise TypeError(
            f"no rule is about a {kind.__name__}: give a structure (CPTS, MaisonDeSante, SISA…), "
            "and compare a register structure by structure"
        )
