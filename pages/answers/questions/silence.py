"""Has silence validated our projet de santé?"""

from datetime import date, timedelta
from typing import Any

from cpts_model import CPTS, OppositionGround, ProjetDeSante, Text
from cpts_model.engine.dates import add_months
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.law.csp_l1434_12.silence import DELAY, SILENCE_SINCE
from pages.answers.question import JUDGED_ON, Case, Group, Question, Says, Table
from pages.answers.tables import dates_of

_LONG_ENOUGH = add_months(JUDGED_ON, -DELAY - 1)
_A_MONTH_AGO = add_months(JUDGED_ON, -1)
_BEFORE_THE_RULE = add_months(SILENCE_SINCE, -12)


def _sent(complete_on: date | None, **facts: Any) -> CPTS:
    told: dict[str, Any] = {
        "transmitted_on": complete_on,
        "received_complete_on": complete_on,
        "validated_on": None,
        "opposed_on": None,
        "withdrawn_on": None,
        **facts,
    }
    projet = ProjetDeSante(**told)
    return CPTS(id="cpts-des-mots", projet=projet)


_SILENCE = Says(
    satisfied=Text(
        "Oui, si l'agence a laissé passer deux mois sans s'opposer, à compter du jour où elle a reçu le dossier complet : le projet est alors "
        "réputé validé. Ce point de départ est déduit du droit commun : l'article n'en nomme pas.",
        "Yes, if the agency let two months pass without opposing, from the day it received the complete file: the projet is then deemed "
        "validated. That starting point is inferred from the general law: the article names none.",
    ),
    violated=Text(
        "Non, pas ce jour-là : le délai n'est pas écoulé, ou l'agence s'est opposée.",
        "No, not on that day: the delay is not over, or the agency opposed.",
    ),
    undetermined=Text(
        "On ne peut pas le dire : il y manque un fait, ou les textes lus ne tranchent pas.",
        "It cannot be said: a fact is wanting, or the texts read do not settle it.",
    ),
    not_applicable=Text(
        "Ce jour-là, aucun texte ne donne d'effet au silence de l'agence.",
        "On that day no text gives any effect to the silence of the agency.",
    ),
)

_OPPOSED: dict[str, Any] = {
    "opposition_ground": OppositionGround.TERRITORY,
    "opposition_reasoned": True,
}
_IN_TIME = _LONG_ENOUGH + timedelta(days=30)
_LATE = add_months(_LONG_ENOUGH, DELAY) + timedelta(days=5)
_UNOPPOSED = _sent(_LONG_ENOUGH)

SILENCE = Question(
    slug=Text("silence", "silence"),
    group=Group.STAGES,
    asked=Text(
        "Notre projet de santé est-il validé par le silence de l'agence ?",
        "Has the silence of the agency validated our projet de santé?",
    ),
    also=Text(
        "L'ARS ne nous a pas répondu. De quand court le délai ?",
        "The ARS did not answer us. From when does the delay run?",
    ),
    cases=(
        Case(
            what=Text(
                "Dossier complet depuis trois mois, aucune opposition",
                "File complete for three months, no opposition",
            ),
            dossier=_UNOPPOSED,
            rule="cpts.validation",
            says=_SILENCE,
            leads=True,
        ),
        Case(
            what=Text("Dossier complet depuis un mois", "File complete for one month"),
            dossier=_sent(_A_MONTH_AGO),
            rule="cpts.validation",
            says=_SILENCE,
        ),
        Case(
            what=Text(
                "Dossier envoyé il y a trois mois, sans savoir s'il était complet",
                "File sent three months ago, not knowing whether it was complete",
            ),
            dossier=_sent(_LONG_ENOUGH, received_complete_on=UNKNOWN),
            rule="cpts.validation",
            says=Says(
                satisfied=_SILENCE.satisfied,
                violated=_SILENCE.violated,
                undetermined=Text(
                    "Si l'on ignore quel jour l'agence a eu le dossier complet, on ne peut rien dire : demandez-le-lui.",
                    "Where the day on which the agency had the complete file is unknown, nothing can be said: ask it.",
                ),
                not_applicable=_SILENCE.not_applicable,
            ),
            leads=True,
        ),
        Case(
            what=Text(
                "Opposition motivée, signée et notifiée dans le délai",
                "Opposition with reasons, signed and notified in time",
            ),
            dossier=_sent(_LONG_ENOUGH, opposed_on=_IN_TIME, opposition_notified_on=_IN_TIME, **_OPPOSED),
            rule="cpts.validation",
            says=_SILENCE,
        ),
        Case(
            what=Text("Opposition signée après le délai", "Opposition signed after the delay"),
            dossier=_sent(_LONG_ENOUGH, opposed_on=_LATE, opposition_notified_on=_LATE, **_OPPOSED),
            rule="cpts.validation",
            says=_SILENCE,
        ),
        Case(
            what=Text(
                "Projet envoyé un an avant la règle, resté sans réponse",
                "Projet sent a year before the rule, never answered",
            ),
            dossier=_sent(_BEFORE_THE_RULE),
            rule="cpts.validation",
            says=_SILENCE,
            law_moved=True,
        ),
        Case(
            what=Text("La preuve : une attestation du silence", "The proof: an attestation of the silence"),
            dossier=_UNOPPOSED,
            rule="cpts.attestation",
            says=Says(
                satisfied=Text(
                    "Pour le prouver, demandez à l'agence une attestation : elle la délivre sur demande.",
                    "To prove it, ask the agency for an attestation: it issues one on request.",
                ),
                violated=Text(
                    "Il n'y a pas encore de silence à attester.", "There is no silence to attest yet."
                ),
            ),
            leads=True,
        ),
    ),
    tables=(
        Table(
            title=Text("Les dates du premier dossier", "The dates of the first dossier"),
            write=dates_of(_UNOPPOSED, since=_LONG_ENOUGH, until=add_months(JUDGED_ON, 12)),
        ),
    ),
)
