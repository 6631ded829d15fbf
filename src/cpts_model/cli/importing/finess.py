"""The FINESS register brought in as dossiers: what was taken, what was left out, what is doubtful."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from cpts_model.cli.console import show, show_json
from cpts_model.cli.files import refuse, trouble_with
from cpts_model.cli.options import BREACH, FINE, DryRun, Format, Format_, Lang_, Language
from cpts_model.cli.outputs import keep_apart
from cpts_model.engine.errors import CptsModelError, MissingExtra
from cpts_model.engine.explain import format_day
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.exchange.counting import counted
from cpts_model.exchange.finess import STRUCTURE_CATEGORIES, FinessImport
from cpts_model.exchange.finess import import_finess as import_register
from cpts_model.exchange.nomenclatures import R66
from cpts_model.facts.checks import BadFact, departement
from cpts_model.report.text import Line

CATEGORIES_SHOWN = 10
"""How many categories that were left out are named."""

PLACES_SHOWN = 8
"""How many places of doubts of one kind are told."""

_REGISTER = Text("Répertoire FINESS", "FINESS register")
_OF = Text(" du ", " of ")
_READ = (
    Text("{} établissement lu", "{} establishment read"),
    Text("{} établissements lus", "{} establishments read"),
)
_TAKEN = (Text("{} repris", "{} taken"), Text("{} repris", "{} taken"))
_TO_TAKE = (Text("{} à reprendre", "{} to take"), Text("{} à reprendre", "{} to take"))
_LEFT_OUT = (Text("{} écarté", "{} left out"), Text("{} écartés", "{} left out"))
_UNKNOWN_CATEGORY = Text("catégorie inconnue", "category unknown")
_CATEGORY = Text("catégorie", "category")
_OTHER_CATEGORIES = Text("de {} autres catégories", "of {} other categories")
_CLOSED = Text("dit fermé par le répertoire", "closed, by the register")
_TWICE = Text("au numéro déjà vu", "with a number seen already")
_ELSEWHERE = Text("dans un autre département", "in another département")
_NOWHERE = Text("de département inconnu", "of unknown département")
_DOUBTS = (Text("{} doute", "{} doubt"), Text("{} doutes", "{} doubts"))
_MORE = Text("… et {} autres", "… and {} more")
_WRITTEN_IN = (
    Text("{} dossier écrit dans", "{} dossier written to"),
    Text("{} dossiers écrits dans", "{} dossiers written to"),
)
_NOTHING = Text("Rien n'est écrit sans -o.", "Nothing is written without -o.")
_DRY = Text("Rien n'est écrit (--dry-run).", "Nothing is written (--dry-run).")


def parse_departement(text: str) -> str:
    """The code of a département as an option gives it.

    Raises:
        typer.BadParameter: it is none.
    """
    try:
        departement("--departement", text)
    except BadFact as bad:
        raise typer.BadParameter(bad.problem) from None
    return text.upper()


def parse_category(text: str) -> str:
    """A FINESS category as an option gives it.

    Raises:
        typer.BadParameter: it is not written with three digits.
    """
    if len(text) == 3 and text.isascii() and text.isdigit():
        return text
    raise typer.BadParameter(f"{text!r} is no FINESS category: write its three digits, 604 for a CPTS")


def import_finess(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="The official ; extract, an extract with named columns, or the JSON of FINESS+ (.gz too).",
        ),
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR|FILE",
            help="A folder (a dossier each), a .jsonl file (one a line) or a .json file (a register). Without it nothing is written.",
        ),
    ] = None,
    category: Annotated[
        list[str] | None,
        typer.Option(
            "--category",
            metavar="CODE",
            parser=parse_category,
            help=f"A FINESS category; may be told again. By default {', '.join(STRUCTURE_CATEGORIES)}.",
        ),
    ] = None,
    departements: Annotated[
        list[str] | None,
        typer.Option(
            "--departement",
            metavar="CODE",
            parser=parse_departement,
            help="A département (33, 2A, 971); may be told again. By default all.",
        ),
    ] = None,
    dry_run: DryRun = False,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Bring the structures of the FINESS register in as dossiers: what it does not hold stays unknown.

    All is written or nothing, and no dossier that is in the folder already is replaced. Each dossier says in its key "source" where it comes from.

    Exit code: 0 all is clear, 1 something taken is doubtful (each doubt is told with its line), 2 input that cannot be read, or output that cannot be written.
    """
    if output is not None:
        keep_apart(file, output)
        others = [code for code in category or () if code not in STRUCTURE_CATEGORIES]
        if others:
            refuse(
                f"--category {others[0]}: only {', '.join(STRUCTURE_CATEGORIES)} become dossiers; nothing was written"
            )
    found = _imported(file, output, category or None, departements or None, dry_run)
    written = None if dry_run else output
    if format is Format.json:
        show_json(_document(found, written))
    else:
        show(_lines(found, written, dry_run, lang.value))
    raise typer.Exit(BREACH if found.doubt_count else FINE)


def _imported(
    file: Path, output: Path | None, categories: list[str] | None, places: list[str] | None, dry_run: bool
) -> FinessImport:
    """What became of the file; if it cannot be read, or the output written, the command ends."""
    try:
        return import_register(file, output, categories=categories, departements=places, dry_run=dry_run)
    except MissingExtra:
        raise
    except CptsModelError as bad:
        refuse(bad)
    except OSError as failure:
        refuse(trouble_with(_culprit(failure, file, output), failure))


def _culprit(failure: OSError, file: Path, output: Path | None) -> Path:
    """What a failure is about: a disk that is full names no file, and what is written aside has a name of its own."""
    named = Path(failure.filename or "")
    if output is None or named == file:
        return file
    return named if named.is_relative_to(output) and named.suffix != ".part" else output


def _lines(found: FinessImport, written: Path | None, dry_run: bool, lang: Lang) -> Iterator[Line]:
    header = found.header
    drawn = (
        ""
        if isinstance(header.extracted_on, Unknown)
        else f"{_OF.to(lang)}{format_day(header.extracted_on, lang)}"
    )
    yield Line(f"{_REGISTER.to(lang)}, {header.format.label.to(lang)}{drawn}", "head")
    yield Line(counted(found.read, *_READ).to(lang), "counts")
    yield Line(counted(found.taken_count, *(_TAKEN if written else _TO_TAKE)).to(lang), "counts")
    for code, count in sorted(found.taken.items()):
        yield Line(f"{count} {_named(code, lang)}", indent=2)
    left_out = list(_left_out(found, lang))
    if left_out:
        yield Line(counted(sum(count for count, _ in left_out), *_LEFT_OUT).to(lang), "counts")
        for count, word in left_out:
            yield Line(f"{count} {word}", indent=2)
    if found.doubt_count:
        yield Line(counted(found.doubt_count, *_DOUBTS).to(lang), "title.unknown")
        yield from _doubts(found, lang)
    if written:
        yield Line(f"{counted(found.taken_count, *_WRITTEN_IN).to(lang)} {written}")
    else:
        yield Line((_DRY if dry_run else _NOTHING).to(lang))


def _left_out(found: FinessImport, lang: Lang) -> Iterator[tuple[int, str]]:
    """How many were left out, and why: the categories met most often by name, the rest together."""
    others = sorted(found.other_categories.items(), key=lambda pair: (-pair[1], pair[0]))
    for code, count in others[:CATEGORIES_SHOWN]:
        yield count, _named(code, lang) if code else _UNKNOWN_CATEGORY.to(lang)
    if others[CATEGORIES_SHOWN:]:
        rest = others[CATEGORIES_SHOWN:]
        yield sum(count for _, count in rest), _OTHER_CATEGORIES.to(lang).format(len(rest))
    for count, word in (
        (found.elsewhere, _ELSEWHERE),
        (found.nowhere, _NOWHERE),
        (found.closed, _CLOSED),
        (found.twice, _TWICE),
    ):
        if count:
            yield count, word.to(lang)


def _doubts(found: FinessImport, lang: Lang) -> Iterator[Line]:
    """Doubts of one kind together, with the first of their places."""
    places: dict[Text, list[str]] = {}
    for doubt in found.doubts:
        places.setdefault(doubt.problem, []).append(doubt.where(lang))
    for problem, told in places.items():
        more = f", {_MORE.to(lang).format(len(told) - PLACES_SHOWN)}" if len(told) > PLACES_SHOWN else ""
        yield Line(f"{len(told)} × {problem.to(lang)}", indent=2)
        yield Line(f"{', '.join(told[:PLACES_SHOWN])}{more}", indent=4)
    if found.doubt_count > len(found.doubts):
        yield Line(_MORE.to(lang).format(found.doubt_count - len(found.doubts)), indent=2)


def _named(code: str, lang: Lang) -> str:
    known = R66.get(code)
    return f"{_CATEGORY.to(lang)} {code}{f' ({known.label})' if known else ''}"


def _document(found: FinessImport, written: Path | None) -> dict[str, Any]:
    header = found.header
    return {
        "format": header.format.value,
        "extracted_on": None if isinstance(header.extracted_on, Unknown) else header.extracted_on.isoformat(),
        "version": None if isinstance(header.version, Unknown) else header.version,
        "read": found.read,
        "taken": dict(sorted(found.taken.items())),
        "left_out": {
            "other_categories": dict(sorted(found.other_categories.items())),
            "other_departement": found.elsewhere,
            "unknown_departement": found.nowhere,
            "closed": found.closed,
            "twice": found.twice,
        },
        "doubt_count": found.doubt_count,
        "doubts": [
            {
                "line": doubt.place.line,
                "path": doubt.place.path,
                "column": doubt.column,
                "fr": doubt.problem.fr,
                "en": doubt.problem.en,
            }
            for doubt in found.doubts
        ],
        "written": None if written is None else str(written),
    }
