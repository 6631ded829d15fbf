"""The letters of the secretariat, on structures that the library draws."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from secretariat import FEE, OUR_LAW, letters

from cpts_model import CPTS, UNKNOWN, Law, MaisonDeSante, Membership, Person, assess
from cpts_model.testing import check_law, violating
from cpts_model.testing.strategies import cpts

DAY = date(2026, 3, 2)


@given(cpts())
def test_every_breach_has_its_letter(structure: CPTS) -> None:
    told = letters(structure, DAY)
    assert len(told) == len(set(told))
    assert {verdict.rule.id for verdict in assess(structure, on=DAY).breaches} <= {
        letter.partition(" : ")[0] for letter in told
    }


@given(cpts(on=DAY, compliant=True))
def test_whoever_breaks_no_law_is_written_to_about_no_law(structure: CPTS) -> None:
    blocking = {rule.id for rule in OUR_LAW if rule.blocking}
    assert not blocking & {letter.partition(" : ")[0] for letter in letters(structure, DAY)}


@given(violating("msp.projet-signe", on=DAY))
def test_a_projet_that_somebody_did_not_sign_is_written_about(structure: MaisonDeSante) -> None:
    assert any(letter.startswith("msp.projet-signe : ") for letter in letters(structure, DAY))


@given(st.booleans())
def test_a_fee_that_was_not_paid_is_asked_for(paid: bool) -> None:
    member = Membership(
        member=Person(id="agathe"), joined_on=date(2024, 1, 8), left_on=None, partner=False, fee_paid=paid
    )
    asked = "secretariat.cotisation : Régler la cotisation."
    assert (asked in letters(CPTS(id="rive", members=(member,)), DAY)) is not paid


KEPT = st.builds(
    Membership,
    member=st.builds(Person, id=st.just("agathe")),
    joined_on=st.just(date(2021, 1, 8)),
    left_on=st.none() | st.just(date(2022, 1, 8)),
    partner=st.just(False),
    fee_paid=st.booleans() | st.just(UNKNOWN),
)
"""Memberships as this office keeps them."""
OURS = {CPTS: st.builds(CPTS, id=st.just("rive"), members=st.tuples(KEPT))}


def test_our_own_rule_is_a_sound_one() -> None:
    check_law(Law((FEE,)), subjects=OURS)


def paid_as_far_as_one_knows(membership: Membership, cpts: CPTS, on: date) -> bool:
    """« à jour »: a slip, for ``is not`` takes what nobody told for a fee that is paid."""
    return membership.fee_paid is not False


def test_a_rule_that_is_not_sound_is_found_out() -> None:
    with pytest.raises(AssertionError, match=FEE.id):
        check_law(Law((attrs.evolve(FEE, holds=paid_as_far_as_one_knows),)), subjects=OURS)
