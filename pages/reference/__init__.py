"""The reference: every public name, read in the source; every command of the command line."""

from collections.abc import Iterator
from functools import partial

from pages.page import Page
from pages.reference import commands
from pages.reference.chapters import CHAPTERS
from pages.reference.plugin import plugin_page
from pages.reference.writing import chapter_page, index_page


def pages() -> Iterator[Page]:
    """The index, then a page for each thing that a reader looks for."""
    yield Page("reference/index.md", index_page, "Every name")
    for chapter in CHAPTERS:
        yield Page(chapter.path, partial(chapter_page, chapter), chapter.title)
    yield Page("reference/pytest.md", plugin_page, "pytest plugin")
    yield from commands.pages()
