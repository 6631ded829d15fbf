"""The FINESS register: read in each form it is published in, and brought in as dossiers.

    for establishment in read_finess("etalab-cs1100507-stock.csv", categories={"604"}):
        cpts = structure_of(establishment)

An establishment keeps what the register says; a structure holds what became a fact of it, and
every other fact stays UNKNOWN. Nothing of the file is kept in memory: it may be as long as it is.
"""

from cpts_model.exchange.finess.importing import FinessImport, import_finess
from cpts_model.exchange.finess.model import (
    FinessDoubt,
    FinessEngagement,
    FinessEstablishment,
    FinessFormat,
    FinessHeader,
)
from cpts_model.exchange.finess.reading import FinessExtract, read_finess
from cpts_model.exchange.finess.structures import (
    STRUCTURE_CATEGORIES,
    dossier_of,
    organisation_of,
    source_of,
    structure_of,
)
from cpts_model.exchange.finess.writing import NotWritten

__all__ = [
    "STRUCTURE_CATEGORIES",
    "FinessDoubt",
    "FinessEngagement",
    "FinessEstablishment",
    "FinessExtract",
    "FinessFormat",
    "FinessHeader",
    "FinessImport",
    "NotWritten",
    "dossier_of",
    "import_finess",
    "organisation_of",
    "read_finess",
    "source_of",
    "structure_of",
]
