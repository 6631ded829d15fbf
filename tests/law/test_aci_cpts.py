"""The ACI of the CPTS: sizes, missions and their months, five years by anniversary, the crisis mission's days."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpts_model.engine.assess import assess
from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.law import Law
from cpts_model.engine.missing import missing
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.unknown import UNKNOWN, OpenQuestion, UnknownFact
from cpts_model.facts.checks import BadFact
from cpts_model.facts.contracts import ContractYear, ContratACI, MissionProgress, SizeClass
from cpts_model.facts.missions import Mission
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.structures import CPTS
from cpts_model.facts.territories import Territory
from cpts_model.law import LAW as WHOLE
from cpts_model.law import aci_cpts
from cpts_model.law.aci_cpts.contract import contract_of, contract_year, contract_years, term_of, year_of
from cpts_model.law.aci_cpts.missions import MissionKind, deployment_limit, kind_of, start_limit
from cpts_model.law.aci_cpts.sizes import population_of, possible_classes, size_class, size_class_of

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=aci_cpts.RULES, articles=aci_cpts.ARTICLES)
DAY = timedelta(days=1)

ACCES, PARCOURS, PREVENTION = Mission.ACCES_AUX_SOINS, Mission.PARCOURS, Mission.PREVENTION
CRISE, QUALITE, ACCOMPAGNEMENT = Mission.CRISE, Mission.QUALITE, Mission.ACCOMPAGNEMENT
THREE = (ACCES, PARCOURS, PREVENTION)
FOUR = (*THREE, CRISE)
SIGNED = date(2022, 6, 15)


def contract(**facts: Any) -> ContratACI:
    """A contract signed on 15 June 2022, that nobody ended."""
    told: dict[str, Any] = {
        "signed_on": SIGNED,
        "ends_on": None,
        "terminated_on": None,
        "progress": (),
        "missions": FOUR,
    }
    return ContratACI(**(told | facts))


def cpts(**facts: Any) -> CPTS:
    return CPTS(id="cpts", contract=contract(**facts))


def outcome(rule: str, subject: CPTS, on: date) -> Outcome:
    return assess(subject, on=on, law=LAW).outcome_of(f"aci-cpts.{rule}")


def of_mission(rule: str, subject: CPTS, mission: Mission, on: date) -> Outcome:
    (found,) = [
        one.outcome for one in assess(subject, on=on, law=LAW).of(f"aci-cpts.{rule}") if one.part is mission
    ]
    return found


def started(mission: Mission, on: date | None, deployed: Any = None) -> tuple[MissionProgress, ...]:
    return (MissionProgress(mission=mission, started_on=on, deployed_on=deployed),)


def plus_months(day: date, months: int) -> date:
    """The same day number so many months later, or the last of that month: written without the library."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first_of_next = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (first_of_next - DAY).day
    return date(year, month + 1, min(day.day, last))


class TestTheAgreement:
    def test_warns_and_never_blocks(self) -> None:
        assert all(rule.authority is Authority.CONVENTION and not rule.blocking for rule in aci_cpts.RULES)

    def test_its_rules_are_part_of_the_law(self) -> None:
        assert {rule.id for rule in aci_cpts.RULES} <= {rule.id for rule in WHOLE}

    def test_trap_7_in_force_the_day_after_the_journal_officiel_of_24_august_2019(self) -> None:
        (agreement,) = aci_cpts.ARTICLES
        before, after = agreement.at(date(2019, 8, 24)), agreement.at(date(2019, 8, 25))
        assert before is not None
        assert not before.exists
        assert after is not None
        assert after.exists

    def test_avenant_2_is_the_avis_of_31_march_2022(self) -> None:
        (agreement,) = aci_cpts.ARTICLES
        avenant = agreement.at(date(2022, 3, 31))
        assert avenant is not None
        assert avenant.legifrance == "JORFTEXT000045443303"
        assert avenant != agreement.at(date(2022, 3, 30))

    @pytest.mark.parametrize("rule", ["mission-demarree", "missions-socles", "projet-valide-avant-contrat"])
    def test_a_contract_dated_before_it_is_not_under_it(self, rule: str) -> None:
        on = date(2021, 12, 1)
        assert outcome(rule, cpts(signed_on=date(2019, 8, 24), missions=THREE), on) is NOT_APPLICABLE
        assert outcome(rule, cpts(signed_on=date(2019, 8, 25), missions=THREE), on) is not NOT_APPLICABLE

    @pytest.mark.parametrize("rule", sorted({rule.id.removeprefix("aci-cpts.") for rule in aci_cpts.RULES}))
    def test_nothing_is_asked_without_a_signed_contract(self, rule: str) -> None:
        on = date(2023, 1, 1)
        assert outcome(rule, CPTS(id="x", contract=None), on) is NOT_APPLICABLE
        assert outcome(rule, cpts(signed_on=None), on) is NOT_APPLICABLE
        assert outcome(rule, CPTS(id="x"), on) is UNDETERMINED
        assert outcome(rule, cpts(signed_on=UNKNOWN), on) is UNDETERMINED

    def test_nothing_is_asked_before_signature(self) -> None:
        before, on = SIGNED - DAY, SIGNED
        assert outcome("missions-socles", cpts(), before) is NOT_APPLICABLE
        assert outcome("missions-socles", cpts(), on) is not NOT_APPLICABLE


class TestSizes:
    @pytest.mark.parametrize(
        ("population", "size"),
        [
            (0, SizeClass.T1),
            (8_500, SizeClass.T1),
            (39_999, SizeClass.T1),
            (40_000, SizeClass.T2),
            (79_999, SizeClass.T2),
            (80_001, SizeClass.T3),
            (175_000, SizeClass.T3),
            (175_001, SizeClass.T4),
        ],
    )
    def test_both_sides_of_each_threshold_and_trap_5_no_floor(self, population: int, size: SizeClass) -> None:
        assert size_class(population) is size
        assert possible_classes(population) == {size}

    def test_trap_2_the_thresholds_of_the_draft_of_april_2019_are_not_used(self) -> None:
        assert size_class(75_000) is SizeClass.T2
        assert size_class(200_000) is SizeClass.T4

    def test_80_000_exactly_is_left_open(self) -> None:
        with pytest.raises(OpenQuestion, match="80 000"):
            size_class(80_000)
        assert possible_classes(80_000) == {SizeClass.T2, SizeClass.T3}

    @pytest.mark.parametrize(
        ("size", "expected"),
        [
            (SizeClass.T1, VIOLATED),
            (SizeClass.T2, SATISFIED),
            (SizeClass.T3, SATISFIED),
            (SizeClass.T4, VIOLATED),
        ],
    )
    def test_80_000_exactly_is_of_the_size_that_the_contract_says(
        self, size: SizeClass, expected: Outcome
    ) -> None:
        subject = cpts(size_class=size, population=80_000)
        assert outcome("taille", subject, SIGNED) is expected
        assert size_class_of(subject, SIGNED) is size

    def test_the_contract_speaks_first_then_its_population_then_the_territory(self) -> None:
        territory = Territory(population=200_000)
        of_contract = CPTS(
            id="x", contract=contract(size_class=SizeClass.T2, population=90_000), territory=territory
        )
        of_its_population = CPTS(
            id="x", contract=contract(size_class=None, population=90_000), territory=territory
        )
        of_territory = CPTS(id="x", contract=contract(size_class=None, population=None), territory=territory)
        of_no_contract = CPTS(id="x", contract=None, territory=territory)
        told = (of_contract, of_its_population, of_territory, of_no_contract)
        assert [size_class_of(one, SIGNED) for one in told] == [
            SizeClass.T2, SizeClass.T3, SizeClass.T4, SizeClass.T4,
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "facts",
        [{}, {"size_class": None}, {"size_class": None, "population": None}],
        ids=["size", "population", "territory"],
    )
    def test_what_may_speak_first_and_is_untold_leaves_it_open(self, facts: dict[str, Any]) -> None:
        territory = UNKNOWN if facts.keys() >= {"population"} else Territory(population=200_000)
        with pytest.raises(UnknownFact):
            size_class_of(CPTS(id="x", contract=contract(**facts), territory=territory), SIGNED)

    def test_a_territory_of_unknown_population_leaves_it_open(self) -> None:
        with pytest.raises(UnknownFact):
            population_of(CPTS(id="x", contract=None, territory=Territory()))

    def test_where_neither_has_a_population_there_is_nothing_to_tell(self) -> None:
        with pytest.raises(OpenQuestion, match="population"):
            population_of(CPTS(id="x", contract=None, territory=None, projet=None))

    def test_there_is_no_size_before_the_agreement(self) -> None:
        subject = CPTS(id="x", contract=None, territory=Territory(population=10))
        assert size_class_of(subject, date(2019, 8, 25)) is SizeClass.T1
        with pytest.raises(OpenQuestion, match="2019"):
            size_class_of(subject, date(2019, 8, 24))

    def test_a_size_that_the_population_belies_is_warned_of(self) -> None:
        assert outcome("taille", cpts(size_class=SizeClass.T3, population=40_000), SIGNED) is VIOLATED
        assert outcome("taille", cpts(size_class=SizeClass.T2, population=40_000), SIGNED) is SATISFIED
        assert outcome("taille", cpts(size_class=SizeClass.T2), SIGNED) is UNDETERMINED
        assert outcome("taille", cpts(size_class=None), SIGNED) is NOT_APPLICABLE

    def test_sizes_have_names(self) -> None:
        assert [size.label.fr for size in SizeClass] == ["taille 1", "taille 2", "taille 3", "taille 4"]
        assert SizeClass.T4.label.en == "size 4"


class TestMonthsOfMissions:
    @pytest.mark.parametrize(
        ("mission", "start", "deployment"),
        [
            (ACCES, date(2022, 12, 15), date(2023, 12, 15)),
            (PARCOURS, date(2023, 6, 15), date(2024, 6, 15)),
            (PREVENTION, date(2023, 6, 15), date(2024, 6, 15)),
            (CRISE, date(2022, 12, 15), date(2023, 12, 15)),
        ],
    )
    def test_trap_4_each_mission_has_its_own_months_from_signature(
        self, mission: Mission, start: date, deployment: date
    ) -> None:
        assert start_limit(contract(), mission) == start
        assert deployment_limit(contract(), mission) == deployment
        late = cpts(progress=started(mission, start + DAY, deployment + DAY))
        in_time = cpts(progress=started(mission, start, deployment))
        for rule, limit in (("mission-demarree", start), ("mission-deployee", deployment)):
            assert of_mission(rule, late, mission, limit) is SATISFIED
            assert of_mission(rule, late, mission, limit + DAY) is VIOLATED
            assert of_mission(rule, in_time, mission, limit + DAY) is SATISFIED

    @pytest.mark.parametrize("mission", [QUALITE, ACCOMPAGNEMENT, Mission.OTHER])
    def test_an_optional_mission_starts_when_the_cpts_chooses(self, mission: Mission) -> None:
        subject = cpts(missions=(mission,))
        for rule in ("mission-demarree", "mission-deployee"):
            assert of_mission(rule, subject, mission, date(2030, 1, 1)) is NOT_APPLICABLE
        assert start_limit(contract(), mission) is None

    @pytest.mark.parametrize("rule", ["mission-demarree", "mission-deployee"])
    def test_a_contract_that_does_not_bind_has_no_mission_to_ask_for(self, rule: str) -> None:
        on = date(2024, 1, 1)
        for signed_on in (None, date(2019, 8, 24), on + DAY):
            assert outcome(rule, cpts(signed_on=signed_on, missions=UNKNOWN), on) is NOT_APPLICABLE
        for signed_on in (UNKNOWN, on):
            assert outcome(rule, cpts(signed_on=signed_on, missions=UNKNOWN), on) is UNDETERMINED
        unsigned = CPTS(id="cpts", contract=ContratACI(signed_on=None))
        asked = [fact for fact in missing(unsigned, on=on, law=LAW) if f"aci-cpts.{rule}" in fact.rules]
        assert asked == []

    def test_a_mission_that_is_not_listed_has_not_started(self) -> None:
        subject = cpts(missions=(ACCES,), progress=started(PARCOURS, SIGNED))
        assert outcome("mission-demarree", subject, date(2022, 12, 16)) is VIOLATED

    def test_a_deployment_in_time_tells_the_start(self) -> None:
        subject = cpts(missions=(ACCES,), progress=started(ACCES, UNKNOWN, date(2022, 12, 15)))  # type: ignore[arg-type]
        assert outcome("mission-demarree", subject, date(2023, 1, 1)) is SATISFIED
        later = cpts(missions=(ACCES,), progress=started(ACCES, UNKNOWN, date(2022, 12, 16)))  # type: ignore[arg-type]
        assert outcome("mission-demarree", later, date(2023, 1, 1)) is UNDETERMINED
        assert outcome("mission-deployee", later, date(2024, 1, 1)) is SATISFIED

    def test_a_mission_started_too_late_was_not_deployed_before(self) -> None:
        subject = cpts(missions=(ACCES,), progress=started(ACCES, date(2023, 12, 16), UNKNOWN))
        assert outcome("mission-deployee", subject, date(2023, 12, 16)) is VIOLATED

    @pytest.mark.parametrize("end", ["ends_on", "terminated_on"])
    def test_a_contract_over_by_then_leaves_nothing_due(self, end: str) -> None:
        limit, on = date(2022, 12, 15), date(2025, 1, 1)
        assert outcome("mission-demarree", cpts(missions=(ACCES,), **{end: limit}), on) is SATISFIED
        assert outcome("mission-demarree", cpts(missions=(ACCES,), **{end: limit + DAY}), on) is VIOLATED
        assert outcome("mission-demarree", cpts(missions=(ACCES,), **{end: UNKNOWN}), on) is UNDETERMINED

    def test_what_is_untold_settles_nothing(self) -> None:
        on = date(2023, 1, 1)
        assert outcome("mission-demarree", cpts(missions=UNKNOWN), on) is UNDETERMINED
        assert outcome("mission-demarree", cpts(missions=(ACCES,), progress=UNKNOWN), on) is UNDETERMINED

    @given(st.dates(date(2022, 3, 31), date(2040, 12, 31)), st.sampled_from(FOUR))
    def test_turns_the_day_after_the_last_day_whatever_the_day_of_signature(
        self, signed_on: date, mission: Mission
    ) -> None:
        months = {ACCES: (6, 18), PARCOURS: (12, 24), PREVENTION: (12, 24), CRISE: (6, 18)}[mission]
        subject = cpts(signed_on=signed_on, missions=(mission,))
        for rule, number in zip(("mission-demarree", "mission-deployee"), months, strict=True):
            last_day = plus_months(signed_on, number)
            assert outcome(rule, subject, last_day) is SATISFIED
            assert outcome(rule, subject, last_day + DAY) is VIOLATED

    def test_month_ends_and_leap_years(self) -> None:
        assert start_limit(contract(signed_on=date(2022, 8, 31)), ACCES) == date(2023, 2, 28)
        assert start_limit(contract(signed_on=date(2023, 8, 31)), ACCES) == date(2024, 2, 29)
        assert start_limit(contract(signed_on=date(2024, 2, 29)), PARCOURS) == date(2025, 2, 28)


class TestCrisisMission:
    def test_kind_in_time(self) -> None:
        assert kind_of(CRISE, date(2022, 3, 30)) is None
        assert kind_of(CRISE, date(2022, 9, 3)) is MissionKind.SOCLE
        for day in (date(2022, 3, 31), date(2022, 9, 2)):
            with pytest.raises(OpenQuestion):
                kind_of(CRISE, day)

    @pytest.mark.parametrize("mission", THREE)
    def test_the_three_of_2019_are_socle_from_the_agreement_on(self, mission: Mission) -> None:
        assert kind_of(mission, date(2019, 8, 24)) is None
        assert kind_of(mission, date(2019, 8, 25)) is MissionKind.SOCLE
        assert kind_of(mission, date(2022, 6, 1)) is MissionKind.SOCLE

    @pytest.mark.parametrize("mission", [QUALITE, ACCOMPAGNEMENT])
    def test_two_are_optional_in_both_periods(self, mission: Mission) -> None:
        assert kind_of(mission, date(2020, 1, 1)) is MissionKind.OPTIONAL
        assert kind_of(mission, date(2025, 1, 1)) is MissionKind.OPTIONAL
        assert kind_of(Mission.OTHER, date(2025, 1, 1)) is None

    def test_kinds_have_names(self) -> None:
        assert MissionKind.SOCLE.label.fr == "mission socle"

    def test_three_missions_are_enough_before_avenant_2(self) -> None:
        subject = cpts(signed_on=date(2021, 1, 15), missions=THREE)
        assert outcome("missions-socles", subject, date(2022, 3, 30)) is SATISFIED
        assert (
            outcome(
                "missions-socles", cpts(signed_on=date(2021, 1, 15), missions=THREE[:2]), date(2022, 3, 30)
            )
            is VIOLATED
        )

    @pytest.mark.parametrize("day", [date(2022, 3, 31), date(2022, 9, 2)])
    def test_left_open_between_the_avenant_and_3_september_2022(self, day: date) -> None:
        bound = {"signed_on": date(2022, 3, 31)}
        assert outcome("missions-socles", cpts(**bound, missions=THREE), day) is UNDETERMINED
        (verdict,) = assess(cpts(**bound, missions=THREE), on=day, law=LAW).of("aci-cpts.missions-socles")
        assert verdict.reason is not None
        assert outcome("missions-socles", cpts(**bound, missions=FOUR), day) is SATISFIED
        assert outcome("missions-socles", cpts(**bound, missions=(CRISE,)), day) is VIOLATED

    def test_due_from_3_september_2022(self) -> None:
        subject = cpts(signed_on=date(2022, 3, 31), missions=THREE)
        assert outcome("missions-socles", subject, date(2022, 9, 2)) is UNDETERMINED
        assert outcome("missions-socles", subject, date(2022, 9, 3)) is VIOLATED
        (rule,) = [one for one in LAW.versions("aci-cpts.missions-socles") if one.in_force.end is None]
        assert rule.evidence is Evidence.SECONDARY

    @pytest.mark.parametrize("end", ["ends_on", "terminated_on"])
    def test_a_contract_over_before_that_day_never_owed_the_fourth(self, end: str) -> None:
        def over_on(day: Any) -> Outcome:
            subject = cpts(signed_on=date(2022, 3, 31), missions=THREE, **{end: day})
            return outcome("missions-socles", subject, date(2023, 1, 1))

        assert over_on(date(2022, 9, 3)) is SATISFIED
        assert over_on(date(2022, 9, 4)) is VIOLATED
        assert over_on(UNKNOWN) is UNDETERMINED
        newer = cpts(signed_on=date(2022, 9, 3), missions=THREE, **{end: UNKNOWN})
        assert outcome("missions-socles", newer, date(2023, 1, 1)) is VIOLATED

    @pytest.mark.parametrize("on", [date(2022, 6, 1), date(2023, 1, 1)])
    def test_trap_8_a_contract_signed_before_avenant_2_has_three_until_amended(self, on: date) -> None:
        older = {"signed_on": date(2022, 3, 30), "missions": THREE}
        assert outcome("missions-socles", cpts(**older, avenant_2_signed_on=None), on) is SATISFIED
        assert outcome("missions-socles", cpts(**older, avenant_2_signed_on=on + DAY), on) is SATISFIED
        assert outcome("missions-socles", cpts(**older, avenant_2_signed_on=UNKNOWN), on) is UNDETERMINED
        amended = outcome("missions-socles", cpts(**older, avenant_2_signed_on=on), on)
        assert amended is (VIOLATED if on >= date(2022, 9, 3) else UNDETERMINED)

    def test_its_months_run_from_signature_since_avenant_2_and_from_an_unfound_day_before(self) -> None:
        since, before = contract(signed_on=date(2022, 3, 31)), contract(signed_on=date(2022, 3, 30))
        assert start_limit(since, CRISE) == date(2022, 9, 30)
        assert deployment_limit(since, CRISE) == date(2023, 9, 30)
        for limit in (start_limit, deployment_limit):
            with pytest.raises(OpenQuestion, match="avenant 2"):
                limit(before, CRISE)
            assert limit(before, ACCES) is not None

    @pytest.mark.parametrize("amended_on", [None, date(2022, 10, 1), UNKNOWN])
    def test_an_amendment_does_not_tell_where_its_months_start(self, amended_on: Any) -> None:
        subject = cpts(signed_on=date(2021, 1, 15), missions=(CRISE,), avenant_2_signed_on=amended_on)
        for rule in ("mission-demarree", "mission-deployee"):
            (verdict,) = assess(subject, on=date(2030, 1, 1), law=LAW).of(f"aci-cpts.{rule}")
            assert verdict.outcome is UNDETERMINED
            assert verdict.reason is not None


class TestContractYears:
    def test_run_from_one_anniversary_to_the_next(self) -> None:
        assert contract_year(SIGNED, 1) == ContractYear(
            number=1, first_day=SIGNED, last_day=date(2023, 6, 14)
        )
        fifth = contract_year(date(2022, 4, 15), 5)
        assert fifth == ContractYear(number=5, first_day=date(2026, 4, 15), last_day=date(2027, 4, 14))
        assert fifth is not None
        assert fifth.name == "5 (2026-04-15 – 2027-04-14)"

    def test_a_day_is_in_one_year_and_trap_6_that_is_not_the_civil_year(self) -> None:
        assert year_of(SIGNED, SIGNED - DAY) is None
        assert year_of(SIGNED, SIGNED) == contract_year(SIGNED, 1)
        assert year_of(SIGNED, date(2023, 6, 14)) == contract_year(SIGNED, 1)
        assert year_of(SIGNED, date(2023, 6, 15)) == contract_year(SIGNED, 2)

    def test_signed_on_29_february(self) -> None:
        leap = date(2024, 2, 29)
        firsts = [year.first_day for year in contract_years(leap)]
        assert firsts == [leap, date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]
        assert term_of(leap) == date(2029, 2, 28)
        assert year_of(leap, date(2028, 2, 28)) == contract_year(leap, 4)
        assert year_of(leap, date(2025, 2, 28)) == contract_year(leap, 2)

    @given(st.dates(date(2019, 8, 25), date(2060, 1, 1)), st.integers(0, 4000))
    def test_each_day_since_signature_is_in_the_year_found(self, signed_on: date, days: int) -> None:
        day = signed_on + timedelta(days=days)
        year = year_of(signed_on, day)
        assert year is not None
        assert day in year
        assert (year.first_day - DAY) not in year

    @given(st.dates(date(2019, 8, 25), date(2060, 1, 1)))
    def test_five_years_follow_one_another_up_to_the_term(self, signed_on: date) -> None:
        years = list(contract_years(signed_on))
        assert [year.number for year in years] == [1, 2, 3, 4, 5]
        assert years[0].first_day == signed_on
        for one, following in pairwise(years):
            assert one.last_day + DAY == following.first_day
        assert years[-1].last_day + DAY == term_of(signed_on) == plus_months(signed_on, 60)

    def test_do_not_go_beyond_the_calendar(self) -> None:
        assert contract_year(date(9999, 12, 31), 1) is None
        assert [year.number for year in contract_years(date(9997, 1, 1))] == [1, 2, 3]

    def test_whoever_has_no_contract_has_none_to_show(self) -> None:
        for subject in (CPTS(id="x"), CPTS(id="x", contract=None)):
            with pytest.raises(UnknownFact):
                contract_of(subject)


class TestFiveYears:
    rule = "duree-contrat"

    def test_a_contract_is_for_five_years_from_signature(self) -> None:
        end = date(2027, 6, 15)
        assert outcome(self.rule, cpts(ends_on=end), SIGNED) is SATISFIED
        assert outcome(self.rule, cpts(ends_on=end - DAY), SIGNED) is VIOLATED
        assert outcome(self.rule, cpts(ends_on=end + DAY), SIGNED) is VIOLATED
        assert outcome(self.rule, cpts(ends_on=UNKNOWN), SIGNED) is UNDETERMINED
        assert outcome(self.rule, cpts(ends_on=None), SIGNED) is NOT_APPLICABLE

    def test_is_known_by_secondary_sources_only(self) -> None:
        (rule,) = LAW.versions("aci-cpts.duree-contrat")
        assert rule.evidence is Evidence.SECONDARY


class TestDialogueDeGestion:
    rule = "dialogue-de-gestion"
    first_year_over = date(2023, 6, 15)

    def test_one_each_contract_year_and_none_is_late_before_the_anniversary(self) -> None:
        none = cpts(dialogues_held_on=())
        assert outcome(self.rule, none, date(2023, 6, 14)) is NOT_APPLICABLE
        assert outcome(self.rule, none, self.first_year_over) is VIOLATED
        assert (
            outcome(self.rule, cpts(dialogues_held_on=(date(2023, 6, 14),)), self.first_year_over)
            is SATISFIED
        )
        assert outcome(self.rule, cpts(dialogues_held_on=(SIGNED,)), self.first_year_over) is SATISFIED
        assert outcome(self.rule, cpts(dialogues_held_on=(SIGNED - DAY,)), self.first_year_over) is VIOLATED

    def test_each_year_has_its_verdict(self) -> None:
        subject = cpts(dialogues_held_on=(date(2023, 5, 1), date(2025, 5, 1)))
        verdicts = assess(subject, on=date(2025, 6, 15), law=LAW).of(f"aci-cpts.{self.rule}")
        assert [(one.part.number, one.outcome) for one in verdicts] == [
            (1, SATISFIED),
            (2, UNDETERMINED),
            (3, SATISFIED),
        ]

    def test_one_held_in_the_year_after_leaves_open_which_year_it_is_for(self) -> None:
        held = date(2023, 7, 1)
        subject = cpts(dialogues_held_on=(held,))
        assert outcome(self.rule, subject, held - DAY) is VIOLATED
        assert outcome(self.rule, subject, held) is UNDETERMINED
        assert outcome(self.rule, cpts(dialogues_held_on=(date(2024, 6, 15),)), date(2024, 6, 14)) is VIOLATED

    def test_a_year_that_the_contract_did_not_see_end_asks_for_none(self) -> None:
        on = date(2024, 1, 1)
        assert (
            outcome(self.rule, cpts(dialogues_held_on=(), terminated_on=date(2023, 6, 14)), on) is SATISFIED
        )
        assert outcome(self.rule, cpts(dialogues_held_on=(), terminated_on=date(2023, 6, 15)), on) is VIOLATED
        assert outcome(self.rule, cpts(dialogues_held_on=(), terminated_on=UNKNOWN), on) is UNDETERMINED

    def test_no_more_than_five_years_are_judged(self) -> None:
        verdicts = assess(cpts(dialogues_held_on=()), on=date(2040, 1, 1), law=LAW).of(
            f"aci-cpts.{self.rule}"
        )
        assert [one.part.number for one in verdicts] == [1, 2, 3, 4, 5]

    def test_the_end_of_the_calendar_asks_for_no_year_after(self) -> None:
        subject = cpts(signed_on=date(9998, 12, 31), dialogues_held_on=())
        assert outcome(self.rule, subject, date(9999, 12, 31)) is VIOLATED


class TestProjetBeforeContract:
    rule = "projet-valide-avant-contrat"

    @staticmethod
    def with_projet(**projet: Any) -> CPTS:
        told: dict[str, Any] = {
            "transmitted_on": date(2022, 4, 14), "received_complete_on": date(2022, 4, 14), "validated_on": None, "opposed_on": None, "withdrawn_on": None,
        }  # fmt: skip
        return CPTS(id="cpts", contract=contract(), projet=ProjetDeSante(**(told | projet)))

    def test_validated_by_silence_the_day_before_signature_is_over(self) -> None:
        in_time, too_late = date(2022, 4, 14), date(2022, 4, 15)
        for received, expected in ((in_time, SATISFIED), (too_late, VIOLATED)):
            subject = self.with_projet(transmitted_on=received, received_complete_on=received)
            assert outcome(self.rule, subject, date(2024, 1, 1)) is expected

    def test_validated_expressly_on_the_day_of_signature(self) -> None:
        late = {"transmitted_on": date(2022, 6, 1), "received_complete_on": date(2022, 6, 1)}
        assert (
            outcome(self.rule, self.with_projet(**late, validated_on=SIGNED), date(2024, 1, 1)) is SATISFIED
        )
        assert (
            outcome(self.rule, self.with_projet(**late, validated_on=SIGNED + DAY), date(2024, 1, 1))
            is VIOLATED
        )

    def test_open_where_the_projet_is_untold(self) -> None:
        assert outcome(self.rule, cpts(), SIGNED) is UNDETERMINED


class TestFacts:
    def test_nothing_is_deployed_before_it_is_started(self) -> None:
        with pytest.raises(BadFact, match="before it was started"):
            MissionProgress(mission=ACCES, started_on=SIGNED, deployed_on=SIGNED - DAY)
        with pytest.raises(BadFact, match="without being started"):
            MissionProgress(mission=ACCES, started_on=None, deployed_on=SIGNED)
        assert MissionProgress(mission=ACCES, started_on=SIGNED, deployed_on=SIGNED).name == "acces-aux-soins"

    def test_the_progress_of_a_mission_is_told_once(self) -> None:
        with pytest.raises(BadFact, match="acces-aux-soins is told twice"):
            contract(progress=(*started(ACCES, SIGNED), *started(ACCES, None)))

    def test_a_population_is_never_negative(self) -> None:
        with pytest.raises(BadFact, match="-1 inhabitants"):
            contract(population=-1)

    def test_progress_of_a_mission(self) -> None:
        told = contract(progress=started(ACCES, SIGNED, UNKNOWN))
        assert told.progress_of(ACCES) is told.progress[0]  # type: ignore[index]
        unlisted = told.progress_of(PARCOURS)
        assert not isinstance(unlisted, type(UNKNOWN))
        assert (unlisted.started_on, unlisted.deployed_on) == (None, None)
        assert contract(progress=UNKNOWN).progress_of(ACCES) is UNKNOWN
