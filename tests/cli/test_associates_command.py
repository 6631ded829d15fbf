"""The command that lists the partners of a maison de santé or of a SISA, and their diversity."""

import csv
import json
import os
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

import typer
from typer.testing import CliRunner, Result

from cpts_model.cli.associates import associates
from golden import EXAMPLES

ON = ("--on", "2025-12-31")
MSP, SISA = str(EXAMPLES / "msp-sous-contrat.json"), str(EXAMPLES / "sisa-sous-le-minimum.json")
REGISTER = str(EXAMPLES / "registre-deux-cpts.json")

app = typer.Typer()
app.command("associates")(associates)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def dossier(folder: Path, **who: Any) -> str:
    told = {"kind": "professional", "id": "p", "name": "Zoé Inventée", "professions": ["infirmier"]}
    member = {
        "joined_on": "2020-01-01",
        "left_on": None,
        "partner": False,
        "associe": True,
        "member": {**told, **who},
    }
    path = folder / "sisa.json"
    path.write_text(json.dumps({"kind": "sisa", "id": "s", "members": [member]}), encoding="utf-8")
    return str(path)


class TestTheList:
    def test_names_the_partners_of_the_day_and_what_is_to_be_completed(self) -> None:
        result = run(MSP, *ON)
        assert result.exit_code == 0, result.output
        assert result.output.startswith("Professionnels de santé associés au 31/12/2025 : MSP du Gué")
        assert "Cléo Supposée, infirmier [à compléter : numéro AM, numéro RPPS]" in result.output

    def test_is_that_of_the_day(self) -> None:
        # Two doctors until the first of February 2024, the first day out of one of them.
        assert "Bertin Imaginaire" in run(SISA, "--on", "2024-01-31").output
        assert "Bertin Imaginaire" not in run(SISA, "--on", "2024-02-01").output

    def test_says_what_nobody_told(self) -> None:
        output = run(REGISTER, "--structure", "msp-quai", *ON).output
        assert "Apolline Fictive (qualité d'associé non renseignée)" in output
        assert "La liste des membres n'est pas entièrement connue" in output

    def test_as_json(self, tmp_path: Path) -> None:
        file = dossier(tmp_path, numero_am="012345678", rpps="10101010101")
        document = json.loads(run(file, *ON, "--format", "json").output)
        [one] = document["associates"]
        assert (one["name"], one["numero_am"], one["rpps"]) == ("Zoé Inventée", "012345678", "10101010101")
        assert one["lacks"] == []
        assert (document["complete"], document["on"]) == (True, "2025-12-31")
        unknown = json.loads(run(MSP, *ON, "--format", "json").output)["associates"][0]
        assert unknown["rpps"] == {"unknown": True}

    def test_as_a_sheet(self, tmp_path: Path) -> None:
        out = tmp_path / "associes.csv"
        result = run(dossier(tmp_path, rpps="10101010101"), *ON, "-o", str(out))
        assert result.exit_code == 0, result.output
        assert "Écrit :" in result.stderr
        header, row = csv.reader(out.read_text("utf-8-sig").splitlines(), delimiter=";")
        assert header[:4] == ["Nom et prénom", "Numéro AM", "Numéro RPPS", "Profession ou spécialité"]
        assert row == ["Zoé Inventée", "", "10101010101", "infirmier", "numéro AM"]


class TestDiversity:
    def test_is_a_level_and_who_counts(self) -> None:
        output = run(MSP, *ON, "--diversity").output
        assert "Niveau atteint : de 1 à 2" in output
        assert "comptés : Élise Factice (pharmacien)" in output
        assert "Pour le niveau 2 : 1 profession paramédicale de plus parmi les associés" in output

    def test_not_met_says_what_leads_further(self) -> None:
        output = run(SISA, *ON, "--diversity").output
        assert "Niveau atteint : 0" in output
        assert "en dehors de la médecine générale, parmi les associés ; ou 2 professions" in output

    def test_as_json(self) -> None:
        document = json.loads(run(MSP, *ON, "--diversity", "--format", "json").output)
        assert (document["medical"]["met"], document["paramedical"]["met"]) == (True, None)
        assert document["missing"][0]["fr"].startswith("1 profession paramédicale")

    def test_as_a_sheet(self, tmp_path: Path) -> None:
        out = tmp_path / "diversite.csv"
        assert run(MSP, *ON, "--diversity", "-o", str(out), "--lang", "en").exit_code == 0
        assert "Élise Factice;pharmacist;counted" in out.read_text("utf-8-sig")


class TestBadInput:
    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            ((REGISTER,), "say which with --structure: 'msp-quai', 'sisa-quai'"),
            ((REGISTER, "--structure", "cpts-rive"), "which alone have partners"),
            ((REGISTER, "--structure", "rien"), "holds no structure 'rien'"),
            ((str(EXAMPLES / "cpts-paris-13.json"),), "which alone have partners"),
        ],
    )
    def test_a_structure_that_has_no_partners_or_is_not_named(
        self, arguments: tuple[str, ...], told: str
    ) -> None:
        result = run(*arguments)
        assert result.exit_code == 2
        assert told in result.stderr

    def test_the_dossier_itself_is_not_written_over(self, tmp_path: Path) -> None:
        file = Path(dossier(tmp_path))
        before = file.read_bytes()
        link = tmp_path / "lien.csv"
        link.symlink_to(file)
        for name in (str(file), os.path.relpath(file), str(link)):
            result = run(str(file), *ON, "-o", name)
            assert result.exit_code == 2
            assert "it is the file that is read" in result.stderr
        assert file.read_bytes() == before

    def test_a_sheet_that_cannot_be_written(self, tmp_path: Path) -> None:
        file = dossier(tmp_path)
        guarded = tmp_path / "gardé.csv"
        guarded.write_text("à garder", encoding="utf-8")
        guarded.chmod(0o444)
        for name in (guarded, tmp_path / "absent" / "x.csv", tmp_path):
            assert run(file, *ON, "-o", str(name)).exit_code == 2
        assert guarded.read_text("utf-8") == "à garder"
