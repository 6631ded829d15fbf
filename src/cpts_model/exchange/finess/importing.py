"""The register brought in as dossiers: written whole or not at all, whatever it was told and what was left out."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import attrs

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown
from cpts_model.exchange.finess.model import FinessDoubt, FinessEstablishment, FinessHeader
from cpts_model.exchange.finess.reading import read_finess
from cpts_model.exchange.finess.structures import (
    STRUCTURE_CATEGORIES,
    dossier_of,
    doubts_of,
)
from cpts_model.exchange.finess.writing import NotWritten, dossiers_to

MOST_DOUBTS = 1000
"""How many doubts are kept one by one: the others are counted."""

TWICE = Text(
    "ce numéro FINESS figure déjà plus haut ; seul le premier établissement est repris",
    "this FINESS number stands above already; only the first establishment is taken",
)


@attrs.define(slots=True, kw_only=True)
class FinessImport:
    """What became of a file of the register."""

    header: FinessHeader
    read: int = 0
    """Establishments of the file."""
    taken: Counter[str] = attrs.field(factory=Counter)
    """Structures, by their category."""
    other_categories: Counter[str] = attrs.field(factory=Counter)
    """Establishments of categories not asked for, by category; ``""`` where it is unknown."""
    elsewhere: int = 0
    """Establishments known to be of another département than those asked for."""
    nowhere: int = 0
    """Establishments of which the département is unknown, when some were asked for."""
    closed: int = 0
    """Establishments that the register says are closed."""
    twice: int = 0
    """Establishments whose number stood above already."""
    doubt_count: int = 0
    doubts: list[FinessDoubt] = attrs.field(factory=list)
    """The first of the doubts about what was taken."""

    @property
    def taken_count(self) -> int:
        """How many structures were taken."""
        return self.taken.total()

    def doubt(self, *doubts: FinessDoubt) -> None:
        """Note doubts."""
        self.doubt_count += len(doubts)
        self.doubts.extend(doubts[: max(0, MOST_DOUBTS - len(self.doubts))])


def import_finess(
    path: str | Path,
    output: str | Path | None = None,
    *,
    categories: Collection[str] | None = None,
    departements: Collection[str] | None = None,
    dry_run: bool = False,
) -> FinessImport:
    """Bring the structures of a file of the FINESS register in as dossiers, and say what became of the file.

    ``output`` is a ``.jsonl`` file (a dossier a line), a ``.json`` file (a register), or a
    folder (a file for each structure, named after its number). All is written or nothing: in a
    folder, no file that is there already is replaced. Without it, or with ``dry_run``, nothing is
    written, and only what would be is said.

    Without ``categories`` every category of a structure is taken. Establishments that are
    closed, of other categories or départements, or told twice are counted and left out.

    Raises:
        BadExtract: the file cannot be read, with its faults; nothing is written.
        ValueError: a category that is no structure's is asked to be written.
        UnknownFormat: the output is a file of another kind.
        NotWritten: there is no structure to write, one is there already, or a register is too long.
        MissingExtra: FINESS+ needs ``ijson``, of the extra ``registries``.
        OSError: a file cannot be opened or written.
    """
    wanted = frozenset(STRUCTURE_CATEGORIES if categories is None else categories)
    if output is not None and not wanted <= set(STRUCTURE_CATEGORIES):
        raise ValueError(f"only these categories become dossiers: {', '.join(STRUCTURE_CATEGORIES)}")
    extract = read_finess(path)
    result = FinessImport(header=extract.header)
    places = None if departements is None else frozenset(departements)
    chosen = _chosen(extract, result, wanted, places)
    if output is None:
        for _ in chosen:  # the counting is all that is wanted
            pass
        return result
    with suppress(_DryRun), dossiers_to(Path(output)) as write:
        for establishment in chosen:
            write(dossier_of(establishment))
        if not result.taken_count:
            raise NotWritten(str(output), "there is no structure to write")
        if dry_run:
            raise _DryRun  # what was written aside goes, and nothing takes its place
    return result


class _DryRun(Exception):
    """Nothing is to be written after all."""


def _chosen(
    extract: Iterable[FinessEstablishment],
    result: FinessImport,
    categories: frozenset[str],
    departements: frozenset[str] | None,
) -> Iterator[FinessEstablishment]:
    """The establishments to take; all others are counted."""
    numbers = _Numbers()
    for establishment in extract:
        result.read += 1
        category, departement = establishment.category, establishment.departement
        if isinstance(category, Unknown) or category not in categories:
            result.other_categories["" if isinstance(category, Unknown) else category] += 1
        elif departements is not None and isinstance(departement, Unknown):
            result.nowhere += 1
        elif departements is not None and departement not in departements:
            result.elsewhere += 1
        elif establishment.is_closed:
            result.closed += 1
        elif not numbers.add(establishment.finess):
            result.twice += 1
            result.doubt(FinessDoubt(problem=TWICE, place=establishment.place))
        else:
            result.taken[category] += 1
            result.doubt(*doubts_of(establishment))
            yield establishment


class _Numbers:
    """The numbers that were met: by their first six characters, a bit for each of a thousand there may be."""

    def __init__(self) -> None:
        self._met: dict[str, int] = {}

    def add(self, number: str) -> bool:
        """Take a number; whether it is new."""
        beginning, bit = number[:6], 1 << int(number[6:])
        met = self._met.get(beginning, 0)
        self._met[beginning] = met | bit
        return not met & bit
