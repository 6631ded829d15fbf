"""A body of law: rules in their versions, and what is in force on a day."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs

from cpts_model.engine.citations import Article
from cpts_model.engine.dates import Period
from cpts_model.engine.errors import RuleConflict, UnknownRule, nearest_names
from cpts_model.engine.rule import Rule

if TYPE_CHECKING:
    from cpts_model.engine.diff import LawDiff

_PLAIN = str.maketrans(
    "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{MINUS SIGN}",
    "----",
    ".\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}",
)
_WRITTEN = re.compile(r"(?:ART|ARTICLE)?([LRDA]?\*?\d+(?:-\d+)*)(?:(?:DU|DELA|CSP|CSS|,).*)?")
"""``Art. L. 6323-3 du code de la santé publique``, less the spaces and the dots."""


def _start(rule: Rule) -> date:
    return rule.in_force.start or date.min


@attrs.frozen(slots=True, eq=False, repr=False)
class Law:
    """Rules, each in one or more versions whose periods are disjoint.

    ``articles`` are the articles the rules come from, with their own versions.

    Raises:
        RuleConflict: two versions of one rule share a day.
    """

    rules: tuple[Rule, ...]
    articles: tuple[Article, ...] = ()
    _plans: dict[tuple[type[Any], int], tuple[Rule, ...]] = attrs.field(factory=dict, init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        for versions in self._by_id.values():
            for older, newer in pairwise(versions):
                if older.in_force.overlaps(newer.in_force):
                    raise RuleConflict(older.id, older.version, newer.version)

    @cached_property
    def _by_id(self) -> dict[str, tuple[Rule, ...]]:
        versions: dict[str, list[Rule]] = {}
        for rule in self.rules:
            versions.setdefault(rule.id, []).append(rule)
        return {rule_id: tuple(sorted(group, key=_start)) for rule_id, group in versions.items()}

    def __repr__(self) -> str:
        return f"<Law: {len(self.ids)} rules in {len(self.rules)} versions>"

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __contains__(self, rule_id: str) -> bool:
        return rule_id in self._by_id

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Law):
            return NotImplemented
        return self.rules == other.rules and self.articles == other.articles

    def __hash__(self) -> int:
        return hash(self.ids)

    def __reduce__(self) -> tuple[Any, ...]:
        return Law, (self.rules, self.articles)

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of every rule, once each, in the order of the law."""
        return tuple(self._by_id)

    @cached_property
    def changes(self) -> tuple[date, ...]:
        """Every day on which some rule begins or ceases to be in force, in order."""
        days = {rule.in_force.start for rule in self.rules} | {rule.in_force.end for rule in self.rules}
        return tuple(sorted(day for day in days if day is not None))

    def at(self, on: date) -> "Law":
        """The law of a day: the one version of each rule in force on it."""
        return Law(tuple(rule for rule in self.rules if on in rule.in_force), self.articles)

    def diff(self, a: date, b: date) -> "LawDiff":
        """What the law changes from one day to another: each step of its rules and articles, with its day.

        ``b`` may be the earlier one: the steps are then those of the way back.
        """
        from cpts_model.engine.diff import diff_days

        return diff_days(self, a, b)

    def versions(self, rule_id: str) -> tuple[Rule, ...]:
        """Every version of a rule, oldest first.

        Raises:
            UnknownRule: no rule ever had this id.
        """
        try:
            return self._by_id[rule_id]
        except KeyError:
            raise UnknownRule(rule_id, nearest_names(rule_id, self._by_id)) from None

    def find(self, rule_id: str, on: date | None = None) -> Rule | None:
        """The version of a rule on a day; without a day, its newest version.

        ``None`` when the rule exists but is not in force that day.

        Raises:
            UnknownRule: no rule ever had this id.
        """
        versions = self.versions(rule_id)
        if on is None:
            return versions[-1]
        return next((rule for rule in versions if on in rule.in_force), None)

    def citing(self, article: str) -> tuple[Rule, ...]:
        """Every rule, in every version, that cites an article by its number."""
        number = _number(article)
        return tuple(
            rule
            for rule in self.rules
            if any(_number(citation.article) == number for citation in (rule.cites, *rule.also_cites))
        )

    def extended(self, *rules: Rule, articles: Iterable[Article] = ()) -> "Law":
        """The same law and further rules: a federation's, or an association's own statutes.

        Raises:
            RuleConflict: a new rule shares an id and a day with one that is there.
        """
        return Law((*self.rules, *rules), (*self.articles, *articles))

    def about(self, kind: type[Any], on: date) -> tuple[Rule, ...]:
        """The rules in force on a day about subjects of a class, in the order of the law."""
        # The same rules are in force on every day between two changes, so that is the key.
        key = (kind, bisect_right(self.changes, on))
        plan = self._plans.get(key)
        if plan is None:
            plan = tuple(rule for rule in self.rules if on in rule.in_force and rule.concerns(kind))
            self._plans[key] = plan
        return plan

    def knows(self, kind: type[Any]) -> bool:
        """Whether some rule, at any date, is about subjects of a class."""
        return any(rule.concerns(kind) for rule in self.rules)

    def period_of(self, on: date) -> Period:
        """The days around this one over which no rule changes."""
        index = bisect_right(self.changes, on)
        return Period(
            self.changes[index - 1] if index else None,
            self.changes[index] if index < len(self.changes) else None,
        )


def _number(article: str) -> str:
    """An article number without what people write around it: ``L6323-3``."""
    plain = "".join(article.split()).translate(_PLAIN).upper()
    written = _WRITTEN.fullmatch(plain)
    return written[1] if written else plain
