"""L6323-1 to L6323-1-11: the centre de santé, in the regime of 2018."""

from cpts_model.testing.cases.csp_l6323_1 import activites, gestion, ouverture, projet

CASES = (*activites.CASES, *gestion.CASES, *projet.CASES, *ouverture.CASES)
