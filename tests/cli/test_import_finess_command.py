"""The FINESS register on the command line."""

import errno
import json
from pathlib import Path

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

from cpts_model.exchange.dossier import read_dossiers
from exchange.finess.finess_files import ET, SIRET, keyed, named, named_file, official, official_file
from register_file import run
from shared_data import shared

OTHER = keyed("33000125")
BAD_SIRET = SIRET[:13] + str((int(SIRET[13]) + 1) % 10)


@pytest.fixture
def extract(tmp_path: Path) -> str:
    return str(
        official_file(
            tmp_path,
            official(),
            official(nofinesset=OTHER, categetab="603", departement="24", commune="322"),
            official(nofinesset=keyed("33000126"), categetab="500"),
        )
    )


def left_in(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_without_an_output_it_counts_and_writes_nothing(tmp_path, extract):
    result = run("import", "finess", extract)
    assert result.exit_code == 0, result.output
    assert result.output.splitlines() == [
        "Répertoire FINESS, extrait officiel des établissements (etalab) du 12/05/2026",
        "3 établissements lus",
        "2 à reprendre",
        "  1 catégorie 603 (Maison de santé (L6223-3))",
        "  1 catégorie 604 (Communauté Professionnelle Territoriale de Santé (CPTS))",
        "1 écarté",
        "  1 catégorie 500 (Etablissement d'hébergement pour personnes âgées dépendantes)",
        "Rien n'est écrit sans -o.",
    ]
    assert left_in(tmp_path) == ["extrait"]


def test_a_dossier_a_line(tmp_path, extract):
    output = tmp_path / "dossiers.jsonl"
    result = run("import", "finess", extract, "-o", str(output), "--lang", "en")
    assert result.exit_code == 0, result.output
    assert f"2 dossiers written to {output}" in result.output
    assert [one.finess for one in read_dossiers(output)] == [ET, OTHER]


def test_only_what_was_asked_for(tmp_path, extract):
    output = tmp_path / "dossiers"
    result = run(
        "import",
        "finess",
        extract,
        "-o",
        str(output),
        "--category",
        "604",
        "--category",
        "603",
        "--departement",
        "33",
    )
    assert result.exit_code == 0, result.output
    assert "1 dans un autre département" in result.output
    assert left_in(output) == [f"finess-{ET}.json"]


def test_a_dry_run_says_and_does_not(tmp_path, extract):
    result = run("import", "finess", extract, "-o", str(tmp_path / "x.jsonl"), "--dry-run")
    assert result.exit_code == 0, result.output
    assert "2 à reprendre" in result.output
    assert "Rien n'est écrit (--dry-run)." in result.output
    assert left_in(tmp_path) == ["extrait"]


def test_doubts_of_one_kind_are_told_together_with_their_places(tmp_path):
    lines = [official(nofinesset=keyed(f"330001{index:02}"), siret=BAD_SIRET) for index in range(10)]
    path = official_file(tmp_path, *lines, official(nofinesset=keyed("33000200"), dateouv="hier"))
    result = run("import", "finess", str(path))
    assert result.exit_code == 1
    assert "11 doutes" in result.output
    assert "  10 × le numéro SIRET n'est pas valide ; il est gardé tel quel" in result.output
    assert "    ligne 2, colonne siret, ligne 3, colonne siret," in result.output
    assert "ligne 9, colonne siret, … et 2 autres\n" in result.output
    assert "  1 × ce n'est pas une date (AAAA-MM-JJ) ; la date reste inconnue" in result.output
    assert BAD_SIRET not in result.output


def test_more_doubts_than_are_kept_are_counted(tmp_path):
    result = run("import", "finess", str(official_file(tmp_path, *[official()] * 1003)), "--lang", "en")
    assert "1002 doubts" in result.output
    assert "  … and 2 more" in result.output
    assert "1002 with a number seen already" in result.output


def test_categories_that_are_many_are_told_together(tmp_path):
    lines = [official(categetab=str(number)) for number in range(201, 213)] + [official(categetab="?")] * 2
    result = run("import", "finess", str(official_file(tmp_path, *lines)))
    assert "2 catégorie inconnue" in result.output
    assert "3 de 3 autres catégories" in result.output


def test_a_full_disk_is_told_of_the_output_and_not_of_the_file_that_is_read(tmp_path, extract, monkeypatch):
    def full(*args: object, **kwargs: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    output = tmp_path / "dossiers"
    result = run("import", "finess", extract, "-o", str(output))
    assert result.exit_code == 2
    assert f"{output}: No space left on device" in result.output + result.stderr
    assert left_in(tmp_path) == ["extrait"]


def test_a_file_that_is_not_there_is_named(tmp_path):
    result = run("import", "finess", str(tmp_path / "non"), "-o", str(tmp_path / "x.jsonl"))
    assert result.exit_code == 2
    assert f"{tmp_path / 'non'}: No such file" in result.output + result.stderr


def test_a_dossier_that_is_there_is_named(tmp_path, extract):
    output = tmp_path / "dossiers"
    output.mkdir()
    (output / f"finess-{ET}.json").write_text("mine")
    result = run("import", "finess", extract, "-o", str(output))
    assert result.exit_code == 2
    assert f"finess-{ET}.json: it is there already" in result.output + result.stderr


def test_as_json(tmp_path):
    path = named_file(tmp_path, named(siret=BAD_SIRET), named(categetab="500", nofinesset=OTHER))
    result = run("import", "finess", str(path), "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.output) == {
        "format": "columns",
        "extracted_on": None,
        "version": None,
        "read": 2,
        "taken": {"604": 1},
        "left_out": {
            "other_categories": {"500": 1},
            "other_departement": 0,
            "unknown_departement": 0,
            "closed": 0,
            "twice": 0,
        },
        "doubt_count": 1,
        "doubts": [
            {
                "line": 2,
                "path": None,
                "column": "siret",
                "fr": "le numéro SIRET n'est pas valide ; il est gardé tel quel",
                "en": "the SIRET number is not valid; it is kept as it is",
            }
        ],
        "written": None,
    }


def test_as_json_with_a_day_and_a_file(tmp_path, extract):
    output = tmp_path / "x.jsonl"
    told = json.loads(run("import", "finess", extract, "--format", "json", "-o", str(output)).output)
    assert (told["extracted_on"], told["version"], told["written"]) == ("2026-05-12", "111", str(output))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--category", "500", "-o", "x.jsonl"), "only 124, 439, 603, 604, 647 become dossiers"),
        (("--category", "cpts"), "is no FINESS category"),
        (("--departement", "9A"), "is not a département code"),
        (("--departement", "20"), "is not a département code"),
    ],
)
def test_what_cannot_be_asked_for_is_refused(tmp_path, extract, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    result = run("import", "finess", extract, *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.output.replace("│", " ").split())
    assert left_in(tmp_path) == ["extrait"]


def test_a_departement_in_small_letters_is_one(tmp_path, extract):
    assert run("import", "finess", extract, "--departement", "2a").exit_code == 0


def test_the_file_that_is_read_is_not_written_over(tmp_path, extract):
    before = Path(extract).read_bytes()
    result = run("import", "finess", extract, "-o", extract)
    assert result.exit_code == 2
    assert "it is the file that is read" in result.output
    assert Path(extract).read_bytes() == before


def test_a_file_that_is_there_is_not_replaced(tmp_path, extract):
    output = tmp_path / "x.jsonl"
    output.write_text("mine")
    result = run("import", "finess", extract, "-o", str(output))
    assert result.exit_code == 2
    assert "it is there already" in result.output
    assert output.read_text() == "mine"


def test_a_bad_file_is_told_with_its_line_and_leaves_nothing(tmp_path):
    path = official_file(tmp_path, official(), official(nofinesset="SECRET"))
    result = run("import", "finess", str(path), "-o", str(tmp_path / "x"))
    assert result.exit_code == 2
    assert "line 3, column 'nofinesset': a FINESS number has nine digits" in result.output
    assert "SECRET" not in result.output
    assert left_in(tmp_path) == ["extrait"]


def test_a_file_that_is_not_there_is_told(tmp_path):
    result = run("import", "finess", str(tmp_path / "non"))
    assert result.exit_code == 2
    assert "No such file" in result.output


def test_without_ijson_it_is_a_failure_that_names_the_extra(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "ijson", None)
    path = tmp_path / "flux"
    path.write_text('{"pmej": []}')
    result = run("import", "finess", str(path))
    assert "cpts-model[registries]" in str(result.exception)


def test_the_real_cut(tmp_path):
    path = next(shared("finess").glob("finess_603_*.csv"))
    result = run("import", "finess", str(path), "--category", "604", "-o", str(tmp_path / "cpts"))
    assert result.exit_code == 0, result.output
    assert "61 repris" in result.output
    assert len(left_in(tmp_path / "cpts")) == 61
