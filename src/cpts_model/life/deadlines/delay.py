"""A delay of the law as a value of a table: from which day it runs, for whom, and by which rule.

The lengths of the delays, and the conditions on which they bear, are those of the law modules.
Where a rule turns on the day by itself, the deadline is drawn from that very rule. Where it
cannot (it waits for another event, or speaks of parts of the subject), the delay says so and
brings its own questions.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs

from cpts_model.engine.dates import add_months, first_day_after
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown
from cpts_model.life.basis import Basis
from cpts_model.life.deadlines.deadline import DeadlineKind

_DAY = timedelta(days=1)


def always(subject: Any) -> bool:
    """It concerns every subject of its kind."""
    return True


def on_the(day: date) -> Callable[[Any], date]:
    """The same day for every subject."""
    return lambda subject: day


def day_before(day: date | None | Unknown) -> date | None | Unknown:
    """The last day before an event, if there is one; the calendar's first day at the earliest."""
    return day - _DAY if isinstance(day, date) and day > date.min else day


@attrs.frozen(slots=True, kw_only=True)
class Delay:
    """A dated obligation, effect, right or end that a text knows, whoever it is for.

    ``starts`` gives the day it is counted from (``None`` where nothing runs). With ``months``
    it ends with the day that many legal months later, and an effect or a right begins on the
    day after; without, the day is the very one given.
    """

    key: str
    rule: str
    """The rule that judges it, and whose text it is unless ``basis`` gives another."""
    basis: Basis | None = None
    starts: Callable[[Any], date | None | Unknown]
    months: int | None = None
    kind: DeadlineKind
    title: Text
    concerns: Callable[[Any], bool] = always
    """Whether it is for this subject at all; raises where that is not known."""
    done: Callable[[Any], bool] | None = None
    """Of an obligation: whether it was acted on; without, the rule says so on the day after."""
    comes: Callable[[Any, date], bool] | None = None
    """Of an effect or a right: whether it has come by a day, where the rule asks for more than that."""
    turns: bool = True
    """Whether the answer of the rule on the subject turns on that day by itself."""
    who: Text | None = None
    provided: Text | None = None
    note: Text | None = None

    def day_from(self, start: date) -> date | None:
        """Its day, counted from another; ``None`` beyond the calendar."""
        if self.months is None:
            return start
        day = (first_day_after if self.kind.begins else add_months)(start, self.months)
        return None if day == date.max else day
