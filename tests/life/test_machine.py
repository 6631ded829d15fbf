"""State machines over days, on a toy: a loan of books, whose law is invented."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise, product
from random import Random
from typing import Any

import attrs
import pytest

from cpts_model.engine.citations import CSP, Authority, Citation, Evidence
from cpts_model.engine.dates import ALWAYS, Period
from cpts_model.engine.labels import label
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, NotSettled, OpenQuestion, UnknownFact, both, either
from cpts_model.life.ahead import NextChange, next_change
from cpts_model.life.basis import Basis
from cpts_model.life.machine import Machine, Remark, State, Transition

DAY = timedelta(days=1)
FIRST = date(2024, 2, 27)
RANGE = [FIRST + index * DAY for index in range(9)]
CLOSED = OpenQuestion(Text("la bibliothèque était fermée ce jour-là", "the library was closed on that day"))


@attrs.frozen(slots=True, kw_only=True)
class Loan:
    """What is told of a loan."""

    lent_on: Any = attrs.field(default=UNKNOWN, metadata=label("prêté le", "lent on"))
    renewed_on: Any = attrs.field(default=UNKNOWN, metadata=label("prolongé le", "renewed on"))
    returned_on: Any = attrs.field(default=UNKNOWN, metadata=label("rendu le", "returned on"))


FIELDS = ("lent_on", "renewed_on", "returned_on")


def text(words: str) -> Text:
    return Text(f"{words} (fr)", f"{words} (en)")


def state(name: str, **more: Any) -> State:
    return State(id=name, label=text(name), means=text(f"means {name}"), **more)


def basis(article: str = "1") -> Basis:
    return Basis(
        cites=Citation(CSP, article),
        authority=Authority.LAW,
        evidence=Evidence.VERIFIED,
        checked_on=date(2024, 1, 1),
        source="un règlement inventé",
    )


def step(
    source: State,
    target: State,
    taken: Callable[[Any, date], bool],
    in_force: Period = ALWAYS,
    article: str = "1",
) -> Transition:
    return Transition(
        source=source,
        target=target,
        when=text(f"{source.id} to {target.id}"),
        taken=taken,
        basis=basis(article),
        in_force=in_force,
    )


def by(name: str, after: int = 0) -> Callable[[Any, date], bool]:
    """Whether so many days have passed since the day of a fact."""

    def taken(loan: Any, on: date) -> bool:
        told = getattr(loan, name)
        return told is not None and told + after * DAY <= on

    return taken


def known_days(loan: Loan) -> Iterator[date]:
    for name in FIELDS:
        told = getattr(loan, name)
        if isinstance(told, date):
            yield from (told + after * DAY for after in (0, 2, 3))


SHELF, OUT, LATE, BACK = state("shelf"), state("out"), state("late"), state("back", final=True)


def library(*transitions: Transition, **more: Any) -> Machine:
    return Machine(
        id="loan",
        title=Text("Prêt", "Loan"),
        initial=SHELF,
        transitions=transitions
        or (
            step(SHELF, OUT, by("lent_on")),
            step(OUT, BACK, by("returned_on"), article="2"),
            step(OUT, LATE, by("lent_on", 3), article="3"),
            step(LATE, BACK, by("returned_on"), article="2"),
        ),
        days=known_days,
        **more,
    )


LIBRARY = library()
LENT = Loan(lent_on=FIRST + DAY, renewed_on=None, returned_on=FIRST + 6 * DAY)


class TestTable:
    def test_states_are_listed_once_the_initial_first(self) -> None:
        assert LIBRARY.states == (SHELF, OUT, BACK, LATE)

    def test_a_machine_without_transition_stays_where_it_is(self) -> None:
        still = Machine(id="still", title=text("x"), initial=OUT, transitions=(), days=known_days)
        assert still.states == (OUT,)
        assert still.standing(LENT, on=FIRST).state == OUT

    def test_a_transition_says_what_it_is(self) -> None:
        assert str(LIBRARY.transitions[0]) == "shelf -> out (shelf to out (en))"


class TestStanding:
    @pytest.mark.parametrize(
        ("offset", "expected", "since"),
        [
            (0, SHELF, None),
            (1, OUT, 1),
            (3, OUT, 1),
            (4, LATE, 4),
            (5, LATE, 4),
            (6, BACK, 6),
            (700, BACK, 6),
        ],
    )
    def test_state_and_since_on_both_sides_of_each_day(
        self, offset: int, expected: State, since: int | None
    ) -> None:
        standing = LIBRARY.standing(LENT, on=FIRST + offset * DAY)
        assert standing.state == expected
        assert standing.settled
        assert standing.since == (None if since is None else FIRST + since * DAY)

    def test_several_steps_may_be_taken_on_one_day(self) -> None:
        same_day = Loan(lent_on=FIRST, returned_on=FIRST, renewed_on=None)
        assert LIBRARY.standing(same_day, on=FIRST).state == BACK
        assert [stay.states for stay in LIBRARY.standing(same_day, on=FIRST).history] == [(SHELF,), (BACK,)]

    def test_the_first_of_two_transitions_that_hold_is_taken(self) -> None:
        both_hold = [step(SHELF, LATE, by("lent_on")), step(SHELF, OUT, by("lent_on"))]
        assert library(*both_hold).standing(LENT, on=FIRST + DAY).state == LATE
        assert library(*reversed(both_hold)).standing(LENT, on=FIRST + DAY).state == OUT

    def test_a_state_may_be_left_and_come_back_to(self) -> None:
        round_trip = library(
            step(SHELF, OUT, lambda loan, on: by("lent_on")(loan, on) and not by("returned_on")(loan, on)),
            step(OUT, SHELF, by("returned_on")),
        )
        standing = round_trip.standing(LENT, on=FIRST + 8 * DAY)
        assert standing.state == SHELF
        assert standing.since == FIRST + 6 * DAY
        assert [(stay.state, stay.since, stay.until) for stay in standing.history] == [
            (SHELF, None, FIRST),
            (OUT, FIRST + DAY, FIRST + 5 * DAY),
            (SHELF, FIRST + 6 * DAY, None),
        ]

    def test_a_cycle_within_a_day_ends(self) -> None:
        spinning = library(step(SHELF, OUT, by("lent_on")), step(OUT, SHELF, by("lent_on")))
        assert spinning.standing(LENT, on=FIRST + DAY).settled

    def test_what_was_so_from_the_start_has_no_first_day(self) -> None:
        always = library(step(SHELF, OUT, lambda loan, on: True))
        standing = always.standing(Loan(), on=FIRST)
        assert standing.state == OUT
        assert standing.since is None

    def test_versions_of_the_law_change_the_table(self) -> None:
        turn = FIRST + 4 * DAY
        versions = library(
            step(SHELF, OUT, by("lent_on"), Period(turn, None), "new"),
            step(SHELF, LATE, by("renewed_on"), Period(None, turn), "old"),
        )
        assert versions.changes == (turn,)
        told = Loan(lent_on=FIRST, renewed_on=None)
        assert versions.standing(told, on=turn - DAY).state == SHELF
        assert versions.standing(told, on=turn).state == OUT
        assert versions.standing(told, on=turn).since == turn
        renewed = attrs.evolve(told, renewed_on=FIRST)
        assert versions.standing(renewed, on=turn).state == LATE
        # No text of the day leads to the state: that which did is named.
        assert [one.cites.article for one in versions.standing(renewed, on=turn).basis] == ["old"]
        assert [one.cites.article for one in versions.standing(told, on=turn).basis] == ["new"]

    def test_its_repr_is_short(self) -> None:
        assert repr(LIBRARY.standing(LENT, on=FIRST)) == "<Standing loan: shelf on 2024-02-27>"
        assert (
            repr(LIBRARY.standing(Loan(), on=FIRST))
            == "<Standing loan: shelf or out or back or late on 2024-02-27>"
        )

    def test_on_the_calendar_s_first_day(self) -> None:
        told = Loan(lent_on=date.min, returned_on=None)
        assert LIBRARY.standing(told, on=date.min).state == OUT
        assert LIBRARY.standing(told, on=FIRST).state == LATE


class TestUnknown:
    def test_both_ways_are_followed(self) -> None:
        told = attrs.evolve(LENT, returned_on=UNKNOWN)
        standing = LIBRARY.standing(told, on=FIRST + 4 * DAY)
        assert standing.states == (BACK, LATE)
        assert standing.state is UNKNOWN
        assert standing.since is UNKNOWN
        assert standing.reason is None
        assert [stay.state for stay in standing.history] == [SHELF, UNKNOWN, UNKNOWN]

    def test_what_would_settle_it_is_asked_for_and_nothing_else(self) -> None:
        told = Loan(lent_on=FIRST, returned_on=UNKNOWN, renewed_on=UNKNOWN)
        standing = LIBRARY.standing(told, on=FIRST + DAY)
        assert [fact.path for fact in standing.unknown] == ["returned_on"]
        assert LIBRARY.standing(LENT, on=FIRST).unknown == ()

    def test_what_was_unknown_and_matters_no_more_is_not_asked_for(self) -> None:
        """Renewed or not, the book was lent; what keeps the rest open is another thing."""
        renewable = library(
            step(SHELF, OUT, by("lent_on")),
            step(SHELF, LATE, by("renewed_on")),
            step(LATE, OUT, by("lent_on")),
            step(OUT, BACK, _closed_after("returned_on")),
        )
        told = Loan(lent_on=FIRST + 4 * DAY, renewed_on=UNKNOWN, returned_on=FIRST + 5 * DAY)
        early = renewable.standing(told, on=FIRST + DAY)
        assert early.states == (SHELF, LATE)
        assert [fact.path for fact in early.unknown] == ["renewed_on"]
        late = renewable.standing(told, on=FIRST + 6 * DAY)
        assert late.states == (OUT, BACK)
        assert late.unknown == ()
        assert late.reason == CLOSED.reason

    def test_the_facts_read_are_told_with_their_values(self) -> None:
        read = {fact.path: fact.value for fact in LIBRARY.standing(LENT, on=FIRST + 6 * DAY).facts}
        assert read == {"lent_on": LENT.lent_on, "returned_on": LENT.returned_on}

    def test_an_open_question_gives_its_reason_unless_a_fact_is_to_be_told_first(self) -> None:
        machine = library(
            step(SHELF, OUT, _closed_after("lent_on")),
            step(OUT, LATE, by("renewed_on")),
            step(LATE, BACK, by("returned_on")),
        )
        open_question = machine.standing(Loan(lent_on=FIRST, renewed_on=None, returned_on=None), on=FIRST)
        assert open_question.states == (SHELF, OUT)
        assert open_question.reason == CLOSED.reason
        fact_too = machine.standing(Loan(lent_on=FIRST, renewed_on=UNKNOWN, returned_on=None), on=FIRST)
        assert fact_too.states == (SHELF, OUT, LATE)
        assert fact_too.reason is None
        assert [fact.path for fact in fact_too.unknown] == ["renewed_on"]

    def test_a_state_possible_the_day_before_may_have_begun_earlier(self) -> None:
        told = Loan(lent_on=UNKNOWN, returned_on=FIRST + 5 * DAY)
        machine = library(
            step(SHELF, OUT, by("lent_on")),
            step(OUT, BACK, by("returned_on")),
            step(SHELF, BACK, by("returned_on")),
        )
        standing = machine.standing(told, on=FIRST + 5 * DAY)
        assert standing.state == BACK
        assert standing.since == FIRST + 5 * DAY
        undated = library(
            step(
                SHELF,
                BACK,
                lambda loan, on: either(lambda: by("lent_on")(loan, on), lambda: by("returned_on")(loan, on)),
            )
        )
        assert undated.standing(told, on=FIRST + 5 * DAY).state == BACK
        assert undated.standing(told, on=FIRST + 5 * DAY).since is UNKNOWN


def _closed_after(name: str) -> Callable[[Any, date], bool]:
    def taken(loan: Any, on: date) -> bool:
        if by(name)(loan, on):
            raise OpenQuestion(CLOSED.reason)
        return False

    return taken


def test_a_fact_that_an_answer_was_settled_without_is_not_asked_for() -> None:
    def lent_and_renewed(loan: Any, on: date) -> bool:
        # Reads both, and needs neither as soon as one says no.
        return both(lambda: loan.renewed_on <= on, lambda: loan.lent_on is not None and loan.lent_on <= on)

    machine = library(step(SHELF, LATE, lent_and_renewed), step(SHELF, OUT, by("returned_on"), article="2"))
    standing = machine.standing(Loan(renewed_on=UNKNOWN, lent_on=FIRST + DAY), on=FIRST)
    assert set(standing.states) == {SHELF, OUT}
    assert [fact.path for fact in standing.unknown] == ["returned_on"]
    assert "lent_on" in {fact.path for fact in standing.facts}


# --- An oracle written apart: one day after the other, and every way the unknown may be.


def oracle(machine: Machine, loan: Loan, days: Iterable[date]) -> list[State] | None:
    """The state at the end of each day, walking all of them, of a loan of which all is told.

    ``None`` where two states lead to one another on the same day: there is no rest to find.
    """
    here, reached = machine.initial, []
    for day in days:
        for _ in machine.states:
            ways = (one for one in machine.transitions if day in one.in_force and one.source == here)
            here = next((one.target for one in ways if one.taken(loan, day)), here)
        if any(
            one.taken(loan, day) for one in machine.transitions if day in one.in_force and one.source == here
        ):
            return None
        reached.append(here)
    return reached


STATES = [SHELF, OUT, LATE, BACK]


def random_guard(random: Random) -> Callable[[Any, date], bool]:
    one = by(random.choice(FIELDS), random.choice([0, 0, 2, 3]))
    other = by(random.choice(FIELDS), random.choice([0, 2]))
    kind = random.randrange(5)
    if kind == 0:
        return lambda loan, on: either(lambda: one(loan, on), lambda: other(loan, on))
    if kind == 1:
        return lambda loan, on: both(lambda: one(loan, on), lambda: other(loan, on))
    if kind == 2:
        return lambda loan, on: both(lambda: one(loan, on), lambda: not other(loan, on))
    return one


def random_machine(random: Random) -> Machine:
    steps = []
    for _ in range(random.randint(2, 7)):
        source, target = random.sample(STATES, 2)
        turn = random.choice(RANGE[1:-1])
        period = random.choice([ALWAYS, ALWAYS, Period(turn, None), Period(None, turn)])
        steps.append(step(source, target, random_guard(random), period))
    return library(*steps)


def random_loan(random: Random, unknown: int) -> Loan:
    days = [*RANGE[1:-3], None]
    return Loan(
        **{name: UNKNOWN if random.randrange(10) < unknown else random.choice(days) for name in FIELDS}
    )


@pytest.mark.wide
def test_the_standing_of_any_day_is_that_of_walking_day_by_day() -> None:
    compared = 0
    for seed in range(1500):
        random = Random(seed)
        machine, loan = random_machine(random), random_loan(random, unknown=0)
        walked = oracle(machine, loan, RANGE)
        if walked is None:
            continue
        compared += 1
        for index, day in enumerate(RANGE):
            standing = machine.standing(loan, on=day)
            assert standing.states == (walked[index],), (seed, day)
            begun = index
            while begun and walked[begun - 1] == walked[index]:
                begun -= 1
            assert standing.since == (RANGE[begun] if begun else None), (seed, day)
            assert not standing.unknown
            assert standing.reason is None
    assert compared > 700


@pytest.mark.wide
def test_telling_more_only_narrows_what_is_possible() -> None:
    narrowed = 0
    for seed in range(400):
        random = Random(seed)
        machine, loan = random_machine(random), random_loan(random, unknown=5)
        hidden = [name for name in FIELDS if getattr(loan, name) is UNKNOWN]
        if not hidden or len(hidden) == 3:
            continue
        for day in random.sample(RANGE, 3):
            standing = machine.standing(loan, on=day)
            for told in product([*RANGE[1:-2], None], repeat=len(hidden)):
                full = attrs.evolve(loan, **dict(zip(hidden, told, strict=True)))
                truth = machine.standing(full, on=day)
                assert set(truth.states) <= set(standing.states), (seed, day, full)
                if standing.settled and isinstance(standing.since, date):
                    assert truth.since == standing.since, (seed, day, full)
                narrowed += not standing.settled and truth.settled
            if not standing.settled:
                assert {fact.path for fact in standing.unknown} <= set(hidden)
                assert standing.unknown, (seed, day)
    assert narrowed > 1000


def test_the_history_has_no_gap_and_no_two_stays_alike() -> None:
    for seed in range(400):
        random = Random(seed)
        machine, loan = random_machine(random), random_loan(random, unknown=3)
        history = machine.standing(loan, on=RANGE[-1]).history
        assert history[0].since is None
        assert history[-1].until is None
        for earlier, later in pairwise(history):
            assert isinstance(earlier.until, date)
            assert later.since == earlier.until + DAY
            assert earlier.states != later.states


class TestNextChange:
    def test_is_the_first_later_day_of_another_state(self) -> None:
        ahead = next_change(LIBRARY, LENT, on=FIRST)
        assert isinstance(ahead, NextChange)
        assert (ahead.day, ahead.states, ahead.sure) == (FIRST + DAY, (OUT,), True)
        assert ahead.unknown == ()
        assert [one.target for one in ahead.transitions] == [OUT]
        running = next_change(LIBRARY, LENT, on=FIRST + DAY)
        assert running is not None
        assert (running.day, running.states) == (FIRST + 4 * DAY, (LATE,))

    def test_is_none_when_nothing_known_is_to_come(self) -> None:
        assert next_change(LIBRARY, LENT, on=FIRST + 6 * DAY) is None
        assert next_change(LIBRARY, Loan(lent_on=None, returned_on=None), on=FIRST) is None
        assert next_change(LIBRARY, attrs.evolve(LENT, returned_on=FIRST + DAY), on=FIRST + DAY) is None

    def test_depends_on_what_is_unknown(self) -> None:
        told = Loan(lent_on=FIRST, returned_on=UNKNOWN)
        ahead = next_change(LIBRARY, told, on=FIRST)
        assert ahead is not None
        assert ahead.day == FIRST + 3 * DAY
        assert ahead.states == (BACK, LATE)
        assert not ahead.sure
        assert [fact.path for fact in ahead.unknown] == ["returned_on"]

    def test_a_law_to_come_is_seen(self) -> None:
        turn = FIRST + 5 * DAY
        machine = library(step(SHELF, OUT, by("lent_on"), Period(turn, None)))
        ahead = next_change(machine, Loan(lent_on=FIRST), on=FIRST)
        assert ahead is not None
        assert ahead.day == turn

    def test_agrees_with_walking_on(self) -> None:
        for seed in range(800):
            random = Random(seed)
            machine, loan = random_machine(random), random_loan(random, unknown=0)
            walked = oracle(machine, loan, RANGE)
            if walked is None:
                continue
            index = random.randrange(len(RANGE))
            ahead = next_change(machine, loan, on=RANGE[index])
            later = [
                day
                for day, there in zip(RANGE[index:], walked[index:], strict=True)
                if there != walked[index]
            ]
            assert (ahead.day if ahead else None) == (later[0] if later else None), seed

    def test_says_it_in_words(self) -> None:
        ahead = next_change(LIBRARY, Loan(lent_on=FIRST, returned_on=UNKNOWN), on=FIRST)
        assert ahead is not None
        french = ahead.explain().splitlines()
        assert (
            french[0] == "À compter du 01/03/2024, si rien d'autre n'arrive d'ici là : back (fr) ou late (fr)"
        )
        assert french[-1] == "Dépend de : rendu le (returned_on)"
        english = ahead.explain("en").splitlines()
        assert english[0] == "From 2024-03-01, if nothing else happens until then: back (en) or late (en)"
        assert english[-1] == "Depends on: returned on (returned_on)"


class TestExplanation:
    noted = library(
        remarks=lambda loan, on: (
            Remark(text=text("due soon")),
            Remark(text=text("pay a fine"), warns=True, basis=basis("9")),
        )
    )

    def test_of_a_settled_state_in_french(self) -> None:
        assert self.noted.standing(LENT, on=FIRST + 4 * DAY).explain().splitlines() == [
            "Prêt au 02/03/2024 : late (fr)",
            "Depuis le 02/03/2024",
            "means late (fr)",
            "Texte : article 3 du code de la santé publique (loi, texte lu, vu en vigueur le 01/01/2024)",
            "À savoir : due soon (fr)",
            "Attention : pay a fine (fr)",
        ]

    def test_of_an_open_state_in_english(self) -> None:
        lines = (
            LIBRARY.standing(Loan(lent_on=FIRST, returned_on=UNKNOWN), on=FIRST).explain("en").splitlines()
        )
        assert lines[0] == "Loan on 2024-02-27 : out (en) or back (en)"
        assert lines[1:3] == ["out (en) : means out (en)", "back (en) : means back (en)"]
        assert lines[-1] == "To ask: returned on (returned_on)"
        assert not any(line.startswith("Since") for line in lines)

    def test_tells_the_open_question(self) -> None:
        machine = library(step(SHELF, OUT, _closed_after("lent_on")))
        lines = machine.standing(Loan(lent_on=FIRST), on=FIRST).explain().splitlines()
        assert "Question ouverte : la bibliothèque était fermée ce jour-là" in lines

    def test_nothing_is_remarked_where_nothing_is_said(self) -> None:
        assert LIBRARY.standing(LENT, on=FIRST).remarks == ()

    def test_a_fact_without_a_name_is_told_by_its_place(self) -> None:
        @attrs.frozen(kw_only=True)
        class Bare:
            lent_on: Any = UNKNOWN

        machine = Machine(
            id="bare",
            title=text("Bare"),
            initial=SHELF,
            transitions=(step(SHELF, OUT, by("lent_on")),),
            days=lambda bare: (),
        )
        assert machine.standing(Bare(), on=FIRST).explain().splitlines()[-1] == "À demander : (lent_on)"


def test_what_raises_is_only_what_is_not_settled() -> None:
    def broken(loan: Any, on: date) -> bool:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        _ = library(step(SHELF, OUT, broken)).standing(LENT, on=FIRST).states
    assert issubclass(UnknownFact, NotSettled)


def test_a_remark_is_no_warning_unless_it_says_so() -> None:
    assert not Remark(text=text("a plain word")).warns


def test_states_and_remarks_pickle_and_compare_by_value() -> None:
    assert pickle.loads(pickle.dumps(OUT)) == OUT
    remark = Remark(text=text("x"), basis=basis())
    assert pickle.loads(pickle.dumps(remark)) == remark
