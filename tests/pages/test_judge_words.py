"""The words of the page that judges: each is used, each stands in both languages, and their places agree."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

pytest.importorskip("jinja2", reason="the page needs the extra cpts-model[report]")

from cpts_model.engine.text import Lang
from pages.judge.page import PATHS, words
from pages.judge.words.form import FORM
from pages.judge.words.page import PAGE
from pages.page import DOCS

EVERY = {**PAGE, **FORM}
SCRIPTS = sorted((DOCS / "judge").rglob("*.js"))
TEMPLATE = Path(__file__).parents[2] / "pages" / "judge" / "page.html.jinja"
PLACES = re.compile(r"\{\w*\}")
SAID = re.compile(r"""\bsay\(\s*["']([\w.]+)["']|\bwords\.([a-z]+_[a-z_]+)""")
BUILT = {f"{word}_more" for word in PAGE if word.startswith("take_")}
"""Words whose name a script puts together."""


def in_scripts() -> set[str]:
    """Every word that a script asks for by its whole name."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    return {one for pair in SAID.findall(text) for one in pair if one}


def in_template() -> set[str]:
    """Every word that stands in the page itself; ``say[tab]`` stands for the names of the tabs."""
    text = TEMPLATE.read_text(encoding="utf-8")
    loops = {
        name
        for names in re.findall(r"for tab in \(([^)]*)\)", text)
        for name in re.findall(r'"(\w+)"', names)
    }
    return set(re.findall(r"\bsay\.(\w+)", text)) | loops


def test_every_word_that_is_asked_for_is_there() -> None:
    asked = in_scripts() | in_template()
    assert len(asked) > 60
    assert asked - set(EVERY) == set()


def test_every_word_is_used() -> None:
    quoted = {
        one
        for path in SCRIPTS
        for one in re.findall(r"""["'`]([a-z_]+(?:\.[a-z_]+)?)["'`]""", path.read_text(encoding="utf-8"))
    }
    assert set(EVERY) - in_template() - in_scripts() - quoted - BUILT == set()


@pytest.mark.parametrize("name", EVERY)
def test_places_agree_between_the_languages(name: str) -> None:
    text = EVERY[name]
    french, english = text.to("fr"), text.to("en")
    assert french.strip() == french != ""
    assert english.strip() == english != ""
    assert sorted(PLACES.findall(french)) == sorted(PLACES.findall(english))


@pytest.mark.parametrize("name", EVERY)
def test_french_is_set_as_french_is(name: str) -> None:
    french = EVERY[name].to("fr")
    assert not re.search(r"""["“”]|\b1 (?:mai|janvier)\b|\S[?!](?:\s|$)|[^\s{}\w/]:|\w:\s""", french), french


def test_no_word_stands_twice() -> None:
    assert not set(PAGE) & set(FORM)


@pytest.mark.parametrize("lang", PATHS)
def test_the_page_holds_all_its_words(lang: Lang) -> None:
    class Held(HTMLParser):
        holding = False
        text = ""

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.holding = ("id", "words") in attrs

        def handle_data(self, data: str) -> None:
            self.text += data if self.holding else ""

        def handle_endtag(self, tag: str) -> None:
            self.holding = False

    page = Held()
    page.feed((DOCS / PATHS[lang]).read_text(encoding="utf-8"))
    assert json.loads(page.text) == words(lang)


def test_the_policy_is_told_as_it_is() -> None:
    from pages.judge.page import POLICY
    from pages.page import DOCS

    told = (DOCS / "how-to" / "judge-in-the-page.md").read_text(encoding="utf-8")
    block = told.partition("```text\n")[2].partition("```")[0]
    assert " ".join(block.split()) == POLICY
