"""The structures of coordinated care, a module each."""

from cpts_model.facts.structures.base import ALSACE_MOSELLE, Structure
from cpts_model.facts.structures.centre_de_sante import CentreDeSante
from cpts_model.facts.structures.cpts import CPTS
from cpts_model.facts.structures.maison_de_sante import MaisonDeSante
from cpts_model.facts.structures.sisa import SISA, DeathClause
from cpts_model.facts.structures.teams import EquipeDeSoinsPrimaires, EquipeDeSoinsSpecialises, TeamForm

ESP = EquipeDeSoinsPrimaires
ESS = EquipeDeSoinsSpecialises
MSP = MaisonDeSante
CDS = CentreDeSante

__all__ = [
    "ALSACE_MOSELLE",
    "CDS",
    "CPTS",
    "ESP",
    "ESS",
    "MSP",
    "SISA",
    "CentreDeSante",
    "DeathClause",
    "EquipeDeSoinsPrimaires",
    "EquipeDeSoinsSpecialises",
    "MaisonDeSante",
    "Structure",
    "TeamForm",
]
