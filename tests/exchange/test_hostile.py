"""Texts that are broken, endless, too deep or not texts at all: refused, with place and mend."""

import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpts_model.exchange.dossier import from_dict, loads_dossier
from cpts_model.exchange.faults import BadDossier, Fault, shown, step_to
from cpts_model.exchange.markup import MAX_BYTES, MAX_TOML_BYTES, parse

CPTS = '"kind": "cpts", "id": "a"'
DEEP = "nested more than 64 levels deep"
TWICE = "this key stands twice in the same object; remove one of the two"
BIG = "is too big (numbers here stay below 10^15)"
MISSING = "$: the key 'kind' is missing (say which: 'cpts', 'esp', 'ess', 'msp', 'cds', 'sisa')"


def faults(text: str | bytes, form: Any = "json") -> list[str]:
    with pytest.raises(BadDossier) as caught:
        loads_dossier(text, form)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "$: it is empty (an object is expected: { … })"),
        (" \n", "$: it is empty (an object is expected: { … })"),
        (b"\xef\xbb\xbf", "$: it is empty (an object is expected: { … })"),
        ("null", "$: null is not an object (write { … })"),
        ("3", "$: 3 is not an object (write { … })"),
        ('"cpts"', "$: 'cpts' is not an object (write { … })"),
        ("[]", "$: a list is not an object (write { … })"),
        ("NaN", "$: NaN is not an object (write { … })"),
        ("{}", MISSING),
        ('{"id": "a"}', MISSING),
        ('{"kind": "cpts"}', "$: the key 'id' is missing (identifier in the dossier)"),
        ('{"kind": null}', "$.kind: null is not the kind of a structure ('cpts', 'esp', 'ess', 'msp', 'cds', 'sisa')"),
        (b'{"a":\n"\xe9t\xe9"}', "$: line 2 is not UTF-8 (byte 7): save it as UTF-8"),
        ('{"kind": "cpts"}'.encode("utf-16"), "$: it is UTF-16, not UTF-8: save it as UTF-8"),
        (f"{{{CPTS}, \"id\": \"b\"}}", f"$.id: {TWICE}"),
        (f"{{{CPTS}, \"territory\": {{\"population\": 1, \"population\": 1}}}}", f"$.territory.population: {TWICE}"),
        (f"{{{CPTS}, \"about\": \"\\ud800\"}}", "$.about: '\\ud800' holds half a character (a lone surrogate)"),
        (f"{{{CPTS}, \"territory\": {{\"population\": NaN}}}}", "$.territory.population: NaN is not a whole number (write digits alone, without quotes)"),
        (f"{{{CPTS}, \"territory\": {{\"population\": 1e3}}}}", "$.territory.population: 1e3 is not a whole number (write digits alone, without quotes)"),
        (f"{{{CPTS}, \"territory\": {{\"population\": 1.0}}}}", "$.territory.population: 1.0 is not a whole number (write digits alone, without quotes)"),
        (f"{{{CPTS}, \"territory\": {{\"population\": {'9' * 5000}}}}}", f"$.territory.population: {'9' * 60}… {BIG}"),
        (f"{{{CPTS}, \"territory\": {{\"population\": -{'9' * 17}}}}}", f"$.territory.population: -{'9' * 17} {BIG}"),
        (f"{{{CPTS}, \"payments\": [{{\"beneficiary\": \"b\", \"amount\": -Infinity}}]}}", "$.payments[0].amount: -Infinity is not a number (write digits, without exponent)"),
        (f"{{{CPTS}, \"payments\": [{{\"beneficiary\": \"b\", \"amount\": 1e999999999}}]}}", "$.payments[0].amount: 1e999999999 is not a number (write digits, without exponent)"),
        (f"{{{CPTS}, \"payments\": [{{\"beneficiary\": \"b\", \"amount\": {'9' * 5000}}}]}}", f"$.payments[0].amount: {'9' * 60}… {BIG}"),
        (f"{{{CPTS}, \"payments\": [{{\"beneficiary\": \"b\", \"amount\": 0.{'9' * 5000}}}]}}", f"$.payments[0].amount: 0.{'9' * 58}… is not a number (write digits, without exponent)"),
        (f"{{{CPTS}, \"payments\": [{{\"beneficiary\": \"b\", \"amount\": 0.1234}}]}}", "$.payments[0].amount: 0.1234 has more than 2 decimals"),
        (f"{{{CPTS}, \"{'k' * 100}\": 1}}", f"$['{'k' * 40}…']: no such key here"),
        (f"{{{CPTS}, \"__class__\": 1}}", "$.__class__: no such key here"),
        (f"{{{CPTS}, \"\\n\": 1}}", "$['\\n']: no such key here"),
    ],
)  # fmt: skip
def test_json(text: str | bytes, fault: str) -> None:
    assert faults(text) == [fault]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "$: it is empty"),
        ('kind = "cpts"\nid = "a"\nformed_on = 2020-01-01T00:00:00', "$.formed_on: 2020-01-01 00:00:00 is not a date (write YYYY-MM-DD)"),
        ('kind = "cpts"\nid = "a"\nformed_on = 10:00:00', "$.formed_on: 10:00:00 is not a date (write YYYY-MM-DD)"),
        ('kind = "cpts"\nid = "a"\nterritory.population = nan', "$.territory.population: nan is not a whole number (write digits alone, without quotes)"),
        ('kind = "cpts"\nid = "a"\n[[payments]]\nbeneficiary = "b"\namount = inf', "$.payments[0].amount: inf is not a number (write digits, without exponent)"),
        ('kind = "cpts"\nid = "a"\n[[payments]]\nbeneficiary = "b"\namount = -nan', "$.payments[0].amount: -nan is not a number (write digits, without exponent)"),
        (f"id = {'9' * 5000}", "$: not TOML: a number in it is endless"),
        ("a = " + "[" * 5000, f"$: {DEEP}"),
        ("\n" + "a." * 200 + "b = 1", "$: line 2 holds more than 100 dots (break the line)"),
        ("a." * 70 + "b = 1", f"${'.a' * 65}: {DEEP}"),
    ],
)  # fmt: skip
def test_toml(text: str, fault: str) -> None:
    assert faults(text, "toml") == [fault]


@pytest.mark.parametrize(
    ("form", "text", "place"),
    [
        ("json", "{", "line 1, column 2: not JSON: "),
        ("json", "{'kind': 'cpts'}", "line 1, column 2: not JSON: "),
        ("json", '{\n"a": 1,\n"b" 2}', "line 3, column 5: not JSON: "),
        ("json", '{"a": 1} {}', "line 1, column 10: not JSON: "),
        ("json", '{"a": "b\nc"}', "line 1, column 9: not JSON: "),
        ("toml", "{}", "(at line 1, column 1)"),
        ("toml", 'kind = "cpts"\nid = ', "(at line 2, column 6)"),
        ("toml", 'kind = "cpts"\nkind = "esp"', "(at line 2, column 13)"),
        ("toml", 'kind = "cpts"\nabout = """', "(at line 2, at its end)"),
    ],
)
def test_what_is_broken_has_a_line_and_a_column(form: str, text: str, place: str) -> None:
    (fault,) = faults(text, form)
    assert place in fault
    assert fault.startswith("$: line" if form == "json" else "$: not TOML: ")


class TestDepth:
    @pytest.mark.parametrize("depth", [66, 900, 100_000])
    def test_of_json_is_bounded(self, depth: int) -> None:
        (fault,) = faults("[" * depth + "1" + "]" * depth)
        assert fault.endswith(f": {DEEP}")
        (fault,) = faults('{"a":' * depth + "1" + "}" * depth)
        assert fault.endswith(f": {DEEP}")

    def test_has_a_place(self) -> None:
        (fault,) = faults(f'{{{CPTS}, "territory": {"[" * 70}{"1"}{"]" * 70}}}')
        assert fault == f"$.territory{'[0]' * 64}: {DEEP}"

    def test_within_the_bound_is_read(self) -> None:
        assert parse("[" * 64 + "[1]" + "]" * 64, "json").data
        assert faults(f'{{{CPTS}, "territory": {"[" * 60}{"]" * 60}}}') == [
            "$.territory: a list is not an object (write { … })"
        ]

    def test_of_data_that_holds_itself(self) -> None:
        data: dict[str, Any] = {"kind": "cpts", "id": "a"}
        data["territory"] = data
        with pytest.raises(BadDossier, match=DEEP):
            from_dict(data)


class TestSize:
    def test_is_bounded(self) -> None:
        assert faults(" " * (MAX_BYTES + 1)) == [
            f"$: it is longer than {MAX_BYTES} bytes (one structure a line in a .jsonl file may be what you want)"
        ]
        assert faults(" " * (MAX_TOML_BYTES + 1), "toml")[0].startswith(
            f"$: it is longer than {MAX_TOML_BYTES} bytes"
        )

    def test_of_the_faults_is_bounded(self) -> None:
        members = ",".join("{}" for _ in range(20_000))
        found = faults(f'{{{CPTS}, "every_member": {{"consented": true}}, "members": [{members}]}}')
        assert len(found) == 1001
        assert found[-1] == "$: reading stopped after 1000 faults: there may be more"
        assert len(faults("[" + ",".join('{"a":1,"a":2}' for _ in range(3000)) + "]")) == 1001

    def test_of_a_message_is_bounded(self) -> None:
        (fault,) = faults(f'{{{CPTS}, "formed_on": "{"x" * 10**6}"}}')
        assert len(fault) < 200

    def test_takes_time_in_proportion(self) -> None:
        before = time.perf_counter()
        faults(f"{{{CPTS}, {', '.join(f'{chr(34)}left_on{n}{chr(34)}: 1' for n in range(20_000))}}}")
        assert time.perf_counter() - before < 20


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60) | st.text(max_size=60), st.sampled_from(["json", "toml"]))
def test_any_text_is_read_or_refused(text: str | bytes, form: Any) -> None:
    with pytest.raises(BadDossier):
        loads_dossier(text, form)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.decimals(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | st.integers(), inner, max_size=3)
    ),
    max_leaves=8,
)
KEYS = st.sampled_from(
    ["id", "members", "every_member", "absent", "projet", "payments", "territory", "about", "formed_on"]
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(KEYS, JSON_VALUES, max_size=5))
def test_any_data_is_read_or_refused(data: dict[str, Any]) -> None:
    found: tuple[Fault, ...] = ()
    try:
        from_dict({"kind": "cpts"} | data)
    except BadDossier as bad:
        found = bad.faults
    assert all(fault.path.startswith("$") and fault.message for fault in found)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "null"), (True, "true"), (False, "false"), ("é", "'é'"), (3, "3"), ({}, "an object"), ((), "a list"),
        (10**50, "a huge number"), (Decimal("1." + "0" * 90), "1." + "0" * 58 + "…"),
    ],
)  # fmt: skip
def test_values_are_shown_in_the_words_of_json(value: Any, words: str) -> None:
    assert shown(value) == words


def test_keys_are_steps_of_a_path() -> None:
    assert [step_to(key) for key in ("a_1", 3, "a b", "", "é")] == [".a_1", "[3]", "['a b']", "['']", "['é']"]
