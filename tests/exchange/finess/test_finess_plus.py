"""FINESS+: one JSON document, as it is published and as its first schema has it."""

import copy
import gzip
import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

pytest.importorskip("ijson", reason="FINESS+ needs the extra cpts-model[registries]")

from cpts_model.engine.errors import MissingExtra
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.exchange.extracts import BadExtract
from cpts_model.exchange.finess import FinessEngagement, FinessFormat, read_finess, stream
from exchange.finess.finess_files import (
    EJ,
    ENGAGEMENT,
    ET,
    R397_MOS,
    R397_SMT,
    SIRET,
    first_schema,
    keyed,
    published,
    written,
)
from shared_data import shared

ABSENT = object()


def only(path):
    [one] = read_finess(path)
    return one


def changed(document: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """A document with another value at a path, or without it."""
    document = copy.deepcopy(document)
    holder = document
    for step in path[:-1]:
        holder = holder[step]
    if value is ABSENT:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return document


def faults_of(path) -> list[str]:
    with pytest.raises(BadExtract) as caught:
        list(read_finess(path))
    return [str(fault) for fault in caught.value.faults]


EGE = ("pmej", 0, "ege", 0)
INFORMATION = (*EGE, "informationsGeneralesEGE")


def test_a_document_as_it_is_published(tmp_path):
    extract = read_finess(written(tmp_path, published()))
    assert extract.header.format is FinessFormat.FINESS_PLUS
    assert extract.header.extracted_on == date(2026, 3, 9)
    assert extract.header.version == "v1.0.0"
    [one] = extract
    assert (one.finess, one.finess_ej, one.siret, one.category) == (ET, EJ, SIRET, "604")
    assert (one.name, one.long_name) == ("CPTS DES DEUX RIVES", "CPTS DES DEUX RIVES LONGUE")
    assert (one.commune, one.departement, one.postal_code) == ("33063", "33", "33000")
    assert (one.opened_on, one.authorised_on) == (date(2020, 6, 1), date(2020, 5, 2))
    assert (one.closed_on, one.updated_on) == (UNKNOWN, date(2025, 1, 31))
    assert one.active is True
    assert not one.is_closed
    assert (one.entity_name, one.entity_siren, one.entity_status) == (
        "ASSOCIATION DES DEUX RIVES",
        "123456782",
        "60",
    )
    assert one.engagements == (
        FinessEngagement(
            kind="CONV", subkind="ACI", effective_on=date(2021, 1, 1), signed_on=date(2020, 12, 15)
        ),
    )
    assert one.doubts == ()
    assert one.place.path == "$.pmej[0].ege[0]"


def test_a_document_of_the_first_schema(tmp_path):
    one = only(written(tmp_path, first_schema()))
    assert (one.finess, one.finess_ej, one.siret, one.category) == (ET, EJ, SIRET, "604")
    assert (one.name, one.long_name) == ("CPTS DES DEUX RIVES", UNKNOWN)
    assert (one.commune, one.departement, one.postal_code) == ("33063", "33", "33000")
    assert one.updated_on == date(2025, 1, 31)
    assert (one.entity_siren, one.entity_status) == ("123456782", "60")
    assert one.header.extracted_on is UNKNOWN


def test_a_compressed_document_is_read_as_it_is(tmp_path):
    path = tmp_path / "flux"
    path.write_bytes(gzip.compress(json.dumps(published()).encode()))
    assert only(path) == only(written(tmp_path, published()))


def test_a_mark_of_utf_8_before_the_document_is_passed_over(tmp_path):
    path = tmp_path / "flux"
    path.write_text(json.dumps(published()), encoding="utf-8-sig")
    assert only(path).finess == ET


@pytest.mark.parametrize("system", [R397_MOS, R397_SMT, R397_SMT.upper().replace("HTTPS", "http")])
def test_both_addresses_of_the_categories_are_known(tmp_path, system):
    document = changed(
        first_schema(), (*EGE, "categorieEntiteGeographiqueExercice"), {"code": "604", "system": system}
    )
    assert only(written(tmp_path, document)).category == "604"


@pytest.mark.parametrize(
    "key", [("dateOuverture",), ("nomEgeLong",), ("siret",), ("datePremiereAutorisation",)]
)
def test_what_the_published_files_leave_out_is_unknown(tmp_path, key):
    document = changed(published(), (*INFORMATION, *key), ABSENT)
    told = {"dateOuverture": "opened_on", "nomEgeLong": "long_name", "siret": "siret"}
    assert getattr(only(written(tmp_path, document)), told.get(key[0], "authorised_on")) is UNKNOWN


def test_without_engagements_told_they_are_unknown_and_with_an_empty_list_there_are_none(tmp_path):
    assert only(written(tmp_path, changed(published(), (*EGE, "engagement"), ABSENT))).engagements is UNKNOWN
    assert only(written(tmp_path, changed(published(), (*EGE, "engagement"), []))).engagements == ()


@pytest.mark.parametrize(
    ("state", "closed", "is_closed"),
    [("A", ABSENT, False), ("I", ABSENT, True), ("A", "2020-01-01", False), ("I", "2020-01-01", True),
     ("Z", ABSENT, False), ("Z", "2026-03-09", True), ("Z", "2026-03-10", False)],
)  # fmt: skip
def test_closed_is_what_the_register_says_is(tmp_path, state, closed, is_closed):
    """Without a state that is known, the day tells: up to the day of the extract, 9 March 2026."""
    document = changed(published(), (*EGE, "etatObjet"), state)
    if closed is not ABSENT:
        document = changed(document, (*INFORMATION, "dateFermeture"), closed)
    one = only(written(tmp_path, document))
    assert one.is_closed is is_closed
    assert [doubt.column for doubt in one.doubts] == (["etatObjet"] if state == "Z" else [])


def test_a_day_of_closing_without_a_day_of_extract_is_past(tmp_path):
    document = changed(published(), ("generatedAt",), ABSENT)
    document = changed(
        changed(document, (*EGE, "etatObjet"), "Z"), (*INFORMATION, "dateFermeture"), "2030-01-01"
    )
    assert only(written(tmp_path, document)).is_closed


# --- The address ------------------------------------------------------------------------------------


def address(commune: str, use: str) -> dict[str, str]:
    return {"cogCommune": commune, "codePostal": "33000", "usageAdresse": use}


@pytest.mark.parametrize(
    ("addresses", "commune", "told"),
    [
        ([address("33063", "04")], "33063", []),
        ([address("33063", "04"), address("33281", "03")], "33281", []),
        ([], UNKNOWN, []),
        ([address("33063", "04"), address("33281", "06")], UNKNOWN, ["adresse"]),
        ([address("33063", "03"), address("33281", "03")], UNKNOWN, ["adresse"]),
        ([address("33000X", "03")], UNKNOWN, ["cogCommune"]),
        ([address("20004", "03")], UNKNOWN, ["cogCommune"]),
        ([address("97701", "03")], "97701", []),
    ],
)
def test_the_commune_is_that_of_the_principal_address(tmp_path, addresses, commune, told):
    one = only(written(tmp_path, changed(published(), (*EGE, "adresse"), addresses)))
    assert one.commune == commune
    assert [doubt.column for doubt in one.doubts] == told
    departements = {"33063": "33", "33281": "33", "97701": "977"}
    assert one.departement == departements.get(str(commune), UNKNOWN)


def test_an_address_that_is_not_told_is_unknown(tmp_path):
    one = only(written(tmp_path, changed(published(), (*EGE, "adresse"), ABSENT)))
    assert (one.commune, one.postal_code, one.doubts) == (UNKNOWN, UNKNOWN, ())


# --- Doubts and faults: the path, and no value --------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ((*INFORMATION, "numFinessEge"), "330001230", "$.pmej[0].ege[0].informationsGeneralesEGE.numFinessEge"),
        ((*INFORMATION, "siret"), "12345678200011", "$.pmej[0].ege[0].informationsGeneralesEGE.siret"),
        ((*INFORMATION, "dateOuverture"), "hier", "$.pmej[0].ege[0].informationsGeneralesEGE.dateOuverture"),
        ((*EGE, "categorieentiteGeographiqueExercice"), "6O4", "$.pmej[0].ege[0].categorieentiteGeographiqueExercice"),
        (("pmej", 0, "informationsGeneralesPMEJ", "numFinessPm"), "330001240", "$.pmej[0].informationsGeneralesPMEJ.numFinessPm"),
        ((*EGE, "engagement", 0, "dateSignatureEngagement"), "hier", "$.pmej[0].ege[0].engagement[0].dateSignatureEngagement"),
    ],
)  # fmt: skip
def test_a_doubt_names_the_path(tmp_path, path, value, place):
    [doubt] = only(written(tmp_path, changed(published(), path, value))).doubts
    assert doubt.where("fr") == doubt.where("en") == place
    assert value not in doubt.to("fr")


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ((*INFORMATION, "numFinessEge"), ABSENT, "numFinessEge: this key is missing"),
        ((*INFORMATION, "numFinessEge"), "SECRET", "numFinessEge: it is not written as"),
        ((*INFORMATION, "siret"), "1234", "siret: it is not written as"),
        ((*INFORMATION, "siret"), None, "siret: null is not a text"),
        ((*INFORMATION, "dateOuverture"), 20200601, "dateOuverture: number is not a text"),
        (INFORMATION, ABSENT, "informationsGeneralesEGE: this key is missing"),
        (INFORMATION, [], "informationsGeneralesEGE: list is not an object"),
        ((*EGE, "etatObjet"), ABSENT, "etatObjet: this key is missing"),
        ((*EGE, "engagement"), {}, "engagement: object is not a list"),
        ((*EGE, "engagement", 0), "SECRET", "engagement[0]: text is not an object"),
        ((*EGE, "adresse", 0, "cogCommune"), ABSENT, "adresse[0].cogCommune: this key is missing"),
        (("pmej", 0, "informationsGeneralesPMEJ"), ABSENT, "$.pmej[0].informationsGeneralesPMEJ: this key is missing"),
        (("pmej", 0, "informationsGeneralesPmej"), {}, "stand side by side"),
        (("pmej", 0), 1, "$.pmej[0]: number is not an object"),
        (("pmej", 0), True, "$.pmej[0]: truth value is not an object"),
        (("pmej",), ABSENT, "the key 'pmej' is missing"),
        (("pmej",), {}, "the key 'pmej' is missing"),
        (("pmej",), {"item": {}}, "the key 'pmej' is missing"),
    ],
)  # fmt: skip
def test_a_fault_names_the_path_and_no_value(tmp_path, path, value, said):
    faults = faults_of(written(tmp_path, changed(published(), path, value)))
    assert any(said in fault for fault in faults)
    assert "SECRET" not in "".join(faults)
    assert all("$" in fault for fault in faults)


def test_a_first_schema_entity_has_an_establishment(tmp_path):
    [fault] = faults_of(written(tmp_path, changed(first_schema(), ("pmej", 0, "ege"), [])))
    assert fault == "$.pmej[0]: a legal entity has one establishment at least, under ege"


def test_an_entity_of_the_published_files_may_have_no_establishment(tmp_path):
    assert list(read_finess(written(tmp_path, changed(published(), ("pmej", 0, "ege"), [])))) == []
    assert list(read_finess(written(tmp_path, changed(published(), ("pmej", 0, "ege"), ABSENT)))) == []


def test_a_bad_establishment_hides_no_other(tmp_path):
    document = published()
    bad = changed(document["pmej"][0]["ege"][0], ("etatObjet",), 1)
    document["pmej"][0]["ege"].append(bad)
    document["pmej"].append(document["pmej"][0] | {"ege": document["pmej"][0]["ege"][:1]})
    found = []
    with pytest.raises(BadExtract, match=re.escape("$.pmej[0].ege[1].etatObjet: number is not a text")):
        found.extend(read_finess(written(tmp_path, document)))
    assert [one.place.path for one in found] == ["$.pmej[0].ege[0]", "$.pmej[1].ege[0]"]


@pytest.mark.parametrize(
    "entity", [{"activitesAutorisees": []}, {"numFiness": EJ}, {"numeroFiness": EJ, "ege": []}]
)
def test_the_flow_of_activities_is_told_apart(tmp_path, entity):
    [fault] = faults_of(written(tmp_path, {"schemaVersion": "v1.0.1", "pmej": [entity]}))
    assert "flow of activities" in fault
    assert "no structures" in fault


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "broken off"),
        ('{"pmej": [', "broken off"),
        ('{"pmej": []} x', "broken off"),
        ('{"pmej": [1e]}', "broken off"),
        ('{"gco": 1' + "0" * 5000 + "}", "broken off"),
        ('{"pmej": [], "pmej": []}', "stands twice"),
        ('{"pmej": [{"ege": [], "ege": []}]}', "stands twice"),
        ('{"gco": ' + "[" * 100 + "]" * 100 + "}", "nested deeper than 64"),
        ('{"gco": ' + "[" * 63 + "]" * 63 + "}", "'pmej' is missing"),
        ('{"pmej": [' + '{"ege": ' * 70, "nested deeper than 64"),
    ],
)
def test_a_document_that_is_broken_is_refused(tmp_path, text, said):
    path = tmp_path / "flux"
    path.write_text(text, encoding="utf-8")
    assert said in " ".join(faults_of(path))


@pytest.mark.parametrize("ill", [b"\xff", b'"\xff"'])
def test_what_is_not_utf_8_is_refused(tmp_path, ill):
    path = tmp_path / "flux"
    path.write_bytes(b'{"pmej": [], "x": ' + ill + b"}")
    assert "broken off" in " ".join(faults_of(path))


def test_a_compressed_document_that_breaks_off_is_refused(tmp_path):
    path = tmp_path / "flux"
    whole = gzip.compress(json.dumps(published()).encode())
    path.write_bytes(whole[:-9])
    assert "not whole" in " ".join(faults_of(path))


def test_an_extract_of_lines_is_not_read_compressed(tmp_path):
    path = tmp_path / "flux"
    path.write_bytes(gzip.compress(b"finess;etalab;1;2026-05-12\n"))
    with pytest.raises(BadExtract, match="decompress this file first"):
        read_finess(path)


@pytest.mark.parametrize("where", ['{"pmej": [{"x": "%s"}]}', '{"gco": "%s"}', '{"pmej": []}%s'])
def test_an_entity_has_a_longest_length(tmp_path, monkeypatch, where):
    monkeypatch.setattr(stream, "MAX_ENTITY", 200_000)
    path = tmp_path / "flux"
    path.write_text(where.replace("%s", " " * 300_000), encoding="utf-8")
    assert "this is no entity" in " ".join(faults_of(path))


def test_an_entity_has_a_most_of_values(tmp_path, monkeypatch):
    monkeypatch.setattr(stream, "MAX_VALUES", 500)
    document = published()
    document["pmej"] = document["pmej"] * 3
    assert len(list(read_finess(written(tmp_path, document)))) == 3
    document["pmej"][1] = document["pmej"][1] | {"ege": [1] * 501}
    assert faults_of(written(tmp_path, document)) == ["$.pmej[1]: more than 500 values: this is no entity"]


def test_a_document_has_a_longest_length(tmp_path, monkeypatch):
    """However small it is on the disk."""
    monkeypatch.setattr(stream, "MAX_DOCUMENT", 2 * 1024**2)
    path = tmp_path / "flux"
    text = '{"gco": [' + "1," * 2_000_000 + '1], "pmej": []}'
    path.write_bytes(gzip.compress(text.encode()))
    assert path.stat().st_size < 100_000
    assert "this is no flow of FINESS+" in " ".join(faults_of(path))


def test_a_siren_with_a_wrong_key_is_kept_and_told(tmp_path):
    document = published()
    document["pmej"][0]["informationsGeneralesPMEJ"]["siren"] = "123456789"
    [one] = read_finess(written(tmp_path, document))
    assert one.entity_siren == "123456789"
    [doubt] = one.doubts
    assert doubt.where("en") == "$.pmej[0].informationsGeneralesPMEJ.siren"
    assert "SIREN" in doubt.problem.fr


def test_many_entities_may_be_longer_together(tmp_path, monkeypatch):
    monkeypatch.setattr(stream, "MAX_ENTITY", 200_000)
    document = published()
    document["pmej"] = document["pmej"] * 300
    path = written(tmp_path, document)
    assert path.stat().st_size > 400_000
    assert len(list(read_finess(path))) == 300


def test_the_slow_parser_of_ijson_reads_the_same(tmp_path, monkeypatch):
    """It stands in where the fast one was not built."""
    import ijson

    path = written(tmp_path, published())
    fast = list(read_finess(path))
    monkeypatch.setattr(ijson, "basic_parse", ijson.get_backend("python").basic_parse)
    assert list(read_finess(path)) == fast
    path.write_text('{"pmej": [')
    assert "broken off" in " ".join(faults_of(path))


def test_without_ijson_the_extra_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "ijson", None)
    with pytest.raises(MissingExtra, match=re.escape("cpts-model[registries]")):
        read_finess(written(tmp_path, published()))


# --- Beside the first schema -----------------------------------------------------------------------------

UNREAD = (
    "gco", "gcc", "pmej.[].adresse", "pmej.[].evenement", "pmej.[].etatObjet", "pmej.[].ege.[].roleEge",
    "pmej.[].ege.[].engagement.[].engagementId",
    *(f"pmej.[].ege.[].adresse.[].{key}" for key in
      ("numeroVoie", "typeVoie", "libelleVoie", "complementVoie", "complementPointGeographique", "lieuDit",
       "ligneAcheminement", "coordonneesGeographique")),
    *(f"pmej.[].informationsGeneralesPmej.{key}" for key in
      ("pm_smsseId", "codeApe", "complementAdressePmSmsse", "dateCreation", "dateDerniereModificationSirene",
       "dateFermeture", "etatObjet", "fonctionPublique", "categorieEntiteGeographiqueExercice", "typeGroupeGco",
       "typePersonneMorale", "metadonneeId", "dateDerniereMaj")),
)  # fmt: skip
"""What the schema demands something of, and is not read: refused by the schema, not by the reader."""


def paths_of(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if at:
        yield at
    for key, inside in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from paths_of(inside, (*at, key))


def shown(path: tuple[str | int, ...]) -> str:
    return ".".join("[]" if isinstance(step, int) else step for step in path)


def mutants() -> Iterator[tuple[str, Any]]:
    valid = first_schema()
    for path in paths_of(valid):
        for value in (ABSENT, None, 1, True, "x", "x" * 9, "1" * 15, [], {}, [1], {"x": 1}, {"system": "x"}):
            yield shown(path), changed(valid, path, value)


def test_what_the_first_schema_refuses_of_what_is_read_is_refused(tmp_path):
    jsonschema = pytest.importorskip("jsonschema", reason="compares with the published schema")
    text = (shared("finess") / "finess-plus_schema-structures-v1.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    undefined = set(re.findall(r"#/definitions/(\w+)", text)) - set(schema["definitions"])
    assert undefined == {
        *("codingRoleEGE", "codingTypeBudget", "codingModeFixationTarifaire", "codingCategorieExercice"),
        *("codingEtatObjet", "informationsGeneralesEGE"),
    }
    schema["definitions"] |= {
        name: {} for name in undefined
    }  # what it refers to and does not define asks nothing
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid(first_schema())
    refused, let_through = 0, set()
    for where, document in mutants():
        if validator.is_valid(document):
            continue
        try:
            list(read_finess(written(tmp_path, document)))
            let_through.add(where)
        except BadExtract:
            refused += 1
    assert refused > 200
    assert {where for where in let_through if not where.startswith(UNREAD)} == set()
    assert {part for part in UNREAD if not any(where.startswith(part) for where in let_through)} == set()


def test_a_number_of_nine_letters_passes_the_schema_and_not_the_reader(tmp_path):
    """The one demand beyond the schema: the XML schema of the register says which place may be a letter."""
    assert "not written as" in " ".join(
        faults_of(written(tmp_path, changed(published(), (*INFORMATION, "numFinessEge"), "ABCDEFGHI")))
    )


def test_a_corsican_number_passes(tmp_path):
    number = keyed("2A000123")
    one = only(written(tmp_path, changed(published(), (*INFORMATION, "numFinessEge"), number)))
    assert (one.finess, one.doubts) == (number, ())


def test_several_engagements_are_all_told(tmp_path):
    document = changed(published(), (*EGE, "engagement"), [ENGAGEMENT, {}])
    assert only(written(tmp_path, document)).engagements[1] == FinessEngagement()
