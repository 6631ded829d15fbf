"""L4041-1 to L4041-7, R4041-2: the SISA, from 2011 on."""

from cpts_model.testing.cases.csp_l4041 import associes, belonging, dissolution, minimum, objet, statuts

CASES = (
    *associes.L4041_1,
    *objet.CASES,
    *associes.L4041_3,
    *objet.DISPENSE,
    *belonging.CASES,
    *minimum.CASES,
    *dissolution.CASES,
    *statuts.CASES,
)
