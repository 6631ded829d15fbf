"""How each outcome of every rule comes about, text by text, in the order of the law."""

from cpts_model.testing.case import Case
from cpts_model.testing.cases import (
    aci_cpts,
    adhesion,
    code_civil_sisa,
    code_du_travail_l1253_3,
    convention_ess,
    csp_d1434_44,
    csp_l1411_11_1,
    csp_l1434_12,
    csp_l1434_12_1,
    csp_l1434_12_2,
    csp_l1434_13,
    csp_l4041,
    csp_l6323_1,
    csp_l6323_3,
    css_d162_34,
    css_l162_14_1,
    decret_2023_617,
    inscription,
    loi_1901,
    plusieurs_structures,
    practice_msp,
    registre,
    rights,
)

_TEXTS = (
    csp_l1411_11_1,
    convention_ess,
    csp_l1434_12,
    csp_l1434_12_1,
    csp_l1434_12_2,
    csp_d1434_44,
    csp_l1434_13,
    adhesion,
    plusieurs_structures,
    loi_1901,
    inscription,
    registre,
    csp_l6323_3,
    practice_msp,
    csp_l6323_1,
    csp_l4041,
    decret_2023_617,
    code_civil_sisa,
    code_du_travail_l1253_3,
    css_l162_14_1,
    aci_cpts,
    css_d162_34,
    rights,
)

CASES: tuple[Case, ...] = tuple(case for text in _TEXTS for case in text.CASES)
"""Every version of every rule."""
