"""The changelog of the repository as a page."""

import re
from collections.abc import Iterator
from pathlib import Path

from pages.page import Page, tidy

_CHANGELOG = Path(__file__).resolve().parents[1] / "CHANGELOG.md"
_LINK = re.compile(r"\]\((?!https?://|#)([^)]+)\)")


def pages() -> Iterator[Page]:
    """That one."""
    yield Page("changelog.md", changelog, "Changelog")


def changelog() -> str:
    """CHANGELOG.md, whose links lead from ``docs/`` as they led from the root."""
    return tidy(_LINK.sub(lambda link: f"]({_from_docs(link[1])})", _CHANGELOG.read_text(encoding="utf-8")))


def _from_docs(target: str) -> str:
    """A link inside the site; what stands outside ``docs/`` is on no page, and cannot be linked to.

    Raises:
        ValueError: the changelog links to a file that the site does not show.
    """
    if not target.startswith("docs/"):
        raise ValueError(
            f"CHANGELOG.md links to {target}, which is no page of the site: name it without a link"
        )
    return target.removeprefix("docs/")
