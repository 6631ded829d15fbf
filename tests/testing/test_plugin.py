"""The pytest plugin: light to load, and its fixtures."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date

import pytest

from cpts_model import LAW, Law, Register, Structure
from cpts_model.exchange.dossier import read_structures
from cpts_model.testing.assertions import AssertCompliant
from golden import examples

DAY = date(2026, 11, 21)


def imported_by(statement: str) -> set[str]:
    """The modules of the first rank that there are once a statement has run, in a fresh interpreter."""
    script = f"import sys; {statement}; print(*(name.partition('.')[0] for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_loading_it_imports_pytest_and_nothing_of_ours() -> None:
    bare = imported_by("import pytest")
    assert imported_by("import pytest_cpts_model") == bare | {"pytest_cpts_model"}
    assert not {"cpts_model", "attrs", "hypothesis"} & bare


def test_the_law(law: Law) -> None:
    assert law is LAW


def test_the_law_of_a_day(law_on: Callable[[date], Law]) -> None:
    assert law_on(DAY) == LAW.at(DAY)


class TestALawOfTheirOwn:
    @pytest.fixture
    def law(self) -> Law:
        return Law(tuple(LAW.about(Structure, DAY)))

    def test_is_what_is_asked_for_by_name(self, law: Law) -> None:
        assert law != LAW


def test_the_examples_by_name(example_dossiers: Mapping[str, Structure | Register]) -> None:
    assert sorted(example_dossiers) == [path.stem for path in examples()]
    for path in examples():
        told = example_dossiers[path.stem]
        assert (tuple(told) if isinstance(told, Register) else (told,)) == read_structures(path)
    with pytest.raises(TypeError):
        example_dossiers["mine"] = example_dossiers["cpts-paris-13"]  # type: ignore[index]


def test_the_assertion_is_given(
    assert_compliant: AssertCompliant, example_dossiers: Mapping[str, Structure | Register]
) -> None:
    assert_compliant(example_dossiers["cds-beaudesert"], on=DAY)
    with pytest.raises(AssertionError, match=r"esp\.medecins-generalistes"):
        assert_compliant(example_dossiers["esp-sans-generaliste"], on=DAY)
