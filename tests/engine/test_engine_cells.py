"""What a spreadsheet may take for a formula."""

import pytest

from cpts_model.engine.cells import starts_formula


@pytest.mark.parametrize("sign", ["\t", "\r", "\n"])
def test_a_tabulation_or_a_new_line_comes_first(sign: str) -> None:
    assert starts_formula(f"{sign}1")


@pytest.mark.parametrize(
    "sign", ["=", "+", "-", "@", "|", "%", "\N{MINUS SIGN}", "＝", "＋", "－", "＠", "⩵"]
)
@pytest.mark.parametrize(
    "before", ["", " ", "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}", "\N{BYTE ORDER MARK}"]
)
def test_a_sign_of_formulas_comes_first_or_after_what_nobody_sees(sign: str, before: str) -> None:
    assert starts_formula(f"{before}{sign}1")


@pytest.mark.parametrize("text", ["", " ", "Le-Goff + fils", "20 %", "1=1", "\N{ZERO WIDTH SPACE}Zoé"])
def test_words_are_words(text: str) -> None:
    assert not starts_formula(text)
