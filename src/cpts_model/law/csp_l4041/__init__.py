"""Articles L4041-1 to L4042-4 and R4041-1 s. of the code de la santé publique: the SISA."""

from cpts_model.law.csp_l4041 import (
    candidature,
    dissolution,
    heritier,
    l4041_1,
    l4041_2,
    l4041_3,
    l4041_4,
    l4041_7,
)
from cpts_model.law.csp_l4041.article import (
    L4041_1,
    L4041_2,
    L4041_3,
    L4041_4,
    L4041_7,
    R4041_1,
    R4041_2,
)
from cpts_model.law.csp_l4041.l4042 import L4042_3, L4042_4

ARTICLES = (L4041_1, L4041_2, L4041_3, L4041_4, L4041_7, L4042_3, L4042_4, R4041_1, R4041_2)
RULES = (
    *l4041_1.RULES,
    *l4041_2.RULES,
    *l4041_3.RULES,
    *candidature.RULES,
    *heritier.RULES,
    *l4041_4.RULES,
    *dissolution.RULES,
    *l4041_7.RULES,
)
