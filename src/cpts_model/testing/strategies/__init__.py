"""Hypothesis strategies of facts: invented structures and people, told in full or in part.

They are written from the wording of the law and ask nothing of the library's own rules. What
an example does not need stays UNKNOWN when it shrinks, and is left out of its ``repr``.
"""

from cpts_model.testing.days import days_after, days_before, days_in, days_until
from cpts_model.testing.strategies.belongings import (
    belongings,
    candidatures,
    departures,
    exercices,
    neighbours,
)
from cpts_model.testing.strategies.contracts import contrats_aci
from cpts_model.testing.strategies.days import dates_around_law_changes
from cpts_model.testing.strategies.errors import BadArgument
from cpts_model.testing.strategies.facts import facts_of
from cpts_model.testing.strategies.memberships import memberships
from cpts_model.testing.strategies.numbers import finess_numbers, rpps_numbers, siren_numbers, siret_numbers
from cpts_model.testing.strategies.organisations import organisations
from cpts_model.testing.strategies.people import persons, professionals
from cpts_model.testing.strategies.professions import professions
from cpts_model.testing.strategies.projets import diagnostics, projets_de_sante
from cpts_model.testing.strategies.registers import registers
from cpts_model.testing.strategies.statutes import statutes
from cpts_model.testing.strategies.structures import (
    centres_de_sante,
    cpts,
    equipes_de_soins_primaires,
    equipes_de_soins_specialises,
    maisons_de_sante,
    sisas,
    structures,
)
from cpts_model.testing.strategies.territories import communes, departements, territories

__all__ = [
    "BadArgument",
    "belongings",
    "candidatures",
    "centres_de_sante",
    "communes",
    "contrats_aci",
    "cpts",
    "dates_around_law_changes",
    "days_after",
    "days_before",
    "days_in",
    "days_until",
    "departements",
    "departures",
    "diagnostics",
    "equipes_de_soins_primaires",
    "equipes_de_soins_specialises",
    "exercices",
    "facts_of",
    "finess_numbers",
    "maisons_de_sante",
    "memberships",
    "neighbours",
    "organisations",
    "persons",
    "professionals",
    "professions",
    "projets_de_sante",
    "registers",
    "rpps_numbers",
    "siren_numbers",
    "siret_numbers",
    "sisas",
    "statutes",
    "structures",
    "territories",
]
