"""The form in a real browser: every field of the schema in every state, and every value that one types."""

import copy
import json
import re
from typing import Any

import pytest

pytest.importorskip("jinja2", reason="the stylesheet is that of the report: cpts-model[report]")

from browser.browsing import opened
from browser.form_fields import KINDS, Place, fields_of
from browser.form_page import DOCS, FORM, at, begin, example, now, show
from cpts_model.exchange.dossier import loads_dossier
from golden import EXAMPLES

DOSSIERS = sorted(path.name for path in EXAMPLES.glob("*.json") if "registre" not in path.name)

FORM_FILES = sorted((DOCS / "judge" / "form").glob("*.js"))
WORDS = re.compile(r'"(form\.[a-z_]+)"')
PLACES = re.compile(r"\{\w+\}")

OPERATE = """(places) => JSON.stringify(JSON.parse(places).map(({dossier, path, kind, sample}) => {
    show(dossier);
    const fire = (element, what) => element.dispatchEvent(new Event(what, {bubbles: true}));
    const choose = (select, word) => { select.value = word; fire(select, 'change'); };
    const type = (input, text) => { input.value = text; fire(input, 'input'); };
    if (!form.reveal(path)) return null;
    const on = document.activeElement;
    const part = kind.startsWith('object') ? on.closest('details') : on.closest('.form-field');
    const plain = kind === 'boolean';
    const own = part.querySelector(':scope > .form-body > .form-known select, :scope > .form-control > .form-state');
    const state = plain ? null : own ?? (kind === 'words' ? part.querySelector('select') : null);
    const radio = (word) => plain && part.querySelector(`input[type=radio][value="${word}"]`);
    const offered = (word) => Boolean(radio(word) || state?.querySelector(`option[value="${word}"]:not(:disabled)`));
    const say = (word) => { radio(word) ? radio(word).click() : choose(state, word); return window.dossier; };
    const tell = {
        boolean: () => radio('true').click(),
        words: () => choose(state, '0'),
        object: () => choose(state, 'described'),
        objects: () => choose(state, 'listed'),
        list: () => {
            const first = part.querySelector('.form-items :is(input, select)');
            if (first?.type === 'checkbox') first.click();
            else if (first) choose(first, sample[0]);
            else { part.querySelector('.form-add').click(); type(document.activeElement, sample[0]); }
        },
    }[kind] ?? (() => type(on, typeof sample === 'number' ? String(sample).replace('.', ',') : sample));
    const told = !(state || radio('true') || on.tagName === 'INPUT') ? null : (tell(), window.dossier);
    return {
        told, none: offered('none') ? say('none') : null,
        empty: offered('empty') ? say('empty') : null, unknown: offered('') ? say('') : null,
    };
}))"""


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_unknown_none_or_told_and_the_library_reads_what_comes_out(
    sheet: Any, kind: str
) -> None:
    places = list(fields_of(kind))
    assert len(places) > 150
    asked = [
        {"dossier": one.dossier, "path": one.path, "kind": one.kind, "sample": one.sample} for one in places
    ]
    for place, found in zip(places, json.loads(sheet.evaluate(OPERATE, json.dumps(asked))), strict=True):
        assert found is not None, f"no field for {place.path}"
        _is_right(place, found)


def _is_right(place: Place, found: Any) -> None:
    must = place.required and place.kind == "object"
    assert (found["none"] is not None) == place.nullable, place.path
    assert (found["unknown"] is not None) == (not place.required), place.path
    assert (found["empty"] is not None) == (place.kind in ("list", "objects")), place.path
    if place.kind not in ("object", "objects"):
        assert at(found["told"], place.path) == place.sample, place.path
    expected = {"none": None, "empty": [], "unknown": "unknown"}
    for state, dossier in found.items():
        if dossier is None:
            assert state != "told" or must, place.path
            continue
        assert state == "told" or at(dossier, place.path) == expected[state], place.path
        if state != "told" or not place.incomplete:
            loads_dossier(json.dumps(dossier))


@pytest.mark.parametrize("name", DOSSIERS)
def test_what_is_looked_at_alone_is_not_changed(sheet: Any, name: str) -> None:
    dossier = json.loads((EXAMPLES / name).read_text(encoding="utf-8"))
    show(sheet, copy.deepcopy(dossier))
    sheet.evaluate(
        """async () => {
            for (let left = 1; left;) {
                const closed = [...document.querySelectorAll('#form details:not([open])')];
                for (const one of closed) one.open = true;
                left = closed.length;
                await new Promise((after) => setTimeout(after, 20));
            }
        }"""
    )
    sheet.evaluate(
        "() => { for (const one of document.querySelectorAll('#form input, #form select')) { one.focus(); one.blur(); } }"
    )
    assert now(sheet) == dossier
    assert sheet.evaluate("() => changes.length") == 0
    assert sheet.locator("#form [aria-invalid]").count() == 0


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_kind_shows_in_both_languages_with_the_titles_of_the_schema(
    browser: Any, form_home: str, lang: str
) -> None:
    with opened(browser, form_home) as (page, noticed):
        begin(page, form_home, lang)
        for kind in KINDS:
            show(page, {"kind": kind, "id": f"{kind}-1"})
            titles = page.locator("#form .form-structure > details > summary .form-title").all_inner_texts()
            assert {"fr": "Projet de santé", "en": "Projet de santé"}[lang] in titles
            assert {"fr": "Membres", "en": "Members"}[lang] in titles
            assert "form." not in page.locator("#form").inner_text()
        assert not page.evaluate("() => show({kind: 'register', id: 'r'}) && show({kind: 'nothing'})")
        assert noticed.nothing, noticed


def test_each_word_of_the_page_is_there_in_both_languages_with_the_same_places() -> None:
    for key, text in FORM.items():
        assert PLACES.findall(text.fr) == PLACES.findall(text.en), key


def test_the_words_that_the_form_asks_for_are_those_that_it_has() -> None:
    asked = {key for path in FORM_FILES for key in WORDS.findall(path.read_text(encoding="utf-8"))}
    assert asked == set(FORM)


TYPED = [
    ("contract.signed_on", "2024-02-29", "2024-02-29"),
    ("contract.signed_on", "0204-02-29", None),
    ("contract.population", "1 234", 1234),
    ("contract.population", "12,5", None),
    ("contract.population", "-3", None),
    ("payments[0].amount", "1 234,50", 1234.5),
    ("payments[0].amount", "0.1", 0.1),
    ("payments[0].amount", "12,345", None),
    ("payments[0].amount", "9999999999999,99", 9999999999999.99),
    ("payments[0].amount", "99999999999999,99", None),  # in JSON, .98
    ("payments[0].amount", "999999999999999,99", None),
    ("payments[0].amount", "1e3", None),
    ("payments[0].amount", "douze", None),
    ("payments[0].beneficiary", " p-01", None),
    ("payments[0].beneficiary", "p-\N{ZERO WIDTH SPACE}01", None),
    ("payments[0].beneficiary", "p-02", "p-02"),
    (
        "name",
        "\N{LATIN SMALL LETTER E WITH ACUTE}\N{RIGHT-TO-LEFT OVERRIDE}",
        "\N{LATIN SMALL LETTER E WITH ACUTE}\N{RIGHT-TO-LEFT OVERRIDE}",
    ),
    ("name", "a\N{LINE SEPARATOR}b", None),
]


@pytest.mark.parametrize(
    ("path", "typed", "value"), TYPED, ids=[f"{path}={typed!a}" for path, typed, _ in TYPED]
)
def test_what_is_typed_is_read_or_refused_beside_the_field(
    sheet: Any, path: str, typed: str, value: Any
) -> None:
    dossier = example("cpts-ouest-gironde.json")
    show(sheet, dossier)
    assert sheet.evaluate("path => form.reveal(path)", path)
    sheet.locator(":focus").fill(typed)
    sheet.evaluate(
        "() => { document.activeElement.closest('.form-field').id = 'typed'; document.activeElement.blur(); }"
    )
    field = sheet.locator("#typed")
    refused = field.locator(".form-fault:visible")
    assert refused.count() == (value is None)
    assert at(now(sheet), path) == (at(dossier, path) if value is None else value)
    assert (field.locator("[aria-invalid]").count() == 1) == (value is None)
    if field.locator("input").get_attribute("type") == "text":
        assert field.locator("input").input_value() == typed
    loads_dossier(json.dumps(now(sheet)))


def test_a_day_that_does_not_exist_is_told_once_it_is_left(sheet: Any) -> None:
    show(sheet, {"kind": "cpts", "id": "c-1"})
    sheet.evaluate("() => form.reveal('formed_on')")
    sheet.keyboard.type("02312024")
    assert sheet.locator(".form-fault:visible").count() == 0
    sheet.evaluate("() => document.activeElement.blur()")
    assert sheet.locator(".form-fault:visible").inner_text().startswith("Ce jour n'existe pas")
    assert "formed_on" not in now(sheet)


def test_what_no_field_can_hold_is_shown_as_it_stands_and_kept(sheet: Any) -> None:
    bad = {
        "kind": "cpts", "id": 3, "formed_on": "2026-13-01", "legal_form": "assocation", "seat_departement": "2a",
        "members": [{"member": {"kind": "professional", "id": "p", "substitute": "false", "professions": ["medcin"]}}, "x"],
        "projet": "oui", "territory": {"population": "12"},
    }  # fmt: skip
    show(sheet, bad)
    for path in ("members[0].member.substitute", "members[1]", "projet", "territory.population", "formed_on"):
        assert sheet.evaluate("path => form.reveal(path)", path)
    assert now(sheet) == bad
    assert sheet.evaluate("() => changes.length") == 0
    unfit = sheet.locator(".form-fault:visible").all_inner_texts()
    assert sum("ne convient pas" in one for one in unfit) == 6
    assert sum("Ce jour n'existe pas" in one for one in unfit) == 1
    assert sheet.locator(".form-chip", has_text="Medcin").count() == 1
    sheet.evaluate("() => form.reveal('territory.population')")
    sheet.locator(":focus").fill("13")
    assert now(sheet) == bad | {"territory": {"population": 13}}


def test_absent_keys_are_none_and_no_longer_absent_once_told(sheet: Any) -> None:
    show(sheet, {"kind": "cpts", "id": "c", "absent": ["legal_form", "siret"]})
    for path, at_first in (("legal_form", "none"), ("siret", "")):
        sheet.evaluate("path => form.reveal(path)", path)
        assert sheet.locator(":focus").input_value() == at_first
    sheet.locator(":focus").fill("12345678900011")
    assert now(sheet) == {"kind": "cpts", "id": "c", "absent": ["legal_form"], "siret": "12345678900011"}


def test_a_structure_without_identifier_gets_one_with_its_first_fact(sheet: Any) -> None:
    show(sheet, {"kind": "sisa"})
    sheet.evaluate("() => form.reveal('name')")
    sheet.locator(":focus").fill("Inventée")
    assert now(sheet) == {"kind": "sisa", "id": "s-1", "name": "Inventée"}
    assert sheet.evaluate("() => changes.length") == 1


def test_places_of_a_dossier_are_read_and_written_without_touching_it(sheet: Any) -> None:
    found = sheet.evaluate(
        """() => {
            const {valueAt, withValue} = paths;
            const dossier = Object.freeze({a: Object.freeze([Object.freeze({b: 1}), Object.freeze({c: null})]), d: Object.freeze({})});
            const changed = withValue(dossier, '$.a[0].b', 2);
            return {
                values: [valueAt(dossier, 'a[1].c'), valueAt(dossier, "$['a'][0]['b']"), valueAt(dossier, 'a[2].b') ?? 'none',
                         valueAt(dossier, 'constructor') ?? 'none', valueAt(dossier, 'a[') ?? 'none'],
                changed, shared: changed.d === dossier.d && changed.a[1] === dossier.a[1],
                removed: withValue(dossier, 'a[0].b', undefined), item: withValue(dossier, 'a[0]', undefined),
                made: withValue({}, 'x.y[0].z', 3), whole: withValue(dossier, '$', 4),
            };
        }"""
    )
    assert found == {
        "values": [None, 1, "none", "none", "none"],
        "changed": {"a": [{"b": 2}, {"c": None}], "d": {}},
        "shared": True,
        "removed": {"a": [{}, {"c": None}], "d": {}},
        "item": {"a": [{"c": None}], "d": {}},
        "made": {"x": {"y": [{"z": 3}]}},
        "whole": 4,
    }
