"""A copy of the project in which the functions of one layer stand beside their mutants.

    python mutated_copy.py ROOT COPY LAYER

The mutants are mutmut's, and so is the switch between them. mutmut leaves out every function
that has a decorator, which would be each property of a fact; so in the copy a decorator is
written as the call it stands for, after the function: ``name = property(name)``.
"""

import ast
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

MUTANTS = Path("mutants.json")
"""Where the copy lists its mutants, by their full names."""

_UNDERSTOOD = {"staticmethod", "classmethod"}
"""What mutmut knows how to mutate under, when it stands alone."""


def undecorated(source: str) -> str:
    """A module that does the same, in which each decorator is a call that follows its function."""
    lines = source.splitlines(keepends=True)
    for function in sorted(_decorated(source), key=_last_line, reverse=True):
        words = [ast.get_source_segment(source, decorator) for decorator in function.decorator_list]
        call = function.name
        for decorator in reversed(words):
            call = f"({decorator})({call})"
        lines.insert(_last_line(function), f"{' ' * function.col_offset}{function.name} = {call}\n")
        del lines[function.decorator_list[0].lineno - 1 : function.lineno - 1]
    return "".join(lines)


def _decorated(source: str) -> Iterator[ast.FunctionDef]:
    scopes = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Module | ast.ClassDef))
    for function in (node for scope in scopes for node in scope.body if isinstance(node, ast.FunctionDef)):
        words = [ast.unparse(decorator) for decorator in function.decorator_list]
        if words and not (len(words) == 1 and words[0] in _UNDERSTOOD):
            yield function


def _last_line(function: ast.FunctionDef) -> int:
    return function.end_lineno or function.lineno


def copy_project(root: Path, copy: Path) -> None:
    """Copy what the tests need."""
    shutil.rmtree(copy, ignore_errors=True)
    for name in ("src", "tests", "examples", "docs"):
        shutil.copytree(root / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", ".hypothesis"))
    for name in ("pyproject.toml", "README.md", "CHANGELOG.md"):
        shutil.copy(root / name, copy / name)


def mutate(layer: str) -> list[str]:
    """Give the modules of a layer their mutants, in the copy one stands in; the mutants' names."""
    from mutmut.mutation.file_mutation import mutate_file_contents

    names: list[str] = []
    for path in sorted(Path("src/cpts_model", layer).rglob("*.py")):
        made = mutate_file_contents(str(path), undecorated(path.read_text(encoding="utf-8")))
        if made.mutant_names:
            path.write_text(made.code, encoding="utf-8")
            module = ".".join(path.with_suffix("").parts[1:]).removesuffix(".__init__")
            names += [f"{module}.{name}" for name in made.mutant_names]
    return names


if __name__ == "__main__":
    root, copy = (Path(argument).resolve() for argument in sys.argv[1:3])
    copy_project(root, copy)
    os.chdir(copy)
    names = mutate(sys.argv[3])
    MUTANTS.write_text(json.dumps(names, indent=0), encoding="utf-8")
    print(f"{sys.argv[3]}: {len(names)} mutants")
