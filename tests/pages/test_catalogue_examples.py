"""The examples of the catalogue: one of each outcome of each version, and each as it claims."""

from datetime import date
from decimal import Decimal

import attrs
import pytest

from cpts_model import CPTS, LAW, LegalForm, Outcome, ProjetDeSante, Rule
from pages.catalogue import stored
from pages.catalogue.examples import found, wanted
from pages.catalogue.stored import (
    COMMAND,
    Example,
    StaleExample,
    build,
    examples_of,
    keep,
    kept,
    laid_out,
)

KEPT = kept()
VERSIONS = {rule.version: rule for rule in LAW}


def name_of(example: Example) -> str:
    since = example.since or "always"
    return f"{example.rule}-{since}-{example.outcome.value}{'-open' if example.open else ''}"


@pytest.mark.parametrize("example", KEPT, ids=name_of)
def test_it_comes_out_as_it_claims(example: Example) -> None:
    assert example.verdicts
    rule = LAW.find(example.rule, example.on)
    assert rule is not None
    assert rule.in_force.start == example.since, "the day is of another version"


@pytest.mark.parametrize("rule", VERSIONS.values(), ids=VERSIONS)
def test_every_outcome_that_can_be_had_is_shown(rule: Rule) -> None:
    shown = {example.outcome for example in examples_of(rule)}
    missing = {outcome.value for outcome, _, _ in wanted(rule)} - {outcome.value for outcome in shown}
    assert not missing, f"{rule.version} has no example: run {COMMAND}"


def test_there_is_one_of_each_and_none_of_a_version_that_is_gone() -> None:
    keys = [example.key for example in KEPT]
    assert len(set(keys)) == len(keys)
    versions = {(rule.id, rule.in_force.start) for rule in LAW}
    assert {(example.rule, example.since) for example in KEPT} == versions


def test_they_are_laid_out_as_python_that_makes_them_again() -> None:
    for example in KEPT:
        assert build("\n".join(laid_out(example))) == example.subject


EXAMPLE = next(example for example in KEPT if example.outcome is Outcome.VIOLATED)


class TestAStaleExample:
    def test_that_comes_out_otherwise_is_refused(self) -> None:
        with pytest.raises(
            StaleExample, match=r"it is now violated on .*python -m pages\.catalogue\.examples"
        ):
            _ = attrs.evolve(EXAMPLE, outcome=Outcome.SATISFIED).verdicts

    def test_that_no_text_leaves_open_is_refused(self) -> None:
        unknown = next(one for one in KEPT if one.outcome is Outcome.UNDETERMINED and not one.open)
        with pytest.raises(StaleExample, match="no longer leave it open"):
            _ = attrs.evolve(unknown, open=True).verdicts

    @pytest.mark.parametrize("facts", ["CPTS(id='a', color='red')", "CPTS(id=1)", "Maison(id='a')", "CPTS("])
    def test_whose_facts_cannot_be_built_is_refused(self, facts: str) -> None:
        with pytest.raises(StaleExample):
            _ = attrs.evolve(EXAMPLE, facts=facts).subject


class TestBuilding:
    def test_facts(self) -> None:
        text = "CPTS(id='a', legal_form=LegalForm.ASSOCIATION, members=(), projet=ProjetDeSante(transmitted_on=date(2020, 1, 2)))"
        projet = ProjetDeSante(transmitted_on=date(2020, 1, 2))
        assert build(text) == CPTS(id="a", legal_form=LegalForm.ASSOCIATION, members=(), projet=projet)
        assert build("Decimal('48060.01')") == Decimal("48060.01")

    @pytest.mark.parametrize(
        "text",
        [
            "__import__('os').system('true')",
            "assess(CPTS(id='a'))",
            "read_dossier('examples/cpts-ouest-gironde.json')",
            "CPTS.__init__",
            "LAW.rules",
            "[1, 2]",
            "1 + 1",
            "(lambda: 1)()",
            "Pseudonyms(key=b'')",
        ],
    )
    def test_anything_else_is_refused_and_not_run(self, text: str) -> None:
        with pytest.raises((ValueError, AttributeError, LookupError)):
            build(text)


def test_an_example_is_found_where_there_is_none() -> None:
    rule = LAW.find("esp.parcours")
    assert rule is not None
    outcomes = {outcome: (on, about) for outcome, on, about in wanted(rule)}
    on, about = outcomes[Outcome.VIOLATED]
    example = found(rule, Outcome.VIOLATED, on, about, is_open=False)
    assert example.facts == "EquipeDeSoinsPrimaires(id='esp', structures_pathways=False)"
    assert Outcome.NOT_APPLICABLE not in outcomes, "the rule always binds"


def test_they_are_written_as_they_are_read(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    before = stored.FILE.read_text(encoding="utf-8")
    monkeypatch.setattr(stored, "FILE", stored.Path(str(tmp_path)) / "examples.json")
    keep(KEPT)
    assert stored.FILE.read_text(encoding="utf-8") == before
