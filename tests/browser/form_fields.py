"""Every field that the JSON Schema of dossiers knows, with a dossier that has room for it; read apart from the form."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

Json = Mapping[str, Any]
Around = Callable[[Any], Any]

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "schema" / "dossier.fr.json"
KINDS = ("cpts", "esp", "ess", "msp", "cds", "sisa")
NOT_ASKED = {"$schema", "about", "source", "absent", "every_member"}


@attrs.frozen
class Place:
    """A field of the schema and where it stands in a dossier."""

    path: str
    dossier: Json
    """A dossier that says nothing but what holds the field."""
    schema: Json
    nullable: bool
    required: bool

    @property
    def kind(self) -> str:
        """What one writes there: a word for each way of asking it."""
        one = self.schema
        if one.get("type") == "array":
            return "objects" if one["items"].get("type") == "object" else "list"
        return "words" if "enum" in one else str(one["type"])

    @property
    def incomplete(self) -> bool:
        """Whether what the form begins there lacks a fact that it must have, to be told next."""
        of = self.schema.get("items", self.schema)
        return any(key not in ("id", "member") for key in of.get("required", ()) if not of["kinds"])

    @property
    def sample(self) -> Any:
        """A value that may stand there."""
        return _sample(self.schema)


def _sample(schema: Json) -> Any:
    if "enum" in schema:
        return next(
            word for word in schema["enum"] if word == word.upper() or word.upper() not in schema["enum"]
        )
    match schema["type"]:
        case "boolean":
            return True
        case "integer":
            return max(1, schema.get("minimum", 1))
        case "number":
            return 12.34
        case "array":
            return [_sample(schema["items"])]
    return "2024-02-29" if schema.get("format") == "date" else "A"


def fields_of(kind: str) -> Iterator[Place]:
    """The fields of a kind of structure; those of a class are met once."""
    return _Walk(json.loads(SCHEMA.read_text(encoding="utf-8"))).of(kind)


class _Walk:
    def __init__(self, schema: Json) -> None:
        self.definitions = schema["$defs"]
        self.kinds = {one["if"]["properties"]["kind"]["const"]: one["then"] for one in schema["allOf"]}
        self.seen: set[tuple[str, str]] = set()

    def of(self, kind: str) -> Iterator[Place]:
        yield from self._object(
            self._flat(self.kinds[kind]), "", lambda held: held, {"kind": kind, "id": "s"}
        )

    def _flat(self, schema: Json) -> dict[str, Any]:
        """A schema without references; ``kinds`` and ``nullable`` say what its parts do."""
        found: dict[str, Any] = {"name": "", "kinds": [], "nullable": False}
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            found |= {**self._flat(self.definitions[name]), "name": name}
        for part in (*schema.get("allOf", ()), *schema.get("anyOf", ())):
            if part == {"type": "null"}:
                found["nullable"] = True
            elif "if" in part:
                found["kinds"].append(part["then"])
            elif "type" in part or "$ref" in part:
                found |= {**self._flat(part), "nullable": found["nullable"]}
        found |= {key: value for key, value in schema.items() if key not in ("allOf", "anyOf", "$ref")}
        if "items" in found:
            found["items"] = self._flat(found["items"])
        return found

    def _object(self, flat: Json, path: str, around: Around, begun: Json) -> Iterator[Place]:
        for key, one in flat["properties"].items():
            if key in NOT_ASKED or (key == "kind" and "const" in one) or (flat["name"], key) in self.seen:
                continue
            self.seen.add((flat["name"], key))
            inner, at = self._flat(one), f"{path}.{key}".lstrip(".")
            must = key in flat["required"] or (flat["name"], key) == ("Envelope", "mission")
            yield Place(at, around(begun), inner, inner["nullable"], must)
            yield from self._inside(inner, at, lambda value, key=key: around({**begun, key: value}))

    def _inside(self, inner: Json, at: str, put: Around) -> Iterator[Place]:
        if inner.get("type") == "array":
            yield from self._inside(inner["items"], f"{at}[0]", lambda value: put([value]))
        elif inner.get("type") == "object":
            for one in map(self._flat, inner["kinds"]) if inner["kinds"] else [inner]:
                yield from self._object(one, at, put, self._begun(one))

    def _begun(self, flat: Json) -> dict[str, Any]:
        """An object that says only what it must."""
        const = flat["properties"].get("kind", {}).get("const")
        begun: dict[str, Any] = {} if const is None else {"kind": const}
        for key in flat["required"]:
            one = self._flat(flat["properties"][key])
            begun[key] = {"kind": "person", "id": "p-8"} if one.get("type") == "object" else _sample(one)
        return begun | ({"mission": None} if flat["name"] == "Envelope" else {})
