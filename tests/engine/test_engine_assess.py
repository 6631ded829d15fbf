"""Judging, against a brute-force oracle; and what an assessment answers."""

import copy
import itertools
import pickle
from datetime import date, datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpts_model.engine.assess import assess, judge
from cpts_model.engine.citations import Authority
from cpts_model.engine.dates import Period
from cpts_model.engine.errors import CptsModelError, RuleFailed, UnknownRule
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, NotSettled, OpenQuestion
from toy import (
    COLOURS,
    HALL,
    L1,
    ON,
    TOY,
    Club,
    JuniorClub,
    Player,
    club,
    clubs,
    half_told,
    hall_is_booked,
    player,
    rule,
)

SATISFIED, VIOLATED, NOT_APPLICABLE, UNDETERMINED = (
    Outcome.SATISFIED,
    Outcome.VIOLATED,
    Outcome.NOT_APPLICABLE,
    Outcome.UNDETERMINED,
)

# --- the oracle: sheets of true, false, unknown and disputed cells, and rules that read them

DISPUTED = "disputed"
ANSWERS = st.sampled_from([True, False, UNKNOWN, DISPUTED])


@attrs.frozen
class Sheet:
    rows: Any
    """One row a part; a row has three cells: whether the rule applies, holds, and applies too."""
    whole: Any


@attrs.frozen
class Row:
    cells: Any


def _cell(cells: Any, number: int) -> Any:
    if cells[number] is DISPUTED:
        raise OpenQuestion(COLOURS)
    return cells[number]


def rows(sheet, on):
    return sheet.rows


def binds_sheet(sheet, on):
    return _cell(sheet.whole, 0)


def binds_sheet_too(sheet, on):
    return _cell(sheet.whole, 2)


def sheet_holds(sheet, on):
    return _cell(sheet.whole, 1)


def binds_row(row, sheet, on):
    return _cell(row.cells, 0)


def binds_row_too(row, sheet, on):
    return _cell(row.cells, 2)


def row_holds(row, sheet, on):
    return _cell(row.cells, 1)


SORTS = st.sampled_from(
    [
        (each, applies, holds)
        for each, first, second, holds in (
            (None, binds_sheet, binds_sheet_too, sheet_holds),
            (rows, binds_row, binds_row_too, row_holds),
        )
        for applies in (None, first, second, (first, second), (second, first))
    ]
)
CELLS = st.tuples(ANSWERS, ANSWERS, ANSWERS)
SHEETS = st.builds(
    Sheet, rows=st.just(UNKNOWN) | st.lists(CELLS.map(Row), max_size=4).map(tuple), whole=CELLS
)
PERIODS = st.sampled_from([Period(), Period(None, ON), Period(ON), Period(None, date(2030, 1, 1))])


@st.composite
def laws(draw):
    made = []
    for number in range(draw(st.integers(0, 6))):
        each, applies, holds = draw(SORTS)
        made.append(
            rule(
                f"rule.r{number}", holds, about=Sheet, each=each, applies=applies,
                authority=draw(st.sampled_from(Authority)), modality=draw(st.sampled_from(Modality)),
                upon=draw(st.none() | st.just(COLOURS)), in_force=draw(PERIODS),
            )
        )  # fmt: skip
    return Law(tuple(made))


def _judged(applies, holds, cells):
    """What becomes of one rule on three cells, spelt out: it binds when every condition is true."""
    conditions = applies if isinstance(applies, tuple) else (applies,) if applies else ()
    binding = [cells[2 if condition in (binds_sheet_too, binds_row_too) else 0] for condition in conditions]
    if False in binding:
        return NOT_APPLICABLE, None
    doubts = [cell for cell in binding if cell is not True] or [cells[1]]
    if UNKNOWN in doubts:
        return UNDETERMINED, None
    if DISPUTED in doubts:
        return UNDETERMINED, COLOURS
    return (SATISFIED if cells[1] else VIOLATED), None


def _expected(law, sheet):
    for one in law.rules:
        if not ((one.in_force.start or date.min) <= ON < (one.in_force.end or date.max)):
            continue
        if one.each is None:
            yield one, None, None, *_judged(one.applies, one.holds, sheet.whole)
        elif sheet.rows is UNKNOWN:
            yield one, None, None, UNDETERMINED, None
        elif not sheet.rows:
            yield one, None, None, NOT_APPLICABLE, None
        else:
            for index, row in enumerate(sheet.rows):
                yield one, index, row, *_judged(one.applies, one.holds, row.cells)


@given(laws(), SHEETS)
def test_an_assessment_is_what_brute_force_finds(law, sheet):
    expected = list(_expected(law, sheet))
    found = assess(sheet, on=ON, law=law)
    assert [(v.rule, v.index, v.part, v.outcome, v.reason) for v in found.verdicts] == expected

    def of(*wanted):
        return [(one, index) for one, index, _, outcome, _ in expected if outcome in wanted]

    for verdicts, outcome in (
        (found.violated, VIOLATED),
        (found.undetermined, UNDETERMINED),
        (found.satisfied, SATISFIED),
        (found.not_applicable, NOT_APPLICABLE),
    ):
        assert [(v.rule, v.index) for v in verdicts] == of(outcome)
    binding = {"law", "regulation"}
    blocking = [
        (one, index) for one, index in of(VIOLATED)
        if one.authority.value in binding and one.modality.value != "permission" and one.upon is None
    ]  # fmt: skip
    assert [(v.rule, v.index) for v in found.breaches] == blocking
    assert [(v.rule, v.index) for v in found.warnings] == [
        pair for pair in of(VIOLATED) if pair not in blocking and pair[0].modality.value != "permission"
    ]
    assert found.ok is (not blocking)
    assert found.settled is (not of(UNDETERMINED))
    for one in law.rules:
        of_it = [outcome for other, _, _, outcome, _ in expected if other is one]
        gravest = next((o for o in (VIOLATED, UNDETERMINED, SATISFIED) if o in of_it), NOT_APPLICABLE)
        assert found.outcome_of(one.id) is gravest
        assert [v.outcome for v in found.of(one.id)] == of_it


@given(half_told(), st.sampled_from([date(1999, 1, 1), date(2005, 7, 1), ON]))
def test_telling_more_never_changes_what_is_settled(pair, on):
    partly, full = pair
    told = {(v.rule.id, v.index): v.outcome for v in assess(full, on=on, law=TOY).verdicts}
    for verdict in assess(partly, on=on, law=TOY).verdicts:
        if verdict.outcome is not UNDETERMINED:
            assert told[verdict.rule.id, verdict.index] is verdict.outcome


@given(clubs())
def test_a_club_told_in_full_is_settled_save_where_the_text_is_silent(subject):
    open_rules = {verdict.rule.id for verdict in assess(subject, on=ON, law=TOY).undetermined}
    assert open_rules <= {"club.colours"}


@given(half_told())
def test_judging_twice_gives_the_same(pair):
    first, second = (assess(pair[0], on=ON, law=TOY) for _ in range(2))
    assert first == second
    assert first.verdicts == second.verdicts
    assert hash(first) == hash(second)


# --- what an assessment answers


def test_every_failure_comes_back_at_once():
    found = assess(club(player("a", licence=None, paid=False), hall_booked=False), on=ON, law=TOY)
    assert {verdict.rule.id for verdict in found.violated} == {
        "club.adults", "club.hall", "player.licence", "coach.paid", "club.tournament", "league.visit", "club.several",
    }  # fmt: skip
    assert {verdict.rule.id for verdict in found.breaches} == {
        "club.adults", "club.hall", "player.licence", "coach.paid", "club.several",
    }  # fmt: skip
    assert [verdict.rule.id for verdict in found.warnings] == ["league.visit"]
    assert not found.ok
    assert not found.settled


def test_a_permission_not_open_and_a_duty_of_others_break_nothing():
    team = (player("a", born_on=date(1970, 1, 1)), player("b", born_on=date(1970, 1, 1)))
    found = assess(club(*team, hall_booked=False), on=date(2005, 1, 1), law=TOY)
    assert {verdict.rule.id for verdict in found.violated} == {"club.tournament", "league.visit"}
    assert found.ok
    assert found.breaches == ()


def test_every_verdict_stands_in_the_list_of_its_outcome_and_in_no_other():
    found = assess(club(player("a"), hall_booked=True), on=ON, law=TOY)
    lists = {
        SATISFIED: found.satisfied,
        VIOLATED: found.violated,
        NOT_APPLICABLE: found.not_applicable,
        UNDETERMINED: found.undetermined,
    }
    assert SATISFIED in {verdict.outcome for verdict in found.verdicts}
    for outcome, verdicts in lists.items():
        assert verdicts == tuple(verdict for verdict in found.verdicts if verdict.outcome is outcome)


def test_an_assessment_is_neither_true_nor_false():
    message = "^an assessment is neither true nor false: ask .ok, .settled or both$"
    with pytest.raises(CptsModelError, match=message):
        bool(assess(club(), on=ON, law=TOY))


def test_of_a_rule():
    found = assess(club(player("a")), on=date(1990, 1, 1), law=TOY)
    assert found.of("club.adults") == ()
    assert found.outcome_of("club.adults") is NOT_APPLICABLE
    assert [verdict.part.id for verdict in found.of("player.licence")] == ["a"]
    for ask in (found.of, found.outcome_of):
        with pytest.raises(UnknownRule) as caught:
            ask("club.adult")
        assert caught.value.nearest[0] == "club.adults"


def test_rules_about_something_else_are_not_applicable():
    found = assess(player("a"), on=ON, law=TOY)
    assert found.verdicts == ()
    assert found.outcome_of("club.hall") is NOT_APPLICABLE
    assert (found.ok, found.settled) == (True, True)


def test_a_descendant_is_judged_as_its_kind():
    junior = JuniorClub(id="junior", hall_booked=True)
    assert assess(junior, on=ON, law=TOY).outcome_of("club.hall") is SATISFIED


def test_no_part_makes_a_rule_without_object_and_unknown_parts_leave_it_open():
    none, unknown = (assess(subject, on=ON, law=TOY) for subject in (club(), Club(id="x")))
    (verdict,) = none.of("player.licence")
    assert (verdict.outcome, verdict.part, verdict.index, verdict.place) == (NOT_APPLICABLE, None, None, "")
    (verdict,) = unknown.of("player.licence")
    assert (verdict.outcome, verdict.part, verdict.index, verdict.reason) == (UNDETERMINED, None, None, None)


def test_the_reason_stands_at_its_own_part():
    def disputed(part, sheet, on):
        return _cell(part.cells, 0)

    sheet = Sheet(tuple(Row((cell,)) for cell in (True, DISPUTED, UNKNOWN, False, DISPUTED)), None)
    finding = judge(rule("a", disputed, about=Sheet, each=rows), sheet, ON)
    assert finding.outcomes == (SATISFIED, UNDETERMINED, UNDETERMINED, VIOLATED, UNDETERMINED)
    assert finding.reasons == ((1, COLOURS), (4, COLOURS))
    assert [v.reason for v in finding.verdicts(sheet, ON)] == [None, COLOURS, None, None, COLOURS]
    assert finding.outcome is VIOLATED


def test_parts_left_open_by_the_text_say_so():
    def disputed(sheet, on):
        raise OpenQuestion(COLOURS)

    (verdict,) = judge(rule("a", hall_is_booked, about=Sheet, each=disputed), Sheet((), None), ON).verdicts(
        None, ON
    )
    assert (verdict.outcome, verdict.reason, verdict.part) == (UNDETERMINED, COLOURS, None)


def test_what_is_not_settled_for_a_reason_of_its_own_is_undetermined():
    def not_settled(sheet, on):
        raise NotSettled

    assert judge(rule("a", not_settled, about=Sheet), Sheet((), None), ON).outcome is UNDETERMINED


# --- misuse


@pytest.mark.parametrize("on", [datetime(2024, 3, 1), "2024-03-01", None, 20240301, UNKNOWN])  # noqa: DTZ001
def test_the_day_is_a_plain_date(on):
    with pytest.raises(TypeError, match=r"on= takes a datetime\.date"):
        assess(club(), on=on, law=TOY)


def test_the_day_and_the_law_are_never_guessed():
    with pytest.raises(TypeError, match="'on'"):
        assess(club(), law=TOY)
    with pytest.raises(TypeError, match="'law'"):
        assess(club(), on=ON)
    with pytest.raises(TypeError):
        assess(club(), ON, TOY)


SUBJECT = Sheet((Row((1,)),), None)
PLACES = ("holds", "applies", "each", "part holds", "part applies")


def with_condition(place, condition) -> Rule:
    def yes(*args):
        return True

    if place == "each":
        return rule("a.b", yes, about=Sheet, each=condition)
    each = rows if place.startswith("part") else None
    holds, applies = (condition, None) if place.endswith("holds") else (yes, condition)
    return rule("a.b", holds, applies=applies, about=Sheet, each=each)


@pytest.mark.parametrize("place", PLACES)
def test_a_rule_that_raises_is_named_with_what_it_raised(place):
    def broken(*args):
        raise KeyError("nobody")

    with pytest.raises(RuleFailed, match=r"rule 'a\.b' could not be judged: KeyError: 'nobody'") as caught:
        assess(SUBJECT, on=ON, law=Law((with_condition(place, broken),)))
    assert caught.value.rule_id == "a.b"
    assert isinstance(caught.value.__cause__, KeyError)


@pytest.mark.parametrize("place", [place for place in PLACES if place != "each"])
@pytest.mark.parametrize("answer", [None, 0, 1, "yes", "", (), (1,), 1.0], ids=repr)
def test_a_rule_answers_true_or_false(place, answer):
    with pytest.raises(RuleFailed, match="neither True nor False") as caught:
        assess(SUBJECT, on=ON, law=Law((with_condition(place, lambda *args: answer),)))
    assert repr(answer) in caught.value.problem
    assert caught.value.rule_id == "a.b"


@pytest.mark.parametrize("place", PLACES)
def test_a_rule_that_answers_unknown_is_undetermined(place):
    found = assess(SUBJECT, on=ON, law=Law((with_condition(place, lambda *args: UNKNOWN),)))
    assert found.outcome_of("a.b") is UNDETERMINED


@pytest.mark.parametrize("place", PLACES)
def test_a_rule_that_takes_the_wrong_arguments_fails(place):
    with pytest.raises(RuleFailed, match="TypeError"):
        assess(SUBJECT, on=ON, law=Law((with_condition(place, lambda: True),)))


@pytest.mark.parametrize("place", PLACES)
def test_an_interruption_is_not_swallowed(place):
    def interrupted(*args):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        assess(SUBJECT, on=ON, law=Law((with_condition(place, interrupted),)))


def test_a_failure_within_a_rule_that_assesses_is_a_failure():
    def nested(*args):
        return assess(SUBJECT, on=ON, law=Law((rule("c.d", lambda *args: 3, about=Sheet),))).ok

    for place in PLACES:
        with pytest.raises(RuleFailed):
            assess(SUBJECT, on=ON, law=Law((with_condition(place, nested),)))


def test_parts_are_gone_through_once():
    seen = []

    def each(sheet, on):
        for row in sheet.rows:
            seen.append(row)
            yield row

    found = assess(SUBJECT, on=ON, law=Law((rule("a", lambda *args: True, about=Sheet, each=each),)))
    assert found.findings[0].parts == SUBJECT.rows
    assert len(seen) == 1


# --- values


def test_assessments_and_verdicts_are_values():
    subject = club(player("a"), player("b", licence=None), hall_booked=UNKNOWN)
    found = assess(subject, on=ON, law=TOY)
    assert found.verdicts is found.verdicts
    for again in (pickle.loads(pickle.dumps(found)), copy.copy(found), copy.deepcopy(found)):
        assert again == found
        assert hash(again) == hash(found)
        assert again.verdicts == found.verdicts
        assert again.outcome_of("club.hall") is UNDETERMINED
    assert found != assess(subject, on=date(2024, 3, 2), law=TOY)
    assert found != assess(club(), on=ON, law=TOY)
    for verdict, other in itertools.pairwise(found.verdicts):
        again = pickle.loads(pickle.dumps(verdict))
        assert again == verdict != other
        assert hash(again) == hash(verdict)
        assert again.facts == verdict.facts
        assert again.explain("en") == verdict.explain("en")
        assert again.place == verdict.place
    assert pickle.loads(pickle.dumps(found.findings)) == found.findings
    with pytest.raises(AttributeError):
        found.on = ON
    with pytest.raises(AttributeError):
        found.verdicts[0].outcome = SATISFIED


def test_what_is_shown_of_them_is_short():
    found = assess(club(player("a")), on=ON, law=TOY)
    assert "findings" not in repr(found)
    assert "subject" not in repr(found.verdicts[0])
    assert repr(found.of("club.hall")[0]) == "<Verdict club.hall: satisfied on 2024-03-01>"
    assert repr(found.of("player.licence")[0]) == "<Verdict player.licence [0]: satisfied on 2024-03-01>"
    assert repr(found.findings[0]).startswith("Finding(rule=Rule(id='club.adults'")


@pytest.mark.parametrize(
    ("checked_on", "beyond"), [(date(2024, 2, 29), True), (ON, False), (date(2024, 3, 2), False)]
)
def test_a_verdict_says_when_its_text_was_not_seen_that_late(checked_on, beyond):
    law = Law((rule("a", hall_is_booked, checked_on=checked_on, cites=L1.cite()),))
    (verdict,) = assess(club(), on=ON, law=law).verdicts
    assert verdict.beyond_last_check is beyond


@pytest.mark.parametrize(
    ("changes", "blocking", "warning"),
    [
        ({}, True, False),
        ({"authority": Authority.REGULATION}, True, False),
        ({"authority": Authority.PRACTICE}, False, True),
        ({"modality": Modality.PERMISSION}, False, False),
        ({"modality": Modality.PERMISSION, "authority": Authority.PRACTICE}, False, False),
        ({"upon": Text("a", "a")}, False, True),
    ],
)
def test_only_a_violation_blocks_or_warns(changes, blocking, warning):
    law = Law((rule("a", hall_is_booked, **changes),))
    (verdict,) = assess(club(hall_booked=False), on=ON, law=law).verdicts
    assert (verdict.blocking, verdict.warning) == (blocking, warning)
    for booked in (True, UNKNOWN):
        (verdict,) = assess(club(hall_booked=booked), on=ON, law=law).verdicts
        assert (verdict.blocking, verdict.warning) == (False, False)


@attrs.frozen
class Named:
    name: str
    id: None = None


@pytest.mark.parametrize(
    ("subject", "law", "shown"),
    [
        (club(hall_booked=True), Law((HALL,)), "Club 'club' on 2024-03-01: ok, settled"),
        (club(hall_booked=False), Law((HALL,)), "Club 'club' on 2024-03-01: in breach, settled"),
        (club(hall_booked=UNKNOWN), Law((HALL,)), "Club 'club' on 2024-03-01: ok, not settled"),
        (Named("Les Merles"), Law((HALL,)), "Named 'Les Merles' on 2024-03-01: ok, settled"),
        (3, Law((HALL,)), "int '' on 2024-03-01: ok, settled"),
    ],
    ids=range(5),
)
def test_an_assessment_shows_its_subject_its_day_and_how_it_came_out(subject, law, shown):
    assert repr(assess(subject, on=ON, law=law)) == f"<Assessment of {shown}>"


def test_rules_on_different_parts_may_have_the_same_condition():
    def adult(player, club, on):
        return player.is_adult(on)

    every, last = (lambda club, on: club.players), (lambda club, on: club.players[1:])
    law = Law(
        tuple(
            rule(name, lambda *_: True, each=each, applies=adult)
            for name, each in (("a", every), ("b", last))
        )
    )
    found = assess(club(player("child", born_on=date(2020, 1, 1)), player("adult")), on=ON, law=law)
    assert [verdict.outcome for verdict in found.of("a")] == [NOT_APPLICABLE, SATISFIED]
    assert [verdict.outcome for verdict in found.of("b")] == [SATISFIED]


def paid(player, club, on):
    return bool(player.paid)


def adult(player, club, on):
    return player.is_adult(on)


def everybody(club, on):
    return club.players


def all_but_the_first(club, on):
    return club.players[1:]


def test_rules_that_share_their_first_conditions_bind_the_parts_that_meet_them_all():
    grown, child = date(1990, 1, 1), date(2020, 1, 1)
    team = [
        player(f"{name}", born_on=born, paid=fee)
        for name, born, fee in (
            ("a", grown, True),
            ("b", child, True),
            ("c", grown, False),
            ("d", grown, True),
        )
    ]
    told = {"holds": lambda *_: True}
    law = Law(
        (
            rule("a", each=everybody, applies=(adult, paid), **told),
            rule("b", each=everybody, applies=(adult, paid, adult), **told),
            rule("c", each=all_but_the_first, applies=(adult, paid), **told),
            rule("d", each=everybody, applies=(paid,), **told),
        )
    )
    found = assess(club(*team), on=ON, law=law)
    bound = {
        name: "".join(verdict.part.id for verdict in found.of(name) if verdict.outcome is SATISFIED)
        for name in law.ids
    }
    assert bound == {"a": "ad", "b": "ad", "c": "d", "d": "abd"}


def test_a_condition_that_breaks_down_is_told_by_its_rule_though_others_are_open():
    def breaks_down(player, club, on):
        raise KeyError("no sense")

    team, alone = club(player("a", paid=UNKNOWN), player("b")), club(player("a", paid=UNKNOWN))
    for subject in (team, alone):
        for conditions in ((paid, breaks_down), (adult, breaks_down), (breaks_down, adult)):
            law = Law((rule("a", lambda *_: True, each=everybody, applies=conditions),))
            with pytest.raises(RuleFailed) as caught:
                assess(subject, on=ON, law=law)
            assert caught.value.rule_id == "a"


@pytest.mark.parametrize(
    "holds",
    [
        lambda player, club, on: isinstance(player, Player),
        lambda player, club, on: isinstance(club, Club),
        lambda player, club, on: isinstance(on, date),
    ],
    ids=["part", "subject", "day"],
)
def test_a_rule_on_parts_is_asked_of_the_part_the_subject_and_the_day(holds):
    law = Law((rule("a", holds, each=everybody, applies=holds),))
    assert assess(club(player("a"), player("b")), on=ON, law=law).outcome_of("a") is SATISFIED
