"""The states of the projet de santé of a CPTS."""

from cpts_model.engine.citations import CRPA, Citation
from cpts_model.engine.text import Text
from cpts_model.law.csp_l1434_12.article import L1434_12
from cpts_model.law.csp_l1434_13 import L1434_13
from cpts_model.life.machine import State

_ARTICLE = (L1434_12.cite(),)

NO_PROJET = State(
    id="aucun-projet",
    label=Text("pas encore de projet de santé", "no projet de santé yet"),
    means=Text(
        "Les membres de la CPTS ont à formaliser un projet de santé et à le transmettre à l'agence régionale de santé.",
        "The members of the CPTS have to write a projet de santé and to send it to the ARS.",
    ),
    cites=_ARTICLE,
)
DRAWN_UP = State(
    id="elabore",
    label=Text("projet de santé élaboré, non transmis", "projet de santé drawn up, not sent"),
    means=Text(
        "Le projet est écrit ; aucun délai ne court tant que l'agence régionale de santé ne l'a pas reçu.",
        "The projet is written; no delay runs until the ARS has received it.",
    ),
    cites=_ARTICLE,
)
TRANSMITTED = State(
    id="transmis",
    label=Text(
        "projet de santé transmis, sans régime de validation", "projet de santé sent, no scheme of validation"
    ),
    means=Text(
        "Avant le 27 juillet 2019 la loi veut une transmission et ne connaît ni délai ni validation : celle que donnaient les agences "
        "relevait de leur pratique.",
        "Before 27 July 2019 the law asks for transmission and knows neither delay nor validation: that which the agencies gave was a "
        "practice of theirs.",
    ),
    cites=_ARTICLE,
)
INCOMPLETE = State(
    id="dossier-incomplet",
    label=Text(
        "projet de santé transmis, dossier complet non reçu",
        "projet de santé sent, complete file not received",
    ),
    means=Text(
        "Les deux mois ne courent pas encore : ils partent du jour où l'agence régionale de santé compétente reçoit le dossier complet.",
        "The two months do not run yet: they start on the day the competent ARS receives the complete file.",
    ),
    cites=(*_ARTICLE, Citation(CRPA, "L114-3")),
)
RUNNING = State(
    id="delai-en-cours",
    label=Text("délai de deux mois en cours", "the two months are running"),
    means=Text(
        "L'agence régionale de santé peut encore s'opposer, sur deux motifs seulement : le non-respect des objectifs du projet régional de "
        "santé, ou la pertinence du territoire d'action. La CPTS existe ; son projet n'est pas validé.",
        "The ARS may still oppose, on two grounds only: disregard of the objectives of the regional health plan, or the relevance of the "
        "territory of action. The CPTS exists; its projet is not validated.",
    ),
    cites=(*_ARTICLE, Citation(CRPA, "L114-3")),
)
OPPOSED = State(
    id="opposition",
    label=Text("opposition de l'agence régionale de santé", "opposed by the ARS"),
    means=Text(
        "Le projet n'est pas validé : pas de contrat territorial de santé. La CPTS existe toujours ; elle peut répondre aux motifs par un "
        "nouveau projet, obtenir une validation expresse, ou contester l'opposition.",
        "The projet is not validated: no contrat territorial de santé. The CPTS exists all the same; it may answer the grounds with a new "
        "projet, obtain an express validation, or challenge the opposition.",
    ),
    cites=_ARTICLE,
)
DEEMED_VALIDATED = State(
    id="repute-valide",
    label=Text("projet de santé réputé validé", "projet de santé deemed validated"),
    means=Text(
        "L'agence régionale de santé ne s'est pas opposée dans les deux mois. Un contrat territorial de santé peut être conclu sur ce "
        "projet ; la convention avec l'assurance maladie et l'agence, qui confie les missions, reste une étape distincte.",
        "The ARS did not oppose within the two months. A contrat territorial de santé may be concluded on this projet; the convention "
        "with health insurance and the agency, which entrusts the missions, remains a step of its own.",
    ),
    cites=(*_ARTICLE, L1434_13.cite()),
)
EXPRESSLY_VALIDATED = State(
    id="expressement-valide",
    label=Text("projet de santé expressément validé", "projet de santé expressly validated"),
    means=Text(
        "L'agence régionale de santé a validé le projet par écrit : c'est lu comme une renonciation à s'opposer. Un contrat territorial de "
        "santé peut être conclu sur ce projet ; la convention avec l'assurance maladie et l'agence, qui confie les missions, reste une étape "
        "distincte.",
        "The ARS validated the projet in writing: this is read as a waiver of opposition. A contrat territorial de santé may be concluded "
        "on this projet; the convention with health insurance and the agency, which entrusts the missions, remains a step of its own.",
    ),
    cites=(*_ARTICLE, L1434_13.cite()),
)
WITHDRAWN = State(
    id="validation-retiree",
    label=Text("validation retirée", "validation withdrawn"),
    means=Text(
        "La validation disparaît pour l'avenir comme pour le passé : plus de contrat territorial de santé sur ce projet. La CPTS existe "
        "toujours ; elle peut présenter un nouveau projet, ou contester le retrait.",
        "The validation disappears for the future and for the past: no contrat territorial de santé on this projet any more. The CPTS "
        "exists all the same; it may submit a new projet, or challenge the withdrawal.",
    ),
    cites=(Citation(CRPA, "L240-1", "2°"), Citation(CRPA, "L242-1")),
)

VALIDATED = (DEEMED_VALIDATED, EXPRESSLY_VALIDATED)
"""The states in which the projet is validated."""
