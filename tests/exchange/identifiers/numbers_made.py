"""Numbers made by hand for tests: a Luhn key written from its definition, and strategies of invented numbers."""

from types import ModuleType

from hypothesis import strategies as st

from cpts_model.exchange.identifiers import (
    adeli,
    cog,
    finess,
    id_nat_ps,
    id_nat_struct,
    rna,
    rpps,
    rpps_rang,
    siren,
    siret,
)

ALL: tuple[ModuleType, ...] = (
    rpps,
    adeli,
    finess,
    siren,
    siret,
    id_nat_ps,
    id_nat_struct,
    rpps_rang,
    cog,
    rna,
)

SEPARATORS = (" ", ".", "-", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{EN DASH}")


def luhn_sum(digits: str) -> int:
    """Every second digit from the right counts twice, its two figures added."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value // 10 + value % 10
    return total


def with_key(digits: str) -> str:
    """The digits and the one that makes their sum a multiple of ten."""
    return next(digits + key for key in "0123456789" if luhn_sum(digits + key) % 10 == 0)


def digits(length: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=length, max_size=length)


def some_digits(length: int) -> st.SearchStrategy[str]:
    """Digits that are not all zeros, which stand for nothing."""
    return digits(length).filter(lambda text: bool(text.strip("0")))


MAINLAND = st.sampled_from([f"{number:02}" for number in range(1, 96) if number != 20])
PREFIXES = MAINLAND | st.sampled_from(["97", "98"])


def corsican(prefix: str, middle: str) -> str:
    """A FINESS number of Corsica, its key computed with 2A as 21 and 2B as 22."""
    counted = with_key({"2A": "21", "2B": "22"}[prefix] + middle)
    return prefix + counted[2:]


RPPS = some_digits(10).map(with_key)
SIREN = some_digits(8).map(with_key).filter(lambda number: number != siret.LA_POSTE)
SIRET = st.builds(lambda head, nic: with_key(head + nic), SIREN, digits(4))
FINESS_DIGITS = st.builds(lambda prefix, middle: with_key(prefix + middle), PREFIXES, digits(6))
FINESS = FINESS_DIGITS | st.builds(corsican, st.sampled_from(["2A", "2B"]), digits(6))
RPPS_RANG = st.builds(lambda number, rank: with_key(number + rank), RPPS, digits(2))
ADELI = st.builds(str.__add__, MAINLAND | st.sampled_from(["2A", "2B", "9A"]), digits(7))
COG = st.builds(str.__add__, MAINLAND | st.sampled_from(["2A", "2B"]), digits(3)) | st.builds(
    str.__add__, st.sampled_from(["971", "974", "976", "987"]), digits(2)
)
RNA = st.builds(str.__add__, st.sampled_from(["W0", "W7", "W2A", "W9R"]), digits(8)).map(
    lambda text: text[:10]
)
REGISTER = st.text("0123456789ABCabc-._/", min_size=1, max_size=20)
ID_NAT_PS = (
    RPPS.map("8{}".format)
    | ADELI.map("0{}".format)
    | st.builds("3{}/{}".format, FINESS, REGISTER)
    | st.builds("4{}/{}".format, SIREN, REGISTER)
    | st.builds("5{}/{}".format, SIRET, REGISTER)
    | st.builds("6{}/{}".format, RPPS_RANG, REGISTER)
)
ID_NAT_STRUCT = (
    FINESS.map("1{}".format) | SIREN.map("2{}".format) | SIRET.map("3{}".format) | RPPS_RANG.map("4{}".format)
)

GOOD: dict[ModuleType, st.SearchStrategy[str]] = {
    rpps: RPPS,
    adeli: ADELI,
    finess: FINESS,
    siren: SIREN,
    siret: SIRET,
    id_nat_ps: ID_NAT_PS,
    id_nat_struct: ID_NAT_STRUCT,
    rpps_rang: RPPS_RANG,
    cog: COG,
    rna: RNA,
}
"""Good numbers of each kind."""
