"""The pages of the catalogue: every rule on one of them, and all that is known of it there."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from functools import cache

import pytest

from cpts_model import LAW, Outcome, Rule
from cpts_model.engine.dates import ALWAYS
from cpts_model.engine.explain import day_in_words
from cpts_model.engine.text import LANGS, Lang
from cpts_model.testing import Impossible, case_of
from cpts_model.testing.case import BINDS_ALWAYS
from pages import catalogue
from pages.catalogue import conditions
from pages.catalogue.days import moves
from pages.catalogue.places import FOLDERS, anchor_of, grouped, place_of, places
from pages.catalogue.rules import code, facts_of, quotes
from pages.catalogue.stored import examples_of
from pages.page import text

PAGES = {page.path: page for page in catalogue.pages()}
MARKDOWN = [path for path in PAGES if path.endswith(".md")]
VERSIONS = {rule.version: rule for rule in LAW}


@cache
def written(path: str) -> str:
    return PAGES[path].write()


def page_of(rule: Rule, lang: Lang) -> str:
    return written(f"{FOLDERS[lang]}/{place_of(rule).slug}.md")


def section_of(rule: Rule, lang: Lang) -> str:
    """What the page says of one version, up to the next heading."""
    page = page_of(rule, lang)
    assert page.count(f"{{#{anchor_of(rule)}}}") == 1
    return re.split(r"\n##+ ", page.partition(f"{{#{anchor_of(rule)}}}")[2])[0]


def prose(page: str) -> str:
    """A page without its code, its links' targets, and what is French everywhere: words of the law, and sources."""
    page = re.sub(r"^- \*\*Read in\*\*.*$", "", page, flags=re.MULTILINE)
    without = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)|\{#[^}]*\}|«\s.*?\s»", " ", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", without)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("rule", VERSIONS.values(), ids=VERSIONS)
class TestAVersionOfARule:
    def test_says_all_that_the_rule_says(self, rule: Rule, lang: Lang) -> None:
        section = section_of(rule, lang)
        assert text(rule.title.to(lang)) in page_of(rule, lang)
        told = [rule.cites, *rule.also_cites]
        words = [*quotes(rule), *(cites.to(lang) for cites in told), rule.source, rule.remedy.to(lang)]
        words += [one.to(lang) for one in (rule.note, rule.upon) if one]
        for said in words:
            assert text(said) in section, said
        for label in (rule.modality.label, rule.authority.label, rule.evidence.label):
            assert label.to(lang) in section
        for day in (rule.in_force.start, rule.in_force.last_day, rule.checked_on):
            assert day is None or day_in_words(day, lang) in section

    def test_names_each_fact_it_reads(self, rule: Rule, lang: Lang) -> None:
        section = section_of(rule, lang)
        binding, judging = facts_of(rule)
        assert binding or judging
        for path, fact in (*binding.items(), *judging.items()):
            assert f"`{path}`" in section
            assert fact.label is None or text(fact.label.to(lang)) in section

    def test_shows_each_example_with_what_the_engine_says_of_it(self, rule: Rule, lang: Lang) -> None:
        section = " ".join(section_of(rule, lang).split())
        assert section.count("??? example") == len(examples_of(rule))
        for example in examples_of(rule):
            for verdict in example.verdicts:
                assert " ".join(verdict.explain(lang).split()) in section

    def test_says_why_where_there_can_be_no_example(self, rule: Rule, lang: Lang) -> None:
        section = section_of(rule, lang)
        case = case_of(rule.id, rule.in_force.start or examples_of(rule)[0].on)
        assert case is not None
        for outcome in Outcome:
            making = case.making(outcome)
            if isinstance(making, Impossible) and making is not BINDS_ALWAYS:
                assert text(making.why.to(lang)) in section


def test_pages_and_anchors_have_one_name_each() -> None:
    slugs = [place.slug for place in places()]
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)
    assert {"l6323-3", "l1434-12", "css-l162-14-1", "loi-1901-4"} <= set(slugs)
    for lang in LANGS:
        listed = [place for _, group in grouped(lang) for place in group]
        assert sorted(listed, key=id) == sorted(places(), key=id)


@pytest.mark.parametrize("path", MARKDOWN)
def test_its_links_lead_to_a_place_of_the_catalogue(path: str) -> None:
    folder = path.rpartition("/")[0]
    for target, anchor in re.findall(r"\]\(([a-z0-9-]*\.md)?#([a-z0-9-]+)\)", written(path)):
        assert f"{{#{anchor}}}" in written(f"{folder}/{target}" if target else path), (target, anchor)


@pytest.mark.parametrize("path", [path for path in MARKDOWN if path.startswith("fr/")])
def test_a_page_in_french_is_in_french(path: str) -> None:
    assert written(path).startswith('<div lang="fr" markdown>')
    english = re.findall(r"\b(?:the|which|and|since|where)\b", prose(written(path)))
    assert not english, english


@pytest.mark.parametrize("path", [path for path in MARKDOWN if path.startswith("law/")])
def test_a_page_in_english_is_in_english(path: str) -> None:
    french = re.findall(r"\b(?:depuis|jusqu|lorsque|les|pour)\b", prose(written(path)))
    named = {"les", "pour"}  # French names of texts stand as they are
    assert not set(french) - named, french


class TestCases:
    def test_every_function_that_says_when_a_rule_binds_has_words(self) -> None:
        assert _functions(rule.conditions for rule in LAW) == set(conditions.WHEN)

    def test_every_function_that_says_what_it_is_judged_of_has_words(self) -> None:
        assert _functions((rule.each,) for rule in LAW if rule.each) == set(conditions.EACH)


def _functions(found: Iterable[Iterable[object]]) -> set[str]:
    return {conditions.name_of(function) for functions in found for function in functions}


class TestDays:
    def test_each_day_on_which_the_law_moves_moves_something(self) -> None:
        assert all(any(moves(day).values()) for day in LAW.changes)

    @pytest.mark.parametrize(("lang", "path"), [("en", "law/days.md"), ("fr", "fr/droit/jours.md")])
    def test_they_stand_newest_first(self, lang: Lang, path: str) -> None:
        shown = re.findall(r"^## .* \{#(\d{4}-\d\d-\d\d)\}$", written(path), re.MULTILINE)
        assert shown == [day.isoformat() for day in reversed(LAW.changes)]

    def test_what_is_rewritten_neither_begins_nor_ends(self) -> None:
        newest = LAW.versions("msp.constituants")[-1]
        assert newest.in_force.start is not None
        found = moves(newest.in_force.start)
        assert newest in found["changes"]
        assert newest not in found["begins"]
        assert not any(rule.id == newest.id for rule in found["ends"])


def test_an_example_is_short_enough_for_a_page() -> None:
    for rule in LAW:
        for example in examples_of(rule):
            for line in code(example, "fr"):
                assert len(line) <= 118, line


@pytest.mark.parametrize("path", [path for path in PAGES if path.endswith(".svg")])
def test_a_picture_tells_all_to_who_does_not_see_it(path: str) -> None:
    root = ET.fromstring(written(path))
    assert root.attrib["role"] == "img"
    described = root.findtext("{http://www.w3.org/2000/svg}desc") or ""
    dated = [rule.id for rule in LAW if rule.in_force != ALWAYS]
    wanted = dated if "days" in path else [place.cites.short for place in places()]
    for name in wanted:
        assert name in described
