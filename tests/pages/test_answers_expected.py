"""The answers are what the texts say: each case beside an outcome written from the law, and not from the code."""

import pytest

from cpts_model import Authority, Outcome
from pages.answers.judging import judge, through_time
from pages.answers.question import Case, Question
from pages.answers.questions import QUESTIONS

YES, NO, OPEN, NONE = Outcome.SATISFIED, Outcome.VIOLATED, Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE
STATUTES = "statutes"

# « peuvent décider de se constituer »; « composée de professionnels de santé […], d'acteurs assurant des soins de premier ou de
# deuxième recours […], de services de prévention et de santé au travail […] et d'acteurs médico-sociaux et sociaux ».
L1434_12, COMPONENTS = "CSP, art. L1434-12", "CSP, art. L1434-12, al. 2"
# « une association régie par la loi du 1er juillet 1901 », or under local law by its seat.
L1434_12_1 = "CSP, art. L1434-12-1"
# « indemnités » for a loss of income, « rémunérations » for missions, up to the plafond annuel, for each professional and civil year.
D1434_44 = "CSP, art. D1434-44"
LEAVING = "loi 1901, art. 4"
ACI = "accord conventionnel interprofessionnel en faveur des CPTS du 20 juin 2019"
LOIRE = "Adhésion à deux CPTS (Pays de la Loire)"
REFUSAL = "Cass. 1re civ., 25 juin 2002, n° 01-01.093"
CONSENT = "C. civ., art. 1101"

EXPECTED: dict[str, tuple[tuple[Outcome, str | None], ...]] = {
    "is-joining-compulsory": (
        (NO, L1434_12),  # nobody is a member without having consented
        (NONE, None),  # and no rule binds whoever joins nothing
        (YES, L1434_12),
        (OPEN, L1434_12),  # consent is not presumed
        (
            YES,
            LEAVING,
        ),  # « tout membre […] peut s'en retirer en tout temps […] nonobstant toute clause contraire »
    ),
    "two-cpts": (
        (YES, CONSENT),  # the law asks for consent, and for nothing else
        (NO, LOIRE),  # practice of one region: a ground
        (YES, LOIRE),
        (NO, STATUTES),
        (YES, STATUTES),
        (YES, L1434_12),  # no text forbids a shared commune
        (YES, L1434_12),  # foreign border territory, on French conditions
        (NO, L1434_12),
    ),
    "membership-period": (
        (OPEN, STATUTES),  # no clause was read
        (YES, STATUTES),  # the civil year covers its days before the payment
        (NO, STATUTES),  # from the payment on: not the month before
        (NO, STATUTES),  # the year after
        (NO, STATUTES),
        (YES, STATUTES),  # the season from September to August
        (NO, STATUTES),  # the season after
        (YES, STATUTES),  # once and for all
        (YES, LEAVING),
    ),
    "who-may-join": (
        (YES, COMPONENTS),
        (YES, COMPONENTS),  # medico-social
        (YES, COMPONENTS),  # occupational health, since 31 March 2022
        (NO, COMPONENTS),  # an elected official is none of these
        (YES, STATUTES),
        (OPEN, COMPONENTS),  # coordination schemes are not named
        (NO, L1434_12),  # the minister of defence authorises
    ),
    "osteopath": (
        (YES, STATUTES),
        (NO, STATUTES),
        (NO, COMPONENTS),  # not a profession of Part 4 of the code
        (OPEN, COMPONENTS),  # primary care: rewritten on 29 June 2025, wording not found
        (NO, COMPONENTS),
        (YES, COMPONENTS),  # one qualifying profession is enough
        (YES, COMPONENTS),  # as a medico-social actor
        (NO, REFUSAL),  # statutes silent: the right to refuse is not open
        (YES, REFUSAL),  # a condition that the candidate does not meet
        (OPEN, REFUSAL),
    ),
    "salaried-professionals": (
        (YES, COMPONENTS),  # « professionnels de santé », whatever the mode
        (YES, STATUTES),
        (NO, STATUTES),
        (YES, D1434_44),  # to its members
        (NO, D1434_44),  # nothing lost, no indemnity
        (YES, D1434_44),
    ),
    "legal-persons": (
        (YES, STATUTES),
        (NO, STATUTES),
        (YES, COMPONENTS),
        (YES, COMPONENTS),  # primary care
        (YES, COMPONENTS),
        (YES, STATUTES),
        (NO, STATUTES),
    ),
    "fami-forfait-structure": (
        (YES, STATUTES),
        (YES, "décret n° 2021-685 du 28 mai 2021"),  # the CPTS counts for the pharmacien correspondant
        (YES, "décret n° 2024-618 du 27 juin 2024"),  # the experiment in CPTS: Isère is on the list
        (NO, "CSP, art. L4321-1"),  # the CPTS is not in the list of L4321-1
        (YES, "CSP, art. L4321-1"),  # the maison de santé is
    ),
    "evening-meeting": (
        (OPEN, D1434_44),  # two readings
        (YES, D1434_44),
        (NO, D1434_44),
        (YES, D1434_44),
        (NO, D1434_44),
        (NO, D1434_44),  # a reading: no convention, no mission
    ),
    "ceiling": (
        (YES, D1434_44),  # « dans la limite »: the ceiling itself is within it
        (NO, D1434_44),
        (YES, D1434_44),  # each civil year has its own
        (NO, D1434_44),  # « pour chaque professionnel »: over all CPTS (inferred)
        (YES, D1434_44),
        (OPEN, D1434_44),  # the order of that year was not read
    ),
    "what-tells-them-apart": (
        (NO, "CSP, art. L1411-11-1, al. 1"),  # « autour de médecins généralistes de premier recours »
        (NO, "CSP, art. L6323-3, al. 1"),  # « une personne morale »
        (NO, L1434_12_1),
        (NO, "CSP, art. L6323-1-5"),  # « salariés »
        (NO, "CSP, art. L6323-3, al. 3"),  # « signé par chacun des professionnels de santé membres »
    ),
    "population": (
        (YES, ACI),  # below 40 000: size 1
        (NO, ACI),  # 40 000: size 2
        (YES, ACI),  # 80 000: size 2 or 3
        (OPEN, ACI),
    ),
    "legal-form": (
        (YES, L1434_12_1),
        (NO, L1434_12_1),
        (NO, L1434_12_1),
        (YES, L1434_12_1),  # Bas-Rhin: local law
        (NO, L1434_12_1),
    ),
    "silence": (
        (YES, L1434_12),  # two months and a day without opposition
        (NO, L1434_12),  # the two months run
        (OPEN, L1434_12),  # they run from the complete file
        (NO, L1434_12),  # opposed in time, on one of the two grounds, with reasons
        (OPEN, L1434_12),  # late: contestable, not void
        (OPEN, L1434_12),  # no transitional provision was found
        (YES, "CRPA, art. L232-3"),  # « à la demande de l'intéressé, d'une attestation »
    ),
    "what-to-send": (
        (NO, L1434_12),  # « qu'ils transmettent à l'agence régionale de santé »
        (YES, L1434_12),
        (NO, ACI),
        (NO, ACI),  # each year a dialogue de gestion
    ),
}

MOVED: dict[tuple[str, int], tuple[tuple[str, Outcome], ...]] = {
    ("is-joining-compulsory", 0): (("2016-01-28", NO),),
    ("two-cpts", 6): (("2022-02-23", YES),),
    ("who-may-join", 2): (("2016-01-28", NO), ("2022-03-31", YES)),
    ("who-may-join", 6): (("2016-01-28", OPEN), ("2020-04-15", NO)),
    ("osteopath", 3): (("2016-01-28", NO), ("2025-06-29", OPEN)),
    ("fami-forfait-structure", 1): (("2021-05-31", YES),),
    ("what-tells-them-apart", 1): (("2011-08-12", NO),),
    ("legal-form", 1): (("2021-05-14", NONE), ("2022-05-15", NO)),
    ("silence", 5): (("2019-07-27", OPEN),),
}

CASES = [
    pytest.param(question, place, id=f"{question.slug.en}-{place}")
    for question in QUESTIONS
    for place in range(len(question.cases))
]
MOVING = [
    pytest.param(question, place, id=f"{question.slug.en}-{place}")
    for question in QUESTIONS
    for place, case in enumerate(question.cases)
    if case.law_moved
]


def said_by(case: Case) -> str | None:
    rule = judge(case).rule
    if rule is None:
        return None
    return STATUTES if rule.authority is Authority.STATUTES else rule.cites.short


@pytest.mark.parametrize(("question", "place"), CASES)
def test_a_case_comes_out_as_its_text_has_it(question: Question, place: int) -> None:
    case = question.cases[place]
    assert (judge(case).outcome, said_by(case)) == EXPECTED[question.slug.en][place], case.what.en


def test_every_case_is_expected() -> None:
    assert {question.slug.en: len(question.cases) for question in QUESTIONS} == {
        slug: len(expected) for slug, expected in EXPECTED.items()
    }


@pytest.mark.parametrize(("question", "place"), MOVING)
def test_the_law_moves_on_the_days_of_its_texts(question: Question, place: int) -> None:
    first, *others = through_time(question.cases[place])
    assert first.outcome is NONE
    assert first.rule is None
    steps = tuple((one.on.isoformat(), one.outcome) for one in others)
    assert steps == MOVED[question.slug.en, place]


def test_every_case_that_moves_is_expected() -> None:
    assert {
        (question.slug.en, place)
        for question in QUESTIONS
        for place, case in enumerate(question.cases)
        if case.law_moved
    } == set(MOVED)
