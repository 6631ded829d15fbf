"""The law itself, listed and told rule by rule."""

import inspect
import re
from collections.abc import Iterable, Iterator
from datetime import date

from cpts_model.engine.dates import Period
from cpts_model.engine.explain import format_day, last_seen
from cpts_model.engine.law import Law
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Lang
from cpts_model.report.digest import Entry, by_article
from cpts_model.report.text import Line
from cpts_model.report.words import KINDS, WORDS


def law_lines(rules: Iterable[Rule], on: date, lang: Lang) -> Iterator[Line]:
    """The rules of a day, grouped by article."""
    yield Line(f"{WORDS['rules_on'].to(lang)} {format_day(on, lang)}", "head")
    entries = [Entry(rule, ()) for rule in rules]
    if not entries:
        yield Line(WORDS["no_rule"].to(lang))
    for article, group in by_article(entries):
        yield Line()
        yield Line(article, "article")
        for entry in group:
            rule = entry.rule
            yield Line(rule.title.to(lang), "plain", 2)
            yield Line(
                f"{rule.id}, {rule.modality.label.to(lang)}, {rule.authority.label.to(lang)}, "
                f"{rule.evidence.label.to(lang)}, {period(rule.in_force, lang)}",
                "dim",
                4,
            )


def rule_lines(versions: Iterable[Rule], lang: Lang) -> Iterator[Line]:
    """All that is known of a rule, version by version, newest first."""
    for index, rule in enumerate(reversed(tuple(versions))):
        if index:
            yield Line()
        yield Line(f"{rule.id} : {rule.title.to(lang)}", "head")
        for name, value in _fields(rule, lang):
            yield Line(f"{WORDS[name].to(lang)} : {value}", "plain", 2)


def _fields(rule: Rule, lang: Lang) -> Iterator[tuple[str, str]]:
    yield "in_force", period(rule.in_force, lang)
    yield "says", rule.cites.to(lang)
    for citation in rule.also_cites:
        yield "see_also", citation.to(lang)
    if rule.cites.url:
        yield "link", rule.cites.url
    yield "about", ", ".join(_kinds(rule, lang))
    yield "modality", f"{rule.modality.label.to(lang)} ({rule.authority.label.to(lang)})"
    if rule.upon is not None:
        yield ("open_to" if _is_open(rule) else "upon"), rule.upon.to(lang)
    words = re.findall("« .*? »", " ".join((inspect.getdoc(rule.holds) or "").split()))
    if words:
        yield "asks", " ; ".join(words)
    yield (
        "source",
        f"{rule.source} ({rule.evidence.label.to(lang)}, {last_seen(rule.checked_on, rule.authority, lang)})",
    )
    yield ("open_it" if _is_open(rule) else "mend"), rule.remedy.to(lang)
    if rule.note is not None:
        yield "note", rule.note.to(lang)


def _is_open(rule: Rule) -> bool:
    return rule.modality is Modality.PERMISSION


def _kinds(rule: Rule, lang: Lang) -> Iterator[str]:
    about = rule.about if isinstance(rule.about, tuple) else (rule.about,)
    for kind in about:
        name = KINDS.get(kind.__name__)
        yield name.to(lang) if name else kind.__name__


def period(of: Period, lang: Lang) -> str:
    """A period with its last day told, as lawyers read it."""
    start = format_day(of.start, lang) if of.start else ""
    end = format_day(of.last_day, lang) if of.last_day else ""
    name = "between" if start and end else "since" if start else "until" if end else "always"
    return WORDS[name].to(lang).format(start=start, end=end)


def near_articles(article: str, law: Law) -> tuple[str, ...]:
    """The articles cited whose number begins like this one."""
    number = "".join(article.replace(".", "").split()).upper()
    cited = {rule.cites.article for rule in law}
    return tuple(sorted(name for name in cited if name.upper().startswith(number)))
