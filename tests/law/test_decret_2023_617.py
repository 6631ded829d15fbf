"""A SISA that employs professionals: registration with the ordre, pharmacists."""

from datetime import date
from typing import Any

import pytest

from builders import infirmier, professional
from cpts_model.engine.assess import assess
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import SISA
from cpts_model.law import decret_2023_617

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=decret_2023_617.RULES, articles=decret_2023_617.ARTICLES)
TODAY = date(2024, 6, 1)


def judged(on: date = TODAY, **facts: Any) -> Any:
    return assess(SISA(id="sisa", **facts), on=on, law=LAW)


class TestRegistration:
    rule = "sisa.inscription-ordre"

    def of(self, registered: Any, employed: Any, on: date = TODAY, employs: Any = True) -> Outcome:
        return judged(
            on,
            employs_profession_with_ordre=employs,
            registered_with_ordre_on=registered,
            first_employment_on=employed,
        ).outcome_of(self.rule)

    def test_comes_before_employing(self) -> None:
        assert self.of(date(2024, 1, 1), date(2024, 1, 1)) is SATISFIED
        assert self.of(date(2024, 1, 1), date(2024, 2, 1)) is SATISFIED
        assert self.of(date(2024, 1, 1), None) is SATISFIED
        assert self.of(date(2024, 2, 1), date(2024, 1, 1)) is VIOLATED
        assert self.of(date(2024, 7, 1), date(2024, 8, 1)) is VIOLATED  # not registered yet
        assert self.of(None, date(2024, 1, 1)) is VIOLATED

    def test_is_undetermined_while_a_date_is_unknown(self) -> None:
        assert self.of(UNKNOWN, date(2024, 1, 1)) is UNDETERMINED
        assert self.of(date(2024, 1, 1), UNKNOWN) is UNDETERMINED
        assert self.of(None, UNKNOWN) is VIOLATED

    def test_somebody_employed_before_the_decree_is_an_open_question(self) -> None:
        facts = {
            "employs_profession_with_ordre": True,
            "registered_with_ordre_on": date(2023, 9, 1),
            "first_employment_on": date(2022, 1, 1),
        }
        (verdict,) = judged(**facts).of(self.rule)
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None

    def test_concerns_professions_with_an_ordre_from_20_july_2023(self) -> None:
        assert self.of(None, date(2023, 1, 1), employs=False) is NOT_APPLICABLE
        assert self.of(None, date(2023, 1, 1), employs=UNKNOWN) is UNDETERMINED
        assert self.of(None, date(2023, 1, 1), date(2023, 7, 19)) is NOT_APPLICABLE
        assert self.of(None, date(2023, 1, 1), date(2023, 7, 20)) is VIOLATED

    def test_blocks(self) -> None:
        assert not judged(employs_profession_with_ordre=True, registered_with_ordre_on=None).ok


def test_until_the_decree_only_professions_without_an_ordre_could_be_employed() -> None:
    rule = "sisa.emploi-avant-decret"

    def of(on: date, employs: Any) -> Outcome:
        return judged(on, employs_profession_with_ordre=employs).outcome_of(rule)

    assert of(date(2021, 5, 13), True) is NOT_APPLICABLE
    assert of(date(2021, 5, 14), True) is VIOLATED
    assert of(date(2021, 5, 14), False) is SATISFIED
    assert of(date(2021, 5, 14), UNKNOWN) is UNDETERMINED
    assert of(date(2023, 7, 19), True) is VIOLATED
    assert of(date(2023, 7, 20), True) is NOT_APPLICABLE
    assert judged(
        date(2022, 1, 1), employs_profession_with_ordre=True
    ).ok  # doctrine warns, it does not block


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("A", VIOLATED),
        ("D", SATISFIED),
        ("g", SATISFIED),
        ("E", UNDETERMINED),
        ("H", VIOLATED),
        (UNKNOWN, UNDETERMINED),
    ],
)
def test_only_adjoints_and_biologists_may_be_employed(section: Any, expected: Outcome) -> None:
    pharmacist = professional("P. Inventé", Profession.PHARMACIEN, pharmacien_section=section)
    rule = "sisa.pharmaciens-salaries"
    assessment = judged(salaried=(infirmier("I. Inventée"), pharmacist))
    assert [verdict.outcome for verdict in assessment.of(rule)] == [NOT_APPLICABLE, expected]
    assert assessment.ok
    assert judged(date(2023, 7, 19), salaried=(pharmacist,)).outcome_of(rule) is NOT_APPLICABLE


def test_section_e_says_what_to_check() -> None:
    pharmacist = professional("P. Inventé", Profession.PHARMACIEN, pharmacien_section="E")
    (verdict,) = judged(salaried=(pharmacist,)).of("sisa.pharmaciens-salaries")
    assert verdict.reason is not None
