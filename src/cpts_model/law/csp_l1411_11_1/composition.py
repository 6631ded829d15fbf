"""What the two teams have in common: health professionals, gathered around doctors."""

from datetime import date

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Count, OpenQuestion
from cpts_model.facts.memberships import Membership
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.structures import EquipeDeSoinsPrimaires, EquipeDeSoinsSpecialises

Team = EquipeDeSoinsPrimaires | EquipeDeSoinsSpecialises

LEGAL_PERSON_AS_MEMBER = Text(
    "l'article parle de professionnels de santé ; il ne dit pas si une personne morale peut être membre de l'équipe",
    "the article speaks of health professionals; it does not say whether a legal person may be a member of the team",
)


DESCRIBE_THE_PERSON = Text(
    "l'organisation est une personne physique : décrire la personne qui exerce, avec sa profession",
    "the organisation is a natural person: describe the person who practises, with their profession",
)


def is_health_professional(member: Membership, team: Team, on: date) -> bool:
    """« un ensemble de professionnels de santé »."""
    who = member.member
    if isinstance(who, Organisation):
        in_own_name = who.legal_form is not None and who.legal_form.is_natural_person
        raise OpenQuestion(DESCRIBE_THE_PERSON if in_own_name else LEGAL_PERSON_AS_MEMBER)
    return who.is_health_professional(on)


def has_projet_of_its_members(team: Team, on: date) -> bool:
    """« sur la base d'un projet de santé qu'ils élaborent »."""
    return team.projet is not None and bool(team.projet.drawn_up_by_members)


def gathered_around(doctors: Count, only_one: Text) -> bool:
    """Whether a team stands around doctors, whom the text puts in the plural and does not number.

    Raises:
        OpenQuestion: there is exactly one.
    """
    if doctors < 1:
        return False
    if doctors < 2:
        raise OpenQuestion(only_one)
    return True
