"""For test suites: strategies of facts, examples of every outcome of every rule, and what to check rules and registers with.

It needs the extra ``testing`` (Hypothesis and pytest). Nothing of the library imports it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cpts_model.testing.assertions import assert_compliant as assert_compliant
    from cpts_model.testing.assertions import assert_outcome as assert_outcome
    from cpts_model.testing.case import Case as Case
    from cpts_model.testing.case import Impossible as Impossible
    from cpts_model.testing.case import Situation as Situation
    from cpts_model.testing.case import Within as Within
    from cpts_model.testing.cases import CASES as CASES
    from cpts_model.testing.check import LawCheckFailed as LawCheckFailed
    from cpts_model.testing.check import check_law as check_law
    from cpts_model.testing.days import DAY as DAY
    from cpts_model.testing.dossiers import example_dossiers as example_dossiers
    from cpts_model.testing.outcomes import NoExample as NoExample
    from cpts_model.testing.outcomes import case_of as case_of
    from cpts_model.testing.outcomes import day_of as day_of
    from cpts_model.testing.outcomes import not_applicable as not_applicable
    from cpts_model.testing.outcomes import satisfying as satisfying
    from cpts_model.testing.outcomes import situations as situations
    from cpts_model.testing.outcomes import undetermined as undetermined
    from cpts_model.testing.outcomes import violating as violating
    from cpts_model.testing.sheets import Column as Column
    from cpts_model.testing.sheets import Dirt as Dirt
    from cpts_model.testing.sheets import Layout as Layout
    from cpts_model.testing.sheets import MemberSheet as MemberSheet
    from cpts_model.testing.sheets import OpenCell as OpenCell
    from cpts_model.testing.sheets import SheetMember as SheetMember
    from cpts_model.testing.sheets import member_sheets as member_sheets
    from cpts_model.testing.stateful import MemoryStore as MemoryStore
    from cpts_model.testing.stateful import RegisterMachine as RegisterMachine
    from cpts_model.testing.stateful import ReorganisingStore as ReorganisingStore
    from cpts_model.testing.stateful import Store as Store
    from cpts_model.testing.stateful import first_structures as first_structures
    from cpts_model.testing.stateful import machine_for as machine_for
    from cpts_model.testing.strategies import BadArgument as BadArgument
    from cpts_model.testing.strategies import belongings as belongings
    from cpts_model.testing.strategies import candidatures as candidatures
    from cpts_model.testing.strategies import centres_de_sante as centres_de_sante
    from cpts_model.testing.strategies import communes as communes
    from cpts_model.testing.strategies import contrats_aci as contrats_aci
    from cpts_model.testing.strategies import cpts as cpts
    from cpts_model.testing.strategies import dates_around_law_changes as dates_around_law_changes
    from cpts_model.testing.strategies import departures as departures
    from cpts_model.testing.strategies import diagnostics as diagnostics
    from cpts_model.testing.strategies import equipes_de_soins_primaires as equipes_de_soins_primaires
    from cpts_model.testing.strategies import equipes_de_soins_specialises as equipes_de_soins_specialises
    from cpts_model.testing.strategies import exercices as exercices
    from cpts_model.testing.strategies import facts_of as facts_of
    from cpts_model.testing.strategies import maisons_de_sante as maisons_de_sante
    from cpts_model.testing.strategies import memberships as memberships
    from cpts_model.testing.strategies import neighbours as neighbours
    from cpts_model.testing.strategies import organisations as organisations
    from cpts_model.testing.strategies import persons as persons
    from cpts_model.testing.strategies import professionals as professionals
    from cpts_model.testing.strategies import professions as professions
    from cpts_model.testing.strategies import projets_de_sante as projets_de_sante
    from cpts_model.testing.strategies import registers as registers
    from cpts_model.testing.strategies import sisas as sisas
    from cpts_model.testing.strategies import statutes as statutes
    from cpts_model.testing.strategies import structures as structures
    from cpts_model.testing.strategies import territories as territories
    from cpts_model.testing.table import outcome_table as outcome_table

_HOMES = {
    "assertions": "assert_compliant assert_outcome",
    "case": "Case Impossible Situation Within",
    "cases": "CASES",
    "check": "LawCheckFailed check_law",
    "days": "DAY",
    "dossiers": "example_dossiers",
    "outcomes": "NoExample case_of day_of not_applicable satisfying situations undetermined violating",
    "sheets": "Column Dirt Layout MemberSheet OpenCell SheetMember member_sheets",
    "stateful": "MemoryStore RegisterMachine ReorganisingStore Store first_structures machine_for",
    "strategies": "BadArgument belongings candidatures centres_de_sante communes contrats_aci cpts dates_around_law_changes departures diagnostics equipes_de_soins_primaires "
    "equipes_de_soins_specialises exercices facts_of maisons_de_sante memberships neighbours organisations persons professionals professions "
    "projets_de_sante registers sisas statutes structures territories",
    "table": "outcome_table",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME_OF})
