"""The ACI contract of a CPTS in time: its years, its missions, what is due by when, and its end."""

from cpts_model.life.contract.calendar import ContractCalendar, contract_calendar
from cpts_model.life.contract.clocks import Clock
from cpts_model.life.contract.due import Due, DueKind, DueState

__all__ = ["Clock", "ContractCalendar", "Due", "DueKind", "DueState", "contract_calendar"]
