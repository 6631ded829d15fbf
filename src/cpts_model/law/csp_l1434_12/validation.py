"""L1434-12, since July 2019: a projet de santé that the ARS does not oppose is deemed validated.

Validation is not existence: a CPTS may exist without it. It opens the contrat territorial de
santé, not the convention.
"""

from datetime import date

from cpts_model.engine.citations import CRPA, Authority, Citation, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import both, either
from cpts_model.facts.structures import CPTS
from cpts_model.law.csp_l1434_12.article import L1434_12, READ_2023
from cpts_model.law.csp_l1434_12.retrait import validation_is_withdrawn
from cpts_model.law.csp_l1434_12.silence import expressly_validated, validated_by_silence

# --- « …réputé validé »


def projet_is_validated(cpts: CPTS, on: date) -> bool:
    """« réputé validé » unless the ARS opposes it within « deux mois »; or expressly validated; and not withdrawn since."""
    projet = cpts.projet
    return projet is not None and both(
        lambda: either(lambda: expressly_validated(projet, on), lambda: validated_by_silence(projet, on)),
        lambda: not validation_is_withdrawn(projet, on),
    )


VALIDATION = Rule(
    id="cpts.validation",
    cites=L1434_12.cite(),
    also_cites=(Citation(CRPA, "L114-3"), Citation(CRPA, "L221-8"), Citation(CRPA, "L242-1")),
    in_force=since(2019, 7, 27),
    about=CPTS,
    holds=projet_is_validated,
    modality=Modality.PERMISSION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2023.seen_on,
    source=READ_2023.where,
    title=Text(
        "Le projet de santé de la CPTS est réputé validé quand l'agence régionale de santé ne s'y est pas opposée dans les deux mois.",
        "The projet de santé of a CPTS is deemed validated when the ARS has not opposed it within two months.",
    ),
    remedy=Text(
        "Transmettre un dossier complet et laisser passer les deux mois ; après une opposition, présenter un projet qui y réponde.",
        "Send a complete file and let the two months pass; after an opposition, submit a projet that answers it.",
    ),
    note=Text(
        "Le délai court de la réception du dossier complet par l'agence compétente (lecture tirée du code des relations entre le public "
        "et l'administration : l'article ne nomme pas le point de départ). L'article ne connaît que le silence : une validation expresse "
        "est lue comme une renonciation à s'opposer (déduit). Une CPTS existe sans projet validé.",
        "The delay runs from receipt of the complete file by the competent agency (a reading drawn from the code of relations between "
        "the public and the administration: the article does not name its start). The article knows only silence: an express "
        "validation is read as a waiver of opposition (inferred). A CPTS exists without a validated projet.",
    ),
)

RULES = (VALIDATION,)
