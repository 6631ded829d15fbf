"""The picture of the professions: complete, well-formed, and as committed."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from cpts_model.engine.text import LANGS, Lang
from cpts_model.facts.professions import Profession
from cpts_model.report.taxonomy import taxonomy_svg

PICTURED_ON = date(2026, 1, 1)
SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return [node.text or "" for node in ET.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("on", [PICTURED_ON, date(2010, 6, 1), date(2002, 5, 4), date(1999, 1, 1)])
def test_every_profession_is_there_once_and_inside_the_picture(lang: Lang, on: date) -> None:
    svg = taxonomy_svg(lang, on)
    root = ET.fromstring(svg)
    shown = texts(svg)
    for profession in Profession:
        assert shown.count(profession.label.to(lang)) == 1
    width, height = int(root.attrib["width"]), int(root.attrib["height"])
    for rect in root.iter(f"{SVG}rect"):
        assert int(rect.attrib["x"]) + int(rect.attrib["width"]) <= width
        assert int(rect.attrib["y"]) + int(rect.attrib["height"]) <= height


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_told_to_those_who_do_not_see_it(lang: Lang) -> None:
    root = ET.fromstring(taxonomy_svg(lang, PICTURED_ON))
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == "title desc"
    assert root.findtext(f"{SVG}title")
    described = root.findtext(f"{SVG}desc") or ""
    for profession in Profession:
        assert profession.label.to(lang) in described


def test_the_days_are_shown() -> None:
    french = texts(taxonomy_svg("fr", PICTURED_ON))
    assert "depuis le 21 janvier 2017" in french
    assert "depuis le 21 mai 2023" in french
    assert "au plus tard le 1er janvier 2005" in french
    assert "by 28 January 2016 at the latest" in texts(taxonomy_svg("en", PICTURED_ON))


def test_what_is_open_that_day_is_shown_as_open() -> None:
    assert "question ouverte" in texts(taxonomy_svg("fr", date(2010, 6, 1)))
    assert "the state of the code was not read" in texts(taxonomy_svg("en", date(1999, 1, 1)))
    assert "question ouverte" not in texts(taxonomy_svg("fr", PICTURED_ON))
