"""Code civil, on the sociétés civiles, as it bears on a SISA: no gérant, withdrawal, death of a partner."""

from cpts_model.law.code_civil_sisa import deces, gerance, retrait
from cpts_model.law.code_civil_sisa.article import (
    C_CIV_1846_1,
    C_CIV_1857,
    C_CIV_1869,
    C_CIV_1870,
    C_CIV_1870_1,
)

ARTICLES = (C_CIV_1846_1, C_CIV_1857, C_CIV_1869, C_CIV_1870, C_CIV_1870_1)
RULES = (*gerance.RULES, *retrait.RULES, *deces.RULES)
