"""The schemas: what is written keeps to them, and they know every key and every word."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpts_model import Profession
from cpts_model.engine.text import LANGS
from cpts_model.exchange.converter import make_converter
from cpts_model.exchange.dossier import register_dict, to_dict
from cpts_model.exchange.kinds import STRUCTURES
from cpts_model.exchange.schema import _Dossiers, assessment_schema, dossier_schema
from exchange.strategies import facts

fastjsonschema = pytest.importorskip("fastjsonschema")
CHECK = fastjsonschema.compile(dossier_schema("fr"))


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
        {"kind": "cpts", "id": "a", "every_member": {"member": {}}},
        {"kind": "cpts", "id": "a", "members": [{}]},
        {"kind": "cpts", "id": "a", "members": [{"member": {"id": "a"}}]},
        {
            "kind": "cpts",
            "id": "a",
            "members": [{"member": {"kind": "professional", "id": "a", "professions": ["x"]}}],
        },
        {"kind": "register"},
        {"kind": "register", "structures": []},
        {"kind": "register", "structures": [{"kind": "x"}]},
    ],
)
def test_refuses(data: dict[str, Any]) -> None:
    assert refused(data)


@pytest.mark.parametrize("lang", LANGS)
def test_of_a_dossier_is_versioned_labelled_and_has_no_host(lang: Any) -> None:
    schema = dossier_schema(lang)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:cpts-model:dossier:1:{lang}"
    assert schema["$defs"]["Profession"]["enum"] == [profession.value for profession in Profession]
    assert schema["$defs"]["Profession"]["x-labels"]["medecin"] == Profession.MEDECIN.label.to(lang)
    assert schema["$defs"]["Membership"]["properties"]["joined_on"]["title"] == {
        "fr": "date d'adhésion", "en": "joined on",
    }[lang]  # fmt: skip
    json.dumps(schema)


def test_shows_the_help_of_a_field() -> None:
    import attrs

    from cpts_model.engine.labels import label

    @attrs.frozen
    class Helped:
        bare: int
        told: int = attrs.field(metadata=label("fait", "fact", help_fr="aide", help_en="help"))

    schema = _Dossiers("en").facts(Helped)
    assert schema["properties"]["told"] == {
        "title": "fact",
        "description": "help",
        "allOf": [{"type": "integer"}],
    }
    assert schema["properties"]["bare"] == {"allOf": [{"type": "integer"}]}


def test_is_the_same_each_time() -> None:
    assert json.dumps(dossier_schema("fr")) == json.dumps(dossier_schema("fr"))
    assert json.dumps(assessment_schema()) == json.dumps(assessment_schema())


def test_every_key_that_is_read_is_in_the_schema() -> None:
    from cpts_model.exchange.shape import shape_of
    from exchange.strategies import subjects

    make_converter()
    definitions = dossier_schema("fr")["$defs"]
    for kind in subjects():
        assert set(shape_of(kind)) <= set(definitions[kind.__name__]["properties"])


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "examples").rglob("*.json")), ids=lambda path: path.name
)
def test_takes_every_example(path: Path) -> None:
    CHECK(json.loads(path.read_text(encoding="utf-8")))
