"""Facts as the Python that makes them, in lines that a page can hold."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs

from cpts_model.facts.representation import source, told


def laid_out(value: Any, width: int, before: str = "", indent: str = "") -> Iterator[str]:
    """A value as the lines of Python that make it: on one, or broken where it is too long."""
    line = f"{indent}{before}{_on_one_line(value)}"
    parts = _parts(value)
    if len(line) <= width or not parts:
        yield line
        return
    kind = type(value).__name__ if attrs.has(type(value)) else ""
    yield f"{indent}{before}{kind}("
    for name, part in parts:
        *lines, last = laid_out(part, width, name, f"{indent}    ")
        yield from (*lines, f"{last},")
    yield f"{indent})"


def _parts(value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, tuple):
        return [("", item) for item in value]
    return [(f"{name}=", part) for name, part in told(value)] if attrs.has(type(value)) else []


def _on_one_line(value: Any) -> str:
    """Words stand between double quotes, as in the rest of the project."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Decimal):
        return f'Decimal("{value}")'
    if isinstance(value, tuple):
        return f"({', '.join(map(_on_one_line, value))}{',' if len(value) == 1 else ''})"
    if attrs.has(type(value)):
        inside = ", ".join(f"{name}={_on_one_line(part)}" for name, part in told(value))
        return f"{type(value).__name__}({inside})"
    return source(value)
