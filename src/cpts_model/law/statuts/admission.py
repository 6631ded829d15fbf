"""Who may join, as the statutes have it."""

from datetime import date

import attrs

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, Unknown, both
from cpts_model.facts.belonging import Candidature
from cpts_model.facts.exercice import AnyStructure
from cpts_model.facts.statutes import NO_SUCH_COLLEGE
from cpts_model.facts.structures import CPTS
from cpts_model.facts.territories import Territory
from cpts_model.law.statuts.clause import PATTERN, is_the_organ, statutes_of

# --- Natural persons only


def only_natural_persons_join(candidature: Candidature, on: date) -> bool:
    """The statutes take natural persons and nobody else."""
    return bool(statutes_of(candidature, on).natural_persons_only)


def is_a_natural_person(candidature: Candidature, on: date) -> bool:
    """The candidate is a human being."""
    return candidature.member.is_natural_person


PERSONNES_PHYSIQUES = attrs.evolve(
    PATTERN,
    id="statuts.personnes-physiques",
    applies=only_natural_persons_join,
    holds=is_a_natural_person,
    title=Text(
        "Les statuts n'admettent que des personnes physiques.", "The statutes take natural persons only."
    ),
    remedy=Text(
        "Proposer à cette organisation une convention de partenariat, ou modifier les statuts.",
        "Offer this organisation a partnership agreement, or amend the statutes.",
    ),
    note=Text(
        "C'est un choix des statuts : l'article L1434-12 du code de la santé publique laisse une CPTS ouverte aux personnes morales.",
        "The statutes chose so: article L1434-12 of the code de la santé publique leaves a CPTS open to legal persons.",
    ),
)


# --- Age


def an_age_is_asked(candidature: Candidature, on: date) -> bool:
    """The statutes ask for an age."""
    age = statutes_of(candidature, on).minimum_age
    return age is not None and age > 0


def is_of_the_age(candidature: Candidature, on: date) -> bool:
    """The candidate is of that age: the dossier keeps no date of birth."""
    return bool(candidature.membership.of_required_age)


AGE = attrs.evolve(
    PATTERN,
    id="statuts.age",
    applies=(is_a_natural_person, an_age_is_asked),
    holds=is_of_the_age,
    title=Text(
        "Les statuts demandent un âge minimal pour adhérer.", "The statutes ask for a least age to join."
    ),
    remedy=Text(
        "Attendre que la personne ait l'âge demandé, ou modifier les statuts.",
        "Wait until the person is of the age asked, or amend the statutes.",
    ),
)


# --- Charter


def a_charter_is_to_be_signed(candidature: Candidature, on: date) -> bool:
    """The statutes ask members to sign a charter or the règlement intérieur."""
    return bool(statutes_of(candidature, on).charter_required)


def signed_the_charter(candidature: Candidature, on: date) -> bool:
    """The candidate signed it."""
    return bool(candidature.membership.charter_signed)


CHARTE = attrs.evolve(
    PATTERN,
    id="statuts.charte",
    applies=a_charter_is_to_be_signed,
    holds=signed_the_charter,
    title=Text(
        "Les statuts demandent de signer une charte ou le règlement intérieur.",
        "The statutes ask members to sign a charter or the internal rules.",
    ),
    remedy=Text("Faire signer la charte ou le règlement intérieur.", "Have the charter or internal rules signed."),
)  # fmt: skip


# --- Colleges


def there_are_colleges(candidature: Candidature, on: date) -> bool:
    """The statutes sort members into colleges."""
    return bool(statutes_of(candidature, on).colleges)


def a_college_takes_the_candidate(candidature: Candidature, on: date) -> bool:
    """One of the colleges is open to the candidate."""
    territory = _territory_of(candidature.structure)
    return statutes_of(candidature, on).some_college_takes(candidature.member, territory, on)


def _territory_of(structure: AnyStructure) -> Territory | Unknown | None:
    return structure.territory_of_action if isinstance(structure, CPTS) else None


COLLEGE = attrs.evolve(
    PATTERN,
    id="statuts.college",
    applies=there_are_colleges,
    holds=a_college_takes_the_candidate,
    title=Text("Un collège est ouvert au candidat.", "A college takes the candidate."),
    remedy=Text(
        "Proposer au candidat une convention de partenariat, ou modifier les statuts.",
        "Offer the candidate a partnership agreement, or amend the statutes.",
    ),
)


def a_college_is_asked_for(candidature: Candidature, on: date) -> bool:
    """The candidate asks for one college."""
    college = candidature.membership.college
    return college is not None and len(college) > 0


def the_college_takes_the_candidate(candidature: Candidature, on: date) -> bool:
    """The statutes have that college, and it takes the candidate."""
    statutes = statutes_of(candidature, on)
    asked = statutes.college_called(candidature.membership.college)
    if asked is None:
        if statutes.colleges_read_in_part:
            raise OpenQuestion(NO_SUCH_COLLEGE)
        return False
    return asked.takes(candidature.member, _territory_of(candidature.structure), on)


COLLEGE_DEMANDE = attrs.evolve(
    COLLEGE,
    id="statuts.college-demande",
    applies=(there_are_colleges, a_college_is_asked_for),
    holds=the_college_takes_the_candidate,
    title=Text(
        "Le collège demandé existe et il est ouvert au candidat.",
        "The college asked for exists and takes the candidate.",
    ),
    remedy=Text(
        "Demander un collège que les statuts connaissent et qui soit ouvert au candidat.",
        "Ask for a college that the statutes know and that takes the candidate.",
    ),
)


# --- Admission by an organ


def an_organ_decides(candidature: Candidature, on: date) -> bool:
    """The statutes have an organ decide on admissions."""
    return bool(statutes_of(candidature, on).admission_by)


def the_organ_has_decided(candidature: Candidature, on: date) -> bool:
    """That organ admitted the candidate, on the day at the latest."""
    membership = candidature.membership
    return both(
        lambda: membership.admitted_on is not None and membership.admitted_on <= on,
        lambda: is_the_organ(membership.admitted_by, statutes_of(candidature, on).admission_by),
    )


ADMISSION_DECIDEE = attrs.evolve(
    PATTERN,
    id="statuts.admission-decidee",
    applies=an_organ_decides,
    holds=the_organ_has_decided,
    title=Text(
        "L'admission est décidée par l'organe que les statuts désignent.",
        "Admission is decided by the organ that the statutes name.",
    ),
    remedy=Text(
        "Soumettre la candidature à l'organe que les statuts désignent.",
        "Put the candidature before the organ that the statutes name.",
    ),
    note=Text(
        "Si les statuts permettent un refus sans motif, cette clause est licite ; s'ils ne disent rien de l'admission, "
        "refuser qui remplit leurs conditions n'est pas fondé.",
        "Where the statutes allow a refusal without reasons, that clause is lawful; where they say nothing of admission, "
        "refusing somebody who meets their conditions is unfounded.",
    ),
)

RULES = (PERSONNES_PHYSIQUES, AGE, CHARTE, COLLEGE, COLLEGE_DEMANDE, ADMISSION_DECIDEE)
