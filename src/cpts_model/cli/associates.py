"""What a maison de santé sends to the health insurance: its partners on 31 December, and their diversity."""

from pathlib import Path
from typing import Annotated, Any

import typer

from cpts_model.cli.console import say, show, show_json
from cpts_model.cli.files import WRITTEN, read_one_register, refuse, save, structure_called
from cpts_model.cli.options import Format, Format_, Lang_, Language, On, RegisterFile, day_asked
from cpts_model.cli.outputs import keep_apart
from cpts_model.cli.plain import both, told
from cpts_model.engine.unknown import NotSettled
from cpts_model.exchange.assessment import plain_value, reference
from cpts_model.exchange.files import replace_file
from cpts_model.facts.structures import MSP, SISA, Structure
from cpts_model.life.associates import AssociatesList, associates_on
from cpts_model.life.diversity import Condition, Diversity, diversity
from cpts_model.report.associates import associates_csv, diversity_csv
from cpts_model.report.text import Line


def associates(
    file: RegisterFile,
    *,
    structure: Annotated[
        str | None,
        typer.Option("--structure", metavar="ID", help="Which one, where the file holds several."),
    ] = None,
    levels: Annotated[
        bool, typer.Option("--diversity", help="The diversity of professions, with who counts, instead.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE.csv", help="Write it as a spreadsheet (CSV)."),
    ] = None,
    on: On = None,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """List the partners of a maison de santé or a SISA on a day, as the health insurance asks at 31 December.

    With --diversity, say which levels of diversity of professions are reached, and by whom.

    Exit code: 0 done, 2 a file that cannot be read or written.
    """
    keep_apart(file, output)
    asked = _asked(file, structure)
    found: AssociatesList | Diversity
    found = diversity(asked, on=day_asked(on)) if levels else associates_on(asked, on=day_asked(on))
    if output is not None:
        content = (
            diversity_csv(found, lang.value)
            if isinstance(found, Diversity)
            else associates_csv(found, lang.value)
        )
        save(output, lambda: replace_file(output, content))
        say(f"{WRITTEN.to(lang.value)} {output}")
    if format is Format.json:
        show_json(_diversity(found) if isinstance(found, Diversity) else _list(found))
    elif output is None:
        show(map(Line, found.lines(lang.value)))


def _asked(path: Path, structure_id: str | None) -> MSP | SISA:
    register = read_one_register(path)
    if structure_id is not None:
        candidates: list[Structure] = [structure_called(register, structure_id)]
    else:
        candidates = [one for one in register if isinstance(one, MSP | SISA)]
    fitting = [one for one in candidates if isinstance(one, MSP | SISA)]
    if not fitting:
        refuse(f"{path}: neither a maison de santé nor a SISA, which alone have partners")
    if len(fitting) > 1:
        refuse(f"{path}: say which with --structure: {', '.join(repr(one.id) for one in fitting)}")
    return fitting[0]


def _list(found: AssociatesList) -> dict[str, Any]:
    return {
        "structure": reference(found.structure),
        "on": plain_value(found.on),
        "complete": found.complete,
        "associates": [
            {
                "name": one.name,
                "numero_am": plain_value(one.professional.numero_am),
                "rpps": plain_value(one.professional.rpps),
                "profession": {"fr": one.profession("fr"), "en": one.profession("en")},
                "lacks": [both(text) for text in one.lacks],
            }
            for one in found.associates
        ],
        "to_check": [{"name": one.name, "why": both(one.why)} for one in found.to_check],
    }


def _diversity(found: Diversity) -> dict[str, Any]:
    return {
        "structure": reference(found.structure),
        "on": plain_value(found.on),
        "level": told(found.level),
        "medical": _condition(found.medical),
        "paramedical": _condition(found.paramedical),
        "missing": [both(text) for text in found.missing],
    }


def _condition(condition: Condition) -> dict[str, Any]:
    try:
        met: bool | None = condition.met
    except NotSettled:
        met = None
    return {"met": met, "lines": {"fr": list(condition.lines("fr")), "en": list(condition.lines("en"))}}
