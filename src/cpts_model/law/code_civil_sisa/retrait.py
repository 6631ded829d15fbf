"""Code civil, article 1869, with L4042-3 of the code de la santé publique: a partner who leaves of their own will."""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, both
from cpts_model.facts.belonging import Departure
from cpts_model.facts.memberships import EndCause, Membership
from cpts_model.facts.structures import SISA
from cpts_model.law.code_civil_sisa.article import C_CIV_1869, read
from cpts_model.law.csp_l4041.l4042 import L4042_3
from cpts_model.law.parts import memberships

READ = read("LEGIARTI000006444422")

NO_AUTHORISATION = Text(
    "les statuts ne règlent pas le retrait et personne ne l'a autorisé : le code civil demande alors l'accord unanime des autres "
    "associés ou une décision de justice, tandis que l'article L4042-3 du code de la santé publique dit qu'un associé « peut se "
    "retirer » sans parler d'autorisation ; lequel l'emporte n'est pas tranché, consulter un avocat",
    "the statutes do not provide for withdrawal and nobody authorised it: the civil code then asks for the unanimous agreement of "
    "the other partners or a decision of the court, while article L4042-3 of the public health code says that a partner may "
    "withdraw and speaks of no authorisation; which one prevails is not settled, ask a lawyer",
)
UNANIMITY_BESIDE_THE_STATUTES = Text(
    "les statuts règlent le retrait, et l'article n'ouvre l'accord unanime qu'à défaut : que cet accord suffise quand même n'est "
    "pas tranché ; consulter un avocat",
    "the statutes provide for withdrawal, and the article opens unanimous agreement only failing that: whether that agreement is "
    "enough all the same is not settled; ask a lawyer",
)


def has_withdrawn(member: Membership, sisa: SISA, on: date) -> bool:
    """A partner who left of their own will, on the day or before."""
    return both(
        lambda: member.associe,
        lambda: member.ended_by_withdrawal,
        lambda: member.left_on is not None and member.left_on <= on,
    )


# --- al. 1: « dans les conditions prévues par les statuts ou, à défaut, après autorisation […] »


def has_a_way_out(member: Membership, sisa: SISA, on: date) -> bool:
    """« les conditions prévues par les statuts ou, à défaut, […] une décision unanime des autres associés »."""
    footing = member.withdrawal
    if footing is None:
        if sisa.statutes_on_withdrawal:
            return False
        raise OpenQuestion(NO_AUTHORISATION)
    if footing.is_unanimity and sisa.statutes_on_withdrawal:
        raise OpenQuestion(UNANIMITY_BESIDE_THE_STATUTES)
    return True


RETRAIT = Rule(
    id="sisa.retrait",
    cites=C_CIV_1869.alinea(1),
    also_cites=(L4042_3.cite(),),
    in_force=since(2011, 8, 12),
    about=SISA,
    each=memberships,
    applies=has_withdrawn,
    holds=has_a_way_out,
    modality=Modality.PERMISSION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ.seen_on,
    source=READ.where,
    title=Text(
        "Un associé peut se retirer de la société aux conditions des statuts ou, à défaut, avec l'accord unanime des autres associés "
        "ou pour justes motifs par décision de justice ; il le peut aussi en cédant ses parts.",
        "A partner may withdraw from the company on the terms of the statutes or, failing those, with the unanimous agreement of the "
        "other partners, or for just reasons by decision of the court; they may also do so by assigning their shares.",
    ),
    remedy=Text(
        "Remplir les conditions des statuts, céder ses parts, ou demander au tribunal d'autoriser le retrait pour justes motifs.",
        "Meet the terms of the statutes, assign the shares, or ask the court to authorise the withdrawal for just reasons.",
    ),
    note=Text(
        "La cession de parts suppose l'agrément des associés, sauf clause des statuts (code civil, art. 1861) : il n'est pas vérifié "
        "ici. Qu'un retrait fasse passer la société sous le minimum ne l'interdit pas.",
        "Assigning shares supposes that the partners agree, unless the statutes say otherwise (civil code, art. 1861): that is not "
        "checked here. That a withdrawal brings the company below the minimum does not forbid it.",
    ),
)


# --- The same, asked before leaving


def from_a_sisa(departure: Departure, on: date) -> bool:
    """A departure from a SISA."""
    return isinstance(departure.structure, SISA)


def of_a_partner(departure: Departure, on: date) -> bool:
    """Of somebody who is a partner (« associé »)."""
    return bool(departure.membership.associe)


def of_their_own_will(departure: Departure, on: date) -> bool:
    """The partner leaves of their own will."""
    return departure.cause is EndCause.RESIGNATION


def would_have_a_way_out(departure: Departure, on: date) -> bool:
    """« les conditions prévues par les statuts ou, à défaut, […] une décision unanime des autres associés »."""
    structure = departure.structure
    assert isinstance(structure, SISA)
    return has_a_way_out(departure.membership, structure, on)


RETRAIT_ENVISAGE = attrs.evolve(
    RETRAIT,
    id="sisa.retrait-envisage",
    about=Departure,
    each=None,
    applies=(from_a_sisa, of_a_partner, of_their_own_will),
    holds=would_have_a_way_out,
)


# --- al. 2: « a droit au remboursement de la valeur de ses droits sociaux »


def is_owed_the_value(member: Membership, sisa: SISA, on: date) -> bool:
    """« l'associé qui se retire a droit au remboursement de la valeur de ses droits sociaux »."""
    footing = member.withdrawal
    return both(lambda: footing is None or not footing.is_assignment, lambda: has_a_way_out(member, sisa, on))


VALEUR_DES_PARTS = attrs.evolve(
    RETRAIT,
    id="sisa.retrait-valeur-des-parts",
    cites=C_CIV_1869.alinea(2),
    holds=is_owed_the_value,
    title=Text(
        "L'associé qui se retire a droit au remboursement de la valeur de ses parts, fixée par un expert à défaut d'accord amiable.",
        "A partner who withdraws has a right to the value of their shares, set by an expert failing an agreement.",
    ),
    remedy=Text(
        "Ce droit n'est pas ouvert à qui cède ses parts, que l'acquéreur paie, ni tant que le retrait n'est pas autorisé.",
        "This right is not open to whoever assigns the shares, which the buyer pays, nor until the withdrawal is authorised.",
    ),
    note=Text(
        "L'expert est désigné comme le veut l'article 1843-4 du code civil. L'article ne fixe aucun délai de paiement. L'associé peut "
        "demander à reprendre en nature le bien qu'il avait apporté (art. 1844-9, al. 3).",
        "The expert is appointed as article 1843-4 of the civil code says. The article sets no time to pay. The partner may ask to "
        "take back in kind what they brought in (art. 1844-9, para. 3).",
    ),
)

RULES = (RETRAIT, RETRAIT_ENVISAGE, VALEUR_DES_PARTS)
