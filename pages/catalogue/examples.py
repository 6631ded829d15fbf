"""Find the examples that the catalogue shows: ``python -m pages.catalogue.examples``.

It is run by hand, after a rule was added or changed: what still holds is kept, what does not
is found anew. To find all of them anew, empty the file.
"""

import ast
import contextlib
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

from hypothesis import HealthCheck, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from cpts_model import LAW, Law, Outcome, Rule, UnknownRule, assess
from cpts_model.testing import DAY, case_of, not_applicable, satisfying, undetermined, violating
from cpts_model.testing.outcomes import days_of
from pages.catalogue.stored import SHOWN, Example, StaleExample, keep, kept

_MAKERS = {
    Outcome.SATISFIED: satisfying,
    Outcome.VIOLATED: violating,
    Outcome.UNDETERMINED: undetermined,
    Outcome.NOT_APPLICABLE: not_applicable,
}
_SETTINGS = settings(
    max_examples=200,
    database=None,
    derandomize=True,
    deadline=None,
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large),
)


def wanted(rule: Rule) -> Iterator[tuple[Outcome, date, type[Any]]]:
    """The outcomes of a version that there are examples of: on which day, about subjects of which class."""
    start = rule.in_force.start or DAY
    for outcome in SHOWN:
        case = case_of(rule.id, start, outcome)
        days = days_of(case, outcome) if case else None
        if case and days:
            latest = min(DAY, days.last_day or DAY)
            yield outcome, max(latest, days.start or latest), case.about[0]


def found(rule: Rule, outcome: Outcome, on: date, about: type[Any], *, is_open: bool) -> Example:
    """The smallest example that can be found.

    Raises:
        NoSuchExample: there is none.
    """
    law = Law((rule,))
    best: list[tuple[int, Any]] = []

    def fits(subject: Any) -> bool:
        judged = assess(subject, on=on, law=law)
        if judged.outcome_of(rule.id) is not outcome:
            return False
        if is_open is not any(verdict.reason for verdict in judged.of(rule.id)):
            return False
        size = _size(subject)
        if not best or size <= best[-1][0]:
            best.append((size, subject))
        return True

    subjects: st.SearchStrategy[Any] = _MAKERS[outcome](rule.id, on=on, about=about)
    find(subjects, fits, settings=_SETTINGS)
    return Example(
        rule=rule.id,
        since=rule.in_force.start,
        outcome=outcome,
        open=is_open,
        on=on,
        facts=repr(best[-1][1]),
    )


def _size(subject: Any) -> int:
    """How much is told, and in how many words."""
    return sum(1 for _ in ast.walk(ast.parse(repr(subject))))


def refresh() -> None:
    """Keep the examples that still hold, and find those that are missing; what is found is kept at once."""
    known = {example.key for example in kept()}
    versions = {(example.rule, example.since) for example in kept()}
    held = {example.key: example for example in kept() if _holds(example)}
    for rule in LAW:
        new = (rule.id, rule.in_force.start) not in versions
        for outcome, on, about in wanted(rule):
            # A question that the texts leave open is undetermined too: it is shown beside what nobody told.
            for is_open in (False, True) if outcome is Outcome.UNDETERMINED else (False,):
                key = rule.id, rule.in_force.start, outcome, is_open
                # Most rules leave nothing open: that is looked for once.
                if key in held or (is_open and not new and key not in known):
                    continue
                with contextlib.suppress(NoSuchExample):
                    held[key] = found(rule, outcome, on, about, is_open=is_open)
                    keep(sorted(held.values(), key=_place))
                    print(rule.version, outcome.value, file=sys.stderr)
    keep(sorted(held.values(), key=_place))


def _holds(example: Example) -> bool:
    try:
        return bool(example.verdicts) and LAW.find(example.rule, example.on) is not None
    except (StaleExample, UnknownRule):
        return False


def _place(example: Example) -> tuple[int, str, int, bool]:
    """Where an example stands in the file: in the order of the law."""
    since = (example.since or date.min).isoformat()
    return LAW.ids.index(example.rule), since, SHOWN.index(example.outcome), example.open


if __name__ == "__main__":
    refresh()
