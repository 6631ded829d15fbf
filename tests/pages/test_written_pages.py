"""What the library writes of the site is committed as it would be written now."""

import pytest

from pages.navigation import NAVIGATION, with_navigation
from pages.page import DOCS, Page
from pages.written import pages

PAGES = {page.path: page for page in pages()}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_is_as_it_would_be_written_now(page: Page) -> None:
    assert (DOCS / page.path).read_text(encoding="utf-8") == page.write(), "stale: python -m pages"


def test_no_two_pages_are_written_to_one_place() -> None:
    assert len(PAGES) == len(tuple(pages()))


def test_the_navigation_is_as_it_would_be_written_now() -> None:
    written = NAVIGATION.read_text(encoding="utf-8")
    assert with_navigation(written) == written, "stale: python -m pages"


def test_the_navigation_leads_to_every_page() -> None:
    named = NAVIGATION.read_text(encoding="utf-8").partition("\nnav:\n")[2]
    for path in DOCS.rglob("*.md"):
        assert f": {path.relative_to(DOCS).as_posix()}\n" in named, path


def test_no_page_is_left_over() -> None:
    """Folders that a program alone writes hold nothing else."""
    for folder in ("schema", "pictures", "answers", "fr/reponses"):
        assert set((DOCS / folder).iterdir()) == {
            DOCS / path for path in PAGES if path.startswith(f"{folder}/")
        }
