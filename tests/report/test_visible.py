"""A name in a dossier is words, and never a command to a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpts_model.report.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Maison de santé Les Allymes", "Maison de santé Les Allymes"),
        ("✗ 1 manquement", "✗ 1 manquement"),
        ("deux\N{NO-BREAK SPACE}mots", "deux\N{NO-BREAK SPACE}mots"),
        ("\x1b[2J", "\\u001b[2J"),
        ("\x9b31m", "\\u009b31m"),
        ("ligne\nforgée", "ligne\\u000aforgée"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}abc", "\\u202eabc"),
        ("\N{LINE SEPARATOR}", "\\u2028"),
        ("\ud800", "\\ud800"),
        ("👨\N{ZERO WIDTH JOINER}⚕", "👨\N{ZERO WIDTH JOINER}⚕"),
    ],
    ids=ascii,
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_line_may_be_kept() -> None:
    assert visible("a\nb\x1b", keep="\n") == "a\nb\\u001b"


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    assert not set(map(chr, (*range(32), *range(127, 160)))) & set(visible(text))
