"""What every command has in common: its options, its exit codes, its day."""

from contextvars import ContextVar
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cpts_model.engine.text import Lang

FINE, BREACH, BAD_INPUT, FAILED = 0, 1, 2, 3
"""The exit codes: fine, a breach or a no, input that cannot be read, something that went wrong here."""


class Language(StrEnum):
    """The languages of the reports."""

    fr = "fr"
    en = "en"


_UNASKED: Lang = "en"
SPOKEN: ContextVar[Lang] = ContextVar("language asked for", default=_UNASKED)
"""The language in which the running command tells what is wrong with a file: English, unless one is asked for."""


def _ask_for(context: typer.Context, lang: Language) -> Language:
    """Keep a language that was written on the command line, until the command ends."""
    source = context.get_parameter_source("lang")
    SPOKEN.set(lang.value if source is not None and source.name == "COMMANDLINE" else _UNASKED)
    context.call_on_close(lambda: SPOKEN.set(_UNASKED))
    return lang


class Format(StrEnum):
    """The formats of the output."""

    text = "text"
    json = "json"


def parse_day(text: str) -> date:
    """A day as an option gives it.

    Raises:
        typer.BadParameter: it is not written YYYY-MM-DD.
    """
    try:
        # Stricter than Python, which reads 20261121 and 2026-W47-6 too.
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day: write it as 2026-11-21") from None


def day_asked(on: date | None) -> date:
    """The day asked for, or today."""
    from cpts_model import cli  # the package holds the clock, and imports every command

    return on or cli._today()


On = Annotated[
    date | None,
    typer.Option(
        "--on",
        metavar="DAY",
        parser=parse_day,
        help="The day whose law applies (YYYY-MM-DD). Today by default.",
    ),
]
Since = Annotated[
    date | None,
    typer.Option(
        "--on",
        metavar="DAY",
        parser=parse_day,
        help="The day it takes effect (YYYY-MM-DD). Today by default.",
    ),
]
Lang_ = Annotated[Language, typer.Option("--lang", callback=_ask_for, help="The language of the report.")]
Format_ = Annotated[Format, typer.Option("--format", help="Text to read, or JSON for programs.")]
Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Dossiers: .json, .toml or .jsonl.")]
RegisterFile = Annotated[
    Path, typer.Argument(metavar="REGISTER", help="A register or a dossier: .json, .toml or .jsonl.")
]
StructureId = Annotated[str, typer.Argument(metavar="STRUCTURE", help="The id of the structure.")]
MemberId = Annotated[str, typer.Argument(metavar="MEMBER", help="The id of the member.")]
Explain = Annotated[bool, typer.Option("--explain", help="Show the facts each verdict was drawn from.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and write nothing.")]
