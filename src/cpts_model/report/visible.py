"""Making what a dossier says safe to print: a name is words, and never a command to a terminal."""

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS = frozenset("\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}")


def visible(text: str, keep: str = "") -> str:
    r"""A text in which control, direction and line characters are written out (``\\u001b``).

    Without it a name could clear the screen, change what is read, or forge a line of the
    report. ``keep`` are characters to leave as they are.
    """
    if text.isprintable():
        return text
    return "".join(
        character
        if character in keep or character in _JOINERS or unicodedata.category(character) not in _HIDDEN
        else f"\\u{ord(character):04x}"
        for character in text
    )
