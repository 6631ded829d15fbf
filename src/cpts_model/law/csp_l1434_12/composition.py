"""L1434-12, second paragraph: of whom a CPTS is composed.

The list is one of admissible kinds: none of them is compulsory, and nobody needs to practise
"de ville". Being a member of the association, under its statutes, is another matter: a user
or an elected official may be one without being a component of the CPTS.
"""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, both, either
from cpts_model.facts.memberships import Member, Membership
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, Professional
from cpts_model.facts.professions import Family
from cpts_model.facts.structures import CPTS
from cpts_model.law.csp_l1434_12.article import L1434_12, QUOTED_2016, READ_2023
from cpts_model.law.parts import is_member, memberships
from cpts_model.law.sources import Source

QUOTED_2020 = Source("l'article, cité le 15 avril 2020 sur unblog.fr", date(2020, 4, 15))

# --- « …composée de professionnels de santé […], d'acteurs assurant des soins de premier ou de
# deuxième recours […] et d'acteurs médico-sociaux et sociaux »


def _is_listed_organisation(who: Organisation) -> bool:
    return either(
        lambda: who.kind.is_equipe_de_soins_primaires,
        lambda: who.kind.is_medico_social_or_social,
        lambda: who.gives_premier_recours,
        lambda: who.gives_second_recours,
    )


def _is_listed_person(who: Professional | Person, on: date) -> bool:
    """A health professional is judged as one, social actor besides or not."""
    return who.practises_on_french_conditions if who.is_health_professional(on) else who.is_social_actor


def is_listed_in_2016(who: Member, on: date) -> bool:
    """Whether the first list names somebody; it says nothing of those who practise abroad."""
    if isinstance(who, Organisation):
        return _is_listed_organisation(who)
    if isinstance(who, Professional) and who.is_health_professional(on):
        return who.practises_in_france
    return who.is_social_actor


def is_listed_with_border_professionals(who: Member, on: date) -> bool:
    """Whether the list of February 2022 names somebody: across the border, on French conditions."""
    return _is_listed_organisation(who) if isinstance(who, Organisation) else _is_listed_person(who, on)


def is_listed_with_occupational_health(who: Member, on: date) -> bool:
    """Whether the list of March 2022 names somebody: occupational health services too."""
    if isinstance(who, Organisation):
        return either(lambda: _is_listed_organisation(who), lambda: who.kind.is_occupational_health)
    return _is_listed_person(who, on)


COORDINATION_BODY = Text(
    "l'article ne dit pas si un dispositif d'appui à la coordination ou une autre CPTS peut être une composante : "
    "demander à l'agence régionale de santé, ou l'accueillir comme partenaire",
    "the article does not say whether a coordination scheme or another CPTS may be a component: "
    "ask the ARS, or welcome it as a partner",
)
SECOND_RECOURS = Text(
    "le texte sur le second recours n'a pas été lu : il se peut que cette personne en assure sans être professionnel de santé ; "
    "interroger l'agence régionale de santé",
    "the text on second-line care was not read: this person may give it without being a health professional; ask the ARS",
)
PREMIER_RECOURS = Text(
    "le texte sur le premier recours a été réécrit au 29 juin 2025 et sa rédaction n'a pas été trouvée : il se peut que cette personne "
    "en assure sans être professionnel de santé ; interroger l'agence régionale de santé",
    "the text on primary care was rewritten as of 29 June 2025 and its wording was not found: this person may give it without being "
    "a health professional; ask the ARS",
)
PREMIER_RECOURS_REWRITTEN = date(2025, 6, 29)
OUTSIDE_PART_4 = Text(
    "cette profession est réglée par le code de la santé publique hors de sa quatrième partie : l'article ne dit pas si elle est d'un "
    "« professionnel de santé » ; interroger l'agence régionale de santé",
    "this profession is governed by the public health code outside its Part 4: the article does not say whether it makes "
    "a « professionnel de santé »; ask the ARS",
)
ABROAD_BEFORE_2022 = Text(
    "avant le 23 février 2022, l'article ne disait rien des professionnels qui exercent dans un territoire frontalier étranger",
    "before 23 February 2022 the article said nothing of professionals who practise in a foreign border territory",
)


def _mind_what_the_list_leaves_open(who: Member, on: date) -> None:
    """Raise the question that the article leaves open on somebody whom it does not name."""
    if isinstance(who, Organisation) and who.kind.is_coordination:
        raise OpenQuestion(COORDINATION_BODY)
    if not isinstance(who, Professional):
        return
    for condition, question in (
        (lambda: who.qualifies(Family.HORS_QUATRIEME_PARTIE, on), OUTSIDE_PART_4),
        (lambda: who.gives_second_recours, SECOND_RECOURS),
        (lambda: on >= PREMIER_RECOURS_REWRITTEN and who.gives_premier_recours, PREMIER_RECOURS),
    ):
        if both(lambda: not who.is_health_professional(on), condition):
            raise OpenQuestion(question)


def concerned_in_2016(member: Membership, cpts: CPTS, on: date) -> bool:
    """Named by the list, or sitting as a component all the same."""
    return either(member.as_component, lambda: is_listed_in_2016(member.member, on))


def admissible_in_2016(member: Membership, cpts: CPTS, on: date) -> bool:
    """« professionnels de santé […], acteurs assurant des soins de premier ou de deuxième recours […], acteurs médico-sociaux et sociaux »."""
    who = member.member
    if is_listed_in_2016(who, on):
        return True
    if isinstance(who, Professional) and both(
        lambda: who.is_health_professional(on), lambda: bool(who.practises_abroad)
    ):
        raise OpenQuestion(ABROAD_BEFORE_2022)
    _mind_what_the_list_leaves_open(who, on)
    return False


def concerned_in_february_2022(member: Membership, cpts: CPTS, on: date) -> bool:
    """Named by the list, or sitting as a component all the same."""
    return either(member.as_component, lambda: is_listed_with_border_professionals(member.member, on))


def admissible_in_february_2022(member: Membership, cpts: CPTS, on: date) -> bool:
    """The same list, and professionals of foreign border territories on French conditions."""
    if is_listed_with_border_professionals(member.member, on):
        return True
    _mind_what_the_list_leaves_open(member.member, on)
    return False


def concerned(member: Membership, cpts: CPTS, on: date) -> bool:
    """Named by the list, or sitting as a component all the same."""
    # Most members sit as components: what the list says of them is asked once, by the rule.
    return member.as_component is True or either(
        member.as_component, lambda: is_listed_with_occupational_health(member.member, on)
    )


def admissible(member: Membership, cpts: CPTS, on: date) -> bool:
    """The same list, with the « services de prévention et de santé au travail »."""
    if is_listed_with_occupational_health(member.member, on):
        return True
    _mind_what_the_list_leaves_open(member.member, on)
    return False


COMPOSANTES = Rule(
    id="cpts.composantes-admissibles",
    cites=L1434_12.alinea(2),
    in_force=since(2022, 3, 31),
    about=CPTS,
    each=memberships,
    applies=(is_member, concerned),
    holds=admissible,
    modality=Modality.DEFINITION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2023.seen_on,
    source=READ_2023.where,
    title=Text(
        "La CPTS est composée de professionnels de santé, d'acteurs du premier ou du deuxième recours, "
        "de services de prévention et de santé au travail, d'acteurs médico-sociaux et sociaux.",
        "A CPTS is composed of health professionals, actors of primary or second-line care, "
        "occupational health services, medico-social and social actors.",
    ),
    remedy=Text(
        "Accueillir ce membre au titre des statuts de l'association, ou comme partenaire, et non comme composante de la CPTS.",
        "Welcome this member under the association's statutes, or as a partner, and not as a component of the CPTS.",
    ),
    note=Text(
        "La liste est celle des composantes admises : aucune n'est obligatoire. Salariés, hospitaliers et libéraux y entrent également. "
        "Un usager, un élu ou un établissement peut être membre de l'association sans être une composante.",
        "The list is one of admissible components: none is compulsory. Salaried, hospital and private professionals are equally in it. "
        "A user, an elected official or an establishment may be a member of the association without being a component.",
    ),
)

COMPOSANTES_FEBRUARY_2022 = attrs.evolve(
    COMPOSANTES,
    in_force=since(2022, 2, 23).before(2022, 3, 31),
    applies=(is_member, concerned_in_february_2022),
    holds=admissible_in_february_2022,
    evidence=Evidence.DERIVED,
    checked_on=date(2022, 3, 30),
    title=Text(
        "La CPTS est composée de professionnels de santé, d'acteurs du premier ou du deuxième recours, d'acteurs médico-sociaux et sociaux.",
        "A CPTS is composed of health professionals, actors of primary or second-line care, medico-social and social actors.",
    ),
)

COMPOSANTES_2016 = attrs.evolve(
    COMPOSANTES_FEBRUARY_2022,
    in_force=since(2016, 1, 28).before(2022, 2, 23),
    applies=(is_member, concerned_in_2016),
    holds=admissible_in_2016,
    evidence=Evidence.SECONDARY,
    checked_on=QUOTED_2016.seen_on,
    source=QUOTED_2016.where,
)


# --- Professionals of foreign border territories (2022)


def practises_across_the_border(member: Membership, cpts: CPTS, on: date) -> bool:
    """A member who practises in a foreign border territory."""
    who = member.member
    return isinstance(who, Professional) and bool(who.practises_abroad)


def meets_french_conditions(member: Membership, cpts: CPTS, on: date) -> bool:
    """Associated if they meet the conditions that the code sets to practise in France."""
    who = member.member
    return isinstance(who, Professional) and bool(who.meets_french_practice_conditions)


FRONTALIER = attrs.evolve(
    COMPOSANTES,
    id="cpts.frontalier",
    cites=L1434_12.cite(),
    applies=(is_member, practises_across_the_border),
    holds=meets_french_conditions,
    modality=Modality.PERMISSION,
    title=Text(
        "La CPTS peut associer un professionnel qui exerce dans un territoire frontalier étranger, s'il remplit les conditions "
        "françaises d'exercice.",
        "A CPTS may associate a professional who practises in a foreign border territory and meets the French conditions to practise.",
    ),
    remedy=Text(
        "Vérifier que ce professionnel remplit les conditions d'exercice du code de la santé publique.",
        "Check that this professional meets the conditions to practise of the public health code.",
    ),
    note=Text(
        "Texte lu ; le jour d'entrée en vigueur est déduit de la loi du 21 février 2022.",
        "Text read; the day it came into force is inferred from the act of 21 February 2022.",
    ),
)

FRONTALIER_FEBRUARY_2022 = attrs.evolve(
    FRONTALIER,
    in_force=since(2022, 2, 23).before(2022, 3, 31),
    evidence=Evidence.DERIVED,
    checked_on=date(2022, 3, 30),
)


# --- Professionals of the army medical service


def belongs_to_army_medical_service(member: Membership, cpts: CPTS, on: date) -> bool:
    """A member of the service de santé des armées."""
    who = member.member
    return isinstance(who, Professional) and bool(who.service_de_sante_des_armees)


def authorised_by_the_minister(member: Membership, cpts: CPTS, on: date) -> bool:
    """Only with an authorisation of the minister of defence."""
    who = member.member
    return isinstance(who, Professional) and bool(who.ministerial_authorisation)


def authorised_or_too_early_to_say(member: Membership, cpts: CPTS, on: date) -> bool:
    """With the authorisation all is well; without it, it depends on a day that was not found."""
    if not authorised_by_the_minister(member, cpts, on):
        raise OpenQuestion(
            Text(
                "le jour où l'article a exigé l'autorisation du ministre de la défense n'a pas été trouvé (au plus tard le 15 avril 2020) : "
                "s'adresser au service de santé des armées",
                "the day the article began to ask for the authorisation of the minister of defence was not found (15 April 2020 at the "
                "latest): ask the army medical service",
            )
        )
    return True


ARMEES = attrs.evolve(
    COMPOSANTES,
    id="cpts.armees-autorisation",
    cites=L1434_12.cite(),
    applies=(is_member, belongs_to_army_medical_service),
    holds=authorised_by_the_minister,
    modality=Modality.OBLIGATION,
    title=Text(
        "Un professionnel du service de santé des armées n'entre dans une CPTS qu'avec l'autorisation du ministre de la défense.",
        "A professional of the army medical service enters a CPTS only with the authorisation of the minister of defence.",
    ),
    remedy=Text(
        "Obtenir l'autorisation du ministre de la défense avant de compter ce professionnel parmi les membres.",
        "Obtain the authorisation of the minister of defence before counting this professional as a member.",
    ),
    note=Text(
        "Le 15 avril 2020 est le premier jour où cette réserve a été vue, et non son jour d'entrée en vigueur.",
        "15 April 2020 is the first day on which this reserve was seen, not the day it came into force.",
    ),
)

ARMEES_2020 = attrs.evolve(
    ARMEES,
    in_force=since(2020, 4, 15).before(2022, 3, 31),
    evidence=Evidence.SECONDARY,
    checked_on=QUOTED_2020.seen_on,
    source=QUOTED_2020.where,
)

ARMEES_DATE_UNKNOWN = attrs.evolve(
    ARMEES,
    in_force=since(2016, 1, 28).before(2020, 4, 15),
    holds=authorised_or_too_early_to_say,
    evidence=Evidence.DERIVED,
    checked_on=date(2020, 4, 14),
)

RULES = (
    COMPOSANTES_2016,
    COMPOSANTES_FEBRUARY_2022,
    COMPOSANTES,
    FRONTALIER_FEBRUARY_2022,
    FRONTALIER,
    ARMEES_DATE_UNKNOWN,
    ARMEES_2020,
    ARMEES,
)
