"""JSON Schemas (2020-12) of what is read and written here, drawn from the classes of facts.

A schema is no stricter than the reader: what it refuses is refused on reading, and reading
refuses more (a name that is no day of the calendar, two memberships at once).
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any, get_args

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Modality
from cpts_model.engine.text import LANGS, Lang, Text
from cpts_model.exchange.assessment import FORMAT
from cpts_model.exchange.assessment import VERSION as ASSESSMENT_VERSION
from cpts_model.exchange.kinds import KIND, REGISTER, STRUCTURES, kind_of
from cpts_model.exchange.shape import (
    ABSENT,
    EVERY_MEMBER,
    NOTES,
    FieldShape,
    is_many,
    is_union,
    shape_of,
)
from cpts_model.facts.memberships import Membership
from cpts_model.facts.structures import Structure

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DOSSIER_VERSION = 1

Schema = dict[str, Any]

_TITLES = {
    "dossier": Text("dossier d'une structure de soins coordonnés", "dossier of a coordinated-care structure"),
    "register": Text("registre : plusieurs structures", "register: several structures"),
    "kind": Text("nature de l'objet", "kind of the object"),
    ABSENT: Text("clés dont la valeur est nulle", "keys whose value is null"),
    EVERY_MEMBER: Text("ce qui est dit de chaque adhésion", "what is said of every membership"),
    "notes": Text(
        "notes pour le lecteur, qui ne sont pas des faits", "notes for the reader, which are no facts"
    ),
}
_DAY: Mapping[str, Any] = MappingProxyType(
    {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
)
_SCALARS: Mapping[Any, Mapping[str, Any]] = MappingProxyType(
    {
        bool: {"type": "boolean"},
        int: {"type": "integer"},
        str: {"type": "string"},
        Decimal: {"type": "number"},
        date: _DAY,
    }
)


def dossier_schema(lang: Lang = "fr") -> Schema:
    """The JSON Schema of a dossier or a register; titles in one language."""
    written = _Dossiers(lang)
    one = [written.said(kind) for kind in STRUCTURES.values()]
    register = _object(
        {
            KIND: {"const": REGISTER},
            "structures": {"type": "array", "items": {"anyOf": one}, "minItems": 1},
            **written.notes(),
        },
        KIND,
        "structures",
    )
    return {
        "$schema": DIALECT,
        "$id": f"urn:cpts-model:dossier:{DOSSIER_VERSION}:{lang}",
        "title": _TITLES["dossier"].to(lang),
        "anyOf": [*one, {"title": _TITLES["register"].to(lang), **register}],
        "$defs": dict(sorted(written.definitions.items())),
    }


class _Dossiers:
    """Writes the schema of each class of facts once, under ``$defs``."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self.definitions: dict[str, Schema] = {}

    def title(self, text: Text | None) -> Schema:
        return {} if text is None else {"title": text.to(self.lang)}

    def notes(self) -> dict[str, Schema]:
        texts: Schema = {"type": ["string", "array"], "items": {"type": "string"}}
        return {key: {**self.title(_TITLES["notes"]), **texts} for key in NOTES}

    def said(self, kind: type[Any]) -> Schema:
        """A class that must say its kind."""
        return {"allOf": [self.of(kind), {"required": [KIND]}]}

    def of(self, kind: Any) -> Schema:
        """The schema of a type of field.

        Raises:
            TypeError: the type has no form in a dossier.
        """
        if kind in _SCALARS:
            return dict(_SCALARS[kind])
        if is_many(kind):
            return {"type": "array", "items": self.of(get_args(kind)[0])}
        if is_union(kind):
            return {"anyOf": [self.said(one) for one in get_args(kind)]}
        name = kind.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a class that holds itself finds its name taken
            self.definitions[name] = self.words(kind) if issubclass(kind, Enum) else self.facts(kind)
        return {"$ref": f"#/$defs/{name}"}

    def words(self, kind: type[Enum]) -> Schema:
        """The words of a list, with what they mean."""
        members = list(kind)
        meanings = {member.value: getattr(member, "label", None) for member in members}
        return {
            "enum": list(meanings),
            "x-labels": {
                slug: text.to(self.lang) for slug, text in meanings.items() if isinstance(text, Text)
            },
        }

    def facts(self, kind: type[Any]) -> Schema:
        """The object that holds facts of a class."""
        shape = shape_of(kind)
        properties = {key: self.field(field) for key, field in shape.items()}
        word = kind_of(kind)
        if word is not None:
            properties = {KIND: {**self.title(_TITLES[KIND]), "const": word}, **properties}
        if issubclass(kind, Structure):
            properties[EVERY_MEMBER] = self.every_member()
            properties |= self.notes()
        properties |= self.absent(shape)
        required = [field for field in shape.values() if field.required]
        told = _object(properties, *(field.key for field in required if not field.nullable))
        said = [_told_or_absent(field.key) for field in required if field.nullable]
        return {**told, "allOf": said} if said else told

    def field(self, field: FieldShape) -> Schema:
        of = self.of(field.of)
        notes = self.title(field.label)
        if field.help is not None:
            notes["description"] = field.help.to(self.lang)
        return {**notes, "anyOf": [of, {"type": "null"}]} if field.nullable else {**notes, "allOf": [of]}

    def every_member(self) -> Schema:
        shape = {key: field for key, field in shape_of(Membership).items() if not field.required}
        properties = {key: self.field(field) for key, field in shape.items()}
        return {**self.title(_TITLES[EVERY_MEMBER]), **_object(properties | self.absent(shape))}

    def absent(self, shape: Mapping[str, FieldShape]) -> dict[str, Schema]:
        nullable = [key for key, field in shape.items() if field.nullable]
        if not nullable:
            return {ABSENT: {**self.title(_TITLES[ABSENT]), "type": "array", "maxItems": 0}}
        items: Schema = {"type": "array", "items": {"enum": nullable}, "uniqueItems": True}
        return {ABSENT: {**self.title(_TITLES[ABSENT]), **items}}


def assessment_schema() -> Schema:
    """The JSON Schema of what :func:`~cpts_model.exchange.assessment.assessment_to_dict` gives."""
    return {
        "$schema": DIALECT,
        "$id": f"urn:cpts-model:assessment:{ASSESSMENT_VERSION}",
        "title": FORMAT,
        **_closed(
            {
                "format": {"const": FORMAT},
                "version": {"const": ASSESSMENT_VERSION},
                "subject": _ref("reference"),
                "on": dict(_DAY),
                "ok": _BOOL,
                "settled": _BOOL,
                "verdicts": _list(_ref("verdict")),
                "missing": _list(_ref("missing")),
            }
        ),
        "$defs": {
            "text": {"anyOf": [_TEXT, _closed(dict.fromkeys(LANGS, _TEXT))]},
            "unknown": _closed({"unknown": {"const": True}}),
            "reference": _closed(
                {"kind": _TEXT, "id": _untold(_TEXT_OR_NULL), "name": _untold(_TEXT_OR_NULL)}
            ),
            "citation": _closed(
                {
                    "code": _TEXT,
                    "article": _TEXT,
                    "paragraph": _TEXT_OR_NULL,
                    "legifrance": _TEXT_OR_NULL,
                    "url": _TEXT_OR_NULL,
                    "text": _ref("text"),
                }
            ),
            "verdict": _verdict(),
            "fact": _closed(
                {"path": _TEXT, "label": _or_null("text"), "value": {}, "children": _list(_ref("fact"))}
            ),
            "missing": _closed(
                {"path": _TEXT, "label": _or_null("text"), "rules": _list(_TEXT), "blocking": _BOOL}
            ),
        },
    }


def _verdict() -> Schema:
    facts = {"facts": _list(_ref("fact"))}
    told = {
        "rule": _TEXT,
        "title": _ref("text"),
        "outcome": _words(Outcome),
        "modality": _words(Modality),
        "authority": _words(Authority),
        "evidence": _words(Evidence),
        "blocking": _BOOL,
        "warning": _BOOL,
        "place": _TEXT,
        "part": _or_null("reference"),
        "citation": _ref("citation"),
        "also_cites": _list(_ref("citation")),
        "in_force": _closed({"from": _DAY_OR_NULL, "until": _DAY_OR_NULL}),
        "checked_on": _DAY_OR_NULL,
        "source": _TEXT,
        "beyond_last_check": _BOOL,
        "remedy": _ref("text"),
        "upon": _or_null("text"),
        "note": _or_null("text"),
        "reason": _or_null("text"),
    }
    return _object(told | facts, *told)


_BOOL: Schema = {"type": "boolean"}
_TEXT: Schema = {"type": "string"}
_TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
_DAY_OR_NULL: Schema = {"anyOf": [dict(_DAY), {"type": "null"}]}


def _words(kind: type[Enum]) -> Schema:
    return {"enum": [member.value for member in kind]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _or_null(name: str) -> Schema:
    return {"anyOf": [_ref(name), {"type": "null"}]}


def _untold(schema: Schema) -> Schema:
    return {"anyOf": [schema, _ref("unknown")]}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _closed(properties: Mapping[str, Schema]) -> Schema:
    """An object that has all these keys and no other."""
    return _object(properties, *properties)


def _told_or_absent(key: str) -> Schema:
    """An object that has a key, or lists it among those whose value is null."""
    listed = {"required": [ABSENT], "properties": {ABSENT: {"contains": {"const": key}}}}
    return {"anyOf": [{"required": [key]}, listed]}


def _object(properties: Mapping[str, Schema], *required: str) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
    }
