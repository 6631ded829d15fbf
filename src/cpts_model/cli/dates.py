"""What is due and by when, and the dossier to send."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import attrs
import typer

from cpts_model.cli.console import show, show_json
from cpts_model.cli.files import read_all, refuse, structures_of
from cpts_model.cli.options import BREACH, FINE, Format, Format_, Lang_, Language, On, day_asked, parse_day
from cpts_model.cli.plain import both, either_way, plain_basis
from cpts_model.engine.observe import Fact
from cpts_model.exchange.assessment import plain_value
from cpts_model.facts.sending import Recipient
from cpts_model.facts.structures import CPTS, Structure
from cpts_model.life.deadlines import Deadline, DeadlineKind, Deadlines
from cpts_model.life.deadlines import deadlines as deadlines_of
from cpts_model.life.sending import Checklist, Item, Region
from cpts_model.life.sending import checklist as checklist_of
from cpts_model.report.deadlines import deadlines_report, is_overdue
from cpts_model.report.sending import checklist_report
from cpts_model.report.text import Line

_DAY = timedelta(days=1)

DossierFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="A dossier or a register: .json, .toml or .jsonl.")
]


class To(StrEnum):
    """To whom a dossier is sent."""

    ars = "ars"
    cpam = "cpam"

    @property
    def recipient(self) -> Recipient:
        """The recipient as the library names it."""
        return Recipient.ARS if self is To.ars else Recipient.ASSURANCE_MALADIE


@attrs.frozen(slots=True)
class _Window:
    """The deadlines of a structure within a window, and the obligations past before it that are not known to be met."""

    structure: Structure
    found: Deadlines
    past: tuple[Deadline, ...]

    def has_one_overdue(self, on: date) -> bool:
        """Whether an obligation, within the window or before it, is overdue on a day."""
        return any(is_overdue(one, on) for one in (*self.past, *self.found))


def deadlines(
    file: DossierFile,
    *,
    until: Annotated[
        date,
        typer.Option("--until", metavar="DAY", parser=parse_day, help="The last day shown (YYYY-MM-DD)."),
    ],
    since: Annotated[
        date | None,
        typer.Option(
            "--since",
            metavar="DAY",
            parser=parse_day,
            help="The first day shown (YYYY-MM-DD). The day asked by default.",
        ),
    ] = None,
    on: Annotated[
        date | None,
        typer.Option(
            "--on",
            metavar="DAY",
            parser=parse_day,
            help="The day on which it is looked at: what it has passed may be overdue (YYYY-MM-DD). Today by default.",
        ),
    ] = None,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Say what is due of each structure of a file, and by when; first what is past and not known to be done.

    Exit code: 0 nothing is surely overdue, 1 an obligation of law or of an agreement is, 2 input that cannot be read.
    """
    day = day_asked(on)
    first = since or day
    if until < first:
        refuse(f"--until {until} comes before {first}, the first day shown")
    windows = [_window(structure, first, until, day) for structure in _structures(file)]
    if format is Format.json:
        show_json([_window_dict(one, first, until, day) for one in windows])
    else:
        for index, one in enumerate(windows):
            show([Line()] if index else [])
            show(
                deadlines_report(
                    one.structure, one.found, one.past, since=first, until=until, on=day, lang=lang.value
                )
            )
    raise typer.Exit(BREACH if any(one.has_one_overdue(day) for one in windows) else FINE)


def checklist(
    file: DossierFile,
    *,
    to: Annotated[To, typer.Option("--to", help="The recipient: the agency, or health insurance.")],
    region: Annotated[
        Region | None,
        typer.Option(
            "--region",
            help="Whose letter of intent, shown even once the projet is sent; that of the seat by default.",
        ),
    ] = None,
    on: On = None,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Say what a recipient asks of each CPTS of a file: what is there, missing, due or to check.

    Exit code: 0 nothing is surely missing, 1 something is, 2 input that cannot be read.
    """
    cpts = [one for one in _structures(file) if isinstance(one, CPTS)]
    if not cpts:
        refuse(f"{file}: it holds no CPTS, and the checklist is that of a CPTS")
    lists = [checklist_of(one, recipient=to.recipient, on=day_asked(on), region=region) for one in cpts]
    if format is Format.json:
        show_json([_checklist_dict(one) for one in lists])
    else:
        for index, (structure, found) in enumerate(zip(cpts, lists, strict=True)):
            show([Line()] if index else [])
            show(checklist_report(structure, found, lang.value))
    raise typer.Exit(BREACH if any(one.missing for one in lists) else FINE)


def _structures(file: Path) -> Sequence[Structure]:
    """The structures of a file, those of a register one by one."""
    return [structure for _, subject in read_all([file]) for structure in structures_of(subject)]


def _window(structure: Structure, since: date, until: date, on: date) -> _Window:
    found = deadlines_of(structure, since=since, until=until)
    first = min(since, on)  # what is to come before a later window is not past
    before = deadlines_of(structure, since=date.min, until=first - _DAY) if first > date.min else Deadlines()
    past = (one for one in before if one.kind is DeadlineKind.OBLIGATION and one.done is not True)
    return _Window(structure, found, tuple(past))


# --- As plain data


def _window_dict(window: _Window, since: date, until: date, on: date) -> dict[str, Any]:
    return {
        "subject": window.structure.id,
        "on": on.isoformat(),
        "since": since.isoformat(),
        "until": until.isoformat(),
        "past": [_dated(one, on) for one in window.past],
        "deadlines": [_dated(one, on) for one in window.found],
        "undated": [_deadline(one) for one in window.found.undated],
    }


def _dated(one: Deadline, on: date) -> dict[str, Any]:
    return {**_deadline(one), "overdue": is_overdue(one, on)}


def _deadline(one: Deadline) -> dict[str, Any]:
    return {
        "uid": one.uid,
        "day": plain_value(one.day),
        "kind": one.kind.value,
        "title": both(one.title),
        "certain": one.certain,
        "done": plain_value(one.done) if one.kind is DeadlineKind.OBLIGATION else None,
        "done_asks": _facts(one.done_asks),
        "done_reason": either_way(one.done_reason),
        "who": either_way(one.who),
        "provided": either_way(one.provided),
        "depends_on": _facts(one.depends_on),
        "reason": either_way(one.reason),
        "note": either_way(one.note),
        "basis": plain_basis(one.basis),
    }


def _checklist_dict(found: Checklist) -> dict[str, Any]:
    return {
        "subject": found.subject_id,
        "recipient": found.recipient.value,
        "on": found.on.isoformat(),
        "items": [_item(item) for item in found.items],
        "deadlines": [_deadline(one) for one in found.deadlines],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "key": item.key,
        "section": item.section.value,
        "title": both(item.title),
        "state": item.state.value,
        "due": None if item.due is None else plain_value(item.due.day),
        "awaits": either_way(item.awaits),
        "awaited": None if item.awaited is None else plain_value(item.awaited.day),
        "depends_on": _facts(item.depends_on),
        "reason": either_way(item.reason),
        "note": either_way(item.note),
        "basis": plain_basis(item.basis),
    }


def _facts(facts: Sequence[Fact]) -> list[dict[str, Any]]:
    return [{"path": fact.path, "label": either_way(fact.label)} for fact in facts]
