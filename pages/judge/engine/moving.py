"""Time: the days on which the law moves for a kind of structure, and those on which verdicts turn."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from cpts_model.engine.diff import RuleChange
from cpts_model.engine.explain import describe
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Rule
from cpts_model.engine.text import Lang
from cpts_model.exchange.kinds import STRUCTURES
from cpts_model.law import LAW
from cpts_model.law.statuts import law_with_statutes
from cpts_model.life.compare import Change, Comparison, compare
from cpts_model.life.compare.words import law_words, sides_words, step_words
from pages.judge.engine.judging import structure_of

_DAY = timedelta(days=1)


def law_days(kind: str, lang: Lang) -> list[dict[str, Any]]:
    """The days on which a rule about a kind of structure begins, changes or ends, in order."""
    days: dict[date, list[RuleChange]] = {}
    for change in LAW.diff(LAW.changes[0] - _DAY, LAW.changes[-1]).rules:
        if change.rule.concerns(STRUCTURES[kind]):
            days.setdefault(change.on, []).append(change)
    return [
        {"day": day.isoformat(), "moves": [_law_move(change, lang) for change in moved]}
        for day, moved in sorted(days.items())
    ]


def _law_move(change: RuleChange, lang: Lang) -> dict[str, str]:
    rule = change.rule
    return {
        "rule": change.rule_id,
        "title": rule.title.to(lang),
        "article": rule.cites.short,
        "words": law_words(change, lang),
    }


def turns(dossier: str, since: str, until: str, lang: Lang) -> list[dict[str, Any]]:
    """The days between two on which verdicts turn: how many, and how many breaches begin and end."""
    found: dict[date, Counter[str]] = {}
    for change in _compared(dossier, since, until).moves:
        for step in change.steps:
            before, after = _is_breach(step.old, step.before), _is_breach(step.new, step.after)
            found.setdefault(step.on, Counter()).update(
                turns=int(step.before is not step.after),
                breaks=int(after and not before),
                mends=int(before and not after),
            )
    return [{"day": day.isoformat(), **counted} for day, counted in sorted(found.items()) if counted["turns"]]


def _is_breach(rule: Rule | None, outcome: Outcome) -> bool:
    return rule is not None and rule.blocking and outcome is Outcome.VIOLATED


def changes(dossier: str, a: str, b: str, lang: Lang) -> list[dict[str, Any]]:
    """The verdicts that differ between two days, breaches first: what was said, what is said, and why."""
    found = _compared(dossier, a, b).changes
    return [_told(change, lang) for change in sorted(found, key=lambda one: (not one.breaks, not one.mends))]


def _told(change: Change, lang: Lang) -> dict[str, Any]:
    now = change.now
    return {
        "rule": change.rule_id,
        "title": change.rule.title.to(lang),
        "article": change.rule.cites.short,
        "part": describe(change.part, lang) if change.place else "",
        "sides": sides_words(change, lang),
        "steps": [step_words(change, step, lang) for step in change.steps],
        "reason": now.reason.to(lang) if now is not None and now.reason is not None else "",
        "way": "breaks" if change.breaks else "mends" if change.mends else "moves",
    }


def _compared(dossier: str, a: str, b: str) -> Comparison:
    structure = structure_of(dossier)
    law = law_with_statutes(structure)
    return compare(structure, a=date.fromisoformat(a), b=date.fromisoformat(b), law=law)
