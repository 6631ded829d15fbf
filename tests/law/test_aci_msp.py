"""Points of the ACI of maisons de santé, from the first avenant as it is reported."""

from datetime import date
from decimal import Decimal

import attrs
import pytest

from cpts_model import UNKNOWN, BadFact, Evidence, OpenQuestion, UnknownFact
from cpts_model.facts.indicateurs_msp import IndicateursMSP
from cpts_model.law.aci_msp import PREREQUISITES, TABLE, Axis, RowKind, most_points, points_of, table_of
from cpts_model.law.aci_msp.regime import POINT_VALUE

SIGNED = date(2019, 1, 1)
ROWS = {row.key: row for row in TABLE}
CONFIRMED = {
    "crise-plan",
    "crise-actions",
    "missions-sante-publique-ipa",
    "coordination",
    "protocoles",
    "protocoles-ipa",
    "concertation-ipa",
}
"""The rows that an article or a federation confirms with their points."""


def points(key: str, **told: object) -> Decimal:
    return points_of(ROWS[key], IndicateursMSP(year=2025, **told))  # type: ignore[arg-type]


def test_a_point_is_seven_euros() -> None:
    assert POINT_VALUE == 7


class TestConfirmedRows:
    def test_the_crisis_plan(self) -> None:
        assert points("crise-plan", crisis_plan=True) == 100
        assert points("crise-plan", crisis_plan=False) == 0

    @pytest.mark.parametrize(("number", "expected"), [(0, 0), (1, 100), (7, 700), (8, 800), (9, 800)])
    def test_protocols_count_up_to_eight(self, number: int, expected: int) -> None:
        assert points("protocoles", protocoles=number) == expected

    @pytest.mark.parametrize(("number", "expected"), [(0, 0), (1, 40), (8, 320), (9, 320)])
    def test_protocols_with_an_advanced_practice_nurse(self, number: int, expected: int) -> None:
        assert points("protocoles-ipa", protocoles_ipa=number) == expected

    def test_public_health_missions_with_an_advanced_practice_nurse(self) -> None:
        assert points("missions-sante-publique-ipa", public_health_ipa=True) == 200

    @pytest.mark.parametrize(
        ("patients", "expected"),
        [(0, 1000), (2000, 1850), (4000, 2700), (6000, 3550), (8000, 4400)],
    )
    def test_coordination_is_1000_points_and_1700_for_every_4000_patients(
        self, patients: int, expected: int
    ) -> None:
        assert points("coordination", coordination=True, patientele=patients) == expected

    def test_coordination_keeps_the_parts_of_a_point(self) -> None:
        assert points("coordination", coordination=True, patientele=4001) == Decimal("2700.425")

    def test_beyond_8000_patients_no_publication_confirms_the_slope(self) -> None:
        with pytest.raises(OpenQuestion, match="beyond 8,000 patients"):
            points("coordination", coordination=True, patientele=8001)
        indicators = IndicateursMSP(year=2025, coordination=True, patientele=8001)
        assert most_points(ROWS["coordination"], indicators) is None

    def test_without_coordination_the_patients_do_not_matter(self) -> None:
        assert points("coordination", coordination=False) == 0
        with pytest.raises(UnknownFact):
            points("coordination", coordination=True)
        with pytest.raises(UnknownFact):
            most_points(ROWS["coordination"], IndicateursMSP(year=2025))


class TestConflicts:
    @pytest.mark.parametrize(
        ("key", "fact", "expected"),
        [("crise-actions", "crisis_actions", 350), ("concertation-ipa", "concertation_ipa", 200)],
    )
    def test_flat_or_by_patients_agree_at_4000_only(self, key: str, fact: str, expected: int) -> None:
        assert points(key, **{fact: True}, patientele=4000) == expected
        for patients in (3999, 4001):
            with pytest.raises(OpenQuestion, match="sources differ"):
                points(key, **{fact: True}, patientele=patients)
        assert points(key, **{fact: False}, patientele=4001) == 0

    @pytest.mark.parametrize(("patients", "expected"), [(2000, 350), (8000, 700)])
    def test_the_most_is_that_of_the_reading_that_gives_more(self, patients: int, expected: int) -> None:
        indicators = IndicateursMSP(year=2025, crisis_actions=True, patientele=patients)
        assert most_points(ROWS["crise-actions"], indicators) == expected


class TestRowsNotConfirmed:
    @pytest.mark.parametrize("key", sorted(set(ROWS) - CONFIRMED))
    def test_have_no_points_when_reached_and_none_when_not(self, key: str) -> None:
        row = ROWS[key]
        assert row.evidence is None
        for reached, nothing in ((True, False), (3, 0)):
            try:
                told = IndicateursMSP(year=2025, patientele=4000, **{row.fact: reached})
                missed = IndicateursMSP(year=2025, **{row.fact: nothing})
            except BadFact:
                continue  # of the two kinds of facts, this is the other
            with pytest.raises(OpenQuestion):
                points_of(row, told)
            assert points_of(row, missed) == 0
            assert most_points(row, told) is None
            assert most_points(row, missed) == 0
            break
        else:
            pytest.fail(f"{key} reads no fact")

    def test_of_some_the_existence_alone_is_confirmed(self) -> None:
        for key in ("parcours-insuffisance-cardiaque", "parcours-obesite-enfant"):
            assert "indicator is confirmed" in ROWS[key].doubt.en


class TestTheTable:
    def test_confirmed_rows_say_who_confirms_them(self) -> None:
        assert {row.key for row in TABLE if row.evidence is Evidence.SECONDARY} == CONFIRMED
        assert all(row.source for row in TABLE if row.key in CONFIRMED)
        assert all(row.scales for row in TABLE if row.key in CONFIRMED)

    def test_each_row_reads_a_fact_of_its_own(self) -> None:
        names = {field.name for field in attrs.fields(IndicateursMSP)}
        facts = [row.fact for row in TABLE]
        assert set(facts) == names - {"year", "second_avenant", "patientele", "associated_professionals"}
        assert len(facts) == len(set(facts)) == len(ROWS)

    def test_four_are_required(self) -> None:
        assert [row.key for row in PREREQUISITES] == [
            "horaires-et-snp", "crise-plan", "coordination", "systeme-standard",
        ]  # fmt: skip

    def test_words_come_in_both_languages(self) -> None:
        assert all(one.label.fr and one.label.en for one in (*Axis, *RowKind))
        assert {row.axis for row in TABLE} == set(Axis)

    def test_an_unknown_indicator_decides_nothing_and_bounds_where_points_are_confirmed(self) -> None:
        nothing_told = IndicateursMSP(year=2025)
        for row in TABLE:
            with pytest.raises(UnknownFact):
                points_of(row, nothing_told)
        assert most_points(ROWS["protocoles"], nothing_told) == 800
        assert most_points(ROWS["horaires-et-snp"], nothing_told) is None


class TestYears:
    def test_the_table_is_of_2022_on_and_that_of_2017_was_not_found(self) -> None:
        assert table_of(IndicateursMSP(year=2022), SIGNED) is TABLE
        with pytest.raises(OpenQuestion, match="before 2022"):
            table_of(IndicateursMSP(year=2021), SIGNED)

    def test_from_2026_a_second_avenant_may_govern_whoever_joined_it(self) -> None:
        assert table_of(IndicateursMSP(year=2025, second_avenant=True), SIGNED) is TABLE
        assert table_of(IndicateursMSP(year=2026, second_avenant=False), SIGNED) is TABLE
        with pytest.raises(OpenQuestion, match="second avenant"):
            table_of(IndicateursMSP(year=2026, second_avenant=True), SIGNED)
        with pytest.raises(UnknownFact):
            table_of(IndicateursMSP(year=2026, second_avenant=UNKNOWN), SIGNED)

    def test_it_may_be_left_aside_only_under_a_contract_of_before_it(self) -> None:
        aside = IndicateursMSP(year=2027, second_avenant=False)
        assert table_of(aside, date(2026, 7, 13)) is TABLE
        with pytest.raises(OpenQuestion, match="2026-07-14"):
            table_of(aside, date(2026, 7, 14))


class TestFacts:
    @pytest.mark.parametrize("field", ["patientele", "protocoles", "quality_level"])
    def test_a_negative_number_is_refused(self, field: str) -> None:
        assert getattr(IndicateursMSP(year=2025, **{field: 0}), field) == 0
        with pytest.raises(BadFact, match=f"{field}: -1 is less than none"):
            IndicateursMSP(year=2025, **{field: -1})

    def test_are_named_by_their_year(self) -> None:
        assert IndicateursMSP(year=2025).name == "2025"
