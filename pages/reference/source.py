"""The source of the library, as its authors wrote it: where a name is defined, what its docstring says.

Signatures and types are read here and not asked of Python, whose ways of writing them change
from one version to the next.
"""

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs

import cpts_model
import pytest_cpts_model

_ROOTS = {
    root.__name__: Path(root.__file__ or "").resolve().parent for root in (cpts_model, pytest_cpts_model)
}

Definition = ast.ClassDef | ast.FunctionDef | ast.Assign | ast.AnnAssign


@attrs.frozen(slots=True)
class Place:
    """Where something is defined: a module, and its name there."""

    module: str
    name: str

    @property
    def node(self) -> Definition:
        """Its definition."""
        return _definitions(self.module)[self.name]

    @property
    def other(self) -> "Place | None":
        """What it is another name of, if it is one."""
        node = self.node
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name):
            return locate(self.module, node.value.id)
        return None

    @property
    def value(self) -> Any:
        """What it is."""
        return getattr(import_module(self.module), self.name)

    @property
    def doc(self) -> str:
        """Its docstring, or the one that follows its assignment."""
        if isinstance(self.node, ast.ClassDef | ast.FunctionDef):
            return ast.get_docstring(self.node) or ""
        return docs_below(tree(self.module).body).get(self.name, "")


@cache
def tree(module: str) -> ast.Module:
    """A module, parsed."""
    root, *inside = module.split(".")
    path = _ROOTS[root].joinpath(*inside)
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return ast.parse(file.read_text(encoding="utf-8"))


def docs_below(body: list[ast.stmt]) -> dict[str, str]:
    """The string that stands under an assignment says what it is for."""
    docs = {}
    for statement, below in pairwise(body):
        name = _assigned(statement)
        if name and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            docs[name] = inspect.cleandoc(str(below.value.value))
    return docs


@cache
def locate(module: str, name: str) -> Place | None:
    """Where a name that a module uses is defined; nothing where that is outside the library."""
    if name in _definitions(module):
        return Place(module, name)
    origin = _imports(module).get(name)
    if origin is None or origin[0].partition(".")[0] not in _ROOTS:
        return None
    return locate(*origin)


def defined_here(module: str) -> Iterator[str]:
    """The names that a module defines for others to use."""
    return (name for name in _definitions(module) if not name.startswith("_"))


@cache
def _definitions(module: str) -> dict[str, Definition]:
    found: dict[str, Definition] = {}
    for statement in tree(module).body:
        if isinstance(statement, ast.ClassDef | ast.FunctionDef):
            found[statement.name] = statement
        elif isinstance(statement, ast.Assign | ast.AnnAssign) and (name := _assigned(statement)):
            found[name] = statement
    return found


def _assigned(statement: ast.stmt) -> str | None:
    if isinstance(statement, ast.AnnAssign):
        target: ast.expr = statement.target
    elif isinstance(statement, ast.Assign):
        target = statement.targets[0]
    else:
        return None
    return target.id if isinstance(target, ast.Name) else None


@cache
def _imports(module: str) -> dict[str, tuple[str, str]]:
    return {
        alias.asname or alias.name: (statement.module, alias.name)
        for statement in _at_top(tree(module).body)
        if isinstance(statement, ast.ImportFrom) and statement.module
        for alias in statement.names
    }


def _at_top(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a module, those for type checkers alone too."""
    for statement in body:
        yield statement
        if isinstance(statement, ast.If):
            yield from statement.body
