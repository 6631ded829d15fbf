"""Leaving a structure: of one's own will, excluded, or by death."""

from typing import Annotated, Any

import typer

from cpts_model.cli.changing import conclude, tell_effects
from cpts_model.cli.files import member_called, read_one_register, refuse, structure_called
from cpts_model.cli.joining import choice
from cpts_model.cli.options import (
    DryRun,
    Explain,
    Format,
    Format_,
    Lang_,
    Language,
    MemberId,
    RegisterFile,
    Since,
    StructureId,
    day_asked,
)
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.checks import BadFact
from cpts_model.facts.memberships import ExclusionGround
from cpts_model.facts.organs import Organ


def leave(
    file: RegisterFile,
    structure: StructureId,
    member: MemberId,
    *,
    on: Since = None,
    excluded: Annotated[bool, typer.Option("--excluded", help="The structure excludes them.")] = False,
    died: Annotated[
        bool, typer.Option("--died", help="They died: every membership they have, anywhere, ends that day.")
    ] = False,
    heard: Annotated[
        bool | None,
        typer.Option(
            "--heard/--not-heard", help="Of an exclusion: whether they were heard, or could explain."
        ),
    ] = None,
    ground: Annotated[
        ExclusionGround | None,
        choice(
            ExclusionGround, "--ground", "Of an exclusion: motif-prevu-par-les-statuts, motif-grave or autre."
        ),
    ] = None,
    grievances: Annotated[
        bool | None,
        typer.Option(
            "--grievances/--no-grievances",
            help="Of an exclusion: whether the summons stated precise grievances.",
        ),
    ] = None,
    decided_by: Annotated[
        Organ | None,
        choice(
            Organ, "--decided-by", "Of an exclusion: bureau, conseil-d-administration, assemblee-generale."
        ),
    ] = None,
    dry_run: DryRun = False,
    explain: Explain = False,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Record that a member leaves a structure, and say what the departure breaks.

    The day is the first one they are no longer a member. With --dry-run it answers « what if they left ».

    Exit code: 0 done, 1 refused, 2 input that cannot be read.
    """  # fmt: skip
    day = day_asked(on)
    told = {"heard": heard, "ground": ground, "precise_grievances": grievances, "decided_by": decided_by}
    said: dict[str, Any] = {key: value for key, value in told.items() if value is not None}
    if excluded and died:
        refuse("--excluded and --died: say one of the two")
    if said and not excluded:
        refuse("--heard, --ground, --grievances and --decided-by tell of an exclusion: say --excluded too")
    register = read_one_register(file)
    structure_called(register, structure)
    member_called(register, member, structure)
    try:
        left = [one.id for one in register.structures_of(member, on=day)] if died else [structure]
        effects = [effect for one in left for effect in register.what_if_leaves(member, one, on=day)]
        if excluded:
            change = register.exclude(member, structure, on=day, **{"heard": UNKNOWN, **said})
        elif died:
            change = register.record_death(member, on=day)
        else:
            change = register.withdraw(member, structure, on=day)
    except BadFact as bad:
        refuse(bad)
    if format is Format.text and change.done:
        tell_effects(effects, change, lang.value)
    conclude(change, register, file, lang.value, format, dry_run=dry_run, explain=explain, effects=effects)
