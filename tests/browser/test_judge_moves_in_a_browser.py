"""What moves in the page that judges: the day, the law under the dossier, the answers, the structure looked at."""

import json
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

pytest.importorskip("jinja2", reason="the page needs the extra cpts-model[report]")

from browser.judge_page import TODAY, JudgePage
from cpts_model.exchange.writing import json_text
from golden import EXAMPLES
from pages.judge.engine import judging, leaving, moving, reading

EXAMPLE = "msp-les-allymes"


def text_of(example: str) -> str:
    """The text of the dossier of an example."""
    found = reading.read(f"{example}.json", "fr", (EXAMPLES / f"{example}.json").read_bytes())["dossiers"]
    return json.dumps(json.loads(json_text(found[0])))


def before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def turn() -> str:
    """A day on which a breach begins."""
    found = moving.turns(text_of(EXAMPLE), "2012-12-20", TODAY, "fr")
    return str(next(one["day"] for one in found if one["breaks"]))


def headline(text: str, day: str) -> str:
    return str(judging.summary(text, day, "fr")["headline"])


# The day.


def test_the_slider_moves_by_the_keyboard_and_the_verdicts_turn_on_the_day(judge: JudgePage) -> None:
    text, day = text_of(EXAMPLE), turn()
    judge.example(EXAMPLE, before(day))
    assert judge.verdicts() == leaving.verdicts(text, before(day), "fr")
    assert headline(text, before(day)) in judge("#status").inner_text()
    judge("#slide").focus()
    with judge.asking():
        judge.page.keyboard.press("ArrowRight")
    assert judge("#on").input_value() == day
    assert judge("#slide").evaluate("one => one === document.activeElement")
    assert judge("#slide").get_attribute("aria-valuetext") in judge("#status").inner_text()
    assert headline(text, day) in judge("#status").inner_text()
    assert headline(text, day) != headline(text, before(day))
    assert judge.verdicts() == leaving.verdicts(text, day, "fr")
    judge("#slide").focus()
    with judge.asking():
        judge.page.keyboard.press("ArrowLeft")
    assert judge.verdicts() == leaving.verdicts(text, before(day), "fr")


def test_the_buttons_lead_to_the_next_and_to_the_previous_change(judge: JudgePage) -> None:
    text = text_of(EXAMPLE)
    judge.example(EXAMPLE, "2018-01-01")
    law = [one["day"] for one in moving.law_days("msp", "fr")]
    days = sorted({*law, *(one["day"] for one in moving.turns(text, "2012-12-20", "2029-11-20", "fr"))})
    for button, wanted in (
        ("#next", min(day for day in days if day > "2018-01-01")),
        ("#previous", max(day for day in days if day < min(day for day in days if day > "2018-01-01"))),
    ):
        with judge.asking():
            judge(button).click()
        assert judge("#on").input_value() == wanted
    judge.move(before(days[0]))
    assert judge("#previous").is_disabled()
    assert judge("#next").is_enabled()
    with judge.asking():
        judge("#today").click()
    assert judge("#on").input_value() == TODAY


def test_a_day_that_does_not_exist_is_told_and_nothing_moves(each: JudgePage) -> None:
    each.example(EXAMPLE, "2024-02-29")
    each("#on").fill("0001-01-01")
    assert each("#day-words").inner_text() == each.say("bad_day")
    assert each("#on").get_attribute("aria-describedby") == "day-words"
    assert each("#on").get_attribute("aria-invalid") == "true"
    each.move("2024-02-28")
    assert each("#on").get_attribute("aria-invalid") == "false"


def test_a_day_that_was_emptied_keeps_nothing_from_being_judged(judge: JudgePage) -> None:
    judge.open({"kind": "sisa", "id": "s"}, on=TODAY)
    judge("#on").fill("")
    assert judge("#day-words").inner_text() == judge.say("bad_day")
    with judge.asking():
        judge.tab("questions").locator("input[value=true]").first.click()
    assert judge("#faults").is_hidden()
    with judge.asking():
        judge("#previous").click()
    assert judge("#on").input_value() < TODAY


def test_a_rule_leads_to_its_page_and_leaves_this_one_open(each: JudgePage, judging_site: Path) -> None:
    each.example("sisa-sous-le-minimum", TODAY)
    each.tab("verdicts")
    rule = each("#panel-verdicts .breaches .standing a").first
    assert rule.get_attribute("target") == "_blank"
    page, _, anchor = rule.evaluate("one => new URL(one.href).pathname + '#' + one.hash.slice(1)").partition(
        "#"
    )
    assert f'id="{anchor}"' in (judging_site / page.lstrip("/")).read_text(encoding="utf-8")
    every = each("#panel-verdicts a[href^=http]").evaluate_all("all => all.map((one) => one.target)")
    assert set(every) == {"_blank"}


def test_a_day_before_the_structure_was_formed_is_said_to_be_so(judge: JudgePage) -> None:
    judge.example(EXAMPLE, "2012-12-19")
    assert judge("#before").is_visible()
    judge.move("2012-12-20")
    assert not judge("#before").is_visible()


def test_time_shows_the_law_of_the_day_and_what_changes(judge: JudgePage) -> None:
    text, day = text_of(EXAMPLE), turn()
    judge.example(EXAMPLE, day)
    judge.tab("time")
    with judge.asking():
        judge("#compare").fill(before(day))
    panel = judge("#panel-time")
    changed = moving.changes(text, before(day), day, "fr")
    assert len(changed) == panel.locator(".change").count() > 0
    for one in changed:
        told = panel.locator(".change", has_text=one["rule"]).text_content()
        assert one["title"] in told
        assert one["sides"] in told
    assert panel.locator("svg").count() == 1
    last = max(one["day"] for one in moving.law_days("msp", "fr") if one["day"] <= day)
    (moves,) = (one["moves"] for one in moving.law_days("msp", "fr") if one["day"] == last)
    assert all(one["title"] in panel.locator("#time-law").text_content() for one in moves)
    turns = moving.turns(text, "2012-12-20", "2029-11-20", "fr")
    assert panel.locator("#time-turns li").count() == len(turns)
    with judge.asking():
        panel.locator("#time-turns button").last.click()
    assert judge("#on").input_value() == turns[-1]["day"]
    judge("#tab-verdicts").click()


# A link.


def link(judge: JudgePage) -> str:
    judge("#tab-take").click()
    judge("#take_link").click()
    judge.page.get_by_text(judge.say("copied", link="")).wait_for()
    return str(judge.page.evaluate("() => navigator.clipboard.readText()"))


def test_a_link_holds_the_day_and_the_example_and_nothing_of_the_dossier(each: JudgePage) -> None:
    each.example(EXAMPLE, "2021-03-04")
    rename(each, "Nom qui ne regarde personne")
    address = link(each)
    assert address.partition("#")[0] == each.address.partition("#")[0]
    assert parse_qs(urlsplit(address).fragment) == {"on": ["2021-03-04"], "example": [EXAMPLE]}
    each.open({"kind": "cpts", "id": "secret", "name": "Secrète"})
    address = link(each)
    assert parse_qs(urlsplit(address).fragment) == {"on": ["2021-03-04"], "kind": ["cpts"]}
    assert "secret" not in each.page.url.lower()


def rename(judge: JudgePage, name: str) -> None:
    judge("#tab-dossier").click()
    with judge.asking():
        judge("#panel-dossier").get_by_label("Nom" if judge.lang == "fr" else "Name", exact=True).first.fill(
            name
        )
    assert judge("#name").inner_text() == name


def test_a_link_opens_the_same_day_and_example(judging: dict[str, JudgePage]) -> None:
    judge = judging["en"]
    judge.open({"kind": "cpts", "id": "c"}, on="2026-11-01")
    judge.page.goto(f"{judge.address}#on=2026-10-12&example=cpts-en-creation")
    judge.page.reload()
    judge.wait_until_ready()
    judge.page.get_by_role("heading", name="CPTS des Marais (inventée)").wait_for()
    judge.idle()
    assert judge("#on").input_value() == "2026-10-12"
    with judge.asking():
        judge.page.goto(f"{judge.address}#on=2020-02-03&kind=sisa")
    assert judge("#on").input_value() == "2020-02-03"
    assert judge.dossier()["kind"] == "sisa"
    judge.page.goto(f"{judge.address}#on=2020-02-30&example=../../secret&kind=<img>")
    judge.idle()
    assert judge("#on").input_value() == "2020-02-03"
    assert judge.dossier()["kind"] == "sisa"
    judge.page.evaluate("() => history.replaceState(null, '', location.pathname)")
    assert judge.noticed.nothing, judge.noticed


# Questions.

PEOPLE = [{"member": {"kind": "professional", "id": f"p-{n}", "name": f"N{n}"}} for n in range(3)]


def test_an_answer_takes_its_question_away_and_changes_the_verdict(judge: JudgePage) -> None:
    dossier = json.loads(text_of("msp-sous-contrat"))
    judge.example("msp-sous-contrat", TODAY)
    panel = judge.tab("questions")
    label = "Respecte le cahier des charges ministériel"
    question = panel.locator(".question", has_text=label)
    asked = len(judging.questions(json.dumps(dossier), TODAY, "fr"))
    assert panel.locator(".question").count() == asked
    with judge.asking():
        question.get_by_label("Oui").click()  # an answer takes its question away: nothing is left to look at
    dossier["projet"]["follows_cahier_des_charges"] = True
    assert question.count() == 0
    assert judge("#tab-questions").inner_text() == judge.say("questions_n", n=asked - 1)
    said = judge("#status").inner_text()
    assert said.startswith(judge.say("answered"))
    assert said.endswith(headline(json.dumps(dossier), TODAY))
    assert judge.dossier() == dossier
    assert judge.verdicts() == leaving.verdicts(json.dumps(dossier), TODAY, "fr")
    with judge.asking():
        judge("#undo").click()
    del dossier["projet"]["follows_cahier_des_charges"]
    judge("#tab-questions").click()
    assert question.count() == 1
    assert judge.dossier() == dossier
    assert not judge("#undo").is_visible()


def test_the_same_answer_for_all(judge: JudgePage) -> None:
    judge.open({"kind": "cpts", "id": "c", "members": PEOPLE}, on=TODAY)
    question = judge.tab("questions").locator(".question", has_text="Date d'adhésion")
    question.get_by_label(judge.say("same_for_all", n=3)).check()
    with judge.asking():
        question.locator("input[type=date]").first.fill("2024-05-06")
    assert question.count() == 0
    assert judge.dossier()["members"] == [one | {"joined_on": "2024-05-06"} for one in PEOPLE]


def test_a_word_is_answered_whole_and_the_keyboard_goes_on_from_there(judge: JudgePage) -> None:
    judge.example("msp-sous-contrat", TODAY)
    judge.tab("questions").locator(".question", has_text="FINESS").locator("input").first.focus()
    judge.page.keyboard.type("330000001")
    with judge.asking():
        judge.page.keyboard.press("Enter")
    inside = judge("#panel-questions").evaluate("one => one.contains(document.activeElement)")
    assert inside
    assert judge.dossier()["finess"] == "330000001"


def test_answers_given_faster_than_they_are_judged_all_count(judge: JudgePage) -> None:
    judge.open({"kind": "sisa", "id": "s"}, on=TODAY)
    with judge.asking():
        judge.page.evaluate(
            "() => document.querySelectorAll('#panel-questions input[value=true]').forEach((one, n) => n < 3 && one.click())"
        )
    told = {key: value for key, value in judge.dossier().items() if key not in ("kind", "id")}
    assert list(told.values()) == [True] * 3


def test_what_is_typed_meanwhile_is_not_lost(judge: JudgePage) -> None:
    judge.open({"kind": "msp", "id": "m"}, on=TODAY)
    panel = judge.tab("questions")
    panel.locator("input[value=true]").first.click()
    typed = panel.locator("input[type=text]").first
    typed.press_sequentially("Z")
    judge.idle()
    judge.page.keyboard.type("oé")
    assert typed.input_value() == "Zoé"
    with judge.asking():
        judge.page.keyboard.press("Enter")
    assert "Zoé" in json.dumps(judge.dossier(), ensure_ascii=False)


# Several structures.


def test_one_structure_of_a_register_is_looked_at_or_all_together(judge: JudgePage) -> None:
    path = EXAMPLES / "registre-deux-cpts.json"
    structures = [
        json.loads(json_text(one)) for one in reading.read(path.name, "fr", path.read_bytes())["dossiers"]
    ]
    judge.example("registre-deux-cpts", TODAY)
    choice = judge("#structures")
    assert choice.locator("option").all_text_contents() == [one["name"] for one in structures] + [
        judge.say("across")
    ]
    for place, one in enumerate(structures[:3]):
        if place:
            with judge.asking():
                choice.select_option(str(place))
        assert judge("#name").inner_text() == one["name"]
        assert judge.verdicts() == leaving.verdicts(json.dumps(one), TODAY, "fr")
    with judge.asking():
        choice.select_option("across")
    assert judge("#name").inner_text() == judge.say("across")
    found = judging.across(json.dumps({"kind": "register", "structures": structures}), TODAY, "fr")
    assert judge("#panel-verdicts .between > h2:first-child").all_text_contents() == [
        one["name"] for one in found
    ]
    assert judge("#tab-questions").is_disabled()
    with judge.asking():
        choice.select_option("0")
    assert judge("#tab-questions").is_enabled()
