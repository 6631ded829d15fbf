"""What lasts: the states of a machine, the versions of an article, as far as a window shows them."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import attrs

from cpts_model.engine.citations import Article, ArticleVersion, Authority
from cpts_model.engine.dates import ALWAYS, Period, steady
from cpts_model.engine.explain import describe
from cpts_model.engine.law import Law
from cpts_model.engine.text import Lang, Text
from cpts_model.facts.structures import Structure
from cpts_model.life.machine import Standing, Stay
from cpts_model.report.chronology.model import Bar, Lane, Window

_DAY = timedelta(days=1)
_TELLING = frozenset({Authority.LAW, Authority.REGULATION, Authority.CONVENTION})

_WORDS = {
    "or": Text(" ou ", " or "),
    "unread": Text("rédaction non lue", "wording not read"),
    "version": Text("version {n}", "version {n}"),
}


def state_lane(standing: Standing, window: Window, lang: Lang) -> Lane:
    """The states of a machine over time."""
    bars = (_stay(stay, standing.on, window, lang) for stay in standing.history)
    title = standing.machine.title.to(lang)
    return Lane(name=title, title="", bars=tuple(bar for bar in bars if bar is not None))


def _stay(stay: Stay, on: date, window: Window, lang: Lang) -> Bar | None:
    """A stay in a state: nothing is known of it after the day it is looked at."""
    last = stay.until or on
    shown = window.shows(Period(stay.since, last + _DAY if last < date.max else None))
    if shown is None:
        return None
    return Bar(
        first=shown[0],
        last=shown[1],
        words=_WORDS["or"].to(lang).join(state.label.to(lang) for state in stay.states),
        more=" ".join(state.means.to(lang) for state in stay.states),
        begins=shown[0] == stay.since,
        ends=shown[1] == stay.until,
        sure=len(stay.states) == 1,
    )


def law_lanes(kind: type[Structure], law: Law, window: Window, lang: Lang) -> Iterator[Lane]:
    """The articles that the rules about a class cite, in the order of the rules, with their versions."""
    declared = {(article.code, article.number): article for article in law.articles}
    rules = [rule for rule in law if rule.concerns(kind) and rule.authority in _TELLING]
    for place in dict.fromkeys((rule.cites.code, rule.cites.article) for rule in rules):
        cited = [rule for rule in rules if (rule.cites.code, rule.cites.article) == place]
        name = attrs.evolve(cited[0].cites, paragraph=None).short
        article = declared.get(place)
        if article is not None and article.versions:
            title = article.title.to(lang)
            bars = [_version(one, number, window, lang) for number, one in _existing(article)]
        else:
            title = ""
            # Of rules that no day bounds nothing is shown: it is not known since when they are in force.
            steadily = (period for period in steady(rule.in_force for rule in cited) if period != ALWAYS)
            bars = [_bar(period, window, words=cited[0].title.to(lang)) for period in steadily]
        shown = tuple(bar for bar in bars if bar is not None)
        if shown:
            yield Lane(name=name, title=title, bars=shown)


def _existing(article: Article) -> Iterator[tuple[int, ArticleVersion]]:
    return enumerate((version for version in article.versions if version.exists), 1)


def _version(version: ArticleVersion, number: int, window: Window, lang: Lang) -> Bar | None:
    said = [_WORDS["version"].to(lang).format(n=number), describe(version.period, lang)]
    said += [] if version.text_known else [_WORDS["unread"].to(lang)]
    said += [version.note.to(lang)] if version.note is not None else []
    return _bar(
        version.period,
        window,
        words=version.act.to(lang),
        number=str(number),
        more=" ; ".join(said),
        sure=version.text_known,
    )


def _bar(period: Period, window: Window, *, words: str, **told: Any) -> Bar | None:
    shown = window.shows(period)
    if shown is None:
        return None
    first, last = shown
    return Bar(
        first=first,
        last=last,
        words=words,
        begins=first == period.start,
        ends=last == period.last_day,
        **told,
    )
