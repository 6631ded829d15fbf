"""How each outcome of a rule comes about: facts made so, from the wording of the text."""

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import Period
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Text

Build = Callable[[Any, DrawFn, date], Any]
"""``(base, draw, on)``: the base, told the facts that bring an outcome about on that day.

The base tells nothing but who it is, or tells of a subject that breaks no law: what is
added decides of both.
"""


@attrs.frozen(slots=True, kw_only=True)
class Within:
    """An outcome that can only be had on some of the days on which the rule is in force."""

    days: Period
    build: Build
    why: Text
    """Why not on the others."""


@attrs.frozen(slots=True)
class Impossible:
    """An outcome for which the text leaves no room."""

    why: Text


Making = Build | Within | Impossible

BINDS_ALWAYS = Impossible(
    Text("la règle lie toujours ce qu'elle vise", "the rule always binds what it is about")
)


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Case:
    """One version of a rule, and facts that bring each of its outcomes about.

    Written from the text that the rule cites, and not from the rule: the two can disagree,
    and a test tells.
    """

    rule: str
    """The id of the rule."""
    in_force: Period
    about: tuple[type[Any], ...]
    """The classes of subject that the functions below can be given: the first unless another is asked for."""
    satisfied: Making
    violated: Making
    undetermined: Making
    not_applicable: Making = BINDS_ALWAYS
    together: tuple[str, ...] = ()
    """The blocking rules that whatever violates this one violates too."""
    together_why: Text | None = None

    def making(self, outcome: Outcome) -> Making:
        """How an outcome comes about."""
        return {
            Outcome.SATISFIED: self.satisfied,
            Outcome.VIOLATED: self.violated,
            Outcome.UNDETERMINED: self.undetermined,
            Outcome.NOT_APPLICABLE: self.not_applicable,
        }[outcome]

    def __repr__(self) -> str:
        return f"<Case {self.version}>"

    @property
    def version(self) -> str:
        """The id and the period."""
        return f"{self.rule} ({self.in_force})"


@attrs.frozen(slots=True, kw_only=True)
class Situation:
    """A subject, a day, and how a rule comes out of them, as the text has it."""

    subject: Any
    on: date
    rule: str
    outcome: Outcome
