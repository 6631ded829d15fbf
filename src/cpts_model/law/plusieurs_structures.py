"""Belonging to several structures: never forbidden, sometimes asked for a ground; and what all CPTS pay together."""

from collections.abc import Iterable
from datetime import date
from itertools import combinations

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.rule import Modality
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UnknownFact, any_of, at_least, both, either
from cpts_model.facts.belonging import Belonging, Belongings, Candidature, Neighbours, ReceivedPayment
from cpts_model.facts.exercice import AnyStructure
from cpts_model.facts.payments import Payment, YearOfPayments
from cpts_model.facts.people import Professional
from cpts_model.facts.structures import CPTS
from cpts_model.law.adhesion import MULTIPLE
from cpts_model.law.csp_d1434_44 import (
    PLAFOND,
    paid_to_a_professional,
    year_is_within_the_ceiling,
    years_under_the_article,
)
from cpts_model.law.csp_l1434_12.article import L1434_12, READ_2023

# --- A second CPTS: neither forbidden nor governed by law; a practice of one region


def to_a_cpts(candidature: Candidature, on: date) -> bool:
    """A candidature to a CPTS."""
    return isinstance(candidature.structure, CPTS)


def of_a_professional(candidature: Candidature, on: date) -> bool:
    """The practice speaks of professionals."""
    return isinstance(candidature.member, Professional)


def belongs_to_another_cpts(candidature: Candidature, on: date) -> bool:
    """The candidate is a member of another CPTS that day."""
    return any_of(candidature.others, lambda other: _runs_in_a_cpts(other, on))


def _runs_in_a_cpts(one: Belonging, on: date) -> bool:
    return isinstance(one.structure, CPTS) and one.running_on(on)


def has_a_ground(candidature: Candidature, on: date) -> bool:
    """« s'il se trouve en zone frontalière ou si une action spécifique requiert son adhésion »."""
    return either(
        lambda: _states_a_ground(candidature),
        lambda: any_of(
            candidature.others,
            lambda other: both(
                lambda: _runs_in_a_cpts(other, on),
                lambda: _border(candidature.structure, other.structure),
            ),
        ),
    )


def _states_a_ground(one: Belonging) -> bool:
    ground = one.membership.ground
    return ground is not None and bool(ground)


def _border(one: AnyStructure, other: AnyStructure) -> bool:
    """Whether two structures are CPTS whose territories, as they declare them, touch."""
    return isinstance(one, CPTS) and isinstance(other, CPTS) and one.borders_on(other)


DERIVED_GROUND = Text(
    "Pratique d'une région, connue par une page postérieure au 14 mai 2021. Aucun texte ne limite le nombre de CPTS auxquelles on "
    "peut adhérer. La zone frontalière se déduit des communes que les deux CPTS déclarent : communes partagées, ou limitrophes ; la "
    "page ne dit pas jusqu'où elle s'étend, et la commune d'exercice n'est pas regardée.",
    "The practice of one region, known from a page later than 14 May 2021. No text limits the number of CPTS that one may join. The "
    "border zone is inferred from the communes that the two CPTS declare: shared, or bordering; the page does not say how far it "
    "reaches, and the commune of practice is not looked at.",
)

SECONDE_CPTS = attrs.evolve(
    MULTIPLE,
    id="adhesion.seconde-cpts",
    about=Candidature,
    each=None,
    applies=(to_a_cpts, of_a_professional, belongs_to_another_cpts),
    holds=has_a_ground,
    title=Text(
        "En Pays de la Loire, un professionnel qui est déjà membre d'une CPTS adhère à une seconde s'il est en zone frontalière ou "
        "si une action spécifique le requiert.",
        "In Pays de la Loire, a professional who is a member of one CPTS already joins a second if they are in a border zone or if a "
        "specific action requires it.",
    ),
    note=DERIVED_GROUND,
)


def of_several_cpts(belongings: Belongings, on: date) -> bool:
    """A professional who is a member of two CPTS at least that day."""
    return both(
        lambda: any_of(belongings.held, lambda one: isinstance(one.member, Professional)),
        lambda: at_least(2, belongings.held, lambda one: _runs_in_a_cpts(one, on)),
    )


def some_ground_is_known(belongings: Belongings, on: date) -> bool:
    """A ground is stated for one of the memberships, or the territories of two of the CPTS touch."""
    return either(
        lambda: any_of(
            belongings.held,
            lambda one: both(lambda: _runs_in_a_cpts(one, on), lambda: _states_a_ground(one)),
        ),
        lambda: any_of(
            combinations(belongings.held, 2),
            lambda pair: both(
                lambda: _runs_in_a_cpts(pair[0], on),
                lambda: _runs_in_a_cpts(pair[1], on),
                lambda: _border(pair[0].structure, pair[1].structure),
            ),
        ),
    )


PLUSIEURS_CPTS = attrs.evolve(
    SECONDE_CPTS,
    id="adhesion.plusieurs-cpts",
    about=Belongings,
    applies=of_several_cpts,
    holds=some_ground_is_known,
    title=Text(
        "En Pays de la Loire, un professionnel est membre de plusieurs CPTS s'il est en zone frontalière ou si une action spécifique "
        "le requiert.",
        "In Pays de la Loire, a professional is a member of several CPTS if they are in a border zone or if a specific action "
        "requires it.",
    ),
)


# --- Overlapping territories: information, no fault


def share_a_commune(neighbours: Neighbours, on: date) -> bool:
    """A commune belongs to the territories of both."""
    return neighbours.one.shares_territory_with(neighbours.other)


def nothing_forbids_it(neighbours: Neighbours, on: date) -> bool:
    """The article asks for a territory of action, and neither for a size nor for a territory of one's own."""
    return True


TERRITOIRES_COMMUNS = attrs.evolve(
    SECONDE_CPTS,
    id="cpts.territoires-communs",
    cites=L1434_12.cite(),
    in_force=attrs.evolve(SECONDE_CPTS.in_force, start=date(2016, 1, 28)),
    about=Neighbours,
    applies=share_a_commune,
    holds=nothing_forbids_it,
    modality=Modality.PERMISSION,
    authority=Authority.LAW,
    evidence=Evidence.DERIVED,
    checked_on=READ_2023.seen_on,
    source=READ_2023.where,
    title=Text(
        "Deux CPTS peuvent avoir des communes en commun : aucun texte ne l'interdit.",
        "Two CPTS may have communes in common: no text forbids it.",
    ),
    remedy=Text(
        "Aucune démarche n'est imposée ; en parler entre CPTS et avec l'agence régionale de santé.",
        "Nothing has to be done; talk about it between the CPTS, and with the ARS.",
    ),
    note=Text(
        "Information. L'agence veille à la cohérence des territoires, et peut s'opposer à un projet de santé pour un motif tiré de la "
        "pertinence du territoire d'action.",
        "Information. The agency sees to the coherence of territories, and may oppose a projet de santé on the relevance of its "
        "territory of action.",
    ),
)


# --- Each professional, each civil year: the ceiling over all CPTS


def years_paid(belongings: Belongings, on: date) -> Iterable[YearOfPayments]:
    """What the professional was paid in each civil year of the article, by the day asked."""
    return years_under_the_article(belongings.years_paid(date(2022, 1, 1), on))


def paid_by_several_cpts(year: YearOfPayments, belongings: Belongings, on: date) -> bool:
    """Two CPTS at least paid in the year: where one alone did, its own ceiling says it."""
    if len(_payers(year.payments)) > 1:
        return True
    if len(_payers((*year.payments, *year.undated))) > 1:
        raise UnknownFact
    return False


def _payers(payments: Iterable[Payment]) -> frozenset[str]:
    return frozenset(payment.cpts for payment in payments if isinstance(payment, ReceivedPayment))


def all_cpts_together_within_the_ceiling(year: YearOfPayments, belongings: Belongings, on: date) -> bool:
    """The indemnities and remunerations of every CPTS that the article governs stay within the ceiling."""

    def counts(payment: Payment) -> bool:
        assert isinstance(payment, ReceivedPayment)
        return paid_to_a_professional(payment, payment.memberships)

    return year_is_within_the_ceiling(year, counts)


PLAFOND_TOUTES_CPTS = attrs.evolve(
    PLAFOND,
    id="cpts.plafond-toutes-cpts",
    about=Belongings,
    each=years_paid,
    applies=paid_by_several_cpts,
    holds=all_cpts_together_within_the_ceiling,
    evidence=Evidence.DERIVED,
    title=Text(
        "Pour chaque professionnel et chaque année civile, indemnités et rémunérations de toutes les CPTS réunies ne dépassent pas le "
        "plafond annuel de la sécurité sociale.",
        "For each professional and each civil year, the indemnities and remunerations of all CPTS together do not exceed the annual "
        "social-security ceiling.",
    ),
    note=Text(
        "Déduit : l'article fixe le plafond par professionnel, et non par CPTS. Seuls comptent les "
        "versements connus du registre, faits à un membre de la CPTS qui paie ou à qui exerce dans une structure adhérente.",
        "Inferred: the article sets the ceiling by professional, and not by CPTS. Only payments that "
        "the register knows count, made to a member of the CPTS that pays or to somebody who practises in a member structure.",
    ),
)

ARTICLES = ()
RULES = (SECONDE_CPTS, PLUSIEURS_CPTS, TERRITOIRES_COMMUNS, PLAFOND_TOUTES_CPTS)
