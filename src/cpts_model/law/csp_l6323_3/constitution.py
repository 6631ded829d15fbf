"""L6323-3, first words: who constitutes a maison de santé, and for what care."""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, any_of, both, either
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.memberships import Member, Membership
from cpts_model.facts.professions import Family
from cpts_model.facts.structures import MaisonDeSante
from cpts_model.law.csp_l6323_3.article import L6323_3, READ_2009, READ_2023, REPORTED_2007
from cpts_model.law.parts import is_member, memberships

# --- « La maison de santé est une personne morale… »


def is_legal_person(msp: MaisonDeSante, on: date) -> bool:
    """« La maison de santé est une personne morale »."""
    form = msp.legal_form
    if form is None:
        return False
    if isinstance(form, LegalForm) and not form.is_other:
        return form.is_legal_person
    return either(lambda: form.is_legal_person, lambda: msp.is_constituted_as_sisa)


PERSONNE_MORALE = Rule(
    id="msp.personne-morale",
    cites=L6323_3.alinea(1),
    in_force=since(2011, 8, 12),
    about=MaisonDeSante,
    holds=is_legal_person,
    modality=Modality.DEFINITION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2023.seen_on,
    source=READ_2023.where,
    title=Text("La maison de santé est une personne morale.", "A maison de santé is a legal person."),
    remedy=Text(
        "Constituer une personne morale (SISA, association…) ; sans elle, le groupe peut être une équipe de soins primaires.",
        "Form a legal person (SISA, association…); without one the group may be an équipe de soins primaires.",
    ),
)


# --- « …constituée entre des professionnels médicaux, auxiliaires médicaux ou pharmaciens. »

LEGAL_PERSON_AS_CONSTITUENT = Text(
    "l'article parle de professionnels ; il ne dit pas si une personne morale peut constituer la maison de santé",
    "the article speaks of professionals; it does not say whether a legal person may constitute a maison de santé",
)

MEDICO_SOCIAL_STAFF = Text(
    "la maison de santé de 2007 pouvait associer des personnels médico-sociaux : le texte rapporté ne dit pas s'ils la constituaient",
    "the maison de santé of 2007 could associate medico-social staff: the text as reported does not say whether they constituted it",
)


def _natural_person(member: Membership) -> Member:
    if not member.member.is_natural_person:
        raise OpenQuestion(LEGAL_PERSON_AS_CONSTITUENT)
    return member.member


def is_health_professional(member: Membership, msp: MaisonDeSante, on: date) -> bool:
    """« constituées entre des professionnels de santé » (2007)."""
    person = _natural_person(member)
    if person.is_health_professional(on):
        return True
    if person.is_social_actor:
        raise OpenQuestion(MEDICO_SOCIAL_STAFF)
    return False


def is_medical_or_auxiliary(member: Membership, msp: MaisonDeSante, on: date) -> bool:
    """« entre des professionnels médicaux et des auxiliaires médicaux » (2009)."""
    person = _natural_person(member)
    return either(
        lambda: person.qualifies(Family.PROFESSION_MEDICALE, on),
        lambda: person.qualifies(Family.AUXILIAIRE_MEDICAL, on),
    )


def is_medical_auxiliary_or_pharmacist(member: Membership, msp: MaisonDeSante, on: date) -> bool:
    """« entre des professionnels médicaux, auxiliaires médicaux ou pharmaciens »."""
    person = _natural_person(member)
    return either(
        lambda: person.is_pharmacien,
        lambda: is_medical_or_auxiliary(member, msp, on),
        # A médecin or a pharmacien: both constitute one.
        lambda: person.is_biologiste_medical,
    )


READ_AS = Text(
    "Lu ainsi : tout membre de la maison de santé en est un constituant ; une personne qui ne fait que participer est à dire partenaire.",
    "Read thus: every member of the maison de santé constitutes it; somebody who only takes part is to be told as a partner.",
)

CONSTITUANTS_2007 = Rule(
    id="msp.constituants",
    cites=L6323_3.cite(),
    in_force=since(2007, 12, 22).before(2009, 7, 23),
    about=MaisonDeSante,
    each=memberships,
    applies=is_member,
    holds=is_health_professional,
    modality=Modality.DEFINITION,
    authority=Authority.LAW,
    evidence=Evidence.SECONDARY,
    checked_on=REPORTED_2007.seen_on,
    source=REPORTED_2007.where,
    title=Text(
        "La maison de santé est constituée entre des professionnels de santé.",
        "A maison de santé is constituted between health professionals.",
    ),
    remedy=Text(
        "Associer cette personne aux actions sans en faire un membre.",
        "Let this person take part in the actions without being a member.",
    ),
    note=Text(
        f"Elle pouvait associer des personnels médico-sociaux. {READ_AS.fr}",
        f"It could associate medico-social staff. {READ_AS.en}",
    ),
)

CONSTITUANTS_2009 = attrs.evolve(
    CONSTITUANTS_2007,
    in_force=since(2009, 7, 23).before(2011, 8, 12),
    holds=is_medical_or_auxiliary,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2009.seen_on,
    source=READ_2009.where,
    title=Text(
        "La maison de santé est constituée entre des professionnels médicaux et des auxiliaires médicaux.",
        "A maison de santé is constituted between medical professionals and auxiliaires médicaux.",
    ),
    note=READ_AS,
)

CONSTITUANTS = attrs.evolve(
    CONSTITUANTS_2009,
    cites=L6323_3.alinea(1),
    in_force=since(2011, 8, 12),
    holds=is_medical_auxiliary_or_pharmacist,
    checked_on=READ_2023.seen_on,
    source=READ_2023.where,
    title=Text(
        "La maison de santé est constituée entre des professionnels médicaux, des auxiliaires médicaux ou des pharmaciens.",
        "A maison de santé is constituted between medical professionals, auxiliaires médicaux or pharmacists.",
    ),
    remedy=Text(
        "Prévoir la participation de cette personne dans le projet de santé, qu'elle peut signer, sans en faire un membre.",
        "Provide in the projet de santé for this person's part, and let them sign it, without being a member.",
    ),
)


# --- « Ces professionnels assurent des activités de soins sans hébergement de premier recours… »


def some_member_gives_primary_care(msp: MaisonDeSante, on: date) -> bool:
    """« Ces professionnels assurent des activités de soins […] de premier recours »."""
    return any_of(
        msp.members,
        lambda member: both(lambda: member.running_on(on), lambda: member.member.gives_premier_recours),
    )


def without_accommodation(msp: MaisonDeSante, on: date) -> bool:
    """« des activités de soins sans hébergement »."""
    return not msp.accommodation


PREMIER_RECOURS = Rule(
    id="msp.premier-recours",
    cites=L6323_3.alinea(2),
    in_force=since(2011, 8, 12),
    about=MaisonDeSante,
    holds=some_member_gives_primary_care,
    modality=Modality.OBLIGATION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2023.seen_on,
    source=READ_2023.where,
    title=Text(
        "Les professionnels de la maison de santé assurent des soins de premier recours.",
        "The professionals of a maison de santé provide primary care (premier recours).",
    ),
    remedy=Text(
        "Réunir au moins un professionnel qui assure des soins de premier recours ; le second recours ne vient qu'en plus.",
        "Have at least one professional who gives primary care; second-line care only comes on top of it.",
    ),
    note=Text(
        "Lu collectivement : un membre qui ne fait que du second recours est admis si d'autres assurent le premier.",
        "Read collectively: a member who gives second-line care only is admitted if others give primary care.",
    ),
)

SANS_HEBERGEMENT = attrs.evolve(
    PREMIER_RECOURS,
    id="msp.sans-hebergement",
    holds=without_accommodation,
    title=Text("Les soins sont donnés sans hébergement.", "Care is given without accommodation."),
    remedy=Text("Cesser tout hébergement de patients.", "Stop accommodating patients."),
    note=None,
)


# --- « Ils peuvent participer à des actions de santé publique […] dans le respect d'un cahier des charges »


def runs_public_health_actions(msp: MaisonDeSante, on: date) -> bool:
    """« participer à des actions de santé publique, de prévention, d'éducation pour la santé »."""
    return bool(msp.public_health_actions)


def within_projet_and_cahier_des_charges(msp: MaisonDeSante, on: date) -> bool:
    """« dans le cadre du projet de santé […] et dans le respect d'un cahier des charges »."""
    return msp.projet is not None and bool(msp.projet.follows_cahier_des_charges)


ACTIONS = attrs.evolve(
    PREMIER_RECOURS,
    id="msp.actions-sante-publique",
    applies=runs_public_health_actions,
    holds=within_projet_and_cahier_des_charges,
    modality=Modality.PERMISSION,
    title=Text(
        "Les professionnels peuvent mener des actions de santé publique, de prévention, d'éducation pour la santé et sociales, "
        "dans le cadre du projet de santé et du cahier des charges ministériel.",
        "The professionals may run public health, prevention, health education and social actions, "
        "within the projet de santé and the ministerial specification.",
    ),
    remedy=Text(
        "Inscrire ces actions au projet de santé et les conformer au cahier des charges.",
        "Write these actions into the projet de santé and conform them to the specification.",
    ),
    note=Text(
        "L'arrêté qui fixe le cahier des charges n'a pas été lu.",
        "The order that sets the specification was not read.",
    ),
)

RULES = (
    PERSONNE_MORALE,
    CONSTITUANTS_2007,
    CONSTITUANTS_2009,
    CONSTITUANTS,
    PREMIER_RECOURS,
    SANS_HEBERGEMENT,
    ACTIONS,
)
