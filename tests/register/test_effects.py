"""What a departure breaks: the rules of which it changes the outcome."""

import pickle
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from builders import generaliste, infirmier, member, specialiste
from cpts_model import (
    CPTS,
    ESP,
    LAW,
    MSP,
    SISA,
    UNKNOWN,
    Effect,
    Law,
    LegalForm,
    Outcome,
    Register,
    UnknownMember,
    UnknownStructure,
)

JUNE = date(2024, 6, 1)
DOCTOR, SECOND, NURSE = generaliste("ada"), specialiste("cleo"), infirmier("ben")


def partner(who: Any) -> Any:
    return member(who, associe=True)


def sisa(*members: Any, **facts: Any) -> SISA:
    return SISA(id="sisa", members=members, **facts)


def told(effects: tuple[Effect, ...]) -> set[tuple[str, str, str]]:
    return {(one.structure_id, one.rule.id, f"{one.before.value} {one.after.value}") for one in effects}


MINIMUM = "sisa.deux-medecins-un-auxiliaire"


class TestASisa:
    REGISTER = Register([sisa(partner(DOCTOR), partner(SECOND), partner(NURSE))])

    @pytest.mark.parametrize("leaver", ["ada", "cleo", "ben"])
    def test_it_falls_below_two_doctors_and_one_auxiliaire(self, leaver: str) -> None:
        """CSP, art. L4041-4: « au moins deux médecins et un auxiliaire médical »."""
        effects = self.REGISTER.what_if_leaves(leaver, "sisa", on=JUNE)
        broken = [one for one in effects if one.breaks]
        assert MINIMUM in {one.rule.id for one in broken}
        assert {(one.before, one.after) for one in broken} == {(Outcome.SATISFIED, Outcome.VIOLATED)}
        assert all(one.structure_id == "sisa" for one in effects)
        assert any("L4041-4" in one.explain("fr") for one in broken)
        assert all(one.verdicts and {v.outcome for v in one.verdicts} == {one.after} for one in effects)

    def test_with_one_to_spare_nothing_breaks(self) -> None:
        register = Register([sisa(*map(partner, (DOCTOR, SECOND, NURSE, generaliste("dan"))))])
        assert not any(one.breaks for one in register.what_if_leaves("ada", "sisa", on=JUNE))
        assert {one.rule.id for one in register.what_if_leaves("ben", "sisa", on=JUNE) if one.breaks} == {
            MINIMUM
        }

    def test_asking_changes_nothing(self) -> None:
        before = pickle.dumps(self.REGISTER)
        self.REGISTER.what_if_leaves("ada", "sisa", on=JUNE)
        assert pickle.loads(before) == self.REGISTER

    def test_it_says_what_happened(self) -> None:
        effect = next(one for one in self.REGISTER.what_if_leaves("ada", "sisa", on=JUNE) if one.breaks)
        assert repr(effect) == f"<Effect on 'sisa': {effect.rule.id} satisfied → violated>"
        assert effect.explain("en") != effect.explain("fr")


def has_three_partners(maison: MSP, on: date) -> bool:
    return maison.sisa is not None and len(maison.sisa.partners_on(on)) == 3


THREE_PARTNERS = Law(
    rules=(
        evolve(
            next(rule for rule in LAW if rule.id == MINIMUM),
            id="club.trois-associes",
            about=MSP,
            holds=has_three_partners,
            applies=None,
        ),
    )
)
"""An invented rule that a maison de santé keeps by the partners of its SISA."""


class TestTheMaisonThatASisaCarries:
    SISA_FACTS = sisa(partner(DOCTOR), partner(SECOND), partner(NURSE))

    def maison(self, carried_by: Any) -> MSP:
        return MSP(id="maison", legal_form=LegalForm.SISA, sisa=carried_by, members=(member(DOCTOR),))

    def hit(self, *structures: Any) -> set[tuple[str, str, str]]:
        return told(Register(structures).what_if_leaves("ada", "sisa", on=JUNE, law=THREE_PARTNERS))

    def test_it_is_judged_too(self) -> None:
        assert self.hit(self.maison(self.SISA_FACTS), self.SISA_FACTS) == {
            ("maison", "club.trois-associes", "satisfied violated")
        }

    def test_even_where_it_tells_an_older_state_of_its_sisa(self) -> None:
        assert self.hit(self.maison(sisa(partner(DOCTOR))), self.SISA_FACTS) == {
            ("maison", "club.trois-associes", "satisfied violated")
        }

    @pytest.mark.parametrize("carried_by", [None, UNKNOWN, evolve(SISA_FACTS, id="autre")])
    def test_another_one_is_not(self, carried_by: Any) -> None:
        maison = MSP(id="maison", sisa=carried_by, members=(member(DOCTOR),))
        assert self.hit(maison, self.SISA_FACTS, CPTS(id="nord")) == set()


class TestATeam:
    def test_without_its_generaliste_it_is_none(self) -> None:
        """CSP, art. L1411-11-1: the team is built around médecins généralistes de premier recours."""
        team = ESP(id="equipe", members=(member(DOCTOR), member(NURSE)))
        register = Register([team])
        rules = {one.rule.id for one in register.what_if_leaves("ada", "equipe", on=JUNE) if one.breaks}
        assert "esp.medecins-generalistes" in rules
        rules = {one.rule.id for one in register.what_if_leaves("ben", "equipe", on=JUNE)}
        assert "esp.medecins-generalistes" not in rules


def test_a_departure_may_mend_what_was_broken() -> None:
    register = Register([CPTS(id="nord", members=(member(NURSE), member(DOCTOR, consented=False)))])
    (effect,) = (
        one for one in register.what_if_leaves("ada", "nord", on=JUNE) if one.rule.id == "adhesion.libre"
    )
    assert (effect.before, effect.after) == (Outcome.VIOLATED, Outcome.SATISFIED)
    assert effect.rule.blocking
    assert not effect.breaks


class TestWhoLeaves:
    def test_the_departure_of_whoever_left_already_changes_nothing(self) -> None:
        gone = member(DOCTOR, left_on=date(2020, 1, 1), associe=True)
        register = Register([sisa(gone, partner(SECOND), partner(generaliste("dan")), partner(NURSE))])
        assert register.what_if_leaves("ada", "sisa", on=JUNE) == ()

    def test_nor_does_that_of_whoever_has_not_come_yet(self) -> None:
        to_come = member(DOCTOR, joined_on=date(2030, 1, 1), associe=True)
        register = Register([sisa(to_come, partner(SECOND), partner(generaliste("dan")), partner(NURSE))])
        assert register.what_if_leaves("ada", "sisa", on=JUNE) == ()

    def test_several_past_memberships_in_any_order(self) -> None:
        older = member(DOCTOR, joined_on=date(2018, 1, 1), left_on=date(2020, 1, 1))
        newer = member(DOCTOR, joined_on=date(2020, 6, 1), left_on=date(2020, 8, 1))
        register = Register([CPTS(id="nord", members=(newer, older))])
        assert register.what_if_leaves("ada", "nord", on=date(2021, 1, 1)) == ()

    def test_one_of_unknown_beginning_is_the_oldest(self) -> None:
        older = member(DOCTOR, joined_on=UNKNOWN, left_on=date(2020, 1, 1))
        newer = member(DOCTOR, joined_on=date(2020, 6, 1), left_on=date(2020, 8, 1))
        register = Register([CPTS(id="nord", members=(newer, older))])
        assert register.what_if_leaves("ada", "nord", on=date(2021, 1, 1)) == ()

    def test_misuse(self) -> None:
        register = Register([CPTS(id="nord", members=(member(DOCTOR),)), CPTS(id="sud")])
        with pytest.raises(UnknownStructure):
            register.what_if_leaves("ada", "est", on=JUNE)
        for structure_id in ("nord", "sud"):
            with pytest.raises(UnknownMember):
                register.what_if_leaves("ben", structure_id, on=JUNE)
