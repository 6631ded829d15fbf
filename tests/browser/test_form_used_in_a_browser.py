"""What people do with the form in a real browser: mend, add, remove, look for a member, with or without a mouse."""

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("jinja2", reason="the stylesheet is that of the report: cpts-model[report]")

from browser.browsing import barriers, opened
from browser.form_page import begin, example, now, show
from cpts_model.exchange.dossier import loads_dossier

HOSTILE = "<img src=x onerror=\"document.title='run'\">"

FAULTS = [
    {"path": "$.members[3].joined_on", "message": "no day"},
    {"path": "$.members[0].member.professions[0]", "message": "no such profession"},
    {"path": "$.contract.dialogues_held_on[1]", "message": "nor there"},
    {"path": "$.members[1]", "message": "something is missing"},
    {"path": "$.zz", "message": "no such key"},
    {"path": "$", "message": "too much"},
    {"path": "$.members[99].joined_on", "message": "of nobody"},
]

ALONE = """(path) => {
    const host = document.querySelector('#alone');
    window.alone = [];
    const field = fieldOf({schema, words, lang, kind: window.dossier.kind, dossier: window.dossier, path,
                           onChange: (value) => alone.push(value === undefined ? 'unknown' : value), idPrefix: 'ask1'});
    host.replaceChildren(...(field ? [field] : []));
    return Boolean(field);
}"""

SMALL = """() => [...document.querySelectorAll('#form :is(summary, button, select, input:not([type=radio], [type=checkbox]), label:has(input))')]
    .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
    .filter(([, {width, height}]) => width && (width < 24 || height < 24)).map(([html]) => html)"""


def big(members: int = 300) -> Any:
    """A CPTS of many invented members."""
    dossier = example("cpts-ouest-gironde.json")
    few = dossier["members"]
    named = lambda n: few[n % len(few)]["member"] | {"id": f"x-{n}", "name": f"Invention {n}"}  # noqa: E731
    return dossier | {"members": [few[n % len(few)] | {"member": named(n)} for n in range(members)]}


def test_faults_stand_at_their_fields_and_the_others_come_back(sheet: Any) -> None:
    show(sheet, example("cpts-ouest-gironde.json"))
    left = sheet.evaluate("faults => form.showFaults(faults)", FAULTS)
    assert left == FAULTS[4:]
    for fault in FAULTS[:4]:
        told = sheet.locator(".form-fault", has_text=fault["message"])
        assert told.count() == 1
        assert told.is_visible()
        tied = sheet.locator(f"[aria-describedby~={told.get_attribute('id')}]")
        assert tied.count() == 1
    members = sheet.locator("#form details", has=sheet.locator("summary", has_text="Membres")).first
    assert "3 points à corriger" in members.locator("summary").first.inner_text()
    sheet.evaluate("() => form.showFaults([])")
    assert sheet.locator(".form-fault:visible").count() == 0
    assert sheet.locator("[aria-invalid]").count() == 0


def test_a_fault_that_is_mended_goes_and_a_part_that_was_closed_is_not_opened_again(sheet: Any) -> None:
    show(sheet, example("cpts-ouest-gironde.json"))
    fault = {"path": "$.contract.signed_on", "message": "wrong"}
    sheet.evaluate("fault => form.showFaults([fault])", fault)
    part = sheet.locator("#form details", has=sheet.locator("summary", has_text="Contrat ACI")).first
    part.locator("summary").first.click()
    sheet.evaluate("fault => form.showFaults([fault])", fault)
    assert part.get_attribute("open") is None
    assert sheet.evaluate("() => form.reveal('contract.signed_on')")
    sheet.locator(":focus").fill("2024-01-31")
    assert now(sheet)["contract"]["signed_on"] == "2024-01-31"
    assert sheet.locator(".form-fault:visible").count() == 0


def test_one_field_is_asked_alone(sheet: Any) -> None:
    dossier = example("cpts-ouest-gironde.json")
    show(sheet, dossier)
    alone = sheet.locator("#alone")
    assert sheet.evaluate(ALONE, "members[3].left_on")
    alone.locator("input").fill("2025-03-01")
    alone.get_by_role("combobox").select_option("none")
    alone.get_by_role("combobox").select_option("")
    assert sheet.evaluate("() => alone") == ["2025-03-01", None, "unknown"]
    assert alone.locator("input").get_attribute("id").startswith("ask1-")
    assert sheet.evaluate(ALONE, "members[3].partner")
    alone.get_by_label("Oui").check()
    assert sheet.evaluate("() => alone") == [True]
    assert sheet.evaluate(ALONE, "letter_of_intent")
    assert not sheet.evaluate(ALONE, "members[3].nothing")
    assert not sheet.evaluate(ALONE, "$")
    assert now(sheet) == dossier


def test_a_hostile_name_stays_words(sheet: Any) -> None:
    member = {"kind": "professional", "id": HOSTILE, "name": HOSTILE, "savoir_faire": [HOSTILE]}
    show(
        sheet,
        {
            "kind": "cpts",
            "id": HOSTILE,
            "name": HOSTILE,
            "legal_form": HOSTILE,
            "members": [{"member": member}],
        },
    )
    sheet.evaluate("() => form.reveal('members[0].member.savoir_faire[0]')")
    sheet.evaluate("message => form.showFaults([{path: '$.name', message}])", HOSTILE)
    sheet.locator(".form-remove").click()
    assert HOSTILE in sheet.locator(".form-undo:visible").inner_text()
    assert sheet.locator("#form img").count() == 0
    assert sheet.title() == "Form"


def test_three_hundred_members_are_shown_by_pages_found_by_name_and_reached(sheet: Any) -> None:
    show(sheet, big())
    assert sheet.evaluate("() => form.reveal('members')")
    items = sheet.locator(".form-item")
    assert items.count() == 25
    sheet.locator(".form-more").click()
    assert items.count() == 50
    assert sheet.locator(":focus").inner_text().startswith("Invention 25")
    sheet.locator("input[type=search]").fill("INVÉNTION 299")
    assert items.all_inner_texts() == [items.first.inner_text()]
    assert sheet.evaluate("() => form.reveal('members[170].joined_on')")
    assert sheet.locator(":focus").get_attribute("type") == "date"
    assert sheet.evaluate("() => document.querySelectorAll('.form-field').length") < 200


def test_an_item_is_added_removed_and_brought_back_where_it_stood(sheet: Any) -> None:
    dossier = example("cpts-ouest-gironde.json")
    show(sheet, dossier)
    sheet.evaluate("() => form.reveal('members[2]')")
    third = sheet.locator(".form-item").nth(2)
    name = dossier["members"][2]["member"]["name"]
    third.locator("> .form-body > .form-removing button").click()
    assert now(sheet)["members"] == dossier["members"][:2] + dossier["members"][3:]
    assert name in sheet.locator(".form-list > .form-undo").inner_text()
    sheet.evaluate("() => form.reveal('members[0].consented')")
    sheet.locator(".form-undo button").click()
    assert now(sheet) == dossier
    assert third.locator(".form-title").first.inner_text() == name
    sheet.get_by_role("button", name="Ajouter : adhésion").click()
    assert now(sheet)["members"][-1] == {"member": {"kind": "professional", "id": "p-1"}}
    assert sheet.locator(":focus").input_value() == "professional"
    sheet.locator(":focus").select_option("organisation")
    loads_dossier(json.dumps(now(sheet)))
    assert now(sheet)["members"][-1]["member"]["kind"] == "organisation"


def test_what_a_part_said_is_brought_back(sheet: Any) -> None:
    dossier = example("cpts-ouest-gironde.json")
    show(sheet, dossier)
    sheet.evaluate("() => form.reveal('contract')")
    part = sheet.locator("#form details", has=sheet.locator("summary", has_text="Contrat ACI")).first
    part.locator(".form-known select").first.select_option("none")
    assert now(sheet) == dossier | {"contract": None}
    assert "Néant" in part.locator("summary").first.inner_text()
    part.locator(".form-undo button").first.click()
    assert now(sheet) == dossier


def test_another_kind_of_member_keeps_what_both_know(sheet: Any) -> None:
    member = {"kind": "professional", "id": "p", "name": "Inventée", "mode": "liberal"}
    show(sheet, {"kind": "msp", "id": "m", "members": [{"member": member}]})
    sheet.evaluate("() => form.reveal('members[0].member.name')")
    sheet.get_by_label("Nature").select_option("person")
    assert now(sheet)["members"] == [{"member": {"kind": "person", "id": "p", "name": "Inventée"}}]
    sheet.locator(".form-undo button").click()
    assert now(sheet)["members"] == [{"member": member}]


def test_what_is_open_and_the_focus_stay_when_the_same_structure_is_shown_again(sheet: Any) -> None:
    show(sheet, example("cpts-ouest-gironde.json"))
    sheet.evaluate("() => form.reveal('members[1].member.name')")
    sheet.locator(":focus").press_sequentially(" ter")
    assert sheet.evaluate(
        "() => { show(structuredClone(window.dossier)); return document.activeElement.value; }"
    ).endswith(" ter")
    changed = now(sheet) | {"name": "Autre nom"}
    show(sheet, changed)
    assert sheet.locator(":focus").input_value().endswith(" ter")
    assert sheet.locator(".form-item[open]").count() == 1
    assert sheet.get_by_label("Nom", exact=True).first.input_value() == "Autre nom"
    show(sheet, changed | {"id": "another"})
    assert sheet.locator(".form-item[open]").count() == 0


def test_the_keyboard_alone_fills_the_form(sheet: Any) -> None:
    show(sheet, {"kind": "msp", "id": "m-1"})
    press = sheet.keyboard.press
    for _ in range(2):
        press("Tab")
    sheet.keyboard.type("Maison")
    summary = sheet.locator("#form summary", has_text="Membres")
    for _ in range(60):
        press("Tab")
        if summary.evaluate("one => one === document.activeElement"):
            break
    press("Enter")
    for _ in range(3):
        press("Tab")
        if "Ajouter" in sheet.locator(":focus").inner_text():
            break
    press("Enter")
    press("Tab")
    sheet.keyboard.type("Une Inventée")
    assert now(sheet) == {
        "kind": "msp", "id": "m-1", "name": "Maison",
        "members": [{"member": {"kind": "professional", "id": "p-1", "name": "Une Inventée"}}],
    }  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_stops_who_fills_it(browser: Any, form_home: str, axe: Path, width: int, scheme: str) -> None:
    seen = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, "bypass_csp": True}
    with opened(browser, form_home, **seen) as (page, _):
        begin(page, form_home, "fr")
        show(page, example("cpts-ouest-gironde.json"))
        for path in (
            "members[0].member.name",
            "projet.drawn_up_on",
            "payments[0].amount",
            "statutes",
            "contract.missions",
        ):
            assert page.evaluate("path => form.reveal(path)", path)
        page.evaluate("faults => form.showFaults(faults)", FAULTS)
        page.locator(".form-remove").last.click()
        page.evaluate(ALONE, "members[3].left_on")
        assert not barriers(page, axe)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
        assert page.evaluate(SMALL) == []
