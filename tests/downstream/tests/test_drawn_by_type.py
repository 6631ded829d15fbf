"""Facts are drawn by their type alone: nothing for tests is imported from the library."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

import cpts_model
from cpts_model import MaisonDeSante, Profession, Register, Statutes

NAMES = {name: getattr(cpts_model, name) for name in dir(cpts_model)} | {"date": date, "Decimal": Decimal}


@given(st.from_type(MaisonDeSante), st.from_type(Statutes), st.from_type(Register))
def test_a_class_of_facts(house: MaisonDeSante, statutes: Statutes, register: Register) -> None:
    assert isinstance(house, MaisonDeSante)
    assert isinstance(statutes, Statutes)
    assert isinstance(register, Register)


@given(st.from_type(MaisonDeSante))
def test_it_is_shown_as_the_python_that_builds_it(house: MaisonDeSante) -> None:
    assert eval(repr(house), NAMES) == house


def admitted(profession: Profession, house: MaisonDeSante) -> str:
    return f"{profession.label.fr}, {house.id}"


@given(st.builds(admitted))
def test_what_takes_them(said: str) -> None:
    assert ", " in said
