"""The report a coordinator reads in a terminal: lines with a style each."""

import re
from collections.abc import Iterator

import attrs

from cpts_model.engine.assess import Assessment
from cpts_model.engine.citations import Authority
from cpts_model.engine.explain import describe, fact_lines, format_day, last_seen
from cpts_model.engine.observe import Fact
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Lang
from cpts_model.report.digest import SECTIONS, Digest, Entry, Question, by_article, digest
from cpts_model.report.words import COUNTS, KINDS, WORDS

MARKS = {
    "breaches": "✗",
    "warnings": "!",
    "unknown": "?",
    "open": "?",
    "rights_open": "+",
    "rights_closed": "-",
    "satisfied": "✓",
}
NAMES_SHOWN = 6
FACTS_SHOWN = 4


@attrs.frozen(slots=True)
class Line:
    """A line of the report: its text, how far it is indented, and what it is."""

    text: str = ""
    style: str = "plain"
    indent: int = 0


def text_report(assessment: Assessment, lang: Lang, *, explain: bool = False) -> Iterator[Line]:
    """The report of one structure, breaches first, then what is unknown.

    ``explain`` adds to each verdict the facts that were read, as a tree.
    """
    sorted_out = digest(assessment)
    yield from _head(sorted_out, lang)
    for name in SECTIONS:
        entries = sorted_out.section(name)
        if not entries:
            continue
        yield Line()
        yield Line(WORDS[name].to(lang), f"title.{name}")
        for article, group in by_article(entries):
            yield Line(article, "article", 1)
            for entry in group:
                yield from entry_lines(name, entry, lang, explain=explain)
        if name == "unknown":
            yield from _questions(sorted_out, lang)
    idle = sorted_out.not_applicable
    if idle:
        yield Line()
        yield Line(
            WORDS["not_applicable" if idle > 1 else "not_applicable_one"].to(lang).format(n=idle), "dim"
        )


def questions_report(assessment: Assessment, lang: Lang) -> Iterator[Line]:
    """What to ask, most useful first."""
    sorted_out = digest(assessment)
    yield from _head(sorted_out, lang)
    if not sorted_out.questions:
        yield Line()
        yield Line(WORDS["nothing_missing"].to(lang))
    yield from _questions(sorted_out, lang, everything=True)


def _head(sorted_out: Digest, lang: Lang) -> Iterator[Line]:
    assessment = sorted_out.assessment
    kind = KINDS.get(type(assessment.subject).__name__)
    name = describe(assessment.subject, lang)
    yield Line(f"{name} ({kind.to(lang)})" if kind else name, "head")
    yield Line(f"{WORDS['judged'].to(lang)} {format_day(assessment.on, lang)}", "dim")
    yield Line()
    counts = []
    for section, words in COUNTS.items():
        number = len(sorted_out.section(section))
        if number:
            counts.append(f"{MARKS[section]} {number} {words[number > 1].to(lang)}")
        elif section == "breaches":
            counts.append(WORDS["all_fine"].to(lang))
    yield Line("   ".join(counts), "counts")


def entry_lines(section: str, entry: Entry, lang: Lang, *, explain: bool = False) -> Iterator[Line]:
    """One rule in its section: who says so, of whom, why, and what would mend it."""
    rule = entry.rule
    yield Line(f"{MARKS[section]} {rule.title.to(lang)}", section, 2)
    if section in ("satisfied", "rights_open") and not explain:
        return
    yield Line(f"{WORDS['says'].to(lang)} : {authority(rule, entry, lang)}  [{rule.id}]", "dim", 4)
    parts = [describe(verdict.part, lang) for verdict in entry.verdicts if verdict.index is not None]
    if parts:
        yield Line(f"{WORDS['concerns'].to(lang)} : {shortened(parts, lang)}", "plain", 4)
    for reason in entry.reasons:
        yield Line(f"{WORDS['why_open'].to(lang)} : {reason.to(lang)}", "plain", 4)
    if section in ("breaches", "warnings", "rights_closed"):
        found = _found(entry, lang)
        if found and not explain:
            yield Line(f"{WORDS['read'].to(lang)} : {found}", "plain", 4)
        lead = "open_it" if rule.modality is Modality.PERMISSION else "mend"
        yield Line(f"{WORDS[lead].to(lang)} : {rule.remedy.to(lang)}", "mend", 4)
    elif section == "unknown":
        asked = dict.fromkeys(
            fact.label.to(lang) if fact.label else fact.path
            for verdict in entry.verdicts
            for fact in verdict.unknown
        )
        yield Line(f"{WORDS['ask'].to(lang)} : {shortened(list(asked), lang)}", "mend", 4)
    if rule.note is not None:
        yield Line(f"{WORDS['note'].to(lang)} : {rule.note.to(lang)}", "dim", 4)
    if explain:
        for verdict in entry.verdicts:
            for fact in verdict.facts:
                for text in fact_lines(fact, lang):
                    yield Line(text, "dim", 6)


def authority(rule: Rule, entry: Entry, lang: Lang) -> str:
    """Who says so, how that is known, and until when it was seen; the statutes' own words say of which day they are."""
    if rule.authority is Authority.STATUTES:
        return f"{rule.cites.to(lang)} ({rule.authority.label.to(lang)})"
    beyond = f" ; {WORDS['beyond'].to(lang)}" if entry.verdicts[0].beyond_last_check else ""
    return (
        f"{rule.cites.to(lang)} ({rule.authority.label.to(lang)}, {rule.evidence.label.to(lang)}, "
        f"{last_seen(rule.checked_on, rule.authority, lang)}{beyond})"
    )


def _found(entry: Entry, lang: Lang) -> str:
    """The facts behind a verdict when they are few; how many, when they would say nothing at a glance."""
    leaves = (leaf for verdict in entry.verdicts[:1] for fact in verdict.grounds for leaf in fact.leaves())
    found = [_told(leaf, lang) for leaf in dict.fromkeys(leaves) if leaf.known]
    if len(found) > FACTS_SHOWN:
        return WORDS["many_facts"].to(lang).format(n=len(found))
    return " ; ".join(found)


def _told(fact: Fact, lang: Lang) -> str:
    name = fact.label.to(lang) if fact.label else fact.path
    return f"{name} : {describe(fact.value, lang)}"


def shortened(names: list[str], lang: Lang) -> str:
    """A list in words, cut after the first few."""
    if len(names) <= NAMES_SHOWN:
        return " ; ".join(names)
    return (
        f"{' ; '.join(names[:NAMES_SHOWN])} {WORDS['and_more'].to(lang).format(n=len(names) - NAMES_SHOWN)}"
    )


def _questions(sorted_out: Digest, lang: Lang, *, everything: bool = False) -> Iterator[Line]:
    asked = sorted_out.questions
    if not asked:
        return
    yield Line()
    yield Line(WORDS["ask_first"].to(lang), "title.unknown")
    for question in asked if everything else asked[:NAMES_SHOWN]:
        name = question.label.to(lang) if question.label else question.pattern
        needed = WORDS["needed_by" if len(question.rules) > 1 else "needed_by_one"].to(lang)
        several = len(question.paths) > 1
        many = f" × {len(question.paths)}" if several else ""
        yield Line(f"? {name}{many}", "unknown", 1)
        whom = _members_asked_of(question, sorted_out.assessment.subject, lang)
        if whom:
            yield Line(f"{WORDS['concerns'].to(lang)} : {shortened(whom, lang)}", "plain", 4)
        place = question.pattern if several else "".join(question.paths)
        yield Line(f"{place}, {needed.format(n=len(question.rules))} : {', '.join(question.rules)}", "dim", 4)


def _members_asked_of(question: Question, subject: object, lang: Lang) -> list[str]:
    """The members that a question is about, by name: a place in a file says nothing to who has to ask."""
    members = getattr(subject, "members", ())
    places = (re.match(r"members\[(\d+)\]", path) for path in question.paths)
    return list(dict.fromkeys(describe(members[int(place[1])].member, lang) for place in places if place))
