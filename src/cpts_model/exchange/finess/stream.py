"""FINESS+ as a stream: the legal entities of one huge JSON document, one at a time.

Only what is read is kept of each; an entity may be as long as :data:`MAX_ENTITY` bytes.
"""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from cpts_model.exchange.extracts import BadExtract, ExtractFault
from cpts_model.exchange.faults import MissingExtra
from cpts_model.exchange.files import opened
from cpts_model.exchange.signatures import GZIP

MAX_ENTITY = 16 * 1024 * 1024
"""The longest legal entity with its establishments, in bytes; and the longest piece that is passed over."""

MAX_VALUES = 1_000_000
"""The most keys and values of a legal entity: each takes more room than its bytes."""

MAX_DOCUMENT = 8 * 1024**3
"""The longest document, in bytes: a compressed one may be a thousand times as long as its file."""

MAX_DEPTH = 64
"""How deep objects and lists may stand in one another."""

_BOM = b"\xef\xbb\xbf"
_CHUNK = 64 * 1024

ENTITIES = "pmej"

READ = frozenset(
    {
        *("informationsGeneralesPmej", "informationsGeneralesPMEJ", "numFinessPm", "denominationPm"),
        *("denominationLonguePmSmsse", "siren", "statutJuridique", "code", "system", "ege"),
        *("informationsGeneralesEGE", "numFinessEge", "nomEgeCourt", "nomEgeLong", "siret"),
        *("dateOuverture", "datePremiereAutorisation", "dateFermeture", "etatObjet", "dateDerniereMaj"),
        *("dateEvenement", "categorieEntiteGeographiqueExercice", "categorieentiteGeographiqueExercice"),
        *("adresse", "usageAdresse", "cogCommune", "codePostal"),
        *("engagement", "typeEngagement", "sousTypeEngagement", "dateEffetEngagement"),
        *("dateSignatureEngagement", "dateFinEngagement", "dateCaduciteEngagement"),
    }
)
"""The keys whose values are kept."""

PASSED_OVER = ...
"""What stands for a value that is not read."""

_OPENS = {"start_map": dict, "start_array": list}
_CLOSES = frozenset({"end_map", "end_array"})


class Source:
    """The bytes of a document, which are counted since something last came of them."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._begun = False
        self._total = 0
        self.since = 0

    def read(self, size: int) -> bytes:
        """The next bytes, as many as one piece has; none when none are asked for."""
        piece = self._file.read(_CHUNK) if size else b""
        if not self._begun and piece:
            self._begun = True
            piece = piece.removeprefix(_BOM)
        self.since += len(piece)
        self._total += len(piece)
        if self.since > MAX_ENTITY:
            raise TooLong
        if self._total > MAX_DOCUMENT:
            raise Endless
        return piece


class TooLong(Exception):
    """More bytes than one entity may have."""


class TooMany(Exception):
    """More keys and values than one entity may have."""


class Endless(Exception):
    """More bytes than a document may have."""


class Twice(Exception):
    """A key stands twice in an object."""


class TooDeep(Exception):
    """Objects and lists stand too deep in one another."""


def entities(path: str | Path) -> Iterator[tuple[int, Any]]:
    """The numbered legal entities of a document, and what was kept of each.

    Raises:
        BadExtract: it is no JSON, not whole, or holds no list of legal entities; an entity is too long.
        MissingExtra: this needs ``ijson``, of the extra ``registries``.
        OSError: the file cannot be opened.
    """
    ijson = _ijson()
    with opened(path) as raw:
        zipped = raw.peek(2)[:2] == GZIP
        source = Source(cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if zipped else raw)
        walk = _Walk()
        try:
            for event, value in _events(ijson, source):
                if walk.take(event, value):
                    yield walk.count - 1, walk.entity
                if walk.outside:
                    source.since = 0
        except TooLong:
            raise _bad(
                path, f"{walk.place}: longer than {MAX_ENTITY // 1024**2} MiB: this is no entity"
            ) from None
        except TooMany:
            raise _bad(path, f"{walk.place}: more than {MAX_VALUES} values: this is no entity") from None
        except Endless:
            raise _bad(
                path, f"it is longer than {MAX_DOCUMENT // 1024**3} GiB: this is no flow of FINESS+"
            ) from None
        except Twice:
            raise _bad(path, f"{walk.place}: a key stands twice in one object") from None
        except TooDeep:
            raise _bad(path, f"{walk.place}: nested deeper than {MAX_DEPTH}") from None
        except (zlib.error, gzip.BadGzipFile, EOFError):
            raise _bad(path, "the compressed file is damaged, or not whole") from None
        except (ijson.JSONError, ValueError, ArithmeticError, SystemError):
            raise _bad(path, f"{walk.place}: the JSON is broken off, or broken, in it or after it") from None
        if not walk.seen:
            raise _bad(path, f"$: the key {ENTITIES!r} is missing (a list of legal entities)")


class _Walk:
    """Follows the events of a document, and builds its legal entities."""

    def __init__(self) -> None:
        self.count = 0
        self.entity: Any = None
        self.seen = False
        """Whether the list of entities was met."""
        self._depth = 0
        self._values = 0
        """How many keys and values the entity has so far."""
        self._key = ""
        self._inside = False
        """Whether the list of entities is being read."""
        self._stack: list[Any] = []
        self._keys: list[str] = []
        self._skipped = 0
        """How many values are open of what is passed over within an entity."""

    @property
    def outside(self) -> bool:
        """Whether no entity is being built."""
        return not self._stack and not self._skipped

    @property
    def place(self) -> str:
        """Where the reading stands: the entity, or the key of the document."""
        if self._inside:
            return f"$.{ENTITIES}[{self.count}]"
        return "$"

    def take(self, event: str, value: Any) -> bool:
        """Take an event; whether an entity is whole with it."""
        if event in _OPENS:
            self._depth += 1
            if self._depth > MAX_DEPTH:
                raise TooDeep
        elif event in _CLOSES:
            self._depth -= 1
        if self._inside:
            return self._within(event, value)
        if event == "map_key" and self._depth == 1:
            self._key = value
        elif event == "start_array" and self._depth == 2 and self._key == ENTITIES:
            if self.seen:
                raise Twice
            self.seen = self._inside = True
        return False

    def _within(self, event: str, value: Any) -> bool:
        if self._skipped:
            self._skipped += (event in _OPENS) - (event in _CLOSES)
            return False
        self._values += 1
        if self._values > MAX_VALUES:
            raise TooMany
        if event == "map_key":
            if value in self._stack[-1]:
                raise Twice
            self._keys[-1] = value
            self._stack[-1][value] = PASSED_OVER
            return False
        if event in _OPENS:
            return self._open(event)
        if event in _CLOSES:
            return self._close()
        return self._place(value)

    def _open(self, event: str) -> bool:
        if self._keys and isinstance(self._stack[-1], dict) and self._keys[-1] not in READ:
            self._skipped = 1
            return False
        self._stack.append(_OPENS[event]())
        self._keys.append("")
        return False

    def _close(self) -> bool:
        if not self._stack:  # the end of the list of entities
            self._inside = False
            return False
        built = self._stack.pop()
        self._keys.pop()
        return self._place(built)

    def _place(self, value: Any) -> bool:
        """Put a value where it belongs; whether it is an entity."""
        if not self._stack:
            self.entity = value
            self.count += 1
            self._values = 0
            return True
        holder = self._stack[-1]
        if isinstance(holder, list):
            holder.append(value)
        elif self._keys[-1] in READ:
            holder[self._keys[-1]] = value
        return False


def _events(ijson: Any, source: Any) -> Iterator[tuple[str, Any]]:
    """The events of a document.

    Numbers are taken as floats, which ijson checks before it makes them: making an exact number
    of thousands of digits crashes its fast parser (3.6.0). None is read here.
    """
    events: Iterator[tuple[str, Any]] = ijson.basic_parse(source, buf_size=_CHUNK, use_float=True)
    return events


def head_values(head: bytes) -> dict[str, str]:
    """The texts that a document says of itself at its beginning: ``schemaVersion``, ``generatedAt``."""
    ijson = _ijson()
    told: dict[str, str] = {}
    depth, key = 0, ""
    pieces = iter((head.removeprefix(_BOM), b""))
    try:
        for event, value in _events(ijson, _Pieces(pieces)):
            depth += (event in _OPENS) - (event in _CLOSES)
            if event == "map_key" and depth == 1:
                key = value
            elif event == "string" and depth == 1:
                told.setdefault(key, value)
    except (ijson.JSONError, ValueError, ArithmeticError, SystemError):
        pass  # the beginning of a document is not a whole one
    return told


class _Pieces:
    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    def read(self, size: int) -> bytes:
        return next(self._pieces, b"") if size else b""


def _ijson() -> Any:
    try:
        import ijson  # type: ignore[import-untyped]
    except ImportError:
        raise MissingExtra("ijson", "registries") from None
    return ijson


def _bad(path: str | Path, message: str) -> BadExtract:
    return BadExtract([ExtractFault(message)], str(path))
