"""What the parsers of JSON and TOML complain of, in both languages: they speak English alone.

A complaint that a later Python words otherwise is told in French by what is sure of it: that
the text cannot be read there.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from cpts_model.engine.text import Text
from cpts_model.exchange.faults import cut

_OF_JSON: Mapping[str, str] = MappingProxyType(
    {
        r"Expecting value": "une valeur est attendue",
        r"Expecting property name enclosed in double quotes": "une clé est attendue, entre guillemets droits",
        r"Expecting ':' delimiter": "le signe ':' est attendu",
        r"Expecting ',' delimiter": "le signe ',' est attendu",
        r"Illegal trailing comma before end of (?:object|array)": "il y a une virgule de trop à la fin",
        r"Extra data": "il y a autre chose après la fin",
        r"Unterminated string starting at": "le texte qui commence ici n'est pas refermé",
        r"Invalid control character.*": "un texte contient un caractère de contrôle",
        r"Invalid \\escape.*|Invalid \\u.*": r"la suite qui commence par '\' n'existe pas",
    }
)

_OF_TOML: Mapping[str, str] = MappingProxyType(
    {
        r"Invalid statement": "ligne illisible",
        r"Expected newline or end of document after a statement": "il y a autre chose après la valeur",
        r"Expected '=' after a key in a key/value pair": "le signe '=' est attendu après la clé",
        r"Expected ('.*'|\".*\") at the end of (?:a table|an array) declaration": "le signe {} est attendu à la fin du titre",
        r"Expected ('.*'|\".*\")": "le signe {} est attendu",
        r"Illegal character ('\\n')": "un texte n'est pas refermé avant la fin de la ligne ({})",
        r"(?:Found invalid|Illegal) character (.+)": "le caractère {} n'a pas sa place ici",
        r"Cannot declare (.+) twice": "{} figure deux fois",
        r"Cannot overwrite a value": "cette clé figure déjà plus haut",
        r"Cannot (?:mutate immutable|redefine) namespace (.+)": "{} figure déjà, et ne peut plus être complété",
        r"Duplicate inline table key (.+)": "la clé {} figure deux fois",
        r"Invalid initial character for a key part": "une clé ne peut pas commencer ainsi",
        r"Unclosed array": "une liste n'est pas refermée par ']'",
        r"Unclosed inline table": "un objet n'est pas refermé par '}}'",
        r"Unescaped '\\' in a string": r"le signe '\' s'écrit '\\' dans un texte",
        r"Invalid hex value|Escaped character is not a Unicode scalar value": "ce code n'est celui d'aucun caractère",
        r"Unterminated string": "un texte n'est pas refermé",
        r"Invalid date or datetime": "cette date n'existe pas",
        r"Invalid value": "valeur illisible",
    }
)

_PLACE = re.compile(r"line (\d+), (?:column (\d+)|at its end)\)")
_LONGEST = 200


def json_complaint(said: str) -> Text:
    """What the reader of JSON complains of."""
    return Text(_french(said, _OF_JSON), said)


def toml_complaint(said: str) -> Text:
    """What the reader of TOML complains of, and where, as ``… (at line 3, column 4)``; never long."""
    what, bracket, place = said.rpartition(" (at ")
    fr, en = cut(_french(what, _OF_TOML), _LONGEST), cut(what, _LONGEST)
    return Text(f"{fr}{_place(place)}", f"{en}{bracket}{cut(place, _LONGEST)}")


def _place(said: str) -> str:
    found = _PLACE.fullmatch(said)
    if found is None:
        return ""
    line, column = found.groups()
    return f" (ligne {line}, {'à la fin' if column is None else f'colonne {column}'})"


def _french(said: str, words: Mapping[str, str]) -> str:
    for pattern, french in words.items():
        found = re.fullmatch(pattern, said, re.DOTALL)
        if found is not None:
            return french.format(*map(_names, found.groups()))
    return "texte illisible"


def _names(quoted: str) -> str:
    """What a complaint quotes; of a key in several parts, the parts, without the signs of Python."""
    return quoted.strip("()").removesuffix(",")
