"""Territories on the command line: what communes add up to by a COG table, and bringing it into a dossier."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import attrs
import typer

from cpts_model.cli.console import show, show_json
from cpts_model.cli.files import (
    check_written,
    read,
    read_one_register,
    refuse,
    save,
    save_register,
    structure_called,
    with_structure,
)
from cpts_model.cli.options import BREACH, FINE, DryRun, Format, Format_, Lang_, Language
from cpts_model.cli.outputs import keep_apart, refuse_existing
from cpts_model.cli.territories import Answer, document, lines
from cpts_model.engine.errors import shortened
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.communes import CommuneTable, PopulationKind, fill, read_cog
from cpts_model.exchange.communes.columns import is_code_header
from cpts_model.exchange.dossier import write_dossier
from cpts_model.exchange.extracts import text_lines
from cpts_model.exchange.files import holds_lines
from cpts_model.exchange.registers import write_register
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.structures import CPTS, Structure
from cpts_model.facts.territories import Territory
from cpts_model.register import Register

OWN, OF_PROJET = "territory", "projet.territory"
"""Where a structure tells a territory."""

_FIRST_YEAR, _LAST_YEAR = 1943, 2100
_CODES = re.compile(r"[0-9AaBb,;\s]+")
_LEADING_CODE = re.compile(r"""["']?((?:[0-9]{2}|2[AaBb]) ?[0-9]{3}|[0-9]{4})(?=["'\s,;]|$)""")
_ANY_SEPARATOR, _SEPARATOR = re.compile(r"[,;\s]+"), re.compile(r"[,;\t\n]")


def _population(text: str) -> PopulationKind:
    known = (PopulationKind.MUNICIPALE.value, PopulationKind.TOTALE.value)
    if text not in known:
        raise typer.BadParameter(f"{shortened(text)} is neither {' nor '.join(known)}")
    return PopulationKind(text)


def territory(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[DOSSIER]", help="A dossier or a register: .json, .toml or .jsonl."),
    ] = None,
    *,
    cog: Annotated[
        Path,
        typer.Option(
            "--cog",
            metavar="FILE",
            help="The table of communes: v_commune_AAAA.csv or donnees_communes.csv of the INSEE, communes.json of Etalab…",
        ),
    ],
    communes: Annotated[
        str | None, typer.Option("--communes", metavar="CODES", help="COG codes, separated by commas.")
    ] = None,
    communes_file: Annotated[
        Path | None,
        typer.Option(
            "--communes-file",
            metavar="FILE",
            help="COG codes, one a line, first on the line: « 33318 », « 33318 Pessac », « 33318;Pessac ».",
        ),
    ] = None,
    structure: Annotated[
        str | None,
        typer.Option("--structure", metavar="ID", help="The structure. By default each that tells communes."),
    ] = None,
    population: Annotated[
        PopulationKind | None,
        typer.Option(
            "--population",
            metavar="POPULATION",
            parser=_population,
            help="Which one, where the table gives both: municipale (taken otherwise) or totale.",
        ),
    ] = None,
    vintage: Annotated[
        int | None,
        typer.Option(
            "--vintage",
            metavar="YEAR",
            min=_FIRST_YEAR,
            max=_LAST_YEAR,
            help="The year of the table; it is never guessed.",
        ),
    ] = None,
    write: Annotated[
        bool,
        typer.Option(
            "--write", help="Write into the dossier what it does not tell; nothing told is overwritten."
        ),
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write the dossier, so completed, to this file."),
    ] = None,
    dry_run: DryRun = False,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Say how many people live in a territory, and of which size class a CPTS is for that, by a table of communes.

    What is not certain (former codes, postal codes, slips, masked figures) is told, never guessed.

    Exit code: 0 all is clear, 1 there is something to confirm, 2 input that cannot be read.
    """  # fmt: skip
    if write and output is not None:
        refuse("--write writes over the dossier and -o to another file: say one of them")
    asked = _asked(communes, communes_file)
    table = read(
        cog,
        lambda path: read_cog(path, vintage=UNKNOWN if vintage is None else vintage, population=population),
    )
    if file is None:
        if asked is None:
            refuse("say a dossier, --communes or --communes-file")
        if write or output is not None or structure is not None:
            refuse("--write, -o and --structure are for a dossier: name one")
        answers, written = [Answer(structure=None, places=(), reading=table.territory(asked))], None
    else:
        for path in (file, cog, *([] if communes_file is None else [communes_file])):
            keep_apart(path, output)
        refuse_existing(output)
        register = read_one_register(file)
        answers = _answers(register, table, structure, asked)
        written = _written(answers, register, file, output, dry_run=dry_run) if write or output else None
    if format is Format.json:
        show_json(document(answers, table, written, dry_run=dry_run))
    else:
        show(lines(answers, written, lang.value, dry_run=dry_run, asked_to_write=write or output is not None))
    raise typer.Exit(FINE if all(answer.clear for answer in answers) else BREACH)


def _asked(communes: str | None, path: Path | None) -> tuple[str, ...] | None:
    """The communes that the options give, if they give some."""
    if communes is None and path is None:
        return None
    if communes is not None and path is not None:
        refuse("--communes and --communes-file both give communes: say one of them")
    if communes is not None:
        separator = _ANY_SEPARATOR if _CODES.fullmatch(communes) else _SEPARATOR
        found = [_first_code(word) for word in separator.split(communes)]
    else:
        found = read(path, lambda one: [_first_code(line) for _, line in text_lines(one)]) if path else []
        if found and is_code_header(found[0]):
            del found[0]
    codes = tuple(code for code in found if code)
    return codes or refuse("no commune is given")


def _first_code(line: str) -> str:
    """The code that a line begins with, whatever comes behind; else its first cell, a name maybe."""
    if (code := _LEADING_CODE.match(line.strip())) is not None:
        return code[1]
    return _SEPARATOR.split(line, maxsplit=1)[0].strip().strip('"').strip()


def _answers(
    register: Register, table: CommuneTable, structure_id: str | None, asked: Sequence[str] | None
) -> list[Answer]:
    chosen: Sequence[Structure] = (
        register.structures if structure_id is None else (structure_called(register, structure_id),)
    )
    if asked is None:
        answers = [answer for one in chosen for answer in _of_each_place(one, table)]
        return answers or refuse("no territory of the file tells its communes: give them with --communes")
    if len(chosen) > 1:
        ids = ", ".join(repr(one.id) for one in chosen)
        refuse(f"--communes are of one structure: say --structure with one of {ids}")
    one = next(iter(chosen))
    place = _place_to_fill(one)
    reading = table.territory(asked)
    return [
        Answer(structure=one, places=(place,), reading=reading, fillings=(fill(_told(one, place), reading),))
    ]


def _of_each_place(structure: Structure, table: CommuneTable) -> Iterator[Answer]:
    """What each territory of a structure adds up to; those of the same communes are told as one."""
    groups: dict[frozenset[str], list[tuple[str, Territory]]] = {}
    for place in (OWN, OF_PROJET):
        told = _told(structure, place)
        if isinstance(told, Territory) and isinstance(told.communes, tuple) and told.communes:
            groups.setdefault(frozenset(told.communes), []).append((place, told))
    for group in groups.values():
        ((_, first), *_) = group
        assert isinstance(first.communes, tuple)
        reading = table.territory(first.communes)
        yield Answer(
            structure=structure,
            places=tuple(place for place, _ in group),
            reading=reading,
            fillings=tuple(fill(told, reading) for _, told in group),
        )


def _told(structure: Structure, place: str) -> Territory | None | Unknown:
    if place == OWN:
        return structure.territory if isinstance(structure, CPTS) else None
    return structure.projet.territory if isinstance(structure.projet, ProjetDeSante) else UNKNOWN


def _place_to_fill(structure: Structure) -> str:
    if isinstance(structure, CPTS) and structure.territory is not None:
        return OWN
    if isinstance(structure.projet, ProjetDeSante):
        return OF_PROJET
    refuse(f"{structure.id!r} has no territory to complete: it tells no projet de santé")


def _written(
    answers: Sequence[Answer], register: Register, file: Path, output: Path | None, *, dry_run: bool
) -> Path | None:
    """Write what the table adds to the territories; the file that was written.

    Another file is written though nothing is added: whoever asked for it goes on with it.
    """
    changed = register
    ids = []
    for answer in answers:
        for place, filling in zip(answer.places, answer.fillings, strict=True):
            if filling.added and answer.structure is not None:
                told = _with_territory(changed.structure(answer.structure.id), place, filling.territory)
                changed = with_structure(changed, told, file)
                ids.append(told.id)
    if output is None and not ids:
        return None
    if dry_run:
        check_written(changed, ids)
    elif output is None:
        save_register(changed, file, before=register)
    else:
        save(output, lambda: _write(changed, output))
    return output or file


def _write(register: Register, path: Path) -> None:
    """Write a structure alone as a dossier, several as a register."""
    if len(register) == 1 and not holds_lines(path):
        write_dossier(register.structures[0], path)
    else:
        write_register(register, path)


def _with_territory(structure: Structure, place: str, territory: Territory) -> Structure:
    if place == OF_PROJET and isinstance(structure.projet, ProjetDeSante):
        return attrs.evolve(structure, projet=attrs.evolve(structure.projet, territory=territory))
    told: dict[str, Any] = {OWN: territory}
    return attrs.evolve(structure, **told)
