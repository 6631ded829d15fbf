"""One rule's verdict, and its explanation."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from typing import Any

import attrs

from cpts_model.engine.observe import Fact, Log, path_of, view, watch
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import both


@attrs.frozen(slots=True, eq=False)
class Places:
    """Where the parts that a rule looks at stand in its subject, found once for all of them."""

    rule: Rule
    subject: Any
    on: date

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The path of each part, ``members[3]``; empty for a part that the rule made up."""
        if self.rule.each is None:
            return ()
        return tuple(path_of(part) for part in self.rule.each(view(self.subject, "", Log()), self.on))


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Verdict:
    """What became of a rule, for a subject or for one part of it."""

    rule: Rule
    outcome: Outcome
    part: Any = None
    """The part of the subject judged; ``None`` for the subject as a whole."""
    index: int | None = None
    """The place of the part among those the rule looks at."""
    subject: Any = attrs.field(repr=False)
    on: date
    reason: Text | None = None
    """Why the texts leave the question open, when it is not for want of a fact."""
    places: Places = attrs.field(repr=False, eq=False)

    def __repr__(self) -> str:
        part = f" [{self.index}]" if self.index is not None else ""
        return f"<Verdict {self.rule.id}{part}: {self.outcome.value} on {self.on}>"

    @property
    def blocking(self) -> bool:
        """Whether this is a breach of law or regulation."""
        return self.outcome is Outcome.VIOLATED and self.rule.blocking

    @property
    def warning(self) -> bool:
        """Whether this is a failing that breaks no law."""
        return (
            self.outcome is Outcome.VIOLATED
            and not self.rule.blocking
            and self.rule.modality is not Modality.PERMISSION
        )

    @property
    def beyond_last_check(self) -> bool:
        """Whether the day lies beyond the last one on which the text was seen in force."""
        return self.rule.checked_on is not None and self.on > self.rule.checked_on

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What the rule read to come to this, found by judging it once more."""
        return self._watched(_run)

    @property
    def grounds(self) -> tuple[Fact, ...]:
        """What the requirement itself read, leaving out what made the rule bind; nothing where it is not known to."""
        if self.index is None and self.rule.each is not None:
            return self.facts
        return self._watched(lambda rule, arguments: rule.holds(*arguments)) if self._binds() else ()

    def _binds(self) -> bool:
        parts = () if self.index is None else (self.part,)
        bound: list[bool] = []
        conditions = (partial(condition, *parts, self.subject, self.on) for condition in self.rule.conditions)
        watch(lambda: bound.append(both(*conditions)))
        return bound == [True]

    def _watched(self, run: Callable[[Rule, tuple[Any, ...]], object]) -> tuple[Fact, ...]:
        log = Log()
        subject = view(self.subject, "", log)
        rule = self.rule
        if rule.each is None:
            watch(lambda: run(rule, (subject, self.on)))
            return log.facts
        if self.index is None:
            each = rule.each
            watch(lambda: tuple(each(subject, self.on)))
            return log.facts
        if self.place:
            # A part that stands in the subject is shown by its own facts; how the others
            # were gone through to find it says nothing of it.
            part = view(self.part, self.place, log)
        else:
            part = tuple(rule.each(subject, self.on))[self.index]
        watch(lambda: run(rule, (part, subject, self.on)))
        return log.facts

    @property
    def place(self) -> str:
        """Where the part stands in the subject: ``members[3]``; empty for the whole."""
        return "" if self.index is None else self.places.paths[self.index]

    @property
    def unknown(self) -> tuple[Fact, ...]:
        """The facts at the bottom of the reading that nobody has told, and that may matter."""
        return tuple(leaf for fact in self.facts for leaf in fact.open_leaves())

    def explain(self, lang: Lang = "fr") -> str:
        """The verdict in words: outcome, rule, text, facts read, what would mend it."""
        from cpts_model.engine.explain import explain

        return explain(self, lang)


def _run(rule: Rule, arguments: tuple[Any, ...]) -> None:
    if both(*(partial(condition, *arguments) for condition in rule.conditions)):
        rule.holds(*arguments)
