"""The names that others rely on, and what importing them costs."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import cpts_model
from cpts_model import register

PROMISED = [
    "assess",
    "missing",
    "read_profession",
    "LAW",
    "Law",
    "Rule",
    "Assessment",
    "Verdict",
    "Outcome",
    "Modality",
    "Authority",
    "Evidence",
    "Text",
    "Citation",
    "Period",
    "UNKNOWN",
    "CPTS",
    "EquipeDeSoinsPrimaires",
    "EquipeDeSoinsSpecialises",
    "MaisonDeSante",
    "CentreDeSante",
    "SISA",
    "ESP",
    "MSP",
    "Professional",
    "Person",
    "Organisation",
    "Membership",
    "ProjetDeSante",
    "DiagnosticTerritorial",
    "Territory",
    "ContratACI",
    "Profession",
    "Family",
    "Mode",
    "LegalForm",
    "OrganisationKind",
    "rights",
]


@pytest.mark.parametrize("name", PROMISED)
def test_a_promised_name_can_be_imported(name: str) -> None:
    assert getattr(cpts_model, name) is not None
    assert name in dir(cpts_model)


def test_every_name_leads_to_what_it_says() -> None:
    for name in cpts_model._HOME_OF:
        value = getattr(cpts_model, name)
        assert value is not None


def test_what_a_register_answers_with_is_found_beside_it() -> None:
    promised = {name for name, home in cpts_model._HOME_OF.items() if home.startswith("register")}
    assert promised <= set(register.__all__)
    for name in promised:
        assert getattr(register, name) is getattr(cpts_model, name)


def test_type_checkers_see_the_names_that_run() -> None:
    tree = ast.parse(Path(cpts_model.__file__).read_text(encoding="utf-8"))
    seen = {
        alias.asname: (node.module or "").removeprefix("cpts_model.")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cpts_model")
        for alias in node.names
    }
    assert seen == cpts_model._HOME_OF


def test_an_absent_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Cpts'"):
        cpts_model.Cpts  # noqa: B018


def loaded_by(statement: str) -> set[str]:
    code = f"{statement}\nimport sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_import_is_light() -> None:
    modules = loaded_by("import cpts_model")
    assert not modules & {
        "attrs",
        "cattrs",
        "dateutil",
        "stdnum",
        "typer",
        "rich",
        "hypothesis",
        "cpts_model.law",
    }


def test_judging_loads_no_converter_and_no_command_line() -> None:
    modules = loaded_by("from cpts_model import assess, CPTS, LAW")
    assert not modules & {
        "cattrs",
        "dateutil",
        "typer",
        "rich",
        "hypothesis",
        "json",
        "tomllib",
        "cpts_model.facts.reading",
    }
