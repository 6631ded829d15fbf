"""Every outcome of every version of every rule, made from the wording of the text and compared with the engine."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpts_model import LAW, Outcome, Rule, assess
from cpts_model.testing.bases import lawful
from cpts_model.testing.case import BINDS_ALWAYS, Case, Impossible
from cpts_model.testing.cases import CASES
from cpts_model.testing.days import days_in
from cpts_model.testing.lawful import LAWFUL
from cpts_model.testing.outcomes import days_of, not_applicable, satisfying, undetermined, violating

STRATEGIES = {
    Outcome.SATISFIED: satisfying,
    Outcome.VIOLATED: violating,
    Outcome.UNDETERMINED: undetermined,
    Outcome.NOT_APPLICABLE: not_applicable,
}
few = settings(
    max_examples=max(6, settings.default.max_examples // 4), deadline=None, derandomize=True, database=None
)


def _name(case: Case) -> str:
    return f"{case.version}, {'/'.join(kind.__name__ for kind in case.about)}"


BOTH = [
    pytest.param(case, outcome, id=f"{_name(case)}, {outcome.value}")
    for case in CASES
    for outcome in Outcome
    if not isinstance(case.making(outcome), Impossible)
]
BLOCKING = {(rule.id, rule.in_force.start) for rule in LAW if rule.blocking}


def _days(case: Case, outcome: Outcome) -> st.SearchStrategy[date]:
    days = days_of(case, outcome)
    assert days is not None
    return days_in(days)


@pytest.mark.parametrize(("case", "outcome"), BOTH)
def test_the_engine_finds_what_the_text_says(case: Case, outcome: Outcome) -> None:
    @few
    @given(st.data())
    def check(data: st.DataObject) -> None:
        on = data.draw(_days(case, outcome))
        kind = case.about[data.draw(st.integers(0, len(case.about) - 1))]
        subject = data.draw(STRATEGIES[outcome](case.rule, on=on, about=kind))
        assert assess(subject, on=on).outcome_of(case.rule) is outcome, f"on {on}: {subject}"

    check()


def test_every_version_of_every_rule_has_its_case() -> None:
    """No rule is dead: whoever adds one writes how it comes out each way."""
    assert {(case.rule, case.in_force) for case in CASES} == {(rule.id, rule.in_force) for rule in LAW}


@pytest.mark.parametrize("rule", LAW, ids=lambda rule: rule.version)
def test_a_rule_that_has_a_case_in_which_it_does_not_bind_shows_it(rule: Rule) -> None:
    binds_always = [
        case.not_applicable is BINDS_ALWAYS
        for case in CASES
        if case.rule == rule.id and case.in_force == rule.in_force
    ]
    assert all(binds_always) == (rule.each is None and not rule.conditions)


@pytest.mark.parametrize("outcome", [Outcome.SATISFIED, Outcome.VIOLATED, Outcome.UNDETERMINED])
@pytest.mark.parametrize("rule", LAW, ids=lambda rule: rule.version)
def test_every_outcome_can_be_had_or_the_text_says_why_not(rule: Rule, outcome: Outcome) -> None:
    reached = any(
        not isinstance(case.making(outcome), Impossible)
        for case in CASES
        if case.rule == rule.id and case.in_force == rule.in_force
    )
    assert reached == ((rule.version, outcome) not in OPEN_BY_LAW)


OPEN_BY_LAW = {
    # The day on which the ministerial authorisation was first required was not found.
    ("cpts.armees-autorisation (2016-01-28 to 2020-04-14, CSP, art. L1434-12)", Outcome.VIOLATED),
    # Nor was the day on which the university maison de santé entered the article.
    ("msp.universitaire (2016-01-28 to 2019-07-26, CSP, art. L6323-3)", Outcome.SATISFIED),
    ("msp.universitaire (2016-01-28 to 2019-07-26, CSP, art. L6323-3)", Outcome.VIOLATED),
    # No text forbids two territories to overlap.
    ("cpts.territoires-communs (since 2016-01-28, CSP, art. L1434-12)", Outcome.VIOLATED),
    # The article names two forms and forbids no other.
    ("esp.forme (since 2016-01-28, CSP, art. L1411-11-1)", Outcome.VIOLATED),
}


@pytest.mark.parametrize("case", [case for case in CASES if case.together], ids=_name)
def test_what_goes_together_is_blocking_and_says_why(case: Case) -> None:
    assert case.together_why is not None
    for rule_id in case.together:
        assert all(rule.blocking for rule in LAW.versions(rule_id)), rule_id


VIOLATED = [case for case in CASES if not isinstance(case.violated, Impossible)]


@pytest.mark.parametrize("case", VIOLATED, ids=_name)
def test_what_violates_only_one_rule_breaks_no_other(case: Case) -> None:
    @few
    @given(st.data())
    def check(data: st.DataObject) -> None:
        on = data.draw(_days(case, Outcome.VIOLATED))
        kind = case.about[data.draw(st.integers(0, len(case.about) - 1))]
        subject = data.draw(violating(case.rule, on=on, about=kind, only=True))
        assessment = assess(subject, on=on)
        assert assessment.outcome_of(case.rule) is Outcome.VIOLATED
        expected = {rule_id for rule_id in case.together if LAW.find(rule_id, on) is not None}
        if (case.rule, case.in_force.start) in BLOCKING:
            expected.add(case.rule)
        assert {verdict.rule.id for verdict in assessment.breaches} == expected, f"on {on}: {subject}"

    check()


@pytest.mark.parametrize("kind", LAWFUL, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("turn", LAW.changes, ids=str)
def test_a_lawful_subject_breaks_no_law_and_leaves_none_open(kind: type, turn: date) -> None:
    @settings(few, max_examples=4)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        on = turn + timedelta(days=data.draw(st.sampled_from([0, -1, 1, 400])))
        subject = data.draw(lawful(kind, on))
        assessment = assess(subject, on=on)
        for finding in assessment.findings:
            if finding.rule.blocking:
                assert finding.outcome in (Outcome.SATISFIED, Outcome.NOT_APPLICABLE), (
                    finding.rule.id,
                    on,
                    subject,
                )

    check()
