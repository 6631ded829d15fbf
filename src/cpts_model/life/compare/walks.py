"""Walking with one rule from a day to another: each day on which what it says of a subject turned.

Outcomes are told part by part, each part by the place where it stands in the subject: the
same member is compared with itself, however many others a rule goes through on either day.
A rule that makes its parts up (the payments of a year) is compared as a whole.
"""

import operator
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import attrs

from cpts_model.engine.judging import Finding
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Rule
from cpts_model.engine.turning import judge_watching
from cpts_model.engine.verdict import Places

WHOLE = ""
"""The place of the subject as a whole."""


@attrs.frozen(slots=True)
class Outcomes:
    """What a version of a rule says on a day: the outcome of each part, and that of any other."""

    of_parts: Mapping[str, Outcome] = attrs.field(hash=False)
    rest: Outcome
    """Of a part that the rule did not go through: undetermined where its parts are not known."""

    def of(self, place: str) -> Outcome:
        """The outcome of the part that stands at a place."""
        return self.of_parts.get(place, self.rest)


NOT_IN_FORCE = Outcomes({}, Outcome.NOT_APPLICABLE)


@attrs.frozen(slots=True, kw_only=True)
class Station:
    """A day on which another version of a rule came, or on which an outcome turned."""

    on: date
    rule: Rule | None
    """The version from that day on; ``None`` where none is in force."""
    by_time: Outcomes
    """What the version of the day before says on this day."""
    outcomes: Outcomes


@attrs.frozen(slots=True, kw_only=True)
class Walk:
    """The stations of one rule between two days: the first stands on the first day, the others after it."""

    rule_id: str
    stations: tuple[Station, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """The parts that were gone through on some day; the whole where there was none."""
        return tuple(
            dict.fromkeys(place for station in self.stations for place in station.outcomes.of_parts)
        ) or (WHOLE,)

    def then(self, later: "Walk") -> "Walk":
        """This walk and the one that goes on from its last day."""
        return attrs.evolve(self, stations=(*self.stations, *later.stations[1:]))


def walk(rule_id: str, versions: Iterable[Rule], subject: Any, first: date, last: date) -> Walk:
    """Follow the versions of a rule from a day to a later one.

    Raises:
        RuleFailed: a rule's function raised, or answered neither true nor false.
    """
    in_order = tuple(versions)
    sight = _Sight(subject)
    rule = _in_force(in_order, first)
    outcomes, turn = sight.look(rule, first)
    stations = [Station(on=first, rule=rule, by_time=outcomes, outcomes=outcomes)]
    day = first
    while (day := _next(turn, in_order, day)) <= last:
        before, old = outcomes, rule
        by_time, turn = sight.look(rule, day)
        outcomes = by_time
        rule = _in_force(in_order, day)
        if rule is not old:
            outcomes, turn = sight.look(rule, day)
        if rule is not old or outcomes != before:
            stations.append(Station(on=day, rule=rule, by_time=by_time, outcomes=outcomes))
        if day == date.max:
            break
    return Walk(rule_id=rule_id, stations=tuple(stations))


def crossing(rule_id: str, old: Rule | None, new: Rule | None, subject: Any, on: date) -> Walk:
    """The passage on one day from a rule to the one of the same id in another law."""
    sight = _Sight(subject)
    before, _ = sight.look(old, on)
    after, _ = sight.look(new, on)
    stations = [Station(on=on, rule=old, by_time=before, outcomes=before)]
    if old != new:
        stations.append(Station(on=on, rule=new, by_time=before, outcomes=after))
    return Walk(rule_id=rule_id, stations=tuple(stations))


@attrs.define
class _Sight:
    """Looks at a subject with one rule, and finds anew where the parts stand only when they are others."""

    subject: Any
    _parts: tuple[Any, ...] = ()
    _places: tuple[str, ...] = ()

    def look(self, rule: Rule | None, on: date) -> tuple[Outcomes, date | None]:
        """What a version says on a day, and the next one on which it may say otherwise."""
        if rule is None:
            return NOT_IN_FORCE, None
        finding, turn = judge_watching(rule, self.subject, on)
        return self._outcomes(finding, on), turn

    def _outcomes(self, finding: Finding, on: date) -> Outcomes:
        if finding.parts is None:
            (outcome,) = finding.outcomes
            if finding.rule.each is None:
                return Outcomes({WHOLE: outcome}, Outcome.NOT_APPLICABLE)
            return Outcomes({}, outcome)
        places = self._places_of(finding.rule, finding.parts, on)
        if not all(places) or len(set(places)) < len(places):
            return Outcomes({WHOLE: finding.outcome}, Outcome.NOT_APPLICABLE)
        return Outcomes(dict(zip(places, finding.outcomes, strict=True)), Outcome.NOT_APPLICABLE)

    def _places_of(self, rule: Rule, parts: tuple[Any, ...], on: date) -> tuple[str, ...]:
        if len(parts) != len(self._parts) or not all(map(operator.is_, parts, self._parts)):
            self._parts, self._places = parts, Places(rule, self.subject, on).paths
        return self._places


def _in_force(versions: Iterable[Rule], on: date) -> Rule | None:
    return next((rule for rule in versions if on in rule.in_force), None)


def _next(turn: date | None, versions: Iterable[Rule], after: date) -> date:
    """The next day on which an outcome may turn, or another version comes; the last of the calendar if none."""
    ends = (day for rule in versions for day in (rule.in_force.start, rule.in_force.end))
    return min((day for day in (turn, *ends) if day is not None and day > after), default=date.max)
