"""Signatures as they are written, on as many lines as they need."""

import ast
from collections.abc import Iterable, Iterator

from pages.reference.names import unquoted

_WIDE = 76


def written(expression: ast.expr) -> str:
    """An expression in one line."""
    return ast.unparse(expression)


def type_written(annotation: ast.expr) -> str:
    """A type in one line, without quotes."""
    return written(unquoted(annotation))


def call(name: str, parameters: Iterable[str], gives: str = "") -> str:
    """A call, on one line where it is short enough to be read so, and a parameter a line elsewhere."""
    items = tuple(parameters)
    short = f"{name}({', '.join(items)}){gives}"
    if len(short) <= _WIDE or not items:
        return short
    lines = "".join(f"    {item},\n" for item in items)
    return f"{name}(\n{lines}){gives}"


def function_call(node: ast.FunctionDef, name: str = "", *, bound: bool = False) -> str:
    """The signature of a function; of a method without the object that it is bound to."""
    gives = type_written(node.returns) if node.returns is not None else ""
    if any(written(decorator).endswith("composite") for decorator in node.decorator_list):
        bound, gives = True, f"SearchStrategy[{gives}]"  # Hypothesis hands in what it draws with
    gives = f" -> {gives}" if gives else ""
    return call(name or node.name, _parameters(node.args, bound=bound), gives)


def in_line(node: ast.FunctionDef, *, bound: bool) -> str:
    """The signature of a method in one line, without what it gives."""
    return f"{node.name}({', '.join(_parameters(node.args, bound=bound))})"


def _parameters(of: ast.arguments, *, bound: bool) -> Iterator[str]:
    positional = [*of.posonlyargs, *of.args]
    defaults = [None] * (len(positional) - len(of.defaults)) + [*of.defaults]
    for index, (argument, default) in enumerate(zip(positional, defaults, strict=True)):
        if not (bound and index == 0):
            yield _parameter(argument, default)
        if of.posonlyargs and index == len(of.posonlyargs) - 1 and not (bound and index == 0):
            yield "/"
    if of.vararg is not None:
        yield f"*{_parameter(of.vararg, None)}"
    elif of.kwonlyargs:
        yield "*"
    for argument, default in zip(of.kwonlyargs, of.kw_defaults, strict=True):
        yield _parameter(argument, default)
    if of.kwarg is not None:
        yield f"**{_parameter(of.kwarg, None)}"


def _parameter(argument: ast.arg, default: ast.expr | None) -> str:
    return parameter(argument.arg, argument.annotation, None if default is None else written(default))


def parameter(name: str, annotation: ast.expr | None, default: str | None) -> str:
    """A parameter with its type and its default value."""
    typed = f"{name}: {type_written(annotation)}" if annotation is not None else name
    if default is None:
        return typed
    return f"{typed} = {default}" if annotation is not None else f"{typed}={default}"
