"""Whether the codes and the numbers of files may stand on a day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from cpts_model.cli.console import show, show_json
from cpts_model.cli.files import refuse, trouble_with
from cpts_model.cli.options import BREACH, FINE, Format, Format_, Lang_, Language, On, day_asked
from cpts_model.engine.errors import CptsModelError
from cpts_model.engine.explain import format_day
from cpts_model.engine.text import Lang, Text
from cpts_model.exchange.conformance import Concern, Conformance, conformance_of_file, conformance_to_dict
from cpts_model.exchange.faults import MissingExtra, UnknownFormat
from cpts_model.exchange.files import first_bytes
from cpts_model.exchange.nomenclatures.system import day_of
from cpts_model.report.text import MARKS, Line

_ON = Text("au", "on")
_DOSSIER = Text("dossier", "dossier")
_FINE = Text("Rien à signaler.", "Nothing to report.")
_KNOW = Text("À savoir :", "To be known:")
_LAST_SEEN = Text(
    "Nomenclatures, à la dernière version lue ; ce qui a changé depuis n'est pas connu :",
    "Nomenclatures, in the last version that was read; what has changed since is not known:",
)
_VERSION = Text("{system} : {day}", "{system}: {day}")
_OTHERS = Text("Codes non vérifiés (systèmes) :", "Codes that were not checked (systems):")
_MORE = Text(
    "… et {n} de plus : --format json les donne tous", "… and {n} more: --format json gives them all"
)
_SHOWN = 1000
"""How many lines of a kind are shown: a hostile file could make millions, and nobody reads them."""

_READ_HERE = "dossiers and registers (.json, .toml, .jsonl) and FHIR resources (.json) are read here"
_READ_BY = (
    (b"identifiant pp", "an extract of the Annuaire Santé: 'import annuaire' reads it"),
    (b"finess", "an extract of FINESS: 'import finess' reads it"),
)
"""What extracts begin with, in small letters, and the commands that read them."""
_EXTRACTS = "'import finess' and 'import annuaire' read extracts of registers"
_BEGINNING = 2000

_WRONG = frozenset({Concern.DEPRECATED, Concern.NOT_YET_VALID, Concern.UNKNOWN_CODE})


class Found(NamedTuple):
    """What was found in a file, or in one dossier of a file that holds one a line."""

    path: Path
    number: int | None
    answer: Conformance


def conformance(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="Dossiers (.json, .toml or .jsonl), or FHIR resources in .json."
        ),
    ],
    *,
    on: On = None,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Say which codes and numbers of files may not stand on a day, and what to write instead.

    Codes are held against the health nomenclatures (NOS) in the version that was read; numbers (RPPS, FINESS, SIREN, SIRET, COG) against their shape and key. No number is repeated; what is told of a member, or of a structure, begins with its id.

    Exit code: 0 nothing to say, 1 something, 2 a file that cannot be read.
    """  # fmt: skip
    day = day_asked(on)
    found = _inspected(files, day)
    if format is Format.json:
        documents = [
            {"file": str(one.path), "dossier": one.number, **conformance_to_dict(one.answer)} for one in found
        ]
        show_json(documents[0] if len(documents) == 1 else documents)
    else:
        for place, one in enumerate(found):
            show([Line()] if place else [])
            show(_lines(one, lang.value))
    raise typer.Exit(FINE if all(one.answer.conforms for one in found) else BREACH)


def _inspected(files: list[Path], day: date) -> list[Found]:
    """What was found in each file; if one is bad, all that is wrong with all of them."""
    found: list[Found] = []
    problems: list[str] = []
    for path in files:
        try:
            found.extend(_named(path, conformance_of_file(path, on=day)))
        except MissingExtra:
            raise
        except UnknownFormat:
            problems.append(f"{path}: {_READ_HERE}; {_reader_of(path)}")
        except CptsModelError as bad:
            problems.append(str(bad))
        except OSError as failure:
            problems.append(trouble_with(path, failure))
    if problems:
        refuse(*problems)
    return found


def _reader_of(path: Path) -> str:
    """Which command reads what is neither a dossier nor FHIR, by what it begins with."""
    try:
        beginning = first_bytes(path, _BEGINNING).lower()
    except (CptsModelError, OSError):
        return _EXTRACTS
    found = next((said for sign, said in _READ_BY if sign in beginning), None)
    return _EXTRACTS if found is None else f"it looks like {found}"


def _named(path: Path, answers: tuple[Conformance, ...]) -> Iterator[Found]:
    if len(answers) == 1:
        yield Found(path, None, answers[0])
    else:
        yield from (Found(path, number, one) for number, one in enumerate(answers, 1))


def _lines(found: Found, lang: Lang) -> Iterator[Line]:
    one = found.answer
    dossier = "" if found.number is None else f", {_DOSSIER.to(lang)} {found.number}"
    yield Line(f"{found.path}{dossier}, {_ON.to(lang)} {format_day(one.on, lang)}", "head")
    if one.conforms:
        yield Line(_FINE.to(lang), "satisfied", indent=1)
    for nonconformity in one.nonconformities[:_SHOWN]:
        concern = nonconformity.concern
        style = "breaches" if concern in _WRONG else "warnings"
        held_by = "" if nonconformity.held_by is None else f"{nonconformity.held_by}, "
        place = f"{held_by}{nonconformity.path}"
        yield Line(f"{MARKS[style]} {place} ({concern.label.to(lang)})", style, indent=1)
        yield Line(nonconformity.text.to(lang), indent=3)
    yield from _more(len(one.nonconformities), 1, lang)
    others = [note for note in one.notes if note.seen is None]
    if others:
        yield Line()
        yield Line(_KNOW.to(lang), "title.unknown", indent=1)
        yield from (Line(note.text.to(lang), indent=3) for note in others)
    versions = [(note.system, day_of(note.seen)) for note in one.notes if note.seen is not None]
    if versions:
        yield Line()
        yield Line(_LAST_SEEN.to(lang), "title.unknown", indent=1)
        yield from (Line(_version(system, day, lang), indent=3) for system, day in versions)
    if one.other_systems:
        yield Line()
        yield Line(_OTHERS.to(lang), "title.unknown", indent=1)
        yield from (Line(system, indent=3) for system in one.other_systems[:_SHOWN])
        yield from _more(len(one.other_systems), 3, lang)


def _version(system: str, day: date, lang: Lang) -> str:
    short = system.partition("-")[0]
    return _VERSION.to(lang).format(system=short, day=format_day(day, lang))


def _more(found: int, indent: int, lang: Lang) -> Iterator[Line]:
    if found > _SHOWN:
        yield Line(_MORE.to(lang).format(n=found - _SHOWN), "mend", indent=indent)
