"""What is wrong with a dossier, and where: every fault of it at once."""

import re
from collections.abc import Iterable
from typing import Any

import attrs

from cpts_model.engine.errors import CptsModelError
from cpts_model.engine.errors import MissingExtra as MissingExtra  # noqa: PLC0414 - re-exported
from cpts_model.engine.unknown import UNKNOWN

SHOWN = 50
"""How many faults a message lists; all of them are in :attr:`BadDossier.faults`."""

MOST = 1000
"""How many faults are collected before reading stops: beyond, the file is something else."""

_PLAIN_KEY = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]{0,59}", re.ASCII)
_LONGEST_KEY = 40


@attrs.frozen(slots=True)
class Fault:
    """One thing wrong: its place, as a JSONPath from ``$``, and what would mend it.

    ``line`` is the line of a file that holds a dossier a line.
    """

    path: str
    message: str
    line: int | None = None

    def under(self, step: str) -> "Fault":
        """The same fault, seen from one step further out."""
        return attrs.evolve(self, path=f"${step}{self.path[1:]}")

    def __str__(self) -> str:
        place = self.path if self.line is None else f"line {self.line}, {self.path}"
        return f"{place}: {self.message}"


class BadDossier(CptsModelError, ValueError):
    """A dossier that cannot be read, with every fault found in it.

    ``source`` says where it came from: a file, or ``None``.
    """

    def __init__(self, faults: Iterable[Fault], source: str | None = None) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        self.source = source
        super().__init__(self.faults, source)

    def __str__(self) -> str:
        lines = [str(fault) for fault in self.faults[:SHOWN]]
        if len(self.faults) > SHOWN:
            lines.append(f"and {len(self.faults) - SHOWN} more")
        if self.source is not None:
            lines.insert(0, f"{self.source}: {len(self.faults)} fault{'s' if len(self.faults) > 1 else ''}")
        return "\n".join(lines)


class Flawed(BadDossier):
    """What a reader raises inside: the faults, and the facts that can be saved from them.

    ``best`` is the fact with every faulty key left unknown, or UNKNOWN where none can be
    built. Whoever holds it goes on looking for faults with it.
    """

    def __init__(self, faults: Iterable[Fault], best: Any = UNKNOWN) -> None:
        super().__init__(faults)
        self.best = best


class UnknownFormat(CptsModelError, ValueError):
    """A file or a ``format=`` that is none of those read or written here."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name, known)
        self.name = name
        self.known = known

    def __str__(self) -> str:
        return f"the format of {self.name!r} is not known here; it can be {' or '.join(self.known)}"


class Ledger:
    """The faults of one object or list, while it is read."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def note(self, step: str, message: str) -> None:
        """Add a fault, one step from here; no step for here."""
        self.faults.append(Fault(f"${step}", message))

    def take(self, step: str, bad: BadDossier) -> None:
        """Add the faults found in what stands one step from here."""
        self.faults.extend(fault.under(step) for fault in bad.faults)

    def on_line(self, line: int, bad: BadDossier) -> None:
        """Add the faults found in a line of a file."""
        self.faults.extend(attrs.evolve(fault, line=line) for fault in bad.faults)

    @property
    def full(self) -> bool:
        """Whether reading should stop."""
        return len(self.faults) >= MOST


def bounded(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """At most :data:`MOST` faults, and one that says so when there were more."""
    found = tuple(faults)
    if len(found) < MOST:
        return found
    return (*found[:MOST], Fault("$", f"reading stopped after {MOST} faults: there may be more"))


def refuse(message: str, step: str = "") -> Flawed:
    """What a reader raises for one fault."""
    return Flawed((Fault(f"${step}", message),))


def step_to(key: object) -> str:
    """A key as a JSONPath step: ``.left_on``, or ``['left on']`` where dots would mislead."""
    if isinstance(key, int):
        return f"[{shown(key)}]"
    if isinstance(key, str) and _PLAIN_KEY.fullmatch(key):
        return f".{key}"
    return f"[{shown(key, _LONGEST_KEY)}]"


def shown(value: object, most: int = 60) -> str:
    """A value as a message quotes it: in the words of JSON, and never long."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return repr(cut(value, most))
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, int) and value.bit_length() > 128:
        return "a huge number"
    return cut(str(value), most)


def cut(text: str, most: int) -> str:
    """A text as a message holds it: its beginning, when it is longer than that."""
    return text if len(text) <= most else f"{text[:most]}…"
