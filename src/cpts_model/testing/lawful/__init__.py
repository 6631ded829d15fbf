"""Subjects that break no law on a day, written from the texts: each condition met, one by one."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis.strategies import DrawFn

from cpts_model.facts.belonging import Belongings, Candidature, Departure, Neighbours
from cpts_model.facts.exercice import Exercice
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.structures import (
    CPTS,
    SISA,
    CentreDeSante,
    EquipeDeSoinsPrimaires,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
)
from cpts_model.testing.lawful.belonging import lawful_candidature, lawful_departure
from cpts_model.testing.lawful.belongings import lawful_belongings, lawful_neighbours
from cpts_model.testing.lawful.centre_de_sante import lawful_centre_de_sante
from cpts_model.testing.lawful.cpts import lawful_cpts
from cpts_model.testing.lawful.equipes import (
    lawful_equipe_de_soins_primaires,
    lawful_equipe_de_soins_specialises,
)
from cpts_model.testing.lawful.exercice import lawful_exercice, lawful_organisation
from cpts_model.testing.lawful.maison_de_sante import lawful_maison_de_sante
from cpts_model.testing.lawful.sisa import lawful_sisa

LAWFUL: dict[type[Any], Callable[[DrawFn, date], Any]] = {
    CPTS: lawful_cpts,
    EquipeDeSoinsPrimaires: lawful_equipe_de_soins_primaires,
    EquipeDeSoinsSpecialises: lawful_equipe_de_soins_specialises,
    MaisonDeSante: lawful_maison_de_sante,
    CentreDeSante: lawful_centre_de_sante,
    SISA: lawful_sisa,
    Candidature: lawful_candidature,
    Departure: lawful_departure,
    Belongings: lawful_belongings,
    Neighbours: lawful_neighbours,
    Exercice: lawful_exercice,
    Organisation: lawful_organisation,
}
"""How to make a lawful subject of each class."""
