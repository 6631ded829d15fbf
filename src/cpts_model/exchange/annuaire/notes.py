"""How the notes on what an extract says are written."""

import re

from cpts_model.engine.text import Text
from cpts_model.exchange.annuaire.model import AnnuaireNote

_CODE = re.compile(r"[A-Z0-9][A-Z0-9_-]{0,11}", re.ASCII)


def note(fact: str, fr: str, en: str) -> AnnuaireNote:
    """A note on a fact of a professional."""
    return AnnuaireNote(fact, Text(fr, en))


def shown_code(code: str) -> Text:
    """A code as a note names it. What does not look like a code may be of somebody, and is not repeated."""
    if not code:
        return Text("(vide)", "(empty)")
    return Text(code, code) if _CODE.fullmatch(code) else Text("(illisible)", "(unreadable)")
