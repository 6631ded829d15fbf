"""Asking for an example: what is found, on which day, and what is refused with its reason."""

import pickle
from datetime import UTC, date, datetime

import pytest
from hypothesis import find, given, settings

from cpts_model import CPTS, LAW, MaisonDeSante, Organisation, Outcome, UnknownRule, assess
from cpts_model.testing import (
    DAY,
    NoExample,
    Situation,
    case_of,
    day_of,
    not_applicable,
    satisfying,
    situations,
    undetermined,
    violating,
)

quietly = settings(derandomize=True, database=None, deadline=None)


@quietly
@given(violating("msp.projet-signe"))
def test_without_a_day_it_is_the_ordinary_one(msp: MaisonDeSante) -> None:
    assert day_of("msp.projet-signe") == DAY
    assert assess(msp, on=DAY).outcome_of("msp.projet-signe") is Outcome.VIOLATED


def test_no_text_begins_or_ends_on_the_ordinary_day() -> None:
    assert DAY not in LAW.changes


def test_of_a_rule_of_the_past_it_is_the_last_day_that_it_was_in_force() -> None:
    assert day_of("msp.adhesion-au-projet") == date(2011, 8, 11)


def test_where_the_text_leaves_no_room_the_reason_is_told() -> None:
    with pytest.raises(NoExample, match=r"esp\.forme: it cannot be violated: "):
        violating("esp.forme")


def test_on_a_day_on_which_the_rule_is_not_in_force() -> None:
    before = date(2011, 8, 11)
    with pytest.raises(NoExample, match=r"not in force on 2011-08-11, but since 2011-08-12"):
        violating("msp.projet-signe", on=before)
    msp = find(not_applicable("msp.projet-signe", on=before), lambda one: True, settings=quietly)
    assert assess(msp, on=before).outcome_of("msp.projet-signe") is Outcome.NOT_APPLICABLE


def test_on_a_day_on_which_it_cannot_be_had_the_reason_is_told_before_anything_is_drawn() -> None:
    with pytest.raises(NoExample, match="no mission can be late to start before six months of contract"):
        violating("aci-cpts.mission-demarree", on=date(2019, 12, 1))


def test_a_rule_that_never_was_is_told_from_those_that_are() -> None:
    for strategy in (satisfying, violating, undetermined, not_applicable):
        with pytest.raises(UnknownRule, match=r"msp\.projet-signe"):
            strategy("msp.projet-signé")
    with pytest.raises(UnknownRule):
        find(situations("msp.projet-signé"), lambda one: True, settings=quietly)


def test_a_class_that_the_rule_is_not_about() -> None:
    with pytest.raises(NoExample, match="the rule is about MaisonDeSante, not CPTS"):
        violating("msp.projet-signe", about=CPTS)


def test_the_class_can_be_chosen_where_a_rule_is_about_several() -> None:
    assert isinstance(
        find(satisfying("pcr.structures-porteuses", about=CPTS), lambda one: True, settings=quietly), CPTS
    )
    found = find(
        violating("pcr.structures-porteuses", about=Organisation), lambda one: True, settings=quietly
    )
    assert isinstance(found, Organisation)
    with pytest.raises(NoExample, match="names this structure"):
        violating("pcr.structures-porteuses", about=CPTS)


def test_no_example_survives_pickling() -> None:
    failure = NoExample("esp.forme", "it cannot be")
    assert str(pickle.loads(pickle.dumps(failure))) == str(failure)


def test_the_simplest_example_tells_nothing_that_does_not_matter() -> None:
    centre = find(violating("cds.benefices"), lambda one: True, settings=quietly)
    assert repr(centre) == "CentreDeSante(id='cds', profits_distributed=True)"


@settings(quietly, max_examples=40)
@given(situations())
def test_situations_go_over_the_whole_law(situation: Situation) -> None:
    found = assess(situation.subject, on=situation.on).outcome_of(situation.rule)
    assert found is situation.outcome
    assert case_of(situation.rule, situation.on) is not None


@settings(quietly, max_examples=40)
@given(situations("msp.projet-signe", "cds.benefices", outcome=Outcome.VIOLATED))
def test_situations_keep_to_the_rules_and_the_outcome_asked_for(situation: Situation) -> None:
    assert situation.rule in ("msp.projet-signe", "cds.benefices")
    assert situation.outcome is Outcome.VIOLATED


def test_a_day_is_a_date() -> None:
    for day in ("2026-01-01", datetime(2026, 1, 1, tzinfo=UTC)):
        with pytest.raises(TypeError, match=r"on= takes a datetime\.date"):
            violating("msp.projet-signe", on=day)  # type: ignore[arg-type]
