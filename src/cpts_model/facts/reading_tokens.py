"""Words as people write them, brought to one form: no accent, no gender, no number."""

import unicodedata
from collections.abc import Iterator

import attrs

_LIGATURES = {"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae"}

_GLUE = frozenset("()[]./-_·•∙⋅‧․*")
"""What stands before an inclusive ending: "infirmier·ère", "infirmier(e)", "infirmier/ère"."""

_ENDINGS = frozenset(
    [
        "e",
        "es",
        "s",
        "x",
        "ere",
        "eres",
        "iere",
        "ieres",
        "ne",
        "nes",
        "enne",
        "ennes",
        "ienne",
        "iennes",
        "se",
        "ses",
        "euse",
        "euses",
        "rice",
        "rices",
        "trice",
        "trices",
        "ante",
        "antes",
        "ale",
        "ales",
        "ve",
        "ves",
    ]
)

_FORMS = (  # feminine or plural ending, then the one kept; the first that fits, in this order
    ("ienne", "ien"),
    ("trice", "teur"),
    ("euse", "eur"),
    ("ere", "er"),
    ("aux", "al"),
)

_INVARIABLE = "medecine"
"""The word that its last letter tells from another: it is not a feminine "médecin"."""

_STOP = frozenset(
    [
        "a",
        "au",
        "aux",
        "d",
        "de",
        "des",
        "du",
        "diplome",
        "diplomee",
        "diplomes",
        "diplomees",
        "e",
        "en",
        "et",
        "etat",
        "l",
        "la",
        "le",
        "les",
        "un",
        "une",
    ]
)
"""Words that carry nothing here. ``de`` is also "diplômé d'État"."""


@attrs.frozen(slots=True)
class Token:
    """A word of the input in its one form, and where it stands."""

    stem: str
    start: int
    end: int


def fold(text: str) -> str:
    """Lower case without accents; ligatures opened."""
    opened = "".join(_LIGATURES.get(letter, letter) for letter in text)
    decomposed = unicodedata.normalize("NFKD", opened.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def stem(word: str) -> str:
    """The one form of a folded word: masculine, singular, final ``e`` dropped."""
    if len(word) < 4 or not word.isalpha():
        return word
    word = word.rstrip("s")
    if len(word) < 4 or word == _INVARIABLE:
        return word
    for ending, kept in _FORMS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + kept
    return word.rstrip("e")


def _runs(text: str) -> Iterator[Token]:
    """The maximal runs of letters and digits, folded."""
    start, letters = 0, ""
    for place, letter in enumerate(text):
        folded = fold(letter)
        kept = "".join(part for part in folded if part.isalnum())
        if kept:
            if not letters:
                start = place
            letters += kept
        elif letters and not unicodedata.combining(letter):
            yield Token(letters, start, place)
            letters = ""
    if letters:
        yield Token(letters, start, len(text))


def _raw(text: str) -> Iterator[Token]:
    """The same, with the letters of "O.R.L." put together."""
    held: Token | None = None
    for token in _runs(text):
        single = len(token.stem) == 1 and token.stem.isalpha()
        if held is not None and single and text[held.end : token.start] == ".":
            held = Token(held.stem + token.stem, held.start, token.end)
            continue
        if held is not None:
            yield held
        held = token if single else None
        if held is None:
            yield token
    if held is not None:
        yield held


def tokens(text: str) -> list[Token]:
    """The telling words of a text, in their one form.

    An inclusive ending joins the word before it; articles, prepositions and "diplômé
    d'État" are left out.
    """
    found: list[Token] = []
    last = ""
    for token in _raw(text):
        between = text[found[-1].end : token.start] if found else ""
        glued = bool(between) and between[-1] in _GLUE and set(between) <= _GLUE | {" ", "\t", "\n"}
        if found and glued and token.stem in _ENDINGS and len(last) > 1 and last.isalpha():
            found[-1] = attrs.evolve(found[-1], end=token.end)
            continue
        last = token.stem
        found.append(token)
    return [attrs.evolve(token, stem=stem(token.stem)) for token in found if token.stem not in _STOP]


def phrase(text: str) -> tuple[str, ...]:
    """A phrase of the tables as the reader looks it up."""
    return tuple(token.stem for token in tokens(text))
