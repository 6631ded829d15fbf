"""The rows of an extract, a person at a time, whatever their order and in bounded memory."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import attrs

from cpts_model.exchange.annuaire.columns import BAR, IDENTIFICATION, Layout, layout_of
from cpts_model.exchange.annuaire.recognising import refuse_other_files
from cpts_model.exchange.extracts import BadExtract, ExtractFault, text_lines
from cpts_model.exchange.faults import MOST

MOST_OF_ONE = 4 * 1024 * 1024
"""How many characters the rows of one person may have: in the registry, a few dozen rows of less than two thousand."""

_IDENTIFICATION = re.compile(r"[0-9A-Z][0-9A-Za-z/._@-]{2,60}", re.ASCII)
_EMPTY = "the file is empty: its first line tells the columns"
_TOO_MUCH = "one person has more rows than anybody in the registry: is the identifier that of many people?"
_CHANGED = "the file changed while it was read: read it again"

Row = tuple[str, int, str]
"""Who a row is of, its line's number, and the line."""


@attrs.frozen(slots=True)
class Scan:
    """What a first reading of a file tells."""

    layout: Layout
    rows: int
    """How many rows there are after the header."""
    in_order: bool
    """Whether the rows of a person stand together, because nobody comes after somebody greater."""


def opened(path: str | Path) -> tuple[Layout, Iterator[tuple[int, str]]]:
    """Where the columns of an extract are, by its header; and the numbered lines after it.

    Raises:
        BadExtract: the file is no such extract.
        OSError: the file cannot be opened.
    """
    refuse_other_files(path)
    lines = text_lines(path)
    number, header = next(lines, (None, ""))
    if number is None:
        raise BadExtract([ExtractFault(_EMPTY)], str(path))
    return layout_of(header, number, str(path)), lines


def check_extract(path: str | Path) -> None:
    """Make sure, by its header, that a file is the extract.

    Raises:
        BadExtract: it is not.
        OSError: the file cannot be opened.
    """
    opened(path)


def scan(path: str | Path) -> Scan:
    """Read a file once, to see that every row is whole, and whether people come in order.

    Raises:
        BadExtract: with every fault found.
        OSError: the file cannot be opened.
    """
    source = str(path)
    layout, lines = opened(path)
    in_order, last, rows = True, "", 0
    faults: list[ExtractFault] = []
    for number, line in lines:
        rows += 1
        if not layout.is_whole(line):
            faults.append(_not_whole(number, line, layout))
        elif (person := layout.person_of(line)) != last or not person:
            if not _IDENTIFICATION.fullmatch(person):
                faults.append(_nobody(number, person))
            in_order = in_order and person > last
            last = person
        if len(faults) >= MOST:
            break
    if faults:
        raise BadExtract(faults, source)
    return Scan(layout, rows, in_order)


def _not_whole(number: int, line: str, layout: Layout) -> ExtractFault:
    found, wanted = line.count(BAR), layout.bars
    problem = "does not end by a bar (|)" if found == wanted else f"has {found} bars (|), the header {wanted}"
    return ExtractFault(f"the row {problem}: is it cut, or does a cell hold a bar?", number)


def _nobody(number: int, person: str) -> ExtractFault:
    problem = "is no identifier (8 and the RPPS number, as 810999000002)" if person else "is empty"
    return ExtractFault(f"the cell {problem}: it says who the row is of", number, IDENTIFICATION)


def people(path: str | Path, scanned: Scan) -> Iterator[tuple[str, list[str]]]:
    """The lines of each person of a scanned file, in the order of their identifiers.

    Raises:
        BadExtract: the rows of somebody are too long, or the file changed since.
        OSError: the file cannot be opened, or there is no room to put the rows in order.
    """
    source = str(path)
    rows = _whole(path, scanned.layout)
    last, lines, length, read = "", list[str](), 0, 0
    for person, number, line in rows if scanned.in_order else _ordered(rows):
        read += 1
        if person != last:
            if person < last:
                raise BadExtract([ExtractFault(_CHANGED, number)], source)
            if lines:
                yield last, lines
            last, lines, length = person, [], 0
        lines.append(line)
        length += len(line)
        if length > MOST_OF_ONE:
            raise BadExtract([ExtractFault(_TOO_MUCH, number)], source)
    if read != scanned.rows:
        raise BadExtract([ExtractFault(_CHANGED)], source)
    if lines:
        yield last, lines


def _whole(path: str | Path, layout: Layout) -> Iterator[Row]:
    """The rows of a file that was scanned, which are whole if it did not change."""
    for number, line in islice(text_lines(path), 1, None):
        if not layout.is_whole(line):
            raise BadExtract([ExtractFault(_CHANGED, number)], str(path))
        yield layout.person_of(line), number, line


def _ordered(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows by person, sorted in a file that has no name and is gone when it is closed."""
    try:
        with closing(sqlite3.connect("", isolation_level=None, check_same_thread=False)) as sorter:
            sorter.execute("PRAGMA journal_mode = OFF")
            sorter.execute("CREATE TABLE held (person TEXT, number INTEGER, line TEXT)")
            sorter.execute("BEGIN")
            sorter.executemany("INSERT INTO held VALUES (?, ?, ?)", rows)
            yield from sorter.execute("SELECT person, number, line FROM held ORDER BY person, number")
    except sqlite3.Error as failure:
        raise OSError(f"the rows of people who come back could not be put in order: {failure}") from None
