"""An assessment sorted for a reader: what is broken first, then what is not known."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import attrs

from cpts_model.engine.assess import Assessment
from cpts_model.engine.missing import MissingFact, missing_from
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.verdict import Verdict

SECTIONS = ("breaches", "warnings", "unknown", "open", "rights_open", "rights_closed", "satisfied")
"""The sections of a report, in the order a coordinator reads them."""


@attrs.frozen(slots=True)
class Entry:
    """One rule in one section: the verdicts that came out alike, on one part or on many."""

    rule: Rule
    verdicts: tuple[Verdict, ...]

    @property
    def reasons(self) -> tuple[Text, ...]:
        """Why the texts leave it open, once each."""
        return tuple(dict.fromkeys(verdict.reason for verdict in self.verdicts if verdict.reason))


@attrs.frozen(slots=True)
class Question:
    """One fact to ask for, wherever it is missing."""

    pattern: str
    """The path with every index left out: ``members[].left_on``."""
    label: Text | None
    paths: tuple[str, ...]
    rules: tuple[str, ...]
    blocking: bool


@attrs.frozen(slots=True)
class Digest:
    """An assessment, sorted."""

    assessment: Assessment
    sections: tuple[tuple[str, tuple[Entry, ...]], ...]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What to ask, found when first wanted: each open rule is then judged once more."""
        return questions(missing_from(self.assessment))

    def section(self, name: str) -> tuple[Entry, ...]:
        """The entries of a section."""
        return dict(self.sections).get(name, ())

    @property
    def not_applicable(self) -> int:
        """How many rules do not apply to any part of the subject."""
        return sum(finding.outcome is Outcome.NOT_APPLICABLE for finding in self.assessment.findings)


def digest(assessment: Assessment) -> Digest:
    """Sort an assessment by section, then by article in the order of the law."""
    entries: dict[str, list[Entry]] = {name: [] for name in SECTIONS}
    for finding in assessment.findings:
        by_section: dict[str, list[Verdict]] = {}
        for verdict in finding.verdicts(assessment.subject, assessment.on):
            section = _section(verdict)
            if section:
                by_section.setdefault(section, []).append(verdict)
        # A rule met by some members and not by others is not a rule that is met.
        if len(by_section) > 1:
            by_section.pop("satisfied", None)
        for section, found in by_section.items():
            entries[section].append(Entry(finding.rule, tuple(found)))
    return Digest(
        assessment,
        tuple((name, tuple(found)) for name, found in entries.items()),
    )


def by_article(entries: Iterable[Entry]) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Entries grouped by the article they come from, in the order of the law."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_article(entry.rule), []).append(entry)
    for article, group in groups.items():
        yield article, tuple(group)


def _article(rule: Rule) -> str:
    return attrs.evolve(rule.cites, paragraph=None).short


def _section(verdict: Verdict) -> str | None:
    if verdict.outcome is Outcome.NOT_APPLICABLE:
        return None
    if verdict.outcome is Outcome.UNDETERMINED:
        return "open" if verdict.reason else "unknown"
    met = verdict.outcome is Outcome.SATISFIED
    if verdict.rule.modality is Modality.PERMISSION:
        return "rights_open" if met else "rights_closed"
    if met:
        return "satisfied"
    return "breaches" if verdict.blocking else "warnings"


def questions(facts: Iterable[MissingFact]) -> tuple[Question, ...]:
    """Missing facts, those that differ only by an index put together."""
    found: dict[str, list[MissingFact]] = {}
    for fact in facts:
        found.setdefault(re.sub(r"\[\d+\]", "[]", fact.path), []).append(fact)
    return tuple(
        Question(
            pattern,
            alike[0].label,
            tuple(fact.path for fact in alike),
            tuple(dict.fromkeys(rule for fact in alike for rule in fact.rules)),
            any(fact.blocking for fact in alike),
        )
        for pattern, alike in found.items()
    )
