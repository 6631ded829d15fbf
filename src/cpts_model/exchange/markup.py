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

from cpts_model.engine.text import Text
from cpts_model.exchange.complaints import json_complaint, toml_complaint
from cpts_model.exchange.faults import Fault, Flawed, Ledger, refuse, step_to
from cpts_model.exchange.scalars import BadNumber
from cpts_model.facts.wording import joined

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
_PERHAPS_LINES = Text(
    " (une structure par ligne, dans un fichier .jsonl, est peut-être ce qu'il faut)",
    " (one structure a line in a .jsonl file may be what you want)",
)
_EMPTY = Text("il n'y a rien à lire", "it is empty")
_AN_OBJECT = Text(" (un objet est attendu : { … })", " (an object is expected: { … })")
TOO_DEEP = Text(
    f"objets ou listes imbriqués sur plus de {MAX_DEPTH} niveaux", f"nested more than {MAX_DEPTH} levels deep"
)
_TWICE = Text(
    "cette clé figure deux fois dans le même objet : retirer l'une des deux",
    "this key stands twice in the same object; remove one of the two",
)
_NO_TOML = Text("ce n'est pas du TOML : ", "not TOML: ")
_ENDLESS = Text("un nombre y est sans fin", "a number in it is endless")
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
        raise refuse(joined(too_long(most), _PERHAPS_LINES))
    words = (decoded(text) if isinstance(text, bytes) else text).removeprefix(BOM)
    if not words.strip():
        raise refuse(joined(_EMPTY, _AN_OBJECT if form == "json" else None))
    try:
        data = _parse_json(words) if form == "json" else _parse_toml(words)
    except RecursionError:
        raise refuse(TOO_DEEP) from None
    ledger = Ledger()
    _inspect(data, ledger, 0)
    return Parsed(data, tuple(ledger.faults))


def check_depth(data: Any) -> None:
    """Refuse data nested too deep, or that holds itself.

    Raises:
        Flawed: it is.
    """
    _inspect(data, Ledger(), 0)


def too_long(limit: int) -> Text:
    """What to say of a text beyond the limit."""
    return Text(f"la longueur dépasse {limit} octets", f"it is longer than {limit} bytes")


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
        what = (
            Text("c'est de l'UTF-16, et non de l'UTF-8", "it is UTF-16, not UTF-8")
            if wide
            else Text(
                f"la ligne {line} n'est pas en UTF-8 (octet {error.start})",
                f"line {line} is not UTF-8 (byte {error.start})",
            )
        )
        raise refuse(joined(what, Text(" : enregistrer en UTF-8", ": save it as UTF-8"))) from None


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
        said = json_complaint(error.msg)
        raise refuse(
            Text(
                f"ligne {error.lineno}, colonne {error.colno}, ce n'est pas du JSON : {said.fr}",
                f"line {error.lineno}, column {error.colno}: not JSON: {said.en}",
            )
        ) from None


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
        raise refuse(
            Text(
                f"la ligne {dotted} contient plus de {_MAX_DOTS} points (couper la ligne)",
                f"line {dotted} holds more than {_MAX_DOTS} dots (break the line)",
            )
        )
    try:
        return tomllib.loads(text + "\n", parse_float=exact)
    except tomllib.TOMLDecodeError as error:
        end = f"at line {text.count(chr(10)) + 1}, at its end"
        said = str(error).replace("at end of document", end)
        place = said.rpartition(" (at ")[2]
        raise refuse(joined(_NO_TOML, toml_complaint(said), _toml_mend(text, place))) from None
    except ValueError:  # Python's own limit on the digits of a number
        raise refuse(joined(_NO_TOML, _ENDLESS)) from None


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
    (r"\d{1,2}/\d{1,2}/\d{4}", Text("écrire une date ainsi : 2025-12-31", "write a date as 2025-12-31")),
    (r"=\s*(oui|non|vrai|faux|yes|no|True|False)\b", Text("écrire true ou false", "write true or false")),
    ("[“”„«»]", Text('employer les guillemets droits : "…"', 'use straight quotes: "…"')),
    (
        r"=\s*-?\d+([ ,.]\d+)*[ ,]\d",
        Text("écrire un nombre ainsi : 12000 ou 12.5", "write a number as 12000 or 12.5"),
    ),
    (r"^\s*[^=\s]*[^\x00-\x7f][^=]*=", Text("une clé n'a pas d'accent", "a key has no accent")),
    (
        r"=\s*\[?\s*[A-Za-z]",
        Text('mettre les mots entre guillemets : "…"', 'put words between quotes: "…"'),
    ),
)
"""What people write by habit that TOML does not read, and what to write instead."""


def _toml_mend(text: str, place: str) -> Text | None:
    """The line that could not be read and, where it shows a usual slip, the mend."""
    number = re.match(r"line (\d{1,9}),", place)
    lines = text.split("\n")
    if number is None or int(number[1]) > len(lines):
        return None
    line = lines[int(number[1]) - 1][:200]
    mend = next((mend for slip, mend in _TOML_SLIPS if re.search(slip, line)), None)
    shown = repr(line.strip())
    return joined(Text(f" : {shown}", f": {shown}"), mend and Text(f" ({mend.fr})", f" ({mend.en})"))


def _inspect(value: Any, ledger: Ledger, depth: int) -> None:
    """Look through everything for keys that stand twice, and for what stands too deep."""
    if depth > MAX_DEPTH:
        raise refuse(TOO_DEEP)
    if isinstance(value, Doubled):
        for key in value.doubles:
            ledger.note(step_to(key), _TWICE)
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
