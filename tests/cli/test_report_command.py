"""The report on the command line: what is written, where, and what it refuses."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")
pytest.importorskip("jinja2", reason="the report needs the extra cpts-model[report]")

from typer.testing import CliRunner, Result

from cpts_model.cli import app
from golden import EXAMPLES
from report_pages import parsed

ON = ("--on", "2026-11-21")
FINE = str(EXAMPLES / "cpts-ouest-gironde.json")
BREACH = str(EXAMPLES / "sisa-sous-le-minimum.json")
REGISTER = str(EXAMPLES / "registre-deux-cpts.json")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["report", *arguments])


def in_a_process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "cpts_model", "report", BREACH, *ON, *arguments]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})


class TestTheFile:
    def test_is_written_whole_and_told(self, tmp_path: Path) -> None:
        out = tmp_path / "report.html"
        result = run(FINE, *ON, "-o", str(out))
        assert result.exit_code == 0, result.output
        assert result.stdout == ""
        assert str(out) in result.stderr
        page = parsed(out.read_text(encoding="utf-8"))
        assert page.faults == []
        assert "CPTS Ouest Gironde" in page.find("h1").text
        assert os.listdir(tmp_path) == ["report.html"]

    def test_is_in_the_language_and_of_the_day_asked(self, tmp_path: Path) -> None:
        out = tmp_path / "report.html"
        run(FINE, "--on", "2020-01-01", "--lang", "en", "-o", str(out))
        page = parsed(out.read_text(encoding="utf-8"))
        assert page.find("html").attributes["lang"] == "en"
        assert "1 January 2020" in page.with_class("head")[0].text

    def test_is_never_written_over_another(self, tmp_path: Path) -> None:
        out = tmp_path / "report.html"
        out.write_text("somebody's work")
        result = run(FINE, *ON, "-o", str(out))
        assert result.exit_code == 2
        assert "it is there already" in result.stderr
        assert out.read_text() == "somebody's work"

    def test_is_never_written_over_a_dossier_that_is_read(self, tmp_path: Path) -> None:
        dossier = tmp_path / "dossier.json"
        dossier.write_bytes(Path(FINE).read_bytes())
        result = run(FINE, str(dossier), *ON, "-o", str(tmp_path / "." / "dossier.json"))
        assert result.exit_code == 2
        assert "it is the file that is read" in result.stderr
        assert dossier.read_bytes() == Path(FINE).read_bytes()

    def test_in_a_folder_that_is_not_there_is_told(self, tmp_path: Path) -> None:
        result = run(FINE, *ON, "-o", str(tmp_path / "none" / "report.html"))
        assert result.exit_code == 2
        assert "nothing was written" in result.stderr

    def test_is_refused_where_links_go_round_in_a_ring(self, tmp_path: Path) -> None:
        ring = tmp_path / "ring.html"
        ring.symlink_to(ring)
        result = run(FINE, *ON, "-o", str(ring))
        assert result.exit_code == 2
        assert "it is there already" in result.stderr


class TestTheStandardOutput:
    @pytest.mark.parametrize("chosen", ["latin-1", "ascii", "utf-8"])
    def test_is_utf_8_for_a_page_and_for_json_whatever_is_chosen(self, chosen: str) -> None:
        for kind in ("html", "json"):
            told = in_a_process("--format", kind, PYTHONIOENCODING=chosen)
            assert told.returncode == 1
            assert "santé" in told.stdout.decode("utf-8")
        json.loads(told.stdout)

    def test_that_is_closed_stops_nothing(self, tmp_path: Path) -> None:
        command = f"{sys.executable} -m cpts_model report {BREACH} --on 2026-11-21"
        for more in ("", f"-o {tmp_path / 'a.html'}", "--format json"):
            told = subprocess.run(["sh", "-c", f"{command} {more} >&-"], capture_output=True, check=False)
            assert (told.returncode, b"Traceback" in told.stderr) == (1, False)
        assert (tmp_path / "a.html").read_text(encoding="utf-8").endswith("</html>")


class TestTheFormat:
    @pytest.mark.parametrize(
        ("name", "start"),
        [("a.html", "<!DOCTYPE"), ("a.HTM", "<!DOCTYPE"), ("a.md", "# "), ("a.json", "{"), ("a", "<!")],
    )
    def test_is_that_of_the_name(self, name: str, start: str, tmp_path: Path) -> None:
        run(FINE, *ON, "-o", str(tmp_path / name))
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)

    def test_is_the_one_asked_whatever_the_name(self, tmp_path: Path) -> None:
        out = tmp_path / "report.txt"
        run(FINE, *ON, "-o", str(out), "--format", "md")
        assert out.read_text(encoding="utf-8").startswith("# Rapport : CPTS Ouest Gironde")

    @pytest.mark.parametrize("files", [(FINE,), (FINE, BREACH), (REGISTER,)], ids=["one", "two", "register"])
    def test_json_is_that_of_assess(self, files: tuple[str, ...]) -> None:
        asked = CliRunner().invoke(app, ["assess", *files, *ON, "--format", "json", "--explain"])
        told = run(*files, *ON, "--format", "json")
        assert json.loads(told.stdout) == json.loads(asked.stdout)
        assert told.exit_code == asked.exit_code

    def test_goes_to_the_standard_output_without_a_file(self) -> None:
        assert run(FINE, *ON, "--format", "md").stdout == run(FINE, *ON, "--format", "md", "-o", "-").stdout
        assert run(FINE, *ON).stdout.startswith("<!DOCTYPE html>")

    def test_a_page_is_refused_to_a_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Terminal:
            @staticmethod
            def isatty() -> bool:
                return True

        class Sys:
            stdout = Terminal

        monkeypatch.setattr("cpts_model.cli.reporting.sys", Sys)
        result = run(FINE, *ON)
        assert result.exit_code == 2
        assert "name a file to write with -o report.html" in result.stderr


class TestExitCode:
    def test_says_a_breach(self, tmp_path: Path) -> None:
        assert run(BREACH, *ON, "-o", str(tmp_path / "a.html")).exit_code == 1
        assert run(FINE, BREACH, *ON, "-o", str(tmp_path / "b.html")).exit_code == 1

    def test_says_a_dossier_that_cannot_be_read(self, tmp_path: Path) -> None:
        bad = tmp_path / "bad.json"
        bad.write_text('{"kind": "cpts", "id": "x", "nom": "y"}')
        result = run(FINE, str(bad), *ON, "-o", str(tmp_path / "a.html"))
        assert result.exit_code == 2
        assert "$.nom" in result.stderr
        assert not (tmp_path / "a.html").exists()

    def test_says_that_there_is_nothing_to_report_on(self, tmp_path: Path) -> None:
        empty = tmp_path / "empty.jsonl"
        empty.write_text("")
        result = run(str(empty), *ON, "--format", "md")
        assert result.exit_code == 2


class TestSeveral:
    def test_a_row_and_a_section_for_each_whatever_the_file(self, tmp_path: Path) -> None:
        out = tmp_path / "all.html"
        result = run(FINE, BREACH, REGISTER, *ON, "-o", str(out))
        assert result.exit_code == 1, result.output
        page = parsed(out.read_text(encoding="utf-8"))
        assert page.faults == []
        assert len(page.with_class("index")[0].find("tbody").children("tr")) == 7
        assert len(page.ids) == len(set(page.ids))

    def test_people_are_hidden_when_that_is_asked(self, tmp_path: Path) -> None:
        key = tmp_path / "key"
        key.write_text("an invented key of the tests 012\n")
        out = tmp_path / "report.html"
        run(BREACH, *ON, "-o", str(out), "--pseudonymise", str(key))
        told = out.read_text(encoding="utf-8")
        assert "SISA des Tilleuls" in told
        assert "Apolline Fictive" in run(BREACH, *ON).stdout
        assert "Apolline" not in told
