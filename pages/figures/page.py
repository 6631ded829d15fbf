"""The page of figures: a little prose, a picture, and each figure with its day, its source and how it is known."""

from collections.abc import Iterable, Iterator
from functools import partial

import attrs

from cpts_model.engine.citations import Evidence
from cpts_model.engine.explain import format_day
from cpts_model.engine.text import LANGS, Lang, Text
from pages.figures import growth, membership, money
from pages.figures.model import Figure, Source
from pages.figures.pictures import PICTURES, drawing
from pages.figures.prose import ALT, CANNOT, CHAPTERS, INTRODUCTION, TITLE, TWIN
from pages.page import Page, in_french, table, text, tidy

PATHS: dict[Lang, str] = {"en": "figures.md", "fr": "fr/chiffres.md"}
NO_BREAK = "\N{NO-BREAK SPACE}"
_PICTURES = Text("../pictures", "pictures")


@attrs.frozen(slots=True)
class Chapter:
    """A part of the page: its words, its picture if it has one, its figures."""

    name: str
    figures: tuple[Figure, ...]
    picture: str = ""


CONTENTS = (
    Chapter("growth", (*growth.PLANNED, *growth.PROJECTS, *growth.VALIDATED, *growth.ACTIVE, *growth.CONTRACTS), "growth"),
    Chapter("stages", tuple(figure for day in growth.STAGES for figure in day), "stages"),
    Chapter("coverage", (*growth.COVERAGE, *growth.MEAN_SIZE), "coverage"),
    Chapter("rates", (*membership.RATES_FRANCE, *membership.RATES_LOIRE), "rates"),
    Chapter("members", membership.PROFESSIONS_MSP, "members"),
    Chapter("sizes", (*membership.SIZES_FCPTS, *membership.SIZES_LOIRE), "sizes"),
    Chapter("money", (*money.PAID_MSP, *money.PAID_CPTS, *money.MEAN_MSP), "money"),
    Chapter("others", membership.OTHERS),
)  # fmt: skip


def pages() -> Iterator[Page]:
    """The pictures and the page, in each language."""
    for lang in LANGS:
        for name in PICTURES:
            yield Page(f"pictures/figures-{name}.{lang}.svg", drawing(name, lang))
        yield Page(PATHS[lang], partial(_page, lang), TITLE.to(lang))


def _page(lang: Lang) -> str:
    known = "\n".join(
        f"* **{label.to(lang)}**{_colon(lang)} {told.to(lang)}" for label, told in _EVIDENCES.values()
    )
    parts = (
        f"# {TITLE.to(lang)}",
        TWIN.to(lang),
        INTRODUCTION.to(lang),
        known,
        *(_chapter(chapter, lang) for chapter in CONTENTS),
        CANNOT.to(lang),
    )
    body = tidy("\n\n".join(parts))
    return in_french(body) if lang == "fr" else body


def _chapter(chapter: Chapter, lang: Lang) -> str:
    title, words = CHAPTERS[chapter.name]
    parts = [f"## {title.to(lang)}", words.to(lang)]
    if chapter.picture:
        alt = ALT.to(lang).format(title=title.to(lang))
        parts.append(f"![{alt}]({_PICTURES.to(lang)}/figures-{chapter.picture}.{lang}.svg)")
    parts.append(_table(chapter.figures, lang))
    return "\n\n".join(parts)


_HEADS = (
    Text("Ce qui est compté", "What is counted"),
    Text("Chiffre", "Figure"),
    Text("Date", "Day"),
    Text("Source", "Source"),
    Text("Connu comment", "How it is known"),
)
_EVIDENCES = {
    Evidence.VERIFIED: (
        Text("lu", "read"),
        Text("le chiffre a été lu chez qui le publie ;", "the figure was read where it is published;"),
    ),
    Evidence.SECONDARY: (
        Text("rapporté", "reported"),
        Text("un article, une fédération ou un portail le rapporte ;", "an article, a federation or a portal reports it;"),
    ),
    Evidence.DERIVED: (
        Text("calculé", "computed"),
        Text("il se déduit de chiffres publiés, et le calcul est donné.", "it follows from published figures, and the sum is given."),
    ),
}  # fmt: skip
_READ = Text("{how}, le {day}", "{how}, {day}")


def _table(figures: Iterable[Figure], lang: Lang) -> str:
    return table([head.to(lang) for head in _HEADS], (_line(figure, lang) for figure in figures))


def _line(figure: Figure, lang: Lang) -> tuple[str, ...]:
    return (
        "<br>".join(_told(figure, lang)),
        f"**{figure.value(lang).replace(NO_BREAK, '&nbsp;')}**",
        figure.when.to(lang),
        _source(figure.source, lang),
        _known(figure, lang),
    )


def _told(figure: Figure, lang: Lang) -> Iterator[str]:
    """What it is called, what exactly it counts, and what is to be known of it."""
    yield text(figure.short.to(lang))
    details = (figure.counts, figure.note)
    yield from (
        f"<small>{text(one.to(lang))}</small>" for one in details if one is not None and one != figure.short
    )


def _source(source: Source, lang: Lang) -> str:
    name = text(source.name.to(lang))
    return f"[{name}]({source.address})" if source.address else name


def _known(figure: Figure, lang: Lang) -> str:
    how = _EVIDENCES[figure.evidence][0].to(lang)
    return (
        how
        if figure.read_on is None
        else _READ.to(lang).format(how=how, day=format_day(figure.read_on, lang))
    )


def _colon(lang: Lang) -> str:
    return " :" if lang == "fr" else ":"
