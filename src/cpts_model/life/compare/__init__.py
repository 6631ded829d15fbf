"""What changed for a subject between two days or under two laws, and why."""

from cpts_model.life.compare.changes import Cause, Change, Side, Step
from cpts_model.life.compare.comparison import Comparison, compare
from cpts_model.life.compare.why import TurnedFact

__all__ = ["Cause", "Change", "Comparison", "Side", "Step", "TurnedFact", "compare"]
