"""A SISA that employs professionals: registration with the ordre, pharmacists."""

from datetime import date
from typing import Any

import attrs
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
            salaried=(),
            employs_profession_with_ordre=employs,
            registered_with_ordre_on=registered,
            first_employment_on=employed,
        ).outcome_of(self.rule)

    def test_comes_before_employing(self) -> None:
        assert self.of(date(2024, 1, 1), date(2024, 2, 1)) is SATISFIED
        assert self.of(date(2024, 1, 1), None) is SATISFIED
        assert self.of(date(2024, 1, 1), None, on=date(2024, 1, 1)) is SATISFIED
        assert self.of(date(2024, 2, 1), date(2024, 1, 1)) is VIOLATED
        assert self.of(date(2024, 7, 1), date(2024, 8, 1)) is VIOLATED  # not registered yet
        assert self.of(None, date(2024, 1, 1)) is VIOLATED

    def test_is_undetermined_while_a_date_is_unknown(self) -> None:
        assert self.of(UNKNOWN, date(2024, 1, 1)) is UNDETERMINED
        assert self.of(date(2024, 1, 1), UNKNOWN) is UNDETERMINED
        assert self.of(None, UNKNOWN) is UNDETERMINED

    def test_on_the_very_day_of_employing_is_open(self) -> None:
        assert self.of(date(2024, 1, 1), date(2024, 1, 1)) is UNDETERMINED

    @pytest.mark.parametrize("registered", [date(2023, 9, 1), None, date(2025, 1, 1)])
    def test_somebody_employed_before_the_decree_is_an_open_question(self, registered: Any) -> None:
        facts = {
            "employs_profession_with_ordre": True,
            "registered_with_ordre_on": registered,
            "first_employment_on": date(2022, 1, 1),
        }
        (verdict,) = judged(**facts).of(self.rule)
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None

    def test_concerns_professions_with_an_ordre_from_20_july_2023(self) -> None:
        assert self.of(None, date(2023, 1, 1), employs=False) is NOT_APPLICABLE
        assert self.of(None, date(2023, 1, 1), employs=UNKNOWN) is UNDETERMINED
        assert self.of(None, date(2023, 1, 1), date(2023, 7, 19)) is NOT_APPLICABLE
        assert self.of(None, date(2023, 7, 20), date(2023, 7, 20)) is VIOLATED
        assert self.of(None, date(2023, 7, 19), date(2023, 7, 20)) is UNDETERMINED

    def test_blocks(self) -> None:
        assert not judged(
            employs_profession_with_ordre=True,
            registered_with_ordre_on=None,
            first_employment_on=date(2024, 1, 1),
        ).ok

    @pytest.mark.parametrize(
        ("profession", "flag", "expected"),
        [
            (Profession.INFIRMIER, UNKNOWN, VIOLATED),
            (Profession.INFIRMIER, True, VIOLATED),
            (Profession.INFIRMIER, False, VIOLATED),  # the list of employees tells more than the summary
            (Profession.BIOLOGISTE_MEDICAL, UNKNOWN, VIOLATED),
            (Profession.ORTHOPHONISTE, False, NOT_APPLICABLE),
            (Profession.ORTHOPHONISTE, True, VIOLATED),
            (Profession.ORTHOPHONISTE, UNKNOWN, UNDETERMINED),
            (UNKNOWN, False, UNDETERMINED),
        ],
    )
    def test_follows_from_the_employees_where_they_are_told(
        self, profession: Any, flag: Any, expected: Outcome
    ) -> None:
        facts = {
            "salaried": profession if profession is UNKNOWN else (professional("S. Inventée", profession),),
            "employs_profession_with_ordre": flag,
            "registered_with_ordre_on": None,
            "first_employment_on": date(2024, 1, 1),
        }
        assert judged(**facts).outcome_of(self.rule) is expected
        before = judged(date(2022, 1, 1), **facts).outcome_of("sisa.emploi-avant-decret")
        assert before is (SATISFIED if expected is NOT_APPLICABLE else expected)

    def test_is_with_each_ordre_concerned(self) -> None:
        described = attrs.fields(SISA).registered_with_ordre_on.metadata
        assert "chacun des ordres" in str(described)


def test_until_the_decree_only_professions_without_an_ordre_could_be_employed() -> None:
    rule = "sisa.emploi-avant-decret"

    def of(on: date, employs: Any) -> Outcome:
        return judged(on, employs_profession_with_ordre=employs, salaried=()).outcome_of(rule)

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


def test_the_ban_on_other_pharmacists_cites_the_decree_that_the_ordre_reports() -> None:
    (rule,) = LAW.versions("sisa.pharmaciens-salaries")
    assert "2023-617" in rule.cites.article
    assert rule.note is not None
    assert "ordre" in rule.note.fr
    assert "toute autre section" in rule.remedy.fr
