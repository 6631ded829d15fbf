"""The state of a projet de santé on a day: L1434-12, L6323-3, L1411-11-1, L6323-1-11 and the CRPA."""

import pickle
from datetime import date, timedelta
from random import Random
from typing import Any

import attrs
import pytest

from cpts_model import CDS, CPTS, ESP, ESS, MSP, SISA, UNKNOWN, Outcome, ProjetDeSante, assess
from cpts_model.engine.law import Law
from cpts_model.engine.unknown import NotSettled
from cpts_model.facts.projets import OppositionGround
from cpts_model.law import csp_l6323_1
from cpts_model.law.csp_l1434_12.validation import projet_is_validated
from cpts_model.life.ahead import next_change
from cpts_model.life.machine import Machine, Standing, State
from cpts_model.life.projet import PROJET_MACHINES, NoProjetOfItsOwn, projet_machine, projet_state
from cpts_model.life.projet.cds import (
    CDS_AUTHORISED,
    CDS_COMMITTED,
    CDS_DRAWN_UP,
    CDS_NO_PROJET,
    CDS_SENT,
)
from cpts_model.life.projet.cpts import CPTS_MACHINE, days
from cpts_model.life.projet.cpts_states import (
    DEEMED_VALIDATED,
    DRAWN_UP,
    EXPRESSLY_VALIDATED,
    INCOMPLETE,
    NO_PROJET,
    OPPOSED,
    RUNNING,
    TRANSMITTED,
    VALIDATED,
    WITHDRAWN,
)
from cpts_model.life.projet.teams import (
    MSP_DRAWN_UP,
    MSP_NO_PROJET,
    MSP_TRANSMITTED,
    TEAM_DRAWN_UP,
    TEAM_NO_PROJET,
    TEAM_TRANSMITTED,
)
from world import RandomChoices, World, masked

DAY = timedelta(days=1)
RULE = date(2019, 7, 27)
RECEIVED = date(2022, 11, 15)
LAST_DAY = date(2023, 1, 15)
AFTER = date(2023, 1, 16)
LAST_DAY_TO_WITHDRAW = date(2023, 5, 15)
OPEN_DAY = date(2023, 5, 16)  # if silence decided on 16 January, and not at the end of the 15th


def told(**facts: Any) -> CPTS:
    """A CPTS whose file was complete on 15 November 2022 and to which nothing else happened."""
    plain: dict[str, Any] = {
        "drawn_up_on": date(2022, 10, 3),
        "transmitted_on": date(2022, 11, 2),
        "received_complete_on": RECEIVED,
        "validated_on": None,
        "opposed_on": None,
        "withdrawn_on": None,
    }
    return CPTS(id="cpts", projet=ProjetDeSante(**(plain | facts)))


def opposed(on: date, **facts: Any) -> CPTS:
    plain: dict[str, Any] = {
        "opposed_on": on,
        "opposition_notified_on": on,
        "opposition_ground": OppositionGround.TERRITORY,
        "opposition_reasoned": True,
    }
    return told(**(plain | facts))


def standing(structure: Any, on: date) -> Standing:
    return projet_state(structure, on=on)


def states(structure: Any, on: date) -> set[State]:
    return set(standing(structure, on).states)


def state(structure: Any, on: date) -> Any:
    return standing(structure, on).state


def reason(structure: Any, on: date) -> str:
    found = standing(structure, on).reason
    assert found is not None
    return found.fr


def warnings(structure: Any, on: date) -> list[str]:
    return [remark.text.fr for remark in standing(structure, on).remarks if remark.warns]


def notes(structure: Any, on: date) -> list[str]:
    return [remark.text.fr for remark in standing(structure, on).remarks if not remark.warns]


class TestCpts:
    @pytest.mark.parametrize(
        ("on", "expected", "since"),
        [
            (date(2022, 10, 2), NO_PROJET, None),
            (date(2022, 10, 3), DRAWN_UP, date(2022, 10, 3)),
            (date(2022, 11, 1), DRAWN_UP, date(2022, 10, 3)),
            (date(2022, 11, 2), INCOMPLETE, date(2022, 11, 2)),
            (date(2022, 11, 14), INCOMPLETE, date(2022, 11, 2)),
            (RECEIVED, RUNNING, RECEIVED),
            (LAST_DAY, RUNNING, RECEIVED),
            (AFTER, DEEMED_VALIDATED, AFTER),
            (date(2026, 11, 21), DEEMED_VALIDATED, AFTER),
        ],
    )
    def test_from_writing_to_silence_on_both_sides_of_each_day(
        self, on: date, expected: State, since: date | None
    ) -> None:
        assert state(told(), on) == expected
        assert standing(told(), on).since == since

    @pytest.mark.parametrize(
        ("received", "last_day"),
        [
            (date(2026, 12, 31), date(2027, 2, 28)),
            (date(2027, 12, 31), date(2028, 2, 29)),
            (date(2027, 12, 30), date(2028, 2, 29)),
            (date(2027, 12, 29), date(2028, 2, 29)),
            (date(2027, 12, 28), date(2028, 2, 28)),
            (date(2027, 1, 31), date(2027, 3, 31)),
            (date(2026, 7, 1), date(2026, 9, 1)),
        ],
    )
    def test_calendar_months_and_validated_from_the_day_after_the_last(
        self, received: date, last_day: date
    ) -> None:
        cpts = told(transmitted_on=received, received_complete_on=received)
        assert state(cpts, last_day) == RUNNING
        assert state(cpts, last_day + DAY) == DEEMED_VALIDATED
        ahead = next_change(projet_machine(cpts), cpts, on=received)
        assert ahead is not None
        assert (ahead.day, ahead.states, ahead.sure) == (last_day + DAY, (DEEMED_VALIDATED,), True)

    def test_31_december_2027_and_two_months_is_validated_on_1_march_2028(self) -> None:
        cpts = told(transmitted_on=date(2027, 12, 31), received_complete_on=date(2027, 12, 31))
        assert standing(cpts, date(2028, 6, 1)).since == date(2028, 3, 1)

    def test_the_clock_starts_at_the_complete_file_and_not_at_sending(self) -> None:
        assert state(told(received_complete_on=None), date(2026, 1, 1)) == INCOMPLETE
        assert state(told(), date(2023, 1, 3)) == RUNNING

    def test_without_a_projet(self) -> None:
        assert state(CPTS(id="c", projet=None), AFTER) == NO_PROJET
        assert (
            state(told(drawn_up_on=None, transmitted_on=None, received_complete_on=None), AFTER) == NO_PROJET
        )

    def test_what_was_sent_was_written(self) -> None:
        assert state(told(drawn_up_on=None), RECEIVED) == RUNNING
        assert states(told(drawn_up_on=UNKNOWN), date(2022, 11, 1)) == {NO_PROJET, DRAWN_UP}
        assert state(told(drawn_up_on=UNKNOWN), date(2022, 11, 2)) == INCOMPLETE

    @pytest.mark.parametrize("ground", [OppositionGround.TERRITORY, OppositionGround.PRS_OBJECTIVES])
    def test_an_opposition_in_time_on_a_statutory_ground(self, ground: OppositionGround) -> None:
        cpts = opposed(LAST_DAY, opposition_ground=ground)
        assert state(cpts, LAST_DAY - DAY) == RUNNING
        assert state(cpts, LAST_DAY) == OPPOSED
        assert state(cpts, date(2026, 1, 1)) == OPPOSED
        assert not warnings(cpts, date(2026, 1, 1))

    def test_an_opposition_before_the_complete_file_is_one_too(self) -> None:
        assert state(opposed(date(2022, 11, 10)), date(2022, 11, 10)) == OPPOSED
        assert state(opposed(date(2022, 11, 10)), AFTER) == OPPOSED

    def test_an_express_validation(self) -> None:
        cpts = told(validated_on=date(2022, 12, 20))
        assert state(cpts, date(2022, 12, 19)) == RUNNING
        assert state(cpts, date(2022, 12, 20)) == EXPRESSLY_VALIDATED
        assert standing(cpts, date(2024, 1, 1)).since == date(2022, 12, 20)
        late_answer = told(validated_on=date(2023, 3, 1))
        assert state(late_answer, date(2023, 2, 28)) == DEEMED_VALIDATED
        assert state(late_answer, date(2023, 3, 1)) == EXPRESSLY_VALIDATED

    def test_an_express_validation_settles_what_an_opposition_left_open(self) -> None:
        for cpts in (
            opposed(LAST_DAY, validated_on=date(2023, 2, 1)),
            opposed(date(2023, 1, 20), validated_on=date(2023, 2, 1)),
        ):
            assert state(cpts, date(2023, 2, 1)) == EXPRESSLY_VALIDATED

    def test_no_cpts_before_28_january_2016(self) -> None:
        early = told(drawn_up_on=date(2015, 3, 1), transmitted_on=date(2015, 6, 1), received_complete_on=None)
        assert state(early, date(2016, 1, 27)) == NO_PROJET
        assert state(early, date(2016, 1, 28)) == TRANSMITTED


class TestContestable:
    def test_a_late_opposition_leaves_it_open_between_the_two(self) -> None:
        cpts = opposed(AFTER)
        assert state(cpts, LAST_DAY) == RUNNING
        assert states(cpts, AFTER) == {DEEMED_VALIDATED, OPPOSED}
        assert reason(cpts, AFTER).startswith(
            "opposition contestable : elle est signée après la fin des deux mois"
        )
        assert warnings(cpts, AFTER) == [
            "l'opposition, signée le 16/01/2023, l'est après la fin des deux mois : contestable."
        ]
        later = opposed(date(2023, 6, 1))
        assert state(later, date(2023, 5, 31)) == DEEMED_VALIDATED
        assert states(later, date(2023, 6, 1)) == {DEEMED_VALIDATED, OPPOSED}

    @pytest.mark.parametrize("ground", [OppositionGround.OTHER, None])
    def test_an_opposition_on_a_third_ground_is_not_void_of_itself(self, ground: Any) -> None:
        cpts = opposed(LAST_DAY, opposition_ground=ground)
        assert states(cpts, LAST_DAY) == {RUNNING, OPPOSED}
        assert states(cpts, AFTER) == {DEEMED_VALIDATED, OPPOSED}
        assert "aucun des deux motifs" in reason(cpts, AFTER)
        assert any("contestable" in words for words in warnings(cpts, AFTER))

    def test_an_opposition_without_reasons(self) -> None:
        cpts = opposed(LAST_DAY, opposition_reasoned=False)
        assert states(cpts, AFTER) == {DEEMED_VALIDATED, OPPOSED}
        assert "elle n'est pas motivée" in reason(cpts, AFTER)
        assert warnings(cpts, AFTER) == [
            "l'opposition n'est pas motivée : contestable ; en demander les motifs à l'agence."
        ]

    def test_sil_10_signed_in_time_and_notified_late_is_open(self) -> None:
        assert state(opposed(LAST_DAY, opposition_notified_on=LAST_DAY), AFTER) == OPPOSED
        late = opposed(LAST_DAY, opposition_notified_on=AFTER)
        assert states(late, AFTER) == {DEEMED_VALIDATED, OPPOSED}
        assert "non notifiée dans ce délai" in reason(late, AFTER)

    def test_sil_10_signed_and_not_yet_notified_is_told_apart(self) -> None:
        cpts = opposed(date(2022, 12, 1), opposition_notified_on=date(2022, 12, 9))
        assert state(cpts, date(2022, 12, 1)) == OPPOSED
        waiting = "l'opposition, signée le 01/12/2022, n'est pas notifiée"
        assert any(words.startswith(waiting) for words in notes(cpts, date(2022, 12, 8)))
        assert not any(words.startswith(waiting) for words in notes(cpts, date(2022, 12, 9)))

    def test_what_is_not_told_of_an_opposition_is_asked_for(self) -> None:
        for name in ("opposed_on", "opposition_notified_on", "opposition_ground", "opposition_reasoned"):
            cpts = opposed(LAST_DAY, **{name: UNKNOWN})
            assert states(cpts, AFTER) == {DEEMED_VALIDATED, OPPOSED}
            assert f"projet.{name}" in [fact.path for fact in standing(cpts, AFTER).unknown]


class TestWithdrawal:
    def withdrawn(self, on: date, **facts: Any) -> CPTS:
        return told(**({"withdrawn_on": on, "withdrawn_as_unlawful": True} | facts))

    def test_sil_9_unlawful_and_within_four_months_of_the_deemed_validation(self) -> None:
        cpts = self.withdrawn(LAST_DAY_TO_WITHDRAW)
        assert state(cpts, LAST_DAY_TO_WITHDRAW - DAY) == DEEMED_VALIDATED
        assert state(cpts, LAST_DAY_TO_WITHDRAW) == WITHDRAWN
        assert state(cpts, date(2026, 1, 1)) == WITHDRAWN
        assert not warnings(cpts, date(2026, 1, 1))

    def test_sil_9_later_it_is_contestable(self) -> None:
        cpts = self.withdrawn(OPEN_DAY + DAY)
        assert states(cpts, OPEN_DAY + DAY) == {DEEMED_VALIDATED, WITHDRAWN}
        assert "plus de quatre mois" in reason(cpts, date(2024, 1, 1))
        assert warnings(cpts, date(2024, 1, 1)) == [
            "le retrait du 17/05/2023 est décidé plus de quatre mois après la validation : contestable."
        ]

    def test_sil_9_on_which_day_silence_decides_is_open(self) -> None:
        cpts = self.withdrawn(OPEN_DAY)
        assert states(cpts, OPEN_DAY) == {DEEMED_VALIDATED, WITHDRAWN}
        assert "le dernier jour des deux mois ou le lendemain" in reason(cpts, OPEN_DAY)
        assert not warnings(cpts, OPEN_DAY)

    def test_sil_9_the_ground_of_a_withdrawal_that_came_too_late_is_not_asked_for(self) -> None:
        late = self.withdrawn(OPEN_DAY + DAY, withdrawn_as_unlawful=UNKNOWN)
        assert "plus de quatre mois" in reason(late, date(2024, 1, 1))
        assert not standing(late, date(2024, 1, 1)).unknown
        in_time = self.withdrawn(LAST_DAY_TO_WITHDRAW, withdrawn_as_unlawful=UNKNOWN)
        assert [fact.path for fact in standing(in_time, date(2024, 1, 1)).unknown] == [
            "projet.withdrawn_as_unlawful"
        ]

    def test_sil_9_not_as_unlawful_it_is_contestable(self) -> None:
        cpts = self.withdrawn(AFTER, withdrawn_as_unlawful=False)
        assert states(cpts, AFTER) == {DEEMED_VALIDATED, WITHDRAWN}
        assert "n'est pas fondé sur l'illégalité" in reason(cpts, AFTER)
        assert warnings(cpts, AFTER) == [
            "le retrait du 16/01/2023 n'est pas fondé sur l'illégalité de la validation : contestable."
        ]

    def test_an_express_validation_has_four_months_of_its_own(self) -> None:
        last = date(2023, 4, 20)
        assert state(self.withdrawn(last, validated_on=date(2022, 12, 20)), last) == WITHDRAWN
        late = self.withdrawn(last + DAY, validated_on=date(2022, 12, 20))
        assert states(late, last + DAY) == {EXPRESSLY_VALIDATED, WITHDRAWN}

    def test_of_two_decisions_the_older_counts(self) -> None:
        cpts = self.withdrawn(date(2023, 6, 1), validated_on=date(2023, 3, 1))
        assert states(cpts, date(2023, 6, 1)) == {EXPRESSLY_VALIDATED, WITHDRAWN}

    def test_the_four_months_are_calendar_months(self) -> None:
        received = date(2026, 8, 31)  # deemed validated on 1 November: 31 August and two months is 31 October
        cpts = self.withdrawn(date(2027, 3, 1), transmitted_on=received, received_complete_on=received)
        assert standing(cpts, date(2027, 2, 28)).since == date(2026, 11, 1)
        assert states(cpts, date(2027, 3, 1)) == {DEEMED_VALIDATED, WITHDRAWN}
        cpts = self.withdrawn(date(2027, 2, 28), transmitted_on=received, received_complete_on=received)
        assert state(cpts, date(2027, 2, 28)) == WITHDRAWN
        express = self.withdrawn(
            date(2027, 2, 28), validated_on=date(2026, 10, 31), received_complete_on=None
        )
        assert state(express, date(2027, 2, 28)) == WITHDRAWN
        assert states(attrs.evolve(express, projet=attrs.evolve(express.projet, withdrawn_on=date(2027, 3, 1))), date(2027, 3, 1)) == {
            EXPRESSLY_VALIDATED,
            WITHDRAWN,
        }  # fmt: skip

    def test_validated_again_in_writing(self) -> None:
        cpts = self.withdrawn(date(2023, 2, 1), validated_on=date(2023, 9, 1))
        assert state(cpts, date(2023, 2, 1)) == WITHDRAWN
        assert state(cpts, date(2023, 8, 31)) == WITHDRAWN
        assert state(cpts, date(2023, 9, 1)) == EXPRESSLY_VALIDATED

    def test_of_the_same_day_as_an_express_validation_is_open(self) -> None:
        cpts = self.withdrawn(date(2023, 2, 1), validated_on=date(2023, 2, 1))
        assert states(cpts, date(2023, 2, 1)) == {EXPRESSLY_VALIDATED, WITHDRAWN}
        assert "du même jour" in reason(cpts, date(2023, 2, 1))

    def test_before_any_validation_there_is_nothing_to_withdraw(self) -> None:
        cpts = self.withdrawn(date(2022, 12, 1))
        assert state(cpts, LAST_DAY) == RUNNING
        assert states(cpts, AFTER) == {DEEMED_VALIDATED, WITHDRAWN}
        assert "pas encore validé" in reason(cpts, AFTER)

    def test_where_nobody_told_it_is_asked_for_from_the_first_day_of_validation(self) -> None:
        cpts = told(withdrawn_on=UNKNOWN)
        assert state(cpts, LAST_DAY) == RUNNING
        assert states(cpts, AFTER) == {DEEMED_VALIDATED, WITHDRAWN}
        assert [fact.path for fact in standing(cpts, AFTER).unknown] == ["projet.withdrawn_on"]

    def test_until_when_it_may_be_is_told(self) -> None:
        until = (
            "l'agence peut retirer la validation, si elle est illégale, jusqu'au 15/05/2023, voire jusqu'au 16/05/2023 : l'article ne dit "
            "pas si la décision née du silence est prise le dernier jour des deux mois ou le lendemain."
        )
        over = "depuis la fin du 16/05/2023, l'agence ne peut plus retirer la validation de sa propre initiative, à part la fraude."
        assert until in notes(told(), AFTER)
        assert until in notes(told(), OPEN_DAY)
        assert over not in notes(told(), OPEN_DAY)
        assert over in notes(told(), OPEN_DAY + DAY)
        two = told(validated_on=date(2023, 3, 1))  # until 16 May for the one, 1 July for the other
        assert until in notes(two, date(2023, 5, 16))
        assert not any("retirer la validation" in words for words in notes(two, date(2023, 5, 17)))
        assert any("01/07/2023" in words for words in notes(two, date(2023, 7, 2)))
        express = told(validated_on=date(2022, 12, 20))
        written = "l'agence peut retirer la validation jusqu'au 20/04/2023, si elle est illégale."
        assert written in notes(express, date(2023, 4, 20))
        assert any(
            "20/04/2023" in words and "ne peut plus" in words for words in notes(express, date(2023, 4, 21))
        )

    def test_until_when_is_not_told_of_a_letter_that_silence_may_have_forestalled(self) -> None:
        unsaid = told(validated_on=date(2023, 3, 1), opposed_on=UNKNOWN)
        assert not any("retirer la validation" in words for words in notes(unsaid, date(2023, 7, 1)))
        assert any("01/07/2023" in words for words in notes(unsaid, date(2023, 7, 2)))


class TestAttestation:
    ASK = "demander une attestation à l'agence : elle est de droit, et c'est elle qui prouve la validation."

    def test_sil_8_to_be_asked_for_from_the_deemed_validation_on(self) -> None:
        assert self.ASK not in notes(told(), LAST_DAY)
        assert self.ASK in notes(told(), AFTER)
        assert self.ASK not in notes(told(validated_on=date(2022, 12, 20)), AFTER)

    def test_sil_8_asked_for_and_issued(self) -> None:
        cpts = told(attestation_requested_on=date(2023, 2, 1), attestation_issued_on=date(2023, 3, 1))
        assert self.ASK in notes(cpts, date(2023, 1, 31))
        assert any(
            words.startswith("attestation demandée à l'agence le 01/02/2023")
            for words in notes(cpts, date(2023, 2, 28))
        )
        assert "l'agence a attesté la validation le 01/03/2023." in notes(cpts, date(2023, 3, 1))


class TestBefore2019:
    def early(self, **facts: Any) -> CPTS:
        return told(
            **({"drawn_up_on": date(2019, 2, 1), "transmitted_on": date(2019, 3, 1), "received_complete_on": date(2019, 3, 1)} | facts)
        )  # fmt: skip

    def test_sent_and_no_scheme_of_validation(self) -> None:
        assert state(self.early(), date(2019, 2, 28)) == DRAWN_UP
        assert state(self.early(), date(2019, 3, 1)) == TRANSMITTED
        assert state(self.early(), date(2019, 7, 26)) == TRANSMITTED

    def test_sil_11_under_way_on_27_july_2019_is_undetermined(self) -> None:
        assert states(self.early(), RULE) == {TRANSMITTED, DEEMED_VALIDATED}
        assert reason(self.early(), RULE).startswith("projet transmis avant le 27 juillet 2019")
        running = self.early(received_complete_on=date(2019, 7, 1))
        assert states(running, RULE) == {TRANSMITTED, RUNNING}
        assert states(running, date(2019, 9, 2)) == {TRANSMITTED, DEEMED_VALIDATED}
        assert standing(running, date(2026, 1, 1)).state is UNKNOWN

    def test_sent_on_the_day_of_the_rule_is_governed_by_it(self) -> None:
        cpts = told(drawn_up_on=None, transmitted_on=RULE, received_complete_on=RULE)
        assert state(cpts, RULE) == RUNNING
        assert state(cpts, date(2019, 9, 27)) == RUNNING
        assert state(cpts, date(2019, 9, 28)) == DEEMED_VALIDATED

    def test_a_validation_of_before_was_a_practice(self) -> None:
        cpts = self.early(validated_on=date(2019, 5, 2))
        assert state(cpts, date(2019, 5, 2)) == TRANSMITTED
        assert not warnings(cpts, date(2019, 5, 1))
        assert warnings(cpts, date(2019, 5, 2)) == [
            "l'agence a validé le projet le 02/05/2019 : une pratique, sans texte à cette date, dont les effets ne sont pas fixés par la loi."
        ]
        assert EXPRESSLY_VALIDATED in states(cpts, RULE)
        assert TRANSMITTED in states(cpts, RULE)

    def test_an_opposition_of_before_is_none_under_the_article(self) -> None:
        cpts = opposed(
            date(2019, 4, 1), transmitted_on=date(2019, 3, 1), received_complete_on=date(2019, 3, 1)
        )
        assert state(cpts, date(2019, 7, 26)) == TRANSMITTED
        assert states(cpts, RULE) == {TRANSMITTED, OPPOSED, DEEMED_VALIDATED}

    def test_an_express_validation_since_settles_it(self) -> None:
        assert state(self.early(validated_on=RULE), RULE) == EXPRESSLY_VALIDATED


class TestRemarks:
    def test_the_last_day_to_oppose_is_told_while_the_delay_runs(self) -> None:
        last = "dernier jour de l'agence pour s'opposer : le 15/01/2023 (deux mois de date à date, et non soixante jours)."
        assert last not in notes(told(), RECEIVED - DAY)
        assert last in notes(told(), RECEIVED)
        assert last in notes(told(), LAST_DAY)
        assert last not in notes(told(), AFTER)
        assert last not in notes(opposed(date(2022, 12, 1)), date(2022, 12, 1))

    def test_a_file_of_which_no_item_was_asked_for_was_complete_on_receipt(self) -> None:
        (words,) = notes(told(received_complete_on=None), date(2026, 1, 1))
        assert words.startswith("si l'agence n'a réclamé aucune pièce")
        (remark,) = standing(told(), date(2022, 11, 2)).remarks
        assert remark.basis is not None
        assert remark.basis.cites.article == "L114-3"
        assert not notes(told(), date(2022, 11, 1))

    def test_there_are_none_of_what_is_not_told(self) -> None:
        assert not standing(CPTS(id="c"), AFTER).remarks
        assert not standing(CPTS(id="c", projet=ProjetDeSante()), AFTER).remarks
        assert not standing(CPTS(id="c", projet=ProjetDeSante()), date(2018, 1, 1)).remarks

    def test_telling_more_keeps_each_remark_a_statement_of_what_is_told(self) -> None:
        """A remark of a masked dossier speaks of facts that are told: it is true of the whole dossier's facts."""
        for seed in range(250):
            cpts, day, choices = random_cpts(seed)
            part = masked(cpts, choices, 20)
            for remark in standing(part, day).remarks:
                if remark.warns:
                    assert remark in standing(cpts, day).remarks, (seed, remark.text.en)


class TestMaison:
    SENT = date(2012, 10, 1)

    def msp(self, **facts: Any) -> MSP:
        return MSP(
            id="m", projet=ProjetDeSante(drawn_up_on=date(2012, 9, 1), transmitted_on=self.SENT, **facts)
        )

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2012, 8, 31), MSP_NO_PROJET),
            (date(2012, 9, 1), MSP_DRAWN_UP),
            (date(2012, 9, 30), MSP_DRAWN_UP),
            (date(2012, 10, 1), MSP_TRANSMITTED),
            (date(2026, 1, 1), MSP_TRANSMITTED),
        ],
    )
    def test_is_sent_for_information(self, on: date, expected: State) -> None:
        assert state(self.msp(), on) == expected

    def test_trap_9_is_never_validated_by_silence_nor_opposed(self) -> None:
        late = self.msp(received_complete_on=date(2022, 11, 15), opposed_on=date(2022, 12, 1))
        assert state(late, date(2026, 1, 1)) == MSP_TRANSMITTED
        assert "ne vaut ni accord ni refus" in MSP_TRANSMITTED.means.fr

    def test_a_validation_by_the_agency_is_a_practice(self) -> None:
        cpts = self.msp(validated_on=date(2012, 11, 12))
        assert not notes(cpts, date(2012, 11, 11))
        (remark,) = standing(cpts, date(2012, 11, 12)).remarks
        assert remark.text.fr.startswith("l'agence a validé le projet le 12/11/2012 : un usage")
        assert not standing(MSP(id="m"), self.SENT).remarks

    def test_no_text_asked_for_a_projet_before_23_july_2009(self) -> None:
        old = MSP(id="m", projet=ProjetDeSante(drawn_up_on=date(2008, 1, 1), transmitted_on=date(2008, 2, 1)))
        assert state(old, date(2009, 7, 22)) == MSP_NO_PROJET
        assert state(old, date(2009, 7, 23)) == MSP_TRANSMITTED

    def test_a_sisa_has_that_of_the_maison_it_is(self) -> None:
        facts: dict[str, Any] = {"projet": ProjetDeSante(drawn_up_on=None, transmitted_on=self.SENT)}
        assert state(SISA(id="s", is_maison_de_sante=True, **facts), self.SENT) == MSP_TRANSMITTED
        unsaid = standing(SISA(id="s", **facts), self.SENT)
        assert MSP_NO_PROJET in unsaid.states
        assert MSP_TRANSMITTED in unsaid.states
        assert [fact.path for fact in unsaid.unknown] == ["is_maison_de_sante"]

    def test_a_sisa_that_is_none_is_refused(self) -> None:
        with pytest.raises(
            NoProjetOfItsOwn, match="no projet de santé of its own; ask the maison"
        ) as refused:
            projet_state(SISA(id="sisa-1", is_maison_de_sante=False), on=self.SENT)
        again = pickle.loads(pickle.dumps(refused.value))
        assert again.structure_id == "sisa-1"
        assert str(again) == str(refused.value)

    def test_what_is_no_structure_is_refused(self) -> None:
        with pytest.raises(TypeError, match="a str has no projet de santé"):
            projet_state("cpts", on=self.SENT)  # type: ignore[arg-type]


class TestTeams:
    @pytest.mark.parametrize(("kind", "first"), [(ESP, date(2016, 1, 28)), (ESS, date(2019, 7, 27))])
    def test_draws_up_a_projet_that_no_text_has_it_send(self, kind: Any, first: date) -> None:
        team = kind(id="t", projet=ProjetDeSante(drawn_up_on=date(2015, 1, 1), transmitted_on=None))
        assert state(team, first - DAY) == TEAM_NO_PROJET
        assert state(team, first) == TEAM_DRAWN_UP
        sent = kind(id="t", projet=ProjetDeSante(drawn_up_on=None, transmitted_on=date(2024, 3, 1)))
        assert state(sent, date(2024, 2, 29)) == TEAM_NO_PROJET
        assert state(sent, date(2024, 3, 1)) == TEAM_TRANSMITTED
        assert state(sent, date(2026, 3, 1)) == TEAM_TRANSMITTED

    def test_the_sending_of_a_team_rests_on_no_article_that_commands_it(self) -> None:
        (sends,) = (one for one in PROJET_MACHINES[ESP].transitions if one.target == TEAM_TRANSMITTED)
        assert not sends.basis.authority.binds
        (sends,) = (one for one in PROJET_MACHINES[ESS].transitions if one.target == TEAM_TRANSMITTED)
        assert sends.basis.rule_id == "ess.contrat-territorial"


class TestCentre:
    def cds(self, **facts: Any) -> CDS:
        plain: dict[str, Any] = {
            "projet": ProjetDeSante(drawn_up_on=date(2019, 9, 1), transmitted_on=date(2019, 10, 1)),
            "conformity_commitment_on": date(2019, 11, 4),
            "conformity_receipt_on": date(2019, 12, 2),
            "agrement_activity": False,
        }
        return CDS(id="cds", **(plain | facts))

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2019, 8, 31), CDS_NO_PROJET),
            (date(2019, 9, 1), CDS_DRAWN_UP),
            (date(2019, 9, 30), CDS_DRAWN_UP),
            (date(2019, 10, 1), CDS_SENT),
            (date(2019, 11, 3), CDS_SENT),
            (date(2019, 11, 4), CDS_COMMITTED),
            (date(2019, 12, 1), CDS_COMMITTED),
            (date(2019, 12, 2), CDS_AUTHORISED),
            (date(2026, 1, 1), CDS_AUTHORISED),
        ],
    )
    def test_is_handed_in_with_the_commitment_and_the_receipt_authorises(
        self, on: date, expected: State
    ) -> None:
        assert state(self.cds(), on) == expected

    def test_silence_stands_for_no_receipt(self) -> None:
        assert state(self.cds(conformity_receipt_on=None), date(2026, 1, 1)) == CDS_COMMITTED

    def test_a_receipt_stands_whatever_else_is_told(self) -> None:
        bare = CDS(id="c", projet=None, conformity_receipt_on=date(2020, 1, 1), conformity_commitment_on=None)
        assert state(bare, date(2019, 12, 31)) == CDS_NO_PROJET
        assert state(bare, date(2020, 1, 1)) == CDS_AUTHORISED

    def test_the_regime_dates_from_2_march_2018(self) -> None:
        early = self.cds(projet=None, conformity_commitment_on=date(2018, 1, 2), conformity_receipt_on=None)
        assert state(early, date(2018, 3, 1)) == CDS_NO_PROJET
        assert state(early, date(2018, 3, 2)) == CDS_COMMITTED

    def test_centres_open_before_had_a_year_and_are_told_so(self) -> None:
        old = self.cds(opened_on=date(2010, 1, 1))
        assert not notes(old, date(2018, 3, 1))
        assert notes(old, date(2018, 3, 2))
        assert notes(old, date(2019, 3, 1))
        assert not notes(old, date(2019, 3, 2))
        assert not notes(self.cds(opened_on=date(2018, 3, 2)), date(2018, 3, 2))

    def test_an_agrement_without_receipt_is_an_open_question_since_2023(self) -> None:
        only = self.cds(conformity_receipt_on=None, agrement_activity=True, agrement_on=date(2023, 1, 1))
        assert state(only, date(2023, 5, 20)) == CDS_COMMITTED
        assert states(only, date(2023, 5, 21)) == {CDS_COMMITTED, CDS_AUTHORISED}
        assert reason(only, date(2023, 5, 21)).startswith("pas de récépissé, mais un agrément")

    @pytest.mark.wide
    def test_never_disagrees_with_the_rule_on_the_receipt(self) -> None:
        law = Law(rules=csp_l6323_1.RULES)
        compared = 0
        for seed in range(600):
            choices = RandomChoices(seed)
            world = World(choices, unknown=choices.one_of([0, 0, 2, 5]))
            cds, on = world.structure(CDS), world.day()
            outcome = assess(cds, on=on, law=law).outcome_of("cds.recepisse")
            possible = states(cds, on)
            if outcome is Outcome.SATISFIED:
                assert possible == {CDS_AUTHORISED}, seed
            if outcome is Outcome.VIOLATED:
                assert CDS_AUTHORISED not in possible, seed
            if outcome is Outcome.UNDETERMINED and on >= date(2023, 5, 21):
                assert CDS_AUTHORISED in possible, seed
                assert len(possible) > 1, seed
            compared += outcome in (Outcome.SATISFIED, Outcome.VIOLATED)
        assert compared > 120


# --- Whatever happens to a projet, found on many random ones


def random_cpts(seed: int) -> tuple[CPTS, date, RandomChoices]:
    """A CPTS whose dates fall close to one another, on both sides of the rule or not, and a day among them."""
    random = Random(seed)
    base = random.choice([date(2018, 1, 1), date(2019, 5, 1), date(2019, 7, 20), date(2022, 12, 20)])

    def day() -> date:
        return base + timedelta(days=random.choice([random.randrange(260), random.randrange(80)]))

    sent, received = (
        random.choice([None, *(day() for _ in range(5))]),
        random.choice([None, day(), day(), day()]),
    )
    if sent and received and received < sent:
        sent, received = received, sent
    opposed_on = random.choice([None, None, day()])
    facts: dict[str, Any] = {
        "drawn_up_on": random.choice([None, day()]),
        "transmitted_on": sent,
        "received_complete_on": received,
        "validated_on": random.choice([None, None, day()]),
        "opposed_on": opposed_on,
        "opposition_notified_on": random.choice([opposed_on, opposed_on, None, day()]),
        "opposition_ground": random.choice([*OppositionGround, None]),
        "opposition_reasoned": random.choice([True, True, False]),
        "withdrawn_on": random.choice([None, None, day(), day()]),
        "withdrawn_as_unlawful": random.choice([True, True, False]),
    }
    on = base + timedelta(days=random.randrange(-10, 420))
    return CPTS(id="cpts", projet=ProjetDeSante(**facts)), on, RandomChoices(seed)


def partly_told(seed: int) -> tuple[CPTS, CPTS, date]:
    """A CPTS, the same less told, and a day."""
    cpts, on, choices = random_cpts(seed)
    return cpts, masked(cpts, choices, choices.one_of([5, 15, 40])), on


def validated(cpts: CPTS, on: date) -> bool | None:
    try:
        return projet_is_validated(cpts, on)
    except NotSettled:
        return None


@pytest.mark.wide
def test_never_disagrees_with_the_rule_on_validation() -> None:
    answers: dict[bool | None, int] = {True: 0, False: 0, None: 0}
    for seed in range(1000):
        cpts, part, on = partly_told(seed)
        day = max(on, RULE)
        for one in (cpts, part):
            possible = states(one, day)
            answer = validated(one, day)
            answers[answer] += 1
            if answer is None:
                assert possible & set(VALIDATED), seed
                assert possible - set(VALIDATED), seed
            else:
                assert (possible <= set(VALIDATED)) is answer, seed
                assert bool(possible & set(VALIDATED)) is answer, seed
    assert min(answers.values()) > 100


def test_nothing_is_validated_before_27_july_2019() -> None:
    for seed in range(400):
        cpts, part, on = partly_told(seed)
        day = min(on, RULE - DAY)
        assert states(cpts, day) <= {NO_PROJET, DRAWN_UP, TRANSMITTED}, seed
        assert states(part, day) <= {NO_PROJET, DRAWN_UP, TRANSMITTED}, seed


@pytest.mark.wide
def test_telling_more_only_narrows_what_is_possible() -> None:
    narrowed = 0
    for seed in range(1000):
        cpts, part, on = partly_told(seed)
        whole, less = standing(cpts, on), standing(part, on)
        assert set(whole.states) <= set(less.states), seed
        if less.settled and less.since is not UNKNOWN:
            assert whole.since == less.since, seed
        if not less.settled:
            assert less.unknown or less.reason, seed
        narrowed += len(whole.states) < len(less.states)
    assert narrowed > 150


@pytest.mark.wide
def test_telling_what_is_asked_for_settles_it_or_leaves_an_open_question() -> None:
    for seed in range(400):
        cpts, part, on = partly_told(seed)
        while (asked := standing(part, on).unknown) and isinstance(part.projet, ProjetDeSante):
            names = [fact.path.removeprefix("projet.") for fact in asked]
            assert all(getattr(part.projet, name) is UNKNOWN for name in names), seed
            answers = {name: getattr(cpts.projet, name) for name in names}
            part = attrs.evolve(part, projet=attrs.evolve(part.projet, **answers))
        if isinstance(part.projet, ProjetDeSante):
            assert states(part, on) == states(cpts, on), seed


@pytest.mark.wide
def test_no_day_is_missing() -> None:
    for seed in range(300):
        cpts, part, on = partly_told(seed)
        for one in (cpts, part):
            known = [day for day in (*days(one), *CPTS_MACHINE.changes) if day <= on]
            assert states(one, on) == states(one, max(known)), seed


@pytest.mark.wide
def test_moves_forward_only_save_where_the_law_lets_it_back() -> None:
    settled = 0
    for seed in range(600):
        cpts, on, _ = random_cpts(seed)
        before = standing(cpts, on)
        if before.settled and before.states[0] in VALIDATED:
            settled += 1
            for months in (1, 30, 100, 400, 4000):
                after = states(cpts, on + timedelta(days=months))
                assert after <= {*VALIDATED, OPPOSED, WITHDRAWN}, seed
                assert after != {OPPOSED}, seed
    assert settled > 50


def test_only_the_projet_of_a_cpts_is_ever_validated() -> None:
    of_a_cpts = {one.id for one in VALIDATED}
    for kind, machine in PROJET_MACHINES.items():
        found = {one.id for one in machine.states} & of_a_cpts
        assert found == (of_a_cpts if kind is CPTS else set())


@pytest.mark.wide
@pytest.mark.parametrize("kind", [MSP, SISA, ESP, ESS, CDS, CPTS])
def test_telling_more_only_narrows_it_for_every_structure(kind: Any) -> None:
    for seed in range(100):
        choices = RandomChoices(seed)
        world = World(choices)
        whole, on = world.structure(kind), world.day()
        part = masked(whole, choices, choices.one_of([5, 20]))
        if isinstance(whole, SISA) and whole.is_maison_de_sante is False:
            with pytest.raises(NoProjetOfItsOwn):
                standing(whole, on)
            continue
        assert set(standing(whole, on).states) <= set(standing(part, on).states), seed


@pytest.mark.parametrize(
    "machine", {one.id: one for one in PROJET_MACHINES.values()}.values(), ids=lambda one: one.id
)
class TestTables:
    def test_each_state_names_its_articles_and_says_what_it_means(self, machine: Machine) -> None:
        for one in machine.states:
            assert one.cites, one.id
            assert one.label.fr[0].islower()
            assert one.means.fr.endswith(".")
            assert one.means.en.endswith(".")

    def test_no_two_states_have_one_id_or_one_name(self, machine: Machine) -> None:
        assert len({one.id for one in machine.states}) == len(machine.states)
        assert len({one.label.fr for one in machine.states}) == len(machine.states)

    def test_each_step_rests_on_a_text_in_force(self, machine: Machine) -> None:
        for one in machine.transitions:
            assert one.basis.source, str(one)
            assert one.in_force.start is not None, str(one)

    def test_final_states_are_those_that_nothing_leaves(self, machine: Machine) -> None:
        left = {one.source for one in machine.transitions}
        assert {one for one in machine.states if one.final} == set(machine.states) - left

    def test_where_one_version_of_the_law_ends_another_begins(self, machine: Machine) -> None:
        begins = {one.in_force.start for one in machine.transitions}
        assert {one.in_force.end for one in machine.transitions} - {None} <= begins


def test_the_way_ahead_is_told_in_words() -> None:
    cpts = told()
    ahead = next_change(projet_machine(cpts), cpts, on=RECEIVED)
    assert ahead is not None
    assert ahead.explain().splitlines() == [
        "À compter du 16/01/2023, si rien d'autre n'arrive d'ici là : projet de santé réputé validé",
        "les deux mois se terminent sans opposition de l'agence — article L1434-12 du code de la santé publique "
        "(loi, texte lu, vu en vigueur le 21/05/2023)",
    ]


def test_reads_aloud_in_french() -> None:
    assert standing(told(), date(2023, 2, 1)).explain().splitlines() == [
        "Projet de santé de la CPTS au 01/02/2023 : projet de santé réputé validé",
        "Depuis le 16/01/2023",
        "L'agence régionale de santé ne s'est pas opposée dans les deux mois. Un contrat territorial de santé peut être conclu sur ce "
        "projet ; la convention avec l'assurance maladie et l'agence, qui confie les missions, reste une étape distincte.",
        "Texte : article L1434-12 du code de la santé publique (loi, texte lu, vu en vigueur le 21/05/2023)",
        "À savoir : demander une attestation à l'agence : elle est de droit, et c'est elle qui prouve la validation.",
        "À savoir : l'agence peut retirer la validation, si elle est illégale, jusqu'au 15/05/2023, voire jusqu'au 16/05/2023 : l'article "
        "ne dit pas si la décision née du silence est prise le dernier jour des deux mois ou le lendemain.",
    ]
