"""Code de la sécurité sociale, L162-14-1, II, and L162-15-2: the frame of every ACI."""

from datetime import date
from itertools import pairwise

import attrs

from cpts_model.engine.citations import CSS, Article, ArticleVersion, Authority, Evidence
from cpts_model.engine.dates import Period, add_years, since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, Unknown, both, either
from cpts_model.facts.contracts import ContratACI
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.structures import CPTS, MaisonDeSante, Structure
from cpts_model.law.sources import Source

WORDING_READ_FROM = date(2023, 12, 28)
"""The first day of the wording that was read; a contract is concluded under that of its own day."""
READ_2026 = Source(
    "code de la sécurité sociale au 14 mars 2026 (base LEGI, copie legi-data 2.513.0)", date(2026, 3, 14)
)

_ACT_UNREAD = Text("acte modificatif non lu", "amending act not read")
_UNREAD = Text("dates lues ; cette rédaction n'a pas été lue", "dates read; this wording was not read")
_FORMER = (
    (date(2006, 12, 22), "LEGIARTI000006740817"),
    (date(2010, 2, 26), "LEGIARTI000021941497"),
    (date(2010, 12, 22), "LEGIARTI000023271566"),
    (date(2011, 8, 12), "LEGIARTI000024462570"),
    (date(2011, 12, 23), "LEGIARTI000025013943"),
    (date(2012, 12, 19), "LEGIARTI000026799081"),
    (date(2016, 1, 1), "LEGIARTI000031688281"),
    (date(2016, 1, 28), "LEGIARTI000031929817"),
    (date(2018, 1, 1), "LEGIARTI000036390187"),
    (date(2018, 6, 14), "LEGIARTI000037062540"),
    (date(2018, 12, 23), "LEGIARTI000037949899"),
    (date(2019, 7, 27), "LEGIARTI000038887096"),
    (date(2020, 4, 1), "LEGIARTI000041396871"),
    (date(2021, 5, 14), "LEGIARTI000043499887"),
    (date(2021, 11, 12), "LEGIARTI000044317337"),
    (date(2021, 12, 25), "LEGIARTI000044628055"),
    (date(2022, 12, 25), "LEGIARTI000046812266"),
    (date(2023, 12, 28), "LEGIARTI000048688021"),
)

L162_14_1 = Article(
    code=CSS,
    number="L162-14-1",
    title=Text("Accords conventionnels interprofessionnels", "Interprofessional agreements"),
    checked_on=READ_2026.seen_on,
    legifrance="LEGIARTI000048688021",
    versions=(
        *(
            ArticleVersion(
                period=Period(start, end), evidence=Evidence.VERIFIED, text_known=False, legifrance=version,
                act=_ACT_UNREAD, note=_UNREAD,
            )
            for (start, version), (end, _) in pairwise(_FORMER)
        ),
        ArticleVersion(
            period=since(2023, 12, 28),
            evidence=Evidence.VERIFIED,
            legifrance="LEGIARTI000048688021",
            act=_ACT_UNREAD,
        ),
    ),
)  # fmt: skip

L162_15_2 = Article(
    code=CSS,
    number="L162-15-2",
    title=Text("Accords arrivés à échéance", "Agreements that have expired"),
    checked_on=READ_2026.seen_on,
    legifrance="LEGIARTI000006740826",
    versions=(
        ArticleVersion(
            period=since(2004, 12, 21),
            evidence=Evidence.VERIFIED,
            legifrance="LEGIARTI000006740826",
            act=_ACT_UNREAD,
        ),
    ),
)

NAMED = frozenset(
    {
        OrganisationKind.CPTS,
        OrganisationKind.EQUIPE_DE_SOINS_PRIMAIRES,
        OrganisationKind.MAISON_DE_SANTE,
        OrganisationKind.CENTRE_DE_SANTE,
    }
)
"""The structures that L162-14-1, II, names; the équipe de soins spécialisés is not one of them."""

# --- L162-14-1, II: « conclus pour une durée au plus égale à cinq ans »


def has_a_signed_contract(structure: CPTS | MaisonDeSante, on: date) -> bool:
    """A structure with a contract under an agreement, signed by the day."""
    contract = structure.contract
    return contract is not None and contract.signed_on is not None and contract.signed_on <= on


def has_a_running_contract(structure: CPTS | MaisonDeSante, on: date) -> bool:
    """A contract signed by the day, that has neither ended nor been terminated."""
    contract = structure.contract
    return contract is not None and both(
        lambda: has_a_signed_contract(structure, on),
        lambda: not contract.over_by(on),
    )


def _contract(structure: CPTS | MaisonDeSante) -> ContratACI:
    """The contract, once the case in which the rule binds has found that there is one."""
    contract = structure.contract
    assert isinstance(contract, ContratACI)
    return contract


def agreement_lasts_five_years_at_most(structure: CPTS | MaisonDeSante, on: date) -> bool:
    """« pour une durée au plus égale à cinq ans »."""
    contract = _contract(structure)
    ends_on = contract.agreement_ends_on
    return ends_on is not None and either(
        lambda: _within_five_years(contract.agreement_concluded_on, ends_on),
        lambda: _within_five_years(contract.agreement_in_force_on, ends_on),
    )


def _within_five_years(start: date | Unknown, end: date | Unknown) -> bool:
    if start > end:
        return False
    assert isinstance(start, date)
    return end <= add_years(start, 5)


# --- « avec des communautés professionnelles territoriales de santé, des équipes de soins primaires, des maisons, centres… »


def is_named_by_the_article(structure: Structure, on: date) -> bool:
    """« des communautés professionnelles territoriales de santé, des équipes de soins primaires, des maisons, centres »."""
    return structure.organisation_kind in NAMED


WORDING_NOT_READ = Text(
    "contrat signé avant le 28 décembre 2023 : rédaction du jour de la signature non lue",
    "contract signed before 28 December 2023: the wording of the day of signature was not read",
)


def _contract_of_the_wording_read(structure: CPTS | MaisonDeSante) -> ContratACI:
    contract = _contract(structure)
    if contract.signed_on is not None and contract.signed_on < WORDING_READ_FROM:
        raise OpenQuestion(WORDING_NOT_READ)
    return contract


def is_concluded_jointly(structure: CPTS | MaisonDeSante, on: date) -> bool:
    """« conclus conjointement par l'agence régionale de santé et un organisme local d'assurance maladie ».

    Raises:
        OpenQuestion: it was signed under an older wording, which was not read.
    """
    contract = _contract_of_the_wording_read(structure)
    return both(lambda: contract.signed_by_ars, lambda: contract.signed_by_assurance_maladie)


def conforms_to_a_contrat_type(structure: CPTS | MaisonDeSante, on: date) -> bool:
    """« Des contrats conformes à ces contrats types ».

    Raises:
        OpenQuestion: it was signed under an older wording, which was not read.
    """
    return bool(_contract_of_the_wording_read(structure).conforms_to_contrat_type)


# --- L162-15-2: « continuent de produire leurs effets »


def agreement_has_expired(structure: CPTS | MaisonDeSante, on: date) -> bool:
    """« arrivés à échéance ou résiliés »."""
    if not has_a_signed_contract(structure, on):
        return False
    ends_on = _contract(structure).agreement_ends_on
    return ends_on is not None and ends_on <= on


def agreement_is_not_replaced(structure: CPTS | MaisonDeSante, on: date) -> bool:
    """« jusqu'à la publication au Journal officiel […] du règlement arbitral qui les remplacent »."""
    replaced = _contract(structure).agreement_replaced_on
    return replaced is None or replaced > on


STRUCTURES_ELIGIBLES = Rule(
    id="aci.structures-eligibles",
    cites=L162_14_1.cite("II"),
    in_force=since(2023, 12, 28),
    about=Structure,
    holds=is_named_by_the_article,
    modality=Modality.PERMISSION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2026.seen_on,
    source=READ_2026.where,
    title=Text(
        "Les communautés professionnelles territoriales de santé, les équipes de soins primaires, les maisons et les centres de santé "
        "peuvent conclure un contrat conforme à un contrat type d'accord conventionnel interprofessionnel (ACI).",
        "CPTS, équipes de soins primaires, maisons and centres de santé may conclude a contract that conforms to the model contract "
        "of an interprofessional agreement (ACI).",
    ),
    remedy=Text(
        "Le texte ne nomme pas l'équipe de soins spécialisés : une aide lui vient de la convention médicale, non de cet article. Il ne "
        "nomme pas non plus la SISA qui n'est pas une maison de santé.",
        "The text does not name the équipe de soins spécialisés: its aid comes from the medical convention, not from this article. Nor "
        "does it name a SISA that is no maison de santé.",
    ),
    note=Text(
        "La faculté est dans la loi ; aucun accord n'a été vu pour les équipes de soins primaires.",
        "The law gives the possibility; no agreement was seen for équipes de soins primaires.",
    ),
)

CONCLU_CONJOINTEMENT = attrs.evolve(
    STRUCTURES_ELIGIBLES,
    id="aci.conclu-conjointement",
    about=(CPTS, MaisonDeSante),
    applies=has_a_running_contract,
    holds=is_concluded_jointly,
    modality=Modality.DEFINITION,
    title=Text(
        "Le contrat est conclu conjointement par l'agence régionale de santé et un organisme local d'assurance maladie.",
        "The contract is concluded jointly by the ARS and a local health-insurance body.",
    ),
    remedy=Text(
        "Faire signer le contrat par l'agence et par la caisse.",
        "Have the contract signed by the agency and by the insurance body.",
    ),
    note=None,
)

CONTRAT_TYPE = attrs.evolve(
    CONCLU_CONJOINTEMENT,
    id="aci.contrat-type",
    holds=conforms_to_a_contrat_type,
    title=Text(
        "Le contrat est conforme à un contrat type de l'accord national.",
        "The contract conforms to a model contract of the national agreement.",
    ),
    remedy=Text(
        "Ramener le contrat au contrat type ; les adaptations passent par une décision conjointe de l'agence et de la caisse.",
        "Bring the contract back to the model; adaptations need a joint decision of the agency and the insurance body.",
    ),
)

DUREE = attrs.evolve(
    CONCLU_CONJOINTEMENT,
    id="aci.duree-accord",
    applies=has_a_signed_contract,
    holds=agreement_lasts_five_years_at_most,
    modality=Modality.OBLIGATION,
    upon=Text("les signataires de l'accord national", "the signatories of the national agreement"),
    title=Text(
        "L'accord national est conclu pour cinq ans au plus.",
        "The national agreement is concluded for five years at most.",
    ),
    remedy=Text(
        "Les signataires ramènent la durée de l'accord à cinq ans.",
        "The signatories bring the duration of the agreement down to five years.",
    ),
    note=Text(
        "Il s'agit de la durée de l'accord, non de celle du contrat de la structure. Elle est comptée de la conclusion ou de l'entrée en "
        "vigueur, au plus favorable : l'article ne dit pas d'où elle court.",
        "This is the duration of the agreement, not that of the structure's contract. It is counted from conclusion or entry into "
        "force, whichever is the more favourable: the article does not say where it starts.",
    ),
)

EFFETS_MAINTENUS = attrs.evolve(
    CONCLU_CONJOINTEMENT,
    id="aci.effets-maintenus",
    cites=L162_15_2.cite(),
    in_force=since(2004, 12, 21),
    applies=agreement_has_expired,
    holds=agreement_is_not_replaced,
    modality=Modality.PERMISSION,
    title=Text(
        "L'accord arrivé à échéance continue de produire ses effets jusqu'à la publication du nouvel accord ou du règlement arbitral.",
        "An agreement that has expired keeps its effects until the new one, or the arbitral settlement, is published.",
    ),
    remedy=Text(
        "L'accord a été remplacé : se reporter au nouvel accord ou au règlement arbitral.",
        "The agreement has been replaced: see the new one, or the arbitral settlement.",
    ),
)

ARTICLES = (L162_14_1, L162_15_2)
RULES = (STRUCTURES_ELIGIBLES, CONCLU_CONJOINTEMENT, CONTRAT_TYPE, DUREE, EFFETS_MAINTENUS)
