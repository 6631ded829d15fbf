"""A page that is written by a program, and the words of Markdown."""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import attrs

DOCS = Path(__file__).resolve().parents[1] / "docs"


@attrs.frozen(slots=True)
class Page:
    """A file under ``docs/``: where it stands, what the navigation calls it, how it is written."""

    path: str
    """From ``docs/``: ``law/l6323-3.md``."""
    write: Callable[[], str]
    title: str = ""
    """What the navigation calls it; nothing for what is no page (a picture, a schema)."""


EXAMPLE = '``` { .pycon data-search-exclude="" }'
"""What opens an example that is run: who searches for a rule looks for its words, not for those of its examples."""


def text(words: str) -> str:
    """Words that Markdown and HTML leave as they are."""
    return re.sub(r"([\\`*_{}\[\]|<>&#~$])", lambda sign: f"&#{ord(sign[0])};", words)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; its cells are Markdown already."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(
        "| " + " | ".join(re.sub(r"[ \t\n]+", " ", cell.strip()) for cell in line) + " |" for line in lines
    )


def in_french(body: str) -> str:
    """The body of a page in French, told apart for those who read by ear."""
    return f'<div lang="fr" markdown>\n\n{body.strip()}\n\n</div>\n'


def tidy(body: str) -> str:
    """Markdown with at most one empty line in a row, and an end."""
    return re.sub(r"\n{3,}", "\n\n", body).strip() + "\n"
