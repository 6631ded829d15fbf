"""A map whose changed copies share what did not change, against a plain dictionary."""

from collections.abc import Hashable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpts_model.register.persistent import PersistentMap


@attrs.frozen
class Clash:
    """A key whose hash few other keys do not have."""

    name: int
    code: int

    def __hash__(self) -> int:
        return self.code


clashes = st.builds(Clash, st.integers(0, 60), st.sampled_from([0, 1, -1, 32, 2**60, -(2**59), 31]))
keys = st.integers(-5000, 5000) | st.text(max_size=3) | clashes
edits = st.lists(st.tuples(st.booleans(), keys, st.integers()), max_size=300)


@given(start=st.dictionaries(keys, st.integers(), max_size=100), told=edits)
def test_it_does_what_a_dictionary_does(
    start: dict[Hashable, int], told: list[tuple[bool, Hashable, int]]
) -> None:
    plain, persistent = dict(start), PersistentMap(start)
    stages = [(dict(plain), persistent)]
    for adds, key, value in told:
        if adds:
            plain[key] = value
            persistent = persistent.with_(key, value)
        elif key in plain:
            del plain[key]
            persistent = persistent.without(key)
        assert (key in persistent) is (key in plain)
        assert persistent.get(key) == plain.get(key)
        stages.append((dict(plain), persistent))
    for then, there in stages[:: max(1, len(stages) // 5)]:
        assert len(there) == len(then)
        assert dict(there) == then
        assert sorted(map(repr, there)) == sorted(map(repr, then))
        assert all(there[key] == value for key, value in then.items())


@pytest.mark.parametrize("size", [0, 1, 31, 32, 33, 34, 1024, 1025, 40_000])
def test_any_size(size: int) -> None:
    made = PersistentMap({f"k{number}": number for number in range(size)})
    grown: PersistentMap[str, int] = PersistentMap({})
    for number in range(size):
        grown = grown.with_(f"k{number}", number)
    assert len(made) == len(grown) == size
    assert made == grown
    assert all(grown[f"k{number}"] == number for number in range(size))
    for number in range(size):
        grown = grown.without(f"k{number}")
    assert len(grown) == 0
    assert list(grown) == []


def test_more_keys_of_one_hash_than_a_leaf_takes() -> None:
    told = {Clash(name, 7): name for name in range(100)}
    one, other = PersistentMap(told), PersistentMap[Clash, int]({})
    for key, value in told.items():
        other = other.with_(key, value)
    assert dict(one) == dict(other) == told
    assert Clash(100, 7) not in one


def test_a_value_told_anew_replaces_the_old_one() -> None:
    before = PersistentMap({"a": 1})
    after = before.with_("a", 2)
    assert (before["a"], after["a"], len(after)) == (1, 2, 1)


@pytest.mark.parametrize("size", [0, 1, 100])
def test_a_key_that_is_not_there(size: int) -> None:
    made = PersistentMap({number: number for number in range(size)})
    with pytest.raises(KeyError):
        made[-1]
    with pytest.raises(KeyError):
        made.without(-1)
    assert made.get(-1) is None


def test_what_it_was_made_from_can_change() -> None:
    told = {"a": 1}
    made = PersistentMap(told)
    told["b"] = 2
    assert dict(made) == {"a": 1}


def nodes(one: PersistentMap[str, int]) -> dict[int, Any]:
    found, left = dict[int, Any](), [one._root]
    while left:
        node = left.pop()
        found[id(node)] = node
        if isinstance(node, tuple):
            left.extend(node)
    return found


def test_leaves_stay_small_however_it_grew() -> None:
    """Or each change would copy ever more."""
    made = PersistentMap({f"k{number}": number for number in range(3000)})
    grown: PersistentMap[str, int] = PersistentMap({})
    for number in range(3000):
        grown = grown.with_(f"k{number}", number)
    for one in (made, grown):
        assert all(len(node) <= 32 for node in nodes(one).values())


def test_a_changed_copy_shares_nearly_everything() -> None:
    """Else the last of a thousand events would be a thousand times too dear."""
    made = PersistentMap({f"k{number}": number for number in range(40_000)})

    there = nodes(made)
    for changed in (made.with_("new", 0), made.with_("k7", 0), made.without("k7")):
        fresh = [node for address, node in nodes(changed).items() if address not in there]
        assert len(fresh) <= 6
        assert all(len(node) <= 32 for node in fresh)
