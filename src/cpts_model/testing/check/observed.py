"""What must hold of every rule, looked at through a subject and a day."""

import copy
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from cpts_model.engine.assess import assess, judge
from cpts_model.engine.errors import RuleFailed
from cpts_model.engine.judging import Finding
from cpts_model.engine.law import Law
from cpts_model.engine.missing import missing
from cpts_model.engine.observe import Fact, Log, view
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Rule
from cpts_model.engine.text import LANGS
from cpts_model.engine.verdict import Verdict
from cpts_model.testing.check.masking import hidings, reorderings, untold, written
from cpts_model.testing.check.problems import Fault
from cpts_model.testing.check.searching import Observed
from cpts_model.testing.check.wording import told_in_texts

_SETTLED = (Outcome.SATISFIED, Outcome.VIOLATED)


def _findings(law: Law, subject: Any, on: date) -> tuple[Finding, ...]:
    """What comes of each rule, save those that cannot be judged."""
    try:
        return assess(subject, on=on, law=law).findings
    except RuleFailed:
        return tuple(one for one in _one_by_one(law, subject, on) if isinstance(one, Finding))


def _one_by_one(law: Law, subject: Any, on: date) -> Iterator[Finding | Fault]:
    for rule in law.about(type(subject), on):
        try:
            yield judge(rule, subject, on)
        except RuleFailed as failed:
            yield rule.version, failed.problem


def _outcomes(law: Law, subject: Any, on: date) -> dict[str, Outcome]:
    return {finding.rule.version: finding.outcome for finding in _findings(law, subject, on)}


def answers(law: Law, subject: Any, on: date) -> Iterator[Fault]:
    """Every rule answers True or False, however little is told."""
    for one in (subject, *(less for less, _ in hidings(subject))):
        try:
            assess(one, on=on, law=law)
        except RuleFailed:
            yield from (fault for fault in _one_by_one(law, one, on) if isinstance(fault, tuple))


def changes_nothing(law: Law, subject: Any, on: date) -> Iterator[Fault]:
    """Judging leaves the subject as it was."""
    if _is_changed(law, subject, on):
        for rule in law.about(type(subject), on):
            if _is_changed(Law((rule,)), subject, on):
                yield rule.version, "judging it changes the subject"


def _is_changed(law: Law, subject: Any, on: date) -> bool:
    judged = copy.deepcopy(subject)
    _findings(law, judged, on)
    return bool(judged != subject)


def deterministic(law: Law, subject: Any, on: date) -> Iterator[Fault]:
    """The same question has the same answer."""
    first = assess(subject, on=on, law=law).findings
    for _ in range(2):
        for one, other in zip(first, assess(subject, on=on, law=law).findings, strict=True):
            if one.outcomes != other.outcomes or one.reasons != other.reasons:
                yield one.rule.version, f"first it is {_said(one)}, then {_said(other)}"


def _said(finding: Finding) -> str:
    return finding.outcome.value.replace("_", " ")


def monotone(law: Law, subject: Any, on: date) -> Iterator[Fault]:
    """Telling more facts never flips a settled verdict: of the rule, nor of one of its parts."""
    told = {finding.rule.version: finding for finding in _findings(law, subject, on)}
    for less, hidden in hidings(subject, _read(law, subject, on)):
        for before in _findings(law, less, on):
            after = told.get(before.rule.version, before)
            for one, other in _answers_that_match(before, after):
                if one is not Outcome.UNDETERMINED and other is not one:
                    places = ", ".join(map(written, hidden))
                    yield after.rule.version, f"without {places} it is {one.value}; told, it is {other.value}"


def _answers_that_match(before: Finding, after: Finding) -> Iterator[tuple[Outcome, Outcome]]:
    yield before.outcome, after.outcome
    # Hiding facts takes nothing out of a list that the subject itself holds.
    if before.parts and after.parts and len(before.parts) == len(after.parts):
        yield from zip(before.outcomes, after.outcomes, strict=True)


def _read(law: Law, subject: Any, on: date) -> frozenset[str]:
    """Where the facts stand that the rules read."""
    log = Log()
    for rule in law.about(type(subject), on):
        with suppress(RuleFailed):
            judge(rule, view(subject, "", log), on)
    return frozenset(_paths(log.facts))


def _paths(facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        yield fact.path
        yield from _paths(fact.children)


def free_of_order(law: Law, subject: Any, on: date) -> Iterator[Fault]:
    """The order in which facts are listed changes nothing."""
    findings = {finding.rule.version: finding for finding in _findings(law, subject, on)}
    for reordered in reorderings(subject):
        for other in _findings(law, reordered, on):
            one = findings.get(other.rule.version)
            if one is not None and Counter(one.outcomes) != Counter(other.outcomes):
                yield one.rule.version, f"it is {_said(one)}; listed in another order, it is {_said(other)}"


def explained(law: Law, subject: Any, on: date) -> Iterator[Fault]:
    """An explanation comes to the same answer, from facts that it names, in both languages."""
    for finding in _findings(law, subject, on):
        version = finding.rule.version
        try:
            watched = judge(finding.rule, view(subject, "", Log()), on)
        except RuleFailed as failed:
            yield version, f"it cannot be watched while it reads the facts: {failed.problem}"
            continue
        if watched.outcomes != finding.outcomes:
            yield version, f"it is {_said(finding)}; watched while it reads the facts, it is {_said(watched)}"
        for verdict in _one_of_each_outcome(finding, subject, on):
            for what in _unexplained(verdict):
                yield version, what


def _one_of_each_outcome(finding: Finding, subject: Any, on: date) -> Iterator[Verdict]:
    waiting = set(finding.outcomes)
    for verdict in finding.verdicts(subject, on):
        if verdict.outcome in waiting:
            waiting.remove(verdict.outcome)
            yield verdict


def _unexplained(verdict: Verdict) -> Iterator[str]:
    if verdict.outcome in _SETTLED and not verdict.facts:
        yield f"it is {verdict.outcome.value} without reading a fact"
    if verdict.outcome is Outcome.UNDETERMINED and not verdict.reason and not verdict.unknown:
        yield "it is undetermined, and neither names an unknown fact nor says why"
    for lang in LANGS if told_in_texts(verdict.rule) else ():
        said = verdict.explain(lang)
        if verdict.rule.title.to(lang) not in said:
            yield f"its explanation in {lang!r} does not bear its title"
        if said != verdict.explain(lang):
            yield f"its explanation in {lang!r} differs from one time to the next"


def asked_for(law: Law, subject: Any, on: date) -> Iterator[Fault]:
    """What is missing is unknown, and one of the facts that settle a rule once they are told is named."""
    outcomes = _outcomes(law, subject, on)
    *_, many, most = hidings(subject)
    for less, hidden in (many, most):
        told = {written(place) for place in hidden}
        unknown = {written(place) for place in untold(less)}
        named: dict[str, set[str]] = {}
        for fact in missing(less, on=on, law=law):
            for rule_id in fact.rules:
                named.setdefault(rule_id, set()).add(fact.path)
        for rule in law.about(type(subject), on):
            asked = named.get(rule.id, set())
            for path in sorted(asked - unknown):
                yield rule.version, f"it asks for {path}, which is no unknown fact"
            if _settles(less, rule, on, outcomes.get(rule.version)) and not asked & told:
                yield (
                    rule.version,
                    f"telling {', '.join(sorted(told))} settles it, and it asks for none of them",
                )


def _settles(less: Any, rule: Rule, on: date, outcome: Outcome | None) -> bool:
    """Whether a rule that is open of less comes to an outcome that is not."""
    if outcome in (None, Outcome.UNDETERMINED):
        return False
    return judge(rule, less, on).outcome is Outcome.UNDETERMINED


ANSWERS = Observed(
    name="answers",
    mend="return a bool, of any facts: wrap in bool(), and ask None before what it would have",
    look=answers,
    first=True,
)
CHANGES_NOTHING = Observed(
    name="changes nothing",
    mend="a rule only reads: work on what you make yourself",
    look=changes_nothing,
    first=True,
)
DETERMINISTIC = Observed(
    name="deterministic",
    mend="decide on the facts and the day alone: no chance, no clock, no counter, no cache of your own",
    look=deterministic,
    first=True,
)
MONOTONE = Observed(
    name="monotone",
    mend="==, is and in answer False in silence of what is UNKNOWN: ask a property of the fact, bool(), <, "
    "or at_least, any_of, either, both",
    look=monotone,
)
FREE_OF_ORDER = Observed(
    name="free of order",
    mend="ask of all the items, or of one whichever it is: never of the first or the last",
    look=free_of_order,
)
EXPLAINED = Observed(
    name="explained",
    mend="read the facts through the subject that is given, by its fields and properties; use isinstance, never type()",
    look=explained,
)
ASKED_FOR = Observed(
    name="asked for",
    mend="let the fact that is unknown raise by itself, or ask it with count, at_least, either or both",
    look=asked_for,
)
OBSERVED = (CHANGES_NOTHING, ANSWERS, DETERMINISTIC, MONOTONE, FREE_OF_ORDER, EXPLAINED, ASKED_FOR)
"""The first ones come first: a rule of which they do not hold cannot be looked at for the others."""
