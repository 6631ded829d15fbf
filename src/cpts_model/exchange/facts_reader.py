"""Reading one object as one class of facts, with all its faults."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.exchange.faults import (
    BLANK,
    LONGEST_KEY,
    NO_OBJECT,
    Flawed,
    Ledger,
    cut,
    quoted,
    refuse,
    step_to,
    told_of,
    unfit,
)
from cpts_model.exchange.kinds import KIND, kind_of
from cpts_model.exchange.scalars import Reader, nearest, read_words
from cpts_model.exchange.shape import ABSENT, EVERY_MEMBER, NOTES, FieldShape, shape_of
from cpts_model.facts.checks import BadFact
from cpts_model.facts.wording import joined, meant

_MEMBERS = "members"
_LONGEST_PROBLEM = 500
_NO_KEYS = Text("n'est pas une liste de clés", "is not a list of keys")
_NO_KEY = Text("aucune clé ne s'appelle ", "no key is called ")
_TOLD_TOO = Text("est aussi renseigné : retirer l'un des deux", "is told as well; remove one of the two")
_LISTED_TWICE = Text("figure deux fois", "is listed twice")
_NEVER_ABSENT = Text(
    "ne peut pas être absent (ne pas l'écrire si on ne sait pas)",
    "cannot be absent (leave it out if it is unknown)",
)
_OF_NOBODY = Text(
    "il n'y a pas de clé 'members' à laquelle l'appliquer", "there is no key 'members' for it to speak of"
)
_OF_EACH = Text("cette clé s'indique membre par membre", "this is told of each member by itself")
_NO_NULL = Text(
    "null n'est pas une valeur de cette clé (ne pas écrire la clé si on ne sait pas)",
    "null is no value for this key (leave the key out if it is unknown)",
)
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
            raise unfit(data, NO_OBJECT)
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
                ledger.note("", joined(missing_key(field.key), _meaning(field)))
        return self._build(told, ledger)

    def _read_entry(self, key: Any, value: Any, told: dict[str, Any], ledger: Ledger) -> None:
        field = self.shape.get(key)
        if field is None:
            ledger.note(step_to(key), joined(no_such_key(key), self._nearest(key)))
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
                problem = Text(*(cut(words, _LONGEST_PROBLEM) for words in (bad.words.fr, bad.words.en)))
                ledger.note(f".{self._key_of(name)}{bad.field[len(name) :]}", problem)
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
                    only = Text(
                        f"est écrit là où seul {self.word!r} convient", f"stands where only {self.word!r} can"
                    )
                    ledger.note(".kind", told_of(value, only))
            elif self.each is not None and key in NOTES:
                read_note(key, value, ledger)
            elif not (self.each is not None and key == EVERY_MEMBER):
                yield key, value

    def _absent(self, names: Any, data: Table, ledger: Ledger) -> Iterator[str]:
        """The keys that the object lists as absent: what null says where there is a null."""
        if not isinstance(names, list | tuple):
            ledger.note(f".{ABSENT}", told_of(names, _NO_KEYS))
            return
        seen: set[str] = set()
        for index, name in enumerate(names):
            problem = self._not_absent(name, data, seen)
            if problem is not None:
                ledger.note(f".{ABSENT}[{index}]", problem)
                if ledger.full:
                    return
            else:
                seen.add(name)
                yield name

    def _not_absent(self, name: Any, data: Table, seen: set[str]) -> Text | None:
        if not isinstance(name, str) or name not in self.shape:
            return joined(_NO_KEY, quoted(name), meant(nearest(name, tuple(self.shape))))
        if name in data:
            return told_of(name, _TOLD_TOO)
        if name in seen:
            return told_of(name, _LISTED_TWICE)
        return None if self.shape[name].nullable else told_of(name, _NEVER_ABSENT)

    def _said_of_each(self, each: "FactsReader", data: Table, ledger: Ledger) -> Mapping[str, Any]:
        """What is said of every member, without what is wrong in it."""
        step = f".{EVERY_MEMBER}"
        said = data[EVERY_MEMBER]
        if not isinstance(said, dict):
            ledger.note(step, told_of(said, NO_OBJECT))
            return {}
        if _MEMBERS not in data:
            ledger.note(step, _OF_NOBODY)
        inside = Ledger()
        good: dict[str, Any] = {}
        told: dict[str, Any] = {}
        for key, value in each._entries(said, inside):
            known = len(inside.faults)
            if key in each.shape and each.shape[key].required:
                inside.note(step_to(key), _OF_EACH)
            else:
                each._read_entry(key, value, told, inside)
            if len(inside.faults) == known:
                good[key] = value
            elif inside.full:
                break
        ledger.take(step, Flawed(inside.faults))
        return good

    def _nearest(self, key: Any) -> Text | None:
        known = tuple(self.shape)
        if self.each is not None:
            known += (EVERY_MEMBER, *NOTES)
        return meant(nearest(key, known))


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
        raise refuse(_NO_NULL)
    found = read(value)
    if field.required and isinstance(found, str) and not found.strip():
        raise refuse(joined(BLANK, _meaning(field)))
    return found


def _meaning(field: FieldShape) -> Text | None:
    return Text(f" ({field.label.fr})", f" ({field.label.en})") if field.label else None


def missing_key(key: str) -> Text:
    """What is said of a key that an object must have."""
    return Text(f"la clé {key!r} manque", f"the key {key!r} is missing")


def no_such_key(key: object) -> Text:
    """What is said of a key that an object cannot have."""
    return Text(f"la clé {quoted(key, LONGEST_KEY).fr} n'existe pas ici", "no such key here")


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
