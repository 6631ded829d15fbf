"""The root of everything the library raises on purpose.

A structure that breaks a rule is a result and comes back as data. An exception is for
misuse: it keeps its facts as fields, says the likely mend, and survives pickling.
"""

import difflib
from collections.abc import Iterable


class CptsModelError(Exception):
    """Root of the library's exceptions."""


class UnknownRule(CptsModelError, LookupError):
    """No rule, at any date, has this id."""

    def __init__(self, rule_id: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(rule_id, nearest)
        self.rule_id = rule_id
        self.nearest = nearest

    def __str__(self) -> str:
        return f"no rule is called {shortened(self.rule_id)}{did_you_mean(self.nearest)}"


class RuleConflict(CptsModelError, ValueError):
    """Two versions of one rule are in force on the same day."""

    def __init__(self, rule_id: str, first: str, second: str) -> None:
        super().__init__(rule_id, first, second)
        self.rule_id = rule_id
        self.first = first
        self.second = second

    def __str__(self) -> str:
        return (
            f"two versions of {self.rule_id!r} are in force on the same day: "
            f"{self.first} and {self.second}; end the older one where the newer begins, "
            "or give your rule an id of its own"
        )


class RuleFailed(CptsModelError):
    """A rule's function raised, or returned something that is neither true nor false."""

    def __init__(self, rule_id: str, problem: str) -> None:
        super().__init__(rule_id, problem)
        self.rule_id = rule_id
        self.problem = problem

    def __str__(self) -> str:
        return f"rule {self.rule_id!r} could not be judged: {self.problem}"


class MissingExtra(CptsModelError, ImportError):
    """A package is needed that comes with an extra of this library."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(package, extra)
        self.package = package
        self.extra = extra

    def __str__(self) -> str:
        return f"this needs {self.package}: pip install 'cpts-model[{self.extra}]'"


def shortened(value: object, most: int = 80) -> str:
    """A value as a message shows it: its repr, cut where it would fill the message."""
    said = repr(value)
    return said if len(said) <= most else f"{said[:most]}…"


def nearest_names(word: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names most like a misspelt word, best first."""
    return tuple(difflib.get_close_matches(word[:200], list(names), n=3, cutoff=0.6))


def did_you_mean(nearest: tuple[str, ...]) -> str:
    """The tail of an error message that offers the nearest names."""
    return f"; did you mean {' or '.join(repr(name) for name in nearest)}?" if nearest else ""
