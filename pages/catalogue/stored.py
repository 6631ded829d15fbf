"""The examples that the pages show: kept as data, built without running anything, and judged again."""

import ast
import json
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import attrs

import cpts_model
from cpts_model import LAW, Assessment, Law, Outcome, Rule, Verdict, assess
from cpts_model.facts.typed import Facts
from pages import python

FILE = Path(__file__).with_name("examples.json")
COMMAND = "python -m pages.catalogue.examples"
SHOWN = (Outcome.SATISFIED, Outcome.VIOLATED, Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE)
"""The outcomes, in the order in which they are shown."""

_WIDTH = 92
_PLAIN = {"date": date, "Decimal": Decimal}


class StaleExample(Exception):
    """An example of the catalogue no longer holds."""

    def __init__(self, example: "Example", why: str) -> None:
        super().__init__(example, why)
        self.example = example
        self.why = why

    def __str__(self) -> str:
        one = self.example
        return f"{one.rule} from {one.since}, {one.outcome.value}: {self.why}; write it anew: {COMMAND}"


@attrs.frozen(slots=True, kw_only=True)
class Example:
    """Facts under which one version of a rule comes out one way, on a day."""

    rule: str
    since: date | None
    """The first day of the version; none where it has always been in force."""
    outcome: Outcome
    open: bool
    """Whether the texts leave it open, though the facts be told."""
    on: date
    facts: str
    """The Python that builds the subject."""

    @property
    def key(self) -> tuple[str, date | None, Outcome, bool]:
        """What there is one example of."""
        return self.rule, self.since, self.outcome, self.open

    @property
    def subject(self) -> Any:
        """The subject.

        Raises:
            StaleExample: the facts can no longer be built.
        """
        try:
            return build(self.facts)
        except (SyntaxError, TypeError, ValueError, AttributeError, LookupError) as refused:
            raise StaleExample(self, str(refused)) from refused

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What becomes of the rule, judged now.

        Raises:
            StaleExample: it is not what the example claims.
        """
        return _judged(self)


@cache
def _judged(example: Example) -> tuple[Verdict, ...]:
    # Rules are judged each for itself: the others need not be.
    law = Law(LAW.versions(example.rule))
    judged: Assessment = assess(example.subject, on=example.on, law=law)
    verdicts, outcome = judged.of(example.rule), judged.outcome_of(example.rule)
    if outcome is not example.outcome:
        raise StaleExample(example, f"it is now {outcome.value} on {example.on}")
    if example.open and not any(verdict.reason for verdict in verdicts):
        raise StaleExample(example, f"the texts no longer leave it open on {example.on}")
    return verdicts


def kept() -> tuple[Example, ...]:
    """Every example there is."""
    return tuple(_read(entry) for entry in json.loads(FILE.read_text(encoding="utf-8")))


@cache
def _by_version() -> dict[tuple[str, date | None], tuple[Example, ...]]:
    found: dict[tuple[str, date | None], tuple[Example, ...]] = {}
    for example in kept():
        place = example.rule, example.since
        found[place] = (*found.get(place, ()), example)
    return found


def examples_of(rule: Rule) -> tuple[Example, ...]:
    """The examples of one version of a rule, in the order in which they are shown."""
    found = _by_version().get((rule.id, rule.in_force.start), ())
    return tuple(sorted(found, key=lambda one: (SHOWN.index(one.outcome), one.open)))


def keep(examples: Iterable[Example]) -> None:
    """Write the examples, one a line."""
    lines = ",\n".join(json.dumps(_written(one), ensure_ascii=False) for one in examples)
    FILE.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def _read(entry: dict[str, Any]) -> Example:
    return Example(
        rule=entry["rule"],
        since=date.fromisoformat(entry["since"]) if entry["since"] else None,
        outcome=Outcome(entry["outcome"]),
        open=entry["open"],
        on=date.fromisoformat(entry["on"]),
        facts=entry["facts"],
    )


def _written(example: Example) -> dict[str, object]:
    return {
        "rule": example.rule,
        "since": example.since.isoformat() if example.since else None,
        "outcome": example.outcome.value,
        "open": example.open,
        "on": example.on.isoformat(),
        "facts": example.facts,
    }


# --- From Python to facts: calls of fact classes by name, and nothing else


def build(facts: str) -> Any:
    """The facts that a call describes, as ``repr`` writes it. Nothing of it is run but classes of facts.

    Raises:
        ValueError: it says something else.
    """
    return _built(_parsed(facts))


@cache
def _parsed(facts: str) -> ast.expr:
    return ast.parse(facts, mode="eval").body


def _built(node: ast.expr) -> Any:
    match node:
        case ast.Constant(value=value):
            return value
        case ast.Tuple(elts=items):
            return tuple(_built(item) for item in items)
        case ast.Attribute(value=ast.Name(id=kind), attr=member):
            return _enum(kind)[member]
        case ast.Call(func=ast.Name(id=name), args=args, keywords=named):
            return _maker(name)(*map(_built, args), **{str(one.arg): _built(one.value) for one in named})
    raise ValueError(f"{ast.unparse(node)} is no fact")


def _enum(name: str) -> type[Enum]:
    kind = getattr(cpts_model, name)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    raise ValueError(f"{name} is no list of values")


def _maker(name: str) -> Callable[..., Any]:
    if name in _PLAIN:
        return _PLAIN[name]
    kind = getattr(cpts_model, name)
    if isinstance(kind, type) and issubclass(kind, Facts):
        return kind
    raise ValueError(f"{name} is no class of facts")


def names_in(facts: str) -> set[str]:
    """The names that a call needs."""
    return {node.id for node in ast.walk(_parsed(facts)) if isinstance(node, ast.Name)}


# --- And back, for people to read


@cache
def laid_out(example: Example) -> tuple[str, ...]:
    """The Python that builds the subject of an example, in lines short enough for a page."""
    return tuple(python.laid_out(example.subject, _WIDTH))
