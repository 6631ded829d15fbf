"""The two questions most people ask, under the library's own law unless told otherwise."""

from datetime import date
from typing import Any

from cpts_model.engine.assess import Assessment
from cpts_model.engine.assess import assess as _assess
from cpts_model.engine.law import Law
from cpts_model.engine.missing import MissingFact
from cpts_model.engine.missing import missing as _missing
from cpts_model.law import LAW


def assess(subject: Any, *, on: date, law: Law = LAW) -> Assessment:
    """Judge a structure under the law of a day.

    ``on`` is always given: no clock is read. A breach is a result, not an exception.

    Raises:
        TypeError: ``on`` is not a plain ``datetime.date``.
        RuleFailed: a rule's function raised, or answered neither true nor false.
    """
    return _assess(subject, on=on, law=law)


def missing(subject: Any, *, on: date, law: Law = LAW) -> tuple[MissingFact, ...]:
    """The unknown facts that would settle the open verdicts, most useful first.

    Raises:
        TypeError: ``on`` is not a plain ``datetime.date``.
        RuleFailed: a rule's function raised, or answered neither true nor false.
    """
    return _missing(subject, on=on, law=law)
