"""A question that people ask: the cases that answer it, and a sentence for each outcome of each."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any

import attrs

from cpts_model import Law, Outcome, Text
from cpts_model.engine.text import Lang

JUDGED_ON = date(2026, 11, 21)
"""The day on which the cases are judged, where they say no other."""


class Group(Enum):
    """What a question is about."""

    JOINING = "joining"
    WHO = "who"
    MONEY = "money"
    FOUNDING = "founding"
    STAGES = "stages"

    @property
    def label(self) -> Text:
        """The group's name."""
        return _GROUPS[self]


_GROUPS = {
    Group.JOINING: Text("Adhérer", "Joining"),
    Group.WHO: Text("Qui peut adhérer", "Who may join"),
    Group.MONEY: Text("Être payé", "Being paid"),
    Group.FOUNDING: Text("Fonder", "Founding"),
    Group.STAGES: Text("Les étapes", "The stages"),
}

UNTOLD = Text(
    "On ne peut pas le dire : il y manque un fait, ou les textes lus ne tranchent pas.",
    "It cannot be said: a fact is wanting, or the texts read do not settle it.",
)
NO_RULE = Text(
    "Aucune règle encodée ne s'applique à ce cas ce jour-là.",
    "No rule encoded applies to this case on that day.",
)


@attrs.frozen(slots=True)
class Says:
    """What is answered for each outcome that a case may have."""

    satisfied: Text
    violated: Text
    undetermined: Text = UNTOLD
    not_applicable: Text = NO_RULE

    def of(self, outcome: Outcome) -> Text:
        """The sentence for an outcome."""
        answer: Text = getattr(self, outcome.value)
        return answer


@attrs.frozen(slots=True, kw_only=True)
class Case:
    """A small dossier, the rule that it is judged by, and what is answered."""

    what: Text
    """What sets it apart from the other cases."""
    dossier: Any
    rule: str | None
    """The rule that decides; ``None`` for every rule of law or regulation that can be broken."""
    says: Says
    leads: bool = False
    """Whether its sentence is part of the short answer."""
    on: date = JUDGED_ON
    law_moved: bool = False
    """Whether to show it under the law of other days: its facts are old enough to be judged then."""


@attrs.frozen(slots=True)
class Silence:
    """What the library does not decide: the question, who decides it, what to ask."""

    about: Text
    who: Text
    ask: Text
    answer: Text | None = None
    """The sentence that opens the short answer, where it is the answer."""


@attrs.frozen(slots=True, kw_only=True)
class Table:
    """A table that the library computes for a question, under its title."""

    title: Text
    write: Callable[[Lang, Law], str]


@attrs.frozen(slots=True, kw_only=True)
class Question:
    """A question as people ask it, and what answers it."""

    slug: Text
    """The name of its page, in each language."""
    group: Group
    asked: Text
    also: Text
    """How else people ask it."""
    cases: tuple[Case, ...]
    silences: tuple[Silence, ...] = ()
    tables: tuple[Table, ...] = ()
    figure: Callable[[Lang], str] | None = None
    """A line of the short answer with the figure that people look for."""

    @property
    def leading(self) -> tuple[Case, ...]:
        """The cases that make the short answer; the first of them is the answer in one line."""
        return tuple(case for case in self.cases if case.leads)

    def path(self, lang: Lang) -> str:
        """Where its page stands, from ``docs/``."""
        folder = "answers" if lang == "en" else "fr/reponses"
        return f"{folder}/{self.slug.to(lang)}.md"
