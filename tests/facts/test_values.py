"""What facts refuse to be, and the small words they use."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any, get_args

import attrs
import pytest

from cpts_model import (
    CPTS,
    SISA,
    UNKNOWN,
    CentreDeSante,
    ContratACI,
    FeePayment,
    Membership,
    OppositionGround,
    Payment,
    Profession,
    Professional,
    ProjetDeSante,
    Statutes,
    Territory,
    Unknown,
    UnknownFact,
)
from cpts_model.engine.labels import label_of
from cpts_model.facts.checks import BadFact
from cpts_model.facts.exercice import Exercice
from cpts_model.facts.missions import Mission
from cpts_model.facts.payments import PaymentNature
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
    "a fee of less than nothing": lambda: FeePayment(amount=Decimal(-1)),
    "fees told one by one and all at once": lambda: Membership(
        member=Professional(id="p"), fee_paid=True, fees=(FeePayment(),)
    ),
    "two versions of statutes that begin on one day": lambda: CPTS(
        id="c",
        statutes=(Statutes(in_force_since=date(2020, 1, 1)), Statutes(in_force_since=date(2020, 1, 1))),
    ),
    "two versions of statutes and no day": lambda: CPTS(id="c", statutes=(Statutes(), Statutes())),
    "formed at a time": lambda: CPTS(id="c", formed_on=A_TIME),
    "registered at a time": lambda: SISA(id="s", registered_on=A_TIME),
    "opened at a time": lambda: CentreDeSante(id="s", opened_on=A_TIME),
}


@pytest.mark.parametrize("what", REFUSED)
def test_is_refused(what: str) -> None:
    with pytest.raises(BadFact):
        REFUSED[what]()


WRONG_TYPES = {
    "a slug for an enum": (
        lambda: CPTS(id="c", legal_form="association"),
        "legal_form: 'association' is not of type LegalForm; write LegalForm.ASSOCIATION",
    ),  # type: ignore[arg-type]
    "a misspelt slug": (lambda: CPTS(id="c", legal_form="asociation"), "did you mean 'association'"),  # type: ignore[arg-type]
    "a word for a truth value": (
        lambda: Membership(member=Professional(id="p"), consented="non"),
        "consented: 'non' is not of type bool",
    ),  # type: ignore[arg-type]
    "a number for a truth value": (
        lambda: Membership(member=Professional(id="p"), consented=1),
        "consented: 1 is not of type bool",
    ),  # type: ignore[arg-type]
    "a truth value for a number": (lambda: Territory(population=True), "population: True is not of type int"),
    "a list for a tuple": (
        lambda: CPTS(id="c", members=[]),
        "members: [] is not of type tuple; write a tuple: (…,)",
    ),  # type: ignore[arg-type]
    "one for several": (
        lambda: Professional(id="p", professions=Profession.MEDECIN),
        "write a tuple, even of one: (…,)",
    ),  # type: ignore[arg-type]
    "words for professions": (
        lambda: Professional(id="p", professions=("medecin",)),
        "professions[0]: 'medecin' is not of type Profession; write Profession.MEDECIN",
    ),  # type: ignore[arg-type]
    "a professional for a membership": (
        lambda: CPTS(id="c", members=(Professional(id="p"),)),
        "members[0]: ",
    ),  # type: ignore[arg-type]
    "nothing where something always is": (
        lambda: CPTS(id="c", formed_on=None),
        "formed_on: None is not of type date; leave it out if nobody knows",
    ),  # type: ignore[arg-type]
    "not knowing inside a tuple": (
        lambda: CPTS(id="c", members=(UNKNOWN,)),
        "members[0]: UNKNOWN is not of type Membership",
    ),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("what", WRONG_TYPES)
def test_a_value_of_the_wrong_type_is_refused_with_its_mend(what: str) -> None:
    build, said = WRONG_TYPES[what]
    with pytest.raises(BadFact, match=re.escape(said)):
        build()


def test_a_value_of_a_class_that_means_the_same_serves() -> None:
    class Name(str):
        __slots__ = ()

    assert CPTS(id=Name("c")).id == "c"


def test_alsace_moselle_is_three_departements() -> None:
    assert {code for code in ("57", "67", "68", "33", "88", "2A") if CPTS(id="c", seat_departement=code).in_alsace_moselle} == {
        "57", "67", "68",
    }  # fmt: skip
    with pytest.raises(UnknownFact):
        CPTS(id="c").in_alsace_moselle  # noqa: B018


class TestDepartements:
    @pytest.mark.parametrize(
        "code", ["01", "19", "2A", "2B", "2b", "21", "95", "971", "978", "984", "986", "988"]
    )
    def test_codes_are_accepted(self, code: str) -> None:
        assert CPTS(id="c", seat_departement=code).seat_departement == code

    @pytest.mark.parametrize(
        ("wrong", "mend"),
        [
            ("067", "67"), ("1", "01"), (" 67", "67"), ("67000", "67"), ("2A004", "2A"), ("97411", "974"), ("0971", "971"),
            ("20", "01 to 95 (Corsica: 2A, 2B), or 971 to 988 overseas"), ("96", "01 to 95 (Corsica"), ("985", "01 to 95 (Corsica"),
            ("979", "01 to 95 (Corsica"), ("X1", "01 to 95 (Corsica"), ("00", "01 to 95 (Corsica"), ("Bas-Rhin", "01 to 95 (Corsica"), ("", "01 to 95 (Corsica"),
        ],
    )  # fmt: skip
    def test_anything_else_is_refused_and_the_mend_offered(self, wrong: str, mend: str) -> None:
        with pytest.raises(BadFact) as refused:
            CPTS(id="c", seat_departement=wrong)
        assert refused.value.field == "seat_departement"
        assert str(refused.value).startswith(
            f"seat_departement: {wrong!r} is not a département code: write {mend}"
        )

    def test_of_a_place_of_practice_too(self) -> None:
        someone = Professional(id="p")
        assert Exercice(professional=someone, structure=CPTS(id="c"), departement="79").departement == "79"
        with pytest.raises(BadFact, match="write 79"):
            Exercice(professional=someone, structure=CPTS(id="c"), departement="079")


def test_when_a_projet_was_sent() -> None:
    turn = date(2019, 7, 27)
    before, after = date(2019, 7, 26), date(2019, 7, 28)
    assert ProjetDeSante(transmitted_on=before).sent_before(turn)
    assert not ProjetDeSante(transmitted_on=turn).sent_before(turn)
    assert not ProjetDeSante(transmitted_on=None).sent_before(turn)
    assert ProjetDeSante(received_complete_on=before).sent_before(turn)
    for received in (UNKNOWN, None, after):
        with pytest.raises(UnknownFact):
            ProjetDeSante(received_complete_on=received).sent_before(turn)


def test_a_file_is_complete_for_more_than_two_months_from_the_day_after_they_end() -> None:
    complete = ProjetDeSante(transmitted_on=date(2024, 1, 1), received_complete_on=date(2024, 1, 15))
    assert not complete.complete_for(2, date(2024, 3, 15))
    assert complete.complete_for(2, date(2024, 3, 16))
    assert not ProjetDeSante(transmitted_on=date(2024, 1, 15)).complete_for(2, date(2024, 3, 15))
    with pytest.raises(UnknownFact):
        ProjetDeSante(transmitted_on=date(2024, 1, 15)).complete_for(2, date(2024, 3, 16))


def test_what_was_never_sent_was_never_complete() -> None:
    never = ProjetDeSante(transmitted_on=None, received_complete_on=date(2020, 1, 1))
    assert not never.complete_for(2, date(2024, 1, 1))


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
def test_every_field_that_may_be_unknown_is_so_by_default_and_has_a_name_in_both_languages(
    kind: type[Any],
) -> None:
    for field in attrs.fields(kind):
        label = label_of(kind, field.name)
        assert label, f"{kind.__name__}.{field.name} has no label"
        if field.default is not attrs.NOTHING:
            # A default that is told can only be of what nobody can leave unknown: a definition, not a fact.
            assert field.default is UNKNOWN or Unknown not in get_args(field.type), field.name


@pytest.mark.parametrize(
    "kind", sorted(every_class(), key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__
)
def test_every_derived_property_is_named_and_documented(kind: type[Any]) -> None:
    for name in dir(kind):
        member = getattr(kind, name)
        if isinstance(member, property) and member.fset is None:
            assert member.__doc__, f"{kind.__name__}.{name} has no docstring"
            assert label_of(kind, name), f"{kind.__name__}.{name} has no label"


class Moment(datetime):
    """A time of a class of its own, as libraries have them."""


class Several(tuple):
    """A tuple of a class of its own."""


@pytest.mark.parametrize(
    "build",
    [
        lambda: CPTS(id="c", formed_on=Moment(2024, 1, 1)),
        lambda: CPTS(id="c", members=Several((UNKNOWN,))),  # type: ignore[arg-type]
    ],
    ids=["a kind of datetime", "a kind of tuple"],
)
def test_a_class_of_ones_own_is_looked_into(build: Any) -> None:
    with pytest.raises(BadFact):
        build()


def test_a_message_never_repeats_a_whole_dossier() -> None:
    members = [Membership(member=Professional(id=f"p{number}")) for number in range(500)]
    with pytest.raises(BadFact) as refused:
        CPTS(id="c", members=members)  # type: ignore[arg-type]
    assert len(str(refused.value)) < 300


def test_a_class_derived_elsewhere_is_checked_too() -> None:
    @attrs.frozen(slots=True, kw_only=True)
    class OurCPTS(CPTS):
        board: "tuple[str, ...] | None" = None

    assert OurCPTS(id="c", board=("a",)).board == ("a",)
    with pytest.raises(BadFact, match="board"):
        OurCPTS(id="c", board="a")  # type: ignore[arg-type]
