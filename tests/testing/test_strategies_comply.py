"""Structures that are to comply with the law of a day do; those that are to break it do."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpts_model import LAW, UNKNOWN, Outcome, assess
from cpts_model.testing import strategies as s

STRUCTURES = {
    "cpts": s.cpts,
    "esp": s.equipes_de_soins_primaires,
    "ess": s.equipes_de_soins_specialises,
    "msp": s.maisons_de_sante,
    "cds": s.centres_de_sante,
    "sisa": s.sisas,
}
_DAY = timedelta(days=1)
DAYS = sorted({day + aside for day in LAW.changes for aside in (-_DAY, timedelta(), _DAY)})
ORDINARY = date(2026, 1, 1)
# A day of the law costs a search of its own, and there are a hundred of them.
brief = settings(max_examples=3, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
kinds = pytest.mark.parametrize("kind", STRUCTURES)


def broken(structure: Any, on: date) -> list[str]:
    return [
        f"{verdict.rule.id} on {on}"
        for verdict in assess(structure, on=on).verdicts
        if verdict.rule.blocking and verdict.outcome is Outcome.VIOLATED
    ]


def open_rules(structure: Any, on: date) -> list[str]:
    return [
        f"{verdict.rule.id} on {on}"
        for verdict in assess(structure, on=on).verdicts
        if verdict.rule.blocking and verdict.outcome is Outcome.UNDETERMINED
    ]


@kinds
def test_compliant_on_every_day_on_which_the_law_changes_and_beside_it(kind: str) -> None:
    def complies(structure: Any, on: date) -> None:
        assert broken(structure, on) == []
        assert open_rules(structure, on) == []
        assert assess(structure, on=on).ok

    for day in DAYS:
        brief(given(structure=STRUCTURES[kind](compliant=True, on=day), on=st.just(day))(complies))()


@kinds
@pytest.mark.parametrize("known", [0.0, 0.5])
def test_what_is_masked_opens_a_verdict_and_breaks_none(kind: str, known: float) -> None:
    @settings(max_examples=25, deadline=None)
    @given(STRUCTURES[kind](compliant=True, on=ORDINARY, known=known))
    def complies(structure: Any) -> None:
        assert broken(structure, ORDINARY) == []

    complies()


@kinds
def test_a_breach_at_least(kind: str) -> None:
    @settings(max_examples=40, deadline=None)
    @given(STRUCTURES[kind](compliant=False, on=ORDINARY))
    def breaks(structure: Any) -> None:
        assert broken(structure, ORDINARY)
        assert not assess(structure, on=ORDINARY).ok

    breaks()


def test_a_name_is_told_too() -> None:
    names: set[object] = set()

    @settings(max_examples=10, deadline=None)
    @given(s.maisons_de_sante(compliant=True, on=ORDINARY))
    def named(structure: Any) -> None:
        names.add(structure.name)

    named()
    assert UNKNOWN not in names


def test_what_is_asked_for_stays() -> None:
    @settings(max_examples=10, deadline=None)
    @given(s.maisons_de_sante(compliant=True, on=ORDINARY, name="Maison des Deux Rives", id="deux-rives"))
    def named(structure: Any) -> None:
        assert (structure.id, structure.name) == ("deux-rives", "Maison des Deux Rives")

    named()


def test_on_no_day() -> None:
    with pytest.raises(s.BadArgument, match="say which"):
        s.cpts(compliant=True)


def test_no_law_to_break() -> None:
    with pytest.raises(
        s.BadArgument, match="no law that a MaisonDeSante can break is in force on 2001-01-01"
    ):
        s.maisons_de_sante(compliant=False, on=date(2001, 1, 1))


def test_the_law_says_who_must_be_a_member() -> None:
    with pytest.raises(s.BadArgument, match="leave them out"):
        s.sisas(compliant=True, on=ORDINARY, min_members=2)
