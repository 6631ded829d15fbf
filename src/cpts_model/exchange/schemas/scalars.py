"""Texts, numbers and days of a dossier, as strict as a schema can be."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from cpts_model.engine.text import Text
from cpts_model.exchange.schemas.parts import DAY, Schema

_BIGGEST = 10**15
_CONTROLS = "\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029"
_CONTROLS_BUT_LINES = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u2028\\u2029"
_INVISIBLE = (
    "\\u00ad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u180e\\u200b-\\u200f\\u202a-\\u202e"
    "\\u2060-\\u2064\\u2066-\\u206f\\ufeff\\ufff9-\\ufffb"
)
"""The characters of the basic plane that Unicode 14 calls formats (Cf): they are not seen."""


def _line(without: str, pattern: str | None = None) -> Schema:
    """A text that holds none of some characters. Said as "not": Python's ``$`` lets a line break follow."""
    told: Schema = {"type": "string", "not": {"pattern": f"[{without}]"}}
    return told if pattern is None else {**told, "pattern": pattern}


SCALARS: Mapping[str, tuple[Text, Schema]] = MappingProxyType(
    {
        "id": (
            Text(
                "identifiant : sans espace au bord ni caractère invisible",
                "identifier: no space around it, no hidden character",
            ),
            _line(_CONTROLS + _INVISIBLE, r"^\S(.*\S)?$"),
        ),
        "text": (Text("texte d'une ligne", "text of one line"), _line(_CONTROLS)),
        # What JavaScript calls a space and Python does not (U+FEFF) is let through.
        "filled": (
            Text("texte d'une ligne, non vide", "text of one line, not blank"),
            _line(_CONTROLS, r"[\S\ufeff]"),
        ),
        "words": (
            Text("texte d'une ou de plusieurs lignes", "text of one line or several"),
            _line(_CONTROLS_BUT_LINES),
        ),
        "day": (Text("jour, AAAA-MM-JJ", "day, YYYY-MM-DD"), {**DAY, "examples": ["2026-01-31"]}),
        "truth": (Text("vrai ou faux", "true or false"), {"type": "boolean"}),
        "whole": (
            Text("nombre entier", "whole number"),
            {"type": "integer", "exclusiveMinimum": -_BIGGEST, "exclusiveMaximum": _BIGGEST},
        ),
        # The bound itself is let through: a number just below it rounds to it in a float.
        "exact": (
            Text("nombre exact, sans exposant", "exact number, without exponent"),
            {"type": "number", "minimum": -_BIGGEST, "maximum": _BIGGEST},
        ),
    }
)
"""The definitions of what is no object: their titles and schemas."""

OF_TYPE: Mapping[Any, str] = MappingProxyType(
    {bool: "truth", int: "whole", str: "text", Decimal: "exact", date: "day"}
)
"""The definition of each type of field."""
