"""Joining an association: with one's consent, and with the association's."""

from datetime import date

from cpts_model.engine.citations import CODE_CIVIL, LOI_1901, Authority, Citation, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown, both, either
from cpts_model.facts.belonging import Candidature
from cpts_model.facts.projets import Territory
from cpts_model.facts.statutes import Statutes
from cpts_model.facts.structures import CPTS
from cpts_model.law.csp_l1434_12.article import L1434_12
from cpts_model.law.loi_1901.article import READ, governed_by_the_law_of_1901, judgment
from cpts_model.law.sources import Source

# --- « L'association est la convention… »: nobody joins without wanting to


def consents_to_join(candidature: Candidature, on: date) -> bool:
    """To join is to contract: it takes the agreement of whoever joins."""
    return bool(candidature.membership.consented)


CONSENTEMENT = Rule(
    id="adhesion.consentement",
    cites=Citation(LOI_1901, "1"),
    also_cites=(Citation(CODE_CIVIL, "1101"), L1434_12.cite()),
    in_force=since(1901, 7, 1),
    about=Candidature,
    holds=consents_to_join,
    modality=Modality.OBLIGATION,
    authority=Authority.LAW,
    evidence=Evidence.DERIVED,
    checked_on=READ.seen_on,
    source=READ.where,
    title=Text(
        "Nul n'adhère à une structure sans y consentir.", "Nobody joins a structure without consenting to it."
    ),
    remedy=Text(
        "Recueillir le consentement de cette personne avant de l'inscrire.",
        "Obtain this person's consent before entering them.",
    ),
    note=Text(
        "Déduit : l'association est une convention, régie par les principes du droit des contrats ; les autres structures se "
        "forment elles aussi par contrat. Pour une CPTS, l'article L1434-12 du code de la santé publique dit en outre que les "
        "professionnels « peuvent décider de se constituer ». Le consentement ne se présume pas, et aucun texte n'a jamais "
        "rattaché d'office un professionnel à une CPTS.",
        "Inferred: an association is an agreement, under the principles of the law of contracts; the other structures are "
        "formed by contract too. Of a CPTS, article L1434-12 of the code de la santé publique says moreover that professionals "
        "« peuvent décider de se constituer ». Consent is never presumed, and no text ever attached a professional to a CPTS "
        "automatically.",
    ),
)


# --- May the association refuse? Its statutes say

REPORTED_REFUSAL = Source(
    "valdemarne.fr, projaide, « A-t-on le droit de refuser des adhérents ? », mars 2024 ; mdavendee.fr ; "
    "répertoire de droit civil, « Association », n° 99 (123dok.net)",
    date(2024, 3, 1),
)


def may_refuse(candidature: Candidature, on: date) -> bool:
    """The statutes leave admission to an organ, or to discretion, or ask for what the candidate has not."""
    statutes = candidature.structure.statutes_on(on)
    return statutes is not None and either(
        lambda: statutes.admission_by is not None and bool(statutes.admission_by),
        lambda: statutes.discretionary_veto,
        lambda: not _meets(statutes, candidature, on),
    )


def _meets(statutes: Statutes, candidature: Candidature, on: date) -> bool:
    """Whether the candidate meets every condition that the statutes set."""
    member, membership = candidature.member, candidature.membership
    return both(
        lambda: member.is_natural_person or not statutes.natural_persons_only,
        lambda: not statutes.colleges or statutes.some_college_takes(member, _territory_of(candidature), on),
        lambda: either(
            lambda: not member.is_natural_person,
            lambda: statutes.minimum_age is None or statutes.minimum_age <= 0,
            membership.of_required_age,
        ),
        lambda: either(lambda: not statutes.charter_required, membership.charter_signed),
    )


def _territory_of(candidature: Candidature) -> Territory | Unknown | None:
    structure = candidature.structure
    return structure.territory_of_action if isinstance(structure, CPTS) else None


REFUS = Rule(
    id="association.refus-du-candidat",
    cites=judgment("Cass. 1re civ.", "25 juin 2002", "01-01.093"),
    also_cites=(Citation(LOI_1901, "1"),),
    in_force=since(2002, 6, 25),
    about=Candidature,
    applies=governed_by_the_law_of_1901,
    holds=may_refuse,
    modality=Modality.PERMISSION,
    authority=Authority.CASE_LAW,
    evidence=Evidence.SECONDARY,
    checked_on=REPORTED_REFUSAL.seen_on,
    source=REPORTED_REFUSAL.where,
    title=Text(
        "L'association peut refuser ce candidat : ses statuts laissent la décision à un organe, permettent un refus sans motif, ou "
        "posent une condition que le candidat ne remplit pas.",
        "The association may refuse this candidate: its statutes leave the decision to an organ, allow a refusal without reasons, "
        "or set a condition that the candidate does not meet.",
    ),
    remedy=Text(
        "Pour pouvoir refuser, inscrire dans les statuts une condition d'admission ou l'organe qui décide ; à défaut, admettre le "
        "candidat qui remplit les conditions.",
        "To be able to refuse, write into the statutes a condition or the organ that decides; failing that, admit the candidate "
        "who meets the conditions.",
    ),
    note=Text(
        "Discuté : des commentateurs, et la cour d'appel d'Agen (29 septembre 2014, n° 13/00142), laissent à l'association le choix "
        "de ses membres même quand les statuts se taisent. Un refus discriminatoire n'est jamais permis. Qui a été exclu, ou "
        "refuse le règlement intérieur, peut être refusé.",
        "Disputed: commentators, and the court of appeal of Agen (29 September 2014, n° 13/00142), leave an association the choice "
        "of its members even where the statutes are silent. A refusal that discriminates is never allowed. Whoever was excluded, "
        "or refuses the internal rules, may be refused.",
    ),
)

RULES = (CONSENTEMENT, REFUS)
