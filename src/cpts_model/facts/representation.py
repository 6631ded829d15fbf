"""A value as the Python that makes it again: on one line, or broken over several.

Read back where every public name of the library, ``date`` and ``Decimal`` are at hand, it
gives an equal value.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Protocol

import attrs


class Printer(Protocol):
    """What is used of the printers of IPython and of Hypothesis, which are alike."""

    max_seq_length: int
    """How many items of a collection are worth showing."""

    def text(self, text: str, /) -> None:
        """Write text as it is."""

    def breakable(self, sep: str, /) -> None:
        """Write a separator, or begin a line there when the group is too wide for one."""

    def group(self, indent: int, opening: str, closing: str, /) -> AbstractContextManager[None]:
        """A group that is on one line, or broken wherever it can be."""
        ...

    def indent(self, indent: int, /) -> AbstractContextManager[None]:
        """More indentation, or less."""
        ...


@cache
def _defaults(kind: Any) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.default) for field in attrs.fields(kind))


def told(facts: object) -> Iterable[tuple[str, object]]:
    """The fields that hold anything but their default, in order: what is UNKNOWN is left out."""
    kind: Any = type(facts)
    for name, default in _defaults(kind):
        value = getattr(facts, name)
        if value is not default and value != default:
            yield name, value


def call(facts: object) -> str:
    """Facts as the call that builds them, on one line."""
    return f"{type(facts).__name__}({', '.join(f'{name}={source(value)}' for name, value in told(facts))})"


def source(value: object) -> str:
    """A value of a field as Python, on one line."""
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, date):
        return f"date({value.year}, {value.month}, {value.day})"
    if isinstance(value, tuple):
        return f"({', '.join(map(source, value))}{',' if len(value) == 1 else ''})"
    return repr(value)


def lay_out_call(printer: Printer, facts: object) -> None:
    """Write facts as the call that builds them, broken over lines where one is too short."""
    parts = [(f"{name}=", value) for name, value in told(facts)]
    _lay_out_parts(printer, f"{type(facts).__name__}(", parts, ")")


def lay_out(printer: Printer, value: object) -> None:
    """Write a value as Python, broken over lines where one is too short."""
    if isinstance(value, tuple):
        _lay_out_parts(printer, "(", [("", item) for item in value], ",)" if len(value) == 1 else ")")
    elif attrs.has(type(value)):
        lay_out_call(printer, value)
    else:
        printer.text(source(value))


def _lay_out_parts(printer: Printer, opening: str, parts: list[tuple[str, object]], closing: str) -> None:
    with printer.group(4, opening, closing[-1]):
        for index, (before, value) in enumerate(parts):
            if index:
                printer.text(",")
            printer.breakable(" " if index else "")
            printer.text(before)
            lay_out(printer, value)
        printer.text(closing[:-1])
        if parts:
            with printer.indent(-4):
                printer.breakable("")


class Pretty:
    """``_repr_pretty_``, the protocol of IPython and of Hypothesis.

    IPython takes it from the class and gives it the facts; Hypothesis takes it from
    whatever it prints, and that may be the class itself.
    """

    def __get__(self, facts: object, kind: type[Any]) -> Callable[..., None]:
        """What writes these facts; taken from the class, what writes the facts given, or the class's name."""
        if facts is not None:
            return lambda printer, cycle: lay_out_call(printer, facts)
        return lambda *given: (
            lay_out_call(given[1], given[0]) if len(given) == 3 else given[0].text(kind.__name__)
        )
