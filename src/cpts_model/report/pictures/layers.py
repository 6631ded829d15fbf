"""Where the states and the transitions of a machine stand in a picture: in layers, from the initial state down.

A state stands one layer below the lowest that leads to it; what leads back up is set
apart. The words of a transition stand in a box of their own, between the layer it leaves
and the next, and a line that passes a layer by has a place of its own in it: so no box
covers another, and no line runs through a box.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

import attrs

from cpts_model.report.pictures.svg import Box

GAP_X, GAP_Y = 26, 34
"""How far apart boxes stand."""

_PASSING = 12
"""How wide the place is of a line that passes a layer by."""

_SWEEPS, _SHIFTS = 8, 60
"""How often places are put in order, and moved to run straight."""
_LINE_WEIGHT = 8.0

Size = tuple[float, float]
Place = tuple[str, int, int]
"""What stands in a layer: ("state", n, 0), ("words", transition, 0) or ("line", transition, layer)."""


@attrs.frozen(slots=True, kw_only=True)
class Layout:
    """Boxes for states and for the words of transitions, by their numbers, and the layers they stand in."""

    states: dict[int, Box]
    words: dict[int, Box]
    lines: dict[int, list[Box]]
    """The places that a transition passes, from its words down to its target."""
    back: tuple[int, ...]
    """The transitions that lead back up, or to where they come from: they have no place here."""
    layers: tuple[Box, ...]
    """The layers: states, words, states, words… as wide as the picture."""
    rank: tuple[int, ...]


def back_edges(count: int, edges: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """The edges that lead back to a node on the way to their source, looking from node 0 on."""
    found: list[int] = []
    passed: set[int] = set()

    def follow(node: int, way: frozenset[int]) -> None:
        passed.add(node)
        for number, (source, target) in enumerate(edges):
            if source != node:
                continue
            if target in way:
                found.append(number)
            elif target not in passed:
                follow(target, way | {target})

    for node in range(count):
        if node not in passed:
            follow(node, frozenset({node}))
    return tuple(sorted(found))


def ranks(count: int, edges: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """How many edges the longest way to each node has, where no edge leads back."""
    rank = [0] * count
    for _ in range(count):
        for source, target in edges:
            rank[target] = max(rank[target], rank[source] + 1)
    return tuple(rank)


def lay_out(
    states: Sequence[Size],
    edges: Sequence[tuple[int, int]],
    words: Sequence[Size],
    *,
    top: float,
    left: float,
) -> Layout:
    """The layout of states and transitions, given by the sizes of their boxes."""
    back = back_edges(len(states), edges)
    ahead = [number for number in range(len(edges)) if number not in back]
    rank = ranks(len(states), [edges[number] for number in ahead])
    rows: list[list[Place]] = [[] for _ in range(2 * max(rank, default=0) + 1)]
    near: dict[Place, list[Place]] = {}
    for state, level in enumerate(rank):
        rows[2 * level].append(("state", state, 0))
    for number in ahead:
        source, target = edges[number]
        first, last = 2 * rank[source] + 1, 2 * rank[target]
        chain: list[Place] = [("state", source, 0), ("words", number, 0)]
        chain += [("line", number, layer) for layer in range(first + 1, last)]
        for layer, place in enumerate(chain[1:], first):
            rows[layer].append(place)
        chain.append(("state", target, 0))
        for one, other in pairwise(chain):
            near.setdefault(one, []).append(other)
            near.setdefault(other, []).append(one)
    _order(rows, near)
    return _boxes(rows, near, states, words, back=back, rank=rank, top=top, left=left)


def _order(rows: list[list[Place]], near: dict[Place, list[Place]]) -> None:
    """Put each layer in the order of what its places are joined to, so that few lines cross."""
    for sweep in range(_SWEEPS):
        for row in rows if sweep % 2 == 0 else reversed(rows):
            spot = {place: index - len(other) / 2 for other in rows for index, place in enumerate(other)}
            joined = {place: [spot[one] for one in near.get(place, [])] for place in row}
            row.sort(
                key=lambda place: sum(joined[place]) / len(joined[place]) if joined[place] else spot[place]
            )


def _centres(
    rows: list[list[Place]], near: dict[Place, list[Place]], width: Callable[[Place], float]
) -> dict[Place, float]:
    """How far right the middle of each place is: under what it is joined to, as far as there is room."""
    centre: dict[Place, float] = {}
    for row in rows:
        centre.update(_settled(row, {}, width))
    for sweep in range(_SHIFTS):
        for row in rows if sweep % 2 == 0 else reversed(rows):
            wanted = {
                place: sum(centre[one] for one in near[place]) / len(near[place])
                for place in row
                if place in near
            }
            centre.update(_settled(row, wanted, width))
    return centre


def _settled(
    row: list[Place], wanted: dict[Place, float], width: Callable[[Place], float]
) -> dict[Place, float]:
    """The middles nearest to those wanted that keep the order of a row and the room between boxes.

    Neighbours that want to be nearer than they may share one block, which stands where it
    strays least from what its places want; a line weighs more than a box, to run straight.
    """
    offsets = [0.0]
    for one, other in pairwise(row):
        offsets.append(offsets[-1] + (width(one) + width(other)) / 2 + GAP_X)
    blocks: list[tuple[float, float, int]] = []
    for place, offset in zip(row, offsets, strict=True):
        weight = _LINE_WEIGHT if place[0] == "line" else 1.0
        block = (weight * (wanted.get(place, offset) - offset), weight, 1)
        while blocks and blocks[-1][0] / blocks[-1][1] > block[0] / block[1]:
            before = blocks.pop()
            block = (block[0] + before[0], block[1] + before[1], block[2] + before[2])
        blocks.append(block)
    spread = [total / weight for total, weight, count in blocks for _ in range(count)]
    return {place: at + offset for place, at, offset in zip(row, spread, offsets, strict=True)}


def _boxes(
    rows: list[list[Place]],
    near: dict[Place, list[Place]],
    states: Sequence[Size],
    words: Sequence[Size],
    *,
    back: tuple[int, ...],
    rank: tuple[int, ...],
    top: float,
    left: float,
) -> Layout:
    sizes = {"state": states, "words": words}

    def size(place: Place) -> Size:
        return (_PASSING, 0) if place[0] == "line" else sizes[place[0]][place[1]]

    centre = _centres(rows, near, lambda place: size(place)[0])
    start = {place: centre[place] - size(place)[0] / 2 for row in rows for place in row}
    shift = left - min(start.values())
    whole = max(start[place] + size(place)[0] for place in start) + shift - left
    found: dict[str, dict[int, Box]] = {"state": {}, "words": {}}
    lines: dict[int, list[Box]] = {}
    layers: list[Box] = []
    y = top
    for row in rows:
        height = max((size(place)[1] for place in row), default=0)
        for place in row:
            kind, number, _ = place
            room, tall = size(place)
            if kind == "line":
                lines.setdefault(number, []).append(Box(start[place] + shift, y, room, height))
            else:
                found[kind][number] = Box(start[place] + shift, y, room, tall)
        layers.append(Box(left, y, whole, height))
        y += height + GAP_Y
    return Layout(
        states=found["state"],
        words=found["words"],
        lines=lines,
        back=back,
        layers=tuple(layers),
        rank=rank,
    )
