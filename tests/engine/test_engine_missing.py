"""What to ask next."""

import pickle
from datetime import datetime

import pytest
from hypothesis import given

from cpts_model.engine.assess import assess
from cpts_model.engine.citations import Authority
from cpts_model.engine.law import Law
from cpts_model.engine.missing import MissingFact, missing, missing_from
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, OpenQuestion, either
from toy import (
    COLOURS,
    ON,
    SETTLEABLE,
    TOY,
    Club,
    at,
    club,
    half_told,
    hall_is_booked,
    licensed,
    player,
    put,
    rule,
)


@given(half_told())
def test_telling_what_is_missing_settles_everything(pair):
    partly, full = pair
    asked: set[str] = set()
    while lacking := missing(partly, on=ON, law=SETTLEABLE):
        for fact in lacking:
            assert fact.path not in asked
            assert at(partly, fact.path) is UNKNOWN
            asked.add(fact.path)
            partly = put(partly, fact.path, at(full, fact.path))
    assert assess(partly, on=ON, law=SETTLEABLE).settled


@given(half_told())
def test_telling_the_most_useful_alone_settles_everything_in_time(pair):
    partly, full = pair
    for _ in range(40):
        lacking = missing(partly, on=ON, law=SETTLEABLE)
        if not lacking:
            break
        partly = put(partly, lacking[0].path, at(full, lacking[0].path))
    assert assess(partly, on=ON, law=SETTLEABLE).settled


@given(half_told())
def test_facts_are_listed_once_with_every_rule_that_needs_them_the_most_useful_first(pair):
    found = assess(pair[0], on=ON, law=TOY)
    lacking = missing_from(found)
    assert lacking == missing(pair[0], on=ON, law=TOY)
    assert len({fact.path for fact in lacking}) == len(lacking)
    needs: dict[str, dict[str, bool]] = {}
    for verdict in found.undetermined:
        for fact in verdict.unknown if verdict.reason is None else ():
            needs.setdefault(fact.path, {})[verdict.rule.id] = verdict.rule.blocking
    assert {fact.path: fact.rules for fact in lacking} == {
        path: tuple(rules) for path, rules in needs.items()
    }
    for fact in lacking:
        assert fact.blocking is any(needs[fact.path].values())
    ranks = [(not fact.blocking, -len(fact.rules)) for fact in lacking]
    assert ranks == sorted(ranks)


def test_what_law_needs_comes_before_what_most_rules_need():
    def named(club, on):
        return club.name > ""

    law = Law(
        (
            rule("a", named, authority=Authority.PRACTICE),
            rule("b", named, authority=Authority.PRACTICE),
            rule("c", hall_is_booked),
        )
    )
    assert missing(Club(id="x"), on=ON, law=law) == (
        MissingFact(
            path="hall_booked", label=Text("salle réservée", "hall booked"), rules=("c",), blocking=True
        ),
        MissingFact(path="name", label=Text("nom", "name"), rules=("a", "b"), blocking=False),
    )


def test_a_fact_is_blocking_whichever_of_its_rules_comes_first():
    soft, hard = rule("a", hall_is_booked, authority=Authority.PRACTICE), rule("b", hall_is_booked)
    for rules in ((soft, hard), (hard, soft)):
        (fact,) = missing(Club(id="x"), on=ON, law=Law(rules))
        assert fact.blocking
        assert set(fact.rules) == {"a", "b"}


def test_the_parts_of_one_rule_count_once():
    def each(club, on):
        return [(one, club) for one in club.players]

    def fine(pair, club, on):
        return bool(club.hall_booked)

    law = Law((rule("a", fine, each=each),))
    (fact,) = missing(club(player("a"), player("b"), hall_booked=UNKNOWN), on=ON, law=law)
    assert fact.rules == ("a",)


def test_nothing_is_missing_where_nothing_is_open_or_only_the_text_is():
    assert missing(club(player("a"), player("b")), on=ON, law=SETTLEABLE) == ()
    assert missing(club(player("a"), player("b")), on=ON, law=TOY) == ()
    assert not assess(club(), on=ON, law=TOY).settled


def test_no_fact_is_asked_for_where_the_text_is_silent():
    def disputed(club, on):
        either(lambda: bool(club.hall_booked), True)
        raise OpenQuestion(COLOURS)

    law = Law((rule("a", disputed), rule("b", lambda club, on: bool(club.name))))
    subject = club(hall_booked=UNKNOWN, name=UNKNOWN)
    assert assess(subject, on=ON, law=law).of("a")[0].unknown
    assert [fact.path for fact in missing(subject, on=ON, law=law)] == ["name"]


def test_only_what_is_lacking_now_is_asked_for():
    law = Law((rule("a", licensed, each=lambda club, on: club.players),))
    assert [fact.path for fact in missing(Club(id="x"), on=ON, law=law)] == ["players"]
    subject = club(player("a", licence=UNKNOWN), player("b"))
    assert [fact.path for fact in missing(subject, on=ON, law=law)] == ["players[0].licence"]


def test_the_day_is_a_plain_date():
    with pytest.raises(TypeError):
        missing(club(), on=datetime(2024, 3, 1), law=TOY)  # noqa: DTZ001


def test_a_missing_fact_is_a_value():
    (fact,) = missing(club(hall_booked=UNKNOWN), on=ON, law=Law((rule("a", hall_is_booked),)))
    again = pickle.loads(pickle.dumps(fact))
    assert again == fact
    assert hash(again) == hash(fact)
    with pytest.raises(AttributeError):
        fact.path = "other"
