"""Looking for the rules of which a claim does not hold, and for the smallest example that shows it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from random import Random
from typing import Any

import attrs
from hypothesis import Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky, NoSuchExample

from cpts_model.engine.errors import RuleFailed
from cpts_model.engine.law import Law
from cpts_model.engine.rule import Rule
from cpts_model.testing.check.masking import shorter, shown, told, without
from cpts_model.testing.check.problems import Claim, Fault, Problem
from cpts_model.testing.check.subjects import Subjects, days_around, subjects_of

Example = tuple[Any, date]
"""A subject and a day."""

_DRAWN_SMALLER = 200
"""How many smaller examples of a failure are drawn, before facts are hidden from the smallest."""

Look = Callable[[Law, Any, date], Iterator[Fault]]
"""Looks at a law through one subject and one day."""


@attrs.frozen(slots=True, kw_only=True)
class Observed(Claim):
    """A claim that one looks at through subjects."""

    look: Look
    first: bool = False
    """Whether a rule of which it does not hold cannot be looked at for the others."""


@attrs.frozen(slots=True, kw_only=True)
class Search:
    """How far to look: the subjects, how many of each class, and which ones."""

    law: Law
    subjects: Subjects
    max_examples: int
    seed: int

    def each(self, kind: type[Any], look: Callable[[Any, date], None]) -> None:
        """Look through every subject drawn of a class, each on a day around the changes of the law."""

        def pass_on(example: Example) -> bool:
            look(*example)
            return False

        self._find(kind, pass_on, self.max_examples, Phase.generate)

    def until(self, kind: type[Any], done: Callable[[Any, date], bool]) -> None:
        """Look on, five times as far if need be, until all is seen."""
        self._find(kind, lambda example: done(*example), 5 * self.max_examples, Phase.generate)

    def smallest(self, kind: type[Any], example: Example, fails: Callable[[Example], bool]) -> Example:
        """The smallest example that fails as this one does, and of which as little as will do is told."""
        found, looks = example, 0

        def fails_still(one: Example) -> bool:
            nonlocal found, looks
            looks += 1
            # Of large subjects hiding facts makes a smaller example sooner than drawing on would.
            if looks > self.max_examples + _DRAWN_SMALLER or not fails(one):
                return False
            found = one
            return True

        if kind in self.subjects:
            self._find(kind, fails_still, self.max_examples, Phase.generate, Phase.shrink)
        return _pared(found, fails)

    def _find(self, kind: type[Any], done: Callable[[Example], bool], most: int, *phases: Phase) -> None:
        # The same seed draws the same examples again, whatever is looked for.
        drawn = st.tuples(self.subjects[kind], days_around(self.law.changes))
        how = settings(max_examples=most, database=None, deadline=None, phases=phases)
        with suppress(NoSuchExample, Flaky):  # what hangs on chance fails once, and not again
            find(drawn, done, settings=how, random=Random(self.seed))


def search_of(law: Law, subjects: Subjects | None, max_examples: int, seed: int) -> Search:
    """A search through the subjects of a law."""
    return Search(law=law, subjects=subjects_of(law, subjects), max_examples=max_examples, seed=seed)


def problems_seen(
    search: Search, claims: Iterable[Observed], examples: Iterable[Example] = ()
) -> Iterator[Problem]:
    """The claims that do not hold of some rule, each with the smallest example: of those given, and of those drawn."""
    claims = tuple(claims)
    seen: dict[tuple[Observed, str], _Sight] = {}
    law = search.law

    def look(subject: Any, on: date) -> None:
        nonlocal law
        for claim in claims:
            faults = tuple(claim.look(law, subject, on))
            for version, what in faults:
                seen.setdefault(
                    (claim, version), _Sight(kind=type(subject), example=(subject, on), what=what)
                )
            if claim.first and faults:
                law = _less(law, {version for version, _ in faults})

    for subject, on in examples:
        look(subject, on)
    for kind in search.subjects:
        search.each(kind, look)
    for claim in claims:
        for rule in search.law:
            sight = seen.get((claim, rule.version))
            if sight is not None:
                yield _told(search, claim, rule, sight)


def _less(law: Law, versions: set[str]) -> Law:
    return Law(tuple(rule for rule in law if rule.version not in versions), law.articles)


@attrs.frozen(slots=True, kw_only=True)
class _Sight:
    """What was first seen of a claim that does not hold."""

    kind: type[Any]
    example: Example
    what: str


def _told(search: Search, claim: Observed, rule: Rule, sight: _Sight) -> Problem:
    alone = Law((rule,))

    def what(example: Example) -> str | None:
        try:
            return next((what for _, what in claim.look(alone, *example)), None)
        except RuleFailed:  # it fails there in a way of its own
            return None

    subject, on = search.smallest(sight.kind, sight.example, lambda example: what(example) is not None)
    return Problem(
        claim=claim,
        rule=rule.version,
        what=what((subject, on)) or sight.what,
        example=f"on {on}, of {shown(subject)}",
    )


def _pared(example: Example, fails: Callable[[Example], bool]) -> Example:
    """The same example without the facts, and the items of lists, that it does without."""
    subject, on = example
    kept: set[str] = set()
    while place := next((place for place in told(subject) if str(place) not in kept), None):
        kept.add(str(place))
        less, _ = without(subject, [place])
        if fails((less, on)):
            subject = less
    while less := next((less for less in shorter(subject) if fails((less, on))), None):
        subject = less
    return subject, on
