"""How a membership ends, as the statutes have it."""

from datetime import date

import attrs

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import either
from cpts_model.facts.belonging import Departure
from cpts_model.facts.memberships import EndCause
from cpts_model.law.statuts.clause import PATTERN, is_the_organ, statutes_of

ALWAYS_OPEN = (EndCause.RESIGNATION, EndCause.DEATH, EndCause.REORGANISATION)
"""The causes that no list in statutes can close: the will of the member, their end, that of the structure."""


# --- Causes


def turns_on_the_statutes(departure: Departure, on: date) -> bool:
    """The cause is not one that is always open."""
    return departure.cause not in ALWAYS_OPEN


def the_cause_is_admitted(departure: Departure, on: date) -> bool:
    """The statutes list the cause; or it is an exclusion on a grave ground, which needs no clause."""
    return either(
        lambda: departure.cause in statutes_of(departure, on).end_causes,
        lambda: _is_excluded_on_a_grave_ground(departure, on),
    )


def _is_excluded_on_a_grave_ground(departure: Departure, on: date) -> bool:
    if not is_an_exclusion(departure, on):
        return False
    exclusion = departure.membership.exclusion
    return exclusion is not None and exclusion.ground.is_grave


CAUSES_DE_FIN = attrs.evolve(
    PATTERN,
    id="statuts.causes-de-fin",
    about=Departure,
    applies=turns_on_the_statutes,
    holds=the_cause_is_admitted,
    title=Text(
        "L'adhésion ne prend fin que pour une cause que les statuts prévoient, sauf exclusion pour un motif grave.",
        "A membership only ends for a cause that the statutes provide for, save an exclusion on a grave ground.",
    ),
    remedy=Text(
        "Indiquer une cause que les statuts prévoient, ou maintenir l'adhésion.",
        "Give a cause that the statutes provide for, or let the membership run on.",
    ),
    note=Text(
        "La démission est toujours possible, même si les statuts n'en disent rien ; le décès, la fusion et la scission se constatent. "
        "La jurisprudence admet aussi l'exclusion pour un motif grave que les statuts ne prévoient pas.",
        "Resigning is always possible, even where the statutes do not mention it; a death, a merger and a split are facts. Case law "
        "also accepts an exclusion on a grave ground that the statutes do not provide for.",
    ),
)


# --- Exclusion


def is_an_exclusion(departure: Departure, on: date) -> bool:
    """The association excludes the member."""
    return departure.cause is EndCause.EXCLUSION


def an_organ_excludes(departure: Departure, on: date) -> bool:
    """The statutes say which organ excludes."""
    return bool(statutes_of(departure, on).exclusion_by)


def excluded_by_that_organ(departure: Departure, on: date) -> bool:
    """That organ decided the exclusion."""
    exclusion = departure.membership.exclusion
    return exclusion is not None and is_the_organ(
        exclusion.decided_by, statutes_of(departure, on).exclusion_by
    )


EXCLUSION_ORGANE = attrs.evolve(
    PATTERN,
    id="statuts.exclusion-organe",
    about=Departure,
    applies=(is_an_exclusion, an_organ_excludes),
    holds=excluded_by_that_organ,
    title=Text(
        "L'exclusion est prononcée par l'organe que les statuts désignent.",
        "An exclusion is decided by the organ that the statutes name.",
    ),
    remedy=Text(
        "Faire prononcer l'exclusion par l'organe que les statuts désignent.",
        "Have the exclusion decided by the organ that the statutes name.",
    ),
)


def a_hearing_is_asked(departure: Departure, on: date) -> bool:
    """The statutes want the member heard first."""
    return bool(statutes_of(departure, on).exclusion_requires_hearing)


def was_heard(departure: Departure, on: date) -> bool:
    """The member was heard, or given the occasion to explain."""
    exclusion = departure.membership.exclusion
    return exclusion is not None and bool(exclusion.heard)


EXCLUSION_AUDITION = attrs.evolve(
    EXCLUSION_ORGANE,
    id="statuts.exclusion-audition",
    applies=(is_an_exclusion, a_hearing_is_asked),
    holds=was_heard,
    title=Text(
        "Le membre est entendu, ou mis à même de s'expliquer, avant d'être exclu.",
        "The member is heard, or given the occasion to explain, before being excluded.",
    ),
    remedy=Text(
        "Inviter le membre à s'expliquer avant toute décision.",
        "Invite the member to explain before any decision.",
    ),
)

RULES = (CAUSES_DE_FIN, EXCLUSION_ORGANE, EXCLUSION_AUDITION)
