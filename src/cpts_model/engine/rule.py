"""A rule: what a text requires of a subject, as a plain function and the value beside it."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any

import attrs

from cpts_model.engine.citations import Authority, Citation, Evidence
from cpts_model.engine.dates import ALWAYS, Period
from cpts_model.engine.text import Text


class Modality(Enum):
    """What a rule does to its subject.

    A failed definition means "this is not one"; a permission whose condition is not met
    is a right not open, and never a breach.
    """

    DEFINITION = "definition"
    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"

    @property
    def label(self) -> Text:
        """The modality's name."""
        return _MODALITIES[self]


_MODALITIES = {
    Modality.DEFINITION: Text("définition", "definition"),
    Modality.OBLIGATION: Text("obligation", "obligation"),
    Modality.PROHIBITION: Text("interdiction", "prohibition"),
    Modality.PERMISSION: Text("faculté", "permission"),
}

_ID = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")

Condition = Callable[..., Any]
"""``(subject, on)``, or ``(part, subject, on)`` in a rule that has ``each``."""


@attrs.frozen(slots=True, kw_only=True)
class Rule:
    """One requirement of one text, in one of its versions.

    The functions are pure and read like the article: ``holds`` says whether the
    requirement is met, ``applies`` the case in which it binds (one condition, or several
    that must all be met, asked in turn: the first ones are shared with other rules), ``each`` the parts of the subject
    it holds of, one by one. They are called ``(subject, on)``, or
    ``(part, subject, on)`` when there is ``each``.

    Raises:
        ValueError: the id is not dotted kebab-case ASCII.
    """

    id: str
    about: type[Any] | tuple[type[Any], ...]
    holds: Condition
    each: Callable[[Any, date], Iterable[Any]] | None = None
    applies: Condition | tuple[Condition, ...] | None = None
    modality: Modality
    authority: Authority
    cites: Citation
    also_cites: tuple[Citation, ...] = ()
    in_force: Period = ALWAYS
    evidence: Evidence
    checked_on: date | None
    """The last day on which the text was seen in force with this wording; ``None`` where nobody said."""
    source: str
    """Where it was seen."""
    title: Text
    remedy: Text
    """What would mend a breach, or open a right."""
    note: Text | None = None
    """What the reader must know of this rule's limits."""
    upon: Text | None = None
    """Who must comply, when it is not the subject: an agency's duty is never its breach."""

    def __attrs_post_init__(self) -> None:
        if _ID.fullmatch(self.id) is None:
            raise ValueError(f"{self.id!r} is not a rule id: use lower-case ASCII, dots and hyphens")

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions that must all be met for the rule to bind."""
        if self.applies is None:
            return ()
        return self.applies if isinstance(self.applies, tuple) else (self.applies,)

    @property
    def blocking(self) -> bool:
        """Whether a breach makes the subject break the law, and is not only a warning."""
        return self.authority.binds and self.modality is not Modality.PERMISSION and self.upon is None

    @property
    def version(self) -> str:
        """The id and the period, as messages name this version."""
        return f"{self.id} ({self.in_force}, {self.cites.short})"

    def concerns(self, kind: type[Any]) -> bool:
        """Whether the rule is about subjects of this class."""
        return issubclass(kind, self.about)
