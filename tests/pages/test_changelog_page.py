"""The changelog as a page of the site."""

import pytest

from pages.changelog import _from_docs, changelog
from pages.page import DOCS


def test_it_is_the_changelog_of_the_repository() -> None:
    written = (DOCS.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = [line for line in written.splitlines() if line.startswith("#")]
    assert [line for line in changelog().splitlines() if line.startswith("#")] == headings


def test_its_links_lead_from_the_folder_of_the_site() -> None:
    assert _from_docs("docs/how-to/life.md#funding") == "how-to/life.md#funding"


def test_a_link_out_of_the_site_is_refused() -> None:
    with pytest.raises(ValueError, match="no page of the site"):
        _from_docs("examples/README.md")
