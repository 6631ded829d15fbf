"""A case judged: its outcome, its verdict, and the law of the other days."""

from collections.abc import Iterator
from datetime import date, timedelta

import attrs

from cpts_model import LAW, Assessment, Citation, Law, Outcome, Rule, Text, Verdict, assess, law_with_statutes
from cpts_model.facts.belonging import Belonging
from pages.answers.question import Case


@attrs.frozen(slots=True, kw_only=True)
class Judged:
    """A case, under the law of a day."""

    case: Case
    on: date
    assessment: Assessment
    verdicts: tuple[Verdict, ...]
    """Those of the rule that decides, one for each part that it looks at; none where no rule does."""

    @property
    def outcome(self) -> Outcome:
        """What became of the case."""
        return Outcome.of_all(verdict.outcome for verdict in self.verdicts)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that decides; ``None`` where no rule does."""
        return next((verdict for verdict in self.verdicts if verdict.outcome is self.outcome), None)

    @property
    def rule(self) -> Rule | None:
        """The rule that decides, in the version of the day."""
        return None if self.verdict is None else self.verdict.rule

    @property
    def is_left_open(self) -> bool:
        """Whether the texts read leave it open, whatever be told."""
        return self.verdict is not None and self.verdict.reason is not None

    @property
    def wants_a_fact(self) -> bool:
        """Whether it is open for want of a fact, and not of a text."""
        return self.outcome is Outcome.UNDETERMINED and not self.is_left_open

    @property
    def answer(self) -> Text:
        """The sentence that the outcome chooses."""
        return self.case.says.of(self.outcome)

    @property
    def cites(self) -> tuple[Citation, ...]:
        """What the verdict cites."""
        return () if self.rule is None else (self.rule.cites, *self.rule.also_cites)


def has_statutes(case: Case) -> bool:
    """Whether the case is of somebody's membership of a structure whose statutes were read."""
    dossier = case.dossier
    return isinstance(dossier, Belonging) and isinstance(dossier.structure.statutes, tuple)


def judge(case: Case, law: Law = LAW, on: date | None = None) -> Judged:
    """Judge a case, on its own day unless told another; a rule that the law does not hold decides nothing."""
    day = case.on if on is None else on
    under = law_with_statutes(case.dossier.structure, law) if has_statutes(case) else law
    assessment = assess(case.dossier, on=day, law=under)
    return Judged(case=case, on=day, assessment=assessment, verdicts=_deciding(assessment, case.rule))


def _deciding(assessment: Assessment, rule: str | None) -> tuple[Verdict, ...]:
    if rule is None:
        binding = (verdict for verdict in assessment.verdicts if verdict.rule.blocking)
        return tuple(verdict for verdict in binding if verdict.outcome is not Outcome.NOT_APPLICABLE)
    return assessment.of(rule) if rule in assessment.law else ()


def through_time(case: Case, law: Law = LAW) -> Iterator[Judged]:
    """The case on each day of a change of law that gave it another answer or another text, oldest first."""
    before: Judged | None = None
    for day in (law.changes[0] - timedelta(days=1), *law.changes):
        judged = judge(case, law, day)
        if before is None or _differs(before, judged):
            yield judged
        before = judged


def _differs(one: Judged, other: Judged) -> bool:
    return one.outcome is not other.outcome or one.cites != other.cites
