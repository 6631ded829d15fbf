"""Who may become a partner of a SISA: asked before they do."""

from datetime import date
from typing import Any

import pytest

from builders import generaliste, infirmier, professional
from cpts_model import (
    CPTS,
    LAW,
    SISA,
    UNKNOWN,
    Candidature,
    LegalForm,
    Membership,
    Organisation,
    Outcome,
    Profession,
    assess,
)

DAY = date(2024, 6, 1)
ADMISSIBLE, EXERCICE = "sisa.candidat-admissible", "sisa.candidat-exercice"


def candidature(who: Any, structure: Any = None, **facts: Any) -> Candidature:
    told = {"joined_on": DAY, "left_on": None, "partner": False, "associe": True, "consented": True} | facts
    return Candidature(
        structure=structure or SISA(id="sisa", members=()),
        membership=Membership(member=who, **told),
        earlier=(),
    )


def outcome(rule_id: str, asked: Candidature, on: date = DAY) -> Outcome:
    return assess(asked, on=on, law=LAW).outcome_of(rule_id)


@pytest.mark.parametrize(
    "who",
    [
        generaliste("Ada"),
        infirmier("Ben"),
        professional("Cléo", Profession.PHARMACIEN),
        professional("Dan", Profession.SAGE_FEMME),
    ],
)
def test_medical_professions_auxiliaries_and_pharmacists_may_be_partners(who):
    assert outcome(ADMISSIBLE, candidature(who)) is Outcome.SATISFIED


@pytest.mark.parametrize(
    "who",
    [
        professional("Eve", Profession.OSTEOPATHE),
        professional("Fay", Profession.PSYCHOLOGUE),
        professional("Guy", Profession.AIDE_SOIGNANT),
        Organisation(id="scp", legal_form=LegalForm.SCP),
    ],
)
def test_nobody_else_may_be_a_partner_and_it_is_the_law_that_says_no(who):
    assessment = assess(candidature(who), on=DAY, law=LAW)
    assert assessment.outcome_of(ADMISSIBLE) is Outcome.VIOLATED
    assert ADMISSIBLE in {verdict.rule.id for verdict in assessment.breaches}


def test_who_joins_without_being_a_partner_is_not_asked():
    osteopathe = professional("Eve", Profession.OSTEOPATHE)
    assert outcome(ADMISSIBLE, candidature(osteopathe, associe=False)) is Outcome.NOT_APPLICABLE
    assert outcome(ADMISSIBLE, candidature(osteopathe, associe=UNKNOWN)) is Outcome.UNDETERMINED


def test_the_rule_is_of_the_sisa_alone():
    osteopathe = professional("Eve", Profession.OSTEOPATHE)
    assert outcome(ADMISSIBLE, candidature(osteopathe, CPTS(id="cpts", members=()))) is Outcome.NOT_APPLICABLE


def test_there_is_no_sisa_before_12_august_2011():
    osteopathe = professional("Eve", Profession.OSTEOPATHE, meets_practice_conditions=False)
    asked = candidature(osteopathe)
    for rule_id in (ADMISSIBLE, EXERCICE):
        assert outcome(rule_id, asked, date(2011, 8, 11)) is Outcome.NOT_APPLICABLE
        assert outcome(rule_id, asked, date(2011, 8, 12)) is Outcome.VIOLATED


@pytest.mark.parametrize(
    ("registered", "meets", "expected"),
    [
        (True, True, Outcome.SATISFIED),
        (False, True, Outcome.VIOLATED),
        (True, False, Outcome.VIOLATED),
        (UNKNOWN, True, Outcome.UNDETERMINED),
    ],
)
def test_a_partner_must_be_allowed_to_practise(registered, meets, expected):
    who = generaliste("Ada", registered_with_ordre=registered, meets_practice_conditions=meets)
    assert outcome(EXERCICE, candidature(who)) is expected
