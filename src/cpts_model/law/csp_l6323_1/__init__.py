"""Articles L6323-1 to L6323-1-11 of the code de la santé publique: the centre de santé."""

from cpts_model.law.csp_l6323_1 import activites, gestion, ouverture, projet
from cpts_model.law.csp_l6323_1.article import ARTICLES as ARTICLES

RULES = (*activites.RULES, *gestion.RULES, *projet.RULES, *ouverture.RULES)
