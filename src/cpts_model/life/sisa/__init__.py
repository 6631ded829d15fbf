"""A SISA that falls below its minimum of partners: where it stands, and what may follow, by version of L4041-4.

    sisa_state(sisa, on=day).state          # a state, or UNKNOWN where several are possible
    dissolution_clock(sisa, on=day)         # since when, and from which day dissolution may be asked

Nothing dissolves a company by itself: a delay, somebody who asks, a court that rules.
"""

from datetime import date

from cpts_model.facts.structures import SISA
from cpts_model.life.machine import Standing
from cpts_model.life.sisa.clock import DissolutionClock, dissolution_clock
from cpts_model.life.sisa.table import SISA_BELOW_MINIMUM

__all__ = ["SISA_BELOW_MINIMUM", "DissolutionClock", "dissolution_clock", "sisa_state"]


def sisa_state(sisa: SISA, *, on: date) -> Standing:
    """Where a SISA stands on a day, with regard to the minimum of article L4041-4.

    Several states remain possible where a fact is unknown or the texts are silent (a company
    that was below the minimum already when the delay changed): the standing says which, why,
    and what to ask. A departure or a death told by its date starts the delay by itself.

    Raises:
        TypeError: the structure is no SISA, or ``on`` is not a plain ``datetime.date``.
    """
    if not isinstance(sisa, SISA):
        raise TypeError(f"sisa_state takes a SISA, not a {type(sisa).__name__}")
    return SISA_BELOW_MINIMUM.standing(sisa, on=on)
