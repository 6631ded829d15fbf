"""Give a dossier or a register to other systems."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from cpts_model.cli.console import show, show_json
from cpts_model.cli.files import WRITTEN, read, read_one_register, refuse, save
from cpts_model.cli.options import FINE, Format, Format_, Lang_, Language, RegisterFile
from cpts_model.cli.outputs import keep_apart
from cpts_model.cli.plain import both
from cpts_model.cli.pseudonyms import pseudonymising
from cpts_model.engine.text import Lang, Text
from cpts_model.exchange.counting import counted
from cpts_model.exchange.fhir import FhirExport, NoSasForm, is_fhir_export, sas_organization, to_fhir
from cpts_model.register import Register
from cpts_model.report.text import Line

app = typer.Typer(help="Give a dossier to other systems: FHIR.", no_args_is_help=True, rich_markup_mode=None)

_RESOURCES = (
    Text("{} ressource FHIR R4", "{} FHIR R4 resource"),
    Text("{} ressources FHIR R4", "{} FHIR R4 resources"),
)
_WARNINGS = Text("À savoir :", "To know:")
_LEFT_OUT = Text(
    "Faits que ces ressources ne portent pas ({}) :", "Facts that these resources do not carry ({}):"
)
_LOST = Text("{label} : {times} ({path})", "{label}: {times} ({path})")
_TIMES = (Text("{} fois", "once"), Text("{} fois", "{} times"))


@app.callback()
def about() -> None:
    """Give a dossier to other systems: FHIR."""


@app.command("fhir")
@pseudonymising
def export_fhir(
    file: RegisterFile,
    *,
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="FILE", help="A Bundle (.json), or a resource a line (.ndjson)."
        ),
    ],
    sas: Annotated[
        bool,
        typer.Option(
            "--sas", help="Only each CPTS, as the platform of the service d'accès aux soins names it."
        ),
    ] = False,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Write structures and their members as FHIR R4 resources, and say which facts these do not carry.

    An earlier export may be replaced, and no other file.

    Exit code: 0 written, 2 input that cannot be read, or has no such form.
    """
    keep_apart(file, output)
    _spare_others(output)
    register = read_one_register(file)
    made = _sas_forms(register) if sas else to_fhir(register)
    save(output, lambda: made.write(output))
    if format is Format.json:
        show_json(_document(made, output))
    else:
        show(_lines(made, output, lang.value))
    raise typer.Exit(FINE)


def _spare_others(output: Path) -> None:
    """Make sure that what stands there already, if anything does, is an export; else the command ends."""
    if not read(output, lambda path: not path.exists() or is_fhir_export(path)):
        refuse(
            f"{output}: it is there already, and is no FHIR export made here; name another file, "
            "or move it away first; nothing was written"
        )


def _sas_forms(register: Register) -> FhirExport:
    """The SAS forms of a register: what is not a CPTS has none, and ends the command."""
    forms = []
    try:
        forms = [sas_organization(structure) for structure in register]
    except NoSasForm as none:
        refuse(none)
    warnings = dict.fromkeys(warning for form in forms for warning in form.warnings)
    return FhirExport(resources=tuple(form.resource for form in forms), warnings=tuple(warnings))


def _lines(made: FhirExport, output: Path, lang: Lang) -> Iterator[Line]:
    yield Line(counted(len(made.resources), *_RESOURCES).to(lang), "counts")
    if made.warnings:
        yield Line(_WARNINGS.to(lang), "head")
    for warning in made.warnings:
        yield Line(warning.to(lang), "plain", 2)
    if made.left_out:
        yield Line(_LEFT_OUT.to(lang).format(len(made.left_out)), "head")
    for lost in made.left_out:
        label, times = lost.label.to(lang), counted(lost.times, *_TIMES).to(lang)
        yield Line(_LOST.to(lang).format(label=label, times=times, path=lost.path), "plain", 2)
    yield Line(f"{WRITTEN.to(lang)} {output}")


def _document(made: FhirExport, output: Path) -> dict[str, Any]:
    return {
        "output": str(output),
        "resources": len(made.resources),
        "warnings": [both(warning) for warning in made.warnings],
        "left_out": [
            {"path": lost.path, "label": both(lost.label), "times": lost.times} for lost in made.left_out
        ],
    }
