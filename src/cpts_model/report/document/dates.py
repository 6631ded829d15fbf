"""What is due, and the picture of the days of a dossier."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import attrs

from cpts_model.engine.dates import add_years
from cpts_model.engine.explain import describe, format_day
from cpts_model.engine.text import Lang
from cpts_model.facts.structures import Structure
from cpts_model.life.deadlines import Deadline, Deadlines
from cpts_model.life.deadlines import deadlines as deadlines_of
from cpts_model.report.chronology import Chronology, chronology
from cpts_model.report.deadlines import is_overdue
from cpts_model.report.document.questionnaire import names_of_facts
from cpts_model.report.document.words import capital, say
from cpts_model.report.pictures.timeline import draw_timeline

AHEAD = 2
"""How many years ahead of the day deadlines are looked for."""

_DAY = timedelta(days=1)


@attrs.frozen(slots=True)
class DueView:
    """A deadline in words."""

    day: str
    kind: str
    title: str
    notes: tuple[str, ...]
    cites: str
    url: str | None


@attrs.frozen(slots=True)
class Awaiting:
    """The deadlines whose day is not known, for want of the same facts or of the same clear text."""

    why: str
    due: tuple[DueView, ...]


@attrs.frozen(slots=True)
class DatesView:
    """The deadlines of a structure, seen from a day."""

    until: str
    coming_title: str
    overdue: tuple[DueView, ...]
    coming: tuple[DueView, ...]
    awaiting: tuple[Awaiting, ...]

    @property
    def undated(self) -> int:
        """How many have no known day."""
        return sum(len(one.due) for one in self.awaiting)


def found_deadlines(structure: Structure, on: date) -> Deadlines:
    """The deadlines from the day on."""
    return deadlines_of(structure, since=on, until=_end(on))


def dates_view(structure: Structure, found: Deadlines, on: date, lang: Lang) -> DatesView:
    """The deadlines that come, after those that are overdue; then those of no known day."""
    before = deadlines_of(structure, since=date.min, until=on - _DAY) if on > date.min else ()
    until = format_day(_end(on), lang)
    return DatesView(
        until,
        say("coming", lang, since=format_day(on, lang), until=until),
        tuple(_due(one, lang) for one in before if is_overdue(one, on)),
        tuple(_due(one, lang) for one in sorted(found, key=_order)),
        tuple(_awaiting(found.undated, lang)),
    )


def _awaiting(undated: Iterable[Deadline], lang: Lang) -> Iterator[Awaiting]:
    groups: dict[str, list[DueView]] = {}
    for one in undated:
        facts = names_of_facts(one.depends_on, lang)
        why = one.reason.to(lang) if one.reason is not None else say("depends", lang, facts=facts)
        groups.setdefault(why, []).append(_due(one, lang))
    for why, due in groups.items():
        yield Awaiting(capital(why), tuple(due))


def _end(on: date) -> date:
    return add_years(on, AHEAD) if on.year + AHEAD <= date.max.year else date.max


def _order(one: Deadline) -> tuple[str, str]:
    """The order of the numbers in the picture."""
    return one.day.isoformat() if isinstance(one.day, date) else "", one.uid


def _due(one: Deadline, lang: Lang) -> DueView:
    return DueView(
        describe(one.day, lang) if isinstance(one.day, date) else "",
        one.kind.label.to(lang),
        one.title.to(lang),
        tuple(_notes(one, lang)),
        one.basis.cites.short,
        one.basis.cites.url,
    )


def _notes(one: Deadline, lang: Lang) -> Iterator[str]:
    if one.done is True:
        yield say("done", lang)
    elif not one.certain:
        yield say("confirm", lang)
    if one.who is not None:
        yield say("who", lang, said=one.who.to(lang))
    if one.provided is not None:
        yield say("provided", lang, said=one.provided.to(lang))
    if one.depends_on:
        yield say("depends", lang, facts=names_of_facts(one.depends_on, lang))
    if one.reason is not None:
        yield one.reason.to(lang)


def timeline(structure: Structure, due: Iterable[Deadline], on: date, lang: Lang) -> Chronology | None:
    """The days of a dossier, where it dates something: the law alone is not of this structure."""
    told = chronology(structure, on=on, lang=lang, deadlines=due)
    return told if told.events or any(one.certain for one in told.deadlines) else None


# --- The picture, inside a page


@attrs.frozen(slots=True)
class Picture:
    """A picture inside a page."""

    svg: str
    tall: bool
    """Whether a sheet of paper shows it larger upright than on its side."""


def inline_picture(told: Chronology, prefix: str) -> Picture:
    """The timeline as an element of a page: its style is the page's, and its ids are its own."""
    svg = re.sub(r"<style>.*?</style>\n?", "", draw_timeline(told), count=1, flags=re.DOTALL)
    named = f'aria-labelledby="{prefix}-title {prefix}-desc"'
    # What a dossier tells holds no "<" here, so only the tags themselves are found.
    svg = svg.replace('aria-labelledby="title desc"', named, 1)
    svg = svg.replace('<title id="title">', f'<title id="{prefix}-title">', 1)
    svg = svg.replace('<desc id="desc">', f'<desc id="{prefix}-desc">', 1)
    return Picture(svg, _is_tall(svg))


_UPRIGHT, _ON_ITS_SIDE = (182, 230), (277, 160)
"""How many millimetres wide and high a picture may be on a sheet."""


def _is_tall(svg: str) -> bool:
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    if size is None:
        return False
    width, height = float(size[1]), float(size[2])
    upright, on_its_side = (min(w / width, h / height) for w, h in (_UPRIGHT, _ON_ITS_SIDE))
    return upright > on_its_side


def picture_style(scope: str) -> str:
    """The style of a timeline, for a page that holds some: it reaches nothing but what stands in ``scope``."""
    style = re.search(r"<style>(.*?)</style>", draw_timeline(_NOTHING), re.DOTALL)
    words = style[1] if style is not None else ""
    words = words.partition("@page")[0]  # the page has its own paper
    return re.sub(r"(?<=[\n} ])([.a-z][\w.]*)(?= \{)", rf"{scope} \1", words)


_NOTHING = Chronology(
    name="",
    on=date(2000, 1, 1),
    lang="fr",
    since=date(2000, 1, 1),
    until=date(2000, 12, 31),
    events=(),
    states=(),
    law=(),
    steady=(),
    deadlines=(),
    undated=(),
    outside=0,
)
"""A chronology of nothing: every timeline has one style."""
