"""Dossiers: a structure as one JSON or TOML object, read whole or refused with every fault.

    {"kind": "cpts", "id": "…", "members": [{"member": {"kind": "professional", …}, …}], …}

``kind`` says what the object is; the other keys are the fields of the class. A key left
out is unknown, ``null`` is known to be absent. Besides the facts, a structure may hold:

``absent``
    the keys that are null, for TOML, which has no null: ``absent = ["left_on"]`` (in any
    object).
``every_member``
    what is said of every membership, unless the membership says otherwise. It is spread
    over them on reading, and not written back.
``about``, ``source``, ``$schema``
    words for the reader (a text, or several): whether people are invented, which public
    record a fact comes from. They are no facts: they are not kept.

``{"kind": "register", "structures": […]}`` holds several structures; so does a ``.jsonl``
file, one a line.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from cattrs import Converter

from cpts_model.engine.text import Text
from cpts_model.exchange import swift, swift_json
from cpts_model.exchange.converter import make_converter
from cpts_model.exchange.facts_reader import missing_key, no_such_key, read_note
from cpts_model.exchange.faults import (
    NO_STRUCTURE,
    BadDossier,
    Fault,
    Flawed,
    Ledger,
    UnknownFormat,
    bounded,
    refuse,
    step_to,
)
from cpts_model.exchange.files import (
    LINES,
    first_bytes,
    format_of,
    holds_lines,
    lines_of,
    opened,
    replace_file,
)
from cpts_model.exchange.kinds import KIND, REGISTER
from cpts_model.exchange.markup import LONGEST, MAX_BYTES, Format, Parsed, check_depth, parse
from cpts_model.exchange.scalars import nearest
from cpts_model.exchange.shape import NOTES
from cpts_model.exchange.swift import Doubt, Tally
from cpts_model.exchange.writing import json_text, toml_text
from cpts_model.facts.structures import Structure
from cpts_model.facts.wording import joined, meant

T = TypeVar("T")

_STRUCTURES = "structures"
_ONE_A_LINE = Text(" (en écrire une par ligne)", " (write one a line)")
_OF_DOSSIERS = Text(" (une liste de dossiers)", " (a list of dossiers)")
_SEVERAL = Text(
    "un registre contient plusieurs structures : le lire avec read_structures",
    "a register holds several structures: read it with read_structures",
)


@cache
def _converter() -> Converter:
    return make_converter()


@cache
def _toml_converter() -> Converter:
    """The same, but days stay days: TOML has them."""
    converter = make_converter()
    converter.register_unstructure_hook_func(lambda kind: kind is date, lambda day: day)
    return converter


def from_dict(data: Any) -> Structure:
    """The structure that plain data (as ``json.loads`` gives it) describes.

    Amounts are whole numbers or ``Decimal``: a float cannot hold cents exactly. To read a
    text, :func:`loads_dossier` sees to that, and finds keys that stand twice.

    Raises:
        BadDossier: with every fault found.
    """

    def read() -> Structure:
        found = _swiftly(lambda: swift.structure(data, Tally()))
        if found is not None:
            return found
        check_depth(data)
        return _strictly(Parsed(data))

    return _told(read)


def loads_dossier(text: str | bytes, format: Format = "json", *, source: str | None = None) -> Structure:
    """The structure that a JSON or TOML text describes. ``source`` is named in the error.

    Raises:
        BadDossier: with every fault found.
        UnknownFormat: the format is neither.
        TypeError: it is no text.
    """
    _insist_on(format)
    if not isinstance(text, str | bytes):
        raise TypeError(f"a dossier is read from a str or from bytes, not from {type(text).__name__}")
    return _told(lambda: _one(text, format, LONGEST[format]), source)


def loads_structures(
    text: str | bytes, format: Format = "json", *, source: str | None = None
) -> tuple[Structure, ...]:
    """The structures that a JSON or TOML text describes: one dossier, or a register.

    Raises:
        BadDossier: with every fault found.
        UnknownFormat: the format is neither.
    """
    _insist_on(format)
    return _told(lambda: _several(text, format, LONGEST[format]), source)


def read_dossier(path: str | Path, *, limit: int | None = None) -> Structure:
    """The structure in a ``.json`` or ``.toml`` file of at most ``limit`` bytes.

    Raises:
        BadDossier: with every fault found.
        UnknownFormat: the file is named otherwise; ``.jsonl`` is for :func:`read_dossiers`.
        OSError: the file cannot be opened.
        ValueError: the limit is less than one byte.
    """
    _insist_on_room(limit)
    form = format_of(path)
    return _told(lambda: _one(*_content(path, form, limit)), str(path))


def read_structures(path: str | Path, *, limit: int | None = None) -> tuple[Structure, ...]:
    """The structures in a file of any kind: one dossier, a register, or a dossier a line.

    Raises:
        BadDossier: with every fault found.
        UnknownFormat: the file is not named ``.json``, ``.toml`` or ``.jsonl``.
        OSError: the file cannot be opened.
        ValueError: the limit is less than one byte.
    """
    _insist_on_room(limit)
    if holds_lines(path):
        return tuple(read_dossiers(path, limit=MAX_BYTES if limit is None else limit))
    form = format_of(path, LINES)
    return _told(lambda: _several(*_content(path, form, limit)), str(path))


def read_dossiers(path: str | Path, *, limit: int = MAX_BYTES) -> Iterator[Structure]:
    """The structures in a file that holds a JSON dossier a line, read as they are asked for.

    Blank lines are skipped. A bad line hides no other: the structures of the good lines
    come first, and the faults of all the bad ones are raised together at the end, each with
    its line. ``limit`` is the longest line, in bytes.

    Raises:
        BadDossier: with the faults of every line.
        OSError: the file cannot be opened.
        ValueError: the limit is less than one byte.
    """
    _insist_on_room(limit)
    return _read_lines(path, limit)


def _read_lines(path: str | Path, limit: int) -> Iterator[Structure]:
    ledger = Ledger()
    blank = True
    with _told(lambda: opened(path), str(path)) as file:
        swift_json.expect(os.fstat(file.fileno()).st_size)
        for number, line in lines_of(file, limit):
            blank = False
            try:
                if isinstance(line, Flawed):
                    raise line
                yield _one(line, "json", limit)
            except Flawed as flawed:
                ledger.on_line(number, flawed)
                if ledger.full:
                    break
    if blank:
        ledger.note("", joined(NO_STRUCTURE, _ONE_A_LINE))
    if ledger.faults:
        raise BadDossier(bounded(ledger.faults), str(path))


def to_dict(structure: Structure) -> dict[str, Any]:
    """A structure as plain data, without what is unknown. Amounts stay ``Decimal``."""
    written: dict[str, Any] = _converter().unstructure(structure)
    return written


def dossier_dict(structure: Structure, format: Format) -> dict[str, Any]:
    """A structure as the plain data of a format, once it is sure that it reads back.

    Raises:
        BadDossier: the structure holds what no dossier can.
    """
    plain = to_dict(structure)
    from_dict(plain)
    return plain if format == "json" else _toml_converter().unstructure(structure)


def dumps_dossier(structure: Structure, format: Format = "json") -> str:
    """A structure as a JSON or TOML text, which reads back as the same structure.

    Raises:
        BadDossier: the structure holds what no dossier can (a number for a name, a third
            decimal), so that it could not be read back.
        UnknownFormat: the format is neither.
        MissingExtra: TOML needs ``tomli_w``, of the extra ``cli``.
    """
    _insist_on(format)
    plain = dossier_dict(structure, format)
    return json_text(plain) if format == "json" else toml_text(plain)


def write_dossier(structure: Structure, path: str | Path) -> None:
    """Write a structure to a ``.json`` or ``.toml`` file, whole or not at all.

    The text goes to a new file beside, which then takes the place of the old one.

    Raises:
        BadDossier, MissingExtra: as :func:`dumps_dossier` does.
        UnknownFormat: the file is named otherwise.
        OSError: the file cannot be written, or is not a regular one; an older one is left as it was.
    """
    text = dumps_dossier(structure, format_of(path))
    replace_file(path, text)


def write_structures(structures: Iterable[Structure], path: str | Path) -> None:
    """Write several structures: a ``.jsonl`` file, or a register in ``.json`` or ``.toml``.

    Raises:
        BadDossier: as :func:`write_dossier` does, and where there is no structure to write.
        MissingExtra, UnknownFormat, OSError: as :func:`write_dossier` does.
    """
    form = "jsonl" if holds_lines(path) else format_of(path, LINES)
    held = tuple(structures)
    if not held:
        raise BadDossier((Fault("$", NO_STRUCTURE),))
    plain = [dossier_dict(structure, "toml" if form == "toml" else "json") for structure in held]
    if form == "jsonl":
        text = "".join(json_text(one, compact=True) for one in plain)
    else:
        text = json_text(register_dict(plain)) if form == "json" else toml_text(register_dict(plain))
    replace_file(path, text)


def register_dict(dossiers: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Dossiers in plain data as one register."""
    return {KIND: REGISTER, _STRUCTURES: list(dossiers)}


def _told(read: Callable[[], T], source: str | None = None) -> T:
    """What is read, or its faults as people get them."""
    try:
        return read()
    except Flawed as flawed:
        raise BadDossier(bounded(flawed.faults), source) from None


def _insist_on(format: str) -> None:
    if format not in LONGEST:
        raise UnknownFormat(format, tuple(LONGEST))


def _insist_on_room(limit: int | None) -> None:
    if limit is not None and limit < 1:
        raise ValueError(f"the limit is a number of bytes, 1 at least: not {limit}")


def _content(path: str | Path, form: Format, limit: int | None) -> tuple[bytes, Format, int]:
    most = LONGEST[form] if limit is None else limit
    return first_bytes(path, most + 1), form, most


def _one(text: str | bytes, form: Format, limit: int) -> Structure:
    """The structure of a text: swiftly, or else strictly, which tells every fault."""
    found = _swiftly(lambda: swift_json.structure(text, limit)) if form == "json" else None
    return _strictly(parse(text, form, limit)) if found is None else found


def _several(text: str | bytes, form: Format, limit: int) -> tuple[Structure, ...]:
    """The structures of a text, as :func:`_one` reads one."""
    found = _swiftly(lambda: swift_json.structures(text, limit)) if form == "json" else None
    return _all_strictly(parse(text, form, limit)) if found is None else found


def _swiftly(read: Callable[[], T]) -> T | None:
    """What is read, or ``None`` where the strict reader has to look."""
    try:
        return read()
    except Doubt:
        return None


def structure_of(parsed: Parsed) -> Structure:
    """The structure of a parsed text.

    Raises:
        Flawed: with every fault found.
    """
    found = None if parsed.faults else _swiftly(lambda: swift.structure(parsed.data, Tally()))
    return _strictly(parsed) if found is None else found


def structures_of(parsed: Parsed) -> tuple[Structure, ...]:
    """The structures of a parsed text: of a register, or the one it holds.

    Raises:
        Flawed: with every fault found.
    """
    found = None if parsed.faults else _swiftly(lambda: swift.structures(parsed.data, Tally()))
    return _all_strictly(parsed) if found is None else found


def _strictly(parsed: Parsed) -> Structure:
    data = parsed.data
    if isinstance(data, dict) and data.get(KIND) == REGISTER:
        raise refuse(_SEVERAL, ".kind")
    return _judged(parsed, lambda: _converter().structure(data, Structure))


def _all_strictly(parsed: Parsed) -> tuple[Structure, ...]:
    data = parsed.data
    if isinstance(data, dict) and data.get(KIND) == REGISTER:
        return _judged(parsed, lambda: _registered(data))
    return (_strictly(parsed),)


def _judged(parsed: Parsed, read: Callable[[], T]) -> T:
    """What is read, unless parsing or reading found faults: then both come together."""
    faults = list(parsed.faults)
    try:
        found = read()
    except Flawed as flawed:
        raise Flawed([*faults, *flawed.faults]) from None
    if faults:
        raise Flawed(faults)
    return found


def _registered(data: dict[str, Any]) -> tuple[Structure, ...]:
    ledger = Ledger()
    known = (_STRUCTURES, *NOTES)
    for key, value in data.items():
        if key in NOTES:
            read_note(key, value, ledger)
        elif key not in (KIND, _STRUCTURES):
            ledger.note(step_to(key), joined(no_such_key(key), meant(nearest(key, known))))
    found: tuple[Structure, ...] = ()
    if _STRUCTURES not in data:
        ledger.note("", joined(missing_key(_STRUCTURES), _OF_DOSSIERS))
    else:
        try:
            found = _converter().structure(data[_STRUCTURES], tuple[Structure, ...])
            if not found:
                ledger.note(step_to(_STRUCTURES), NO_STRUCTURE)
        except Flawed as flawed:
            ledger.take(step_to(_STRUCTURES), flawed)
    if ledger.faults:
        raise Flawed(ledger.faults)
    return found
