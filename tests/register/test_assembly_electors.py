"""Who votes at the general assembly: the statutes say, and nobody is called an elector without them."""

import pickle
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from assemblies import DAY, actif, register, statutes
from builders import infirmier, member
from cpts_model import UNKNOWN, Organisation, Outcome, Person
from cpts_model.engine.unknown import Count
from cpts_model.facts.memberships import FeePayment
from cpts_model.facts.statutes import FeePeriod
from cpts_model.register import Register, UnknownStructure
from cpts_model.register.assembly import Electorate, electors
from cpts_model.register.names import lookup_key


def judged(*members: Any, on: date = DAY, **clauses: Any) -> Electorate:
    return electors(register(*members, rules=statutes(**clauses)), "c", on=on)


def ids(people: Any) -> list[str]:
    return [one.id for one in people]


class TestWhoVotes:
    def test_a_paid_up_member_of_a_college_that_votes(self) -> None:
        found = judged(actif("Ana"))
        assert ids(found.electors) == ["Ana"]
        assert found.electors[0].votes == 1
        assert found.electors[0].outcome is Outcome.SATISFIED
        assert found.settled

    def test_not_who_owes_the_fee_where_the_vote_asks_for_it(self) -> None:
        found = judged(actif("Ana", fee_paid=False))
        assert ids(found.without_vote) == ["Ana"]
        assert found.without_vote[0].votes == 0
        assert found.without_vote[0].said("fr") == (
            "Ana : ne vote pas à l'assemblée générale (cotisation non à jour)"
        )
        assert "cotisation à jour (membership.fee_paid) : non" in found.without_vote[0].explain("fr")
        assert "Texte : statuts" in found.without_vote[0].explain("fr")

    def test_who_owes_the_fee_votes_where_the_vote_does_not_ask_for_it(self) -> None:
        assert ids(judged(actif("Ana", fee_paid=False), vote_requires_fee=False).electors) == ["Ana"]

    def test_not_a_college_with_a_consultative_voice(self) -> None:
        found = judged(actif("Ana", college="Invités"))
        assert found.without_vote[0].said("en") == (
            "Ana : does not vote at the general assembly (college with a consultative voice)"
        )

    def test_a_fee_unpaid_keeps_from_voting_even_when_the_college_is_not_told(self) -> None:
        found = judged(actif("Ana", college=UNKNOWN, fee_paid=False))
        assert found.without_vote[0].why[0].fr == "cotisation non à jour"

    def test_a_fee_of_the_civil_year_counts_to_31_december_and_no_longer(self) -> None:
        paid = actif("Ana", fee_paid=UNKNOWN, fees=(FeePayment(paid_on=date(2024, 2, 1), for_year=2024),))
        assert ids(judged(paid, on=date(2024, 12, 31)).electors) == ["Ana"]
        assert ids(judged(paid, on=date(2025, 1, 1)).without_vote) == ["Ana"]
        assert ids(judged(paid, on=date(2025, 1, 1), period=FeePeriod.ONCE).electors) == ["Ana"]

    def test_a_member_from_the_day_of_joining_to_the_eve_of_leaving(self) -> None:
        stay = actif("Ana", joined_on=date(2024, 1, 10), left_on=date(2025, 1, 10))
        for day, there in (
            (date(2024, 1, 9), []),
            (date(2024, 1, 10), ["Ana"]),
            (date(2025, 1, 9), ["Ana"]),
            (date(2025, 1, 10), []),
        ):
            assert ids(judged(stay, on=day).everybody) == there

    def test_a_mere_partner_is_no_member(self) -> None:
        assert judged(actif("Ana", partner=True)).everybody == ()

    def test_statutes_of_the_day_decide(self) -> None:
        turn = date(2025, 1, 1)
        versions = (statutes(vote_requires_fee=False), statutes(in_force_since=turn))
        book = register(actif("Ana", fee_paid=False), rules=versions)
        assert ids(electors(book, "c", on=turn - timedelta(days=1)).electors) == ["Ana"]
        assert ids(electors(book, "c", on=turn).without_vote) == ["Ana"]


class TestWhatIsOpen:
    def test_the_fee_is_asked_where_it_is_not_told(self) -> None:
        found = judged(actif("Bea"), actif("Ana", fee_paid=UNKNOWN))
        assert ids(found.open) == ["Ana"]
        assert found.number == Count(1, 2)
        assert not found.settled
        assert [question.path for question in found.questions] == ["members[1].fee_paid", "members[1].fees"]
        assert found.open[0].why[0].fr == "à demander : cotisation à jour, cotisations payées"

    def test_so_is_the_college(self) -> None:
        found = judged(actif("Ana", college=UNKNOWN))
        assert [question.path for question in found.questions] == ["members[0].college"]
        assert found.open[0].votes is UNKNOWN

    @pytest.mark.parametrize("college", [None, "Fondateurs"])
    def test_a_member_in_no_college_of_the_statutes_is_open_and_says_why(self, college: Any) -> None:
        found = judged(actif("Ana", college=college))
        assert ids(found.open) == ["Ana"]
        assert "collège" in found.open[0].said("fr")
        assert found.by_college()["Actifs"] == ()
        assert ids(found.in_colleges(found.open)[college]) == ["Ana"]

    def test_who_may_have_left_is_open(self) -> None:
        found = judged(actif("Ana", left_on=UNKNOWN))
        assert ids(found.open) == ["Ana"]
        assert [question.path for question in found.questions] == ["members[0].left_on"]

    def test_a_clause_that_was_not_read_leaves_the_unpaid_open(self) -> None:
        found = judged(actif("Ana"), actif("Bea", fee_paid=False), vote_requires_fee=UNKNOWN)
        assert ids(found.electors) == ["Ana"]
        assert [question.path for question in found.questions] == ["statutes[0].vote_requires_fee"]

    def test_nobody_is_an_elector_while_the_statutes_are_unknown(self) -> None:
        found = electors(register(actif("Ana"), rules=UNKNOWN), "c", on=DAY)
        assert ids(found.open) == ["Ana"]
        assert found.open[0].why[0].en == "statutes not known"
        assert [question.path for question in found.questions] == ["statutes"]
        assert found.votes is UNKNOWN

    def test_nor_before_the_first_version_told(self) -> None:
        book = register(actif("Ana"), rules=statutes(in_force_since=DAY))
        assert ids(electors(book, "c", on=DAY).electors) == ["Ana"]
        eve = electors(book, "c", on=DAY - timedelta(days=1))
        assert ids(eve.open) == ["Ana"]
        assert [question.path for question in eve.questions] == ["statutes"]

    def test_members_that_nobody_told(self) -> None:
        found = electors(register(rules=statutes(), members=UNKNOWN), "c", on=DAY)
        assert found.number is UNKNOWN
        assert found.votes is UNKNOWN
        assert not found.settled
        assert [question.path for question in found.questions] == ["members"]


class TestNoAssociation:
    def test_a_structure_without_statutes_has_no_such_assembly(self) -> None:
        found = electors(register(actif("Ana"), rules=None), "c", on=DAY)
        assert not found.applies
        assert found.settled
        assert found.everybody == found.questions == ()
        assert found.explain("fr").startswith("Sans objet")

    def test_a_structure_that_the_register_does_not_hold(self) -> None:
        with pytest.raises(UnknownStructure):
            electors(Register(), "c", on=DAY)


class TestOrder:
    def test_by_college_in_the_order_of_the_statutes(self) -> None:
        found = judged(
            actif("Ana", college="Partenaires"),
            actif("Bea"),
            colleges=(statutes().colleges[1], statutes().colleges[0]),  # type: ignore[index]
        )
        assert {name: ids(people) for name, people in found.by_college().items()} == {
            "Partenaires": ["Ana"],
            "Actifs": ["Bea"],
        }
        assert list(found.by_college()) == ["Partenaires", "Actifs"]

    def test_names_stand_where_people_look_for_them(self) -> None:
        names = ["Zoé Abadie", "élodie Ravel", "Œuf Nadir", "Oder Luc", "Ofer Luc", "Elodie Abadie"]
        found = judged(*(actif(name) for name in names))
        assert ids(found.electors) == [
            "Elodie Abadie",
            "élodie Ravel",
            "Oder Luc",
            "Œuf Nadir",
            "Ofer Luc",
            "Zoé Abadie",
        ]

    def test_case_accents_and_punctuation_do_not_count(self) -> None:
        assert lookup_key("Élodie  L'HÔTE-Çelik") == "elodie l hote celik"

    def test_a_member_without_a_name_is_called_by_their_id(self) -> None:
        found = judged(member(Person(id="x1"), college="Actifs", fee_paid=True))
        assert found.electors[0].name == "x1"

    def test_the_order_of_the_members_told_changes_nothing(self) -> None:
        people = [actif("Ana"), actif("Bea", fee_paid=False), actif("Cleo", fee_paid=UNKNOWN)]
        assert judged(*people).explain() == judged(*reversed(people)).explain()


class TestVotes:
    def test_members_of_every_kind_vote_as_their_college_does(self) -> None:
        people = (infirmier("Ana"), Organisation(id="o", name="Bel Air"), Person(id="p", name="Cleo"))
        found = judged(*(member(who, college="Actifs", fee_paid=True) for who in people))
        assert len(found.electors) == 3
        assert found.votes == Count(3, 3)

    def test_bounds_where_an_elector_is_open(self) -> None:
        assert judged(actif("Ana"), actif("Bea", fee_paid=UNKNOWN)).votes == Count(1, 2)

    def test_no_number_of_votes_is_presumed(self) -> None:
        assert judged(actif("Ana"), colleges=None, votes_by_college=UNKNOWN).votes is UNKNOWN
        assert judged(actif("Ana"), colleges=None, votes_by_college=UNKNOWN).electors[0].votes is UNKNOWN

    def test_without_colleges_nor_weights_all_are_alike(self) -> None:
        assert judged(actif("Ana"), actif("Bea"), colleges=None).votes == Count(2, 2)

    def test_where_votes_are_by_college_they_are_shares_of_the_whole(self) -> None:
        found = judged(actif("Ana"), actif("Bea", college="Partenaires"), votes_by_college=True)
        assert found.votes == Fraction(1)


def test_an_electorate_is_a_value() -> None:
    found = judged(actif("Ana"), actif("Bea", fee_paid=UNKNOWN))
    assert pickle.loads(pickle.dumps(found)).explain("en") == found.explain("en")
    assert repr(found) == "<Electorate of 'c' on 2025-03-01: 1 electors, 1 open, 0 without vote>"
    assert repr(found.electors[0]) == "<Elector 'Ana', 1 votes: satisfied>"
    assert found.explain("fr").splitlines()[0] == (
        "Électeurs : 1 ; droit de vote à vérifier : 1 ; sans droit de vote : 0."
    )
