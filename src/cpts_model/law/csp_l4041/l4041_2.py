"""L4041-2: what a SISA is for, and what a SISA that is a maison de santé may do more."""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, both, either
from cpts_model.facts.structures import SISA
from cpts_model.law.csp_l4041.article import L4041_2, R4041_1, READ_2023

ONE_OBJECT_ONLY = Text(
    "l'article donne deux objets à la SISA, la mise en commun de moyens et des activités exercées en commun ; "
    "ce qui a été lu ne dit pas si un seul suffit : le demander à un juriste ou à l'ordre",
    "the article gives a SISA two objects, pooling means and joint activities; what was read does not say whether one is "
    "enough: ask a lawyer or the ordre",
)


def has_the_statutory_object(sisa: SISA, on: date) -> bool:
    """The pooling of means (1°) and the joint coordination thérapeutique, education or cooperation (2°)."""
    if both(lambda: sisa.pools_means, lambda: sisa.joint_activities):
        return True
    if not either(lambda: sisa.pools_means, lambda: sisa.joint_activities):
        return False
    raise OpenQuestion(ONE_OBJECT_ONLY)


def may_give_care_through_employees(sisa: SISA, on: date) -> bool:
    """A SISA that is a maison de santé and whose statutes provide for it (3° a)."""
    return both(lambda: sisa.is_maison_de_sante, lambda: sisa.statutes_allow_employment)


def may_redistribute(sisa: SISA, on: date) -> bool:
    """The same, for the pay of partners and of other contributors, who have signed the projet de santé (3° b)."""
    return both(
        lambda: sisa.is_maison_de_sante,
        lambda: sisa.statutes_allow_redistribution,
        lambda: sisa.pay_recipients_signed_projet,
    )


OBJET = Rule(
    id="sisa.objet",
    cites=L4041_2.cite(),
    also_cites=(R4041_1.cite(),),
    in_force=since(2011, 8, 12),
    about=SISA,
    holds=has_the_statutory_object,
    modality=Modality.DEFINITION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2023.seen_on,
    source=READ_2023.where,
    title=Text(
        "La SISA a pour objet la mise en commun de moyens et l'exercice en commun d'activités de coordination thérapeutique, "
        "d'éducation thérapeutique ou de coopération.",
        "The object of a SISA is to pool means and to exercise jointly therapeutic coordination, therapeutic education "
        "or cooperation.",
    ),
    remedy=Text(
        "Inscrire ces deux objets dans les statuts.",
        "Write both objects into the statutes.",
    ),
)

SOINS_PAR_SALARIES = attrs.evolve(
    OBJET,
    id="sisa.soins-par-salaries",
    cites=L4041_2.cite("3° a"),
    also_cites=(),
    in_force=since(2021, 5, 14),
    holds=may_give_care_through_employees,
    modality=Modality.PERMISSION,
    title=Text(
        "La SISA qui est une maison de santé peut, si ses statuts le prévoient, donner des soins par des professionnels de "
        "santé qu'elle salarie.",
        "A SISA that is a maison de santé may, if its statutes provide for it, give care through health professionals it employs.",
    ),
    remedy=Text(
        "Être une maison de santé et prévoir dans les statuts l'exercice de soins par des professionnels salariés.",
        "Be a maison de santé, and provide in the statutes for care given by salaried professionals.",
    ),
    note=Text(
        "D'autres règles bornent le nombre de ces salariés et demandent l'inscription de la société à l'ordre.",
        "Other rules bound the number of these employees and ask that the company be registered with the ordre.",
    ),
)

REDISTRIBUTION = attrs.evolve(
    SOINS_PAR_SALARIES,
    id="sisa.redistribution",
    cites=L4041_2.cite("3° b"),
    holds=may_redistribute,
    title=Text(
        "La SISA qui est une maison de santé peut, si ses statuts le prévoient, encaisser et redistribuer la rémunération de ses "
        "associés et d'autres professionnels qui contribuent au projet de santé et l'ont signé.",
        "A SISA that is a maison de santé may, if its statutes provide for it, collect and redistribute the pay of its partners "
        "and of other professionals who contribute to the projet de santé and have signed it.",
    ),
    remedy=Text(
        "Être une maison de santé, prévoir cette redistribution dans les statuts et faire signer le projet de santé par tous ceux "
        "qui sont rémunérés.",
        "Be a maison de santé, provide for this in the statutes, and have the projet de santé signed by all who are paid.",
    ),
    note=None,
)

RULES = (OBJET, SOINS_PAR_SALARIES, REDISTRIBUTION)
