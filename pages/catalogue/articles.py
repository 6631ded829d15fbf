"""A page of the catalogue: an article, its versions, and a section for each of its rules."""

import textwrap
from collections.abc import Iterator

from cpts_model import Article, Citation, Rule, Text
from cpts_model.engine.citations import ArticleVersion
from cpts_model.engine.explain import day_in_words
from cpts_model.engine.text import Lang
from pages.catalogue.places import FOLDERS, UP, Place, link_to
from pages.catalogue.rules import section, url_of
from pages.catalogue.stored import examples_of, names_in
from pages.catalogue.words import capital, listed, period
from pages.page import EXAMPLE, in_french, table, text, tidy

_WORDS = {
    "twin": Text("This page in English", "Cette page en français"),
    "all": Text("Tous les articles", "All articles"),
    "how": Text("Comment lire une règle", "How to read a rule"),
    "reading": Text("index.md#comment-lire-une-regle", "index.md#how-to-read-a-rule"),
    "versions": Text("Versions du texte", "Versions of the text"),
    "version_heads": Text(
        "En vigueur|Acte|Connaissance|À savoir|Légifrance", "In force|Act|How it is known|Note|Légifrance"
    ),
    "unread": Text("rédaction non lue", "wording not read"),
    "read_there": Text("lire", "read"),
    "checked": Text(
        "La version la plus récente a été vue en vigueur pour la dernière fois le {day}.",
        "The newest version was last seen in force on {day}.",
    ),
    "newest": Text("[La lire sur Légifrance]({url}).", "[Read it on Légifrance]({url})."),
    "rules": Text("Règles", "Rules"),
    "none": Text(
        "Aucune règle n'est tirée de cet article : ses versions sont tenues parce que d'autres s'y rapportent.",
        "No rule is drawn from this article: its versions are kept because others refer to it.",
    ),
    "cited_by": Text("Des règles d'autres articles s'y rapportent", "Rules of other articles refer to it"),
    "colon": Text(" :", ":"),
    "imports": Text("Pour exécuter les exemples de cette page", "To run the examples of this page"),
}  # fmt: skip


def page(place: Place, lang: Lang) -> str:
    """The page of an article."""
    body = tidy("\n\n".join(_blocks(place, lang)))
    return in_french(body) if lang == "fr" else body


def title_of(place: Place) -> str:
    """What the navigation calls it."""
    return place.cites.short


def _say(word: str, lang: Lang) -> str:
    return _WORDS[word].to(lang)


def _blocks(place: Place, lang: Lang) -> Iterator[str]:
    article = place.article
    heading = capital(place.cites.to(lang))
    title = f"{_say('colon', lang)} {_lower(article.title.to(lang))}" if article else ""
    yield f"# {text(heading + title)}"
    twin: Lang = "en" if lang == "fr" else "fr"
    yield (
        f"[{_say('twin', lang)}]({UP[lang]}{FOLDERS[twin]}/{place.slug}.md) · "
        f"[{_say('all', lang)}](index.md) · [{_say('how', lang)}]({_say('reading', lang)})"
    )
    if article is not None:
        yield from _versions(article, lang)
    if place.ids:
        yield f"**{_say('rules', lang)}**"
        yield "\n".join(
            listed(rule, "#" + link_to(rule).partition("#")[2], lang) for rule in newest_of(place)
        )
        yield _imports(place, lang)
    else:
        yield _say("none", lang)
    if place.cited_by:
        yield f"**{_say('cited_by', lang)}**"
        yield "\n".join(listed(rule, link_to(rule), lang) for rule in place.cited_by)
    for rule_id in place.ids:
        yield from section(rule_id, lang)


def newest_of(place: Place) -> list[Rule]:
    """The newest version of each rule of an article, in the order of the text."""
    return list({rule.id: rule for rule in place.rules}.values())


def _versions(article: Article, lang: Lang) -> Iterator[str]:
    if article.versions:
        rows = [_version(article, version, lang) for version in reversed(article.versions)]
        heads = _say("version_heads", lang).split("|")
        used = [place for place in range(len(heads)) if any(row[place] for row in rows)]
        yield f"**{_say('versions', lang)}**"
        yield table([heads[at] for at in used], [[row[at] for at in used] for row in rows])
    url = url_of(article)
    newest = f" {_say('newest', lang).format(url=url)}" if url else ""
    yield f"{_say('checked', lang).format(day=day_in_words(article.checked_on, lang))}{newest}"


def _version(article: Article, version: ArticleVersion, lang: Lang) -> list[str]:
    known = version.evidence.label.to(lang) if version.text_known else _say("unread", lang)
    url = Citation(article.code, article.number, None, version.legifrance).url
    return [
        period(version.period, lang),
        text(version.act.to(lang)),
        known if version.exists else "",
        text(version.note.to(lang)) if version.note else "",
        f"[{_say('read_there', lang)}]({url})" if url else "",
    ]


def _imports(place: Place, lang: Lang) -> str:
    """What the examples of a page need to run."""
    names = {name for rule in place.rules for one in examples_of(rule) for name in names_in(one.facts)}
    ours = sorted((names | {"assess"}) - {"date", "Decimal"}, key=str.casefold)
    lines = [">>> from datetime import date"]
    lines += [">>> from decimal import Decimal"] * ("Decimal" in names)
    lines.append(f">>> from cpts_model import {', '.join(ours)}")
    block = textwrap.indent("\n".join([EXAMPLE, *lines, "", "```"]), "    ")
    return f'??? info "{_say("imports", lang)}"\n\n{block}'


def _lower(words: str) -> str:
    """A title that goes on after a colon, unless it begins with letters that stand for words."""
    return words if words[1:2].isupper() else words[0].lower() + words[1:]
