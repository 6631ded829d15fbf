"""A table of the *code officiel géographique* (COG) of a year: communes, what became of former ones, populations."""

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.communes.names import name_key
from cpts_model.exchange.identifiers import cog

if TYPE_CHECKING:
    from cpts_model.exchange.communes.reading import TerritoryReading


class CommuneKind(Enum):
    """What a code of the COG stands for."""

    COMMUNE = "commune"
    ARRONDISSEMENT = "arrondissement-municipal"
    DELEGUEE = "commune-deleguee"
    ASSOCIEE = "commune-associee"

    @property
    def is_part(self) -> bool:
        """Whether it is a former commune, now a part of another: *déléguée* or *associée*."""
        return self in (CommuneKind.DELEGUEE, CommuneKind.ASSOCIEE)


class PopulationKind(Enum):
    """Which population of a commune a table gives; the INSEE publishes several."""

    MUNICIPALE = "municipale"
    TOTALE = "totale"
    UNSAID = "non-dite"

    @property
    def label(self) -> Text:
        """The population, in words."""
        return _POPULATIONS[self]


_POPULATIONS: Mapping[PopulationKind, Text] = MappingProxyType(
    {
        PopulationKind.MUNICIPALE: Text("population municipale", "municipal population (population municipale)"),
        PopulationKind.TOTALE: Text("population totale", "total population (population totale)"),
        PopulationKind.UNSAID: Text(
            "population dont la table ne dit pas si elle est municipale ou totale",
            "population of which the table does not say whether it is municipal or total",
        ),
    }
)  # fmt: skip


@attrs.frozen(slots=True, kw_only=True)
class Commune:
    """A line of a COG table. What the table does not tell is UNKNOWN."""

    code: str
    kind: CommuneKind = CommuneKind.COMMUNE
    name: str | Unknown = UNKNOWN
    region: str | Unknown = UNKNOWN
    """The COG code of the région."""
    epci: str | Unknown = UNKNOWN
    """The SIREN number of the EPCI."""
    postal_codes: tuple[str, ...] = ()
    population: int | Unknown = UNKNOWN
    """Inhabitants."""
    masked_below: int | Unknown = UNKNOWN
    """The threshold below which the table masks the figure, where it does."""
    parent: str | Unknown = UNKNOWN
    """The commune that an arrondissement, or a *commune déléguée* or *associée*, is a part of."""
    former_codes: tuple[str, ...] = ()
    """The codes of the communes that this one took the place of."""

    @property
    def departement(self) -> str:
        """The COG code of the département, or of the overseas territory."""
        return cog.departement(self.code)

    @property
    def most(self) -> int | None:
        """How many people live there at most; ``None`` where nothing bounds it."""
        if isinstance(self.population, int):
            return self.population
        return self.masked_below - 1 if isinstance(self.masked_below, int) else None

    def __str__(self) -> str:
        return self.code if isinstance(self.name, Unknown) else f"{self.code} {self.name}"


@attrs.frozen(kw_only=True)
class CommuneTable:
    """The communes of a COG table, found by code, by former code, by name and by postal code.

    Read one with :func:`read_cog`.
    """

    communes: tuple[Commune, ...] = attrs.field(repr=False)
    population_kind: PopulationKind = PopulationKind.UNSAID
    other_population: bool = False
    """Whether the table gives the other population too, municipal or total."""
    summed_cities: tuple[str, ...] = ()
    """Of Paris, Lyon and Marseille, those that the table tells by their arrondissements alone: they are the sum of them."""
    vintage: int | Unknown = UNKNOWN
    """The year of the COG, as the user tells it."""
    vintage_hint: int | None = None
    """The year that stands in the name of the file, of several the one that is told: a hint, never taken for the vintage."""
    unread_figures: int = 0
    """How many cells of population hold a word instead of a figure: such a population is UNKNOWN."""
    source: str | None = None

    @property
    def has_populations(self) -> bool:
        """Whether a population is told of some commune."""
        return any(isinstance(commune.population, int) for commune in self.communes)

    @property
    def vintage_doubt(self) -> Text | None:
        """What to say where the name of the file holds another year than the one that the user tells."""
        from cpts_model.exchange.communes.notes import vintage_doubt

        return vintage_doubt(self)

    @property
    def notes(self) -> tuple[Text, ...]:
        """What is to be known before the figures are relied on: the year, which population it is, what was not read."""
        from cpts_model.exchange.communes.notes import table_notes

        return table_notes(self)

    def get(self, code: str) -> Commune | None:
        """The commune, or the *arrondissement municipal*, of a code."""
        return self._current.get(code)

    def formerly(self, code: str) -> tuple[Commune, ...]:
        """The communes that a former code, or that of a *commune déléguée* or *associée*, has become a part of."""
        return self._former.get(code, ())

    def with_postal_code(self, code: str) -> tuple[Commune, ...]:
        """The communes, and the arrondissements, that a postal code serves."""
        return self._postal.get(code, ())

    def named(self, name: str) -> tuple[Commune, ...]:
        """The communes of a name, whatever its accents, its article and its dashes."""
        return self._named.get(name_key(name), ())

    def parts_of(self, code: str) -> frozenset[str]:
        """Every code that a commune has, had, or took the place of, as far as the table tells."""
        return frozenset({code, *self._current[code].former_codes, *self._parts.get(code, ())})

    def territory(self, communes: Iterable[str]) -> "TerritoryReading":
        """The territory that communes make, told by their COG codes, and all that is to be confirmed.

        A former code stands for the commune that has it now; the others are never guessed.

        Raises:
            TypeError: one text is given instead of several.
            ValueError: no commune is given.
        """
        from cpts_model.exchange.communes.reading import read_territory

        return read_territory(self, communes)

    @cached_property
    def _current(self) -> Mapping[str, Commune]:
        return {one.code: one for one in self.communes if not one.kind.is_part}

    @cached_property
    def _former(self) -> Mapping[str, tuple[Commune, ...]]:
        became = [(code, one) for one in self.communes for code in one.former_codes]
        became += [
            (one.code, self._current[one.parent])
            for one in self.communes
            if one.kind.is_part and isinstance(one.parent, str) and one.parent in self._current
        ]
        return _grouped(became)

    @cached_property
    def _parts(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for one in self.communes:
            if one.kind.is_part and isinstance(one.parent, str):
                found.setdefault(one.parent, []).append(one.code)
        return {code: tuple(parts) for code, parts in found.items()}

    @cached_property
    def _postal(self) -> Mapping[str, tuple[Commune, ...]]:
        return _grouped((code, one) for one in self._current.values() for code in one.postal_codes)

    @cached_property
    def _named(self) -> Mapping[str, tuple[Commune, ...]]:
        return _grouped(
            (name_key(one.name), one) for one in self._current.values() if isinstance(one.name, str)
        )


def _grouped(pairs: Iterable[tuple[str, Commune]]) -> Mapping[str, tuple[Commune, ...]]:
    groups: dict[str, dict[str, Commune]] = {}
    for key, commune in pairs:
        groups.setdefault(key, {})[commune.code] = commune
    return {key: tuple(group.values()) for key, group in groups.items()}
