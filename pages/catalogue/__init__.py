"""The catalogue of the law: a page an article, a section a rule, written from the rules themselves."""

from collections.abc import Iterator
from functools import partial

from cpts_model.engine.text import LANGS
from pages.catalogue import articles, days, index, pictures
from pages.catalogue.places import FOLDERS, grouped
from pages.page import Page


def pages() -> Iterator[Page]:
    """The first page, the days on which the law moves, a page for each article, and the pictures: in each language."""
    for lang in LANGS:
        yield Page(f"{FOLDERS[lang]}/index.md", partial(index.page, lang), index.TITLE.to(lang))
        yield Page(days.PATHS[lang], partial(days.page, lang), days.TITLE.to(lang))
        for _, places in grouped(lang):
            for place in places:
                path = f"{FOLDERS[lang]}/{place.slug}.md"
                yield Page(path, partial(articles.page, place, lang), articles.title_of(place))
    yield from pictures.pages()
