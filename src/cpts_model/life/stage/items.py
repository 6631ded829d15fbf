"""A text as a row of items: words that are known, dates, numbers, and words that are not known."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum

import attrs

from cpts_model.facts.reading_tokens import Token, fold, tokens
from cpts_model.life.stage.dates import Found, ReadDate, find_dates
from cpts_model.life.stage.words import Sense, lexicon, longest


class Other(Enum):
    """An item that is no word of the tables."""

    NUMBER = "number"
    UNREAD = "unread"


@attrs.frozen(slots=True, kw_only=True)
class Item:
    """One word or phrase, date or number, as it was written, and what it is."""

    is_: Sense | ReadDate | Other
    text: str
    joined: bool
    """Whether "et", "+" or "&" stands before it."""
    parted: bool
    """Whether a punctuation mark that parts clauses stands before it."""
    slashed: bool
    """Whether that mark is a slash, which may mean "or"."""
    of: bool
    """Whether "de", "du", "des" or "d'" stands before it."""
    as_of: bool
    """Whether "au" stands before it: a date of reference, or an end."""


_PARTS = re.compile(r"[,;:.!()\[\]{}|\n\r\t<>=→•*\"«»]|[–—−]|(?:^|\s)-|-(?:\s|$)|/")
_JOINS = re.compile(r"[+&]|(?<![^\W_])et(?![^\W_])")

_OF = re.compile(r"(?<![^\W_])(?:de|du|des|d)(?![^\W_])")
_AS_OF = re.compile(r"(?<![^\W_])au(?![^\W_])")


def items_of(text: str) -> tuple[Item, ...]:
    """The items of a text, from left to right."""
    whole = unicodedata.normalize("NFC", text)
    dates = list(find_dates(whole))
    found = [token for token in tokens(_without(whole, dates)) if not _is_elided(token, whole)]
    spans = sorted(
        [*_phrases(found), *((one.start, one.end, one.read or Other.UNREAD) for one in dates)],
        key=lambda span: span[:2],
    )
    return tuple(_items(whole, spans))


def _is_elided(token: Token, text: str) -> bool:
    """Whether this is the "n" of "n'ayant" or of "n° 2"; alone, it may stand for "non"."""
    return token.stem == "n" and text[token.end : token.end + 1] in tuple("'’°º")


def _without(text: str, dates: Sequence[Found]) -> str:
    """The text with blanks in the place of its dates: the words keep theirs."""
    for one in dates:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


_Span = tuple[int, int, Sense | ReadDate | Other]


def _phrases(found: Sequence[Token]) -> Iterator[_Span]:
    """What the words are, the longest phrase first."""
    place = 0
    while place < len(found):
        for end in range(min(len(found), place + longest()), place, -1):
            sense = lexicon().get(tuple(token.stem for token in found[place:end]))
            if sense is not None:
                yield found[place].start, found[end - 1].end, sense
                place = end
                break
        else:
            token = found[place]
            other = Other.NUMBER if token.stem.isdecimal() else Other.UNREAD
            yield token.start, token.end, other
            place += 1


def _items(text: str, spans: Sequence[_Span]) -> Iterator[Item]:
    before = 0
    for start, end, what in spans:
        gap = fold(text[before:start])
        yield Item(
            is_=what,
            text=text[start:end],
            joined=_JOINS.search(gap) is not None,
            parted=_PARTS.search(gap) is not None,
            slashed="/" in gap,
            of=_OF.search(gap) is not None,
            as_of=_AS_OF.search(gap) is not None,
        )
        before = end
