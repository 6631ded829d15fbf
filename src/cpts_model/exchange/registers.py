"""Registers as files: ``{"kind": "register", "structures": […]}``, or a dossier a line.

A register that changed is written back over its file with what the file says besides facts
(``about``, ``source``, keys left in their order). What TOML holds in comments is lost, unless
the file is kept beside as it was.
"""

from collections.abc import Callable, Mapping
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import Any

import attrs

from cpts_model.engine.text import Text
from cpts_model.exchange.backups import keep_beside
from cpts_model.exchange.dossier import (
    dossier_dict,
    loads_structures,
    read_structures,
    register_dict,
    structure_of,
    structures_of,
    write_structures,
)
from cpts_model.exchange.faults import NO_STRUCTURE, BadDossier, Fault, Flawed, Ledger
from cpts_model.exchange.files import LINES, first_bytes, format_of, holds_lines, lines_of, replace_file
from cpts_model.exchange.kinds import KIND, REGISTER
from cpts_model.exchange.markup import LONGEST, Format, Parsed, decoded, has_comments, parse
from cpts_model.exchange.shape import EVERY_MEMBER, NOTES
from cpts_model.exchange.writing import json_text, toml_text
from cpts_model.facts.checks import BadFact
from cpts_model.facts.structures import Structure
from cpts_model.register import Register

_MEMBERS, _STRUCTURES = "members", "structures"
_CHANGED = Text(
    "le fichier a changé depuis sa lecture : le relire, puis refaire la modification",
    "the file changed since it was read: read it again, and make the change anew",
)


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
        raise BadDossier((Fault("$", NO_STRUCTURE),))
    plain = register_dict(dossier_dict(structure, format) for structure in register)
    return json_text(plain) if format == "json" else toml_text(plain)


def write_register(register: Register, path: str | Path) -> None:
    """Write a register to a file, whole or not at all.

    Raises:
        BadDossier, MissingExtra, UnknownFormat: as :func:`dumps_register` does.
        OSError: the file cannot be written; an older one is left as it was.
    """
    write_structures(register, path)


def update_register(
    register: Register,
    path: str | Path,
    *,
    before: Register | None = None,
    limit: int | None = None,
    keep_comments: bool = False,
) -> Path | None:
    """Write a register over the file it was read from, leaving all that did not change as it stands there.

    ``before`` is the register as it was read: where the file says something else by now,
    somebody changed it, and nothing is written. Without it, what others changed since is
    lost. ``limit`` is in bytes, as for :func:`read_register`.

    The comments of a TOML file are not written again. With ``keep_comments``, a file that holds
    some is kept beside as it was, under a name that nothing had (``n.toml.bak``), which is
    returned; else ``None`` is.

    Raises:
        BadDossier: the file cannot be read any more, or it changed, or the register cannot be written.
        MissingExtra, UnknownFormat, OSError: as :func:`write_register` does.
    """
    lines = holds_lines(path)
    form: Format = "json" if lines else format_of(path, LINES)
    if not register:
        raise BadDossier((Fault("$", NO_STRUCTURE),))
    content = first_bytes(path, -1)
    try:
        document, held = (None, _of_lines(content, limit)) if lines else _of_document(content, form, limit)
    except Flawed as flawed:
        raise BadDossier(flawed.faults, str(path)) from None
    found = _register(tuple(one.structure for one in held), str(path))
    if before is not None and found != before:
        raise _changed(path)
    dossiers = _updated(held, register, form)
    text = (
        "".join(json_text(one, compact=True) for one in dossiers)
        if document is None
        else _WRITERS[form](_updated_document(document, dossiers))
    )
    if first_bytes(path, -1) != content:  # making the text of a big register takes a while
        raise _changed(path)
    kept = (
        keep_beside(path, content)
        if keep_comments and form == "toml" and has_comments(decoded(content))
        else None
    )
    try:
        replace_file(path, text)
    except BaseException:
        if kept is not None:
            kept.unlink(missing_ok=True)
        raise
    return kept


_WRITERS: Mapping[Format, Callable[[Any], str]] = {"json": json_text, "toml": toml_text}


def _register(structures: tuple[Structure, ...], source: str | None) -> Register:
    try:
        return Register(structures)
    except BadFact as bad:
        raise BadDossier((Fault(f"$.{bad.field}", bad.words),), source) from None


def _changed(path: str | Path) -> BadDossier:
    return BadDossier((Fault("$", _CHANGED),), str(path))


@attrs.frozen(slots=True)
class _Held:
    """A structure that a file holds, and the words that tell it there."""

    told: dict[str, Any]
    structure: Structure


def _of_document(content: bytes, form: Format, limit: int | None) -> tuple[dict[str, Any], list[_Held]]:
    parsed = parse(content, form, limit)
    structures = structures_of(parsed)
    document: dict[str, Any] = parsed.data
    told = document[_STRUCTURES] if document.get(KIND) == REGISTER else [document]
    return document, [_Held(*pair) for pair in zip(told, structures, strict=True)]


def _of_lines(content: bytes, limit: int | None) -> list[_Held]:
    ledger = Ledger()
    held = []
    for number, line in lines_of(
        BufferedReader(BytesIO(content)), LONGEST["json"] if limit is None else limit
    ):
        try:
            if isinstance(line, Flawed):
                raise line
            parsed = parse(line, "json", limit)
            held.append(_Held(parsed.data, structure_of(parsed)))
        except Flawed as flawed:
            ledger.on_line(number, flawed)
    if ledger.faults:
        raise Flawed(ledger.faults)
    return held


def _updated_document(document: dict[str, Any], dossiers: list[dict[str, Any]]) -> dict[str, Any]:
    if document.get(KIND) == REGISTER:
        return {**document, _STRUCTURES: dossiers}
    return dossiers[0] if len(dossiers) == 1 else register_dict(dossiers)


def _updated(held: list[_Held], register: Register, form: Format) -> list[dict[str, Any]]:
    """The dossiers of a file, with what changed in the register."""
    by_id = {one.structure.id: one for one in held}
    return [_updated_dossier(by_id.get(structure.id), structure, form) for structure in register]


def _updated_dossier(held: _Held | None, structure: Structure, form: Format) -> dict[str, Any]:
    whole = dossier_dict(structure, form)
    if held is None:
        return whole
    told, before = held.told, held.structure
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
            if _tells(changed, structure):
                return changed
    return {**{key: told[key] for key in NOTES if key in told}, **whole}


def _tells(told: dict[str, Any], structure: Structure) -> bool:
    """Whether words tell a structure, and nothing else."""
    try:
        return structure_of(Parsed(told)) == structure
    except Flawed:
        return False
