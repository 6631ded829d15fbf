"""Article L1434-12-2 of the code de la santé publique: the convention, what it opens."""

from datetime import date

import attrs

from cpts_model.engine.citations import (
    CGI,
    CSP,
    Article,
    ArticleVersion,
    Authority,
    Citation,
    Evidence,
    not_yet,
)
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.facts.structures import CPTS
from cpts_model.law.sources import CODE_COPY_2023

L1434_12_2 = Article(
    code=CSP,
    number="L1434-12-2",
    title=Text("Convention, missions et aides de la CPTS", "Convention, missions and aid of a CPTS"),
    checked_on=CODE_COPY_2023.seen_on,
    versions=(
        not_yet(date(2021, 5, 14), Evidence.VERIFIED),
        ArticleVersion(
            period=since(2021, 5, 14), evidence=Evidence.VERIFIED,
            act=Text("ordonnance n° 2021-584 du 12 mai 2021, art. 1er", "ordinance 2021-584 of 12 May 2021, art. 1"),
        ),
    ),
)  # fmt: skip


# --- Public-service missions, by a convention with the ARS and the health-insurance fund


def convention_is_signed(cpts: CPTS, on: date) -> bool:
    """A convention signed with the ARS and the local fund of health insurance."""
    return cpts.convention_signed_on is not None and cpts.convention_signed_on <= on


MISSIONS = Rule(
    id="cpts.missions-service-public",
    cites=L1434_12_2.cite(),
    in_force=since(2021, 5, 14),
    about=CPTS,
    holds=convention_is_signed,
    modality=Modality.PERMISSION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=CODE_COPY_2023.seen_on,
    source=CODE_COPY_2023.where,
    title=Text(
        "Par convention avec l'agence régionale de santé et la caisse, la CPTS peut être appelée à assurer une ou plusieurs des six missions "
        "de service public : accès aux soins, parcours, prévention, qualité et pertinence, accompagnement des professionnels, crise sanitaire.",
        "By a convention with the ARS and the health-insurance fund, a CPTS may be called to carry out one or more of the six public-service "
        "missions: access to care, pathways, prevention, quality and relevance, support to professionals, health crises.",
    ),
    remedy=Text(
        "Signer la convention avec l'agence régionale de santé et la caisse primaire d'assurance maladie.",
        "Sign the convention with the ARS and the local health-insurance fund.",
    ),
    note=Text(
        "La convention est distincte de la validation du projet de santé. Le décret en Conseil d'État qui doit en fixer le contenu "
        "et la durée n'a pas été trouvé.",
        "The convention is distinct from the validation of the projet de santé. The decree in Conseil d'État that is to set its content "
        "and duration was not found.",
    ),
)


# --- Specific aid, and exemptions of the tax code


AIDES = attrs.evolve(
    MISSIONS,
    id="cpts.aides-et-exonerations",
    also_cites=(Citation(CGI, "207", "1"), Citation(CGI, "1461 A")),
    title=Text(
        "La CPTS signataire de la convention bénéficie d'aides spécifiques de l'État ou de la caisse nationale d'assurance maladie, "
        "et des exonérations d'impôt prévues aux articles 207 (1) et 1461 A du code général des impôts.",
        "A CPTS that has signed the convention benefits from specific aid of the State or of the national health-insurance fund, "
        "and from the tax exemptions of articles 207 (1) and 1461 A of the tax code.",
    ),
    note=Text(
        "Sans convention, ces aides et ces exonérations ne sont pas ouvertes à ce titre (déduit de l'article). "
        "Le contrat de l'accord conventionnel interprofessionnel (code de la sécurité sociale, art. L162-14-1) est autre chose.",
        "Without a convention, this aid and these exemptions are not open on this ground (inferred from the article). "
        "The contract of the national interprofessional agreement (social security code, art. L162-14-1) is something else.",
    ),
)


# --- The closed list of six missions


def names_its_missions(cpts: CPTS, on: date) -> bool:
    """A CPTS whose convention entrusts it with missions."""
    return convention_is_signed(cpts, on) and cpts.public_service_missions is not None


def missions_are_of_the_six(cpts: CPTS, on: date) -> bool:
    """The missions entrusted are of the six that the article lists."""
    return all(mission.is_statutory for mission in cpts.public_service_missions or ())


MISSIONS_LIMITATIVES = attrs.evolve(
    MISSIONS,
    id="cpts.missions-limitatives",
    applies=names_its_missions,
    holds=missions_are_of_the_six,
    title=Text(
        "La convention n'ouvre à la CPTS que les six missions de service public que la loi énumère : une autre mission n'est pas ouverte "
        "à ce titre.",
        "The convention opens to a CPTS only the six public-service missions that the law lists: another mission is not open on this ground.",
    ),
    remedy=Text(
        "Choisir les missions de la convention parmi les six ; la mission non ouverte à ce titre peut être menée à un autre.",
        "Choose the missions of the convention among the six; a mission not open on this ground may be carried out on another.",
    ),
    note=None,
)

ARTICLES = (L1434_12_2,)
RULES = (MISSIONS, MISSIONS_LIMITATIVES, AIDES)
