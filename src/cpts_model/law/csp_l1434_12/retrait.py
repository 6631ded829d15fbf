"""After a validation: the agency may withdraw it if it was unlawful, within four months.

That the validation, by silence or in writing, is a decision that creates rights is inferred:
no court decision on this scheme was found.
"""

from datetime import date

from cpts_model.engine.citations import CRPA, Authority, Citation, Evidence
from cpts_model.engine.dates import add_months, since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, Unknown, UnknownFact, both, either
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.structures import CPTS
from cpts_model.law.csp_l1434_12.article import L1434_12, READ_CRPA
from cpts_model.law.csp_l1434_12.silence import DELAY, expressly_validated, validated_by_silence

WITHDRAWAL_DELAY = 4
"""« quatre mois »: legal months."""

NOT_UNLAWFUL = Text(
    "retrait contestable : il n'est pas fondé sur l'illégalité de la validation (CRPA, art. L242-1 ; à part la fraude, art. L241-2, et la "
    "demande de la CPTS elle-même, art. L242-4) ; interroger l'agence régionale de santé ou un conseil",
    "contestable withdrawal: it does not rest on the validation being unlawful (CRPA, art. L242-1; fraud, art. L241-2, and a request of "
    "the CPTS itself, art. L242-4, apart); ask the ARS or a lawyer",
)
WITHDRAWN_LATE = Text(
    "retrait contestable : il a été décidé plus de quatre mois après la validation (CRPA, art. L242-1 ; à part la fraude, art. L241-2, et "
    "la demande de la CPTS elle-même, art. L242-4) ; interroger l'agence régionale de santé ou un conseil",
    "contestable withdrawal: it was decided more than four months after the validation (CRPA, art. L242-1; fraud, art. L241-2, and a "
    "request of the CPTS itself, art. L242-4, apart); ask the ARS or a lawyer",
)
TAKEN_ON_WHICH_DAY = Text(
    "l'article ne dit pas si la décision née du silence est prise le dernier jour des deux mois ou le lendemain : la fin des quatre mois en "
    "dépend ; interroger l'agence régionale de santé ou un conseil",
    "the article does not say whether the decision that silence makes is taken on the last day of the two months or on the next: the end "
    "of the four months depends on it; ask the ARS or a lawyer",
)
NOTHING_TO_WITHDRAW = Text(
    "retrait daté d'un jour où le projet n'était pas encore validé : il ne s'agissait pas d'un retrait ; vérifier les dates",
    "withdrawal dated of a day on which the projet was not validated yet: it was no withdrawal; check the dates",
)
SAME_DAY = Text(
    "retrait et validation expresse du même jour : les dates ne disent pas lequel a suivi l'autre",
    "withdrawal and express validation of the same day: the dates do not tell which came after the other",
)


def day_of_withdrawal(projet: ProjetDeSante | Unknown, on: date) -> date | None:
    """The day on which the agency withdrew the validation, lawfully or not; ``None`` if it has not by a day.

    Raises:
        UnknownFact: whether it has, or when, is unknown.
    """
    day = projet.withdrawn_on
    if isinstance(day, Unknown):
        raise UnknownFact
    return day if day is not None and day <= on else None


def last_days_to_withdraw(projet: ProjetDeSante | Unknown, on: date) -> tuple[date, date]:
    """« dans le délai de quatre mois suivant la prise de cette décision »: its last day, by the stricter reading and by the other.

    Silence decides when the last day of the two months ends: on that day, or on the next. Where
    silence validated the projet and a letter did too, the older decision counts.

    Raises:
        NotSettled: a day is unknown, or nothing was validated by ``on``.
    """
    written = (projet.validated_on,) if expressly_validated(projet, on) else ()
    silent = (
        (projet.last_day_of(DELAY), projet.first_day_past(DELAY)) if validated_by_silence(projet, on) else ()
    )
    taken = [min(one for one in (*written, day) if isinstance(one, date)) for day in silent or written]
    if not taken:
        raise OpenQuestion(NOTHING_TO_WITHDRAW)
    return add_months(taken[0], WITHDRAWAL_DELAY), add_months(taken[-1], WITHDRAWAL_DELAY)


def withdrawn_within_the_delay(projet: ProjetDeSante | Unknown, withdrawn: date) -> bool:
    """Whether the withdrawal came by the last day for it.

    Raises:
        NotSettled: as ``last_days_to_withdraw`` does, or its two readings disagree.
    """
    stricter, other = last_days_to_withdraw(projet, withdrawn)
    if stricter < withdrawn <= other:
        raise OpenQuestion(TAKEN_ON_WHICH_DAY)
    return withdrawn <= stricter


def validated_after(projet: ProjetDeSante | Unknown, withdrawn: date, on: date) -> bool:
    """Whether the agency has validated the projet in writing after it had withdrawn an earlier validation.

    Raises:
        NotSettled: the day is unknown, or the two are of one day.
    """
    if projet.validated_on is None or projet.validated_on > on or projet.validated_on < withdrawn:
        return False
    if projet.validated_on > withdrawn:
        return True
    raise OpenQuestion(SAME_DAY)


def validation_is_withdrawn(projet: ProjetDeSante | Unknown, on: date) -> bool:
    """« que si elle est illégale et si […] le retrait intervient dans le délai de quatre mois ».

    Raises:
        NotSettled: a fact is unknown, or the withdrawal is contestable: it is not void of itself.
    """
    withdrawn = day_of_withdrawal(projet, on)
    if withdrawn is None or validated_after(projet, withdrawn, on):
        return False
    # The days first: where they make it contestable, its ground settles nothing and is not asked for.
    if not withdrawn_within_the_delay(projet, withdrawn):
        raise OpenQuestion(WITHDRAWN_LATE)
    if not projet.withdrawn_as_unlawful:
        raise OpenQuestion(NOT_UNLAWFUL)
    return True


# --- « L'administration ne peut […] retirer une décision créatrice de droits de sa propre initiative […] que si… »


def a_validation_was_withdrawn(cpts: CPTS, on: date) -> bool:
    """A validation there was has been withdrawn."""
    projet = cpts.projet
    if projet is None:
        return False
    withdrawn = day_of_withdrawal(projet, on)
    return withdrawn is not None and either(
        lambda: expressly_validated(projet, withdrawn), lambda: validated_by_silence(projet, withdrawn)
    )


def withdrawal_is_regular(cpts: CPTS, on: date) -> bool:
    """« que si elle est illégale et si […] le retrait intervient dans le délai de quatre mois »."""
    projet = cpts.projet
    withdrawn = None if projet is None else day_of_withdrawal(projet, on)
    return (
        projet is not None
        and withdrawn is not None
        and both(lambda: projet.withdrawn_as_unlawful, lambda: withdrawn_within_the_delay(projet, withdrawn))
    )


RETRAIT = Rule(
    id="cpts.retrait",
    cites=Citation(CRPA, "L242-1"),
    also_cites=(Citation(CRPA, "L240-1", "2°"), Citation(CRPA, "L241-2"), L1434_12.cite()),
    in_force=since(2019, 7, 27),
    about=CPTS,
    applies=a_validation_was_withdrawn,
    holds=withdrawal_is_regular,
    modality=Modality.OBLIGATION,
    authority=Authority.DOCTRINE,
    evidence=Evidence.DERIVED,
    checked_on=READ_CRPA.seen_on,
    source=READ_CRPA.where,
    title=Text(
        "L'agence régionale de santé ne retire de sa propre initiative la validation du projet de santé que si elle est illégale, et dans "
        "les quatre mois.",
        "The ARS withdraws the validation of the projet de santé on its own motion only if it is unlawful, and within four months.",
    ),
    remedy=Text(
        "Demander à l'agence sur quoi elle fonde le retrait, et le contester avec l'aide d'un conseil.",
        "Ask the agency what the withdrawal rests on, and challenge it with the help of a lawyer.",
    ),
    note=Text(
        "Que la validation soit une décision créatrice de droits est déduit ; aucune décision de justice n'a été trouvée sur ce régime. "
        "Une décision obtenue par fraude peut être retirée à tout moment.",
        "That the validation is a decision that creates rights is inferred; no court decision was found on this scheme. A decision "
        "obtained by fraud may be withdrawn at any time.",
    ),
    upon=Text("l'agence régionale de santé", "the ARS"),
)

RULES = (RETRAIT,)
