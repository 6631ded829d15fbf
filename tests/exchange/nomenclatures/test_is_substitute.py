"""Whether an activity is a substitute's."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpts_model import UNKNOWN
from cpts_model.exchange.nomenclatures import R21, R22, is_substitute

SUBSTITUTE_GENRES, SUBSTITUTE = ["GENR02", "GENR03"], "FON-22"
NOT_TOLD = [UNKNOWN, None, "", "FON-AU", "FON-999", "GENR77", "remplaçant"]
"""Nothing told, not defined, and codes that were not read."""


@pytest.mark.parametrize("genre", SUBSTITUTE_GENRES)
@pytest.mark.parametrize("fonction", [*NOT_TOLD, "FON-01", SUBSTITUTE])
def test_the_genre_alone_says_so(genre: str, fonction: Any) -> None:
    assert is_substitute(genre, fonction) is True


@pytest.mark.parametrize("genre", [*NOT_TOLD, "GENR01", "GENR99"])
def test_the_fonction_alone_says_so(genre: Any) -> None:
    assert is_substitute(genre, SUBSTITUTE) is True


@pytest.mark.parametrize("genre", ["GENR01", "GENR04", "GENR08", "GENR99"])
@pytest.mark.parametrize("fonction", ["FON-01", "FON-17", "FON-33"])
def test_both_say_something_else(genre: str, fonction: str) -> None:
    assert is_substitute(genre, fonction) is False


@pytest.mark.parametrize("not_told", NOT_TOLD)
def test_one_of_the_two_is_not_told(not_told: Any) -> None:
    assert is_substitute("GENR01", not_told) is UNKNOWN
    assert is_substitute(not_told, "FON-01") is UNKNOWN
    assert is_substitute(not_told, not_told) is UNKNOWN


ANY_GENRE = st.sampled_from([UNKNOWN, None, *(code.code for code in R22.codes)])
ANY_FUNCTION = st.sampled_from([UNKNOWN, None, *(code.code for code in R21.codes)])


@given(genre=ANY_GENRE, fonction=ANY_FUNCTION)
def test_knowing_more_never_turns_an_answer_round(genre: Any, fonction: Any) -> None:
    answer = is_substitute(genre, fonction)
    assert is_substitute(UNKNOWN, fonction) in {UNKNOWN, True}
    if answer is False:
        assert is_substitute(UNKNOWN, fonction) is UNKNOWN
    if is_substitute(genre, None) is True:
        assert answer is True
