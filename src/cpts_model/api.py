"""The two questions most people ask, under the library's own law unless told otherwise."""

import sys
from datetime import date
from typing import TYPE_CHECKING, Any, overload

from cpts_model.engine.assess import Assessment
from cpts_model.engine.assess import assess as _assess
from cpts_model.engine.law import Law
from cpts_model.engine.missing import MissingFact
from cpts_model.engine.missing import missing as _missing
from cpts_model.law import LAW

if TYPE_CHECKING:
    from cpts_model.register import Register, RegisterAssessment

_MENDS: dict[type[object], str] = {
    dict: "read it with loads_dossier() or from_dict() first",
    str: "read it with loads_dossier() first",
    list: "judge each structure by itself",
    tuple: "judge each structure by itself",
}


@overload
def assess(  # pyright: ignore[reportOverlappingOverload]
    subject: "Register", *, on: date, law: Law = LAW
) -> "RegisterAssessment": ...
@overload
def assess(subject: Any, *, on: date, law: Law = LAW) -> Assessment: ...
def assess(subject: Any, *, on: date, law: Law = LAW) -> "Assessment | RegisterAssessment":
    """Judge a structure, or a register and what holds across its structures, under the law of a day.

    ``on`` is always given: no clock is read. A breach is a result, not an exception.

    Raises:
        TypeError: ``on`` is not a plain ``datetime.date``, or no rule is about such a subject.
        RuleFailed: a rule's function raised, or answered neither true nor false.
    """
    if _is_register(subject):
        from cpts_model.register.assessment import assess_register

        return assess_register(subject, on=on, law=law)
    _refuse_what_no_rule_is_about(subject, law)
    return _assess(subject, on=on, law=law)


def missing(subject: Any, *, on: date, law: Law = LAW) -> tuple[MissingFact, ...]:
    """The unknown facts that would settle the open verdicts, most useful first.

    Raises:
        TypeError: ``on`` is not a plain ``datetime.date``, or no rule is about such a subject.
        RuleFailed: a rule's function raised, or answered neither true nor false.
    """
    if _is_register(subject):
        from cpts_model.register.assessment import assess_register, missing_from_register

        return missing_from_register(assess_register(subject, on=on, law=law))
    _refuse_what_no_rule_is_about(subject, law)
    return _missing(subject, on=on, law=law)


def _is_register(subject: object) -> bool:
    """Whether the subject is a register: nobody has one without having loaded its module."""
    module = sys.modules.get("cpts_model.register.register")
    return module is not None and isinstance(subject, module.Register)


def _refuse_what_no_rule_is_about(subject: object, law: Law) -> None:
    """Nothing to say of something is not the same as nothing wrong with it."""
    kind: type[object] = type(subject)
    if not (LAW.knows(kind) or law.knows(kind)):
        mend = _MENDS.get(kind, "give a structure: CPTS, MaisonDeSante, SISA…")
        raise TypeError(f"no rule is about a {kind.__name__}: {mend}")
