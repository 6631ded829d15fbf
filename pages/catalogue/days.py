"""The days on which the law moves: what begins, what changes and what ends on each."""

from collections.abc import Iterator
from datetime import date

from cpts_model import LAW, Rule, Text
from cpts_model.engine.explain import day_in_words
from cpts_model.engine.text import Lang
from pages.catalogue.places import UP, link_to, places
from pages.catalogue.words import capital, listed
from pages.page import in_french, text, tidy

PATHS: dict[Lang, str] = {"en": "law/days.md", "fr": "fr/droit/jours.md"}
TITLE = Text("Les jours où le droit change", "The days on which the law moves")

_INTRODUCTION = Text(
    "Chaque jour où une règle de la bibliothèque commence à s'appliquer, change de version ou cesse de s'appliquer, le plus récent d'abord : "
    "**{days} jours, du {first} au {last}**. Entre deux de ces jours, aucune de ses règles ne change. Un jour à venir est celui qu'un texte fixe déjà.\n\n"
    "Ce n'est pas toujours le jour d'un texte nouveau. Une règle change aussi de version quand un délai prend fin, ou quand le texte n'est plus connu de "
    "la même manière : la réserve du service de santé des armées a été vue pour la première fois le 15 avril 2020, son premier jour n'a pas été trouvé. "
    "Une décision de justice, une doctrine ou une pratique commence au jour où elle a été rendue ou relevée.",
    "Each day on which a rule of the library begins to apply, changes version or ceases to apply, the newest first: **{days} days, "
    "from {first} to {last}**. Between two of these days none of its rules changes. A day to come is one that a text has already set.\n\n"
    "It is not always the day of a new text. A rule also changes version where a time limit ends, or where the text is no longer known in the same "
    "way: the reserve about the army medical service was first seen on 15 April 2020, its first day was not found. A judgment, a doctrine or a "
    "practice begins on the day it was given or noted.",
)  # fmt: skip
_WORDS = {
    "twin": Text("This page in English", "Cette page en français"),
    "all": Text("Tous les articles", "All articles"),
    "begins": Text("S'appliquent dès ce jour", "Apply from this day on"),
    "changes": Text("Changent de version", "Change version"),
    "ends": Text("Ne s'appliquent plus (la veille est leur dernier jour)", "Apply no longer (the day before is their last)"),
    "acts": Text("Nouvelles rédactions d'articles", "New wordings of articles"),
    "alt": Text(
        "Frise : pour chaque jour, combien de règles commencent à s'appliquer, changent de version ou cessent de s'appliquer",
        "Timeline: for each day, how many rules begin to apply, change version or cease to apply",
    ),
}  # fmt: skip


def page(lang: Lang) -> str:
    """The page, in a language."""
    body = tidy("\n\n".join(_blocks(lang)))
    return in_french(body) if lang == "fr" else body


def _say(word: str, lang: Lang) -> str:
    return _WORDS[word].to(lang)


def _blocks(lang: Lang) -> Iterator[str]:
    days = LAW.changes
    yield f"# {TITLE.to(lang)}"
    yield f"[{_say('twin', lang)}]({UP[lang]}{PATHS['en' if lang == 'fr' else 'fr']}) · [{_say('all', lang)}](index.md)"
    yield _INTRODUCTION.to(lang).format(
        days=len(days), first=day_in_words(days[0], lang), last=day_in_words(days[-1], lang)
    )
    picture = f"{UP[lang]}pictures/versions-days.{lang}.svg"
    yield f"[![{_say('alt', lang)}]({picture})]({picture})"
    for day in reversed(days):
        yield f"## {capital(day_in_words(day, lang))} {{#{day}}}"
        for name, rules in moves(day).items():
            if rules:
                yield f"**{_say(name, lang)}**"
                yield "\n".join(listed(rule, link_to(rule), lang) for rule in rules)
        acts = [*_acts(day, lang)]
        if acts:
            yield f"**{_say('acts', lang)}**"
            yield "\n".join(acts)


def moves(day: date) -> dict[str, list[Rule]]:
    """The versions that begin on a day, those that take the place of an older one, and those that end for good."""
    begun = {rule.id: rule for rule in LAW if rule.in_force.start == day}
    ended = {rule.id: rule for rule in LAW if rule.in_force.end == day}
    return {
        "begins": [rule for rule in begun.values() if rule.id not in ended],
        "changes": [rule for rule in begun.values() if rule.id in ended],
        "ends": [rule for rule in ended.values() if rule.id not in begun],
    }


def _acts(day: date, lang: Lang) -> Iterator[str]:
    """The articles that have a new wording on a day, and the act that it comes from."""
    for place in places():
        version = place.article.at(day) if place.article else None
        if version is not None and version.exists and version.period.start == day:
            yield f"- [{text(place.cites.short)}]({place.slug}.md){' :' if lang == 'fr' else ':'} {text(version.act.to(lang))}"
