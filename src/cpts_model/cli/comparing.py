"""What changed between two days: for a dossier, or in the law itself."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cpts_model.cli.console import show, show_json
from cpts_model.cli.files import read_all, structures_of
from cpts_model.cli.options import (
    BREACH,
    FINE,
    Format,
    Format_,
    Lang_,
    Language,
    day_asked,
    parse_day,
)
from cpts_model.exchange.comparison import comparison_to_dict, law_diff_to_dict
from cpts_model.facts.structures import Structure
from cpts_model.law import LAW
from cpts_model.law.statuts import law_with_statutes
from cpts_model.life.compare import Comparison
from cpts_model.life.compare import compare as compared
from cpts_model.report.compare import comparison_report, comparisons_report, law_diff_report


def compare(
    other: Annotated[
        date,
        typer.Option(
            "--and", metavar="DAY", parser=parse_day, help="The second day (YYYY-MM-DD), later or earlier."
        ),
    ],
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE",
            help="A dossier or a register: .json, .toml or .jsonl. Without it, the law itself.",
        ),
    ] = None,
    on: Annotated[
        date | None,
        typer.Option(
            "--on",
            metavar="DAY",
            parser=parse_day,
            help="The first of the two days (YYYY-MM-DD). Today by default.",
        ),
    ] = None,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Say what changes for a dossier from one day to another, and why: by the law, or by time alone.

    Each change comes with its very day, the article and act or the delay that made it. Without a file: what the law changed between the two days.

    Exit code: 0 no further breach, 1 a breach of law or regulation on the second day that was none on the first, 2 a dossier that cannot be read.
    """  # fmt: skip
    day = day_asked(on)
    if file is None:
        if format is Format.json:
            show_json(law_diff_to_dict(LAW.diff(day, other)))
        else:
            # Told as it happened, whichever day comes first: on its day, a rule did not cease that came into force.
            show(law_diff_report(LAW.diff(*sorted((day, other))), lang.value))
        return
    comparisons = [
        _of(structure, day, other) for _, subject in read_all([file]) for structure in structures_of(subject)
    ]
    if format is Format.json:
        documents = [comparison_to_dict(one) for one in comparisons]
        show_json(documents[0] if len(documents) == 1 else documents)
    elif len(comparisons) == 1:
        show(comparison_report(comparisons[0], lang.value))
    else:
        show(comparisons_report(comparisons, lang.value))
    raise typer.Exit(BREACH if any(one.new_breaches for one in comparisons) else FINE)


def _of(structure: Structure, day: date, other: date) -> Comparison:
    return compared(structure, a=day, b=other, law=law_with_statutes(structure))
