"""Somebody else's program and its suite, on the wheel, in an environment that holds nothing else of ours."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOWNSTREAM = ROOT / "tests" / "downstream"
OURS = ("PYTHON", "PYTEST", "COV", "HYPOTHESIS", "VIRTUAL_ENV")
"""How the variables begin that would bring this environment into the other."""


def run(*command: str | Path, cwd: Path) -> str:
    """What a command says; it must succeed."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    done = subprocess.run(command, cwd=cwd, env=outside, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the downstream project, so that its run leaves nothing in the checkout."""
    return shutil.copytree(DOWNSTREAM, tmp_path_factory.mktemp("downstream") / "secretariat")


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a new environment that holds the wheel with its extra, and mypy."""
    folder = tmp_path_factory.mktemp("outside")
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    wanted = ("--quiet", "--no-compile", f"{wheel}[testing]", "mypy")
    run(sys.executable, "-m", "pip", "--python", python, "install", *wanted, cwd=folder)
    return python


def test_the_wheel_holds_the_plugin_the_examples_and_the_marks_of_typing(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    assert {
        "cpts_model/py.typed",
        "pytest_cpts_model/__init__.py",
        "pytest_cpts_model/py.typed",
        "cpts_model/testing/strategies/__init__.py",
    } <= names
    examples = {path.name for path in (ROOT / "examples").iterdir() if path.suffix in {".json", ".toml"}}
    shipped = {name.rpartition("/")[2] for name in names if name.startswith("cpts_model/testing/examples/")}
    assert examples
    assert examples <= shipped
    assert not [name for name in names if name.startswith("tests/")]


def test_a_suite_that_uses_public_names_passes(python: Path, project: Path) -> None:
    run(python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--junitxml=told.xml", cwd=project)
    (suite,) = ElementTree.parse(project / "told.xml").getroot().iter("testsuite")
    counted = {word: int(suite.attrib[word]) for word in ("tests", "failures", "errors", "skipped")}
    assert counted == {"tests": 15, "failures": 0, "errors": 0, "skipped": 0}


def test_it_was_run_on_the_wheel_and_not_on_the_checkout(python: Path, project: Path) -> None:
    found = run(python, "-c", "import cpts_model; print(cpts_model.__file__)", cwd=project)
    assert Path(found.strip()).is_relative_to(python.parents[1])


def test_its_types_are_checked_against_ours(python: Path, project: Path) -> None:
    assert "no issues found" in run(python, "-m", "mypy", "--no-incremental", cwd=project)
