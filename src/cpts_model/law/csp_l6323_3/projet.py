"""L6323-3, the projet de santé: drawn up, compatible, transmitted, signed."""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import both
from cpts_model.facts.memberships import Membership
from cpts_model.facts.structures import MaisonDeSante
from cpts_model.law.csp_l6323_3.article import L6323_3, READ_2009, READ_2023
from cpts_model.law.parts import holder_is_health_professional, is_member, memberships

# --- « …dans le cadre du projet de santé qu'ils élaborent… Le projet de santé est compatible… »


def has_projet_of_its_members(msp: MaisonDeSante, on: date) -> bool:
    """« [le] projet de santé qu'ils élaborent »."""
    return msp.projet is not None and bool(msp.projet.drawn_up_by_members)


def projet_is_conform(msp: MaisonDeSante, on: date) -> bool:
    """« conforme aux orientations des schémas » (2009): the stricter word."""
    return msp.projet is not None and bool(msp.projet.conform_to_schema)


def projet_is_compatible(msp: MaisonDeSante, on: date) -> bool:
    """« Le projet de santé est compatible avec les orientations des schémas régionaux »."""
    return msp.projet is not None and bool(msp.projet.compatible_with_schema)


def projet_is_transmitted(msp: MaisonDeSante, on: date) -> bool:
    """« Il est transmis pour information à l'agence régionale de santé »."""
    return (
        msp.projet is not None and msp.projet.transmitted_on is not None and msp.projet.transmitted_on <= on
    )


PROJET = Rule(
    id="msp.projet",
    cites=L6323_3.cite(),
    in_force=since(2009, 7, 23),
    about=MaisonDeSante,
    holds=has_projet_of_its_members,
    modality=Modality.OBLIGATION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2023.seen_on,
    source=READ_2023.where,
    title=Text(
        "Les professionnels de la maison de santé élaborent un projet de santé.",
        "The professionals of a maison de santé draw up a projet de santé.",
    ),
    remedy=Text("Élaborer ensemble un projet de santé.", "Draw up a projet de santé together."),
)

PROJET_CONFORME = attrs.evolve(
    PROJET,
    id="msp.projet-compatible",
    in_force=since(2009, 7, 23).before(2011, 8, 12),
    holds=projet_is_conform,
    checked_on=READ_2009.seen_on,
    source=READ_2009.where,
    title=Text(
        "Le projet de santé est conforme aux orientations des schémas régionaux.",
        "The projet de santé conforms to the orientations of the regional plans.",
    ),
    remedy=Text(
        "Rendre le projet de santé conforme aux orientations des schémas régionaux.",
        "Make the projet de santé conform to the orientations of the regional plans.",
    ),
    note=Text("« Conforme » est plus strict que « compatible ».", "“Conform” is stricter than “compatible”."),
)

PROJET_COMPATIBLE = attrs.evolve(
    PROJET,
    id="msp.projet-compatible",
    cites=L6323_3.alinea(3),
    in_force=since(2011, 8, 12),
    holds=projet_is_compatible,
    title=Text(
        "Le projet de santé est compatible avec les orientations des schémas régionaux.",
        "The projet de santé is compatible with the orientations of the regional plans.",
    ),
    remedy=Text(
        "Lever les contrariétés entre le projet de santé et les orientations des schémas régionaux.",
        "Remove what in the projet de santé runs against the orientations of the regional plans.",
    ),
)

PROJET_TRANSMIS = attrs.evolve(
    PROJET,
    id="msp.projet-transmis",
    holds=projet_is_transmitted,
    title=Text(
        "Le projet de santé est transmis pour information à l'agence régionale de santé.",
        "The projet de santé is sent to the ARS for information.",
    ),
    remedy=Text(
        "Transmettre le projet de santé à l'agence régionale de santé, pour information.",
        "Send the projet de santé to the ARS, for information.",
    ),
    note=Text(
        "Aucune validation n'est prévue par la loi : le silence de l'agence ne vaut ni accord ni refus.",
        "The law provides for no validation: the agency's silence is neither approval nor refusal.",
    ),
)


# --- « Ce projet de santé est signé par chacun des professionnels de santé membres… »


def adheres_to_projet(member: Membership, msp: MaisonDeSante, on: date) -> bool:
    """« chaque membre de la maison de santé adhère à ce projet » (2009)."""
    return bool(member.adheres_to_projet)


def has_signed(member: Membership, msp: MaisonDeSante, on: date) -> bool:
    """« signé par chacun des professionnels de santé membres de la maison de santé »."""
    return member.signed_projet_on is not None and member.signed_projet_on <= on


def need_not_sign(member: Membership, msp: MaisonDeSante, on: date) -> bool:
    """« Il peut également être signé par toute personne »: who is no health professional, or no member."""
    return not both(
        lambda: is_member(member, msp, on), lambda: holder_is_health_professional(member, msp, on)
    )


def participation_is_foreseen(member: Membership, msp: MaisonDeSante, on: date) -> bool:
    """« dont la participation aux actions envisagées est explicitement prévue par le projet »."""
    return bool(member.projet_foresees_participation)


ADHESION_AU_PROJET = Rule(
    id="msp.adhesion-au-projet",
    cites=L6323_3.cite(),
    in_force=since(2009, 7, 23).before(2011, 8, 12),
    about=MaisonDeSante,
    each=memberships,
    applies=is_member,
    holds=adheres_to_projet,
    modality=Modality.OBLIGATION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2009.seen_on,
    source=READ_2009.where,
    title=Text(
        "Chaque membre de la maison de santé adhère au projet de santé.",
        "Each member of a maison de santé adheres to the projet de santé.",
    ),
    remedy=Text(
        "Recueillir l'adhésion de ce membre au projet.", "Obtain this member's adherence to the projet."
    ),
)

PROJET_SIGNE = Rule(
    id="msp.projet-signe",
    cites=L6323_3.alinea(3),
    in_force=since(2011, 8, 12),
    about=MaisonDeSante,
    each=memberships,
    applies=(is_member, holder_is_health_professional),
    holds=has_signed,
    modality=Modality.OBLIGATION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2023.seen_on,
    source=READ_2023.where,
    title=Text(
        "Chaque professionnel de santé membre de la maison de santé signe le projet de santé.",
        "Each health professional who is a member of a maison de santé signs the projet de santé.",
    ),
    remedy=Text(
        "Faire signer le projet de santé par ce membre.", "Have this member sign the projet de santé."
    ),
)

SIGNATURE_DE_TIERS = attrs.evolve(
    PROJET_SIGNE,
    id="msp.signature-autres-personnes",
    applies=(has_signed, need_not_sign),
    holds=participation_is_foreseen,
    modality=Modality.PERMISSION,
    title=Text(
        "Toute personne dont la participation est explicitement prévue par le projet de santé peut le signer.",
        "Any person whose part the projet de santé explicitly provides for may sign it.",
    ),
    remedy=Text(
        "Prévoir explicitement la participation de cette personne dans le projet de santé.",
        "Provide explicitly for this person's part in the projet de santé.",
    ),
)

RULES = (
    PROJET,
    PROJET_CONFORME,
    PROJET_COMPATIBLE,
    PROJET_TRANSMIS,
    ADHESION_AU_PROJET,
    PROJET_SIGNE,
    SIGNATURE_DE_TIERS,
)
