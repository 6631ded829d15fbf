"""Values inside a tuple are of the declared type, each of them; what is untold is, where it may be."""

from datetime import date

import pytest

from cpts_model import CPTS, UNKNOWN, Membership, Person, Professional
from cpts_model.facts.checks import BadFact
from cpts_model.facts.professions import Profession


class Code(str):
    """A text that says more of itself."""

    __slots__ = ()


def test_the_wrong_one_of_several_is_named() -> None:
    with pytest.raises(BadFact, match=r"^professions\[1\]: 'infirmier' is not of type Profession"):
        Professional(id="a", professions=(Profession.MEDECIN, "infirmier"))  # type: ignore[arg-type]


def test_a_class_that_comes_from_the_declared_one_serves() -> None:
    assert Professional(id=Code("a"), savoir_faire=("SM54", Code("SM26"))).savoir_faire == ("SM54", "SM26")


def test_what_has_to_be_told_cannot_be_unknown() -> None:
    with pytest.raises(BadFact, match=r"^id: UNKNOWN is not of type str"):
        CPTS(id=UNKNOWN)  # type: ignore[arg-type]
    with pytest.raises(BadFact, match=r"^professions\[0\]: UNKNOWN is not of type Profession"):
        Professional(id="a", professions=(UNKNOWN,))  # type: ignore[arg-type]


def test_types_come_before_contradictions() -> None:
    with pytest.raises(BadFact, match=r"^left_on: '2019-01-01' is not of type date"):
        Membership(member=Person(id="a"), joined_on=date(2020, 1, 1), left_on="2019-01-01")  # type: ignore[arg-type]
