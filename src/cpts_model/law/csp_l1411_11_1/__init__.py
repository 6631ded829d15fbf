"""Article L1411-11-1 of the code de la santé publique: the équipes de soins primaires and spécialisés."""

from cpts_model.law.csp_l1411_11_1 import primaires, specialises
from cpts_model.law.csp_l1411_11_1.article import L1411_11_1

ARTICLES = (L1411_11_1,)
RULES = (*primaires.RULES, *specialises.RULES)
