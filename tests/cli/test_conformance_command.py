"""The command that holds codes and numbers against a day. Every person and number is invented."""

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

import typer
from typer.testing import CliRunner, Result

from cpts_model import cli
from cpts_model.cli.conforming import conformance
from golden import EXAMPLES

app = typer.Typer()
app.command("conformance")(conformance)

DOUBTFUL = "10990012349"
"""An RPPS number whose key is wrong."""

BUNDLE = {
    "resourceType": "Bundle",
    "entry": [
        {
            "resource": {
                "resourceType": "Practitioner",
                "identifier": [{"system": "https://rpps.esante.gouv.fr", "value": DOUBTFUL}],
                "qualification": [
                    {
                        "code": {
                            "coding": [
                                {"system": "TRE_G15", "code": "35"},
                                {"system": "http://x.org", "code": "1"},
                            ]
                        }
                    }
                ],
            }
        }
    ],
}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return written(tmp_path / "bundle.json", BUNDLE)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    members = [{"member": {"kind": "professional", "id": "p1", "professions": ["infirmier"]}}]
    return written(tmp_path / "sound.json", {"kind": "cpts", "id": "cpts-imaginaire", "members": members})


def written(path: Path, data: Any) -> Path:
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_it_tells_what_is_to_be_mended_and_where(bundle: Path) -> None:
    result = run(bundle, "--on", "2025-01-01")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{bundle}, au 01/01/2025",
        " ! $.entry[0].resource.identifier[0].value (numéro douteux)",
        "   numéro RPPS : la clé de contrôle est fausse ; comparer chaque caractère avec la source du numéro",
        " ✗ $.entry[0].resource.qualification[0].code.coding[0].code (code obsolète)",
        "   TRE_G15#35 (Aide-soignant) est obsolète depuis le 13/12/2024 : écrire TRE_R291#99, avec le rôle TRE_R85#313",
        "",
        " Codes non vérifiés (systèmes) :",
        "   http://x.org",
    ]


def test_the_day_before_only_the_number_is_doubtful(bundle: Path) -> None:
    result = run(bundle, "--on", "2024-12-12", "--lang", "en")
    assert result.exit_code == 1
    assert "(doubtful number)" in result.stdout
    assert "deprecated" not in result.stdout


@pytest.mark.parametrize("format", ["text", "json"])
def test_no_number_is_repeated(bundle: Path, format: str) -> None:
    assert DOUBTFUL not in run(bundle, "--on", "2025-01-01", "--format", format).output


def test_nothing_to_report_ends_with_zero_and_still_says_up_to_when_codes_are_known(sound: Path) -> None:
    result = run(sound, "--on", "2026-11-22")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"{sound}, au 22/11/2026",
        " Rien à signaler.",
        "",
        " Nomenclatures, à la dernière version lue ; ce qui a changé depuis n'est pas connu :",
        "   TRE_G15 : 28/03/2025",
    ]
    in_english = run(sound, "--on", "2026-11-22", "--lang", "en").stdout
    assert "Nothing to report." in in_english
    assert (
        "in the last version that was read; what has changed since is not known:\n   TRE_G15: 2025-03-28\n"
        in in_english
    )


def test_what_else_is_to_be_known_of_a_nomenclature_is_told_apart(tmp_path: Path) -> None:
    coded = {
        "resourceType": "X",
        "a": [{"system": "TRE_R291", "code": "99"}, {"system": "TRE_R400", "code": "24"}],
    }
    told = run(written(tmp_path / "coded.json", coded), "--on", "2026-11-22").stdout
    if "À savoir :" in told:
        assert told.index("À savoir :") < told.index("Nomenclatures, à la dernière")
    assert told.count("la dernière version lue") == 1


def test_a_number_is_told_with_the_member_who_has_it(tmp_path: Path) -> None:
    members = [{"member": {"kind": "professional", "id": "p-inventee", "rpps": DOUBTFUL}}]
    one = {"kind": "cpts", "id": "cpts-imaginaire", "seat_commune": "3306", "members": members}
    result = run(written(tmp_path / "one.json", one), "--on", "2025-01-01")
    assert " ! p-inventee, $.members[0].member.rpps (numéro douteux)\n" in result.stdout
    assert " ! cpts-imaginaire, $.seat_commune (numéro douteux)\n" in result.stdout
    assert DOUBTFUL not in result.stdout
    two = {"kind": "register", "structures": [{"kind": "msp", "id": "autre"}, one]}
    path = written(tmp_path / "two.json", two)
    found = json.loads(run(path, "--on", "2025-01-01", "--format", "json").stdout)["nonconformities"]
    assert {each["path"]: each["held_by"] for each in found} == {
        "$.structures[1].members[0].member.rpps": "p-inventee",
        "$.structures[1].seat_commune": "cpts-imaginaire",
    }


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("PS_LibreAcces.txt", "Type d'identifiant PP|Identifiant PP|Nom\n", "'import annuaire' reads it"),
        ("etalab.csv", "finess;etalab;93;2031-01-01\n", "'import finess' reads it"),
        ("etalab.xml", '<?xml version="1.0"?><finess/>', "'import finess' reads it"),
        ("list.csv", "a;b\n", "'import finess' and 'import annuaire' read extracts of registers"),
    ],
)
def test_of_another_file_it_says_which_command_reads_it(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    for target in (path, tmp_path / f"missing-{name}"):
        result = run(target)
        assert result.exit_code == 2
        assert (
            f"{target}: dossiers and registers (.json, .toml, .jsonl) and FHIR resources (.json)"
            in result.stderr
        )
        assert (said if target is path else "import finess") in result.stderr


def test_it_is_today_where_no_day_is_asked_for(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    monkeypatch.setattr(cli, "_today", lambda: date(2025, 3, 28))
    result = run(sound)
    assert result.stdout.splitlines() == [f"{sound}, au 28/03/2025", " Rien à signaler."]


def test_json_is_one_object_for_a_file_and_a_list_for_several(sound: Path, bundle: Path) -> None:
    one = json.loads(run(sound, "--on", "2025-01-01", "--format", "json").stdout)
    assert (one["file"], one["dossier"], one["on"], one["conforms"]) == (str(sound), None, "2025-01-01", True)
    assert one["format"] == "cpts-model/conformance"
    result = run(sound, bundle, "--on", "2025-01-01", "--format", "json")
    assert result.exit_code == 1
    several = json.loads(result.stdout)
    assert [document["conforms"] for document in several] == [True, False]
    assert [one["concern"] for one in several[1]["nonconformities"]] == ["key", "deprecated"]


def test_each_dossier_of_a_file_of_lines_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text(
        '{"kind": "cpts", "id": "une"}\n{"kind": "cpts", "id": "autre", "seat_commune": "3306"}\n',
        encoding="utf-8",
    )
    result = run(path, "--on", "2025-01-01")
    assert result.exit_code == 1
    assert f"{path}, dossier 1, au 01/01/2025\n Rien à signaler.\n\n{path}, dossier 2" in result.stdout
    documents = json.loads(run(path, "--on", "2025-01-01", "--format", "json").stdout)
    assert [document["dossier"] for document in documents] == [1, 2]


def test_of_files_that_cannot_be_read_all_is_told_and_nothing_else(sound: Path, tmp_path: Path) -> None:
    broken, missing = tmp_path / "broken.json", tmp_path / "missing.json"
    broken.write_text("{", encoding="utf-8")
    result = run(sound, broken, missing, tmp_path / "list.csv", "--on", "2025-01-01")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "not JSON" in result.stderr
    assert "missing.json: No such file" in result.stderr
    assert "list.csv" in result.stderr


def test_a_missing_extra_is_no_fault_of_the_file(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cpts_model.cli import conforming
    from cpts_model.exchange.faults import MissingExtra

    def reader(*_: object, **__: object) -> None:
        raise MissingExtra("something", "cli")

    monkeypatch.setattr(conforming, "conformance_of_file", reader)
    assert isinstance(run(sound).exception, MissingExtra)


@pytest.mark.parametrize("day", ["2024-13-01", "20241213", "demain"])
def test_a_day_that_is_none_is_refused(sound: Path, day: str) -> None:
    assert run(sound, "--on", day).exit_code == 2


def test_the_examples_of_the_project_conform() -> None:
    assert run(*sorted(EXAMPLES.glob("*.json")), "--on", "2026-11-22").exit_code == 0


def test_the_command_is_one_of_the_program(sound: Path) -> None:
    result = CliRunner().invoke(cli.app, ["conformance", str(sound), "--on", "2025-01-01"])
    assert result.exit_code == 0
    assert "Rien à signaler." in result.stdout


def test_a_hostile_file_fills_no_terminal(tmp_path: Path) -> None:
    """JSON gives everything: it is for programs."""
    systems = [{"system": f"http://x{n}.org", "code": "1"} for n in range(1002)]
    codes = [{"system": "TRE_G15", "code": "35"}] * 1003
    many = written(tmp_path / "many.json", {"resourceType": "Bundle", "a": systems, "b": codes})
    told = run(many, "--on", "2025-01-01").stdout.splitlines()
    assert len([line for line in told if "http://" in line]) == 1000
    assert len([line for line in told if "$.b[" in line]) == 1000
    assert [line for line in told if "de plus" in line] == [
        " … et 3 de plus : --format json les donne tous",
        "   … et 2 de plus : --format json les donne tous",
    ]
    whole = json.loads(run(many, "--on", "2025-01-01", "--format", "json").stdout)
    assert (len(whole["nonconformities"]), len(whole["other_systems"])) == (1003, 1002)
