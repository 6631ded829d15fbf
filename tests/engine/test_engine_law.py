"""A body of law and its moments."""

import copy
import pickle
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpts_model.engine.citations import Citation
from cpts_model.engine.dates import ALWAYS, Period, since
from cpts_model.engine.errors import RuleConflict, UnknownRule
from cpts_model.engine.law import Law
from toy import (
    HALL,
    L1,
    LICENCE,
    ON,
    ONE_ADULT,
    SPORT,
    TOY,
    TWO_ADULTS,
    Club,
    JuniorClub,
    Player,
    hall_is_booked,
    rule,
)

DAY = timedelta(days=1)


def test_a_law_is_a_collection_of_rules():
    assert list(TOY) == list(TOY.rules)
    assert len(TOY) == len(TOY.rules) == 12
    assert "club.hall" in TOY
    assert "club.hal" not in TOY
    assert TOY.ids == tuple(dict.fromkeys(rule.id for rule in TOY.rules))
    assert len(TOY.ids) == 11


def test_a_law_is_a_value():
    again = Law(TOY.rules, TOY.articles)
    for same in (again, pickle.loads(pickle.dumps(TOY)), copy.copy(TOY), copy.deepcopy(TOY)):
        assert same == TOY
        assert hash(same) == hash(TOY)
        assert same.about(Club, ON) == TOY.about(Club, ON)
    assert hash(Law(TOY.rules[2:], TOY.articles)) != hash(TOY)
    assert Law(TOY.rules) != TOY
    assert Law(TOY.rules[1:], TOY.articles) != TOY
    assert Law(TOY.rules[::-1], TOY.articles) != TOY
    assert TOY.rules != TOY
    assert "_plans" not in repr(TOY)
    with pytest.raises(AttributeError):
        TOY.rules = ()


def test_pickling_takes_no_cache_along():
    warm = Law(TOY.rules, TOY.articles)
    cold = pickle.dumps(warm)
    warm.about(Club, ON)
    assert warm.changes
    assert pickle.dumps(warm) == cold


def test_an_empty_law():
    empty = Law(())
    assert (len(empty), empty.ids, empty.changes) == (0, (), ())
    assert empty.about(Club, ON) == ()
    assert empty.period_of(ON) == ALWAYS
    assert empty.at(ON) == empty


# --- versions


def test_the_version_of_a_day():
    assert TOY.find("club.adults", date(1999, 12, 31)) is None
    assert TOY.find("club.adults", date(2000, 1, 1)) is ONE_ADULT
    assert TOY.find("club.adults", date(2009, 12, 31)) is ONE_ADULT
    assert TOY.find("club.adults", date(2010, 1, 1)) is TWO_ADULTS
    assert TOY.find("club.adults") is TWO_ADULTS
    assert Law((TWO_ADULTS, ONE_ADULT)).versions("club.adults") == (ONE_ADULT, TWO_ADULTS)
    newest = attrs.evolve(TWO_ADULTS, in_force=since(2030, 1, 1))
    middle = attrs.evolve(TWO_ADULTS, in_force=since(2010, 1, 1).before(2030, 1, 1))
    assert Law((newest, ONE_ADULT, middle)).find("club.adults") is newest


@pytest.mark.parametrize("ask", [TOY.versions, TOY.find, lambda rule_id: TOY.find(rule_id, ON)])
def test_an_id_that_never_was_is_an_error_that_offers_the_nearest(ask):
    with pytest.raises(UnknownRule) as caught:
        ask("club.hal")
    assert caught.value.rule_id == "club.hal"
    assert caught.value.nearest[0] == "club.hall"
    assert caught.value.__cause__ is None


def test_a_name_like_no_other_is_offered_nothing():
    with pytest.raises(UnknownRule, match=r"no rule is called 'zzz'$"):
        TOY.versions("zzz")


A = date(2020, 1, 1)
SIDES = st.none() | st.integers(0, 5).map(lambda number: A + number * DAY)


@st.composite
def periods(draw):
    start, end = draw(SIDES), draw(SIDES)
    return (
        Period(start, end)
        if start is None or end is None or start < end
        else Period(end, start)
        if end < start
        else Period(start)
    )


@given(st.lists(periods(), min_size=1, max_size=4))
def test_versions_of_one_rule_never_share_a_day(found):
    versions = tuple(
        rule("a", hall_is_booked, in_force=period, cites=L1.alinea(n)) for n, period in enumerate(found)
    )
    shared = any(
        sum(day in period for period in found) > 1 for day in (A + number * DAY for number in range(-2, 8))
    )
    if shared:
        with pytest.raises(RuleConflict):
            Law(versions)
    else:
        assert set(Law(versions).versions("a")) == set(versions)


def test_a_conflict_names_both_texts():
    other = attrs.evolve(HALL, in_force=since(2020, 1, 1), cites=L1.alinea(9))
    with pytest.raises(RuleConflict) as caught:
        TOY.extended(other)
    assert caught.value.rule_id == "club.hall"
    assert "al. 1" in caught.value.first
    assert "al. 9" in caught.value.second
    assert "C. sport, art. L1-2, al. 1" in str(caught.value)
    assert "C. sport, art. L1-2, al. 9" in str(caught.value)


def test_versions_that_meet_do_not_conflict():
    older = attrs.evolve(HALL, in_force=Period(None, A))
    newer = attrs.evolve(HALL, in_force=Period(A))
    assert Law((newer, older)).find("club.hall", A - DAY) is older
    assert Law((newer, older)).find("club.hall", A) is newer


# --- moments


def test_the_law_changes_when_a_rule_begins_or_ends():
    assert TOY.changes == (date(2000, 1, 1), date(2005, 7, 1), date(2010, 1, 1))
    assert Law((ONE_ADULT,)).changes == (date(2000, 1, 1), date(2010, 1, 1))
    assert Law((LICENCE,)).changes == ()


@pytest.mark.parametrize("change", [*TOY.changes, date(1990, 1, 1), date.min + DAY, date.max])
def test_what_is_in_force_on_both_sides_of_a_change_whichever_day_is_asked_first(change):
    for days in ((change - DAY, change), (change, change - DAY)):
        fresh = Law(TOY.rules)
        for day in (*days, *days):
            expected = tuple(rule for rule in TOY.rules if day in rule.in_force)
            assert fresh.about(Club, day) == expected
            assert fresh.at(day).rules == expected


def test_the_law_of_a_day_keeps_its_articles_and_forgets_the_rest():
    then = TOY.at(date(1999, 12, 31))
    assert then.articles == (L1,)
    assert "club.adults" not in then
    with pytest.raises(UnknownRule):
        then.find("club.adults")


def test_rules_are_about_a_class_and_its_kind():
    players = attrs.evolve(HALL, id="player.hall", about=Player)
    law = TOY.extended(players)
    assert law.about(Player, ON) == (players,)
    assert law.about(JuniorClub, ON) == law.about(Club, ON) == TOY.about(Club, ON)
    assert law.about(int, ON) == ()


@given(st.dates(date(1995, 1, 1), date(2015, 1, 1)))
def test_nothing_changes_within_the_period_of_a_day(day):
    period = TOY.period_of(day)
    assert day in period
    assert not any(change in period and change != period.start for change in TOY.changes)
    assert period.start in (None, *TOY.changes)
    assert period.end in (None, *TOY.changes)


def test_the_period_of_a_day_on_both_sides_of_a_change():
    first, second, third = TOY.changes
    assert TOY.period_of(first - DAY) == Period(None, first)
    assert TOY.period_of(first) == TOY.period_of(second - DAY) == Period(first, second)
    assert TOY.period_of(third) == Period(third)


# --- citing


@pytest.mark.parametrize(
    "written",
    ["L1-2", "L. 1-2", "L.1-2", "l 1-2", " L1-2 ", "L.\N{NO-BREAK SPACE}1-2", "L.\N{NARROW NO-BREAK SPACE}1-2",
     "L\N{THIN SPACE}1-2", "L1\N{NON-BREAKING HYPHEN}2", "L1\N{HYPHEN}2", "L1\N{EN DASH}2", "L.\t1-2",
     "Art. L. 1-2", "article l1-2 du code du sport", "L1-2 CSP"],
)  # fmt: skip
def test_an_article_is_found_however_its_number_is_written(written):
    assert TOY.citing(written) == TOY.rules


def test_citing_looks_at_every_citation_of_every_version():
    other = Citation(SPORT, "R. 7")
    second = attrs.evolve(HALL, id="second", also_cites=(other,))
    assert TOY.extended(second).citing("R7") == (second,)
    assert TOY.citing("L1-20") == TOY.citing("") == TOY.citing("L1") == ()
    assert Law((ONE_ADULT, TWO_ADULTS)).citing("L1-2") == (ONE_ADULT, TWO_ADULTS)


def test_a_law_can_be_extended_and_stays_as_it_was():
    mine = attrs.evolve(HALL, id="mine")
    article = attrs.evolve(L1, number="L3")
    law = TOY.extended(mine, articles=iter([article]))
    assert law.rules == (*TOY.rules, mine)
    assert law.articles == (L1, article)
    assert "mine" not in TOY
    assert TOY.extended() == TOY


def test_a_law_knows_the_classes_of_which_it_speaks_at_any_date():
    law = Law((HALL,))
    assert law.knows(Club)
    assert law.knows(JuniorClub)
    assert not law.knows(Player)
