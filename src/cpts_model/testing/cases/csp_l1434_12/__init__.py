"""L1434-12: the CPTS, its components, its projet de santé and the silence of the agency."""

from cpts_model.testing.cases.csp_l1434_12 import composition, projet, silence

CASES = (*composition.CASES, *projet.CASES, *silence.CASES)
