"""What comes next, for whatever a state machine of the law follows."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

from cpts_model.engine.explain import format_day
from cpts_model.engine.observe import Fact
from cpts_model.engine.text import Lang, Text
from cpts_model.life.machine import Machine, Standing, State, Transition, fact_named

_OR = Text(" ou ", " or ")
_NEXT = Text(
    "À compter du {}, si rien d'autre n'arrive d'ici là : ", "From {}, if nothing else happens until then: "
)
_DEPENDS = Text("Dépend de : ", "Depends on: ")


@attrs.frozen(kw_only=True)
class NextChange:
    """What comes next if nothing happens but what is told and the passing of time."""

    before: Standing
    after: Standing

    @property
    def day(self) -> date:
        """The first day of it."""
        return self.after.on

    @property
    def states(self) -> tuple[State, ...]:
        """The states possible from that day on."""
        return self.after.states

    @property
    def sure(self) -> bool:
        """Whether it comes on that day, and to one state, whatever the unknown facts are."""
        return self.before.settled and self.after.settled

    @property
    def unknown(self) -> tuple[Fact, ...]:
        """The unknown facts it depends on."""
        return tuple({fact.path: fact for fact in (*self.before.unknown, *self.after.unknown)}.values())

    @property
    def transitions(self) -> tuple[Transition, ...]:
        """What leads there in one step."""
        return tuple(
            one
            for one in self.after.machine.at(self.day)
            if one.source in self.before.states and one.target in self.states
        )

    def explain(self, lang: Lang = "fr") -> str:
        """In words: from which day, what, and on which facts it depends."""
        return "\n".join(self._lines(lang))

    def _lines(self, lang: Lang) -> Iterator[str]:
        names = _OR.to(lang).join(state.label.to(lang) for state in self.states)
        yield _NEXT.to(lang).format(format_day(self.day, lang)) + names
        for one in self.transitions:
            yield f"{one.when.to(lang)} — {one.basis.to(lang)}"
        for fact in self.unknown:
            yield _DEPENDS.to(lang) + fact_named(fact, lang)


def next_change(machine: Machine, subject: Any, *, on: date) -> NextChange | None:
    """The first day after ``on`` from which other states are possible; ``None`` if none is known."""
    before = machine.standing(subject, on=on)
    later = [day for day in (*machine.days(subject), *machine.changes) if day > on]
    days = machine.known_days(subject, until=max(later, default=on))
    for day, here in machine.over(subject, (day for day in days if day > on), before.possible):
        if here.states != before.states:
            return NextChange(before=before, after=machine.standing(subject, on=day))
    return None
