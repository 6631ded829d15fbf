"""Amounts of the ACI of the CPTS: each figure on both sides of its days, and those that were not found."""

import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

import cpts_model
from cpts_model import UNKNOWN, Evidence, OpenQuestion, Period
from cpts_model.facts.contracts import SizeClass
from cpts_model.facts.missions import Mission
from cpts_model.law.aci_cpts.amounts import AMOUNTS, Figure, Part, figure_of, figures_of

ONE_DAY = timedelta(days=1)
T1, T2, T3, T4 = SizeClass.T1, SizeClass.T2, SizeClass.T3, SizeClass.T4
FIRST, LAST = date(2026, 4, 15), date(2027, 4, 14)
"""The year of the one contract that was transcribed."""
SEEN = [
    (Mission.ACCES_AUX_SOINS, Part.FIXED, 90_000),
    (Mission.ACCES_AUX_SOINS, Part.VARIABLE, 35_000),
    (Mission.PARCOURS, Part.FIXED, 45_000),
    (Mission.PARCOURS, Part.VARIABLE, 45_000),
    (Mission.PREVENTION, Part.FIXED, 17_500),
    (Mission.PREVENTION, Part.VARIABLE, 17_500),
    (Mission.CRISE, Part.FIXED, 22_500),
    (Mission.CRISE, Part.CRISIS, 67_500),
    (Mission.QUALITE, Part.FIXED, 15_000),
    (Mission.QUALITE, Part.VARIABLE, 15_000),
    (Mission.ACCOMPAGNEMENT, Part.FIXED, 10_000),
    (Mission.ACCOMPAGNEMENT, Part.VARIABLE, 10_000),
]


def year_from(first: date) -> dict[str, date]:
    return {"first": first, "last": first.replace(year=first.year + 1) - ONE_DAY}


def amount(part: Part, size: SizeClass, mission: Mission | None = None, **year: date) -> Decimal:
    return figure_of(part, size, mission, **year).euros


class TestFunctioning:
    @pytest.mark.parametrize(("size", "euros"), [(T1, 50_000), (T2, 60_000), (T3, 75_000), (T4, 90_000)])
    def test_by_size_since_the_agreement_is_in_force(self, size: SizeClass, euros: int) -> None:
        assert amount(Part.FUNCTIONING, size, **year_from(date(2019, 8, 25))) == euros
        assert amount(Part.FUNCTIONING, size, **year_from(date(2026, 11, 21))) == euros
        figure = figure_of(Part.FUNCTIONING, size, **year_from(date(2026, 11, 21)))
        assert figure.evidence is Evidence.SECONDARY
        assert figure.checked_on == date(2020, 11, 1)
        assert "Concours médical" in figure.source

    def test_not_a_day_before(self) -> None:
        with pytest.raises(OpenQuestion, match="2019-08-25"):
            figure_of(Part.FUNCTIONING, T3, **year_from(date(2019, 8, 24)))


class TestCeiling:
    @pytest.mark.parametrize(("size", "euros"), [(T1, 220_000), (T2, 287_000), (T3, 370_000), (T4, 450_000)])
    def test_of_2019_up_to_the_day_before_the_second_avenant(self, size: SizeClass, euros: int) -> None:
        first = date(2021, 3, 31)
        assert amount(Part.CEILING, size, first=first, last=date(2022, 3, 30)) == euros
        figure = figure_of(Part.CEILING, size, first=first, last=date(2022, 3, 30))
        assert figure.checked_on == date(2019, 11, 21)
        assert figure.note is not None
        assert figure.note.fr.startswith("comprend les sommes propres aux soins non programmés")
        with pytest.raises(OpenQuestion, match="both sides of 2022-03-31"):
            figure_of(Part.CEILING, size, first=first + ONE_DAY, last=date(2022, 3, 31))

    def test_of_the_largest_size_since_the_second_avenant(self) -> None:
        assert amount(Part.CEILING, T4, **year_from(date(2022, 3, 31))) == 580_000

    @pytest.mark.parametrize("size", [T1, T2, T3])
    def test_of_the_others_since_then_was_not_found(self, size: SizeClass) -> None:
        with pytest.raises(OpenQuestion, match="ceiling of this size not found"):
            figure_of(Part.CEILING, size, **year_from(date(2022, 3, 31)))

    @pytest.mark.parametrize(("size", "euros"), [(T1, 170_000), (T2, 227_000), (T3, 295_000), (T4, 360_000)])
    def test_less_the_functioning_leaves_what_all_the_missions_of_2019_came_to(
        self, size: SizeClass, euros: int
    ) -> None:
        year = year_from(date(2019, 8, 25))
        assert amount(Part.CEILING, size, **year) - amount(Part.FUNCTIONING, size, **year) == euros

    def test_what_was_seen_of_size_3_fits_in_what_was_left_of_2019_save_the_first_mission_and_the_crisis(
        self,
    ) -> None:
        # 90 000 + 35 000 + 30 000 + 20 000 of the 295 000, so that 120 000 are left for access to care.
        seen = sum(
            euros for mission, _, euros in SEEN if mission not in (Mission.ACCES_AUX_SOINS, Mission.CRISE)
        )
        assert seen == 175_000
        year = year_from(date(2019, 8, 25))
        left = amount(Part.CEILING, T3, **year) - amount(Part.FUNCTIONING, T3, **year) - seen
        assert left == 120_000

    def test_the_variable_parts_seen_agree_with_what_a_second_size_3_says_of_its_own(self) -> None:
        variable = {mission: euros for mission, part, euros in SEEN if part is Part.VARIABLE}
        optional = variable.pop(Mission.QUALITE) + variable.pop(Mission.ACCOMPAGNEMENT)
        assert sum(variable.values()) == 97_500
        assert sum(variable.values()) + optional == 122_500


class TestMissions:
    @pytest.mark.parametrize(("mission", "part", "euros"), SEEN)
    def test_as_seen_in_the_year_of_the_transcribed_contract(
        self, mission: Mission, part: Part, euros: int
    ) -> None:
        figure = figure_of(part, T3, mission, first=FIRST, last=LAST)
        assert figure.euros == euros
        assert figure.evidence is Evidence.SECONDARY
        assert figure.observed == Period(FIRST, LAST + ONE_DAY)
        assert figure.in_force is None
        assert "déduite" in figure.source

    @pytest.mark.parametrize(("mission", "part", "euros"), SEEN)
    @pytest.mark.parametrize("shift", [-1, 1])
    def test_not_for_a_year_of_which_one_day_is_beyond(
        self, mission: Mission, part: Part, euros: int, shift: int
    ) -> None:
        day = timedelta(days=shift)
        with pytest.raises(OpenQuestion, match=f"{euros:,}.*not used for another year"):
            figure_of(part, T3, mission, first=FIRST + day, last=LAST + day)

    def test_the_fixed_part_of_the_crisis_mission_was_seen_in_a_year_of_update(self) -> None:
        figure = figure_of(Part.FIXED, T3, Mission.CRISE, first=FIRST, last=LAST)
        assert figure.note is not None
        assert figure.note.fr == "année de mise à jour du plan"

    def test_what_was_seen_of_another_year_is_told_as_each_language_writes_it(self) -> None:
        with pytest.raises(OpenQuestion) as caught:
            figure_of(Part.FIXED, T3, Mission.ACCES_AUX_SOINS, first=FIRST + ONE_DAY, last=LAST + ONE_DAY)
        assert "(90 000 €)" in caught.value.reason.fr
        assert "(€90,000)" in caught.value.reason.en

    @pytest.mark.parametrize("size", [T1, T2, T4])
    @pytest.mark.parametrize(("mission", "part", "euros"), SEEN)
    def test_of_no_other_size(self, mission: Mission, part: Part, euros: int, size: SizeClass) -> None:
        with pytest.raises(OpenQuestion, match="not found for this size"):
            figure_of(part, size, mission, first=FIRST, last=LAST)

    @pytest.mark.parametrize("size", SizeClass)
    def test_the_first_year_of_the_crisis_plan_was_not_found(self, size: SizeClass) -> None:
        with pytest.raises(OpenQuestion, match="first year of the crisis plan"):
            figure_of(Part.FIRST_PLAN, size, Mission.CRISE, first=FIRST, last=LAST)

    def test_a_mission_of_no_agreement_has_none(self) -> None:
        assert figures_of(Part.FIXED, T3, Mission.OTHER) == ()
        with pytest.raises(OpenQuestion, match="that the agreement does not have"):
            figure_of(Part.FIXED, T3, Mission.OTHER, first=FIRST, last=LAST)


class TestTheTable:
    def test_an_amount_is_known_and_sourced_or_has_its_reason(self) -> None:
        for figure in AMOUNTS:
            if figure.reason is None:
                assert figure.euros > 0, figure.key
                assert figure.evidence is not None, figure.key
                assert figure.source, figure.key
            else:
                assert figure.amount is UNKNOWN, figure.key
                with pytest.raises(OpenQuestion):
                    _ = figure.euros

    def test_no_day_has_two_figures_of_one_thing(self) -> None:
        for one in AMOUNTS:
            others = figures_of(one.part, one.size, one.mission) if one.size else ()
            assert not any(one is not other and one.days.overlaps(other.days) for other in others), one.key

    def test_holds_no_figure_of_a_negotiation(self) -> None:
        # Proposals of 2020 and 2021 for start-up money and crises, that no signed text was seen to keep.
        drafts = {15_000, 17_500, 20_000, 25_000, 30_000, 37_500, 50_000, 75_000, 87_500, 90_000}
        drafts |= {100_000, 105_000, 105_500, 112_500, 131_250, 135_000, 157_500}
        drafts -= {euros for _, _, euros in SEEN} | {50_000, 60_000, 75_000, 90_000}
        assert not drafts & {figure.amount for figure in AMOUNTS if figure.reason is None}
        by_size = {
            (figure.part, figure.size) for figure in AMOUNTS if figure.reason is None and figure.mission
        }
        assert {size for _, size in by_size} == {T3}

    def test_no_draft_of_a_crisis_or_start_up_amount_is_written_anywhere_in_the_library(self) -> None:
        root = Path(cpts_model.__file__).parent
        text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(root.rglob("*.py")))
        drafts = ["37 500", "87 500", "105 000", "105 500", "112 500", "131 250", "135 000", "157 500"]
        patterns = [draft.replace(" ", "[_ ,.]?") for draft in drafts]
        found = [re.findall(rf"(?<!\d){pattern}(?!\d)", text) for pattern in patterns]
        assert not any(found), found

    def test_keys_name_what_the_amount_is_of(self) -> None:
        assert figure_of(Part.FIXED, T3, Mission.PARCOURS, first=FIRST, last=LAST).key == (
            "part-fixe/parcours/taille-3"
        )
        assert all(part.label.fr and part.label.en for part in Part)

    @pytest.mark.parametrize(
        "wrong",
        [
            {"amount": Decimal(1)},
            {"amount": Decimal(1), "in_force": Period(FIRST), "observed": Period(FIRST)},
            {"amount": UNKNOWN, "in_force": Period(FIRST)},
        ],
    )
    def test_a_figure_says_its_days_and_why_it_is_unknown(self, wrong: dict[str, object]) -> None:
        with pytest.raises(ValueError, match="plafond"):
            Figure(part=Part.CEILING, size=None, **wrong)  # type: ignore[arg-type]
