"""A row of items cut into clauses, and those of one thought put together again."""

from collections.abc import Iterator, Sequence

from cpts_model.life.stage.items import Item, Other
from cpts_model.life.stage.words import Doc, Mark, Says, Step

Clause = list[int]
"""The places of the items of a clause, in order."""

_STATE_MARKS = frozenset({Mark.NOT, Mark.UNDER_WAY, Mark.AWAITED, Mark.PLANNED, Mark.OBTAINED, Mark.SINCE})


def clauses_of(items: Sequence[Item]) -> list[Clause]:
    """The clauses of a text: "ACI : non signé", of two pieces, is one; "LI validée, ACI non signé" is two."""
    pieces = list(_cut(items))
    joined: list[Clause] = []
    for number, piece in enumerate(pieces):
        after = pieces[number + 1 : number + 3]
        if joined and _continues(joined[-1], piece, after, items):
            joined[-1] = joined[-1] + piece
        else:
            joined.append(piece)
    return joined


def _cut(items: Sequence[Item]) -> Iterator[Clause]:
    piece: Clause = []
    for place, item in enumerate(items):
        if item.parted and piece:
            yield piece
            piece = []
        piece.append(place)
    if piece:
        yield piece


def _continues(before: Clause, piece: Clause, after: Sequence[Clause], items: Sequence[Item]) -> bool:
    """Whether a piece belongs to the clause before it."""
    if _is_light(before, items) or _is_light(piece, items):
        return not _has_unread(before if _is_light(before, items) else piece, items)
    if _docs(before, items) and not _has_step(before, items):
        # "LI (lettre d'intention)", then "ACI : non signé".
        return _same_docs(before, piece, items) if _docs(piece, items) else _has_state(piece, items)
    if _docs(piece, items):
        alone = not _has_step(piece, items) and not _marks(piece, items)
        taken = any(not _docs(one, items) and _has_state(one, items) for one in after[:1])
        return alone and not taken and not _docs(before, items) and _has_step(before, items)
    # "ACI signé : non", "signature de l'ACI (prévue)": marks alone speak of what stands before.
    return not _has_step(piece, items) and bool(_marks(piece, items))


def _docs(piece: Clause, items: Sequence[Item]) -> list[Doc]:
    kinds = (items[place].is_ for place in piece)
    return [kind for kind in kinds if isinstance(kind, Doc)]


def _same_docs(one: Clause, other: Clause, items: Sequence[Item]) -> bool:
    return set(_docs(one, items)) == set(_docs(other, items)) and not _has_state(other, items)


def _has_step(piece: Clause, items: Sequence[Item]) -> bool:
    return any(isinstance(items[place].is_, Step | Says) for place in piece)


def _marks(piece: Clause, items: Sequence[Item]) -> list[Mark]:
    kinds = (items[place].is_ for place in piece)
    return [kind for kind in kinds if isinstance(kind, Mark) and kind in _STATE_MARKS]


def _has_state(piece: Clause, items: Sequence[Item]) -> bool:
    return _has_step(piece, items) or bool(_marks(piece, items))


def _is_light(piece: Clause, items: Sequence[Item]) -> bool:
    """Whether nothing in it tells a stage: a date, an actor, a name."""
    return not _docs(piece, items) and not _has_state(piece, items)


def _has_unread(piece: Clause, items: Sequence[Item]) -> bool:
    return any(items[place].is_ is Other.UNREAD for place in piece)
