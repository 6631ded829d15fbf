"""All pages that are written by a program."""

from collections.abc import Iterator

from pages import (
    answers,
    belonging,
    catalogue,
    changelog,
    figures,
    glossary,
    outcomes,
    pictures,
    reference,
    schemas,
)
from pages.judge import page as judge
from pages.page import Page


def pages() -> Iterator[Page]:
    """Every one of them."""
    for chapter in (
        catalogue,
        belonging,
        outcomes,
        answers,
        figures,
        reference,
        glossary,
        changelog,
        pictures,
        schemas,
        judge,
    ):
        yield from chapter.pages()
