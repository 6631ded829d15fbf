"""L1434-12, the opposition of the ARS: within two months, on two grounds, with reasons.

These duties are the agency's: a failing makes its opposition open to challenge, and is never
a breach of the CPTS.
"""

from datetime import date

import attrs

from cpts_model.engine.citations import CRPA, Authority, Citation, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion
from cpts_model.facts.structures import CPTS
from cpts_model.law.csp_l1434_12.article import L1434_12, READ_2023, READ_CRPA
from cpts_model.law.csp_l1434_12.silence import (
    BEFORE_THE_RULE,
    SILENCE_SINCE,
    THE_DAY_BEFORE,
    opposed_in_time,
    rests_on_a_statutory_ground,
)

THE_AGENCY = Text("l'agence régionale de santé", "the ARS")


def ars_opposed(cpts: CPTS, on: date) -> bool:
    """The ARS has opposed the projet de santé, since the article allows it."""
    projet = cpts.projet
    return projet is not None and projet.opposed_by(on) and not projet.opposed_by(THE_DAY_BEFORE)


def opposed_within_the_delay(cpts: CPTS, on: date) -> bool:
    """The director general may oppose within « deux mois »."""
    projet = cpts.projet
    if projet is not None and opposed_in_time(projet):
        return True
    if projet is not None and projet.sent_before(SILENCE_SINCE):
        raise OpenQuestion(BEFORE_THE_RULE)
    return False


def opposed_on_one_of_the_two_grounds(cpts: CPTS, on: date) -> bool:
    """Only the objectives of the projet régional de santé, or the « pertinence » of the territory."""
    return cpts.projet is not None and rests_on_a_statutory_ground(cpts.projet)


def opposition_states_its_reasons(cpts: CPTS, on: date) -> bool:
    """A decision that refuses an authorisation or an advantage must state its reasons."""
    return cpts.projet is not None and bool(cpts.projet.opposition_reasoned)


OPPOSITION_DELAI = Rule(
    id="cpts.opposition-delai",
    cites=L1434_12.cite(),
    in_force=since(2019, 7, 27),
    about=CPTS,
    applies=ars_opposed,
    holds=opposed_within_the_delay,
    modality=Modality.OBLIGATION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2023.seen_on,
    source=READ_2023.where,
    title=Text(
        "Si l'agence régionale de santé s'oppose au projet de santé, elle le fait dans les deux mois.",
        "If the ARS opposes the projet de santé, it does so within two months.",
    ),
    remedy=Text(
        "Contester l'opposition tardive, ou demander à l'agence une validation expresse.",
        "Challenge the late opposition, or ask the agency for an express validation.",
    ),
    upon=THE_AGENCY,
)

OPPOSITION_MOTIFS = attrs.evolve(
    OPPOSITION_DELAI,
    id="cpts.opposition-motifs",
    holds=opposed_on_one_of_the_two_grounds,
    title=Text(
        "L'agence régionale de santé ne peut s'opposer que pour deux motifs : le non-respect des objectifs du projet régional de santé, "
        "ou la pertinence du territoire d'action.",
        "The ARS may oppose on two grounds only: disregard of the objectives of the regional health plan, "
        "or the relevance of the territory of action.",
    ),
    remedy=Text(
        "Contester l'opposition fondée sur un autre motif : elle n'est pas nulle d'elle-même.",
        "Challenge an opposition on another ground: it is not void of itself.",
    ),
)

OPPOSITION_MOTIVEE = attrs.evolve(
    OPPOSITION_DELAI,
    id="cpts.opposition-motivee",
    cites=Citation(CRPA, "L211-2", "6° et 7°"),
    also_cites=(L1434_12.cite(),),
    holds=opposition_states_its_reasons,
    authority=Authority.DOCTRINE,
    evidence=Evidence.DERIVED,
    checked_on=min(READ_CRPA.seen_on, READ_2023.seen_on),
    source=f"{READ_CRPA.where} ; {READ_2023.where}",
    title=Text("L'opposition de l'agence est motivée.", "The agency's opposition states its reasons."),
    remedy=Text(
        "Demander à l'agence les motifs de son opposition.",
        "Ask the agency for the reasons of its opposition.",
    ),
    note=Text(
        "Déduit de l'obligation de motiver les refus d'autorisation ou d'avantage ; aucune décision de justice n'a été trouvée "
        "sur ce régime.",
        "Inferred from the duty to give reasons for refusing an authorisation or an advantage; no court decision was found "
        "on this scheme.",
    ),
)

RULES = (OPPOSITION_DELAI, OPPOSITION_MOTIFS, OPPOSITION_MOTIVEE)
