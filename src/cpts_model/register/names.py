"""What members and structures are called, and the order in which people look names up."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from cpts_model.facts.belonging import Belonging
from cpts_model.facts.memberships import Member
from cpts_model.facts.structures import Structure

T = TypeVar("T")

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l"})


def name_of(named: Member | Structure) -> str:
    """The name of a member or a structure, or the identifier of what has none."""
    name = named.name
    return name if isinstance(name, str) and name.strip() else named.id


def name_among(held: Sequence[Belonging], member_id: str) -> str:
    """The name that the memberships of somebody tell, the last first; their identifier where none does."""
    names = (one.member.name for one in reversed(held))
    return next((name for name in names if isinstance(name, str) and name.strip()), member_id)


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
