"""The schemas of answers: all that the library and the commands write keeps to them."""

import json
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpts_model import CPTS, LAW, assess, read_structures
from cpts_model.exchange.assessment import assessment_to_dict, rule_to_dict
from cpts_model.exchange.comparison import comparison_to_dict, law_diff_to_dict
from cpts_model.exchange.kinds import STRUCTURES
from cpts_model.exchange.schema import ANSWERS
from cpts_model.life.compare import compare
from exchange.strategies import facts
from golden import examples

fastjsonschema = pytest.importorskip("fastjsonschema")
CHECKS = {name: fastjsonschema.compile(draw()) for name, draw in ANSWERS.items()}
DAYS = (
    date(2010, 1, 1),
    date(2019, 9, 1),
    date(2022, 6, 1),
    date(2024, 2, 1),
    date(2026, 11, 21),
    date(2035, 1, 1),
)
LANGS = (None, "fr", "en")


def keeps(name: str, document: Any) -> None:
    CHECKS[name](json.loads(json.dumps(document)))


def subjects() -> list[Any]:
    told = [structure for path in examples() for structure in read_structures(path)]
    return [*told, *(kind(id=f"bare-{word}") for word, kind in STRUCTURES.items())]


@pytest.mark.parametrize("subject", subjects(), ids=lambda subject: subject.id)
def test_assessments_of_examples(subject: Any) -> None:
    for on in DAYS:
        keeps("assessment", assessment_to_dict(assess(subject, on=on)))
    keeps("assessment", assessment_to_dict(assess(subject, on=DAYS[2]), "fr", explain=True))


@pytest.mark.parametrize("subject", subjects(), ids=lambda subject: subject.id)
def test_comparisons_of_examples(subject: Any) -> None:
    written = [compare(subject, a=one, b=other) for one, other in pairwise(DAYS)]
    for comparison in written:
        keeps("comparison", comparison_to_dict(comparison))
    keeps("comparison", comparison_to_dict(compare(subject, a=DAYS[4], b=DAYS[1]), "en"))
    assert any(comparison.unchanged for comparison in written)


def test_differences_of_the_law() -> None:
    for lang in LANGS:
        for one, other in (*pairwise(DAYS), (DAYS[4], DAYS[1]), (DAYS[0], DAYS[0])):
            keeps("law-diff", law_diff_to_dict(LAW.diff(one, other), lang))  # type: ignore[arg-type]


def test_every_rule_of_the_law() -> None:
    for lang in LANGS:
        keeps("rules", [rule_to_dict(rule, lang) for rule in LAW])  # type: ignore[arg-type]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(subject=st.sampled_from(list(STRUCTURES.values())).flatmap(facts), day=st.sampled_from(DAYS))
def test_answers_about_generated_structures(subject: Any, day: date) -> None:
    keeps("assessment", assessment_to_dict(assess(subject, on=day), explain=True))
    keeps("comparison", comparison_to_dict(compare(subject, a=day, b=date(2025, 1, 1))))


# --- What the commands print

COMMANDS = [
    ("assessment", "assess --on 2024-01-31"),
    ("comparison", "compare --on 2020-01-01 --and 2026-11-21"),
    ("deadlines", "deadlines --on 2026-11-21 --since 2015-01-01 --until 2040-01-01"),
    ("deadlines", "deadlines --on 2021-03-01 --until 2027-01-01"),
    ("checklist", "checklist --to ars --on 2026-11-21"),
    ("checklist", "checklist --to cpam --on 2021-03-01"),
    ("checklist", "checklist --to ars --on 2026-11-21 --region normandie"),
    ("funding", "funding --on 2026-11-21"),
    ("funding", "funding --on 2022-06-01"),
]


def printed(*arguments: str) -> Any:
    pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")
    from typer.testing import CliRunner

    from cpts_model.cli import app

    result = CliRunner().invoke(app, [*arguments, "--format", "json"])
    assert result.exit_code in (0, 1), result.output
    return json.loads(result.stdout)


def asked() -> Iterator[Any]:
    """Each command on each example; the checklist is that of a CPTS."""
    for path in examples():
        of_cpts = any(isinstance(one, CPTS) for one in read_structures(path))
        for name, command in COMMANDS:
            if of_cpts or name != "checklist":
                yield pytest.param(path, name, command, id=f"{path.stem}: {command}")


@pytest.mark.parametrize(("path", "name", "command"), list(asked()))
def test_what_commands_print_of_examples(path: Path, name: str, command: str) -> None:
    verb, *options = command.split()
    document = printed(verb, str(path), *options)
    whole = name not in ("assessment", "comparison") or isinstance(document, dict)
    for one in [document] if whole else document:
        keeps(name, one)


def test_what_commands_print_of_the_law() -> None:
    keeps("law-diff", printed("compare", "--on", "2019-01-01", "--and", "2026-11-21"))
    keeps("rules", printed("law", "--on", "2026-11-21"))


# --- And nothing else


@pytest.mark.parametrize(
    ("name", "command"),
    [COMMANDS[0], COMMANDS[1], COMMANDS[2], COMMANDS[4], COMMANDS[7]],
    ids=lambda told: told,
)
def test_a_key_more_or_less_is_refused(name: str, command: str) -> None:
    verb, *options = command.split()
    path = next(path for path in examples() if path.stem == "cpts-ouest-gironde")
    document = printed(verb, str(path), *options)
    one = document[0] if isinstance(document, list) else document
    for key in one:
        less = {other: value for other, value in one.items() if other != key}
        assert refused(name, [less] if isinstance(document, list) else less), key
    more = {**one, "more": 1}
    assert refused(name, [more] if isinstance(document, list) else more)


@pytest.mark.parametrize(
    "wrong", [{"version": 2}, {"format": "x"}, {"on": "1/1/2022"}, {"ok": None}, {"subject": {}}]
)
def test_an_assessment_that_is_none_is_refused(wrong: dict[str, Any]) -> None:
    good = assessment_to_dict(assess(CPTS(id="a"), on=DAYS[4]))
    keeps("assessment", good)
    assert refused("assessment", good | wrong)


def refused(name: str, document: Any) -> bool:
    try:
        CHECKS[name](document)
    except fastjsonschema.JsonSchemaValueException:
        return True
    return False
