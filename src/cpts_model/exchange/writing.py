"""Writing plain data as JSON and TOML, amounts to the cent."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from cpts_model.exchange.faults import MissingExtra
from cpts_model.exchange.shape import ABSENT

_WIDTH = 110
"""The longest line that an object or a list is written in."""


def json_text(data: Any, *, compact: bool = False) -> str:
    """Plain data as JSON. The standard writer cannot write a ``Decimal`` as the number it is."""
    return _json(data, None if compact else "\n") + "\n"


def _json(value: Any, line: str | None) -> str:
    """A value, whose lines begin as ``line`` does; all in one line where there is none, or where it reads well."""
    if line is not None and len(line) > 1 and not _holds_objects(value):
        at_once = _json(value, None)
        if len(line) + len(at_once) <= _WIDTH:
            return at_once
    deeper = None if line is None else f"{line}  "
    if isinstance(value, Mapping):
        pairs = [f"{json.dumps(key, ensure_ascii=False)}: {_json(value[key], deeper)}" for key in value]
        return f"{{{_laid_out(pairs, line)}}}"
    if isinstance(value, list):
        return f"[{_laid_out([_json(item, deeper) for item in value], line)}]"
    return str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def _holds_objects(value: Any) -> bool:
    """Whether there are objects in a list somewhere in it: each of those has a line of its own."""
    if isinstance(value, Mapping):
        return any(map(_holds_objects, value.values()))
    return isinstance(value, list) and any(isinstance(item, Mapping) for item in value)


def _laid_out(items: list[str], line: str | None) -> str:
    if line is None or not items:
        return ", ".join(items)
    return "".join([f"{line}  ", f",{line}  ".join(items), line])


def toml_text(data: Mapping[str, Any]) -> str:
    """Plain data as TOML; the keys that are null are listed under ``absent``.

    Raises:
        MissingExtra: ``tomli_w`` is not there.
    """
    try:
        import tomli_w
    except ImportError:
        raise MissingExtra("tomli_w", "cli") from None
    return tomli_w.dumps(_without_null(data))


def _without_null(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_null(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    told = {key: _without_null(item) for key, item in value.items() if item is not None}
    absent = [key for key, item in value.items() if item is None]
    return {**told, ABSENT: absent} if absent else told
