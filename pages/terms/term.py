"""A term of the field, written by hand in both languages."""

import attrs

from cpts_model.engine.citations import Authority
from cpts_model.engine.text import Text


@attrs.frozen(slots=True)
class Term:
    """A word of the field: what it is called in both languages, what it means, who says so."""

    word: Text
    means: Text
    authority: Authority | None
    """The force of its source; none where that is a register or this library, and no rule."""
    source: str = ""
    """The article, as lawyers note it, or the register; nothing where no text says it."""
    where: str = ""
    """Names and rules of the library, separated by spaces: ``CPTS.contract``, ``cpts.validation``."""
