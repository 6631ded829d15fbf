"""Reading one object as one class of facts, with all its faults."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cpts_model.engine.errors import did_you_mean
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.exchange.faults import Flawed, Ledger, cut, refuse, shown, step_to
from cpts_model.exchange.kinds import KIND, kind_of
from cpts_model.exchange.scalars import Reader, nearest, read_words
from cpts_model.exchange.shape import ABSENT, EVERY_MEMBER, NOTES, FieldShape, shape_of
from cpts_model.facts.checks import BadFact

_MEMBERS = "members"
_LONGEST_PROBLEM = 500
_FIRST_NAME = re.compile(r"\w+")

Table = dict[Any, Any]


class FactsReader:
    """Reads objects of one class.

    ``readers`` read the value of each key; ``each`` reads memberships, for a structure that
    says something of every one of them.
    """

    def __init__(
        self, kind: type[Any], readers: Mapping[str, Reader], each: "FactsReader | None" = None
    ) -> None:
        self.kind = kind
        self.word = kind_of(kind)
        self.shape = shape_of(kind)
        self.readers = readers
        self.required = tuple(field for field in self.shape.values() if field.required)
        self.each = each

    def read(self, data: Any) -> Any:
        """The facts of an object.

        Raises:
            Flawed: every fault found, and the facts without them.
        """
        if not isinstance(data, dict):
            raise refuse(f"{shown(data)} is not an object (write {{ … }})")
        ledger = Ledger()
        told: dict[str, Any] = {}
        given: set[Any] = set(data)
        for key, value in self._entries(data, ledger):
            given.add(key)  # those said to be absent are no keys of the object
            self._read_entry(key, value, told, ledger)
            if ledger.full:
                break
        for field in self.required:
            if field.key not in given:
                ledger.note("", f"the key {field.key!r} is missing{_meaning(field)}")
        return self._build(told, ledger)

    def _read_entry(self, key: Any, value: Any, told: dict[str, Any], ledger: Ledger) -> None:
        field = self.shape.get(key)
        if field is None:
            ledger.note(step_to(key), f"no such key here{self._nearest(key)}")
            return
        try:
            told[field.name] = _read_value(field, self.readers[key], value)
        except Flawed as flawed:
            ledger.take(step_to(key), flawed)
            if flawed.best is not UNKNOWN:
                told[field.name] = flawed.best

    def _build(self, told: dict[str, Any], ledger: Ledger) -> Any:
        """The facts, without the keys that contradict the others."""
        best = UNKNOWN
        while all(field.name in told for field in self.required):
            try:
                best = self.kind(**told)
                break
            except BadFact as bad:
                name = self._blamed(bad)
                ledger.note(
                    f".{self._key_of(name)}{bad.field[len(name) :]}", cut(bad.problem, _LONGEST_PROBLEM)
                )
                if name not in told:
                    break
                del told[name]
        if ledger.faults:
            raise Flawed(ledger.faults, best)
        return best

    def _blamed(self, bad: BadFact) -> str:
        found = _FIRST_NAME.match(bad.field)
        return found.group() if found else bad.field

    def _key_of(self, name: str) -> str:
        return next((field.key for field in self.shape.values() if field.name == name), name)

    def _entries(self, data: Table, ledger: Ledger) -> Iterator[tuple[Any, Any]]:
        """The keys that are facts, those said to be absent among them, and their values."""
        spread: Mapping[str, Any] = {}
        if self.each is not None and EVERY_MEMBER in data:
            spread = self._said_of_each(self.each, data, ledger)
        for key, value in data.items():
            if key in self.shape:
                yield key, _Spread(value, spread) if key == _MEMBERS and isinstance(value, list) else value
            elif key == ABSENT:
                for absent in self._absent(value, data, ledger):
                    yield absent, None
            elif key == KIND and self.word is not None:
                if value != self.word:
                    ledger.note(".kind", f"{shown(value)} stands where only {self.word!r} can")
            elif self.each is not None and key in NOTES:
                read_note(key, value, ledger)
            elif not (self.each is not None and key == EVERY_MEMBER):
                yield key, value

    def _absent(self, names: Any, data: Table, ledger: Ledger) -> Iterator[str]:
        """The keys that the object lists as absent: what null says where there is a null."""
        if not isinstance(names, list | tuple):
            ledger.note(f".{ABSENT}", f"{shown(names)} is not a list of keys")
            return
        seen: set[str] = set()
        for index, name in enumerate(names):
            problem = self._not_absent(name, data, seen)
            if problem:
                ledger.note(f".{ABSENT}[{index}]", problem)
                if ledger.full:
                    return
            else:
                seen.add(name)
                yield name

    def _not_absent(self, name: Any, data: Table, seen: set[str]) -> str:
        if not isinstance(name, str) or name not in self.shape:
            return f"no key is called {shown(name)}{did_you_mean(nearest(name, tuple(self.shape)))}"
        if name in data:
            return f"{name!r} is told as well; remove one of the two"
        if name in seen:
            return f"{name!r} is listed twice"
        return (
            "" if self.shape[name].nullable else f"{name!r} cannot be absent (leave it out if it is unknown)"
        )

    def _said_of_each(self, each: "FactsReader", data: Table, ledger: Ledger) -> Mapping[str, Any]:
        """What is said of every member, without what is wrong in it."""
        step = f".{EVERY_MEMBER}"
        said = data[EVERY_MEMBER]
        if not isinstance(said, dict):
            ledger.note(step, f"{shown(said)} is not an object (write {{ … }})")
            return {}
        if _MEMBERS not in data:
            ledger.note(step, "there is no key 'members' for it to speak of")
        inside = Ledger()
        good: dict[str, Any] = {}
        told: dict[str, Any] = {}
        for key, value in each._entries(said, inside):
            known = len(inside.faults)
            if key in each.shape and each.shape[key].required:
                inside.note(step_to(key), "this is told of each member by itself")
            else:
                each._read_entry(key, value, told, inside)
            if len(inside.faults) == known:
                good[key] = value
            elif inside.full:
                break
        ledger.take(step, Flawed(inside.faults))
        return good

    def _nearest(self, key: Any) -> str:
        known = tuple(self.shape)
        if self.each is not None:
            known += (EVERY_MEMBER, *NOTES)
        return did_you_mean(nearest(key, known))


class _Spread(list[Any]):
    """Members, each with what is said of every one; merged one by one, as they are read."""

    def __init__(self, members: list[Any], said: Mapping[str, Any]) -> None:
        super().__init__(members)
        self.said = said

    def __iter__(self) -> Iterator[Any]:
        return (_merged(member, self.said) for member in super().__iter__())


def _merged(member: Any, said: Mapping[str, Any]) -> Any:
    """A member with what is said of every one, unless it says otherwise."""
    if not isinstance(member, dict):
        return member
    absent = member.get(ABSENT)
    own = [*member, *absent] if isinstance(absent, list | tuple) else member
    return {**member, **{key: value for key, value in said.items() if key not in own}}


def _read_value(field: FieldShape, read: Reader, value: Any) -> Any:
    if value is None:
        if field.nullable:
            return None
        raise refuse("null is no value for this key (leave the key out if it is unknown)")
    found = read(value)
    if field.required and isinstance(found, str) and not found.strip():
        raise refuse(f"it is blank{_meaning(field)}")
    return found


def _meaning(field: FieldShape) -> str:
    return f" ({field.label.en})" if field.label else ""


def read_note(key: str, value: Any, ledger: Ledger) -> None:
    """Check words for the reader: a text, or several."""
    several = isinstance(value, list)
    for index, text in enumerate(value if several else [value]):
        try:
            read_words(text)
        except Flawed as flawed:
            ledger.take(step_to(key) + (step_to(index) if several else ""), flawed)
            if ledger.full:
                return
