"""What a check found: each claim that does not hold, of which rule, shown on the smallest example there is."""

from collections.abc import Callable, Iterable, Iterator

import attrs

from cpts_model.engine.law import Law
from cpts_model.engine.rule import Rule

Fault = tuple[str, str]
"""The version of the rule at fault, and what is wrong."""


@attrs.frozen(slots=True, kw_only=True)
class Claim:
    """Something that must hold of every rule."""

    name: str
    mend: str
    """What usually mends a rule of which it does not hold."""


@attrs.frozen(slots=True, kw_only=True)
class Problem:
    """A claim that does not hold of a rule."""

    claim: Claim
    rule: str
    """The version of the rule, as :attr:`~cpts_model.Rule.version` names it."""
    what: str
    example: str = ""
    """The subject and the day that show it; empty when none is needed."""

    def __str__(self) -> str:
        return "\n    ".join(line for line in (self.rule, self.what, self.example) if line)


class LawCheckFailed(AssertionError):
    """Claims that do not hold of a law: all of them at once, each with its rule and an example.

    One error and no group of them: a group would print a traceback through this library
    for each, and none of those says anything of the rule.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        by_claim: dict[Claim, list[Problem]] = {}
        for problem in self.problems:
            by_claim.setdefault(problem.claim, []).append(problem)
        said = (
            "\n  ".join([f"{claim.name}: {claim.mend}", *map(str, problems)])
            for claim, problems in by_claim.items()
        )
        return "\n\n".join(["what must hold of every rule of a law does not hold of this one", *said])


def raise_if_any(problems: Iterable[Problem]) -> None:
    """Fail with what was found, if something was.

    Raises:
        LawCheckFailed: a claim does not hold.
    """
    found = tuple(problems)
    if found:
        raise LawCheckFailed(found)


def of_each(claim: Claim, law: Law, look: Callable[[Rule], Iterable[str]]) -> Iterator[Problem]:
    """What a look at each rule, without any subject, says is wrong with it."""
    for rule in law:
        for what in look(rule):
            yield Problem(claim=claim, rule=rule.version, what=what)
