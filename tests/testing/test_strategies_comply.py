"""Structures that are to comply with the law of a day do; those that are to break it do."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpts_model import LAW, UNKNOWN, Outcome, assess
from cpts_model.facts.people import Professional
from cpts_model.facts.structures import CDS, CPTS, ESP, ESS, MSP, SISA
from cpts_model.testing import strategies as s
from cpts_model.testing.outcomes import violating
from cpts_model.testing.strategies.compliance import breakable
from cpts_model.testing.strategies.masking import masked
from cpts_model.testing.strategies.structure_plans import PLANS
from cpts_model.testing.strategies.teller import telling

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


def test_somebody_who_came_back_stays_a_member_once_at_a_time() -> None:
    back = (date(2020, 1, 1), date(2022, 1, 1))
    stays = (
        s.memberships(Professional(id="agathe"), known=1.0, joined_on=date(2019, 1, 1), left_on=back[0]),
        s.memberships(Professional(id="agathe"), known=1.0, joined_on=back[1], left_on=None),
    )

    @settings(max_examples=30, deadline=None)
    @given(st.tuples(*stays), st.data())
    def stays_valid(members: Any, data: st.DataObject) -> None:
        cpts = CPTS(id="cpts", members=members)
        hidden = data.draw(telling(PLANS, 0.5, lambda teller: masked(teller, cpts)))
        if isinstance(hidden.members, tuple):
            assert [one.left_on for one in hidden.members] == [back[0], None]

    stays_valid()


@kinds
def test_every_breach_that_is_named_can_be_had_that_day(kind: str) -> None:
    structure = {"cpts": CPTS, "esp": ESP, "ess": ESS, "msp": MSP, "cds": CDS, "sisa": SISA}[kind]
    for day in DAYS:
        for rule in breakable(structure, day):
            violating(rule, on=day, about=structure).validate()


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
