"""Admission, withdrawal, exclusion, death: done whole, or refused whole with the reason."""

import pickle
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from builders import generaliste, infirmier, member
from cpts_model import (
    CPTS,
    ESP,
    LAW,
    SISA,
    UNKNOWN,
    BadFact,
    Change,
    EndCause,
    Exclusion,
    ExclusionGround,
    Law,
    LegalForm,
    Organ,
    Organisation,
    Outcome,
    Person,
    Register,
    SecondMembershipGround,
    Statutes,
    Territory,
    UnknownMember,
    UnknownStructure,
)

ADA, BEN = generaliste("ada"), infirmier("ben")
JUNE = date(2024, 6, 1)
EVE, DAY_AFTER = JUNE - timedelta(days=1), JUNE + timedelta(days=1)
VIOLATED, UNDETERMINED = Outcome.VIOLATED, Outcome.UNDETERMINED


def cpts(structure_id: str, *members: Any, **facts: Any) -> CPTS:
    return CPTS(id=structure_id, members=members, **facts)


def association(structure_id: str, *members: Any, **clauses: Any) -> CPTS:
    """A CPTS under the law of 1901, whose statutes have these clauses."""
    return cpts(
        structure_id,
        *members,
        legal_form=LegalForm.ASSOCIATION,
        seat_departement="33",
        statutes=Statutes(**clauses),
    )


def ids(roll: Any) -> list[str]:
    return [one.member.id for one in roll]


def refused(change: Change, register: Register, *rule_ids: str) -> None:
    assert not change.done
    assert change.register is register
    assert change.memberships == ()
    assert [verdict.rule.id for verdict in change.obstacles] == list(rule_ids)
    assert all(verdict.explain("fr") for verdict in change.obstacles)


class TestAdmitting:
    def test_a_member_from_that_day_on(self) -> None:
        change = Register([cpts("nord")]).admit(ADA, "nord", on=JUNE, consented=True)
        assert change.done
        assert change.obstacles == ()
        assert ids(change.register.members_of("nord", on=EVE)) == []
        assert ids(change.register.members_of("nord", on=JUNE)) == ["ada"]
        (one,) = change.memberships
        assert type(one).__name__ == "Belonging"
        assert (one.structure.id, one.member, one.membership.joined_on) == ("nord", ADA, JUNE)
        assert one.membership.consented is True

    @pytest.mark.parametrize("who", [ADA, Person(id="usager"), Organisation(id="hopital")])
    @pytest.mark.parametrize("consented", [UNKNOWN, False])
    def test_consent_is_never_presumed(self, who: Any, consented: Any) -> None:
        register = Register([cpts("nord"), ESP(id="equipe", members=()), SISA(id="sisa", members=())])
        for structure in register:
            change = register.admit(who, structure.id, on=JUNE, consented=consented)
            refused(change, register, "adhesion.consentement")
            assert change.obstacles[0].outcome is (UNDETERMINED if consented is UNKNOWN else VIOLATED)
        assert not register.admit(who, "nord", on=JUNE).done

    def test_the_terms_are_kept(self) -> None:
        change = Register([cpts("nord")]).admit(
            ADA,
            "nord",
            on=JUNE,
            consented=True,
            ground=SecondMembershipGround.BORDER_ZONE,
            college="libéraux",
            left_on=date(2025, 1, 1),
        )
        membership = change.memberships[0].membership
        assert membership.ground is SecondMembershipGround.BORDER_ZONE
        assert membership.college == "libéraux"
        assert ids(change.register.members_of("nord", on=date(2024, 12, 31))) == ["ada"]
        assert ids(change.register.members_of("nord", on=date(2025, 1, 1))) == []

    @pytest.mark.parametrize("term", ["member", "joined_on"])
    def test_the_terms_cannot_admit_another_person_or_on_another_day(self, term: str) -> None:
        told: Any = {term: BEN if term == "member" else EVE}
        with pytest.raises(BadFact, match=f"{term}: is told by the event itself"):
            Register([cpts("nord")]).admit(ADA, "nord", on=JUNE, consented=True, **told)

    def test_terms_that_cannot_be_are_refused(self) -> None:
        with pytest.raises(BadFact, match="left_on"):
            Register([cpts("nord")]).admit(ADA, "nord", on=JUNE, consented=True, left_on=EVE)
        with pytest.raises(BadFact, match="consented"):
            Register([cpts("nord")]).admit(ADA, "nord", on=JUNE, consented="oui")  # type: ignore[arg-type]

    def test_a_structure_that_is_not_there(self) -> None:
        with pytest.raises(UnknownStructure):
            Register([cpts("nord")]).admit(ADA, "sud", on=JUNE, consented=True)

    def test_a_list_of_members_that_nobody_told_takes_nobody(self) -> None:
        """They may be a member of it already."""
        register = Register([CPTS(id="nord")])
        refused(register.admit(ADA, "nord", on=JUNE, consented=True), register, "registre.une-seule-adhesion")

    def test_a_new_register_is_given_and_the_old_one_stays(self) -> None:
        before = Register([cpts("nord"), cpts("sud")])
        after = before.admit(ADA, "nord", on=JUNE, consented=True).register
        assert before.members_of("nord", on=JUNE) == ()
        assert before.history("ada") == ()
        assert after != before
        assert after.structure("sud") is before.structure("sud")


class TestOnceAtATime:
    def test_a_member_does_not_join_again(self) -> None:
        register = Register([cpts("nord", member(ADA))])
        refused(register.admit(ADA, "nord", on=JUNE, consented=True), register, "registre.une-seule-adhesion")

    def test_whoever_left_may_come_back_that_very_day(self) -> None:
        register = Register([cpts("nord", member(ADA, left_on=JUNE))])
        refused(register.admit(ADA, "nord", on=EVE, consented=True), register, "registre.une-seule-adhesion")
        change = register.admit(ADA, "nord", on=JUNE, consented=True)
        assert change.done
        assert ids(change.register.members_of("nord", on=EVE)) == ["ada"]
        assert ids(change.register.members_of("nord", on=JUNE)) == ["ada"]
        assert len(change.register.history("ada")) == 2

    def test_a_membership_that_may_run_must_be_settled_first(self) -> None:
        register = Register([cpts("nord", member(ADA, left_on=UNKNOWN))])
        refused(register.admit(ADA, "nord", on=JUNE, consented=True), register, "registre.une-seule-adhesion")

    def test_not_before_a_membership_to_come(self) -> None:
        register = Register([cpts("nord", member(ADA, joined_on=date(2030, 1, 1)))])
        refused(register.admit(ADA, "nord", on=JUNE, consented=True), register, "registre.une-seule-adhesion")

    @pytest.mark.parametrize("structure_id", ["nord", "sud"])
    def test_whoever_left_nobody_knows_why_may_come_back(self, structure_id: str) -> None:
        """Lists of members tell days, and seldom causes."""
        register = Register([cpts("nord", member(ADA, left_on=EVE, end_cause=UNKNOWN)), cpts("sud")])
        change = register.admit(ADA, structure_id, on=JUNE, consented=True)
        assert change.assessment.outcome_of("registre.personne-decedee") is UNDETERMINED
        assert change.done

    def test_in_another_structure_of_course(self) -> None:
        assert (
            Register([cpts("nord", member(ADA)), ESP(id="equipe", members=())])
            .admit(ADA, "equipe", on=JUNE, consented=True)
            .done
        )


class TestASecondCpts:
    REGISTER = Register(
        [
            cpts("nord", member(ADA), territory=Territory(communes=("33063",), border_communes=())),
            cpts("sud", territory=Territory(communes=("75113",), border_communes=())),
        ]
    )

    def test_it_is_no_breach_and_warns_where_no_ground_is_stated(self) -> None:
        change = self.REGISTER.admit(ADA, "sud", on=JUNE, consented=True, ground=None)
        assert change.done
        assert change.assessment.ok
        assert change.assessment.outcome_of("adhesion.seconde-cpts") is VIOLATED
        assert change.memberships[0].membership.other_cpts is True

    def test_it_is_open_where_the_territories_are_unknown(self) -> None:
        register = Register([cpts("nord", member(ADA)), cpts("sud")])
        change = register.admit(ADA, "sud", on=JUNE, consented=True, ground=None)
        assert change.done
        assert change.assessment.outcome_of("adhesion.seconde-cpts") is UNDETERMINED

    @pytest.mark.parametrize("ground", SecondMembershipGround)
    def test_a_stated_ground_settles_it(self, ground: SecondMembershipGround) -> None:
        change = self.REGISTER.admit(ADA, "sud", on=JUNE, consented=True, ground=ground)
        assert change.assessment.outcome_of("adhesion.seconde-cpts") is Outcome.SATISFIED

    def test_the_border_follows_from_the_territories(self) -> None:
        def of(structure_id: str, *members: Any) -> CPTS:
            return cpts(structure_id, *members, territory=Territory(communes=("33063",)))

        change = Register([of("nord", member(ADA)), of("sud")]).admit(ADA, "sud", on=JUNE, consented=True)
        assert change.assessment.outcome_of("adhesion.seconde-cpts") is Outcome.SATISFIED

    @pytest.mark.parametrize(
        ("facts", "other"),
        [
            ({}, True),
            ({"left_on": JUNE}, UNKNOWN),
            ({"left_on": DAY_AFTER}, True),
            ({"left_on": UNKNOWN}, UNKNOWN),
            ({"joined_on": JUNE}, True),
            ({"joined_on": DAY_AFTER}, UNKNOWN),
            ({"joined_on": UNKNOWN}, UNKNOWN),
            ({"partner": True}, UNKNOWN),
            ({"partner": UNKNOWN}, UNKNOWN),
        ],
    )
    def test_another_cpts_is_told_where_it_is_sure(self, facts: dict[str, Any], other: Any) -> None:
        register = Register([cpts("nord", member(ADA, **facts)), cpts("sud")])
        change = register.admit(ADA, "sud", on=JUNE, consented=True)
        assert change.memberships[0].membership.other_cpts is other

    def test_a_team_is_no_cpts(self) -> None:
        team = ESP(id="equipe", members=(member(ADA),))
        change = Register([team, cpts("sud")]).admit(ADA, "sud", on=JUNE, consented=True)
        assert change.memberships[0].membership.other_cpts is UNKNOWN
        back = Register([ESP(id="equipe", members=()), cpts("sud", member(ADA))])
        change = back.admit(ADA, "equipe", on=JUNE, consented=True)
        assert change.memberships[0].membership.other_cpts is UNKNOWN


class TestWhoSaysNo:
    def test_the_statutes(self) -> None:
        register = Register([association("nord", natural_persons_only=True)])
        change = register.admit(Organisation(id="hopital"), "nord", on=JUNE, consented=True)
        assert not change.done
        assert change.register is register
        assert [verdict.rule.authority.value for verdict in change.obstacles] == ["statutes"]
        assert register.admit(ADA, "nord", on=JUNE, consented=True).done

    def test_the_law(self) -> None:
        register = Register([SISA(id="sisa", members=())])
        change = register.admit(Person(id="usager"), "sisa", on=JUNE, consented=True, associe=True)
        refused(change, register, "sisa.candidat-admissible", "sisa.candidat-exercice")
        assert change.obstacles[0].blocking

    def test_what_is_unknown_of_the_statutes_stops_nothing(self) -> None:
        change = Register([association("nord")]).admit(ADA, "nord", on=JUNE, consented=True)
        assert change.done
        assert not change.assessment.settled

    def test_asking_first_changes_nothing_and_says_the_same(self) -> None:
        register = Register([cpts("nord", member(ADA)), association("sud", natural_persons_only=True)])
        for who in (ADA, Organisation(id="hopital")):
            for structure in register:
                for consented in (True, False, UNKNOWN):
                    told = register.can_join(who, structure.id, on=JUNE, consented=consented)
                    change = register.admit(who, structure.id, on=JUNE, consented=consented)
                    assert told == change.assessment
        assert register.members_of("sud", on=JUNE) == ()

    def test_another_law_may_be_told(self) -> None:
        register = Register([cpts("nord")])
        assert register.admit(ADA, "nord", on=JUNE, law=Law(rules=())).done
        assert register.can_join(ADA, "nord", on=JUNE, law=Law(rules=())).verdicts == ()


class TestWithdrawing:
    def test_it_ends_that_day(self) -> None:
        change = Register([cpts("nord", member(ADA), member(BEN))]).withdraw("ada", "nord", on=JUNE)
        assert change.done
        assert ids(change.register.members_of("nord", on=EVE)) == ["ada", "ben"]
        assert ids(change.register.members_of("nord", on=JUNE)) == ["ben"]
        (one,) = change.memberships
        assert (one.membership.left_on, one.membership.end_cause) == (JUNE, EndCause.RESIGNATION)
        assert one.membership.exclusion is None

    @pytest.mark.parametrize("structure", [CPTS, ESP, SISA])
    def test_always_whatever_the_structure(self, structure: Any) -> None:
        register = Register([structure(id="x", members=(member(ADA),))])
        assert register.withdraw("ada", "x", on=JUNE).done

    @pytest.mark.parametrize(
        "clauses",
        [
            {"notice": 365},
            {"fee": 50, "fee_refunded": False},
            {"end_causes": (EndCause.DEATH,)},
            {"notice": UNKNOWN},
        ],
    )
    def test_always_whatever_the_statutes_say(self, clauses: dict[str, Any]) -> None:
        told = {key: Decimal(value) if key == "fee" else value for key, value in clauses.items()}
        register = Register([association("nord", member(ADA, fee_paid=False), **told)])
        assert register.withdraw("ada", "nord", on=JUNE).done

    def test_a_clause_that_puts_it_off_is_told_as_void(self) -> None:
        change = Register([association("nord", member(ADA), notice=90)]).withdraw("ada", "nord", on=JUNE)
        assert change.assessment.outcome_of("association.clause-de-preavis") is VIOLATED
        assert change.assessment.ok

    def test_on_the_day_one_joined(self) -> None:
        register = Register([cpts("nord", member(ADA, joined_on=JUNE))])
        after = register.withdraw("ada", "nord", on=JUNE).register
        assert not any(after.members_of("nord", on=day) for day in (EVE, JUNE, DAY_AFTER))

    @pytest.mark.parametrize("facts", [{"joined_on": DAY_AFTER}, {"left_on": JUNE}, {"left_on": EVE}])
    def test_only_a_member_can_leave(self, facts: dict[str, Any]) -> None:
        register = Register([cpts("nord", member(ADA, **facts))])
        refused(register.withdraw("ada", "nord", on=JUNE), register, "registre.membre-ce-jour")

    @pytest.mark.parametrize("facts", [{"joined_on": UNKNOWN}, {"left_on": UNKNOWN}, {"consented": UNKNOWN}])
    def test_what_is_unknown_of_whoever_leaves_stops_nothing(self, facts: dict[str, Any]) -> None:
        change = Register([cpts("nord", member(ADA, **facts))]).withdraw("ada", "nord", on=JUNE)
        assert change.done
        assert ids(change.register.members_of("nord", on=JUNE)) == []
        assert change.register.members_of("nord", on=JUNE).settled

    def test_the_membership_that_runs_that_day_ends_and_no_other(self) -> None:
        first = member(
            ADA, joined_on=date(2020, 1, 1), left_on=date(2021, 1, 1), end_cause=EndCause.FEE_UNPAID
        )
        second = member(ADA, joined_on=date(2023, 1, 1))
        register = Register([cpts("nord", second, first)])
        now = register.withdraw("ada", "nord", on=JUNE).register
        assert [one.membership.left_on for one in now.history("ada")] == [date(2021, 1, 1), JUNE]
        then = register.withdraw("ada", "nord", on=date(2020, 6, 1)).register
        assert [one.membership.left_on for one in then.history("ada")] == [date(2020, 6, 1), None]
        between = register.withdraw("ada", "nord", on=date(2022, 1, 1))
        refused(between, register, "registre.membre-ce-jour")

    @pytest.mark.parametrize("in_order", [True, False])
    def test_where_one_membership_follows_another_the_one_that_begins_ends(self, in_order: bool) -> None:
        first, second = member(ADA, left_on=JUNE), member(ADA, joined_on=JUNE, left_on=date(2025, 1, 1))
        third = member(ADA, joined_on=date(2026, 1, 1))
        told = (first, second, third) if in_order else (third, second, first)
        after = Register([cpts("nord", *told)]).withdraw("ada", "nord", on=JUNE).register
        assert [(one.membership.joined_on, one.membership.left_on) for one in after.history("ada")] == [
            (date(2000, 1, 1), JUNE),
            (JUNE, JUNE),
            (date(2026, 1, 1), None),
        ]

    def test_a_partner_leaves_too(self) -> None:
        assert Register([cpts("nord", member(ADA, partner=True))]).withdraw("ada", "nord", on=JUNE).done

    def test_a_stranger_is_misuse(self) -> None:
        register = Register([cpts("nord", member(ADA)), cpts("sud", member(BEN)), CPTS(id="est")])
        with pytest.raises(
            UnknownMember, match=r"nobody called 'adda' was ever a member of 'nord'.*ada"
        ) as caught:
            register.withdraw("adda", "nord", on=JUNE)
        assert caught.value.nearest == ("ada",)
        for structure_id in ("nord", "est"):
            with pytest.raises(UnknownMember):
                register.withdraw("ben", structure_id, on=JUNE)
        with pytest.raises(UnknownStructure):
            register.withdraw("ada", "ouest", on=JUNE)

    def test_a_person_in_place_of_an_id(self) -> None:
        with pytest.raises(UnknownMember, match="Professional"):
            Register([cpts("nord", member(ADA))]).withdraw(ADA, "nord", on=JUNE)  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        "leave",
        [
            lambda register, on: register.withdraw("ada", "nord", on=on),
            lambda register, on: register.exclude("ada", "nord", on=on, heard=True),
            lambda register, on: register.record_death("ada", on=on),
        ],
        ids=["withdraw", "exclude", "record_death"],
    )
    def test_a_list_drawn_up_since_stops_nobody_from_leaving(self, leave: Any) -> None:
        """Lists are seldom up to date: one that still names whoever had left proves nothing."""
        register = Register([cpts("nord", member(ADA, joined_on=UNKNOWN, left_on=UNKNOWN, listed_on=JUNE))])
        for day, listed_on in ((EVE, UNKNOWN), (JUNE, UNKNOWN), (DAY_AFTER, JUNE)):
            change = leave(register, day)
            assert change.done
            (one,) = change.memberships
            assert (one.membership.left_on, one.membership.listed_on) == (day, listed_on)
            assert change.register.members_of("nord", on=DAY_AFTER) == ()
            assert change.register.members_of("nord", on=DAY_AFTER).settled

    def test_a_list_does_not_stop_what_if_either(self) -> None:
        register = Register([cpts("nord", member(ADA, left_on=UNKNOWN, listed_on=JUNE))])
        assert isinstance(register.what_if_leaves("ada", "nord", on=EVE), tuple)


class TestExcluding:
    def test_it_ends_that_day_and_says_how(self) -> None:
        change = Register([cpts("nord", member(ADA))]).exclude(
            "ada", "nord", on=JUNE, heard=True, ground=ExclusionGround.GRAVE, decided_by=Organ.BUREAU
        )
        assert change.done
        membership = change.memberships[0].membership
        assert (membership.left_on, membership.end_cause) == (JUNE, EndCause.EXCLUSION)
        exclusion = membership.exclusion
        assert isinstance(exclusion, Exclusion)
        assert exclusion.heard is True
        assert exclusion.decided_on == JUNE
        assert exclusion.ground is ExclusionGround.GRAVE
        assert exclusion.decided_by is Organ.BUREAU
        assert exclusion.precise_grievances is UNKNOWN
        assert change.register.members_of("nord", on=JUNE) == ()

    def test_it_may_have_been_decided_earlier(self) -> None:
        change = Register([cpts("nord", member(ADA))]).exclude(
            "ada", "nord", on=JUNE, heard=True, decided_on=EVE
        )
        exclusion = change.memberships[0].membership.exclusion
        assert isinstance(exclusion, Exclusion)
        assert exclusion.decided_on == EVE

    def test_what_the_courts_ask_for_warns(self) -> None:
        register = Register([association("nord", member(ADA), exclusion_requires_hearing=False)])
        change = register.exclude(
            "ada", "nord", on=JUNE, heard=False, ground=ExclusionGround.OTHER, precise_grievances=False
        )
        assert change.done
        for rule_id in ("motif", "griefs", "audition"):
            assert change.assessment.outcome_of(f"association.exclusion-{rule_id}") is VIOLATED

    def test_what_the_statutes_ask_for_stops_it(self) -> None:
        register = Register([association("nord", member(ADA), exclusion_requires_hearing=True)])
        change = register.exclude("ada", "nord", on=JUNE, heard=False)
        assert not change.done
        assert change.register is register
        assert register.exclude("ada", "nord", on=JUNE, heard=True).done
        assert register.exclude("ada", "nord", on=JUNE, heard=UNKNOWN).done

    def test_only_a_member_is_excluded(self) -> None:
        register = Register([cpts("nord", member(ADA, left_on=JUNE))])
        refused(register.exclude("ada", "nord", on=JUNE, heard=True), register, "registre.membre-ce-jour")
        with pytest.raises(UnknownMember):
            register.exclude("ben", "nord", on=JUNE, heard=True)


class TestDying:
    def test_every_membership_ends_that_day(self) -> None:
        register = Register(
            [cpts("nord", member(ADA), member(BEN)), ESP(id="equipe", members=(member(ADA),)), cpts("sud")]
        )
        change = register.record_death("ada", on=JUNE)
        assert change.done
        after = change.register
        assert [one.structure.id for one in after.memberships_of("ada", on=EVE)] == ["equipe", "nord"]
        assert after.memberships_of("ada", on=JUNE) == ()
        assert ids(after.members_of("nord", on=JUNE)) == ["ben"]
        assert [one.membership.end_cause for one in change.memberships] == [EndCause.DEATH] * 2
        assert after.died_on("ada") == JUNE
        assert change.assessment.subject.id == "ada"
        assert change.assessment.outcome_of("registre.fin-par-deces") is Outcome.SATISFIED

    def test_memberships_that_ended_before_keep_their_end(self) -> None:
        gone = member(ADA, left_on=EVE, end_cause=EndCause.RESIGNATION)
        register = Register([cpts("nord", gone), cpts("sud", member(ADA))])
        change = register.record_death("ada", on=JUNE)
        assert [one.structure.id for one in change.memberships] == ["sud"]
        assert change.register.structure("nord") is register.structure("nord")

    def test_a_membership_that_was_to_end_later_ends_now(self) -> None:
        register = Register([cpts("nord", member(ADA, left_on=DAY_AFTER))])
        assert register.record_death("ada", on=JUNE).memberships[0].membership.left_on == JUNE

    def test_a_membership_to_come_never_begins_and_the_day_is_kept(self) -> None:
        register = Register([cpts("nord", member(ADA, joined_on=date(2030, 1, 1)))])
        after = register.record_death("ada", on=JUNE).register
        assert after.died_on("ada") == JUNE
        assert not any(after.members_of("nord", on=day) for day in (EVE, JUNE, date(2030, 1, 1)))

    def test_two_memberships_of_one_structure(self) -> None:
        now, then = member(ADA, left_on=date(2025, 1, 1)), member(ADA, joined_on=date(2026, 1, 1))
        after = Register([cpts("nord", now, then)]).record_death("ada", on=JUNE).register
        assert [(one.membership.joined_on, one.membership.left_on) for one in after.history("ada")] == [
            (date(2000, 1, 1), JUNE),
            (JUNE, JUNE),
        ]

    def test_told_twice_it_is_told_once(self) -> None:
        once = Register([cpts("nord", member(ADA))]).record_death("ada", on=JUNE).register
        twice = once.record_death("ada", on=JUNE)
        assert twice.register is once
        assert twice.memberships == ()
        assert once.record_death("ada", on=DAY_AFTER).register.died_on("ada") == JUNE
        assert once.record_death("ada", on=EVE).register.died_on("ada") == EVE

    def test_the_dead_join_nothing(self) -> None:
        register = Register([cpts("nord", member(ADA)), cpts("sud")]).record_death("ada", on=JUNE).register
        for structure_id in ("nord", "sud"):
            for day in (JUNE, DAY_AFTER):
                change = register.admit(ADA, structure_id, on=day, consented=True)
                refused(change, register, "registre.personne-decedee")

    def test_what_they_had_joined_before_may_be_told_up_to_that_day(self) -> None:
        register = Register([cpts("nord", member(ADA)), cpts("sud")]).record_death("ada", on=JUNE).register
        with pytest.raises(BadFact, match="left_on: 'ada' died on 2024-06-01"):
            register.admit(ADA, "sud", on=EVE, consented=True)
        with pytest.raises(BadFact, match="left_on"):
            register.admit(ADA, "sud", on=EVE, consented=True, left_on=DAY_AFTER)
        change = register.admit(ADA, "sud", on=EVE, consented=True, left_on=JUNE, end_cause=EndCause.DEATH)
        assert change.done
        assert ids(change.register.members_of("sud", on=EVE)) == ["ada"]
        assert change.register.memberships_of("ada", on=JUNE) == ()

    def test_two_days_of_death_are_told_as_a_contradiction_and_stop_nothing(self) -> None:
        dead = member(ADA, left_on=EVE, end_cause=EndCause.DEATH)
        change = Register([cpts("nord", dead), cpts("sud", member(ADA))]).record_death("ada", on=JUNE)
        assert change.done
        assert change.assessment.outcome_of("registre.fin-par-deces") is VIOLATED
        assert change.obstacles == ()

    def test_an_organisation_does_not_die(self) -> None:
        register = Register([cpts("nord", member(Organisation(id="hopital")))])
        with pytest.raises(BadFact, match="end its memberships with withdraw"):
            register.record_death("hopital", on=JUNE)

    def test_a_stranger_is_misuse(self) -> None:
        with pytest.raises(UnknownMember, match="'zoe'"):
            Register([cpts("nord", member(ADA))]).record_death("zoe", on=JUNE)


class TestChange:
    CHANGE = Register([cpts("nord")]).admit(ADA, "nord", on=JUNE)

    def test_it_has_no_truth_value(self) -> None:
        with pytest.raises(TypeError, match=r"ask \.done"):
            bool(self.CHANGE)

    def test_it_says_what_it_is(self) -> None:
        assert repr(self.CHANGE).startswith("<Change not done: <Assessment of Candidature")
        done = Register([cpts("nord")]).admit(ADA, "nord", on=JUNE, consented=True)
        assert repr(done).startswith("<Change done: ")

    def test_it_survives_pickling(self) -> None:
        again = pickle.loads(pickle.dumps(self.CHANGE))
        assert again == self.CHANGE
        assert again.obstacles == self.CHANGE.obstacles


def test_nothing_stands_in_the_way_of_what_was_done() -> None:
    """A warning, an open question: they stay in the assessment."""
    change = Register([association("nord", member(ADA), notice=30)]).withdraw("ada", "nord", on=JUNE)
    assert change.assessment.violated
    assert change.assessment.undetermined
    assert change.obstacles == ()


@pytest.mark.parametrize(
    "day", [date(1902, 1, 1), date(2016, 1, 27), date(2016, 1, 28), JUNE, date(2040, 1, 1)]
)
def test_on_any_day_since_associations_exist(day: date) -> None:
    register = Register([cpts("nord")])
    assert not register.admit(ADA, "nord", on=day, law=LAW).done
    assert register.admit(ADA, "nord", on=day, consented=True).register.withdraw("ada", "nord", on=day).done
