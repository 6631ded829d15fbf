"""The work of telling an assessment grows as what it tells of, and no faster: counted in calls, not in seconds."""

import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from cpts_model import CPTS, SISA, MaisonDeSante, Membership, Professional, assess, assessment_to_dict

ON = date(2026, 11, 21)


def calls_of(run: Callable[[], object]) -> int:
    """How many functions written in Python, or in C, are called."""
    calls = 0

    def count(_frame: object, event: str, _of: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("kind", [CPTS, MaisonDeSante, SISA])
@pytest.mark.parametrize("explain", [False, True])
def test_of_members_of_whom_little_is_known(kind: Any, explain: bool) -> None:
    def work(number: int) -> int:
        members = tuple(Membership(member=Professional(id=f"m{n}")) for n in range(number))
        assessment = assess(kind(id="a", members=members), on=ON)
        return calls_of(lambda: assessment_to_dict(assessment, explain=explain))

    work(2)  # what is found once, by whatever runs first
    few, some, many = map(work, (10, 20, 40))
    assert many - some < 2.2 * (some - few)
