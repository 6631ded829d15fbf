"""Article L6323-3 of the code de la santé publique: the maison de santé."""

from cpts_model.law.csp_l6323_3 import constitution, projet, universitaire
from cpts_model.law.csp_l6323_3.article import L6323_3

ARTICLES = (L6323_3,)
RULES = (*constitution.RULES, *projet.RULES, *universitaire.RULES)
