"""Verdicts in words, in French and in English."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs

from cpts_model.engine.citations import Authority
from cpts_model.engine.dates import Period
from cpts_model.engine.observe import Fact
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Modality
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import UNKNOWN, Count
from cpts_model.engine.verdict import Verdict

_BETWEEN = {"fr": " ; ", "en": "; "}
_WORDS = {
    "right_open": Text("droit ouvert", "right open"),
    "right_closed": Text("droit non ouvert", "right not open"),
    "warning": Text("à surveiller", "warning"),
    "unknown": Text("inconnu", "unknown"),
    "none": Text("néant", "none"),
    "true": Text("oui", "yes"),
    "false": Text("non", "no"),
    "facts": Text("Faits lus :", "Facts read:"),
    "text": Text("Texte : ", "Text: "),
    "also": Text("Voir aussi : ", "See also: "),
    "seen": Text("vu en vigueur le", "seen in force on"),
    "seen_only": Text("vu pour la dernière fois le", "last seen on"),
    "seen_unsaid": Text("lu un jour qui n'est pas indiqué", "read on a day that is not told"),
    "beyond": Text(
        "Le texte n'a pas été revu depuis : à vérifier au jour demandé.",
        "The text was not seen again since: check it for the day asked.",
    ),
    "remedy": Text("Pour y remédier : ", "What would mend it: "),
    "open_right": Text("Si le droit n'est pas ouvert : ", "Where the right is not open: "),
    "reason": Text("Question ouverte : ", "Open question: "),
    "note": Text("À savoir : ", "Note: "),
}


def outcome_words(verdict: Verdict, lang: Lang) -> str:
    """The outcome as it should be said of this rule: a permission is open or not."""
    if verdict.rule.modality is Modality.PERMISSION:
        if verdict.outcome is Outcome.SATISFIED:
            return _WORDS["right_open"].to(lang)
        if verdict.outcome is Outcome.VIOLATED:
            return _WORDS["right_closed"].to(lang)
    return _WORDS["warning"].to(lang) if verdict.warning else verdict.outcome.label.to(lang)


def last_seen(checked_on: date | None, authority: Authority, lang: Lang) -> str:
    """The last day on which a text was seen, in words: in force, if it is one that can be."""
    if checked_on is None:
        return _WORDS["seen_unsaid"].to(lang)
    seen = _WORDS["seen" if authority.comes_into_force else "seen_only"]
    return f"{seen.to(lang)} {format_day(checked_on, lang)}"


def explain(verdict: Verdict, lang: Lang) -> str:
    """A verdict in words, one idea a line."""
    return "\n".join(_lines(verdict, lang))


def _lines(verdict: Verdict, lang: Lang) -> Iterator[str]:
    rule = verdict.rule
    part = f" [{describe(verdict.part, lang)}]" if verdict.index is not None else ""
    yield f"{rule.id}{part} : {outcome_words(verdict, lang)}"
    yield rule.title.to(lang)
    yield (
        f"{_WORDS['text'].to(lang)}{rule.cites.to(lang)} "
        f"({rule.authority.label.to(lang)}, {rule.evidence.label.to(lang)}, "
        f"{last_seen(rule.checked_on, rule.authority, lang)})"
    )
    if rule.also_cites:
        yield _WORDS["also"].to(lang) + _BETWEEN[lang].join(citation.to(lang) for citation in rule.also_cites)
    if verdict.beyond_last_check:
        yield _WORDS["beyond"].to(lang)
    if verdict.reason is not None:
        yield _WORDS["reason"].to(lang) + verdict.reason.to(lang)
    facts = verdict.facts
    if facts:
        yield _WORDS["facts"].to(lang)
        for fact in facts:
            yield from fact_lines(fact, lang, "  ")
    if verdict.outcome is Outcome.VIOLATED:
        lead = "open_right" if rule.modality is Modality.PERMISSION else "remedy"
        yield _WORDS[lead].to(lang) + rule.remedy.to(lang)
    if rule.note is not None:
        yield _WORDS["note"].to(lang) + rule.note.to(lang)


def fact_lines(fact: Fact, lang: Lang, indent: str = "") -> Iterator[str]:
    """A fact and, under it, those it rests on."""
    name = f"{fact.label.to(lang)} " if fact.label else ""
    yield f"{indent}{name}({fact.path}) : {describe(fact.value, lang)}"
    for child in fact.children:
        yield from fact_lines(child, lang, indent + "  ")


def describe(value: Any, lang: Lang) -> str:
    """A value as a person would write it."""
    if value is UNKNOWN:
        return _WORDS["unknown"].to(lang)
    if value is None:
        return _WORDS["none"].to(lang)
    if isinstance(value, bool):
        return _WORDS["true" if value else "false"].to(lang)
    if isinstance(value, date):
        return format_day(value, lang)
    if isinstance(value, Text):
        return value.to(lang)
    if isinstance(value, Period):
        sides = (value.start, value.last_day)
        return " – ".join("…" if day is None else format_day(day, lang) for day in sides)
    if isinstance(value, tuple | frozenset):
        words = [describe(item, lang) for item in value]
        return ", ".join(words if isinstance(value, tuple) else sorted(words)) or _WORDS["none"].to(lang)
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", "," if lang == "fr" else ".")
    if isinstance(value, Enum):
        name = getattr(value, "label", None)
        return name.to(lang) if isinstance(name, Text) else str(value.value)
    return _named(value) if attrs.has(type(value)) and not isinstance(value, Count) else str(value)


def _named(fact: Any) -> str:
    """A fact by its name, or by its id, or by that of the member it speaks of."""
    for attribute in ("name", "id"):
        found = getattr(fact, attribute, None)
        if isinstance(found, str):
            return found
    member = getattr(fact, "member", None)
    return _named(member) if attrs.has(type(member)) else type(fact).__name__


def format_day(day: date, lang: Lang) -> str:
    """A day as the language writes it in figures."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}" if lang == "fr" else day.isoformat()


MONTHS = (
    Text("janvier", "January"), Text("février", "February"), Text("mars", "March"), Text("avril", "April"),
    Text("mai", "May"), Text("juin", "June"), Text("juillet", "July"), Text("août", "August"),
    Text("septembre", "September"), Text("octobre", "October"), Text("novembre", "November"), Text("décembre", "December"),
)  # fmt: skip
"""The months, from the first."""


def day_in_words(day: date, lang: Lang) -> str:
    """A day as it is written in a sentence: « 1er juillet 1901 »."""
    number = "1er" if lang == "fr" and day.day == 1 else day.day
    return f"{number} {MONTHS[day.month - 1].to(lang)} {day.year}"
