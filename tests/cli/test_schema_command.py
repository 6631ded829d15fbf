"""The command that prints the schemas."""

import json
from pathlib import Path

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

import typer
from typer.testing import CliRunner, Result

from cpts_model.cli.schemas import schema
from cpts_model.exchange.schema import ANSWERS, assessment_schema, dossier_schema, register_schema
from pages.page import DOCS

app = typer.Typer()
app.command("schema")(schema)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_prints_that_of_dossiers_in_french() -> None:
    result = run()
    assert result.exit_code == 0
    assert json.loads(result.stdout) == dossier_schema("fr")


def test_prints_what_is_published() -> None:
    for path in sorted((DOCS / "schema").iterdir()):
        name, _, lang = path.stem.partition(".")
        result = run(name, *(["--lang", lang] if lang else []))
        assert result.stdout == path.read_text(encoding="utf-8"), path.name


@pytest.mark.parametrize("name", ANSWERS)
def test_prints_those_of_answers_whatever_the_language(name: str) -> None:
    assert json.loads(run(name).stdout) == ANSWERS[name]() == json.loads(run(name, "--lang", "en").stdout)


def test_prints_that_of_registers() -> None:
    assert json.loads(run("register", "--lang", "en").stdout) == register_schema("en")


def test_writes_a_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "dossier.schema.json"
    path.write_text("old")
    result = run("assessment", "--lang", "en", "-o", str(path))
    assert (result.exit_code, result.stdout) == (0, f"Written: {path}\n")
    assert json.loads(path.read_text(encoding="utf-8")) == assessment_schema()
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    result = run("-o", str(tmp_path / "none" / "a.json"))
    assert result.exit_code == 2
    assert "nothing was written" in result.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("dosier", "did you mean 'dossier'?"),
        ("xyz", "write one of dossier, register, assessment"),
        ("", "write one of"),
    ],
)
def test_a_schema_that_is_none_is_refused(name: str, said: str) -> None:
    result = run(name)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.replace("│", " ").split())


def test_help_says_how_an_editor_uses_it() -> None:
    said = " ".join(run("--help").stdout.split())
    assert '"$schema": "./dossier.schema.json"' in said
    assert "#:schema ./dossier.schema.json" in said
