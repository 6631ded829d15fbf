"""What a code that nobody was found by is: the postal code of people of the extract, told for a commune."""

from enum import Enum, auto
from pathlib import Path

from cpts_model.exchange.annuaire.people import opened


class CodeKind(Enum):
    """What five characters are in an extract."""

    COMMUNE = auto()
    POSTAL_CODE = auto()
    NEITHER = auto()


def kind_of_code(path: str | Path, code: str) -> CodeKind:
    """Whether a code is that of the commune of somebody's activity; if not, whether it is a postal code.

    Raises:
        BadExtract: the file is no extract, or no longer.
        OSError: the file cannot be opened.
    """
    layout, lines = opened(path)
    found = CodeKind.NEITHER
    for _, line in lines:
        if code in line:
            commune, postal_code = layout.place_of(line)
            if commune == code:
                return CodeKind.COMMUNE
            if postal_code == code:
                found = CodeKind.POSTAL_CODE
    return found
