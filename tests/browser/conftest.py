"""Chromium, the site and axe-core, each skipped with a reason where it is not there.

``needs.sh`` beside this file installs them on Debian. ``BROWSER`` names another Chromium, ``AXE`` says
where ``axe.min.js`` is, ``SITE`` where the site is built already, ``JUDGE_ENGINE`` where ``judge/engine`` of a
site is that ``python -m pages.judge`` was run on, so that it is not put together again. Some tests wait for an
engine that begins anew, or do in both languages what was done in one: those of ``LONG`` are run where
``THOROUGH`` is set, as ``nox -s browser`` does.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from browser.browsing import opened, served
from browser.judge_page import JudgePage, begun

ROOT = Path(__file__).resolve().parents[2]

LONG = (
    # an engine that begins anew, or a whole structure worked out
    "test_an_engine_that_ended_begins_anew_without_the_network",
    "test_what_was_asked_beside_a_question_that_ended_the_engine_is_answered",
    "test_reading_can_be_stopped_and_that_is_no_trouble",
    "test_what_is_worked_out_can_be_stopped_and_asked_again",
    "test_a_day_of_the_address_that_cannot_be_asked_about_is_left_aside[2",
    "test_a_file_of_the_engine_that_is_missing_or_cut_is_named[pyodide",
    "test_a_link_opens_the_same_day_and_example",
    "test_a_word_is_answered_whole_and_the_keyboard_goes_on_from_there",
    "test_what_is_typed_is_read_or_refused_beside_the_field",
    # other examples of what is seen on one
    "test_every_example_is_judged_as_the_library_judges_it[en-",
    "test_the_verdicts_are_those_of_the_command_line[c",
    "test_the_verdicts_are_those_of_the_command_line[es",
    "test_the_verdicts_are_those_of_the_command_line[sisa",
    "test_what_is_shown_is_what_the_renderer_of_the_library_writes[c",
    "test_what_is_shown_is_what_the_renderer_of_the_library_writes[es",
    "test_what_is_shown_is_what_the_renderer_of_the_library_writes[msp",
    "test_a_bad_file_is_told_with_its_place_and_what_was_open_stays[a ",
    "test_a_bad_file_is_told_with_its_place_and_what_was_open_stays[empty",
    "test_a_bad_file_is_told_with_its_place_and_what_was_open_stays[no",
    "test_what_a_dossier_says_stays_words[addresses]",
    "test_what_a_dossier_says_stays_words[ends",
    "test_what_a_dossier_says_stays_words[long]",
    "test_what_a_dossier_says_stays_words[right",
    "test_what_a_dossier_says_stays_words[templates]",
    "test_what_is_looked_at_alone_is_not_changed[c",
    # axe-core on large pages
    "test_nothing_stops_a_reader[deadlines_and_form]",
    "test_nothing_stops_a_reader[errors]",
    "test_nothing_stops_a_reader[facts_and_questions]",
    "test_nothing_stops_a_reader[hostile]",
    "test_nothing_stops_a_reader[register]",
    "test_nothing_stops_a_reader[several]",
    "test_nothing_stops_a_reader[sheet]",
    "test_nothing_stops_who_fills_it[1280",
    "test_nothing_stops_who_fills_it[360-dark",
    "test_nothing_stops_a_reader_on_a_phone_by_day_nor_at_a_desk_by_night[fr/",
    "test_nothing_stops_a_reader_on_a_phone_by_day_nor_at_a_desk_by_night[how-to",
    "test_nothing_stops_a_reader_on_a_phone_by_day_nor_at_a_desk_by_night[law",
    "test_nothing_stops_a_reader_on_a_phone_by_day_nor_at_a_desk_by_night[reference",
    "test_nothing_stops_a_reader_on_a_phone_by_day_nor_at_a_desk_by_night[tutorial",
)
"""Tests that would take CI too long: another kind of what is seen there, or slow by nature."""


@pytest.fixture(autouse=True)
def _not_too_long(request: pytest.FixtureRequest) -> None:
    again = request.path.name.startswith("test_judge") and request.node.name.endswith("[en]")
    if (again or request.node.name.startswith(LONG)) and not os.environ.get("THOROUGH"):
        pytest.skip("it takes long: THOROUGH=1 runs it")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium, started once."""
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = os.environ.get("BROWSER") or shutil.which("chromium")
    if path is None:
        pytest.skip("there is no Chromium: bash tests/browser/needs.sh FOLDER")
    with sync.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def axe() -> Path:
    """Where axe-core is."""
    told = Path(os.environ.get("AXE", "axe.min.js"))
    if not told.exists():
        pytest.skip("AXE does not say where axe.min.js is: bash tests/browser/needs.sh FOLDER")
    return told


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built strictly, unless it was already."""
    if built := os.environ.get("SITE"):
        return Path(built).resolve()
    pytest.importorskip("mkdocs", reason="mkdocs is not installed")
    folder = tmp_path_factory.mktemp("site")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    return folder


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """The address of the site."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def form_home() -> Iterator[str]:
    """The address of the page that holds the form alone."""
    from browser import form_page

    with served(form_page.DOCS, form_page.Answers) as address:
        yield address


@pytest.fixture
def sheet(browser: Any, form_home: str) -> Iterator[Any]:
    """A page that holds the form in French, and is refused nothing while it is used."""
    from browser import form_page

    with opened(browser, form_home) as (page, noticed):
        form_page.begin(page, form_home, "fr")
        yield page
        assert noticed.nothing, noticed


@pytest.fixture(scope="session")
def judging_site(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with the engine beside its pages that judge."""
    from pages.judge.building import CannotBuild, build, tell

    folder = tmp_path_factory.mktemp("judging") / "site"
    shutil.copytree(site, folder)
    if made := os.environ.get("JUDGE_ENGINE"):
        shutil.copytree(made, folder / "judge" / "engine")
        tell(folder)
        return folder
    try:
        build(folder)
    except CannotBuild as cannot:
        pytest.skip(str(cannot))
    return folder


@pytest.fixture(scope="session")
def judging_home(judging_site: Path) -> Iterator[str]:
    """The address of the site with the engine."""
    with served(judging_site) as address:
        yield address


@pytest.fixture(scope="session")
def judging(browser: Any, judging_home: str) -> Iterator[dict[str, JudgePage]]:
    """The page that judges, in each language, its engine loaded once."""
    with ExitStack() as open_pages:
        found = {lang: open_pages.enter_context(begun(browser, judging_home, lang)) for lang in ("en", "fr")}
        for judge in found.values():
            judge.wait_until_ready()
        yield found


@pytest.fixture(params=["en", "fr"])
def each(request: pytest.FixtureRequest, judging: dict[str, JudgePage]) -> Iterator[JudgePage]:
    """The page that judges in each language; nothing goes wrong while it is used."""
    yield from _used(judging[request.param])


@pytest.fixture
def judge(judging: dict[str, JudgePage]) -> Iterator[JudgePage]:
    """The page that judges in French; nothing goes wrong while it is used."""
    yield from _used(judging["fr"])


def _used(judge: JudgePage) -> Iterator[JudgePage]:
    try:
        yield judge
        assert judge.noticed.nothing, judge.noticed
    finally:
        judge.noticed.forget()
