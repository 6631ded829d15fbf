"""What people drop on the page that judges: bad files, hostile dossiers, lists of members."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("jinja2", reason="the page needs the extra cpts-model[report]")

from browser.judge_page import TODAY, JudgePage
from pages.judge.engine import reading

FAULTY = {
    "kind": "cpts",
    "id": "x",
    "formed_on": "2024-02-30",
    "nom": "y",
    "members": [{"member": {"kind": "professional"}}],
}

BAD: dict[str, tuple[str, bytes]] = {
    "empty": ("vide.json", b""),
    "empty sheet": ("vide.csv", b""),
    "not json": ("bonjour.json", b"bonjour"),
    "a list": ("liste.json", b"[1, 2]"),
    "something else": ("autre.json", b'{"a": 1}'),
    "nested": ("bombe.json", b'{"kind":' + b"[" * 100_000),
    "a key twice": ("double.json", b'{"kind": "cpts", "kind": "msp", "id": "x"}'),
    "half a workbook": ("coupe.xlsx", b"PK\x03\x04" + bytes(500)),
    "no workbook": ("archive.xlsx", b"PK\x05\x06" + bytes(18)),
    "an image": ("image.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
    "bad toml": ("mauvais.toml", b"kind = \n["),
    "not utf-8": ("latin.json", b'{"kind": "cpts", "id": "\xe9"}'),
    "no such kind": ("clinique.json", b'{"kind": "clinique", "id": "x"}'),
    "faults": ("fautes.json", json.dumps(FAULTY).encode()),
    "faults in a line": ("lignes.jsonl", b'{"kind": "cpts", "id": "a"}\n{"kind": 1}\n'),
}


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_file_is_told_with_its_place_and_what_was_open_stays(judge: JudgePage, bad: str) -> None:
    name, data = BAD[bad]
    judge.open({"kind": "esp", "id": "e", "name": "Équipe ouverte"}, on=TODAY)
    before = judge.shown()
    judge.take_in(name, data)
    told = judge.page.get_by_role("alert").filter(visible=True)
    said = told.inner_text()
    assert judge.say("cannot_read", name=name) in said
    for line in _told_by_the_library(name, data):
        assert line in said
    assert judge.shown() == before
    judge.move("2026-11-20")
    assert judge("#name").inner_text() == "Équipe ouverte"
    judge.open({"kind": "esp", "id": "e"})
    assert told.count() == 0


def _told_by_the_library(name: str, data: bytes) -> list[str]:
    from pages.judge.engine import call

    answer = json.loads(call("read", json.dumps({"name": name, "lang": "fr"}), data))
    assert set(answer) <= {"faults", "refused"}
    if "refused" in answer:
        return [answer["refused"]]
    return [f"{one['path']} {one['message']}".removeprefix("$ ") for one in answer["faults"]]


def test_more_faults_than_are_shown_are_counted(each: JudgePage) -> None:
    each.take_in("many.json", json.dumps({"kind": "cpts", "id": "x", "members": [1] * 500}))
    said = each("#trouble").inner_text()
    assert "$.members[0]" in said
    assert each.say("more_faults", n=470) in said
    assert each("#trouble li").count() == 31


def test_a_file_too_big_is_not_even_read(judge: JudgePage, tmp_path: Path) -> None:
    big = tmp_path / "big.json"
    big.write_bytes(bytes(32 * 2**20 + 1))
    judge("#file").set_input_files(big)
    judge.page.get_by_role("alert").filter(has_text=judge.say("too_big", n=32)).wait_for()


def test_two_files_at_once_are_refused(judge: JudgePage) -> None:
    judge.page.evaluate(TWO)
    judge.page.get_by_role("alert").filter(has_text=judge.say("one_file")).wait_for()


TWO = """() => {
    const held = new DataTransfer();
    for (const name of ['a.json', 'b.json']) held.items.add(new File(['{}'], name));
    document.querySelector('#drop').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: held }));
}"""


def test_a_dossier_dropped_is_opened(each: JudgePage) -> None:
    dossier = {"kind": "cds", "id": "c", "name": "Centre déposé"}
    with each.asking():
        assert each.drop("dossier.toml", b'kind = "cds"\nid = "c"\nname = "Centre d\xc3\xa9pos\xc3\xa9"\n')
    assert each("#name").inner_text() == "Centre déposé"
    assert each("#name").evaluate("one => one === document.activeElement")
    assert each.dossier() == dossier
    assert not each("#drop").evaluate("one => one.classList.contains('over')")


# Hostile dossiers.

ATTACKS = {
    "markup": "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>",
    "ends of elements": "</script></style></title></textarea></template><script>document.title='run'</script>",
    "templates": "{{7*7}}${7*7}{name}{n}<%= 7*7 %>",
    "addresses": "javascript:document.title='run'//https://example.org/x.png",
    "right to left": "\u202eniamod\u202c \u200b\ufeffx",
    "long": "Zoé " * 25_000,
}


def hostile(attack: str, kind: str = "cpts") -> dict[str, Any]:
    """A dossier that says the attack wherever it may say words."""
    dated = {"joined_on": "2020-01-06"}
    people = [
        {"kind": "professional", "id": f"p-{n}", "name": attack, "professions": ["medecin"]} for n in range(2)
    ]
    return {
        "kind": kind,
        "id": attack[:200].strip() if attack.isprintable() else "h",
        "name": attack,
        "members": [{"member": one} | dated for one in people]
        + [{"member": {"kind": "professional", "id": "p-3", "name": attack}}],
    }


ELEMENTS = (
    "() => document.querySelectorAll('script, img, iframe, object, embed, base, link, meta, form').length"
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_a_dossier_says_stays_words(judge: JudgePage, attack: str) -> None:
    words = ATTACKS[attack]
    elements = judge.page.evaluate(ELEMENTS)
    judge.open(hostile(words), on=TODAY)
    assert judge("#name").text_content() == words
    for tab in ("verdicts", "deadlines", "time", "told", "questions", "dossier"):
        judge.tab(tab)
    for button in ("take_html", "take_verdicts", "take_calendar", "take_dossier"):
        name, data = judge.taken(button)
        assert len(name) < 100
        assert not set(name) & set("<>\"'/\\\u202e\u200b{}$ ")
    assert json.loads(data) == hostile(words)
    judge("#tab-dossier").click()
    judge("#panel-dossier summary").evaluate_all(
        "all => all.forEach((one) => { one.parentElement.open = true })"
    )
    assert words in judge("#panel-dossier").evaluate(
        "one => [...one.querySelectorAll('input')].map((input) => input.value)"
    )
    judge.open(
        {
            "kind": "register",
            "structures": [hostile(words) | {"id": "a"}, hostile(words, "esp") | {"id": "b"}],
        }
    )
    assert judge("#structures option").first.text_content() == words
    with judge.asking():
        judge("#structures").select_option("across")
    judge.page.wait_for_timeout(50)
    assert judge.page.evaluate(ELEMENTS) == elements
    assert judge.page.title() == f"{judge.say('title')} — cpts_model"
    assert "49" not in judge("#name").inner_text()


@pytest.mark.parametrize("attack", ["markup", "templates"])
def test_what_a_file_is_called_and_what_its_faults_hold_stay_words(judge: JudgePage, attack: str) -> None:
    words = ATTACKS[attack]
    name = words.replace("/", "_") + ".json"
    elements = judge.page.evaluate(ELEMENTS)
    judge.take_in(name, json.dumps({"kind": words, words: words}))
    assert judge.say("cannot_read").replace("{name}", name) in judge("#trouble").text_content()
    judge.take_in(name.replace(".json", ".csv"), f'"{words.replace(chr(34), chr(39))}";Nom\nx;{words}\n')
    assert judge("#sheet, #trouble").filter(visible=True).count()
    assert judge.page.evaluate(ELEMENTS) == elements
    judge("#sheet").evaluate("one => one.querySelector('button:last-of-type')?.click()")


# Lists of members.

LIST = (
    "Nom;Prénom;Profession;RPPS;Date d'adhésion\n"
    "Inventée;Zoé;médecin généraliste;;03/04/2024\n"
    "Fictif;Ali;infirmier;;06/05/2024\n"
    "Sansjour;Léa;sorcier;;99/99/2024\n"
    "Inventée;Zoé;;;\n"
)


def workbook() -> bytes:
    """The list as a workbook."""
    openpyxl = pytest.importorskip("openpyxl", reason="workbooks need cpts-model[sheets]")
    book = openpyxl.Workbook()
    for line in LIST.splitlines():
        book.active.append(line.split(";"))
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def bring(judge: JudgePage) -> None:
    """Press the button that brings a list in."""
    with judge.asking():
        judge("#sheet-bring").click()


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_list_of_members_makes_a_new_dossier(judge: JudgePage, suffix: str) -> None:
    data = LIST.encode() if suffix == "csv" else workbook()
    judge.blank("esp")
    judge.take_in(f"membres.{suffix}", data)
    sheet = judge("#sheet")
    assert sheet.locator("h2").evaluate("one => one === document.activeElement")
    said = sheet.inner_text()
    assert judge.say("sheet", name=f"membres.{suffix}") in said
    assert judge.say("sheet_read", n=4) in said
    assert judge.say("sheet_doubts", n=3) in said
    for column in ("nom de famille", "prénom", "profession", "numéro RPPS", "date d'adhésion"):
        assert column in sheet.text_content()
    judge("#sheet-into").select_option("cpts")
    bring(judge)
    assert not sheet.is_visible()
    wanted = reading.bring(
        '{"kind": "cpts", "id": "cpts"}', "fr", keep_going=False, same_names=False, day_first=True, data=data
    )["dossier"]
    assert judge.dossier() == json.loads(json.dumps(wanted, default=str))
    assert "Ali Fictif" in judge.tab("told").text_content()


def test_a_list_is_brought_into_the_open_dossier_and_undone(judge: JudgePage) -> None:
    member = {"kind": "professional", "id": "p-1", "name": "Ancienne Inventée"}
    mine = {"kind": "msp", "id": "m", "name": "Maison ouverte", "members": [{"member": member}]}
    judge.open(mine)
    judge.take_in("membres.csv", LIST)
    assert judge("#sheet-into option").first.text_content() == judge.say(
        "this_structure", name="Maison ouverte"
    )
    bring(judge)
    held = judge.dossier()
    assert [one["member"]["name"] for one in held["members"]][:2] == ["Ancienne Inventée", "Zoé Inventée"]
    assert len(held["members"]) == 5
    with judge.asking():
        judge("#undo").click()
    assert judge.dossier() == mine


def test_rows_that_are_refused_are_told(judge: JudgePage) -> None:
    mine = {
        "kind": "cpts",
        "id": "c",
        "members": [{"member": {"kind": "professional", "id": "p-1", "name": "Zoé Inventée"}}],
    }
    judge.open(mine)
    judge.take_in("membres.csv", LIST)
    bring(judge)
    told = json.loads(
        json.dumps(
            reading.bring(
                json.dumps(mine), "fr", keep_going=False, same_names=False, day_first=True, data=LIST.encode()
            ),
            default=str,
        )
    )
    assert told["refused"]
    said = judge("#sheet [role=status]").text_content()
    assert judge.say("not_brought") in said
    for one in told["refused"]:
        assert judge.say("line", n=one["line"]) in said
        assert one["why"] in said
    judge("#sheet-keep_going").check()
    bring(judge)
    assert len(judge.dossier()["members"]) == 1 + 4 - len(told["refused"])
    judge("#sheet button").last.click()
    assert not judge("#sheet").is_visible()
