"""Slips of the pen: a word that is one letter from a known one, and from no other."""

from collections.abc import Sequence

import attrs

from cpts_model.facts.lexicon import SHORTEST_SLIP, long_words
from cpts_model.facts.reading_tokens import Token

_LONG = 11
"""From this length on, two slips in a word are told too."""
_MOST_WORDS = 12
"""No more words than this are looked at: a cell with more is no misspelt profession."""


def _sound(word: str) -> str:
    """The word without the letters that are written in two ways for one sound."""
    return word.replace("ph", "f").replace("th", "t")


def _distance(one: str, other: str, most: int) -> int:
    """Letters added, dropped, replaced or swapped; ``most + 1`` as soon as it is more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def _meant(word: str) -> str | None:
    """The one known word that this misspells, if there is one."""
    if len(word) < SHORTEST_SLIP:
        return None
    most = 2 if len(word) >= _LONG else 1
    sound = _sound(word)
    near: dict[int, list[str]] = {}
    for known in long_words().get(word[0], ()):
        if abs(len(_sound(known)) - len(sound)) <= most:
            near.setdefault(_distance(sound, _sound(known), most), []).append(known)
    nearest = near.get(min(near, default=most + 1), ())
    return nearest[0] if len(nearest) == 1 and min(near) <= most else None


def mend(found: Sequence[Token], unread: Sequence[int]) -> list[Token] | None:
    """The words with the misspelt ones put right; ``None`` where there is nothing to mend."""
    mended = list(found)
    for place in unread[:_MOST_WORDS]:
        meant = _meant(found[place].stem)
        if meant is not None:
            mended[place] = attrs.evolve(found[place], stem=meant)
    return None if mended == list(found) else mended
