"""What a register says of a day: who was an up-to-date member, how many members there are."""

from pathlib import Path
from typing import Annotated, Any

import typer

from cpts_model.cli.console import say, show, show_json
from cpts_model.cli.files import (
    WRITTEN,
    member_called,
    read_as_told,
    read_one_register,
    refuse,
    save,
    structure_called,
)
from cpts_model.cli.hiding import masked, masked_ids
from cpts_model.cli.options import (
    BREACH,
    FINE,
    Format,
    Format_,
    Lang_,
    Language,
    MemberId,
    On,
    RegisterFile,
    StructureId,
    day_asked,
)
from cpts_model.cli.plain import both, told
from cpts_model.engine.errors import shortened
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Lang, Text
from cpts_model.exchange.assessment import plain_value
from cpts_model.exchange.files import replace_file
from cpts_model.register.headcount import By, Headcount, headcount
from cpts_model.register.headcount.placing import WAYS
from cpts_model.register.status import MembershipStatus, status_on
from cpts_model.report.membership import NothingToState, attestation
from cpts_model.report.text import Line
from cpts_model.report.words import WORDS

_STYLES = {Outcome.SATISFIED: "satisfied", Outcome.VIOLATED: "breaches", Outcome.UNDETERMINED: "unknown"}


def status(
    file: RegisterFile,
    structure: StructureId,
    member: MemberId,
    *,
    statement: Annotated[
        bool, typer.Option("--statement", help="Draw up a statement of membership, instead of the steps.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Write the statement there: .html to print, or .txt."
        ),
    ] = None,
    on: On = None,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Say whether somebody was an up-to-date member that day, and why.

    Exit code: 0 they were, 1 they were not or it is not known, 2 input that cannot be read.
    """
    if output is not None and not (statement and output.suffix.lower() in _PAGES):
        refuse(f"-o takes a statement, as {' or '.join(_PAGES)}: say --statement, and name {output} so")
    as_told = read_as_told(file)
    register = masked(as_told)
    structure_called(register, structure)
    asked = member_called(register, masked_ids(as_told)(member))
    found = status_on(register, asked.id, structure, on=day_asked(on))
    if statement:
        _state(found, output, lang.value)
    elif format is Format.json:
        show_json(_status(found))
    else:
        first, *rest = found.explain(lang.value).splitlines()
        show([Line(first, _STYLES.get(found.up_to_date, "plain")), *map(Line, rest)])
    raise typer.Exit(FINE if found.up_to_date is Outcome.SATISFIED else BREACH)


_NOTHING_TO_STATE = Text(
    "Aucune attestation n'est établie : ce qui reste inconnu ci-dessous empêche d'attester.",
    "No statement was drawn up: what is unknown below keeps anybody from stating it.",
)
_PAGES = {".html": "html", ".txt": "text"}


def _state(found: MembershipStatus, output: Path | None, lang: Lang) -> None:
    """Draw up a statement; of what is not known, say what to ask first."""
    try:
        drawn_up = attestation(found, drawn_up_on=day_asked(None), lang=lang)
    except NothingToState as unknown:
        say(_NOTHING_TO_STATE.to(lang))
        show(map(Line, found.explain(lang).splitlines()))
        asked = " ; ".join(dict.fromkeys(question.to(lang) for question in unknown.questions))
        show([Line(f"{WORDS['ask_first'].to(lang)} : {asked}", "mend")])
        raise typer.Exit(BREACH) from None
    except ValueError as bad:
        refuse(bad)
    if output is None:
        show(map(Line, drawn_up.text.splitlines()))
        return
    text: str = getattr(drawn_up, _PAGES[output.suffix.lower()])
    save(output, lambda: replace_file(output, text))
    show([Line(f"{WRITTEN.to(lang)} {output}")])


def _status(found: MembershipStatus) -> dict[str, Any]:
    return {
        "member": found.member_id,
        "structure": found.structure.id,
        "on": found.on.isoformat(),
        "up_to_date": found.up_to_date.value,
        "member_that_day": found.member.value,
        "steps": [
            {
                "title": both(step.title),
                "outcome": step.outcome.value,
                "said": both(step.said),
                "authority": step.authority.value,
            }
            for step in found.steps
        ],
        "covered": plain_value(found.covered),
        "questions": [both(question) for question in found.questions],
    }


def _way(text: str) -> By:
    if text not in WAYS:
        raise typer.BadParameter(f"{shortened(text)} is none of {', '.join(WAYS)}")
    return next(way for way in WAYS if way == text)


def count(
    file: RegisterFile,
    *,
    by: Annotated[
        Any,
        typer.Option(
            "--by", parser=_way, metavar="WAY", help="profession, college, structure, kind, mode or family."
        ),
    ] = "profession",
    structures: Annotated[
        list[str] | None,
        typer.Option("--structure", help="Only this structure; may be given several times. All by default."),
    ] = None,
    on: On = None,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Count the members of that day, each person once over all structures."""
    register = read_one_register(file)
    for structure in structures or ():
        structure_called(register, structure)
    found = headcount(register, on=day_asked(on), by=by, structure_ids=structures or None)
    if format is Format.json:
        show_json(_count(found))
    else:
        head, *rest = found.lines(lang.value)
        show([Line(head, "head"), *map(Line, rest)])


def _count(found: Headcount) -> dict[str, Any]:
    return {
        "on": found.on.isoformat(),
        "by": found.by,
        "structures": list(found.structure_ids),
        "people": told(found.people.bounds),
        "organisations": told(found.organisations.bounds),
        "groups": [
            {
                "key": list(group.key) if isinstance(group.key, tuple) else group.key,
                "label": both(group.label),
                "people": told(group.people.bounds),
                "organisations": told(group.organisations.bounds),
            }
            for group in found.groups
        ],
        "unsorted": list(found.unsorted),
        "doubles": [
            {
                "id": one.id,
                "name": one.name,
                "structures": list(one.structures),
                "possible": list(one.possible),
            }
            for one in found.doubles
        ],
        "contradictions": [
            {"id": one.id, "label": both(one.label), "values": plain_value(one.values)}
            for one in found.contradictions
        ],
        "untold": list(found.untold),
    }
