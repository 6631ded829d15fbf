"""The site as readers meet it: nothing from elsewhere, no error, reached by keyboard, legible."""

import re
from pathlib import Path
from typing import Any

import pytest

from browser.browsing import barriers, opened, reached_by_keyboard

KINDS = [
    "index.html",
    "tutorial.html",
    "how-to/web-service.html",
    "reference/structures.html",
    "law/belonging.html",
    "figures.html",
    "fr/index.html",
    "fr/droit/l6323-3.html",
    "fr/reponses/silence.html",
]
"""A page of each kind."""

SEEN = ((360, "light"), (1280, "dark"))
"""A phone by day, a desk by night."""

LOADED = re.compile(
    r"""(?:\b(?:src|srcset|poster|data)=["']?|<link\b[^>]*\bhref=["']?|url\(["']?|@import ["']?)(?:https?:)?//[^\s"'>)]*"""
)
"""What a page or a style would load from another host."""


def test_no_page_nor_style_names_anything_of_elsewhere_to_load(site: Path) -> None:
    for path in sorted((*site.rglob("*.html"), *site.rglob("*.css"))):
        assert LOADED.findall(path.read_text(encoding="utf-8")) == [], path.name


def test_what_would_be_loaded_from_elsewhere_is_found() -> None:
    elsewhere = (
        '<script src="https://a.example/x.js">',
        "<img src=//a.example/x.png>",
        '<link rel="stylesheet" href="https://a.example/x.css">',
        "body { background: url(https://a.example/x.png) }",
    )
    assert all(LOADED.search(one) for one in elsewhere)
    assert not LOADED.search('<a href="https://www.legifrance.gouv.fr/">')


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_nothing_of_elsewhere_and_meets_no_error(browser: Any, home: str, kind: str) -> None:
    with opened(browser, home) as (page, noticed):
        page.goto(home + kind)
        assert noticed.nothing, noticed


def test_a_request_elsewhere_would_be_noticed(browser: Any, home: str) -> None:
    with opened(browser, home) as (page, noticed):
        page.goto(home)
        page.evaluate("() => fetch('https://example.org/').catch(() => null)")
        assert noticed.outside == ["https://example.org/"]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_stops_a_reader_on_a_phone_by_day_nor_at_a_desk_by_night(
    browser: Any, home: str, axe: Path, kind: str
) -> None:
    with opened(browser, home, reduced_motion="reduce") as (page, _):
        for width, scheme in SEEN:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            page.goto(home + kind)
            assert page.evaluate("() => document.documentElement.scrollWidth") <= width
            assert not barriers(page, axe), (width, scheme)


@pytest.mark.parametrize("start", ["index.html", "fr/index.html"])
def test_search_finds_french_and_english_words(browser: Any, home: str, start: str) -> None:
    with opened(browser, home, searched=True) as (page, noticed):
        page.goto(home + start)
        _search_finds(page, "adhésion", "Adhésion")
        _search_finds(page, "membership", "embership")
        assert noticed.nothing, noticed


def test_the_site_opened_from_the_disk_is_searched_too(browser: Any, site: Path) -> None:
    with opened(browser, site.as_uri()) as (page, noticed):
        page.goto((site / "fr" / "index.html").as_uri())
        _search_finds(page, "adhérer", "Adhésion")
        assert noticed.nothing, noticed


def _search_finds(page: Any, words: str, title: str) -> None:
    page.keyboard.press("Escape")
    page.locator(".md-search__input").fill("")
    page.locator(".md-search__input").press_sequentially(words)
    page.locator(".md-search-result__item", has_text=title).first.wait_for()


def test_the_keyboard_leads_to_the_content_first_then_everywhere(browser: Any, home: str) -> None:
    with opened(browser, home) as (page, _):
        page.goto(home)
        reached = reached_by_keyboard(page, 14)
        assert reached[0] == "a Skip to content"
        assert any(one.startswith("input") for one in reached), reached
        assert "a Tutorial" in reached


def test_around_a_page_in_french_the_theme_speaks_french(browser: Any, home: str) -> None:
    with opened(browser, home) as (page, _):
        page.goto(home + "fr/tutoriel.html")
        assert reached_by_keyboard(page, 1) == ["a Aller au contenu"]
        assert page.locator(".md-search__input").get_attribute("placeholder") == "Rechercher"
        assert page.locator(".md-footer__link--next").get_attribute("aria-label").startswith("Suivant")
        page.goto(home + "tutorial.html")
        assert page.locator(".md-search__input").get_attribute("placeholder") == "Search"
