"""The answers of life as somebody who imports them has them: names that stay functions, values that travel."""

import copy
import pickle
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from cpts_model import CDS, CPTS, LAW, SISA, UNKNOWN, Territory
from cpts_model.facts.contracts import ContratACI
from cpts_model.facts.missions import Mission
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.sending import Recipient
from cpts_model.life import (
    associates_on,
    checklist,
    compare,
    contract_calendar,
    deadlines,
    diversity,
    funding,
    next_due,
    population_bounds,
    projet_state,
    sisa_state,
    stage_of,
    tally,
)

ON = date(2024, 6, 1)
A_CPTS = CPTS(
    id="c",
    projet=ProjetDeSante(transmitted_on=date(2023, 1, 2), received_complete_on=date(2023, 1, 2)),
    contract=ContratACI(signed_on=date(2023, 6, 15), missions=tuple(Mission)),
)
A_SISA = SISA(id="s", below_minimum_since=date(2024, 1, 10))


@pytest.mark.parametrize(
    "first",
    [
        "import cpts_model.life.deadlines.cpts",
        "from cpts_model import deadlines",
        "from cpts_model.life import deadlines",
    ],
)
def test_functions_that_share_the_name_of_their_package_stay_functions(first: str) -> None:
    """A submodule imported later would otherwise take the place of the function in its parent."""
    names = ("compare", "deadlines", "funding", "diversity")
    said = "; ".join(
        f"assert callable(life.{name}) and callable(cpts_model.{name}), '{name}'" for name in names
    )
    script = (
        f"{first}; import cpts_model; from cpts_model import life; "
        "import cpts_model.life.deadlines.sisa, cpts_model.life.compare.words, cpts_model.life.funding.year; "
        f"{said}"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", script], check=True)


def test_the_change_of_a_comparison_is_not_that_of_a_register() -> None:
    import cpts_model
    from cpts_model.life.compare import Change

    assert cpts_model.Change is not Change
    assert compare(A_CPTS, a=date(2023, 3, 2), b=date(2023, 3, 3)).law.a == date(2023, 3, 2)


ANSWERS: dict[str, Callable[[], Any]] = {
    "compare": lambda: compare(A_CPTS, a=date(2020, 1, 1), b=ON),
    "LAW.diff": lambda: LAW.diff(date(2020, 1, 1), ON),
    "deadlines": lambda: deadlines(A_CPTS, since=date(2020, 1, 1), until=ON),
    "next_due": lambda: next_due(A_CPTS, on=ON),
    "contract_calendar": lambda: contract_calendar(A_CPTS),
    "funding": lambda: funding(A_CPTS, on=ON),
    "checklist": lambda: checklist(A_CPTS, recipient=Recipient.ARS, on=ON),
    "diversity": lambda: diversity(A_SISA, on=ON),
    "associates_on": lambda: associates_on(A_SISA, on=ON),
    "population_bounds": lambda: population_bounds(Territory(population=80_000)),
    "stage_of": lambda: stage_of("validé non signataire"),
    "tally": lambda: tally([stage_of("validé non signataire")]),
    "the state of a projet": lambda: projet_state(A_CPTS, on=ON),
    "the state of a SISA": lambda: sisa_state(A_SISA, on=ON),
}


@pytest.mark.parametrize("ask", list(ANSWERS.values()), ids=list(ANSWERS))
def test_an_answer_is_a_value(ask: Callable[[], Any]) -> None:
    answer = ask()
    assert answer == ask()
    assert hash(answer) == hash(ask())
    assert pickle.loads(pickle.dumps(answer)) == answer
    assert copy.deepcopy(answer) == answer


@pytest.mark.parametrize("ask", list(ANSWERS.values()), ids=list(ANSWERS))
def test_an_answer_is_printed_short(ask: Callable[[], Any]) -> None:
    answer = ask()
    one = len(answer) if isinstance(answer, tuple) else 1
    assert len(repr(answer)) <= 800 * max(one, 1)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: checklist(A_SISA, recipient=Recipient.ARS, on=ON), "of a CPTS, not of a SISA"),
        (lambda: checklist(A_CPTS, recipient="cpam", on=ON), "recipient= takes Recipient.ARS"),
        (lambda: sisa_state(A_CPTS, on=ON), "takes a SISA, not a CPTS"),
        (lambda: projet_state(A_CPTS, on="2026-11-22"), "on= takes a datetime.date"),
        (lambda: sisa_state(A_SISA, on=datetime(2026, 11, 22)), "on= takes a datetime.date, not datetime"),  # noqa: DTZ001
    ],
)
def test_what_is_no_such_thing_is_refused_with_the_mend(ask: Callable[[], Any], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        ask()


def test_a_machine_of_ones_own_travels_by_value() -> None:
    from cpts_model.life.machine import Machine
    from cpts_model.life.machines import MACHINES

    sisa = MACHINES["sisa"]
    assert pickle.loads(pickle.dumps(sisa)) is sisa
    own = Machine(
        id="mine", title=sisa.title, initial=sisa.initial, transitions=sisa.transitions, days=sisa.days
    )
    copied = pickle.loads(pickle.dumps(own))
    assert (copied.id, copied.transitions) == ("mine", own.transitions)


def test_what_is_unknown_stays_the_one_unknown_when_it_travels() -> None:
    unsure = next_due(CPTS(id="c", contract=ContratACI(signed_on=date(2023, 6, 15), missions=UNKNOWN)), on=ON)
    assert unsure is not None
    assert pickle.loads(pickle.dumps(unsure)).done is UNKNOWN
    undated = deadlines(CDS(id="d"), since=ON, until=ON).undated
    assert undated
    assert all(one.day is UNKNOWN for one in pickle.loads(pickle.dumps(undated)))
