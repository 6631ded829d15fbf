"""A SISA below its minimum of partners: L4041-4 as a machine over dates, in its three versions."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from builders import generaliste, infirmier, member
from cpts_model import LAW, SISA, UNKNOWN, EndCause, LegalForm, Outcome, Register, assess, missing
from cpts_model.engine.unknown import OpenQuestion, UnknownFact
from cpts_model.life.machine import Standing
from cpts_model.life.sisa import SISA_BELOW_MINIMUM, DissolutionClock, dissolution_clock, sisa_state
from cpts_model.life.sisa.states import (
    ASKED,
    AT_MINIMUM,
    BELOW,
    DISSOLVED,
    EXTENDED_BY_COURT,
    EXTENDED_OF_RIGHT,
    MAY_BE_ASKED,
    NO_PARTNER,
)
from world import RandomChoices, World, masked

DAY = timedelta(days=1)
FORMED = date(2012, 1, 2)
NO_COURT: dict[str, Any] = {
    "dissolution_requested_on": None,
    "delay_extended_until": None,
    "dissolved_on": None,
}


def partner(who: Any, **told: Any) -> Any:
    return member(who, **({"associe": True, "joined_on": FORMED} | told))


ADA, BEN = partner(generaliste("Ada")), partner(generaliste("Ben"))
NURSE = infirmier("Cléo")


def without_its_nurse_since(left: date, *others: Any, **told: Any) -> SISA:
    members = (ADA, BEN, partner(NURSE, left_on=left), *others)
    return SISA(id="sisa", **({"members": members, "salaried": (), **NO_COURT} | told))


def state(sisa: SISA, on: date) -> Any:
    return sisa_state(sisa, on=on).state


def states(sisa: SISA, on: date) -> set[Any]:
    return set(sisa_state(sisa, on=on).states)


# --- The three versions


def test_a_company_at_its_minimum_since_its_partners_joined() -> None:
    sisa = SISA(id="sisa", members=(ADA, BEN, partner(NURSE)), **NO_COURT)
    assert state(sisa, FORMED - DAY) is NO_PARTNER
    standing = sisa_state(sisa, on=date(2026, 1, 1))
    assert standing.state is AT_MINIMUM
    assert standing.since == FORMED
    assert not standing.remarks


@pytest.mark.parametrize("left", [date(2015, 3, 1), date(2016, 2, 29), date(2021, 5, 13)])
def test_until_13_may_2021_dissolution_may_be_asked_at_once(left: date) -> None:
    assert state(without_its_nurse_since(left), left - DAY) is AT_MINIMUM
    assert state(without_its_nurse_since(left), left) is MAY_BE_ASKED


@pytest.mark.parametrize(
    ("left", "first"),
    [
        (date(2021, 5, 14), date(2021, 11, 15)),
        (date(2022, 1, 15), date(2022, 7, 16)),
        (date(2022, 8, 31), date(2023, 3, 1)),
        (date(2023, 6, 28), date(2023, 12, 29)),
    ],
)
def test_from_14_may_2021_after_six_months(left: date, first: date) -> None:
    sisa = without_its_nurse_since(left)
    assert state(sisa, left) is BELOW
    # On 29 December 2023 the delay is three years, and which one applies is open.
    if first < date(2023, 12, 29):
        assert state(sisa, first - DAY) is BELOW
        assert state(sisa, first) is MAY_BE_ASKED
        assert sisa_state(sisa, on=first).since == first
    else:
        assert states(sisa, first) == {BELOW, MAY_BE_ASKED}


@pytest.mark.parametrize(
    ("left", "first"),
    [
        (date(2023, 12, 29), date(2026, 12, 30)),
        (date(2024, 2, 29), date(2027, 3, 1)),
        (date(2024, 1, 31), date(2027, 2, 1)),
        (date(2025, 3, 31), date(2028, 4, 1)),
    ],
)
def test_from_29_december_2023_after_three_years(left: date, first: date) -> None:
    sisa = without_its_nurse_since(left)
    assert state(sisa, left - DAY) is AT_MINIMUM
    assert state(sisa, left) is BELOW
    assert state(sisa, first - DAY) is BELOW
    standing = sisa_state(sisa, on=first)
    assert standing.state is MAY_BE_ASKED
    assert standing.since == first
    clock = dissolution_clock(sisa, on=first)
    assert clock is not None
    assert (clock.below_since, clock.may_be_asked_from) == (left, first)


# --- Trap 15: already below when the delay changed


def test_already_below_when_the_delay_became_three_years_is_open_until_the_readings_agree() -> None:
    sisa = without_its_nurse_since(date(2023, 10, 1))
    assert state(sisa, date(2024, 4, 1)) is BELOW  # six months are not over: closed in any reading
    for on in (date(2024, 4, 2), date(2026, 10, 2), date(2026, 12, 29)):
        standing = sisa_state(sisa, on=on)
        assert set(standing.states) == {BELOW, MAY_BE_ASKED}
        assert standing.reason is not None
        assert "quel délai" in standing.reason.fr
        assert "à partir du" not in said(standing)
    assert state(sisa, date(2026, 12, 30)) is MAY_BE_ASKED
    with pytest.raises(OpenQuestion):
        dissolution_clock(sisa, on=date(2026, 12, 30))


def test_already_below_when_the_delay_became_six_months_is_open_until_the_readings_agree() -> None:
    sisa = without_its_nurse_since(date(2021, 3, 1))
    assert state(sisa, date(2021, 5, 13)) is MAY_BE_ASKED
    for on in (date(2021, 5, 14), date(2021, 9, 2), date(2021, 11, 14)):
        assert states(sisa, on) == {BELOW, MAY_BE_ASKED}
    assert state(sisa, date(2021, 11, 15)) is MAY_BE_ASKED


# --- The court


LEFT = date(2024, 1, 15)
OPEN = date(2027, 1, 16)


def test_somebody_asks_the_court_and_the_court_rules() -> None:
    asked, ruled = date(2027, 3, 1), date(2027, 11, 30)
    sisa = without_its_nurse_since(LEFT, dissolution_requested_on=asked, dissolved_on=ruled)
    assert state(sisa, asked - DAY) is MAY_BE_ASKED
    assert state(sisa, asked) is ASKED
    assert state(sisa, ruled - DAY) is ASKED
    assert state(sisa, ruled) is DISSOLVED
    assert DISSOLVED.final


def test_nothing_is_dissolved_without_a_judgment_however_long_it_lasts() -> None:
    assert state(without_its_nurse_since(date(2013, 1, 1)), date(2060, 1, 1)) is MAY_BE_ASKED
    asked = without_its_nurse_since(LEFT, dissolution_requested_on=OPEN)
    assert state(asked, date(2060, 1, 1)) is ASKED


def test_a_judgment_shows_that_somebody_had_asked() -> None:
    sisa = without_its_nurse_since(LEFT, dissolution_requested_on=UNKNOWN, dissolved_on=date(2027, 6, 1))
    assert states(sisa, date(2027, 5, 31)) == {MAY_BE_ASKED, ASKED}
    assert state(sisa, date(2027, 6, 1)) is DISSOLVED


def test_the_company_is_cured_until_the_court_rules() -> None:
    back = partner(infirmier("Dora"), joined_on=date(2027, 9, 1))
    sisa = without_its_nurse_since(LEFT, back, dissolution_requested_on=OPEN, dissolved_on=date(2027, 10, 1))
    assert state(sisa, date(2027, 8, 31)) is ASKED
    assert state(sisa, date(2027, 9, 1)) is AT_MINIMUM
    # The court may not dissolve a company that meets the condition: a judgment that did is not void of itself.
    for on in (date(2027, 10, 1), date(2030, 1, 1)):
        standing = sisa_state(sisa, on=on)
        assert set(standing.states) == {AT_MINIMUM, DISSOLVED}
        assert standing.reason is not None
        assert "ne le permettait pas" in standing.reason.fr
        assert warnings(standing) == {"Une dissolution est donnée comme prononcée alors"}


def test_cured_on_the_day_of_the_judgment_or_the_day_after() -> None:
    ruled = date(2027, 10, 1)
    for joined, expected in ((ruled, {AT_MINIMUM, DISSOLVED}), (ruled + DAY, {DISSOLVED})):
        back = partner(infirmier("Dora"), joined_on=joined)
        sisa = without_its_nurse_since(LEFT, back, dissolution_requested_on=OPEN, dissolved_on=ruled)
        assert state(sisa, ruled - DAY) is ASKED
        assert states(sisa, ruled) == expected
        assert states(sisa, date(2028, 1, 1)) == expected


@pytest.mark.parametrize("until", [None, date(2027, 7, 15)])
def test_a_judgment_before_the_end_of_the_delay_is_not_void_of_itself(until: date | None) -> None:
    ruled = date(2025, 1, 1) if until is None else date(2027, 7, 1)
    sisa = without_its_nurse_since(
        LEFT, dissolution_requested_on=date(2024, 6, 1), dissolved_on=ruled, delay_extended_until=until
    )
    running = BELOW if until is None else EXTENDED_BY_COURT
    assert state(sisa, ruled - DAY) is running
    assert states(sisa, ruled) == {running, DISSOLVED}
    assert "ne le permettait pas" in sisa_state(sisa, on=ruled).reason.fr  # type: ignore[union-attr]
    # Time alone does not make it regular, and never gives it another day.
    later = sisa_state(sisa, on=date(2028, 1, 1))
    assert DISSOLVED in later.states
    assert later.since is UNKNOWN


def test_no_company_within_its_delay_is_asked_whether_it_was_dissolved() -> None:
    untold = dict.fromkeys(NO_COURT, UNKNOWN)
    assert state(without_its_nurse_since(LEFT, **untold), OPEN - DAY) is BELOW
    assert state(SISA(id="sisa", members=(ADA, BEN, partner(NURSE))), OPEN) is AT_MINIMUM
    # Which of two delays applies is open: nothing that can be told of a judgment settles it.
    untold |= {"dissolution_requested_on": None, "delay_extended_until": None}
    in_transition = sisa_state(without_its_nurse_since(date(2023, 10, 1), **untold), on=date(2024, 5, 1))
    assert set(in_transition.states) == {BELOW, MAY_BE_ASKED}
    assert in_transition.unknown == ()


def test_a_request_made_before_it_was_open_may_have_been_dismissed() -> None:
    sisa = without_its_nurse_since(LEFT, dissolution_requested_on=OPEN - DAY)
    assert state(sisa, OPEN - DAY) is BELOW
    standing = sisa_state(sisa, on=OPEN)
    assert set(standing.states) == {MAY_BE_ASKED, ASKED}
    assert standing.reason is not None
    assert "n'était pas ouverte" in standing.reason.fr
    judged = attrs.evolve(sisa, dissolved_on=date(2027, 6, 1))
    assert state(judged, date(2027, 6, 1)) is DISSOLVED


def test_a_request_of_an_earlier_time_below_the_minimum_is_not_one_of_the_next() -> None:
    back = partner(infirmier("Dora"), joined_on=date(2027, 6, 1), left_on=date(2028, 1, 1))
    sisa = without_its_nurse_since(LEFT, back, dissolution_requested_on=date(2027, 2, 1))
    assert state(sisa, date(2027, 2, 1)) is ASKED
    assert state(sisa, date(2027, 6, 1)) is AT_MINIMUM
    assert state(sisa, date(2031, 1, 1)) is BELOW
    assert states(sisa, date(2031, 1, 2)) == {MAY_BE_ASKED, ASKED}
    anew = attrs.evolve(sisa, dissolution_requested_on=date(2031, 1, 2))
    assert state(anew, date(2031, 1, 2)) is ASKED


def test_a_request_that_the_court_answers_with_time_was_not_too_early() -> None:
    asked, until = date(2027, 3, 1), date(2027, 7, 15)
    sisa = without_its_nurse_since(LEFT, dissolution_requested_on=asked, delay_extended_until=until)
    assert not warnings(sisa_state(sisa, on=asked))
    assert state(sisa, until + DAY) is ASKED


def test_a_company_cured_and_then_below_again_has_a_new_delay() -> None:
    between = partner(infirmier("Dora"), joined_on=date(2025, 1, 1), left_on=date(2025, 6, 30))
    sisa = without_its_nurse_since(LEFT, between)
    assert state(sisa, date(2024, 12, 31)) is BELOW
    assert state(sisa, date(2025, 1, 1)) is AT_MINIMUM
    assert state(sisa, date(2025, 6, 30)) is BELOW
    assert state(sisa, OPEN) is BELOW
    assert state(sisa, date(2028, 6, 30)) is BELOW
    assert state(sisa, date(2028, 7, 1)) is MAY_BE_ASKED


def test_the_court_extends_the_delay() -> None:
    until = date(2027, 7, 15)
    sisa = without_its_nurse_since(LEFT, delay_extended_until=until)
    assert state(sisa, OPEN - DAY) is BELOW
    assert state(sisa, OPEN) is EXTENDED_BY_COURT
    assert state(sisa, until) is EXTENDED_BY_COURT
    assert state(sisa, until + DAY) is MAY_BE_ASKED
    assert not warnings(sisa_state(sisa, on=until))


def test_before_14_may_2021_the_court_once_asked_gave_time_to_mend() -> None:
    left, asked, until = date(2016, 3, 1), date(2016, 4, 1), date(2016, 10, 1)
    sisa = without_its_nurse_since(left, dissolution_requested_on=asked, delay_extended_until=until)
    assert state(sisa, asked - DAY) is MAY_BE_ASKED
    assert state(sisa, asked) is EXTENDED_BY_COURT
    assert state(sisa, until) is EXTENDED_BY_COURT
    assert state(sisa, until + DAY) is ASKED


def test_employees_who_replace_the_missing_partner_open_a_year_by_right() -> None:
    helped: dict[str, Any] = {"salaried": (infirmier("Dora"),)}
    sisa = without_its_nurse_since(LEFT, **helped)
    standing = sisa_state(sisa, on=OPEN)
    assert set(standing.states) == {EXTENDED_OF_RIGHT, MAY_BE_ASKED}
    assert standing.reason is not None
    assert "un an est de droit" in standing.reason.fr
    assert states(sisa, date(2028, 1, 15)) == {EXTENDED_OF_RIGHT, MAY_BE_ASKED}
    assert state(sisa, date(2028, 1, 16)) is MAY_BE_ASKED
    # Once the court has said so, nothing is open any more.
    granted = without_its_nurse_since(LEFT, delay_extended_until=date(2028, 1, 15), **helped)
    assert state(granted, OPEN) is EXTENDED_OF_RIGHT
    assert state(granted, date(2028, 1, 15)) is EXTENDED_OF_RIGHT
    assert state(granted, date(2028, 1, 16)) is MAY_BE_ASKED
    assert not warnings(sisa_state(granted, on=OPEN))


def test_there_is_no_year_by_right_before_14_may_2021() -> None:
    sisa = without_its_nurse_since(date(2015, 3, 1), salaried=(infirmier("Dora"),))
    assert state(sisa, date(2015, 3, 1)) is MAY_BE_ASKED


def test_what_nobody_told_of_the_court_is_asked_and_never_taken_for_no() -> None:
    sisa = without_its_nurse_since(LEFT, dissolution_requested_on=UNKNOWN, dissolved_on=UNKNOWN)
    assert state(sisa, OPEN - DAY) is BELOW
    standing = sisa_state(sisa, on=OPEN)
    assert standing.state is UNKNOWN
    assert set(standing.states) == {MAY_BE_ASKED, ASKED, DISSOLVED}
    assert {fact.path for fact in standing.unknown} == {"dissolution_requested_on", "dissolved_on"}


# --- What the reader is told besides


def warnings(standing: Standing) -> set[str]:
    return {" ".join(remark.text.fr.split()[:7]) for remark in standing.remarks if remark.warns}


def said(standing: Standing) -> str:
    return " ".join(remark.text.fr for remark in standing.remarks)


def test_is_told_who_may_ask_from_when_and_how_long_the_court_may_extend() -> None:
    words = said(sisa_state(without_its_nurse_since(LEFT), on=LEFT))
    assert "Sous le minimum depuis le 15/01/2024" in words
    assert "tout intéressé peut demander la dissolution au tribunal à partir du 16/01/2027" in words
    assert "saisi par tout intéressé ou par la société" in words
    assert "jusqu'au 15/07/2027 au plus tard" in words
    assert "d'un an, de droit : jusqu'au 15/01/2028" in words
    assert "un commentaire le fait courir du préavis" in words
    assert "il faut une demande et un jugement" in words
    assert "le tribunal ne peut alors plus dissoudre" in words


def test_each_remark_and_each_transition_has_its_article() -> None:
    standing = sisa_state(without_its_nurse_since(LEFT), on=OPEN)
    assert all(one.basis is not None and one.basis.cites.article == "L4041-4" for one in standing.remarks)
    assert all(one.basis.cites.article == "L4041-4" for one in SISA_BELOW_MINIMUM.transitions)
    paragraphs = {one.basis.cites.paragraph for one in standing.remarks if one.basis is not None}
    assert paragraphs == {"I, al. 2", "I, al. 3"}


def test_the_extension_by_the_court_is_not_spoken_of_before_14_may_2021() -> None:
    left = date(2015, 3, 1)
    words = said(sisa_state(without_its_nurse_since(left), on=left))
    assert "à partir du 01/03/2015" in words
    assert "prolonger" not in words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"dissolution_requested_on": OPEN - DAY}, {"La dissolution a été demandée avant que"}),
        ({"dissolution_requested_on": OPEN}, set()),
        ({"dissolution_requested_on": date(2040, 1, 1)}, set()),
        ({"delay_extended_until": date(2027, 7, 15)}, set()),
        ({"delay_extended_until": date(2027, 7, 16)}, {"Le délai donné comme prolongé par le"}),
    ],
)
def test_what_does_not_fit_is_pointed_at(told: dict[str, Any], words: set[str]) -> None:
    assert warnings(sisa_state(without_its_nurse_since(LEFT, **told), on=date(2027, 6, 1))) == words


@pytest.mark.parametrize(
    ("until", "salaried", "too_far"),
    [
        (date(2028, 1, 15), (infirmier("Dora"),), False),
        (date(2028, 1, 16), (infirmier("Dora"),), True),
        (date(2028, 1, 15), UNKNOWN, False),
        (date(2028, 1, 16), UNKNOWN, True),
    ],
)
def test_an_extension_may_last_a_year_when_employees_replace_the_missing(
    until: date, salaried: Any, too_far: bool
) -> None:
    sisa = without_its_nurse_since(LEFT, delay_extended_until=until, salaried=salaried)
    assert bool(warnings(sisa_state(sisa, on=OPEN))) is too_far


def test_is_explained_in_both_languages() -> None:
    standing = sisa_state(without_its_nurse_since(LEFT), on=OPEN)
    assert "la dissolution peut être demandée" in standing.explain("fr")
    assert "dissolution may be asked" in standing.explain("en")


# --- The day that the minimum was lost


def test_a_departure_entered_in_a_register_starts_the_delay_by_itself() -> None:
    sisa = SISA(
        id="sisa",
        legal_form=LegalForm.SISA,
        members=(ADA, BEN, partner(NURSE)),
        salaried=(),
        below_minimum_since=None,
        **NO_COURT,
    )
    register = Register(structures=(sisa,))
    for after in (
        register.withdraw("Cléo", "sisa", on=LEFT).register,
        register.record_death("Cléo", on=LEFT).register,
    ):
        left = after.structure("sisa")
        assert isinstance(left, SISA)
        assert state(left, LEFT - DAY) is AT_MINIMUM
        assert state(left, LEFT) is BELOW
        assert state(left, OPEN) is MAY_BE_ASKED
        assert assess(left, on=OPEN).outcome_of("sisa.dissolution") is Outcome.SATISFIED
        assert "below_minimum_since" not in {fact.path for fact in missing(left, on=OPEN)}


def test_the_day_told_serves_where_the_dates_of_the_partners_do_not_tell_it() -> None:
    told: dict[str, Any] = {"members": (ADA, BEN), "salaried": (), **NO_COURT}
    assert states(SISA(id="sisa", **told), OPEN) == {BELOW, MAY_BE_ASKED}
    assert state(SISA(id="sisa", below_minimum_since=LEFT, **told), OPEN - DAY) is BELOW
    assert state(SISA(id="sisa", below_minimum_since=LEFT, **told), OPEN) is MAY_BE_ASKED


def test_a_day_told_that_contradicts_the_dates_settles_nothing() -> None:
    sisa = without_its_nurse_since(LEFT, below_minimum_since=date(2023, 12, 30))
    standing = sisa_state(sisa, on=OPEN)
    assert set(standing.states) == {BELOW, MAY_BE_ASKED}
    assert standing.reason is not None
    assert "contredisent" in standing.reason.fr


def test_the_clock_stands_still_at_the_minimum_and_is_open_where_facts_are() -> None:
    assert dissolution_clock(without_its_nurse_since(LEFT), on=LEFT - DAY) is None
    with pytest.raises(UnknownFact):
        dissolution_clock(SISA(id="sisa"), on=LEFT)
    assert dissolution_clock(without_its_nurse_since(date(2015, 3, 1)), on=date(2016, 1, 1)) == (
        DissolutionClock(
            below_since=date(2015, 3, 1),
            may_be_asked_from=date(2015, 3, 1),
            extensible_until=None,
            of_right_until=None,
        )
    )


@pytest.mark.parametrize(
    "told",
    [
        {"joined_on": UNKNOWN, "left_on": None},
        {"joined_on": UNKNOWN, "left_on": LEFT},
        {"joined_on": FORMED, "left_on": UNKNOWN},
        {"joined_on": UNKNOWN, "left_on": UNKNOWN, "listed_on": date(2020, 1, 1)},
    ],
)
def test_partners_of_whom_little_is_told_leave_states_possible(told: dict[str, Any]) -> None:
    sisa = SISA(id="sisa", members=(ADA, BEN, partner(NURSE, **told)), salaried=(), **NO_COURT)
    assert len(sisa_state(sisa, on=OPEN).states) > 1


def test_the_last_day_of_the_calendar_is_survived() -> None:
    sisa = without_its_nurse_since(
        date(9999, 12, 30), delay_extended_until=date.max, below_minimum_since=date(9999, 12, 30)
    )
    assert state(sisa, date.max) is BELOW


# --- What must hold of every company


def _worlds(seeds: range, **told: Any) -> Any:
    for seed in seeds:
        choices = RandomChoices(seed)
        world = World(choices, unknown=choices.one_of([0, 0, 1]), steady=choices.one_of([False, True]))
        sisa, on = attrs.evolve(world.structure(SISA), **told), world.day()
        yield choices, sisa, max(on, date(2011, 8, 12))


def _has_had_a_partner(sisa: SISA, on: date) -> bool:
    return NO_PARTNER not in sisa_state(sisa, on=on).states


@pytest.mark.wide
def test_the_machine_and_the_rule_never_disagree() -> None:
    seen = set()
    for _, sisa, on in _worlds(range(200), **NO_COURT):
        if not _has_had_a_partner(sisa, on):
            continue
        here = sisa_state(sisa, on=on)
        outcome = assess(sisa, on=on, law=LAW).outcome_of("sisa.dissolution")
        assert (here.state is MAY_BE_ASKED) is (outcome is Outcome.SATISFIED), (sisa, on)
        if outcome is Outcome.VIOLATED:
            assert MAY_BE_ASKED not in here.states
        if here.state is AT_MINIMUM:
            assert assess(sisa, on=on).outcome_of("sisa.deux-medecins-un-auxiliaire") is Outcome.SATISFIED
        seen.add((outcome, here.state))
    assert {(Outcome.SATISFIED, MAY_BE_ASKED), (Outcome.VIOLATED, AT_MINIMUM)} <= seen
    assert any(outcome is Outcome.UNDETERMINED for outcome, _ in seen)


@pytest.mark.wide
def test_telling_more_only_narrows_the_states_that_are_possible() -> None:
    for choices, sisa, on in _worlds(range(200)):
        if "ne le permettait pas" in str(sisa_state(sisa, on=on).reason):
            continue  # a judgment against the article is looked at only where it is told, with what contradicts it
        part = masked(sisa, choices, choices.one_of([2, 10, 40]))
        assert states(sisa, on) <= states(part, on), (sisa, on)


@pytest.mark.wide
def test_no_company_is_dissolved_without_a_judgment_told() -> None:
    for _, sisa, on in _worlds(range(100)):
        here = sisa_state(sisa, on=on)
        if here.state is DISSOLVED:
            assert isinstance(sisa.dissolved_on, date)
            assert sisa.dissolved_on <= on
        if sisa.dissolved_on is None or (isinstance(sisa.dissolved_on, date) and sisa.dissolved_on > on):
            assert DISSOLVED not in here.states


FORWARD = [
    NO_PARTNER,
    AT_MINIMUM,
    BELOW,
    EXTENDED_OF_RIGHT,
    EXTENDED_BY_COURT,
    MAY_BE_ASKED,
    ASKED,
    DISSOLVED,
]
BACK = {
    *((source, AT_MINIMUM) for source in FORWARD[2:-1]),  # the condition is met again
    *((source, BELOW) for source in FORWARD[3:-2]),  # a newer law has a longer delay
    *(
        (source, target)
        for source in (MAY_BE_ASKED, ASKED)
        for target in (EXTENDED_OF_RIGHT, EXTENDED_BY_COURT)
    ),
    (ASKED, MAY_BE_ASKED),
}


def test_states_only_move_forward_save_where_the_law_lets_them_back() -> None:
    edges = {(one.source, one.target) for one in SISA_BELOW_MINIMUM.transitions}
    assert {edge for edge in edges if FORWARD.index(edge[0]) > FORWARD.index(edge[1])} <= BACK
    assert not any(source is DISSOLVED for source, _ in edges)


def test_the_table_has_every_state_and_each_is_named_in_both_languages() -> None:
    assert set(SISA_BELOW_MINIMUM.states) == set(FORWARD)
    assert all(one.label.fr and one.label.en and one.means.fr and one.means.en for one in FORWARD)


def test_the_order_of_members_and_unrelated_facts_change_nothing() -> None:
    for _, sisa, on in _worlds(range(30)):
        other = attrs.evolve(
            sisa,
            members=sisa.members[::-1] if isinstance(sisa.members, tuple) else sisa.members,
            name="Autre nom",
        )
        assert sisa_state(other, on=on).states == sisa_state(sisa, on=on).states


def test_the_death_of_a_partner_counts_from_its_day() -> None:
    gone = partner(NURSE, left_on=LEFT, end_cause=EndCause.DEATH)
    sisa = SISA(id="sisa", members=(ADA, BEN, gone), salaried=(), **NO_COURT)
    assert state(sisa, LEFT - DAY) is AT_MINIMUM
    assert sisa_state(sisa, on=LEFT).since == LEFT
