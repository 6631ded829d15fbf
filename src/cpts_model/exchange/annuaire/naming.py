"""Whether two names may be of one person: told with care, since people marry, shorten their names and mistype them."""

from difflib import get_close_matches

from cpts_model.exchange.sheets.names import name_key, without_titles

_ALIKE = 0.8
"""How like two words are, on the scale of difflib, that a slip may tell apart: Katia and Katja."""
_TELLING = 4
"""How many letters two names have in common that are not so by chance: those of Jean in Jeanpierre."""
_LITTLE = frozenset(
    [
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "d",
        "l",
        "von",
        "van",
        "der",
        "den",
        "di",
        "da",
        "dos",
        "el",
        "al",
        "ben",
        "bin",
        "ep",
        "epouse",
        "nee",
        "veuve",
        "dit",
        "dite",
    ]
)
"""Words that many names share, and that say nothing of whose they are."""


def are_surely_two(one: str, other: str) -> bool:
    """Whether two names have nothing in common: no word, however written, and neither within the other.

    A family name that changed by marriage leaves the first name: such names may be of one person.
    """
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return False
    return not (
        any(get_close_matches(word, theirs, 1, _ALIKE) for word in mine)
        or _within(mine, theirs)
        or _within(theirs, mine)
    )


def _words(name: str) -> list[str]:
    """The words of a name that tell whose it is; initials too."""
    return [word for word in name_key(without_titles(name)) if word not in _LITTLE]


def _within(mine: list[str], theirs: list[str]) -> bool:
    """Whether a name may be another shortened, or written with other spaces: « J.-P. D. », « Jeanpierre »."""
    shortened = all(any(word.startswith(short) for word in theirs) for short in mine)
    return shortened or any(len(part) >= _TELLING and part in word for part in mine for word in theirs)
