"""State machines of the law: states, what leads from one to the next, and where a subject stands on a day.

A machine is a table, and the table is all there is: the code runs it, the pictures draw it.
A transition asks of a subject and a day, as a rule does, whether what it speaks of has come
about; where a fact is unknown it raises, and the machine then follows both ways. So a
standing is a set of states that are still possible, and telling more facts only narrows it.

The machine runs over the days on which something can change (``days``), up to the day asked,
and takes on each of them the transitions that hold. States may thus be left and come back to, but
none is gone through twice in one day.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import chain
from typing import Any

import attrs

from cpts_model.engine.citations import Citation
from cpts_model.engine.dates import ALWAYS, Period
from cpts_model.engine.explain import format_day
from cpts_model.engine.observe import Fact, Log, view, watch
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import UNKNOWN, NotSettled, OpenQuestion, Unknown, first_to_mend
from cpts_model.life.basis import Basis

_DAY = timedelta(days=1)


@attrs.frozen(slots=True, kw_only=True, cache_hash=True)
class State:
    """A state of a subject: what it is called, and what it means for those it concerns."""

    id: str
    label: Text
    means: Text
    cites: tuple[Citation, ...] = ()
    """The articles that make it what it is; none where no text speaks of it."""
    final: bool = False


@attrs.frozen(slots=True, kw_only=True)
class Transition:
    """What leads from one state to another.

    ``taken`` is called ``(subject, on)``, reads like the text and says whether it holds on
    that day: what has come about by a day, and not on that very day alone, for the day may be
    unknown. It raises ``NotSettled`` where that is not known. Of two transitions out of a
    state that both hold, the first of the table is taken.
    """

    source: State
    target: State
    when: Text
    """The event, or the passing of a delay, in words."""
    taken: Callable[[Any, date], bool]
    basis: Basis
    in_force: Period = ALWAYS

    def __str__(self) -> str:
        return f"{self.source.id} -> {self.target.id} ({self.when.en})"


@attrs.frozen(slots=True, kw_only=True)
class Remark:
    """Something the reader of a state must know and that no transition decides."""

    text: Text
    basis: Basis | None = None
    warns: bool = False
    """Whether somebody should act on it, or have it checked."""


def nothing_to_remark(subject: Any, on: date) -> Iterable[Remark]:
    """No remark."""
    return ()


@attrs.define(slots=True, eq=False)
class _Answer:
    """Whether a transition holds on a day, asked once however many ways lead to it."""

    _of: Transition
    _subject: Any
    _on: date
    _heard: list[Fact] | None
    """Where to note what an answer that is not settled was drawn from."""
    _told: bool | NotSettled | None = None

    def __call__(self) -> bool | NotSettled:
        if self._told is None:
            self._told = self._ask()
            if self._heard is not None and isinstance(self._told, NotSettled):
                self._heard.extend(self._read())
        return self._told

    def _ask(self) -> bool | NotSettled:
        try:
            return bool(self._of.taken(self._subject, self._on))
        except NotSettled as not_settled:
            return not_settled

    def _read(self) -> tuple[Fact, ...]:
        log = Log()
        seen = view(self._subject, "", log)
        watch(lambda: self._of.taken(seen, self._on))
        return log.facts


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Machine:
    """States, the transitions between them, and the days on which one may be taken.

    ``days`` gives, of a subject, every known day on which a transition may begin or cease to
    hold: events, the first day after each delay, changes of the law.
    """

    id: str
    title: Text
    initial: State
    transitions: tuple[Transition, ...]
    days: Callable[[Any], Iterable[date]]
    remarks: Callable[[Any, date], Iterable[Remark]] = nothing_to_remark

    def __reduce_ex__(self, protocol: Any) -> Any:
        # One of the library's own is the same one wherever a standing travels.
        from cpts_model.life.machines import MACHINES

        own = MACHINES.get(self.id) is self
        return (_called, (self.id,)) if own else object.__reduce_ex__(self, protocol)

    @property
    def states(self) -> tuple[State, ...]:
        """Every state, once each: the initial one first, then in the order of the table."""
        ends = chain.from_iterable((one.source, one.target) for one in self.transitions)
        return tuple(dict.fromkeys((self.initial, *ends)))

    def at(self, on: date) -> tuple[Transition, ...]:
        """The transitions that the law of a day knows."""
        return tuple(one for one in self.transitions if on in one.in_force)

    @property
    def changes(self) -> tuple[date, ...]:
        """The days on which the law changes the table."""
        ends = chain.from_iterable((one.in_force.start, one.in_force.end) for one in self.transitions)
        return tuple(sorted({day for day in ends if day is not None}))

    def standing(self, subject: Any, *, on: date) -> "Standing":
        """Where a subject stands on a day.

        Raises:
            TypeError: ``on`` is not a plain ``datetime.date``.
        """
        if not isinstance(on, date) or isinstance(on, datetime):
            raise TypeError(f"on= takes a datetime.date, not {on!r}")
        return Standing(machine=self, subject=subject, on=on)

    def follow(self, subject: Any, here: "Possible", on: date, heard: list[Fact] | None = None) -> "Possible":
        """The states possible at the end of a day, from those possible before it.

        What the answers that are not settled were drawn from is added to ``heard``.
        """
        table = [(one, _Answer(one, subject, on, heard)) for one in self.at(on)]
        reached: dict[State, NotSettled | None] = {}
        to_go = [(state, here.doubts[state], frozenset[State]()) for state in here.doubts]
        while to_go:
            state, doubt, passed = to_go.pop()
            stays = True
            for one, answer in table:
                if one.source != state or one.target in passed:
                    continue
                holds = answer()
                if isinstance(holds, NotSettled):
                    doubt = first_to_mend(doubt, holds)
                    to_go.append((one.target, doubt, passed | {state}))
                elif holds:
                    to_go.append((one.target, doubt, passed | {state}))
                    stays = False
                    break
            if stays:
                reached[state] = first_to_mend(reached.get(state), doubt) if doubt else reached.get(state)
        if len(reached) == 1:  # whichever way was taken, it came to this: what was in doubt matters no more
            return Possible(dict.fromkeys(reached))
        return Possible({state: reached[state] for state in self.states if state in reached})

    @property
    def start(self) -> "Possible":
        """Where everything begins."""
        return Possible({self.initial: None})

    def known_days(self, subject: Any, *, until: date) -> tuple[date, ...]:
        """The days that matter, in order, up to a day, which is the last of them.

        The day before each is looked at as well: a state begins on a day only if it was not
        possible the day before.
        """
        known = {day for day in (*self.days(subject), *self.changes) if day <= until}
        return tuple(sorted({until, *known, *(day - _DAY for day in known if day > date.min)}))

    def over(
        self, subject: Any, days: "Iterable[date]", here: "Possible"
    ) -> "Iterator[tuple[date, Possible]]":
        """The states possible at the end of each of the days, from those possible before them."""
        for day in days:
            here = self.follow(subject, here, day)
            yield day, here

    def run(self, subject: Any, *, until: date) -> "Iterator[tuple[date, Possible]]":
        """The states possible at the end of each day that matters, in order, and of the last day."""
        yield from self.over(subject, self.known_days(subject, until=until), self.start)


def _called(machine_id: str) -> Machine:
    from cpts_model.life.machines import MACHINES

    return MACHINES[machine_id]


@attrs.frozen(slots=True)
class Possible:
    """The states that what is known leaves possible, each with what keeps it from being sure."""

    doubts: dict[State, NotSettled | None]

    @property
    def states(self) -> tuple[State, ...]:
        """The states."""
        return tuple(self.doubts)

    @property
    def doubt(self) -> NotSettled | None:
        """What to speak of first, when more than one state is possible."""
        if len(self.doubts) == 1:
            return None
        doubt: NotSettled | None = None
        for other in self.doubts.values():
            doubt = first_to_mend(doubt, other)
        return doubt


@attrs.frozen(slots=True, kw_only=True)
class Stay:
    """The time over which the states possible stay the same."""

    states: tuple[State, ...]
    since: date | None
    """The first day of it; ``None`` for what was so on the first day looked at."""
    until: date | None
    """The last day of it; ``None`` for what is so on the last day looked at."""

    @property
    def state(self) -> State | Unknown:
        """The state, or UNKNOWN where several are possible."""
        return self.states[0] if len(self.states) == 1 else UNKNOWN


@attrs.frozen(kw_only=True, repr=False)
class Standing:
    """Where a subject stands on a day, and how it came there."""

    machine: Machine = attrs.field(repr=False)
    subject: Any = attrs.field(repr=False)
    on: date

    def __repr__(self) -> str:
        return f"<Standing {self.machine.id}: {' or '.join(state.id for state in self.states)} on {self.on}>"

    @cached_property
    def _run(self) -> tuple[tuple[date, Possible], ...]:
        return tuple(self.machine.run(self.subject, until=self.on))

    @property
    def possible(self) -> Possible:
        """The states possible on the day, with what keeps each from being sure."""
        return self._run[-1][1]

    @property
    def states(self) -> tuple[State, ...]:
        """The states that what is known leaves possible."""
        return self.possible.states

    @property
    def settled(self) -> bool:
        """Whether one state alone is possible."""
        return len(self.states) == 1

    @property
    def state(self) -> State | Unknown:
        """The state, or UNKNOWN where several are possible."""
        return self.states[0] if self.settled else UNKNOWN

    @property
    def reason(self) -> Text | None:
        """Why the texts leave it open, where it is not for want of a fact alone."""
        doubt = self.possible.doubt
        return doubt.reason if isinstance(doubt, OpenQuestion) else None

    @cached_property
    def history(self) -> tuple[Stay, ...]:
        """The states over time, from the first to that of the day."""
        stays: list[Stay] = []
        for day, here in self._run:
            if not stays:
                stays.append(Stay(states=here.states, since=None, until=None))
            elif stays[-1].states != here.states:
                stays[-1] = attrs.evolve(stays[-1], until=day - _DAY)
                stays.append(Stay(states=here.states, since=day, until=None))
        return tuple(stays)

    @property
    def since(self) -> date | None | Unknown:
        """The day the state began; ``None`` if it was so from the start; UNKNOWN where that is open.

        A state that was possible already the day before may have begun earlier.
        """
        *earlier, here = self.history
        if self.settled and not earlier:
            return None
        if not self.settled or here.states[0] in earlier[-1].states:
            return UNKNOWN
        return here.since

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What the machine read to come to this, found by running it once more."""
        log = Log()
        seen = view(self.subject, "", log)
        days = (day for day, _ in self._run)
        watch(lambda: tuple(self.machine.over(seen, days, self.machine.start)))
        return log.facts

    @property
    def unknown(self) -> tuple[Fact, ...]:
        """The facts that nobody has told and that may settle it; none when it is settled.

        What was read up to the last day that was sure is left out, and what an answer was settled
        without: it settles nothing any more. A day that leaves the states as they were asks nothing
        that the last day does not.
        """
        if self.settled:
            return ()
        sure = max((at for at, (_, here) in enumerate(self._run) if len(here.states) == 1), default=-1)
        before = self._run[sure][1] if sure >= 0 else self.machine.start
        heard: list[Fact] = []
        for day, here in self._run[sure + 1 :]:
            if here.states != before.states or day == self.on:
                self.machine.follow(self.subject, before, day, heard)
            before = here
        return tuple({leaf.path: leaf for fact in heard for leaf in fact.open_leaves()}.values())

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What the reader must know besides."""
        return tuple(self.machine.remarks(self.subject, self.on))

    @property
    def basis(self) -> tuple[Basis, ...]:
        """The texts by which each state possible on the day is come to: of that day or, without any, of another."""
        ways = [one for one in self.machine.transitions if one.target in self.states]
        told = {one.target for one in ways if self.on in one.in_force}
        return tuple(
            dict.fromkeys(one.basis for one in ways if self.on in one.in_force or one.target not in told)
        )

    def explain(self, lang: Lang = "fr") -> str:
        """The state in words: since when, what it means, by which texts, what is open and what to ask."""
        return "\n".join(self._lines(lang))

    def _lines(self, lang: Lang) -> Iterator[str]:
        words = _WORDS
        day = words["on"].to(lang).format(format_day(self.on, lang))
        names = words["or"].to(lang).join(state.label.to(lang) for state in self.states)
        yield f"{self.machine.title.to(lang)} {day} : {names}"
        since = self.since
        if isinstance(since, date):
            yield words["since"].to(lang).format(format_day(since, lang))
        for state in self.states:
            name = "" if self.settled else f"{state.label.to(lang)} : "
            yield name + state.means.to(lang)
        yield from dict.fromkeys(words["text"].to(lang) + basis.to(lang) for basis in self.basis)
        if self.reason is not None:
            yield words["reason"].to(lang) + self.reason.to(lang)
        for fact in self.unknown:
            yield words["ask"].to(lang) + fact_named(fact, lang)
        for remark in self.remarks:
            yield words["warn" if remark.warns else "note"].to(lang) + remark.text.to(lang)


def fact_named(fact: Fact, lang: Lang) -> str:
    """A fact by its name and its place."""
    name = f"{fact.label.to(lang)} " if fact.label else ""
    return f"{name}({fact.path})"


_WORDS = {
    "on": Text("au {}", "on {}"),
    "or": Text(" ou ", " or "),
    "since": Text("Depuis le {}", "Since {}"),
    "text": Text("Texte : ", "Text: "),
    "reason": Text("Question ouverte : ", "Open question: "),
    "ask": Text("À demander : ", "To ask: "),
    "warn": Text("Attention : ", "Warning: "),
    "note": Text("À savoir : ", "Note: "),
}
