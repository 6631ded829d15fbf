"""What a spreadsheet runs instead of showing."""

import unicodedata

_STARTERS = frozenset("=+-@|%\t\r\n\N{MINUS SIGN}")
_SILENT = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def starts_formula(text: str) -> bool:
    """Whether a spreadsheet may run a text: also after spaces or what nobody sees, and in full-width characters."""
    if text[:1] in _STARTERS:
        return True
    shown = next((letter for letter in text if unicodedata.category(letter) not in _SILENT), "")
    return unicodedata.normalize("NFKC", shown)[:1] in _STARTERS
