"""What readers do with a page: copy an example into Python, read French, look at a large picture on a phone."""

from code import InteractiveConsole
from typing import Any

import pytest

from browser.browsing import opened


class Console(InteractiveConsole):
    """Python as one types into it, and the mistakes it told."""

    def __init__(self) -> None:
        super().__init__({})
        self.mistakes: list[str] = []

    def write(self, data: str) -> None:
        self.mistakes.append(data)


@pytest.mark.parametrize("start", ["tutorial.html", "fr/tutoriel.html", "how-to/statutes.html"])
def test_the_examples_of_a_page_are_copied_as_one_types_them(browser: Any, home: str, start: str) -> None:
    with opened(browser, home) as (page, _):
        page.goto(home + start)
        copied = page.eval_on_selector_all("pre[data-copy]", "all => all.map(one => one.dataset.copy)")
    console = Console()
    for line in (line for example in copied for line in [*example.splitlines(), ""]):
        console.push(line)
    assert not console.mistakes
    assert {"assess", "CPTS"} <= set(console.locals)


def test_what_is_no_example_of_python_is_copied_as_it_stands(browser: Any, home: str) -> None:
    with opened(browser, home) as (page, _):
        page.goto(home + "tutorial.html")
        dossier = page.locator("pre", has_text='kind = "cpts"').last
        assert dossier.get_attribute("data-copy") is None


def test_no_line_of_french_begins_with_a_colon_and_code_keeps_its_spaces(browser: Any, home: str) -> None:
    with opened(browser, home) as (page, _):
        page.goto(home + "fr/reponses/silence.html")
        assert page.locator("h1").inner_text().startswith("Notre projet de santé est-il validé")
        assert "l'agence\N{NO-BREAK SPACE}?" in page.locator("h1").inner_text()
        page.goto(home + "fr/tutoriel.html")
        assert "cpts-lilas" in page.locator("pre").nth(1).inner_text()
        assert "\N{NO-BREAK SPACE}" not in "".join(page.locator("pre, code").all_inner_texts())


def test_on_a_phone_a_large_picture_is_moved_and_not_shrunk(browser: Any, home: str) -> None:
    with opened(browser, home, viewport={"width": 390, "height": 800}) as (page, _):
        page.goto(home + "law/days.html")
        picture = page.locator("img[src$='versions-days.en.svg']")
        assert picture.evaluate("one => one.clientWidth") > 900
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
