"""Members in spreadsheets: what a sheet was read as, bringing it in, writing one."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cpts_model.cli.console import show, show_json
from cpts_model.cli.files import (
    WRITTEN,
    check_written,
    read,
    read_one_register,
    refuse,
    save,
    save_register,
    structure_called,
    with_structure,
)
from cpts_model.cli.merging import has_refusals, merge_document, merge_lines, sheet_document
from cpts_model.cli.options import (
    BREACH,
    FINE,
    DryRun,
    Format,
    Format_,
    Lang_,
    Language,
    RegisterFile,
    parse_day,
)
from cpts_model.cli.pseudonyms import pseudonymising
from cpts_model.exchange.sheets import MemberSheet, merge_members, read_members, write_members
from cpts_model.facts.structures import Structure
from cpts_model.register import Register
from cpts_model.report.sheets import sheet_lines
from cpts_model.report.text import Line

app = typer.Typer(
    help="Members in spreadsheets: check a sheet, import it, export one.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

SheetFile = Annotated[Path, typer.Argument(metavar="FILE", help="A list of members: .xlsx or .csv.")]
SheetName = Annotated[
    str | None, typer.Option("--sheet", help="The sheet of the workbook. By default the one that reads best.")
]
MonthFirst = Annotated[
    bool, typer.Option("--month-first", help="03/04/2024 is March the 4th. By default April the 3rd.")
]
ListedOn = Annotated[
    date | None,
    typer.Option(
        "--listed-on",
        metavar="DAY",
        parser=parse_day,
        help="The day the list was drawn up: it proves that those on it were members that day.",
    ),
]
OneStructure = Annotated[
    str | None,
    typer.Option("--structure", metavar="ID", help="The structure; needed where the file holds several."),
]


SameNames = Annotated[
    bool,
    typer.Option(
        "--same-names", help="A name of the sheet is the member of that name: without it, that is asked."
    ),
]


@app.command()
def check(
    file: SheetFile,
    *,
    into: Annotated[
        Path | None,
        typer.Option("--into", metavar="REGISTER", help="Say too what importing it into this file would do."),
    ] = None,
    structure: OneStructure = None,
    sheet: SheetName = None,
    month_first: MonthFirst = False,
    listed_on: ListedOn = None,
    same_names: SameNames = False,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Say what a sheet of members is read as: columns, rows, every doubt and its cell, possible doubles.

    Exit code: 0 all is clear, 1 there are doubts, doubles or lines that cannot be taken, 2 no sheet of members.
    """
    found = _sheet(file, sheet, month_first, listed_on)
    register = None if into is None else read_one_register(into)
    merge = (
        None
        if register is None
        else merge_members(_chosen(register, structure), found, keep_going=True, same_names=same_names)
    )
    if format is Format.json:
        document = sheet_document(found)
        show_json(document if merge is None else document | {"merge": merge_document(merge, dry_run=True)})
    else:
        show(sheet_lines(found, lang.value))
        if merge is not None and register is not None:
            show([Line(), *merge_lines(merge, found, register, lang.value, dry_run=True)])
    clear = not (found.doubts or found.faults or found.doubles or (merge and has_refusals(merge)))
    raise typer.Exit(FINE if clear else BREACH)


@app.command("import")
def import_(
    file: SheetFile,
    *,
    into: Annotated[
        Path,
        typer.Option("--into", metavar="DOSSIER", help="The dossier or register to bring the members into."),
    ],
    structure: OneStructure = None,
    sheet: SheetName = None,
    month_first: MonthFirst = False,
    listed_on: ListedOn = None,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Take the lines that can be, and list the others.")
    ] = False,
    same_names: SameNames = False,
    dry_run: DryRun = False,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Bring the members of a sheet into a dossier: all of them or none, and nothing told is overwritten.

    Exit code: 0 every line was taken, 1 some were not (each is told with its line and why), 2 input that cannot be read.
    """
    found = _sheet(file, sheet, month_first, listed_on)
    register = read_one_register(into)
    merge = merge_members(_chosen(register, structure), found, keep_going=keep_going, same_names=same_names)
    if merge.done:
        changed = with_structure(register, merge.structure, into)
        if dry_run:
            check_written(changed, {merge.structure.id})
        else:
            save_register(changed, into, before=register)
    if format is Format.json:
        show_json(merge_document(merge, dry_run=dry_run))
    else:
        show(merge_lines(merge, found, register, lang.value, dry_run=dry_run))
    raise typer.Exit(BREACH if has_refusals(merge) else FINE)


@app.command("export")
@pseudonymising
def export(
    file: RegisterFile,
    *,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="The sheet to write: .xlsx or .csv.")
    ],
    structure: OneStructure = None,
    on: Annotated[
        date | None,
        typer.Option(
            "--on",
            metavar="DAY",
            parser=parse_day,
            help="Only those who are known to be members that day. By default everybody, past members too.",
        ),
    ] = None,
    lang: Lang_ = Language.fr,
) -> None:
    """Write the members of a structure as a sheet, which members import reads back."""
    chosen = _chosen(read_one_register(file), structure)
    save(output, lambda: write_members(chosen, output, on=on))
    show([Line(f"{WRITTEN.to(lang.value)} {output}")])


def _sheet(file: Path, sheet: str | None, month_first: bool, listed_on: date | None) -> MemberSheet:
    return read(
        file,
        lambda path: read_members(path, sheet=sheet, day_first=not month_first, listed_on=listed_on),
    )


def _chosen(register: Register, structure_id: str | None) -> Structure:
    """The structure asked for; the only one, where there is one."""
    if structure_id is not None:
        return structure_called(register, structure_id)
    if len(register) == 1:
        return register.structures[0]
    ids = ", ".join(repr(structure.id) for structure in register)
    refuse(f"the file holds several structures: say --structure with one of {ids}")
