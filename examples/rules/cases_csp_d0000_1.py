"""D0000-1 (invented): how each outcome comes about, written from the text and not from the rule."""

from datetime import date

import attrs

from cpts_model.engine.dates import Period, since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.projets import DiagnosticTerritorial
from cpts_model.facts.structures import CPTS
from cpts_model.testing.case import Case
from cpts_model.testing.days import days_until, not_yet
from cpts_model.testing.telling import telling, with_projet

# --- From 1 March 2020: there is a diagnosis

CASE_2020 = Case(
    rule="toy.diagnostic",
    in_force=Period(date(2020, 3, 1), date(2024, 7, 1)),
    about=(CPTS,),
    satisfied=with_projet(transmitted_on=days_until, diagnostic=DiagnosticTerritorial()),
    violated=with_projet(transmitted_on=days_until, diagnostic=None),
    undetermined=with_projet(transmitted_on=days_until, diagnostic=UNKNOWN),
    not_applicable=telling(projet=None),
)


# --- From 1 July 2024: it is of 1 January 2023 or later; examples stand on the limit

ON_THE_DAY = DiagnosticTerritorial(done_on=date(2023, 1, 1))
THE_DAY_BEFORE = DiagnosticTerritorial(done_on=date(2022, 12, 31))

CASE_2024 = attrs.evolve(
    CASE_2020,
    in_force=since(2024, 7, 1),
    satisfied=with_projet(transmitted_on=days_until, diagnostic=ON_THE_DAY),
    violated=with_projet(transmitted_on=days_until, diagnostic=THE_DAY_BEFORE),
    undetermined=with_projet(transmitted_on=days_until, diagnostic=DiagnosticTerritorial()),
    not_applicable=with_projet(transmitted_on=not_yet),
)

CASES = (CASE_2020, CASE_2024)
