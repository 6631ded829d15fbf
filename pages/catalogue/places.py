"""Where the law stands in the catalogue: a page for each article, an anchor for each rule."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import attrs

from cpts_model import LAW, Article, Authority, Citation, Rule, Text
from cpts_model.engine.citations import ACTES, CONVENTIONS, CSP, LOI_1901, PRATIQUE
from cpts_model.engine.text import Lang

FOLDERS: dict[Lang, str] = {"en": "law", "fr": "fr/droit"}
UP: dict[Lang, str] = {"en": "../", "fr": "../../"}
"""From a page of the catalogue to the root of the documentation."""


@attrs.frozen(slots=True)
class Place:
    """An article, or a text as a whole: its rules, and what is declared of its versions."""

    cites: Citation
    article: Article | None
    rules: tuple[Rule, ...]

    @property
    def slug(self) -> str:
        """The name of its page: ``l6323-3``, ``css-l162-14-1``."""
        return slug_of(self.cites)

    @property
    def ids(self) -> tuple[str, ...]:
        """The rules that it states, once each, in the order of the text."""
        return tuple(dict.fromkeys(rule.id for rule in self.rules))

    @property
    def cited_by(self) -> tuple[Rule, ...]:
        """The rules of other articles that refer to it, once each."""
        found = (rule for rule in LAW if any(slug_of(cites) == self.slug for cites in rule.also_cites))
        return tuple({rule.id: rule for rule in found if place_of(rule) != self}.values())


def slug_of(cites: Citation) -> str:
    """The name of the page of an article. Those of the code de la santé publique have their number alone."""
    code = "" if cites.code in (CSP, ACTES, CONVENTIONS, PRATIQUE) else f"{cites.code.slug} "
    plain = unicodedata.normalize("NFKD", f"{code}{cites.article}").encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def anchor_of(rule: Rule) -> str:
    """Where a rule stands in its page: its id; an older version has its first day too."""
    name = rule.id.replace(".", "-")
    newest = LAW.versions(rule.id)[-1]
    return name if rule == newest else f"{name}-{rule.in_force.start or 'origin'}"


def link_to(rule: Rule) -> str:
    """From a page of the catalogue to a rule."""
    return f"{slug_of(rule.cites)}.md#{anchor_of(rule)}"


@cache
def places() -> tuple[Place, ...]:
    """Every article that states a rule, in the order of the law; then those whose versions alone are declared."""
    declared = {(article.code, article.number): article for article in LAW.articles}
    stated: dict[tuple[object, str], list[Rule]] = {}
    for rule in LAW:
        stated.setdefault((rule.cites.code, rule.cites.article), []).append(rule)
    with_rules = (
        Place(_whole(rules), declared.get((rules[0].cites.code, rules[0].cites.article)), tuple(rules))
        for rules in stated.values()
    )
    without = (Place(one.cite(), one, ()) for key, one in declared.items() if key not in stated)
    return (*with_rules, *without)


def _whole(rules: list[Rule]) -> Citation:
    """The article, whatever paragraph its rules cite."""
    return attrs.evolve(rules[0].cites, paragraph=None)


def place_of(rule: Rule) -> Place:
    """Where a rule stands."""
    return next(place for place in places() if rule in place.rules)


_NOT_CODES = {
    "acts": Text("Lois et décrets hors des codes", "Acts and decrees outside the codes"),
    "agreements": Text("Conventions et accords", "Agreements"),
    "case_law": Text("Jurisprudence", "Case law"),
    "doctrine": Text("Doctrine administrative", "Administrative doctrine"),
    "practice": Text(
        "Pratique : ce qui s'observe, et qu'aucun article n'impose",
        "Practice: what is observed, and no article imposes",
    ),
}
_GROUPS = {
    Authority.CONVENTION: "agreements",
    Authority.CASE_LAW: "case_law",
    Authority.DOCTRINE: "doctrine",
    Authority.PRACTICE: "practice",
}


def grouped(lang: Lang) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """The articles by the text they belong to: codes and acts, then agreements, cases, doctrine, practice."""
    groups: dict[str, list[Place]] = {}
    for place in places():
        groups.setdefault(_group(place, lang), []).append(place)
    last = [words.to(lang) for words in _NOT_CODES.values()]
    for name in sorted(groups, key=lambda name: last.index(name) if name in last else -1):
        yield name, tuple(sorted(groups[name], key=_order))


def _group(place: Place, lang: Lang) -> str:
    code = place.cites.code
    if code in (ACTES, CONVENTIONS, PRATIQUE):
        authority = place.rules[0].authority if place.rules else Authority.CONVENTION
        return _NOT_CODES[_GROUPS.get(authority, "acts")].to(lang)
    name = code.name.to(lang)
    return f"{name[0].upper()}{name[1:]}" + ("" if code is LOI_1901 else f" ({code.short})")


def _order(place: Place) -> tuple[object, ...]:
    """Articles by their number: L before R before D, then as they are counted."""
    if place.cites.code in (ACTES, CONVENTIONS, PRATIQUE):
        return ("",)
    number = place.cites.article
    return ("LRD".find(number[0]), *(int(part) for part in re.findall(r"\d+", number)))
