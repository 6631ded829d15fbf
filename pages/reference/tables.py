"""What the tables of the reference have in common."""

import re
from collections.abc import Sequence

from cpts_model.engine.text import Text
from pages.page import table, text


def told_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table without the columns that say nothing of any row; nothing at all without rows."""
    kept = [index for index, _ in enumerate(heads) if any(row[index] for row in rows)]
    if not kept:
        return ""
    return table([heads[index] for index in kept], [[row[index] for index in kept] for row in rows])


def name_of(name: str) -> str:
    """A name as code, that a narrow table may fold between its words."""
    folded = re.sub(r"(&#95;|-)", r"\1<wbr>", text(name))
    return f"<code>{folded}</code>"


def in_both(label: Text) -> str:
    """A label in English, then in French."""
    return f'{text(label.en)} · <span lang="fr">*{text(label.fr)}*</span>'
