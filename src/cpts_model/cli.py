"""The command line: judge dossiers, ask what is missing, read the law.

Only this module reads the clock: without ``--on`` it judges today, and says so.
"""

import io
import json
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.progress import track
from rich.table import Table
from rich.text import Text as RichText
from rich.theme import Theme

from cpts_model.api import assess as judge
from cpts_model.engine.assess import Assessment
from cpts_model.engine.errors import CptsModelError, UnknownRule
from cpts_model.engine.explain import describe, format_day
from cpts_model.engine.text import Lang
from cpts_model.exchange.assessment import assessment_to_dict, rule_to_dict
from cpts_model.exchange.blank import blank_dossier
from cpts_model.exchange.dossier import read_structures
from cpts_model.exchange.kinds import STRUCTURES
from cpts_model.facts.structures import Structure
from cpts_model.law import LAW
from cpts_model.report.digest import digest
from cpts_model.report.law import law_lines, near_articles, rule_lines
from cpts_model.report.text import Line, questions_report, text_report
from cpts_model.report.visible import visible
from cpts_model.report.words import KINDS, WORDS

FINE, BREACH, BAD_INPUT, FAILED = 0, 1, 2, 3
"""The exit codes: no breach, a breach, input that cannot be read, something that went wrong here."""

NARROWEST = 40
"""The narrowest a report is folded."""

_THEME = Theme(
    {
        "head": "bold",
        "counts": "bold",
        "article": "underline",
        "title.breaches": "bold red",
        "title.warnings": "bold yellow",
        "title.unknown": "bold cyan",
        "title.open": "bold cyan",
        "title.rights_open": "bold green",
        "title.rights_closed": "bold",
        "title.satisfied": "bold green",
        "breaches": "red",
        "warnings": "yellow",
        "unknown": "cyan",
        "open": "cyan",
        "rights_open": "green",
        "rights_closed": "none",
        "satisfied": "green",
        "mend": "italic",
        "plain": "none",
    }
)

app = typer.Typer(
    name="cpts-model",
    help="Judge a structure of French coordinated care under the law of a day.",
    no_args_is_help=True,
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class Language(StrEnum):
    """The languages of the reports."""

    fr = "fr"
    en = "en"


class Format(StrEnum):
    """The formats of the output."""

    text = "text"
    json = "json"


def _day(text: str) -> date:
    try:
        # Stricter than Python, which reads 20261121 and 2026-W47-6 too.
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day: write it as 2026-11-21") from None


def _today() -> date:
    """The day on this machine: the one place where the library reads a clock."""
    return date.today()  # noqa: DTZ011


On = Annotated[
    date | None,
    typer.Option(
        "--on", metavar="DAY", parser=_day, help="The day whose law applies (YYYY-MM-DD). Today by default."
    ),
]
Lang_ = Annotated[Language, typer.Option("--lang", help="The language of the report.")]
Format_ = Annotated[Format, typer.Option("--format", help="Text to read, or JSON for programs.")]
Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Dossiers: .json, .toml or .jsonl.")]


class _Console(Console):
    """A console whose reader may stop reading, which is no failure."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def _console(*, stderr: bool = False) -> Console:
    console = _Console(theme=_THEME, highlight=False, stderr=stderr)
    console.width = max(console.width, NARROWEST)
    return console


def _say(problem: object) -> None:
    """Tell a problem on the error output, a line at a time."""
    for line in str(problem).split("\n"):
        _console(stderr=True).print(RichText(visible(line)), soft_wrap=True)


def _print(lines: Iterable[Line]) -> None:
    console = _console()
    for line in lines:
        text = RichText(visible(line.text), style=line.style)
        if console.is_terminal:
            console.print(Padding(text, (0, 0, 0, line.indent)))
        else:
            # A report that is piped is not folded to the width of a terminal it does not go to.
            console.print(RichText(" " * line.indent) + text, soft_wrap=True)


def _print_json(data: Any) -> None:
    # Escapes of JSON's own where the output has no room for every character.
    ascii_only = not (sys.stdout.encoding or "").lower().startswith("utf")
    text = json.dumps(data, ensure_ascii=ascii_only, indent=2)
    sys.stdout.write(visible(text, keep="\n") + "\n")


def _read(files: list[Path]) -> list[tuple[Path, Structure]]:
    """Every structure of every file; if one file is bad, all that is wrong with all of them."""
    found: list[tuple[Path, Structure]] = []
    problems: list[str] = []
    for path in files:
        try:
            found.extend((path, structure) for structure in read_structures(path))
        except CptsModelError as bad:
            problems.append(str(bad))
        except OSError as failure:
            problems.append(f"{path}: {failure.strerror or failure}")
    if problems:
        for problem in problems:
            _say(problem)
        raise typer.Exit(BAD_INPUT)
    return found


def _judge(structures: list[tuple[Path, Structure]], on: date) -> Iterator[tuple[Path, Assessment]]:
    watched = track(
        structures,
        description="",
        console=_console(stderr=True),
        disable=len(structures) == 1 or not sys.stderr.isatty(),
        transient=True,
    )
    for path, structure in watched:
        yield path, judge(structure, on=on)


@app.command()
def assess(
    files: Files,
    on: On = None,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the facts each verdict was drawn from.")
    ] = False,
) -> None:
    """Judge dossiers and report, breaches first.

    Exit code: 0 no breach, 1 a breach of law or regulation, 2 a dossier that cannot be read.
    """
    day = on or _today()
    judged = list(_judge(_read(files), day))
    if format is Format.json:
        documents = [assessment_to_dict(assessment, explain=explain) for _, assessment in judged]
        _print_json(documents[0] if len(documents) == 1 else documents)
    elif len(judged) == 1:
        _print(text_report(judged[0][1], lang.value, explain=explain))
    else:
        _print_summary(judged, day, lang.value)
        if explain:
            for _, assessment in judged:
                _print([Line()])
                _print(text_report(assessment, lang.value, explain=True))
    raise typer.Exit(FINE if all(assessment.ok for _, assessment in judged) else BREACH)


def _print_summary(judged: list[tuple[Path, Assessment]], day: date, lang: Lang) -> None:
    table = Table(title=f"{WORDS['judged'].to(lang)} {format_day(day, lang)}", title_style="bold")
    for column in ("file", "structure", "kind", "verdict", "breaches_short", "unknown_short"):
        table.add_column(WORDS[column].to(lang), overflow="fold")
    for path, assessment in judged:
        sorted_out = digest(assessment)
        breaches = sorted_out.section("breaches")
        verdict = "breach" if breaches else "ok" if assessment.settled else "incomplete"
        kind = KINDS.get(type(assessment.subject).__name__)
        table.add_row(
            RichText(visible(path.name)),
            RichText(visible(describe(assessment.subject, lang))),
            RichText(kind.to(lang) if kind else type(assessment.subject).__name__),
            RichText(
                WORDS[verdict].to(lang),
                style="red" if breaches else "green" if assessment.settled else "cyan",
            ),
            RichText("\n".join(entry.rule.id for entry in breaches) or "0"),
            RichText(str(len(sorted_out.section("unknown")) + len(sorted_out.section("open")))),
        )
    console = _console()
    if not console.is_terminal:
        console.width = 200
    console.print(table)


@app.command()
def missing(files: Files, on: On = None, lang: Lang_ = Language.fr, format: Format_ = Format.text) -> None:
    """Say which unknown facts to ask for, most useful first."""
    day = on or _today()
    judged = list(_judge(_read(files), day))
    if format is Format.json:
        documents = [assessment_to_dict(assessment) for _, assessment in judged]
        wanted = [{key: document[key] for key in ("subject", "on", "missing")} for document in documents]
        _print_json(wanted[0] if len(wanted) == 1 else wanted)
        return
    for index, (_, assessment) in enumerate(judged):
        if index:
            _print([Line()])
        _print(questions_report(assessment, lang.value))


@app.command()
def law(
    on: On = None,
    article: Annotated[
        str | None, typer.Option("--article", help="Only the rules that cite this article: L6323-3.")
    ] = None,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
    all_versions: Annotated[
        bool, typer.Option("--all", help="Every version, not only those in force that day.")
    ] = False,
) -> None:
    """List the rules in force on a day, article by article."""
    day = on or _today()
    rules = [
        rule
        for rule in (LAW if article is None else LAW.citing(article))
        if all_versions or day in rule.in_force
    ]
    if format is Format.json:
        _print_json([rule_to_dict(rule) for rule in rules])
        return
    _print(law_lines(rules, day, lang.value))
    if article is not None and not LAW.citing(article):
        near = near_articles(article, LAW)
        if near:
            _print([Line(WORDS["near_articles"].to(lang.value).format(names=", ".join(near)))])
        raise typer.Exit(BAD_INPUT)


@app.command()
def explain(rule_id: Annotated[str, typer.Argument(metavar="RULE_ID")], lang: Lang_ = Language.fr) -> None:
    """Tell all that is known of a rule, version by version."""
    try:
        versions = LAW.versions(rule_id)
    except UnknownRule as unknown:
        _say(unknown)
        raise typer.Exit(BAD_INPUT) from None
    _print(rule_lines(versions, lang.value))


@app.command()
def new(
    kind: Annotated[str, typer.Argument(help="cpts, esp, ess, msp, cds or sisa.")],
    lang: Lang_ = Language.fr,
) -> None:
    """Print a commented dossier (TOML) to fill in."""
    try:
        sys.stdout.write(blank_dossier(kind, lang.value))
    except KeyError:
        kinds = ", ".join(sorted(STRUCTURES))
        raise typer.BadParameter(f"{kind!r} is not a kind of structure: {kinds}") from None


@app.callback()
def about(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)
    ] = False,
) -> None:
    """Judge a structure of French coordinated care under the law of a day."""
    if version:
        sys.stdout.write(f"cpts-model {metadata.version('cpts-model')}\n")
        raise typer.Exit(FINE)


def run() -> None:
    """Run the command line: no traceback reaches a person, and each end has its exit code."""
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
        _say(failure)
        sys.exit(FAILED)


def _speak_plainly(stream: io.TextIOWrapper) -> None:
    """Write UTF-8 where nobody chose otherwise; what cannot be written is written out, never a crash."""
    if stream.isatty() or "PYTHONIOENCODING" in os.environ:
        stream.reconfigure(errors="backslashreplace")
    else:
        stream.reconfigure(encoding="utf-8")
