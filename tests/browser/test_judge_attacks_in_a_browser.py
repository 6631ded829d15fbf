"""The page that judges, attacked or simply unlucky: it says what happened, goes on, and loses or mixes up nothing."""

import json
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from browser.browsing import served
from browser.judge_page import TODAY, JudgePage, begun

MEMBERS = "Nom;Prénom;Profession\nDurand;Alix;médecin\n"
CPTS = {"kind": "cpts", "id": "a", "name": "CPTS d'ici"}

HOLD = """(name) => {
    const plain = engineWorker.postMessage;
    engineWorker.postMessage = function (message) {
        if (message.name !== name) return plain.call(this, message);
        window.letGo = () => plain.call(this, message);
        engineWorker.postMessage = plain;
    };
}"""
"""Keep a question back from the engine until ``letGo()``: what somebody does while it works it out."""

KILL = """(name) => {
    const plain = engineWorker.postMessage;
    engineWorker.postMessage = function (message) {
        if (message.name !== name) return plain.call(this, message);
        engineWorker.postMessage = plain;
        engineWorker.dispatchEvent(new MessageEvent('message', {
            data: { id: message.id, dead: true, failed: 'Maximum call stack size exceeded' } }));
    };
}"""
"""Let the engine end on a question, as Python does where the stack of the browser does not suffice."""


def test_an_engine_that_ended_begins_anew_without_the_network(judge: JudgePage) -> None:
    judge.open(CPTS, on=TODAY)
    judge.page.evaluate(KILL, "read")
    judge.page.context.set_offline(True)
    try:
        judge.give("x.json", b"{}")
        judge("#trouble:not([hidden])").wait_for()
        assert "Maximum call stack size exceeded" in judge("#trouble").inner_text()
        judge.take_in("b.json", json.dumps(CPTS | {"name": "Après"}))
        assert judge("#name").inner_text() == "Après"
        judge.idle()
    finally:
        judge.page.context.set_offline(False)
    assert judge("#summary").inner_text()


def test_what_was_asked_beside_a_question_that_ended_the_engine_is_answered(judge: JudgePage) -> None:
    judge.open(CPTS, on=TODAY)
    judge.page.evaluate(KILL, "part")
    judge("#on").fill("2024-03-03")
    judge("#faults:not([hidden])").wait_for()
    judge.move("2024-03-04")
    judge("#faults").wait_for(state="hidden")
    judge.idle()


def test_reading_can_be_stopped_and_that_is_no_trouble(judge: JudgePage) -> None:
    judge.open(CPTS, on=TODAY)
    judge.page.evaluate(HOLD, "read")
    judge.give("x.json", b"{}")
    judge("#stop:not([hidden])").click()
    judge("#stop").wait_for(state="hidden")
    judge.idle()
    assert not judge("#trouble").is_visible()
    judge.move("2024-03-05")
    assert judge("#name").inner_text() == CPTS["name"]


def test_members_are_not_brought_into_another_structure_than_the_one_that_was_told(judge: JudgePage) -> None:
    judge.open(
        {"kind": "register", "structures": [CPTS, {"kind": "cpts", "id": "b", "name": "CPTS voisine"}]},
        on=TODAY,
    )
    judge.give("membres.csv", MEMBERS.encode())
    judge("#sheet-bring").wait_for()
    judge.page.evaluate(HOLD, "bring")
    judge("#sheet-bring").click()
    judge("#structures").select_option("1")
    assert "CPTS voisine" in judge("#sheet-into").inner_text()
    judge.page.evaluate("letGo()")
    judge("#sheet").get_by_text(judge.say("not_brought")).wait_for()
    judge.idle()
    assert all("members" not in one for one in judge.dossier()["structures"])
    judge("#structures").select_option("across")
    assert judge("#sheet-into").input_value()
    judge("#structures").select_option("1")
    judge.idle()
    judge("#sheet-into").select_option("")
    with judge.asking():
        judge("#sheet-bring").click()
    judge.idle()
    assert [len(one.get("members", ())) for one in judge.dossier()["structures"]] == [0, 1]


def test_a_change_made_while_members_are_brought_in_is_kept(judge: JudgePage) -> None:
    judge.open(CPTS, on=TODAY)
    judge.give("membres.csv", MEMBERS.encode())
    judge("#sheet-bring").wait_for()
    judge.page.evaluate(HOLD, "bring")
    judge("#sheet-bring").click()
    judge("#tab-dossier").click()
    judge.page.get_by_label("Nom", exact=True).first.fill("CPTS renommée")
    judge.page.evaluate("letGo()")
    judge("#sheet").wait_for(state="hidden")
    judge.idle()
    dossier = judge.dossier()
    assert (dossier["name"], len(dossier["members"])) == ("CPTS renommée", 1)


def test_questions_about_one_structure_are_gone_once_another_is_chosen(judge: JudgePage) -> None:
    judge.open({"kind": "register", "structures": [CPTS, {"kind": "msp", "id": "b"}]}, on=TODAY)
    judge.tab("questions").locator(".question").first.wait_for()
    judge.page.evaluate(HOLD, "summary")
    judge("#structures").select_option("1")
    assert judge("#panel-questions .question").count() == 0
    judge.page.evaluate("letGo()")
    judge("#panel-questions .question").first.wait_for()
    judge.idle()


def test_what_was_removed_from_one_dossier_is_not_offered_to_the_next(judge: JudgePage) -> None:
    member = {"member": {"kind": "professional", "id": "p", "name": "Alix Durand"}}
    judge.open(CPTS | {"members": [member, {"member": member["member"] | {"id": "q"}}]}, on=TODAY)
    judge("#tab-dossier").click()
    judge("#panel-dossier summary").filter(has_text="membres").first.click()
    judge("#panel-dossier .form-item summary").first.click()
    judge("#panel-dossier .form-remove:visible").first.click()
    assert judge("#panel-dossier .form-undo button").count() == 1
    judge("#undo").click()
    assert judge("#panel-dossier .form-undo button").count() == 0
    judge("#panel-dossier .form-item summary").first.click()
    judge("#panel-dossier .form-remove:visible").first.click()
    judge.idle()
    judge.open(CPTS | {"members": [member]}, on=TODAY)
    assert judge("#panel-dossier .form-undo button").count() == 0


@pytest.mark.parametrize("on", ["0000-01-01", "0001-01-01", "2200-01-01", "2026-02-30", "x"])
def test_a_day_of_the_address_that_cannot_be_asked_about_is_left_aside(judge: JudgePage, on: str) -> None:
    judge.open(CPTS, on=TODAY)
    with judge.asking():
        judge.page.evaluate("(on) => { location.hash = `kind=esp&on=${on}` }", on)
    judge.idle()
    assert judge("#on").input_value() == TODAY
    assert not judge("#faults").is_visible()


def test_what_was_judged_stays_said_while_the_rest_is_worked_out(judge: JudgePage) -> None:
    judge.open(CPTS, on=TODAY)  # the first verdict takes longer than the second
    judge.page.evaluate(HOLD, "part")
    judge("#on").fill("2026-11-20")
    judge.page.wait_for_timeout(1000)
    assert judge("#work").get_attribute("aria-busy") == "true"
    assert judge.say("judged").partition("{")[0] in judge("#status").inner_text()
    with judge.asking():
        judge.page.evaluate("() => letGo()")
    assert judge("#work").get_attribute("aria-busy") == "false"
    assert judge.say("judged").partition("{")[0] in judge("#status").inner_text()


def test_a_year_of_five_digits_is_not_compared_with(judge: JudgePage) -> None:
    judge.open(CPTS, on=TODAY)
    judge.tab("time").locator("#compare").wait_for()
    judge("#compare").evaluate("one => { one.value = '12026-01-01'; one.dispatchEvent(new Event('change')) }")
    judge.idle()
    assert not judge("#faults").is_visible()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:1000])


@pytest.mark.parametrize("broken", [Path.unlink, _cut])
@pytest.mark.parametrize("file", ["manifest.json", "library.zip", "pyodide.asm.wasm", "pyodide.mjs"])
def test_a_file_of_the_engine_that_is_missing_or_cut_is_named(
    browser: Any, judging_site: Path, serving: Callable[[Path], str], tmp_path: Path, file: str, broken: Any
) -> None:
    if file == "manifest.json" and broken is _cut:
        pytest.skip("it is shorter than what is left")
    site = tmp_path / "site"
    (site / "judge").mkdir(parents=True)
    shutil.copytree(judging_site / "judge", site / "judge", dirs_exist_ok=True)
    for folder in ("schema", "assets"):
        shutil.copytree(judging_site / folder, site / folder)
    broken(site / "judge" / "engine" / file)
    with begun(browser, serving(site), "en") as page:
        page("#loading-words").filter(has_text=file).wait_for()
        page.page.wait_for_timeout(500)
        assert file in page("#loading-words").inner_text()
        page.noticed.forget()


@pytest.fixture
def serving() -> Any:
    """Serve a folder while the test runs."""
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(served(folder))
