"""The schemas of dossiers: what is written keeps to them, and they know every key, every word and every name."""

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpts_model import Profession, read_structures
from cpts_model.engine.labels import label
from cpts_model.engine.text import LANGS
from cpts_model.exchange.dossier import register_dict, to_dict
from cpts_model.exchange.kinds import STRUCTURES
from cpts_model.exchange.schema import ANSWERS, DIALECT, DOSSIERS, dossier_schema, register_schema
from cpts_model.exchange.schemas.dossier import _Definitions
from cpts_model.exchange.shape import shape_of
from exchange.strategies import facts, subjects
from golden import EXAMPLES

fastjsonschema = pytest.importorskip("fastjsonschema")
CHECK = fastjsonschema.compile(dossier_schema("fr"))
EVERY = [
    *(draw(lang) for draw in DOSSIERS.values() for lang in LANGS),
    *(draw() for draw in ANSWERS.values()),
]
DRAFT_07_AND_DEFS = {
    "$schema", "$id", "$defs", "$ref", "title", "description", "examples", "type", "enum", "const", "format", "pattern",
    "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "properties", "required",
    "additionalProperties", "items", "minItems", "maxItems", "uniqueItems", "contains", "allOf", "anyOf", "not", "if",
    "then",
}  # fmt: skip
OURS = {"x-title", "x-description", "x-labels", "enumDescriptions"}


def refused(data: Any) -> bool:
    try:
        CHECK(data)
    except fastjsonschema.JsonSchemaValueException:
        return True
    return False


@pytest.mark.parametrize("kind", STRUCTURES.values(), ids=STRUCTURES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_what_is_written_keeps_to_the_schema(kind: type[Any], data: st.DataObject) -> None:
    written = to_dict(data.draw(facts(kind)))
    CHECK(written)
    CHECK(register_dict([written]))


def test_a_key_that_must_be_told_may_be_listed_as_absent() -> None:
    def dossier(**told: Any) -> dict[str, Any]:
        return {"kind": "cpts", "id": "a", "contract": {"envelopes": [{"exercise": "2024-03-01"} | told]}}

    CHECK(dossier(mission=None))
    CHECK(dossier(absent=["mission"]))
    assert refused(dossier())
    assert refused(dossier(absent=["fixed"]))
    assert refused(dossier(mission=None, absent=["mission"]))


def test_takes_what_a_dossier_may_hold_besides_facts() -> None:
    CHECK(
        {
            "$schema": "x", "kind": "cpts", "id": "a", "about": ["x"], "source": "y", "absent": ["contract"],
            "every_member": {"consented": True, "absent": ["left_on"]},
            "members": [{"member": {"kind": "person", "id": "a", "absent": []}, "absent": ["ground"]}],
        }
    )  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"kind": "cpts"},
        {"id": "a"},
        {"kind": "x", "id": "a"},
        {"kind": "cpts", "id": "a", "nom": "x"},
        {"kind": "cpts", "id": "a", "formed_on": "20200101"},
        {"kind": "cpts", "id": "a", "formed_on": None},
        {"kind": "cpts", "id": "a", "about": 3},
        {"kind": "cpts", "id": "a", "absent": ["name"]},
        {"kind": "cpts", "id": "a", "absent": ["contract"], "contract": None},
        {"kind": "cpts", "id": "a", "seat_departement": "20"},
        {"kind": "cpts", "id": "a ", "seat_departement": "33"},
        {"kind": "cpts", "id": "a", "territory": {"population": -1}},
        {"kind": "cpts", "id": "a", "every_member": {"member": {}}},
        {"kind": "cpts", "id": "a", "every_member": {"partner": True}},
        {"kind": "cpts", "id": "a", "members": [{}]},
        {"kind": "cpts", "id": "a", "members": [{"member": {"id": "a"}}]},
        {
            "kind": "cpts",
            "id": "a",
            "members": [{"member": {"kind": "professional", "id": "a", "professions": ["x"]}}],
        },
        {"kind": "msp", "id": "a", "legal_form": None, "sisa": {"id": "b"}},
        {"kind": "register"},
        {"kind": "register", "structures": []},
        {"kind": "register", "structures": [{"kind": "x"}]},
        {"kind": "register", "structures": [{"kind": "cpts", "id": "a"}], "name": "x"},
    ],
)
def test_refuses(data: dict[str, Any]) -> None:
    assert refused(data)


def test_of_a_register_takes_registers_alone() -> None:
    check = fastjsonschema.compile(register_schema())
    one = {"kind": "cpts", "id": "a"}
    check(register_dict([one]))
    for wrong in (one, register_dict([]), register_dict([{"kind": "cpts"}])):
        with pytest.raises(fastjsonschema.JsonSchemaValueException):
            check(wrong)


@pytest.mark.parametrize("lang", LANGS)
def test_of_a_dossier_is_versioned_labelled_and_has_no_host(lang: Any) -> None:
    schema = dossier_schema(lang)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:cpts-model:dossier:1:{lang}"
    profession = schema["$defs"]["Profession"]
    assert profession["enum"] == [profession.value for profession in Profession]
    assert profession["enumDescriptions"] == [profession.label.to(lang) for profession in Profession]
    label = Profession.MEDECIN.label
    assert profession["x-labels"]["medecin"] == {"fr": label.fr, "en": label.en}
    joined = schema["$defs"]["Membership"]["properties"]["joined_on"]
    assert joined["x-title"] == {"fr": "date d'adhésion", "en": "joined on"}
    assert joined["title"] == joined["x-title"][lang]


def test_the_languages_differ_by_what_people_read_alone() -> None:
    def bare(schema: Any) -> Any:
        if isinstance(schema, list):
            return [bare(one) for one in schema]
        if not isinstance(schema, dict):
            return schema
        read = ("title", "description", "enumDescriptions", "$id")
        return {key: bare(one) for key, one in schema.items() if key not in read or isinstance(one, dict)}

    assert bare(dossier_schema("fr")) == bare(dossier_schema("en"))


def test_everything_that_is_defined_has_a_name_in_both_languages() -> None:
    for name, defined in dossier_schema("en")["$defs"].items():
        assert set(defined["x-title"]) == set(LANGS), name
        assert defined["title"] == defined["x-title"]["en"]
    for kind in subjects():
        for key, field in shape_of(kind).items():
            assert field.label is not None, (kind, key)


def test_the_examples_it_gives_keep_to_it(tmp_path: Path) -> None:
    for draw in DOSSIERS.values():
        (example,) = draw("fr")["examples"]
        CHECK(example)
        (tmp_path / "a.json").write_text(json.dumps(example), encoding="utf-8")
        assert read_structures(tmp_path / "a.json")


def test_shows_the_help_of_a_field() -> None:
    @attrs.frozen
    class Helped:
        bare: int
        told: int = attrs.field(metadata=label("fait", "fact", help_fr="aide", help_en="help"))

    schema = _Definitions("en").facts(Helped)
    assert schema["properties"]["told"] == {
        "title": "fact",
        "x-title": {"fr": "fait", "en": "fact"},
        "description": "help",
        "x-description": {"fr": "aide", "en": "help"},
        "allOf": [{"$ref": "#/$defs/whole"}],
    }
    assert schema["properties"]["bare"] == {"allOf": [{"$ref": "#/$defs/whole"}]}


def test_what_no_dossier_can_hold_has_no_schema() -> None:
    @attrs.frozen
    class Either:
        one: int | str

    with pytest.raises(TypeError, match=r"^no word in a dossier stands for int, so a union cannot hold it$"):
        _Definitions("en").facts(Either)


def test_every_key_that_is_read_is_in_the_schema() -> None:
    definitions = dossier_schema("fr")["$defs"]
    for kind in subjects():
        assert set(shape_of(kind)) <= set(definitions[kind.__name__]["properties"])


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.json")), ids=lambda path: path.name)
def test_takes_every_example(path: Path) -> None:
    CHECK(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.toml")), ids=lambda path: path.name)
def test_takes_every_example_in_toml(path: Path) -> None:
    import tomllib

    CHECK(json.loads(json.dumps(tomllib.loads(path.read_text(encoding="utf-8")), default=str)))


# --- All the schemas


def keywords(schema: Any) -> set[str]:
    """Every keyword that a schema uses, in whatever part of it."""
    if not isinstance(schema, dict):
        return set()
    found = set(schema)
    for key in ("properties", "$defs"):
        for one in schema.get(key, {}).values():
            found |= keywords(one)
    for key in ("allOf", "anyOf"):
        for one in schema.get(key, ()):
            found |= keywords(one)
    for key in ("items", "contains", "not", "if", "then", "additionalProperties"):
        found |= keywords(schema.get(key))
    return found


@pytest.mark.parametrize("schema", EVERY, ids=lambda schema: schema["$id"])
def test_is_a_schema_of_its_dialect_with_what_older_readers_know(schema: dict[str, Any]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    assert schema["$schema"] == DIALECT
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft7Validator.check_schema(schema)
    assert keywords(schema) <= DRAFT_07_AND_DEFS | OURS


@pytest.mark.parametrize("schema", EVERY, ids=lambda schema: schema["$id"])
def test_refers_to_all_that_it_defines_and_to_nothing_else(schema: dict[str, Any]) -> None:
    def references(part: Any) -> set[str]:
        if isinstance(part, dict):
            here = {part["$ref"]} if isinstance(part.get("$ref"), str) else set()
            return here.union(*map(references, part.values()))
        return set().union(*map(references, part)) if isinstance(part, list) else set()

    assert references(schema) == {f"#/$defs/{name}" for name in schema["$defs"]}


def test_each_has_an_id_of_its_own() -> None:
    assert len({schema["$id"] for schema in EVERY}) == len(EVERY)


def test_are_the_same_each_time() -> None:
    for draw in DOSSIERS.values():
        assert json.dumps(draw("fr")) == json.dumps(draw("fr"))
    for answer in ANSWERS.values():
        assert json.dumps(answer()) == json.dumps(answer())
