"""Communes: the nomenclature by its name. Its codes are those of the *code officiel géographique*."""

from cpts_model.exchange.nomenclatures.system import CodeSystem
from cpts_model.facts.nomenclature import uri

_NAME = "TRE_R13-Commune"

R13 = CodeSystem(
    name=_NAME,
    uri=uri(_NAME),
    other_uris=(uri("TRE_R13-CommuneOM"),),
    version=None,
    complete=False,
)
"""Communes. FR Core writes ``TRE_R13-Commune``, the ROR and the NOS ``TRE_R13-CommuneOM``."""
