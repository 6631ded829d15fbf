"""Mergers and splits: nobody is carried over without consent."""

import pickle
from datetime import date, timedelta
from typing import Any

import pytest

from builders import generaliste, infirmier, member
from cpts_model import (
    CPTS,
    ESP,
    UNKNOWN,
    BadFact,
    EndCause,
    LegalForm,
    Organisation,
    Register,
    Statutes,
    UnknownStructure,
)

ADA, BEN, CLEO = generaliste("ada"), infirmier("ben"), infirmier("cleo")
JUNE = date(2024, 6, 1)
EVE, DAY_AFTER = JUNE - timedelta(days=1), JUNE + timedelta(days=1)


def cpts(structure_id: str, *members: Any, **facts: Any) -> CPTS:
    return CPTS(id=structure_id, members=members, **facts)


def ids(roll: Any) -> list[str]:
    return sorted(one.member.id for one in roll)


TWO = Register([cpts("nord", member(ADA), member(BEN)), cpts("sud", member(CLEO), member(ADA)), cpts("est")])


class TestMerging:
    def test_those_who_consent_go_on_in_the_new_structure(self) -> None:
        done = TWO.merge(["nord", "sud"], cpts("grande"), on=JUNE, consents=["ada", "cleo"])
        after = done.register
        assert ids(after.members_of("grande", on=JUNE)) == ["ada", "cleo"]
        assert ids(after.members_of("grande", on=EVE)) == []
        for old in ("nord", "sud"):
            assert after.members_of(old, on=JUNE) == ()
            assert ids(after.members_of(old, on=EVE)) == ids(TWO.members_of(old, on=EVE))
        assert ids(done.left_behind) == ["ben"]
        assert [change.done for change in done.carried] == [True, True]
        assert all(one.membership.consented is True for change in done.carried for one in change.memberships)

    def test_the_old_memberships_say_why_they_ended(self) -> None:
        after = TWO.merge(["nord", "sud"], cpts("grande"), on=JUNE, consents=["ada"]).register
        ended = [
            (one.structure.id, one.membership.left_on, one.membership.end_cause)
            for one in after.history("ada")
        ]
        assert ended[:2] == [("nord", JUNE, EndCause.REORGANISATION), ("sud", JUNE, EndCause.REORGANISATION)]
        assert after.history("ben")[0].membership.end_cause is EndCause.REORGANISATION

    def test_nobody_who_did_not_consent(self) -> None:
        done = TWO.merge(["nord", "sud"], cpts("grande"), on=JUNE, consents=[])
        assert done.carried == ()
        assert ids(done.left_behind) == ["ada", "ada", "ben", "cleo"]
        assert done.register.members_of("grande", on=JUNE) == ()

    def test_other_structures_stay_as_they_are(self) -> None:
        register = TWO.with_structure(ESP(id="equipe", members=(member(ADA),)))
        after = register.merge(["nord"], cpts("grande"), on=JUNE, consents=["ada"]).register
        for untouched in ("sud", "est", "equipe"):
            assert after.structure(untouched) is register.structure(untouched)

    def test_whoever_left_before_stays_where_they_are(self) -> None:
        gone = member(ADA, left_on=JUNE, end_cause=EndCause.DEATH)
        register = Register([cpts("nord", gone, member(BEN, left_on=EVE, end_cause=UNKNOWN))])
        done = register.merge(["nord"], cpts("grande"), on=JUNE, consents=["ada", "ben"])
        assert done.carried == done.left_behind == ()
        assert done.register.structure("nord") == register.structure("nord")
        assert done.register.died_on("ada") == JUNE

    def test_whoever_had_to_leave_on_a_day_still_does(self) -> None:
        to_end = member(ADA, left_on=date(2025, 1, 1), end_cause=EndCause.RESIGNATION)
        after = (
            Register([cpts("nord", to_end)])
            .merge(["nord"], cpts("grande"), on=JUNE, consents=["ada"])
            .register
        )
        assert ids(after.members_of("grande", on=date(2024, 12, 31))) == ["ada"]
        assert after.members_of("grande", on=date(2025, 1, 1)) == ()
        assert after.history("ada")[-1].membership.end_cause is EndCause.RESIGNATION

    def test_the_dead_are_carried_no_further_than_their_death(self) -> None:
        dead = member(ADA, left_on=DAY_AFTER, end_cause=EndCause.DEATH)
        after = (
            Register([cpts("nord", dead)]).merge(["nord"], cpts("grande"), on=JUNE, consents=["ada"]).register
        )
        assert ids(after.members_of("grande", on=JUNE)) == ["ada"]
        assert after.members_of("grande", on=DAY_AFTER) == ()
        assert after.died_on("ada") == DAY_AFTER

    @pytest.mark.parametrize("order", [["nord", "sud"], ["sud", "nord"]])
    def test_of_two_memberships_the_longer_one_goes_on(self, order: list[str]) -> None:
        short = member(ADA, left_on=date(2025, 1, 1), end_cause=EndCause.RESIGNATION)
        register = Register([cpts("nord", short), cpts("sud", member(ADA))])
        done = register.merge(order, cpts("grande"), on=JUNE, consents=["ada"])
        assert len(done.carried) == 1
        assert done.register.history("ada")[-1].membership.left_on is None
        assert done.left_behind == ()

    def test_a_membership_that_may_have_ended_goes_on_for_whoever_consents(self) -> None:
        register = Register([cpts("nord", member(ADA, left_on=UNKNOWN))])
        done = register.merge(["nord"], cpts("grande"), on=JUNE, consents=["ada"])
        assert ids(done.register.members_of("grande", on=JUNE)) == ["ada"]
        assert done.register.members_of("nord", on=JUNE).settled

    def test_a_membership_to_come_never_begins_in_the_old_structure(self) -> None:
        register = Register([cpts("nord", member(ADA, joined_on=date(2030, 1, 1)))])
        done = register.merge(["nord"], cpts("grande"), on=JUNE, consents=[])
        assert not any(done.register.members_of("nord", on=day) for day in (EVE, JUNE, date(2030, 1, 1)))
        assert ids(done.left_behind) == ["ada"]

    def test_a_membership_called_off_before_it_began_carries_nobody(self) -> None:
        called_off = member(ADA, joined_on=date(2030, 1, 1), left_on=date(2030, 1, 1))
        register = Register([cpts("nord", called_off)])
        done = register.merge(["nord"], cpts("grande"), on=JUNE, consents=["ada"])
        assert done.carried == done.left_behind == ()
        assert done.register.members_of("grande", on=JUNE) == ()

    def test_whom_the_statutes_do_not_take_is_left_behind_and_told_why(self) -> None:
        into = cpts(
            "grande",
            legal_form=LegalForm.ASSOCIATION,
            seat_departement="33",
            statutes=Statutes(natural_persons_only=True),
        )
        register = Register([cpts("nord", member(ADA), member(Organisation(id="hopital")))])
        done = register.merge(["nord"], into, on=JUNE, consents=["ada", "hopital"])
        assert ids(done.register.members_of("grande", on=JUNE)) == ["ada"]
        assert ids(done.left_behind) == ["hopital"]
        assert [change.done for change in done.carried] == [True, False]
        assert done.carried[1].obstacles

    def test_a_structure_named_twice_is_merged_once(self) -> None:
        once = TWO.merge(["nord"], cpts("grande"), on=JUNE, consents=["ada"])
        twice = TWO.merge(["nord", "nord"], cpts("grande"), on=JUNE, consents=["ada"])
        assert once.register == twice.register
        assert ids(once.left_behind) == ids(twice.left_behind)

    def test_the_old_register_stays(self) -> None:
        before = pickle.loads(pickle.dumps(TWO))
        TWO.merge(["nord", "sud"], cpts("grande"), on=JUNE, consents=["ada"])
        assert before == TWO


class TestSplitting:
    def test_each_goes_where_they_consented_to_go(self) -> None:
        register = Register([cpts("nord", member(ADA), member(BEN), member(CLEO))])
        done = register.split(
            "nord", [cpts("haut"), cpts("bas")], on=JUNE, consents={"ada": "haut", "ben": "bas"}
        )
        after = done.register
        assert ids(after.members_of("haut", on=JUNE)) == ["ada"]
        assert ids(after.members_of("bas", on=JUNE)) == ["ben"]
        assert after.members_of("nord", on=JUNE) == ()
        assert ids(after.members_of("nord", on=EVE)) == ["ada", "ben", "cleo"]
        assert ids(done.left_behind) == ["cleo"]

    def test_into_a_part_that_is_not_there(self) -> None:
        with pytest.raises(UnknownStructure, match="bas") as caught:
            TWO.split("nord", [cpts("haut")], on=JUNE, consents={"ada": "bas"})
        assert caught.value.nearest == ("haut",)


class TestMisuse:
    def test_an_old_structure_that_is_not_there(self) -> None:
        with pytest.raises(UnknownStructure, match="ouest"):
            TWO.merge(["nord", "ouest"], cpts("grande"), on=JUNE, consents=[])
        with pytest.raises(UnknownStructure, match="ouest"):
            TWO.split("ouest", [cpts("haut")], on=JUNE, consents={})

    @pytest.mark.parametrize("taken", ["nord", "est"])
    def test_a_new_structure_whose_id_is_taken(self, taken: str) -> None:
        with pytest.raises(BadFact, match=rf"into\[0\].id: the register holds a structure '{taken}' already"):
            TWO.merge(["nord"], cpts(taken), on=JUNE, consents=[])

    def test_two_new_structures_of_one_id(self) -> None:
        with pytest.raises(BadFact, match=r"into\[1\].id"):
            TWO.split("nord", [cpts("haut"), cpts("haut")], on=JUNE, consents={})

    @pytest.mark.parametrize("members", [UNKNOWN, (member(ADA),)])
    def test_a_new_structure_begins_without_members(self, members: Any) -> None:
        with pytest.raises(BadFact, match=r"into\[0\].members: .*members=\(\)"):
            TWO.merge(["nord"], CPTS(id="grande", members=members), on=JUNE, consents=[])

    def test_one_id_where_several_are_asked_for(self) -> None:
        """Its letters would be taken for ids: nobody would have consented."""
        with pytest.raises(TypeError, match=r"write \['nord'\]"):
            TWO.merge("nord", cpts("grande"), on=JUNE, consents=["ada"])
        with pytest.raises(TypeError, match=r"write \['ada'\]"):
            TWO.merge(["nord"], cpts("grande"), on=JUNE, consents="ada")

    def test_members_that_nobody_told_cannot_be_carried(self) -> None:
        with pytest.raises(BadFact, match="members"):
            Register([CPTS(id="nord")]).merge(["nord"], cpts("grande"), on=JUNE, consents=["ada"])
