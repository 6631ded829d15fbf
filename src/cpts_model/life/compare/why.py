"""What time turned by itself: the derived facts that came out otherwise, and the dates they rest on."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import attrs

from cpts_model.engine.dates import add_months
from cpts_model.engine.observe import Fact
from cpts_model.engine.text import Text
from cpts_model.engine.verdict import Verdict


@attrs.frozen(slots=True, kw_only=True)
class TurnedFact:
    """A derived fact that came out otherwise from one day to the next, with nothing told anew."""

    path: str
    label: Text | None
    before: Any
    after: Any
    dates: tuple[Fact, ...]
    """The dates told in the dossier that it rests on."""


def turned_facts(then: Verdict, now: Verdict) -> tuple[TurnedFact, ...]:
    """The derived facts that differ between the verdicts of two days: those at the bottom of the reading."""
    days = (then.on, now.on)
    return tuple(_turned(_by_path(then.facts, days), _by_path(now.facts, days), days))


def dates_compared(then: Verdict, now: Verdict) -> tuple[Fact, ...]:
    """The dates that the rule itself compared with the day; where it compared none, every date behind its facts."""
    facts, days = (*now.facts, *then.facts), (then.on, now.on)
    return _dates((fact for fact in facts if not fact.children), days) or _dates(_leaves(facts), days)


def _turned(then: dict[str, Fact], now: dict[str, Fact], days: tuple[date, date]) -> Iterator[TurnedFact]:
    for path, fact in now.items():
        other = then.get(path)
        if other is None or not (fact.children or other.children) or fact.value == other.value:
            continue
        deeper = tuple(_turned(_by_path(other.children, days), _by_path(fact.children, days), days))
        yield from deeper or (
            TurnedFact(
                path=fact.path,
                label=fact.label,
                before=other.value,
                after=fact.value,
                dates=_dates(_leaves((fact, other)), days),
            ),
        )


def _by_path(facts: Iterable[Fact], days: tuple[date, date]) -> dict[str, Fact]:
    """Facts by their path, in which the day asked makes no difference."""
    found: dict[str, Fact] = {}
    for fact in facts:
        path = fact.path
        for day in days:
            path = path.replace(day.isoformat(), "on")
        found.setdefault(path, fact)
    return found


def _leaves(facts: Iterable[Fact]) -> Iterator[Fact]:
    return (leaf for fact in facts for leaf in fact.leaves())


def _dates(leaves: Iterable[Fact], days: tuple[date, date]) -> tuple[Fact, ...]:
    """The known dates, once each; where there are some, those alone from which a delay just ran out."""
    found = {leaf.path: leaf for leaf in leaves if isinstance(leaf.value, date)}
    just_over = tuple(leaf for leaf in found.values() if _whole_months(leaf.value, days))
    return just_over or tuple(found.values())


def _whole_months(start: date, days: tuple[date, date]) -> bool:
    """Whether one of the days is the date itself, or lies whole months after it, as the delays of the law do."""
    return any(
        start <= day and add_months(start, 12 * (day.year - start.year) + day.month - start.month) == day
        for day in days
    )
