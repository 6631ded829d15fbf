"""Swift reading: the facts of a dossier without a fault, in one pass that keeps no account of places.

What it reads is what the strict reader (:mod:`~cpts_model.exchange.converter`) reads, from the same
shapes, by the same readers of scalars. At the first doubt (a fault, or what is rare enough to be left
to the other) it gives up: the strict reader then decides alone, and says of every fault where it is.
So nothing is accepted here that would not be accepted there, and no message comes from here.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from typing import Any, TypeVar, get_args

from cpts_model.exchange.building import builder_of
from cpts_model.exchange.faults import Flawed
from cpts_model.exchange.kinds import KIND, REGISTER, STRUCTURES, kind_of
from cpts_model.exchange.scalars import SCALARS, decimal_reader, read_date, read_id, read_text, read_words
from cpts_model.exchange.shape import (
    EVERY_MEMBER,
    IDS,
    NOTES,
    FieldShape,
    is_many,
    is_union,
    known_type,
    shape_of,
)
from cpts_model.facts.checks import BadFact
from cpts_model.facts.memberships import Membership
from cpts_model.facts.structures import Structure

T = TypeVar("T")

_MEMBERS = "members"
_STRUCTURES = "structures"
_NO_FACT = ""
"""The name under which a key is kept that tells no fact."""
_NOTHING: Mapping[str, Any] = {}
_FEW = 100
"""As many facts of a class are built in the time it takes to find out how to build them fast."""

_read_day = lru_cache(maxsize=2**14)(read_date)
"""The days of forty years: a register tells few days, and each many times."""


class Doubt(Exception):
    """Something that is left to the strict reader."""


class Tally:
    """How many keys the objects held that were read: all there were, once the reading has ended."""

    __slots__ = ("keys",)

    def __init__(self) -> None:
        self.keys = 0


Reader = Callable[[Any, Tally], Any]


def structure(data: Any, tally: Tally) -> Structure:
    """The structure that plain data describes.

    Raises:
        Doubt: the strict reader has to look.
    """
    return _sure(_structure, data, tally)


def structures(data: Any, tally: Tally) -> tuple[Structure, ...]:
    """The structures that plain data describes: a register, or one dossier.

    Raises:
        Doubt: the strict reader has to look.
    """
    return _sure(_structures, data, tally)


def _sure(read: Callable[[Any, Tally], T], data: Any, tally: Tally) -> T:
    try:
        return read(data, tally)
    except (Flawed, BadFact):
        raise Doubt from None


def _structure(data: Any, tally: Tally) -> Structure:
    found: Structure = _any_structure(data, tally)
    return found


def _structures(data: Any, tally: Tally) -> tuple[Structure, ...]:
    if type(data) is not dict or data.get(KIND) != REGISTER:
        return (_structure(data, tally),)
    found: tuple[Structure, ...] = ()
    tally.keys += len(data)
    for key, value in data.items():
        if key == _STRUCTURES:
            found = _many(_any_structure)(value, tally)
        elif key in NOTES:
            _note(value, tally)
        elif key != KIND:
            raise Doubt
    if not found:
        raise Doubt
    return found


class _Table(dict[str, T]):
    """What is known of each key; of any other there is doubt."""

    def __missing__(self, key: object) -> T:
        raise Doubt


class _Objects:
    """Reads the objects of one class.

    Most values are true, false or null: of these it knows by itself which key may have them.
    """

    __slots__ = ("bools", "build", "few", "kind", "nulls", "readers", "required")

    def __init__(self, kind: type[Any]) -> None:
        shape = shape_of(kind)
        self.kind = kind
        self.few = _FEW
        self.build: Callable[[dict[str, Any]], Any] = self._build_few
        self.bools = _Table({key: field.name for key, field in shape.items() if field.of is bool})
        self.nulls = _Table({key: field.name for key, field in shape.items() if field.nullable})
        self.readers: _Table[tuple[str, Reader]] = _Table()
        if issubclass(kind, Structure):
            self.readers.update(dict.fromkeys(NOTES, (_NO_FACT, _note)))
        word = kind_of(kind)
        if word is not None:
            self.readers[KIND] = (_NO_FACT, _only(word))
        self.readers.update({key: (field.name, _value(field)) for key, field in shape.items()})
        self.required = tuple(field.name for field in shape.values() if field.required)

    def read(self, data: Any, tally: Tally, said: Mapping[str, Any] = _NOTHING) -> Any:
        """The facts that an object tells, on top of what was said of it before."""
        told = self.told(data, tally, said)
        for name in self.required:
            if name not in told:
                raise Doubt
        return self.build(told)

    def _build_few(self, told: dict[str, Any]) -> Any:
        """Build as everybody does, until there are so many that it pays to do better."""
        self.few -= 1
        if self.few <= 0:
            self.build = builder_of(self.kind)
        return self.kind(**told)

    def told(self, data: Any, tally: Tally, said: Mapping[str, Any] = _NOTHING) -> dict[str, Any]:
        """The same, before facts are made of it."""
        if type(data) is not dict:
            raise Doubt
        tally.keys += len(data)
        told = {**said}
        bools, nulls, readers = self.bools, self.nulls, self.readers
        for key, value in data.items():
            if value is True or value is False:
                told[bools[key]] = value
            elif value is None:
                told[nulls[key]] = None
            else:
                name, read = readers[key]
                told[name] = read(value, tally)
        told.pop(_NO_FACT, None)
        return told


_objects: Any = cache(_Objects)


def _object(kind: type[Any]) -> Reader:
    """A reader of the objects of one class, which is looked at when the first of them comes."""
    if issubclass(kind, Structure):
        return lambda data, tally: _structure_of(_objects(kind), data, tally)
    return lambda data, tally: _objects(kind).read(data, tally)


def _structure_of(objects: _Objects, data: Any, tally: Tally) -> Any:
    """A structure, which may say something of each of its members."""
    if type(data) is not dict or EVERY_MEMBER not in data:
        return objects.read(data, tally)
    memberships = _objects(Membership)
    rest = {**data}
    said = memberships.told(rest.pop(EVERY_MEMBER), tally)
    members = rest.pop(_MEMBERS, None)
    if type(members) is not list or not said.keys().isdisjoint(memberships.required):
        raise Doubt
    tally.keys += 2
    together = tuple([memberships.read(member, tally, said) for member in members])
    return objects.read(rest, tally, {_MEMBERS: together})


def _by_kind(kinds: Iterable[type[Any]]) -> Reader:
    """A reader of objects that say which of several classes they are."""
    readers = _Table({word: _object(kind) for kind in kinds if (word := kind_of(kind))})

    def read(value: Any, tally: Tally) -> Any:
        word = value.get(KIND) if type(value) is dict else None
        if type(word) is not str:
            raise Doubt
        return readers[word](value, tally)

    return read


_any_structure = _by_kind(STRUCTURES.values())


def _only(word: str) -> Reader:
    """A reader of the kind, where there can be one only."""

    def read(value: Any, tally: Tally) -> None:
        if type(value) is not str or value != word:
            raise Doubt

    return read


def _note(value: Any, tally: Tally) -> None:
    """Words for the reader: a text, or several."""
    for text in value if type(value) is list else (value,):
        read_words(text)


def _value(field: FieldShape) -> Reader:
    """A reader of the values of a key that are not null."""
    if field.of is Decimal:
        return _scalar(decimal_reader(field.decimals))
    if field.of is str:
        return _text(read_id if field.name in IDS else read_text, field.required)
    return _reader(field.of)


def _reader(of: Any) -> Reader:
    if of is str:
        return _text(read_text)
    if of is date:
        return _day
    if of in SCALARS:
        return _scalar(SCALARS[of])
    if is_many(of):
        return _many(_reader(known_type(get_args(of)[0])))
    if is_union(of):
        return _by_kind(get_args(of))
    if of is Structure:
        return _any_structure
    return _word(of) if issubclass(of, Enum) else _object(of)


def _scalar(strict: Callable[[Any], Any]) -> Reader:
    return lambda value, tally: strict(value)


def _day(value: Any, tally: Tally) -> date:
    return _read_day(value) if type(value) is str else read_date(value)


def _text(strict: Callable[[Any], str], required: bool = False) -> Reader:
    """A reader of texts: in one that can be printed, as nearly all can, there is nothing to look for."""
    if strict is read_text and not required:
        return lambda value, _: value if type(value) is str and value.isprintable() else strict(value)

    def read(value: Any, tally: Tally) -> str:
        if type(value) is str and value.isprintable() and value and value.strip() == value:
            return value
        found = strict(value)
        if required and not found.strip():
            raise Doubt
        return found

    return read


def _word(kind: type[Enum]) -> Reader:
    members = _Table({member.value: member for member in kind})

    def read(value: Any, tally: Tally) -> Any:
        if type(value) is str:
            return members[value]
        raise Doubt

    return read


def _many(read_one: Reader) -> Reader:
    def read(value: Any, tally: Tally) -> tuple[Any, ...]:
        if type(value) is not list and type(value) is not tuple:
            raise Doubt
        if len(value) == 1:
            return (read_one(value[0], tally),)
        return tuple([read_one(item, tally) for item in value]) if value else ()

    return read
