"""The glossary both ways: the terms of the field, the words that a dossier may hold, the facts and what they are called."""

import ast
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import cache, partial
from itertools import groupby

import attrs

from cpts_model import LAW
from cpts_model.engine.text import Lang, Text
from pages.catalogue.places import link_to
from pages.page import Page, in_french, text, tidy
from pages.reference.classes import labelled_members
from pages.reference.names import Entry, public_entries
from pages.reference.prose import Voice
from pages.terms import TERMS, Term

_PLACES: dict[Lang, tuple[str, str]] = {
    "en": ("glossary.md", "Glossary"),
    "fr": ("fr/glossaire.md", "Glossaire"),
}
_REFERENCE: dict[Lang, str] = {"en": "reference/", "fr": "../reference/"}
_CATALOGUE: dict[Lang, str] = {"en": "law/", "fr": "droit/"}
_OTHER: dict[Lang, Lang] = {"en": "fr", "fr": "en"}
_TWIN = Text(
    "[This page in English](../glossary.md){hreflang=en lang=en}",
    "[Cette page en français](fr/glossaire.md){hreflang=fr lang=fr}",
)
_LEAD = Text(
    "Trois listes : les [termes du domaine](#termes), avec leur définition et leur source ; les [mots des listes](#mots) qu'un dossier peut contenir ; "
    "les [faits](#faits) et leur nom dans la bibliothèque. Les professions ont [leur propre page](../reference/enumerations.md#Profession). "
    "Quand aucun texte ne définit un terme, ce glossaire le dit.",
    "Three lists: the [terms of the field](#termes), with their definition and source; the [words of the lists](#mots) that a dossier may hold; the "
    "[facts](#faits) and their names in the library. Professions have [a page of their own](reference/enumerations.md#Profession). Where no text "
    "defines a term, this glossary says so. French is authoritative.",
)
_TERMS = Text("Les termes du domaine", "The terms of the field")
_WORDS = Text("Les mots des listes", "The words of lists")
_WORDS_LEAD = Text(
    "Chaque mot des listes fermées de la bibliothèque, comment un fichier l'écrit, et son nom en Python.",
    "Each word of the closed lists of the library, how a file writes it, and its name in Python.",
)
_FACTS = Text("Les faits", "The facts")
_FACTS_LEAD = Text(
    "Ce qu'une structure, une personne ou un contrat disent d'eux-mêmes, et ce que la loi en déduit.",
    "What a structure, a person or a contract says of itself, and what the law draws from it.",
)
_NAMES: dict[Lang, Text] = {"fr": Text("Français", "French"), "en": Text("Anglais", "English")}
_IN_THE_LIBRARY = Text("Dans la bibliothèque", "In the library")
_SOURCE = Text("Source", "Source")
_RULES = (Text("règle", "rule"), Text("règles", "rules"))
_NO_TEXT = Text("aucun texte trouvé", "no text found")
_CITED = re.compile(r"\(((?:[^()]*\bart\.|CSP|CSS|CASF|CRPA|C\. civ\.)[^()]*)\)")


@attrs.frozen(slots=True)
class Fact:
    """What facts of a name are called, where the library tells them, and what they mean."""

    label: Text
    where: tuple[tuple[Entry, str], ...]
    doc: str
    said_in: Entry

    @property
    def source(self) -> str:
        """The article that its docstring names."""
        found = _CITED.search(" ".join(self.doc.split()))
        return found[1] if found else ""


def pages() -> Iterator[Page]:
    """One in each language."""
    for lang, (path, title) in _PLACES.items():
        yield Page(path, partial(_glossary, lang), title)


def alphabetical(words: str) -> str:
    """Where words stand in a French list: accents, capitals and quotation marks count for nothing."""
    plain = unicodedata.normalize("NFD", words.replace("œ", "oe").replace("Œ", "OE"))
    return (
        re.sub(r"[^\w\s]", "", "".join(c for c in plain if not unicodedata.combining(c))).strip().casefold()
    )


def slug(term: Term) -> str:
    """The anchor of a term, the same in both languages."""
    words = re.split(r"[,(]", term.word.fr)[0]
    return "-".join(alphabetical(part).replace(" ", "-") for part in re.split(r"[^\w\s]", words.strip()))


def _glossary(lang: Lang) -> str:
    parts = [
        _TWIN.to(lang),
        _LEAD.to(lang),
        f"## {_TERMS.to(lang)} {{#termes}}",
        *(part for term in _sorted(TERMS, lang) for part in _term(term, lang)),
        f"## {_WORDS.to(lang)} {{#mots}}",
        _WORDS_LEAD.to(lang),
        _words(lang),
        f"## {_FACTS.to(lang)} {{#faits}}",
        _FACTS_LEAD.to(lang),
        *_facts(lang),
    ]
    body = "\n\n".join(parts)
    return tidy(f"# {_PLACES[lang][1]}\n\n{in_french(body) if lang == 'fr' else body}")


def _sorted(terms: Iterable[Term], lang: Lang) -> Sequence[Term]:
    return sorted(terms, key=lambda term: alphabetical(term.word.to(lang)))


def _term(term: Term, lang: Lang) -> Iterator[str]:
    yield f"### {text(term.word.to(lang))} {{#{slug(term)}}}"
    yield text(term.means.to(lang))
    notes = [f"{_NAMES[_OTHER[lang]].to(lang)}{_colon(lang)}{_foreign(term.word, lang)}"]
    force = [] if term.authority is None else [term.authority.label.to(lang)]
    by = ", ".join([*force, term.source or _NO_TEXT.to(lang)])
    notes.append(f"{_SOURCE.to(lang)}{_colon(lang)}{text(by)}")
    names = [word for word in term.where.split() if word not in LAW.ids]
    rules = [word for word in term.where.split() if word in LAW.ids]
    places = [_link(*_named(name), lang) for name in names]
    if rules:
        places.append(f"{_RULES[len(rules) > 1].to(lang)} " + ", ".join(_rule(rule, lang) for rule in rules))
    notes.append(f"{_IN_THE_LIBRARY.to(lang)}{_colon(lang)}{', '.join(places)}")
    yield "\n".join(f"* {note}" for note in notes)


def _colon(lang: Lang) -> str:
    return " : " if lang == "fr" else ": "


def _foreign(words: Text, lang: Lang) -> str:
    """The same in the other language, told apart for those who hear the page."""
    other = _OTHER[lang]
    return f'<span lang="{other}">{text(words.to(other))}</span>'


@cache
def _by_name() -> dict[str, Entry]:
    return {entry.name: entry for entry in public_entries() if entry.importable_from != "cpts_model.testing"}


def _named(name: str) -> tuple[Entry, str]:
    kind, dot, member = name.partition(".")
    return _by_name()[kind], f"{dot}{member}"


def _link(entry: Entry, member: str, lang: Lang) -> str:
    return f"[`{entry.name}{member}`]({_REFERENCE[lang]}{entry.chapter.slug}.md#{entry.anchor}{member})"


def _rule(rule_id: str, lang: Lang) -> str:
    """A rule, that leads to its newest version in the catalogue."""
    return f"[`{rule_id}`]({_CATALOGUE[lang]}{link_to(LAW.versions(rule_id)[-1])})"


def _words(lang: Lang) -> str:
    rows = [
        (label, member, entry)
        for entry in _by_name().values()
        if entry.name != "Profession" and _is_enumeration(entry)
        for member in entry.place.value
        if isinstance(label := getattr(member, "label", None), Text)
    ]
    rows.sort(key=lambda row: (alphabetical(row[0].to(lang)), row[2].name, row[1].name))
    return "\n".join(
        _item(label, lang, f"`{member.value}`, {_link(entry, f'.{member.name}', lang)}")
        for label, member, entry in rows
    )


def _is_enumeration(entry: Entry) -> bool:
    kind = entry.place.value
    return isinstance(kind, type) and issubclass(kind, Enum)


def _facts(lang: Lang) -> Iterator[str]:
    """The facts under the letters of the alphabet."""
    facts = sorted(
        _all_facts(), key=lambda fact: (alphabetical(fact.label.to(lang)), fact.label.fr, fact.label.en)
    )
    for letter, several in groupby(facts, key=lambda fact: alphabetical(fact.label.to(lang))[0].upper()):
        yield f"### {letter} {{#faits-{letter.lower()}}}"
        yield "\n".join(_fact(fact, lang) for fact in several)


def _fact(fact: Fact, lang: Lang) -> str:
    where = ", ".join(_link(entry, f".{name}", lang) for entry, name in fact.where)
    told = [where, *([text(fact.source)] if fact.source else [])]
    if lang == "en" and fact.doc:
        told.append(Voice(fact.said_in.place.module, None).first_sentence_plain(fact.doc))
    return _item(fact.label, lang, ". ".join(told))


def _item(label: Text, lang: Lang, told: str) -> str:
    return f"* **{text(label.to(lang))}** · {_foreign(label, lang)}{_colon(lang)}{told}"


def _all_facts() -> Iterator[Fact]:
    """Every fact that has a label; those of one name and one label are told once."""
    found: dict[Text, list[tuple[Entry, str, str]]] = {}
    for entry in _by_name().values():
        if entry.place.module.startswith("cpts_model.facts.") and isinstance(entry.place.node, ast.ClassDef):
            for name, label, doc in labelled_members(entry):
                found.setdefault(label, []).append((entry, name, doc))
    for label, told in found.items():
        told.sort(key=lambda one: (one[0].name, one[1]))
        first = next((one for one in told if one[2]), told[0])
        yield Fact(label, tuple((entry, name) for entry, name, _ in told), first[2], first[0])
