"""A chronology in lines, for the terminal and for those who do not see the picture."""

from collections.abc import Iterator
from datetime import date

from cpts_model.engine.explain import format_day
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.life.deadlines import Deadline
from cpts_model.report.chronology.model import Bar, Chronology, Lane
from cpts_model.report.text import Line

_WORDS = {
    "head": Text("{name} : du {since} au {until}", "{name}: from {since} to {until}"),
    "fact": Text("fait", "fact"),
    "state": Text("état", "state"),
    "law": Text("droit", "law"),
    "due": Text("échéance", "deadline"),
    "today": Text("jour de référence", "day looked from"),
    "begins": Text("{lane} : {words}", "{lane}: {words}"),
    "already": Text("déjà avant le {day}", "already before {day}"),
    "uncertain": Text("à confirmer", "to confirm"),
    "done": Text("fait", "done"),
    "undated": Text("Échéances dont la date reste à déterminer", "Deadlines whose day is to be determined"),
    "depends": Text("dépend de : {facts}", "depends on: {facts}"),
    "outside": Text(
        "Hors de la période : {n} date(s) du dossier ou échéance(s).",
        "Outside this time: {n} date(s) of the dossier or deadline(s).",
    ),
}
_ORDER = ("law", "fact", "state", "due", "today")
_STYLES = {"law": "plain", "fact": "plain", "state": "open", "due": "warnings", "today": "head"}


def chronology_lines(told: Chronology) -> Iterator[Line]:
    """The days in order: versions of the law, facts, states, deadlines, and the day it is seen from."""
    lang = told.lang
    days = {name: format_day(getattr(told, name), lang) for name in ("since", "until")}
    yield Line(_say("head", lang).format(name=told.name, **days), "head")
    kinds = {name: _say(name, lang) for name in _ORDER}
    width = max(len(kinds[name]) for name in _ORDER if name != "today")
    for day, kind, words in sorted(_moments(told), key=lambda one: (one[0], _ORDER.index(one[1]))):
        if kind == "today":
            yield Line(f"{format_day(day, lang)} ── {words} ──", "head", 1)
        else:
            yield Line(f"{format_day(day, lang)}  {kinds[kind]:{width}}  {words}", _STYLES[kind], 1)
    if told.undated:
        yield Line()
        yield Line(_say("undated", lang), "head")
        for deadline in told.undated:
            yield Line(_due(deadline, lang), "warnings", 1)
    if told.outside:
        yield Line(_say("outside", lang).format(n=told.outside))


def _moments(told: Chronology) -> Iterator[tuple[date, str, str]]:
    """Each day on which something is told, of what kind it is, and its words."""
    lang = told.lang
    if told.since <= told.on <= told.until:
        yield told.on, "today", _say("today", lang)
    for event in told.events:
        yield event.day, "fact", f"{event.words} ({event.more})" if event.more else event.words
    for kind, lanes in (("state", told.states), ("law", told.law)):
        for lane in lanes:
            for bar in lane.bars:
                yield bar.first, kind, _lasting(lane, bar, lang)
    for deadline in told.deadlines:
        if isinstance(deadline.day, date):
            yield deadline.day, "due", _due(deadline, lang)


def _lasting(lane: Lane, bar: Bar, lang: Lang) -> str:
    words = _say("begins", lang).format(lane=lane.name, words=bar.words)
    notes = [] if bar.begins else [_say("already", lang).format(day=format_day(bar.first, lang))]
    return f"{words} ({', '.join(notes)})" if notes else words


def _due(deadline: Deadline, lang: Lang) -> str:
    said = f"{deadline.kind.label.to(lang)} : {deadline.title.to(lang)} ({deadline.basis.cites.short})"
    notes = [_say("done", lang)] if deadline.done is True else []
    notes += [] if deadline.certain else [_say("uncertain", lang)]
    if isinstance(deadline.day, Unknown) or deadline.depends_on:
        facts = dict.fromkeys(
            fact.label.to(lang) if fact.label else fact.path for fact in deadline.depends_on
        )
        notes += [_say("depends", lang).format(facts=", ".join(facts))] if facts else []
    notes += [deadline.reason.to(lang)] if deadline.reason is not None else []
    return f"{said} — {', '.join(notes)}" if notes else said


def _say(word: str, lang: Lang) -> str:
    return _WORDS[word].to(lang)
