"""The glossary, both ways: whole, in the order of each language, and founded on the texts that the library knows."""

import re
from enum import Enum
from pathlib import Path

import attrs
import pytest

import cpts_model
from cpts_model import LAW, Membership, Profession, Professional
from cpts_model.engine.citations import Authority
from cpts_model.engine.labels import LABEL
from cpts_model.engine.text import LANGS, Lang, Text
from pages import glossary
from pages.glossary import alphabetical, slug
from pages.page import DOCS, text
from pages.reference.names import public_entries
from pages.terms import TERMS, Term

WRITTEN = {page.path: page.write() for page in glossary.pages()}
PAGES: dict[Lang, str] = {"en": WRITTEN["glossary.md"], "fr": WRITTEN["fr/glossaire.md"]}
SOURCES = "".join(file.read_text(encoding="utf-8") for file in Path(cpts_model.__file__).parent.rglob("*.py"))


def part(page: str, anchor: str) -> str:
    """What stands under a heading of the second level."""
    return page.partition(f"{{#{anchor}}}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("term", TERMS, ids=slug)
def test_a_term_is_told_with_its_meaning_its_other_name_and_its_source(term: Term, lang: Lang) -> None:
    told = (
        PAGES[lang].partition(f"### {text(term.word.to(lang))} {{#{slug(term)}}}\n")[2].partition("\n###")[0]
    )
    assert text(term.means.to(lang)) in told
    other: Lang = "fr" if lang == "en" else "en"
    assert f'<span lang="{other}">{text(term.word.to(other))}</span>' in told
    (source,) = re.findall(r"^\* Source ?: (.+)$", told, re.MULTILINE)
    assert source.endswith(text(term.source)) or term.authority is not None
    if term.authority is not None:
        assert source.startswith(text(term.authority.label.to(lang)))


@pytest.mark.parametrize("term", TERMS, ids=slug)
def test_a_term_of_law_cites_articles_that_the_library_knows(term: Term) -> None:
    articles = re.findall(r"[LRD]\d+(?:-\d+)*", term.source)
    for article in articles:
        assert article in SOURCES, f"{slug(term)}: {article} is cited nowhere in the library"
    if term.authority in (Authority.LAW, Authority.REGULATION):
        assert articles or "art. " in term.source or "quatrième partie" in term.source


@pytest.mark.parametrize("term", TERMS, ids=slug)
def test_a_term_of_practice_cites_no_article(term: Term) -> None:
    if term.authority in (Authority.PRACTICE, Authority.DOCTRINE, Authority.CONVENTION):
        assert "art." not in term.source


def test_what_is_for_the_library_alone_is_no_fact() -> None:
    assert "._" not in part(PAGES["en"], "faits")


def test_no_two_terms_share_a_place() -> None:
    assert len({slug(term) for term in TERMS}) == len(TERMS)


@pytest.mark.parametrize("lang", LANGS)
def test_terms_words_and_facts_stand_as_the_language_sorts_them(lang: Lang) -> None:
    page = PAGES[lang]
    terms = re.findall(r"^### (.+) {#", part(page, "termes"), re.MULTILINE)
    assert len(terms) == len(TERMS)
    for names in (
        terms,
        *(re.findall(r"^\* \*\*(.+?)\*\*", part(page, at), re.MULTILINE) for at in ("mots", "faits")),
    ):
        plain = [re.sub(r"&#(\d+);", lambda sign: chr(int(sign[1])), name) for name in names]
        assert len(plain) > 40
        assert [alphabetical(name) for name in plain] == sorted(alphabetical(name) for name in plain)


@pytest.mark.parametrize(
    ("first", "then"),
    [("écrit", "élu"), ("Élu", "examen"), ("œuvre", "offre"), ("« libre »", "liste"), ("cote", "côté")],
)
def test_accents_capitals_and_quotation_marks_count_for_nothing(first: str, then: str) -> None:
    assert alphabetical(first) <= alphabetical(then)


def test_every_label_of_a_public_fact_is_there_both_ways() -> None:
    found = 0
    for entry in public_entries():
        kind = entry.place.value
        if entry.place.module.startswith("cpts_model.facts.") and isinstance(kind, type) and attrs.has(kind):
            for field in attrs.fields(kind):
                label = field.metadata.get(LABEL)
                if label is not None:
                    found += 1
                    for lang, page in PAGES.items():
                        assert f"* **{text(label.to(lang))}** · " in part(page, "faits")
    assert found > 150


def test_a_legal_definition_has_its_article() -> None:
    """A property that the law defines says where, and leads to the reference."""
    for page in PAGES.values():
        line = next(
            line
            for line in page.splitlines()
            if "Professional.gives_premier_recours" in line and line.startswith("* **")
        )
        assert "CSP, art. L1411-11" in line
    assert Professional.gives_premier_recours.__doc__
    assert "people.md#Membership.joined_on" in PAGES["fr"]
    assert Membership.__doc__


def test_every_word_of_a_public_list_is_there_save_the_professions() -> None:
    for entry in public_entries():
        kind = entry.place.value
        if isinstance(kind, type) and issubclass(kind, Enum) and entry.importable_from == "cpts_model":
            for member in kind:
                if isinstance(getattr(member, "label", None), Text):
                    for page in PAGES.values():
                        assert (f"[`{entry.name}.{member.name}`]" in page) == (kind is not Profession)


@pytest.mark.parametrize("path", WRITTEN)
def test_links_lead_to_a_page_and_a_place_on_it(path: str) -> None:
    for target in set(re.findall(r"\]\(([^)]+)\)", WRITTEN[path])):
        page, _, anchor = target.partition("#")
        file = (DOCS / path).parent / page if page else DOCS / path
        body = file.read_text(encoding="utf-8")
        assert not anchor or f"{{#{anchor}}}" in body or f'id="{anchor}"' in body, target


def test_the_rules_that_are_named_exist() -> None:
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)*\.[a-z0-9-]+)`", part(PAGES["fr"], "termes")))
    assert len(named) > 40
    assert named <= set(LAW.ids)
