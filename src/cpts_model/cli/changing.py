"""What commands that change a register have in common: write, then tell."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typer

from cpts_model.cli.console import show, show_json
from cpts_model.cli.files import check_written, save_register
from cpts_model.cli.options import BREACH, FINE, Format
from cpts_model.engine.text import Lang
from cpts_model.exchange.assessment import assessment_to_dict, plain_value, reference
from cpts_model.facts.belonging import Belonging
from cpts_model.register import Change, Effect, Register
from cpts_model.report.changes import change_report, effects_report
from cpts_model.report.text import Line


def conclude(
    change: Change,
    before: Register,
    path: Path,
    lang: Lang,
    format: Format,
    *,
    dry_run: bool,
    explain: bool,
    effects: Iterable[Effect] = (),
) -> None:
    """Write what was done, then tell it: nobody reads "done" of what could not be written."""
    if change.done:
        if dry_run:
            check_written(change.register, {one.structure.id for one in change.memberships})
        else:
            save_register(change.register, path, before=before)
    told = tuple(effects)
    if format is Format.json:
        show_json(_document(change, told, dry_run, explain))
    else:
        show(change_report(change, lang, dry_run=dry_run, explain=explain))
    raise typer.Exit(FINE if change.done else BREACH)


def tell_effects(effects: Iterable[Effect], change: Change, lang: Lang) -> None:
    """Tell what a departure breaks, before anything else."""
    names = {
        structure.id: structure.name if isinstance(structure.name, str) else structure.id
        for structure in change.register
    }
    show([*effects_report(effects, names, lang), Line()])


def _document(change: Change, effects: Iterable[Effect], dry_run: bool, explain: bool) -> dict[str, Any]:
    return {
        "done": change.done,
        "dry_run": dry_run,
        "obstacles": [verdict.rule.id for verdict in change.obstacles],
        "memberships": [_membership(one) for one in change.memberships],
        "effects": [
            {
                "structure": effect.structure_id,
                "rule": effect.rule.id,
                "before": effect.before.value,
                "after": effect.after.value,
                "breaks": effect.breaks,
            }
            for effect in effects
        ],
        "assessment": assessment_to_dict(change.assessment, explain=explain),
    }


def _membership(one: Belonging) -> dict[str, Any]:
    told = one.membership
    return {
        "structure": one.structure.id,
        "member": reference(told.member),
        **{name: plain_value(getattr(told, name)) for name in ("joined_on", "left_on", "end_cause")},
    }
