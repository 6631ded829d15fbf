"""A map whose changed copies share all but the path that changed.

A register is a value: each event gives a new one. Copying an index of every member for
each event would make the last of a thousand events a thousand times too dear.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar, final

K = TypeVar("K")
V = TypeVar("V")

_BITS: Final = 5
_WIDTH: Final = 1 << _BITS
_MASK: Final = _WIDTH - 1
_DEEPEST: Final = 60
"""Beyond as many bits hashes have no more to tell: keys that still share a leaf stay in it."""

Node = dict[Any, Any] | tuple["Node", ...]
"""A leaf of a few keys, or the nodes that five bits of the hash lead to."""


@final
class PersistentMap(Mapping[K, V]):
    """A mapping that never changes; :meth:`with_` gives the changed one, in a time that hardly grows.

    Its order is that of hashes, and so no order to rely on.
    """

    __slots__ = ("_root", "_size")

    def __init__(self, entries: Mapping[K, V]) -> None:
        self._root: Node = _parted(dict(entries), 0)
        self._size = len(entries)

    def with_(self, key: K, value: V) -> "PersistentMap[K, V]":
        """The same map, with one key told anew."""
        changed: PersistentMap[K, V] = object.__new__(PersistentMap)
        changed._root = _with(self._root, 0, key, value)
        changed._size = self._size + (key not in self)
        return changed

    def without(self, key: K) -> "PersistentMap[K, V]":
        """The same map, less one key.

        Raises:
            KeyError: it has no such key.
        """
        changed: PersistentMap[K, V] = object.__new__(PersistentMap)
        changed._root = _without(self._root, 0, key)
        changed._size = self._size - 1
        return changed

    def __getitem__(self, key: K) -> V:
        node, code = self._root, hash(key)
        while isinstance(node, tuple):
            node, code = node[code & _MASK], code >> _BITS
        found: V = node[key]
        return found

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[K]:
        nodes: list[Node] = [self._root]
        while nodes:
            node = nodes.pop()
            if isinstance(node, tuple):
                nodes.extend(node)
            else:
                yield from node


def _with(node: Node, shift: int, key: Any, value: Any) -> Node:
    if isinstance(node, dict):
        return _parted({**node, key: value}, shift)
    at = (hash(key) >> shift) & _MASK
    return (*node[:at], _with(node[at], shift + _BITS, key, value), *node[at + 1 :])


def _without(node: Node, shift: int, key: Any) -> Node:
    if isinstance(node, dict):
        rest = dict(node)
        del rest[key]
        return rest
    at = (hash(key) >> shift) & _MASK
    return (*node[:at], _without(node[at], shift + _BITS, key), *node[at + 1 :])


def _parted(leaf: dict[Any, Any], shift: int) -> Node:
    """A leaf, cut into smaller ones when it holds too many keys."""
    if len(leaf) <= _WIDTH or shift > _DEEPEST:
        return leaf
    parts: tuple[dict[Any, Any], ...] = tuple({} for _ in range(_WIDTH))
    for key, value in leaf.items():
        parts[(hash(key) >> shift) & _MASK][key] = value
    return tuple(_parted(part, shift + _BITS) for part in parts)
