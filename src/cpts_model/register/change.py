"""What comes of an event."""

from typing import TYPE_CHECKING

import attrs

from cpts_model.engine.assess import Assessment
from cpts_model.engine.citations import Authority
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.verdict import Verdict
from cpts_model.facts.belonging import Belonging, Candidature

if TYPE_CHECKING:
    from cpts_model.register.register import Register


@attrs.frozen(slots=True, repr=False)
class Change:
    """An event done, or refused with the register as it was: never half of it.

    There is no truth value: ask ``.done``.
    """

    done: bool
    register: "Register" = attrs.field(repr=False)
    """The new register; the same one when nothing was done."""
    assessment: Assessment
    """Why, rule by rule: article, explanation, remedy."""
    memberships: tuple[Belonging, ...] = ()
    """The memberships that were begun or ended, as they now are."""

    def __repr__(self) -> str:
        return f"<Change {'done' if self.done else 'not done'}: {self.assessment!r}>"

    def __bool__(self) -> bool:
        raise TypeError("a change has no truth value: ask .done")

    @property
    def obstacles(self) -> tuple[Verdict, ...]:
        """What stands in the way of a change that was not done."""
        return () if self.done else obstacles(self.assessment)


@attrs.frozen(slots=True)
class Reorganisation:
    """A merger or a split: the register after it, who was carried over, who was not."""

    register: "Register" = attrs.field(repr=False)
    carried: tuple[Change, ...]
    """The admissions to the new structures, done or not."""
    left_behind: tuple[Belonging, ...]
    """The memberships that ended without another: nobody is carried over without consent."""


KEEPING = "registre."
"""The ids of the rules that keep the register itself true begin so."""
TO_BE_KNOWN = frozenset({"adhesion.consentement", "registre.une-seule-adhesion"})
"""What admits nobody while it is open. Of whom the past memberships ended nobody knows why is not dead for that."""


def obstacles(assessment: Assessment) -> tuple[Verdict, ...]:
    """What stops an event: a no of the law or the statutes, a record that would lie, an open consent.

    Leaving is always possible: what is unknown of the one who leaves stops nothing.
    """
    joining = isinstance(assessment.subject, Candidature)
    return tuple(
        verdict
        for verdict in assessment.verdicts
        if (verdict.outcome is Outcome.VIOLATED and _decides(verdict))
        or (verdict.outcome is Outcome.UNDETERMINED and joining and verdict.rule.id in TO_BE_KNOWN)
    )


def _decides(verdict: Verdict) -> bool:
    rule = verdict.rule
    return (
        rule.blocking
        or rule.id.startswith(KEEPING)
        or (verdict.warning and rule.authority is Authority.STATUTES)
    )
