"""Who belongs to what: memberships with their structures, payments with their payers."""

from datetime import date
from decimal import Decimal

import pytest

from builders import infirmier, member
from cpts_model import CPTS, MSP, UNKNOWN, BadFact, Payment
from cpts_model.engine.unknown import UnknownFact
from cpts_model.facts.belonging import Belonging, Belongings, Neighbours, ReceivedPayment

NURSE = infirmier("A. Inventée")
TODAY = date(2024, 6, 1)


def test_a_belonging_is_called_by_its_member_and_its_structure() -> None:
    one = Belonging(structure=CPTS(id="ici"), membership=member(NURSE))
    assert one.member == NURSE
    assert one.name == "A. Inventée → ici"
    assert Neighbours(one=CPTS(id="ici"), other=CPTS(id="loin")).name == "ici ~ loin"


def test_the_cpts_of_a_day_are_those_whose_membership_runs() -> None:
    here = Belonging(structure=CPTS(id="ici"), membership=member(NURSE))
    left = Belonging(structure=CPTS(id="loin"), membership=member(NURSE, left_on=TODAY))
    team = Belonging(structure=MSP(id="msp"), membership=member(NURSE))
    assert Belongings(id=NURSE.id, held=(here, left, team)).cpts_on(TODAY) == (here,)
    unsure = Belonging(structure=CPTS(id="loin"), membership=member(NURSE, left_on=UNKNOWN))
    with pytest.raises(UnknownFact):
        Belongings(id=NURSE.id, held=(here, unsure)).cpts_on(TODAY)


def test_payments_received_say_from_whom() -> None:
    with pytest.raises(BadFact, match=r"payments\[0\]"):
        Belongings(id=NURSE.id, held=(), payments=(Payment(beneficiary=NURSE.id),))  # type: ignore[arg-type]
    received = ReceivedPayment(
        beneficiary=NURSE.id, paid_on=date(2023, 3, 1), amount=Decimal(10), cpts="ici", memberships=()
    )
    (year,) = Belongings(id=NURSE.id, held=(), payments=(received,)).years_paid(date(2022, 1, 1), TODAY)
    assert (year.year, year.payments) == (2023, (received,))
