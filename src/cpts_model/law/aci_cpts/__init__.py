"""ACI of the CPTS: the agreement of 20 June 2019 and what it asks of a contract; a breach warns and never blocks."""

from cpts_model.law.aci_cpts import contract, missions, sizes
from cpts_model.law.aci_cpts.article import ACI_CPTS

ARTICLES = (ACI_CPTS,)
RULES = (*contract.RULES, *missions.RULES, *sizes.RULES)
