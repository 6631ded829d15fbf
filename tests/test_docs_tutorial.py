"""The tutorials can be followed to the letter: their dossiers are read, their commands print what the pages show."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cpts_model.cli import app

DOCS = Path(__file__).resolve().parents[1] / "docs"
TUTORIALS = ("tutorial.md", "fr/tutoriel.md")
FENCE = re.compile(r"^```(sh|toml|text)\n(.*?)^```", re.DOTALL | re.MULTILINE)


def fences(page: str) -> Iterator[tuple[str, str]]:
    yield from FENCE.findall((DOCS / page).read_text(encoding="utf-8"))


def commands(text: str) -> list[list[str]]:
    """The commands of ours in a fence of shell; installing is tested by whoever installs."""
    words = (shlex.split(line, comments=True) for line in text.splitlines())
    return [line for line in words if line[:1] == ["cpts-model"] and line[1] != "--version"]


def dossier_of(page: str) -> str:
    return next(
        word
        for _, text in fences(page)
        for line in commands(text)
        for word in line
        if "my-" in word or "ma-" in word
    )


def run(words: list[str]) -> str:
    into = words.index(">") if ">" in words else len(words)
    result = CliRunner().invoke(app, words[1:into], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    if into < len(words):
        Path(words[into + 1]).write_text(result.stdout, encoding="utf-8")
    return result.stdout


@pytest.mark.parametrize("page", TUTORIALS)
def test_the_tutorial_can_be_followed(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    dossier = Path(dossier_of(page))
    ran, said = 0, ""
    for kind, text in fences(page):
        if kind == "toml":
            dossier.write_text(text, encoding="utf-8")
        elif kind == "sh" and commands(text):
            said = "".join(map(run, commands(text)))
            ran += 1
        elif kind == "text":
            if "1 manquement" in text:
                said = _as_a_company(dossier)
            assert text in said, f"{page}: the page shows\n{text}\nand the command says\n{said}"
    assert ran >= 3


def _as_a_company(dossier: Path) -> str:
    """The page says « en remplaçant association par societe »."""
    other = dossier.with_name("societe.toml")
    other.write_text(
        dossier.read_text(encoding="utf-8").replace('"association"', '"societe"'), encoding="utf-8"
    )
    return CliRunner().invoke(app, ["assess", other.name, "--on", "2026-11-21"]).stdout
