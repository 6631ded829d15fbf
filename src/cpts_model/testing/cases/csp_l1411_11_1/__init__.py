"""L1411-11-1: the équipe de soins primaires since 2016, the équipe de soins spécialisés since 2019."""

from cpts_model.testing.cases.csp_l1411_11_1 import primaires, specialises

CASES = (*primaires.CASES, *specialises.CASES)
