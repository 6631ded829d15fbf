"""FHIR on the command line: resources in, as dossiers."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from cpts_model.cli.console import show, show_json
from cpts_model.cli.files import WRITTEN, read, refuse, save
from cpts_model.cli.options import FINE, DryRun, Format, Format_, Lang_, Language
from cpts_model.cli.outputs import keep_apart, refuse_existing
from cpts_model.cli.plain import both
from cpts_model.engine.text import Lang, Text
from cpts_model.exchange.counting import counted
from cpts_model.exchange.dossier import write_dossier, write_structures
from cpts_model.exchange.fhir import FhirReading, Note, Outcome, read_fhir
from cpts_model.exchange.files import LINES, first_bytes, format_of, holds_lines
from cpts_model.report.text import Line

_READ = Text("Lu : {}", "Read: {}")
_STRUCTURES = (Text("{} structure", "{} structure"), Text("{} structures", "{} structures"))
_MEMBERSHIPS = (Text("{} adhésion", "{} membership"), Text("{} adhésions", "{} memberships"))
_OTHERS = Text(
    "Hors de ces structures, et dans aucun dossier : {}", "Outside these structures, and in no dossier: {}"
)
_PROFESSIONALS = (Text("{} professionnel", "{} professional"), Text("{} professionnels", "{} professionals"))
_ORGANISATIONS = (Text("{} organisation", "{} organisation"), Text("{} organisations", "{} organisations"))
_OUTCOMES = {
    Outcome.OTHERWISE: Text("Lu autrement :", "Read as something else:"),
    Outcome.IN_PART: Text("Repris en partie :", "Kept in part:"),
    Outcome.NOT_KEPT: Text("Lu, et non repris :", "Read, and not kept:"),
}
_NOT_WRITTEN = Text("Rien n'est écrit (--dry-run).", "Nothing is written (--dry-run).")


def import_fhir(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="A Bundle or a resource (.json), or a resource a line (.ndjson)."
        ),
    ],
    *,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="DOSSIER", help="The dossier: .json, .toml or .jsonl.")
    ],
    all_members: Annotated[
        bool,
        typer.Option(
            "--all-members",
            help="The files hold every member of their structures: FHIR cannot say so, and without it the members stay unknown.",
        ),
    ] = False,
    dry_run: DryRun = False,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Bring in FHIR R4 resources as a dossier, or a register: what no resource tells stays unknown.

    Several files are read together, so that one may refer to what stands in another. What was
    read and is no fact of a dossier is listed. A file that is there already is never written over.

    Exit code: 0 done, 2 input that cannot be read, or output that is there already.
    """
    for file in files:
        keep_apart(file, output)
        read(file, lambda path: first_bytes(path, 0))
    refuse_existing(output)
    found = read(files[0], lambda _: read_fhir(*files, all_members=all_members))
    if not found.structures:
        refuse(
            f"{files[0]}: it holds no structure of coordinated care (Organization of the FINESS category 603, 604, 124 or 647, "
            "or a SISA); nothing was written"
        )
    if not dry_run:
        save(output, lambda: _write(found, output))
    if format is Format.json:
        show_json(_document(found, output, dry_run=dry_run))
    else:
        show(_lines(found, output, lang.value, dry_run=dry_run))
    raise typer.Exit(FINE)


def _write(found: FhirReading, output: Path) -> None:
    """One structure as a dossier, several as a register, or a dossier a line."""
    if len(found.structures) == 1 and not holds_lines(output):
        format_of(output, LINES)
        write_dossier(found.structures[0], output)
    else:
        write_structures(found.structures, output)


def _memberships(found: FhirReading) -> int:
    return sum(len(one.members) for one in found.structures if isinstance(one.members, tuple))


def _lines(found: FhirReading, output: Path, lang: Lang, *, dry_run: bool) -> Iterator[Line]:
    inside = ((len(found.structures), _STRUCTURES), (_memberships(found), _MEMBERSHIPS))
    outside = ((len(found.professionals), _PROFESSIONALS), (len(found.organisations), _ORGANISATIONS))
    yield Line(_READ.to(lang).format(_counts(inside, lang)), "counts")
    if any(count for count, _ in outside):
        yield Line(_OTHERS.to(lang).format(_counts(outside, lang)))
    yield from note_lines(found.notes, lang)
    yield Line(_NOT_WRITTEN.to(lang) if dry_run else f"{WRITTEN.to(lang)} {output}")


def _counts(counts: Iterable[tuple[int, tuple[Text, Text]]], lang: Lang) -> str:
    """Numbers with what they count; nothing is said of none."""
    return ", ".join(counted(count, *words).to(lang) for count, words in counts if count)


def note_lines(notes: Iterable[Note], lang: Lang) -> Iterator[Line]:
    """What was read and is no fact, or not as it stood: how often, and where first."""
    held = tuple(notes)
    for outcome, heading in _OUTCOMES.items():
        told = [note for note in held if note.outcome is outcome]
        if told:
            yield Line(heading.to(lang), "head")
        for note in told:
            place = note.path if note.line is None else f"{note.path}, {_LINE.to(lang)} {note.line}"
            yield Line(f"{note.times} × {note.text.to(lang)} ({place})", "plain", 2)


_LINE = Text("ligne", "line")


def _document(found: FhirReading, output: Path, *, dry_run: bool) -> dict[str, Any]:
    return {
        "output": None if dry_run else str(output),
        "structures": [structure.id for structure in found.structures],
        "memberships": _memberships(found),
        "professionals": len(found.professionals),
        "organisations": len(found.organisations),
        "notes": [
            {
                "text": both(note.text),
                "outcome": note.outcome.value,
                "path": note.path,
                "line": note.line,
                "times": note.times,
            }
            for note in found.notes
        ],
    }
