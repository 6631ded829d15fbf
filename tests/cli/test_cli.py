"""The command line as people use it."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from golden import EXAMPLES, examples

typer = pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")
from typer.testing import CliRunner, Result  # noqa: E402

from cpts_model import LAW  # noqa: E402
from cpts_model.cli import app  # noqa: E402

ON = ["--on", "2026-11-21"]
OUEST_GIRONDE = str(EXAMPLES / "cpts-ouest-gironde.json")
SISA = str(EXAMPLES / "sisa-sous-le-minimum.json")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


class TestAssess:
    def test_a_fine_dossier_exits_with_0(self) -> None:
        result = run("assess", OUEST_GIRONDE, *ON)
        assert result.exit_code == 0, result.output
        assert "CPTS Ouest Gironde" in result.output
        assert "21/11/2026" in result.output

    def test_a_breach_exits_with_1_and_says_article_and_mend(self) -> None:
        result = run("assess", SISA, *ON)
        assert result.exit_code == 1
        assert "CSP, art. L4041-4" in result.output
        assert "sisa.deux-medecins-un-auxiliaire" in result.output
        assert "Pour y remédier" in result.output

    def test_breaches_come_first_then_what_is_unknown(self) -> None:
        output = run("assess", SISA, *ON).output
        assert output.index("Manquements") < output.index("Règles respectées")

    def test_speaks_english(self) -> None:
        output = run("assess", SISA, *ON, "--lang", "en").output
        assert "Breaches of law or regulation" in output
        assert "Manquement" not in output

    def test_without_a_day_it_judges_today_and_prints_the_day(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from cpts_model import cli

        monkeypatch.setattr(cli, "_today", lambda: date(2019, 7, 14))
        assert "14/07/2019" in run("assess", OUEST_GIRONDE).output

    def test_json_is_one_document_with_its_citations(self) -> None:
        result = run("assess", SISA, *ON, "--format", "json")
        document = json.loads(result.stdout)
        assert result.exit_code == 1
        assert document["on"] == "2026-11-21"
        (broken,) = [v for v in document["verdicts"] if v["outcome"] == "violated" and v["blocking"]]
        assert broken["citation"]["article"] == "L4041-4"

    def test_json_of_several_is_a_list(self) -> None:
        documents = json.loads(run("assess", SISA, OUEST_GIRONDE, *ON, "--format", "json").stdout)
        assert [document["subject"]["id"] for document in documents] == [
            "sisa-des-tilleuls",
            "cpts-ouest-gironde",
        ]

    def test_explain_shows_the_facts(self) -> None:
        output = run("assess", SISA, *ON, "--explain").output
        assert "members[0].member.professions" in output

    def test_several_dossiers_make_a_table(self) -> None:
        result = run("assess", *map(str, examples()), *ON)
        assert result.exit_code == 1
        for path in examples():
            assert path.name in result.output

    def test_no_colour_when_piped(self) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "cpts_model", "assess", SISA, *ON],
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == 1
        assert "\x1b" not in done.stdout
        assert done.stderr == ""


class TestOnATerminal:
    """As a person sees it: folded, coloured, with a bar over many files."""

    def report(self, *arguments: str) -> str:
        environment = {**os.environ, "COLUMNS": "60", "FORCE_COLOR": "1", "TERM": "xterm-256color"}
        environment.pop("NO_COLOR", None)
        done = subprocess.run(
            [sys.executable, "-m", "cpts_model", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=environment,
            check=False,
        )
        return done.stdout

    def test_a_report_is_coloured_and_folded(self) -> None:
        output = self.report("assess", SISA, *ON)
        assert "\x1b[" in output
        plain = re.sub(r"\x1b\[[0-9;]*m", "", output)
        assert max(map(len, plain.splitlines())) <= 60

    def test_explained_summaries_show_each_report(self) -> None:
        output = run("assess", SISA, OUEST_GIRONDE, *ON, "--explain").output
        assert output.index("SISA des Tilleuls") < output.rindex("CPTS Ouest Gironde")
        assert "members[0].member.professions" in output


class TestBadInput:
    def test_every_fault_is_told_with_its_place_and_nothing_is_judged(self, tmp_path: Path) -> None:
        bad = tmp_path / "bad.json"
        bad.write_text(
            '{"kind": "msp", "id": "m", "legal_from": "sisa", "members": '
            '[{"joined_on": "2026-13-01", "member": {"kind": "professional", "id": "p", "professions": ["medcin"]}}]}',
            encoding="utf-8",
        )
        result = run("assess", str(bad), OUEST_GIRONDE, *ON)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert "$.legal_from" in result.stderr
        assert "legal_form" in result.stderr
        assert "$.members[0].joined_on: '2026-13-01' is not a date" in result.stderr
        assert "medecin" in result.stderr
        assert "Traceback" not in result.output

    @pytest.mark.parametrize(
        "content", ["", "{", "[]", "null", '{"kind": "hopital", "id": "x"}', "\x00", '{"kind": "cpts"}']
    )
    def test_what_is_no_dossier_is_told_without_a_traceback(self, content: str, tmp_path: Path) -> None:
        bad = tmp_path / "bad.json"
        bad.write_text(content, encoding="utf-8")
        result = run("assess", str(bad), *ON)
        assert result.exit_code == 2
        assert "bad.json" in result.stderr
        assert result.exception is None or isinstance(result.exception, SystemExit)

    def test_a_file_that_is_not_there(self) -> None:
        result = run("assess", "nowhere.json", *ON)
        assert result.exit_code == 2
        assert "nowhere.json" in result.stderr

    def test_a_day_that_is_not_one(self) -> None:
        result = run("assess", OUEST_GIRONDE, "--on", "21/11/2026")
        assert result.exit_code == 2
        assert "2026-11-21" in result.output

    def test_markup_in_a_dossier_stays_text(self, tmp_path: Path) -> None:
        hostile = tmp_path / "hostile.json"
        hostile.write_text('{"kind": "cpts", "id": "c", "name": "[red]x[/red] [link=x]"}', encoding="utf-8")
        assert "[red]x[/red] [link=x]" in run("assess", str(hostile), *ON).output


class TestHostileDossiers:
    def test_what_a_file_is_called_cannot_command_the_terminal(self) -> None:
        result = run("assess", "\x1b[2Jnowhere.json", *ON)
        assert result.exit_code == 2
        assert "\x1b" not in result.output

    @pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1"])
    @pytest.mark.parametrize("form", ["text", "json"])
    def test_any_encoding_can_be_written_to(self, encoding: str, form: str) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "cpts_model", "assess", SISA, *ON, "--format", form],
            check=False,
            capture_output=True,
            env={**os.environ, "PYTHONIOENCODING": encoding},
        )
        assert done.returncode == 1
        assert b"Traceback" not in done.stderr
        if form == "json":
            assert json.loads(done.stdout.decode(encoding))["ok"] is False

    def test_a_terminal_of_no_width_still_shows_the_report(self) -> None:
        environment = {**os.environ, "COLUMNS": "1", "FORCE_COLOR": "1", "TERM": "xterm"}
        done = subprocess.run(
            [sys.executable, "-m", "cpts_model", "assess", SISA, *ON],
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=environment,
        )
        assert "Manquements" in done.stdout

    def test_the_last_day_of_the_calendar_can_be_asked_for(self, tmp_path: Path) -> None:
        path = tmp_path / "far.json"
        path.write_text(
            '{"kind": "sisa", "id": "s", "below_minimum_since": "9999-06-01", "without_gerant_since": "9999-12-30"}',
            encoding="utf-8",
        )
        assert run("assess", str(path), "--on", "9999-12-31").exit_code in (0, 1)

    @pytest.mark.parametrize("day", ["20261121", "2026-W47-6", "21/11/2026", "2026-13-01"])
    def test_a_day_is_written_one_way(self, day: str) -> None:
        assert run("assess", OUEST_GIRONDE, "--on", day).exit_code == 2

    def test_a_rule_that_fails_is_told_without_a_traceback(
        self, monkeypatch: pytest.MonkeyPatch, capsys: Any
    ) -> None:
        from cpts_model import RuleFailed, cli

        def fail() -> None:
            raise RuleFailed("toy.rule", "it broke")

        monkeypatch.setattr(cli, "app", fail)
        with pytest.raises(SystemExit) as ended:
            cli.run()
        assert ended.value.code == cli.FAILED
        assert "toy.rule" in capsys.readouterr().err


class TestOtherCommands:
    def test_missing_says_what_to_ask(self) -> None:
        output = run("missing", str(EXAMPLES / "cpts-paris-13.json"), *ON).output
        assert "members" in output

    def test_missing_in_json(self) -> None:
        document = json.loads(
            run("missing", str(EXAMPLES / "cpts-paris-13.json"), *ON, "--format", "json").stdout
        )
        assert {"path", "rules"} <= set(document["missing"][0])

    def test_missing_of_several(self) -> None:
        result = run("missing", OUEST_GIRONDE, SISA, *ON)
        assert "CPTS Ouest Gironde" in result.output
        assert "SISA des Tilleuls" in result.output
        documents = json.loads(run("missing", OUEST_GIRONDE, SISA, *ON, "--format", "json").stdout)
        assert len(documents) == 2

    def test_law_of_a_day_by_article(self) -> None:
        output = run("law", "--article", "L. 6323-3", "--on", "2010-06-01").output
        assert "msp.adhesion-au-projet" in output
        assert "msp.projet-signe" not in output

    def test_law_in_json_and_in_every_version(self) -> None:
        rules = json.loads(run("law", "--article", "L6323-3", "--all", "--format", "json").stdout)
        assert [rule["id"] for rule in rules].count("msp.constituants") == 3

    @pytest.mark.parametrize(
        "written",
        ["L. 6323-3", "Art. L.6323-3", "article L6323−3 du CSP", "l 6323-3", "L\u200b6323-3"],
        ids=ascii,
    )
    def test_an_article_is_found_as_people_write_it(self, written: str) -> None:
        result = run("law", "--article", written, "--on", "2022-06-01")
        assert result.exit_code == 0
        assert "msp.projet-signe" in result.output

    def test_law_of_an_article_nobody_cites(self) -> None:
        assert "Aucune règle" in run("law", "--article", "L1").output

    @pytest.mark.parametrize("rule_id", LAW.ids)
    def test_explains_every_rule_in_both_languages(self, rule_id: str) -> None:
        for lang in ("fr", "en"):
            result = run("explain", rule_id, "--lang", lang)
            assert result.exit_code == 0, result.output
            assert rule_id in result.output

    def test_explain_offers_the_nearest_rule(self) -> None:
        result = run("explain", "msp.projet-signé")
        assert result.exit_code == 2
        assert "msp.projet-signe" in result.stderr

    @pytest.mark.parametrize("kind", ["cpts", "esp", "ess", "msp", "cds", "sisa"])
    @pytest.mark.parametrize("lang", ["fr", "en"])
    def test_new_prints_a_dossier_that_can_be_judged(self, kind: str, lang: str, tmp_path: Path) -> None:
        blank = tmp_path / "blank.toml"
        blank.write_text(run("new", kind, "--lang", lang).stdout, encoding="utf-8")
        assert run("assess", str(blank), *ON).exit_code == 0

    def test_new_of_nothing(self) -> None:
        result = run("new", "hopital")
        assert result.exit_code == 2
        assert "cpts" in result.output

    def test_every_line_of_a_blank_dossier_can_be_uncommented(self, tmp_path: Path) -> None:
        from cpts_model.exchange.dossier import loads_dossier

        for kind in ("cpts", "esp", "ess", "msp", "cds", "sisa"):
            lines = run("new", kind).stdout.splitlines()
            told = [
                line[1:] if line.startswith("#") and not line.startswith("# ") else line for line in lines
            ]
            # Said once for every member and once more for one; in one sum or one by one: the example says both.
            text = "\n".join(
                line
                for line in told
                if line != 'absent = ["left_on"]' and "listed_on" not in line and "fee_paid" not in line
            )
            assert loads_dossier(text, format="toml").id == f"{kind}-1"


def test_tells_its_version() -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert result.output.startswith("cpts-model ")


def test_law_of_the_beginning_of_a_number_offers_the_articles() -> None:
    assert "L1434-12" in run("law", "--article", "L. 1434").output


def test_a_file_of_unknown_format_is_bad_input_and_no_breach(tmp_path: Path) -> None:
    (tmp_path / "dossier.txt").write_text("kind", encoding="utf-8")
    result = run("assess", str(tmp_path / "dossier.txt"), *ON)
    assert result.exit_code == 2
    assert "dossier.txt" in result.stderr
    assert isinstance(result.exception, SystemExit)


def test_a_reader_that_stops_reading_is_no_failure() -> None:
    command = [sys.executable, "-m", "cpts_model", "law", "--all"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()
    assert b"Traceback" not in said


def test_without_its_extra_the_command_says_which_one() -> None:
    code = "import sys; sys.modules['typer'] = None; from cpts_model.__main__ import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "pip install 'cpts-model[cli]'" in done.stderr
