"""Watching a rule read facts, so that an explanation is what the rule did.

Judging keeps no trace. To explain a verdict, its rule is run once more on a *view* of the
subject: an object that answers like the fact it stands for, is of its class for
``isinstance``, and notes what is read of it, as a tree. A derived property appears with
the fields it read under it.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

import attrs

from cpts_model.engine.dates import Period
from cpts_model.engine.labels import label_of
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Count, NotSettled

_VALUES = (Text, Period, Count)
"""Classes of the engine whose instances are one fact each, and are not looked into."""
_SETTLED = (bool, int, str, date, Enum, type(None))
"""What a derived fact may be when nothing under it can change it any more."""


@attrs.frozen(slots=True)
class Fact:
    """A fact that was read: where it stands, what it is called, its value, what it rests on."""

    path: str
    value: Any
    label: Text | None = None
    children: tuple["Fact", ...] = ()

    @property
    def known(self) -> bool:
        """Whether the fact was told, or could be derived from what was."""
        return self.value is not UNKNOWN

    def leaves(self) -> Iterator["Fact"]:
        """The told facts at the bottom of the tree, in the order they were read."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()

    def open_leaves(self) -> Iterator["Fact"]:
        """The leaves nobody has told, save under a derived fact that is settled without them."""
        if self.value is UNKNOWN and not self.children:
            yield self
        if not isinstance(self.value, _SETTLED):
            for child in self.children:
                yield from child.open_leaves()


class Log:
    """The tree of what is read, while it is read."""

    def __init__(self) -> None:
        self._open: list[dict[str, Fact]] = [{}]
        self._passed: set[str] = set()
        self._entered: set[str] = set()
        self._compared: set[str] = set()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What was read, once each, in order."""
        return self._ends(self._open[0].values())

    def note(self, fact: Fact) -> None:
        """Add a fact where the tree is being written, unless it stands there already."""
        here = self._open[-1]
        if fact.path not in here:
            self._enter(fact.path)
            here[fact.path] = fact

    def _enter(self, path: str) -> None:
        """Remember every place that a path goes through, before its end: those above one that is known are known."""
        while (end := max(path.rfind("."), path.rfind("["))) >= 0 and path[:end] not in self._entered:
            path = path[:end]
            self._entered.add(path)

    def passing(self, fact: Fact) -> None:
        """Add an object on the way: it is a fact of its own only if nothing of it is read."""
        self._passed.add(fact.path)
        self.note(fact)

    def compared(self, fact: Fact) -> None:
        """Add an object that was compared as a whole, whatever else is read of it."""
        self._compared.add(fact.path)
        if fact.path not in self._passed:
            self.note(fact)

    def _ends(self, facts: Iterable[Fact]) -> tuple[Fact, ...]:
        through = (self._passed & self._entered) - self._compared
        return tuple(
            attrs.evolve(fact, children=self._ends(fact.children)) if fact.children else fact
            for fact in facts
            if fact.path not in through
        )

    @contextmanager
    def under(self, path: str, name: Text | None) -> Iterator[list[Any]]:
        """Collect what is read inside as the children of one derived fact."""
        children: dict[str, Fact] = {}
        result: list[Any] = [UNKNOWN]
        self._open.append(children)
        try:
            yield result
        finally:
            self._open.pop()
            self.note(Fact(path, plain(result[0]), name, tuple(children.values())))


@cache
def _declared(kind: type[object], name: str) -> tuple[object, Text | None]:
    """What a class declares under a name, and its label."""
    return inspect.getattr_static(kind, name, None), label_of(kind, name)


class View:
    """Stands for a fact and notes what is read of it."""

    __slots__ = ("_log", "_of", "_path")

    def __init__(self, of: object, path: str, log: Log) -> None:
        object.__setattr__(self, "_of", of)
        object.__setattr__(self, "_path", path)
        object.__setattr__(self, "_log", log)

    # To isinstance a view is of the class it stands for.
    __class__ = property(lambda self: type(object.__getattribute__(self, "_of")))  # pyright: ignore[reportIncompatibleMethodOverride]

    def __getattr__(self, name: str) -> Any:
        of, path, log = self._of, self._path, self._log
        where = f"{path}.{name}" if path else name
        kind: Any = type(of)
        member, label = _declared(kind, name)
        if isinstance(member, property) and member.fget is not None:
            with log.under(where, label) as result:
                result[0] = member.fget(self)
            return result[0]
        if inspect.isfunction(member):
            return _watched(self, member, where, label)
        value = getattr(of, name)
        if name.startswith("_") or isinstance(member, staticmethod | classmethod):
            return value
        seen = view(value, where, log)
        # What is itself looked into shows there; only an end of the path is a fact read.
        add = log.passing if type(seen) is View or _holds_views(seen) else log.note
        add(Fact(where, value, label))
        return seen

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("facts are frozen")

    def __eq__(self, other: object) -> bool:
        self._log.compared(Fact(self._path, self._of))
        return bool(self._of == plain(other))

    def __hash__(self) -> int:
        self._log.compared(Fact(self._path, self._of))
        return hash(self._of)

    def __repr__(self) -> str:
        return repr(self._of)


def _watched(of: View, method: Callable[..., Any], where: str, name: Text | None) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        shown = ", ".join([*map(_shown, args), *(f"{key}={_shown(value)}" for key, value in kwargs.items())])
        with of._log.under(f"{where}({shown})", name) as result:
            result[0] = method(of, *args, **kwargs)
        return result[0]

    return call


def _shown(argument: object) -> str:
    if type(argument) is View:
        return path_of(argument)
    if isinstance(argument, tuple | frozenset):
        words = [_shown(item) for item in argument]
        return f"({', '.join(words if isinstance(argument, tuple) else sorted(words))})"
    if callable(argument):  # by its name: its address would differ at each run
        return getattr(argument, "__name__", type(argument).__name__)
    return str(argument.value) if isinstance(argument, Enum) else str(argument)


def _holds_views(value: object) -> bool:
    return isinstance(value, tuple) and any(isinstance(item, View) for item in value)


def view(value: Any, path: str, log: Log) -> Any:
    """A view of a fact, or of each fact in a tuple; plain values are themselves."""
    if isinstance(value, tuple):
        return tuple(view(item, f"{path}[{index}]", log) for index, item in enumerate(value))
    return View(value, path, log) if attrs.has(type(value)) and not isinstance(value, _VALUES) else value


def plain(value: Any) -> Any:
    """What a view stands for; anything else is itself."""
    if type(value) is View:
        return value._of
    if type(value) in (tuple, list, set, frozenset):
        return type(value)(plain(item) for item in value)
    if type(value) is dict:
        return {plain(key): plain(item) for key, item in value.items()}
    return value


def path_of(value: Any) -> str:
    """Where a view stands in the subject; empty for anything else."""
    return str(value._path) if type(value) is View else ""


def watch(run: Callable[[], object]) -> NotSettled | None:
    """Run a rule under observation; what kept it from an answer, if something did."""
    try:
        run()
    except NotSettled as not_settled:
        return not_settled
    return None
