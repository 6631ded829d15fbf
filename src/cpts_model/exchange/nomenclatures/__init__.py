"""Nomenclatures of the health system (NOS): the tables as they were read, each with its version.

A table is a :class:`CodeSystem`; ``G15.get("60")`` is a code with its label and its days.
:func:`system_of` finds a table by any name that a file gives it.
"""

from cpts_model.exchange.nomenclatures.activity import R02, R09, R21, R22, R23, is_substitute
from cpts_model.exchange.nomenclatures.communes import R13
from cpts_model.exchange.nomenclatures.identifiers import G07, G08
from cpts_model.exchange.nomenclatures.professions import G15, R85, R94, R95, R291
from cpts_model.exchange.nomenclatures.savoir_faire import R04, R38
from cpts_model.exchange.nomenclatures.structures import (
    R66,
    R66_LABELS_2021,
    R72,
    R72_OF_THE_RPPS,
    R244,
    R278,
    R397,
    R400,
    R400_AGGREGATES,
)
from cpts_model.exchange.nomenclatures.system import CodeSystem, name_key

__all__ = [
    "CODE_SYSTEMS",
    "G07",
    "G08",
    "G15",
    "R02",
    "R04",
    "R09",
    "R13",
    "R21",
    "R22",
    "R23",
    "R38",
    "R66",
    "R66_LABELS_2021",
    "R72",
    "R72_OF_THE_RPPS",
    "R85",
    "R94",
    "R95",
    "R244",
    "R278",
    "R291",
    "R397",
    "R400",
    "R400_AGGREGATES",
    "CodeSystem",
    "is_substitute",
    "system_of",
]

CODE_SYSTEMS: tuple[CodeSystem, ...] = (
    *(G15, R94, R95, R291, R85),
    *(R04, R38),
    *(R23, R22, R02, R21, R09),
    *(R66, R397, R72, R400, R244, R278),
    *(G07, G08, R13),
)
"""Every nomenclature that the library knows of."""


def system_of(name: str) -> CodeSystem | None:
    """The nomenclature that an address, an OID or a name stands for; ``None`` where none does.

    ``https:`` and ``http:``, capitals, ``_`` and ``-``, a slash at the end and a version after
    ``|`` make no difference.
    """
    return _BY_NAME.get(name_key(name))


_BY_NAME = {name_key(name): system for system in CODE_SYSTEMS for name in system.names}
