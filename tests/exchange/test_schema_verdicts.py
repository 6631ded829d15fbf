"""The schema of dossiers and the reader come to the same verdict, but for the differences that are published."""

import json
import re
import unicodedata
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("jsonschema", reason="the reference validator of JSON Schema is not here")

from cpts_model.exchange.converter import make_converter
from cpts_model.exchange.dossier import register_dict, to_dict
from cpts_model.exchange.faults import BadDossier
from cpts_model.exchange.kinds import KIND, STRUCTURES, kind_of
from cpts_model.exchange.schema import dossier_schema
from cpts_model.exchange.shape import ABSENT, FieldShape, is_many, is_union, shape_of
from exchange.strategies import facts, subjects
from exchange.verdicts import DIFFERENCES, differences_of, disagreement, faults_of, published, validator

fastjsonschema = pytest.importorskip("fastjsonschema")

EXAMPLES = Path(__file__).parents[2] / "examples"
SCHEMA = dossier_schema("fr")
CHECK = fastjsonschema.compile(SCHEMA)
CONVERTER = make_converter()


# --- The published differences


def test_the_list_is_the_one_that_is_published() -> None:
    assert published().keys() == DIFFERENCES.keys()


@pytest.mark.parametrize("name", DIFFERENCES)
def test_each_difference_is_one(name: str) -> None:
    text = published()[name]
    assert validator().is_valid(json.loads(text))
    faults = faults_of(text)
    assert faults
    assert all(name in differences_of(fault) for fault in faults), faults


@pytest.mark.parametrize("name", DIFFERENCES)
def test_readers_of_older_drafts_see_the_same_differences(name: str) -> None:
    from jsonschema import Draft7Validator

    data = json.loads(published()[name])
    assert Draft7Validator(SCHEMA).is_valid(data)
    assert takes(CHECK, data)


def test_a_day_that_no_calendar_has_goes_through_where_formats_are_not_checked() -> None:
    for day, lenient in (
        ("2023-02-29", True),
        ("2024-04-31", True),
        ("2024-02-29", True),
        ("2024-13-01", False),
    ):
        dossier = {"kind": "cpts", "id": "a", "formed_on": day}
        assert validator(formats=False).is_valid(dossier) is lenient
        assert validator().is_valid(dossier) is (day == "2024-02-29") is not faults_of(json.dumps(dossier))


# --- Texts and days, character by character


def test_the_same_characters_make_an_identifier() -> None:
    check = fastjsonschema.compile({"$ref": "#/$defs/id", "$defs": SCHEMA["$defs"]})
    for code in range(0x10000):
        sign = chr(code)
        hidden = unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp"}
        assert takes(check, f"a{sign}b") is not hidden, hex(code)
        assert takes(check, f"a{sign}") is not (hidden or sign.isspace()), hex(code)
        assert takes(check, sign) is not (hidden or sign.isspace()), hex(code)


@pytest.mark.parametrize(
    "name", ["", " ", "\u00a0", "\ufeff", "\u200b", "a\n", "\n", " a", "a\u2028", "👩\u200d⚕️", "\x85", "\x1f"]
)
def test_the_same_texts_are_names(name: str) -> None:
    for dossier in (
        {"kind": "cpts", "id": "a", "name": name},
        {"kind": "cpts", "id": "a", "about": [name]},
        {"kind": "cpts", "id": name},
        {"kind": "cpts", "id": "a", "statutes": [{"colleges": [{"name": name}]}]},
    ):
        assert not disagreement(json.dumps(dossier))


@pytest.mark.parametrize(
    "day", ["0000-01-01", "0001-01-01", "9999-12-31", "2024-00-10", "2024-01-01\n", " 2024-01-01", "20240101",
            "2024-1-1", "2024-01-32", "２０２４-01-01", "2024-01-01T00:00:00", "2024-W01-1"],
)  # fmt: skip
def test_the_same_texts_are_days(day: str) -> None:
    dossier = {"kind": "cpts", "id": "a", "formed_on": day}
    assert not disagreement(json.dumps(dossier))
    assert validator(formats=False).is_valid(dossier) is not faults_of(json.dumps(dossier))


# --- Every field of every class, value by value, and two by two

VALUES: tuple[Any, ...] = (
    None, True, False, -1, 0, 1, 12, 13, 100, 101, 9999, 10000, 0.5, -0.01, 10**15 - 1, 10**15, -(10**15),
    "", " ", "a", "a ", "\x1b", "2024-02-29", "2024-02-30", "2024-1-1", "33", "2a", "2A", "20", "association",
    "medecin", "bureau", [], ["a"], [None], ["2024-02-29"], ["medecin", "medecin"], [[]], {}, {"kind": "person", "id": "a"},
    {"id": "a"}, {"kind": "sisa", "id": "a"},
)  # fmt: skip


def minimal(kind: type[Any]) -> dict[str, Any]:
    """The least that says an object of a class."""
    word = kind_of(kind)
    required = {key: samples(field)[0] for key, field in shape_of(kind).items() if field.required}
    return ({} if word is None else {KIND: word}) | required


def samples(field: FieldShape) -> list[Any]:
    """Good values of a field: two, where there are two."""
    of = field.of
    if is_many(of):
        return [[]]
    if is_union(of):
        return [minimal(get_args(of)[0])]
    plain: dict[Any, list[Any]] = {
        bool: [True, False], int: [1, 0], str: ["33"], Decimal: [1, 0], date: ["2024-01-01", "2024-01-02"]
    }  # fmt: skip
    if of in plain:
        return plain[of]
    return [member.value for member in of] if issubclass(of, Enum) else [minimal(of)]


def takes(check: Any, data: Any) -> bool:
    try:
        check(data)
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True


def exactly(value: Any) -> Any:
    """A value as the reader of a text would have it."""
    return Decimal(str(value)) if isinstance(value, float) else value


def wrong(kind: type[Any], check: Any, data: dict[str, Any]) -> str:
    """What is wrong if the verdicts on an object of a class differ, without a published difference."""
    faults: tuple[Any, ...] = ()
    try:
        CONVERTER.structure({key: exactly(value) for key, value in data.items()}, kind)
    except BadDossier as bad:
        faults = bad.faults
    if takes(check, data):
        bare = [str(fault) for fault in faults if not differences_of(fault, spread=False)]
        return f"only the reader refuses {data}: {bare}" if bare else ""
    return "" if faults else f"only the schema refuses {data}"


@pytest.mark.parametrize("kind", subjects(), ids=lambda kind: kind.__name__)
def test_every_value_of_every_field_gets_one_verdict(kind: type[Any]) -> None:
    check = fastjsonschema.compile({"$ref": f"#/$defs/{kind.__name__}", "$defs": SCHEMA["$defs"]})
    least = minimal(kind)
    assert takes(check, least)
    keys = [KIND, ABSENT, "every_member", "about", "$schema", "nom", *shape_of(kind)]
    found = [wrong(kind, check, {**least, key: value}) for key in keys for value in VALUES]
    found += [wrong(kind, check, {**least, key: [value]}) for key in keys for value in VALUES]
    found += [wrong(kind, check, {**least, ABSENT: [key]}) for key in keys]
    found += [wrong(kind, check, {k: v for k, v in least.items() if k != key}) for key in least]
    assert not any(found), "\n".join(filter(None, found))


@pytest.mark.parametrize("kind", subjects(), ids=lambda kind: kind.__name__)
def test_every_two_fields_get_one_verdict(kind: type[Any]) -> None:
    check = fastjsonschema.compile({"$ref": f"#/$defs/{kind.__name__}", "$defs": SCHEMA["$defs"]})
    least = minimal(kind)
    told: dict[str, list[dict[str, Any]]] = {}
    for key, field in shape_of(kind).items():
        told[key] = [{key: value} for value in samples(field)[:8]]
        told[key] += [{key: None}, {ABSENT: [key]}] if field.nullable else []
    found = []
    for one, other in combinations(told, 2):
        for first in told[one]:
            for second in told[other]:
                absent = {ABSENT: [*first.get(ABSENT, ()), *second.get(ABSENT, ())]}
                data = {**least, **first, **second, **absent}
                for key in absent[ABSENT]:
                    data.pop(key, None)
                found.append(wrong(kind, check, data))
    assert not any(found), "\n".join(filter(None, found))


# --- Whole documents, and what mutation makes of them

RAW = re.compile(r'"RAW<([^">]*)>"')
ODD = (
    *VALUES, "RAW<3.0>", "RAW<1.005>", "RAW<1.50>", "RAW<1e3>", "RAW<1000000000000000.0>", "RAW<999999999999999.99>",
    "RAW<-0.0>", "RAW<NaN>", "RAW<123456789012345678901234567890123456789012>", "a\u200b", "\U000e0001", "\n", ["left_on"],
    {"absent": ["left_on"]}, {"member": {"kind": "person", "id": "a"}, "joined_on": "2024-01-01"},
)  # fmt: skip
KEYS = sorted(
    {key for one in SCHEMA["$defs"].values() for key in one.get("properties", ())}
    | {"nom", "", "left on", "Kind", "é"}
)


def as_text(document: Any) -> str:
    return RAW.sub(r"\1", json.dumps(document, default=lambda number: f"RAW<{number}>"))


def places(document: Any) -> list[tuple[Any, Any]]:
    """Every container of a document with each of its keys."""
    found: list[tuple[Any, Any]] = []
    held: Any = document.items() if isinstance(document, dict) else enumerate(document)
    for key, value in held:
        found.append((document, key))
        if isinstance(value, dict | list):
            found += places(value)
    return found


def mutate(document: Any, draw: Callable[..., Any]) -> None:
    container, key = draw(st.sampled_from(places(document)))
    way = draw(st.sampled_from(("drop", "odd", "add", "wrap", "again", "swap", "absent", "nest")))
    match way:
        case "drop":
            del container[key]
        case "odd":
            container[key] = deepcopy(draw(st.sampled_from(ODD)))
        case "wrap":
            container[key] = [container[key]]
        case "nest":
            container[key] = {"kind": "cpts", "id": "b", "members": container[key]}
        case "swap":
            other, place = draw(st.sampled_from(places(document)))
            container[key] = deepcopy(other[place])
        case "again" if isinstance(container, list):
            container.append(deepcopy(container[key]))
        case "absent" if isinstance(container, dict):
            container.setdefault("absent", [])
            if isinstance(container["absent"], list):
                container["absent"].append(draw(st.sampled_from(KEYS)))
        case _ if isinstance(container, dict):
            container[draw(st.sampled_from(KEYS))] = deepcopy(draw(st.sampled_from(ODD)))
        case _:
            container.append(deepcopy(draw(st.sampled_from(ODD))))


@st.composite
def documents(draw: st.DrawFn) -> Any:
    kinds = draw(st.lists(st.sampled_from(list(STRUCTURES.values())), min_size=1, max_size=2))
    written = [json.loads(as_text(to_dict(draw(facts(kind)))), parse_float=Decimal) for kind in kinds]
    return written[0] if len(written) == 1 else register_dict(written)


HEALTH = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


@settings(max_examples=100, deadline=None, suppress_health_check=HEALTH)
@given(document=documents())
def test_generated_structures_keep_to_the_schema(document: Any) -> None:
    text = as_text(document)
    assert validator().is_valid(json.loads(text))
    assert not disagreement(text)


@settings(max_examples=250, deadline=None, suppress_health_check=HEALTH)
@given(document=documents(), data=st.data())
def test_mutated_structures_get_one_verdict(document: Any, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 3))):
        if places(document):
            mutate(document, data.draw)
    assert not disagreement(as_text(document))


@settings(max_examples=60, deadline=None, suppress_health_check=HEALTH)
@given(document=documents(), data=st.data())
def test_readers_of_older_drafts_come_to_the_same_verdict(document: Any, data: st.DataObject) -> None:
    from jsonschema import Draft7Validator

    mutate(document, data.draw)
    told = json.loads(as_text(document))
    checker = Draft7Validator.FORMAT_CHECKER
    verdict = validator().is_valid(told)
    assert Draft7Validator(SCHEMA, format_checker=checker).is_valid(told) is verdict
    assert takes(CHECK, told) is verdict


@settings(max_examples=100, deadline=None, suppress_health_check=HEALTH)
@given(path=st.sampled_from(sorted(EXAMPLES.rglob("*.json"))), data=st.data())
def test_mutated_examples_get_one_verdict(path: Path, data: st.DataObject) -> None:
    document = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    for _ in range(data.draw(st.integers(1, 2))):
        mutate(document, data.draw)
    assert not disagreement(as_text(document))
