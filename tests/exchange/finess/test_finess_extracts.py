"""The extracts of lines and columns of the FINESS register."""

import csv
from datetime import date

import pytest

from cpts_model.engine.unknown import UNKNOWN
from cpts_model.exchange.extracts import BadExtract
from cpts_model.exchange.finess import FinessFormat, read_finess
from cpts_model.exchange.finess.places import commune_of, departement_agreed
from exchange.finess.finess_files import (
    EJ,
    ET,
    HEADER,
    SIRET,
    keyed,
    named,
    named_file,
    official,
    official_file,
)
from shared_data import shared


def only(path, **asked):
    [one] = read_finess(path, **asked)
    return one


def faults_of(path):
    with pytest.raises(BadExtract) as caught:
        list(read_finess(path))
    return [(fault.line, fault.column) for fault in caught.value.faults]


def test_a_line_of_the_official_extract(tmp_path):
    extract = read_finess(official_file(tmp_path, official()))
    assert extract.header.format is FinessFormat.ETALAB
    assert extract.header.extracted_on == date(2026, 5, 12)
    assert extract.header.version == "111"
    [one] = extract
    assert (one.finess, one.finess_ej, one.siret, one.category) == (ET, EJ, SIRET, "604")
    assert one.name == "CPTS DES DEUX RIVES"
    assert one.long_name == "COMMUNAUTE PROFESSIONNELLE TERRITORIALE DE SANTE DES DEUX RIVES"
    assert (one.commune, one.departement, one.postal_code) == ("33063", "33", "33000")
    assert (one.opened_on, one.authorised_on) == (date(2020, 6, 1), date(2020, 5, 2))
    assert one.updated_on == date(2025, 1, 31)
    assert one.closed_on is UNKNOWN
    assert one.active is UNKNOWN
    assert not one.is_closed
    assert one.doubts == ()
    assert one.place.line == 2


def test_an_extract_is_read_anew_by_each_loop(tmp_path):
    extract = read_finess(official_file(tmp_path, official()))
    assert list(extract) == list(extract) != []


def test_what_a_cell_does_not_tell_is_unknown_and_never_none(tmp_path):
    empty = dict.fromkeys(
        [
            "nofinessej",
            "rs",
            "rslongue",
            "commune",
            "departement",
            "ligneacheminement",
            "libcategetab",
            "siret",
            "dateouv",
            "dateautor",
            "datemaj",
        ],
        "",
    )
    one = only(official_file(tmp_path, official(**empty)))
    for field in [
        "finess_ej",
        "name",
        "long_name",
        "commune",
        "departement",
        "postal_code",
        "category_label",
        "siret",
        "opened_on",
        "authorised_on",
        "updated_on",
    ]:
        assert getattr(one, field) is UNKNOWN, field
    assert one.doubts == ()


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-8-sig"])
def test_accents_are_read_whatever_the_encoding(tmp_path, encoding):
    path = official_file(tmp_path, official(rslongue="MAISON MÉDICALE"), encoding=encoding)
    assert only(path).long_name == "MAISON MÉDICALE"


def test_windows_characters_in_a_latin_1_file_are_what_they_were_meant_to_be(tmp_path):
    """Four names of the extract of January 2021 have such an apostrophe."""
    path = tmp_path / "extrait"
    path.write_bytes(f"{HEADER}\n{official(rs='L@ABBÉ')}\n".encode("latin-1").replace(b"@", b"\x92"))
    one = only(path)
    assert one.name == "L\N{RIGHT SINGLE QUOTATION MARK}ABBÉ"
    assert one.doubts == ()


def test_controls_are_replaced_and_told(tmp_path):
    one = only(official_file(tmp_path, official(rs="A\x07B")))
    assert one.name == "A B"
    assert [doubt.column for doubt in one.doubts] == ["rs"]


def test_names_that_hold_quotes_are_quoted_in_recent_extracts(tmp_path):
    # Seen on lines of 2021 and of 2026: 1,722 names of the first are written so.
    one = only(official_file(tmp_path, official(rs='"MAISON ""LES; PINS"""')))
    assert one.name == 'MAISON "LES; PINS"'


def test_quotes_that_quote_nothing_are_letters(tmp_path):
    one = only(official_file(tmp_path, official(rs='"LES PINS', rslongue='MAISON "LES PINS"')))
    assert (one.name, one.long_name) == ('"LES PINS', 'MAISON "LES PINS"')


def test_a_return_within_a_line_is_a_blank(tmp_path):
    path = tmp_path / "extrait"
    path.write_bytes(f"{HEADER}\r\n{official(rs=chr(34) + 'A@B' + chr(34))}\r\n".replace("@", "\r").encode())
    assert only(path).name == "A B"


def test_geolocations_are_passed_over(tmp_path):
    place = f"geolocalisation;{ET};417000.5;6420000.1;1,ATLASANTE,96,BAN;2026-05-04"
    assert len(list(read_finess(official_file(tmp_path, official(), place)))) == 1


# --- Where it stands ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("departement", "commune", "code"),
    [
        ("01", "451", "01451"),
        ("75", "113", "75113"),
        ("2A", "004", "2A004"),
        ("2B", "033", "2B033"),
        # As on lines of the extract of 12 May 2026: Les Abymes, Ducos, Cayenne, Saint-Denis, Koungou, Uvea.
        ("9A", "101", "97101"),
        ("9B", "207", "97207"),
        ("9C", "302", "97302"),
        ("9D", "411", "97411"),
        ("9E", "502", "97502"),
        ("9F", "610", "97610"),
        ("9J", "613", "98613"),
        # Saint-Barthélemy and Saint-Martin, which left Guadeloupe in 2007.
        ("9A", "123", "97701"),
        ("9A", "127", "97801"),
    ],
)
def test_the_commune_of_two_columns(departement, commune, code):
    assert commune_of(departement, commune) == code


@pytest.mark.parametrize(
    ("departement", "commune"),
    [
        ("", ""), ("01", ""), ("", "451"), ("20", "004"), ("9A", "201"), ("9G", "101"), ("971", "101"), ("01", "4511"),
        ("01", "45"), ("00", "001"), ("99", "100"), ("9A", "1O1"), ("97", "101 "), ("2a", "004"), ("9A", ""),
    ],
)  # fmt: skip
def test_a_commune_that_is_not_sure_is_unknown(departement, commune):
    assert commune_of(departement, commune) is UNKNOWN


def test_a_commune_that_is_not_sure_is_told(tmp_path):
    one = only(official_file(tmp_path, official(departement="20", commune="004")))
    assert (one.commune, one.departement) == (UNKNOWN, UNKNOWN)
    assert [(doubt.place.line, doubt.column) for doubt in one.doubts] == [(2, "commune")]


@pytest.mark.parametrize(
    ("number", "postal_code", "departement"),
    [
        ("33000123", "33000", "33"),
        ("2A000123", "20137", "2A"),
        ("2B000123", "20600", "2B"),
        ("2B000123", "20220", "2B"),
        ("97010001", "97139", "971"),
        ("97010001", "97133", "977"),
        ("97010001", "97150", "978"),
        ("97020001", "97224", "972"),
        ("97030001", "97306", "973"),
        ("97040001", "97405", "974"),
        ("98050001", "97620", "976"),
        ("98060001", "98600", "986"),
    ],
)
def test_number_and_postal_code_that_agree_tell_the_departement(number, postal_code, departement):
    assert departement_agreed(keyed(number), postal_code) == departement


@pytest.mark.parametrize(
    ("number", "postal_code"),
    [
        ("24000123", "33220"),  # a postal code of Gironde that serves a commune of Dordogne
        ("44000123", "49400"),
        ("2A000123", "20600"),
        ("2A000123", "20900"),
        ("97020001", "97133"),
        ("98050001", "97405"),
        ("98000001", "97620"),
        ("97000001", "97139"),
        ("33000123", "3300"),
        ("33000123", "3300O"),
        ("33000123", "٣٣٠٠٠"),
        ("96000123", "96000"),
        ("33000123", UNKNOWN),
    ],
)
def test_number_and_postal_code_that_do_not_leave_it_unknown(number, postal_code):
    assert departement_agreed(keyed(number), postal_code) is UNKNOWN


# --- Columns by their names ---------------------------------------------------------------------


def test_a_line_of_named_columns(tmp_path):
    extract = read_finess(named_file(tmp_path, named()))
    assert extract.header.format is FinessFormat.COLUMNS
    assert extract.header.extracted_on is UNKNOWN
    [one] = extract
    assert (one.finess, one.finess_ej, one.siret, one.category) == (ET, EJ, SIRET, "604")
    assert (one.name, one.long_name) == ("CPTS DES DEUX RIVES", UNKNOWN)
    assert (one.commune, one.departement, one.postal_code) == (UNKNOWN, "33", "33000")
    assert (one.opened_on, one.updated_on) == (date(2020, 6, 1), date(2025, 1, 31))


def test_the_order_of_the_columns_does_not_matter(tmp_path):
    header = "CATEGETAB ; autre;nofinesset"
    one = only(official_file(tmp_path, f"603;x;{ET}", header=header))
    assert (one.finess, one.category, one.name) == (ET, "603", UNKNOWN)


def test_a_departement_that_is_not_sure_is_told(tmp_path):
    one = only(named_file(tmp_path, named(code_postal="24100")))
    assert one.departement is UNKNOWN
    assert [doubt.column for doubt in one.doubts] == ["code_postal"]


def test_a_column_told_twice_is_refused(tmp_path):
    path = official_file(tmp_path, "x", header="nofinesset;categetab;siret;siret")
    assert faults_of(path) == [(1, "siret")]


def test_doubts_and_faults_call_columns_as_the_file_does(tmp_path):
    one = only(named_file(tmp_path, named(date_ouverture="hier", raison_sociale="A\x07")))
    assert [doubt.column for doubt in one.doubts] == ["raison_sociale", "date_ouverture"]


# --- What is doubtful is told, what is wrong refused ------------------------------------------------


@pytest.mark.parametrize(
    ("column", "value", "field", "kept"),
    [
        ("nofinesset", "330001230", "finess", "330001230"),
        ("nofinessej", "330001240", "finess_ej", "330001240"),
        ("siret", "12345678200011", "siret", "12345678200011"),
        ("siret", "1234", "siret", UNKNOWN),
        ("categetab", "60", "category", UNKNOWN),
        ("categetab", "CPTS", "category", UNKNOWN),
        ("dateouv", "01/06/2020", "opened_on", UNKNOWN),
        ("dateouv", "2020-02-30", "opened_on", UNKNOWN),
        ("datemaj", "20250131", "updated_on", UNKNOWN),
    ],
)
def test_a_doubtful_cell_is_told_without_its_value(tmp_path, column, value, field, kept):
    one = only(official_file(tmp_path, official(**{column: value})))
    assert getattr(one, field) == kept
    [doubt] = one.doubts
    assert (doubt.place.line, doubt.column) == (2, column)
    for lang in ("fr", "en"):
        assert value not in doubt.to(lang)
        assert doubt.to(lang).startswith(("ligne 2, colonne ", "line 2, column "))


def test_a_lower_case_letter_of_corsica_is_put_in_capitals(tmp_path):
    number = keyed("2A000123")
    one = only(official_file(tmp_path, official(nofinesset=number.lower())))
    assert one.finess == number
    assert one.doubts == ()


@pytest.mark.parametrize("value", ["", "   ", "33000123", "3300012345", "33000123X", "33 000 123 4"])
def test_without_a_number_there_is_no_establishment(tmp_path, value):
    assert faults_of(official_file(tmp_path, official(nofinesset=value))) == [(2, "nofinesset")]
    assert faults_of(named_file(tmp_path, named(nofinesset=value))) == [(2, "nofinesset")]


def test_a_message_holds_no_value_of_the_file(tmp_path):
    path = official_file(
        tmp_path, official(nofinesset="SECRET"), "SECRET;SECRET", official(nofinessej="SECRET")
    )
    with pytest.raises(BadExtract) as caught:
        list(read_finess(path))
    assert "SECRET" not in str(caught.value)
    assert [fault.line for fault in caught.value.faults] == [2, 3, 4]


def test_a_bad_line_hides_no_other(tmp_path):
    path = official_file(tmp_path, official(), official() + ";", official())
    found = []
    with pytest.raises(BadExtract, match="line 3: it has 33 fields, not 32"):
        found.extend(read_finess(path))
    assert [one.place.line for one in found] == [2, 4]


def test_reading_stops_where_faults_do_not(tmp_path):
    path = official_file(tmp_path, *["structureet;x"] * 500)
    with pytest.raises(BadExtract, match="reading stopped after 49 faults") as caught:
        list(read_finess(path))
    assert len(caught.value.faults) == 50


@pytest.mark.parametrize("line", ["structureet;", "autre;x", "geolocalisation;x", '"', named()])
def test_a_line_of_another_form_is_refused(tmp_path, line):
    assert faults_of(official_file(tmp_path, official(), line)) == [(3, None)]


def test_a_line_with_a_field_too_many_among_named_columns_is_refused(tmp_path):
    assert faults_of(named_file(tmp_path, named() + ";")) == [(2, None)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no file of the FINESS register"),
        (b"\n\n", "no file of the FINESS register"),
        (b"nom;prenom\n", "no file of the FINESS register"),
        (
            "\ufefffiness;etalab;111;2026-05-12\n".encode("utf-16-le"),
            "it is in UTF-16 .* save it as 'CSV UTF-8'",
        ),
        (b"[1]", "no file of the FINESS register"),
        (b"<?xml version='1.0'?>", "no file of the FINESS register"),
        (b"nofinesset;raison_sociale\n", "no file of the FINESS register"),
        (b"structureet;330001234;\n", "the first line is missing"),
        (b"finess;etalab\n", "no day of extraction"),
        (b"finess;etalab;1;hier\n", "no day of extraction"),
        (b"finess;etalab;1;2026-02-30\n", "no day of extraction"),
        (b"\x1f\x8bnot gzip", "damaged"),
    ],
)
def test_another_file_is_refused(tmp_path, content, said):
    path = tmp_path / "fichier.csv"
    path.write_bytes(content)
    with pytest.raises(BadExtract, match=said):
        read_finess(path)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(BadExtract, match="regular file"):
        read_finess(tmp_path)


def test_an_extract_that_says_no_version_has_none(tmp_path):
    path = official_file(tmp_path, official(), header="finess;etalab;;2026-05-12")
    assert read_finess(path).header.version is UNKNOWN


def test_an_extract_is_known_by_its_content_and_not_by_its_name(tmp_path):
    path = tmp_path / "etalab.json"
    path.write_text(f"\n{HEADER}\n{official()}\n", encoding="utf-8")
    assert only(path).finess == ET


# --- Filters --------------------------------------------------------------------------------------


def test_filters_keep_what_is_known_to_be_asked_for(tmp_path):
    lines = [
        official(),
        official(categetab="603"),
        official(departement="24", commune="322"),
        official(departement="20", commune="004"),
        official(categetab="?"),
    ]
    path = official_file(tmp_path, *lines)

    def found(**asked):
        return [one.place.line for one in read_finess(path, **asked)]

    assert found() == [2, 3, 4, 5, 6]
    assert found(categories=["604"]) == [2, 4, 5]
    assert found(departements=["33"]) == [2, 3, 6]
    assert found(categories={"604", "603"}, departements={"33"}) == [2, 3]
    assert found(categories=()) == []


# --- The real cut -------------------------------------------------------------------------------------


def test_every_establishment_of_the_real_cut_is_read():
    path = next(shared("finess").glob("finess_603_*.csv"))
    found = list(read_finess(path))
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(found) == len(rows) == 2236
    for one, row in zip(found, rows, strict=True):
        assert one.finess == row["nofinesset"]
        assert one.finess_ej == row["nofinessej"]
        assert one.category == row["categetab"]
        assert one.postal_code == row["code_postal"]
        assert (one.siret if row["siret"] else "") == row["siret"]
        assert str(one.opened_on) == row["date_ouverture"]
        assert str(one.updated_on) == row["date_maj"]
        assert str(one.departement)[:2] == {"20": row["nofinesset"][:2]}.get(
            row["code_postal"][:2], row["code_postal"][:2]
        )
        assert one.doubts == ()  # every number of the cut is valid


def test_a_dossier_is_told_for_what_it_is(tmp_path):
    path = tmp_path / "msp.json"
    path.write_text('{"kind": "msp", "id": "a"}')
    with pytest.raises(BadExtract, match="a dossier or a register of cpts_model, which needs no import"):
        read_finess(path)
