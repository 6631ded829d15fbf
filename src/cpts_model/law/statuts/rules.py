"""The statutes of an association as rules: a version of each rule for each version of the statutes."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import zip_longest

import attrs

from cpts_model.engine.citations import STATUTS, Citation, Evidence
from cpts_model.engine.dates import Period
from cpts_model.engine.explain import format_day
from cpts_model.engine.law import Law
from cpts_model.engine.rule import Rule
from cpts_model.facts.statutes import Statutes
from cpts_model.facts.structures import Structure
from cpts_model.law import LAW
from cpts_model.law.statuts import admission, depart, vote

PATTERNS = (*admission.RULES, *vote.RULES, *depart.RULES)
_KEPT = 2048
"""Of how many associations the rules are kept, so that a register does not make them anew."""


def statute_rules(structure: Structure) -> tuple[Rule, ...]:
    """The rules that the statutes of a structure make, of authority *statutes*.

    They read each clause through the structure that is judged, so that they hold of this
    structure alone. A clause that was not read leaves its rule undetermined; one that the
    statutes do not have makes it not applicable. Before the earliest version told, all are
    undetermined. There is none where the structure has no statutes, or they are unknown.
    """
    versions = _versions_of(structure)
    return _rules_of(versions, _called(structure)) if versions else ()


def law_with_statutes(structure: Structure, law: Law = LAW) -> Law:
    """The law, and the statutes of one structure: to judge what concerns that structure.

    Raises:
        RuleConflict: the law holds rules of statutes already.
    """
    versions = _versions_of(structure)
    return _extended(law, versions, _called(structure)) if versions else law


def _versions_of(structure: Structure) -> tuple[Statutes, ...]:
    return structure.statutes if isinstance(structure.statutes, tuple) else ()


def _called(structure: Structure) -> str:
    return structure.name if isinstance(structure.name, str) else structure.id


@lru_cache(maxsize=_KEPT)
def _extended(law: Law, versions: tuple[Statutes, ...], association: str) -> Law:
    return law.extended(*_rules_of(versions, association))


@lru_cache(maxsize=_KEPT)
def _rules_of(versions: tuple[Statutes, ...], association: str) -> tuple[Rule, ...]:
    return tuple(
        _version(pattern, statutes, period, association)
        for statutes, period in _periods(versions)
        for pattern in PATTERNS
    )


def _periods(versions: tuple[Statutes, ...]) -> Iterator[tuple[Statutes, Period]]:
    """Each version and its days; the earliest answers for the days before it too, on which nothing is known."""
    in_order = sorted({statutes.in_force_since or date.min: statutes for statutes in versions}.items())
    ends = [start for start, _ in in_order[1:]]
    for (start, statutes), end in zip_longest(in_order, ends):
        yield statutes, Period(None if start == in_order[0][0] else start, end)


def _version(pattern: Rule, statutes: Statutes, period: Period, association: str) -> Rule:
    since = statutes.in_force_since
    of_what = f"statuts de l'association « {association} »" + (
        "" if since is None else f" (version du {format_day(since, 'fr')})"
    )
    seen_on = statutes.read_on or since
    return attrs.evolve(
        pattern,
        cites=Citation(STATUTS, of_what),
        in_force=period,
        evidence=pattern.evidence if statutes.read_at is None else Evidence.VERIFIED,
        checked_on=seen_on and min(seen_on, period.last_day or date.max),
        source=statutes.read_at or pattern.source,
    )
