"""Names of communes as people write them, and codes as people mistype them."""

import re
from collections.abc import Iterator

from cpts_model.facts.reading_tokens import fold

_WORDS = re.compile(r"[a-z0-9]+")
_SHORT = {"st": "saint", "ste": "sainte", "s": "sur", "ss": "sous"}
_ARTICLES = frozenset({"l", "le", "la", "les"})
_VOWELS = frozenset("aeiou")
_LIKE_DIGITS = str.maketrans("OIL", "011")


def name_key(name: str) -> str:
    """What two spellings of the name of a commune have in common."""
    found: list[str] = _WORDS.findall(fold(name[:200]))
    words = [_SHORT.get(word, word) for word in found]
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def of_commune(name: str) -> str:
    """« d'Attignat », « du Bourget », « de la Rochelle »: of a commune, in French."""
    article, _, rest = name.partition(" ")
    if rest and article in ("Le", "Les"):
        return f"{'du' if article == 'Le' else 'des'} {rest}"
    if rest and article == "La":
        return f"de la {rest}"
    if name.startswith(("L'", "L\N{RIGHT SINGLE QUOTATION MARK}")):
        return f"de l'{name[2:]}"
    return f"d'{name}" if fold(name[:1]) in _VOWELS else f"de {name}"


def one_slip_away(code: str) -> Iterator[str]:
    """The codes that one slip of the hand, or of a spreadsheet, turns into this one, the likeliest first."""
    yield f"0{code}"
    yield code.translate(_LIKE_DIGITS)
    if code.startswith("20"):  # Corsica, before it had two départements
        yield from (f"2A{code[2:]}", f"2B{code[2:]}")
    for place in range(len(code) - 1):
        yield code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    for place in reversed(range(len(code))):
        for digit in "0123456789":
            yield code[:place] + digit + code[place + 1 :]
