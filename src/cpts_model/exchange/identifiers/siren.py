"""The number of a legal unit in the Sirene register (INSEE): nine digits, the last a Luhn key."""

from stdnum.fr import siren

from cpts_model.engine.text import Text
from cpts_model.exchange.identifiers.kinds import Kind
from cpts_model.exchange.identifiers.shape import LOST_ZERO, digits_only, holds, insist_on_luhn

_SHAPE = digits_only(
    9,
    kind=Kind.SIREN,
    near=(
        (r"[0-9]{8}", LOST_ZERO),
        (
            r"[0-9]{14}",
            Text(
                "si c'est un SIRET, le SIREN en est les neuf premiers chiffres",
                "if it is a SIRET, the SIREN is its first nine digits",
            ),
        ),
    ),
)


def compact(number: str) -> str:
    """The number without its separators; nothing is checked.

    Raises:
        BadIdentifier: it is no text.
    """
    return _SHAPE.compact(number)


def validate(number: str, *, strict: bool = True) -> str:
    """The compact form of a valid number. ``strict=False`` does not look at the key.

    Raises:
        BadIdentifier: it is no text, or its length, a character or its key is wrong.
    """
    found = _SHAPE.read(number)
    if strict:
        insist_on_luhn(Kind.SIREN, found)
    return found


def is_valid(number: object, *, strict: bool = True) -> bool:
    """Whether it is a valid number, whatever it is."""
    return holds(validate, number, strict=strict)


def format(number: str) -> str:
    """The number as people write it, by three digits.

    Raises:
        BadIdentifier: it has not the shape of one.
    """
    return siren.format(validate(number, strict=False))
