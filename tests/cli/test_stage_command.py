"""The command that reads the stage of a CPTS as people write it."""

import json
from pathlib import Path

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

import typer
from typer.testing import CliRunner, Result

from cpts_model.cli import stages
from cpts_model.cli.stages import stage

app = typer.Typer()
app.command("stage")(stage)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def written(folder: Path, content: bytes) -> str:
    path = folder / "etats.txt"
    path.write_bytes(content)
    return str(path)


class TestWordings:
    def test_tell_a_stage_its_day_and_what_was_read(self) -> None:
        result = run("LI validée le 12/03/2025")
        assert result.exit_code == 0
        assert "« LI validée le 12/03/2025 » : lettre d'intention validée (12/03/2025)\n" in result.output
        assert "lu : « LI » : lettre d'intention" in result.output

    def test_in_english_are_quoted_in_english(self) -> None:
        output = run("LI validée le 12/03/2025", "--lang", "en").output
        assert output.startswith("“LI validée le 12/03/2025”: letter of intent validated (2025-03-12)\n")

    def test_that_tell_none_give_what_they_may_mean_and_end_with_one(self) -> None:
        result = run("validé")
        assert result.exit_code == 1
        assert "« validé » : indéterminé" in result.output
        assert "peut-être : lettre d'intention validée, projet de santé validé" in result.output

    def test_of_no_meaning_are_shown_as_not_read(self) -> None:
        result = run("zorglub")
        assert result.exit_code == 1
        assert "non lu : zorglub" in result.output

    def test_not_signed_is_not_signed(self) -> None:
        [document] = json.loads(run("Projet validé, non signataire", "--format", "json").output)
        assert document["stage"]["id"] == "projet-de-sante-valide"
        assert document["candidates"] == []
        assert document["date"] is None

    def test_are_counted_where_there_are_several(self) -> None:
        output = run("ACI signé", "ACI signé", "zorglub").output
        assert "ACI signé : 2\n" in output
        assert "indéterminé : 1\n" in output
        assert "total : 3\n" in output
        assert "total" not in run("ACI signé").output

    def test_of_braces_or_commands_to_the_terminal_are_shown_as_they_are(self) -> None:
        output = run("{0} {text} \x1b[31m").output
        assert "« {0} {text} \\u001b[31m »" in output


class TestAFile:
    def test_is_read_line_by_line_whatever_the_ends_of_lines_without_mark_nor_blank_lines(
        self, tmp_path: Path
    ) -> None:
        content = "\ufeffLI validée\r\n\r\n   \nACI signé\rzorglub\n\n".encode()
        documents = json.loads(run("--file", written(tmp_path, content), "--format", "json").output)
        assert [one["text"] for one in documents] == ["LI validée", "ACI signé", "zorglub"]
        assert [one["stage"] and one["stage"]["id"] for one in documents] == [
            "lettre-d-intention-validee",
            "aci-signe",
            None,
        ]

    @pytest.mark.parametrize("inside", ["\x0b", "\x0c", "\x85", "\u2028"])
    def test_a_wording_is_not_cut_by_what_is_no_end_of_a_line(self, tmp_path: Path, inside: str) -> None:
        file = written(tmp_path, f"ACI{inside}signé\n".encode())
        assert len(json.loads(run("--file", file, "--format", "json").output)) == 1

    def test_comes_after_the_wordings_of_the_command(self, tmp_path: Path) -> None:
        file = written(tmp_path, b"zorglub\n")
        documents = json.loads(run("ACI signé", "--file", file, "--format", "json").output)
        assert [one["text"] for one in documents] == ["ACI signé", "zorglub"]

    def test_of_ten_thousand_lines_is_counted(self, tmp_path: Path) -> None:
        lines = "LI validée\n" * 9_999 + "ACI signé\n"
        result = run("--file", written(tmp_path, lines.encode()))
        assert result.exit_code == 0
        assert result.output.endswith("lettre d'intention validée : 9999\nACI signé : 1\ntotal : 10000\n")

    def test_that_is_too_long_is_refused(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(stages, "MOST_BYTES", 8)
        assert run("--file", written(tmp_path, b"ACI sig\n")).exit_code == 1
        refused = run("--file", written(tmp_path, b"ACI sign\n"))
        assert refused.exit_code == 2
        assert "longer than 8 bytes" in refused.stderr

    def test_that_is_not_utf_8_is_refused(self, tmp_path: Path) -> None:
        result = run("--file", written(tmp_path, "LI validée".encode("latin-1")))
        assert result.exit_code == 2
        assert "not UTF-8 (byte 8)" in result.stderr

    @pytest.mark.parametrize("content", [b"", b"\n \n"])
    def test_without_a_wording_is_refused(self, tmp_path: Path, content: bytes) -> None:
        assert run("--file", written(tmp_path, content)).exit_code == 2

    def test_that_is_not_there_or_is_a_folder_is_refused(self, tmp_path: Path) -> None:
        assert run("--file", str(tmp_path / "rien.txt")).exit_code == 2
        assert run("--file", str(tmp_path)).exit_code == 2

    def test_or_a_wording_is_needed(self) -> None:
        result = run()
        assert result.exit_code == 2
        assert "no wording was given" in result.stderr
