"""Cells that a spreadsheet would run as formulas: written with an apostrophe first, and read back without.

The way is the one OWASP advises against CSV injection: an apostrophe before what a
spreadsheet may take for the beginning of a formula, and every cell between quotes.
"""

import re

from cpts_model.engine.cells import starts_formula

GUARD = "'"
NOTHING = "néant"
"""How a fact is written that is known to be absent."""
_EATEN = re.compile(r"0\d+|\d{12,}|\d+([.,]\d+)?[eE]\+?\d+|\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?", re.ASCII)


def guarded(text: str, *, untyped: bool) -> str:
    """A text to write in a cell. Only what must be guarded is changed.

    Where cells have no type, as in CSV, a spreadsheet would make a number of ``01004`` and
    a day of ``1-2``: there they are guarded too.
    """
    return GUARD + text if _needs_guard(text) or (untyped and _EATEN.fullmatch(text)) else text


def unguarded(text: str) -> str:
    """The text that :func:`guarded` was given."""
    bare = text.removeprefix(GUARD)
    return bare if bare != text and (_needs_guard(bare) or _EATEN.fullmatch(bare)) else text


def _needs_guard(text: str) -> bool:
    return text in ("", NOTHING) or text.startswith(GUARD) or starts_formula(text)
