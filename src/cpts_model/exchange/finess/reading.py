"""A file of the register: which form it has, by its first bytes, and its establishments, one after another."""

import zlib
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from cpts_model.engine.unknown import UNKNOWN
from cpts_model.exchange.extracts import BadExtract, ExtractFault, check_beginning
from cpts_model.exchange.faults import Flawed
from cpts_model.exchange.files import first_bytes
from cpts_model.exchange.finess.cells import MOST, day_in
from cpts_model.exchange.finess.model import FinessEstablishment, FinessFormat, FinessHeader
from cpts_model.exchange.finess.plus import plus_rows
from cpts_model.exchange.finess.rows import REQUIRED, Row, named_rows, official_rows
from cpts_model.exchange.finess.stream import head_values
from cpts_model.exchange.signatures import GZIP

_HEAD = 64 * 1024
_BOM = b"\xef\xbb\xbf"
_READERS: dict[FinessFormat, Callable[[str | Path, FinessHeader], Iterator[Row]]] = {
    FinessFormat.ETALAB: official_rows,
    FinessFormat.COLUMNS: named_rows,
    FinessFormat.FINESS_PLUS: plus_rows,
}


class FinessExtract:
    """A file of the register. Each loop over it reads the file once, an establishment at a time.

    ``header`` is what the file says of itself. A bad line hides no other: the establishments
    of the good ones come first, and the faults of the others are raised together at the end,
    as a :class:`BadExtract`, unless there are so many that reading stops.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        categories: Collection[str] | None = None,
        departements: Collection[str] | None = None,
    ) -> None:
        self.path = path
        self.header = read_header(path)
        self.categories = None if categories is None else frozenset(categories)
        self.departements = None if departements is None else frozenset(departements)

    def __iter__(self) -> Iterator[FinessEstablishment]:
        faults: list[ExtractFault] = []
        try:
            for row in _READERS[self.header.format](self.path, self.header):
                if not isinstance(row, list):
                    if self._wanted(row):
                        yield row
                    continue
                faults.extend(row)
                if len(faults) >= MOST:
                    more = ExtractFault(f"reading stopped after {MOST} faults: there may be more")
                    faults[MOST:] = [more]
                    break
        except BadExtract as bad:
            raise BadExtract([*faults, *bad.faults], str(self.path)) from None
        if faults:
            raise BadExtract(faults, str(self.path))

    def _wanted(self, establishment: FinessEstablishment) -> bool:
        return (self.categories is None or establishment.category in self.categories) and (
            self.departements is None or establishment.departement in self.departements
        )


def read_finess(
    path: str | Path,
    *,
    categories: Collection[str] | None = None,
    departements: Collection[str] | None = None,
) -> FinessExtract:
    """The establishments of a file of the FINESS register, to loop over, and its header.

    The file is the official ``;`` extract (cs1100502, cs1100507), an extract whose first line
    names its columns, or the FINESS+ flow « structures » (JSON, compressed with gzip or not);
    which one, its content tells. ``categories`` (``"604"``) and ``departements`` (``"33"``,
    ``"2A"``, ``"971"``) keep those alone that are known to be of one.

    Raises:
        BadExtract: here, the file is none of these; in the loop, with the faults found in it.
        MissingExtra: FINESS+ needs ``ijson``, of the extra ``registries``.
        OSError: the file cannot be opened.
    """
    return FinessExtract(path, categories=categories, departements=departements)


def read_header(path: str | Path) -> FinessHeader:
    """What a file of the register says of itself.

    Raises:
        BadExtract: it is no file of the register, as far as its first bytes tell.
        MissingExtra: FINESS+ needs ``ijson``, of the extra ``registries``.
        OSError: the file cannot be opened.
    """
    try:
        head = first_bytes(path, _HEAD)
    except Flawed as flawed:
        raise BadExtract([ExtractFault(fault.message) for fault in flawed.faults], str(path)) from None
    check_beginning(head, path, gzip=True)
    zipped = head.startswith(GZIP)
    if zipped:
        head = _unzipped(head, path)
    text = head.removeprefix(_BOM).lstrip()
    if text.startswith(b"{"):
        return _of_document(text, path)
    if zipped:
        raise _refused(path, "only the JSON of FINESS+ is read compressed: decompress this file first")
    return _of_lines(text, path)


def _of_document(head: bytes, path: str | Path) -> FinessHeader:
    if b'"kind"' in head and b'"pmej"' not in head:
        raise _refused(path, "this looks like a dossier or a register of cpts_model, which needs no import")
    told = head_values(head)
    return FinessHeader(
        format=FinessFormat.FINESS_PLUS,
        extracted_on=day_in(told.get("generatedAt", "")),
        version=told.get("schemaVersion", UNKNOWN),
    )


def _of_lines(head: bytes, path: str | Path) -> FinessHeader:
    first = head.partition(b"\n")[0].decode("latin-1").strip()
    names = [name.strip().strip('"').lower() for name in first.split(";")]
    if names[:2] == ["finess", "etalab"]:
        return _of_official(names, path)
    if set(REQUIRED) <= set(names):
        return FinessHeader(format=FinessFormat.COLUMNS)
    if first.startswith("structureet;"):
        raise _refused(path, "the first line is missing (finess;etalab;<n>;<YYYY-MM-DD>)", line=1)
    raise _refused(
        path,
        "this is no file of the FINESS register: the official extract begins with 'finess;etalab;', an extract "
        f"with named columns names {' and '.join(REQUIRED)} on its first line, FINESS+ is a JSON object",
    )


def _of_official(fields: list[str], path: str | Path) -> FinessHeader:
    day = day_in(fields[3]) if len(fields) > 3 else UNKNOWN
    if day is UNKNOWN:
        raise _refused(path, "no day of extraction is told (finess;etalab;<n>;<YYYY-MM-DD>)", line=1)
    return FinessHeader(format=FinessFormat.ETALAB, extracted_on=day, version=fields[2] or UNKNOWN)


def _unzipped(head: bytes, path: str | Path) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, _HEAD)
    except zlib.error:
        raise _refused(path, "the compressed file is damaged") from None


def _refused(path: str | Path, message: str, *, line: int | None = None) -> BadExtract:
    return BadExtract([ExtractFault(message, line)], str(path))
