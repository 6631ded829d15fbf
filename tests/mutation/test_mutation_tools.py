"""The tools of mutation testing, and that the list of what may live speaks of code that is there."""

import ast
from functools import cache
from pathlib import Path

import pytest

import cpts_model
from mutation.mutated_copy import undecorated
from mutation.survivors import KINDS, Mutant, changes_words_alone, listed

SOURCES = Path(cpts_model.__file__).parent
DECORATED = """\
from functools import cache

class Club:
    size = 3

    @property
    @noted(
        "nombre"
    )
    def double(self) -> int:
        return self.size * 2

    @staticmethod
    def least() -> int:
        return 2

@cache
def asked(number: int) -> int:
    return number + 1
"""


def test_a_decorator_is_written_as_the_call_it_stands_for():
    plain = undecorated(DECORATED)
    assert [line.strip() for line in plain.splitlines() if line.strip().startswith("@")] == ["@staticmethod"]
    for source in (DECORATED, plain):
        names: dict[str, object] = {}
        words: list[str] = []

        def noted(word, words=words):
            words.append(word)
            return lambda function: function

        exec(source, {"noted": noted}, names)
        club = names["Club"]()
        assert (club.double, club.least(), words) == (6, 2, ["nombre"])
        assert (names["asked"](1), type(names["asked"])) == (2, type(cache(len)))


@pytest.mark.parametrize(
    ("changed", "alone"),
    [
        ('def _():\n    raise Silent(Text("XXaXX", "b"))', True),
        ('def _():\n    raise Silent(Text("a", "B"))', True),
        ("def _():\n    raise Silent(Text(None, 'b'))", False),
        ("def _():\n    raise Silent(Text('b'))", False),
        ("def _():\n    raise Silent(None)", False),
        ("def _():\n    raise Loud(Text('A', 'b'))", False),
    ],
)
def test_words_of_a_text_are_told_apart_from_what_it_does(changed, alone):
    assert changes_words_alone('def _():\n    raise Silent(Text("a", "b"))', changed) is alone
    assert not changes_words_alone('raise ValueError("a")', 'raise ValueError("A")')


@cache
def lines_of(function: str) -> str:
    """The source of a function that the list names, each line without its indentation."""
    *_, name = function.split(".")
    parts = function.split(".")
    path = next(
        SOURCES.joinpath(*parts[:end]).with_suffix(".py")
        for end in range(len(parts) - 1, 0, -1)
        if SOURCES.joinpath(*parts[:end]).with_suffix(".py").exists()
    )
    source = path.read_text(encoding="utf-8")
    found = [
        ast.get_source_segment(source, node) or ""
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and node.name == name
    ]
    return "\n".join(line.strip() for part in found for line in part.splitlines())


@pytest.mark.parametrize("mutant", listed(), ids=range(len(listed())))
def test_what_may_live_is_a_change_of_code_that_is_there(mutant: Mutant):
    function, was, becomes = mutant
    assert listed()[mutant] in KINDS
    assert was in lines_of(function)
    assert was != becomes
