"""The picture of the versions of each article: complete, dated, and told to who does not see it."""

import xml.etree.ElementTree as ET
from datetime import date

import attrs
import pytest

from cpts_model.engine.citations import CSP, Article, ArticleVersion, Evidence, not_yet
from cpts_model.engine.dates import Period, since
from cpts_model.engine.law import Law
from cpts_model.engine.text import LANGS, Lang, Text
from cpts_model.law import LAW
from cpts_model.report.pictures.versions import versions_svg

SVG = "{http://www.w3.org/2000/svg}"
SINCE, UNTIL = date(2007, 1, 1), date(2030, 12, 31)


def drawn(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def words_of(root: ET.Element) -> list[str]:
    return [node.text or "" for node in root.iter(f"{SVG}text")]


def described(root: ET.Element) -> list[str]:
    return (root.findtext(f"{SVG}desc") or "").splitlines()


def bars(root: ET.Element) -> list[ET.Element]:
    return [node for node in root.iter(f"{SVG}g") if node.get("class") == "bar"]


def tip(node: ET.Element) -> str:
    return node.findtext(f"{SVG}title") or ""


def article(*versions: ArticleVersion, checked_on: date = date(2023, 5, 21)) -> Article:
    return Article(
        code=CSP, number="L1-1", title=Text("Essai", "Trial"), checked_on=checked_on, versions=versions
    )


def version(period: Period, **told: object) -> ArticleVersion:
    given = ArticleVersion(period=period, act=Text("loi A", "act A"), evidence=Evidence.VERIFIED)
    return attrs.evolve(given, **told)  # type: ignore[arg-type]


FIRST = since(2010, 1, 1).before(2020, 1, 1)
SECOND = since(2020, 1, 1)


@pytest.mark.parametrize("lang", LANGS)
class TestTheWholeLaw:
    def test_every_article_has_a_lane(self, lang: Lang) -> None:
        told = described(drawn(versions_svg(lang=lang, since=SINCE, until=UNTIL)))
        cited = {attrs.evolve(rule.cites, paragraph=None).short for rule in LAW}
        wanted = cited | {one.cite().short for one in LAW.articles if one.versions}
        for name in wanted:
            assert any(line.startswith(f"{name} ") for line in told), name

    def test_every_version_is_told_with_its_act(self, lang: Lang) -> None:
        told = described(drawn(versions_svg(lang=lang, since=SINCE, until=UNTIL)))
        for one in LAW.articles:
            existing = [version for version in one.versions if version.exists]
            lines = [line for line in told if line.startswith(f"{one.cite().short} ")]
            assert len(lines) == len(existing)
            for number, (line, kept) in enumerate(zip(lines, existing, strict=True), 1):
                assert f"version {number} ; " in line
                assert kept.act.to(lang) in line

    def test_nothing_is_drawn_outside(self, lang: Lang) -> None:
        root = drawn(versions_svg(lang=lang, since=SINCE, until=UNTIL))
        width, height = float(root.attrib["width"]), float(root.attrib["height"])
        for rect in root.iter(f"{SVG}rect"):
            assert float(rect.attrib["x"]) + float(rect.attrib["width"]) <= width
            assert float(rect.attrib["y"]) + float(rect.attrib["height"]) <= height


class TestAnArticle:
    def test_its_versions_are_bars_in_order(self) -> None:
        law = Law(
            (), (article(not_yet(date(2010, 1, 1), Evidence.SECONDARY), version(FIRST), version(SECOND)),)
        )
        told = [tip(bar) for bar in bars(drawn(versions_svg(law, until=UNTIL)))]
        assert told == [
            "version 1 ; 01/01/2010 – 31/12/2019 ; loi A ; texte lu",
            "version 2 ; 01/01/2020 – … ; loi A ; texte lu",
        ]

    def test_a_wording_that_was_not_read_is_dashed_and_said(self) -> None:
        law = Law((), (article(version(FIRST, text_known=False), version(SECOND)),))
        first, second = bars(drawn(versions_svg(law, lang="en", until=UNTIL)))
        assert "wording not read" in tip(first)
        assert {node.attrib["class"] for node in first.iter(f"{SVG}path")} == {"edge unread"}
        assert {node.attrib["class"] for node in second.iter(f"{SVG}path")} == {"edge"}

    @pytest.mark.parametrize(
        ("evidence", "css"),
        [(Evidence.VERIFIED, "b2"), (Evidence.SECONDARY, "b1"), (Evidence.DERIVED, "b4")],
    )
    def test_its_colour_says_how_it_is_known(self, evidence: Evidence, css: str) -> None:
        law = Law((), (article(version(FIRST, evidence=evidence)),))
        (bar,) = bars(drawn(versions_svg(law)))
        assert [rect.attrib["class"] for rect in bar.iter(f"{SVG}rect")] == [css]

    def test_it_is_pale_from_the_day_after_it_was_last_seen(self) -> None:
        law = Law((), (article(version(SECOND), checked_on=date(2024, 12, 31)),))
        (bar,) = bars(drawn(versions_svg(law, since=date(2020, 1, 1), until=date(2029, 12, 31))))
        sure, pale = bar.iter(f"{SVG}rect")
        assert (sure.attrib["class"], pale.attrib["class"]) == ("b2", "b2 unseen")
        assert float(pale.attrib["x"]) == pytest.approx(
            float(sure.attrib["x"]) + float(sure.attrib["width"]), abs=0.2
        )
        assert float(sure.attrib["width"]) == pytest.approx(float(pale.attrib["width"]), rel=0.01)

    def test_one_that_was_never_seen_is_pale_as_a_whole(self) -> None:
        law = Law((), (article(version(FIRST), version(SECOND), checked_on=date(2019, 12, 31)),))
        known, later = bars(drawn(versions_svg(law, until=UNTIL)))
        assert [rect.attrib["class"] for rect in known.iter(f"{SVG}rect")] == ["b2"]
        assert [rect.attrib["class"] for rect in later.iter(f"{SVG}rect")] == ["b2 unseen"]

    def test_a_side_where_it_goes_on_is_left_open(self) -> None:
        law = Law((), (article(version(FIRST)),))
        (closed,) = bars(drawn(versions_svg(law)))
        (cut_off,) = bars(drawn(versions_svg(law, since=date(2012, 1, 1), until=date(2015, 1, 1))))
        assert len([*closed.iter(f"{SVG}path")]) == 4
        assert len([*cut_off.iter(f"{SVG}path")]) == 2

    def test_a_version_outside_the_picture_is_not_drawn(self) -> None:
        law = Law((), (article(version(FIRST), version(SECOND)),))
        told = [tip(bar) for bar in bars(drawn(versions_svg(law, since=date(2020, 1, 1), until=UNTIL)))]
        assert [line.partition(" ;")[0] for line in told] == ["version 2"]


class TestTextsWhoseVersionsAreNotKept:
    def test_the_bars_are_those_of_the_rules(self) -> None:
        rule = LAW.find("cpts.retrait")
        assert rule is not None
        assert rule.in_force.start is not None
        (bar,) = bars(drawn(versions_svg(Law((rule,)), until=UNTIL)))
        assert tip(bar) == "règles ; 27/07/2019 – … ; déduit"

    def test_one_that_no_day_bounds_needs_a_first_day(self) -> None:
        rule = LAW.find("registre.membre-ce-jour")
        assert rule is not None
        law = Law((rule,))
        with pytest.raises(ValueError, match="since= is not given"):
            versions_svg(law)
        (bar,) = bars(drawn(versions_svg(law, since=SINCE, until=UNTIL)))
        assert tip(bar).startswith("règles ; ")


class TestBounds:
    def test_without_any_it_covers_all_that_is_dated(self) -> None:
        law = Law((), (article(version(FIRST), version(SECOND)),))
        assert "du 01/01/2010 au 21/05/2023" in words_of(drawn(versions_svg(law)))

    def test_it_cannot_end_before_it_begins(self) -> None:
        with pytest.raises(ValueError, match="would end before it begins"):
            versions_svg(LAW, since=date(2020, 1, 2), until=date(2020, 1, 1))

    def test_an_empty_law_has_no_picture(self) -> None:
        with pytest.raises(ValueError, match="the law is empty"):
            versions_svg(Law(()), since=SINCE, until=UNTIL)
