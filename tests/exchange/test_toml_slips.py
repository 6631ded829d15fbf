"""What people write by habit in TOML: the line is shown, and the mend is said."""

import pytest

from cpts_model import BadDossier, loads_dossier


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ("formed_on = 31/12/2025", "write a date as 2025-12-31"),
        ("accommodation = oui", "write true or false"),
        ("accommodation = True", "write true or false"),
        ("name = “CPTS”", "use straight quotes"),
        ("population = 12 000", "write a number as 12000 or 12.5"),
        ("population = 12,5", "write a number as 12000 or 12.5"),
        ("département = 33", "a key has no accent"),
        ("legal_form = association", "put words between quotes"),
    ],
)
def test_a_usual_slip_is_told_with_its_mend(line: str, mend: str) -> None:
    with pytest.raises(BadDossier) as refused:
        loads_dossier(f'kind = "cpts"\nid = "c"\n{line}\n', format="toml")
    assert mend in str(refused.value)
    assert line in str(refused.value)
    assert "line 3" in str(refused.value)


def test_what_is_no_usual_slip_shows_its_line_alone() -> None:
    with pytest.raises(BadDossier, match=r"at line 2, column 1.*: '\]\]'"):
        loads_dossier('kind = "cpts"\n]]\n', format="toml")
