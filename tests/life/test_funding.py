"""What an agreement pays for a year: lines that add up, by anniversary or civil year, unknown kept unknown."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpts_model import CDS, CPTS, ESP, ESS, MSP, SISA, UNKNOWN, ProjetDeSante, Territory
from cpts_model.facts.contracts import ContratACI, MissionProgress, SizeClass
from cpts_model.facts.envelopes import Envelope
from cpts_model.facts.indicateurs_msp import IndicateursMSP
from cpts_model.facts.missions import Mission
from cpts_model.life.funding import Funding, FundingLine, FundingStatus, funding
from cpts_model.life.funding.money import euros, to_the_cent
from world import STRUCTURES, DrawnChoices, RandomChoices, World, masked

ONE_DAY = timedelta(days=1)
SOCLE = (Mission.ACCES_AUX_SOINS, Mission.PARCOURS, Mission.PREVENTION, Mission.CRISE)
OPTIONAL = (Mission.QUALITE, Mission.ACCOMPAGNEMENT)
SIGNED = date(2022, 4, 15)
"""So that the fifth year of the contract is that of the one contract that was transcribed."""
FIFTH = date(2026, 4, 15)
IN_THE_FIFTH = date(2026, 11, 21)


def contract(**told: Any) -> ContratACI:
    """A contract of size 3 that runs, its missions started on the day it was signed."""
    signed = told.get("signed_on", SIGNED)
    missions = told.get("missions", SOCLE)
    facts: dict[str, Any] = {
        "signed_on": signed,
        "ends_on": None,
        "terminated_on": None,
        "size_class": SizeClass.T3,
        "population": None,
        "missions": missions,
        "progress": (
            tuple(MissionProgress(mission=one, started_on=signed) for one in missions)
            if isinstance(missions, tuple) and isinstance(signed, date)
            else ()
        ),
        "envelopes": (),
    }
    return ContratACI(**(facts | told))


def cpts(**told: Any) -> CPTS:
    return CPTS(id="cpts-a", contract=contract(**told), territory=UNKNOWN)


def of_cpts(on: date = IN_THE_FIFTH, **told: Any) -> Funding:
    return funding(cpts(**told), on=on)


def line(answer: Funding, key: str) -> FundingLine:
    lines = (*answer.lines, *answer.conditional, *((answer.ceiling,) if answer.ceiling else ()))
    (found,) = [one for one in lines if one.key == key]
    return found


def started(mission: Mission, day: date | None) -> tuple[MissionProgress, ...]:
    """The missions of the contract started at signature, save one."""
    others = tuple(MissionProgress(mission=one, started_on=SIGNED) for one in SOCLE if one is not mission)
    return (*others, MissionProgress(mission=mission, started_on=day))


class TestTheYearOfTheTranscribedContract:
    def test_fixed_parts_and_functioning_add_up(self) -> None:
        answer = of_cpts()
        assert answer.standing is FundingStatus.RUNNING
        fixed = [one.amount for one in answer.lines if one.is_known]
        assert fixed == [75_000, 90_000, 45_000, 17_500, 22_500]
        assert answer.known == 250_000
        assert answer.total is UNKNOWN
        assert [one.key for one in answer.unknown] == [
            "acces-aux-soins.variable", "parcours.variable", "prevention.variable",
        ]  # fmt: skip
        # 250 000 and the variable parts 35 000, 45 000 and 17 500: what the size comes to without a crisis.
        assert answer.at_most == 347_500

    def test_optional_missions_come_on_top(self) -> None:
        answer = of_cpts(missions=SOCLE + OPTIONAL)
        assert answer.known == 275_000
        assert answer.at_most == 397_500

    def test_crisis_money_is_conditional_and_in_no_sum(self) -> None:
        answer = of_cpts()
        (crisis,) = answer.conditional
        assert (crisis.amount, crisis.at_most) == (UNKNOWN, 67_500)
        assert crisis.key not in [one.key for one in answer.lines]
        assert answer.at_most + 67_500 + 30_000 + 20_000 == 465_000

    @pytest.mark.parametrize(
        ("on", "known"), [(FIFTH - ONE_DAY, 75_000), (FIFTH, 250_000), (date(2027, 4, 14), 250_000)]
    )
    def test_amounts_seen_are_of_no_other_year(self, on: date, known: int) -> None:
        assert of_cpts(on).known == known

    def test_amounts_seen_are_not_those_of_a_year_that_begins_a_day_later(self) -> None:
        answer = of_cpts(signed_on=SIGNED + ONE_DAY)
        assert answer.known == 75_000
        assert "90 000" in line(answer, "acces-aux-soins.fixe").reason.fr

    @pytest.mark.parametrize(
        ("size", "functioning"), [(SizeClass.T1, 50_000), (SizeClass.T2, 60_000), (SizeClass.T4, 90_000)]
    )
    def test_of_another_size_only_the_functioning_is_known(self, size: SizeClass, functioning: int) -> None:
        answer = of_cpts(size_class=size)
        assert answer.known == functioning
        assert answer.at_most is None

    def test_the_ceiling_stands_apart(self) -> None:
        assert line(of_cpts(), "plafond").amount is UNKNOWN
        assert line(of_cpts(size_class=SizeClass.T4), "plafond").amount == 580_000
        early = of_cpts(date(2021, 6, 1), signed_on=date(2020, 1, 1))
        assert line(early, "plafond").amount == 370_000
        assert early.known == 75_000

    @pytest.mark.parametrize(
        ("amended_on", "amount", "words"),
        [
            (date(2022, 12, 1), 580_000, None),
            (date(2023, 1, 1), 580_000, None),
            (date(2023, 1, 2), UNKNOWN, "avenant 2"),
            (None, UNKNOWN, "avenant 2"),
            (UNKNOWN, UNKNOWN, "avenant 2"),
        ],
    )
    def test_trap_8_the_ceiling_of_avenant_2_is_not_that_of_a_contract_not_yet_amended(
        self, amended_on: Any, amount: Any, words: str | None
    ) -> None:
        older = of_cpts(
            date(2023, 6, 1),
            signed_on=date(2022, 1, 1),
            size_class=SizeClass.T4,
            avenant_2_signed_on=amended_on,
        )
        ceiling = line(older, "plafond")
        assert ceiling.amount == amount
        assert words is None or words in ceiling.reason.fr
        assert words is None or ceiling.at_most == 580_000

    def test_a_ceiling_that_was_not_found_is_not_said_to_change(self) -> None:
        straddling = of_cpts(date(2022, 2, 1), signed_on=date(2021, 6, 1))
        reason = line(straddling, "plafond").reason.fr
        assert "31/03/2022" in reason
        assert "change" not in reason


class TestContractYears:
    @pytest.mark.parametrize(
        ("signed", "on", "first", "last", "number"),
        [
            (date(2022, 6, 15), date(2026, 6, 14), date(2025, 6, 15), date(2026, 6, 14), "4e"),
            (date(2022, 6, 15), date(2026, 6, 15), date(2026, 6, 15), date(2027, 6, 14), "5e"),
            (date(2024, 2, 29), date(2025, 2, 27), date(2024, 2, 29), date(2025, 2, 27), "1re"),
            (date(2024, 2, 29), date(2025, 2, 28), date(2025, 2, 28), date(2026, 2, 27), "2e"),
            (date(2024, 2, 29), date(2028, 2, 28), date(2027, 2, 28), date(2028, 2, 28), "4e"),
            (date(2024, 2, 29), date(2028, 2, 29), date(2028, 2, 29), date(2029, 2, 27), "5e"),
        ],
    )
    def test_run_by_anniversary_and_not_by_civil_year(
        self, signed: date, on: date, first: date, last: date, number: str
    ) -> None:
        answer = of_cpts(on, signed_on=signed)
        assert (answer.first_day, answer.last_day) == (first, last)
        assert answer.exercise is not None
        assert answer.exercise.fr.startswith(f"{number} année du contrat")

    def test_reinforced_support_at_creation_is_said_of_the_first_year_since_the_second_avenant(self) -> None:
        def says(signed: date, on: date) -> bool:
            return any("aide renforcée" in note.fr for note in of_cpts(on, signed_on=signed).notes)

        assert says(date(2022, 3, 31), date(2022, 3, 31))
        assert not says(date(2022, 3, 30), date(2022, 3, 30))
        assert says(date(2022, 3, 31), date(2023, 3, 30))
        assert not says(date(2022, 3, 31), date(2023, 3, 31))


class TestWhetherAnythingIsPaid:
    @pytest.mark.parametrize(
        ("told", "standing", "words"),
        [
            ({"signed_on": None}, FundingStatus.NONE, "n'est pas signé"),
            ({"signed_on": IN_THE_FIFTH + ONE_DAY}, FundingStatus.NONE, "n'est pas signé"),
            ({"signed_on": IN_THE_FIFTH}, FundingStatus.RUNNING, ""),
            ({"signed_on": UNKNOWN}, FundingStatus.UNDETERMINED, "date de signature"),
            ({"signed_on": date(2019, 8, 24)}, FundingStatus.NONE, "avant l'entrée en vigueur"),
            ({"signed_on": date(2019, 8, 25)}, FundingStatus.CONDITIONAL, "renouvelé"),
            ({"ends_on": IN_THE_FIFTH}, FundingStatus.NONE, "terminé"),
            ({"ends_on": date(2027, 4, 15)}, FundingStatus.RUNNING, ""),
            ({"ends_on": UNKNOWN}, FundingStatus.CONDITIONAL, "coure toute l'année"),
            ({"terminated_on": IN_THE_FIFTH}, FundingStatus.NONE, "prorata temporis"),
            ({"terminated_on": UNKNOWN}, FundingStatus.CONDITIONAL, "coure toute l'année"),
        ],
    )
    def test_of_the_contract(self, told: dict[str, Any], standing: FundingStatus, words: str) -> None:
        answer = of_cpts(**told)
        assert answer.standing is standing
        assert words in " ".join(reason.fr for reason in answer.reasons)
        assert answer.settled is (standing in (FundingStatus.RUNNING, FundingStatus.NONE))
        if standing is FundingStatus.NONE:
            assert (answer.lines, answer.total, answer.known) == ((), 0, 0)
        if not answer.settled:
            assert (answer.total, answer.at_most) == (UNKNOWN, None)

    def test_no_contract_and_an_unknown_one(self) -> None:
        assert funding(CPTS(id="x", contract=None), on=FIFTH).standing is FundingStatus.NONE
        assert funding(CPTS(id="x"), on=FIFTH).standing is FundingStatus.UNDETERMINED

    @pytest.mark.parametrize(
        ("on", "words"), [(date(2027, 4, 14), "coure toute l'année"), (date(2027, 4, 15), "renouvelé")]
    )
    def test_after_five_years_an_untold_renewal_is_asked_for(self, on: date, words: str) -> None:
        (reason,) = of_cpts(on, ends_on=UNKNOWN).reasons
        assert words in reason.fr

    @pytest.mark.parametrize(
        ("on", "ends_on", "standing"),
        [
            (date(2027, 4, 14), None, FundingStatus.RUNNING),
            (date(2027, 4, 15), None, FundingStatus.CONDITIONAL),
            (date(2027, 4, 15), date(2032, 4, 15), FundingStatus.RUNNING),
        ],
    )
    def test_a_contract_with_no_end_told_is_not_taken_to_go_on_past_its_five_years(
        self, on: date, ends_on: date | None, standing: FundingStatus
    ) -> None:
        answer = of_cpts(on, ends_on=ends_on)
        assert answer.standing is standing
        assert standing is FundingStatus.RUNNING or "renouvelé" in answer.reasons[0].fr

    def test_an_answer_names_its_structure_in_few_words(self) -> None:
        assert repr(of_cpts()) == (
            "<Funding of cpts-a on 2026-11-21: running, 250000 euros known, 8 lines, 3 of them unknown>"
        )

    def test_a_year_that_the_contract_does_not_live_to_the_end_of_is_not_computed(self) -> None:
        answer = of_cpts(terminated_on=date(2027, 4, 14))
        assert answer.standing is FundingStatus.RUNNING
        assert answer.known == 0
        assert all("en cours d'année" in one.reason.fr for one in answer.lines if ".variable" not in one.key)


class TestSize:
    def test_is_that_of_the_population_on_condition_where_the_contract_does_not_tell(self) -> None:
        told = CPTS(
            id="x",
            contract=contract(size_class=UNKNOWN, population=UNKNOWN),
            territory=Territory(population=163_101),
        )
        answer = funding(told, on=IN_THE_FIFTH)
        assert answer.standing is FundingStatus.CONDITIONAL
        assert "autre taille" in answer.reasons[0].fr
        assert line(answer, "fonctionnement").amount == 75_000

    def test_that_of_the_contract_s_population_comes_before_that_of_the_territory(self) -> None:
        told = CPTS(
            id="x",
            contract=contract(size_class=UNKNOWN, population=39_999),
            territory=Territory(population=163_101),
        )
        assert line(funding(told, on=IN_THE_FIFTH), "fonctionnement").amount == 50_000

    @pytest.mark.parametrize("size_class", [UNKNOWN, None])
    def test_at_80_000_exactly_it_is_open_and_bounded(self, size_class: Any) -> None:
        functioning = line(of_cpts(size_class=size_class, population=80_000), "fonctionnement")
        assert functioning.amount is UNKNOWN
        assert "80 000" in functioning.reason.fr
        assert functioning.at_most == (75_000 if size_class is UNKNOWN else 90_000)

    def test_nothing_told_leaves_it_unknown_and_bounded_by_the_largest(self) -> None:
        functioning = line(of_cpts(size_class=UNKNOWN, population=UNKNOWN), "fonctionnement")
        assert (functioning.amount, functioning.at_most) == (UNKNOWN, 90_000)
        assert "indiquer la taille" in functioning.reason.fr


class TestMissions:
    def test_unknown_missions_are_one_unknown_line(self) -> None:
        answer = of_cpts(missions=UNKNOWN, progress=UNKNOWN)
        assert [one.key for one in answer.lines] == ["fonctionnement", "missions"]
        assert answer.total is UNKNOWN
        assert of_cpts(missions=()).total == 75_000

    @pytest.mark.parametrize(
        ("day", "amount", "words"),
        [
            (FIFTH, 45_000, None),  # the anniversary itself: the whole year
            (FIFTH + ONE_DAY, UNKNOWN, "prorata"),
            (date(2027, 4, 14), UNKNOWN, "prorata"),
            (date(2027, 4, 15), UNKNOWN, "n'a pas démarré"),
            (None, UNKNOWN, "n'a pas démarré"),
            (UNKNOWN, UNKNOWN, "date de démarrage"),
        ],
    )
    def test_the_fixed_part_is_whole_from_a_start_by_the_anniversary(
        self, day: Any, amount: Any, words: str | None
    ) -> None:
        fixed = line(of_cpts(progress=started(Mission.PARCOURS, day)), "parcours.fixe")
        assert fixed.amount == amount if amount is not UNKNOWN else fixed.amount is UNKNOWN
        assert (fixed.reason is None) if words is None else (words in fixed.reason.fr)
        assert fixed.at_most == (None if words is None else 45_000)

    @pytest.mark.parametrize(
        ("day", "amount", "words"),
        [
            (date(2025, 4, 15), 22_500, None),  # a whole year of the contract before: an update
            (date(2025, 4, 16), UNKNOWN, "première année du plan de crise, ou mise à jour"),
            (FIFTH, UNKNOWN, "première année du plan de crise, ou mise à jour"),
            (FIFTH + ONE_DAY, UNKNOWN, "première année du plan de crise non trouvé"),
            (None, UNKNOWN, "n'a pas démarré"),
            (UNKNOWN, UNKNOWN, "date de démarrage"),
        ],
    )
    def test_the_crisis_plan_s_update_is_paid_from_its_second_year_on(
        self, day: Any, amount: Any, words: str | None
    ) -> None:
        fixed = line(of_cpts(progress=started(Mission.CRISE, day)), "crise-sanitaire.fixe")
        assert fixed.amount == amount if amount is not UNKNOWN else fixed.amount is UNKNOWN
        assert (fixed.reason is None) if words is None else (words in fixed.reason.fr)
        assert fixed.at_most is None  # the amount of the first year was not found: nothing bounds it

    def test_the_crisis_plan_of_the_first_year_of_a_contract_is_never_its_update(self) -> None:
        fixed = line(of_cpts(signed_on=FIFTH), "crise-sanitaire.fixe")
        assert fixed.amount is UNKNOWN
        assert "première année du plan de crise" in fixed.reason.fr

    def test_the_crisis_plan_of_a_first_year_is_updated_in_the_second_year_of_the_contract(self) -> None:
        signed = date(2025, 4, 15)
        assert line(of_cpts(signed_on=signed), "crise-sanitaire.fixe").amount == 22_500

    def test_a_mission_of_no_agreement_has_no_amount_unless_told(self) -> None:
        assert "ne connaît pas" in line(of_cpts(missions=(Mission.OTHER,)), "autre.fixe").reason.fr

    def test_a_mission_listed_twice_is_paid_once(self) -> None:
        progress = started(Mission.PARCOURS, SIGNED)
        assert of_cpts(missions=(*SOCLE, Mission.PARCOURS), progress=progress).known == 250_000


def told(mission: Mission | None, exercise: date = FIFTH, **amounts: Any) -> Envelope:
    return Envelope(
        exercise=exercise,
        mission=mission,
        **{
            name: Decimal(amount) if isinstance(amount, int | str) else amount
            for name, amount in amounts.items()
        },
    )


class TestToldAmounts:
    def test_a_cpts_that_knows_its_contract_gets_an_exact_total(self) -> None:
        envelopes = (
            told(None, fixed="60000.50"),
            told(Mission.PARCOURS, fixed=30_000, variable_max=20_000, variable_obtained="12345.67"),
            told(Mission.PREVENTION, fixed=None, variable_max=None),
        )
        answer = of_cpts(
            missions=(Mission.PARCOURS, Mission.PREVENTION), size_class=SizeClass.T2, envelopes=envelopes
        )
        assert answer.total == Decimal("102346.17")
        assert answer.at_most == answer.total
        assert all(one.told and one.basis is None for one in answer.lines)
        assert answer.notes == ()

    def test_the_variable_part_waits_for_the_dialogue(self) -> None:
        variable = line(
            of_cpts(envelopes=(told(Mission.PARCOURS, variable_max=20_000),)), "parcours.variable"
        )
        assert (variable.amount, variable.at_most) == (UNKNOWN, 20_000)
        assert "dialogue de gestion" in variable.reason.fr

    def test_win_over_the_agreement_which_is_then_recalled(self) -> None:
        same, other = told(None, fixed=75_000), told(None, fixed=80_000)
        functioning = line(of_cpts(envelopes=(other,)), "fonctionnement")
        assert functioning.amount == 80_000
        assert "75 000,00 €" in functioning.notes[0].fr
        assert line(of_cpts(envelopes=(same,)), "fonctionnement").notes == ()

    def test_are_of_their_exercise_only(self) -> None:
        before = told(None, date(2025, 4, 15), fixed=1)
        assert line(of_cpts(envelopes=(before,)), "fonctionnement").amount == 75_000
        assert line(of_cpts(date(2026, 4, 14), envelopes=(before,)), "fonctionnement").amount == 1
        # It is not of a day that is no anniversary: it is of another year.
        assert not any("15/04/2025" in note.fr for note in of_cpts(envelopes=(before,)).notes)

    def test_of_a_day_that_is_no_anniversary_are_left_out_and_said(self) -> None:
        stray = told(None, date(2027, 1, 1), fixed=1)
        answer = of_cpts(envelopes=(stray,))
        assert line(answer, "fonctionnement").amount == 75_000
        assert any("01/01/2027" in note.fr for note in answer.notes)

    def test_told_twice_are_not_chosen_from(self) -> None:
        twice = (told(Mission.PARCOURS, fixed=1), told(Mission.PARCOURS, fixed=2))
        answer = of_cpts(envelopes=twice)
        for key in ("parcours.fixe", "parcours.variable"):
            assert "deux fois" in line(answer, key).reason.fr
            assert (
                line(answer, key).at_most is None
            )  # what the contract tells wins: the agreement bounds nothing
        functioning = of_cpts(envelopes=(told(None, fixed=80_000), told(None, fixed=90_000)))
        assert line(functioning, "fonctionnement").at_most is None

    @pytest.mark.parametrize(
        ("envelope", "settled"),
        [
            (told(Mission.PARCOURS, variable_obtained=0), False),
            (told(Mission.PARCOURS, fixed=45_000), False),
            (told(Mission.PARCOURS, fixed=45_000, variable_max=45_000), True),
            (told(Mission.PARCOURS, fixed=45_000, variable_obtained=0), True),
            (told(None), False),
            (told(None, fixed=75_000), True),
            (told(None, date(2025, 4, 15)), True),
        ],
    )
    def test_a_part_left_untold_is_that_of_the_agreement_on_condition(
        self, envelope: Envelope, settled: bool
    ) -> None:
        answer = of_cpts(envelopes=(envelope,))
        assert line(answer, "parcours.fixe").amount == 45_000
        assert answer.known == 250_000
        assert answer.standing is (FundingStatus.RUNNING if settled else FundingStatus.CONDITIONAL)
        assert settled or "annexe" in answer.reasons[0].fr

    @pytest.mark.parametrize("mission", [Mission.PARCOURS, Mission.CRISE])
    @pytest.mark.parametrize(
        ("day", "amount", "words"),
        [
            (FIFTH, 30_000, None),
            (FIFTH + ONE_DAY, UNKNOWN, "prorata"),
            (date(2027, 4, 15), UNKNOWN, "n'a pas démarré"),
            (None, UNKNOWN, "n'a pas démarré"),
            (UNKNOWN, UNKNOWN, "date de démarrage"),
        ],
    )
    def test_a_fixed_part_is_whole_only_from_a_start_by_the_anniversary(
        self, mission: Mission, day: Any, amount: Any, words: str | None
    ) -> None:
        answer = of_cpts(progress=started(mission, day), envelopes=(told(mission, fixed=30_000),))
        fixed = line(answer, f"{mission.value}.fixe")
        assert (fixed.amount, fixed.told) == (amount, True)
        assert (fixed.reason is None) if words is None else (words in fixed.reason.fr)
        assert words is None or fixed.at_most == 30_000

    def test_a_mission_that_has_not_started_but_has_no_fixed_part_is_owed_none(self) -> None:
        none = told(Mission.PARCOURS, fixed=None)
        assert line(of_cpts(progress=(), envelopes=(none,)), "parcours.fixe").amount == 0

    @pytest.mark.parametrize("missions", [(Mission.PARCOURS,), UNKNOWN])
    def test_of_a_mission_that_is_not_listed_are_left_out_and_said(self, missions: Any) -> None:
        envelopes = (told(Mission.PREVENTION, fixed=1), told(Mission.PREVENTION, date(2025, 4, 15), fixed=1))
        answer = of_cpts(missions=missions, progress=(), envelopes=envelopes)
        (note,) = [one for one in answer.notes if "actions territoriales de prévention" in one.fr]
        assert "ne sont pas repris" in note.fr
        assert not any("prévention" in one.fr for one in of_cpts(envelopes=envelopes).notes)

    def test_crisis_money_obtained_stays_out_of_the_sum(self) -> None:
        answer = of_cpts(envelopes=(told(Mission.CRISE, variable_obtained=67_500),))
        assert line(answer, "crise-sanitaire.crise").amount == 67_500
        assert answer.known == 250_000

    def test_an_annex_that_is_not_told_may_say_otherwise(self) -> None:
        answer = of_cpts(envelopes=UNKNOWN)
        assert answer.standing is FundingStatus.CONDITIONAL
        assert "annexe" in answer.reasons[0].fr
        assert answer.known == of_cpts(envelopes=()).known == 250_000


class TestInstalments:
    def test_functioning_is_paid_in_full_at_signature_then_in_two(self) -> None:
        first = line(of_cpts(SIGNED), "fonctionnement").instalments
        assert [(one.due_on, one.amount) for one in first] == [(SIGNED, 75_000)]
        later = line(of_cpts(), "fonctionnement").instalments
        assert [(one.due_on, one.amount) for one in later] == [(FIFTH, 56_250), (None, 18_750)]

    def test_a_fixed_part_is_paid_at_the_two_anniversaries(self) -> None:
        paid = line(of_cpts(), "acces-aux-soins.fixe").instalments
        assert [(one.due_on, one.amount) for one in paid] == [(FIFTH, 67_500), (date(2027, 4, 15), 22_500)]

    def test_a_mission_begun_in_the_year_is_paid_from_its_start_and_the_proportion_is_not_computed(
        self,
    ) -> None:
        day = date(2026, 9, 1)
        paid = line(of_cpts(progress=started(Mission.PARCOURS, day)), "parcours.fixe").instalments
        assert [(one.due_on, one.amount) for one in paid] == [(day, UNKNOWN), (date(2027, 4, 15), UNKNOWN)]
        assert "démarrage" in paid[0].when.fr

    def test_the_start_not_being_known_the_advance_has_no_day(self) -> None:
        paid = line(of_cpts(progress=UNKNOWN), "parcours.fixe").instalments
        assert [one.due_on for one in paid] == [None, date(2027, 4, 15)]

    def test_a_year_beyond_the_calendar_is_told_and_not_computed(self) -> None:
        answer = of_cpts(date.max, signed_on=date.max)
        assert answer.standing is FundingStatus.UNDETERMINED
        assert "calendrier" in answer.reasons[0].fr

    @pytest.mark.parametrize("amount", ["0.01", "0.02", "0.03", "10.01", "33333.33", "99999.99", "0"])
    def test_come_to_the_line_to_the_cent(self, amount: str) -> None:
        answer = of_cpts(envelopes=(told(None, fixed=amount), told(Mission.PARCOURS, fixed=amount)))
        for key in ("fonctionnement", "parcours.fixe"):
            parts = [one.amount for one in line(answer, key).instalments]
            assert sum(parts, Decimal(0)) == Decimal(amount)
            assert all(part == part.quantize(Decimal("0.01")) >= 0 for part in parts)


MSP_SIGNED = date(2020, 1, 1)
REACHED: dict[str, Any] = {
    "opening_hours": True,
    "crisis_plan": True,
    "coordination": True,
    "information_system": True,
    "patientele": 4000,
}


def msp(
    year: int = 2025, *, contract: dict[str, Any] | None = None, lodged: Any = date(2018, 1, 1), **told: Any
) -> MSP:
    facts = {"signed_on": MSP_SIGNED, "ends_on": date(2030, 1, 1), "terminated_on": None} | (contract or {})
    return MSP(
        id="msp-a",
        contract=ContratACI(**facts),
        projet=ProjetDeSante(transmitted_on=lodged),
        indicateurs=(IndicateursMSP(year=year, **(REACHED | told)),),
    )


def of_msp(on: date = date(2025, 6, 1), year: int = 2025, **told: Any) -> Funding:
    return funding(msp(year, **told), on=on)


class TestMaisonDeSante:
    def test_a_contract_with_no_end_told_is_not_taken_to_go_on_past_its_five_years(self) -> None:
        no_end = {"signed_on": date(2020, 1, 1), "ends_on": None}
        within = funding(msp(2024, contract=no_end), on=date(2024, 6, 1))
        assert within.standing is FundingStatus.RUNNING
        past = funding(msp(2025, contract=no_end), on=date(2025, 6, 1))
        assert past.standing is FundingStatus.CONDITIONAL
        assert "renouvelé" in past.reasons[0].fr

    def test_the_year_is_the_civil_year(self) -> None:
        for on in (date(2025, 1, 1), date(2025, 12, 31)):
            answer = of_msp(on)
            assert (answer.first_day, answer.last_day) == (date(2025, 1, 1), date(2025, 12, 31))
            assert answer.standing is FundingStatus.RUNNING

    def test_points_make_seven_euros_each(self) -> None:
        answer = of_msp(crisis_actions=True, protocoles=9, protocoles_ipa=2, public_health_ipa=True)
        # 100 + 350 + 1 000 + 1 700 + 8 x 100 + 2 x 40 + 200 points
        assert answer.known == (100 + 350 + 2700 + 800 + 80 + 200) * 7 == 29_610
        assert line(answer, "coordination").points == 2700
        assert line(answer, "coordination").amount == 18_900

    def test_euros_are_rounded_to_the_cent_upwards(self) -> None:
        assert line(of_msp(patientele=4001), "coordination").amount == Decimal("18902.98")

    def test_rows_without_confirmed_points_are_unknown_and_those_not_reached_bring_none(self) -> None:
        answer = of_msp(services_level=0)
        assert "calculateurs" in line(answer, "horaires-et-snp").reason.fr
        assert line(answer, "diversite-services").amount == 0
        assert answer.total is UNKNOWN
        assert answer.at_most is None
        # Only a row of which the points were seen has a text to name.
        assert line(answer, "horaires-et-snp").basis is None
        assert line(answer, "coordination").basis is not None

    def test_what_is_missing_is_asked_for(self) -> None:
        answer = of_msp(patientele=UNKNOWN)
        assert "patientèle" in line(answer, "coordination").reason.fr
        assert line(answer, "coordination").at_most is None
        protocoles = line(answer, "protocoles")
        assert "protocoles" in protocoles.reason.fr
        assert protocoles.at_most == 5600

    @pytest.mark.parametrize("missed", ["opening_hours", "crisis_plan", "coordination", "information_system"])
    def test_without_a_required_indicator_nothing_is_paid(self, missed: str) -> None:
        answer = of_msp(**{missed: False}, protocoles=8)
        assert answer.standing is FundingStatus.NONE
        assert answer.total == 0
        assert "rien n'est versé" in answer.reasons[0].fr

    @pytest.mark.parametrize("unsaid", ["opening_hours", "crisis_plan", "coordination", "information_system"])
    def test_a_required_indicator_left_untold_makes_the_lines_conditional(self, unsaid: str) -> None:
        answer = of_msp(**{unsaid: UNKNOWN}, protocoles=8)
        assert answer.standing is FundingStatus.CONDITIONAL
        assert "prérequis" in answer.reasons[0].fr
        assert line(answer, "protocoles").amount == 5600

    @pytest.mark.parametrize(
        ("lodged", "standing"),
        [
            (date(2019, 1, 1), FundingStatus.NONE),
            (date(2019, 1, 2), FundingStatus.UNDETERMINED),  # less than a year before the signature
            (UNKNOWN, FundingStatus.UNDETERMINED),
        ],
    )
    def test_a_new_structure_is_under_a_regime_that_was_not_found(
        self, lodged: Any, standing: FundingStatus
    ) -> None:
        assert of_msp(lodged=lodged, coordination=False).standing is standing

    def test_a_projet_not_told_leaves_it_open_whether_the_structure_is_new(self) -> None:
        without = attrs.evolve(msp(coordination=False), projet=None)
        assert funding(without, on=date(2025, 6, 1)).standing is FundingStatus.UNDETERMINED

    @pytest.mark.parametrize(("signed", "known"), [(date(2025, 1, 1), True), (date(2025, 1, 2), False)])
    def test_part_of_a_year_is_not_computed(self, signed: date, known: bool) -> None:
        answer = of_msp(contract={"signed_on": signed})
        assert (answer.known > 0) is known

    @pytest.mark.parametrize(("ends", "known"), [(date(2026, 1, 1), True), (date(2025, 12, 31), False)])
    def test_nor_a_year_that_the_contract_does_not_end(self, ends: date, known: bool) -> None:
        assert (of_msp(contract={"ends_on": ends}).known > 0) is known

    def test_an_untold_end_makes_the_lines_conditional(self) -> None:
        assert of_msp(contract={"ends_on": UNKNOWN}).standing is FundingStatus.CONDITIONAL

    @pytest.mark.parametrize(
        ("contract", "standing"),
        [
            ({"signed_on": date(2025, 6, 2)}, FundingStatus.NONE),
            ({"ends_on": date(2025, 6, 1)}, FundingStatus.NONE),
            ({"terminated_on": date(2025, 6, 1)}, FundingStatus.NONE),
        ],
    )
    def test_without_a_contract_that_day(self, contract: dict[str, Any], standing: FundingStatus) -> None:
        assert of_msp(contract=contract).standing is standing

    def test_years_before_2022_are_under_a_table_that_was_not_found(self) -> None:
        answer = of_msp(date(2021, 12, 31), 2021)
        assert [one.key for one in answer.lines] == ["remuneration"]
        assert "avant 2022" in answer.lines[0].reason.fr
        assert of_msp(date(2022, 1, 1), 2022).known > 0

    @pytest.mark.parametrize(
        ("joined", "known", "words"),
        [(False, True, ""), (True, False, "que la maison de santé a rejoint"), (UNKNOWN, False, "dire si")],
    )
    def test_from_2026_the_second_avenant_must_be_told_of(self, joined: Any, known: bool, words: str) -> None:
        answer = of_msp(date(2026, 1, 1), 2026, second_avenant=joined)
        assert (answer.known > 0) is known
        assert known or words in answer.lines[0].reason.fr
        assert of_msp(date(2025, 12, 31), second_avenant=joined).known > 0

    @pytest.mark.parametrize(("signed", "known"), [(date(2026, 7, 13), True), (date(2026, 7, 14), False)])
    def test_the_second_avenant_is_optional_only_for_contracts_of_before_it(
        self, signed: date, known: bool
    ) -> None:
        answer = of_msp(date(2027, 6, 1), 2027, contract={"signed_on": signed}, second_avenant=False)
        assert (answer.known > 0) is known
        assert known or "14/07/2026" in answer.lines[0].reason.fr

    def test_while_required_indicators_may_have_been_missed_the_pay_is_conditional(self) -> None:
        untold = funding(attrs.evolve(msp(), indicateurs=UNKNOWN), on=date(2025, 6, 1))
        open_ = of_msp(date(2026, 6, 1), 2026, second_avenant=UNKNOWN, coordination=False)
        for answer in (untold, open_):
            assert answer.standing is FundingStatus.CONDITIONAL
            assert "prérequis" in answer.reasons[0].fr
        before_2022 = funding(attrs.evolve(msp(), indicateurs=UNKNOWN), on=date(2021, 6, 1))
        assert before_2022.reasons == ()
        missed = of_msp(date(2026, 6, 1), 2026, second_avenant=False, coordination=False)
        assert missed.standing is FundingStatus.NONE
        joined = of_msp(date(2026, 6, 1), 2026, second_avenant=True, coordination=False)
        assert joined.standing is FundingStatus.RUNNING

    def test_indicators_of_the_year_are_asked_for(self) -> None:
        assert "ne sont pas indiqués" in of_msp(date(2024, 6, 1)).lines[0].reason.fr
        assert funding(attrs.evolve(msp(), indicateurs=UNKNOWN), on=date(2025, 6, 1)).total is UNKNOWN
        twice = attrs.evolve(msp(), indicateurs=msp().indicateurs * 2)  # type: ignore[operator]
        assert "deux fois" in funding(twice, on=date(2025, 6, 1)).lines[0].reason.fr


class TestOtherStructures:
    def test_no_agreement_pays_an_esp(self) -> None:
        answer = funding(ESP(id="x"), on=FIFTH)
        assert (answer.standing, answer.total, answer.lines) == (FundingStatus.NONE, 0, ())
        assert "équipes de soins primaires" in answer.reasons[0].fr

    def test_amounts_of_a_centre_de_sante_were_not_found(self) -> None:
        for on in (date(2025, 10, 14), date(2025, 10, 15)):
            answer = funding(CDS(id="x"), on=on)
            assert (answer.standing, answer.total) == (FundingStatus.UNDETERMINED, UNKNOWN)

    def test_nor_those_of_an_ess_whose_money_begins_in_2025(self) -> None:
        assert funding(ESS(id="x"), on=date(2024, 12, 31)).total == 0
        assert funding(ESS(id="x"), on=date(2025, 1, 1)).total is UNKNOWN

    def test_a_sisa_is_referred_to_its_maison_de_sante(self) -> None:
        answer = funding(SISA(id="x"), on=FIFTH)
        assert answer.total is UNKNOWN
        assert "maison de santé" in answer.reasons[0].fr


def check_that_telling_more_never_flips(whole: Any, part: Any, on: date) -> None:
    before, after = funding(part, on=on), funding(whole, on=on)
    if not before.settled:
        return
    assert after.standing is before.standing
    now = {one.key: one for one in (*after.lines, *after.conditional)}
    for one in (*before.lines, *before.conditional):
        if one.is_known:
            assert now[one.key].amount == one.amount, one.key
        if one.at_most is not None and now[one.key].is_known:
            assert now[one.key].amount <= one.at_most
    if before.total is not UNKNOWN:
        assert after.total == before.total
    if before.ceiling is not None and before.ceiling.is_known:
        assert after.ceiling.amount == before.ceiling.amount


@st.composite
def granted(draw: Any) -> Envelope:
    """What a contract may be told to grant, for functioning or a mission."""
    most = draw(st.sampled_from([None, Decimal(0), Decimal(20_000), Decimal(40_000)]))
    return Envelope(
        exercise=draw(st.sampled_from([FIFTH, date(2025, 4, 15), SIGNED])),
        mission=draw(st.sampled_from([None, *Mission])),
        fixed=draw(st.sampled_from([None, Decimal(0), Decimal(45_000), Decimal(80_000)])),
        variable_max=most,
        variable_obtained=draw(st.sampled_from([UNKNOWN, most or Decimal(0), Decimal(0)])),
    )


@st.composite
def situations(draw: Any) -> tuple[Any, Any, date]:
    """A CPTS or a maison de santé near the days that matter, the same less told, and a day."""
    choices = DrawnChoices(draw)
    signed = draw(st.sampled_from([SIGNED, FIFTH, date(2024, 2, 29), date(2019, 8, 24), MSP_SIGNED, None]))
    days = st.sampled_from([None, SIGNED, FIFTH, FIFTH + ONE_DAY, date(2025, 4, 15), date(2027, 4, 15)])
    if draw(st.booleans()):
        missions = tuple(draw(st.lists(st.sampled_from(list(Mission)), unique=True)))
        whole: Any = CPTS(
            id="x",
            contract=contract(
                signed_on=signed,
                ends_on=draw(days),
                terminated_on=draw(st.sampled_from([None, date(2026, 12, 31)])),
                size_class=draw(st.sampled_from([None, *SizeClass])),
                population=draw(st.sampled_from([None, 39_999, 80_000, 163_101])),
                missions=missions,
                progress=tuple(MissionProgress(mission=one, started_on=draw(days)) for one in missions),
                avenant_2_signed_on=draw(st.sampled_from([None, date(2022, 4, 15), date(2023, 1, 1)])),
                envelopes=tuple(draw(st.lists(granted(), max_size=4))),
            ),
            territory=Territory(population=draw(st.sampled_from([20_000, 200_000]))),
        )
    else:
        bools = st.booleans()
        whole = msp(
            draw(st.sampled_from([2021, 2025, 2026])),
            contract={"signed_on": signed, "ends_on": draw(days)},
            lodged=draw(st.sampled_from([date(2018, 1, 1), date(2019, 12, 1)])),
            second_avenant=draw(bools),
            patientele=draw(st.sampled_from([3999, 4000, 8000, 8001])),
            coordination=draw(st.sampled_from([True, True, False])),
            crisis_actions=draw(bools),
            concertation_ipa=draw(bools),
            protocoles=draw(st.integers(0, 10)),
        )
    on = draw(st.sampled_from([IN_THE_FIFTH, FIFTH, date(2025, 6, 1), date(2021, 6, 1), date(2022, 4, 15)]))
    return whole, masked(whole, choices, draw(st.sampled_from([3, 10, 40]))), on


class TestProperties:
    @settings(max_examples=250, deadline=None)
    @given(situations())
    def test_telling_more_never_flips_what_is_settled(self, situation: tuple[Any, Any, date]) -> None:
        check_that_telling_more_never_flips(*situation)

    @pytest.mark.wide
    def test_nor_in_structures_of_every_kind(self) -> None:
        for seed in range(600):
            choices = RandomChoices(seed)
            world = World(choices)
            whole, on = (world.structure(STRUCTURES[seed % len(STRUCTURES)])), world.day()
            part = masked(whole, choices, choices.one_of([2, 10, 40]))
            check_that_telling_more_never_flips(whole, part, on)

    @pytest.mark.wide
    def test_lines_add_up_whatever_is_told(self) -> None:
        for seed in range(600):
            world = World(RandomChoices(seed), unknown=seed % 4)
            subject, on = world.structure((CPTS, MSP)[seed % 2]), world.day()
            answer = funding(subject, on=on)
            known = [one for one in answer.lines if one.is_known]
            assert len(known) + len(answer.unknown) == len(answer.lines)
            assert all(one.reason is not None for one in answer.unknown)
            assert all(one.reason is None for one in known)
            assert answer.known == sum((one.amount for one in known), Decimal(0))
            assert (answer.total is UNKNOWN) is bool(answer.unknown or not answer.settled)
            assert len({one.key for one in answer.lines}) == len(answer.lines)
            if answer.at_most is not None:
                assert answer.at_most >= answer.known
            for one in known:
                parts = [part.amount for part in one.instalments]
                assert sum(parts, Decimal(0)) == one.amount
            for one in answer.unknown:
                assert all(part.amount is UNKNOWN for part in one.instalments)


@pytest.mark.parametrize(
    ("amount", "fr", "en"),
    [
        ("0", "0,00 €", "€0.00"),
        ("1234.5", "1 234,50 €", "€1,234.50"),
        ("1234567.89", "1 234 567,89 €", "€1,234,567.89"),
    ],
)
def test_euros_are_written_to_the_cent(amount: str, fr: str, en: str) -> None:
    assert (euros(Decimal(amount), "fr"), euros(Decimal(amount), "en")) == (fr, en)


def test_half_a_cent_is_rounded_upwards() -> None:
    assert [to_the_cent(Decimal(one)) for one in ("0.004", "0.005", "0.015")] == [
        Decimal("0.00"), Decimal("0.01"), Decimal("0.02"),
    ]  # fmt: skip


def test_standings_are_said_in_both_languages() -> None:
    assert all(standing.label.fr and standing.label.en for standing in FundingStatus)
