"""What follows with time: states on a day, what is due, what changed between two days, what is paid."""

from cpts_model.life.ahead import NextChange, next_change
from cpts_model.life.associates import AssociatesList, associates_on, associates_on_31_december
from cpts_model.life.compare import Comparison, compare
from cpts_model.life.contract import ContractCalendar, contract_calendar
from cpts_model.life.deadlines import Deadline, Deadlines, deadlines, next_due
from cpts_model.life.diversity import Diversity, diversity
from cpts_model.life.funding import Funding, funding
from cpts_model.life.machine import Machine, Standing
from cpts_model.life.population import PopulationBounds, population_bounds, read_figure
from cpts_model.life.projet import projet_machine, projet_state
from cpts_model.life.sending import Checklist, checklist
from cpts_model.life.sisa import SISA_BELOW_MINIMUM, dissolution_clock, sisa_state
from cpts_model.life.stage import StageReading, stage_of, tally

__all__ = [
    "SISA_BELOW_MINIMUM",
    "AssociatesList",
    "Checklist",
    "Comparison",
    "ContractCalendar",
    "Deadline",
    "Deadlines",
    "Diversity",
    "Funding",
    "Machine",
    "NextChange",
    "PopulationBounds",
    "StageReading",
    "Standing",
    "associates_on",
    "associates_on_31_december",
    "checklist",
    "compare",
    "contract_calendar",
    "deadlines",
    "dissolution_clock",
    "diversity",
    "funding",
    "next_change",
    "next_due",
    "population_bounds",
    "projet_machine",
    "projet_state",
    "read_figure",
    "sisa_state",
    "stage_of",
    "tally",
]
