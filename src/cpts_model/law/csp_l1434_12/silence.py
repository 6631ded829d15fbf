"""L1434-12, since July 2019: what the silence of the ARS does, and what breaks it."""

from datetime import date

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, Unknown, both
from cpts_model.facts.projets import ProjetDeSante

SILENCE_SINCE = date(2019, 7, 27)
"""The day from which silence validates."""
THE_DAY_BEFORE = date(2019, 7, 26)
DELAY = 2
"""« deux mois »: legal months, not sixty days."""

BEFORE_THE_RULE = Text(
    "projet transmis avant le 27 juillet 2019 et resté sans réponse ce jour-là : aucune disposition transitoire n'a été trouvée, qui dise "
    "si le silence peut le valider ; demander une attestation à l'agence régionale de santé",
    "projet sent before 27 July 2019 and unanswered on that day: no transitional provision was found that says whether silence may "
    "validate it; ask the ARS for an attestation",
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

WITHOUT_REASONS = Text(
    "opposition contestable : elle n'est pas motivée (CRPA, art. L211-2, déduit) ; en demander les motifs à l'agence régionale de santé, "
    "et interroger un conseil",
    "contestable opposition: it states no reasons (CRPA, art. L211-2, inferred); ask the ARS for them, and ask a lawyer",
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


def opposition_stands(projet: ProjetDeSante | Unknown, on: date) -> bool:
    """Whether the agency has opposed the projet, in time, on one of the two grounds and with reasons.

    Raises:
        NotSettled: a fact is unknown, or the opposition is contestable: of before the rule, late, on
            another ground, or without reasons. It is not void of itself.
    """
    if not projet.opposed_by(on):
        return False
    if projet.opposed_by(THE_DAY_BEFORE):
        raise OpenQuestion(NO_SCHEME_YET)
    if not opposed_in_time(projet):
        raise OpenQuestion(SIGNED_LATE)
    if not rests_on_a_statutory_ground(projet):
        raise OpenQuestion(ANOTHER_GROUND)
    if not projet.opposition_reasoned:
        raise OpenQuestion(WITHOUT_REASONS)
    return True


def delay_is_over(projet: ProjetDeSante | Unknown, on: date) -> bool:
    """Whether the two months that run from the complete file have ended."""
    return projet.complete_for(DELAY, on)


def governed_by_the_rule(projet: ProjetDeSante | Unknown) -> bool:
    """Whether silence may validate the projet: it was not sent before the rule.

    Raises:
        NotSettled: it was sent before, or the day it was sent is unknown.
    """
    if projet.sent_before(SILENCE_SINCE):
        raise OpenQuestion(BEFORE_THE_RULE)
    return True


def validated_by_silence(projet: ProjetDeSante | Unknown, on: date) -> bool:
    """« réputé validé » unless the agency opposes it within « deux mois »; nothing is said of a withdrawal."""
    unopposed = both(lambda: delay_is_over(projet, on), lambda: not opposition_stands(projet, on))
    return unopposed and governed_by_the_rule(projet)


def expressly_validated(projet: ProjetDeSante | Unknown, on: date) -> bool:
    """Whether the agency has validated the projet in writing; nothing is said of a withdrawal.

    Raises:
        NotSettled: the day is unknown, or is one of before the rule.
    """
    if projet.validated_on is None or projet.validated_on > on:
        return False
    if projet.validated_on < SILENCE_SINCE:
        raise OpenQuestion(VALIDATED_BEFORE_THE_RULE)
    return True
