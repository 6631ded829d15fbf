"""Subjects under which a rule comes out as one wants it: for every rule, in every version."""

from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import Period
from cpts_model.engine.errors import CptsModelError, UnknownRule, nearest_names
from cpts_model.engine.outcome import Outcome
from cpts_model.testing.bases import bases, lawful
from cpts_model.testing.case import Build, Case, Impossible, Situation, Within
from cpts_model.testing.cases import CASES
from cpts_model.testing.days import DAY, days_in


class NoExample(CptsModelError, LookupError):
    """There is no subject under which a rule comes out so on that day, and why."""

    def __init__(self, rule_id: str, why: str) -> None:
        super().__init__(rule_id, why)
        self.rule_id = rule_id
        self.why = why

    def __str__(self) -> str:
        return f"{self.rule_id}: {self.why}"


def satisfying(
    rule_id: str, *, on: date | None = None, about: type[Any] | None = None
) -> st.SearchStrategy[Any]:
    """Subjects that satisfy a rule on a day: on ``day_of(rule_id, Outcome.SATISFIED)`` when no day is given.

    ``about`` is the class of the subject, for the rules that are about several.

    Raises:
        UnknownRule: no rule ever had this id.
        NoExample: the text leaves no room for it on that day.
    """
    return _subjects(rule_id, Outcome.SATISFIED, on, about)


def violating(
    rule_id: str, *, on: date | None = None, about: type[Any] | None = None, only: bool = False
) -> st.SearchStrategy[Any]:
    """Subjects that violate a rule on a day: on ``day_of(rule_id)`` when no day is given.

    ``about`` is as :func:`satisfying` has it. With ``only``, they violate no other law and no other regulation, save those that
    cannot but be violated with it: ``case_of(rule_id, on).together`` names them.

    Raises:
        UnknownRule: no rule ever had this id.
        NoExample: the text leaves no room for it on that day.
    """
    return _subjects(rule_id, Outcome.VIOLATED, on, about, only)


def undetermined(
    rule_id: str, *, on: date | None = None, about: type[Any] | None = None
) -> st.SearchStrategy[Any]:
    """Subjects of which too little is told to judge by a rule, or that the texts do not settle.

    On ``day_of(rule_id, Outcome.UNDETERMINED)`` when no day is given; the rest as :func:`satisfying` has it.
    """
    return _subjects(rule_id, Outcome.UNDETERMINED, on, about)


def not_applicable(
    rule_id: str, *, on: date | None = None, about: type[Any] | None = None
) -> st.SearchStrategy[Any]:
    """Subjects that a rule does not bind: by its own terms, or because it is not in force on that day.

    On ``day_of(rule_id, Outcome.NOT_APPLICABLE)`` when no day is given; the rest as :func:`satisfying` has it.
    """
    return _subjects(rule_id, Outcome.NOT_APPLICABLE, on, about)


@st.composite
def situations(draw: DrawFn, *rule_ids: str, outcome: Outcome | None = None) -> Situation:
    """Subjects and days, over every version of the rules named, or of all.

    Raises:
        UnknownRule: no rule ever had one of these ids.
    """
    for rule_id in rule_ids:
        _versions(rule_id)
    wanted = [
        (case, result)
        for case in CASES
        if not rule_ids or case.rule in rule_ids
        for result in Outcome
        if outcome in (None, result) and not isinstance(case.making(result), Impossible)
    ]
    case, result = draw(st.sampled_from(wanted))
    days = days_of(case, result)
    assert days is not None
    on = draw(days_in(days))
    kind = draw(st.sampled_from(case.about))
    subject = draw(_told(_build(case, result, on), bases(kind, on), on))
    return Situation(subject=subject, on=on, rule=case.rule, outcome=result)


def case_of(
    rule_id: str, on: date, outcome: Outcome = Outcome.VIOLATED, about: type[Any] | None = None
) -> Case | None:
    """The case of a rule on a day: ``None`` when the rule is not in force.

    A rule about subjects of several classes may have a case for some of them, and another
    for others: the first that leaves room for the outcome, about that class when one is named.

    Raises:
        UnknownRule: no rule ever had this id.
        NoExample: the rule is not about that class.
    """
    versions = _versions(rule_id)
    kinds = {kind for case in versions for kind in case.about}
    if about is not None and about not in kinds:
        names = ", ".join(sorted(kind.__name__ for kind in kinds))
        raise NoExample(rule_id, f"the rule is about {names}, not {about.__name__}")
    found = [case for case in versions if on in case.in_force and (about is None or about in case.about)]
    return next((case for case in found if days_of(case, outcome)), found[0] if found else None)


def days_of(case: Case, outcome: Outcome) -> Period | None:
    """The days on which an outcome can be had; ``None`` when the text leaves no room for it."""
    making = case.making(outcome)
    if isinstance(making, Impossible):
        return None
    return making.days if isinstance(making, Within) else case.in_force


def day_of(rule_id: str, outcome: Outcome = Outcome.VIOLATED, about: type[Any] | None = None) -> date:
    """The day of an example when none is asked for: :data:`DAY`, or the nearest that its newest version has.

    Raises:
        UnknownRule: no rule ever had this id.
        NoExample: the text leaves no room for that outcome.
    """
    versions = [
        case
        for version in reversed(_versions(rule_id))
        if (case := case_of(rule_id, version.in_force.start or DAY, outcome, about))
    ]
    for days in (days_of(case, outcome) for case in versions):
        if days is not None:
            latest = min(DAY, days.last_day or DAY)
            return max(latest, days.start or latest)
    raise NoExample(rule_id, _no_room(versions[0], outcome))


def _versions(rule_id: str) -> tuple[Case, ...]:
    found = tuple(case for case in CASES if case.rule == rule_id)
    if not found:
        raise UnknownRule(rule_id, nearest_names(rule_id, {case.rule for case in CASES}))
    return found


def _subjects(
    rule_id: str, outcome: Outcome, on: date | None, about: type[Any] | None, only: bool = False
) -> st.SearchStrategy[Any]:
    day = day_of(rule_id, outcome, about) if on is None else on
    if not isinstance(day, date) or isinstance(day, datetime):
        raise TypeError(f"on= takes a datetime.date, not {day!r}")
    case = case_of(rule_id, day, outcome, about)
    if case is not None:
        kind = about or case.about[0]
        return _told(_build(case, outcome, day), lawful(kind, day) if only else bases(kind, day), day)
    versions = _versions(rule_id)
    if outcome is Outcome.NOT_APPLICABLE:
        return bases(about or versions[-1].about[0], day)
    periods = ", ".join(dict.fromkeys(str(one.in_force) for one in versions))
    raise NoExample(rule_id, f"it is not in force on {day}, but {periods}")


@st.composite
def _told(draw: DrawFn, build: Build, base: st.SearchStrategy[Any], on: date) -> Any:
    return build(draw(base), draw, on)


def _build(case: Case, outcome: Outcome, on: date) -> Build:
    making = case.making(outcome)
    if isinstance(making, Impossible):
        raise NoExample(case.rule, _no_room(case, outcome))
    if isinstance(making, Within):
        if on not in making.days:
            raise NoExample(
                case.rule, f"it cannot be {outcome.value} on {on}, but {making.days}: {making.why.en}"
            )
        return making.build
    return making


def _no_room(case: Case, outcome: Outcome) -> str:
    making = case.making(outcome)
    assert isinstance(making, Impossible)
    return f"it cannot be {outcome.value}: {making.why.en}"
