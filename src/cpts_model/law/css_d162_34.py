"""Code de la sécurité sociale, D162-34: who may carry a parcours coordonné renforcé."""

from datetime import date

from cpts_model.engine.citations import CSP, CSS, Article, ArticleVersion, Authority, Citation, Evidence
from cpts_model.engine.dates import Period, since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.structures import SISA, MaisonDeSante, Structure
from cpts_model.law.sources import Source

READ_2026 = Source(
    "code de la sécurité sociale au 14 mars 2026 (base LEGI, copie legi-data 2.513.0)", date(2026, 3, 14)
)

D162_34 = Article(
    code=CSS,
    number="D162-34",
    title=Text("Structures des parcours coordonnés renforcés", "Structures of the parcours coordonnés renforcés"),
    checked_on=READ_2026.seen_on,
    legifrance="LEGIARTI000051548205",
    versions=(
        ArticleVersion(
            period=Period(date(2000, 12, 15), date(2025, 5, 3)), exists=False, evidence=Evidence.VERIFIED,
            act=Text(
                "abrogé ; le numéro a servi à autre chose de 1991 à 2000",
                "repealed; the number served for something else from 1991 to 2000",
            ),
        ),
        ArticleVersion(
            period=since(2025, 5, 3), evidence=Evidence.VERIFIED, legifrance="LEGIARTI000051548205",
            act=Text("décret n° 2025-394 du 30 avril 2025", "decree 2025-394 of 30 April 2025"),
        ),
    ),
)  # fmt: skip

CARRIERS = frozenset(
    {
        OrganisationKind.HOPITAL_PUBLIC,
        OrganisationKind.CENTRE_DE_SANTE,
        OrganisationKind.EQUIPE_DE_SOINS_SPECIALISES,
        OrganisationKind.CPTS,
        OrganisationKind.DAC,
        OrganisationKind.MDPH,
        OrganisationKind.PMI,
    }
)
"""The kinds the article names whatever else they are; the équipe de soins primaires is not one of them."""

IN_PART = frozenset(
    {
        OrganisationKind.ETABLISSEMENT_DE_SANTE_PRIVE,
        OrganisationKind.HAD,
        OrganisationKind.AUTRE_ACTEUR_SOCIAL,
        OrganisationKind.OTHER,
        *(kind for kind in OrganisationKind if kind.casf_number is not None),
    }
)
"""The kinds of which the article names some and not others."""

NOT_ALL = Text(
    "l'article vise les établissements de santé des a à d de l'article L162-22 du code de la sécurité sociale et, parmi les "
    "établissements et services médico-sociaux, ceux qui donnent des soins financés sur les objectifs de dépenses du code de "
    "l'action sociale : vérifier que celui-ci en est",
    "the article means the health establishments of a to d of article L162-22 of the social security code and, of the "
    "medico-social establishments and services, those whose care is paid within the spending targets of the code of social "
    "action: check that this is one of them",
)


def _organisation_may_carry(organisation: Organisation) -> bool:
    kind = OrganisationKind(organisation.kind.value)
    if kind is OrganisationKind.MAISON_DE_SANTE:
        return organisation.legal_form is not None and organisation.legal_form.is_sisa
    if kind in IN_PART:
        raise OpenQuestion(NOT_ALL)
    return kind in CARRIERS


def may_carry_a_parcours(subject: Structure | Organisation, on: date) -> bool:
    """« une structure appartenant à l'une des catégories de structures suivantes »."""
    if isinstance(subject, Organisation):
        return _organisation_may_carry(subject)
    if isinstance(subject, MaisonDeSante):
        return subject.is_constituted_as_sisa
    if isinstance(subject, SISA):
        return subject.organisation_kind is OrganisationKind.MAISON_DE_SANTE
    return subject.organisation_kind in CARRIERS


PORTEUSES = Rule(
    id="pcr.structures-porteuses",
    cites=D162_34.cite(),
    also_cites=(Citation(CSP, "L4012-1"),),
    in_force=since(2025, 5, 3),
    about=(Structure, Organisation),
    holds=may_carry_a_parcours,
    modality=Modality.PERMISSION,
    authority=Authority.REGULATION,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2026.seen_on,
    source=READ_2026.where,
    title=Text(
        "Un parcours coordonné renforcé peut être mis en œuvre et coordonné par un centre de santé, une maison de santé constituée en "
        "SISA, une équipe de soins spécialisés, une CPTS, un dispositif d'appui à la coordination, une maison départementale des "
        "personnes handicapées, un service de protection maternelle et infantile, et certains établissements de santé ou médico-sociaux.",
        "A parcours coordonné renforcé may be carried out and coordinated by a centre de santé, a maison de santé constituted as a "
        "SISA, an équipe de soins spécialisés, a CPTS, a coordination support scheme, a département disability office, a maternal and "
        "child protection service, and some health or medico-social establishments.",
    ),
    remedy=Text(
        "Faire porter le parcours par une structure de la liste ; une maison de santé peut se constituer en SISA.",
        "Have the parcours carried by a structure of the list; a maison de santé may constitute itself as a SISA.",
    ),
    note=Text(
        "L'équipe de soins primaires n'est pas dans la liste.",
        "The équipe de soins primaires is not in the list.",
    ),
)

ARTICLES = (D162_34,)
RULES = (PORTEUSES,)
