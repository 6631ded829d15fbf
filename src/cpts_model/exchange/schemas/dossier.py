"""The JSON Schema of dossiers and registers, drawn from the classes of facts.

It is no stricter than the reader: what it refuses is refused on reading. Reading refuses a
little more, which the documentation lists (a name that is no day of the calendar, two
memberships at once).
"""

from collections.abc import Mapping
from enum import Enum
from typing import Any, get_args

from cpts_model.engine.text import Lang, Text
from cpts_model.exchange.kinds import KIND, REGISTER, STRUCTURES, kind_of
from cpts_model.exchange.schemas.limits import conditions_of, is_absent, limits_of, never, told
from cpts_model.exchange.schemas.parts import (
    DIALECT,
    Schema,
    both,
    either,
    keyed,
    many,
    or_null,
    ref,
    titled,
)
from cpts_model.exchange.schemas.scalars import OF_TYPE, SCALARS
from cpts_model.exchange.schemas.words import ABOUT, CLASSES, DOSSIER_EXAMPLES
from cpts_model.exchange.shape import (
    ABSENT,
    EVERY_MEMBER,
    IDS,
    NOTES,
    FieldShape,
    is_many,
    is_union,
    shape_of,
)
from cpts_model.facts.memberships import Membership
from cpts_model.facts.structures import Structure

DOSSIER_VERSION = 1
_MEMBERS = "members"


def dossier_schema(lang: Lang = "fr") -> Schema:
    """The JSON Schema of a dossier, or of a register; titles in one language, and in both under ``x-title``."""
    written = _Definitions(lang)
    kinds = {**written.structures(), REGISTER: written.register()}
    return _document("dossier", lang, written.by_kind(kinds), written, DOSSIER_EXAMPLES)


def register_schema(lang: Lang = "fr") -> Schema:
    """The JSON Schema of a register alone: several structures; titles as in :func:`dossier_schema`."""
    written = _Definitions(lang)
    examples = ({KIND: REGISTER, "structures": list(DOSSIER_EXAMPLES)},)
    return _document("register", lang, {"allOf": [written.register()]}, written, examples)


def _document(
    name: str, lang: Lang, holds: Schema, written: "_Definitions", examples: tuple[Any, ...]
) -> Schema:
    return {
        "$schema": DIALECT,
        "$id": f"urn:cpts-model:{name}:{DOSSIER_VERSION}:{lang}",
        **titled(*_in(ABOUT[name], lang)),
        "examples": list(examples),
        **holds,
        "$defs": dict(sorted(written.definitions.items())),
    }


def _in(about: tuple[Text, Text | None], lang: Lang) -> tuple[Text, Lang, Text | None]:
    return about[0], lang, about[1]


class _Definitions:
    """Writes the schema of each class of facts once, under ``$defs``."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self.definitions: dict[str, Schema] = {}

    def titled(self, name: str, about: Mapping[str, tuple[Text, Text | None]] = ABOUT) -> Schema:
        return titled(*_in(about[name], self.lang)) if name in about else {}

    def by_kind(self, schemas: Mapping[str, Schema]) -> Schema:
        """An object that must say which of several kinds it is, and keeps to the schema of that kind.

        Said with "if", so that a validator tells what is wrong inside, and not that no kind fits.
        """
        meanings = [
            self.definitions[schema["$ref"].rpartition("/")[2]]["title"] for schema in schemas.values()
        ]
        words = {"enum": list(schemas), "enumDescriptions": meanings}
        return {
            "type": "object",
            "properties": {KIND: {**self.titled(KIND), **words}},
            "required": [KIND],
            "allOf": [
                {"if": {"properties": {KIND: {"const": word}}, "required": [KIND]}, "then": schema}
                for word, schema in schemas.items()
            ],
        }

    def structures(self) -> dict[str, Schema]:
        return {word: self.of(kind) for word, kind in STRUCTURES.items()}

    def register(self) -> Schema:
        holds = {
            KIND: {**self.titled(KIND), "const": REGISTER},
            "structures": {
                **self.titled("structures"),
                **many(self.by_kind(self.structures())),
                "minItems": 1,
            },
            **self.notes(),
        }
        self.definitions[REGISTER] = {**self.titled(REGISTER), **keyed(holds, KIND, "structures")}
        return ref(REGISTER)

    def notes(self) -> dict[str, Schema]:
        texts = self.scalar("words")
        self.definitions["notes"] = {**self.titled("notes"), **either(texts, many(texts))}
        return dict.fromkeys(NOTES, ref("notes"))

    def scalar(self, name: str) -> Schema:
        title, schema = SCALARS[name]
        self.definitions[name] = {**titled(title, self.lang), **schema}
        return ref(name)

    def of(self, kind: Any) -> Schema:
        """The schema of a type of field.

        Raises:
            TypeError: the type has no form in a dossier.
        """
        if kind in OF_TYPE:
            return self.scalar(OF_TYPE[kind])
        if is_many(kind):
            return many(self.of(get_args(kind)[0]))
        if is_union(kind):
            return self.by_kind({_word(one): self.of(one) for one in get_args(kind)})
        name = kind.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a class that holds itself finds its name taken
            written = self.words(kind) if issubclass(kind, Enum) else self.facts(kind)
            self.definitions[name] = {**self.titled(name, CLASSES), **written}
        return ref(name)

    def words(self, kind: type[Enum]) -> Schema:
        """The words of a list, with what they mean."""
        meanings: dict[Any, Text] = {member.value: getattr(member, "label") for member in kind}  # noqa: B009
        return {
            "enum": list(meanings),
            "enumDescriptions": [text.to(self.lang) for text in meanings.values()],
            "x-labels": {slug: both(text) for slug, text in meanings.items()},
        }

    def facts(self, kind: type[Any]) -> Schema:
        """The object that holds facts of a class."""
        shape = shape_of(kind)
        properties = {key: self.field(kind, field) for key, field in shape.items()}
        word = kind_of(kind)
        if word is not None:
            properties = {KIND: {**self.titled(KIND), "const": word}, **properties}
        conditions = [*_once(shape), *conditions_of(kind)]
        if issubclass(kind, Structure):
            properties[EVERY_MEMBER] = self.every_member()
            properties |= self.notes()
            conditions.append(either({"not": told(EVERY_MEMBER)}, told(_MEMBERS)))
        properties |= self.absent(shape)
        required = [field.key for field in shape.values() if field.required and not field.nullable]
        written = keyed(properties, *required)
        return {**written, "allOf": conditions} if conditions else written

    def field(self, kind: type[Any], field: FieldShape) -> Schema:
        of = self.of(field.of)
        if field.of is str and (field.required or field.name in IDS):
            of = self.scalar("id" if field.name in IDS else "filled")
        notes = titled(field.label, self.lang, field.help)
        return {
            **notes,
            **(or_null(of) if field.nullable else {"allOf": [of]}),
            **limits_of(kind, field.key),
        }

    def every_member(self) -> Schema:
        if EVERY_MEMBER not in self.definitions:
            shape = {key: field for key, field in shape_of(Membership).items() if not field.required}
            properties = {key: self.field(Membership, field) for key, field in shape.items()}
            written = keyed(properties | self.absent(shape))
            self.definitions[EVERY_MEMBER] = {
                **self.titled(EVERY_MEMBER),
                **written,
                "allOf": _once(shape),
            }
        return ref(EVERY_MEMBER)

    def absent(self, shape: Mapping[str, FieldShape]) -> dict[str, Schema]:
        nullable = [key for key, field in shape.items() if field.nullable]
        if not nullable:
            return {ABSENT: {**self.titled(ABSENT), "type": "array", "maxItems": 0}}
        return {ABSENT: {**self.titled(ABSENT), **many({"enum": nullable}), "uniqueItems": True}}


def _word(kind: type[Any]) -> str:
    word = kind_of(kind)
    if word is None:
        raise TypeError(f"no word in a dossier stands for {kind.__name__}, so a union cannot hold it")
    return word


def _once(shape: Mapping[str, FieldShape]) -> list[Schema]:
    """No key is both told and listed as absent; one that must be told is one of the two."""
    nullable = [field for field in shape.values() if field.nullable]
    return [
        *(never(told(field.key), is_absent(field.key)) for field in nullable),
        *(either(told(field.key), is_absent(field.key)) for field in nullable if field.required),
    ]
