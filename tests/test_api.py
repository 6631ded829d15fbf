"""What can be judged at all: nothing to say of something is not the same as nothing wrong with it."""

from datetime import date, datetime
from typing import Any

import pytest

from cpts_model import CPTS, LAW, Membership, Professional, assess, missing

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ({"kind": "cpts", "id": "c"}, "no rule is about a dict: read it with loads_dossier"),
        ('{"kind": "cpts"}', "no rule is about a str: read it with loads_dossier"),
        ([CPTS(id="c")], "no rule is about a list: judge each structure by itself"),
        (None, "no rule is about a NoneType: give a structure"),
        (Membership(member=Professional(id="p")), "no rule is about a Membership"),
    ],
    ids=["dict", "text", "list", "nothing", "membership"],
)
@pytest.mark.parametrize("ask", [assess, missing], ids=["assess", "missing"])
def test_what_no_rule_is_about_is_refused_with_the_mend(subject: Any, said: str, ask: Any) -> None:
    with pytest.raises(TypeError, match=said.replace("(", r"\(")):
        ask(subject, on=DAY)


def test_a_structure_is_judged_even_where_its_law_holds_nothing_yet() -> None:
    assert assess(CPTS(id="c"), on=date(2010, 1, 1)).ok
    assert assess(CPTS(id="c"), on=DAY, law=LAW.at(date(1900, 1, 1))).settled


@pytest.mark.parametrize("day", [datetime(2026, 1, 1), "2026-01-01", None], ids=repr)  # noqa: DTZ001
def test_the_day_is_a_plain_date(day: Any) -> None:
    with pytest.raises(TypeError, match=r"datetime\.date"):
        assess(CPTS(id="c"), on=day)


def test_the_day_is_always_given() -> None:
    with pytest.raises(TypeError):
        assess(CPTS(id="c"))  # type: ignore[call-arg]


def test_what_is_printed_is_short() -> None:
    assessment = assess(CPTS(id="c"), on=DAY)
    assert repr(assessment) == "<Assessment of CPTS 'c' on 2026-11-21: ok, not settled>"
    assert (
        repr(assessment.of("cpts.association")[0]) == "<Verdict cpts.association: undetermined on 2026-11-21>"
    )
    assert repr(LAW).startswith("<Law: ")
