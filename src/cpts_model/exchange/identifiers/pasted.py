"""Numbers as they are pasted from a letter or a table: with what stands before them, and the signs around."""

import re
from typing import Any

from cpts_model.exchange.identifiers.shape import LONGEST

_BEFORE = re.compile(
    r"""[\s'"(\[«]*
    (?:(?:n[°º]|(?:no?|num[ée]ro|code)(?![^\W\d_]))[\s.]*)?
    (?:(?:rpps-rang|rpps|adeli|finess(?:\s*e[jtg])?|siren|siret|rna|cog|insee|id\s?nat\s?ps|id\s?nat\s?struct)(?![^\W\d_])\s*)?
    (?:n[°º]\s*)?
    [:=]?\s*""",
    re.IGNORECASE | re.VERBOSE,
)
# A single digit, a comma, and an exponent; or one or two zeros behind a comma: a spreadsheet wrote these as one number.
_BETWEEN = re.compile(r"[\r\n;]|(?!(?<=\b[0-9]),[0-9]+[eE]\+?[0-9])(?!,0{1,2}(?![0-9])),")
_AROUND = " \t\r\n\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}'\"()[]«»,;:"


def several(text: str) -> tuple[str, ...]:
    """The numbers of a text that holds several, parted by line breaks, commas or semicolons; else the text alone.

    What stands behind the slash of an idNatPS, or in an address, may hold such signs: only line breaks part these.
    """
    parts = (
        part
        for line in text.splitlines()
        for part in ([line] if "/" in line or "@" in line else _BETWEEN.split(line))
    )
    return tuple(part for part in parts if part.strip(_AROUND)) or (text,)


def unlabelled(text: Any) -> Any:
    """A text without the name of a number before it and the punctuation around it: « N° RPPS : 1… », « (1…), ».

    What is no text, or too long to hold a number, is given back as it is.
    """
    if not isinstance(text, str) or len(text) > LONGEST:
        return text
    rest = text[match.end() :] if (match := _BEFORE.match(text)) else text
    # What stands behind the slash of an idNatPS, or in an address, is somebody else's to write.
    return rest if "/" in rest or "@" in rest else rest.strip(_AROUND)
