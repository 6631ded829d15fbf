"""Article 4 of the law of 1 July 1901: whoever wants to leave leaves."""

from datetime import date

import attrs

from cpts_model.engine.citations import LOI_1901, Authority, Citation, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.facts.belonging import Departure
from cpts_model.facts.memberships import EndCause
from cpts_model.law.loi_1901.article import ARTICLE_4, READ, governed_by_the_law_of_1901, judgment
from cpts_model.law.sources import Source


def is_a_resignation(departure: Departure, on: date) -> bool:
    """The member leaves of their own will."""
    return departure.cause is EndCause.RESIGNATION


# --- « Tout membre d'une association peut s'en retirer en tout temps… »


def leaves_what_they_belong_to(departure: Departure, on: date) -> bool:
    """« Tout membre d'une association peut s'en retirer en tout temps […] nonobstant toute clause contraire. »"""
    return departure.running_on(departure.leaves_on)


RETRAIT_LIBRE = Rule(
    id="association.retrait-libre",
    cites=ARTICLE_4.cite(),
    in_force=since(2012, 3, 24),
    about=Departure,
    applies=(is_a_resignation, governed_by_the_law_of_1901),
    holds=leaves_what_they_belong_to,
    modality=Modality.PERMISSION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ.seen_on,
    source=READ.where,
    title=Text(
        "Tout membre d'une association peut s'en retirer en tout temps, malgré toute clause contraire.",
        "Any member of an association may leave at any time, whatever its clauses say.",
    ),
    remedy=Text(
        "Vérifier les dates de l'adhésion : on ne se retire que de l'association dont on est membre ce jour-là.",
        "Check the dates of the membership: one only leaves an association that one belongs to that day.",
    ),
    note=Text(
        "Ni accord de l'association, ni motif, ni délai. Avant le 24 mars 2012, l'article ne visait que les associations qui ne sont "
        "pas formées pour un temps déterminé.",
        "No agreement of the association, no reason and no notice is needed. Before 24 March 2012 the article spoke only of "
        "associations that are not formed for a limited time.",
    ),
)


# --- « … après paiement des cotisations échues et de l'année courante… »


def owes_no_fee(departure: Departure, on: date) -> bool:
    """« après paiement des cotisations échues et de l'année courante »: none is due, or it is paid."""
    statutes = departure.structure.statutes_on(departure.leaves_on)
    return statutes is None or statutes.up_to_date(departure.membership, departure.leaves_on)


COTISATION = attrs.evolve(
    RETRAIT_LIBRE,
    id="association.cotisation-du-partant",
    holds=owes_no_fee,
    modality=Modality.OBLIGATION,
    upon=Text("le membre qui part", "the member who leaves"),
    title=Text(
        "Qui se retire paie les cotisations échues et celle de l'année courante ; l'association ne peut rien exiger de plus.",
        "Whoever leaves pays the fees due and that of the current year; the association may ask for nothing more.",
    ),
    remedy=Text(
        "Régler la cotisation de l'année courante et celles qui étaient échues.",
        "Pay the fee of the current year and those that were due.",
    ),
    note=Text(
        "Une dette du membre n'empêche pas son départ. Quand les paiements sont donnés un à un, seule la période en cours est "
        "regardée, et non les montants ni les années passées.",
        "A debt of the member does not stop them from leaving. Where payments are told one by one, only the current period is "
        "looked at, and neither the amounts nor past years.",
    ),
)


# --- A clause that puts the departure off is void

REPORTED_NOTICE = Source(
    "mdavendee.fr, « On peut démissionner quand on veut ! », et eyschen-avocat.fr, 15 janvier 2019, sur l'arrêt",
    date(2019, 1, 15),
)


def no_clause_defers_it(departure: Departure, on: date) -> bool:
    """The statutes ask no notice of whoever resigns."""
    statutes = departure.structure.statutes_on(departure.leaves_on)
    return statutes is None or statutes.notice is None or statutes.notice <= 0


PREAVIS = attrs.evolve(
    RETRAIT_LIBRE,
    id="association.clause-de-preavis",
    cites=judgment("Cass. 1re civ.", "3 juin 2015", "13-24.823"),
    also_cites=(Citation(LOI_1901, "4"), judgment("Cass. 1re civ.", "11 mars 2014", "13-14.341")),
    in_force=since(2015, 6, 3),
    holds=no_clause_defers_it,
    modality=Modality.PROHIBITION,
    authority=Authority.CASE_LAW,
    evidence=Evidence.SECONDARY,
    checked_on=REPORTED_NOTICE.seen_on,
    source=REPORTED_NOTICE.where,
    title=Text(
        "La clause des statuts qui retarde l'effet d'une démission n'est pas valable : le départ n'attend pas la fin d'un préavis.",
        "A clause of the statutes that puts off the effect of a resignation is not valid: the departure awaits no notice.",
    ),
    remedy=Text(
        "Enregistrer le départ à sa date sans tenir compte de la clause, et la retirer des statuts.",
        "Record the departure on its day regardless of the clause, and remove the clause from the statutes.",
    ),
    note=Text(
        "L'arrêt écarte une clause qui reportait la démission à l'exercice suivant. Discuté : des guides (associatheque.fr) "
        "admettent un préavis court.",
        "The judgment sets aside a clause that put the resignation off to the next financial year. Disputed: guides "
        "(associatheque.fr) accept a short notice.",
    ),
)

RULES = (RETRAIT_LIBRE, COTISATION, PREAVIS)
