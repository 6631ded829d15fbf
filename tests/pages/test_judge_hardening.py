"""What would bring the engine of the page down, or change on the way into it, is refused at its place."""

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("jinja2", reason="the page needs the extra cpts-model[report]")

from pages.judge.building import CannotBuild, _put
from pages.judge.engine import call

FAULT = "this number has too many digits for this page to keep it exactly"
PLACE = ".payments[0].amount"


def _dossier(amount: str, name: str = "x") -> str:
    payment = f'{{"beneficiary": "b", "amount": {amount}}}'
    return f'{{"kind": "cpts", "id": "{name}", "payments": [{payment}]}}'


def _read(text: str) -> Any:
    return json.loads(call("read", json.dumps({"name": "x.json", "lang": "en"}), text.encode()))


def _faults(text: str) -> list[tuple[str, str]]:
    return [(one["path"], one["message"]) for one in _read(text)["faults"]]


@pytest.mark.parametrize("amount", ["999999999999999.99", "90071992547409.93"])
def test_an_amount_that_javascript_would_change_is_refused_at_its_place(amount: str) -> None:
    assert _faults(_dossier(amount)) == [(f"${PLACE}", FAULT)]


def test_in_a_register_the_structure_is_told_too() -> None:
    text = f'{{"kind": "register", "structures": [{_dossier("1.10", "a")}, {_dossier("90071992547409.93", "b")}]}}'
    assert _faults(text) == [(f"$.structures[1]{PLACE}", FAULT)]


@pytest.mark.parametrize(
    "amount", ["0.1", "12345678901.99", "999999999999999", "50000.50", "9007199254740.93"]
)
def test_an_amount_that_javascript_holds_is_taken(amount: str) -> None:
    [dossier] = _read(_dossier(amount))["answer"]["dossiers"]
    assert dossier["payments"][0]["amount"] == float(amount)


@pytest.mark.parametrize("inside", ["[" * 1001, '{"a":' * 1001, '[{"a":' * 600 + "1" + "}]" * 600])
def test_what_is_nested_too_deep_is_refused_before_it_is_parsed(inside: str) -> None:
    assert _faults(f'{{"members":{inside}') == [("$", "nested more than 64 levels deep")]


@pytest.mark.parametrize("text", ["[" * 2000, '\\"' + "[" * 2000, "\\\\" * 2000, "[]" * 2000])
def test_brackets_in_a_text_are_no_nesting(text: str) -> None:
    [dossier] = _read(f'{{"kind": "cpts", "id": "x", "name": "{text}"}}')["answer"]["dossiers"]
    assert len(dossier["name"]) >= 2000


def test_the_engine_is_put_in_the_place_of_the_one_before(tmp_path: Path) -> None:
    new, place = tmp_path / "new engine", tmp_path / "a site" / "engine"
    new.mkdir()
    (new / "a").write_text("1")
    place.mkdir(parents=True)
    (place / "left over").write_text("0")
    _put(new, place)
    assert [one.name for one in place.iterdir()] == ["a"]
    assert [one.name for one in place.parent.iterdir()] == ["engine"]


def test_an_engine_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    other, place = tmp_path / "elsewhere", tmp_path / "engine"
    other.mkdir()
    (other / "kept").write_text("1")
    place.symlink_to(other)
    with pytest.raises(CannotBuild, match="no folder"):
        _put(other, place)
    assert place.is_symlink()
    assert (other / "kept").exists()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["elsewhere", "engine"]
