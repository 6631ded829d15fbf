"""Facts, engine and law read no clock, no chance, no file, no network and no environment; rules change nothing."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import cpts_model

ROOT = Path(cpts_model.__file__).parent
PURE = sorted(path for layer in ("engine", "facts", "law") for path in (ROOT / layer).rglob("*.py"))

BANNED_MODULES = frozenset(
    ["asyncio", "builtins", "calendar", "ctypes", "fileinput", "ftplib", "getpass", "glob", "http", "importlib", "io", "locale", "logging", "multiprocessing", "os", "pathlib", "platform", "random", "requests", "secrets", "select", "shelve", "shutil", "signal", "site", "socket", "sqlite3", "ssl", "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid", "warnings", "zoneinfo"]
)  # fmt: skip
BANNED_CALLS = frozenset(
    ["open", "print", "input", "eval", "exec", "compile", "__import__", "globals", "vars", "breakpoint", "id"]
)
BANNED_METHODS = frozenset(["today", "now", "utcnow", "fromtimestamp", "strftime"])
CHANGING = frozenset(
    [
        "add",
        "append",
        "appendleft",
        "clear",
        "discard",
        "extend",
        "insert",
        "pop",
        "popitem",
        "popleft",
        "remove",
        "reverse",
        "setdefault",
        "sort",
        "update",
    ]
)
SETTERS = frozenset(["setattr", "delattr", "__setattr__", "__delattr__"])

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


def impurities(source: str) -> Iterator[str]:
    """What a module does that a pure one does not."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                found = [alias.name for alias in names if alias.name.partition(".")[0] in BANNED_MODULES]
            case ast.ImportFrom(module=str(module)) if module.partition(".")[0] in BANNED_MODULES:
                found = [module]
            case ast.Call(func=ast.Name(id=name)) if name in BANNED_CALLS:
                found = [f"{name}()"]
            case ast.Attribute(attr=name) if name in BANNED_METHODS:
                found = [f".{name}"]
            case ast.FormattedValue(format_spec=ast.JoinedStr(values=[ast.Constant(value=str(spec))])) if (
                "%" in spec
            ):
                found = [f"format {spec}"]
            case ast.Global(names=found) | ast.Nonlocal(names=found):
                pass
            case ast.AsyncFunctionDef(name=name):
                found = [f"async {name}"]
            case _:
                found = []
        yield from (f"line {getattr(node, 'lineno', '?')}: {what}" for what in found)


def changes(source: str) -> Iterator[str]:
    """Where a function writes on what it was given, or anywhere but on names of its own."""
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, Function):
            every = function.args
            given = {
                argument.arg
                for argument in (
                    *every.posonlyargs,
                    *every.args,
                    *every.kwonlyargs,
                    every.vararg,
                    every.kwarg,
                )
                if argument is not None
            }
            yield from _changes(function, given)


def _changes(function: Function, given: set[str]) -> Iterator[str]:
    for node in ast.walk(function):
        match node:
            case ast.Attribute(ctx=ast.Store() | ast.Del()) | ast.Subscript(ctx=ast.Store() | ast.Del()):
                target: ast.expr | None = node
            case ast.AugAssign(target=ast.Name(id=name)) if name in given:
                target = node.target
            case ast.Call(func=ast.Name(id=name)) if name in SETTERS:
                target = node.args[0] if node.args else None
            case ast.Call(func=ast.Attribute(attr=name)) if name in SETTERS:
                target = node.args[0] if node.args else None
            case ast.Call(func=ast.Attribute(value=target, attr=name)) if name in CHANGING:
                pass
            case _:
                continue
        owner = target
        while isinstance(owner, ast.Attribute | ast.Subscript | ast.Call):
            owner = owner.func if isinstance(owner, ast.Call) else owner.value
        if isinstance(owner, ast.Name) and (owner.id in given or not _own(owner.id, function)):
            yield f"line {node.lineno}: {ast.unparse(node)}"


def _own(name: str, function: Function) -> bool:
    return any(
        isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store)
        for node in ast.walk(function)
    )


@pytest.mark.parametrize("path", PURE, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_of_facts_engine_or_law_is_pure(path):
    assert list(impurities(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "law").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT))
)
def test_the_functions_of_a_law_change_nothing(path):
    assert list(changes(path.read_text(encoding="utf-8"))) == []


def test_facts_change_nothing_either_and_only_a_view_writes_on_itself():
    for path in (ROOT / "facts").rglob("*.py"):
        written = [change for change in changes(path.read_text(encoding="utf-8")) if "self." not in change]
        assert written == [], path
    setting = [
        (path.name, line.strip())
        for path in PURE
        for line in path.read_text(encoding="utf-8").splitlines()
        if "object.__setattr__" in line
    ]
    assert {name for name, _ in setting} <= {"observe.py"}
    assert all(line.startswith("object.__setattr__(self, ") for _, line in setting)


def test_there_is_something_to_look_at():
    assert len(PURE) > 30


IMPURE = [
    "import time",
    "import random",
    "import os.path",
    "import sys",
    "import attrs, locale",
    "import socket as s",
    "from pathlib import Path",
    "from os import environ",
    "from urllib.request import urlopen",
    "import io",
    "def f():\n    import time",
    "open('x')",
    "print('x')",
    "input()",
    "eval('1')",
    "x = id(x)",
    "__import__('os')",
    "date.today()",
    "datetime.now()",
    "datetime.datetime.utcnow()",
    "clock = date.today",
    "d.strftime('%A')",
    "f'{d:%B}'",
    "def f():\n    global x\n    x = 1",
    "def f():\n    x = 1\n    def g():\n        nonlocal x",
    "async def f(): ...",
]


@pytest.mark.parametrize("source", IMPURE)
def test_what_is_impure_is_caught(source):
    assert list(impurities(source))


CHANGING_SOURCES = [
    "def f(a): a.x = 1",
    "def f(a): a.x.y = 1",
    "def f(a): a[0] = 1",
    "def f(a): a.x[0].y = 1",
    "def f(a): a.x += 1",
    "def f(a): a += 1",
    "def f(a): del a.x",
    "def f(a): del a[0]",
    "def f(a): a.x, b = 1, 2",
    "def f(a):\n    for a.x in b: pass",
    "def f(a): setattr(a, 'x', 1)",
    "def f(a): delattr(a, 'x')",
    "def f(a): object.__setattr__(a, 'x', 1)",
    "def f(a): a.members.append(1)",
    "def f(a): a.update(b=1)",
    "def f(a): a.members.pop()",
    "def f(a): a.all().sort()",
    "def f(*a): a[0].x = 1",
    "def f(**a): a['x'] = 1",
    "def f(*, a): a.x = 1",
    "def f(a, /): a.x = 1",
    "f = lambda a: a.append(1)",
    "SEEN = []\ndef f(a): SEEN.append(a)",
    "CACHE = {}\ndef f(a): CACHE[a] = 1",
]


@pytest.mark.parametrize("source", CHANGING_SOURCES)
def test_a_change_is_caught(source):
    assert list(changes(source))


FINE = [
    "from datetime import date, time",
    "import datetime as dt",
    "import attrs",
    "def f(a):\n    b = []\n    b.append(a)\n    b[0] = a\n    return b",
    "def f(a, on): return a.x <= on and f'{a:>3} {on}' != ''",
    "TABLE = {}\nTABLE['x'] = 1",
    "def f(a):\n    b = a.x\n    return b",
    "def f(a): return attrs.evolve(a, x=1)",
]


@pytest.mark.parametrize("source", FINE)
def test_what_is_pure_passes(source):
    assert list(impurities(source)) == []
    assert list(changes(source)) == []
