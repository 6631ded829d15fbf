"""Belonging to several CPTS, their territories, and what they pay together."""

from cpts_model.testing.cases.plusieurs_structures import adhesions, plafond, territoires

CASES = (*adhesions.CASES, *territoires.CASES, *plafond.CASES)
