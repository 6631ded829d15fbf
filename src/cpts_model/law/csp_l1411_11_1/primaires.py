"""L1411-11-1, first part: the équipe de soins primaires."""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, any_of, both, count
from cpts_model.facts.structures import EquipeDeSoinsPrimaires
from cpts_model.law.csp_l1411_11_1.article import L1411_11_1, READ_ESP
from cpts_model.law.csp_l1411_11_1.composition import (
    gathered_around,
    has_projet_of_its_members,
    is_health_professional,
)
from cpts_model.law.parts import is_member, memberships

# --- « Une équipe de soins primaires est un ensemble de professionnels de santé… »

PROFESSIONNELS_DE_SANTE = Rule(
    id="esp.professionnels-de-sante",
    cites=L1411_11_1.alinea(1),
    in_force=since(2016, 1, 28),
    about=EquipeDeSoinsPrimaires,
    each=memberships,
    applies=is_member,
    holds=is_health_professional,
    modality=Modality.DEFINITION,
    authority=Authority.LAW,
    evidence=Evidence.SECONDARY,
    checked_on=READ_ESP.seen_on,
    source=READ_ESP.where,
    title=Text(
        "L'équipe de soins primaires est un ensemble de professionnels de santé.",
        "An équipe de soins primaires is a group of health professionals.",
    ),
    remedy=Text(
        "Associer cette personne au travail de l'équipe sans en faire un membre.",
        "Let this person work with the team without being a member.",
    ),
    note=Text(
        "Toute profession de la quatrième partie du code convient, aide-soignant ou préparateur en pharmacie compris.",
        "Any profession of Part 4 of the code will do, aide-soignant and préparateur en pharmacie included.",
    ),
)


# --- « …constitué autour de médecins généralistes de premier recours… »

ONE_GENERAL_PRACTITIONER = Text(
    "l'article dit « médecins généralistes », au pluriel, sans donner de nombre : qu'un seul suffise n'est pas tranché ; "
    "demander à l'agence régionale de santé",
    "the article says “médecins généralistes”, in the plural, and gives no number: whether one is enough is not settled; "
    "ask the ARS",
)


def gathered_around_general_practitioners(esp: EquipeDeSoinsPrimaires, on: date) -> bool:
    """« constitué autour de médecins généralistes de premier recours »."""
    general_practitioners = count(
        esp.members,
        lambda member: both(
            lambda: member.running_on(on),
            lambda: member.member.is_generaliste,
            lambda: member.member.gives_premier_recours,
        ),
    )
    return gathered_around(general_practitioners, ONE_GENERAL_PRACTITIONER)


MEDECINS_GENERALISTES = Rule(
    id="esp.medecins-generalistes",
    cites=L1411_11_1.alinea(1),
    in_force=since(2016, 1, 28),
    about=EquipeDeSoinsPrimaires,
    holds=gathered_around_general_practitioners,
    modality=Modality.DEFINITION,
    authority=Authority.LAW,
    evidence=Evidence.SECONDARY,
    checked_on=READ_ESP.seen_on,
    source=f"{READ_ESP.where} ; débats de 2019 à l'Assemblée nationale (nosdeputes.fr, intervention 520556)",
    title=Text(
        "L'équipe de soins primaires est constituée autour de médecins généralistes de premier recours.",
        "An équipe de soins primaires is constituted around general practitioners of primary care.",
    ),
    remedy=Text(
        "Réunir des médecins généralistes de premier recours ; sans eux, le groupe n'est pas une équipe de soins primaires.",
        "Bring in general practitioners of primary care; without them the group is not an équipe de soins primaires.",
    ),
    note=Text(
        "Qu'un groupe sans médecin généraliste ne soit pas une équipe de soins primaires est déduit du texte. "
        "Aucune autre profession n'est exigée.",
        "That a group without a general practitioner is no équipe de soins primaires is inferred from the text. "
        "No other profession is required.",
    ),
)


# --- « …choisissant d'assurer leurs activités de soins de premier recours […] sur la base d'un projet de santé… »


def some_member_gives_primary_care(esp: EquipeDeSoinsPrimaires, on: date) -> bool:
    """« choisissant d'assurer leurs activités de soins de premier recours »."""
    return any_of(
        esp.members,
        lambda member: both(
            lambda: member.running_on(on),
            lambda: member.member.gives_premier_recours,
        ),
    )


PREMIER_RECOURS = attrs.evolve(
    MEDECINS_GENERALISTES,
    id="esp.premier-recours",
    holds=some_member_gives_primary_care,
    source=READ_ESP.where,
    title=Text(
        "Les professionnels de l'équipe assurent ensemble des soins de premier recours.",
        "The professionals of the team provide primary care (premier recours) together.",
    ),
    remedy=Text(
        "Réunir des professionnels qui assurent des soins de premier recours.",
        "Bring in professionals who give primary care.",
    ),
    note=Text(
        "Lu collectivement. Les soins de premier recours sont définis à l'article L1411-11, modifié au 29 juin 2025 : "
        "sa nouvelle rédaction n'a pas été lue.",
        "Read collectively. Primary care is defined by article L1411-11, amended as from 29 June 2025: "
        "its new wording was not read.",
    ),
)

PROJET = attrs.evolve(
    PREMIER_RECOURS,
    id="esp.projet",
    holds=has_projet_of_its_members,
    title=Text(
        "L'équipe travaille sur la base d'un projet de santé que ses membres élaborent.",
        "The team works on the basis of a projet de santé that its members draw up.",
    ),
    remedy=Text("Élaborer ensemble un projet de santé.", "Draw up a projet de santé together."),
    note=Text(
        "Aucune transmission à l'agence régionale de santé ni validation n'est prévue par l'article ; "
        "l'agence la demande pour contracter.",
        "The article provides for no transmission to the ARS and no validation; the agency asks for it to contract.",
    ),
)


# --- « Elle peut prendre la forme d'un centre de santé ou d'une maison de santé. »


def takes_a_form(esp: EquipeDeSoinsPrimaires, on: date) -> bool:
    """« Elle peut prendre la forme »: it need not."""
    return esp.form is not None


ANOTHER_FORM = Text(
    "l'article ne nomme que le centre et la maison de santé, et n'interdit aucune autre forme",
    "the article names only the centre and the maison de santé, and forbids no other form",
)


def form_is_named_by_law(esp: EquipeDeSoinsPrimaires, on: date) -> bool:
    """« la forme d'un centre de santé ou d'une maison de santé ».

    Raises:
        OpenQuestion: the team takes another form, of which the article says nothing.
    """
    if esp.form is not None and not esp.form.is_named_by_law:
        raise OpenQuestion(ANOTHER_FORM)
    return True


FORME = attrs.evolve(
    PREMIER_RECOURS,
    id="esp.forme",
    cites=L1411_11_1.cite(),
    applies=takes_a_form,
    holds=form_is_named_by_law,
    modality=Modality.PERMISSION,
    title=Text(
        "L'équipe de soins primaires peut prendre la forme d'un centre de santé ou d'une maison de santé.",
        "An équipe de soins primaires may take the form of a centre de santé or of a maison de santé.",
    ),
    remedy=Text(
        "Se constituer en centre de santé ou en maison de santé ; rien n'y oblige.",
        "Become a centre de santé or a maison de santé; nothing obliges the team to.",
    ),
    note=Text(
        "Aucune forme ni personnalité morale n'est exigée, et l'article n'en interdit aucune autre.",
        "No form and no legal personality is required, and the article forbids no other.",
    ),
)


# --- « L'équipe de soins primaires contribue à la structuration des parcours de santé. […] »


def structures_pathways(esp: EquipeDeSoinsPrimaires, on: date) -> bool:
    """« contribue à la structuration des parcours de santé »."""
    return bool(esp.structures_pathways)


def has_projet(esp: EquipeDeSoinsPrimaires, on: date) -> bool:
    """« Son projet de santé »: where there is one."""
    return esp.projet is not None


def projet_has_the_statutory_object(esp: EquipeDeSoinsPrimaires, on: date) -> bool:
    """« a pour objet, par une meilleure coordination des acteurs, la prévention, l'amélioration et la protection »."""
    return esp.projet is not None and bool(esp.projet.statutory_object)


PARCOURS = attrs.evolve(
    PREMIER_RECOURS,
    id="esp.parcours",
    cites=L1411_11_1.cite(),
    holds=structures_pathways,
    title=Text(
        "L'équipe de soins primaires contribue à la structuration des parcours de santé.",
        "An équipe de soins primaires helps structure care pathways.",
    ),
    remedy=Text(
        "Dire dans le projet de santé comment l'équipe structure les parcours de ses patients.",
        "Say in the projet de santé how the team structures its patients' pathways.",
    ),
    note=None,
)

OBJET_DU_PROJET = attrs.evolve(
    PARCOURS,
    id="esp.objet-du-projet",
    applies=has_projet,
    holds=projet_has_the_statutory_object,
    title=Text(
        "Le projet de santé a pour objet, par une meilleure coordination des acteurs, la prévention, l'amélioration et la "
        "protection de la santé de la population et la réduction des inégalités sociales et territoriales de santé.",
        "The projet de santé aims, by better coordination, at prevention, at improving and protecting the population's "
        "health, and at reducing social and territorial inequalities of health.",
    ),
    remedy=Text(
        "Donner au projet de santé l'objet que fixe la loi.",
        "Give the projet de santé the object that the law sets.",
    ),
)

RULES = (
    PROFESSIONNELS_DE_SANTE,
    MEDECINS_GENERALISTES,
    PREMIER_RECOURS,
    PROJET,
    FORME,
    PARCOURS,
    OBJET_DU_PROJET,
)
