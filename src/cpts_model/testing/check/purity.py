"""What must hold of the functions of a rule: they read no clock, no chance and no file."""

import inspect
import types
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from cpts_model.engine.law import Law
from cpts_model.engine.rule import Rule
from cpts_model.testing.check.problems import Claim, Problem, of_each

PURE = Claim(
    name="pure",
    mend="the day is given as `on`; whatever else a rule needs to know is a fact of its subject",
)

_OUTSIDE = frozenset(
    ["io", "locale", "os", "pathlib", "random", "requests", "secrets", "socket", "sqlite3", "subprocess", "time", "urllib", "uuid"]
)  # fmt: skip
_BUILTINS = frozenset(["open", "input", "print"])
_CLOCK = frozenset(["today", "now", "utcnow"])


def pure(law: Law) -> Iterator[Problem]:
    """The functions of each rule, and those of the same package that they call, look at nothing but facts."""
    return of_each(PURE, law, _impurities)


def _impurities(rule: Rule) -> Iterator[str]:
    kinds = rule.about if isinstance(rule.about, tuple) else (rule.about,)
    seen: set[types.CodeType] = set()
    for function in (rule.each, *rule.conditions, rule.holds):
        if function is not None:
            yield from _of_function(function, kinds, seen)


def _of_function(function: Any, kinds: tuple[type[Any], ...], seen: set[types.CodeType]) -> Iterator[str]:
    while isinstance(function, partial):
        function = function.func
    function = inspect.unwrap(function)
    if not inspect.isfunction(function) or function.__code__ in seen:
        return
    for code in _codes(function.__code__):
        seen.add(code)
        used = set(code.co_names)
        reached = [function.__globals__[name] for name in code.co_names if name in function.__globals__]
        reached += [cell.cell_contents for cell in function.__closure__ or ()]
        if used & _CLOCK and any(map(_tells_time, reached)):
            yield f"{function.__qualname__} reads the clock"
        for name in sorted(used & _BUILTINS - function.__globals__.keys()):
            yield f"{function.__qualname__} calls {name}()"
        for other in reached:
            if (home := _home(other)).partition(".")[0] in _OUTSIDE:
                yield f"{function.__qualname__} uses {home}"
            elif _top(other) == _top(function):
                yield from _of_function(other, kinds, seen)
        for kind in kinds:
            for name in sorted(used):
                member = inspect.getattr_static(kind, name, None)
                yield from _of_function(getattr(member, "fget", member), kinds, seen)


def _codes(code: types.CodeType) -> Iterator[types.CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _codes(constant)


def _tells_time(value: Any) -> bool:
    return (isinstance(value, type) and issubclass(value, date)) or getattr(
        value, "__name__", ""
    ) == "datetime"


def _home(value: Any) -> str:
    """The module that something is, or comes from."""
    if inspect.ismodule(value):
        return value.__name__
    # ``random.random`` is bound to a hidden generator, and says its module through that alone.
    return str(getattr(value, "__module__", None) or type(getattr(value, "__self__", None)).__module__)


def _top(value: Any) -> str:
    return str(getattr(value, "__module__", "")).partition(".")[0]
