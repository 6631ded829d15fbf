"""The timeline of a dossier: in lines, as a picture, as Mermaid text, as a calendar."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from cpts_model.cli.console import say, show
from cpts_model.cli.files import SHOWN, WRITTEN, read_one_register, refuse, save, structure_called
from cpts_model.cli.options import FINE, Lang_, Language, On, day_asked, parse_day
from cpts_model.cli.outputs import keep_apart
from cpts_model.engine.text import Text
from cpts_model.exchange.files import replace_file
from cpts_model.facts.structures import Structure
from cpts_model.register import Register
from cpts_model.report.calendar import calendar_of, left_out
from cpts_model.report.chronology import chronology
from cpts_model.report.chronology.lines import chronology_lines
from cpts_model.report.pictures.mermaid import timeline_mermaid
from cpts_model.report.pictures.timeline import draw_timeline
from cpts_model.report.text import Line

MOST_BYTES = 5_000_000
"""How much of an older calendar is looked through."""

_LEFT_OUT = Text(
    "Échéances sans date connue, non portées au calendrier : {n}",
    "Deadlines of no known day, left out of the calendar: {n}",
)


def timeline(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A dossier or a register: .json, .toml or .jsonl.")
    ],
    *,
    structure: Annotated[
        str | None,
        typer.Option("--structure", metavar="ID", help="The structure, where the file holds several."),
    ] = None,
    svg: Annotated[
        Path | None, typer.Option("--svg", metavar="OUT", help="Write the picture there (SVG).")
    ] = None,
    ics: Annotated[
        Path | None,
        typer.Option("--ics", metavar="OUT", help="Write the deadlines there, for a calendar (iCalendar)."),
    ] = None,
    mermaid: Annotated[bool, typer.Option("--mermaid", help="Print Mermaid text instead of lines.")] = False,
    since: Annotated[
        date | None,
        typer.Option("--since", metavar="DAY", parser=parse_day, help="The first day shown (YYYY-MM-DD)."),
    ] = None,
    until: Annotated[
        date | None,
        typer.Option("--until", metavar="DAY", parser=parse_day, help="The last day shown (YYYY-MM-DD)."),
    ] = None,
    on: On = None,
    lang: Lang_ = Language.fr,
) -> None:
    """Tell the days of a dossier in order: its facts, its states, what is due, the law's versions.

    Exit code: 0 done, 2 a dossier that cannot be read or a file that cannot be written.
    """
    if since is not None and until is not None and until < since:
        refuse(f"--until {until} comes before --since {since}")
    keep_apart(file, svg, ics)
    day = day_asked(on)
    told = chronology(
        _structure(read_one_register(file), structure, file),
        on=day,
        since=since,
        until=until,
        lang=lang.value,
    )
    written: list[str] = []
    if svg is not None:
        save(svg, lambda: replace_file(svg, draw_timeline(told)))
        written.append(f"{WRITTEN.to(lang.value)} {svg}")
    if ics is not None:
        due = (*told.deadlines, *told.undated)
        # Drawn up today, whatever the day asked: a later import replaces an earlier one.
        stamp = day_asked(None)

        def write() -> None:
            drawn = calendar_of(
                due, name=told.name, stamped_on=stamp, lang=lang.value, replaces=_drawn_before(ics)
            )
            replace_file(ics, drawn)

        save(ics, write)
        written.append(f"{WRITTEN.to(lang.value)} {ics}")
        written += [_LEFT_OUT.to(lang.value).format(n=left_out(due))] if left_out(due) else []
    if mermaid:
        sys.stdout.write(timeline_mermaid(told))
        for line in written:  # beside the diagram, which may be piped
            say(line)
    else:
        show([*chronology_lines(told), *map(Line, written)])
    raise typer.Exit(FINE)


def _drawn_before(path: Path) -> bytes:
    """The calendar that stands there already, so that programs take the new one for the later of the two."""
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(MOST_BYTES)


def _structure(register: Register, structure_id: str | None, path: Path) -> Structure:
    """The structure of the file; where it holds several, the one that is named."""
    if structure_id is not None:
        return structure_called(register, structure_id)
    if len(register) != 1:
        held = " or ".join(one.id for one in register.structures[:SHOWN]) or "what it holds"
        refuse(f"{path}: it holds {len(register)} structures: say --structure {held}")
    return register.structures[0]
