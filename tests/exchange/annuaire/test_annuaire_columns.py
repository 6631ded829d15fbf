"""The header of an extract: columns by their names, wherever they stand, and files that are not read."""

import gzip
import zipfile
from pathlib import Path

import pytest

from cpts_model.engine.unknown import UNKNOWN
from cpts_model.exchange.annuaire import Activity, read_annuaire
from cpts_model.exchange.annuaire.columns import COLUMNS, Row
from cpts_model.exchange.extracts import BadExtract
from exchange.annuaire.extract_file import NAMES, ODILE, SITE, cells, extract, line, text
from shared_data import shared

FULL = cells(type="S", savoir_faire="SI01", finess=SITE, genre="GENR01", fonction="FON-01")


def faults(path: Path) -> BadExtract:
    with pytest.raises(BadExtract) as bad:
        [*read_annuaire(path)]
    return bad.value


def test_every_cell_of_a_row_has_a_column():
    assert tuple(COLUMNS) == Row._fields


def test_the_last_cells_of_a_row_are_those_of_an_activity():
    row = Row._make(Row._fields)
    assert row.activity == Activity._fields
    assert row.held == ("profession", "category", "savoir_faire_type", "savoir_faire", "fonction")


def test_the_names_are_those_of_the_published_header():
    header = (shared("annuaire_sante") / "PS_LibreAcces_Personne_activite.header.txt").read_text("utf-8")
    assert header.strip() == "".join(f"{name}|" for name in NAMES)
    assert len(NAMES) == 56
    assert {column.name for column in COLUMNS.values()} <= set(NAMES)


def test_the_ten_invented_rows_of_the_reference_data():
    path = shared("annuaire_sante") / "PS_LibreAcces_Personne_activite_SYNTHETIQUE.txt"
    found = [one.professional for one in read_annuaire(path)]
    assert [one.rpps for one in found] == [
        line.split("|")[1] for line in path.read_text("utf-8").splitlines()[1:]
    ]
    assert [[job.value for job in one.professions] for one in found] == [
        ["medecin"],
        ["medecin"],
        ["medecin"],
        ["infirmier"],
        ["infirmier"],
        ["masseur-kinesitherapeute"],
        ["pharmacien"],
        ["sage-femme"],
        ["orthophoniste"],
        ["psychologue"],
    ]
    assert [one.is_generaliste for one in found[:3]] == [True, True, False]
    assert found[4].is_ipa
    assert {one.practises_in for one in found} == {"04166"}


def test_columns_are_found_wherever_they_stand(tmp_path):
    plain = [*read_annuaire(extract(tmp_path, FULL))]
    assert [*read_annuaire(extract(tmp_path, FULL, names=["Colonne nouvelle", *NAMES[::-1]]))] == plain


@pytest.mark.parametrize(
    "written",
    [
        str.upper,
        "  {} ".format,
        lambda name: name.replace("é", "e"),
        lambda name: name.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}"),
    ],
    ids=["capitals", "spaces", "accents", "apostrophe"],
)
def test_columns_are_known_however_they_are_written(tmp_path, written):
    plain = [*read_annuaire(extract(tmp_path, FULL))]
    path = tmp_path / "autre.txt"
    head = "".join(f"{written(name)}|" for name in NAMES)
    path.write_text(f"{head}\n{line(FULL)}\n", "utf-8")
    assert [*read_annuaire(path)] == plain


@pytest.mark.parametrize("change", ["\ufeff{}", "{}\n\n", "{}"], ids=["bom", "blank-lines", "plain"])
def test_marks_and_blank_lines_change_nothing(tmp_path, change):
    plain = [*read_annuaire(extract(tmp_path, FULL))]
    path = tmp_path / "autre.txt"
    path.write_text(change.format(text([FULL])).replace("\n", "\r\n"), "utf-8", newline="")
    assert [*read_annuaire(path)] == plain


def test_the_last_bar_may_be_left_out(tmp_path):
    plain = [*read_annuaire(extract(tmp_path, FULL))]
    path = tmp_path / "autre.txt"
    path.write_text("".join(f"{one.removesuffix('|')}\n" for one in text([FULL]).splitlines()), "utf-8")
    assert [*read_annuaire(path)] == plain


def test_other_extracts_call_two_columns_otherwise(tmp_path):
    other = {"Code fonction": "Code rôle", "Code genre d'activité": "Code genre activité"}
    path = tmp_path / "autre.txt"
    head = "".join(f"{other.get(name, name)}|" for name in NAMES)
    path.write_text(f"{head}\n{line(FULL)}\n", "utf-8")
    (found,) = read_annuaire(path)
    assert (found.activities[0].fonction, found.activities[0].genre) == ("FON-01", "GENR01")


def test_a_column_that_is_needed_and_missing_is_named(tmp_path):
    bad = faults(
        extract(tmp_path, FULL, names=[n for n in NAMES if n not in ("Code profession", "Numéro SIRET site")])
    )
    assert [(fault.line, fault.column) for fault in bad.faults] == [
        (1, "Code profession"),
        (1, "Numéro SIRET site"),
    ]
    assert bad.source == str(tmp_path / "PS_LibreAcces_Personne_activite_invente.txt")


def test_a_column_that_is_not_read_may_be_missing(tmp_path):
    plain = [*read_annuaire(extract(tmp_path, FULL))]
    names = [n for n in NAMES if not n.startswith(("Libellé", "Téléphone", "Bureau", "Raison sociale"))]
    assert [*read_annuaire(extract(tmp_path, FULL, names=names))] == plain


def test_a_column_that_stands_twice_is_refused(tmp_path):
    bad = faults(extract(tmp_path, FULL, names=[*NAMES, "Code profession"]))
    assert [(fault.line, fault.column) for fault in bad.faults] == [(1, "Code profession")]


@pytest.mark.parametrize("gone", [{"Code savoir-faire"}, {"Code savoir-faire", "Code type savoir-faire"}])
def test_without_the_columns_of_savoir_faire_it_is_unknown_and_told(tmp_path, gone):
    (found,) = read_annuaire(extract(tmp_path, FULL, names=[name for name in NAMES if name not in gone]))
    assert found.professional.savoir_faire is UNKNOWN
    assert [note.fact for note in found.notes] == ["savoir_faire"]
    assert "autre fichier" in found.notes[0].text.fr


@pytest.mark.parametrize(
    "column",
    [
        "Date de naissance",
        "Code commune de naissance",
        "Adresse e-mail (coord. correspondance)",
        "DATE  DE\tNAISSANCE",
        "Pays de Náissance",
        "date_naissance",
        "DateNaissance",
        "CoordCorrespondance",
    ],
)
def test_an_extract_of_restricted_access_is_refused_and_told_why(tmp_path, column):
    bad = faults(extract(tmp_path, FULL, names=[*NAMES[:3], column, *NAMES[3:]]))
    assert "restricted" in str(bad)
    assert "PS_LibreAcces_Personne_activite" in str(bad)


def test_a_reconnaissance_is_no_naissance(tmp_path):
    plain = [*read_annuaire(extract(tmp_path, FULL))]
    assert [*read_annuaire(extract(tmp_path, FULL, names=[*NAMES, "Date de reconnaissance"]))] == plain


def test_a_restricted_extract_is_refused_before_any_row_is_read(tmp_path):
    path = extract(tmp_path, names=[*NAMES, "Date de naissance"])
    path.write_bytes(path.read_bytes() + b"cut|\n")
    assert [fault.line for fault in faults(path).faults] == [1]


def test_lines_that_end_by_cr_alone_are_refused_and_do_not_hold_nobody(tmp_path):
    """The bar that ends the header would let the whole file pass for a header of many columns."""
    path = tmp_path / "ancien.txt"
    path.write_bytes(text([FULL]).replace("\n", "\r").encode())
    message = str(faults(path))
    assert "CR" in message
    assert ODILE not in message


@pytest.mark.parametrize("content", [b"", b"\n \n\n"])
def test_an_empty_file(tmp_path, content):
    path = tmp_path / "vide.txt"
    path.write_bytes(content)
    assert "empty" in str(faults(path))


def test_a_header_alone_holds_nobody(tmp_path):
    assert [*read_annuaire(extract(tmp_path))] == []


def test_a_zip_archive_is_to_be_unpacked(tmp_path):
    path = tmp_path / "extraction.zip"
    path.write_bytes(b"PK\x03\x04\x14\x00 something packed")
    assert "unpack" in str(faults(path))


def test_an_archive_of_the_extract_is_to_be_unpacked(tmp_path):
    path = tmp_path / "extraction.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(extract(tmp_path, FULL), "PS_LibreAcces_Personne_activite_invente.txt")
    assert "a zip archive: unpack it" in str(faults(path))


def test_a_workbook_is_no_archive_to_unpack(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "membres.xlsx"
    openpyxl.Workbook().save(path)
    old = tmp_path / "membres.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    for workbook in (path, old):
        message = str(faults(workbook))
        assert "Excel workbook" in message
        assert "unpack" not in message
        assert "\n" not in message


def test_what_is_compressed_is_told_to_be(tmp_path):
    path = tmp_path / "extrait.txt.gz"
    path.write_bytes(gzip.compress(extract(tmp_path, FULL).read_bytes()))
    assert "gzip" in str(faults(path))


def test_any_other_file_is_told_in_one_line_what_the_extract_begins_with(tmp_path):
    path = tmp_path / "image.bin"
    path.write_bytes(bytes(range(256)) * 400)
    message = str(faults(path))
    assert "\n" not in message
    assert "Type d'identifiant PP" in message


def test_another_file_of_the_extraction_is_told_in_one_line(tmp_path):
    message = str(faults(extract(tmp_path, names=[*NAMES[:9], "Code diplôme"])))
    assert "\n" not in message
    assert "columns are not as in PS_LibreAcces_Personne_activite" in message
    assert "another file of the extraction" in message


def test_a_folder_is_no_extract(tmp_path):
    assert "regular file" in str(faults(tmp_path))


@pytest.mark.parametrize("content", [f"8|{ODILE}|8{ODILE}|RÊVÉE|Odile|\n", "nom;prénom\nRÊVÉE;Odile\n"])
def test_a_file_with_no_header_is_no_extract_and_is_not_quoted(tmp_path, content):
    path = tmp_path / "autre.txt"
    path.write_text(content, "utf-8")
    message = str(faults(path))
    assert "\n" not in message
    assert 'its first column should be "Type d\'identifiant PP"' in message
    assert "Odile" not in message
    assert ODILE not in message
    assert "RÊVÉE" not in message
