"""The stages of a day, end to end: each told by its number, and a stage that no source told left as a gap."""

from collections.abc import Iterator, Sequence

from cpts_model.engine.text import Lang, Text
from cpts_model.report.pictures.svg import Box, Node, fold, lines_of, path, rect, text, width_of
from pages.figures.frame import MARGIN, WIDTH, head, picture
from pages.figures.model import Figure

_BAR = 26
_UNTOLD = Text("stades non dits : {names}", "stages not told: {names}")
_ABOVE = 14


def stack_svg(
    title: Text, subtitle: Text, days: Sequence[Sequence[Figure]], names: Sequence[Text], lang: Lang
) -> str:
    """Bars of stages in their order, one bar a day, all to one scale."""
    drawn, y = head(title.to(lang), subtitle.to(lang))
    most = max(sum(figure.number for figure in day) for day in days)
    y += 8
    for place, name in enumerate(names, 1):
        drawn.append(rect(f"s{place}", Box(MARGIN, y, 16, 16), 3))
        drawn.append(text("label", MARGIN + 24, y + 13, name.to(lang)))
        y += 22
    y += 8
    for day in days:
        untold = _untold(day, names, lang)
        under = fold(untold, WIDTH - 2 * MARGIN, 12.5, 2) if untold else []
        drawn.append(text("strong", MARGIN, y + 14, day[0].when.to(lang)))
        drawn.extend(lines_of("note", MARGIN, y + 31, under, 16))
        y += 20 + 16 * len(under) + _ABOVE
        drawn.extend(_draw(day, names, most, y, lang))
        y += _BAR + 16
    told = (f"{line}." for day in days for line in _told(day, names, lang))
    return picture(title.to(lang), (subtitle.to(lang), *told), drawn, y, lang)


def _draw(
    day: Sequence[Figure], names: Sequence[Text], most: float, top: float, lang: Lang
) -> Iterator[Node]:
    x: float = MARGIN
    for figure in day:
        place = names.index(figure.short) + 1
        length = (WIDTH - 2 * MARGIN) * figure.number / most
        yield rect(f"s{place} edge", Box(x, top, length, _BAR), 2)
        number = figure.value(lang)
        if length > width_of(number, 13.5) + 8:
            yield text(f"strong on{place}" if place > 2 else "strong", x + 6, top + 18, number)
        else:
            # Too short to hold its number: it stands above, over the middle.
            yield path("axis", (x + length / 2, top), (x + length / 2, top - 3))
            yield text("note", x + length / 2, top - 5, number, text_anchor="middle")
        x += length


def _untold(day: Sequence[Figure], names: Sequence[Text], lang: Lang) -> str:
    told = {figure.short for figure in day}
    missing = [name.to(lang).split(",")[0] for name in names if name not in told]
    return _UNTOLD.to(lang).format(names=", ".join(missing)) if missing else ""


def _told(day: Sequence[Figure], names: Sequence[Text], lang: Lang) -> Iterator[str]:
    when = day[0].when.to(lang)
    colon = " : " if lang == "fr" else ": "
    yield from (f"{when}, {figure.short.to(lang)}{colon}{figure.value(lang)}" for figure in day)
    if untold := _untold(day, names, lang):
        yield f"{when}, {untold}"
