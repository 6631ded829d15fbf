"""Files: read no further than a limit, written whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from cpts_model.exchange.faults import UnknownFormat
from cpts_model.exchange.markup import Format

LINES = ".jsonl"
"""How the name of a file ends that holds a dossier a line."""


def format_of(path: str | Path, *others: str) -> Format:
    """The format that a file's name tells. ``others`` are endings that would do as well.

    Raises:
        UnknownFormat: it is neither ``.json`` nor ``.toml``.
    """
    match Path(path).suffix.lower():
        case ".json":
            return "json"
        case ".toml":
            return "toml"
        case _:
            raise UnknownFormat(str(path), (".json", ".toml", *others))


def holds_lines(path: str | Path) -> bool:
    """Whether a file's name says that it holds a dossier a line."""
    return Path(path).suffix.lower() == LINES


def first_bytes(path: str | Path, most: int) -> bytes:
    """The beginning of a file: all of it, when it is no longer than that."""
    with open(path, "rb") as file:
        return file.read(most)


def lines_of(path: str | Path, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """The numbered lines of a file that are not blank; ``None`` for one that is too long."""
    with open(path, "rb") as file:
        number = 0
        while line := file.readline(longest + 1):
            number += 1
            if len(line) > longest and not line.endswith(b"\n"):
                while line and not line.endswith(b"\n"):  # the rest of it, unread
                    line = file.readline(longest + 1)
                yield number, None
            elif line.strip():
                yield number, line.rstrip(b"\r\n")


def replace_file(path: str | Path, text: str) -> None:
    """Write a text to a new file beside, and put it in the place of the old one.

    A file that could not be written whole is removed, and the old one stays.
    """
    target = Path(path).resolve()
    beside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with open(beside, "x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
