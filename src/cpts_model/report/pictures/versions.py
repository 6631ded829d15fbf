"""The versions of each article over time, as a picture: a lane an article, a bar a version."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import attrs

from cpts_model.engine.citations import Article, Authority, Citation, Evidence
from cpts_model.engine.dates import Period, steady
from cpts_model.engine.explain import describe, format_day
from cpts_model.engine.law import Law
from cpts_model.engine.rule import Rule
from cpts_model.engine.text import Lang, Text
from cpts_model.law import LAW
from cpts_model.report.pictures.rows import Scale
from cpts_model.report.pictures.svg import (
    BOLD,
    Box,
    Node,
    cut,
    document,
    fold,
    group,
    lines_of,
    path,
    rect,
    text,
    width_of,
)

WIDTH = 960
_MARGIN, _NAMES = 20, 250
_LEFT, _RIGHT = _MARGIN + _NAMES + 16, WIDTH - _MARGIN
_BAR, _STEP = 22, 36
_SIZE, _SMALL = 13, 11.5
_TICK_ROOM = 40
_DAY = timedelta(days=1)

_LIGHT = """
.lane { font-size: 13px; font-weight: 700; }
.label { font-size: 11.5px; }
.grid { fill: none; stroke: #e3e8ed; stroke-width: 1; }
.edge { fill: none; stroke: #51606f; stroke-width: 1.2; }
.unread { stroke-dasharray: 4 3; }
.unseen { fill-opacity: 0.3; }
"""
_DARK = """
.grid { stroke: #222c36; }
.edge { stroke: #a9b6c3; }
"""

_CSS = {Evidence.VERIFIED: "b2", Evidence.SECONDARY: "b1", Evidence.DERIVED: "b4"}
_UNREAD = "b7"

_WORDS = {
    "title": Text("Versions de chaque article au fil du temps", "Versions of each article over time"),
    "subtitle": Text("du {since} au {until}", "from {since} to {until}"),
    "version": Text("version {n}", "version {n}"),
    "rules": Text("règles", "rules"),
    "unread": Text("rédaction non lue", "wording not read"),
    "unseen": Text(
        "pâle : au-delà du dernier jour où le texte a été vu", "pale: beyond the last day on which the text was seen"
    ),
    "seen": Text("vu pour la dernière fois le {day}", "last seen on {day}"),
    "thin": Text(
        "sans numéro : versions des règles, celles du texte n'étant pas tenues",
        "no number: versions of the rules, those of the text not being kept",
    ),
}  # fmt: skip


@attrs.frozen(slots=True, kw_only=True)
class _Version:
    """A bar: the days it lasts, and how its wording is known."""

    period: Period
    number: str
    words: str
    evidence: Evidence
    read: bool = True

    def told(self, lang: Lang) -> str:
        """The bar, in words."""
        known = self.evidence.label.to(lang) if self.read else _say("unread", lang)
        name = _say("version", lang, n=self.number) if self.number else _say("rules", lang)
        return " ; ".join(part for part in (name, describe(self.period, lang), self.words, known) if part)


@attrs.frozen(slots=True, kw_only=True)
class _Lane:
    """An article and its bars, oldest first."""

    name: str
    title: str
    seen_on: date | None
    versions: tuple[_Version, ...]


def versions_svg(
    law: Law = LAW, *, lang: Lang = "fr", since: date | None = None, until: date | None = None
) -> str:
    """The versions of every article that a law holds or cites, as an SVG picture.

    A bar is a version: its colour says how its wording is known, a dashed border that it was
    not read, and a pale part that it was not seen again. Where the versions of a text are not
    kept, the bars are those of the rules drawn from it. Without ``since`` and ``until`` the
    picture covers every day on which something begins or ends.

    Raises:
        ValueError: it would end before it begins, or the law is empty.
    """
    lanes = [*_lanes(law, lang)]
    scale = _scale(lanes, since, until)
    shown = {"since": format_day(scale.since, lang), "until": format_day(_last(scale), lang)}
    title = _say("title", lang)
    top = 156.0
    bottom = top + len(lanes) * _STEP
    drawn = [
        text("title", _MARGIN, 46, title),
        text("name", _MARGIN, 72, _say("subtitle", lang, **shown)),
        *_legend(98, lang),
    ]
    drawn += [
        path("grid", (scale.start(day), top - 6), (scale.start(day), bottom))
        for day in scale.ticks(_TICK_ROOM)
    ]
    for y in (top - 10, bottom + 14):
        drawn += [
            text("small tick", scale.start(day) + 2, y, str(day.year)) for day in scale.ticks(_TICK_ROOM)
        ]
    for place, lane in enumerate(lanes):
        drawn += _drawn_lane(lane, scale, top + place * _STEP, lang)
    return document(
        (WIDTH, round(bottom + 30)),
        drawn,
        title=title,
        described=(line for lane in lanes for line in _told(lane, lang)),
        lang=lang,
        light=_LIGHT,
        dark=_DARK,
    )


def _say(word: str, lang: Lang, **named: str) -> str:
    return _WORDS[word].to(lang).format(**named)


# --- What is drawn


def _lanes(law: Law, lang: Lang) -> Iterator[_Lane]:
    """A lane for each article, in the order of the rules; then the articles from which no rule is drawn."""
    declared = {(article.code, article.number): article for article in law.articles}
    stated: dict[tuple[object, str], list[Rule]] = {}
    for rule in law:
        stated.setdefault((rule.cites.code, rule.cites.article), []).append(rule)
    for key, rules in stated.items():
        article = declared.get((rules[0].cites.code, key[1]))
        if article is not None and article.versions:
            yield _of_article(article, lang)
        else:
            yield _of_rules(rules, lang)
    yield from (_of_article(one, lang) for key, one in declared.items() if key not in stated and one.versions)


def _of_article(article: Article, lang: Lang) -> _Lane:
    existing = [version for version in article.versions if version.exists]
    return _Lane(
        name=article.cite().short,
        title=article.title.to(lang),
        seen_on=article.checked_on,
        versions=tuple(
            _Version(
                period=one.period,
                number=str(number),
                words=one.act.to(lang),
                evidence=one.evidence,
                read=one.text_known,
            )
            for number, one in enumerate(existing, 1)
        ),
    )


def _of_rules(rules: Sequence[Rule], lang: Lang) -> _Lane:
    """The lane of a text whose versions are not kept."""
    bars = []
    for period in steady(rule.in_force for rule in rules):
        weakest = max((rule for rule in rules if rule.in_force.overlaps(period)), key=_weakness)
        bars.append(_Version(period=period, number="", words="", evidence=weakest.evidence))
    seen = [rule.checked_on for rule in rules if rule.checked_on]
    whole: Citation = attrs.evolve(rules[0].cites, paragraph=None)
    title = "" if rules[0].authority is Authority.PRACTICE else rules[0].title.to(lang)
    return _Lane(name=whole.short, title=title, seen_on=min(seen, default=None), versions=tuple(bars))


def _weakness(rule: Rule) -> int:
    return list(Evidence).index(rule.evidence)


def _scale(lanes: Sequence[_Lane], since: date | None, until: date | None) -> Scale:
    ends = [
        day
        for lane in lanes
        for version in lane.versions
        for day in (version.period.start, version.period.last_day)
        if day is not None
    ]
    seen = [lane.seen_on for lane in lanes if lane.seen_on]
    if not lanes or (since is None and not ends):
        raise ValueError(
            "there is no version to draw: the law is empty, or no day bounds it and since= is not given"
        )
    first, last = since or min(ends), until or max([*ends, *seen])
    if last < first:
        raise ValueError(f"a picture from {first} to {last} would end before it begins")
    return Scale(_LEFT, _RIGHT, first, (last - first).days + 1)


def _last(scale: Scale) -> date:
    return scale.since + timedelta(days=scale.days - 1)


# --- How it is drawn


def _drawn_lane(lane: _Lane, scale: Scale, y: float, lang: Lang) -> Iterator[Node]:
    lines = fold(lane.name, _NAMES, _SIZE * BOLD, 2)
    title = [cut(lane.title, _NAMES, _SMALL)] if len(lines) == 1 else []
    named = [*lines_of("lane", _MARGIN, y + 10, lines, 15), *lines_of("small", _MARGIN, y + 25, title, 15)]
    seen = _say("seen", lang, day=format_day(lane.seen_on, lang)) if lane.seen_on else ""
    yield group("name", *named, tip=" — ".join(part for part in (lane.name, lane.title, seen) if part))
    for version in lane.versions:
        bar = _drawn_bar(version, lane.seen_on, scale, y, lang)
        if bar is not None:
            yield bar


def _drawn_bar(version: _Version, seen_on: date | None, scale: Scale, y: float, lang: Lang) -> Node | None:
    """A bar; a side where it goes on beyond the picture is left open."""
    start, end, last = version.period.start, version.period.last_day, _last(scale)
    if (start or scale.since) > last or (end or last) < scale.since:
        return None
    first, final = max(start or scale.since, scale.since), min(end or last, last)
    box = _between(scale, first, final, y)
    css = _CSS[version.evidence] if version.read else _UNREAD
    edge = "edge" if version.read else "edge unread"
    parts = [*_fills(css, scale, (first, final), seen_on, y)]
    parts.append(path(edge, (box.x, box.y), (box.right, box.y)))
    parts.append(path(edge, (box.x, box.bottom), (box.right, box.bottom)))
    parts += [path(edge, (box.x, box.y), (box.x, box.bottom))] if first == start else []
    parts += [path(edge, (box.right, box.y), (box.right, box.bottom))] if final == end else []
    words = " · ".join(part for part in (version.number, version.words) if part)
    label = cut(words, box.width - 8, _SMALL)
    if len(label) < min(len(words), len(version.number) + 8):
        label = version.number if width_of(version.number, _SMALL) + 4 <= box.width else ""
    if label:
        parts.append(text("label", box.x + (5 if box.width > 20 else 2), box.y + 15.5, label))
    return group("bar", *parts, tip=version.told(lang))


def _fills(
    css: str, scale: Scale, shown: tuple[date, date], seen_on: date | None, y: float
) -> Iterator[Node]:
    """The inside of a bar: pale from the day after the text was last seen."""
    first, final = shown
    if seen_on is None or seen_on >= final:
        yield rect(css, _between(scale, first, final, y))
        return
    if seen_on >= first:
        yield rect(css, _between(scale, first, seen_on, y))
    yield rect(f"{css} unseen", _between(scale, max(first, seen_on + _DAY), final, y))


def _between(scale: Scale, first: date, last: date, y: float) -> Box:
    x = scale.start(first)
    return Box(x, y, max(scale.end(last) - x, 2), _BAR)


def _legend(y: float, lang: Lang) -> Iterator[Node]:
    x = float(_MARGIN)
    kinds = [(css, one.label.to(lang), "edge") for one, css in _CSS.items()]
    for css, words, edge in [*kinds, (_UNREAD, _say("unread", lang), "edge unread")]:
        box = Box(x, y - 11, 22, 14)
        yield rect(css, box)
        corners = (
            (box.x, box.y),
            (box.right, box.y),
            (box.right, box.bottom),
            (box.x, box.bottom),
            (box.x, box.y),
        )
        yield path(edge, *corners)
        yield text("small", x + 28, y, words)
        x += 44 + width_of(words, _SMALL)
    yield text("small", _MARGIN, y + 20, f"{_say('unseen', lang)} ; {_say('thin', lang)}")


def _told(lane: _Lane, lang: Lang) -> Iterator[str]:
    """A lane for those who do not see it: a line for each of its bars."""
    name = f"{lane.name} — {lane.title}" if lane.title else lane.name
    return (f"{name} : {version.told(lang)}" for version in lane.versions)
