"""Dossiers written one by one: to a file of lines, to a register, to a folder; all of them or none."""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from cpts_model.engine.errors import CptsModelError
from cpts_model.exchange.faults import UnknownFormat
from cpts_model.exchange.files import LINES, holds_lines, replacing
from cpts_model.exchange.kinds import KIND, REGISTER
from cpts_model.exchange.markup import MAX_BYTES
from cpts_model.exchange.writing import json_text

THERE = "it is there already: name another, or move it away first"

Write = Callable[[dict[str, Any]], None]
"""Takes a dossier in plain data."""


class NotWritten(CptsModelError, OSError):
    """Dossiers that cannot be written where they were asked for: nothing was."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}"


def dossiers_to(output: Path) -> AbstractContextManager[Write]:
    """What takes dossiers for a ``.jsonl`` file, a ``.json`` register, or a folder, and puts them there at the end.

    Raises:
        UnknownFormat: the name ends otherwise, and is no folder's.
        NotWritten: the file is there already, or there is no folder for it to stand in.
    """
    if not Path(os.path.realpath(output)).parent.is_dir():
        raise NotWritten(str(output), "the folder that it is to stand in does not exist")
    if output.is_dir():
        return _folder(output)
    if os.path.lexists(output):
        raise NotWritten(str(output), THERE)
    if not output.suffix:
        return _folder(output)
    if holds_lines(output):
        return _lines(output)
    if output.suffix.lower() == ".json":
        return _register(output)
    raise UnknownFormat(str(output), (LINES, ".json", "a folder"))


@contextmanager
def _lines(output: Path) -> Iterator[Write]:
    with replacing(output) as file:

        def write(dossier: dict[str, Any]) -> None:
            file.write(json_text(dossier, compact=True).encode())

        yield write


@contextmanager
def _register(output: Path) -> Iterator[Write]:
    """A register, one dossier a line of it; as long as a register may be that is read back."""
    with replacing(output) as file:
        file.write(f'{{"{KIND}": "{REGISTER}", "structures": ['.encode())
        begun = False

        def write(dossier: dict[str, Any]) -> None:
            nonlocal begun
            file.write(b",\n" if begun else b"\n")
            begun = True
            file.write(json_text(dossier, compact=True).strip().encode())
            if file.tell() > MAX_BYTES - 8:
                size = MAX_BYTES // 1024**2
                raise NotWritten(
                    str(output), f"a register of more than {size} MiB is not read back: write .jsonl"
                )

        yield write
        file.write(b"\n]}\n")


@contextmanager
def _folder(output: Path) -> Iterator[Write]:
    """A folder with a file a dossier, none of which may be there already."""
    target = Path(os.path.realpath(output))
    beside = (target if target.is_dir() else target.parent) / f".{secrets.token_hex(8)}.part"
    beside.mkdir()
    try:

        def write(dossier: dict[str, Any]) -> None:
            name = f"{dossier['id']}.json"
            if os.path.lexists(target / name):
                raise NotWritten(str(output / name), THERE)
            (beside / name).write_text(json_text(dossier), encoding="utf-8", newline="\n")

        yield write
        if beside.parent == target:
            _put(beside, target)
        else:
            _become(beside, target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _become(beside: Path, target: Path) -> None:
    """Give a folder its name, which nothing had when it was made."""
    try:
        beside.rename(target)
    except OSError:
        if os.path.lexists(target):  # somebody else was quicker
            raise NotWritten(str(target), THERE) from None
        raise


def _put(beside: Path, target: Path) -> None:
    """Put the files of a folder into another; if one cannot be, those already there are taken back."""
    put: list[Path] = []
    try:
        for file in sorted(beside.iterdir()):
            with open(target / file.name, "xb") as copy:  # it replaces nothing
                put.append(target / file.name)
                copy.write(file.read_bytes())
    except BaseException:
        for path in put:
            path.unlink(missing_ok=True)
        raise
