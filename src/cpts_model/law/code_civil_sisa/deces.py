"""Code civil, articles 1870 and 1870-1: the death of a partner, and their heirs."""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, both
from cpts_model.facts.heirs import Heir
from cpts_model.facts.memberships import Membership
from cpts_model.facts.structures import SISA
from cpts_model.law.code_civil_sisa.article import C_CIV_1870, C_CIV_1870_1, read
from cpts_model.law.csp_l4041.article import L4041_3
from cpts_model.law.csp_l4041.heritier import heirs, is_a_deceased_partner, may_be_a_partner
from cpts_model.law.parts import memberships

READ = read("LEGIARTI000006444432")
READ_VALUE = read("LEGIARTI000006444440")

THE_STATUTES_CHOOSE = Text(
    "les statuts disent avec qui la société continue : y lire si cet héritier est de ceux-là",
    "the statutes say with whom the company goes on: read there whether this heir is one of them",
)


# --- 1870, al. 1 and 2: « La société n'est pas dissoute par le décès d'un associé »


def goes_on(sisa: SISA) -> bool:
    """« Il peut toutefois, être convenu que ce décès entraînera la dissolution de la société »."""
    clause = sisa.statutes_on_death
    return clause is None or not clause.dissolves


def goes_on_after_a_death(member: Membership, sisa: SISA, on: date) -> bool:
    """« La société n'est pas dissoute par le décès d'un associé », unless so agreed."""
    return goes_on(sisa)


DECES = Rule(
    id="sisa.deces-associe",
    cites=C_CIV_1870.cite(),
    in_force=since(2011, 8, 12),
    about=SISA,
    each=memberships,
    applies=is_a_deceased_partner,
    holds=goes_on_after_a_death,
    modality=Modality.PERMISSION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ.seen_on,
    source=READ.where,
    title=Text(
        "Le décès d'un associé ne dissout pas la société, sauf si les statuts le prévoient.",
        "The death of a partner does not dissolve the company, unless the statutes so provide.",
    ),
    remedy=Text(
        "Les statuts prévoient que le décès entraîne la dissolution : faire constater ses suites avec un notaire ou un avocat.",
        "The statutes provide that the death dissolves the company: have what follows settled with a notary or a lawyer.",
    ),
    note=Text(
        "Si le décès fait passer la société sous le minimum de deux médecins et un auxiliaire médical, le délai de l'article L4041-4 "
        "court du jour du décès.",
        "If the death brings the company below the minimum of two médecins and one auxiliaire médical, the delay of article L4041-4 "
        "runs from the day of the death.",
    ),
)


# --- 1870: « mais continue avec ses héritiers ou légataires, sauf à prévoir dans les statuts… »


def company_goes_on(heir: Heir, sisa: SISA, on: date) -> bool:
    """A company that the death does not dissolve."""
    return goes_on(sisa)


def is_let_in_by_the_statutes(heir: Heir, sisa: SISA, on: date) -> bool:
    """« continue avec ses héritiers ou légataires, sauf à prévoir […] qu'ils doivent être agréés par les associés »."""
    clause = sisa.statutes_on_death
    if clause is None:
        return True
    if clause.chooses_who_joins:
        raise OpenQuestion(THE_STATUTES_CHOOSE)
    if clause.asks_agreement:
        return heir.agreed_on is not None and heir.agreed_on <= on
    return not clause.keeps_heirs_out


HERITIER = attrs.evolve(
    DECES,
    id="sisa.heritier-associe",
    each=heirs,
    applies=company_goes_on,
    holds=is_let_in_by_the_statutes,
    title=Text(
        "La société continue avec les héritiers ou légataires de l'associé décédé, sauf si les statuts veulent qu'ils soient agréés, "
        "ou réservent la société aux survivants ou à d'autres.",
        "The company goes on with the heirs or legatees of the partner who died, unless the statutes ask that they be agreed, or keep "
        "the company to the survivors or to others.",
    ),
    remedy=Text(
        "Demander aux associés d'agréer l'héritier, si les statuts le permettent ; sinon, lui payer la valeur des parts.",
        "Ask the partners to agree the heir, if the statutes allow it; otherwise pay them the value of the shares.",
    ),
    note=Text(
        "Dans une SISA, l'héritier doit en outre pouvoir être associé : voir sisa.heritier-admissible.",
        "In a SISA the heir must besides be able to be a partner: see sisa.heritier-admissible.",
    ),
)


# --- 1870-1: « Les héritiers ou légataires qui ne deviennent pas associés »


def has_only_the_value(heir: Heir, sisa: SISA, on: date) -> bool:
    """« n'ont droit qu'à la valeur des parts sociales de leur auteur »: kept out by the statutes or by their profession."""
    return not both(
        lambda: may_be_a_partner(heir, sisa, on), lambda: is_let_in_by_the_statutes(heir, sisa, on)
    )


VALEUR_DES_PARTS = attrs.evolve(
    HERITIER,
    id="sisa.heritier-valeur-des-parts",
    cites=C_CIV_1870_1.cite(),
    also_cites=(L4041_3.cite(),),
    holds=has_only_the_value,
    evidence=Evidence.DERIVED,
    checked_on=READ_VALUE.seen_on,
    source=READ_VALUE.where,
    title=Text(
        "L'héritier ou le légataire qui ne devient pas associé a droit à la valeur des parts, fixée au jour du décès, et à rien d'autre.",
        "An heir or a legatee who does not become a partner has a right to the value of the shares, set at the day of the death, and "
        "to nothing else.",
    ),
    remedy=Text(
        "Ce droit n'est pas ouvert à l'héritier qui devient associé : il recueille les parts elles-mêmes.",
        "This right is not open to an heir who becomes a partner: they receive the shares themselves.",
    ),
    note=Text(
        "Les nouveaux titulaires des parts paient cette valeur, ou la société si elle les rachète pour les annuler. Que l'héritier "
        "sans profession admise soit de ceux qui ne deviennent pas associés est déduit de l'article L4041-3.",
        "The new holders of the shares pay this value, or the company if it buys them back to cancel them. That an heir without an "
        "admitted profession is of those who do not become partners is derived from article L4041-3.",
    ),
)

RULES = (DECES, HERITIER, VALEUR_DES_PARTS)
