"""Judging a register: each structure, and what holds across them."""

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
    UNKNOWN,
    CptsModelError,
    EndCause,
    Exclusion,
    Law,
    LegalForm,
    Outcome,
    Payment,
    Register,
    RegisterAssessment,
    Statutes,
    Territory,
    UnknownRule,
    UnknownStructure,
    assess,
)
from cpts_model.register.assessment import missing_from_register

ADA, BEN = generaliste("ada"), infirmier("ben")
JUNE = date(2024, 6, 1)
EVE = JUNE - timedelta(days=1)
SATISFIED, VIOLATED, UNDETERMINED = Outcome.SATISFIED, Outcome.VIOLATED, Outcome.UNDETERMINED


NO_GROUND = {"other_cpts": True, "ground": None}


def cpts(structure_id: str, *members: Any, **facts: Any) -> CPTS:
    return CPTS(id=structure_id, members=members, payments=(), **facts)


def apart(structure_id: str, *members: Any) -> CPTS:
    return cpts(structure_id, *members, territory=Territory(communes=(structure_id,), border_communes=()))


def subjects(assessment: RegisterAssessment, kind: str) -> list[Any]:
    return [one.subject for one in assessment.across if type(one.subject).__name__ == kind]


def outcomes(assessment: RegisterAssessment, rule_id: str) -> list[Outcome]:
    return [verdict.outcome for verdict in assessment.of(rule_id)]


class TestStructures:
    def test_each_is_judged_as_if_alone(self) -> None:
        structures = [cpts("nord", member(ADA)), ESP(id="equipe", members=(member(BEN),))]
        assessment = assess(Register(structures), on=JUNE)
        assert [one.subject for one in assessment.structures] == structures
        for structure in structures:
            assert assessment.of_structure(structure.id) == assess(structure, on=JUNE)

    def test_one_that_is_not_there(self) -> None:
        with pytest.raises(UnknownStructure, match="did you mean 'nord'"):
            assess(Register([cpts("nord")]), on=JUNE).of_structure("nor")


class TestAcross:
    def test_a_member_of_several_cpts_is_judged_once(self) -> None:
        register = Register(
            [apart("nord", member(ADA), member(BEN)), apart("sud", member(ADA)), apart("est", member(ADA))]
        )
        assessment = assess(register, on=JUNE)
        (told,) = subjects(assessment, "Belongings")
        assert told.id == "ada"
        assert [one.structure.id for one in told.held] == ["est", "nord", "sud"]

    def test_without_a_ground_it_warns_and_breaks_nothing(self) -> None:
        register = Register([apart("nord", member(ADA, ground=None)), apart("sud", member(ADA, ground=None))])
        assessment = assess(register, on=JUNE)
        assert outcomes(assessment, "adhesion.plusieurs-cpts") == [VIOLATED]
        assert "adhesion.plusieurs-cpts" in {verdict.rule.id for verdict in assessment.warnings}
        assert "adhesion.plusieurs-cpts" not in {verdict.rule.id for verdict in assessment.breaches}

    def test_teams_are_not_counted(self) -> None:
        register = Register([cpts("nord", member(ADA)), ESP(id="equipe", members=(member(ADA),))])
        assert subjects(assess(register, on=JUNE), "Belongings") == []

    def test_twice_in_one_cpts_is_one_cpts(self) -> None:
        register = Register([cpts("nord", member(ADA, left_on=EVE), member(ADA, joined_on=JUNE))])
        assert subjects(assess(register, on=JUNE), "Belongings") == []

    def test_cpts_that_share_a_commune_are_told_once(self) -> None:
        def of(structure_id: str, *communes: str) -> CPTS:
            return cpts(structure_id, territory=Territory(communes=communes))

        register = Register(
            [
                of("a", "33063", "33069", "33063"),
                of("b", "33069", "33063"),
                of("c", "75113"),
                of("d", "33063"),
            ]
        )
        assessment = assess(register, on=JUNE)
        pairs = [(one.one.id, one.other.id) for one in subjects(assessment, "Neighbours")]
        assert sorted(pairs) == [("a", "b"), ("a", "d"), ("b", "d")]
        assert outcomes(assessment, "cpts.territoires-communs") == [SATISFIED] * 3

    @pytest.mark.parametrize("territory", [UNKNOWN, None, Territory(), Territory(communes=())])
    def test_a_territory_that_nobody_told_has_no_neighbour(self, territory: Any) -> None:
        register = Register(
            [cpts("a", territory=territory), cpts("b", territory=Territory(communes=("33063",))), ESP(id="c")]
        )
        assert subjects(assess(register, on=JUNE), "Neighbours") == []

    def test_a_death_ends_every_membership(self) -> None:
        dead = member(ADA, left_on=EVE, end_cause=EndCause.DEATH)
        assessment = assess(Register([cpts("nord", dead), cpts("sud", member(ADA))]), on=JUNE)
        assert sorted(map(str, outcomes(assessment, "registre.fin-par-deces"))) == sorted(
            map(str, [SATISFIED, VIOLATED])
        )


class TestASecondCPTS:
    """One CPTS by itself sees a member of another; the register sees both, and which territories they have."""

    def judged(self, *structures: CPTS) -> RegisterAssessment:
        return assess(Register(structures), on=JUNE)

    def test_a_border_that_the_register_sees_is_not_missed_by_one_cpts(self) -> None:
        shared = Territory(communes=("33063",))
        nord, sud = (cpts(name, member(ADA, **NO_GROUND), territory=shared) for name in ("nord", "sud"))
        assert assess(nord, on=JUNE).outcome_of("adhesion.multiple") is VIOLATED
        assessment = self.judged(nord, sud)
        assert outcomes(assessment, "adhesion.plusieurs-cpts") == [SATISFIED]
        assert set(outcomes(assessment, "adhesion.multiple")) == {Outcome.NOT_APPLICABLE}

    def test_who_gives_no_ground_is_warned_of_once(self) -> None:
        assessment = self.judged(
            apart("nord", member(ADA, **NO_GROUND)), apart("sud", member(ADA, **NO_GROUND))
        )
        assert [one.rule.id for one in assessment.warnings] == ["adhesion.plusieurs-cpts"]

    def test_a_ground_that_nobody_told_is_asked_for_once(self) -> None:
        asked = {"other_cpts": True, "ground": UNKNOWN}
        assessment = self.judged(cpts("nord", member(ADA, **asked)), cpts("sud", member(ADA, **asked)))
        ids = [one.rule.id for one in assessment.undetermined]
        assert ids.count("adhesion.plusieurs-cpts") == 1
        assert "adhesion.multiple" not in ids

    def test_of_a_cpts_that_the_register_does_not_hold_the_one_here_still_warns(self) -> None:
        left = member(BEN, left_on=EVE, **NO_GROUND)
        assessment = self.judged(
            apart("nord", member(ADA, **NO_GROUND), member(BEN, **NO_GROUND)), apart("sud", left)
        )
        warned = [(one.rule.id, one.part.member.id) for one in assessment.warnings]
        assert warned == [("adhesion.multiple", "ada"), ("adhesion.multiple", "ben")]

    def test_under_a_law_that_looks_across_no_structures_each_speaks_for_itself(self) -> None:
        alone = Law(LAW.versions("adhesion.multiple"))
        both = [apart(name, member(ADA, **NO_GROUND)) for name in ("nord", "sud")]
        assessment = assess(Register(both), on=JUNE, law=alone)
        assert [one.rule.id for one in assessment.warnings] == ["adhesion.multiple"] * 2


class TestPayments:
    def test_those_of_all_cpts_are_counted_together(self) -> None:
        def paid(structure_id: str, *amounts: int) -> CPTS:
            payments = tuple(
                Payment(beneficiary="ada", paid_on=EVE, amount=Decimal(amount)) for amount in amounts
            )
            other = Payment(beneficiary="ben", paid_on=EVE, amount=Decimal(1))
            return CPTS(id=structure_id, members=(member(ADA),), payments=(*payments, other))

        assessment = assess(Register([paid("nord", 1, 2), ESP(id="equipe"), paid("sud", 3)]), on=JUNE)
        (told,) = subjects(assessment, "Belongings")
        assert [payment.amount for payment in told.payments] == [Decimal(1), Decimal(2), Decimal(3)]
        unknown = Register([paid("nord", 1), CPTS(id="sud", members=(member(ADA),))])
        (told,) = subjects(assess(unknown, on=JUNE), "Belongings")
        assert told.payments is UNKNOWN


class TestExclusions:
    EXCLUDED = member(
        ADA, left_on=EVE, end_cause=EndCause.EXCLUSION, exclusion=Exclusion(heard=False, decided_on=EVE)
    )

    def test_under_the_statutes_of_that_association_alone(self) -> None:
        def association(structure_id: str, **clauses: Any) -> CPTS:
            statutes = Statutes(**clauses)
            return cpts(structure_id, self.EXCLUDED, legal_form=LegalForm.ASSOCIATION, statutes=statutes)

        register = Register(
            [cpts("sans", self.EXCLUDED), association("nord", exclusion_requires_hearing=True)]
        )
        verdicts = assess(register, on=JUNE).of("statuts.exclusion-audition")
        assert [(verdict.subject.structure.id, verdict.outcome) for verdict in verdicts] == [
            ("nord", VIOLATED)
        ]

    def association(self, *members: Any) -> Register:
        return Register(
            [cpts("nord", *members, legal_form=LegalForm.ASSOCIATION, seat_departement="33"), CPTS(id="sud")]
        )

    def test_one_that_was_decided_is_judged_again(self) -> None:
        assessment = assess(self.association(self.EXCLUDED, member(BEN)), on=JUNE)
        (departure,) = subjects(assessment, "Departure")
        assert (departure.leaves_on, departure.cause) == (EVE, EndCause.EXCLUSION)
        assert departure.membership.left_on is None
        assert outcomes(assessment, "association.exclusion-audition") == [VIOLATED]

    def test_it_was_a_membership_that_ran(self) -> None:
        assert outcomes(assess(self.association(self.EXCLUDED), on=JUNE), "registre.membre-ce-jour") == [
            SATISFIED
        ]

    @pytest.mark.parametrize(
        "facts",
        [
            {"left_on": JUNE + timedelta(days=1), "end_cause": EndCause.EXCLUSION},
            {"left_on": EVE, "end_cause": EndCause.RESIGNATION},
            {"left_on": EVE, "end_cause": UNKNOWN},
            {"left_on": UNKNOWN, "end_cause": EndCause.EXCLUSION},
        ],
    )
    def test_what_is_none_yet_is_not(self, facts: dict[str, Any]) -> None:
        assert subjects(assess(self.association(member(ADA, **facts)), on=JUNE), "Departure") == []

    def test_it_is_judged_from_its_own_day_on(self) -> None:
        register = self.association(self.EXCLUDED)
        assert subjects(assess(register, on=EVE - timedelta(days=1)), "Departure") == []
        assert len(subjects(assess(register, on=EVE), "Departure")) == 1

    def test_under_the_law_of_its_own_day(self) -> None:
        """A judgment of 25 October 2017 says what it says of exclusions from then on."""
        for day, said in ((date(2017, 10, 24), []), (date(2017, 10, 25), [VIOLATED])):
            excluded = member(
                ADA, left_on=day, end_cause=EndCause.EXCLUSION, exclusion=Exclusion(precise_grievances=False)
            )
            assert (
                outcomes(assess(self.association(excluded), on=JUNE), "association.exclusion-griefs") == said
            )


class TestTheWhole:
    REGISTER = Register(
        [cpts("nord", member(ADA, consented=False)), cpts("sud", member(BEN, consented=UNKNOWN))]
    )
    ASSESSMENT = assess(REGISTER, on=JUNE)

    def test_it_adds_up_what_each_says(self) -> None:
        parts = self.ASSESSMENT.assessments
        assert parts == (*self.ASSESSMENT.structures, *self.ASSESSMENT.across)
        every = (
            "verdicts",
            "satisfied",
            "violated",
            "undetermined",
            "not_applicable",
            "breaches",
            "warnings",
        )
        for name in every:
            assert getattr(self.ASSESSMENT, name) == tuple(
                verdict for one in parts for verdict in getattr(one, name)
            )
        assert self.ASSESSMENT.breaches
        assert self.ASSESSMENT.undetermined

    def test_it_is_ok_when_all_are(self) -> None:
        assert not self.ASSESSMENT.ok
        assert not self.ASSESSMENT.settled
        law = Law(rules=tuple(rule for rule in self.ASSESSMENT.law if rule.id == "adhesion.libre"))
        open_only = assess(Register([cpts("sud", member(BEN, consented=UNKNOWN))]), on=JUNE, law=law)
        assert (open_only.ok, open_only.settled) == (True, False)
        fine = assess(Register([cpts("sud", member(BEN))]), on=JUNE, law=law)
        assert (fine.ok, fine.settled) == (True, True)
        broken = assess(
            Register([cpts("sud", member(BEN)), cpts("nord", member(ADA, consented=False))]), on=JUNE, law=law
        )
        assert (broken.ok, broken.settled) == (False, True)

    def test_of_one_rule(self) -> None:
        verdicts = self.ASSESSMENT.of("adhesion.libre")
        assert [verdict.outcome for verdict in verdicts] == [VIOLATED, UNDETERMINED]
        assert self.ASSESSMENT.of("sisa.objet") == ()

    def test_what_became_of_one_rule_over_all(self) -> None:
        assert self.ASSESSMENT.outcome_of("adhesion.libre") is VIOLATED
        assert self.ASSESSMENT.outcome_of("sisa.objet") is Outcome.NOT_APPLICABLE
        open_only = assess(Register([cpts("sud", member(BEN, consented=UNKNOWN), member(ADA))]), on=JUNE)
        assert open_only.outcome_of("adhesion.libre") is UNDETERMINED

    @pytest.mark.parametrize("register", [REGISTER, Register()])
    def test_of_a_rule_that_never_was(self, register: Register) -> None:
        with pytest.raises(UnknownRule, match=r"adhesion\.libre"):
            assess(register, on=JUNE).of("adhesion.libr")
        with pytest.raises(UnknownRule, match=r"adhesion\.libre"):
            assess(register, on=JUNE).outcome_of("adhesion.libr")

    def test_an_empty_register_breaks_nothing(self) -> None:
        nothing = assess(Register(), on=JUNE)
        assert (nothing.ok, nothing.settled, nothing.verdicts) == (True, True, ())
        assert nothing.of("adhesion.libre") == ()

    def test_it_has_no_truth_value(self) -> None:
        with pytest.raises(CptsModelError, match=r"ask \.ok, \.settled or both"):
            bool(self.ASSESSMENT)

    def test_it_says_what_it_is(self) -> None:
        assert repr(self.ASSESSMENT) == (
            "<Assessment of <Register of 2 structures, 2 members> on 2024-06-01: in breach, not settled>"
        )
        assert repr(assess(Register(), on=JUNE)).endswith(": ok, settled>")

    def test_it_survives_pickling(self) -> None:
        again = pickle.loads(pickle.dumps(self.ASSESSMENT))
        assert again == self.ASSESSMENT
        assert again.violated == self.ASSESSMENT.violated

    @pytest.mark.parametrize("register", [REGISTER, Register()])
    def test_a_day_is_a_date(self, register: Register) -> None:
        with pytest.raises(TypeError, match="on= takes"):
            assess(register, on="2024-06-01")  # type: ignore[call-overload]


def test_what_is_missing_says_of_which_structure() -> None:
    law = Law(rules=tuple(rule for rule in LAW if rule.id == "adhesion.libre"))
    register = Register([cpts("nord", member(ADA)), cpts("sud", member(BEN), member(ADA, consented=UNKNOWN))])
    assert [fact.path for fact in missing_from_register(assess(register, on=JUNE, law=law))] == [
        "structures[1].members[1].consented"
    ]
