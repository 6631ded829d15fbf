"""The chronology of a dossier, put together."""

from collections.abc import Iterable, Iterator
from datetime import date

from cpts_model.engine.dates import add_years
from cpts_model.engine.law import Law
from cpts_model.engine.text import Lang
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.structures import SISA, MaisonDeSante, Structure
from cpts_model.law import LAW
from cpts_model.life.deadlines import Deadline
from cpts_model.life.deadlines import deadlines as deadlines_of
from cpts_model.life.machine import Standing
from cpts_model.life.projet import projet_state
from cpts_model.life.sisa import sisa_state
from cpts_model.report.chronology.events import counted_moves, dated_facts, moves
from cpts_model.report.chronology.lanes import law_lanes, state_lane
from cpts_model.report.chronology.model import Chronology, Window

LOOKED_BACK, LOOKED_AHEAD = 15, 3
"""How many years before and after the day a timeline goes that is given no ends."""

FARTHEST = 60
"""How many years around the day deadlines are looked for, however wide the timeline: some come every year."""


def chronology(
    subject: Structure,
    *,
    on: date,
    since: date | None = None,
    until: date | None = None,
    law: Law = LAW,
    lang: Lang = "fr",
    deadlines: Iterable[Deadline] | None = None,
    standings: Iterable[Standing] | None = None,
) -> Chronology:
    """The chronology of a structure, seen from a day.

    Without ``since`` and ``until`` it covers what is dated, within :data:`LOOKED_BACK` years
    before the day and :data:`LOOKED_AHEAD` years after it, in whole years. Deadlines and
    states are those that the law gives it, unless others are given.

    Raises:
        ValueError: it would end before it begins.
    """
    due = tuple(_deadlines(subject, on, since, until) if deadlines is None else deadlines)
    dated = sorted((one for one in due if isinstance(one.day, date)), key=lambda one: (one.day, one.uid))
    told = tuple(dated_facts(subject, lang))
    moved = {way: moves(subject, way) for way in ("joined", "left")}
    days = [event.day for event in told] + [one.day for one in dated if isinstance(one.day, date)]
    days += [day for way in moved.values() for day, _ in way]
    first, last = _window([*days, on], on)
    since, until = since or min(first, until or first), until or max(last, since or last)
    period = Window(since=since, until=until)
    events = [event for event in told if event.day in period]
    for way, every in moved.items():
        events += counted_moves(way, [move for move in every if move[0] in period], lang)
    stands = states_of(subject, on=on) if standings is None else standings
    lanes = tuple(law_lanes(type(subject), law, period, lang))
    return Chronology(
        name=subject.id if isinstance(subject.name, Unknown) else subject.name,
        on=on,
        lang=lang,
        since=since,
        until=until,
        events=tuple(sorted(events, key=lambda event: (event.day, event.words))),
        states=tuple(state_lane(standing, period, lang) for standing in stands),
        law=tuple(lane for lane in lanes if not lane.steady),
        steady=tuple(lane.name for lane in lanes if lane.steady),
        deadlines=tuple(one for one in dated if one.day in period),
        undated=tuple(one for one in due if isinstance(one.day, Unknown)),
        outside=sum(day not in period for day in days),
    )


def _deadlines(subject: Structure, on: date, since: date | None, until: date | None) -> Iterator[Deadline]:
    first, last = since or add_years(on, -LOOKED_BACK), until or add_years(on, LOOKED_AHEAD)
    first = max(min(first, last) if since is None else first, add_years(on, -FARTHEST))
    last = min(max(first, last) if until is None else last, add_years(on, FARTHEST))
    if first <= last:
        found = deadlines_of(subject, since=first, until=last)
        yield from found
        yield from found.undated


def states_of(subject: Structure, *, on: date) -> Iterator[Standing]:
    """Where a structure stands on a day: its projet de santé, and the minimum of partners of its SISA."""
    if not isinstance(subject, SISA) or subject.is_maison_de_sante is True:
        yield projet_state(subject, on=on)
    company = subject.sisa if isinstance(subject, MaisonDeSante) else subject
    if isinstance(company, SISA):
        yield sisa_state(company, on=on)


def _window(days: list[date], on: date) -> tuple[date, date]:
    """Whole years around the days that are near the one it is seen from."""
    back, ahead = add_years(on, -LOOKED_BACK), add_years(on, LOOKED_AHEAD)
    near = [day for day in days if back <= day <= ahead]
    return date(min(near).year, 1, 1), date(max(near).year, 12, 31)
