"""Codes and numbers of dossiers and of FHIR resources, held against a day. Every person and number is invented."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpts_model import BadDossier
from cpts_model.exchange.conformance import (
    Concern,
    Conformance,
    Nonconformity,
    conformance,
    conformance_of_codings,
    conformance_of_fhir,
    conformance_of_file,
    conformance_to_dict,
)
from cpts_model.exchange.conformance.judging import Inspection
from cpts_model.exchange.dossier import from_dict, to_dict
from cpts_model.exchange.nomenclatures import CODE_SYSTEMS, R13, R38, CodeSystem
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import CPTS
from cpts_model.register import Register
from exchange.strategies import facts
from golden import EXAMPLES
from shared_data import shared

EVE, FIRST_DAY = date(2024, 12, 12), date(2024, 12, 13)
LATER = date(2026, 11, 22)
LONG_AGO = date(2019, 12, 1)
"""Before the version of every nomenclature."""

G15_URI = "https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante"
BAD_KEY, GOOD_KEY, TOO_SHORT = "10990012349", "10990012345", "1099001234"


def cpts(*members: dict[str, Any], **facts: Any) -> CPTS:
    told = {"kind": "cpts", "id": "cpts-imaginaire", "members": [{"member": one} for one in members], **facts}
    structure = from_dict(told)
    assert isinstance(structure, CPTS)
    return structure


def somebody(**facts: Any) -> dict[str, Any]:
    return {"kind": "professional", "id": "p1", **facts}


def some_body(**facts: Any) -> dict[str, Any]:
    return {"kind": "organisation", "id": "o1", **facts}


def only(found: Conformance) -> Nonconformity:
    assert len(found.nonconformities) == 1, found.nonconformities
    return found.nonconformities[0]


@pytest.mark.parametrize(
    ("code", "role"), [("35", "313"), ("36", "314"), ("37", "315"), ("38", "316"), ("39", "317")]
)
def test_five_codes_of_professions_are_deprecated_from_their_day_on(code: str, role: str) -> None:
    assert conformance_of_codings([(G15_URI, code)], on=EVE).conforms
    one = only(conformance_of_codings([(G15_URI, code)], on=FIRST_DAY))
    assert one.concern is Concern.DEPRECATED
    assert one.path == "$[0]"
    assert one.code == f"TRE_G15-ProfessionSante#{code}"
    assert one.since == FIRST_DAY
    assert one.replaced_by == f"TRE_R85-RolePriseCharge#{role}"
    assert one.seen == "20250328120000"
    assert f"obsolète depuis le 13/12/2024 : écrire TRE_R291#99, avec le rôle TRE_R85#{role}" in one.text.fr
    assert f"deprecated since 2024-12-13: write TRE_R291#99, with the role TRE_R85#{role}" in one.text.en


def test_a_code_may_be_replaced_by_one_that_stands_alone_or_by_none() -> None:
    psychologist, sharer = conformance_of_codings([("G15", "93"), ("R94", "42")], on=LATER).nonconformities
    assert psychologist.text.fr.endswith(": écrire TRE_R95#93")
    assert (sharer.replaced_by, sharer.path) == (None, "$[1]")
    assert sharer.text.en.endswith(": no code that replaces it was read")


def test_a_code_is_not_valid_before_its_first_day() -> None:
    one = only(conformance_of_codings([("R95", "93")], on=date(2020, 5, 28)))
    assert (one.concern, one.since) == (Concern.NOT_YET_VALID, date(2020, 5, 29))
    assert one.text.fr == "TRE_R95#93 (Psychologue) n'est valable qu'à partir du 29/05/2020"
    assert one.text.en == "TRE_R95#93 (Psychologue) is valid only from 2020-05-29 on"
    assert conformance_of_codings([("R95", "93")], on=date(2020, 5, 29)).conforms


@pytest.mark.parametrize("on", [date(2021, 12, 16), date(2021, 12, 17), LATER])
def test_a_code_that_was_created_deprecated_always_is(on: date) -> None:
    one = only(conformance_of_codings([("G15", "93")], on=on))
    assert (one.concern, one.since) == (Concern.DEPRECATED, date(2021, 12, 17))


def test_a_code_that_a_whole_nomenclature_has_not_is_unknown() -> None:
    one = only(conformance_of_codings([("G15", "11")], on=EVE))
    assert (one.concern, one.code) == (Concern.UNKNOWN_CODE, "TRE_G15-ProfessionSante#11")
    assert one.text.fr == "TRE_G15#11 n'est pas dans TRE_G15 (version du 28/03/2025)"


def test_a_legal_status_is_judged_by_the_whole_of_both_nomenclatures() -> None:
    told = [("R72", "24"), ("R72", "80"), ("R400", "24"), ("R400", "80"), ("R400", "2160")]
    assert conformance_of_codings(told, on=date(2026, 6, 30)).conforms
    found = conformance_of_codings([("R72", "2160"), ("R72", "96"), ("R400", "96")], on=LATER)
    assert [one.concern for one in found.nonconformities] == [Concern.UNKNOWN_CODE] * 3


def test_of_a_nomenclature_read_through_a_value_set_the_value_set_is_named() -> None:
    one = only(conformance_of_codings([("R38", "SM99")], on=EVE))
    assert one.text.en == "TRE_R38#SM99 is not in JDV_J107 (version of 2026-07-30)"


@pytest.mark.parametrize(("system", "code"), [("R66", "999"), ("R85", "999"), ("R397", "999")])
def test_a_code_that_an_extract_has_not_may_exist(system: str, code: str) -> None:
    one = only(conformance_of_codings([(system, code)], on=EVE))
    assert one.concern is Concern.UNREAD
    assert "vérifier qu'il existe" in one.text.fr
    assert "check that it exists" in one.text.en


def test_a_text_that_is_no_code_is_not_repeated() -> None:
    one = only(conformance_of_codings([("R85", "Camille Imaginaire")], on=EVE))
    assert (one.concern, one.code) == (Concern.UNKNOWN_CODE, None)
    assert "Imaginaire" not in str(conformance_to_dict(Conformance(on=EVE, nonconformities=(one,))))


def test_a_commune_is_a_coding_that_is_judged_by_its_form() -> None:
    assert conformance_of_codings([("R13", "33063"), ("R13", "2A004")], on=EVE).conforms
    assert only(conformance_of_codings([("R13", "3306")], on=EVE)).concern is Concern.KEY


def test_other_systems_are_listed_once_and_cut() -> None:
    long = f"http://example.org/{'x' * 500}"
    found = conformance_of_codings(
        [("http://loinc.org", "1"), ("http://loinc.org", "2"), (long, "3")], on=EVE
    )
    assert found.conforms
    assert found.other_systems[0] == "http://loinc.org"
    assert len(found.other_systems) == 2
    assert len(found.other_systems[1]) < 250


def test_of_a_nomenclature_whose_version_was_not_read_that_is_said() -> None:
    inspection = Inspection(LATER)
    inspection.code(R13, "33063", "$")
    one = only(inspection.result())
    assert (one.concern, one.seen) == (Concern.UNREAD, None)
    assert "TRE_R13 (version non lue)" in one.text.fr
    assert inspection.result().notes == ()


@pytest.mark.parametrize(
    ("on", "notes"), [(date(2025, 3, 28), 0), (date(2025, 3, 29), 1)], ids=["that-day", "the-day-after"]
)
def test_after_the_day_of_its_version_a_nomenclature_is_said_to_be_known_up_to_then(
    on: date, notes: int
) -> None:
    found = conformance_of_codings([(G15_URI, "60"), (G15_URI, "10")], on=on)
    assert found.conforms
    assert len(found.notes) == notes
    for note in found.notes:
        assert note.system == "TRE_G15-ProfessionSante"
        assert note.text.fr.startswith("TRE_G15 : version du 28/03/2025, la dernière lue")
        assert note.text.en.startswith("TRE_G15: version of 2025-03-28, the last that was read")


def test_that_is_said_of_a_code_that_is_missing_too() -> None:
    assert [note.system for note in conformance_of_codings([("R38", "SM99")], on=LATER).notes] == [R38.name]


def test_a_category_may_be_known_from_an_older_publication() -> None:
    notes = conformance_of_codings([("R66", "604"), ("R66", "698")], on=date(2026, 1, 1)).notes
    assert [note.text.fr[:31] for note in notes] == ["TRE_R66 : version du 08/01/2021"]


@pytest.mark.parametrize(("on", "said"), [(date(2026, 2, 22), False), (date(2026, 2, 23), True)])
def test_the_value_set_of_categories_of_the_annuaire_changes_on_its_day(on: date, said: bool) -> None:
    found = conformance_of_codings([("R66", "604")], on=on)
    assert found.conforms
    assert any("JDV_J380" in note.text.fr for note in found.notes) == said


@pytest.mark.parametrize("system", CODE_SYSTEMS, ids=lambda system: system.label)
def test_whatever_is_active_conforms(system: CodeSystem) -> None:
    on = date(2026, 6, 1)
    for code in system.codes:
        assert conformance_of_codings([(system.uri, code.code)], on=on).conforms == code.active_on(on), (
            code.token
        )


# Dossiers


def test_a_dossier_that_tells_nothing_conforms() -> None:
    found = conformance(from_dict({"kind": "cpts", "id": "cpts-imaginaire"}), on=LATER)
    assert found == Conformance(on=LATER)


def test_the_professions_that_left_the_nomenclature_have_a_role_instead() -> None:
    structure = cpts(somebody(professions=["aide-soignant", "ambulancier", "infirmier"]))
    for on in (LONG_AGO, EVE, FIRST_DAY, LATER):
        assert conformance(structure, on=on).conforms, on


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("veterinaire", "vétérinaire : aucun code n'a été trouvé dans les nomenclatures lues"),
        (
            "assistant-de-regulation-medicale",
            "assistant de régulation médicale : aucun code n'a été trouvé dans",
        ),
    ],
)
def test_a_profession_without_a_code_is_told_with_its_place(slug: str, said: str) -> None:
    structure = cpts(somebody(professions=["infirmier", slug]))
    one = only(conformance(structure, on=LATER))
    assert (one.concern, one.code) == (Concern.NO_CODE, None)
    assert one.path == "$.members[0].member.professions[1]"
    assert one.text.fr.startswith(said)


def test_a_profession_may_have_no_code_yet() -> None:
    osteopath = cpts(somebody(professions=["osteopathe"]))
    one = only(conformance(osteopath, on=date(2017, 10, 12)))
    assert one.text.fr == "ostéopathe : aucun code n'est valable le 12/10/2017"
    assert one.text.en == "osteopath: no code is valid on 2017-10-12"
    assert conformance(osteopath, on=date(2017, 10, 13)).conforms


@pytest.mark.parametrize("profession", Profession, ids=lambda one: one.value)
def test_a_profession_conforms_where_it_has_a_code(profession: Profession) -> None:
    found = conformance(cpts(somebody(professions=[profession.value])), on=LATER)
    assert found.conforms == bool(profession.codes)


def test_savoir_faire_and_categories_are_codes() -> None:
    structure = cpts(
        somebody(savoir_faire=["SM54", "SM99"]),
        some_body(finess_category="604"),
        some_body(id="o2", finess_category="999"),
    )
    speciality, category = conformance(structure, on=EVE).nonconformities
    # TRE_R38 was read through a value set: what is not in it may exist.
    assert (speciality.concern, speciality.path) == (Concern.UNREAD, "$.members[0].member.savoir_faire[1]")
    assert (category.concern, category.path) == (Concern.UNREAD, "$.members[2].member.finess_category")


@pytest.mark.parametrize(
    ("facts", "path"),
    [
        ({"members": [{"member": somebody(rpps=BAD_KEY)}]}, "$.members[0].member.rpps"),
        ({"members": [{"member": somebody(rpps=TOO_SHORT)}]}, "$.members[0].member.rpps"),
        ({"members": [{"member": somebody(practises_in="3306")}]}, "$.members[0].member.practises_in"),
        ({"members": [{"member": some_body(siren="123456789")}]}, "$.members[0].member.siren"),
        ({"members": [{"member": some_body(siret="12345678901234")}]}, "$.members[0].member.siret"),
        ({"members": [{"member": some_body(finess="330000002")}]}, "$.members[0].member.finess"),
        ({"finess": "330000002"}, "$.finess"),
        ({"finess_ej": "330000002"}, "$.finess_ej"),
        ({"siret": "12345678901234"}, "$.siret"),
        ({"seat_commune": "99100"}, "$.seat_commune"),
        ({"projet": {"territory": {"communes": ["33063", "33"]}}}, "$.projet.territory.communes[1]"),
        ({"projet": {"territory": {"border_communes": ["2C004"]}}}, "$.projet.territory.border_communes[0]"),
        (
            {"projet": {"territory": {"figures": [{"commune": "00001"}]}}},
            "$.projet.territory.figures[0].commune",
        ),
    ],
)
def test_a_doubtful_number_is_told_with_its_place_and_not_repeated(facts: dict[str, Any], path: str) -> None:
    structure = from_dict({"kind": "cpts", "id": "cpts-imaginaire", **facts})
    one = only(conformance(structure, on=LATER))
    assert (one.concern, one.path, one.code) == (Concern.KEY, path, None)
    number = value_at(to_dict(structure), path)
    assert number not in one.text.fr + one.text.en


def test_good_numbers_are_passed_over() -> None:
    structure = cpts(
        somebody(rpps=GOOD_KEY, practises_in="2A004"),
        some_body(siren="356000000", finess="2A0000014"),
        finess="330000019", seat_commune="33063", finess_ej=None,
    )  # fmt: skip
    assert conformance(structure, on=LATER).about(Concern.KEY) == ()


def test_somebody_may_practise_in_a_foreign_country() -> None:
    assert conformance(cpts(somebody(practises_in="99109")), on=LATER).conforms
    assert only(conformance(cpts(somebody(practises_in="991")), on=LATER)).concern is Concern.KEY


def test_in_a_register_the_path_begins_by_the_structure() -> None:
    register = Register((cpts(), attrs.evolve(cpts(finess="330000002"), id="autre-cpts-imaginaire")))
    assert only(conformance(register, on=LATER)).path == "$.structures[1].finess"


def test_what_is_found_can_be_asked_for_by_kind() -> None:
    found = conformance(cpts(somebody(rpps=BAD_KEY, savoir_faire=["SM99"])), on=LATER)
    assert not found.conforms
    assert [one.concern for one in found.about(Concern.KEY)] == [Concern.KEY]
    assert len(found.about(Concern.KEY, Concern.UNREAD)) == 2
    assert found.about(Concern.DEPRECATED) == ()


def value_at(data: Any, path: str) -> Any:
    """What stands at a path of plain keys and places."""
    for key, place in re.findall(r"\.(\w+)|\[(\d+)\]", path):
        data = data[key] if key else data[int(place)]
    return data


STRANGE = st.one_of(st.text(max_size=16), st.sampled_from([BAD_KEY, "SM54", "SM99", "604", "33063", "2A004"]))


@given(
    structure=facts(CPTS),
    person=facts(Professional),
    told=STRANGE,
    on=st.dates(date(2000, 1, 1), date(2040, 1, 1)),
)
def test_every_path_leads_to_what_it_speaks_of(
    structure: CPTS, person: Professional, told: str, on: date
) -> None:
    person = attrs.evolve(person, rpps=told, savoir_faire=(told,), professions=tuple(Profession))
    membership = from_dict({"kind": "cpts", "id": "x", "members": [{"member": somebody()}]}).members[0]
    structure = attrs.evolve(structure, members=(attrs.evolve(membership, member=person),), finess=told)
    found = conformance(structure, on=on)
    plain = to_dict(structure)
    for one in found.nonconformities:
        value = value_at(plain, one.path)
        assert isinstance(value, str)
        if one.concern is Concern.KEY and len(value) > 8:
            assert value not in one.text.fr + one.text.en
        if one.since is not None:
            assert (one.since <= on) == (one.concern is Concern.DEPRECATED)
    assert json.loads(json.dumps(conformance_to_dict(found)))["conforms"] == found.conforms


def test_the_labels_of_concerns_are_of_two_languages() -> None:
    assert len({concern.label.fr for concern in Concern}) == len(Concern)
    assert len({concern.label.en for concern in Concern}) == len(Concern)


# FHIR


def practitioner(*codings: dict[str, str], rpps: str = GOOD_KEY) -> dict[str, Any]:
    return {
        "resourceType": "Practitioner",
        "identifier": [{"system": "https://rpps.esante.gouv.fr", "value": rpps}],
        "telecom": [{"system": "phone", "value": "0000000000"}],
        "qualification": [{"code": {"coding": [coding]}} for coding in codings],
    }


def bundle(*resources: dict[str, Any]) -> dict[str, Any]:
    return {"resourceType": "Bundle", "entry": [{"resource": resource} for resource in resources]}


@pytest.mark.parametrize(("on", "conforms"), [(EVE, True), (FIRST_DAY, False)])
def test_a_bundle_that_still_says_aide_soignant_is_told(on: date, conforms: bool) -> None:
    found = conformance_of_fhir(bundle(practitioner({"system": G15_URI, "code": "35"})), on=on)
    assert found.conforms == conforms
    for one in found.nonconformities:
        assert one.path == "$.entry[0].resource.qualification[0].code.coding[0].code"
        assert one.replaced_by == "TRE_R85-RolePriseCharge#313"


@pytest.mark.parametrize(
    ("system", "value", "good"),
    [
        ("https://rpps.esante.gouv.fr", BAD_KEY, False),
        ("http://rpps.esante.gouv.fr", BAD_KEY, False),
        ("https://finess.esante.gouv.fr", "330000002", False),
        ("https://finess.esante.gouv.fr", "2A0000014", True),
        ("https://sirene.fr", "356000000", True),
        ("https://sirene.fr", "356000001", False),
        ("https://sirene.fr", "35600000000048", True),
        ("https://sirene.fr", "12345678901234", False),
        ("https://rppsrang.esante.gouv.fr", "12", False),
        ("urn:oid:1.2.250.1.71.4.2.1", f"8{GOOD_KEY}", True),
        ("urn:oid:1.2.250.1.71.4.2.1", f"8{BAD_KEY}", False),
        ("urn:oid:1.2.250.1.71.4.2.2", "1330000002", False),
        ("https://www.example.org", "anything", True),
    ],
)
def test_the_identifiers_of_a_resource_are_checked(system: str, value: str, good: bool) -> None:
    resource = {"resourceType": "Practitioner", "identifier": [{"system": system, "value": value}]}
    found = conformance_of_fhir(resource, on=LATER)
    assert found.conforms == good
    for one in found.nonconformities:
        assert (one.concern, one.path) == (Concern.KEY, "$.identifier[0].value")
        assert value not in one.text.fr + one.text.en


def test_the_number_of_an_activity_is_no_rpps() -> None:
    activity = {**practitioner(rpps="123"), "resourceType": "PractitionerRole"}
    assert conformance_of_fhir(bundle(activity), on=LATER).conforms
    assert not conformance_of_fhir(
        bundle({**activity, "contained": [practitioner(rpps="123")]}), on=LATER
    ).conforms


@given(data=st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from([G15_URI, "35"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["system", "code", "value", "coding", "resourceType", "été"]), inner, max_size=4
    ),
    max_leaves=12,
))  # fmt: skip
def test_whatever_plain_data_is_walked_through(data: Any) -> None:
    assert isinstance(conformance_of_fhir(data, on=LATER), Conformance)


def test_what_is_nested_too_deep_is_refused() -> None:
    data: Any = {}
    for _ in range(200):
        data = [data]
    with pytest.raises(BadDossier, match="deep"):
        conformance_of_fhir(data, on=LATER)


def test_the_examples_of_the_annuaire_use_codes_that_are_valid() -> None:
    for path in sorted(shared("fhir").glob("*.json")):
        (found,) = conformance_of_file(path, on=date(2026, 6, 1))
        assert found.about(*(set(Concern) - {Concern.KEY})) == (), path.name


# Files


def test_every_example_of_the_project_has_codes_that_conform() -> None:
    for path in sorted(EXAMPLES.glob("*.json")):
        (found,) = conformance_of_file(path, on=LATER)
        assert found.about(*(set(Concern) - {Concern.KEY, Concern.NO_CODE})) == (), path.name


def test_a_file_of_lines_is_judged_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    good, bad = cpts(), attrs.evolve(cpts(finess="330000002"), id="autre")
    path.write_text("".join(json.dumps(to_dict(one)) + "\n" for one in (good, bad)), encoding="utf-8")
    assert [found.conforms for found in conformance_of_file(path, on=LATER)] == [True, False]


def test_a_toml_dossier_and_a_register_are_read(tmp_path: Path) -> None:
    toml = tmp_path / "one.toml"
    toml.write_text('kind = "cpts"\nid = "x"\nfiness = "330000002"\n', encoding="utf-8")
    assert only(conformance_of_file(toml, on=LATER)[0]).path == "$.finess"
    register = tmp_path / "register.json"
    structures = [to_dict(cpts(finess="330000002")), {"kind": "cpts", "id": "autre"}]
    register.write_text(json.dumps({"kind": "register", "structures": structures}), encoding="utf-8")
    assert only(conformance_of_file(register, on=LATER)[0]).path == "$.structures[0].finess"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"resourceType": "Practitioner"', "not JSON"),
        ('{"resourceType": "Practitioner", "a": 1, "a": 2}', "twice"),
        ("[]", "object"),
        ('{"kind": "cpts"}', "'id' is missing"),
    ],
)
def test_a_file_that_is_neither_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadDossier, match=problem) as refused:
        conformance_of_file(path, on=LATER)
    assert refused.value.source == str(path)


def test_the_plain_data_is_all_that_was_found() -> None:
    found = conformance_of_codings([(G15_URI, "39"), ("http://loinc.org", "1")], on=LATER)
    assert conformance_to_dict(found) == {
        "format": "cpts-model/conformance",
        "version": 1,
        "on": "2026-11-22",
        "conforms": False,
        "nonconformities": [
            {
                "concern": "deprecated",
                "path": "$[0]",
                "held_by": None,
                "code": "TRE_G15-ProfessionSante#39",
                "since": "2024-12-13",
                "replaced_by": "TRE_R85-RolePriseCharge#317",
                "seen": "20250328120000",
                "text": {
                    "fr": "TRE_G15#39 (Préparateur en pharmacie (officine)) est obsolète depuis le 13/12/2024 : "
                    "écrire TRE_R291#99, avec le rôle TRE_R85#317",
                    "en": "TRE_G15#39 (Préparateur en pharmacie (officine)) is deprecated since 2024-12-13: "
                    "write TRE_R291#99, with the role TRE_R85#317",
                },
            }
        ],
        "notes": [
            {
                "system": "TRE_G15-ProfessionSante",
                "seen": "20250328120000",
                "text": {
                    "fr": "TRE_G15 : version du 28/03/2025, la dernière lue ; ce qui aurait changé depuis n'est pas connu",
                    "en": "TRE_G15: version of 2025-03-28, the last that was read; what may have changed since is not known",
                },
            }
        ],
        "other_systems": ["http://loinc.org"],
    }


@pytest.mark.parametrize("value", [10999000002, 1.5, True, 0])
def test_a_number_of_a_program_is_no_identifier_and_no_code(value: object) -> None:
    """FHIR writes both as texts: a number has lost its leading zeros."""
    held = {"system": "https://rpps.esante.gouv.fr", "value": value}
    found = conformance_of_fhir({"resourceType": "Practitioner", "identifier": [held]}, on=LATER)
    assert [(one.concern, one.path) for one in found.nonconformities] == [
        (Concern.KEY, "$.identifier[0].value")
    ]
    coded = conformance_of_fhir({"resourceType": "X", "c": {"system": G15_URI, "code": value}}, on=LATER)
    assert [(one.concern, one.path) for one in coded.nonconformities] == [(Concern.UNKNOWN_CODE, "$.c.code")]
    commune = conformance_of_fhir({"resourceType": "X", "c": {"system": "TRE_R13", "code": value}}, on=LATER)
    assert [one.concern for one in commune.nonconformities] == [Concern.KEY]


@pytest.mark.parametrize("value", [None, {}, []])
def test_what_is_neither_is_passed_over(value: object) -> None:
    for key in ("value", "code"):
        assert conformance_of_fhir(
            {"resourceType": "X", "c": {"system": G15_URI, key: value}}, on=LATER
        ).conforms
