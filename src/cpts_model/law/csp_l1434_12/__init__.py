"""Article L1434-12 of the code de la santé publique: the CPTS, its components, its projet de santé."""

from cpts_model.law.csp_l1434_12 import attestation, composition, opposition, projet, retrait, validation
from cpts_model.law.csp_l1434_12.article import L1434_12

ARTICLES = (L1434_12,)
RULES = (
    *composition.RULES,
    *projet.RULES,
    *validation.RULES,
    *opposition.RULES,
    *retrait.RULES,
    *attestation.RULES,
)
