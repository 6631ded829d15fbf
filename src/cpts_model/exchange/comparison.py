"""Comparisons as plain data: every change with its steps, their days, their causes and their texts.

The form is versioned, as that of an assessment is; the same comparison gives the same data.
"""

from typing import Any

import attrs

from cpts_model.engine.citations import ArticleVersion
from cpts_model.engine.diff import LawDiff, RuleChange, TextChange
from cpts_model.engine.observe import Fact
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Rule
from cpts_model.engine.text import LANGS, Lang, Text
from cpts_model.exchange.assessment import plain_value, reference, rule_to_dict
from cpts_model.life.compare import Cause, Change, Comparison, Step, TurnedFact

FORMAT = "cpts-model/comparison"
LAW_FORMAT = "cpts-model/law-diff"
VERSION = 1


def comparison_to_dict(comparison: Comparison, lang: Lang | None = None) -> dict[str, Any]:
    """A comparison as plain data that ``json.dumps`` takes as it is.

    Words come in French and in English, ``{"fr": …, "en": …}``, or as one text in the
    language asked for.
    """
    words = _Words(lang)
    return {
        "format": FORMAT,
        "version": VERSION,
        "subject": reference(comparison.subject),
        "a": comparison.a.on.isoformat(),
        "b": comparison.b.on.isoformat(),
        "between": "laws" if comparison.a.law is not comparison.b.law else "days",
        "changes": [words.change(change) for change in comparison.changes],
        "passing": [words.change(change) for change in comparison.passing],
        "unchanged": {outcome.value: comparison.unchanged[outcome] for outcome in Outcome},
    }


def law_diff_to_dict(diff: LawDiff, lang: Lang | None = None) -> dict[str, Any]:
    """What a law changed, as plain data that ``json.dumps`` takes as it is."""
    words = _Words(lang)
    return {
        "format": LAW_FORMAT,
        "version": VERSION,
        "a": diff.a.isoformat(),
        "b": diff.b.isoformat(),
        "rules": [words.rule_change(step) for step in diff.rules],
        "articles_alone": [words.text_change(text) for text in diff.articles_alone],
    }


@attrs.frozen(slots=True)
class _Words:
    """Writes what holds words, in one language or in both."""

    lang: Lang | None

    def text(self, text: Text | None) -> Any:
        if text is None:
            return None
        return {one: text.to(one) for one in LANGS} if self.lang is None else text.to(self.lang)

    def rule(self, rule: Rule | None) -> Any:
        return None if rule is None else rule_to_dict(rule, self.lang)

    def change(self, change: Change) -> dict[str, Any]:
        return {
            "rule": change.rule_id,
            "place": change.place,
            "part": reference(change.part) if change.place else None,
            "before": self.side(change.old, change.before),
            "after": self.side(change.new, change.after),
            "causes": [cause.value for cause in change.causes],
            "breaks": change.breaks,
            "mends": change.mends,
            "steps": [self.step(change, step) for step in change.steps],
            "explained": self.text(Text(change.explain("fr"), change.explain("en"))),
        }

    def side(self, rule: Rule | None, outcome: Outcome) -> dict[str, Any]:
        return {"outcome": outcome.value, "rule": self.rule(rule)}

    def step(self, change: Change, step: Step) -> dict[str, Any]:
        by_law = change.law_change(step)
        return {
            "on": step.on.isoformat(),
            "before": step.before.value,
            "after": step.after.value,
            "causes": [cause.value for cause in step.causes],
            "law": None if by_law is None else self.texts(by_law),
            "time": self.time(change, step) if Cause.TIME in step.causes else None,
        }

    def texts(self, change: RuleChange) -> list[dict[str, Any]]:
        return [self.text_change(text) for text in change.texts]

    def time(self, change: Change, step: Step) -> dict[str, Any]:
        return {
            "turned": [self.turned(fact) for fact in change.turned(step)],
            "dates": [self.fact(fact) for fact in change.dates(step)],
        }

    def turned(self, fact: TurnedFact) -> dict[str, Any]:
        return {
            "path": fact.path,
            "label": self.text(fact.label),
            "before": plain_value(fact.before),
            "after": plain_value(fact.after),
            "dates": [self.fact(date) for date in fact.dates],
        }

    def fact(self, fact: Fact) -> dict[str, Any]:
        return {"path": fact.path, "label": self.text(fact.label), "value": plain_value(fact.value)}

    def rule_change(self, step: RuleChange) -> dict[str, Any]:
        return {
            "on": step.on.isoformat(),
            "rule": step.rule_id,
            "old": self.rule(step.old),
            "new": self.rule(step.new),
            "texts": self.texts(step),
        }

    def text_change(self, text: TextChange) -> dict[str, Any]:
        return {
            "on": text.on.isoformat(),
            "code": text.article.code.slug,
            "article": text.article.number,
            "old": self.version(text.old),
            "new": self.version(text.new),
        }

    def version(self, version: ArticleVersion | None) -> Any:
        if version is None:
            return None
        return {
            "act": self.text(version.act),
            "in_force": plain_value(version.period),
            "evidence": version.evidence.value,
            "exists": version.exists,
            "text_known": version.text_known,
            "legifrance": version.legifrance,
            "note": self.text(version.note),
        }
