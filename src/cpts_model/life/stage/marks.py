"""Which words of a clause tell something, and which of them its negations and its "en cours" are said of."""

from collections.abc import Sequence

from cpts_model.life.stage.clauses import Clause
from cpts_model.life.stage.items import Item
from cpts_model.life.stage.words import Doc, Form, Mark, Says, Step

_PENDING = frozenset({Mark.UNDER_WAY, Mark.AWAITED})
_LINKS = frozenset({"pour", "sur", "relatif", "relative", "concernant", "cadre"})


def is_word(items: Sequence[Item], place: int) -> bool:
    """Whether a place tells something: not the projet of "lettre d'intention du projet de santé"."""
    if not isinstance(items[place].is_, Doc):
        return isinstance(items[place].is_, Step | Says)
    linked = items[place].of
    for earlier in range(place - 1, -1, -1):
        if items[earlier + 1].parted or items[earlier + 1].joined:
            return True
        if items[earlier].is_ is not Mark.FILLER:
            return not (linked and isinstance(items[earlier].is_, Doc))
        linked = linked or items[earlier].of or items[earlier].text.casefold() in _LINKS
    return True


def is_of_something_else(items: Sequence[Item], place: int) -> bool:
    """Whether this is the "projet" of "projet de statuts"."""
    following = items[place + 1 : place + 2]
    return items[place].is_ is Doc.PROJECT and any(item.of and not item.parted for item in following)


class InDoubt(Exception):
    """The words of a clause do not fit together."""


def said_of(items: Sequence[Item], clause: Clause, words: Sequence[int]) -> dict[int, list[int]]:
    """What each negation, each "en cours" and each "obtenu" is said of."""
    said: dict[int, list[int]] = {}
    for place in clause:
        mark = items[place].is_
        if mark is Mark.NOT or mark in _PENDING or mark is Mark.OBTAINED:
            target = _target(items, clause, words, place)
            if target is not None:
                said.setdefault(target, []).append(place)
    return said


def _target(items: Sequence[Item], clause: Clause, words: Sequence[int], place: int) -> int | None:
    before = max((word for word in words if word < place), default=None)
    after = min((word for word in words if word > place), default=None)
    following = _next_mark(items, clause, place, after)
    mark = items[place].is_
    if mark is Mark.NOT and following in _PENDING:
        raise InDoubt
    named = _named_before(items, words, before)
    if mark is Mark.OBTAINED or following is Mark.OBTAINED:
        return named
    if mark is Mark.NOT:
        return before if after is None else after
    return _pending_target(items, named, after if following is None else None)


def _named_before(items: Sequence[Item], words: Sequence[int], before: int | None) -> int | None:
    """The word before a mark; of "signature de l'ACI en cours", the name of the step."""
    if before is None or words[0] == before or not isinstance(items[before].is_, Doc):
        return before
    earlier = words[words.index(before) - 1]
    return earlier if form_of(items, earlier) is Form.NOUN else before


def _next_mark(items: Sequence[Item], clause: Clause, place: int, until: int | None) -> object:
    """The next mark that stands between a mark and the word after it."""
    for other in clause:
        if place < other and (until is None or other < until):
            kind = items[other].is_
            if kind in (Mark.NOT, Mark.OBTAINED, *_PENDING):
                return kind
    return None


def _pending_target(items: Sequence[Item], before: int | None, after: int | None) -> int | None:
    """The name of a step, "en cours de validation", "validation en cours", or what is nearest."""
    for place in (after, before):
        if place is not None and form_of(items, place) is Form.NOUN:
            return place
    if after is not None and form_of(items, after) is Form.DONE:
        raise InDoubt
    if after is None and before is not None and form_of(items, before) is not None:
        raise InDoubt
    return before if after is None else after


def form_of(items: Sequence[Item], place: int) -> Form | None:
    """The form in which the step at a place is said; ``None`` where no step stands there."""
    kind = items[place].is_
    return kind.form if isinstance(kind, Step) else None
