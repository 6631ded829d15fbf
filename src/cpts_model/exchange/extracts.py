"""Extracts of public registers: files of lines and columns, read as a stream, and what is wrong with one.

A message names the line and the column, never what stands there: extracts hold names and
numbers of people, and messages end in logs.
"""

import codecs
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from cpts_model.engine.errors import CptsModelError
from cpts_model.exchange.faults import SHOWN, Flawed
from cpts_model.exchange.files import lines_of, opened
from cpts_model.exchange.signatures import LONGEST, Wrapping, wrapping_of

MAX_LINE = 64 * 1024
"""The longest line of an extract, in bytes: those of the registers hold less than two thousand."""


@attrs.frozen(slots=True)
class ExtractFault:
    """One thing wrong with an extract: the line, the column by its name, and what would mend it."""

    message: str
    line: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        column = None if self.column is None else f"column {self.column!r}"
        place = ", ".join(
            word for word in (None if self.line is None else f"line {self.line}", column) if word
        )
        return f"{place}: {self.message}" if place else self.message


class BadExtract(CptsModelError, ValueError):
    """An extract that cannot be read, with the faults found in it.

    ``source`` says where it came from: a file, or ``None``.
    """

    def __init__(self, faults: Iterable[ExtractFault], source: str | None = None) -> None:
        self.faults: tuple[ExtractFault, ...] = tuple(faults)
        self.source = source
        super().__init__(self.faults, source)

    def __str__(self) -> str:
        lines = [str(fault) for fault in self.faults[:SHOWN]]
        if len(self.faults) > SHOWN:
            lines.append(f"and {len(self.faults) - SHOWN} more")
        if self.source is None:
            return "\n".join(lines)
        if len(lines) == 1:
            return f"{self.source}: {lines[0]}"
        return "\n".join([f"{self.source}: {len(self.faults)} faults", *lines])


def text_lines(path: str | Path, *, longest: int = MAX_LINE) -> Iterator[tuple[int, str]]:
    """The numbered lines of an extract that are not blank, as text, read as they are asked for.

    A line that is not UTF-8 is read as ISO-8859-1, the encoding of older extracts, in which
    every byte is a character.

    Raises:
        BadExtract: the file is not a regular one, is surely no text, or a line is too long.
        OSError: the file cannot be opened.
    """
    try:
        file = opened(path)
    except Flawed as flawed:
        raise BadExtract([ExtractFault(fault.message) for fault in flawed.faults], str(path)) from None
    with file:
        check_beginning(file.peek(LONGEST), path)
        for number, line in lines_of(file, longest):
            if isinstance(line, Flawed):
                faults = [ExtractFault(fault.message, number) for fault in line.faults]
                raise BadExtract(faults, str(path)) from None
            yield number, _text(line.removeprefix(codecs.BOM_UTF8) if number == 1 else line)


def check_beginning(beginning: bytes, path: str | Path, *, gzip: bool = False) -> None:
    """Refuse what is surely no text, by its first bytes: read as ISO-8859-1 it would be rubbish.

    ``gzip`` says that the reader decompresses by itself.

    Raises:
        BadExtract: it is in UTF-16, a workbook, an archive, compressed, a document.
    """
    wrapping = wrapping_of(beginning)
    if wrapping is not None and not (gzip and wrapping is Wrapping.GZIP):
        raise BadExtract([ExtractFault(f"it is {wrapping.value}: {_mend(wrapping)}")], str(path))


def _mend(wrapping: Wrapping) -> str:
    if wrapping is Wrapping.UTF_16 or wrapping.is_workbook:
        return "save it as 'CSV UTF-8'"
    if wrapping in (Wrapping.ARCHIVE, Wrapping.GZIP):
        return "decompress it first"
    return "take the file that the register publishes"


def _text(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("latin-1")
