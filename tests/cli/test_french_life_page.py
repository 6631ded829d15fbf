"""What the French page on deadlines tells people to type does what it says."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")
pytest.importorskip("icalendar", reason="the page writes a calendar: extra cpts-model[calendar]")

from register_file import EXAMPLE, run

ROOT = EXAMPLE.parents[1]
PAGE = (ROOT / "docs" / "fr" / "echeances.md").read_text(encoding="utf-8")
LINES = [line for fence in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in fence.splitlines()]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the copies that the page has people make."""
    for line in LINES:
        if line.startswith("cp "):
            _, source, target = shlex.split(line)
            shutil.copy(ROOT / source, tmp_path / target)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_command_of_the_page_runs(desk: Path) -> None:
    commands = [shlex.split(line)[1:] for line in LINES if line.startswith("cpts-model ")]
    assert len(commands) > 10
    # 0 done, 1 something is missing or undetermined; never 2, bad input.
    codes = {" ".join(command): run(*command).exit_code for command in commands}
    assert set(codes.values()) <= {0, 1}, codes
    assert {path.name for path in desk.iterdir()} >= {"echeances.ics", "frise.svg", "associes.csv"}


def test_the_projet_is_deemed_validated_on_the_day_the_page_says(desk: Path) -> None:
    said = run("deadlines", "creation.json", "--on", "2026-11-21", "--until", "2027-06-30").output
    assert "31/12/2026" in said
    assert "réputé validé" in said.partition("01/01/2027")[2]
    assert "réputé validé" not in said.partition("01/01/2027")[0]
