"""What facts refuse to be, and the small words they use."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest

from cpts_model import (
    CPTS,
    SISA,
    UNKNOWN,
    CentreDeSante,
    ContratACI,
    OppositionGround,
    Payment,
    ProjetDeSante,
    Territory,
    UnknownFact,
)
from cpts_model.engine.observe import label_of
from cpts_model.facts.checks import BadFact
from cpts_model.facts.contracts import Mission, PaymentNature
from cpts_model.facts.exercice import Exercice
from cpts_model.facts.structures import TeamForm
from world import STRUCTURES

A_TIME = datetime(2024, 1, 1)  # noqa: DTZ001


REFUSED = {
    "a float for euros": lambda: Payment(beneficiary="p", amount=12.5),  # type: ignore[arg-type]
    "a negative amount": lambda: Payment(beneficiary="p", amount=Decimal(-1)),
    "not a number": lambda: Payment(beneficiary="p", amount=Decimal("NaN")),
    "a payment at a time": lambda: Payment(beneficiary="p", paid_on=A_TIME),
    "fewer than nobody": lambda: Territory(population=-1),
    "received before sent": lambda: ProjetDeSante(
        transmitted_on=date(2024, 1, 2), received_complete_on=date(2024, 1, 1)
    ),
    "opposed at a time": lambda: ProjetDeSante(opposed_on=A_TIME),
    "signed at a time": lambda: ContratACI(signed_on=A_TIME),
    "formed at a time": lambda: CPTS(id="c", formed_on=A_TIME),
    "registered at a time": lambda: SISA(id="s", registered_on=A_TIME),
    "opened at a time": lambda: CentreDeSante(id="s", opened_on=A_TIME),
}


@pytest.mark.parametrize("what", REFUSED)
def test_is_refused(what: str) -> None:
    with pytest.raises(BadFact):
        REFUSED[what]()


def test_alsace_moselle_is_three_departements() -> None:
    assert {code for code in ("57", "67", "68", "33", "88", "2A") if CPTS(id="c", seat_departement=code).in_alsace_moselle} == {
        "57", "67", "68",
    }  # fmt: skip
    with pytest.raises(UnknownFact):
        CPTS(id="c").in_alsace_moselle  # noqa: B018


@pytest.mark.parametrize(
    "words", [Mission, PaymentNature, OppositionGround, TeamForm], ids=lambda words: words.__name__
)
def test_every_word_has_its_label(words: Any) -> None:
    assert len({word.label for word in words}) == len(words)


def test_what_the_law_lists() -> None:
    assert sum(mission.is_statutory for mission in Mission) == 6
    assert sum(ground.is_statutory for ground in OppositionGround) == 2
    assert [form for form in TeamForm if not form.is_named_by_law] == [TeamForm.OTHER]


def every_class() -> set[type[Any]]:
    found: set[type[Any]] = set()
    waiting: list[Any] = [*STRUCTURES, Exercice]
    while waiting:
        kind = waiting.pop()
        if not attrs.has(kind) or kind in found:
            waiting.extend(getattr(kind, "__args__", ()))
            continue
        found.add(kind)
        waiting.extend(field.type for field in attrs.fields(kind))
    return found


@pytest.mark.parametrize(
    "kind", sorted(every_class(), key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__
)
def test_every_field_is_unknown_by_default_and_has_a_name_in_both_languages(kind: type[Any]) -> None:
    for field in attrs.fields(kind):
        label = label_of(kind, field.name)
        assert label, f"{kind.__name__}.{field.name} has no label"
        if field.default is not attrs.NOTHING:
            assert field.default is UNKNOWN, field.name


@pytest.mark.parametrize(
    "kind", sorted(every_class(), key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__
)
def test_every_derived_property_is_named_and_documented(kind: type[Any]) -> None:
    for name in dir(kind):
        member = getattr(kind, name)
        if isinstance(member, property) and member.fset is None:
            assert member.__doc__, f"{kind.__name__}.{name} has no docstring"
            assert label_of(kind, name), f"{kind.__name__}.{name} has no label"
