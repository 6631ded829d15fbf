"""Putting a question to a subject, and noting which untold facts kept it from an answer.

The untold facts are found as an explanation is: the question is asked of a view of the subject,
which notes what is read of it.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

import attrs

from cpts_model.engine.observe import Fact, Log, view
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import UNKNOWN, NotSettled, OpenQuestion


@attrs.frozen(slots=True)
class Answer:
    """What a question came to: a value, or what kept it from one and the facts nobody has told."""

    value: Any
    open: tuple[Fact, ...] = ()

    @property
    def doubt(self) -> NotSettled | None:
        """What kept it from an answer, if something did."""
        return self.value if isinstance(self.value, NotSettled) else None

    @property
    def reason(self) -> Text | None:
        """Why the texts leave it open, where they do."""
        return self.value.reason if isinstance(self.value, OpenQuestion) else None


def ask(question: Callable[[Any], Any], subject: Any, at: str = "") -> Answer:
    """Put a question to a subject, which stands ``at`` a place in what it is part of."""
    log = Log()
    try:
        value = question(view(subject, at, log))
        if value is UNKNOWN:
            bool(value)  # UNKNOWN refuses by itself
    except NotSettled as doubt:
        found = (leaf for fact in log.facts for leaf in fact.open_leaves())
        return Answer(doubt, tuple({leaf.path: leaf for leaf in found}.values()))
    return Answer(value)


_RANK = re.compile(r"\[\d+\]")


def names_of(facts: Iterable[Fact], lang: Lang) -> list[str]:
    """What untold facts are called, each with its key in the dossier: « contrat ACI [contract] ».

    The same fact of several members is named once.
    """
    return list(dict.fromkeys(_name(fact, lang) for fact in facts))


def _name(fact: Fact, lang: Lang) -> str:
    key = _RANK.sub("", fact.path)
    return f"{fact.label.to(lang)} [{key}]" if fact.label else key
