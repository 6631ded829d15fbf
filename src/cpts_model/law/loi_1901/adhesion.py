"""Joining an association: with one's consent, and with the association's."""

from datetime import date

from cpts_model.engine.citations import CODE_CIVIL, LOI_1901, Authority, Citation, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown, both, either
from cpts_model.facts.belonging import Candidature
from cpts_model.facts.statutes import Statutes
from cpts_model.facts.structures import CPTS
from cpts_model.facts.territories import Territory
from cpts_model.law.csp_l1434_12.article import L1434_12
from cpts_model.law.loi_1901.article import READ, governed_by_the_law_of_1901, judgment
from cpts_model.law.sources import Source

# --- « L'association est la convention… »: nobody joins without wanting to


def consents_to_join(candidature: Candidature, on: date) -> bool:
    """To join is to contract: it takes the agreement of whoever joins."""
    return bool(candidature.membership.consented)


CONTRACTS = (
    "code civil, art. 1101, visé par fncs.org (« Points de vigilance dans les statuts associatifs des CPTS »), "
    "et art. 1832, cité par un cours de l'université Paris 1 (canal-u.tv, « Le contrat de société »)"
)

CONSENTEMENT = Rule(
    id="adhesion.consentement",
    cites=Citation(CODE_CIVIL, "1101"),
    also_cites=(Citation(LOI_1901, "1"), Citation(CODE_CIVIL, "1832"), L1434_12.cite()),
    in_force=since(1901, 7, 1),
    about=Candidature,
    holds=consents_to_join,
    modality=Modality.OBLIGATION,
    authority=Authority.LAW,
    evidence=Evidence.DERIVED,
    checked_on=READ.seen_on,
    source=f"{READ.where} ; {CONTRACTS}",
    title=Text(
        "Nul n'adhère à une structure sans y consentir.", "Nobody joins a structure without consenting to it."
    ),
    remedy=Text(
        "Recueillir le consentement de cette personne avant de l'inscrire.",
        "Obtain this person's consent before entering them.",
    ),
    note=Text(
        "Déduit : un contrat est un accord de volontés. L'association est une convention (loi du 1er juillet 1901, article 1er), "
        "la SISA une société, instituée par contrat (code civil, article 1832). Aucun texte lu ne dit comment on entre dans une "
        "équipe, une maison ou un centre de santé d'une autre forme : la règle leur étend le principe. Pour une CPTS, l'article "
        "L1434-12 du code de la santé publique dit en outre que les professionnels « peuvent décider de se constituer ». Le "
        "consentement ne se présume pas, et aucun texte n'a jamais rattaché d'office un professionnel à une CPTS.",
        "Inferred: a contract is an agreement of wills. An association is an agreement (law of 1 July 1901, article 1), and a "
        "SISA a company, instituted by contract (code civil, article 1832). No text read says how one enters a team, a maison "
        "or a centre de santé of another form: the rule extends the principle to them. Of a CPTS, article L1434-12 of the code "
        "de la santé publique says moreover that professionals « peuvent décider de se constituer ». Consent is never presumed, "
        "and no text ever attached a professional to a CPTS automatically.",
    ),
)


# --- May the association refuse? Its statutes say

REPORTED_REFUSAL = Source(
    "valdemarne.fr, projaide, « A-t-on le droit de refuser des adhérents ? », mars 2024 ; mdavendee.fr ; "
    "répertoire de droit civil, « Association », n° 99 (123dok.net) ; arrêt du 25 juin 2002 (juricaf.org)",
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
        "Inscrire dans les statuts une condition d'admission, ou l'organe qui décide ; à défaut, admettre le candidat qui remplit "
        "les conditions.",
        "Write into the statutes a condition of admission, or the organ that decides; failing that, admit the candidate who meets "
        "the conditions.",
    ),
    note=Text(
        "Dans l'arrêt de 2002, les statuts disaient membre qui s'inscrit par écrit et paie sa cotisation. Qu'il en aille de même "
        "quand les statuts se taisent est discuté : la cour d'appel d'Agen (29 septembre 2014, n° 13/00142) et des commentateurs "
        "laissent alors à l'association le choix de ses membres. Un refus discriminatoire n'est jamais permis. Qui a été exclu, ou "
        "refuse le règlement intérieur, peut être refusé.",
        "In the judgment of 2002, the statutes called a member whoever enrolled in writing and paid the fee. Whether the same holds "
        "where the statutes are silent is disputed: the court of appeal of Agen (29 September 2014, n° 13/00142) and commentators "
        "then leave an association the choice of its members. A refusal that discriminates is never allowed. Whoever was excluded, "
        "or refuses the internal rules, may be refused.",
    ),
)

RULES = (CONSENTEMENT, REFUS)
