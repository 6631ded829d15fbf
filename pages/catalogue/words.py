"""The words of the catalogue, in both languages, and how it writes days and periods."""

from datetime import date
from typing import Any

from cpts_model import Authority, Modality, Outcome, Period, Rule, Text
from cpts_model.engine.explain import day_in_words
from cpts_model.engine.text import Lang
from cpts_model.report.words import KINDS
from pages.page import text

WORDS = {
    "always": Text("sans limite de date", "at any date"),
    "since": Text("depuis le {start}", "since {start}"),
    "until": Text("jusqu'au {end}", "until {end}"),
    "between": Text("du {start} au {end}", "from {start} to {end}"),
    "seen": Text("vu en vigueur le {day}", "last seen in force on {day}"),
    "observed": Text("vu pour la dernière fois le {day}", "last seen on {day}"),
    "seen_unsaid": Text("lu un jour qui n'est pas indiqué", "read on a day that is not told"),
}

SUBJECTS = {
    "Candidature": Text("candidature à une structure", "a candidature to a structure"),
    "Departure": Text("départ d'une structure", "a departure from a structure"),
    "Exercice": Text("exercice d'un professionnel dans une structure", "a professional's practice in a structure"),
    "Belongings": Text("tout ce à quoi une même personne appartient", "all that one person belongs to"),
    "Neighbours": Text("deux CPTS comparées", "two CPTS compared"),
    "Structure": Text("toute structure d'exercice coordonné", "any structure of coordinated care"),
}  # fmt: skip
"""What rules are about beside structures."""

OUTCOMES = {
    Outcome.SATISFIED: Text("Règle respectée", "Satisfied"),
    Outcome.VIOLATED: Text("Règle non respectée", "Violated"),
    Outcome.UNDETERMINED: Text("Indéterminé : un fait manque", "Undetermined: a fact is missing"),
    Outcome.NOT_APPLICABLE: Text("Sans objet", "Not applicable"),
}
_RIGHTS = {
    Outcome.SATISFIED: Text("Droit ouvert", "Right open"),
    Outcome.VIOLATED: Text("Droit non ouvert", "Right not open"),
}
LEFT_OPEN = Text("Question que les textes laissent ouverte", "Left open by the texts")


def say(word: str, lang: Lang, **named: Any) -> str:
    """A phrase of this module, its blanks filled in."""
    return WORDS[word].to(lang).format(**named)


def period(of: Period, lang: Lang) -> str:
    """A period, with its last day told."""
    start = day_in_words(of.start, lang) if of.start else ""
    end = day_in_words(of.last_day, lang) if of.last_day else ""
    name = "between" if start and end else "since" if start else "until" if end else "always"
    return say(name, lang, start=start, end=end)


def seen_as(authority: Authority, day: date | None, lang: Lang) -> str:
    """The last day on which a text of that force was seen, in force if it is one that can be."""
    if day is None:
        return say("seen_unsaid", lang)
    return say("seen" if authority.comes_into_force else "observed", lang, day=day_in_words(day, lang))


def last_seen(rule: Rule, lang: Lang) -> str:
    """The last day on which the text of a rule was seen."""
    return seen_as(rule.authority, rule.checked_on, lang)


def outcome_name(rule: Rule, outcome: Outcome, lang: Lang, *, is_open: bool = False) -> str:
    """An outcome as it should be said of a rule: a permission is open or not."""
    if is_open:
        return LEFT_OPEN.to(lang)
    rights = _RIGHTS if rule.modality is Modality.PERMISSION else {}
    return rights.get(outcome, OUTCOMES[outcome]).to(lang)


def subjects_of(rule: Rule, lang: Lang) -> str:
    """What a rule is about."""
    kinds = rule.about if isinstance(rule.about, tuple) else (rule.about,)
    names = {**KINDS, **SUBJECTS}
    return ", ".join(text(names[kind.__name__].to(lang)) for kind in kinds)


def capital(words: str) -> str:
    """Words that begin a sentence or a title."""
    return words[0].upper() + words[1:]


def listed(rule: Rule, target: str, lang: Lang) -> str:
    """A rule in a list: its title, its id and, where it is no law, what else it is."""
    authority = "" if rule.authority.binds else f", {rule.authority.label.to(lang)}"
    return f"- [{text(rule.title.to(lang))}]({target}) (`{rule.id}`{authority})"
