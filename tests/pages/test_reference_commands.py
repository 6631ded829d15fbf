"""The commands of the command line, as the pages tell them in both languages."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from typer.testing import CliRunner

from cpts_model.cli import BREACH, FINE, app
from pages.page import DOCS
from pages.reference.command_words import COMMANDS
from pages.reference.commands import Command, Parameter, commands, pages, usage

ROOT = DOCS.parent
WRITTEN = {page.path: page.write() for page in pages()}
ENGLISH, FRENCH = WRITTEN["reference/commands.md"], WRITTEN["fr/commandes.md"]
EVERYTHING = list(commands())
FIRST = ("members export", "export fhir")
"""They write what the examples of others read."""


def of_typer(group: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """The commands that the program really has."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from of_typer(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


REAL = dict(of_typer(typer.main.get_command(app)))


def told(page: str, command: Command) -> str:
    _, heading, after = page.partition(f"\n## {command.name} {{#{command.anchor}}}\n")
    assert heading
    return after.partition("\n## ")[0]


def test_every_command_of_the_program_is_told_and_no_other() -> None:
    assert [command.name for command in EVERYTHING] == list(REAL)
    for page in (ENGLISH, FRENCH):
        assert re.findall(r"^## (.+) {#", page, re.MULTILINE) == list(REAL)


@pytest.mark.parametrize("command", EVERYTHING, ids=lambda command: command.name)
def test_a_command_has_its_sentence_in_french_and_its_help_in_english(command: Command) -> None:
    assert COMMANDS[command.name].french.endswith(".")
    assert COMMANDS[command.name].french in told(FRENCH, command)
    assert len(command.help[0]) > 20
    assert f"](#{command.anchor})" in ENGLISH


@pytest.mark.parametrize("command", EVERYTHING, ids=lambda command: command.name)
def test_every_option_of_a_command_is_told(command: Command) -> None:
    rows = [row for row in told(ENGLISH, command).splitlines() if row.startswith("| <code>")]
    real = [one for one in REAL[command.name].params if not one.hidden and one.name != "help"]
    assert len(rows) == len(real)
    for one in real:
        if one.param_type_name == "option":
            for name in (*one.opts, *one.secondary_opts):
                assert any(re.search(rf"<code>(?:.*[ ,/])?{re.escape(name)}\b", row) for row in rows), name


def test_a_command_without_a_sentence_is_refused() -> None:
    with pytest.raises(LookupError, match="say what 'sing' does"):
        _ = Command("sing", None).words


def test_what_an_option_takes_is_said() -> None:
    def sing(
        song: Annotated[Path, typer.Argument()],
        *,
        loud: Annotated[bool, typer.Option("--loud/--soft")] = False,
        key: Annotated[str, typer.Option("-k", "--key")],
        times: Annotated[list[int] | None, typer.Option("--times")] = None,
        secret: Annotated[bool, typer.Option("--secret", hidden=True)] = False,
    ) -> None:
        """Sing."""

    command = Command("sing", sing)
    assert [one.shown for one in command.parameters()] == [
        "SONG",
        "--loud/--soft",
        "-k, --key TEXT",
        "--times NUMBER",
    ]
    assert [one.required for one in command.parameters()] == [True, False, True, False]
    assert usage(command) == "cpts-model sing --key TEXT [OPTIONS] SONG"
    assert all(isinstance(one, Parameter) for one in command.parameters())


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, in a folder of their own where files may be written."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


def test_every_example_runs(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(checkout)
    for command in sorted(EVERYTHING, key=lambda command: command.name not in FIRST):
        words = shlex.split(command.words.example)
        assert " ".join(words).startswith(f"cpts-model {command.name}")
        for word in words:
            if word.startswith("examples/"):
                assert (ROOT / word).exists()
        ended = CliRunner().invoke(app, words[1:])
        assert ended.exit_code in (FINE, BREACH), f"{command.words.example}\n{ended.output}"


def test_the_pages_are_the_same_whatever_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setenv("TERM", "dumb")
    assert {page.path: page.write() for page in pages()} == WRITTEN
