"""The page that judges, for whoever reads it: by keyboard, by ear, on a phone, in the dark, without motion."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("jinja2", reason="the page needs the extra cpts-model[report]")

from browser.browsing import barriers
from browser.judge_page import TODAY, JudgePage, begun

SEEN = ((360, "light"), (768, "dark"), (1440, "light"))
"""A phone by day, a tablet by night, a desk by day."""

DOSSIER = {
    "kind": "cpts",
    "id": "c",
    "name": "CPTS inventée",
    "formed_on": "2024-01-01",
    "members": [{"member": {"kind": "professional", "id": "p-1", "name": "Zoé Inventée"}}],
}


@pytest.fixture(scope="module")
def open_to_axe(browser: Any, judging_home: str) -> Iterator[JudgePage]:
    """A page of its own, where axe-core may run."""
    with begun(browser, judging_home, "fr", bypass_csp=True, reduced_motion="reduce") as judge:
        judge.wait_until_ready()
        yield judge


def start(judge: JudgePage) -> None:
    judge.begin_again()


def verdicts(judge: JudgePage) -> None:
    judge.open(DOSSIER, on=TODAY)
    judge("details").evaluate_all("all => all.slice(0, 40).forEach((one) => { one.open = true })")


def deadlines_and_form(judge: JudgePage) -> None:
    judge.open(DOSSIER, on=TODAY)
    judge("#tab-dossier").click()
    judge.tab("deadlines")


def time_and_taking_away(judge: JudgePage) -> None:
    judge.example("cpts-en-creation")
    judge.tab("time")
    with judge.asking():
        judge("#compare").fill("2026-10-01")
    judge("#tab-take").click()


def facts_and_questions(judge: JudgePage) -> None:
    judge.open(DOSSIER, on=TODAY)
    judge.tab("told")
    judge("#tab-questions").click()


def errors(judge: JudgePage) -> None:
    judge.take_in("fautes.json", json.dumps(DOSSIER | {"formed_on": "2024-02-30", "nom": "x"}))
    judge("#on").fill("0001-01-01")


def several(judge: JudgePage) -> None:
    judge.example("registre-deux-cpts")
    with judge.asking():
        judge("#structures").select_option("across")


def sheet(judge: JudgePage) -> None:
    judge.open(DOSSIER, on=TODAY)
    judge.take_in("membres.csv", "Nom;Prénom;Profession\nInventée;Zoé;sorcier\nInventée;Zoé;\n")
    judge("#sheet details").evaluate_all("all => all.forEach((one) => { one.open = true })")


STATES = {
    one.__name__: one
    for one in (
        start,
        verdicts,
        deadlines_and_form,
        time_and_taking_away,
        facts_and_questions,
        errors,
        several,
        sheet,
    )
}


@pytest.mark.parametrize("state", STATES)
def test_nothing_stops_a_reader(open_to_axe: JudgePage, axe: Path, state: str) -> None:
    judge = open_to_axe
    judge.page.set_viewport_size({"width": 1440, "height": 900})
    STATES[state](judge)
    for width, scheme in SEEN:
        judge.page.set_viewport_size({"width": width, "height": 900})
        judge.page.emulate_media(color_scheme=scheme)
        assert judge.page.evaluate("() => document.documentElement.scrollWidth") <= width, (width, scheme)
        assert judge.page.evaluate(SMALL) == [], (width, scheme)
        assert not barriers(judge.page, axe), (width, scheme)


SMALL = """() => [...document.querySelectorAll(':is(.work, .begin, .sheet) :is(summary, button, select, input:not([type=radio], [type=checkbox], [type=range]))')]
    .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
    .filter(([, {width, height}]) => width && (width < 24 || height < 24)).map(([html]) => html)"""
"""What would be hard to hit with a finger."""

MOVING = """() => [...document.querySelectorAll('*')].filter((one) => {
    const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(one);
    const lasts = (time) => time.split(',').some((each) => parseFloat(each) > 0.01);
    return lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration)) || scrollBehavior === 'smooth';
}).map((one) => one.outerHTML.slice(0, 80))"""


def test_nothing_moves_for_whoever_asks_for_less_motion(open_to_axe: JudgePage) -> None:
    verdicts(open_to_axe)
    assert open_to_axe.page.evaluate(MOVING) == []


def reach(judge: JudgePage, selector: str, most: int = 80) -> None:
    """Press Tab until it is there."""
    for _ in range(most):
        judge.page.keyboard.press("Tab")
        if judge.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the key Tab does not lead to {selector}")


def test_the_keyboard_alone_leads_from_the_top_to_an_answer(open_to_axe: JudgePage) -> None:
    judge = open_to_axe
    judge.page.set_viewport_size({"width": 1440, "height": 900})
    judge.begin_again()
    judge.page.evaluate("() => { document.body.tabIndex = -1; document.body.focus() }")
    judge.page.keyboard.press("Tab")
    assert judge.page.evaluate("() => document.activeElement.className") == "skip"
    judge.page.keyboard.press("Enter")
    reach(judge, "#kind")
    judge.page.keyboard.type("SISA")
    chosen = judge("#kind").input_value()
    reach(judge, "#blank")
    with judge.asking():
        judge.page.keyboard.press("Enter")
    assert judge("#name").evaluate("one => one === document.activeElement")
    reach(judge, "#slide")
    with judge.asking():
        judge.page.keyboard.press("ArrowRight")
    reach(judge, "[role=tab]")
    with judge.asking():
        judge.page.keyboard.press("Home")
    with judge.asking():
        judge.page.keyboard.press("ArrowRight")
    assert judge.page.evaluate("() => document.activeElement.id") == "tab-deadlines"
    assert judge("#tab-deadlines").get_attribute("aria-selected") == "true"
    reach(judge, "#panel-questions input[type=radio]", 120)
    before = judge("#panel-questions .question").count()
    judge.page.keyboard.press("ArrowDown")
    assert judge("#panel-questions .question").count() == before
    with judge.asking():
        judge.page.keyboard.press("Tab")
        judge.page.keyboard.press("Tab")
        judge.page.keyboard.press("Tab")
    assert judge("#panel-questions").evaluate("one => one.contains(document.activeElement)")
    told = judge.dossier()
    assert told.pop("kind") == chosen
    assert set(map(type, told.values())) <= {str, bool}
    assert any(isinstance(one, bool) for one in told.values())


def test_what_is_focused_is_seen(open_to_axe: JudgePage) -> None:
    judge = open_to_axe
    judge.open(DOSSIER, on=TODAY)
    for scheme in ("light", "dark"):
        judge.page.emulate_media(color_scheme=scheme)
        judge("#on").focus()
        for _ in range(25):
            judge.page.keyboard.press("Tab")
            seen = judge.page.evaluate(
                """() => { const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
                return [document.activeElement.outerHTML.slice(0, 80), outlineStyle, outlineWidth] }"""
            )
            if 'type="date"' in seen[0]:
                continue  # the browser marks the part of the day that is typed
            assert "none" not in seen, seen
            assert "0px" not in seen, seen


def test_what_happens_is_announced_and_every_tab_is_named_by_its_panel(open_to_axe: JudgePage) -> None:
    judge = open_to_axe
    judge.open(DOSSIER, on=TODAY)
    assert judge("#status").get_attribute("role") == "status"
    assert judge.say("judged").partition("{")[0] in judge("#status").inner_text()
    assert judge("#work").get_attribute("aria-busy") in (None, "false")
    for tab in judge("[role=tab]").all():
        panel = judge(f"#{tab.get_attribute('aria-controls')}")
        assert panel.get_attribute("role") == "tabpanel"
        assert panel.get_attribute("aria-labelledby") == tab.get_attribute("id")
        assert panel.is_visible() == (tab.get_attribute("aria-selected") == "true")
