"""The calendar of an ACI contract: its years, what is due by when, its end, and the three clocks."""

import pickle
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from cpts_model import LAW, assess
from cpts_model.engine.dates import Period
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.exchange.dossier import read_structures
from cpts_model.facts.contracts import ContratACI, MissionProgress, SizeClass
from cpts_model.facts.missions import Mission
from cpts_model.facts.structures import CPTS
from cpts_model.facts.territories import Territory
from cpts_model.law.aci_cpts.missions import MissionKind
from cpts_model.life.contract import Clock, ContractCalendar, Due, DueKind, DueState, contract_calendar
from cpts_model.life.machine import Remark
from golden import EXAMPLES
from world import RandomChoices, World, masked

DAY = timedelta(days=1)
MET, NOT_DUE, LATE, PASSED = DueState.MET, DueState.NOT_DUE, DueState.LATE, DueState.PASSED
ACCES, PARCOURS, PREVENTION = Mission.ACCES_AUX_SOINS, Mission.PARCOURS, Mission.PREVENTION
CRISE, QUALITE = Mission.CRISE, Mission.QUALITE
THREE = (ACCES, PARCOURS, PREVENTION)
FOUR = (*THREE, CRISE)
SIGNED = date(2022, 6, 15)
TERM = date(2027, 6, 15)


def contract(**facts: Any) -> ContratACI:
    """A contract signed on 15 June 2022 for five years, of which nothing is done yet."""
    told: dict[str, Any] = {
        "signed_on": SIGNED,
        "ends_on": TERM,
        "terminated_on": None,
        "missions": FOUR,
        "progress": (),
        "dialogues_held_on": (),
        "agreement_replaced_on": None,
    }
    return ContratACI(**(told | facts))


def cpts(**facts: Any) -> CPTS:
    return CPTS(id="cpts", contract=contract(**facts))


def calendar(**facts: Any) -> ContractCalendar:
    return contract_calendar(cpts(**facts))


def says(remark: Remark, rule_id: str) -> bool:
    return remark.basis is not None and remark.basis.rule_id == rule_id


def due(found: ContractCalendar, kind: DueKind, of: Mission | int | None = None) -> Due:
    (one,) = [
        one
        for one in found.dues
        if one.kind is kind and (of is None or one.mission is of or (one.year and one.year.number == of))
    ]
    return one


def started(mission: Mission, on: Any, deployed: Any = None) -> dict[str, Any]:
    return {"progress": (MissionProgress(mission=mission, started_on=on, deployed_on=deployed),)}


class TestWhatIsDue:
    def test_the_last_day_of_each_step_of_a_contract_of_15_june_2022(self) -> None:
        found = calendar(missions=(*FOUR, QUALITE))
        days = {
            (one.kind, one.mission or (one.year.number if one.year else None)): one.last_day
            for one in found.dues
        }
        assert days == {
            (DueKind.START, ACCES): date(2022, 12, 15),
            (DueKind.START, CRISE): date(2022, 12, 15),
            (DueKind.START, PARCOURS): date(2023, 6, 15),
            (DueKind.START, PREVENTION): date(2023, 6, 15),
            (DueKind.DEPLOYMENT, ACCES): date(2023, 12, 15),
            (DueKind.DEPLOYMENT, CRISE): date(2023, 12, 15),
            (DueKind.DEPLOYMENT, PARCOURS): date(2024, 6, 15),
            (DueKind.DEPLOYMENT, PREVENTION): date(2024, 6, 15),
            (DueKind.DIALOGUE, 1): date(2023, 6, 14),
            (DueKind.DIALOGUE, 2): date(2024, 6, 14),
            (DueKind.DIALOGUE, 3): date(2025, 6, 14),
            (DueKind.DIALOGUE, 4): date(2026, 6, 14),
            (DueKind.DIALOGUE, 5): date(2027, 6, 14),
            (DueKind.TERM, None): date(2027, 6, 14),
            (DueKind.END, None): date(2027, 6, 14),
        }

    def test_comes_in_order_of_last_day_and_what_has_none_comes_last(self) -> None:
        found = calendar(signed_on=date(2022, 1, 10))
        days = [one.last_day for one in found.dues]
        known = [day for day in days if isinstance(day, date)]
        assert known == sorted(known)
        assert days == [*known, UNKNOWN, UNKNOWN]

    def test_each_names_a_rule_of_the_law_and_speaks_both_languages(self) -> None:
        for one in calendar().dues:
            assert LAW.versions(one.rule_id)
            assert one.title.fr != one.title.en
        assert due(calendar(), DueKind.START, ACCES).title.fr == (
            "Démarrage de la mission « amélioration de l'accès aux soins »"
        )

    def test_an_optional_mission_has_no_limit(self) -> None:
        found = calendar(missions=(QUALITE,))
        assert not found.dues_of(QUALITE)
        assert len(calendar().dues_of(ACCES)) == 2


class TestStates:
    @pytest.mark.parametrize(
        ("kind", "limit"), [(DueKind.START, date(2022, 12, 15)), (DueKind.DEPLOYMENT, date(2023, 12, 15))]
    )
    def test_a_mission_not_begun_is_late_from_the_day_after(self, kind: DueKind, limit: date) -> None:
        step = due(calendar(missions=(ACCES,)), kind, ACCES)
        assert step.done_on is None
        assert step.state_on(limit) is NOT_DUE
        assert step.state_on(limit + DAY) is LATE

    def test_a_mission_begun_is_met_from_that_day(self) -> None:
        step = due(calendar(**started(ACCES, date(2022, 9, 1))), DueKind.START, ACCES)
        assert step.done_on == date(2022, 9, 1)
        assert step.state_on(date(2022, 8, 31)) is NOT_DUE
        assert step.state_on(date(2022, 9, 1)) is MET
        assert step.state_on(date(2030, 1, 1)) is MET

    def test_a_mission_begun_too_late_stays_late(self) -> None:
        step = due(calendar(**started(ACCES, date(2022, 12, 16))), DueKind.START, ACCES)
        assert step.state_on(date(2022, 12, 15)) is NOT_DUE
        assert step.state_on(date(2022, 12, 16)) is LATE

    def test_what_is_untold_is_neither_met_nor_late(self) -> None:
        step = due(calendar(progress=UNKNOWN), DueKind.START, ACCES)
        assert step.done_on is UNKNOWN
        assert step.state_on(date(2022, 12, 1)) is UNKNOWN
        assert step.state_on(date(2023, 1, 1)) is UNKNOWN

    def test_late_only_if_the_contract_still_ran(self) -> None:
        day = date(2023, 1, 1)
        assert due(calendar(terminated_on=UNKNOWN), DueKind.START, ACCES).state_on(day) is UNKNOWN
        assert due(calendar(terminated_on=date(2022, 12, 1)), DueKind.START, ACCES).state_on(day) is NOT_DUE

    def test_a_dialogue_is_held_missing_or_not_due_yet(self) -> None:
        found = calendar(dialogues_held_on=(date(2023, 5, 2),))
        first, second = due(found, DueKind.DIALOGUE, 1), due(found, DueKind.DIALOGUE, 2)
        assert (first.done_on, second.done_on) == (date(2023, 5, 2), None)
        assert first.state_on(date(2023, 5, 1)) is NOT_DUE
        assert first.state_on(date(2023, 5, 2)) is MET
        assert second.state_on(date(2024, 6, 14)) is NOT_DUE
        assert second.state_on(date(2024, 6, 15)) is LATE
        assert (
            due(calendar(dialogues_held_on=UNKNOWN), DueKind.DIALOGUE, 1).state_on(date(2024, 1, 1))
            is UNKNOWN
        )

    def test_a_dialogue_held_after_the_anniversary_leaves_the_year_before_open(self) -> None:
        found = calendar(dialogues_held_on=(date(2023, 7, 1),))
        assert due(found, DueKind.DIALOGUE, 1).state_on(date(2023, 8, 1)) is UNKNOWN
        assert due(found, DueKind.DIALOGUE, 2).state_on(date(2023, 8, 1)) is MET

    def test_five_years_pass_by_themselves(self) -> None:
        term = due(calendar(), DueKind.TERM)
        assert term.kind.is_effect
        assert not due(calendar(), DueKind.START, ACCES).kind.is_effect
        assert term.state_on(date(2027, 6, 14)) is NOT_DUE
        assert term.state_on(date(2027, 6, 15)) is PASSED

    def test_states_have_names(self) -> None:
        assert len({state.label.fr for state in DueState}) == 4

    @given(
        st.dates(date(2019, 8, 25), date(2035, 12, 31)),
        st.sampled_from(THREE),
        st.none() | st.integers(-40, 40),
    )
    def test_the_calendar_and_the_rule_turn_on_the_same_day(
        self, signed_on: date, mission: Mission, days: int | None
    ) -> None:
        limit = due(calendar(signed_on=signed_on), DueKind.START, mission).last_day
        assert isinstance(limit, date)
        begun = None if days is None else limit + timedelta(days=days)
        told = cpts(signed_on=signed_on, missions=(mission,), ends_on=None, **started(mission, begun))
        step = due(contract_calendar(told), DueKind.START, mission)
        for day in (limit - DAY, limit, limit + DAY, limit + 60 * DAY):
            judged = assess(told, on=day).outcome_of("aci-cpts.mission-demarree")
            assert (judged is Outcome.VIOLATED) is (step.state_on(day) is LATE)
            assert (judged is Outcome.VIOLATED) is (day > limit and (begun is None or begun > limit))

    @given(st.dates(date(2019, 8, 25), date(2035, 12, 31)), st.integers(1, 5))
    def test_a_dialogue_is_missing_from_the_anniversary_on(self, signed_on: date, number: int) -> None:
        told = cpts(signed_on=signed_on, ends_on=None)
        step = due(contract_calendar(told), DueKind.DIALOGUE, number)
        assert isinstance(step.last_day, date)
        for day, late in ((step.last_day, False), (step.last_day + DAY, True)):
            parts = [
                one
                for one in assess(told, on=day).of("aci-cpts.dialogue-de-gestion")
                if one.part == step.year
            ]
            assert [one.outcome for one in parts] == ([Outcome.VIOLATED] if late else [])
            assert (step.state_on(day) is LATE) is late


class TestTheEnd:
    def test_five_years_from_signature_even_on_29_february(self) -> None:
        found = calendar(signed_on=date(2024, 2, 29), ends_on=date(2029, 2, 28))
        assert found.term == date(2029, 2, 28)
        assert due(found, DueKind.TERM).last_day == date(2029, 2, 27)
        assert isinstance(found.years, tuple)
        assert found.years[4].first_day == date(2028, 2, 29)
        assert not [one for one in found.remarks if says(one, "aci-cpts.duree-contrat")]

    def test_the_end_told_wins_and_the_contradiction_is_said(self) -> None:
        found = calendar(ends_on=date(2026, 1, 1))
        assert found.ends_on == date(2026, 1, 1)
        assert due(found, DueKind.END).last_day == date(2025, 12, 31)
        (remark,) = [one for one in found.remarks if says(one, "aci-cpts.duree-contrat")]
        assert "01/01/2026" in remark.text.fr
        assert "15/06/2027" in remark.text.fr
        assert remark.warns
        assert found.runs_on(date(2025, 12, 31)) is True
        assert found.runs_on(date(2026, 1, 1)) is False

    def test_termination_comes_before_the_term(self) -> None:
        found = calendar(terminated_on=date(2024, 3, 1))
        assert found.ends_on == date(2024, 3, 1)
        assert due(found, DueKind.END).last_day == date(2024, 2, 29)
        assert any("résilié" in one.text.fr for one in found.remarks)
        assert due(found, DueKind.DIALOGUE, 2).state_on(date(2025, 1, 1)) is NOT_DUE

    def test_an_end_that_nobody_told_is_unknown_and_the_five_years_stay(self) -> None:
        found = calendar(ends_on=UNKNOWN)
        assert found.ends_on is UNKNOWN
        assert found.term == TERM
        assert found.runs_on(date(2024, 1, 1)) is UNKNOWN
        assert found.runs_on(SIGNED - DAY) is False
        assert not [one for one in found.dues if one.kind is DueKind.END]
        assert any("résiliation" in one.text.fr for one in found.remarks)

    def test_a_contract_told_to_have_no_end_is_not_known_to_go_on_past_its_five_years(self) -> None:
        found = calendar(ends_on=None)
        assert found.ends_on is None
        assert found.runs_on(TERM - DAY) is True
        assert found.runs_on(TERM) is UNKNOWN
        assert calendar(ends_on=date(2032, 6, 15)).runs_on(TERM) is True
        assert calendar(ends_on=None, terminated_on=date(2025, 1, 1)).runs_on(TERM) is False

    def test_an_end_before_signature_is_no_day_to_wait_for(self) -> None:
        assert not [one for one in calendar(ends_on=SIGNED).dues if one.kind is DueKind.END]

    def test_the_agreement_of_2019_goes_on_past_its_term(self) -> None:
        (remark,) = [one for one in calendar().remarks if says(one, "aci.effets-maintenus")]
        assert "L162-15-2" in remark.text.fr
        (other,) = [
            one
            for one in calendar(agreement_replaced_on=date(2027, 1, 1)).remarks
            if says(one, "aci.effets-maintenus")
        ]
        assert "remplacé le 01/01/2027" in other.text.fr


class TestYears:
    def test_the_running_year(self) -> None:
        found = calendar()
        assert found.year_of(SIGNED - DAY) is None
        for day, number in (
            (SIGNED, 1),
            (date(2023, 6, 14), 1),
            (date(2023, 6, 15), 2),
            (date(2027, 6, 14), 5),
        ):
            year = found.year_of(day)
            assert year is not None
            assert not isinstance(year, type(UNKNOWN))
            assert year.number == number
            assert isinstance(found.years, tuple)
            assert found.years[number - 1] == year


class TestSize:
    def test_the_size_that_the_contract_says(self) -> None:
        found = calendar(size_class=SizeClass.T2, population=80_000)
        assert (found.size, found.possible_sizes, found.size_reason) == (SizeClass.T2, (SizeClass.T2,), None)

    def test_80_000_exactly_is_one_of_two(self) -> None:
        found = calendar(size_class=None, population=80_000)
        assert found.size is UNKNOWN
        assert found.possible_sizes == (SizeClass.T2, SizeClass.T3)
        assert found.size_reason is not None
        assert "80 000" in found.size_reason.fr

    def test_a_size_that_the_contract_may_say_is_not_taken_from_the_territory(self) -> None:
        found = contract_calendar(CPTS(id="x", contract=contract(), territory=Territory(population=163_101)))
        assert found.size is UNKNOWN
        assert found.possible_sizes == tuple(SizeClass)
        assert found.size_reason is not None
        assert found.size_reason.fr.endswith("taille 3.")
        assert found.size_reason.en.endswith("size 3.")

    def test_nothing_told_leaves_all_four(self) -> None:
        found = calendar()
        assert found.possible_sizes == tuple(SizeClass)
        assert found.size_reason is not None
        assert "population" in found.size_reason.fr

    def test_without_contract_the_territory_tells(self) -> None:
        told = CPTS(id="x", contract=None, territory=Territory(population=8_500))
        assert contract_calendar(told).size is SizeClass.T1


class TestCrisisMission:
    def test_kind_of_the_crisis_mission_in_time(self) -> None:
        found = calendar()
        assert found.kind_on(CRISE, date(2022, 3, 30)) is None
        assert found.kind_on(CRISE, date(2022, 3, 31)) is UNKNOWN
        assert found.kind_on(CRISE, date(2022, 9, 2)) is UNKNOWN
        assert found.kind_on(CRISE, date(2022, 9, 3)) is MissionKind.SOCLE
        assert found.kind_on(ACCES, date(2022, 6, 1)) is MissionKind.SOCLE
        assert found.kind_on(QUALITE, date(2022, 6, 1)) is MissionKind.OPTIONAL

    def test_it_is_socle_for_a_contract_that_avenant_2_binds(self) -> None:
        day = date(2023, 1, 1)
        for amended_on, expected in (
            (None, None),
            (day + DAY, None),
            (day, MissionKind.SOCLE),
            (UNKNOWN, UNKNOWN),
        ):
            found = calendar(signed_on=date(2021, 1, 15), avenant_2_signed_on=amended_on)
            assert found.kind_on(CRISE, day) is expected
        assert contract_calendar(CPTS(id="x", contract=None)).kind_on(CRISE, day) is None
        assert contract_calendar(CPTS(id="x")).kind_on(CRISE, day) is UNKNOWN

    def test_its_last_days_are_unknown_for_a_contract_signed_before_avenant_2(self) -> None:
        before, since = calendar(signed_on=date(2022, 3, 30)), calendar(signed_on=date(2022, 3, 31))
        for kind in (DueKind.START, DueKind.DEPLOYMENT):
            open_one = due(before, kind, CRISE)
            assert open_one.last_day is UNKNOWN
            assert open_one.reason is not None
            assert not open_one.depends_on
            assert open_one.state_on(date(2030, 1, 1)) is UNKNOWN
        assert due(since, DueKind.START, CRISE).last_day == date(2022, 9, 30)


class TestNotKnowing:
    def test_without_a_day_of_signature_everything_waits_for_it(self) -> None:
        found = calendar(signed_on=UNKNOWN)
        assert (found.signed_on, found.years, found.term) == (UNKNOWN, UNKNOWN, UNKNOWN)
        assert found.year_of(SIGNED) is UNKNOWN
        assert found.runs_on(SIGNED) is UNKNOWN
        assert found.dues
        for one in found.dues:
            assert one.last_day is UNKNOWN
            assert one.reason is not None
            assert "signature" in one.reason.fr
            assert [fact.path for fact in one.depends_on] == ["contract.signed_on"]
            assert one.state_on(date(2030, 1, 1)) is UNKNOWN
        assert any("signature" in one.text.fr for one in found.remarks)

    def test_without_its_missions_their_last_days_are_only_conditional(self) -> None:
        found = calendar(missions=UNKNOWN)
        step = due(found, DueKind.START, PARCOURS)
        assert found.missions is UNKNOWN
        assert step.last_day is UNKNOWN
        assert step.reason is not None
        assert "15/06/2023" in step.reason.fr
        assert [fact.path for fact in step.depends_on] == ["contract.missions"]
        assert due(found, DueKind.DIALOGUE, 1).last_day == date(2023, 6, 14)

    def test_a_contract_that_nobody_told_of(self) -> None:
        found = contract_calendar(CPTS(id="x"))
        assert (found.signed_on, found.years, found.missions) == (UNKNOWN, UNKNOWN, UNKNOWN)
        assert found.runs_on(SIGNED) is UNKNOWN
        assert {fact.path for one in found.dues for fact in one.depends_on} == {"contract"}
        (remark,) = found.remarks
        assert "ne dit pas" in remark.text.fr

    @pytest.mark.parametrize(
        ("subject", "words"),
        [(CPTS(id="x", contract=None), "n'a pas de contrat"), (cpts(signed_on=None), "n'est pas signé")],
        ids=["none", "unsigned"],
    )
    def test_no_contract_or_none_signed_is_an_empty_calendar_that_says_so(
        self, subject: CPTS, words: str
    ) -> None:
        found = contract_calendar(subject)
        assert (found.signed_on, found.dues, found.years, found.term) == (None, (), (), None)
        assert found.year_of(SIGNED) is None
        assert found.runs_on(SIGNED) is False
        (remark,) = found.remarks
        assert words in remark.text.fr

    def test_a_contract_dated_before_the_agreement_has_nothing_due_under_it(self) -> None:
        found = calendar(signed_on=date(2019, 8, 24))
        assert not found.dues
        assert any("25 août 2019" in one.text.fr for one in found.remarks)
        assert calendar(signed_on=date(2019, 8, 25)).dues

    @pytest.mark.wide
    def test_masking_facts_never_turns_an_answer_into_another(self) -> None:
        for seed in range(400):
            choices = RandomChoices(seed)
            whole = evolve(World(choices).structure(CPTS), members=UNKNOWN, payments=UNKNOWN)
            assert isinstance(whole, CPTS)
            before = contract_calendar(masked(whole, choices, choices.one_of([5, 20, 50])))
            after = contract_calendar(whole)
            days = [World(choices).day() for _ in range(4)]
            for known, told in zip(answers(before, days), answers(after, days), strict=True):
                assert known is UNKNOWN or known == told, seed
            last_days = {key(one): one for one in after.dues}
            for one in before.dues:
                if one.last_day is UNKNOWN:
                    continue
                same = last_days[key(one)]
                assert (one.last_day, one.title) == (same.last_day, same.title), seed
                assert one.done_on in (UNKNOWN, same.done_on), seed
                for day in days:
                    assert one.state_on(day) in (UNKNOWN, same.state_on(day)), seed

    def test_names_its_contract_in_few_words(self) -> None:
        assert repr(calendar()) == "<ContractCalendar of cpts: signed on 2022-06-15, 15 dues>"
        assert repr(contract_calendar(CPTS(id="x"))).startswith("<ContractCalendar of x: signed on UNKNOWN")

    def test_a_calendar_is_a_value(self) -> None:
        assert calendar() == calendar()
        assert pickle.loads(pickle.dumps(calendar())).dues == calendar().dues


def key(one: Due) -> tuple[Any, ...]:
    return one.kind, one.mission, one.year and one.year.number


def answers(found: ContractCalendar, days: list[date]) -> list[Any]:
    """What a calendar answers of a contract, and on some days."""
    of_days = [
        answer
        for day in days
        for answer in (
            found.year_of(day),
            found.runs_on(day),
            *(found.kind_on(mission, day) for mission in Mission),
            *(clock.period_of(day, found.contract) for clock in Clock),
        )
    ]
    return [found.signed_on, found.size, found.years, found.missions, found.term, found.ends_on, *of_days]


class TestClocks:
    def test_trap_6_the_three_differ_on_a_day(self) -> None:
        day = date(2021, 6, 20)
        told = contract(signed_on=date(2020, 9, 1))
        years = {clock: clock.period_of(day, told) for clock in Clock}
        assert years == {
            Clock.CONTRACT_OF_THE_CPTS: Period(date(2020, 9, 1), date(2021, 9, 1)),
            Clock.ACI_OF_THE_MSP: Period(date(2021, 1, 1), date(2022, 1, 1)),
            Clock.CAP_ON_INDEMNITIES: None,
        }

    def test_the_cap_is_counted_by_civil_years_since_18_march_2022(self) -> None:
        cap = Clock.CAP_ON_INDEMNITIES
        assert cap.period_of(date(2022, 3, 17)) is None
        assert cap.period_of(date(2022, 3, 18)) == Period(date(2022, 1, 1), date(2023, 1, 1))

    def test_the_contract_s_clock_asks_for_the_contract(self) -> None:
        clock = Clock.CONTRACT_OF_THE_CPTS
        assert clock.period_of(SIGNED) is UNKNOWN
        assert clock.period_of(SIGNED, None) is None
        assert clock.period_of(SIGNED, contract(signed_on=None)) is None
        assert clock.period_of(SIGNED, contract(signed_on=UNKNOWN)) is UNKNOWN
        assert clock.period_of(SIGNED - DAY, contract()) is None
        assert clock.period_of(SIGNED, contract()) == Period(SIGNED, date(2023, 6, 15))

    def test_the_last_civil_year_of_the_calendar_is_left_open(self) -> None:
        assert Clock.ACI_OF_THE_MSP.period_of(date(9999, 5, 1)) == Period(date(9999, 1, 1), None)

    def test_clocks_have_names(self) -> None:
        assert len({clock.label.fr for clock in Clock}) == 3


def test_the_contract_of_ouest_gironde() -> None:
    (structure,) = read_structures(EXAMPLES / "cpts-ouest-gironde.json")
    assert isinstance(structure, CPTS)
    found = contract_calendar(structure)
    assert found.signed_on == SIGNED
    assert found.missions == FOUR
    assert found.term == TERM
    assert due(found, DueKind.START, CRISE).last_day == date(2022, 12, 15)
    assert due(found, DueKind.DEPLOYMENT, PREVENTION).last_day == date(2024, 6, 15)
    assert found.kind_on(CRISE, date(2026, 11, 21)) is MissionKind.SOCLE
    year = found.year_of(date(2026, 11, 21))
    assert year is not None
    assert not isinstance(year, type(UNKNOWN))
    assert year.number == 5
