"""What must hold of every rule, whatever it says: found on structures of every kind, told in full and in part."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpts_model import LAW, Authority, Outcome, Rule, assess
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.structures import CPTS
from cpts_model.testing.case import Case, Impossible
from cpts_model.testing.cases import CASES
from cpts_model.testing.check import check_law
from cpts_model.testing.outcomes import (
    Situation,
    days_of,
    not_applicable,
    satisfying,
    undetermined,
    violating,
)
from cpts_model.testing.strategies import cpts, dates_around_law_changes
from world import STRUCTURES

WAYS = {
    Outcome.SATISFIED: satisfying,
    Outcome.VIOLATED: violating,
    Outcome.UNDETERMINED: undetermined,
    Outcome.NOT_APPLICABLE: not_applicable,
}


def version_of(case: Case) -> Rule:
    return next(rule for rule in LAW.versions(case.rule) if rule.in_force == case.in_force)


def impossible() -> dict[str, dict[Outcome, str]]:
    """The outcomes for which the text of a version leaves no room, in no case of it, and why."""
    none: dict[str, dict[Outcome, str]] = defaultdict(dict)
    possible: set[tuple[str, Outcome]] = set()
    for case in CASES:
        version = version_of(case).version
        for outcome in Outcome:
            making = case.making(outcome)
            if isinstance(making, Impossible):
                none[version][outcome] = making.why.en
            else:
                possible.add((version, outcome))
    return {
        version: {outcome: why for outcome, why in told.items() if (version, outcome) not in possible}
        for version, told in none.items()
    }


def situations() -> Iterator[Situation]:
    """The simplest subject and day under which each outcome of each case comes about."""
    for case in CASES:
        for outcome, subjects in WAYS.items():
            days = days_of(case, outcome)
            if days is not None:
                on = days.start or date(2026, 1, 1)
                for kind in case.about:
                    drawn = subjects(case.rule, on=on, about=kind)
                    yield Situation(subject=simplest(drawn), on=on, rule=case.rule, outcome=outcome)


def simplest(drawn: st.SearchStrategy[Any]) -> Any:
    found: list[Any] = []

    @settings(max_examples=1, database=None, deadline=None, derandomize=True)
    @given(drawn)
    def take(subject: Any) -> None:
        found.append(subject)

    take()
    return found[0]


def test_what_must_hold_of_every_rule_holds() -> None:
    """No verdict flips, none hangs on order or chance, each explains itself, and no rule is dead."""
    check_law(LAW, cases=situations(), unreachable=impossible(), max_examples=60)


class TestVoluntaryMembership:
    @given(cpts(), dates_around_law_changes())
    def test_nobody_is_a_member_without_consent(self, structure: CPTS, on: date) -> None:
        for verdict in assess(structure, on=on).of("adhesion.libre"):
            if verdict.outcome is Outcome.SATISFIED:
                assert verdict.part.consented is True
            if verdict.outcome is Outcome.VIOLATED:
                assert verdict.part.consented is False

    @given(cpts(min_members=1), dates_around_law_changes())
    def test_whoever_does_not_join_breaks_nothing(self, structure: CPTS, on: date) -> None:
        fewer = attrs.evolve(structure, members=structure.members[1:])
        assert broken(fewer, on) <= broken(structure, on)


def broken(structure: CPTS, on: date) -> set[str]:
    return {verdict.rule.id for verdict in assess(structure, on=on).breaches}


class TestMultipleMembership:
    @given(cpts(), dates_around_law_changes())
    def test_belonging_to_two_cpts_never_breaks_the_law(self, structure: CPTS, on: date) -> None:
        assert not any(verdict.blocking for verdict in assess(structure, on=on).of("adhesion.multiple"))

    def test_is_a_warning_at_most_in_every_version(self) -> None:
        assert all(not rule.blocking for rule in LAW.versions("adhesion.multiple"))


class TestTheLawInTime:
    def test_each_day_has_one_version_of_each_article_or_a_declared_absence(self) -> None:
        for article in LAW.articles:
            assert article.versions, f"{article.number} declares no version"
            assert article.versions[0].period.start is None or article.versions[0].period.start <= date(
                2007, 12, 22
            ), article.number
            assert article.versions[-1].period.end is None, article.number

    @pytest.mark.parametrize("day", LAW.changes, ids=str)
    def test_the_law_differs_on_the_two_sides_of_each_change(self, day: date) -> None:
        assert LAW.at(day - timedelta(days=1)).rules != LAW.at(day).rules

    def test_every_text_was_seen_and_has_a_first_day(self) -> None:
        for rule in LAW:
            assert rule.checked_on is not None, rule.id
            # What any list of members must be holds at all times; a text has a first day.
            assert rule.in_force.start is not None or rule.authority is Authority.PRACTICE, rule.id


def test_unknown_structure_breaks_nothing() -> None:
    for kind in STRUCTURES:
        for on in LAW.changes:
            assessment = assess(kind(id="x"), on=on)
            assert assessment.ok
            assert all(verdict.part is None for verdict in assessment.verdicts)
    assert CPTS(id="x").members is UNKNOWN
