"""L4041-7 and R4041-2: the statutes, in writing, sent beforehand, with what they must say."""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import add_months, since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.facts.structures import SISA
from cpts_model.law.csp_l4041.article import L4041_7, R4041_2, READ_R4041, REPORTED_L4041_7

MONTHS_BEFORE_REGISTRATION = 1
"""« un mois au moins »: what the statutes are sent ahead of registration."""


def statutes_are_written(sisa: SISA, on: date) -> bool:
    """The statutes are drawn up in writing."""
    return bool(sisa.statutes_written)


def is_registered(sisa: SISA, on: date) -> bool:
    """The company is on the register: the month before has run, or has not."""
    return sisa.registered_on is not None and sisa.registered_on <= on


def statutes_were_sent_a_month_before(sisa: SISA, on: date) -> bool:
    """Sent to the ordres of the partners and to the ARS at least one month before registration."""
    sent, registered = sisa.statutes_sent_on, sisa.registered_on
    if sent is None or registered is None or sent > on:
        return False
    assert isinstance(sent, date)
    return add_months(sent, MONTHS_BEFORE_REGISTRATION) <= registered


def statutes_hold_the_mentions(sisa: SISA, on: date) -> bool:
    """The statutes hold every compulsory mention of the article."""
    return bool(sisa.statutes_have_required_mentions)


STATUTS_ECRITS = Rule(
    id="sisa.statuts-ecrits",
    cites=L4041_7.cite(),
    in_force=since(2011, 8, 12),
    about=SISA,
    holds=statutes_are_written,
    modality=Modality.OBLIGATION,
    authority=Authority.LAW,
    evidence=Evidence.SECONDARY,
    checked_on=REPORTED_L4041_7.seen_on,
    source=REPORTED_L4041_7.where,
    title=Text("Les statuts de la SISA sont établis par écrit.", "The statutes of a SISA are in writing."),
    remedy=Text("Établir les statuts par écrit.", "Put the statutes in writing."),
    note=Text(
        "La règle est rapportée par deux ordres ; le numéro de l'article n'a pas été vérifié.",
        "Two ordres report the rule; the number of the article was not checked.",
    ),
)

STATUTS_TRANSMIS = attrs.evolve(
    STATUTS_ECRITS,
    id="sisa.statuts-transmis",
    applies=is_registered,
    holds=statutes_were_sent_a_month_before,
    title=Text(
        "Les statuts sont transmis aux ordres des associés et à l'agence régionale de santé un mois au moins avant "
        "l'immatriculation.",
        "The statutes are sent to the ordres of the partners and to the ARS at least one month before registration.",
    ),
    remedy=Text(
        "Pour une société à créer, transmettre les statuts aux ordres et à l'agence et attendre un mois avant de l'immatriculer. "
        "Une fois la société immatriculée, les transmettre s'ils ne l'ont pas été ; le retard ne s'efface pas.",
        "For a company yet to be formed, send the statutes to the ordres and the agency and wait a month before registering it. "
        "Once it is registered, send them if they were not; the lateness cannot be undone.",
    ),
)

STATUTS_MENTIONS = attrs.evolve(
    STATUTS_ECRITS,
    id="sisa.statuts-mentions",
    cites=R4041_2.cite(),
    in_force=since(2012, 3, 26),
    holds=statutes_hold_the_mentions,
    authority=Authority.REGULATION,
    evidence=Evidence.VERIFIED,
    checked_on=READ_R4041.seen_on,
    source=READ_R4041.where,
    title=Text(
        "Les statuts comportent les mentions obligatoires : identité, profession et numéro d'ordre de chaque associé, forme, objet, "
        "nom, durée et siège, apports, capital et parts, fonctionnement, conditions d'une activité personnelle.",
        "The statutes hold the compulsory mentions: identity, profession and ordre number of each partner, form, object, name, "
        "duration and seat, contributions, capital and shares, operation, conditions of personal activity.",
    ),
    remedy=Text("Compléter les statuts.", "Complete the statutes."),
    note=Text(
        "La liste de l'article a été lue en partie ; elle est résumée ici.",
        "The list of the article was read in part; it is summed up here.",
    ),
)

RULES = (STATUTS_ECRITS, STATUTS_TRANSMIS, STATUTS_MENTIONS)
