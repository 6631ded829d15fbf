"""Verdicts as the report shows them: a rule, who says so, and the facts that were read, as a tree."""

import inspect
import re
from collections.abc import Iterable, Iterator
from itertools import islice

import attrs

from cpts_model.engine.assess import Assessment
from cpts_model.engine.citations import Authority, Citation
from cpts_model.engine.explain import describe, last_seen, outcome_words
from cpts_model.engine.observe import Fact
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Lang
from cpts_model.engine.verdict import Verdict
from cpts_model.report.digest import Digest, Entry, by_article
from cpts_model.report.document.names import brief, item_name
from cpts_model.report.document.words import say
from cpts_model.report.words import WORDS

MATTERS = ("breaches", "warnings", "unknown", "open")
"""The sections that a reader acts on: they are spread out, and what they rest on is printed."""

MOST_PARTS = 12
"""How many parts of one rule show the facts that were read."""

MOST_IDLE_PARTS = 3
"""Of how many parts a rule that binds none of them shows the facts that were read."""

MOST_FACTS = 120
"""How many facts one tree shows."""


@attrs.frozen(slots=True)
class Node:
    """A fact that was read, and those it rests on."""

    name: str
    path: str
    value: str
    children: tuple["Node", ...] = ()


@attrs.frozen(slots=True)
class Tree:
    """The facts read for one verdict: of whom, what came out, and the facts."""

    part: str
    outcome: str
    nodes: tuple[Node, ...]
    left_out: int = 0
    """How many facts there was no room for."""


@attrs.frozen(slots=True, kw_only=True)
class Detail:
    """A line under a rule: its name, its words, and the language of them where it is another."""

    name: str
    words: tuple[str, ...]
    lang: Lang | None = None
    url: str | None = None


@attrs.frozen(slots=True, kw_only=True)
class RuleView:
    """A rule in a section, in words."""

    anchor: str
    id: str
    title: str
    modality: str
    authority: str
    evidence: str
    seen: str
    outcome: str
    details: tuple[Detail, ...]
    trees: tuple[Tree, ...]
    parts_left: int = 0
    """How many parts are judged likewise, whose facts are not shown."""

    @property
    def standing(self) -> tuple[str, ...]:
        """What kind of rule it is and how its text is known."""
        return tuple(part for part in (self.modality, self.authority, self.evidence, self.seen) if part)


@attrs.frozen(slots=True, kw_only=True)
class IdleRule:
    """A rule that does not apply, and the facts that made it so."""

    id: str
    title: str
    article: str
    trees: tuple[Tree, ...]
    parts_left: int = 0
    """How many parts it does not bind either, whose facts are not shown."""


@attrs.frozen(slots=True)
class ArticleView:
    """The rules of one article in a section."""

    name: str
    url: str | None
    rules: tuple[RuleView, ...]


@attrs.frozen(slots=True, kw_only=True)
class Section:
    """One section of the verdicts."""

    key: str
    anchor: str
    title: str
    articles: tuple[ArticleView, ...]

    @property
    def matters(self) -> bool:
        """Whether a reader has something to do or to find out."""
        return self.key in MATTERS

    @property
    def rules(self) -> int:
        """How many rules it holds."""
        return sum(len(article.rules) for article in self.articles)


def sections(sorted_out: Digest, lang: Lang, prefix: str, *, lean: bool) -> Iterator[Section]:
    """The sections that hold something, breaches first.

    ``lean`` leaves out, of what nobody has to act on, all but the rule and its article.
    """
    met = _met(sorted_out)
    for key, entries in sorted_out.sections:
        if not entries:
            continue
        articles = tuple(
            ArticleView(
                name,
                _url(group),
                tuple(_rule(key, entry, lang, prefix, met, lean=lean) for entry in group),
            )
            for name, group in by_article(entries)
        )
        yield Section(key=key, anchor=f"{prefix}-{key}", title=WORDS[key].to(lang), articles=articles)


def idle_rules(assessment: Assessment, lang: Lang, *, lean: bool) -> Iterator[IdleRule]:
    """The rules that do not apply to any part of the subject.

    ``lean`` leaves out what was read.
    """
    for finding in assessment.findings:
        if finding.outcome is not Outcome.NOT_APPLICABLE:
            continue
        verdicts = finding.verdicts(assessment.subject, assessment.on)
        shown = () if lean else tuple(islice(verdicts, MOST_IDLE_PARTS))
        yield IdleRule(
            id=finding.rule.id,
            title=finding.rule.title.to(lang),
            article=finding.rule.cites.short,
            trees=tuple(_tree(verdict, lang) for verdict in shown),
            parts_left=len(finding.outcomes) - len(shown) if shown else 0,
        )


def _url(entries: Iterable[Entry]) -> str | None:
    return next((entry.rule.cites.url for entry in entries if entry.rule.cites.url), None)


def _met(sorted_out: Digest) -> dict[str, tuple[Verdict, ...]]:
    """Of the rules that some part does not meet, or may not, the parts that do."""
    assessment = sorted_out.assessment
    return {
        finding.rule.id: tuple(
            verdict
            for verdict in finding.verdicts(assessment.subject, assessment.on)
            if verdict.outcome is Outcome.SATISFIED
        )
        for finding in assessment.findings
        if len(set(finding.outcomes) - {Outcome.NOT_APPLICABLE}) > 1
    }


def _rule(
    key: str, entry: Entry, lang: Lang, prefix: str, met: dict[str, tuple[Verdict, ...]], *, lean: bool
) -> RuleView:
    rule = entry.rule
    bare = lean and key not in MATTERS
    shown = () if bare else entry.verdicts[:MOST_PARTS]
    statutes = rule.authority is Authority.STATUTES
    return RuleView(
        anchor=f"{prefix}-{key}-{rule.id}",
        id=rule.id,
        title=rule.title.to(lang),
        modality=rule.modality.label.to(lang),
        authority=rule.authority.label.to(lang),
        evidence="" if statutes else rule.evidence.label.to(lang),
        seen="" if statutes else _seen(entry, lang),
        outcome=outcome_words(entry.verdicts[0], lang),
        details=() if bare else tuple(_details(key, entry, lang, met.get(rule.id, ()))),
        trees=tuple(_tree(verdict, lang) for verdict in shown),
        parts_left=len(entry.verdicts) - len(shown) if shown else 0,
    )


def _seen(entry: Entry, lang: Lang) -> str:
    seen = last_seen(entry.rule.checked_on, entry.rule.authority, lang)
    beyond = entry.verdicts[0].beyond_last_check
    return f"{seen}{say('sep', lang)}{WORDS['beyond'].to(lang)}" if beyond else seen


def _details(key: str, entry: Entry, lang: Lang, met: tuple[Verdict, ...]) -> Iterator[Detail]:
    rule = entry.rule
    parts = _named(entry.verdicts, lang)
    if parts:
        yield Detail(name=say("concerned", lang), words=parts)
    if met:
        yield Detail(name=say("met_for", lang), words=_named(met, lang))
    if entry.reasons:
        reasons = tuple(reason.to(lang) for reason in entry.reasons)
        yield Detail(name=WORDS["why_open"].to(lang), words=reasons)
    yield from _advice(key, entry, lang)
    yield _cited(say("text", lang), rule.cites, lang)
    quoted = quoted_words(rule)
    if quoted:
        yield Detail(name=WORDS["asks"].to(lang), words=quoted, lang="fr")
    for citation in rule.also_cites:
        yield _cited(WORDS["see_also"].to(lang), citation, lang)
    if rule.upon is not None:
        name = "open_to" if rule.modality is Modality.PERMISSION else "upon"
        yield Detail(name=WORDS[name].to(lang), words=(rule.upon.to(lang),))
    if rule.note is not None:
        yield Detail(name=WORDS["note"].to(lang), words=(rule.note.to(lang),))
    yield Detail(name=say("source", lang), words=(rule.source,))


def _cited(name: str, citation: Citation, lang: Lang) -> Detail:
    return Detail(name=name, words=(citation.to(lang),), url=citation.url)


def _advice(key: str, entry: Entry, lang: Lang) -> Iterator[Detail]:
    rule = entry.rule
    if key in ("breaches", "warnings", "rights_closed"):
        lead = "open_it" if rule.modality is Modality.PERMISSION else "mend"
        yield Detail(name=WORDS[lead].to(lang), words=(rule.remedy.to(lang),))
    elif key == "unknown":
        unknown = (fact for verdict in entry.verdicts for fact in verdict.unknown)
        asked = dict.fromkeys(fact.label.to(lang) if fact.label else fact.path for fact in unknown)
        yield Detail(name=WORDS["ask"].to(lang), words=tuple(asked))


def quoted_words(rule: Rule) -> tuple[str, ...]:
    """The words of the text that decide, as the rule quotes them; always French."""
    return tuple(re.findall("« .*? »", " ".join((inspect.getdoc(rule.holds) or "").split())))


def _named(verdicts: Iterable[Verdict], lang: Lang) -> tuple[str, ...]:
    return tuple(_part(verdict, lang) for verdict in verdicts if verdict.index is not None)


def _part(verdict: Verdict, lang: Lang) -> str:
    return "" if verdict.index is None else item_name(verdict.part, verdict.index, lang)


def _tree(verdict: Verdict, lang: Lang) -> Tree:
    facts = verdict.facts
    room = _Room(MOST_FACTS)
    nodes = tuple(room.nodes(facts, lang))
    return Tree(_part(verdict, lang), outcome_words(verdict, lang), nodes, room.left_out)


class _Room:
    """Room for so many facts, and a count of those that found none."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.left_out = 0

    def nodes(self, facts: Iterable[Fact], lang: Lang) -> Iterator[Node]:
        for fact in facts:
            if self.room == 0:
                self.left_out += _size(fact)
                continue
            self.room -= 1
            name = fact.label.to(lang) if fact.label else ""
            children = tuple(self.nodes(fact.children, lang))
            yield Node(name, brief(fact.path), brief(describe(fact.value, lang)), children)


def _size(fact: Fact) -> int:
    return 1 + sum(map(_size, fact.children))
