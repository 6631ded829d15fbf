"""Structures that break no law on a day, and structures that break one."""

from datetime import date
from typing import Any

import attrs
from hypothesis import strategies as st

from cpts_model.engine.outcome import Outcome
from cpts_model.testing.bases import lawful
from cpts_model.testing.cases import CASES
from cpts_model.testing.outcomes import days_of, violating
from cpts_model.testing.strategies.errors import BadArgument
from cpts_model.testing.strategies.masking import masked
from cpts_model.testing.strategies.structure_plans import PLANS
from cpts_model.testing.strategies.teller import ALL, Teller, telling

# What no text turns on: what the structure is called, and its numbers in the registers.
_NEUTRAL = ("name", "finess", "finess_ej", "siret")


def judged(
    kind: type[Any], compliant: bool, on: date, known: float | None, facts: dict[str, Any]
) -> st.SearchStrategy[Any]:
    """Structures of a class that break no blocking rule on a day, or that break one at least.

    Raises:
        BadArgument: no case shows how one is broken on that day.
    """
    base = lawful(kind, on) if compliant else _unlawful(kind, on)
    given = {
        name: value if isinstance(value, st.SearchStrategy) else st.just(value)
        for name, value in facts.items()
    }
    share = 1.0 if known is None else known
    return telling(PLANS, share, lambda teller: _dressed(teller, kind, base, given, mask=compliant), on=on)


def _dressed(
    teller: Teller, kind: type[Any], base: st.SearchStrategy[Any], given: dict[str, Any], *, mask: bool
) -> Any:
    """The structure, some of its facts perhaps not told any more, some told that no text turns on."""
    structure = teller.draw(base)
    if mask and teller.percent < ALL:
        structure = masked(teller, structure)
    neutral = {name: teller.field(kind, name) for name in _NEUTRAL if name not in given}
    asked = {name: teller.draw(value) for name, value in given.items()}
    return attrs.evolve(structure, **neutral | asked)


def _unlawful(kind: type[Any], on: date) -> st.SearchStrategy[Any]:
    rules = breakable(kind, on)
    if not rules:
        raise BadArgument("compliant", f"no law that a {kind.__name__} can break is in force on {on}")
    return st.sampled_from(rules).flatmap(lambda rule: violating(rule, on=on, about=kind))


def breakable(kind: type[Any], on: date) -> tuple[str, ...]:
    """The blocking rules about a class of which there is a violation on a day."""
    # Of the rules, only which of them block is asked: what breaks one is for the cases to say.
    from cpts_model.law import LAW

    blocking = {rule.id for rule in LAW.at(on) if rule.blocking}
    return tuple(
        case.rule
        for case in CASES
        if case.rule in blocking
        and kind in case.about
        and on in case.in_force
        and (days := days_of(case, Outcome.VIOLATED)) is not None
        and on in days
    )
