"""What is due and by when, of one structure, within a window of days; and what is due next."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from cpts_model.engine.dates import add_years
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.structures import CPTS, SISA, CentreDeSante, MaisonDeSante, Structure
from cpts_model.life.deadlines import cds, cpts, msp, sisa
from cpts_model.life.deadlines.deadline import Deadline, DeadlineKind
from cpts_model.life.deadlines.delay import Delay
from cpts_model.life.deadlines.making import deadline_of

_DAY = timedelta(days=1)
_YEARS_AHEAD = 2
"""How far to look at first for what is due next: each yearly date comes once within it."""

_OF_A_KIND: dict[type[Structure], Callable[[date, date], Iterable[Delay]]] = {
    CPTS: cpts.delays,
    MaisonDeSante: msp.delays,
    CentreDeSante: lambda since, until: cds.DELAYS,
    SISA: lambda since, until: sisa.DELAYS,
}
"""The équipes de soins, primaires or spécialisés, have none: no text read gives them a delay."""


class Deadlines(tuple[Deadline, ...]):
    """Deadlines by their day, then by their key; beside them those whose day is not known.

    ``undated`` are those that would stand somewhere, within the window or not, once the facts
    they depend on are told.
    """

    undated: tuple[Deadline, ...]

    def __new__(cls, dated: Iterable[Deadline] = (), *, undated: Iterable[Deadline] = ()) -> "Deadlines":
        """Deadlines in their order, whatever order they are given in."""
        made = super().__new__(cls, sorted(dated, key=_order))
        made.undated = tuple(sorted(undated, key=_order))
        return made

    def __repr__(self) -> str:
        return f"<Deadlines: {len(self)} dated, {len(self.undated)} undated>"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (tuple(self), self.undated)

    @property
    def pending(self) -> "Deadlines":
        """Without the obligations that were met."""
        return Deadlines(
            (one for one in self if one.done is not True),
            undated=(one for one in self.undated if one.done is not True),
        )


def _rebuilt(dated: tuple[Deadline, ...], undated: tuple[Deadline, ...]) -> Deadlines:
    return Deadlines(dated, undated=undated)


def _order(deadline: Deadline) -> tuple[date, str, str]:
    day = deadline.day
    return date.max if isinstance(day, Unknown) else day, deadline.key, deadline.subject_id


def deadlines(subject: Structure, *, since: date, until: date) -> Deadlines:
    """What is due of a structure from one day to another, both included.

    Of a maison de santé, the dates of the SISA that carries it come with its own.

    Raises:
        ValueError: the window ends before it begins.
    """
    if until < since:
        raise ValueError(f"until={until} comes before since={since}: give the earlier day as since")
    found = tuple(_found(subject, since, until))
    return Deadlines(
        (one for one in found if not isinstance(one.day, Unknown) and since <= one.day <= until),
        undated=(one for one in found if isinstance(one.day, Unknown)),
    )


def is_given_delays(subject: Structure) -> bool:
    """Whether a text read gives delays to structures of this kind at all."""
    return isinstance(subject, tuple(_OF_A_KIND))


def _found(subject: Structure, since: date, until: date, at: str = "") -> Iterator[Deadline]:
    delays = next((of for kind, of in _OF_A_KIND.items() if isinstance(subject, kind)), None)
    for delay in delays(since, until) if delays else ():
        deadline = deadline_of(delay, subject, at)
        if deadline is not None:
            yield deadline
    if isinstance(subject, MaisonDeSante) and isinstance(subject.sisa, SISA):
        yield from _found(subject.sisa, since, until, "sisa")


def next_due(subject: Structure, *, on: date) -> Deadline | None:
    """The first obligation on a day or after it that is not done; where there is none, what comes first.

    What is uncertain counts; what has no known day does not.
    """
    soon = add_years(on, _YEARS_AHEAD)
    coming = deadlines(subject, since=on, until=soon).pending
    if not coming and soon < date.max:
        coming = deadlines(subject, since=soon + _DAY, until=date.max).pending
    return next((one for one in coming if one.kind is DeadlineKind.OBLIGATION), next(iter(coming), None))
