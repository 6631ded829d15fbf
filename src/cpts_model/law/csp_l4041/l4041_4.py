"""L4041-4, I, al. 1, and II: two médecins and one auxiliaire médical; fewer employees than liberal partners."""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, at_least, both, count, either
from cpts_model.facts.memberships import Membership
from cpts_model.facts.people import Actor, Professional
from cpts_model.facts.professions import Family
from cpts_model.facts.structures import SISA
from cpts_model.law.csp_l4041.article import L4041_4, READ_L4041_4
from cpts_model.law.csp_l4041.l4041_1 import is_partner

ONE_PERSON_TWICE = Text(
    "une même personne est médecin et auxiliaire médical : l'article ne dit pas si elle compte deux fois",
    "one person is both médecin and auxiliaire médical: the article does not say whether they count twice",
)


# --- I, al. 1: « doit compter parmi ses associés au moins deux médecins et un auxiliaire médical »


def is_auxiliaire(person: Actor, on: date) -> bool:
    """Whether the person practises a profession of auxiliaire médical."""
    return person.qualifies(Family.AUXILIAIRE_MEDICAL, on)


def has_two_medecins(sisa: SISA, on: date) -> bool:
    """« parmi ses associés au moins deux médecins »."""
    return at_least(
        2,
        sisa.members,
        lambda member: both(lambda: is_partner(member, sisa, on), lambda: member.member.is_medecin),
    )


def has_one_auxiliaire(sisa: SISA, on: date) -> bool:
    """« parmi ses associés […] un auxiliaire médical »."""
    return at_least(
        1,
        sisa.members,
        lambda member: both(lambda: is_partner(member, sisa, on), lambda: is_auxiliaire(member.member, on)),
    )


def _three_persons(sisa: SISA, on: date) -> bool:
    return at_least(
        3,
        sisa.members,
        lambda member: both(
            lambda: is_partner(member, sisa, on),
            lambda: either(lambda: member.member.is_medecin, lambda: is_auxiliaire(member.member, on)),
        ),
    )


def has_two_medecins_and_one_auxiliaire(sisa: SISA, on: date) -> bool:
    """« parmi ses associés au moins deux médecins et un auxiliaire médical »."""
    if not both(lambda: has_two_medecins(sisa, on), lambda: has_one_auxiliaire(sisa, on)):
        return False
    if not _three_persons(sisa, on):
        raise OpenQuestion(ONE_PERSON_TWICE)
    return True


MINIMUM = Rule(
    id="sisa.deux-medecins-un-auxiliaire",
    cites=L4041_4.cite("I, al. 1"),
    in_force=since(2011, 8, 12),
    about=SISA,
    holds=has_two_medecins_and_one_auxiliaire,
    modality=Modality.OBLIGATION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_L4041_4.seen_on,
    source=READ_L4041_4.where,
    title=Text(
        "La SISA compte parmi ses associés au moins deux médecins et un auxiliaire médical.",
        "A SISA has among its partners at least two médecins and one auxiliaire médical.",
    ),
    remedy=Text(
        "Faire entrer au capital le médecin ou l'auxiliaire médical qui manque.",
        "Bring the missing médecin or auxiliaire médical into the company.",
    ),
    note=Text(
        "Tout médecin compte, spécialiste compris. Une sage-femme ou un chirurgien-dentiste n'est pas un médecin, un pharmacien "
        "n'est pas un auxiliaire médical, un salarié n'est pas un associé. Passer sous le minimum ne dissout pas la société.",
        "Any médecin counts, a specialist too. A midwife or a dentist is no médecin, a pharmacist is no auxiliaire médical, an "
        "employee is no partner. Falling below the minimum does not dissolve the company.",
    ),
)


# --- II: « est inférieur au nombre des professionnels de santé libéraux associés »


def _gives_care(employee: Professional, on: date) -> bool:
    return both(
        lambda: employee.is_health_professional(on),
        lambda: either(lambda: employee.gives_premier_recours, lambda: employee.gives_second_recours),
    )


def _is_liberal_health_professional_partner(member: Membership, sisa: SISA, on: date) -> bool:
    person = member.member
    return isinstance(person, Professional) and both(
        lambda: is_partner(member, sisa, on),
        lambda: person.mode.is_liberal,
        lambda: person.is_health_professional(on),
    )


def employs_somebody(sisa: SISA, on: date) -> bool:
    """A company with « professionnels de santé […] salariés »."""
    return bool(sisa.salaried)


def employs_fewer_than_its_liberal_partners(sisa: SISA, on: date) -> bool:
    """« est inférieur au nombre des professionnels de santé libéraux associés »: equal is too many."""
    employees = count(sisa.salaried, lambda employee: _gives_care(employee, on))
    partners = count(sisa.members, lambda member: _is_liberal_health_professional_partner(member, sisa, on))
    return employees.fewer_than(partners)


SALARIES = attrs.evolve(
    MINIMUM,
    id="sisa.salaries-moins-que-associes",
    cites=L4041_4.cite("II"),
    in_force=since(2021, 5, 14),
    applies=employs_somebody,
    holds=employs_fewer_than_its_liberal_partners,
    modality=Modality.PROHIBITION,
    title=Text(
        "Les professionnels de santé salariés qui donnent des soins de premier ou de second recours sont moins nombreux que les "
        "professionnels de santé libéraux associés.",
        "The salaried health professionals who give primary or second-line care are fewer than the liberal health professionals "
        "who are partners.",
    ),
    remedy=Text(
        "Faire entrer des professionnels libéraux au capital, ou réduire le nombre de salariés qui donnent des soins.",
        "Bring liberal professionals into the company, or reduce the number of employees who give care.",
    ),
    note=Text("À nombre égal, la règle n'est pas respectée.", "With equal numbers the rule is not met."),
)

RULES = (MINIMUM, SALARIES)
