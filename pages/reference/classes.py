"""A class: how it is built, what it holds, what it tells."""

import ast
import inspect
from collections.abc import Iterator
from enum import Enum
from typing import Any

import attrs

from cpts_model.engine.labels import LABEL
from cpts_model.engine.text import Text
from cpts_model.exchange.shape import shape_of
from cpts_model.facts.typed import Facts
from pages.page import text
from pages.reference.enums import enum_members
from pages.reference.names import Entry, entries
from pages.reference.prose import Voice
from pages.reference.raisers import raised_by
from pages.reference.signatures import call, function_call, in_line, parameter, written
from pages.reference.source import Place, docs_below
from pages.reference.tables import in_both, name_of, told_table

_SAYS = {
    "__len__": "`len()`",
    "__iter__": "iteration",
    "__contains__": "`in`",
    "__getitem__": "`[…]`",
    "__call__": "being called",
    "__bool__": "`if`",
    "__or__": "`|`",
    "__and__": "`&`",
    "__eq__": "",
}
"""What the special methods of Python allow, as one says it."""
_PROPERTIES = {"property", "cached_property"}


@attrs.frozen(slots=True)
class _Owner:
    """A class of the library in the line of another, and whether the reference speaks of it apart."""

    place: Place
    entry: Entry | None

    @property
    def body(self) -> list[ast.stmt]:
        node = self.place.node
        assert isinstance(node, ast.ClassDef)
        return node.body


def class_text(entry: Entry) -> Iterator[str]:
    """All that is said of a class, paragraph by paragraph."""
    kind = entry.place.value
    owners = tuple(_owners(kind, entry))
    yield Voice(entry.place.module, entry.chapter).prose(entry.place.doc)
    if issubclass(kind, Enum):
        yield from enum_members(kind, entry)
    else:
        signature = _signature(entry.name, kind, owners)
        if signature:
            yield f"```pyi\n{signature}\n```"
        yield from _fields(kind, owners, entry)
        if issubclass(kind, BaseException):
            yield from _attributes(entry)
            yield raised_by(entry)
    yield from _members(kind, owners, entry)


def labelled_members(entry: Entry) -> Iterator[tuple[str, Text, str]]:
    """The facts that a class tells by itself: name, what it is called, docstring."""
    kind: type[Any] = entry.place.value
    fields = {field.name: field for field in attrs.fields(kind)} if attrs.has(kind) else {}
    told: set[str] = set()
    for owner in _owners(kind, entry):
        if owner.entry is not None and owner.entry.place != entry.place:
            continue
        docs = docs_below(owner.body)
        for statement in owner.body:
            if isinstance(statement, ast.AnnAssign) and (name := written(statement.target)) in fields:
                label, doc = fields[name].metadata.get(LABEL), docs.get(name, "")
            elif isinstance(statement, ast.FunctionDef):
                name = statement.name
                label, doc = getattr(_function(kind, name), LABEL, None), ast.get_docstring(statement) or ""
            else:
                continue
            if label is not None and name not in told and not name.startswith("_"):
                told.add(name)
                yield name, label, doc


def bases(entry: Entry) -> tuple[str, ...]:
    """The classes that it comes from, as far as a reader would ask for them: ours, and those of Python's errors."""
    kind: type[Any] = entry.place.value
    ours = [
        _link(owner.entry, entry)
        for owner in _owners(kind, entry)
        if owner.entry is not None and owner.entry.place != entry.place
    ]
    of_python = [f"`{base.__name__}`" for base in kind.__bases__ if base.__module__ == "builtins"]
    return (*ours[:1], *(base for base in of_python if base != "`object`"))


def _owners(kind: type[Any], entry: Entry) -> Iterator[_Owner]:
    """The class itself, then those that it comes from, as far as they are of the library."""
    for one in kind.__mro__:
        if one.__module__.startswith("cpts_model"):
            place = Place(one.__module__, one.__name__)
            own = place == entry.place
            yield _Owner(place, entry if own else next(iter(entries().get(place, ())), None))


def _signature(name: str, kind: type[Any], owners: tuple[_Owner, ...]) -> str:
    if attrs.has(kind):
        return call(name, _attrs_parameters(kind, owners))
    if getattr(kind, "_is_protocol", False):
        return ""
    for owner in owners:
        for statement in owner.body:
            if isinstance(statement, ast.FunctionDef) and statement.name in ("__init__", "__new__"):
                return (
                    function_call(statement, name, bound=True).removesuffix(" -> None").partition(" -> ")[0]
                )
    return ""


def _attrs_parameters(kind: type[Any], owners: tuple[_Owner, ...]) -> Iterator[str]:
    fields = [field for field in attrs.fields(kind) if field.init]
    for keyword_only in (False, True):
        mine = [field for field in fields if field.kw_only is keyword_only]
        if keyword_only and mine:
            yield "*"
        for field in mine:
            statement = _statement_of(field.name, owners)[1]
            yield parameter(field.alias or field.name, statement.annotation, _default(statement.value))


def _default(value: ast.expr | None) -> str | None:
    """The default that a field declares."""
    if not (isinstance(value, ast.Call) and written(value.func) in ("attrs.field", "attr.ib")):
        return written(value) if value is not None else None
    given = {keyword.arg: keyword.value for keyword in value.keywords}
    if "factory" in given:
        return f"{written(given['factory'])}()"
    return written(given["default"]) if "default" in given else None


def _statement_of(name: str, owners: tuple[_Owner, ...]) -> tuple[_Owner, ast.AnnAssign]:
    for owner in owners:
        for statement in owner.body:
            if isinstance(statement, ast.AnnAssign) and written(statement.target) == name:
                return owner, statement
    raise LookupError(name)


def _fields(kind: type[Any], owners: tuple[_Owner, ...], entry: Entry) -> Iterator[str]:
    """The fields that the class adds, in a table; those of a class told elsewhere, by their names."""
    if not attrs.has(kind):
        yield from _annotated(owners, entry)
        return
    inherited: dict[Entry, list[str]] = {}
    keys = {shape.name: shape.key for shape in shape_of(kind).values()} if issubclass(kind, Facts) else {}
    rows = []
    for field in attrs.fields(kind):
        if field.name.startswith("_"):
            continue
        owner, statement = _statement_of(field.name, owners)
        if owner.entry is not None and owner.entry.place != entry.place:
            inherited.setdefault(owner.entry, []).append(field.name)
            continue
        voice = Voice(owner.place.module, entry.chapter)
        key = keys.get(field.name, field.name)
        rows.append(
            (
                f'<span id="{entry.anchor}.{field.name}"></span>{name_of(field.name)}',
                voice.type(statement.annotation),
                f"`{key}`" if key != field.name else "",
                in_both(field.metadata[LABEL]) if LABEL in field.metadata else "",
                voice.line(docs_below(owner.body).get(field.name, "")) or _help(field.metadata),
            )
        )
    yield told_table(("Field", "Type", "In a dossier", "What it is", "Meaning"), rows)
    for other, names in inherited.items():
        yield f"And the fields of {_link(other, entry)}: " + ", ".join(f"`{name}`" for name in names) + "."


def _annotated(owners: tuple[_Owner, ...], entry: Entry) -> Iterator[str]:
    """The attributes of a class that is not of attrs."""
    body = owners[0].body
    voice = Voice(entry.place.module, entry.chapter)
    rows = [
        (
            f"`{written(statement.target)}`",
            voice.type(statement.annotation),
            voice.line(docs_below(body).get(written(statement.target), "")),
        )
        for statement in body
        if isinstance(statement, ast.AnnAssign) and not written(statement.target).startswith("_")
    ]
    yield told_table(("Attribute", "Type", "Meaning"), rows)


def _attributes(entry: Entry) -> Iterator[str]:
    """What an exception keeps: what its constructor puts by."""
    node = entry.place.node
    assert isinstance(node, ast.ClassDef)
    for statement in node.body:
        if isinstance(statement, ast.FunctionDef) and statement.name == "__init__":
            kept = [
                target.attr
                for inner in statement.body
                if isinstance(inner, ast.Assign)
                for target in inner.targets
                if isinstance(target, ast.Attribute)
            ]
            if kept:
                yield "It keeps " + ", ".join(f"`{name}`" for name in kept) + "."


def _members(kind: type[Any], owners: tuple[_Owner, ...], entry: Entry) -> Iterator[str]:
    told: set[str] = set()
    own: list[str] = []
    elsewhere: dict[Entry, list[str]] = {}
    allows = []
    for owner in owners:
        for statement in owner.body:
            if not isinstance(statement, ast.FunctionDef) or statement.name in told:
                continue
            if statement.name in _SAYS and not issubclass(kind, BaseException | Enum):
                allows.append(_SAYS[statement.name])
            if statement.name.startswith("_"):
                continue
            told.add(statement.name)
            if owner.entry is not None and owner.entry.place != entry.place:
                elsewhere.setdefault(owner.entry, []).append(statement.name)
            else:
                own.append(_member(kind, statement, owner, entry))
    if any(allows):
        yield "It allows " + ", ".join(dict.fromkeys(filter(None, allows))) + "."
    if own:
        yield "\n".join(own)
    for other, names in elsewhere.items():
        links = ", ".join(f"[`{name}`]({other.link_from(entry.chapter)}.{name})" for name in names)
        yield f"And what {_link(other, entry)} tells: {links}."


def _member(kind: type[Any], node: ast.FunctionDef, owner: _Owner, entry: Entry) -> str:
    """A property or a method, as an item of a list: what it is called, what it gives, what it means."""
    voice = Voice(owner.place.module, entry.chapter)
    decorators = {written(decorator).rpartition(".")[2] for decorator in node.decorator_list}
    is_property = bool(decorators & _PROPERTIES)
    gives = f" → {voice.type(node.returns)}" if node.returns is not None else ""
    shown = node.name if is_property else in_line(node, bound="staticmethod" not in decorators)
    label = getattr(_function(kind, node.name), LABEL, None)
    lines = [
        f'* <span id="{entry.anchor}.{node.name}"></span>`{shown}`{gives}',
        *([in_both(label)] if label is not None else []),
        voice.prose(ast.get_docstring(node) or ""),
    ]
    return "\n\n    ".join(part.replace("\n", "\n    ") for part in lines if part) + "\n"


def _function(kind: type[Any], name: str) -> Any:
    member = inspect.getattr_static(kind, name, None)
    if isinstance(member, property):
        return member.fget
    return getattr(member, "func", member)


def _help(metadata: Any) -> str:
    helped = metadata.get(f"{LABEL}.help")
    return text(helped.en) if helped is not None else ""


def _link(other: Entry, entry: Entry) -> str:
    return f"[{other.name}]({other.link_from(entry.chapter)})"
