"""What every schema here is written with.

The dialect is 2020-12, of which only keywords are used that draft-07 has too (``$defs``
aside): editors and validators that know no later draft come to the same verdict. Regular
expressions are those that Python, ECMA-262 and Rust read alike: no look-around, no class
named by ``p``, no character beyond the basic plane.

A title is in the language asked for, and in both under ``x-title``; a description likewise.
"""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any

from cpts_model.engine.text import LANGS, Lang, Text

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

DAY: Mapping[str, Any] = MappingProxyType(
    {
        "type": "string",
        "format": "date",
        "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        "maxLength": 10,  # Python's $ lets a line break follow
        "not": {"pattern": "^0000"},
    }
)
"""A day of the calendar, as far as a pattern can tell."""

BOOL: Schema = {"type": "boolean"}
TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
NULL: Schema = {"type": "null"}


def both(text: Text) -> dict[str, str]:
    """A text in each language."""
    return {lang: text.to(lang) for lang in LANGS}


def titled(title: Text | None, lang: Lang, description: Text | None = None) -> Schema:
    """What people read of a schema: in the language asked for, and in both."""
    found: Schema = {}
    for key, text in (("title", title), ("description", description)):
        if text is not None:
            found |= {key: text.to(lang), f"x-{key}": both(text)}
    return found


def words(kind: type[Enum]) -> Schema:
    """The words of a list."""
    return {"enum": [member.value for member in kind]}


def ref(name: str) -> Schema:
    """What is defined under that name."""
    return {"$ref": f"#/$defs/{name}"}


def either(*schemas: Schema) -> Schema:
    """Any of several schemas."""
    return {"anyOf": list(schemas)}


def or_null(schema: Schema) -> Schema:
    """What a schema takes, or null."""
    return either(schema, NULL)


def many(items: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": items}


def closed(properties: Mapping[str, Schema]) -> Schema:
    """An object that has all these keys and no other."""
    return keyed(properties, *properties)


def keyed(properties: Mapping[str, Schema], *required: str) -> Schema:
    """An object that has no other keys than these, and must have some."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
    }
