"""Registers as files: ``{"kind": "register", "structures": […]}``, or a dossier a line.

A register that changed is written back over its file with what the file says besides facts
(``about``, ``source``, keys left in their order); what TOML holds in comments is lost.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from cpts_model.exchange.dossier import (
    dossier_dict,
    loads_structures,
    read_structures,
    register_dict,
    structure_of,
    write_structures,
)
from cpts_model.exchange.faults import BadDossier, Fault
from cpts_model.exchange.files import LINES, first_bytes, format_of, holds_lines, replace_file
from cpts_model.exchange.kinds import KIND, REGISTER
from cpts_model.exchange.markup import LONGEST, Format, parse
from cpts_model.exchange.shape import EVERY_MEMBER, NOTES
from cpts_model.exchange.writing import json_text, toml_text
from cpts_model.facts.checks import BadFact
from cpts_model.facts.structures import Structure
from cpts_model.register import Register

_MEMBERS, _STRUCTURES = "members", "structures"


def loads_register(text: str | bytes, format: Format = "json", *, source: str | None = None) -> Register:
    """The register that a JSON or TOML text describes; of one structure, for the dossier of one.

    Raises:
        BadDossier: with every fault found.
        UnknownFormat: the format is neither.
    """
    return _register(loads_structures(text, format, source=source), source)


def read_register(path: str | Path, *, limit: int | None = None) -> Register:
    """The register in a ``.json``, ``.toml`` or ``.jsonl`` file; ``limit`` is in bytes.

    Raises:
        BadDossier: with every fault found.
        UnknownFormat: the file is named otherwise.
        OSError: the file cannot be opened.
    """
    return _register(read_structures(path, limit=limit), str(path))


def dumps_register(register: Register, format: Format = "json") -> str:
    """A register as a text, which reads back as an equal one.

    Raises:
        BadDossier: it holds no structure, or what no dossier can.
        UnknownFormat: the format is neither.
        MissingExtra: TOML needs ``tomli_w``, of the extra ``cli``.
    """
    format_of(f"register.{format}")
    if not register:
        raise BadDossier((Fault("$", "it holds no structure"),))
    plain = register_dict(dossier_dict(structure, format) for structure in register)
    return json_text(plain) if format == "json" else toml_text(plain)


def write_register(register: Register, path: str | Path) -> None:
    """Write a register to a file, whole or not at all.

    Raises:
        BadDossier, MissingExtra, UnknownFormat: as :func:`dumps_register` does.
        OSError: the file cannot be written; an older one is left as it was.
    """
    write_structures(register, path)


def update_register(register: Register, path: str | Path) -> None:
    """Write a register over the file it was read from, leaving all that did not change as it stands there.

    Raises:
        BadDossier: the file cannot be read any more, or the register not be written.
        MissingExtra, UnknownFormat, OSError: as :func:`write_register` does.
    """
    if holds_lines(path):
        lines = first_bytes(path, LONGEST["json"]).splitlines()
        told = [parse(line, "json").data for line in lines if line.strip()]
        text = "".join(json_text(one, compact=True) for one in _updated(told, register, "json"))
    else:
        form = format_of(path, LINES)
        data = parse(first_bytes(path, LONGEST[form] + 1), form).data
        text = _WRITERS[form](_updated_document(data, register, form))
    replace_file(path, text)


_WRITERS: Mapping[Format, Callable[[Any], str]] = {"json": json_text, "toml": toml_text}


def _register(structures: tuple[Structure, ...], source: str | None) -> Register:
    try:
        return Register(structures)
    except BadFact as bad:
        raise BadDossier((Fault(f"$.{bad.field}", bad.problem),), source) from None


def _updated_document(data: dict[str, Any], register: Register, form: Format) -> dict[str, Any]:
    if data.get(KIND) == REGISTER:
        return {**data, _STRUCTURES: _updated(data[_STRUCTURES], register, form)}
    dossiers = _updated([data], register, form)
    return dossiers[0] if len(dossiers) == 1 else register_dict(dossiers)


def _updated(told: list[dict[str, Any]], register: Register, form: Format) -> list[dict[str, Any]]:
    """The dossiers of a file, with what changed in the register."""
    by_id = {one["id"]: one for one in told}
    return [_updated_dossier(by_id.get(structure.id), structure, form) for structure in register]


def _updated_dossier(told: dict[str, Any] | None, structure: Structure, form: Format) -> dict[str, Any]:
    whole = dossier_dict(structure, form)
    if told is None:
        return whole
    before = structure_of(told)
    if before == structure:
        return told
    if isinstance(before.members, tuple) and isinstance(structure.members, tuple):
        kept = {
            index: told[_MEMBERS][index]
            for index, (old, new) in enumerate(zip(before.members, structure.members, strict=False))
            if old == new
        }
        members = [kept.get(index, member) for index, member in enumerate(whole[_MEMBERS])]
        said = told.get(EVERY_MEMBER, {})
        each = [{**said, **member} if index in kept else member for index, member in enumerate(members)]
        alone = {key: value for key, value in told.items() if key != EVERY_MEMBER}
        # What is said of every member could speak of a new one too: then it is said of each by itself.
        for changed in ({**told, _MEMBERS: members}, {**alone, _MEMBERS: each}):
            if structure_of(changed) == structure:
                return changed
    return {**{key: told[key] for key in NOTES if key in told}, **whole}
