"""L4041-3: what each partner must be able to do, and the formalities the company is spared."""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, all_of, any_of, both, either
from cpts_model.facts.heirs import Heir
from cpts_model.facts.memberships import Membership
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import SISA
from cpts_model.law.csp_l4041.article import L4041_3, READ_2023
from cpts_model.law.csp_l4041.l4041_1 import is_a_person, is_partner
from cpts_model.law.parts import memberships

# The ordres that article L162-15 of the code de la sécurité sociale consults, and that of pharmacists.
WITH_AN_ORDRE = frozenset(
    {
        Profession.MEDECIN,
        Profession.CHIRURGIEN_DENTISTE,
        Profession.SAGE_FEMME,
        Profession.MASSEUR_KINESITHERAPEUTE,
        Profession.INFIRMIER,
        Profession.PEDICURE_PODOLOGUE,
        Profession.PHARMACIEN,
        Profession.BIOLOGISTE_MEDICAL,  # a médecin or a pharmacien: each has one
    }
)
# Named without one by the commentaries of décret 2023-617.
WITHOUT_AN_ORDRE = frozenset({Profession.ORTHOPHONISTE})

NO_ORDRE_KNOWN = Text(
    "l'inscription n'est demandée que « le cas échéant », et aucun ordre n'est connu ici pour cette profession : "
    "vérifier qu'elle n'en a pas",
    "registration is asked only where it applies, and no ordre is known here for this profession: check that it has none",
)


def has_an_ordre(person: Professional) -> bool:
    """Whether one of the professions is known to have an ordre."""
    return any_of(person.professions, lambda profession: profession in WITH_AN_ORDRE)


def _needs_no_registration(person: Professional) -> bool:
    if has_an_ordre(person):
        return False
    if person.professions and all_of(person.professions, lambda profession: profession in WITHOUT_AN_ORDRE):
        return True
    raise OpenQuestion(NO_ORDRE_KNOWN)


def may_practise(member: Membership | Heir, sisa: SISA, on: date) -> bool:
    """Meets every condition to practise and is, « le cas échéant », registered with the ordre."""
    person = member.member
    return (
        is_a_person(member)
        and isinstance(person, Professional)
        and both(
            lambda: person.meets_practice_conditions,
            lambda: either(lambda: person.registered_with_ordre, lambda: _needs_no_registration(person)),
        )
    )


def gives_no_care_through_employees(sisa: SISA, on: date) -> bool:
    """The object does not include care by salaried professionals (L4041-2, 3° a)."""
    return not sisa.statutes_allow_employment


ASSOCIES_EXERCICE = Rule(
    id="sisa.associes-exercice",
    cites=L4041_3.cite(),
    in_force=since(2011, 8, 12),
    about=SISA,
    each=memberships,
    applies=is_partner,
    holds=may_practise,
    modality=Modality.OBLIGATION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2023.seen_on,
    source=READ_2023.where,
    title=Text(
        "Chaque associé remplit toutes les conditions d'exercice de sa profession et, le cas échéant, est inscrit à l'ordre.",
        "Each partner meets every condition to practise their profession and, where there is one, is registered with the ordre.",
    ),
    remedy=Text(
        "Faire régulariser la situation de cet associé, ou céder ou rembourser ses parts.",
        "Have this partner's situation put in order, or assign or redeem their shares.",
    ),
)

DISPENSE = attrs.evolve(
    ASSOCIES_EXERCICE,
    id="sisa.dispense-de-formalites",
    in_force=since(2021, 5, 14),
    each=None,
    applies=None,
    holds=gives_no_care_through_employees,
    modality=Modality.PERMISSION,
    title=Text(
        "La SISA dont l'objet ne comprend pas de soins par des salariés est dispensée des formalités préalables à l'exercice "
        "individuel de la profession.",
        "A SISA whose object includes no care by employees is spared the formalities that precede individual practice.",
    ),
    remedy=Text(
        "Accomplir ces formalités, ou retirer des statuts l'exercice de soins par des salariés.",
        "Go through these formalities, or remove care by employees from the statutes.",
    ),
)

RULES = (ASSOCIES_EXERCICE, DISPENSE)
