"""A register as a value, and what can be asked of it."""

import copy
import pickle
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import attrs
import pytest

from builders import generaliste, infirmier, member
from cpts_model import (
    CPTS,
    ESP,
    MSP,
    UNKNOWN,
    BadFact,
    EndCause,
    Membership,
    Organisation,
    Payment,
    Person,
    Professional,
    Register,
    Roll,
    Structure,
    UnknownMember,
    UnknownStructure,
)

ADA, BEN = generaliste("ada"), infirmier("ben")
JUNE = date(2024, 6, 1)
EVE, DAY_AFTER = JUNE - timedelta(days=1), JUNE + timedelta(days=1)


def cpts(structure_id: str, *members: Any, **facts: Any) -> CPTS:
    return CPTS(id=structure_id, members=members, **facts)


def ids(roll: Any) -> list[str]:
    return [one.member.id for one in roll]


class TestMembersOf:
    def test_a_membership_runs_from_the_day_one_joins_up_to_the_day_one_leaves(self) -> None:
        register = Register([cpts("nord", member(ADA, joined_on=JUNE, left_on=date(2025, 6, 1)))])
        assert ids(register.members_of("nord", on=EVE)) == []
        assert ids(register.members_of("nord", on=JUNE)) == ["ada"]
        assert ids(register.members_of("nord", on=date(2025, 5, 31))) == ["ada"]
        assert ids(register.members_of("nord", on=date(2025, 6, 1))) == []

    def test_a_membership_of_no_day_never_runs(self) -> None:
        register = Register([cpts("nord", member(ADA, joined_on=JUNE, left_on=JUNE))])
        assert not any(register.members_of("nord", on=day) for day in (EVE, JUNE, DAY_AFTER))

    def test_a_partner_is_no_member(self) -> None:
        register = Register([cpts("nord", member(ADA, partner=True))])
        assert register.members_of("nord", on=JUNE) == ()
        assert register.memberships_of("ada", on=JUNE) == ()

    def test_a_member_structure_makes_none_of_its_professionals_a_member(self) -> None:
        register = Register(
            [MSP(id="maison", members=(member(ADA),)), cpts("nord", member(Organisation(id="maison")))]
        )
        assert ids(register.members_of("nord", on=JUNE)) == ["maison"]
        assert [one.structure.id for one in register.memberships_of("ada", on=JUNE)] == ["maison"]

    def test_those_of_whom_it_is_open_stand_beside(self) -> None:
        register = Register([cpts("nord", member(ADA), member(BEN, left_on=UNKNOWN))])
        roll = register.members_of("nord", on=JUNE)
        assert (ids(roll), ids(roll.uncertain)) == (["ada"], ["ben"])
        assert roll.complete
        assert not roll.settled

    def test_a_list_that_nobody_told_is_not_an_empty_one(self) -> None:
        register = Register([CPTS(id="nord"), cpts("sud")])
        assert not register.members_of("nord", on=JUNE).complete
        assert not register.members_of("nord", on=JUNE).settled
        assert register.members_of("sud", on=JUNE).settled


class TestMembershipsOf:
    def test_somebody_may_belong_to_several_structures_of_several_kinds(self) -> None:
        register = Register([cpts("nord", member(ADA)), ESP(id="equipe", members=(member(ADA), member(BEN)))])
        assert [one.structure.id for one in register.memberships_of("ada", on=JUNE)] == ["equipe", "nord"]
        assert [structure.id for structure in register.structures_of("ada", on=JUNE)] == ["equipe", "nord"]
        assert [structure.id for structure in register.structures_of("ben", on=JUNE)] == ["equipe"]

    def test_nobody_knows_a_stranger(self) -> None:
        register = Register([cpts("nord", member(ADA))])
        for roll in (register.memberships_of("zoe", on=JUNE), register.structures_of("zoe", on=JUNE)):
            assert roll == ()
            assert roll.settled
        assert register.history("zoe") == ()

    def test_a_person_is_asked_for_by_id(self) -> None:
        """Or somebody would seem to belong to nothing."""
        register = Register([cpts("nord", member(ADA))])
        for ask in (register.memberships_of, register.structures_of):
            with pytest.raises(TypeError, match=r"write \.id, not a Professional"):
                ask(ADA, on=JUNE)  # type: ignore[operator]

    def test_a_list_that_nobody_told_may_hold_anybody(self) -> None:
        register = Register([cpts("nord", member(ADA)), CPTS(id="sud")])
        assert not register.memberships_of("ada", on=JUNE).complete
        assert not register.structures_of("zoe", on=JUNE).complete
        told = register.with_structure(cpts("sud"))
        assert told.memberships_of("ada", on=JUNE).complete
        assert not told.with_structure(CPTS(id="sud")).memberships_of("ada", on=JUNE).complete
        assert not told.with_structure(CPTS(id="est")).memberships_of("ada", on=JUNE).complete

    def test_uncertain_structures_are_told_apart(self) -> None:
        register = Register([cpts("nord", member(ADA, left_on=UNKNOWN)), cpts("sud", member(ADA))])
        roll = register.structures_of("ada", on=JUNE)
        assert [structure.id for structure in roll] == ["sud"]
        assert [structure.id for structure in roll.uncertain] == ["nord"]


class TestHistory:
    def test_somebody_who_comes_back_has_a_second_membership(self) -> None:
        first = member(ADA, joined_on=date(2020, 1, 1), left_on=date(2021, 1, 1))
        second = member(ADA, joined_on=date(2023, 1, 1))
        register = Register([cpts("nord", second, first)])
        assert [one.membership for one in register.history("ada")] == [first, second]
        assert ids(register.members_of("nord", on=date(2020, 6, 1))) == ["ada"]
        assert ids(register.members_of("nord", on=date(2022, 1, 1))) == []
        assert ids(register.members_of("nord", on=date(2023, 1, 1))) == ["ada"]

    def test_one_of_unknown_beginning_comes_first(self) -> None:
        register = Register([cpts("nord", member(ADA)), cpts("sud", member(ADA, joined_on=UNKNOWN))])
        assert [one.structure.id for one in register.history("ada")] == ["sud", "nord"]

    def test_equal_registers_tell_one_history(self) -> None:
        nord, sud = cpts("nord", member(ADA)), cpts("sud", member(ADA))
        one, other = Register([nord, sud]), Register([sud, nord])
        assert one == other
        assert [held.structure.id for held in one.history("ada")] == ["nord", "sud"]
        assert one.history("ada") == other.history("ada")
        assert one.history("ada") == pickle.loads(pickle.dumps(other)).history("ada")

    def test_equal_registers_tell_one_history_of_memberships_begun_on_one_day(self) -> None:
        called_off = member(ADA, joined_on=JUNE, left_on=JUNE)
        begun = member(ADA, joined_on=JUNE)
        one, other = Register([cpts("nord", begun, called_off)]), Register([cpts("nord", called_off, begun)])
        for register in (one, other):
            assert [held.membership for held in register.history("ada")] == [called_off, begun]

    def test_a_death_is_remembered(self) -> None:
        dead = member(ADA, left_on=JUNE, end_cause=EndCause.DEATH)
        gone = member(BEN, left_on=JUNE, end_cause=EndCause.RESIGNATION)
        register = Register(
            [cpts("nord", dead, gone), cpts("sud", member(ADA, left_on=DAY_AFTER, end_cause=EndCause.DEATH))]
        )
        assert register.died_on("ada") == JUNE
        assert register.died_on("ben") is None
        assert register.died_on("zoe") is None

    def test_a_death_of_unknown_day_is_no_day(self) -> None:
        register = Register([cpts("nord", member(ADA, left_on=UNKNOWN, end_cause=EndCause.DEATH))])
        assert register.died_on("ada") is None


class TestPayments:
    def cpts(self, structure_id: str, *paid: int) -> CPTS:
        payments = tuple(Payment(beneficiary="ada", amount=Decimal(amount)) for amount in paid)
        return CPTS(id=structure_id, members=(), payments=payments)

    def told(self, register: Register, member_id: str = "ada") -> list[tuple[str, Decimal]]:
        paid = register.payments_to(member_id)
        assert isinstance(paid, tuple)
        return [
            (one.structure_id, one.payment.amount) for one in paid if isinstance(one.payment.amount, Decimal)
        ]

    def test_those_of_every_cpts_in_their_order(self) -> None:
        register = Register(
            [self.cpts("nord", 3, 1), ESP(id="equipe"), self.cpts("est"), self.cpts("sud", 2)]
        )
        assert self.told(register) == [("nord", 3), ("nord", 1), ("sud", 2)]
        assert self.told(register, "ben") == []

    def test_unknown_as_soon_as_one_cpts_has_not_told_its_own(self) -> None:
        assert Register([self.cpts("nord", 3), CPTS(id="sud")]).payments_to("ada") is UNKNOWN

    def test_a_cpts_told_anew_pays_what_it_tells(self) -> None:
        register = Register([self.cpts("nord", 3)])
        assert self.told(register) == [("nord", 3)]
        assert self.told(register.with_structure(self.cpts("nord", 4))) == [("nord", 4)]
        assert self.told(register.with_structure(self.cpts("sud", 4))) == [("nord", 3), ("sud", 4)]
        assert register.with_structure(CPTS(id="sud")).payments_to("ada") is UNKNOWN
        assert self.told(register) == [("nord", 3)]

    def test_an_event_does_not_look_for_them_again(self) -> None:
        register = Register([self.cpts("nord", 3)])
        paid = register.payments_to("ada")
        assert register.admit(ADA, "nord", on=JUNE, consented=True).register.payments_to("ada") is paid
        assert register.with_structure(ESP(id="equipe")).payments_to("ada") is paid


class TestStructures:
    def test_they_keep_their_order(self) -> None:
        structures = [cpts(f"s{number}") for number in range(100)]
        register = Register(structures)
        assert list(register) == structures
        assert register.structures == tuple(structures)
        assert len(register) == 100
        assert [one.id for one in register.with_structure(cpts("s3", member(ADA)))][:5] == [
            "s0",
            "s1",
            "s2",
            "s3",
            "s4",
        ]
        assert [one.id for one in register.with_structure(cpts("a"))][-1] == "a"

    def test_one_is_found_by_its_id(self) -> None:
        register = Register([cpts("nord"), cpts("sud")])
        assert register.structure("nord").id == "nord"
        assert "nord" in register
        assert "est" not in register

    def test_a_slip_is_answered_by_the_nearest_id(self) -> None:
        register = Register([cpts("cpts-nord")])
        with pytest.raises(UnknownStructure, match=r"no structure 'cpts-nrd'.*cpts-nord") as caught:
            register.structure("cpts-nrd")
        assert caught.value.structure_id == "cpts-nrd"
        assert caught.value.nearest == ("cpts-nord",)
        for ask in (lambda: register.members_of("x", on=JUNE), lambda: register.withdraw("a", "x", on=JUNE)):
            with pytest.raises(UnknownStructure):
                ask()

    def test_an_id_that_is_no_text_names_no_structure(self) -> None:
        with pytest.raises(UnknownStructure, match="None"):
            Register().structure(None)  # type: ignore[arg-type]

    def test_two_structures_of_one_id_are_refused(self) -> None:
        with pytest.raises(BadFact, match=r"structures\[1\].id: 'nord' is structures\[0\] already"):
            Register([cpts("nord"), MSP(id="nord", members=())])

    def test_a_structure_told_anew_replaces_the_one_of_its_id(self) -> None:
        before = Register([cpts("nord", member(ADA)), cpts("sud", member(ADA))])
        after = before.with_structure(cpts("nord", member(BEN)))
        assert ids(after.members_of("nord", on=JUNE)) == ["ben"]
        assert [one.structure.id for one in after.history("ada")] == ["sud"]
        assert [one.structure.id for one in after.history("ben")] == ["nord"]
        assert ids(before.members_of("nord", on=JUNE)) == ["ada"]
        assert before.history("ben") == ()

    def test_whoever_has_no_membership_left_is_nobody(self) -> None:
        after = Register([cpts("nord", member(ADA), member(BEN))]).with_structure(cpts("nord", member(BEN)))
        assert after.member_ids == ("ben",)
        assert repr(after) == "<Register of 1 structures, 1 members>"
        assert after.with_structure(CPTS(id="nord")).member_ids == ()
        assert after.with_structure(cpts("nord", member(ADA))).member_ids == ("ada",)


class TestOneIdIsOneKindOfMember:
    PERSON, BODY = Person(id="x"), Organisation(id="x")
    MESSAGE = "'x' is a Person elsewhere and a Organisation here; give one of the two another id"

    def test_when_a_register_is_made(self) -> None:
        with pytest.raises(BadFact) as caught:
            Register([cpts("nord", member(self.PERSON)), cpts("sud", member(ADA), member(self.BODY))])
        assert str(caught.value) == f"structures[1].members[1].member.id: {self.MESSAGE}"

    def test_when_a_structure_is_told_anew(self) -> None:
        register = Register([cpts("nord", member(self.PERSON)), cpts("sud")])
        with pytest.raises(BadFact) as caught:
            register.with_structure(cpts("sud", member(ADA), member(self.BODY)))
        assert str(caught.value) == f"members[1].member.id: {self.MESSAGE}"

    def test_when_somebody_is_admitted(self) -> None:
        register = Register([cpts("nord", member(self.PERSON)), cpts("sud")])
        with pytest.raises(BadFact, match="give one of the two another id"):
            register.admit(self.BODY, "sud", on=JUNE, consented=True)

    def test_when_somebody_comes_back(self) -> None:
        register = Register([cpts("nord", member(self.PERSON, left_on=EVE))])
        with pytest.raises(BadFact, match="give one of the two another id"):
            register.admit(self.BODY, "nord", on=JUNE, consented=True)

    def test_an_id_may_change_kind_where_it_stands_alone(self) -> None:
        register = Register([cpts("nord", member(self.PERSON))])
        assert register.with_structure(cpts("nord", member(self.BODY))) == Register(
            [cpts("nord", member(self.BODY))]
        )


class TestTheValue:
    def test_equal_whatever_the_order_of_telling(self) -> None:
        one = Register([cpts("nord", member(ADA), member(BEN)), cpts("sud")])
        other = Register([cpts("sud"), cpts("nord", member(BEN), member(ADA))])
        assert one == other
        assert hash(one) == hash(other)
        assert len({one, other}) == 1

    @pytest.mark.parametrize(
        "other",
        [
            Register(),
            Register([cpts("sud", member(ADA))]),
            Register([cpts("nord", member(ADA)), cpts("sud")]),
            Register([cpts("nord")]),
            Register([CPTS(id="nord")]),
            Register([cpts("nord", member(ADA, left_on=JUNE))]),
            Register([cpts("nord", member(ADA), name="Autre")]),
            Register([ESP(id="nord", members=(member(ADA),))]),
            "nord",
        ],
    )
    def test_different(self, other: Any) -> None:
        register = Register([cpts("nord", member(ADA))])
        assert register != other
        assert other != register

    def test_a_membership_told_twice_is_not_one_told_once(self) -> None:
        gone = member(ADA, joined_on=JUNE, left_on=JUNE)
        assert Register([cpts("nord", gone, gone)]) != Register([cpts("nord", gone)])
        other = member(BEN, joined_on=JUNE, left_on=JUNE)
        assert Register([cpts("nord", gone, gone, other)]) != Register([cpts("nord", gone, other, other)])

    def test_unknown_members_equal_unknown_members(self) -> None:
        assert Register([CPTS(id="nord")]) == Register([CPTS(id="nord")])
        assert Register([CPTS(id="nord")]) != Register([CPTS(id="nord", name="Nord")])

    @pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
    def test_a_copy_is_equal_and_answers_alike(self, again: Any) -> None:
        register = Register([cpts("nord", member(ADA)), CPTS(id="sud")]).with_structure(
            cpts("est", member(BEN))
        )
        other = again(register)
        assert other == register
        assert hash(other) == hash(register)
        assert other.structures == register.structures
        assert other.member_ids == register.member_ids == ("ada", "ben")
        assert not other.memberships_of("ada", on=JUNE).complete

    def test_an_empty_register_is_false_and_others_are_true(self) -> None:
        assert not Register()
        assert Register([cpts("nord")])

    def test_it_says_how_large_it_is(self) -> None:
        assert repr(Register([cpts("nord", member(ADA))])) == "<Register of 1 structures, 1 members>"

    def test_what_an_event_does_not_touch_is_shared(self) -> None:
        nord, sud = cpts("nord"), cpts("sud", member(BEN))
        after = Register([nord, sud]).admit(ADA, "nord", on=JUNE, consented=True).register
        assert after.structure("sud") is sud


class TestRoll:
    def test_it_is_a_tuple(self) -> None:
        roll = Roll([1, 2], uncertain=[3])
        assert roll == (1, 2)
        assert roll.uncertain == (3,)
        assert roll.complete

    @pytest.mark.parametrize(
        ("roll", "said"),
        [
            (Roll([1]), "Roll((1,))"),
            (Roll([1], uncertain=[2]), "Roll((1,), uncertain=(2,))"),
            (Roll(complete=False), "Roll((), complete=False)"),
            (Roll(uncertain=[2], complete=False), "Roll((), uncertain=(2,), complete=False)"),
        ],
    )
    def test_it_says_what_is_open(self, roll: Roll[int], said: str) -> None:
        assert repr(roll) == said
        assert roll.settled is ("uncertain" not in said and "complete" not in said)

    @pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
    def test_a_copy_keeps_what_is_open(self, again: Any) -> None:
        roll = again(Roll([1], uncertain=[2], complete=False))
        assert (tuple(roll), roll.uncertain, roll.complete) == ((1,), (2,), False)


class TestErrors:
    @pytest.mark.parametrize(
        "error", [UnknownStructure("x", ("y",)), UnknownMember("a", "x", ("b",)), UnknownStructure("x")]
    )
    def test_they_survive_pickling(self, error: Exception) -> None:
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is type(error)
        assert str(again) == str(error)
        assert isinstance(again, LookupError)

    def test_they_offer_the_nearest_name(self) -> None:
        assert "'bben'" in str(UnknownMember("bben", "nord", ("ben",)))
        assert "ben" in str(UnknownMember("bben", "nord", ("ben",))).rpartition("nord")[2]


def test_a_structure_without_members_told_leaves_others_alone() -> None:
    structures: list[Structure] = [cpts("nord", member(ADA)), cpts("sud")]
    register = Register(structures)
    evolved = register.with_structure(attrs.evolve(structures[0], name="Nord"))
    assert evolved.history("ada")[0].structure.name == "Nord"
    assert evolved.member_ids == register.member_ids


def test_stays_called_off_on_one_day_have_one_order_however_they_are_told() -> None:
    day = date(2024, 1, 1)
    stays = [
        Membership(member=Professional(id="ada"), joined_on=day, left_on=day, end_cause=cause)
        for cause in (EndCause.RESIGNATION, EndCause.DEATH)
    ]
    one, other = (Register([CPTS(id="c", members=tuple(told))]) for told in (stays, stays[::-1]))
    assert one == other
    assert [held.membership for held in one.history("ada")] == [
        held.membership for held in other.history("ada")
    ]
