"""Reading and writing the files of a command: what is wrong with them is told, and ends it."""

import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn, TypeVar

import typer

from cpts_model.cli.console import say
from cpts_model.cli.hiding import masked
from cpts_model.cli.options import BAD_INPUT, SPOKEN
from cpts_model.engine.errors import CptsModelError, nearest_names, shortened
from cpts_model.engine.text import LANGS, Text
from cpts_model.exchange.dossier import dossier_dict, read_structures
from cpts_model.exchange.faults import BadDossier, MissingExtra, UnknownFormat
from cpts_model.exchange.files import holds_lines
from cpts_model.exchange.registers import read_register, update_register
from cpts_model.exchange.sheets.faults import BadSheet
from cpts_model.facts.checks import BadFact
from cpts_model.facts.memberships import Member
from cpts_model.facts.structures import Structure
from cpts_model.register import Register

T = TypeVar("T")

WRITTEN = Text("Écrit :", "Written:")
"""What comes before the name of a file that was written."""

_WITHOUT_COMMENTS = Text(
    "{path} : réécrit sans ses commentaires ; le fichier d'avant est gardé : {kept}",
    "{path}: written anew without its comments; the file as it was is kept: {kept}",
)

SHOWN = 12
"""How many names of a register a message lists."""


def refuse(*problems: object) -> NoReturn:
    """Tell what is wrong with the input, and end the command."""
    for problem in problems:
        say(told(problem) if isinstance(problem, CptsModelError) else problem)
    raise typer.Exit(BAD_INPUT)


def told(bad: CptsModelError) -> str:
    """What is wrong with a file, in the language asked for where it can be told in it."""
    if isinstance(bad, BadFact):
        return bad.told().to(SPOKEN.get())
    return bad.explain(SPOKEN.get()) if isinstance(bad, BadDossier | BadSheet | UnknownFormat) else str(bad)


def trouble_with(path: Path, failure: OSError) -> str:
    """Why a file can be neither read nor written."""
    return f"{path}: {failure.strerror or failure}"


def read(path: Path, reader: Callable[[Path], T]) -> T:
    """What a file holds; if it is bad, the command ends."""
    try:
        return reader(path)
    except MissingExtra:
        raise
    except CptsModelError as bad:
        refuse(bad)
    except OSError as failure:
        refuse(trouble_with(path, failure))


def read_all(paths: Iterable[Path]) -> list[tuple[Path, Structure | Register]]:
    """What several files hold; if one is bad, all that is wrong with all of them.

    A file that holds several structures is a register, judged as one; the lines of a
    ``.jsonl`` file are dossiers that have nothing to do with one another.
    """
    found: list[tuple[Path, Structure | Register]] = []
    problems: list[str] = []
    for path in paths:
        try:
            found.extend((path, masked(subject)) for subject in _subjects(path))
        except CptsModelError as bad:
            problems.append(told(bad))
        except OSError as failure:
            problems.append(trouble_with(path, failure))
    if problems:
        refuse(*problems)
    return found


def _subjects(path: Path) -> tuple[Structure | Register, ...]:
    if holds_lines(path):
        return read_structures(path)
    register = read_register(path)
    return (register,) if len(register) > 1 else register.structures


def structures_of(subject: Structure | Register) -> tuple[Structure, ...]:
    """A structure by itself, those of a register one by one."""
    return subject.structures if isinstance(subject, Register) else (subject,)


def read_one_register(path: Path) -> Register:
    """The register that a file holds, with people hidden if that was asked for; if it is bad, the command ends."""
    return masked(read_as_told(path))


def read_as_told(path: Path) -> Register:
    """The register that a file holds, with everybody's name; if it is bad, the command ends."""
    return read(path, read_register)


def with_structure(register: Register, structure: Structure, path: Path) -> Register:
    """The register with a structure told anew; if one id then stands for two kinds of members, the command ends."""
    try:
        return register.with_structure(structure)
    except BadFact as bad:
        refuse(f"{path}: {bad}; nothing was written")


def check_written(register: Register, structure_ids: Iterable[str]) -> None:
    """Make sure, without writing anything, that the structures that changed can be written."""
    try:
        for structure_id in structure_ids:
            dossier_dict(register.structure(structure_id), "json")
    except BadDossier as bad:
        refuse(bad)


def save_register(register: Register, path: Path, *, before: Register) -> None:
    """Write a register over the file that ``before`` was read from, whole or not at all.

    A TOML file whose comments are lost by that is kept beside as it was, which is told. If it
    cannot be written, or somebody else changed it since, the command ends.
    """
    kept = save(path, lambda: update_register(register, path, before=before, keep_comments=True))
    if kept is not None:
        for lang in LANGS:
            say(_WITHOUT_COMMENTS.to(lang).format(path=path, kept=kept))


def save(path: Path, write: Callable[[], T]) -> T:
    """What writing a file gives, whole or not at all; if that cannot be, the command ends and an older file stays."""
    try:
        _insist_on_leave_to_write(path)
        return write()
    except MissingExtra:
        raise
    except CptsModelError as bad:
        refuse(bad, f"{path}: nothing was written")
    except OSError as failure:
        refuse(f"{trouble_with(path, failure)}; nothing was written")


def _insist_on_leave_to_write(path: Path) -> None:
    """A file marked read-only is not written over: putting another in its place would not ask."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(path, os.W_OK):
        raise PermissionError(None, "the file is read-only", str(path))


def structure_called(register: Register, structure_id: str) -> Structure:
    """The structure of an id; if there is none, the command ends with the nearest."""
    if structure_id in register:
        return register.structure(structure_id)
    named = {structure.id: _name(structure) for structure in register}
    refuse(f"the register holds no structure {shortened(structure_id)}{_offered(structure_id, named)}")


def member_called(register: Register, member_id: str, structure_id: str | None = None) -> Member:
    """The member of an id, as last told; if there is none, the command ends with the nearest.

    With a structure, only those are looked at who have, or had, to do with it.
    """
    known = _members(register, structure_id)
    if member_id in known:
        return known[member_id]
    named = {one: _name(member) for one, member in known.items()}
    where = "the register" if structure_id is None else repr(structure_id)
    elsewhere = _members(register, None).get(member_id)
    if elsewhere is not None:
        held = dict.fromkeys(repr(one.structure.id) for one in register.history(member_id))
        refuse(
            f"{where} has no member {_told(member_id, {member_id: _name(elsewhere)})}, who is of {', '.join(held)}"
        )
    refuse(f"{where} holds no member {shortened(member_id)}{_offered(member_id, named)}")


def _members(register: Register, structure_id: str | None) -> dict[str, Member]:
    structures = register.structures if structure_id is None else (register.structure(structure_id),)
    return {
        membership.member.id: membership.member
        for structure in structures
        if isinstance(structure.members, tuple)
        for membership in structure.members
    }


def _name(named: Structure | Member) -> str:
    return named.name if isinstance(named.name, str) else ""


def _offered(word: str, named: dict[str, str]) -> str:
    """The tail of a message: the ids most like a word, whether by themselves or by their names."""
    by_name = {name.casefold(): one for one, name in named.items() if name}
    near = [
        *nearest_names(word, named),
        *(by_name[name] for name in nearest_names(word.casefold(), by_name)),
    ]
    if near:
        offered = " or ".join(_told(one, named) for one in tuple(dict.fromkeys(near))[:3])
        return f"; did you mean {offered}?"
    if not named:
        return ""
    ids = ", ".join(_told(one, named) for one in sorted(named)[:SHOWN])
    return f"; it has {ids}{' …' if len(named) > SHOWN else ''}"


def _told(one: str, named: dict[str, str]) -> str:
    """An id, and the name that people know it by."""
    return f"{one!r} ({named[one]})" if named[one] else repr(one)
