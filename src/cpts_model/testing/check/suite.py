"""The claims as checks: each alone, and all of them on a law of anybody's."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from cpts_model.engine.law import Law
from cpts_model.testing.check import observed, purity, reaching, wording
from cpts_model.testing.check.problems import Problem, raise_if_any
from cpts_model.testing.check.reaching import Unreachable
from cpts_model.testing.check.searching import Observed, problems_seen, search_of
from cpts_model.testing.check.subjects import Subjects

if TYPE_CHECKING:
    from cpts_model.testing.case import Situation

EXAMPLES = 100
"""How many subjects of each class are drawn, unless one says otherwise."""


def check_law(
    law: Law,
    *,
    subjects: Subjects | None = None,
    cases: Iterable["Situation"] = (),
    unreachable: Unreachable | None = None,
    max_examples: int = EXAMPLES,
    seed: int = 0,
) -> None:
    """Check everything that must hold of the rules of a law, whoever wrote them and of whatever they are.

    The rules are looked at through subjects drawn of the classes that they are about, on days
    around those on which the law changes. ``subjects`` says how those of each class are drawn:
    without it, as the fields of the class declare (``date | Unknown`` is a day, or untold), which
    serves classes of attrs only. The same subjects are drawn at each run; another ``seed`` draws
    others. ``cases`` are :class:`~cpts_model.testing.Situation` values that bring outcomes about,
    and ``unreachable`` those that the texts leave no room for, by the id of the rule or by its
    version, each with the reason: ``{"club.hall": {Outcome.VIOLATED: "the league always has one"}}``.

    Raises:
        LawCheckFailed: a claim does not hold; the message lists them all, each with its rule, the
            smallest example and the mend. It is an :class:`AssertionError`.
        CannotDraw: a class does not say how its subjects are drawn.
        UnknownRule: ``unreachable`` names no rule of the law.
    """
    search = search_of(law, subjects, max_examples, seed)
    cases = tuple(cases)
    outlook = reaching.outlook_of(search, cases, unreachable or {})

    def problems() -> Iterator[Problem]:
        yield from wording.versions(law)
        yield from wording.languages(law)
        yield from wording.sourced(law)
        yield from wording.pickles(law)
        yield from purity.pure(law)
        # Of every rule each outcome is looked at, however seldom chance brings it about.
        yield from problems_seen(search, observed.OBSERVED, outlook.shown)
        yield from reaching.as_said(law, cases)
        yield from reaching.reached(law, outlook)

    raise_if_any(problems())


def check_versions(law: Law) -> None:
    """Versions of a rule share no day, leave no single day between them, and cite an article that exists."""
    raise_if_any(wording.versions(law))


def check_languages(law: Law) -> None:
    """Title, remedy, note and who must comply are told in French and in English."""
    raise_if_any(wording.languages(law))


def check_sources(law: Law) -> None:
    """Each rule says which text asks for it, where that was read, and in which words."""
    raise_if_any(wording.sourced(law))


def check_pickles(law: Law) -> None:
    """Each rule goes to another process and comes back the same."""
    raise_if_any(wording.pickles(law))


def check_pure(law: Law) -> None:
    """The functions of each rule, and those they call in the same package, read no clock, chance or file."""
    raise_if_any(purity.pure(law))


def check_answers(
    law: Law, *, subjects: Subjects | None = None, max_examples: int = EXAMPLES, seed: int = 0
) -> None:
    """Every rule answers True or False, however little is told."""
    _check(observed.ANSWERS, law, subjects, max_examples, seed)


def check_changes_nothing(
    law: Law, *, subjects: Subjects | None = None, max_examples: int = EXAMPLES, seed: int = 0
) -> None:
    """Judging leaves the subject as it was."""
    _check(observed.CHANGES_NOTHING, law, subjects, max_examples, seed)


def check_deterministic(
    law: Law, *, subjects: Subjects | None = None, max_examples: int = EXAMPLES, seed: int = 0
) -> None:
    """The same question has the same answer."""
    _check(observed.DETERMINISTIC, law, subjects, max_examples, seed)


def check_monotone(
    law: Law, *, subjects: Subjects | None = None, max_examples: int = EXAMPLES, seed: int = 0
) -> None:
    """Telling more facts never flips a settled verdict."""
    _check(observed.MONOTONE, law, subjects, max_examples, seed)


def check_free_of_order(
    law: Law, *, subjects: Subjects | None = None, max_examples: int = EXAMPLES, seed: int = 0
) -> None:
    """The order in which facts are listed changes nothing."""
    _check(observed.FREE_OF_ORDER, law, subjects, max_examples, seed)


def check_explained(
    law: Law, *, subjects: Subjects | None = None, max_examples: int = EXAMPLES, seed: int = 0
) -> None:
    """An explanation comes to the same answer, from facts that it names, in both languages."""
    _check(observed.EXPLAINED, law, subjects, max_examples, seed)


def check_asked_for(
    law: Law, *, subjects: Subjects | None = None, max_examples: int = EXAMPLES, seed: int = 0
) -> None:
    """What ``missing`` names is unknown, and one of the facts that settle an open rule is among it."""
    _check(observed.ASKED_FOR, law, subjects, max_examples, seed)


def check_reached(
    law: Law,
    *,
    subjects: Subjects | None = None,
    cases: Iterable["Situation"] = (),
    unreachable: Unreachable | None = None,
    max_examples: int = EXAMPLES,
    seed: int = 0,
) -> None:
    """Every outcome of every version comes about, as :func:`check_law` has it; each case comes out as it says."""
    cases = tuple(cases)
    search = search_of(law, subjects, max_examples, seed)
    outlook = reaching.outlook_of(search, cases, unreachable or {})
    raise_if_any([*reaching.as_said(law, cases), *reaching.reached(law, outlook)])


def _check(claim: Observed, law: Law, subjects: Subjects | None, max_examples: int, seed: int) -> None:
    raise_if_any(problems_seen(search_of(law, subjects, max_examples, seed), (claim,)))
