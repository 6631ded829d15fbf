"""The report of dossiers, to send and to print."""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cpts_model.api import assess as judge
from cpts_model.cli.console import say
from cpts_model.cli.files import WRITTEN, read_all, refuse, save
from cpts_model.cli.options import BREACH, FINE, Files, Lang_, Language, On, day_asked
from cpts_model.cli.outputs import keep_apart, refuse_existing
from cpts_model.engine.assess import Assessment
from cpts_model.engine.text import Lang
from cpts_model.exchange.assessment import assessment_to_dict
from cpts_model.exchange.files import replace_file
from cpts_model.law.statuts import law_with_statutes
from cpts_model.register import Register, RegisterAssessment
from cpts_model.report.document import html_report, markdown_report
from cpts_model.report.visible import visible

STDOUT = Path("-")


class ReportFormat(StrEnum):
    """The formats of a report."""

    html = "html"
    md = "md"
    json = "json"


_SUFFIXES = {
    ".html": ReportFormat.html,
    ".htm": ReportFormat.html,
    ".md": ReportFormat.md,
    ".markdown": ReportFormat.md,
    ".json": ReportFormat.json,
}


def report(
    files: Files,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="OUT", help="Write the report there; - is the standard output."
        ),
    ] = None,
    format: Annotated[
        ReportFormat | None,
        typer.Option(
            "--format",
            help="A page to send and to print, Markdown, or JSON. By default as the name of OUT ends, or html.",
        ),
    ] = None,
    on: On = None,
    lang: Lang_ = Language.fr,
) -> None:
    """Write the report of dossiers and registers: verdicts, questionnaire, deadlines, timeline, facts told.

    The page is one file that needs nothing else. No file is written over another.

    Exit code: 0 no breach, 1 a breach of law or regulation, 2 a dossier that cannot be read or a file that cannot be written.
    """
    wanted = format or _SUFFIXES.get(output.suffix.lower() if output else "", ReportFormat.html)
    path = None if output == STDOUT else output
    if path is None and wanted is ReportFormat.html and sys.stdout.isatty():
        refuse("a page is not for a terminal: name a file to write with -o report.html, or ask --format md")
    if path is not None:
        for file in files:
            keep_apart(file, path)
        refuse_existing(path)
    assessed = list(_judge(files, day_asked(on)))
    if not assessed:
        refuse("there is no dossier in what was read: nothing to report on")
    text = _written(assessed, wanted, lang.value)
    if path is None:
        _print(text, wanted)
    else:
        save(path, lambda: replace_file(path, text))
        say(f"{WRITTEN.to(lang.value)} {path}")
    raise typer.Exit(FINE if all(one.ok for one in assessed) else BREACH)


def _print(text: str, wanted: ReportFormat) -> None:
    """Write a report to the standard output: a page says that it is UTF-8, and JSON is, whatever was chosen there."""
    if wanted is ReportFormat.md or sys.stdout.isatty():
        sys.stdout.write(text)
    else:
        sys.stdout.buffer.write(text.encode())


def _judge(files: Sequence[Path], on: date) -> Iterator[Assessment | RegisterAssessment]:
    for _, subject in read_all(files):
        if isinstance(subject, Register):
            yield judge(subject, on=on)
        else:
            yield judge(subject, on=on, law=law_with_statutes(subject))


def _written(assessed: Sequence[Assessment | RegisterAssessment], wanted: ReportFormat, lang: Lang) -> str:
    if wanted is ReportFormat.html:
        return html_report(assessed, lang=lang)
    if wanted is ReportFormat.md:
        return markdown_report(assessed, lang=lang)
    return _json(assessed)


def _json(assessed: Sequence[Assessment | RegisterAssessment]) -> str:
    """What ``assess --format json --explain`` gives."""
    every = [
        one for each in assessed for one in ((each,) if isinstance(each, Assessment) else each.assessments)
    ]
    documents = [assessment_to_dict(one, explain=True) for one in every]
    data = documents[0] if len(documents) == 1 else documents
    return visible(json.dumps(data, ensure_ascii=False, indent=2), keep="\n") + "\n"
