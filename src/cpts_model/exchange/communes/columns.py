"""The columns of COG tables, by the names that their publishers give them."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import attrs

from cpts_model.exchange.communes.table import CommuneKind, PopulationKind
from cpts_model.exchange.extracts import BadExtract, ExtractFault
from cpts_model.facts.reading_tokens import fold

CODE = "code"

ALIASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        CODE: ("codgeo", "codeinsee", "codecommune", "com", "code"),
        "departement": ("coddep", "dep", "departement", "codedepartement"),
        "name": ("libelle", "libgeo", "nom", "commune", "nomcommune"),
        "kind": ("typecom", "type"),
        "region": ("codreg", "reg", "region", "coderegion"),
        "epci": ("episiren", "epcisiren", "epci", "codeepci"),
        "postal_codes": ("codespostaux", "codepostal"),
        "parent": ("comparent", "communeparente", "cheflieu"),
        "former_codes": ("ancienscodes",),
        "municipale": ("pmun", "populationmunicipale"),
        "totale": ("ptot", "populationtotale"),
        "population": ("population",),
    }
)
"""How a column is called, for each thing it may tell, in lower case and without signs; the first found is taken."""

_OF_A_HISTORY = frozenset({"datefin", "dateeff"})
_YEAR = re.compile(r"(pmun|ptot)(?:[0-9]{4}|[0-9]{2})")
"""« PMUN2023 »: the INSEE puts the year of the count behind."""

KINDS: Mapping[str, CommuneKind] = MappingProxyType(
    {
        "COM": CommuneKind.COMMUNE,
        "ARM": CommuneKind.ARRONDISSEMENT,
        "COMD": CommuneKind.DELEGUEE,
        "COMA": CommuneKind.ASSOCIEE,
        "commune-actuelle": CommuneKind.COMMUNE,
        **{kind.value: kind for kind in CommuneKind if kind is not CommuneKind.COMMUNE},
    }
)
"""The types of the INSEE (TYPECOM) and those of the packages of Etalab."""


@attrs.frozen(slots=True, kw_only=True)
class Columns:
    """Where each thing stands in a line."""

    places: Mapping[str, int]
    headers: tuple[str, ...]
    width: int
    population: PopulationKind

    def of(self, cells: Sequence[str], role: str) -> str:
        """The cell that tells something; empty where no column does."""
        place = self.places.get(role)
        return "" if place is None else cells[place].strip()

    def name_of(self, role: str) -> str | None:
        """The header of a column, as its publisher writes it."""
        place = self.places.get(role)
        return None if place is None else self.headers[place]

    @property
    def both_populations(self) -> bool:
        """Whether the municipal and the total population are told."""
        return {"municipale", "totale"} <= self.places.keys()


def is_code_header(word: str) -> bool:
    """Whether a word is the name of a column of codes."""
    return _plain(word) in (*ALIASES[CODE], "insee", "communes", "cog")


def resolve(headers: Sequence[str], population: PopulationKind | None) -> Columns:
    """The columns of a header.

    ``population`` is the one to take, where the table gives several.

    Raises:
        BadExtract: no column tells the codes, one is told twice, or the population asked for is not there.
    """
    plain = [_YEAR.sub(r"\1", _plain(header)) for header in headers]
    if _OF_A_HISTORY & set(plain):
        raise _bad("it is a history of the communes; name the table of one year (v_commune_AAAA.csv)")
    if "codcom" in plain and "commune" not in plain:  # the older layout: COM is the name there
        plain = [{"codcom": "code", "com": "nom", "reg": ""}.get(header, header) for header in plain]
    places = {
        role: plain.index(header)
        for role, aliases in ALIASES.items()
        if (header := next((alias for alias in aliases if alias in plain), None))
    }
    if CODE not in places:
        raise _bad(
            "no column of commune codes was found; the first line must name the columns, and one of them "
            "be called COM, code, CODGEO, code_insee or code_commune"
        )
    for role, place in places.items():
        if plain.count(plain[place]) > 1:
            raise _bad(f"two columns of this name ({role}); remove one of them", headers[place])
    return Columns(
        places=_with_population(places, kind := _population(places, population)),
        headers=tuple(headers),
        width=len(headers),
        population=kind,
    )


def _population(places: Mapping[str, int], asked: PopulationKind | None) -> PopulationKind:
    found = [kind for kind in (PopulationKind.MUNICIPALE, PopulationKind.TOTALE) if kind.value in places]
    if asked is not None and asked not in found:
        raise _bad(f"no column says that it is the population {asked.value}; leave that out")
    return asked or (found[0] if found else PopulationKind.UNSAID)


def _with_population(places: Mapping[str, int], kind: PopulationKind) -> Mapping[str, int]:
    """The places, with « population » for the column that is taken."""
    return {**places, "population": places[kind.value]} if kind.value in places else places


def _plain(header: str) -> str:
    return "".join(sign for sign in fold(header[:100]) if sign.isalnum())


def _bad(message: str, column: str | None = None) -> BadExtract:
    return BadExtract([ExtractFault(message, 1, column)])
