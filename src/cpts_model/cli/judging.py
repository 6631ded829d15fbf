"""Judging dossiers and registers, and asking what is missing from them."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import attrs
import typer
from rich.progress import track

from cpts_model.api import assess as judge
from cpts_model.cli.console import Cell, console, show, show_json, show_table
from cpts_model.cli.files import read_all
from cpts_model.cli.options import (
    BREACH,
    FINE,
    Explain,
    Files,
    Format,
    Format_,
    Lang_,
    Language,
    On,
    day_asked,
)
from cpts_model.engine.assess import Assessment
from cpts_model.engine.explain import describe, format_day
from cpts_model.engine.text import Lang
from cpts_model.exchange.assessment import assessment_to_dict
from cpts_model.facts.structures import Structure
from cpts_model.law.statuts import law_with_statutes
from cpts_model.register import Register
from cpts_model.report.digest import digest
from cpts_model.report.registers import across_report
from cpts_model.report.text import Line, questions_report, text_report
from cpts_model.report.words import COUNTS, KINDS, SHORT_KINDS, WORDS


@attrs.frozen(slots=True)
class _Judged:
    """A file, or a line of one, and what was found: structure by structure, and across them."""

    path: Path
    structures: tuple[Assessment, ...]
    across: tuple[Assessment, ...] | None = None
    """``None`` where nothing was looked at across structures."""

    @property
    def all(self) -> tuple[Assessment, ...]:
        return (*self.structures, *(self.across or ()))


def _judge(subjects: list[tuple[Path, Structure | Register]], on: date) -> Iterator[_Judged]:
    watched = track(
        subjects,
        description="",
        console=console(stderr=True),
        disable=len(subjects) == 1 or not sys.stderr.isatty(),
        transient=True,
    )
    for path, subject in watched:
        if isinstance(subject, Register):
            whole = judge(subject, on=on)
            yield _Judged(path, whole.structures, whole.across)
        else:
            law = law_with_statutes(subject)
            yield _Judged(path, (judge(subject, on=on, law=law),))


def assess(
    files: Files,
    on: On = None,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
    explain: Explain = False,
) -> None:
    """Judge dossiers and registers and report, breaches first.

    Of a register, the rules across its structures are judged too: members of several CPTS, shared territories, the ceiling of payments.

    Exit code: 0 no breach, 1 a breach of law or regulation, 2 a dossier that cannot be read.
    """
    day = day_asked(on)
    judged = list(_judge(read_all(files), day))
    every = [assessment for one in judged for assessment in one.all]
    if format is Format.json:
        documents = [assessment_to_dict(assessment, explain=explain) for assessment in every]
        show_json(documents[0] if len(documents) == 1 else documents)
    elif len(every) == 1:
        show(text_report(every[0], lang.value, explain=explain))
    else:
        _show_summary(judged, day, lang.value)
        _show_details(judged, lang.value, explain)
    raise typer.Exit(FINE if all(assessment.ok for assessment in every) else BREACH)


def _show_details(judged: Sequence[_Judged], lang: Lang, explain: bool) -> None:
    for one in judged:
        if explain:
            for assessment in one.structures:
                show([Line()])
                show(text_report(assessment, lang, explain=True))
        if one.across is not None:
            show([Line()])
            show(across_report(one.across, lang, explain=explain))


def _show_summary(judged: Sequence[_Judged], day: date, lang: Lang) -> None:
    title = f"{WORDS['judged'].to(lang)} {format_day(day, lang)}"
    files = len({one.path for one in judged}) > 1
    columns = [WORDS[name].to(lang) for name in ("file", "structure", "kind", "verdict", "breaches_short")]
    columns += [COUNTS["warnings"][1].to(lang), WORDS["unknown_short"].to(lang)]
    rows = [_summary(one.path, assessment, lang) for one in judged for assessment in one.structures]
    first = 0 if files else 1
    show_table(title, columns[first:], [row[first:] for row in rows])


def _summary(path: Path, assessment: Assessment, lang: Lang) -> list[Cell]:
    sorted_out = digest(assessment)
    breaches = sorted_out.section("breaches")
    verdict = "breach" if breaches else "ok" if assessment.settled else "incomplete"
    name = type(assessment.subject).__name__
    style = "red" if breaches else "green" if assessment.settled else "cyan"
    return [
        path.name,
        describe(assessment.subject, lang),
        SHORT_KINDS.get(name) or (KINDS[name].to(lang) if name in KINDS else name),
        (WORDS[verdict].to(lang), style),
        "\n".join(entry.rule.id for entry in breaches) or "0",
        str(len(sorted_out.section("warnings"))),
        str(len(sorted_out.section("unknown")) + len(sorted_out.section("open"))),
    ]


def missing(files: Files, on: On = None, lang: Lang_ = Language.fr, format: Format_ = Format.text) -> None:
    """Say which unknown facts to ask for, most useful first."""
    day = day_asked(on)
    judged = list(_judge(read_all(files), day))
    if format is Format.json:
        documents = [assessment_to_dict(assessment) for one in judged for assessment in one.all]
        wanted = [{key: document[key] for key in ("subject", "on", "missing")} for document in documents]
        show_json(wanted[0] if len(wanted) == 1 else wanted)
        return
    # What is missing across structures is missing from one of them: it is asked there only.
    for index, assessment in enumerate(assessment for one in judged for assessment in one.structures):
        if index:
            show([Line()])
        show(questions_report(assessment, lang.value))
