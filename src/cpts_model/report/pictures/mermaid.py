"""The states of a machine and the timeline of a dossier as Mermaid text, for pages that draw it (GitHub, wikis)."""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from cpts_model.engine.dates import ALWAYS
from cpts_model.engine.explain import describe, format_day
from cpts_model.engine.text import Lang, Text
from cpts_model.life.machine import Machine, Standing, Transition
from cpts_model.report.chronology import Bar, Chronology, Lane
from cpts_model.report.pictures.svg import written

LONGEST = 160
"""How many characters of a text a diagram takes in."""

_DAY = timedelta(days=1)
_PLAIN = frozenset(" .,'’●→()/-°«»·…–—•?!")
"""What may stand beside letters and digits; all else is written by its number, as ``#58;`` for a colon."""

_WORDS = {
    "facts": Text("Ce que dit le dossier", "What the dossier says"),
    "deadlines": Text("Échéances", "Deadlines"),
    "today": Text("Jour de référence", "Day looked from"),
    "title": Text("{name}, au {day}", "{name}, on {day}"),
}


def states_mermaid(
    machine: Machine, *, lang: Lang = "fr", on: date | None = None, standing: Standing | None = None
) -> str:
    """The states of a machine as a Mermaid ``stateDiagram-v2``.

    With ``on``, the transitions that the law of that day knows; without, all of them, each
    with the time over which it is in force. With ``standing`` the states possible are
    marked, and ``on`` is its day.
    """
    day = on if standing is None else standing.on
    table = machine.transitions if day is None else machine.at(day)
    joined = {machine.initial, *(standing.states if standing else ())}
    joined |= {state for one in table for state in (one.source, one.target)}
    names = {state: f"s{number}" for number, state in enumerate(machine.states) if state in joined}
    lines = ["stateDiagram-v2"]
    for state, name in names.items():
        here = "● " if standing is not None and state in standing.states else ""
        lines.append(f'    state "{_text(here + state.label.to(lang))}" as {name}')
    lines.append(f"    [*] --> {names[machine.initial]}")
    lines += [
        f"    {names[one.source]} --> {names[one.target]} : {_text(_arrow(one, lang, dated=day is None))}"
        for one in table
    ]
    lines += [f"    {name} --> [*]" for state, name in names.items() if state.final]
    return "\n".join([*lines, ""])


def _arrow(one: Transition, lang: Lang, *, dated: bool) -> str:
    said = [one.basis.cites.short]
    said += [describe(one.in_force, lang)] if dated and one.in_force != ALWAYS else []
    return f"{one.when.to(lang)} ({' ; '.join(said)})"


def timeline_mermaid(told: Chronology) -> str:
    """A chronology as a Mermaid ``gantt``: the one diagram of Mermaid's that draws days to scale."""
    title = _say("title", told.lang, name=told.name, day=format_day(told.on, told.lang))
    lines = [
        "gantt",
        f"    title {_text(title)}",
        "    dateFormat YYYY-MM-DD",
        "    axisFormat %Y",
        "    todayMarker off",
    ]
    points = [(event.day, event.words) for event in told.events]
    lines += _points(_say("facts", told.lang), points, told.lang)
    for lane in told.states:
        lines += _lane(lane, "active, ")
    due = [(one.day, one.title.to(told.lang)) for one in told.deadlines if isinstance(one.day, date)]
    lines += _points(_say("deadlines", told.lang), due, told.lang)
    if told.since <= told.on <= told.until:
        today = format_day(told.on, told.lang)
        lines += [
            f"    section {_text(_say('today', told.lang))}",
            f"    {_text(today)} :crit, milestone, {told.on}, 0d",
        ]
    for lane in told.law:
        lines += _lane(lane, "")
    return "\n".join([*lines, ""])


def _say(word: str, lang: Lang, **named: str) -> str:
    return _WORDS[word].to(lang).format(**named)


def _points(section: str, points: Iterable[tuple[date, str]], lang: Lang) -> Iterator[str]:
    for number, (day, words) in enumerate(points):
        if number == 0:
            yield f"    section {_text(section)}"
        yield f"    {_text(f'{format_day(day, lang)} {words}')} :milestone, {day}, 0d"


def _lane(lane: Lane, mark: str) -> Iterator[str]:
    yield f"    section {_text(lane.name)}"
    for bar in lane.bars:
        yield f"    {_text(_bar_words(bar))} :{mark if bar.sure else 'crit, '}{bar.first}, {_after(bar.last)}"


def _bar_words(bar: Bar) -> str:
    words = " · ".join(part for part in (bar.number, bar.words) if part)
    return words if bar.sure else f"? {words}"


def _after(day: date) -> date:
    """The day after, where a bar of Mermaid's ends; the calendar's last day has none."""
    return day + _DAY if day < date.max else day


def _text(words: str) -> str:
    """Words as Mermaid reads them as words, whatever signs they hold."""
    shown = written(words[:LONGEST]).strip() or "?"
    return "".join(sign if sign in _PLAIN or _is_letter(sign) else f"#{ord(sign)};" for sign in shown)


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNM"
