"""A dossier as Python that a reader can copy and run."""

import ast
from collections.abc import Iterator
from textwrap import wrap

import cpts_model
from cpts_model import missing
from cpts_model.facts.representation import source
from pages.answers.judging import Judged, has_statutes
from pages.python import laid_out

_WIDTH = 78
_FROM = {"date": "datetime", "Decimal": "decimal"}


def doctest_of(judged: Judged) -> str:
    """The case as an example for doctest: what to import, the dossier, what comes of it."""
    dossier = "\n".join(laid_out(judged.case.dossier, _WIDTH))
    verdicts = f"assess(dossier, on={source(judged.on)}{_law(judged)})"
    lines = [*_statement(f"dossier = {dossier}"), f">>> verdicts = {verdicts}"]
    used = [dossier, verdicts]
    for question, answer in _asked(judged):
        used.append(question)
        lines += [f">>> {question}", repr(answer)]
    return "\n".join([*_imports(f"({', '.join(used)})"), *lines])


def _asked(judged: Judged) -> Iterator[tuple[str, object]]:
    """What is asked of the verdicts, and what is answered."""
    rule = judged.case.rule
    if rule is None:
        yield (
            "[verdict.rule.id for verdict in verdicts.breaches]",
            [one.rule.id for one in judged.assessment.breaches],
        )
        return
    yield f'verdicts.outcome_of("{rule}").value', judged.outcome.value
    if judged.wants_a_fact:
        facts = missing(judged.case.dossier, on=judged.on, law=judged.assessment.law)
        asked = f"missing(dossier, on={source(judged.on)}{_law(judged)})"
        yield (
            f'[one.path for one in {asked} if "{rule}" in one.rules]',
            [one.path for one in facts if rule in one.rules],
        )


def _law(judged: Judged) -> str:
    return ", law=law_with_statutes(dossier.structure)" if has_statutes(judged.case) else ""


def _statement(code: str) -> Iterator[str]:
    for index, line in enumerate(code.splitlines()):
        yield f"{'...' if index else '>>>'} {line}"


def _imports(code: str) -> Iterator[str]:
    """The imports of the names that code uses."""
    names = {node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)}
    for name, module in _FROM.items():
        if name in names:
            yield f">>> from {module} import {name}"
    ours = sorted(name for name in names if name in dir(cpts_model))
    lines = wrap(", ".join(ours), _WIDTH - len(">>> from cpts_model import ()"))
    yield from _statement(f"from cpts_model import {lines[0]}" if len(lines) == 1 else _listed(lines))


def _listed(lines: list[str]) -> str:
    inside = "".join(f"    {line}\n" for line in lines)
    return f"from cpts_model import (\n{inside})"
