"""Slips in what a register is asked: each is answered where it is made, in words of its own."""

import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from assemblies import actif, register, statutes
from builders import infirmier
from cpts_model import (
    CPTS,
    UNKNOWN,
    BadFact,
    Denominator,
    Payment,
    Register,
    Text,
    UnknownMember,
    assess,
    payment_check,
)

ANA = infirmier("Ana")
JUNE = date(2024, 6, 1)
A_MOMENT = datetime(2024, 6, 1, 12, tzinfo=UTC)
REGISTER = register(actif("Ana"), rules=statutes())
UNTOLD = Register([CPTS(id="c")])

ASKED_OF_A_DAY: dict[str, Callable[[Register, Any], object]] = {
    "members_of": lambda one, on: one.members_of("c", on=on),
    "memberships_of": lambda one, on: one.memberships_of("Ana", on=on),
    "memberships_of a stranger": lambda one, on: one.memberships_of("Zoé", on=on),
    "structures_of": lambda one, on: one.structures_of("Ana", on=on),
    "status_on": lambda one, on: one.status_on("Ana", "c", on=on),
    "electors": lambda one, on: one.electors("c", on=on),
    "quorum": lambda one, on: one.quorum("c", present=1, on=on),
    "headcount": lambda one, on: one.headcount(on=on),
    "can_join": lambda one, on: one.can_join(infirmier("Zoé"), "c", on=on),
    "admit": lambda one, on: one.admit(infirmier("Zoé"), "c", on=on, consented=True),
    "withdraw": lambda one, on: one.withdraw("Ana", "c", on=on),
    "exclude": lambda one, on: one.exclude("Ana", "c", on=on, heard=True),
    "record_death": lambda one, on: one.record_death("Ana", on=on),
    "what_if_leaves": lambda one, on: one.what_if_leaves("Ana", "c", on=on),
    "merge": lambda one, on: one.merge(["c"], CPTS(id="d", members=()), on=on, consents=[]),
    "split": lambda one, on: one.split("c", [CPTS(id="d", members=())], on=on, consents={}),
    "assess": lambda one, on: assess(one, on=on),
    "denominator": lambda _, on: Denominator(10, on, Text("habitants", "inhabitants"), "recensement"),
}


@pytest.mark.parametrize("on", ["2024-06-01", A_MOMENT, None, UNKNOWN], ids=repr)
@pytest.mark.parametrize("ask", ASKED_OF_A_DAY.values(), ids=ASKED_OF_A_DAY)
def test_a_day_is_a_plain_date(ask: Callable[[Register, Any], object], on: Any) -> None:
    with pytest.raises(TypeError, match=r"on= takes a datetime\.date, not "):
        ask(REGISTER, on)


@pytest.mark.parametrize("event", ["members_of", "electors", "withdraw", "headcount"])
def test_even_where_nobody_told_the_members(event: str) -> None:
    with pytest.raises(TypeError, match="on= takes"):
        ASKED_OF_A_DAY[event](UNTOLD, "2024-06-01")


@pytest.mark.parametrize(
    "ask",
    [
        lambda: REGISTER.quorum("c", present="Ana", on=JUNE),
        lambda: REGISTER.headcount(on=JUNE, structure_ids="Ana"),
        lambda: REGISTER.merge("Ana", CPTS(id="d", members=()), on=JUNE, consents=[]),
        lambda: REGISTER.merge(["c"], CPTS(id="d", members=()), on=JUNE, consents="Ana"),
    ],
    ids=["present", "structure_ids", "merged", "consents"],
)
def test_one_id_is_no_collection_of_ids(ask: Callable[[], object]) -> None:
    """Its letters would be taken for ids."""
    with pytest.raises(TypeError, match=r"several ids are asked for: write \['Ana'\]"):
        ask()


class TestAdmitting:
    @pytest.mark.parametrize("candidate", ["Zoé", CPTS(id="d"), None], ids=["id", "structure", "nobody"])
    def test_a_candidate_is_a_person_or_an_organisation(self, candidate: Any) -> None:
        with pytest.raises(TypeError, match="a candidate is a Professional, a Person or an Organisation"):
            REGISTER.admit(candidate, "c", on=JUNE, consented=True)

    @pytest.mark.parametrize("told", [True, UNKNOWN])
    def test_whoever_is_admitted_is_no_mere_partner(self, told: Any) -> None:
        """Or somebody would be said to be admitted whom the register does not hold for a member."""
        with pytest.raises(BadFact, match="partner: is told by the event itself"):
            REGISTER.admit(infirmier("Zoé"), "c", on=JUNE, consented=True, partner=told)


@pytest.mark.parametrize(
    "leave",
    [
        lambda: UNTOLD.withdraw("Ana", "c", on=JUNE),
        lambda: UNTOLD.exclude("Ana", "c", on=JUNE, heard=True),
        lambda: UNTOLD.what_if_leaves("Ana", "c", on=JUNE),
    ],
    ids=["withdraw", "exclude", "what_if_leaves"],
)
def test_nobody_is_called_a_stranger_where_nobody_told_the_members(leave: Callable[[], object]) -> None:
    with pytest.raises(UnknownMember, match=r"the members of 'c' are not told.*'Ana'.*tell them") as caught:
        leave()
    assert not caught.value.list_told


def test_whoever_dies_is_somebody_the_register_knows() -> None:
    with pytest.raises(UnknownMember, match="nobody called 'Zoé' was ever a member of the register"):
        REGISTER.record_death("Zoé", on=JUNE)


@pytest.mark.parametrize("error", [UnknownMember("a", "c", (), False), UnknownMember("a", None)], ids=str)
def test_what_was_asked_survives_pickling(error: UnknownMember) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.structure_id, again.list_told) == (
        str(error),
        error.structure_id,
        error.list_told,
    )


def test_a_blank_name_is_no_name() -> None:
    nameless = register(actif("Ana"), name=" ")
    assert nameless.status_on("Ana", "c", on=JUNE).structure_name == "c"


class TestPayments:
    PAYMENT = Payment(beneficiary="Ana")

    def test_what_a_register_holds_of_somebody_can_be_checked_as_it_is(self) -> None:
        paying = register(actif("Ana"), payments=(self.PAYMENT,))
        lines = paying.payments_to("Ana")
        assert isinstance(lines, tuple)
        assert payment_check(paying, lines, year=2024).of("Ana").lines == (1,)

    @pytest.mark.parametrize("line", [PAYMENT, ("c", PAYMENT)], ids=["a payment", "a pair"])
    def test_a_line_says_who_paid(self, line: Any) -> None:
        with pytest.raises(TypeError, match=r"payments\[0\] is a .*: write PaidBy\(structure_id, payment\)"):
            payment_check(REGISTER, [line], year=2024)


@pytest.mark.parametrize("told", [[1], "x", [CPTS(id="c"), ANA]], ids=["a number", "letters", "a person"])
def test_what_is_no_structure_is_refused_with_its_place(told: Any) -> None:
    with pytest.raises(BadFact, match=r"structures\[\d\]: .* is no structure: write CPTS"):
        Register(told)
