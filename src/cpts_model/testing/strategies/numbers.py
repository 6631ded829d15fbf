"""Numbers of registers: of the right shape and with a right key, drawn for invented people and places."""

from hypothesis import strategies as st

_MAINLAND = ("33", "79", "75", "01", "57", "67", "2A", "2B")


def rpps_numbers() -> st.SearchStrategy[str]:
    """RPPS numbers: eleven digits, the last a Luhn key."""
    return st.integers(0, 99_999).map(lambda drawn: _with_key(f"99700{drawn:05}"))


def am_numbers() -> st.SearchStrategy[str]:
    """Numbers of professionals with the health insurance: nine digits."""
    return st.integers(0, 9_999).map(lambda drawn: f"33199{drawn:04}")


def finess_numbers() -> st.SearchStrategy[str]:
    """FINESS numbers: nine characters, the last a Luhn key for which ``2A`` counts as 21 and ``2B`` as 22."""
    return st.builds(
        lambda departement, drawn: _with_key(f"{departement}{990_000 + drawn}"),
        st.sampled_from(_MAINLAND),
        st.integers(0, 9_999),
    )


def siren_numbers() -> st.SearchStrategy[str]:
    """SIREN numbers: nine digits, the last a Luhn key."""
    return st.integers(0, 9_999).map(_siren)


def siret_numbers() -> st.SearchStrategy[str]:
    """SIRET numbers: a SIREN, four digits of the place, and a Luhn key over all."""
    return siren_numbers().flatmap(siret_of)


def siret_of(siren: str) -> st.SearchStrategy[str]:
    """The SIRET numbers of the places of a SIREN."""
    return st.integers(1, 9).map(lambda place: _with_key(f"{siren}{place:04}"))


def _siren(drawn: int) -> str:
    return _with_key(f"9999{drawn:04}")


def _with_key(number: str) -> str:
    digits = [int(digit) for digit in reversed(number.replace("2A", "21").replace("2B", "22"))]
    doubled = (2 * digit for digit in digits[::2])
    total = sum(digits[1::2]) + sum(digit if digit < 10 else digit - 9 for digit in doubled)
    return f"{number}{-total % 10}"
