"""The columns of the open extract of the Annuaire Santé (PS_LibreAcces_Personne_activite), found by their names."""

import re
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

import attrs

from cpts_model.exchange.annuaire.recognising import EXTRACT, FIRST, NO_EXTRACT
from cpts_model.exchange.extracts import BadExtract, ExtractFault
from cpts_model.exchange.sheets.cells import word

BAR = "|"
IDENTIFICATION = "Identification nationale PP"


class Row(NamedTuple):
    """The cells of a row that are read. One that is empty, or of a column that the file lacks, is ``""``.

    Addresses, telephone numbers and labels are not read.
    """

    identification: str
    surname: str
    first_name: str
    profession: str
    category: str
    savoir_faire_type: str
    savoir_faire: str
    fonction: str
    mode: str
    genre: str
    section: str
    secteur: str
    finess: str
    finess_ej: str
    siret: str
    siren: str
    structure_id: str
    raison_sociale: str
    enseigne: str
    commune: str
    departement: str

    @property
    def held(self) -> tuple[str, ...]:
        """What tells a profession and a savoir-faire: from the profession to the fonction, which may be a role."""
        return self[3:8]

    @property
    def activity(self) -> tuple[str, ...]:
        """What tells an activity: from the fonction on."""
        return self[7:]


@attrs.frozen(slots=True)
class Column:
    """A column that is read: its name, the name that other extracts give it, whether nothing goes without it."""

    name: str
    other_name: str | None = None
    needed: bool = True


COLUMNS: Mapping[str, Column] = MappingProxyType(
    {
        "identification": Column(IDENTIFICATION),
        "surname": Column("Nom d'exercice"),
        "first_name": Column("Prénom d'exercice"),
        "profession": Column("Code profession"),
        "category": Column("Code catégorie professionnelle"),
        "savoir_faire_type": Column("Code type savoir-faire", needed=False),
        "savoir_faire": Column("Code savoir-faire", needed=False),
        "fonction": Column("Code fonction", "Code rôle"),
        "mode": Column("Code mode exercice"),
        "genre": Column("Code genre d'activité", "Code genre activité"),
        "section": Column("Code section tableau pharmaciens", needed=False),
        "secteur": Column("Code secteur d'activité", needed=False),
        "finess": Column("Numéro FINESS site"),
        "finess_ej": Column("Numéro FINESS établissement juridique"),
        "siret": Column("Numéro SIRET site"),
        "siren": Column("Numéro SIREN site", needed=False),
        "structure_id": Column("Identifiant technique de la structure", needed=False),
        "raison_sociale": Column("Raison sociale site", needed=False),
        "enseigne": Column("Enseigne commerciale site", needed=False),
        "commune": Column("Code commune (coord. structure)"),
        "departement": Column(
            "Code département (coord. structure)", "Code département (structure)", needed=False
        ),
    }
)
"""The column of each cell of a :class:`Row`, in the same order."""

_POSTAL_CODE = Column("Code postal (coord. structure)", needed=False)
_RESTRICTED = re.compile("(?<!con)naissance|correspondance")
"""What no open column tells of, in the words of a name or within one; but a (re)connaissance is no naissance."""
_SOME = 3
"""How many columns may be missing for the file to be this extract, and not another."""
_OTHER_FILE = "is it another file of the extraction? Read the one of persons and activities"
_NOWHERE = -1
"""The place of a column that the file lacks: that of the cell after the last bar, which is none of the file."""


@attrs.frozen(slots=True)
class Layout:
    """Where the columns of one file are."""

    bars: int
    """How many bars the header has, hence every row."""
    end: str
    """What the header ends by, hence every row: a bar, or nothing in particular."""
    person: int
    """The place of the column that says who a row is of."""
    commune: int
    postal_code: int
    """The places of the columns that say where an activity is; that of postal codes may be nowhere."""
    has_savoir_faire: bool
    cells: Callable[[Sequence[str]], tuple[str, ...]]
    """Those that are read, out of all the cells of a row and an empty one after the last bar."""

    def is_whole(self, line: str) -> bool:
        """Whether a line has as many cells as the header; with one more or one less, each would be taken for another."""
        return line.count(BAR) == self.bars and line.endswith(self.end)

    def person_of(self, line: str) -> str:
        """Who a whole line is of."""
        return line.split(BAR, self.person + 1)[self.person]

    def place_of(self, line: str) -> tuple[str, str]:
        """The code of the commune and the postal code that a whole line tells."""
        cells = (line + BAR).split(BAR)
        return cells[self.commune].strip(), cells[self.postal_code].strip()

    def row(self, line: str) -> Row:
        """The cells of a whole line that are read."""
        return Row._make(map(str.strip, self.cells((line + BAR).split(BAR))))


def layout_of(header: str, line: int, source: str) -> Layout:
    """Where the columns of a file are, by its header.

    Raises:
        BadExtract: a column that is needed is missing or stands twice, or one holds what this
            library must not hold.
    """
    if "\r" in header:
        raise BadExtract([ExtractFault("the lines end by CR alone, as one line it would hold nobody: save it with line ends LF or CR LF", line)], source)  # fmt: skip
    names = [word(cell) for cell in header.removesuffix(BAR).split(BAR)]
    faults = [*_restricted(names, line)] or _told_shortly(_missing(names, line), names, line)
    if faults:
        raise BadExtract(faults, source)
    places = {field: _place(column, names) for field, column in COLUMNS.items()}
    has_savoir_faire = _NOWHERE not in (places["savoir_faire"], places["savoir_faire_type"])
    if not has_savoir_faire:  # one of the two without the other tells nothing
        places |= {"savoir_faire": _NOWHERE, "savoir_faire_type": _NOWHERE}
    return Layout(
        bars=header.count(BAR),
        end=BAR if header.endswith(BAR) else "",
        person=places["identification"],
        commune=places["commune"],
        postal_code=_place(_POSTAL_CODE, names),
        has_savoir_faire=has_savoir_faire,
        cells=itemgetter(*places.values()),
    )


def _places(column: Column, names: list[str]) -> list[int]:
    wanted = {word(name) for name in (column.name, column.other_name) if name}
    return [place for place, name in enumerate(names) if name in wanted]


def _place(column: Column, names: list[str]) -> int:
    return next(iter(_places(column, names)), _NOWHERE)


def _restricted(names: list[str], line: int) -> list[ExtractFault]:
    held = dict.fromkeys(found[0] for name in names if (found := _RESTRICTED.search(name)))
    return [
        ExtractFault(
            f"a column tells of {what!r}: this is no open extract but one of restricted access, whose personal data "
            "this library must not hold; use PS_LibreAcces_Personne_activite",
            line,
        )
        for what in held
    ]


def _told_shortly(faults: list[ExtractFault], names: list[str], line: int) -> list[ExtractFault]:
    """The faults of a header; where it is that of some other file, one that says so."""
    if len(faults) > _SOME and names[0] != word(FIRST):
        return [ExtractFault(NO_EXTRACT, line)]
    if len(faults) > _SOME:
        return [ExtractFault(f"{len(faults)} columns are not as in {EXTRACT}, {faults[0].column!r} to begin with: {_OTHER_FILE}", line)]  # fmt: skip
    return faults


def _missing(names: list[str], line: int) -> list[ExtractFault]:
    faults: list[ExtractFault] = []
    for column in COLUMNS.values():
        found = len(_places(column, names))
        if found > 1:
            faults.append(ExtractFault("the column stands twice in the header: leave one", line, column.name))
        elif column.needed and not found:
            faults.append(
                ExtractFault(
                    "the column is not in the header: is this the extract PS_LibreAcces_Personne_activite, "
                    "with its cells between bars (|) and its first line?",
                    line,
                    column.name,
                )
            )
    return faults
