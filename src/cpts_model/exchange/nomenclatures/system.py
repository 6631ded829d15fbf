"""A nomenclature as it was read: its names, the version, and its codes with their days."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

import attrs

from cpts_model.engine.text import Text
from cpts_model.facts.nomenclature import NomenclatureCode, uri

Row = tuple[str, ...]
"""A label, the day a code is valid from and, if it was deprecated, the day it was."""


@attrs.frozen(slots=True, kw_only=True)
class CodeSystem:
    """A nomenclature of the health system, or what was read of it.

    ``complete`` says whether every code was read: of an extract, or of a table of which
    little more than the existence is known, a code that is not here may exist all the same.
    """

    name: str
    """``TRE_G15-ProfessionSante``."""
    uri: str
    """The address that names it in FHIR."""
    other_uris: tuple[str, ...] = ()
    """Other addresses that published files write for it."""
    oid: str | None = None
    """Its object identifier, where it was read."""
    version: str | None
    """The version that was read, of it or of ``read_in``: it begins by a day; ``None`` where none was."""
    read_in: str | None = None
    """The value set (JDV) through which the codes were read, where the nomenclature itself was not."""
    codes: tuple[NomenclatureCode, ...] = ()
    complete: bool
    note: Text | None = None
    """What else has to be known before its codes are written."""
    note_from: date | None = None
    """The day from which the note holds; ``None`` where it always does."""
    _by_code: dict[str, NomenclatureCode] = attrs.field(
        init=False,
        eq=False,
        repr=False,
        default=attrs.Factory(lambda self: _indexed(self.codes), takes_self=True),
    )

    def get(self, code: str) -> NomenclatureCode | None:
        """What was read of a code; ``None`` where it was not read, be it in the nomenclature or not."""
        return self._by_code.get(code)

    @property
    def label(self) -> str:
        """Its short name: ``TRE_G15``."""
        return self.name.partition("-")[0]

    @property
    def seen_on(self) -> date | None:
        """The day of the version that was read: what came after is not known."""
        return None if self.version is None else day_of(self.version)

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that names it in a file: addresses, OID, names."""
        oids = () if self.oid is None else (self.oid, f"urn:oid:{self.oid}")
        return (self.uri, *self.other_uris, *oids, self.name, self.label, self.label.removeprefix("TRE_"))


def _indexed(codes: Iterable[NomenclatureCode]) -> dict[str, NomenclatureCode]:
    return {code.code: code for code in codes}


@cache
def day_of(version: str) -> date:
    """The day by which a version begins: ``20250328120000``."""
    return date.fromisoformat(f"{version[:4]}-{version[4:6]}-{version[6:8]}")


def code_system(
    name: str,
    version: str | None,
    codes: Iterable[NomenclatureCode],
    *,
    complete: bool,
    oid: str | None = None,
    read_in: str | None = None,
) -> CodeSystem:
    """A nomenclature at the address that the NOS give it."""
    return CodeSystem(
        name=name,
        uri=uri(name),
        oid=oid,
        version=version,
        read_in=read_in,
        codes=tuple(codes),
        complete=complete,
    )


def labelled(name: str, version: str, labels: Mapping[str, str]) -> tuple[NomenclatureCode, ...]:
    """Active codes whose first day was not read, from their labels."""
    return tuple(
        NomenclatureCode(system=name, code=code, label=label, seen=version) for code, label in labels.items()
    )


def dated(name: str, version: str, rows: Mapping[str, Row]) -> tuple[NomenclatureCode, ...]:
    """Codes whose days were read, from their rows."""
    return tuple(
        NomenclatureCode(
            system=name,
            code=code,
            label=label,
            valid_from=date.fromisoformat(valid_from),
            deprecated_on=date.fromisoformat(deprecated_on[0]) if deprecated_on else None,
            seen=version,
        )
        for code, (label, valid_from, *deprecated_on) in rows.items()
    )


def name_key(name: str) -> str:
    """An address, an OID or a name in the one form that its known spellings share."""
    bare = name.partition("|")[0].strip().casefold().rstrip("/").replace("_", "-")
    return bare.removeprefix("https://").removeprefix("http://")
