"""What the page that judges asks of the library, asked here: the same code, run by this Python."""

import json
from datetime import date
from typing import Any

import pytest

pytest.importorskip("jinja2", reason="the page needs the extra cpts-model[report]")

from cpts_model import assess, read_register
from cpts_model.exchange.assessment import assessment_to_dict
from cpts_model.law.statuts import law_with_statutes
from cpts_model.report.document import html_report
from golden import EXAMPLES as FOLDER
from pages.judge.engine import CALLS, call
from pages.judge.examples import EXAMPLES

ON = "2026-11-21"
EACH = pytest.mark.parametrize("file", [one.file for one in EXAMPLES])
SPAN = {"since": "2016-01-01", "until": "2029-11-20"}
PARTS = ("verdicts", "deadlines", "timeline", "told")


def ask(call_of: str, data: bytes = b"", /, lang: str = "fr", **asked: Any) -> Any:
    """What the library answers, nothing being wrong."""
    said = json.loads(call(call_of, json.dumps({"lang": lang, **asked}), data))
    assert set(said) == {"answer"}, said
    return said["answer"]


def wrong(call_of: str, data: bytes = b"", /, lang: str = "fr", **asked: Any) -> dict[str, Any]:
    """What stands in the way."""
    said = json.loads(call(call_of, json.dumps({"lang": lang, **asked}), data))
    assert set(said) in ({"faults"}, {"refused"}), said
    return dict(said)


def read(file: str) -> list[str]:
    """The texts of the dossiers of an example."""
    found = ask("read", (FOLDER / file).read_bytes(), name=file)["dossiers"]
    return [json.dumps(one) for one in found]


@EACH
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_call_answers_for_every_example(file: str, lang: str) -> None:
    texts = read(file)
    dossier, kind = texts[0], json.loads(texts[0])["kind"]
    one = {"dossier": dossier, "on": ON, "lang": lang}
    asked = {
        "about": ask("about", lang=lang),
        "summary": ask("summary", **one),
        "part": [ask("part", part=part, **one) for part in PARTS],
        "questions": ask("questions", **one),
        "across": ask("across", register=json.dumps({"kind": "register", "structures": list(map(json.loads, texts))}), on=ON, lang=lang),
        "lawDays": ask("lawDays", kind=kind, lang=lang),
        "turns": ask("turns", dossier=dossier, lang=lang, **SPAN),
        "changes": ask("changes", dossier=dossier, a="2024-01-01", b=ON, lang=lang),
        "read": texts,
        "bring": ask("bring", b"Nom\nZo\xc3\xa9 Fictive\n", dossier=dossier, keep_going=False, same_names=False, day_first=True, lang=lang),
        "html": ask("html", **one),
        "verdicts": ask("verdicts", **one),
        "calendar": ask("calendar", stamped_on=ON, **one),
    }  # fmt: skip
    assert set(asked) == set(CALLS)
    assert all(
        asked[name] for name in ("about", "summary", "lawDays", "turns", "html", "verdicts", "calendar")
    )
    assert asked["part"][0]
    assert f'lang="{lang}"' in asked["html"]


@EACH
def test_what_is_taken_away_is_what_the_library_gives_of_the_file(file: str) -> None:
    register = read_register(FOLDER / file)
    for text, structure in zip(read(file), register, strict=True):
        judged = assess(structure, on=date.fromisoformat(ON), law=law_with_statutes(structure))
        mine = json.loads(ask("verdicts", dossier=text, on=ON))
        theirs = json.loads(json.dumps(assessment_to_dict(judged, explain=True), ensure_ascii=False))
        assert _outcomes(mine) == _outcomes(theirs) != []
        assert ask("summary", dossier=text, on=ON)["headline"] in html_report(judged, lang="fr")


def _outcomes(document: Any) -> list[tuple[str, str]]:
    """Every rule and what came of it, wherever it stands."""
    if isinstance(document, dict):
        own = [(str(document.get("rule")), str(document["outcome"]))] if "outcome" in document else []
        return own + [one for held in document.values() for one in _outcomes(held)]
    return [one for held in document for one in _outcomes(held)] if isinstance(document, list) else []


@EACH
def test_turns_are_the_days_on_which_a_verdict_is_another(file: str) -> None:
    (dossier, *_) = read(file)
    turns = [one["day"] for one in ask("turns", dossier=dossier, **SPAN)]
    assert turns == sorted(set(turns))
    for day in turns[:3]:
        eve = date.fromordinal(date.fromisoformat(day).toordinal() - 1).isoformat()
        changed = ask("changes", dossier=dossier, a=eve, b=day)
        assert changed
        assert {one["way"] for one in changed} <= {"breaks", "mends", "moves"}
        assert ask("changes", dossier=dossier, a=day, b=day) == []


def test_breaches_come_first_among_what_changes() -> None:
    (dossier,) = read("msp-les-allymes.json")
    ways = [one["way"] for one in ask("changes", dossier=dossier, a="2015-02-28", b="2015-03-01")]
    assert ways[0] == "breaks"


def test_an_answer_depends_on_nothing_asked_before() -> None:
    texts = [*read("msp-sous-contrat.json"), *read("cpts-en-creation.json")]
    alone = [call("summary", json.dumps({"dossier": text, "on": ON, "lang": "fr"})) for text in texts]
    for text in texts:
        for lang in ("en", "fr"):
            ask("questions", dossier=text, on="2020-01-01", lang=lang)
    again = [call("summary", json.dumps({"dossier": text, "on": ON, "lang": "fr"})) for text in texts]
    assert again == alone


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_question_leads_to_a_place_that_can_be_told(lang: str) -> None:
    found = ask(
        "questions",
        dossier='{"kind": "sisa", "id": "s", "members": [{"member": {"kind": "professional", "id": "p"}}]}',
        on=ON,
        lang=lang,
    )
    assert found
    for question in found:
        assert question["label"]
        assert question["waits"]
        assert question["rules"]
        for asked in question["asked"]:
            assert asked["path"].partition("[")[0].partition(".")[0].isidentifier()


BAD = {
    "empty": (b"", "a.json", "$"),
    "a list": (b"[1]", "a.json", "$"),
    "no kind": (b'{"a": 1}', "a.json", "$"),
    "kind unknown": (b'{"kind": "clinique", "id": "x"}', "a.json", "$.kind"),
    "key twice": (b'{"kind": "cpts", "kind": "cpts", "id": "x"}', "a.json", "$.kind"),
    "deep": (b'{"kind":' + b"[" * 50_000, "a.json", "$"),
    "deep lines": (b'{"kind": "cpts", "id": "a"}\n' + b"[" * 50_000, "a.jsonl", "$"),
    "toml": (b"kind = [", "a.toml", "$"),
    "no utf-8": (b'{"kind": "\xff"}', "a.json", "$"),
    "no day": (b'{"kind": "cpts", "id": "x", "formed_on": "2024-02-30"}', "a.json", "$.formed_on"),
}
ENGLISH = {"the", "is", "not", "this", "and", "of", "nested", "write", "stands", "holds", "empty"}


@pytest.mark.parametrize("bad", BAD)
def test_a_fault_has_its_place_and_is_told_in_the_language_of_the_page(bad: str) -> None:
    data, name, path = BAD[bad]
    french, english = (wrong("read", data, name=name, lang=lang)["faults"] for lang in ("fr", "en"))
    assert [one["path"] for one in french] == [one["path"] for one in english]
    assert french[0]["path"] == path
    for one, other in zip(french, english, strict=True):
        assert one["message"] != other["message"]
        assert not ENGLISH & set(one["message"].split()), one["message"]


@pytest.mark.parametrize(
    ("name", "data"), [("a.xlsx", b"PK\x03\x04rien"), ("a.csv", b""), ("a.csv", b"\x89PNG\r\n\x00\x00")]
)
def test_what_is_no_list_of_members_is_refused_in_the_language_of_the_page(name: str, data: bytes) -> None:
    french, english = (wrong("read", data, name=name, lang=lang)["refused"] for lang in ("fr", "en"))
    assert french != english
    assert not ENGLISH & set(french.split()), french


def test_brackets_in_texts_are_no_depth() -> None:
    dossier = {"kind": "cpts", "id": "c", "name": '[{"\\' * 5000}
    assert ask("read", json.dumps(dossier).encode(), name="a.json")["dossiers"] == [dossier]


def test_a_line_is_told_where_a_file_holds_a_dossier_a_line() -> None:
    told = wrong("read", b'{"kind": "cpts", "id": "a"}\n{"kind": 1}\n', name="a.jsonl")["faults"]
    assert [(one["line"], one["path"]) for one in told] == [(2, "$.kind")]


def test_a_dossier_is_known_by_its_first_sign_whatever_it_is_called() -> None:
    assert ask("read", b'\xef\xbb\xbf {"kind": "cpts", "id": "a"}', name="dossier.txt")["dossiers"]
    assert ask("read", "Nom;Prénom\nNoma;Zoé\n".encode(), name="liste")["sheet"]["members"] == 1


def test_what_is_asked_of_no_call_is_a_fault_of_the_page() -> None:
    with pytest.raises(KeyError):
        call("nothing", '{"lang": "fr"}')
