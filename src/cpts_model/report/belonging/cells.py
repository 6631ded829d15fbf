"""A table of nothing but verdicts: rows are candidates, columns are what they ask for.

Each cell is the answer of the law to a tiny dossier. Nothing is told here of who may be a
member: a change of law changes the table.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import Enum
from typing import Any

import attrs

from cpts_model.engine.assess import assess
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Rule
from cpts_model.engine.text import LANGS, Lang, Text
from cpts_model.engine.verdict import Verdict
from cpts_model.facts.belonging import Candidature
from cpts_model.facts.memberships import Membership


class Standing(Enum):
    """What the law of a day answers to somebody who would belong to a structure."""

    YES = "yes"
    NO = "no"
    DEPENDS = "depends"
    OPEN = "open"
    SILENT = "silent"
    NOT_YET = "not-yet"

    @property
    def label(self) -> Text:
        """The answer, in a word."""
        return _STANDINGS[self][0]

    @property
    def meaning(self) -> Text:
        """The answer, in a sentence."""
        return _STANDINGS[self][1]


_STANDINGS = {
    Standing.YES: (Text("oui", "yes"), Text("le texte l'admet", "the text admits it")),
    Standing.NO: (Text("non", "no"), Text("le texte ne l'admet pas", "the text does not admit it")),
    Standing.DEPENDS: (
        Text("selon", "depends"),
        Text("selon un fait que le dossier doit dire", "it turns on a fact that the dossier has to tell"),
    ),
    Standing.OPEN: (Text("ouvert", "open"), Text("les textes lus ne le disent pas", "the texts read do not say")),
    Standing.SILENT: (Text("sans règle", "no rule"), Text("aucune règle encodée n'en parle", "no rule encoded speaks of it")),
    Standing.NOT_YET: (
        Text("non ouvert", "not open"),
        Text("aucun texte encodé n'est en vigueur ce jour-là", "no text encoded is in force that day"),
    ),
}  # fmt: skip


@attrs.frozen(slots=True)
class Cell:
    """The answer of the law to one candidate, and the verdicts that decide it."""

    standing: Standing
    deciding: tuple[Verdict, ...] = attrs.field(default=(), eq=False, repr=False)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that decide it, once each."""
        return tuple({verdict.rule.id: verdict.rule for verdict in self.deciding}.values())

    @property
    def cites(self) -> str:
        """Where they are written, as lawyers note it: ``CSP, art. L6323-3, al. 1``; empty where no rule decides."""
        return " ; ".join(dict.fromkeys(rule.cites.short for rule in self.rules))

    @property
    def asked(self) -> tuple[Text, ...]:
        """The facts it turns on, in the order in which they are read."""
        labels = (fact.label for verdict in self.deciding for fact in verdict.unknown)
        return tuple(dict.fromkeys(label for label in labels if label is not None))

    @property
    def left_open(self) -> tuple[Text, ...]:
        """What the texts leave open."""
        reasons = (verdict.reason for verdict in self.deciding)
        return tuple(dict.fromkeys(reason for reason in reasons if reason is not None))


@attrs.frozen(slots=True)
class Column:
    """One way of belonging to a structure, or of having to do with it."""

    structure: Text
    relation: Text
    rule_id: str
    """The rule that says who may: on a day when it is not in force, nothing is open."""
    subject: Callable[[Any], object]
    """The tiny dossier in which a candidate asks for it."""

    def ask(self, candidate: object, law: Law, on: date) -> Cell:
        """What the law of a day answers to a candidate."""
        if law.find(self.rule_id, on) is None:
            return Cell(Standing.NOT_YET)
        verdicts = assess(self.subject(candidate), on=on, law=law).verdicts
        return _cell([verdict for verdict in verdicts if self._concerns(verdict)])

    def _concerns(self, verdict: Verdict) -> bool:
        """Whether a verdict is on the candidate: on their membership, or by the rule that says who may."""
        about_them = isinstance(verdict.part, Membership) or isinstance(verdict.subject, Candidature)
        return about_them or verdict.rule.id == self.rule_id

    def name(self, lang: Lang) -> str:
        """The structure and the relation, in one line."""
        return f"{self.structure.to(lang)}, {self.relation.to(lang)}"


def _cell(verdicts: Sequence[Verdict]) -> Cell:
    """A breach of law settles it; then what is left open; then what is met."""

    def with_outcome(outcome: Outcome) -> tuple[Verdict, ...]:
        return tuple(verdict for verdict in verdicts if verdict.outcome is outcome)

    breaches = tuple(verdict for verdict in verdicts if verdict.blocking)
    if breaches:
        return Cell(Standing.NO, breaches)
    if undetermined := with_outcome(Outcome.UNDETERMINED):
        of_the_texts = any(verdict.reason is not None for verdict in undetermined)
        return Cell(Standing.OPEN if of_the_texts else Standing.DEPENDS, undetermined)
    satisfied = with_outcome(Outcome.SATISFIED)
    return Cell(Standing.YES if satisfied else Standing.SILENT, satisfied)


@attrs.frozen(slots=True)
class Candidate:
    """Somebody, or something, of whom the law is asked."""

    kind: Text
    among: Text
    """Those with whom they are shown when the law answers alike."""
    name: Text
    who: object


@attrs.frozen(slots=True)
class Row:
    """Candidates to whom the law of the day answers alike."""

    kind: Text
    label: Text
    names: tuple[Text, ...]
    """All of them, by name."""
    cells: tuple[Cell, ...]


_OTHERS = Text("{label} : autres", "{label}: others")
_FEW = 3
"""How many names a row may be called by."""


def table(columns: Sequence[Column], candidates: Iterable[Candidate], law: Law, on: date) -> tuple[Row, ...]:
    """A row for all those of a group to whom the law of a day answers alike, group after group."""
    groups: dict[Text, dict[tuple[Standing, ...], list[tuple[Candidate, tuple[Cell, ...]]]]] = {}
    for candidate in candidates:
        cells = tuple(column.ask(candidate.who, law, on) for column in columns)
        alike = groups.setdefault(candidate.among, {})
        alike.setdefault(tuple(cell.standing for cell in cells), []).append((candidate, cells))
    return tuple(
        _row(among, members, whole=len(alike) == 1)
        for among, alike in groups.items()
        for members in alike.values()
    )


def _row(among: Text, members: Sequence[tuple[Candidate, tuple[Cell, ...]]], *, whole: bool) -> Row:
    names = tuple(candidate.name for candidate, _ in members)
    cells = tuple(_together(alike) for alike in zip(*(cells for _, cells in members), strict=True))
    return Row(members[0][0].kind, among if whole else _called(among, names), names, cells)


def _together(cells: Sequence[Cell]) -> Cell:
    """The same answer to several candidates, for all the reasons it is given."""
    return Cell(cells[0].standing, tuple(verdict for cell in cells for verdict in cell.deciding))


def _called(among: Text, names: Sequence[Text]) -> Text:
    """The names of a part of a group or, when they are many, the group and the word « others »."""

    def words(lang: Lang) -> str:
        if len(names) <= _FEW:
            return ", ".join(name.to(lang) for name in names)
        return _OTHERS.to(lang).format(label=among.to(lang))

    return Text(**{lang: words(lang) for lang in LANGS})
