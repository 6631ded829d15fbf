"""The report as a page and as Markdown: it says all that the assessment says, and nothing a dossier says is markup."""

import base64
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("jinja2", reason="the report needs the extra cpts-model[report]")

from cpts_model import (
    CPTS,
    Assessment,
    LegalForm,
    MaisonDeSante,
    Membership,
    MissingExtra,
    Outcome,
    Profession,
    Professional,
    ProjetDeSante,
    assess,
    read_register,
)
from cpts_model.engine.explain import describe, outcome_words
from cpts_model.engine.missing import missing_from
from cpts_model.engine.text import Lang
from cpts_model.law.statuts import law_with_statutes
from cpts_model.register import RegisterAssessment
from cpts_model.report.digest import SECTIONS, digest
from cpts_model.report.document import html as writer
from cpts_model.report.document import html_fragment, html_report, markdown_report, stylesheet
from cpts_model.report.document.entries import MOST_IDLE_PARTS, MOST_PARTS
from cpts_model.report.document.model import MOST_IN_FULL
from cpts_model.report.visible import visible
from golden import EXAMPLES, examples
from report_pages import Page, parsed

ON = date(2026, 11, 21)
REGISTER = EXAMPLES / "registre-deux-cpts.json"
BOTH: tuple[Lang, ...] = ("fr", "en")
HOSTILE = (
    "<script>alert(1)</script>",
    '"]--></style></script></title><img src=x onerror=alert(1)>',
    "\N{RIGHT-TO-LEFT OVERRIDE}evil\N{RIGHT-TO-LEFT ISOLATE}",
    "\x00\x1b[31m\u2028",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt; &amp;",
    "W" * 10_000,
)


def judged(path: Path) -> Assessment | RegisterAssessment:
    register = read_register(path)
    if len(register) > 1:
        return assess(register, on=ON)
    (structure,) = register.structures
    return assess(structure, on=ON, law=law_with_statutes(structure))


def structures_of(assessed: Assessment | RegisterAssessment) -> tuple[Assessment, ...]:
    return assessed.structures if isinstance(assessed, RegisterAssessment) else (assessed,)


def msp(name: str = "MSP", member: str = "Zoé Inventée", **facts: Any) -> MaisonDeSante:
    """An invented maison de santé of which one name is given."""
    nurse = Professional(id="n", name=member, professions=(Profession.INFIRMIER,))
    told: dict[str, Any] = {"projet": ProjetDeSante(transmitted_on=date(2020, 2, 3)), **facts}
    joined = Membership(member=nurse, joined_on=date(2020, 1, 6))
    return MaisonDeSante(id="msp", name=name, legal_form=LegalForm.SISA, members=(joined,), **told)


@pytest.fixture(scope="module", params=examples(), ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> Assessment | RegisterAssessment:
    return judged(request.param)


@pytest.fixture(scope="module", params=BOTH)
def lang(request: pytest.FixtureRequest) -> Lang:
    found: Lang = request.param
    return found


@pytest.fixture(scope="module")
def page(example: Assessment | RegisterAssessment, lang: Lang) -> Page:
    return parsed(html_report(example, lang=lang))


class TestWhatItSays:
    def test_every_verdict_is_in_the_page(self, example: Any, page: Page, lang: Lang) -> None:
        for number, assessment in enumerate(structures_of(example), 1):
            for section in SECTIONS:
                for entry in digest(assessment).section(section):
                    told = page.text_of(f"s{number}-{section}-{entry.rule.id}")
                    assert visible(entry.rule.title.to(lang)) in told
                    assert entry.rule.modality.label.to(lang) in told
                    assert entry.rule.authority.label.to(lang) in told
                    assert outcome_words(entry.verdicts[0], lang).casefold() in told.casefold()
                    for verdict in entry.verdicts:
                        assert verdict.index is None or describe(verdict.part, lang) in told
            for finding in assessment.findings:
                if finding.outcome is Outcome.NOT_APPLICABLE:
                    assert finding.rule.id in page.codes

    def test_what_asks_for_something_says_what_mends_it_and_shows_what_was_read(
        self, example: Any, page: Page, lang: Lang
    ) -> None:
        for number, assessment in enumerate(structures_of(example), 1):
            for section in ("breaches", "warnings", "unknown"):
                for entry in digest(assessment).section(section):
                    told = page.text_of(f"s{number}-{section}-{entry.rule.id}")
                    assert section == "unknown" or entry.rule.remedy.to(lang) in told
                    assert entry.rule.note is None or entry.rule.note.to(lang) in told
                    for fact in entry.verdicts[0].facts:
                        assert visible(describe(fact.value, lang)) in told
                        assert visible(fact.path) in told

    def test_a_rule_without_object_shows_the_facts_that_made_it_so(
        self, example: Any, page: Page, lang: Lang
    ) -> None:
        sections = {
            one.attributes["id"]: section
            for section in page.with_class("idle")
            for one in section.walk()
            if "id" in one.attributes
        }
        for number, assessment in enumerate(structures_of(example), 1):
            listed = sections[f"s{number}-not-applicable"]
            idle = [one for one in assessment.findings if one.outcome is Outcome.NOT_APPLICABLE]
            ids = {one.rule.id for one in idle}
            lines = {line.codes[0]: line for line in listed.all("li") if line.codes[0] in ids}
            assert list(lines) == [one.rule.id for one in idle]
            for finding in idle:
                line = lines[finding.rule.id]
                verdicts = [*finding.verdicts(assessment.subject, ON)]
                for verdict in verdicts[:MOST_IDLE_PARTS]:
                    for fact in verdict.facts:
                        assert visible(fact.path) in line.codes
                        assert visible(describe(fact.value, lang)) in line.text
                left = len(verdicts) - MOST_IDLE_PARTS
                assert (f" {left} " in line.text.split("…")[-1]) == (left > 0)

    def test_why_a_rule_is_without_object_is_read_in_the_report(self) -> None:
        abroad = Professional(id="n", professions=(Profession.INFIRMIER,), practises_abroad=False)
        here = CPTS(
            id="c", name="c", members=(Membership(member=abroad, joined_on=date(2024, 1, 6), partner=False),)
        )
        written = markdown_report(assess(here, on=ON), lang="fr").partition("sans objet ce jour-là")[2]
        rule = (
            written.replace("\N{NO-BREAK SPACE}", " ").partition("`cpts.frontalier`")[2].partition("\n- ")[0]
        )
        assert (
            "exerce dans un territoire frontalier étranger (`members[0].member.practises_abroad`) : non"
            in rule
        )

    def test_the_quoted_words_of_the_article_are_there_and_are_french(self) -> None:
        told = html_report(judged(EXAMPLES / "sisa-sous-le-minimum.json"), lang="en")
        assert (
            '<dd lang="fr">« parmi ses associés au moins deux médecins et un auxiliaire médical »</dd>'
            in told
        )

    def test_every_missing_fact_is_asked(self, example: Any, page: Page) -> None:
        asked = [place for item in page.with_class("blanks") for place in item.codes]
        for assessment in structures_of(example):
            for fact in missing_from(assessment):
                assert visible(fact.path) in asked
        wanted = sum(len(digest(one).questions) for one in structures_of(example))
        assert len(page.with_class("question")) == wanted

    def test_markdown_tells_the_same(self, example: Any, page: Page, lang: Lang) -> None:
        told = markdown_report(example, lang=lang)
        rules = [rule.find("code").text for rule in page.with_class("rule")]
        listed = [line.split("`")[1] for line in told.splitlines() if re.match(r"  \S.* · `", line)]
        assert listed == rules
        blanks = [item for blank in page.with_class("blanks") for item in blank.codes]
        asked = [line for line in told.splitlines() if "☐" in line or "…………" in line]
        assert [re.findall(r"`(.*?)`", line)[-1] for line in asked] == blanks

    def test_facts_told_are_there_and_untold_ones_are_not(self) -> None:
        structure = msp(seat_departement="33")
        told = parsed(html_report(assess(structure, on=ON))).text_of("s1-told-facts")
        assert "Zoé Inventée" in told
        assert "33" in told
        assert "06/01/2020" in told
        assert "inconnu" not in told

    def test_the_day_the_version_and_that_it_is_no_advice_stand_at_the_head(
        self, page: Page, lang: Lang
    ) -> None:
        (head,) = page.with_class("head")
        assert {"fr": "21 novembre 2026", "en": "21 November 2026"}[lang] in head.text
        assert {"fr": "n'est pas un avis juridique", "en": "no legal advice"}[lang] in head.text
        assert "cpts_model 0." in head.text

    def test_a_timeline_is_drawn_where_a_day_is_told(self) -> None:
        assert 'class="frise"' in html_report(assess(msp(), on=ON))
        bare = MaisonDeSante(id="x", name="x")
        assert 'class="frise"' not in html_report(assess(bare, on=ON))

    def test_counts_are_those_of_the_sections(self, example: Any, page: Page) -> None:
        for counts, assessment in zip(page.with_class("counts"), structures_of(example), strict=True):
            numbers = [int(item.find("b").text) for item in counts.children("li")]
            listed = digest(assessment)
            keys = ("breaches", "warnings", "unknown", "open", "satisfied")
            assert numbers[:-1] == [len(listed.section(key)) for key in keys]
            assert numbers[-1] == listed.not_applicable


class TestThePage:
    def test_is_well_formed_and_its_anchors_are_its_own(self, page: Page) -> None:
        assert page.faults == []
        assert len(page.ids) == len(set(page.ids))
        for target in page.targets:
            assert target in page.ids

    def test_headings_go_down_one_by_one(self, page: Page) -> None:
        levels = page.headings
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))

    def test_asks_for_nothing_outside(self, page: Page) -> None:
        assert not {"img", "link", "iframe", "object", "form", "base"} & page.tags
        assert page.values("src") == []
        assert page.values("style") == []
        assert not [name for name in page.names if name.startswith("on")]
        for link in page.values("href"):
            assert link.startswith(("#", "https://www.legifrance.gouv.fr/"))

    def test_allows_its_style_and_its_script_and_nothing_else(self, page: Page, lang: Lang) -> None:
        (policy,) = [one for one in page.values("content") if "default-src" in one]
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        for tag in ("style", "script"):
            (inside,) = page.raw(tag)
            hashed = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
            assert f"{tag}-src 'sha256-{hashed}'" in policy
        assert page.find("html").attributes["lang"] == lang

    def test_tables_say_what_their_heads_are_heads_of(self, page: Page) -> None:
        assert all("scope" in head.attributes for head in page.all("th"))

    def test_links_to_the_articles_tell_nobody_where_they_come_from(self, page: Page) -> None:
        outside = [link for link in page.all("a") if link.attributes["href"].startswith("https:")]
        assert outside
        assert all(link.attributes["rel"] == "noreferrer" for link in outside)

    def test_is_closed_on_the_screen(self, page: Page) -> None:
        assert not [one for one in page.all("details") if "open" in one.attributes]


def _names() -> st.SearchStrategy[str]:
    alphabet = st.characters(exclude_categories=["Cs"]) | st.sampled_from(
        "<>&\"'`{}%#[]()!*_|\\\n\u202e\u2066\x00"
    )
    return st.text(alphabet, min_size=1, max_size=120).filter(lambda name: bool(name.strip()))


class TestHostileNames:
    SHAPE = parsed(html_report(assess(msp(), on=ON)))

    @given(name=_names(), member=_names())
    def test_stay_text(self, name: str, member: str) -> None:
        source = html_report(assess(msp(name, member), on=ON))
        page = parsed(source)
        assert page.faults == []
        assert visible(source, keep="\n") == source
        assert visible(name) in page.find("h1").text
        assert visible(member) in page.text_of("s1-told-facts")
        assert page.shape == self.SHAPE.shape
        assert page.raw("script") == self.SHAPE.raw("script")

    @pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
    def test_stay_text_everywhere(self, name: str) -> None:
        source = html_report(assess(msp(name, name), on=ON))
        page = parsed(source)
        assert page.faults == []
        assert visible(source, keep="\n") == source
        assert page.shape == self.SHAPE.shape
        assert visible(name) in page.text_of("s1-told-facts")
        assert all(len(heading.text) < 400 for heading in page.all("h1", "h2", "h3"))

    @given(name=_names())
    def test_do_nothing_in_markdown(self, name: str) -> None:
        told = markdown_report(assess(msp(name, name), on=ON))
        ours = markdown_report(assess(msp("MSP", "MSP"), on=ON))
        assert len(told.splitlines()) == len(ours.splitlines())
        assert visible(told, keep="\n") == told
        signs = re.compile(r"[<>\[\]|*#]|`.*?`")
        plain = re.compile(r"&#\d+;")
        assert signs.findall(plain.sub("", told)) == signs.findall(plain.sub("", ours))


class TestSeveral:
    def test_a_register_has_an_index_and_a_section_a_structure(self, lang: Lang) -> None:
        assessed = judged(REGISTER)
        assert isinstance(assessed, RegisterAssessment)
        page = parsed(html_report(assessed, lang=lang))
        (index,) = page.with_class("index")
        rows = index.find("tbody").children("tr")
        assert len(rows) == len(assessed.structures) == len(page.with_class("structure")) - 1
        for row, assessment in zip(rows, assessed.structures, strict=True):
            cells = row.children("th", "td")
            assert cells[0].text.strip() == describe(assessment.subject, lang)
            listed = digest(assessment)
            keys = ("breaches", "warnings", "unknown", "open")
            assert [int(cell.text) for cell in cells[3:]] == [len(listed.section(key)) for key in keys]

    def test_what_holds_across_the_structures_is_there(self, lang: Lang) -> None:
        assessed = judged(REGISTER)
        assert isinstance(assessed, RegisterAssessment)
        page = parsed(html_report(assessed, lang=lang))
        assert len(page.with_class("between")) == len(assessed.across) > 0
        for number, assessment in enumerate(assessed.across, 1):
            for section in SECTIONS:
                for entry in digest(assessment).section(section):
                    assert entry.rule.title.to(lang) in page.text_of(f"x{number}-{section}-{entry.rule.id}")

    def test_many_structures_say_what_is_left_out(self) -> None:
        assessed = [assess(msp(f"MSP {n}"), on=ON) for n in range(MOST_IN_FULL + 1)]
        few, many = parsed(html_report(assessed[:-1])), parsed(html_report(assessed))
        assert few.with_class("frise")
        assert not many.with_class("frise")
        said = f"Au-delà de {MOST_IN_FULL} structures"
        assert said in many.with_class("head")[0].text
        assert said not in few.with_class("head")[0].text
        assert len(set(many.ids)) == len(many.ids)
        wanted = sum(len(digest(one).section(section)) for one in assessed for section in SECTIONS)
        assert len(many.with_class("rule")) == wanted

    def test_of_many_members_each_is_named_and_some_show_what_was_read(self) -> None:
        members = tuple(
            Membership(
                member=Professional(
                    id=f"p{n}", name=f"Zoé {n:02} Inventée", professions=(Profession.INFIRMIER,)
                ),
                joined_on=date(2020, 1, 6),
                left_on=None,
                partner=False,
                signed_projet_on=None,
            )
            for n in range(MOST_PARTS + 3)
        )
        page = parsed(html_report(assess(attrs.evolve(msp(), members=members), on=ON)))
        (rule,) = [one for one in page.with_class("rule") if one.find("code").text == "msp.projet-signe"]
        listed = rule.find("dd").text
        assert [f"Zoé {n:02} Inventée" in listed for n in range(MOST_PARTS + 3)] == [True] * (MOST_PARTS + 3)
        assert len(rule.with_class("why")) == MOST_PARTS
        assert "et 3 autres, jugés de même" in rule.text

    def test_nothing_or_two_days_make_no_report(self) -> None:
        with pytest.raises(ValueError, match="no assessment"):
            html_report([])
        days = [assess(msp(), on=day) for day in (ON, date(2020, 1, 1))]
        with pytest.raises(ValueError, match="several days"):
            markdown_report(days)


class TestFragments:
    @pytest.mark.parametrize(
        "part", ["summary", "verdicts", "questionnaire", "deadlines", "timeline", "told"]
    )
    def test_are_parts_of_the_page(self, part: Any, lang: Lang) -> None:
        assessment = assess(msp(), on=ON)
        whole = re.sub(r"\s+", " ", html_report(assessment, lang=lang))
        fragment = html_fragment(assessment, part, lang=lang)
        assert parsed(f"<div>{fragment}</div>").faults == []
        assert re.sub(r"\s+", " ", fragment) in whole

    def test_have_anchors_of_their_own(self) -> None:
        fragment = html_fragment(assess(msp(), on=ON), "questionnaire", prefix="other")
        assert 'id="other-questionnaire"' in fragment

    @pytest.mark.parametrize(
        "prefix", ["", "a b", "1", "é", 'x" onload="alert(1)', "x><script>", "a\n", "a" * 20 + "<"]
    )
    @pytest.mark.parametrize("part", ["summary", "timeline"])
    def test_a_prefix_that_is_no_anchor_is_refused(self, part: Any, prefix: str) -> None:
        with pytest.raises(ValueError, match="a prefix is a letter"):
            html_fragment(assess(msp(), on=ON), part, prefix=prefix)

    def test_what_has_nothing_to_say_is_empty(self) -> None:
        assert html_fragment(assess(MaisonDeSante(id="x"), on=ON), "timeline") == ""

    def test_the_style_reaches_a_picture_only_where_it_stands(self) -> None:
        assert ".frise .grid {" in stylesheet()
        assert not re.search(r"^\.grid", stylesheet(), re.MULTILINE)


TRUSTED = {
    "page.html.jinja": ["style", "script"],
    "dates.html.jinja": ["drawn.svg"],
}
"""What a template may write as it is: the page's own style and script, and pictures, which escape by themselves."""


def templates() -> Iterator[tuple[str, str]]:
    for one in files("cpts_model.report.document").joinpath("templates").iterdir():
        yield one.name, one.read_text(encoding="utf-8")


def test_nothing_else_is_trusted_by_a_template() -> None:
    found = {name: re.findall(r"\{\{\s*([^{}]*?)\s*\|\s*safe\b", text) for name, text in templates()}
    assert {name: trusted for name, trusted in found.items() if trusted} == TRUSTED
    for _, text in templates():
        assert not re.search(r"autoescape|Markup|tojson|xmlattr", text)
        assert len(re.findall(r"\bsafe\b", text)) == len(re.findall(r"\|safe\b", text))


def test_the_same_bytes_in_any_process() -> None:
    code = (
        "import sys\nfrom datetime import date\nfrom cpts_model import assess, read_register\n"
        "from cpts_model.report.document import html_report, markdown_report\n"
        "one = assess(read_register(sys.argv[1]), on=date(2026, 11, 21))\n"
        "sys.stdout.buffer.write((html_report(one) + markdown_report(one)).encode())\n"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code, str(REGISTER)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_what_is_needed_is_said_where_it_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    writer._environment.cache_clear()
    try:
        with pytest.raises(MissingExtra, match=r"cpts-model\[report\]"):
            html_report(assess(msp(), on=ON))
        assert markdown_report(assess(msp(), on=ON)).startswith("# ")
    finally:
        writer._environment.cache_clear()
