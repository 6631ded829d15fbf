"""The figures for readers: what they count, when, who says so; their pictures and their page."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from itertools import combinations

import pytest

from cpts_model.engine.citations import Evidence
from cpts_model.engine.text import LANGS, Lang, Text
from cpts_model.report.pictures.svg import Box, width_of
from pages.figures import growth, membership, money, pages
from pages.figures.bars import Bar, Part, bars_svg
from pages.figures.model import Figure, Precision, Source, Unit, When, reported
from pages.figures.page import CONTENTS
from pages.figures.pictures import PICTURES, SERIES
from pages.figures.points import Series, points_svg

SVG = "{http://www.w3.org/2000/svg}"
FIGURES = [figure for chapter in CONTENTS for figure in chapter.figures]
NO_BREAK = "\N{NO-BREAK SPACE}"


SOME_DAY = When(2024, 2, 1)


def figure(number: float, when: When = SOME_DAY, **told: object) -> Figure:
    """An invented figure."""
    words = Text("inventés", "invented")
    return reported(number, when, Source(words), short=words, counts=words, **told)


# --- The figures against the publications, copied by hand

PUBLISHED = [
    (growth.PLANNED, 1000, When(2022)),
    (growth.PROJECTS, 200, When(2018, 6, 30)),
    (growth.PROJECTS, 400, When(2019, 9)),
    (growth.PROJECTS, 641, When(2021, 5)),
    (growth.PROJECTS, 403, When(2022, 1, 20)),
    (growth.PROJECTS, 781, When(2023, 1)),
    (growth.PROJECTS, 738, When(2024, 2, 1)),
    (growth.PROJECTS, 809, When(2025, 5)),
    (growth.VALIDATED, 20, When(2018, 6, 30)),
    (growth.CONTRACTS, 30, When(2020, 11)),
    (growth.CONTRACTS, 173, When(2021, 12)),
    (growth.CONTRACTS, 134, When(2022, 1, 20)),
    (growth.CONTRACTS, 624, When(2024, 9, 30)),
    (growth.CONTRACTS, 700, When(2025, 5)),
    (growth.COVERAGE, 19, When(2022, 1, 20)),
    (growth.COVERAGE, 82, When(2025, 5)),
    (membership.RATES_FRANCE, 65, When(2025)),
    (membership.RATES_LOIRE, 66, When(2026, 2)),
    (membership.RATES_LOIRE, 18, When(2026, 2)),
    (membership.PROFESSIONS_MSP, 29, When(2023)),
    (membership.OTHERS, 3005, When(2024)),
    (money.PAID_CPTS, 105.8, When(2022)),
    (money.PAID_CPTS, 121, When(2023)),
    (money.PAID_MSP, 153.5, When(2023)),
    (money.MEAN_MSP, 80040, When(2023)),
]


@pytest.mark.parametrize(("where", "number", "when"), PUBLISHED)
def test_a_published_figure_is_there(where: tuple[Figure, ...], number: float, when: When) -> None:
    assert [(one.number, one.when) for one in where].count((number, when)) == 1


@pytest.mark.parametrize("one", FIGURES, ids=lambda one: f"{one.number}-{one.when.year}-{one.short.en}")
def test_a_figure_says_what_when_who_and_how(one: Figure) -> None:
    for lang in LANGS:
        assert len(one.counts.to(lang)) > 3
        assert len(one.source.name.to(lang)) > 5
        assert str(one.when.year) in one.when.to(lang)
    assert 2016 <= one.when.year <= 2026
    assert one.read_on is None or one.read_on >= one.when.first
    assert isinstance(one.evidence, Evidence)
    assert one.source.address == "" or one.source.address.startswith(("https://", "http://"))
    assert one.number >= 0
    assert one.unit is not Unit.PERCENT or one.number <= 100


def test_no_figure_is_told_twice() -> None:
    told = [(one.counts, one.when, one.source, one.number, one.short) for one in FIGURES]
    assert len(set(told)) == len(told)


def test_what_is_derived_adds_up() -> None:
    stages = {day[0].when: sum(one.number for one in day) for day in growth.STAGES}
    projects = {one.when: one.number for one in growth.PROJECTS}
    assert stages[When(2023, 1)] == projects[When(2023, 1)] == 192 + 159 + 42 + 388
    assert stages[When(2024, 2, 1)] == projects[When(2024, 2, 1)] == 26 + 137 + 45 + 530
    assert stages[When(2025, 5)] == projects[When(2025, 5)] == 85 + 24 + 700
    for whole in (membership.SIZES_LOIRE, membership.PROFESSIONS_MSP):
        assert sum(one.number for one in whole) == 100
    assert round(sum(one.number for one in membership.SIZES_FCPTS), 1) == 89.6


def test_a_derived_figure_has_to_say_how() -> None:
    with pytest.raises(ValueError, match="how it was derived"):
        figure(9, evidence=Evidence.DERIVED)


@pytest.mark.parametrize(
    ("one", "fr", "en"),
    [
        (figure(200, precision=Precision.AT_LEAST), "plus de 200", "more than 200"),
        (figure(30, precision=Precision.BELOW), "moins de 30", "fewer than 30"),
        (figure(71888, unit=Unit.EUROS), f"71{NO_BREAK}888{NO_BREAK}€", "€71,888"),
        (figure(105.8, unit=Unit.MILLION_EUROS), f"105,8{NO_BREAK}M€", "€105.8m"),
        (
            figure(121, unit=Unit.MILLION_EUROS, precision=Precision.ABOUT),
            f"environ 121{NO_BREAK}M€",
            "about €121m",
        ),
        (figure(34.9, unit=Unit.PERCENT), f"34,9{NO_BREAK}%", "34.9%"),
    ],
    ids=lambda told: told if isinstance(told, str) else None,
)
def test_a_value_is_written_as_the_language_has_it(one: Figure, fr: str, en: str) -> None:
    assert (one.value("fr"), one.value("en")) == (fr, en)


@pytest.mark.parametrize(
    ("when", "fr", "en", "first", "after"),
    [
        (When(2024), "2024", "2024", date(2024, 1, 1), date(2025, 1, 1)),
        (When(2021, 12), "décembre 2021", "December 2021", date(2021, 12, 1), date(2022, 1, 1)),
        (When(2024, 2, 1), "1er février 2024", "1 February 2024", date(2024, 2, 1), date(2024, 2, 2)),
    ],
)
def test_a_day_is_told_no_more_exactly_than_it_is_known(
    when: When, fr: str, en: str, first: date, after: date
) -> None:
    assert (when.to("fr"), when.to("en"), when.first, when.after) == (fr, en, first, after)


# --- The pictures

DRAWN = [(name, lang) for name in PICTURES for lang in LANGS]


def drawn(name: str, lang: Lang) -> ET.Element:
    return ET.fromstring(PICTURES[name](lang))


@pytest.mark.parametrize(("name", "lang"), DRAWN)
def test_the_description_tells_every_value(name: str, lang: Lang) -> None:
    root = drawn(name, lang)
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == "title desc"
    assert root.attrib["lang"] == lang
    assert root.findtext(f"{SVG}title")
    described = (root.findtext(f"{SVG}desc") or "").splitlines()
    (chapter,) = (chapter for chapter in CONTENTS if chapter.picture == name)
    shown = [one for one in chapter.figures if one not in (*growth.MEAN_SIZE, *money.MEAN_MSP)]
    for one in shown:
        named = one.short.to(lang) if name != "growth" else ""
        named_and_dated = [
            line for line in described[1:] if named.lower() in line.lower() and one.when.to(lang) in line
        ]
        assert any(line.endswith(f" {one.value(lang)}.") for line in named_and_dated)
    values = [line for line in described[1:] if re.search(r"\d[^:]*\.$", line.partition(": ")[2])]
    assert len(values) == len(shown)


@pytest.mark.parametrize(("name", "lang"), DRAWN)
def test_every_value_is_written_in_the_picture(name: str, lang: Lang) -> None:
    written = [node.text for node in drawn(name, lang).iter(f"{SVG}text")]
    (chapter,) = (chapter for chapter in CONTENTS if chapter.picture == name)
    for one in chapter.figures:
        if one not in (*growth.MEAN_SIZE, *money.MEAN_MSP):
            assert one.value(lang) in written


@pytest.mark.parametrize(("name", "lang"), DRAWN)
def test_nothing_leaves_the_picture_and_it_fits_a_telephone(name: str, lang: Lang) -> None:
    root = drawn(name, lang)
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    assert width <= 460
    for rect in root.iter(f"{SVG}rect"):
        assert 0 <= float(rect.attrib["x"]) <= width - float(rect.attrib["width"])
        assert 0 <= float(rect.attrib["y"]) <= height - float(rect.attrib["height"])
    for box, words in texts(root):
        assert box.x >= 0, words
        assert box.right <= width, words
        assert 0 <= box.y <= box.bottom <= height, words


def texts(root: ET.Element) -> Iterator[tuple[Box, str]]:
    sizes = {"big": 17 * 1.13, "strong": 13.5 * 1.1, "label": 13.5, "note": 12.5}
    for node in root.iter(f"{SVG}text"):
        words = node.text or ""
        size = sizes[node.attrib["class"].split()[0]]
        length = width_of(words, size)
        anchor = node.attrib.get("text-anchor", "start")
        x = float(node.attrib["x"]) - {"start": 0, "middle": length / 2, "end": length}[anchor]
        yield Box(x, float(node.attrib["y"]) - 0.75 * size, length, 0.8 * size), words


@pytest.mark.parametrize(("name", "lang"), DRAWN)
def test_no_words_stand_on_others(name: str, lang: Lang) -> None:
    for (one, words), (other, others) in combinations(texts(drawn(name, lang)), 2):
        assert not one.overlaps(other), (words, others)


@pytest.mark.parametrize("lang", LANGS)
def test_no_value_stands_on_a_mark(lang: Lang) -> None:
    root = drawn("growth", lang)
    marks = [
        Box(float(one.attrib["cx"]) - 5, float(one.attrib["cy"]) - 5, 10, 10)
        for one in root.iter(f"{SVG}circle")
    ] + [
        Box(float(one.attrib["x"]), float(one.attrib["y"]), 10, 10)
        for one in root.iter(f"{SVG}rect")
        if "mark" in one.attrib["class"]
    ]
    assert len(marks) == len(growth.PROJECTS) + len(growth.CONTRACTS) + 2  # and those of the key
    for box, words in texts(root):
        assert not any(box.overlaps(mark) for mark in marks), words


def test_each_counting_has_a_mark_of_its_own() -> None:
    assert len({one.mark for one in SERIES}) == len({one.css for one in SERIES}) == len(SERIES)
    assert {one for series in SERIES for one in series.figures} == set(CONTENTS[0].figures)


def test_no_line_joins_two_points() -> None:
    """A line across the plot is level: a grid line, or the year of a figure whose day is not told."""
    for node in drawn("growth", "en").iter(f"{SVG}path"):
        if node.attrib["class"].startswith("span"):
            heights = {point.split()[1] for point in re.findall(r"[\d.]+ [\d.]+", node.attrib["d"])}
            assert len(heights) == 1
        elif node.attrib["class"].startswith("mark"):
            xs = [float(point.split()[0]) for point in re.findall(r"[\d.]+ [\d.]+", node.attrib["d"])]
            assert max(xs) - min(xs) <= 12


@pytest.mark.parametrize("lang", LANGS)
def test_a_point_stands_at_its_number_and_its_day(lang: Lang) -> None:
    words = Text("inventés", "invented")
    series = Series(words, "circle", "m2", (figure(0, When(2020)), figure(100, When(2021, 7, 2))))
    root = ET.fromstring(
        points_svg(words, words, (series,), years=(2020, 2022), scale_of=(100, 50), lang=lang)
    )
    low, high, _ = root.iter(f"{SVG}circle")
    assert float(low.attrib["cy"]) - float(high.attrib["cy"]) == pytest.approx(330)
    # the middle of 2020, and half way through 2021: a year apart, of two
    whole = 460 - 12 - 8 - 52
    assert float(high.attrib["cx"]) - float(low.attrib["cx"]) == pytest.approx(whole / 2, abs=1.5)


@pytest.mark.parametrize(("lang", "gap"), [("fr", "non trouvé"), ("en", "not found")])
def test_a_figure_not_found_is_a_gap_and_no_zero(lang: Lang, gap: str) -> None:
    root = drawn("money", lang)
    written = [node.text for node in root.iter(f"{SVG}text")]
    assert written.count(gap) == 2 * 8 - 4
    described = (root.findtext(f"{SVG}desc") or "").splitlines()
    assert sum(line.endswith(f" {gap}.") for line in described) == 12


def test_a_bar_is_as_long_as_its_number() -> None:
    words = Text("inventés", "invented")
    bars = tuple(Bar(words, figure(number, unit=Unit.PERCENT)) for number in (25, 50, 100))
    root = ET.fromstring(bars_svg(words, words, (Part(None, bars),), 100, "en"))
    lengths = [
        float(node.attrib["width"]) for node in root.iter(f"{SVG}rect") if node.attrib["class"] == "s4"
    ]
    assert lengths == pytest.approx([lengths[2] / 4, lengths[2] / 2, lengths[2]], abs=0.1)


# --- The page


@pytest.mark.parametrize(("lang", "path"), [("en", "figures.md"), ("fr", "fr/chiffres.md")])
def test_the_page_tells_each_figure_with_its_source(lang: Lang, path: str) -> None:
    (page,) = (page for page in pages() if page.path == path)
    lines = page.write().splitlines()
    rows = [line for line in lines if line.startswith("| ") and "---" not in line and "**" in line]
    assert len(rows) == len(FIGURES)
    for one, row in zip(FIGURES, rows, strict=True):
        assert f"**{one.value(lang).replace(NO_BREAK, '&nbsp;')}**" in row
        assert one.when.to(lang) in row
        assert one.source.address in row
    images = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", "\n".join(lines))
    written = {page.path for page in pages()}
    assert {re.sub(r"^(\.\./)+", "", image) for image in images} == {
        f for f in written if f.endswith(f".{lang}.svg")
    }
    assert (lines[0] == '<div lang="fr" markdown>') == (lang == "fr")
