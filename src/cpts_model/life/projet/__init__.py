"""The state of a projet de santé on a day, by kind of structure and by version of the law."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from cpts_model.engine.errors import CptsModelError
from cpts_model.facts.structures import (
    CPTS,
    SISA,
    CentreDeSante,
    EquipeDeSoinsPrimaires,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
    Structure,
)
from cpts_model.life.machine import Machine, Standing
from cpts_model.life.projet.cds import CDS_MACHINE
from cpts_model.life.projet.cpts import CPTS_MACHINE
from cpts_model.life.projet.teams import ESP_MACHINE, ESS_MACHINE, MSP_MACHINE

PROJET_MACHINES: Mapping[type[Structure], Machine] = MappingProxyType(
    {
        CPTS: CPTS_MACHINE,
        MaisonDeSante: MSP_MACHINE,
        SISA: MSP_MACHINE,
        EquipeDeSoinsPrimaires: ESP_MACHINE,
        EquipeDeSoinsSpecialises: ESS_MACHINE,
        CentreDeSante: CDS_MACHINE,
    }
)
"""The machine of each kind of structure; a SISA has that of the maison de santé it is."""


class NoProjetOfItsOwn(CptsModelError, ValueError):
    """A company that is no maison de santé was asked for its projet de santé, which it has not."""

    def __init__(self, structure_id: str) -> None:
        super().__init__(structure_id)
        self.structure_id = structure_id

    def __str__(self) -> str:
        return (
            f"the SISA {self.structure_id!r} is told to be no maison de santé, and so has no projet de santé of its own; "
            "ask the maison de santé that it carries"
        )


def projet_machine(structure: Structure) -> Machine:
    """The state machine of the projet de santé of a structure.

    Raises:
        NoProjetOfItsOwn: the structure is a SISA told to be no maison de santé.
        TypeError: it is no structure of a kind that the law knows.
    """
    if isinstance(structure, SISA) and structure.is_maison_de_sante is False:
        raise NoProjetOfItsOwn(structure.id)
    for kind, machine in PROJET_MACHINES.items():
        if isinstance(structure, kind):
            return machine
    raise TypeError(
        f"a {type(structure).__name__} has no projet de santé: give a CPTS, an ESP, an ESS, an MSP, a CDS or a SISA"
    )


def projet_state(structure: Structure, *, on: date) -> Standing:
    """Where the projet de santé of a structure stands on a day, under the law of that day.

    Only that of a CPTS is ever validated by silence (CSP, art. L1434-12, since 27 July 2019).
    That of a maison de santé is sent for information (L6323-3), that of a centre de santé is
    handed in with a conformity commitment (L6323-1-11), and no text has a team send its own.

    Raises:
        NoProjetOfItsOwn: the structure is a SISA told to be no maison de santé.
        TypeError: it is no structure of a kind that the law knows.
    """
    return projet_machine(structure).standing(structure, on=on)
