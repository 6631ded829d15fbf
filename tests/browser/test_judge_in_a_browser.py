"""The page that judges in the reader's browser: the same verdicts as the library, and nothing that leaves."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("jinja2", reason="the page needs the extra cpts-model[report]")

from browser.browsing import opened
from browser.judge_page import PAGES, TODAY, JudgePage
from cpts_model.engine.text import Lang
from cpts_model.exchange.writing import json_text
from golden import EXAMPLES as FOLDER
from pages.judge.engine import judging, leaving, reading
from pages.judge.examples import EXAMPLES

EACH_EXAMPLE = pytest.mark.parametrize("example", [one.name for one in EXAMPLES])


def structures_of(example: str) -> list[dict[str, Any]]:
    """The dossiers of an example, their numbers as a browser holds them."""
    (file,) = (one.file for one in EXAMPLES if one.name == example)
    found = reading.read(file, "fr", (FOLDER / file).read_bytes())["dossiers"]
    return [json.loads(json_text(one)) for one in found]


def text_of(example: str) -> tuple[str, bool]:
    """The text of the dossier or of the register of an example, and whether it is one."""
    found = structures_of(example)
    if len(found) > 1:
        return json.dumps({"kind": "register", "structures": found}), True
    return json.dumps(found[0]), False


# What is said, and what is taken away.


@EACH_EXAMPLE
def test_every_example_is_judged_as_the_library_judges_it(each: JudgePage, example: str) -> None:
    text, register = text_of(example)
    each.example(example)
    if register:
        with each.asking():
            each("#structures").select_option("across")
    day = TODAY
    for day in ("2023-06-30", "2030-01-01") if each.lang == "en" else (TODAY,):
        each.move(day)
        wanted = leaving.verdicts(text, day, each.lang, register=register)
        assert each.taken("take_verdicts")[1].decode() == wanted
    assert each.taken("take_html")[1].decode() == leaving.html(text, day, each.lang, register=register)
    calendar = leaving.calendar(text, day, each.lang, stamped_on=TODAY, register=register)
    assert each.taken("take_calendar")[1].decode() == calendar
    assert json.loads(each.taken("take_dossier")[1]) == json.loads(text)


@pytest.mark.parametrize("example", ["cpts-en-creation", "sisa-sous-le-minimum"])
def test_the_verdicts_are_those_of_the_command_line(judge: JudgePage, example: str) -> None:
    judge.example(example)
    judge.move(TODAY)
    command = ["assess", str(FOLDER / f"{example}.json"), "--on", TODAY, "--format", "json", "--explain"]
    done = subprocess.run(
        [sys.executable, "-m", "cpts_model", *command], capture_output=True, text=True, check=False
    )
    assert judge.taken("take_verdicts")[1].decode() == done.stdout


@EACH_EXAMPLE
def test_what_is_shown_is_what_the_renderer_of_the_library_writes(judge: JudgePage, example: str) -> None:
    text = json.dumps(structures_of(example)[0])
    judge.example(example)
    judge.move(TODAY)
    for name in ("summary", "verdicts", "deadlines", "told"):
        if name == "summary":
            host, html = judge("#summary"), judging.summary(text, TODAY, "fr")["html"]
        else:
            host, html = judge.tab(name), judging.part(text, TODAY, "fr", name)
        wanted = judge.page.evaluate(
            "html => new DOMParser().parseFromString(html, 'text/html').body.textContent", html
        )
        shown = host.evaluate(
            """one => {
              const copy = one.cloneNode(true); // the page leads to its own site besides
              copy.querySelectorAll(".on-site").forEach((each) => each.remove());
              return copy.textContent;
            }"""
        )
        assert shown == wanted


def test_files_are_named_by_what_they_are_and_the_day(each: JudgePage) -> None:
    each.open({"kind": "cpts", "id": "Été à/l'Île: 7"}, on="2026-11-30")
    for button, word, suffix in (
        ("take_verdicts", "verdicts_name", "json"),
        ("take_html", "report_name", "html"),
        ("take_calendar", "deadlines_name", "ics"),
        ("take_dossier", "dossier_name", "json"),
    ):
        named, _ = each.taken(button)
        assert named == f"{each.say(word)}-E-te-a-l-I-le-7-2026-11-30.{suffix}"


# How the page loads, and what it asks for.


def test_the_engine_loads_with_progress_and_asks_nothing_of_elsewhere(
    each: JudgePage, judging_home: str
) -> None:
    shares = each.page.evaluate("() => engineAsked.shares")
    assert sorted(shares) == shares
    assert len(set(shares)) > 5
    assert shares[-1] > 0.9
    assert each("#loading-words").text_content() == each.say("ready")
    assert "cpts_model 0." in each("#version").inner_text()
    assert any("/judge/engine/pyodide.asm.wasm" in one for one in each.requests)
    assert all(one.startswith((judging_home, "blob:")) for one in each.requests), each.requests


@pytest.mark.parametrize("other", ["index.html", "fr/index.html", "fr/droit/index.html", "tutorial.html"])
def test_no_other_page_loads_the_engine(browser: Any, judging_home: str, other: str) -> None:
    with opened(browser, judging_home) as (page, noticed):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(judging_home + other)
        assert asked
        assert not [one for one in asked if "/judge/" in one]
        assert noticed.nothing, noticed


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_without_the_engine_the_page_says_how_to_get_it(browser: Any, home: str, lang: Lang) -> None:
    from pages.judge.page import words

    with opened(browser, home) as (page, noticed):
        page.goto(home + PAGES[lang])
        page.locator("#loading-words").get_by_text(words(lang)["no_engine"]).wait_for()
        assert "python -m pages.judge" in words(lang)["no_engine"]
        assert page.locator("#begin button:enabled, #begin select:enabled").count() == 0
        assert noticed.nothing, noticed


def test_from_the_disk_the_page_says_to_serve_it(browser: Any, judging_site: Path) -> None:
    from pages.judge.page import words

    with opened(browser, judging_site.as_uri()) as (page, noticed):
        page.goto((judging_site / PAGES["fr"]).as_uri())
        page.locator("#loading-words").get_by_text(words("fr")["from_disk"]).wait_for()
        assert noticed.nothing, noticed


# What leaves the browser: nothing.


def test_with_the_network_cut_all_goes_on(judge: JudgePage) -> None:
    text, _ = text_of("cds-beaudesert")
    judge.page.context.set_offline(True)
    asked = len(judge.requests)
    try:
        judge.example("sisa-sous-le-minimum")
        judge.open({**json.loads(text), "name": "Centre inventé"})
        for day in ("2024-01-01", TODAY):
            judge.move(day)
            mine = json.dumps({**json.loads(text), "name": "Centre inventé"})
            assert judge.verdicts() == leaving.verdicts(mine, day, "fr")
        for tab in ("deadlines", "time", "told", "verdicts", "questions"):
            judge.tab(tab)
        assert judge.taken("take_html")[1]
        assert judge.taken("take_calendar")[1]
    finally:
        judge.page.context.set_offline(False)
    assert not [one for one in judge.requests[asked:] if not one.startswith("blob:")]


ATTEMPTS = """async () => {
    const told = [];
    for (const ask of [
        async () => { if (!(await fetch('https://example.org/x')).ok) throw new Error('not found'); },
        () => new Promise((ok, no) => {
            const asked = new XMLHttpRequest();
            [asked.onload, asked.onerror] = [ok, no];
            asked.open('GET', 'https://example.org/x');
            asked.send();
        }),
        () => import('https://example.org/x.mjs'),
        () => new Promise((ok, no) => {
            const socket = new WebSocket('wss://example.org/');
            [socket.onopen, socket.onerror] = [ok, no];
        }),
    ]) await ask().then(() => told.push('done'), () => told.push('refused'));
    try { eval('1'); told.push('done') } catch { told.push('refused') }
    return told;
}"""


@pytest.mark.parametrize("where", ["page", "worker"])
def test_the_policy_refuses_other_hosts_and_code_made_of_text(
    judging: dict[str, JudgePage], where: str
) -> None:
    judge = judging["fr"]
    (worker,) = judge.page.workers
    within = judge.page if where == "page" else worker
    assert within.evaluate(ATTEMPTS) == ["refused"] * 5
    judge.page.wait_for_timeout(100)
    assert judge.noticed.outside == []
    judge.noticed.forget()


def test_the_policy_refuses_scripts_and_handlers_in_the_page(judging: dict[str, JudgePage]) -> None:
    judge = judging["en"]
    judge.page.evaluate(
        """() => {
            const script = document.createElement('script');
            script.textContent = "document.title = 'run'";
            document.body.append(script);
            const held = document.createElement('div');
            held.innerHTML = `<img src=x onerror="document.title = 'run'"><p onclick="document.title = 'run'">x</p>`;
            document.body.append(held);
            held.querySelector('p').click();
            script.remove();
        }"""
    )
    judge.page.wait_for_timeout(100)
    judge.page.evaluate("() => document.body.lastElementChild.remove()")
    assert judge.page.title() == f"{judge.say('title')} — cpts_model"
    assert judge.noticed.errors
    judge.noticed.forget()


KEPT = """async () => ({
    local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
    databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


def test_nothing_is_kept(each: JudgePage) -> None:
    each.example("msp-sous-contrat")
    assert each.dossier()
    nothing = {"local": 0, "session": 0, "cookies": "", "databases": 0, "caches": 0, "workers": 0}
    assert each.page.evaluate(KEPT) == nothing
    assert each.page.context.cookies() == []


def test_what_is_worked_out_can_be_stopped_and_asked_again(judge: JudgePage) -> None:
    judge.example("msp-les-allymes", TODAY)
    before = judge.shown()
    judge("#stop").evaluate("one => { one.hidden = false; one.click() }")
    judge.page.get_by_text(judge.say("stopped")).wait_for(timeout=60_000)
    assert judge("#loading-words").text_content() == judge.say("ready")
    judge.open({"kind": "esp", "id": "e"})
    assert judge.shown() != before
