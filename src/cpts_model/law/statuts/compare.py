"""How two statutes differ, clause by clause."""

from collections.abc import Iterator
from typing import Any

import attrs

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown, UnknownFact, all_of, any_of, both
from cpts_model.facts.statutes import Statutes
from cpts_model.law.statuts.words import CLAUSES, clause_label, clause_words


@attrs.frozen(slots=True, kw_only=True)
class ClauseDifference:
    """A clause on which two statutes differ, or on which it is not known whether they do."""

    clause: str
    """The field of ``Statutes``."""
    label: Text
    one: Text
    other: Text
    differs: bool
    """False where one of the two was not read: what is unknown is no difference."""


def compare_statutes(one: Statutes, other: Statutes) -> tuple[ClauseDifference, ...]:
    """The clauses on which two statutes differ, and those on which nobody can say, in their order.

    Clauses known to be alike are left out. The order of a list (colleges, causes) is no difference.
    """
    return tuple(_differences(one, other))


def _differences(one: Statutes, other: Statutes) -> Iterator[ClauseDifference]:
    for clause in CLAUSES:
        try:
            if _alike_in(clause, one, other):
                continue
            differs = True
        except UnknownFact:
            differs = False
        yield ClauseDifference(
            clause=clause,
            label=clause_label(clause),
            one=clause_words(one, clause),
            other=clause_words(other, clause),
            differs=differs,
        )


def _alike_in(clause: str, one: Statutes, other: Statutes) -> bool:
    if clause == "colleges" and (one.colleges_read_in_part or other.colleges_read_in_part):
        raise UnknownFact
    return _alike(getattr(one, clause), getattr(other, clause))


def _alike(one: object, other: object) -> bool:
    """Whether two values are the same, tuples without their order.

    Raises:
        UnknownFact: what is known of them agrees, and some of it is not known.
    """
    if isinstance(one, Unknown) or isinstance(other, Unknown):
        raise UnknownFact
    if isinstance(one, tuple) and isinstance(other, tuple):
        return both(lambda: _holds_all(one, other), lambda: _holds_all(other, one))
    kind: Any = type(one)
    if attrs.has(kind) and isinstance(other, kind):
        return all_of(
            attrs.fields(kind), lambda field: _alike(getattr(one, field.name), getattr(other, field.name))
        )
    return one == other


def _holds_all(many: tuple[object, ...], wanted: tuple[object, ...]) -> bool:
    return all_of(wanted, lambda item: any_of(many, lambda held: _alike(held, item)))
