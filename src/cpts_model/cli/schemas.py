"""The JSON Schemas of what is read and written, for editors and for other programs."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cpts_model.cli.console import show
from cpts_model.cli.files import WRITTEN, save
from cpts_model.cli.options import Language
from cpts_model.engine.errors import did_you_mean, nearest_names, shortened
from cpts_model.exchange.files import replace_file
from cpts_model.exchange.schema import ANSWERS, DOSSIERS, Schema
from cpts_model.exchange.writing import json_text
from cpts_model.report.text import Line

_NAMES = (*DOSSIERS, *ANSWERS)


def _name(text: str) -> str:
    if text not in _NAMES:
        mend = did_you_mean(nearest_names(text, _NAMES)) or f" (write one of {', '.join(_NAMES)})"
        raise typer.BadParameter(f"there is no schema of {shortened(text)}{mend}")
    return text


def schema(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", parser=_name, help=f"Of what: {', '.join(_NAMES)}."),
    ] = "dossier",
    *,
    lang: Annotated[
        Language, typer.Option("--lang", help="The language of the titles, and of what is said.")
    ] = Language.fr,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write it there instead of printing it."),
    ] = None,
) -> None:
    """Print the JSON Schema (2020-12) of a dossier, or of another JSON form that is read or written.

    An editor completes and checks a dossier by it: write it with -o dossier.schema.json, then name it in the dossier, as "$schema": "./dossier.schema.json" in JSON (VS Code), or as a first line #:schema ./dossier.schema.json in TOML (Taplo).

    Both languages are always there, under x-title. The reader checks a little more than a schema can say.

    Exit code: 0 done, 2 no such schema, or a file that cannot be written.
    """  # fmt: skip
    text = json_text(_drawn(name, lang))
    if output is None:
        sys.stdout.write(text)
        return
    save(output, lambda: replace_file(output, text))
    show([Line(f"{WRITTEN.to(lang.value)} {output}")])


def _drawn(name: str, lang: Language) -> Schema:
    return DOSSIERS[name](lang.value) if name in DOSSIERS else ANSWERS[name]()
