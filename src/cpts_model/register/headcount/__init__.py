"""How many people, counted once over all structures, with what is open kept as bounds."""

from cpts_model.register.headcount.bounds import Bounds, Tally
from cpts_model.register.headcount.count import Contradiction, Double, Group, Headcount, headcount
from cpts_model.register.headcount.placing import By
from cpts_model.register.headcount.rate import Denominator, OtherDay, Rate

__all__ = [
    "Bounds",
    "By",
    "Contradiction",
    "Denominator",
    "Double",
    "Group",
    "Headcount",
    "OtherDay",
    "Rate",
    "Tally",
    "headcount",
]
