"""The number of a place of business in the Sirene register (INSEE).

Fourteen digits: the SIREN of who keeps it and five more, the last a Luhn key. The places of La
Poste (SIREN 356 000 000), save its seat, have a rule of their own, which is python-stdnum's: the
sum of their digits is a multiple of five.
"""

from stdnum import luhn
from stdnum.fr import siret

from cpts_model.engine.text import Text
from cpts_model.exchange.identifiers.kinds import Kind
from cpts_model.exchange.identifiers.shape import LOST_ZERO, bad_key, digits_only, holds

LA_POSTE = "356000000"
"""The SIREN of La Poste."""

_SHAPE = digits_only(
    14,
    kind=Kind.SIRET,
    near=(
        (
            r"[0-9]{9}",
            Text("c'est peut-être un SIREN, ou un numéro FINESS", "it may be a SIREN, or a FINESS number"),
        ),
        (r"[0-9]{13}", LOST_ZERO),
    ),
)


def compact(number: str) -> str:
    """The number without its separators; nothing is checked.

    Raises:
        BadIdentifier: it is no text.
    """
    return _SHAPE.compact(number)


def validate(number: str, *, strict: bool = True) -> str:
    """The compact form of a valid number. ``strict=False`` looks neither at its key nor at that of its SIREN.

    Raises:
        BadIdentifier: it is no text, or its length, a character or a key is wrong.
    """
    found = _SHAPE.read(number)
    if strict and not siret.is_valid(found):
        raise bad_key(Kind.SIRET, found, _expected(found))
    return found


def is_valid(number: object, *, strict: bool = True) -> bool:
    """Whether it is a valid number, whatever it is."""
    return holds(validate, number, strict=strict)


def format(number: str) -> str:
    """The number as people write it: the SIREN by three digits, then five.

    Raises:
        BadIdentifier: it has not the shape of one.
    """
    return siret.format(validate(number, strict=False))


def siren_of(number: str) -> str:
    """The SIREN of a SIRET: its first nine digits.

    Raises:
        BadIdentifier: it has not the shape of one.
    """
    return validate(number, strict=False)[:9]


def _expected(number: str) -> str | None:
    """The last digit that would put a number right, if one alone would."""
    if number.startswith(LA_POSTE):
        return None
    key = luhn.calc_check_digit(number[:-1])
    return key if siret.is_valid(number[:-1] + key) else None
