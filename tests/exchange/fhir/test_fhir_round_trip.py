"""Whatever is exported reads back as the facts that FHIR carries, and is FHIR R4."""

import json
import re
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpts_model import CPTS, SISA, UNKNOWN, MaisonDeSante, Membership, Professional, Register
from cpts_model.exchange.dossier import dumps_dossier
from cpts_model.exchange.fhir import from_fhir, is_fhir_export, loads_fhir, read_fhir, to_fhir
from cpts_model.exchange.fhir.elements_out import resource_id
from cpts_model.exchange.kinds import STRUCTURES
from cpts_model.exchange.pseudonyms import Pseudonyms
from exchange.fhir.carried import carried
from exchange.strategies import facts
from world import RandomChoices, World

KINDS = st.sampled_from(list(STRUCTURES.values()))


def drawn(seed: int) -> Any:
    """A structure of some kind, told in full or in part."""
    random = Random(seed)
    kind = random.choice(list(STRUCTURES.values()))
    return World(RandomChoices(seed), unknown=random.choice([0, 3, 7])).structure(kind)


@settings(deadline=None)
@given(KINDS.flatmap(facts))
def test_what_is_written_reads_back_whatever_is_told(structure: Any) -> None:
    found = from_fhir(json.loads(to_fhir(structure).to_json()))
    assert found.structures == (carried(structure),)
    assert (found.professionals, found.organisations, found.notes) == ((), (), ())


@pytest.mark.parametrize("seed", range(80))
def test_full_structures_read_back_from_a_line_a_resource(seed: int) -> None:
    structure = drawn(seed)
    found = loads_fhir("".join(to_fhir(structure).ndjson_lines()), "ndjson")
    assert found.structures == (carried(structure),)
    assert dumps_dossier(found.structures[0])


@pytest.mark.parametrize("seed", range(0, 80, 4))
def test_several_structures_read_back_in_their_order(seed: int) -> None:
    structures = [attrs.evolve(drawn(seed + place), id=f"s{place}") for place in range(4)]
    found = from_fhir(to_fhir(structures).bundle)
    assert found.structures == tuple(map(carried, structures))


OFFICIAL = ("https://", "http://", "urn:oid:")


def official_values(value: Any) -> set[str]:
    """Every number and code that stands under a system that is not this library's."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    found = {told for one in inside for told in official_values(one)}
    if isinstance(value, dict) and str(value.get("system")).startswith(OFFICIAL):
        found.add(str(value.get("value", value.get("code"))))
    return found


@pytest.mark.parametrize("seed", range(80))
def test_no_pseudonym_stands_under_an_official_system(seed: int) -> None:
    hidden = Pseudonyms(bytes(range(32))).structure(drawn(seed))
    told = set(re.findall(r"p-[a-z2-7]{16}|pseudonyme-[a-z2-7]{16}", dumps_dossier(hidden)))
    export = to_fhir(hidden)
    written = official_values(list(export.resources))
    assert not any(one in value for one in told for value in written)
    people = [one for one in export.resources if one["resourceType"] == "Practitioner"]
    assert not any("profile" in one.get("meta", {}) for one in people)
    assert not any("idNatPS" in warning.fr for warning in export.warnings)
    numbers = [one for one in told if one.startswith("pseudonyme-") and one in export.to_json()]
    assert any("urn:cpts-model:number" in warning.fr for warning in export.warnings) >= bool(numbers)
    assert from_fhir(export.bundle).structures == (carried(hidden),)


@settings(deadline=None)
@given(structure=KINDS.flatmap(facts))
def test_what_is_written_is_known_to_be_an_export(
    tmp_path_factory: pytest.TempPathFactory, structure: Any
) -> None:
    folder = tmp_path_factory.mktemp("exports")
    for name in ("r.json", "r.ndjson"):
        to_fhir(structure).write(folder / name)
        assert is_fhir_export(folder / name)


@settings(deadline=None)
@given(KINDS.flatmap(facts))
def test_nothing_is_left_out_in_silence(structure: Any) -> None:
    assert bool(to_fhir(structure).left_out) == (carried(structure) != structure)


@settings(deadline=None)
@given(KINDS.flatmap(facts))
def test_what_is_carried_is_written_without_loss(structure: Any) -> None:
    assert to_fhir(carried(structure)).left_out == ()


@settings(deadline=None)
@given(KINDS.flatmap(facts))
def test_what_is_written_is_fhir_r4(structure: Any) -> None:
    bundle = pytest.importorskip(
        "fhir.resources.R4B.bundle", reason="checks with fhir.resources need it"
    ).Bundle
    bundle.model_validate_json(to_fhir(structure).to_json())


@pytest.mark.parametrize("seed", range(40))
def test_full_structures_are_fhir_r4(seed: int) -> None:
    bundle = pytest.importorskip(
        "fhir.resources.R4B.bundle", reason="checks with fhir.resources need it"
    ).Bundle
    bundle.model_validate_json(to_fhir(drawn(seed)).to_json())


@settings(deadline=None)
@given(KINDS.flatmap(facts))
def test_no_two_resources_have_one_address_and_the_same_facts_the_same_bytes(structure: Any) -> None:
    export = to_fhir(structure)
    addresses = [entry["fullUrl"] for entry in export.bundle["entry"]]
    assert len(set(addresses)) == len(addresses)
    assert to_fhir(structure).to_json() == export.to_json()


def test_a_register_and_files_of_both_forms(tmp_path: Path) -> None:
    doctor = Professional(id="p", name="Ada Inventée", rpps=None)
    told = Membership(member=doctor, joined_on=date(2024, 2, 29), left_on=date(2024, 3, 1), partner=False)
    sisa = SISA(id="sisa", members=(told,))
    register = Register((CPTS(id="a", members=(told,)), MaisonDeSante(id="b", sisa=sisa), sisa))
    export = to_fhir(register)
    for name in ("r.json", "r.ndjson"):
        export.write(tmp_path / name)
        assert read_fhir(tmp_path / name).structures == register.structures
    assert export.left_out == ()


def test_one_person_told_in_two_ways_has_two_resources() -> None:
    here = Membership(member=Professional(id="p", name="Ada"), left_on=None)
    there = Membership(member=Professional(id="p", name="Ada", rpps=None), left_on=None)
    structures = (
        CPTS(id="a", members=(here,)),
        CPTS(id="b", members=(there,)),
        CPTS(id="c", members=(here,)),
    )
    export = to_fhir(structures)
    assert [one["id"] for one in export.resources if one["resourceType"] == "Practitioner"] == ["p", "p..2"]
    assert from_fhir(export.bundle).structures == structures
    assert any(warning.en.startswith("1 member is told in several ways") for warning in export.warnings)


@given(st.text(min_size=1), st.text(min_size=1), st.integers(1, 3), st.integers(1, 3))
def test_ids_of_resources_are_ids_and_never_one_for_two(
    one: str, other: str, first: int, second: int
) -> None:
    made, second_made = resource_id(one, first), resource_id(other, second)
    assert re.fullmatch(r"[A-Za-z0-9\-.]{1,64}", made)
    assert (made == second_made) == ((one, first) == (other, second))


def test_a_long_id_is_told_by_its_hash() -> None:
    assert len({resource_id("é" * 40), resource_id("é" * 41), resource_id("a" * 64)}) == 3
    assert resource_id("a" * 64) == "a" * 64
    assert resource_id("a" * 65).startswith("..")
    assert resource_id("cpts/33 é") == "cpts.2f.33.20..e9."


@pytest.mark.parametrize(
    ("joined", "left", "period", "active"),
    [
        (UNKNOWN, UNKNOWN, None, None),
        (date(2024, 1, 1), UNKNOWN, {"start": "2024-01-01", "_end": "unknown"}, None),
        (date(2024, 1, 1), None, {"start": "2024-01-01"}, True),
        (UNKNOWN, None, {"_start": "unknown"}, True),
        (UNKNOWN, date(2024, 3, 1), {"end": "2024-02-29"}, None),
        (date(2024, 1, 1), date(2024, 1, 2), {"start": "2024-01-01", "end": "2024-01-01"}, None),
    ],
)
def test_a_period_holds_its_last_day_and_tells_what_is_not_known(
    joined: Any, left: Any, period: Any, active: bool | None
) -> None:
    told = Membership(member=Professional(id="p"), joined_on=joined, left_on=left)
    export = to_fhir(CPTS(id="c", members=(told,)))
    (role,) = (one for one in export.resources if one["resourceType"] == "PractitionerRole")
    absent = {
        "extension": [
            {"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "unknown"}
        ]
    }
    expected = None if period is None else {k: absent if v == "unknown" else v for k, v in period.items()}
    assert (role.get("period"), role.get("active")) == (expected, active)
    assert from_fhir(export.bundle).structures == (CPTS(id="c", members=(told,)),)


def test_a_membership_of_no_day_is_left_out_and_told() -> None:
    day = date(2024, 1, 1)
    none = Membership(member=Professional(id="p"), joined_on=day, left_on=day)
    export = to_fhir(CPTS(id="c", members=(none, none)))
    assert [one["resourceType"] for one in export.resources] == ["Organization"]
    assert [(lost.path, lost.times) for lost in export.left_out] == [("members[]", 2)]
    assert from_fhir(export.bundle).structures == (CPTS(id="c", members=()),)
