"""What a verdict says it read is what its rule read."""

import copy
import pickle
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpts_model.engine.assess import assess, judge
from cpts_model.engine.dates import Period
from cpts_model.engine.labels import label, label_of, labelled
from cpts_model.engine.law import Law
from cpts_model.engine.observe import Fact, Log, View, path_of, plain, view, watch
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Count, OpenQuestion, any_of, count
from cpts_model.engine.verdict import Places
from toy import (
    COACH_PAID,
    HALL,
    LICENCE,
    ON,
    SETTLEABLE,
    TOY,
    Club,
    Level,
    Licence,
    Player,
    at,
    club,
    clubs,
    every_player,
    half_told,
    paths,
    player,
    put,
    rule,
)


def verdict_of(holds, subject, **changes):
    """The one verdict of a rule that has this condition."""
    (verdict,) = assess(subject, on=ON, law=Law((rule("a", holds, **changes),))).verdicts
    return verdict


def tree(facts):
    """The paths and values of the facts, as nested pairs."""
    return [
        (fact.path, fact.value, tree(fact.children)) if fact.children else (fact.path, fact.value)
        for fact in facts
    ]


def everything(facts):
    for fact in facts:
        yield fact
        yield from everything(fact.children)


def has_view(value: Any) -> bool:
    if type(value) is View:
        return True
    if isinstance(value, dict):
        return any(map(has_view, [*value, *value.values()]))
    if isinstance(value, tuple | list | set | frozenset):
        return any(map(has_view, value))
    return attrs.has(type(value)) and any(has_view(getattr(value, f.name)) for f in attrs.fields(type(value)))


# --- properties


@given(half_told(), st.sampled_from([date(2005, 7, 1), ON]))
def test_a_rule_judges_a_view_as_it_judges_the_subject(pair, on):
    subject = pair[0]
    for one in TOY.at(on):
        seen = view(subject, "", Log())
        plainly, observed = judge(one, subject, on), judge(one, seen, on)
        assert observed.outcomes == plainly.outcomes
        assert observed.reasons == plainly.reasons
        assert plain(observed.parts) == plainly.parts


@given(half_told())
def test_what_was_not_read_may_change_and_the_verdict_stays(pair):
    subject = pair[0]
    places = list(paths(subject))
    for verdict in assess(subject, on=ON, law=TOY).verdicts:
        read = {leaf.path for fact in verdict.facts for leaf in fact.leaves()}
        masked = subject
        for place in sorted(places, key=len, reverse=True):
            below = any(other == place or other.startswith((f"{place}.", f"{place}[")) for other in read)
            above = any(place.startswith((f"{other}.", f"{other}[")) for other in read)
            if not below and not above:
                masked = put(masked, place, UNKNOWN)
        if verdict.rule is not COACH_PAID:  # of which the parts are found by what is not shown
            assert judge(verdict.rule, masked, ON).outcomes[verdict.index or 0] is verdict.outcome


@given(half_told())
def test_what_was_read_has_the_value_it_has_in_the_subject(pair):
    subject = pair[0]
    told = set(paths(subject))
    for verdict in assess(subject, on=ON, law=TOY).verdicts:
        for fact in everything(verdict.facts):
            assert not has_view(fact.value)
            assert attrs.evolve(fact) == pickle.loads(pickle.dumps(fact))
            if fact.path in told:
                assert fact.value == at(subject, fact.path)
                assert fact.children == ()
        assert not has_view(verdict.part)


@given(half_told())
def test_every_open_verdict_says_which_facts_it_lacks_and_no_settled_one_lacks_its_own(pair):
    subject = pair[0]
    for verdict in assess(subject, on=ON, law=SETTLEABLE).verdicts:
        lacking = verdict.unknown
        if verdict.outcome is Outcome.UNDETERMINED:
            assert lacking
        for fact in lacking:
            assert fact.value is UNKNOWN
            assert not fact.known
            assert at(subject, fact.path) is UNKNOWN


@given(clubs())
def test_nothing_is_lacking_where_all_is_told(subject):
    for verdict in assess(subject, on=ON, law=TOY).verdicts:
        assert verdict.unknown == ()


# --- the tree


def test_a_derived_fact_stands_over_the_fields_it_read():
    verdict = verdict_of(
        lambda club, on: club.has_coach, club(player("a", level=Level.BEGINNER), player("b"))
    )
    assert tree(verdict.facts) == [
        (
            "has_coach",
            True,
            [
                ("players[0].is_coach", False, [("players[0].level", Level.BEGINNER)]),
                ("players[1].is_coach", True, [("players[1].level", Level.COACH)]),
            ],
        )
    ]
    assert verdict.facts[0].label == Text("a un entraîneur", "has a coach")
    assert [leaf.path for leaf in verdict.facts[0].leaves()] == ["players[0].level", "players[1].level"]
    assert [leaf.label for leaf in verdict.facts[0].leaves()] == [Text("niveau", "level")] * 2


def test_a_method_shows_its_arguments():
    subject = club(player("a"), captain=player("a"))
    (fact,) = verdict_of(lambda club, on: club.has(club.captain, level=Level.COACH), subject).facts
    assert (fact.path, fact.value) == ("has(captain, level=coach)", True)
    assert [child.path for child in fact.children] == ["players[0].id", "captain.id"]
    (fact,) = verdict_of(lambda club, on: club.players[0].is_adult(on), subject).facts
    assert fact.path == "players[0].is_adult(2024-03-01)"


@pytest.mark.parametrize(
    ("argument", "shown"),
    [
        (lambda player: True, "count_of(<lambda>)"),
        (Player, "count_of(Player)"),
        (any_of, "count_of(any_of)"),
        (frozenset("fbdace"), "count_of((a, b, c, d, e, f))"),
        (("b", "a"), "count_of((b, a))"),
        (("b", Level.COACH), "count_of((b, coach))"),
        (3, "count_of(3)"),
    ],
)
def test_an_argument_is_shown_alike_at_every_run(argument, shown):
    def holds(club, on):
        club.count_of(argument)
        return True

    (fact,) = verdict_of(holds, club()).facts
    assert fact.path == shown


def test_an_argument_with_no_name_is_shown_by_its_class():
    class Anybody:
        def __call__(self, player):
            return True

    (fact,) = verdict_of(lambda club, on: club.count_of(Anybody()) == 0, club()).facts
    assert fact.path == "count_of(Anybody)"


def test_a_fact_is_shown_once_however_often_it_is_read():
    def holds(club, on):
        return bool(club.hall_booked) and bool(club.hall_booked) and club.has_coach and club.has_coach

    verdict = verdict_of(holds, club(player("a")))
    assert [fact.path for fact in verdict.facts] == ["hall_booked", "has_coach"]


def test_a_part_is_shown_where_it_stands():
    subject = club(player("a"), player("b", licence=None))
    first, second = judge(LICENCE, subject, ON).verdicts(subject, ON)
    assert (first.place, second.place) == ("players[0]", "players[1]")
    assert (first.part, second.part) == subject.players
    assert [fact.path for fact in first.facts] == [
        "players[0].is_adult(2024-03-01)",
        "players[0].licence.valid_until",
    ]
    assert tree(second.facts)[1] == ("players[1].licence", None)


def test_a_part_found_through_a_derived_fact_is_shown_where_it_stands():
    subject = club(player("a", level=Level.BEGINNER), player("b", paid=False))
    (verdict,) = assess(subject, on=ON, law=TOY).of("coach.paid")
    assert (verdict.index, verdict.place) == (0, "players[1]")
    assert tree(verdict.facts) == [("players[1].paid", False)]


def test_a_part_found_by_the_day_is_shown_where_it_stands():
    def adults(club, on):
        return tuple(player for player in club.players if player.is_adult(on))

    subject = club(player("a", born_on=date(2020, 1, 1)), player("b"))
    (verdict,) = assess(subject, on=ON, law=Law((rule("a", lambda *_: True, each=adults),))).verdicts
    assert verdict.place == "players[1]"


def test_a_part_that_the_rule_made_up_is_shown_with_how_it_was_found():
    def pairs(club, on):
        return [(one, other) for one in club.players for other in club.players if one.id < other.id]

    def both_paid(pair, club, on):
        return all(one.paid for one in pair)

    subject = club(player("a"), player("b", paid=False))
    verdict = verdict_of(both_paid, subject, each=pairs)
    assert verdict.part == subject.players
    assert (verdict.index, verdict.place) == (0, "")
    assert tree(verdict.facts) == [
        ("players[0].id", "a"),
        ("players[1].id", "b"),
        ("players[0].paid", True),
        ("players[1].paid", False),
    ]


def test_parts_that_could_not_be_found_are_shown_by_what_was_read_to_find_them():
    verdict = verdict_of(lambda part, club, on: True, Club(id="x"), each=every_player)
    assert tree(verdict.facts) == [("players", UNKNOWN)]
    assert verdict.place == ""
    verdict = verdict_of(lambda part, club, on: True, club(), each=every_player)
    assert tree(verdict.facts) == [("players", ())]


def test_a_rule_that_does_not_apply_is_shown_by_why_not():
    subject = club(player("a", born_on=date(2020, 1, 1)))
    (verdict,) = judge(LICENCE, subject, ON).verdicts(subject, ON)
    assert [fact.path for fact in verdict.facts] == ["players[0].is_adult(2024-03-01)"]
    assert verdict.outcome is Outcome.NOT_APPLICABLE


# --- objects on the way


def test_an_object_only_found_to_be_there_is_a_fact():
    verdict = verdict_of(lambda club, on: club.captain is not None, club(captain=player("a")))
    assert tree(verdict.facts) == [("captain", player("a"))]
    assert verdict.facts[0].label == Text("capitaine", "captain")
    verdict = verdict_of(lambda club, on: len(club.players) > 1, club(player("a"), player("b")))
    assert tree(verdict.facts) == [("players", (player("a"), player("b")))]


def test_an_object_that_is_looked_into_is_no_fact_of_its_own():
    subject = club(player("a"), captain=player("a"))
    verdict = verdict_of(lambda club, on: club.captain is not None and bool(club.captain.paid), subject)
    assert tree(verdict.facts) == [("captain.paid", True)]
    verdict = verdict_of(lambda club, on: len(club.players) == 1 and bool(club.players[0].paid), subject)
    assert tree(verdict.facts) == [("players[0].paid", True)]
    verdict = verdict_of(lambda club, on: bool(club.first_player.paid), subject)
    assert tree(verdict.facts) == [("first_player", player("a")), ("players[0].paid", True)]


def test_an_object_compared_as_a_whole_is_a_fact_whatever_else_is_read_of_it():
    subject = club(player("a"), captain=player("a"))

    def same(club, on):
        return bool(club.captain.paid) and club.captain == club.players[0]

    verdict = verdict_of(same, subject)
    assert verdict.outcome is Outcome.SATISFIED
    found = {fact.path: fact.value for fact in everything(verdict.facts)}
    assert found["captain"] == found.get("players[0]", player("a")) == player("a")
    verdict = verdict_of(lambda club, on: len({*club.players}) == 1, subject)
    assert tree(verdict.facts) == [("players[0]", player("a"))]
    verdict = verdict_of(lambda club, on: club.players[0] == player("a"), subject)
    assert tree(verdict.facts) == [("players[0]", player("a"))]
    verdict = verdict_of(lambda club, on: club.captain in club.players, subject)
    assert verdict.outcome is Outcome.SATISFIED
    verdict = verdict_of(lambda club, on: player("b") == club.captain, subject)
    assert verdict.outcome is Outcome.VIOLATED
    assert [fact.path for fact in verdict.facts]


# --- views


@attrs.frozen
class Season:
    days: Period
    name: Text
    size: Count


def test_a_view_is_of_the_class_of_what_it_stands_for():
    seen = view(club(player("a")), "", Log())
    assert isinstance(seen, Club)
    assert isinstance(seen.players[0], Player)
    assert not isinstance(seen, Player)
    match seen.players[0]:
        case Player(id=name):
            assert name == "a"


def test_a_view_cannot_be_written_on():
    subject = club()
    seen = view(subject, "", Log())
    for name in ("name", "other", "_of", "__class__"):
        with pytest.raises(AttributeError, match="frozen"):
            setattr(seen, name, 1)
    assert subject == club()


def test_a_view_equals_hashes_and_shows_like_what_it_stands_for():
    subject = club(player("a"))
    seen = view(subject, "", Log())
    assert seen == subject
    assert subject == seen
    assert seen == view(subject, "elsewhere", Log())
    assert seen != club()
    assert seen != 3
    assert hash(seen) == hash(subject)
    assert repr(seen) == repr(subject)


def test_a_view_has_what_the_class_has_and_nothing_else():
    log = Log()
    seen = view(club(), "", log)
    assert seen.minimum() == 2
    assert seen.kind() == "club"
    assert seen.KIND == "club"
    assert seen.__attrs_attrs__
    with pytest.raises(AttributeError, match="nothing_such"):
        seen.nothing_such  # noqa: B018
    assert [fact.path for fact in log.facts] == ["KIND"]


@attrs.frozen(slots=False)
class Pair:
    captain: Player
    captainXI: Player  # noqa: N815
    name: str


def test_one_fact_is_not_taken_for_another_whose_name_begins_like_its_own():
    subject = Pair(player("a"), player("b"), "Les Merles")
    law = Law(
        (rule("a", lambda pair, on: pair.captain is not None and bool(pair.captainXI.paid), about=Pair),)
    )
    (verdict,) = assess(subject, on=ON, law=law).verdicts
    assert tree(verdict.facts) == [("captain", player("a")), ("captainXI.paid", True)]


def test_a_class_without_slots_is_watched_too():
    log = Log()
    assert view(Pair(player("a"), player("b"), "Les Merles"), "", log).name == "Les Merles"
    assert [fact.path for fact in log.facts] == ["name"]


def test_values_of_the_engine_are_one_fact_each():
    season = Season(Period(ON), Text("hiver", "winter"), Count(1, 2))
    subject = club(season=season)

    def holds(club, on):
        return on in club.season.days and club.season.name.to("en") == "winter" and club.season.size >= 1

    verdict = verdict_of(holds, subject)
    assert verdict.outcome is Outcome.SATISFIED
    assert tree(verdict.facts) == [
        ("season.days", season.days),
        ("season.name", season.name),
        ("season.size", season.size),
    ]


@pytest.mark.parametrize("read", ["coaches", "coaches_by_id", "squad", "first_player"])
def test_what_a_property_answers_is_noted_without_views(read):
    subject = club(player("a"), player("b"))

    def holds(club, on):
        return bool(getattr(club, read))

    (fact, *_) = verdict_of(holds, subject).facts
    assert fact.value == getattr(subject, read)
    assert not has_view(fact.value)


def test_plain_undoes_views_at_any_depth():
    subject = club(player("a"))
    seen = view(subject.players[0], "players[0]", Log())
    for within in (seen, (seen,), [seen], {seen}, frozenset({seen}), {"a": (seen, [seen])}):
        assert not has_view(plain(within))
        assert type(plain(within)) is (Player if within is seen else type(within))
    assert plain(3) == 3
    assert (path_of(seen), path_of(3)) == ("players[0]", "")


def test_what_cannot_be_viewed_is_itself():
    for value in (3, "a", None, UNKNOWN, Text("a", "b"), Level.COACH, ON):
        assert view(value, "x", Log()) is value
    assert view((1, 2), "x", Log()) == (1, 2)


def test_watching_says_what_kept_a_rule_from_its_answer():
    doubt = OpenQuestion(Text("a", "b"))

    def disputed():
        raise doubt

    assert watch(disputed) is doubt
    assert watch(lambda: True) is None
    with pytest.raises(ZeroDivisionError):
        watch(lambda: 1 / 0)


def test_a_derived_fact_that_could_not_be_derived_is_unknown():
    verdict = verdict_of(lambda club, on: club.has_coach, club(player("a", level=UNKNOWN)))
    assert tree(verdict.facts) == [
        ("has_coach", UNKNOWN, [("players[0].is_coach", UNKNOWN, [("players[0].level", UNKNOWN)])])
    ]
    assert [fact.path for fact in verdict.unknown] == ["players[0].level"]


def test_what_a_settled_derived_fact_did_without_is_not_asked_for():
    subject = club(player("a"), player("b", level=UNKNOWN), hall_booked=UNKNOWN)
    (verdict,) = assess(subject, on=ON, law=TOY).of("club.tournament")
    assert verdict.outcome is Outcome.UNDETERMINED
    assert "players[1].level" in {fact.path for fact in everything(verdict.facts)}
    assert [fact.path for fact in verdict.unknown] == ["hall_booked"]


def test_what_a_derived_count_hangs_on_is_asked_for():
    @attrs.frozen
    class Team:
        players: Any

        @property
        def paying(self):
            return count(self.players, lambda player: player.paid)

    team = Team((player("a", paid=UNKNOWN), player("b")))
    verdict = verdict_of(lambda team, on: team.paying >= 2, team, about=Team)
    assert verdict.facts[0].value == Count(1, 2)
    assert [fact.path for fact in verdict.unknown] == ["players[0].paid"]


def test_observing_leaves_the_subject_as_it_was():
    subject = club(player("a", paid=UNKNOWN), captain=player("a"))
    before = copy.deepcopy(subject)
    for verdict in assess(subject, on=ON, law=TOY).verdicts:
        assert verdict.facts == verdict.facts
    assert subject == before


def test_a_subject_that_is_no_record_is_judged_and_shows_nothing():
    verdict = verdict_of(lambda number, on: number > 2, 3, about=int)
    assert verdict.outcome is Outcome.SATISFIED
    assert verdict.facts == ()


def test_verdicts_on_the_same_part_agree_on_its_place():
    subject = club(*(player(f"p{number}") for number in range(12)))
    places = [verdict.place for verdict in assess(subject, on=ON, law=TOY).of("player.licence")]
    assert places == [f"players[{number}]" for number in range(12)]
    (whole,) = assess(subject, on=ON, law=TOY).of("club.hall")
    assert (whole.place, whole.places.paths) == ("", ())
    assert Places(HALL, subject, ON) != Places(HALL, subject, ON)


# --- labels


def test_labels_of_fields_properties_and_methods():
    assert label_of(Club, "players") == Text("joueurs", "players")
    assert label_of(Club, "has_coach") == Text("a un entraîneur", "has a coach")
    assert label_of(Club, "has") == Text("compte tel joueur", "counts this player")
    assert label_of(Player, "is_adult") == Text("majeur", "adult")
    assert label_of(Club, "squad") is None
    assert label_of(Club, "season") is None
    assert label_of(Club, "nothing_such") is None
    assert label_of(int, "real") is None


def test_a_label_leaves_the_function_as_it_is():
    @labelled("a", "b")
    def asked():
        return 3

    assert asked() == 3
    assert attrs.fields(Licence).number.metadata == label("numéro", "number")


def test_a_fact_is_a_value():
    fact = Fact("a", UNKNOWN)
    assert not fact.known
    assert all(Fact("a", value).known for value in (None, False, ()))
    assert list(fact.leaves()) == [fact]
    assert list(fact.open_leaves()) == [fact]
    assert list(Fact("a", 3).open_leaves()) == []
    assert pickle.loads(pickle.dumps(fact)) == fact


def test_a_subject_that_is_its_own_part_or_is_compared_as_a_whole_stands_nowhere():
    law = Law((rule("a", lambda part, club, on: True, each=lambda club, on: (club,)),))
    (verdict,) = assess(club(), on=ON, law=law).verdicts
    assert verdict.place == ""
    same = club()
    verdict = verdict_of(lambda club, on: club == same, same)
    assert tree(verdict.facts) == [("", same)]


def test_parts_that_could_not_be_found_on_the_day_are_shown_by_what_was_read():
    def of_the_day(club, on):
        return club.players if on >= date(2024, 1, 1) else ()

    (verdict,) = assess(
        Club(id="club"), on=ON, law=Law((rule("a", lambda *_: True, each=of_the_day),))
    ).verdicts
    assert tree(verdict.facts) == [("players", UNKNOWN)]


def test_parts_made_up_from_the_day_are_found_again():
    def years(club, on):
        return (on.year, on.year + 1)

    def booked_that_year(year, club, on):
        return bool(club.hall_booked) and year >= 2024

    found = assess(club(), on=ON, law=Law((rule("a", booked_that_year, each=years),)))
    assert [tree(verdict.facts) for verdict in found.verdicts] == [[("hall_booked", True)]] * 2


def test_a_method_is_given_its_named_arguments():
    @attrs.frozen
    class Fee:
        euros: int

        def at(self, *, double: bool = False) -> int:
            return self.euros * (2 if double else 1)

    verdict = verdict_of(lambda fee, on: fee.at(double=True) == 20, Fee(10), about=Fee)
    assert tree(verdict.facts) == [("at(double=True)", 20, [("euros", 10)])]


def test_the_grounds_of_a_verdict_leave_out_what_made_the_rule_bind():
    law = Law((rule("a", lambda club, on: bool(club.hall_booked), applies=lambda club, on: bool(club.name)),))
    (verdict,) = assess(club(), on=ON, law=law).verdicts
    assert tree(verdict.facts) == [("name", "Les Merles"), ("hall_booked", True)]
    assert tree(verdict.grounds) == [("hall_booked", True)]


def test_the_grounds_of_a_part_leave_out_what_made_the_rule_bind_to_it():
    def asked_of_adults_since(player, club, on):
        return player.is_adult(on) and bool(club.hall_booked)

    law = Law(
        (
            rule(
                "a",
                lambda player, club, on: bool(player.paid),
                each=lambda club, on: club.players,
                applies=asked_of_adults_since,
            ),
        )
    )
    members = (player("Ana"), player("Bo", born_on=ON))
    ana, bo = assess(club(*members, hall_booked=True), on=ON, law=law).verdicts
    assert [fact.path for fact in ana.facts] == [
        f"players[0].is_adult({ON})",
        "hall_booked",
        "players[0].paid",
    ]
    assert [fact.path for fact in ana.grounds] == ["players[0].paid"]
    assert bo.outcome is Outcome.NOT_APPLICABLE
    assert bo.grounds == ()


@attrs.frozen
class Bed:
    used: bool


@attrs.frozen
class Room:
    beds: tuple[Bed, ...]


@attrs.frozen
class House:
    rooms: tuple[Room, ...]


def test_a_list_in_a_list_is_no_fact_of_its_own_where_its_items_are_read():
    house = House((Room((Bed(False), Bed(True))),))
    verdict = verdict_of(lambda house, on: house.rooms[0].beds[1].used, house, about=House)
    assert tree(verdict.facts) == [("rooms[0].beds[1].used", True)]


def needs_a_name(club, on):
    assert isinstance(club.name, str), "the requirement is asked only where the rule is known to bind"
    return bool(club.name)


@pytest.mark.parametrize(
    ("named", "outcome"), [(False, Outcome.NOT_APPLICABLE), (UNKNOWN, Outcome.UNDETERMINED)]
)
def test_there_are_no_grounds_where_the_rule_is_not_known_to_bind(named, outcome):
    law = Law((rule("a", needs_a_name, applies=lambda club, on: bool(club.hall_booked)),))
    (verdict,) = assess(club(hall_booked=named, name=UNKNOWN), on=ON, law=law).verdicts
    assert verdict.outcome is outcome
    assert verdict.grounds == ()


def test_where_the_parts_are_unknown_the_grounds_are_what_was_read_to_find_them():
    law = Law((rule("a", lambda player, club, on: bool(player.paid), each=lambda club, on: club.players),))
    (verdict,) = assess(Club(id="c", players=UNKNOWN), on=ON, law=law).verdicts
    assert verdict.outcome is Outcome.UNDETERMINED
    assert verdict.grounds == verdict.facts
    assert [fact.path for fact in verdict.grounds] == ["players"]
