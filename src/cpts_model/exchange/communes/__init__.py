"""Territories from tables of the *code officiel géographique* (COG), which the user names: none comes with the library."""

from cpts_model.exchange.communes.files import read_cog
from cpts_model.exchange.communes.reading import CommuneLine, TerritoryReading
from cpts_model.exchange.communes.remarks import Remark, RemarkKind
from cpts_model.exchange.communes.table import Commune, CommuneKind, CommuneTable, PopulationKind
from cpts_model.exchange.communes.told import Filling, fill

__all__ = [
    "Commune",
    "CommuneKind",
    "CommuneLine",
    "CommuneTable",
    "Filling",
    "PopulationKind",
    "Remark",
    "RemarkKind",
    "TerritoryReading",
    "fill",
    "read_cog",
]
