"""What communes that somebody gives become: a territory, and what is to be confirmed first.

A wrong population puts a CPTS in a wrong size class: whatever is not certain leaves the
population unknown, within bounds where there are some.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.communes.codes import Found, codes_of
from cpts_model.exchange.communes.notes import territory_notes
from cpts_model.exchange.communes.remarks import Remark, RemarkKind
from cpts_model.exchange.communes.table import Commune, CommuneTable
from cpts_model.facts.territories import CommuneFigure, Territory
from cpts_model.life.population import PopulationBounds


@attrs.frozen(slots=True, kw_only=True)
class CommuneLine:
    """A commune of a territory, counted once, whatever the codes it was given by."""

    commune: Commune
    given: tuple[str, ...]
    """The codes it was given by."""
    partial: bool = False
    """Whether it is a part of the commune only, as far as is known: then the figure is the most there can be."""

    @property
    def population(self) -> int | Unknown:
        """Inhabitants, where the number is certain."""
        return UNKNOWN if self.partial else self.commune.population

    @property
    def figure(self) -> CommuneFigure:
        """The same, as a fact."""
        masked = UNKNOWN if self.partial else self.commune.masked_below
        return CommuneFigure(commune=self.commune.code, population=self.population, masked_below=masked)

    @property
    def least(self) -> int:
        """How many people live there at least."""
        return self.population if isinstance(self.population, int) else 0


@attrs.frozen(slots=True, kw_only=True)
class TerritoryReading:
    """What communes were read as."""

    table: CommuneTable = attrs.field(repr=False)
    given: tuple[str, ...]
    """The codes as they were given, each once."""
    lines: tuple[CommuneLine, ...]
    remarks: tuple[Remark, ...]

    @property
    def doubts(self) -> tuple[Remark, ...]:
        """The remarks that somebody has to settle."""
        return tuple(remark for remark in self.remarks if remark.is_doubt)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The codes that were not taken: what they stand for is not known."""
        return tuple(code for remark in self.remarks if remark.kind.leaves_out for code in remark.given)

    @property
    def bounds(self) -> PopulationBounds:
        """The population: a number where each figure is certain, else bounds; no upper one where a code was left out."""
        tops = [line.commune.most for line in self.lines]
        most = sum(top for top in tops if top is not None)
        closed = None not in tops and not self.left_out
        masked = [line for line in self.lines if isinstance(line.figure.masked_below, int)]
        unknown = [line for line in self.lines if isinstance(line.population, Unknown) and line not in masked]
        return PopulationBounds(
            least=sum(line.least for line in self.lines),
            most=most if closed else None,
            masked=tuple(line.commune.code for line in masked),
            unknown=(*(line.commune.code for line in unknown), *self.left_out),
        )

    @property
    def territory(self) -> Territory:
        """The facts: communes, unless a code was left out; the figures that are certain; their sum, if all of them are."""
        bounds = self.bounds
        return Territory(
            communes=UNKNOWN if self.left_out else tuple(line.commune.code for line in self.lines),
            figures=tuple(line.figure for line in self.lines),
            population=bounds.least if bounds.exact else UNKNOWN,
        )

    @property
    def departements(self) -> Mapping[str, int]:
        """The départements of the territory, and how many of its communes each has."""
        return Counter(line.commune.departement for line in self.lines)

    @property
    def regions(self) -> Mapping[str, int]:
        """The régions (COG codes) that the table tells, and how many communes each has."""
        return _counted(line.commune.region for line in self.lines)

    @property
    def epci(self) -> Mapping[str, int]:
        """The EPCI (SIREN numbers) that the table tells, and how many communes each has."""
        return _counted(line.commune.epci for line in self.lines)

    @property
    def notes(self) -> tuple[Text, ...]:
        """What is to be known of the codes that were read; :attr:`CommuneTable.notes` tells of the table."""
        return territory_notes(line.commune for line in self.lines)


def _counted(codes: Iterable[str | Unknown]) -> Mapping[str, int]:
    return Counter(code for code in codes if isinstance(code, str))


def read_territory(table: CommuneTable, communes: Iterable[str]) -> TerritoryReading:
    """The territory that communes make; see :meth:`CommuneTable.territory`."""
    found = codes_of(table, communes)
    lines, remarks = _lines(table, found)
    return TerritoryReading(
        table=table,
        given=found.given,
        lines=lines,
        remarks=(*found.remarks, *remarks, *_homonyms(table, lines), *_figures(table, lines)),
    )


def _lines(table: CommuneTable, found: Found) -> tuple[tuple[CommuneLine, ...], list[Remark]]:
    """The communes, each once, and what is said of those that overlap."""
    by_code = {commune.code: commune for commune in found.communes}
    lines: list[CommuneLine] = []
    remarks: list[Remark] = []
    within: dict[Commune, list[str]] = {}
    for commune, codes in found.communes.items():
        city = by_code.get(commune.parent) if isinstance(commune.parent, str) else None
        if city is not None:
            within.setdefault(city, []).append(commune.code)
            continue
        kind = _by_former_codes(table, commune, codes)
        if kind is not None:
            remarks.append(Remark(kind=kind, given=codes, communes=(commune,)))
        partial = kind in (RemarkKind.FORMER_PART, RemarkKind.FORMER_MIXED)
        lines.append(CommuneLine(commune=commune, given=codes, partial=partial))
    for city, parts in within.items():
        remarks.append(Remark(kind=RemarkKind.CITY_AND_ARRONDISSEMENTS, given=tuple(parts), communes=(city,)))
    return tuple(lines), remarks


def _by_former_codes(table: CommuneTable, commune: Commune, codes: tuple[str, ...]) -> RemarkKind | None:
    """What is said of a commune given by other codes than its own; ``None`` where it was given by that alone."""
    if set(codes) == {commune.code}:
        return None
    if table.parts_of(commune.code) <= set(codes):
        return RemarkKind.FORMER_WHOLE
    return RemarkKind.FORMER_MIXED if commune.code in codes else RemarkKind.FORMER_PART


def _homonyms(table: CommuneTable, lines: tuple[CommuneLine, ...]) -> Iterator[Remark]:
    """Communes that may stand for another of the same name: alone in their département, where the other would not be."""
    by_departement = Counter(line.commune.departement for line in lines)
    held = {line.commune for line in lines}
    for line in lines:
        commune = line.commune
        if by_departement[commune.departement] > 1 or isinstance(commune.name, Unknown):
            continue
        others = tuple(
            other
            for other in table.named(commune.name)
            if other not in held and by_departement[other.departement] > 1
        )
        if others:
            yield Remark(kind=RemarkKind.HOMONYM, given=(commune.code,), communes=others)


def _figures(table: CommuneTable, lines: tuple[CommuneLine, ...]) -> Iterator[Remark]:
    """Communes of which the table tells no figure."""
    for line in lines:
        commune = line.commune
        if isinstance(commune.population, int):
            continue
        if table.get(commune.code) is None:
            kind = RemarkKind.NO_SUCH_LINE
        else:
            kind = RemarkKind.MASKED if isinstance(commune.masked_below, int) else RemarkKind.NO_FIGURE
        yield Remark(kind=kind, given=(commune.code,), communes=(commune,))
