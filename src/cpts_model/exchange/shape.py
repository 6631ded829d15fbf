"""Shapes: how a class of facts looks in a dossier, read off its attrs fields."""

import types
from collections.abc import Mapping
from typing import Any, Union, get_args, get_origin

import attrs

from cpts_model.engine.labels import LABEL
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown
from cpts_model.exchange.kinds import KIND, kind_of

DECIMALS = "cpts_model.decimals"
"""The metadata key of a Decimal field that may have more, or fewer, than two decimals."""

ABSENT = "absent"
"""The key that lists the keys known to be absent: TOML has no null."""

IDS = frozenset({"id", "beneficiary"})
"""The fields that name somebody, so that two texts must not look like one."""

EVERY_MEMBER = "every_member"
"""The key of a structure that says something of each of its memberships."""

NOTES = ("$schema", "about", "source")
"""The keys of a structure that hold words for the reader, and no facts."""


@attrs.frozen(slots=True, kw_only=True)
class FieldShape:
    """A field of a class of facts: its key, its type, and whether it may be null or left out."""

    name: str
    key: str
    of: Any
    """The type without ``None`` and without ``Unknown``."""
    nullable: bool
    required: bool
    label: Text | None
    help: Text | None
    decimals: int
    default: Any
    """What the class holds where the key is left out."""


def alternatives(kind: Any) -> tuple[Any, ...]:
    """The types of a union; any other type by itself."""
    return get_args(kind) if is_union(kind) else (kind,)


def is_union(kind: Any) -> bool:
    """Whether this is ``A | B``."""
    return get_origin(kind) in (Union, types.UnionType)


def is_many(kind: Any) -> bool:
    """Whether this is ``tuple[A, ...]``."""
    arguments = get_args(kind)
    return get_origin(kind) is tuple and len(arguments) == 2 and arguments[1] is Ellipsis


def known_type(kind: Any) -> Any:
    """The type without ``None`` and without ``Unknown``."""
    left = tuple(one for one in alternatives(kind) if one not in (types.NoneType, Unknown))
    return left[0] if len(left) == 1 else Union[left]  # noqa: UP007


def shape_of(kind: type[Any]) -> Mapping[str, FieldShape]:
    """The fields of a class by their keys, in the order of the class."""
    found = _shapes.get(kind)
    if found is None:
        fields = attrs.fields(attrs.resolve_types(kind))
        found = types.MappingProxyType({_key(kind, field.name): _shape(kind, field) for field in fields})
        _shapes[kind] = found
    return found


_shapes: dict[type[Any], Mapping[str, FieldShape]] = {}


def _shape(kind: type[Any], field: "attrs.Attribute[Any]") -> FieldShape:
    return FieldShape(
        name=field.name,
        key=_key(kind, field.name),
        of=known_type(field.type),
        nullable=types.NoneType in alternatives(field.type),
        required=field.default is attrs.NOTHING,
        label=field.metadata.get(LABEL),
        help=field.metadata.get(f"{LABEL}.help"),
        decimals=field.metadata.get(DECIMALS, 2),
        default=field.default,
    )


def _key(kind: type[Any], name: str) -> str:
    """The key of a field: its name, unless the dossier needs that word for the class itself."""
    return f"{kind_of(kind)}_{name}" if name == KIND and kind_of(kind) else name
