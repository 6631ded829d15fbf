"""After a validation by silence: the agency attests it, on request."""

from datetime import date

from cpts_model.engine.citations import CRPA, Authority, Citation, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown, both
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.structures import CPTS
from cpts_model.law.csp_l1434_12.article import L1434_12, READ_CRPA
from cpts_model.law.csp_l1434_12.retrait import validation_is_withdrawn
from cpts_model.law.csp_l1434_12.silence import DELAY, validated_by_silence

# --- « La décision implicite d'acceptation fait l'objet, à la demande de l'intéressé, d'une attestation… »


def answered_in_time(projet: ProjetDeSante | Unknown) -> bool:
    """Whether an express validation came before silence could: there is no implicit decision then."""
    return projet.validated_on is not None and not projet.past_the_delay(DELAY, projet.validated_on)


def silence_may_be_attested(cpts: CPTS, on: date) -> bool:
    """« La décision implicite d'acceptation fait l'objet, à la demande de l'intéressé, d'une attestation »."""
    projet = cpts.projet
    return projet is not None and both(
        lambda: validated_by_silence(projet, on),
        lambda: not answered_in_time(projet),
        lambda: not validation_is_withdrawn(projet, on),
    )


ATTESTATION = Rule(
    id="cpts.attestation",
    cites=Citation(CRPA, "L232-3"),
    also_cites=(L1434_12.cite(),),
    in_force=since(2019, 7, 27),
    about=CPTS,
    holds=silence_may_be_attested,
    modality=Modality.PERMISSION,
    authority=Authority.LAW,
    evidence=Evidence.DERIVED,
    checked_on=READ_CRPA.seen_on,
    source=READ_CRPA.where,
    title=Text(
        "L'agence régionale de santé délivre, sur demande, une attestation de la validation du projet de santé par son silence.",
        "The ARS issues, on request, an attestation that its silence validated the projet de santé.",
    ),
    remedy=Text(
        "Laisser passer les deux mois qui suivent la réception du dossier complet, puis demander l'attestation par écrit.",
        "Let the two months pass that follow receipt of the complete file, then ask for the attestation in writing.",
    ),
    note=Text(
        "Le code prévoit cette attestation pour toute décision implicite d'acceptation ; que la validation réputée en soit une est déduit. "
        "Une validation expresse se prouve par la lettre de l'agence.",
        "The code provides this attestation for every implicit decision of acceptance; that the deemed validation is one is inferred. "
        "An express validation is proved by the agency's letter.",
    ),
    upon=Text("l'agence régionale de santé", "the ARS"),
)

RULES = (ATTESTATION,)
