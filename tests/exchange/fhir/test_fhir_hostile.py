"""Whatever is given as FHIR: a reading that a dossier can hold, or faults with their places; nothing else."""

import copy
import json
from collections.abc import Callable
from datetime import date
from typing import Any, Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from cpts_model import (
    CPTS,
    SISA,
    BadDossier,
    LegalForm,
    MaisonDeSante,
    Membership,
    Mode,
    Organisation,
    OrganisationKind,
    Person,
    Profession,
    Professional,
)
from cpts_model.exchange.dossier import dumps_dossier
from cpts_model.exchange.fhir import FhirReading, from_fhir, loads_fhir, to_fhir

SECRET = "Zélie Introuvable"
SAMPLE = json.loads(
    to_fhir(
        [
            CPTS(
                id="c",
                name="CPTS",
                legal_form=LegalForm.ASSOCIATION,
                finess="990000010",
                formed_on=date(2020, 1, 1),
                seat_commune="33063",
                seat_departement="33",
                members=(
                    Membership(
                        member=Professional(
                            id="p",
                            name=SECRET,
                            rpps="10999000002",
                            professions=(Profession.MEDECIN, Profession.AIDE_SOIGNANT),
                            savoir_faire=("SM54",),
                            mode=Mode.LIBERAL,
                        ),
                        joined_on=date(2024, 1, 1),
                        left_on=date(2025, 1, 1),
                        partner=False,
                    ),
                    Membership(member=Person(id="u"), left_on=None),
                    Membership(member=Organisation(id="o", kind=OrganisationKind.DAC), partner=True),
                ),
            ),
            MaisonDeSante(id="m", sisa=SISA(id="s", salaried=(Professional(id="q"),))),
        ]
    ).to_json()
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
WORDS = st.sampled_from(
    [
        *(
            "resourceType",
            "Bundle",
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "OrganizationAffiliation",
        ),
        *(
            "entry",
            "resource",
            "fullUrl",
            "identifier",
            "system",
            "value",
            "type",
            "coding",
            "code",
            "extension",
        ),
        *(
            "url",
            "valueCode",
            "partOf",
            "reference",
            "Organization/c",
            "organization",
            "practitioner",
            "period",
        ),
        *(
            "start",
            "end",
            "2024",
            "2024-05-01T00:00:00Z",
            "active",
            "name",
            "text",
            "qualification",
            "address",
        ),
    ]
)
JSON = st.recursive(
    SCALARS | WORDS,
    lambda inside: (
        st.lists(inside, max_size=4) | st.dictionaries(WORDS | st.text(max_size=4), inside, max_size=5)
    ),
    max_leaves=25,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of everything in a value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, one in inside for found in places(one, (*path, key)))]


PLACES = places(SAMPLE)[1:]


def outcome(read: Callable[[], FhirReading]) -> FhirReading | BadDossier:
    """What reading gives: facts, or faults."""
    try:
        return read()
    except BadDossier as bad:
        return bad


def is_read_or_refused(data: Any) -> None:
    found = outcome(lambda: from_fhir(data))
    if isinstance(found, BadDossier):
        assert found.faults
        assert all(fault.path.startswith("$") for fault in found.faults)
        assert SECRET not in str(found)
        assert "10999000002" not in str(found)
        return
    for structure in found.structures:
        assert dumps_dossier(structure)
    for note in found.notes:
        assert SECRET not in note.text.fr


def changed(changes: list[tuple[tuple[Any, ...], Any]], *, dropping: bool) -> Any:
    """The sample with things in it put elsewhere, or left out."""
    data = copy.deepcopy(SAMPLE)
    for path, value in changes:
        holder = data
        for key in path[:-1]:
            inside = dict(enumerate(holder)) if isinstance(holder, list) else holder
            holder = inside.get(key) if isinstance(inside, dict) else None
        if isinstance(holder, dict) and isinstance(path[-1], str):
            if dropping:
                holder.pop(path[-1], None)
            else:
                holder[path[-1]] = value
        elif isinstance(holder, list) and isinstance(path[-1], int) and path[-1] < len(holder):
            holder[path[-1]] = value
    return data


def test_the_sample_is_sound() -> None:
    assert len(from_fhir(SAMPLE).structures) == 2


@settings(deadline=None)
@given(JSON)
def test_any_data(data: Any) -> None:
    is_read_or_refused(data)


@settings(deadline=None, max_examples=400)
@given(st.lists(st.tuples(st.sampled_from(PLACES), JSON), min_size=1, max_size=3), st.booleans())
def test_sound_resources_with_something_changed(changes: Any, dropping: bool) -> None:
    is_read_or_refused(changed(changes, dropping=dropping))


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(PLACES), st.sampled_from(PLACES))
def test_sound_resources_with_two_things_exchanged(one: Any, other: Any) -> None:
    def at(path: Any) -> Any:
        value = SAMPLE
        for key in path:
            value = value[key]
        return value

    is_read_or_refused(changed([(one, at(other)), (other, at(one))], dropping=False))


@settings(deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200), st.sampled_from(["json", "ndjson"]))
def test_any_text(text: Any, form: Literal["json", "ndjson"]) -> None:
    found = outcome(lambda: loads_fhir(text, form))
    if isinstance(found, BadDossier):
        assert found.faults
    else:  # a file of lines may be blank
        assert (form, found.structures, text.strip()) == ("ndjson", (), text[:0])


@settings(deadline=None)
@given(st.integers(0, len(json.dumps(SAMPLE)) - 1), st.binary(max_size=3))
def test_a_text_broken_anywhere(at: int, put: bytes) -> None:
    text = json.dumps(SAMPLE).encode()
    found = outcome(lambda: loads_fhir(text[:at] + put + text[at + len(put) :]))
    assert isinstance(found, FhirReading) or SECRET not in str(found)


def test_a_long_chain_and_a_wide_bundle_take_no_time_to_speak_of() -> None:
    chain = [
        {
            "resourceType": "Organization",
            "id": f"o{place}",
            "partOf": {"reference": f"Organization/o{place + 1}"},
            "type": [{"coding": [{"system": "TRE_R66-CategorieEtablissement", "code": "604"}]}],
        }
        for place in range(20_000)
    ]
    end = {"resourceType": "Organization", "id": "o20000"}
    entries = [{"resource": one} for one in [*chain, end]]
    assert len(from_fhir({"resourceType": "Bundle", "entry": entries}).structures) == 20_000
