"""Hypothesis draws facts by their class once it was told how, which costs nothing until then."""

import subprocess
import sys
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, settings
from hypothesis import strategies as st

import cpts_model.facts
from cpts_model import CPTS, Professional, Register, Structure
from cpts_model.facts.typed import Facts
from cpts_model.testing.registering import register_strategies

FIRST = settings(max_examples=5, phases=[Phase.generate], database=None)
MODULES = [
    import_module(found.name) for found in walk_packages(cpts_model.facts.__path__, "cpts_model.facts.")
]
KINDS = sorted(
    {
        kind
        for module in MODULES
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Facts) and attrs.has(kind)
    },
    key=lambda kind: kind.__name__,
)


@pytest.fixture(autouse=True)
def _registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether or not the entry point was installed with the checkout."""
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    register_strategies()


@pytest.mark.parametrize("kind", [*KINDS, Register], ids=lambda kind: kind.__name__)
def test_every_class_is_drawn_by_its_type(kind: type[Any]) -> None:
    assert isinstance(find(st.from_type(kind), lambda one: True, settings=FIRST), kind)


def test_what_takes_facts_is_built_of_them() -> None:
    def told(structure: Structure, professional: Professional) -> tuple[object, ...]:
        return structure, professional

    structure, professional = find(st.builds(told), lambda one: True, settings=FIRST)
    assert isinstance(structure, Structure)
    assert isinstance(professional, Professional)


def test_being_told_twice_is_being_told_once() -> None:
    before = len(sys.meta_path)
    register_strategies()
    assert len(sys.meta_path) == before


def fresh(script: str) -> str:
    """What a script says in a fresh interpreter."""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


HOOK = "from cpts_model.testing.registering import register_strategies; register_strategies()"
REGISTERED = """
from hypothesis.strategies._internal.types import _global_type_lookup as known
print(*sorted(kind.__name__ for kind in known if kind.__module__.startswith("cpts_model")))
"""


def test_it_brings_neither_facts_nor_strategies_with_it() -> None:
    said = fresh(
        f"{HOOK}\nimport sys; print(*(name for name in sys.modules if name.startswith('cpts_model')))"
    )
    assert said.split() == ["cpts_model", "cpts_model.testing", "cpts_model.testing.registering"]


@pytest.mark.parametrize("first", ["told, then imported", "imported, then told"])
def test_classes_are_registered_whichever_comes_first(first: str) -> None:
    use = "from cpts_model import CPTS, Exercice, Heir, Register"
    known = fresh(
        "\n".join([HOOK, use] if first == "told, then imported" else [use, HOOK]) + REGISTERED
    ).split()
    assert {"CPTS", "Exercice", "Heir", "Professional", "Register", "Statutes", "Structure"} <= set(known)
    assert "Facts" not in known


def test_only_the_modules_of_facts_are_looked_at_and_they_keep_their_loader() -> None:
    script = f"""
{HOOK}
import cpts_model.facts.people as people, cpts_model.engine.text as text
print(type(people.__spec__.loader).__name__ == type(text.__spec__.loader).__name__ == type(people.__loader__).__name__)
"""
    assert fresh(script).strip() == "True"


def test_a_module_that_is_not_there_is_still_not_there() -> None:
    with pytest.raises(ModuleNotFoundError):
        import_module("cpts_model.facts.weather")


def test_the_class_of_the_root_is_the_one_that_is_registered() -> None:
    assert find(st.from_type(CPTS), lambda one: True, settings=FIRST).id
