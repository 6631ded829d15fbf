"""Money on the command line."""

import json
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

import typer
from typer.testing import CliRunner, Result

from cpts_model.cli import money
from golden import EXAMPLES

APP = typer.Typer()
APP.command("funding")(money.funding)
CPTS_FILE = str(EXAMPLES / "cpts-ouest-gironde.json")
REGISTER = str(EXAMPLES / "registre-deux-cpts.json")
ON = ("--on", "2026-11-21")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(APP, list(arguments))


class TestText:
    def test_of_a_cpts_of_163_101_inhabitants_the_functioning_is_that_of_size_3(self) -> None:
        result = run(CPTS_FILE, *ON)
        assert result.exit_code == 0, result.output
        assert "5e année du contrat, du 15/06/2026 au 14/06/2027" in result.output
        assert "75 000,00 €  crédit de fonctionnement" in result.output
        assert "au moins 75 000,00 € connus ; 7 lignes inconnues" in result.output

    def test_in_english(self) -> None:
        assert "at least €75,000.00 known; 7 lines unknown" in run(CPTS_FILE, *ON, "--lang", "en").output

    def test_every_structure_of_a_register_has_its_answer(self) -> None:
        result = run(REGISTER, *ON)
        assert result.exit_code == 0, result.output
        assert result.output.count("Financement conventionnel au 21/11/2026") == 5

    def test_the_day_is_today_by_default(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from cpts_model import cli

        monkeypatch.setattr(cli, "_today", lambda: date(2023, 7, 14))
        assert "2e année du contrat" in run(CPTS_FILE).output

    def test_a_file_that_cannot_be_read_is_told(self, tmp_path: Path) -> None:
        assert run(str(tmp_path / "absent.json"), *ON).exit_code == 2


class TestJson:
    def test_amounts_are_texts_and_the_unknown_is_said_to_be(self) -> None:
        document = json.loads(run(CPTS_FILE, *ON, "--format", "json").stdout)
        assert document["subject"]["id"] == "cpts-ouest-gironde"
        assert document["standing"] == "conditional"
        assert document["settled"] is False
        assert document["known"] == "75000"
        assert document["total"] == {"unknown": True}
        assert document["exercise"]["first_day"] == "2026-06-15"
        assert document["exercise"]["last_day"] == "2027-06-14"
        first, second = document["lines"][:2]
        assert (first["key"], first["amount"], first["reason"]) == ("fonctionnement", "75000", None)
        assert first["basis"]["evidence"] == "secondary"
        assert [one["amount"] for one in first["instalments"]] == ["56250.00", "18750.00"]
        assert [one["due_on"] for one in first["instalments"]] == ["2026-06-15", None]
        assert second["amount"] == {"unknown": True}
        assert second["reason"]["fr"]
        assert second["basis"] is None
        assert second["key"] in document["unknown"]
        assert len(document["unknown"]) == 7
        assert document["ceiling"]["amount"] == {"unknown": True}
        assert [one["key"] for one in document["conditional"]] == ["crise-sanitaire.crise"]

    def test_of_several_structures_is_a_list(self) -> None:
        documents = json.loads(run(REGISTER, *ON, "--format", "json").stdout)
        assert {one["standing"] for one in documents} <= {"running", "conditional", "none", "undetermined"}
        assert len(documents) == 5


def test_programs_read_the_text_behind_an_answer_the_same_way_whatever_the_command() -> None:
    from cpts_model.cli import app

    money_said = json.loads(run(CPTS_FILE, *ON, "--format", "json").stdout)
    asked = ["deadlines", CPTS_FILE, *ON, "--until", "2027-06-30", "--format", "json"]
    dates_said = json.loads(CliRunner().invoke(app, asked).stdout)
    due = dates_said[0] if isinstance(dates_said, list) else dates_said
    (functioning, *_) = money_said["lines"]
    keys = {"rule", "cites", "citation", "authority", "evidence", "checked_on", "source"}
    assert set(functioning["basis"]) == set(money_said["schedule"]) == keys
    assert {key for one in due["deadlines"] for key in one["basis"]} == keys
