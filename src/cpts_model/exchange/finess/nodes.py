"""Objects of a JSON document, held to the demands of its schema for what is read of them."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.finess.cells import BAD_NUMBER, NUMBER, SIREN, SIRET, Cells
from cpts_model.exchange.finess.model import Place

_KINDS = {str: "text", dict: "object", list: "list", bool: "truth value", type(None): "null"}


class Node:
    """An object at a path. What is wrong with it is noted in its cells, and those of what holds it.

    What is not there is UNKNOWN; what is there and of the wrong type or form is a fault.
    """

    __slots__ = ("_is_object", "_told", "cells", "path")

    def __init__(self, value: Any, path: str, *, within: Cells | None = None) -> None:
        self.path = path
        self.cells = Cells(Place(path=path), within=within)
        self._told: dict[str, Any] = {}
        self._is_object = isinstance(value, dict)
        if isinstance(value, dict):
            self._told = value
        else:
            self._refuse(path, f"{_kind(value)} is not an object")

    def has(self, key: str) -> bool:
        """Whether it has a key."""
        return key in self._told

    def child(self, key: str, *, required: bool = False) -> "Node":
        """The object of a key; an empty one where there is none."""
        there = self._there(key, required)
        return Node(self._told[key] if there else {}, f"{self.path}.{key}", within=self.cells)

    def children(self, key: str, *, required: bool = False) -> Iterator["Node"]:
        """The objects of the list of a key, as far as they are worth reading; none where there is no such key."""
        if not self._there(key, required):
            return
        value = self._told[key]
        if not isinstance(value, list):
            self._refuse(f"{self.path}.{key}", f"{_kind(value)} is not a list")
            return
        for index, one in enumerate(value):
            if self.cells.is_hopeless:
                return
            yield Node(one, f"{self.path}.{key}[{index}]", within=self.cells)

    def is_empty(self, key: str) -> bool:
        """Whether there is nothing in the list of a key, or no such key."""
        return not self._told.get(key)

    def text(
        self, key: str, *, required: bool = False, pattern: re.Pattern[str] | None = None
    ) -> str | Unknown:
        """The text of a key, as it stands."""
        if not self._there(key, required):
            return UNKNOWN
        value = self._told[key]
        if not isinstance(value, str):
            self._refuse(f"{self.path}.{key}", f"{_kind(value)} is not a text")
            return UNKNOWN
        if pattern is not None and not pattern.fullmatch(value):
            self._refuse(f"{self.path}.{key}", f"it is not written as {pattern.pattern}")
            return UNKNOWN
        return value

    def holds_object(self, key: str) -> bool:
        """Whether an object stands under a key."""
        return isinstance(self._told.get(key), dict)

    def code(
        self, key: str, is_system: Callable[[str], bool] = lambda _: True, *, required: bool = False
    ) -> str | Unknown:
        """The code of a key, by either schema: a plain text, or an object that tells its system."""
        if self.holds_object(key):
            return self.child(key).coded(is_system)
        return self.text(key, required=required)

    def coded(self, is_system: Callable[[str], bool]) -> str | Unknown:
        """The code of this object, whose system, where it is told, has to be the one expected."""
        system = self.text("system")
        if isinstance(system, str) and not is_system(system):
            self._refuse(f"{self.path}.system", "this is not the nomenclature expected here")
        return self.text("code")

    def line(self, key: str, *, required: bool = False) -> str | Unknown:
        """The text of a key on one line, without blanks around; UNKNOWN where it is blank."""
        return self.cells.text(key, self.text(key, required=required))

    def day(self, key: str, *, required: bool = False) -> date | Unknown:
        """The day of a key."""
        return self.cells.day(key, self.text(key, required=required))

    def number(self, key: str, *, required: bool = False, bad: Text = BAD_NUMBER) -> str | Unknown:
        """The FINESS number of a key."""
        return self.cells.number(key, self.text(key, required=required, pattern=NUMBER), bad)

    def siret(self, key: str) -> str | Unknown:
        """The SIRET number of a key."""
        return self.cells.siret(key, self.text(key, pattern=SIRET))

    def siren(self, key: str, *, required: bool = False) -> str | Unknown:
        """The SIREN number of a key."""
        return self.cells.siren(key, self.text(key, required=required, pattern=SIREN))

    def refuse(self, message: str) -> None:
        """Note a fault of the object as a whole."""
        self._refuse(self.path, message)

    def _there(self, key: str, required: bool) -> bool:
        there = key in self._told
        if required and not there and self._is_object:
            self._refuse(f"{self.path}.{key}", "this key is missing")
        return there

    def _refuse(self, path: str, message: str) -> None:
        self.cells.refuse_at(path, message)


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "number")
