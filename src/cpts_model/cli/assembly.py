"""The general assembly: who votes, whether the quorum is reached, what is printed before it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from cpts_model.cli.console import show, show_json
from cpts_model.cli.files import WRITTEN, read, read_as_told, refuse, save, structure_called
from cpts_model.cli.hiding import masked, masked_ids
from cpts_model.cli.options import (
    BREACH,
    FINE,
    Format,
    Format_,
    Lang_,
    Language,
    On,
    RegisterFile,
    StructureId,
    day_asked,
)
from cpts_model.cli.plain import both, told
from cpts_model.engine.errors import CptsModelError, shortened
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Lang
from cpts_model.exchange.files import first_bytes, replace_file
from cpts_model.register import Register
from cpts_model.register.assembly import Elector, Electorate, QuorumAnswer, electors, quorum, quorum_table
from cpts_model.report.assembly import AssemblyPack, assembly_pack
from cpts_model.report.electors import electors_report, quorum_report
from cpts_model.report.text import Line

SHEET, PAGE = "feuille-de-presence.csv", "dossier-assemblee.html"
"""What the files of a pack are called."""

LONGEST_LIST = 2**20


def electors_of(
    file: RegisterFile,
    structure: StructureId,
    *,
    present: Annotated[
        str | None,
        typer.Option(
            "--present",
            metavar="WHO",
            help="How many electors are there, their ids (a,b,c), or @FILE with an id a line.",
        ),
    ] = None,
    proxies: Annotated[
        list[str] | None,
        typer.Option("--proxy", metavar="GIVER=HOLDER", help="A proxy; may be given several times."),
    ] = None,
    pack: Annotated[
        Path | None,
        typer.Option(
            "--pack",
            metavar="DIR",
            help="Write the attendance sheet (CSV) and the pages to print (HTML) there.",
        ),
    ] = None,
    on: On = None,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Say who votes at the general assembly of that day and, of those present, whether the quorum is reached.

    Exit code: 0 fine, 1 the quorum is not reached or it is not known whether it is, 2 input that cannot be read.
    """  # fmt: skip
    day = day_asked(on)
    as_told = read_as_told(file)
    register = masked(as_told)
    structure_called(register, structure)
    hidden = masked_ids(as_told)
    given = {hidden(giver): hidden(holder) for giver, holder in map(_proxy, proxies or ())}
    if given and present is None:
        refuse("--proxy: say with --present who is in the room")
    electorate = electors(register, structure, on=day)
    answer: QuorumAnswer | None = None
    if present is not None and electorate.applies:
        try:
            there = _present(present, as_told)
            answer = quorum(register, structure, present=there, proxies=given, on=day)
        except CptsModelError as bad:
            refuse(f"--present or --proxy: {bad}")
    written = _write(assembly_pack(register, structure, on=day, lang=lang.value), pack) if pack else []
    if format is Format.json:
        show_json(_document(electorate, answer))
    else:
        show(_lines(electorate, answer, written, lang.value))
    reached = answer is None or answer.reached in (Outcome.SATISFIED, Outcome.NOT_APPLICABLE)
    raise typer.Exit(FINE if reached else BREACH)


def _proxy(text: str) -> tuple[str, str]:
    giver, sign, holder = text.partition("=")
    if not (giver.strip() and sign and holder.strip()):
        raise typer.BadParameter(f"{shortened(text)} is no proxy: write GIVER=HOLDER, two ids")
    return giver.strip(), holder.strip()


def _present(text: str, as_told: Register) -> Sequence[str] | int:
    """How many are there, or who: by number, ids between commas, or a file of them."""
    if text.startswith("@"):
        path = Path(text[1:])
        listed = read(path, lambda one: first_bytes(one, LONGEST_LIST).decode("utf-8-sig", "replace"))
        return _ids(listed.replace("\n", ",").replace(";", ","), as_told)
    if text.isdecimal() and not as_told.history(text):
        return int(text)
    return _ids(text, as_told)


def _ids(text: str, as_told: Register) -> list[str]:
    hidden = masked_ids(as_told)
    return [hidden(one.strip()) for one in text.split(",") if one.strip()]


def _write(pack: AssemblyPack, folder: Path) -> list[Path]:
    """The two files of a pack, each whole or not at all."""
    sheet, page = folder / SHEET, folder / PAGE

    def both_files() -> None:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(sheet, pack.csv.decode("utf-8"))
        replace_file(page, pack.html)

    save(folder, both_files)
    return [sheet, page]


def _lines(
    electorate: Electorate, answer: QuorumAnswer | None, written: Sequence[Path], lang: Lang
) -> Iterator[Line]:
    yield from electors_report(electorate, lang)
    if answer is not None:
        yield Line()
        yield from quorum_report(answer, lang)
    if written:
        yield Line()
        yield Line(WRITTEN.to(lang))
        yield from (Line(str(path), "plain", 2) for path in written)


def _document(electorate: Electorate, answer: QuorumAnswer | None) -> dict[str, Any]:
    return {
        "structure": electorate.structure.id,
        "on": electorate.on.isoformat(),
        "settled": electorate.settled,
        "electors": [_elector(one) for one in electorate.electors],
        "open": [_elector(one) for one in electorate.open],
        "without_vote": [_elector(one) for one in electorate.without_vote],
        "questions": [{"path": one.path, "label": both(one.label)} for one in electorate.questions],
        "quorum": None if answer is None else _quorum(answer),
    }


def _elector(one: Elector) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "college": one.college if isinstance(one.college, str) else None,
        "votes": one.votes if isinstance(one.votes, int) else None,
        "outcome": one.outcome.value,
        "why": [both(why) for why in one.why],
    }


def _quorum(answer: QuorumAnswer) -> dict[str, Any]:
    return {
        "reached": answer.reached.value,
        "needed": told(answer.needed),
        "counted": told(answer.counted),
        "missing": told(answer.missing),
        "not_counted": [{"id": one.member_id, "why": both(one.why)} for one in answer.not_counted],
        "steps": [
            {"least": step.least, "most": step.most, "reached": step.reached.value}
            for step in quorum_table(answer)
        ],
        "questions": [{"path": one.path, "label": both(one.label)} for one in answer.questions],
    }
