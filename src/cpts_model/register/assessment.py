"""Judging a whole register: each structure, and the rules across structures."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import attrs

from cpts_model.engine.assess import Assessment, assess
from cpts_model.engine.errors import CptsModelError
from cpts_model.engine.judging import Finding
from cpts_model.engine.law import Law
from cpts_model.engine.missing import MissingFact, missing_from
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.verdict import Verdict
from cpts_model.facts.belonging import Departure
from cpts_model.facts.memberships import EndCause
from cpts_model.law.statuts import law_with_statutes
from cpts_model.register.across import neighbours, of_several
from cpts_model.register.errors import check_day
from cpts_model.register.events import as_kind

if TYPE_CHECKING:
    from cpts_model.register.register import Register

_ALONE, _ACROSS = "adhesion.multiple", "adhesion.plusieurs-cpts"
"""The rule of one CPTS on members of another, and the one that sees all of theirs and how their territories lie."""


@attrs.frozen(slots=True, repr=False)
class RegisterAssessment:
    """Every verdict on a register: on each structure, and across them.

    ``structures`` has one assessment a structure, in the register's order; ``across`` one for
    each member of several CPTS, each pair of CPTS that share communes, and each exclusion.
    There is no truth value: say ``.ok``, ``.settled``, or both.
    """

    subject: "Register"
    on: date
    structures: tuple[Assessment, ...] = attrs.field(repr=False)
    across: tuple[Assessment, ...] = attrs.field(repr=False)
    law: Law = attrs.field(repr=False, eq=False)

    def __repr__(self) -> str:
        said = "ok" if self.ok else "in breach"
        return (
            f"<Assessment of {self.subject!r} on {self.on}: {said}, {'' if self.settled else 'not '}settled>"
        )

    def __bool__(self) -> bool:
        raise CptsModelError("an assessment is neither true nor false: ask .ok, .settled or both")

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """All of them: structures first."""
        return (*self.structures, *self.across)

    def of_structure(self, structure_id: str) -> Assessment:
        """The assessment of one structure.

        Raises:
            UnknownStructure: the register holds no such structure; the message offers the nearest ids.
        """
        structure = self.subject.structure(structure_id)
        return next(one for one in self.structures if one.subject.id == structure.id)

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Every verdict."""
        return tuple(verdict for assessment in self.assessments for verdict in assessment.verdicts)

    def of(self, rule_id: str) -> tuple[Verdict, ...]:
        """The verdicts of one rule, wherever it was judged.

        Raises:
            UnknownRule: no rule ever had this id.
        """
        return tuple(verdict for assessment in self._judging(rule_id) for verdict in assessment.of(rule_id))

    def outcome_of(self, rule_id: str) -> Outcome:
        """What became of one rule wherever it was judged.

        Raises:
            UnknownRule: no rule ever had this id.
        """
        return Outcome.of_all(assessment.outcome_of(rule_id) for assessment in self._judging(rule_id))

    def _judging(self, rule_id: str) -> tuple[Assessment, ...]:
        # The statutes of one structure are rules that others do not have.
        judged = tuple(assessment for assessment in self.assessments if rule_id in assessment.law)
        if not judged:
            self.law.versions(rule_id)
        return judged

    @property
    def satisfied(self) -> tuple[Verdict, ...]:
        """The rules met."""
        return tuple(verdict for assessment in self.assessments for verdict in assessment.satisfied)

    @property
    def not_applicable(self) -> tuple[Verdict, ...]:
        """The rules that do not bind a structure, or a part of it."""
        return tuple(verdict for assessment in self.assessments for verdict in assessment.not_applicable)

    @property
    def violated(self) -> tuple[Verdict, ...]:
        """The rules not met: breaches, warnings and rights not open."""
        return tuple(verdict for assessment in self.assessments for verdict in assessment.violated)

    @property
    def undetermined(self) -> tuple[Verdict, ...]:
        """What cannot be said, for want of a fact or of a clear text."""
        return tuple(verdict for assessment in self.assessments for verdict in assessment.undetermined)

    @property
    def breaches(self) -> tuple[Verdict, ...]:
        """The violations that break law or regulation."""
        return tuple(verdict for verdict in self.violated if verdict.blocking)

    @property
    def warnings(self) -> tuple[Verdict, ...]:
        """The violations of anything weaker: agreements, doctrine, practice, statutes."""
        return tuple(verdict for verdict in self.violated if verdict.warning)

    @property
    def ok(self) -> bool:
        """Whether no law and no regulation is broken. Says nothing of what is unknown."""
        return all(assessment.ok for assessment in self.assessments)

    @property
    def settled(self) -> bool:
        """Whether nothing is left undetermined."""
        return all(assessment.settled for assessment in self.assessments)


def missing_from_register(assessment: RegisterAssessment) -> tuple[MissingFact, ...]:
    """The unknown facts that keep the verdicts on the structures open, most useful first.

    Paths begin with the structure: ``structures[2].members[3].joined_on``.
    """
    found = [
        attrs.evolve(fact, path=f"structures[{index}].{fact.path}")
        for index, one in enumerate(assessment.structures)
        for fact in missing_from(one)
    ]
    return tuple(sorted(found, key=lambda fact: (not fact.blocking, -len(fact.rules))))


def assess_register(register: "Register", *, on: date, law: Law) -> RegisterAssessment:
    """Judge every structure of a register, and what holds across them, under the law of a day.

    Raises:
        TypeError: ``on`` is not a plain date.
        RuleFailed: a rule's function raised, or answered neither true nor false.
    """
    check_day(on)
    members = tuple(assess(belongings, on=on, law=law) for belongings in of_several(register))
    answered = _answered_across(members, law)
    structures = tuple(
        _less_the_answered(assess(structure, on=on, law=law_with_statutes(as_kind(structure), law)), answered)
        for structure in register
    )
    across = (
        *members,
        *(assess(pair, on=on, law=law) for pair in neighbours(register)),
        *(_judged_on_its_day(departure, law) for departure in _exclusions(register, on)),
    )
    return RegisterAssessment(register, on, structures, across, law)


def _answered_across(members: Iterable[Assessment], law: Law) -> frozenset[str]:
    """Those of whose several CPTS the rule across structures has something to say."""
    if _ACROSS not in law:
        return frozenset()
    return frozenset(
        one.subject.id for one in members if one.outcome_of(_ACROSS) is not Outcome.NOT_APPLICABLE
    )


def _less_the_answered(assessment: Assessment, answered: frozenset[str]) -> Assessment:
    """The assessment of a structure, which says no more by itself what the rule across structures answers."""
    findings = tuple(
        _less_the_parts(finding, answered) if finding.rule.id == _ALONE and answered else finding
        for finding in assessment.findings
    )
    return attrs.evolve(assessment, findings=findings)


def _less_the_parts(finding: Finding, answered: frozenset[str]) -> Finding:
    parts = finding.parts or ()
    gone = {index for index, membership in enumerate(parts) if membership.member.id in answered}
    return attrs.evolve(
        finding,
        outcomes=tuple(
            Outcome.NOT_APPLICABLE if index in gone else outcome
            for index, outcome in enumerate(finding.outcomes)
        ),
        reasons=tuple((index, reason) for index, reason in finding.reasons if index not in gone),
    )


def _judged_on_its_day(departure: Departure, law: Law) -> Assessment:
    """A departure under the law and the statutes of the day it happened."""
    return assess(departure, on=departure.leaves_on, law=law_with_statutes(departure.structure, law))


def _exclusions(register: "Register", on: date) -> Iterator[Departure]:
    for structure in register:
        for membership in structure.members if isinstance(structure.members, tuple) else ():
            left = membership.left_on
            if membership.end_cause is EndCause.EXCLUSION and isinstance(left, date) and left <= on:
                stood = attrs.evolve(membership, left_on=None, end_cause=None)
                yield Departure(
                    structure=as_kind(structure), membership=stood, leaves_on=left, cause=EndCause.EXCLUSION
                )
