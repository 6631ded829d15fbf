"""Who may import whom, and how long a module may be."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import cpts_model

ROOT = Path(cpts_model.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))
LONGEST = 420

GROUND = frozenset({"engine"})
WORDS = frozenset(f"engine.{name}" for name in ("text", "dates", "citations", "unknown", "errors", "labels"))
JUDGING = frozenset({"engine", "facts", "law"})
PEOPLE = JUDGING | {"register", "life"}
ALLOWED = {
    "engine": GROUND,
    "facts": WORDS | {"facts"},
    "law": JUDGING,
    "register": JUDGING | {"register"},
    "life": JUDGING | {"life"},
    "exchange": PEOPLE | {"exchange"},
    "report": PEOPLE | {"report"},
    "api": PEOPLE,
    "__init__": PEOPLE | {"api", "exchange", "report"},
    "cli": PEOPLE | {"api", "exchange", "report", "cli"},
    "__main__": frozenset({"cli"}),
    "testing": PEOPLE | {"api", "exchange", "report", "testing"},
}
"""What each layer may import, by the first words of a module's name. The command line is at the top."""


def imports(source: str, package: str) -> Iterator[str]:
    """Every module of ours that a source imports, at its head or within a function, below ``cpts_model``."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                found = [alias.name for alias in names]
            case ast.ImportFrom(module=module, names=names, level=level):
                base = package.split(".")[: len(package.split(".")) - level + 1] if level else []
                stem = ".".join([*base, *([module] if module else [])])
                found = [f"{stem}.{alias.name}" for alias in names]
            case ast.Call(
                func=ast.Name(id="import_module") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                found = [name]
            case _:
                found = []
        for name in found:
            first, _, rest = name.partition(".")
            if first == "cpts_model":
                yield rest


def layer_of(module: str) -> str:
    return module.partition(".")[0]


def strays(layer: str, source: str, package: str = "cpts_model") -> list[str]:
    """The imports of a source that its layer may not make."""
    allowed = ALLOWED[layer]
    return [
        module
        for module in imports(source, package)
        if not any(module == name or module.startswith(f"{name}.") for name in allowed)
    ]


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_imports_only_what_its_layer_may(path):
    package = ".".join(("cpts_model", *path.relative_to(ROOT).parts[:-1]))
    layer = layer_of(_name(path))
    assert layer in ALLOWED, f"{layer} is a new layer: say in ALLOWED what it may import"
    assert strays(layer, path.read_text(encoding="utf-8"), package) == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_is_no_longer_than_one_noun(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_nothing_is_logged(path):
    """A log outlives what it tells, and what is read here tells of people."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
            assert not {"logging", "syslog"} & {name.partition(".")[0] for name in names}
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "print"


@pytest.mark.parametrize("path", sorted((ROOT / "facts").rglob("*.py")), ids=_name)
def test_the_classes_of_facts_keep_their_annotations(path):
    """Whoever infers from them (cattrs, Hypothesis, a schema) would find strings instead of types."""
    assert "from __future__ import annotations" not in path.read_text(encoding="utf-8")


def test_nothing_imports_what_is_for_tests():
    assert not any("testing" in names for layer, names in ALLOWED.items() if layer != "testing")


@pytest.mark.parametrize(
    ("layer", "source"),
    [
        ("engine", "from cpts_model.facts.people import Person"),
        ("engine", "def f():\n    from cpts_model.law import LAW"),
        ("engine", "import cpts_model.facts"),
        ("engine", "from cpts_model import facts"),
        ("engine", "from cpts_model import assess"),
        ("engine", "from importlib import import_module\nimport_module('cpts_model.law')"),
        ("engine", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from cpts_model.law import LAW"),
        ("facts", "from cpts_model.engine.rule import Rule"),
        ("facts", "from cpts_model.engine import law"),
        ("facts", "from cpts_model.law import LAW"),
        ("law", "from cpts_model.register.admission import admit"),
        ("law", "from cpts_model.exchange.dossier import load"),
        ("register", "from cpts_model.life.deadlines import due"),
        ("report", "from cpts_model.exchange.dossier import load"),
        ("report", "from cpts_model.cli import app"),
        ("exchange", "from cpts_model.testing import strategies"),
        ("cli", "from cpts_model.testing import strategies"),
        ("facts", "from ..law import LAW"),
    ],
)
def test_a_stray_import_is_caught(layer, source):
    assert strays(layer, source, f"cpts_model.{layer}")


@pytest.mark.parametrize(
    ("layer", "source"),
    [
        ("engine", "import attrs\nfrom cpts_model.engine.text import Text"),
        ("facts", "from cpts_model.engine.unknown import UNKNOWN\nfrom cpts_model.facts import modes"),
        ("facts", "from . import modes\nfrom .modes import Mode"),
        ("law", "from cpts_model.facts.people import Person\nfrom cpts_model.engine.rule import Rule"),
        ("report", "from cpts_model.law import LAW"),
        ("cli", "def f():\n    from cpts_model.exchange.dossier import load"),
        ("testing", "from cpts_model.testing.strategies import structures"),
    ],
)
def test_an_import_along_the_arrows_passes(layer, source):
    assert strays(layer, source, f"cpts_model.{layer}") == []
