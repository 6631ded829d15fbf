"""Who is up to date with the fee, and who votes, as the statutes have it."""

from datetime import date

import attrs

from cpts_model.engine.rule import Modality
from cpts_model.engine.text import Text
from cpts_model.facts.belonging import Belonging
from cpts_model.law.statuts.clause import PATTERN, is_a_membership, statutes_of


def is_a_member(belonging: Belonging, on: date) -> bool:
    """The membership runs on the day."""
    return belonging.running_on(on)


# --- Fee


def a_fee_is_due(belonging: Belonging, on: date) -> bool:
    """The statutes ask members for a fee."""
    return statutes_of(belonging, on).asks_a_fee


def a_fee_covers_the_day(belonging: Belonging, on: date) -> bool:
    """A fee was paid that covers the day, under the period that the statutes give it."""
    return statutes_of(belonging, on).fee_covers(belonging.membership, on)


COTISATION_A_JOUR = attrs.evolve(
    PATTERN,
    id="statuts.cotisation-a-jour",
    about=Belonging,
    applies=(is_a_membership, is_a_member, a_fee_is_due),
    holds=a_fee_covers_the_day,
    title=Text("Le membre est à jour de sa cotisation.", "The member is up to date with the fee."),
    remedy=Text("Payer la cotisation de la période en cours.", "Pay the fee of the current period."),
    note=Text(
        "Le montant payé n'est pas comparé à celui des statuts : un montant peut dépendre de l'année ou de la catégorie. "
        "Une cotisation par année civile ou par saison en couvre tous les jours, même ceux qui précèdent le paiement.",
        "The amount paid is not compared with that of the statutes: it may depend on the year or on the category. "
        "A fee by civil year or by season covers all of its days, even those before it was paid.",
    ),
)


# --- Vote


def statutes_give_a_vote(belonging: Belonging, on: date) -> bool:
    """The member's college votes, and the fee is paid where the vote asks for it."""
    return statutes_of(belonging, on).give_a_vote_to(belonging.membership, on)


DROIT_DE_VOTE = attrs.evolve(
    PATTERN,
    id="statuts.droit-de-vote",
    about=Belonging,
    applies=(is_a_membership, is_a_member),
    holds=statutes_give_a_vote,
    modality=Modality.PERMISSION,
    title=Text(
        "Le membre vote à l'assemblée générale.",
        "The member votes at the general assembly.",
    ),
    remedy=Text(
        "Payer la cotisation si les statuts en font une condition du vote ; un membre à voix consultative ne vote pas.",
        "Pay the fee where the statutes make it a condition of the vote; a member with a consultative voice does not vote.",
    ),
    note=Text(
        "Déduit : quand le vote suppose la cotisation, elle est payée au plus tard le jour de l'assemblée. Payée ensuite, elle "
        "couvre peut-être ce jour, mais ne donne pas de voix après coup. Les statuts peuvent en décider autrement.",
        "Inferred: where the vote asks for the fee, it is paid on the day of the assembly at the latest. Paid afterwards, it may "
        "cover that day, and gives no vote with hindsight. The statutes may decide otherwise.",
    ),
)

RULES = (COTISATION_A_JOUR, DROIT_DE_VOTE)
