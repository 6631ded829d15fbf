"""The command line: judge dossiers and registers, keep the membership of structures, read the law.

Only this package reads the clock, in one place: without ``--on`` the day is today, and the
report says which.
"""

import io
import os
import sys
from datetime import date
from importlib import metadata
from typing import Annotated

import typer

from cpts_model.cli import (
    assembly,
    associates,
    communes,
    comparing,
    conforming,
    dates,
    exporting,
    importing,
    joining,
    judging,
    lawbook,
    leaving,
    members,
    money,
    numbers,
    paying,
    reporting,
    schemas,
    stages,
    standing,
    timeline,
)
from cpts_model.cli.console import say
from cpts_model.cli.options import BAD_INPUT, BREACH, FAILED, FINE
from cpts_model.cli.pseudonyms import pseudonymising
from cpts_model.engine.errors import CptsModelError

__all__ = ["BAD_INPUT", "BREACH", "FAILED", "FINE", "app", "run"]

app = typer.Typer(
    name="cpts-model",
    help="Judge a structure of French coordinated care under the law of a day.",
    no_args_is_help=True,
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for name, command in (
    ("assess", pseudonymising(judging.assess)),
    ("missing", pseudonymising(judging.missing)),
    ("report", pseudonymising(reporting.report)),
    ("join", joining.join),
    ("leave", leaving.leave),
    ("status", pseudonymising(standing.status)),
    ("electors", pseudonymising(assembly.electors_of)),
    ("payments", pseudonymising(paying.payments)),
    ("headcount", pseudonymising(standing.count)),
    ("timeline", pseudonymising(timeline.timeline)),
    ("deadlines", pseudonymising(dates.deadlines)),
    ("checklist", pseudonymising(dates.checklist)),
    ("compare", pseudonymising(comparing.compare)),
    ("funding", pseudonymising(money.funding)),
    ("associates", pseudonymising(associates.associates)),
    ("stage", stages.stage),
    ("territory", communes.territory),
    ("conformance", conforming.conformance),
    ("identify", numbers.identify),
    ("schema", schemas.schema),
    ("law", lawbook.law),
    ("explain", lawbook.explain),
    ("new", lawbook.new),
):
    app.command(name)(command)
app.add_typer(members.app, name="members")
app.add_typer(importing.app, name="import")
app.add_typer(exporting.app, name="export")


def _today() -> date:
    """The day on this machine: the one place where the library reads a clock."""
    return date.today()  # noqa: DTZ011


@app.callback()
def about(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)
    ] = False,
) -> None:
    """Judge structures of French coordinated care under the law of a day, and keep their members."""
    if version:
        sys.stdout.write(f"cpts-model {metadata.version('cpts-model')}\n")
        raise typer.Exit(FINE)


def run() -> None:
    """Run the command line: no traceback reaches a person, and each end has its exit code."""
    _insist_on_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            _speak_plainly(stream)
    try:
        app()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader stopped reading: no failure
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FINE)
    except (CptsModelError, OSError) as failure:
        say(failure)
        sys.exit(FAILED)


def _insist_on_streams() -> None:
    """Where an output was closed before the start Python has none: what is said there goes nowhere, and files are written."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115


def _speak_plainly(stream: io.TextIOWrapper) -> None:
    """Write UTF-8 where nobody chose otherwise; what cannot be written is written out, never a crash."""
    if stream.isatty() or "PYTHONIOENCODING" in os.environ:
        stream.reconfigure(errors="backslashreplace")
    else:
        stream.reconfigure(encoding="utf-8")
