"""The quorum: reached or not on either side of the number, and open exactly as long as something decides."""

import itertools
import pickle
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assemblies import DAY, actif, register, statutes
from cpts_model import CPTS, UNKNOWN, BadFact, Outcome
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Count
from cpts_model.facts.statutes import Quorum
from cpts_model.register import Register, UnknownMember
from cpts_model.register.assembly import QuorumAnswer, quorum, quorum_table
from cpts_model.register.assembly.words import quorum_words

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
UNDETERMINED, NOT_APPLICABLE = Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE
HALF = Quorum(numerator=1, denominator=2, counts_proxies=True)
NAMES = ("Ana", "Bea", "Cleo", "Dora", "Elie")


def answered(present: Any, *members: Any, proxies: Any = None, **clauses: Any) -> QuorumAnswer:
    book = register(*(members or map(actif, NAMES[:4])), rules=statutes(**clauses))
    return quorum(book, "c", present=present, proxies=proxies, on=DAY)


def told(answer: QuorumAnswer) -> list[tuple[str, str]]:
    return [(one.member_id, one.why.en) for one in answer.not_counted]


class TestBothSidesOfTheNumber:
    @pytest.mark.parametrize(
        ("clause", "enough"),
        [
            (Quorum(numerator=1, denominator=2), 2),
            (Quorum(numerator=1, denominator=2, strictly_more=True), 3),
            (Quorum(numerator=1, denominator=3), 2),
            (Quorum(numerator=1, denominator=4), 1),
            (Quorum(numerator=1, denominator=4, at_least=3), 3),
            (Quorum(numerator=0, denominator=1, at_least=2), 2),
            (Quorum(numerator=1, denominator=1), 4),
        ],
    )
    def test_of_four_electors(self, clause: Quorum, enough: int) -> None:
        for present in (enough, NAMES[:enough]):
            answer = answered(present, quorum=clause)
            assert answer.reached is SATISFIED
            assert (answer.needed, answer.counted, answer.missing) == (enough, enough, 0)
        for present in (enough - 1, NAMES[: enough - 1]):
            answer = answered(present, quorum=clause)
            assert answer.reached is VIOLATED
            assert answer.missing == 1
            assert answer.questions == ()

    def test_half_of_five_is_three(self) -> None:
        people = [*map(actif, NAMES)]
        assert answered(2, *people).reached is VIOLATED
        assert answered(3, *people).reached is SATISFIED

    def test_more_than_all_can_never_be(self) -> None:
        answer = answered(NAMES[:4], quorum=Quorum(numerator=1, denominator=1, strictly_more=True))
        assert answer.reached is VIOLATED
        assert answer.missing == 1


class TestNothingIsPresumed:
    def test_statutes_without_a_quorum_ask_for_none(self) -> None:
        answer = answered([], quorum=None)
        assert answer.reached is NOT_APPLICABLE
        assert answer.needed is answer.missing is None
        assert "pas de quorum" in answer.explain("fr")

    def test_a_quorum_that_was_not_read_is_asked_for(self) -> None:
        answer = answered(NAMES[:4], quorum=UNKNOWN)
        assert answer.reached is UNDETERMINED
        assert answer.needed is answer.missing is UNKNOWN
        assert answer.counted == 4
        assert [question.path for question in answer.questions] == ["statutes[0].quorum"]
        assert "quorum non indiqué" in answer.explain("fr")

    def test_nor_is_one_where_the_statutes_are_unknown(self) -> None:
        book = register(*map(actif, NAMES), rules=UNKNOWN)
        answer = quorum(book, "c", present=NAMES, on=DAY)
        assert answer.reached is UNDETERMINED
        assert answer.counted == Count(0, 5)
        assert [question.path for question in answer.questions] == ["statutes"]
        assert "ne sont pas connus" in answer.explain("fr")

    def test_a_structure_without_statutes_has_none(self) -> None:
        answer = quorum(register(actif("Ana"), rules=None), "c", present=["Ana"], on=DAY)
        assert answer.reached is NOT_APPLICABLE
        assert "n'a pas de statuts" in answer.explain("fr")

    def test_members_that_nobody_told(self) -> None:
        first = CPTS(id="c", members=UNKNOWN, statutes=statutes())
        second = CPTS(id="d", members=(actif("Ana"), actif("Bea")))
        answer = quorum(Register([first, second]), "c", present=["Ana", "Bea"], on=DAY)
        assert answer.reached is UNDETERMINED
        assert answer.counted == Count(0, 2)
        assert answer.needed is UNKNOWN
        assert [question.path for question in answer.questions] == ["members"]
        assert quorum(Register([first, second]), "c", present=7, on=DAY).reached is UNDETERMINED


class TestWhoIsInTheRoom:
    def test_who_does_not_vote_is_told_and_not_counted(self) -> None:
        answer = answered(
            ["Ana", "Bea", "Cleo", "Dora", "Ana"],
            actif("Ana"),
            actif("Bea", fee_paid=False),
            actif("Cleo", college="Invités"),
            actif("Dora", left_on=DAY),
        )
        assert answer.counted == 1
        assert told(answer) == [
            ("Bea", "a member without a vote that day"),
            ("Cleo", "a member without a vote that day"),
            ("Dora", "no member that day"),
        ]
        assert "Non compté : Bea, membre sans droit de vote ce jour-là" in answer.explain("fr")

    def test_somebody_of_another_structure_is_no_member_of_this_one(self) -> None:
        one = CPTS(id="c", members=(actif("Ana"),), statutes=statutes())
        other = CPTS(id="d", members=(actif("Bea"),))
        answer = quorum(Register([one, other]), "c", present=["Bea"], on=DAY)
        assert told(answer) == [("Bea", "no member that day")]

    @pytest.mark.parametrize("slip", ["Annna", "ana lopez", "ANA LÓPEZ"])
    def test_an_id_that_nobody_has_is_an_error_that_offers_the_nearest(self, slip: str) -> None:
        somebody = actif("Ana")
        named = attrs.evolve(somebody, member=attrs.evolve(somebody.member, name="Ana López"))
        with pytest.raises(UnknownMember, match="did you mean 'Ana'"):
            answered([slip], named, actif("Zoltan"))

    def test_so_it_is_in_a_proxy(self) -> None:
        for proxies in ({"Annna": "Ana"}, {"Bea": "Annna"}):
            with pytest.raises(UnknownMember):
                answered(["Ana"], proxies=proxies)

    @pytest.mark.parametrize("number", [-1, 5])
    def test_no_more_were_counted_than_there_are(self, number: int) -> None:
        with pytest.raises(BadFact, match="of 4 at most"):
            answered(number)

    def test_so_many_electors_counted_may_prove_that_some_in_doubt_vote(self) -> None:
        people = [actif("Ana"), actif("Bea", fee_paid=UNKNOWN), actif("Cleo", fee_paid=UNKNOWN)]
        answer = answered(2, *people, quorum=Quorum(numerator=1, denominator=1))
        assert answer.needed == Count(2, 3)
        assert answer.reached is UNDETERMINED
        assert answered(3, *people, quorum=Quorum(numerator=1, denominator=1)).reached is SATISFIED

    def test_one_in_doubt_leaves_it_open_only_where_it_decides(self) -> None:
        people = [actif("Ana"), actif("Bea"), actif("Cleo"), actif("Dora", fee_paid=UNKNOWN)]
        assert answered(["Ana"], *people).reached is VIOLATED
        assert answered(["Ana", "Bea"], *people).reached is SATISFIED
        # Dora is one of four, or nobody of three: two are needed either way.
        answer = answered(["Ana", "Dora"], *people)
        assert answer.reached is UNDETERMINED
        assert answer.missing == Count(0, 1)
        assert [question.path for question in answer.questions] == ["members[3].fee_paid", "members[3].fees"]
        assert "À demander : cotisation à jour (members[3].fee_paid)" in answer.explain("fr")


class TestProxies:
    def test_a_proxy_counts_where_the_statutes_say_so(self) -> None:
        assert answered(["Ana"], proxies={"Bea": "Ana"}).counted == 2
        without = attrs.evolve(HALF, counts_proxies=False)
        assert answered(["Ana"], proxies={"Bea": "Ana"}, quorum=without).counted == 1

    def test_what_the_statutes_do_not_say_of_them_leaves_bounds(self) -> None:
        silent = attrs.evolve(HALF, counts_proxies=UNKNOWN)
        answer = answered(["Ana"], proxies={"Bea": "Ana"}, quorum=silent, proxies_per_member=UNKNOWN)
        assert answer.counted == Count(1, 2)
        assert answer.reached is UNDETERMINED
        assert [(question.path, question.label.fr) for question in answer.questions] == [
            ("statutes[0].quorum.counts_proxies", "les pouvoirs comptent dans le quorum"),
            (
                "statutes[0].proxies_per_member",
                "pouvoirs qu'un membre peut porter (null : sans limite)",
            ),
        ]
        assert answered(["Ana"], quorum=silent, proxies_per_member=UNKNOWN).reached is VIOLATED

    @pytest.mark.parametrize(("limit", "counted"), [(0, 1), (1, 2), (2, 3), (3, 4), (None, 4)])
    def test_no_more_than_one_member_may_hold(self, limit: int | None, counted: int) -> None:
        answer = answered(
            ["Ana"], proxies=dict.fromkeys(("Bea", "Cleo", "Dora"), "Ana"), proxies_per_member=limit
        )
        assert answer.counted == counted
        beyond = 4 - counted
        assert told(answer) == (
            [("Ana", f"holds 3 proxies, and the statutes admit {limit}: {beyond} too many")] if beyond else []
        )

    @pytest.mark.parametrize(
        ("present", "proxies", "why"),
        [
            (["Ana", "Bea"], {"Bea": "Ana"}, "proxy given by somebody who is there"),
            (["Ana"], {"Ana": "Ana"}, "proxy given by somebody who is there"),
            (["Ana"], {"Bea": "Cleo"}, "proxy given to somebody who is not there"),
            (["Ana", "Elie"], {"Bea": "Elie"}, "proxy given to somebody who does not vote that day"),
            (["Ana"], {"Elie": "Ana"}, "proxy given by somebody who does not vote that day"),
        ],
    )
    def test_a_proxy_that_does_not_stand_is_told(self, present: Any, proxies: Any, why: str) -> None:
        people = [*map(actif, NAMES[:4]), actif("Elie", fee_paid=False)]
        answer = answered(present, *people, proxies=proxies)
        assert (next(iter(proxies)), why) in told(answer)
        assert answer.counted == answered(present, *people).counted

    def test_a_number_in_the_room_does_not_say_who_holds_them(self) -> None:
        with pytest.raises(BadFact, match="who is in the room"):
            answered(1, proxies={"Bea": "Ana"})
        assert answered(1, proxies={}).counted == 1

    def test_an_open_giver_beyond_the_limit_can_only_raise_the_number_needed(self) -> None:
        # Ana may hold one proxy and has one for sure; Cleo's may be another, which would not count.
        people = [actif("Ana"), actif("Bea"), actif("Cleo", fee_paid=UNKNOWN)]
        answer = answered(
            ["Ana"],
            *people,
            proxies={"Bea": "Ana", "Cleo": "Ana"},
            proxies_per_member=1,
            quorum=Quorum(numerator=1, denominator=1, counts_proxies=True),
        )
        assert answer.counted == 2
        assert answer.needed == Count(2, 3)
        assert answer.missing == Count(0, 1)

    def test_one_whose_holder_may_be_no_elector_may_not_count(self) -> None:
        people = [actif("Ana", fee_paid=UNKNOWN), actif("Bea")]
        assert answered(["Ana"], *people, proxies={"Bea": "Ana"}).counted == Count(0, 2)

    def test_a_giver_who_proves_an_elector_counts_and_raises_the_number_needed(self) -> None:
        people = [actif("Ana"), actif("Bea", fee_paid=UNKNOWN), actif("Cleo")]
        everybody = Quorum(numerator=1, denominator=1, counts_proxies=True)
        answer = answered(["Ana"], *people, proxies={"Bea": "Ana"}, quorum=everybody)
        assert answer.counted == Count(1, 2)
        assert answer.needed == Count(2, 3)
        assert answer.missing == 1
        assert answer.reached is VIOLATED

    @pytest.mark.parametrize(("count", "limit"), [(UNKNOWN, 2), (True, UNKNOWN)])
    def test_either_silence_is_enough_to_leave_it_open(self, count: Any, limit: Any) -> None:
        silent = attrs.evolve(HALF, counts_proxies=count)
        answer = answered(["Ana"], proxies={"Bea": "Ana"}, quorum=silent, proxies_per_member=limit)
        assert answer.counted == Count(1, 2)
        assert answer.reached is UNDETERMINED
        assert len(answer.questions) == 1

    def test_the_worst_case_is_the_open_giver_whose_proxy_would_be_one_too_many(self) -> None:
        # Six people, one proxy each. Ana has Cleo's already: Elie's would be too many. Bea has Fanny's alone.
        people = [*map(actif, NAMES[:4]), *(actif(name, fee_paid=UNKNOWN) for name in ("Elie", "Fanny"))]
        for proxies in (
            {"Cleo": "Ana", "Elie": "Ana", "Fanny": "Bea"},
            {"Fanny": "Bea", "Elie": "Ana", "Cleo": "Ana"},
        ):
            answer = answered(
                ["Ana", "Bea"],
                *people,
                proxies=proxies,
                proxies_per_member=1,
                quorum=Quorum(numerator=2, denominator=3, counts_proxies=True),
            )
            # Elie an elector and Fanny none: three of five counted, and four needed.
            assert answer.missing == Count(0, 1)


class TestWhatIf:
    def test_people_in_doubt_who_come_prove_electors(self) -> None:
        people = [actif("Ana"), *(actif(name, fee_paid=UNKNOWN) for name in ("Bea", "Cleo", "Dora"))]
        answer = answered(["Ana"], *people, quorum=Quorum(numerator=1, denominator=1))
        assert answer.what_if(2).needed == Count(3, 4)
        assert answer.what_if(3).needed == 4

    def test_one_more_and_the_quorum_is_there(self) -> None:
        answer = answered(["Ana"])
        assert answer.reached is VIOLATED
        assert answer.what_if(0) == answer
        assert answer.what_if(1).reached is SATISFIED

    def test_no_more_than_may_still_come(self) -> None:
        answer = answered(["Ana"], proxies={"Bea": "Ana"})
        assert answer.what_if(2).counted == 4
        for more in (3, -1):
            with pytest.raises(BadFact, match="2 electors at most may still come"):
                answer.what_if(more)

    def test_the_table_says_from_how_many_on(self) -> None:
        people = [*map(actif, NAMES[:4]), actif("Elie", fee_paid=UNKNOWN)]
        steps = quorum_table(answered([], *people))
        assert [(step.least, step.most, step.reached) for step in steps] == [
            (0, 1, VIOLATED),
            (2, 2, UNDETERMINED),
            (3, 5, SATISFIED),
        ]

    def test_a_table_where_no_quorum_is_asked_has_one_line(self) -> None:
        assert [step.reached for step in quorum_table(answered([], quorum=None))] == [NOT_APPLICABLE]


class TestInWords:
    @pytest.mark.parametrize(
        ("clause", "words"),
        [
            (HALF, Text("au moins la moitié des électeurs", "at least half of the electors")),
            (
                attrs.evolve(HALF, strictly_more=True),
                Text("plus de la moitié des électeurs", "more than half of the electors"),
            ),
            (
                Quorum(numerator=2, denominator=8, strictly_more=True, at_least=10),
                Text("plus du quart des électeurs, et au moins 10", "more than a quarter of the electors, and at least 10"),
            ),
            (
                Quorum(numerator=2, denominator=3, strictly_more=True),
                Text("plus des deux tiers des électeurs", "more than two thirds of the electors"),
            ),
            (Quorum(numerator=3, denominator=7), Text("au moins 3/7 des électeurs", "at least 3/7 of the electors")),
            (
                Quorum(numerator=3, denominator=7, strictly_more=True),
                Text("plus de 3/7 des électeurs", "more than 3/7 of the electors"),
            ),
            (Quorum(numerator=2, denominator=2), Text("tous les électeurs", "all the electors")),
            (Quorum(numerator=0, denominator=1, at_least=5), Text("au moins 5", "at least 5")),
            (
                Quorum(numerator=0, denominator=1),
                Text("aucun nombre minimal de présents", "no least number present"),
            ),
        ],
    )  # fmt: skip
    def test_a_clause(self, clause: Quorum, words: Text) -> None:
        assert quorum_words(clause) == words

    def test_the_answer_cites_the_statutes(self) -> None:
        answer = answered(["Ana"], in_force_since=DAY, read_on=DAY, read_at="site de l'association")
        assert answer.explain("fr").splitlines() == [
            "Le quorum n'est pas atteint.",
            "Clause : au moins la moitié des électeurs (statuts de l'association, "
            "en vigueur depuis le 01/03/2025, lus le 01/03/2025, site de l'association)",
            "Électeurs : 4",
            "Il en faut : 2",
            "Comptés : 1",
            "Il en manque : 1",
        ]
        assert answer.explain("en").splitlines()[0] == "The quorum is not reached."

    def test_it_is_neither_true_nor_false(self) -> None:
        with pytest.raises(TypeError, match=r"ask \.reached"):
            bool(answered(1))
        assert repr(answered(1)) == "<Quorum of 'c' on 2025-03-01: violated>"
        assert pickle.loads(pickle.dumps(answered(1))).missing == 1


# --- Every way of settling what is open

FEES = st.sampled_from([True, False, UNKNOWN])
CLAUSES = st.builds(
    Quorum,
    numerator=st.integers(0, 3),
    denominator=st.just(3),
    strictly_more=st.booleans(),
    at_least=st.none() | st.integers(0, 4),
    counts_proxies=st.sampled_from([True, False, UNKNOWN]),
)


@attrs.frozen
class Case:
    """An assembly, told in part."""

    fees: tuple[Any, ...]
    present: frozenset[int]
    proxies: dict[int, int]
    limit: Any
    clause: Quorum

    def answer(self) -> QuorumAnswer:
        people = [actif(NAMES[place], fee_paid=fee) for place, fee in enumerate(self.fees)]
        return answered(
            [NAMES[place] for place in sorted(self.present)],
            *people,
            proxies={NAMES[giver]: NAMES[holder] for giver, holder in self.proxies.items()},
            proxies_per_member=self.limit,
            quorum=self.clause,
        )

    def completions(self) -> Iterator["Case"]:
        """Every way of telling the rest."""
        fees = itertools.product(*([fee] if isinstance(fee, bool) else [True, False] for fee in self.fees))
        limits = [None, 0, 1, 2, 3] if self.limit is UNKNOWN else [self.limit]
        counts = [True, False] if self.clause.counts_proxies is UNKNOWN else [self.clause.counts_proxies]
        for fee, limit, counted in itertools.product(fees, limits, counts):
            clause = attrs.evolve(self.clause, counts_proxies=counted)
            yield attrs.evolve(self, fees=fee, limit=limit, clause=clause)

    def counted(self) -> int:
        """The head count of a case told in full, one by one."""
        vote = {place for place, fee in enumerate(self.fees) if fee}
        heads = len(vote & self.present)
        if self.clause.counts_proxies:
            held: dict[int, int] = dict.fromkeys(vote & self.present, 0)
            for giver, holder in self.proxies.items():
                if giver in vote - self.present and holder in held:
                    held[holder] += 1
            heads += sum(held.values() if self.limit is None else (min(self.limit, n) for n in held.values()))
        return heads

    def needed(self) -> int:
        return self.clause.needed(sum(self.fees))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """An assembly in which most proxies go from somebody away to somebody in the room."""
    fees = draw(st.lists(FEES, min_size=1, max_size=5))
    places = range(len(fees))
    present = draw(st.sets(st.sampled_from(places)))
    away = [place for place in places if place not in present]
    anybody = st.sampled_from(places)
    givers = st.sampled_from(away) if away else anybody
    holders = st.sampled_from(sorted(present)) if present else anybody
    standing = draw(st.dictionaries(givers, holders, max_size=4))
    return Case(
        fees=tuple(fees),
        present=frozenset(present),
        proxies=draw(st.dictionaries(anybody, anybody, max_size=1)) | standing,
        limit=draw(st.sampled_from([UNKNOWN, None, 0, 1, 2])),
        clause=draw(CLAUSES),
    )


@settings(max_examples=400)
@given(cases())
def test_the_bounds_are_those_of_every_completion(case: Case) -> None:
    answer = case.answer()
    counted = [one.counted() for one in case.completions()]
    needed = [one.needed() for one in case.completions()]
    missing = [max(0, one.needed() - one.counted()) for one in case.completions()]
    assert answer.counted == Count(min(counted), max(counted))
    assert answer.needed == Count(min(needed), max(needed))
    assert answer.missing == Count(min(missing), max(missing))


@settings(max_examples=400)
@given(cases())
def test_it_is_settled_when_every_completion_agrees_and_then_only(case: Case) -> None:
    reached = {one.counted() >= one.needed() for one in case.completions()}
    expected = UNDETERMINED if len(reached) == 2 else SATISFIED if True in reached else VIOLATED
    answer = case.answer()
    assert answer.reached is expected
    assert bool(answer.questions) == (expected is UNDETERMINED)


@given(cases(), st.data())
def test_telling_more_never_flips_a_settled_answer(case: Case, data: st.DataObject) -> None:
    before = case.answer().reached
    told_more = data.draw(st.sampled_from(list(case.completions())))
    partly = attrs.evolve(
        case,
        fees=tuple(
            new if data.draw(st.booleans()) else old
            for old, new in zip(case.fees, told_more.fees, strict=True)
        ),
    )
    for after in (partly.answer(), told_more.answer()):
        assert after.reached is before or before is UNDETERMINED


@given(cases(), st.integers(0, 5))
def test_one_more_in_the_room_never_takes_the_quorum_away(case: Case, more: int) -> None:
    order = (VIOLATED, UNDETERMINED, SATISFIED)
    answer = case.answer()
    more = min(more, answer.room.may_still_come)
    assert order.index(answer.what_if(more).reached) >= order.index(answer.reached)


@given(cases())
def test_the_table_answers_for_every_number_in_turn(case: Case) -> None:
    answer = case.answer()
    steps = quorum_table(answer)
    there = answer.room.present + answer.room.open_present
    numbers = [number for step in steps for number in range(step.least, step.most + 1)]
    assert numbers == list(range(there, there + answer.room.may_still_come + 1))
    for step in steps:
        assert answer.what_if(step.least - there).reached is step.reached
        assert answer.what_if(step.most - there).reached is step.reached
