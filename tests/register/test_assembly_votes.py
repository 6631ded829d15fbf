"""What a ballot weighs, and counting a vote: exact, and deciding nothing."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assemblies import ACTIFS, DAY, INVITES, PARTENAIRES, actif, register, statutes
from cpts_model import UNKNOWN
from cpts_model.engine.unknown import Count
from cpts_model.register.assembly import Electorate, Tally, electors, tally, weights


def electorate(*members: Any, rules: Any = None, **clauses: Any) -> Electorate:
    return electors(register(*members, rules=rules or statutes(**clauses)), "c", on=DAY)


PEOPLE = (
    actif("Ana"),
    actif("Bea"),
    actif("Cleo"),
    actif("Dora", college="Partenaires"),
    actif("Elie", fee_paid=False),
)


class TestWeights:
    def test_each_votes_as_many_times_as_their_college_says(self) -> None:
        colleges = (attrs.evolve(ACTIFS, votes=2), PARTENAIRES)
        found = electorate(*PEOPLE, colleges=colleges)
        weighed = weights(found)
        assert [weighed.vote_weight(one) for one in found.electors] == [2, 2, 2, 1]
        assert weighed.vote_weight(found.without_vote[0]) == 0
        assert weighed.total == Count(7, 7)
        assert not weighed.remarks

    def test_a_share_is_split_among_the_electors_of_the_college(self) -> None:
        found = electorate(*PEOPLE, votes_by_college=True)
        weighed = weights(found)
        assert [weighed.vote_weight(one) for one in found.electors] == [
            *[Fraction(1, 5)] * 3,
            Fraction(2, 5),
        ]
        assert weighed.total == 1
        assert not weighed.remarks

    def test_or_among_those_who_vote_where_statutes_say_so(self) -> None:
        found = electorate(*PEOPLE, votes_by_college=True)
        weighed = weights(found, among=("Ana", "Dora"))
        assert weighed.of == {"Ana": Fraction(3, 5), "Dora": Fraction(2, 5)}

    def test_unknown_while_one_more_elector_of_the_college_may_be_found(self) -> None:
        found = electorate(*PEOPLE, actif("Fanny", fee_paid=UNKNOWN), votes_by_college=True)
        weighed = weights(found)
        assert weighed.of["Ana"] is weighed.of["Fanny"] is UNKNOWN
        assert weighed.of["Dora"] == Fraction(2, 5)
        assert weighed.total == 1

    def test_somebody_of_an_unknown_college_may_be_of_any(self) -> None:
        found = electorate(*PEOPLE, actif("Fanny", college=UNKNOWN), votes_by_college=True)
        assert set(weights(found).of.values()) == {UNKNOWN}

    def test_a_college_where_nobody_surely_votes_leaves_the_total_open(self) -> None:
        people = (actif("Ana"), actif("Dora", college="Partenaires", fee_paid=UNKNOWN))
        weighed = weights(electorate(*people, votes_by_college=True))
        assert weighed.total is UNKNOWN
        assert not weighed.remarks

    def test_shares_that_do_not_make_the_whole_are_told(self) -> None:
        short = (attrs.evolve(ACTIFS, share=Decimal("57.5")), PARTENAIRES, INVITES)
        weighed = weights(electorate(*PEOPLE, colleges=short, votes_by_college=True))
        assert [remark.fr for remark in weighed.remarks] == [
            "les parts des collèges font 97,5 %, et non 100 %"
        ]
        assert weighed.remarks[0].en == "the shares of the colleges make 97.5%, and not 100%"
        assert weighed.total == Fraction(975, 1000)

    def test_not_where_the_list_of_colleges_was_read_in_part(self) -> None:
        found = electorate(*PEOPLE[:3], colleges=(ACTIFS,), votes_by_college=True, colleges_read_in_part=True)
        assert not weights(found).remarks

    def test_a_share_that_falls_to_nobody_is_told(self) -> None:
        weighed = weights(electorate(*PEOPLE[:3], votes_by_college=True))
        assert [remark.en for remark in weighed.remarks] == [
            "college “Partenaires”: nobody votes in it, and its share (40%) falls to nobody"
        ]
        assert weighed.total == Fraction(3, 5)

    @pytest.mark.parametrize("share", [None, UNKNOWN])
    def test_no_share_is_presumed(self, share: Any) -> None:
        colleges = (ACTIFS, attrs.evolve(PARTENAIRES, share=share))
        weighed = weights(electorate(*PEOPLE, colleges=colleges, votes_by_college=True))
        assert weighed.of["Ana"] == Fraction(1, 5)
        assert weighed.of["Dora"] is weighed.total is UNKNOWN
        assert [remark.fr for remark in weighed.remarks] == [
            "collège « Partenaires » : la part de ses voix n'est pas indiquée"
        ]

    @pytest.mark.parametrize("colleges", [None, UNKNOWN])
    def test_votes_by_college_without_colleges(self, colleges: Any) -> None:
        weighed = weights(electorate(*PEOPLE, colleges=colleges, votes_by_college=True))
        assert weighed.total is UNKNOWN
        assert set(weighed.of.values()) == {UNKNOWN}
        assert "leurs collèges ne sont pas indiqués" in weighed.remarks[0].fr

    def test_whether_votes_are_by_college_is_not_presumed(self) -> None:
        weighed = weights(electorate(*PEOPLE, votes_by_college=UNKNOWN))
        assert weighed.by_college is weighed.total is UNKNOWN
        assert set(weighed.of.values()) == {UNKNOWN}

    def test_nor_is_a_number_of_votes(self) -> None:
        colleges = (attrs.evolve(ACTIFS, votes=UNKNOWN, deliberative=True), PARTENAIRES)
        found = electorate(*PEOPLE, colleges=colleges)
        assert weights(found).total is UNKNOWN
        open_only = electorate(PEOPLE[3], actif("Fanny", fee_paid=UNKNOWN), colleges=colleges)
        assert weights(open_only).total is UNKNOWN


class TestTally:
    def test_each_option_its_ballots_and_their_weight(self) -> None:
        found = electorate(*PEOPLE, votes_by_college=True)
        counted = tally(found, {"Ana": "Pour", "Bea": "Contre ", "Dora": "Contre"})
        assert [(line.option, line.ballots, line.weight) for line in counted.options] == [
            ("Contre", 2, Fraction(3, 5)),
            ("Pour", 1, Fraction(1, 5)),
        ]
        assert counted.of("Pour").weight == Fraction(1, 5)
        assert counted.of("Autre").ballots == 0
        assert [one.id for one in counted.abstentions] == ["Cleo"]
        assert counted.cast == 3
        assert counted.weight_cast == Fraction(4, 5)

    def test_with_the_share_split_among_those_who_vote(self) -> None:
        found = electorate(*PEOPLE, votes_by_college=True)
        ballots = {"Ana": "Pour", "Bea": "Contre", "Dora": "Contre"}
        counted = tally(found, ballots, weights(found, among=ballots))
        assert counted.of("Pour").weight == Fraction(3, 10)
        assert counted.weight_cast == 1

    def test_a_blank_ballot_is_cast_for_no_option(self) -> None:
        counted = tally(electorate(*PEOPLE), {"Ana": "  ", "Bea": "Pour"})
        assert counted.blank.ballots == 1
        assert [line.option for line in counted.options] == ["Pour"]
        assert counted.cast == 2

    def test_a_ballot_of_no_elector_is_refused_and_told(self) -> None:
        counted = tally(electorate(*PEOPLE), {"Elie": "Pour", "Zoltan": "Pour"})
        assert counted.cast == 0
        assert [(one.member_id, one.why.fr) for one in counted.refused] == [
            ("Elie", "membre sans droit de vote ce jour-là"),
            ("Zoltan", "n'est pas membre ce jour-là"),
        ]

    def test_one_of_which_it_is_open_is_kept_apart(self) -> None:
        counted = tally(electorate(*PEOPLE, actif("Fanny", fee_paid=UNKNOWN)), {"Fanny": "Pour"})
        assert counted.cast == 0
        assert [one.member_id for one in counted.open] == ["Fanny"]
        assert counted.refused == ()

    def test_a_weight_that_is_open_leaves_the_option_open_and_its_ballots_counted(self) -> None:
        counted = tally(electorate(*PEOPLE, votes_by_college=UNKNOWN), {"Ana": "Pour"})
        assert counted.of("Pour").ballots == 1
        assert counted.of("Pour").weight is counted.weight_cast is UNKNOWN

    def test_it_decides_nothing(self) -> None:
        names = {name for name in dir(Tally) if not name.startswith("_")}
        assert names == {
            "abstentions", "blank", "cast", "of", "open", "options", "refused", "weight_cast", "weights",
        }  # fmt: skip


NAMES = [membership.member.id for membership in PEOPLE]
BALLOTS = st.dictionaries(
    st.sampled_from([*NAMES, "Fanny", "Zoltan"]), st.sampled_from(["Pour", "Contre", "", "Nul"])
)


@given(BALLOTS, st.booleans())
def test_the_parts_make_the_whole(ballots: dict[str, str], by_college: bool) -> None:
    found = electorate(*PEOPLE, votes_by_college=by_college)
    counted = tally(found, ballots)
    weighed = weights(found)
    assert counted.cast + len(counted.open) + len(counted.refused) == len(ballots)
    assert counted.cast + len(counted.abstentions) == len(found.electors)
    voted = [one for one in found.electors if one.id in ballots]
    assert counted.weight_cast == sum((weighed.of[one.id] for one in voted), Fraction(0))
    whole = sum((weighed.of[one.id] for one in found.electors), Fraction(0))
    assert whole == (1 if by_college else 4)


@given(BALLOTS)
def test_the_order_of_the_ballots_changes_nothing(ballots: dict[str, str]) -> None:
    found = electorate(*PEOPLE)
    again = dict(reversed(ballots.items()))
    assert tally(found, ballots).options == tally(found, again).options
    assert tally(found, ballots).refused == tally(found, again).refused
