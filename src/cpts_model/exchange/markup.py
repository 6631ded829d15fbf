"""Markup: JSON and TOML texts as plain data, whoever wrote them.

What is hostile or broken is refused with its place: too long, nested too deep, not UTF-8,
keys that stand twice, numbers that are none. Numbers with a point are exact.
"""

import json
import re
import tomllib
from collections import Counter
from decimal import Decimal
from typing import Any, Literal

import attrs

from cpts_model.exchange.faults import Fault, Flawed, Ledger, cut, refuse, step_to
from cpts_model.exchange.scalars import BadNumber

Format = Literal["json", "toml"]

MAX_BYTES = 32 * 1024 * 1024
"""The longest dossier: a file, or a line of a file that holds one a line."""

MAX_TOML_BYTES = 4 * 1024 * 1024
"""The longest dossier in TOML, which is read ten times more slowly."""

LONGEST: dict[Format, int] = {"json": MAX_BYTES, "toml": MAX_TOML_BYTES}

MAX_DEPTH = 64
"""How deep objects and lists may stand in one another."""

_MAX_DOTS = 100
"""How many dots a line of TOML may hold: the time a dotted key takes grows as its square."""
_QUOTED = re.compile(
    r'''
    """ (?: [^"\\]++ | \\. | "{1,2}+(?!") )*+ (?: "{3,5}+ | \Z )
    | \'\'\' (?: [^']++ | '{1,2}+(?!') )*+ (?: '{3,5}+ | \Z )
    | " (?: [^"\\\n]++ | \\[^\n] )*+ "?
    | ' [^'\n]*+ '?
    | \#[^\n]*+
    ''',
    re.DOTALL | re.VERBOSE,
)
"""The texts and comments of TOML, as its reader takes them; one left open goes on to the end, so that
looking for them never starts again."""
_MAX_DIGITS = 40
_LONGEST_COMPLAINT = 200
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""The mark of order that some programs put before a text."""


class Doubled(dict[str, Any]):
    """An object in which some keys stand twice."""

    doubles: tuple[str, ...] = ()


@attrs.frozen(slots=True)
class Parsed:
    """Plain data, and the faults that parsing it did not stop at."""

    data: Any
    faults: tuple[Fault, ...] = ()


def parse(text: str | bytes, form: Format, limit: int | None = None) -> Parsed:
    """The plain data of a text.

    Raises:
        Flawed: the text is too long, is not UTF-8, is empty, is broken, or is too deep.
    """
    most = limit if limit is not None else LONGEST[form]
    if len(text) > most:
        raise refuse(f"{too_long(most)} (one structure a line in a .jsonl file may be what you want)")
    words = (decoded(text) if isinstance(text, bytes) else text).removeprefix(BOM)
    if not words.strip():
        raise refuse("it is empty (an object is expected: { … })" if form == "json" else "it is empty")
    try:
        data = _parse_json(words) if form == "json" else _parse_toml(words)
    except RecursionError:
        raise refuse(_too_deep()) from None
    ledger = Ledger()
    _inspect(data, ledger, 0)
    return Parsed(data, tuple(ledger.faults))


def check_depth(data: Any) -> None:
    """Refuse data nested too deep, or that holds itself.

    Raises:
        Flawed: it is.
    """
    _inspect(data, Ledger(), 0)


def too_long(limit: int) -> str:
    """What to say of a text beyond the limit."""
    return f"it is longer than {limit} bytes"


def decoded(data: bytes) -> str:
    """The text of bytes in UTF-8.

    Raises:
        Flawed: they are something else.
    """
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        what = "it is UTF-16, not UTF-8" if wide else f"line {line} is not UTF-8 (byte {error.start})"
        raise refuse(f"{what}: save it as UTF-8") from None


def _too_deep() -> str:
    return f"nested more than {MAX_DEPTH} levels deep"


def _parse_json(text: str) -> Any:
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_whole,
            parse_float=exact,
            parse_constant=BadNumber,
        )
    except json.JSONDecodeError as error:
        raise refuse(f"line {error.lineno}, column {error.colno}: not JSON: {error.msg}") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    doubled = Doubled(found)
    doubled.doubles = tuple(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
    return doubled


def _whole(digits: str) -> int | BadNumber:
    return int(digits) if len(digits) <= _MAX_DIGITS else BadNumber(digits)


def exact(number: str) -> Decimal | BadNumber:
    """A number with a point, exactly; with an exponent, or endless, it is none of ours."""
    plain = len(number) <= _MAX_DIGITS and "e" not in number.lower()
    return (
        Decimal(number) if plain and number.lower().lstrip("+-") not in ("inf", "nan") else BadNumber(number)
    )


def _parse_toml(text: str) -> Any:
    dotted = _dotted_line(text) and _dotted_line(_QUOTED.sub(_line_breaks, text))
    if dotted:
        raise refuse(f"line {dotted} holds more than {_MAX_DOTS} dots (break the line)")
    try:
        return tomllib.loads(text + "\n", parse_float=exact)
    except tomllib.TOMLDecodeError as error:
        end = f"at line {text.count(chr(10)) + 1}, at its end"
        what, bracket, place = str(error).replace("at end of document", end).rpartition(" (at ")
        said = f"{cut(what, _LONGEST_COMPLAINT)}{bracket}{cut(place, _LONGEST_COMPLAINT)}"
        raise refuse(f"not TOML: {said}{_toml_mend(text, place)}") from None
    except ValueError:  # Python's own limit on the digits of a number
        raise refuse("not TOML: a number in it is endless") from None


def _dotted_line(text: str) -> int:
    """The number of the first line that holds too many dots; 0 where none does."""
    return next((n for n, line in enumerate(text.split("\n"), 1) if line.count(".") > _MAX_DOTS), 0)


def has_comments(text: str) -> bool:
    """Whether a text in TOML holds a comment: a ``#`` within quotes is none."""
    return any(found[0].startswith("#") for found in _QUOTED.finditer(text))


def _line_breaks(quoted: re.Match[str]) -> str:
    """What a text leaves when it is taken out, so that the lines keep their numbers."""
    return "\n" * quoted[0].count("\n")


_TOML_SLIPS = (
    (r"\d{1,2}/\d{1,2}/\d{4}", "write a date as 2025-12-31"),
    (r"=\s*(oui|non|vrai|faux|yes|no|True|False)\b", "write true or false"),
    ("[“”„«»]", 'use straight quotes: "…"'),
    (r"=\s*-?\d+([ ,.]\d+)*[ ,]\d", "write a number as 12000 or 12.5"),
    (r"^\s*[^=\s]*[^\x00-\x7f][^=]*=", "a key has no accent"),
    (r"=\s*\[?\s*[A-Za-z]", 'put words between quotes: "…"'),
)
"""What people write by habit that TOML does not read, and what to write instead."""


def _toml_mend(text: str, place: str) -> str:
    """The line that could not be read and, where it shows a usual slip, the mend."""
    number = re.match(r"line (\d{1,9}),", place)
    lines = text.split("\n")
    if number is None or int(number[1]) > len(lines):
        return ""
    line = lines[int(number[1]) - 1][:200]
    mend = next((mend for slip, mend in _TOML_SLIPS if re.search(slip, line)), None)
    return f": {line.strip()!r}" + (f" ({mend})" if mend else "")


def _inspect(value: Any, ledger: Ledger, depth: int) -> None:
    """Look through everything for keys that stand twice, and for what stands too deep."""
    if depth > MAX_DEPTH:
        raise refuse(_too_deep())
    if isinstance(value, Doubled):
        for key in value.doubles:
            ledger.note(step_to(key), "this key stands twice in the same object; remove one of the two")
    if isinstance(value, dict):
        children: Any = value.items()
    elif isinstance(value, list | tuple):
        children = enumerate(value)
    else:
        return
    for key, child in children:
        if not child or not isinstance(child, dict | list | tuple):
            continue
        inside = Ledger()
        try:
            _inspect(child, inside, depth + 1)
        except Flawed as flawed:
            deeper = Ledger()
            deeper.take(step_to(key), flawed)
            raise Flawed(deeper.faults) from None
        if inside.faults:
            ledger.take(step_to(key), Flawed(inside.faults))
        if ledger.full:
            return
