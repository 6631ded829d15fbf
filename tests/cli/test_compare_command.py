"""The command that compares two days."""

import json
from pathlib import Path

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

import typer
from typer.testing import CliRunner, Result

from cpts_model.cli.comparing import compare
from golden import EXAMPLES

SISA = str(EXAMPLES / "sisa-sous-le-minimum.json")
OUEST = str(EXAMPLES / "cpts-ouest-gironde.json")
REGISTER = str(EXAMPLES / "registre-deux-cpts.json")

app = typer.Typer()
app.command("compare")(compare)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.mark.parametrize(
    ("on", "other", "code"),
    [
        ("2024-01-30", "2024-01-31", 0),
        ("2024-01-31", "2024-02-01", 1),  # the doctor's first day out
        ("2024-02-01", "2024-01-31", 0),
        ("2024-02-01", "2024-02-01", 0),
    ],
)
def test_it_ends_with_one_when_the_second_day_has_a_breach_that_the_first_had_not(
    on: str, other: str, code: int
) -> None:
    result = run(SISA, "--on", on, "--and", other)
    assert result.exit_code == code, result.output


def test_the_doctor_who_left_is_named() -> None:
    output = run(SISA, "--on", "2024-01-31", "--and", "2024-02-01").output
    assert "Manquements au 01/02/2024, et non au 31/01/2024" in output
    assert "« Bertin Imaginaire, membre ce jour-là », oui la veille et non ce jour-là" in output


def test_the_three_years_run_out_the_day_after_their_last_one() -> None:
    output = run(SISA, "--on", "2024-02-01", "--and", "2030-01-01").output
    # Three years from the departure of 1 February 2024: the last day is 1 February 2027.
    assert "À compter du 02/02/2027, parce que le temps a passé, à droit constant" in output
    assert "[sisa.dissolution]" in output


def test_the_silence_of_two_months_in_english() -> None:
    output = run(OUEST, "--on", "2022-01-22", "--and", "2022-01-23", "--lang", "en").output
    assert "From 2022-01-23 on, because time passed, under the same law" in output
    assert "complete file received by the ARS on 2021-11-22" in output
    assert "[cpts.validation]" in output


def test_json_for_programs() -> None:
    result = run(SISA, "--on", "2024-01-31", "--and", "2024-02-01", "--format", "json")
    assert result.exit_code == 1
    document = json.loads(result.stdout)
    assert [change["rule"] for change in document["changes"] if change["breaks"]] == [
        "sisa.deux-medecins-un-auxiliaire"
    ]


def test_a_register_is_compared_structure_by_structure() -> None:
    arguments = (REGISTER, "--on", "2024-01-31", "--and", "2025-02-01")
    assert "Chaque structure est comparée seule" in run(*arguments).output
    documents = json.loads(run(*arguments, "--format", "json").stdout)
    assert len(documents) > 1
    assert {document["format"] for document in documents} == {"cpts-model/comparison"}


def test_without_a_file_it_says_what_the_law_changed() -> None:
    result = run("--on", "2023-12-28", "--and", "2023-12-29")
    assert result.exit_code == 0
    assert "loi n° 2023-1268 du 27 décembre 2023" in result.output
    document = json.loads(run("--on", "2023-12-28", "--and", "2023-12-29", "--format", "json").stdout)
    assert "sisa.dissolution" in [step["rule"] for step in document["rules"]]


def test_what_the_law_changed_is_told_as_it_happened_whichever_day_comes_first() -> None:
    forth = run("--on", "2019-07-26", "--and", "2019-07-27")
    back = run("--on", "2019-07-27", "--and", "2019-07-26")
    assert forth.exit_code == back.exit_code == 0
    assert back.output == forth.output
    assert back.output.startswith("Ce que le droit change : 26/07/2019, puis 27/07/2019")
    assert "cesse d'être en vigueur" not in back.output
    document = json.loads(run("--on", "2019-07-27", "--and", "2019-07-26", "--format", "json").output)
    assert (document["a"], document["b"]) == ("2019-07-27", "2019-07-26")


def test_the_two_days_are_called_first_and_second() -> None:
    output = " ".join(run("--help").output.split())
    assert "The first of the two days" in output
    assert "The second day" in output


@pytest.mark.parametrize(
    "arguments",
    [
        (SISA, "--on", "2024-01-31"),
        (SISA, "--on", "2024-01-31", "--and", "1/2/2024"),
        ("nowhere.json", "--and", "2024-01-31", "--on", "2024-01-31"),
    ],
)
def test_bad_input_ends_with_two(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_dossier_that_cannot_be_read(tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"kind": "cpts"}', encoding="utf-8")
    assert run(str(bad), "--on", "2024-01-31", "--and", "2024-02-01").exit_code == 2
