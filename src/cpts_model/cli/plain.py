"""Answers as plain data, for programs."""

from typing import Any

from cpts_model.engine.text import LANGS, Text


def both(text: Text) -> dict[str, str]:
    """A text in French and in English."""
    return {lang: text.to(lang) for lang in LANGS}


def told(value: Any) -> Any:
    """A number of which the bounds may be all that is known, or ``None`` where nothing is."""
    least = getattr(value, "least", None)
    return None if least is None else {"least": least, "most": value.most}
