"""L1434-12, since July 2019: a projet de santé that the ARS does not oppose is deemed validated.

Validation is not existence: a CPTS may exist without it. It opens the contrat territorial de
santé, not the convention.
"""

from datetime import date

from cpts_model.engine.citations import CRPA, Authority, Citation, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, Unknown, either
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.structures import CPTS
from cpts_model.law.csp_l1434_12.article import L1434_12, READ_2023

SILENCE_SINCE = date(2019, 7, 27)
"""The day from which silence validates."""
THE_DAY_BEFORE = date(2019, 7, 26)
DELAY = 2
"""« deux mois »: legal months, not sixty days."""

BEFORE_THE_RULE = Text(
    "projet transmis avant le 27 juillet 2019 et resté sans réponse dans les deux mois : aucune disposition transitoire "
    "n'a été trouvée ; demander une attestation à l'agence régionale de santé",
    "projet sent before 27 July 2019 and left without answer within two months: no transitional provision was found; "
    "ask the ARS for an attestation",
)
NO_SCHEME_YET = Text(
    "aucun régime de validation avant le 27 juillet 2019 : l'opposition signée avant ce jour ne relève pas de l'article ; "
    "interroger l'agence régionale de santé",
    "no scheme of validation before 27 July 2019: an opposition signed before that day is not one under the article; ask the ARS",
)
VALIDATED_BEFORE_THE_RULE = Text(
    "projet validé avant le 27 juillet 2019 : c'était une pratique des agences, sans texte ; demander à l'agence régionale de santé "
    "si elle tient toujours le projet pour validé",
    "projet validated before 27 July 2019: it was a practice of the agencies, without a text; ask the ARS whether it still holds "
    "the projet to be validated",
)
SIGNED_LATE = Text(
    "opposition contestable : elle est signée après la fin des deux mois, et ne pourrait plus être que le retrait d'une décision "
    "illégale, dans les quatre mois (CRPA, art. L242-1) ; interroger l'agence régionale de santé ou un conseil",
    "contestable opposition: it was signed after the end of the two months, and could only be the withdrawal of an unlawful "
    "decision, within four months (CRPA, art. L242-1); ask the ARS or a lawyer",
)
NOTIFIED_LATE = Text(
    "opposition signée dans les deux mois mais non notifiée dans ce délai : l'article ne dit pas laquelle des deux dates compte ; "
    "interroger l'agence régionale de santé ou un conseil",
    "opposition signed within the two months but not notified within them: the article does not say which of the two dates counts; "
    "ask the ARS or a lawyer",
)
ANOTHER_GROUND = Text(
    "opposition contestable : elle ne repose sur aucun des deux motifs de l'article ; interroger l'agence régionale de santé ou un conseil",
    "contestable opposition: it rests on neither of the two grounds of the article; ask the ARS or a lawyer",
)


def opposed_in_time(projet: ProjetDeSante | Unknown) -> bool:
    """Whether the opposition came within two months of the complete file.

    Raises:
        NotSettled: a date is unknown, or it was signed in time and not notified in time.
    """
    if not projet.opposition_signed_within(DELAY):
        return False
    if not projet.opposition_notified_within(DELAY):
        raise OpenQuestion(NOTIFIED_LATE)
    return True


def rests_on_a_statutory_ground(projet: ProjetDeSante | Unknown) -> bool:
    """Whether the opposition rests on one of the two grounds of the article."""
    ground = projet.opposition_ground
    return ground is not None and ground.is_statutory


def _expressly_validated(projet: ProjetDeSante | Unknown, on: date) -> bool:
    if projet.validated_on is None or projet.validated_on > on:
        return False
    if projet.validated_on < SILENCE_SINCE:
        raise OpenQuestion(VALIDATED_BEFORE_THE_RULE)
    return True


def _deemed_validated(projet: ProjetDeSante | Unknown, on: date) -> bool:
    if not projet.complete_for(DELAY, on):
        return False
    if not projet.opposed_by(on):
        if projet.sent_before(SILENCE_SINCE):
            raise OpenQuestion(BEFORE_THE_RULE)
        return True
    if projet.opposed_by(THE_DAY_BEFORE):
        raise OpenQuestion(NO_SCHEME_YET)
    if not opposed_in_time(projet):
        raise OpenQuestion(SIGNED_LATE)
    if not rests_on_a_statutory_ground(projet):
        raise OpenQuestion(ANOTHER_GROUND)
    return False


# --- « …réputé validé »


def projet_is_validated(cpts: CPTS, on: date) -> bool:
    """« réputé validé » unless the ARS opposes it within « deux mois »; or expressly validated."""
    projet = cpts.projet
    return projet is not None and either(
        lambda: _expressly_validated(projet, on), lambda: _deemed_validated(projet, on)
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
