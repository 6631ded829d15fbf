"""L1411-11-1, second part: the équipe de soins spécialisés, in the article since 2019."""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import both, count
from cpts_model.facts.structures import EquipeDeSoinsSpecialises
from cpts_model.law.csp_l1411_11_1.article import L1411_11_1, READ_ESS
from cpts_model.law.csp_l1411_11_1.composition import (
    gathered_around,
    has_projet_of_its_members,
    is_health_professional,
)
from cpts_model.law.parts import is_member, memberships

# --- « Une équipe de soins spécialisés est un ensemble de professionnels de santé… »

PROFESSIONNELS_DE_SANTE = Rule(
    id="ess.professionnels-de-sante",
    cites=L1411_11_1.cite(),
    in_force=since(2019, 7, 27),
    about=EquipeDeSoinsSpecialises,
    each=memberships,
    applies=is_member,
    holds=is_health_professional,
    modality=Modality.DEFINITION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_ESS.seen_on,
    source=READ_ESS.where,
    title=Text(
        "L'équipe de soins spécialisés est un ensemble de professionnels de santé.",
        "An équipe de soins spécialisés is a group of health professionals.",
    ),
    remedy=Text(
        "Associer cette personne au travail de l'équipe sans en faire un membre.",
        "Let this person work with the team without being a member.",
    ),
)


# --- « …constitué autour de médecins spécialistes d'une ou plusieurs spécialités hors médecine générale… »

ONE_SPECIALIST = Text(
    "l'article dit « médecins spécialistes », au pluriel, sans donner de nombre : qu'un seul suffise n'est pas tranché ; "
    "demander à l'agence régionale de santé",
    "the article says “médecins spécialistes”, in the plural, and gives no number: whether one is enough is not settled; "
    "ask the ARS",
)


def gathered_around_specialists(ess: EquipeDeSoinsSpecialises, on: date) -> bool:
    """« constitué autour de médecins spécialistes d'une ou plusieurs spécialités hors médecine générale »."""
    specialists = count(
        ess.members,
        lambda member: both(
            lambda: member.running_on(on),
            lambda: member.member.is_specialiste,
        ),
    )
    return gathered_around(specialists, ONE_SPECIALIST)


SPECIALISTES = Rule(
    id="ess.specialistes",
    cites=L1411_11_1.cite(),
    in_force=since(2019, 7, 27),
    about=EquipeDeSoinsSpecialises,
    holds=gathered_around_specialists,
    modality=Modality.DEFINITION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_ESS.seen_on,
    source=READ_ESS.where,
    title=Text(
        "L'équipe de soins spécialisés est constituée autour de médecins spécialistes hors médecine générale.",
        "An équipe de soins spécialisés is constituted around specialist doctors other than general practitioners.",
    ),
    remedy=Text(
        "Réunir des médecins d'une spécialité autre que la médecine générale.",
        "Bring in doctors of a speciality other than general practice.",
    ),
    note=Text(
        "Libéraux ou salariés : l'article ne distingue pas. Le nombre qu'exige le financement est une condition de la "
        "convention médicale, non de la loi.",
        "Private or salaried: the article makes no difference. The number that funding requires is a condition of the "
        "convention médicale, not of the law.",
    ),
)


# --- « …choisissant d'assurer leurs activités de soins de façon coordonnée […] sur la base d'un projet de santé… »


def coordinates_with_the_territory(ess: EquipeDeSoinsSpecialises, on: date) -> bool:
    """« de façon coordonnée avec l'ensemble des acteurs d'un territoire, dont les équipes de soins primaires »."""
    return bool(ess.coordinates_with_territory)


COORDINATION = attrs.evolve(
    SPECIALISTES,
    id="ess.coordination",
    holds=coordinates_with_the_territory,
    title=Text(
        "L'équipe de soins spécialisés travaille de façon coordonnée avec l'ensemble des acteurs d'un territoire, "
        "dont les équipes de soins primaires.",
        "An équipe de soins spécialisés works in coordination with all the actors of a territory, "
        "équipes de soins primaires among them.",
    ),
    remedy=Text(
        "Organiser la coordination avec les acteurs du territoire et ses équipes de soins primaires.",
        "Organise coordination with the actors of the territory and its équipes de soins primaires.",
    ),
    note=None,
)

PROJET = attrs.evolve(
    COORDINATION,
    id="ess.projet",
    holds=has_projet_of_its_members,
    title=Text(
        "L'équipe travaille sur la base d'un projet de santé que ses membres élaborent entre eux.",
        "The team works on the basis of a projet de santé that its members draw up together.",
    ),
    remedy=Text("Élaborer ensemble un projet de santé.", "Draw up a projet de santé together."),
)


# --- « L'équipe de soins spécialisés contribue […] à la structuration des parcours de santé. »


def structures_pathways(ess: EquipeDeSoinsSpecialises, on: date) -> bool:
    """« contribue avec les acteurs des soins de premier recours à la structuration des parcours de santé »."""
    return bool(ess.structures_pathways)


PARCOURS = attrs.evolve(
    COORDINATION,
    id="ess.parcours",
    holds=structures_pathways,
    title=Text(
        "L'équipe de soins spécialisés contribue, avec les acteurs du premier recours, à la structuration des parcours.",
        "An équipe de soins spécialisés helps structure care pathways together with primary care.",
    ),
    remedy=Text(
        "Bâtir les parcours avec les acteurs des soins de premier recours.",
        "Build the pathways together with the actors of primary care.",
    ),
)

RULES = (
    PROFESSIONNELS_DE_SANTE,
    SPECIALISTES,
    COORDINATION,
    PROJET,
    PARCOURS,
)
