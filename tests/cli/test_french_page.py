"""What the French page on membership tells people to type does what it says."""

import re
import shlex
from pathlib import Path

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

from register_file import EXAMPLE, run

PAGE = (EXAMPLE.parents[1] / "docs" / "fr" / "adhesion.md").read_text(encoding="utf-8")
SHEET = (
    ("Nom", "Prénom", "Profession", "Collège"),
    ("Nuage", "Perle", "Sage-femme", "professionnels de santé"),
)


def fences(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the page takes for granted: the register copied, a sheet, a table of payments."""
    book = pytest.importorskip("openpyxl", reason="the page imports a workbook").Workbook()
    for row in SHEET:
        book.active.append(row)
    book.save(tmp_path / "adherents.xlsx")
    (tmp_path / "versements.csv").write_text(fences("text")[-1], encoding="utf-8")
    (tmp_path / "registre.json").write_bytes(EXAMPLE.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_of_the_page_runs_one_after_another(desk: Path) -> None:
    lines = "".join(fences("sh")).replace("\\\n", "").splitlines()
    commands = [shlex.split(line)[1:] for line in lines if line.startswith("cpts-model ")]
    assert len(commands) > 15
    # 0 done, 1 refused or told, as the page shows of one alone; never 2, bad input.
    codes = {" ".join(command): run(*command).exit_code for command in commands}
    refused = [command for command, code in codes.items() if code]
    assert refused == [next(command for command in codes if command.startswith("join "))]
    assert (desk / "attestation.html").exists()
    assert {path.name for path in (desk / "assemblee").iterdir()} == {
        "dossier-assemblee.html",
        "feuille-de-presence.csv",
    }


def test_the_answer_that_the_page_shows_is_the_one_that_is_given(desk: Path) -> None:
    (line,) = [one for one in "".join(fences("sh")).replace("\\\n", "").splitlines() if " join " in one]
    assert run(*shlex.split(line)[1:]).output.startswith(fences("text")[0])
