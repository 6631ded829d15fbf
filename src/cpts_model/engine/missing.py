"""What to ask: the unknown facts that keep verdicts open."""

from datetime import date
from typing import Any

import attrs

from cpts_model.engine.assess import Assessment, assess
from cpts_model.engine.law import Law
from cpts_model.engine.text import Text


@attrs.frozen(slots=True, kw_only=True)
class MissingFact:
    """A fact nobody has told, and the open verdicts that need it."""

    path: str
    """Where it stands in the dossier: ``members[3].signed_projet_on``."""
    label: Text | None
    rules: tuple[str, ...]
    """The ids of the rules left open without it."""
    blocking: bool
    """Whether one of them is a rule of law or regulation that can be breached."""


def missing(subject: Any, *, on: date, law: Law) -> tuple[MissingFact, ...]:
    """The unknown facts that would settle the open verdicts, most useful first.

    Those that law or regulation needs come first, then those that most rules need. A rule
    may ask for a further fact once these are told.
    """
    return missing_from(assess(subject, on=on, law=law))


def missing_from(assessment: Assessment) -> tuple[MissingFact, ...]:
    """The unknown facts that keep the verdicts of an assessment open."""
    found: dict[str, MissingFact] = {}
    for verdict in assessment.undetermined:
        if verdict.reason is not None:
            continue  # the text is silent: no fact would settle it
        rule = verdict.rule
        for fact in verdict.unknown:
            known = found.get(fact.path)
            rules = known.rules if known else ()
            found[fact.path] = MissingFact(
                path=fact.path,
                label=fact.label,
                rules=rules if rule.id in rules else (*rules, rule.id),
                blocking=rule.blocking or (known is not None and known.blocking),
            )
    return tuple(sorted(found.values(), key=lambda fact: (not fact.blocking, -len(fact.rules))))
