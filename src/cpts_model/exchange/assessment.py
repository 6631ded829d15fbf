"""Assessments as plain data: every verdict with its citation, for whoever reads JSON.

The form is versioned and has a schema, :func:`~cpts_model.exchange.schema.assessment_schema`.
The same assessment gives the same data, in any process.
"""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs

from cpts_model.engine.assess import Assessment
from cpts_model.engine.citations import Citation
from cpts_model.engine.dates import Period
from cpts_model.engine.missing import MissingFact, missing_from
from cpts_model.engine.observe import Fact
from cpts_model.engine.rule import Rule
from cpts_model.engine.text import LANGS, Lang, Text
from cpts_model.engine.unknown import UNKNOWN, Count
from cpts_model.engine.verdict import Verdict
from cpts_model.exchange.kinds import kind_of

FORMAT = "cpts-model/assessment"
VERSION = 1


def assessment_to_dict(
    assessment: Assessment, lang: Lang | None = None, *, explain: bool = False
) -> dict[str, Any]:
    """An assessment as plain data that ``json.dumps`` takes as it is.

    Words come in French and in English, ``{"fr": …, "en": …}``, or as one text in the
    language asked for. ``explain`` adds to each verdict the facts that its rule read, as a
    tree; each rule is then judged once more.
    """
    words = _Words(lang)
    return {
        "format": FORMAT,
        "version": VERSION,
        "subject": reference(assessment.subject),
        "on": assessment.on.isoformat(),
        "ok": assessment.ok,
        "settled": assessment.settled,
        "verdicts": [words.verdict(verdict, explain) for verdict in assessment.verdicts],
        "missing": [words.missing(fact) for fact in missing_from(assessment)],
    }


def rule_to_dict(rule: Rule, lang: Lang | None = None) -> dict[str, Any]:
    """A rule as plain data that ``json.dumps`` takes as it is."""
    words = _Words(lang)
    about = rule.about if isinstance(rule.about, tuple) else (rule.about,)
    return {
        "id": rule.id,
        "title": words.text(rule.title),
        "about": [kind_of(kind) or kind.__name__.lower() for kind in about],
        **words.standing(rule),
        "blocking": rule.blocking,
        **words.sources(rule),
        **words.advice(rule),
    }


def plain_value(value: Any) -> Any:
    """A value of a fact, in the words of JSON; ``{"unknown": true}`` where nobody told it.

    Facts that are objects are named (kind, id, name), amounts are texts.
    """
    if value is UNKNOWN:
        return {"unknown": True}
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return plain_value(value.value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple | list):
        return [plain_value(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted((plain_value(item) for item in value), key=repr)
    if isinstance(value, Period):
        return _period(value)
    if isinstance(value, Text | Count):
        return {
            name: getattr(value, name) for name in (LANGS if isinstance(value, Text) else ("least", "most"))
        }
    return reference(value)


def reference(facts: Any) -> dict[str, Any]:
    """Which facts these are: their kind, and the id and name of whom they speak of."""
    kind = kind_of(type(facts)) or type(facts).__name__.lower()
    member = getattr(facts, "member", None)
    named = member if attrs.has(type(member)) else facts
    return {"kind": kind, "id": _told(named, "id"), "name": _told(named, "name")}


def _told(facts: Any, attribute: str) -> Any:
    value = getattr(facts, attribute, None)
    return plain_value(value) if value is UNKNOWN or isinstance(value, str) else None


def _period(period: Period) -> dict[str, Any]:
    """A period as people say it, with its last day."""
    return {"from": plain_value(period.start), "until": plain_value(period.last_day)}


@attrs.frozen(slots=True)
class _Words:
    """Writes what holds words, in one language or in both."""

    lang: Lang | None

    def text(self, text: Text | None) -> Any:
        if text is None:
            return None
        return {one: text.to(one) for one in LANGS} if self.lang is None else text.to(self.lang)

    def verdict(self, verdict: Verdict, explain: bool) -> dict[str, Any]:
        rule = verdict.rule
        part = reference(verdict.part) if verdict.index is not None else None
        written = {
            "rule": rule.id,
            "title": self.text(rule.title),
            "outcome": verdict.outcome.value,
            **self.standing(rule),
            "blocking": verdict.blocking,
            "warning": verdict.warning,
            "place": verdict.place,
            "part": part,
            **self.sources(rule),
            "beyond_last_check": verdict.beyond_last_check,
            **self.advice(rule),
            "reason": self.text(verdict.reason),
        }
        return written | {"facts": [self.fact(fact) for fact in verdict.facts]} if explain else written

    def standing(self, rule: Rule) -> dict[str, Any]:
        return {
            "modality": rule.modality.value,
            "authority": rule.authority.value,
            "evidence": rule.evidence.value,
        }

    def advice(self, rule: Rule) -> dict[str, Any]:
        return {
            "remedy": self.text(rule.remedy),
            "upon": self.text(rule.upon),
            "note": self.text(rule.note),
        }

    def sources(self, rule: Rule) -> dict[str, Any]:
        return {
            "citation": self.citation(rule.cites),
            "also_cites": [self.citation(citation) for citation in rule.also_cites],
            "in_force": _period(rule.in_force),
            "checked_on": None if rule.checked_on is None else rule.checked_on.isoformat(),
            "source": rule.source,
        }

    def citation(self, citation: Citation) -> dict[str, Any]:
        return {
            "code": citation.code.slug,
            "article": citation.article,
            "paragraph": citation.paragraph,
            "legifrance": citation.legifrance,
            "url": citation.url,
            "text": self.text(Text(citation.to("fr"), citation.to("en"))),
        }

    def fact(self, fact: Fact) -> dict[str, Any]:
        return {
            "path": fact.path,
            "label": self.text(fact.label),
            "value": plain_value(fact.value),
            "children": [self.fact(child) for child in fact.children],
        }

    def missing(self, fact: MissingFact) -> dict[str, Any]:
        return {
            "path": fact.path,
            "label": self.text(fact.label),
            "rules": list(fact.rules),
            "blocking": fact.blocking,
        }
