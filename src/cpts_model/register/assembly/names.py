"""Names in the order in which people look them up."""

import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

from cpts_model.engine.unknown import Unknown
from cpts_model.facts.memberships import Member

T = TypeVar("T")

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l"})


def name_of(member: Member) -> str:
    """The name, or the identifier of whoever has none."""
    return member.id if isinstance(member.name, Unknown) else member.name


def lookup_key(name: str) -> str:
    """A name without case, accents or punctuation: « Élodie L'Hôte » stands at ``elodie l hote``."""
    bare = "".join(
        character
        for character in unicodedata.normalize("NFKD", name.casefold().translate(_LIGATURES))
        if not unicodedata.combining(character)
    )
    return " ".join("".join(sign if sign.isalnum() else " " for sign in bare).split())


def sorted_as_people(items: Iterable[T], member: Callable[[T], Member]) -> tuple[T, ...]:
    """Items by the name of their member as it was told, whatever its case and accents."""

    def key(item: T) -> tuple[str, str, str]:
        who = member(item)
        return lookup_key(name_of(who)), name_of(who), who.id

    return tuple(sorted(items, key=key))
