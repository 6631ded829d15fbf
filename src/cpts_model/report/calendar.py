"""Deadlines as a calendar (iCalendar, RFC 5545), to put into one's own.

A deadline is an event of a whole day. Its UID says which deadline it is and not when, and
its SEQUENCE grows with the day the calendar is drawn up, and within a day from one calendar
to that which replaces it: importing a later one moves the events that moved and adds no
doubles.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from cpts_model.engine.errors import MissingExtra
from cpts_model.engine.explain import format_day
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.life.deadlines import Deadline, DeadlineKind
from cpts_model.report.visible import visible

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event

PRODUCER = "-//cpts_model//cpts_model//FR"
"""The PRODID: what drew the calendar up."""

REMINDER = timedelta(days=30)
"""How long before its day something to be done, or that ends, is recalled."""

LONGEST = 4000
"""How many characters of a text an event takes in."""

_SEQUENCE = re.compile(rb"^SEQUENCE:([0-9]{1,9})\r?$", re.MULTILINE)
"""The longest has fewer digits than the greatest INTEGER (RFC 5545, 3.3.8), so one more fits."""

_RECALLED = (DeadlineKind.OBLIGATION, DeadlineKind.END)
_FIRST_YEAR = 1000
"""Programs that read calendars refuse, or misread, years of fewer than four digits."""

_WORDS = {
    "uncertain": Text("(à confirmer)", "(to confirm)"),
    "done": Text("(fait)", "(done)"),
    "kind": Text("Nature : {said}", "Kind: {said}"),
    "text": Text("Texte : {said}", "Text: {said}"),
    "also": Text("Voir aussi : {said}", "See also: {said}"),
    "source": Text("Vu dans : {said}", "Seen in: {said}"),
    "who": Text("Qui : {said}", "Who: {said}"),
    "provided": Text("Condition : {said}", "Condition: {said}"),
    "depends": Text("Dépend de : {said}", "Depends on: {said}"),
    "reason": Text("Question ouverte : {said}", "Open question: {said}"),
    "note": Text("À savoir : {said}", "Note: {said}"),
    "stamped": Text(
        "Calendrier établi le {said} : les textes et le dossier ont pu changer depuis.",
        "Calendar drawn up on {said}: the texts and the dossier may have changed since.",
    ),
    "undated": Text(
        "Échéances sans date connue, non portées : {said}.", "Deadlines of no known day, left out: {said}."
    ),
}


def calendar_of(
    deadlines: Iterable[Deadline],
    *,
    name: str,
    stamped_on: date,
    lang: Lang = "fr",
    replaces: bytes = b"",
) -> bytes:
    """A calendar of the deadlines whose day is known; how many others there are is told in its description.

    ``stamped_on`` is the day it is drawn up: with a later one an import replaces an earlier
    one. ``replaces`` is the calendar that was drawn up before: programs that keep, of two
    events alike in UID and SEQUENCE, the one they have, then take the new one though both
    were drawn up on one day. The same arguments give the same bytes, and a calendar that
    would say no more than that before is the one before.

    Raises:
        MissingExtra: ``icalendar`` is not there.
        ValueError: ``stamped_on`` lies before the year 1000, which no calendar can hold.
    """
    if stamped_on.year < _FIRST_YEAR:
        raise ValueError(f"a calendar cannot be drawn up on {stamped_on}")
    every = tuple(deadlines)
    # It must grow when the day of an event changes (RFC 5545, 3.8.7.4): the day's number does.
    number = stamped_on.toordinal()
    before = max(map(int, _SEQUENCE.findall(replaces)), default=0)
    if before < number:
        return _drawn_up(every, name, stamped_on, number, lang)
    same = _drawn_up(every, name, stamped_on, before, lang)
    return same if same == replaces else _drawn_up(every, name, stamped_on, before + 1, lang)


def _drawn_up(every: Sequence[Deadline], name: str, stamped_on: date, number: int, lang: Lang) -> bytes:
    dated = [one for one in every if _dated(one)]
    calendar = _calendar(name, len(every) - len(dated), stamped_on, lang)
    for deadline in sorted(dated, key=lambda one: (str(one.day), one.uid)):
        calendar.add_component(_event(deadline, stamped_on, number, lang))
    drawn_up: bytes = calendar.to_ical()
    return drawn_up


def left_out(deadlines: Iterable[Deadline]) -> int:
    """How many deadlines no calendar holds: those of which the day is not known."""
    return sum(not _dated(one) for one in deadlines)


def _dated(deadline: Deadline) -> bool:
    return not isinstance(deadline.day, Unknown) and deadline.day.year >= _FIRST_YEAR


def _calendar(name: str, undated: int, stamped_on: date, lang: Lang) -> "Calendar":
    try:
        from icalendar import Calendar, vText
    except ImportError:
        raise MissingExtra("icalendar", "calendar") from None
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    said = [_say("stamped", lang, format_day(stamped_on, lang))]
    said += [_say("undated", lang, str(undated))] if undated else []
    # The X- ones are for programs that know no NAME and no DESCRIPTION of a calendar (RFC 7986).
    # The library escapes some of them only when told that they are text.
    for key, words in (("name", name), ("description", " ".join(said))):
        calendar.add(key, vText(_plain(words)))
        calendar.add(f"x-wr-cal{key[:4]}", vText(_plain(words)))
    return calendar


def _event(deadline: Deadline, stamped_on: date, number: int, lang: Lang) -> "Event":
    from icalendar import Event

    stamp = datetime.combine(stamped_on, time(), UTC)
    event = Event()
    event.add("uid", uid_of(deadline))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", number)
    event.add("dtstart", deadline.day)
    event.add("summary", _summary(deadline, lang))
    event.add("description", "\n".join(map(_plain, _description(deadline, lang))))
    event.add("categories", [deadline.kind.label.to(lang)])
    event.add("status", "CONFIRMED" if deadline.certain else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    if deadline.basis.cites.url is not None:
        event.add("url", deadline.basis.cites.url)
    if deadline.kind in _RECALLED and deadline.done is not True:
        event.add_component(_alarm(deadline, lang))
    return event


def uid_of(deadline: Deadline) -> str:
    """The UID of the event of a deadline: the same for as long as the structure keeps its id."""
    return f"{uuid5(NAMESPACE_URL, f'urn:cpts-model:deadline:{visible(deadline.uid)}')}@deadlines.cpts-model"


def _alarm(deadline: Deadline, lang: Lang) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _summary(deadline, lang))
    alarm.add("trigger", -REMINDER)
    return alarm


def _summary(deadline: Deadline, lang: Lang) -> str:
    said = [deadline.title.to(lang)]
    said += [] if deadline.certain else [_WORDS["uncertain"].to(lang)]
    said += [_WORDS["done"].to(lang)] if deadline.done is True else []
    return _plain(" ".join(said))


def _description(deadline: Deadline, lang: Lang) -> list[str]:
    """What the event says: the text and how it is known, who must act, what it hangs on."""
    basis = deadline.basis
    told = [
        ("kind", deadline.kind.label.to(lang)),
        ("text", basis.to(lang)),
        ("also", " ; ".join(cites.to(lang) for cites in basis.also_cites)),
        ("source", basis.source),
        ("who", _or_nothing(deadline.who, lang)),
        ("provided", _or_nothing(deadline.provided, lang)),
        ("depends", ", ".join(_facts(deadline, lang))),
        ("reason", _or_nothing(deadline.reason, lang)),
        ("note", _or_nothing(deadline.note, lang)),
    ]
    return [_say(word, lang, said) for word, said in told if said]


def _facts(deadline: Deadline, lang: Lang) -> Iterable[str]:
    return (
        f"{fact.label.to(lang)} ({fact.path})" if fact.label else fact.path for fact in deadline.depends_on
    )


def _or_nothing(text: Text | None, lang: Lang) -> str:
    return "" if text is None else text.to(lang)


def _say(word: str, lang: Lang, said: str) -> str:
    return _WORDS[word].to(lang).format(said=said)


def _plain(words: str) -> str:
    """Words on one line, without what a calendar may not hold: control characters are written out."""
    return visible(words[:LONGEST])
