"""What a departure breaks, or mends: the verdicts that it changes."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import attrs

from cpts_model.engine.assess import Assessment, assess
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Rule
from cpts_model.engine.text import Lang
from cpts_model.engine.verdict import Verdict
from cpts_model.facts.memberships import EndCause
from cpts_model.facts.structures import SISA, MaisonDeSante, Structure
from cpts_model.register.events import ending, may_run, membership_to_end, replaced

if TYPE_CHECKING:
    from cpts_model.register.register import Register


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Effect:
    """A rule of which the outcome changes when somebody leaves."""

    structure_id: str
    rule: Rule
    before: Outcome
    after: Outcome
    verdicts: tuple[Verdict, ...]
    """The verdicts of the rule after the departure."""

    def __repr__(self) -> str:
        return f"<Effect on {self.structure_id!r}: {self.rule.id} {self.before.value} → {self.after.value}>"

    @property
    def breaks(self) -> bool:
        """Whether the departure makes the structure break law or regulation."""
        return self.after is Outcome.VIOLATED and self.rule.blocking

    def explain(self, lang: Lang = "fr") -> str:
        """The verdict after the departure, in words."""
        return "\n\n".join(verdict.explain(lang) for verdict in self.verdicts)


def effects_of_leaving(
    register: "Register", member_id: str, structure_id: str, *, on: date, law: Law
) -> tuple[Effect, ...]:
    """The verdicts that somebody's departure changes, in the order of the law; none for whoever is no member that day."""
    before = register.structure(structure_id)
    membership = membership_to_end(before, member_id, on)
    if not may_run(membership, on):
        return ()
    members = replaced(before, membership, ending(membership, on, EndCause.RESIGNATION, exclusion=None))
    after = attrs.evolve(before, members=members)
    pairs = [(before, after), *_carried_by(register, before, after)]
    return tuple(effect for one, other in pairs for effect in _differences(one, other, on, law))


def _carried_by(
    register: "Register", before: Structure, after: Structure
) -> Iterator[tuple[Structure, Structure]]:
    """The maisons de santé that a SISA carries, before and after."""
    if isinstance(before, SISA) and isinstance(after, SISA):
        for structure in register:
            if (
                isinstance(structure, MaisonDeSante)
                and isinstance(structure.sisa, SISA)
                and structure.sisa.id == before.id
            ):
                # What the maison de santé tells of it may be older than what the register does.
                yield attrs.evolve(structure, sisa=before), attrs.evolve(structure, sisa=after)


def _differences(before: Structure, after: Structure, on: date, law: Law) -> tuple[Effect, ...]:
    one, other = assess(before, on=on, law=law), assess(after, on=on, law=law)
    return tuple(
        Effect(
            structure_id=after.id,
            rule=finding.rule,
            before=_outcome(one, finding.rule),
            after=finding.outcome,
            verdicts=tuple(
                verdict for verdict in finding.verdicts(after, on) if verdict.outcome is finding.outcome
            ),
        )
        for finding in other.findings
        if finding.outcome is not _outcome(one, finding.rule)
    )


def _outcome(assessment: Assessment, rule: Rule) -> Outcome:
    return next(finding.outcome for finding in assessment.findings if finding.rule is rule)
