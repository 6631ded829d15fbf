"""The number of a professional in the *répertoire partagé des professionnels de santé* (RPPS).

Eleven digits: ten of order and a Luhn key over them (ANS, *modèle des objets de santé*).
Several numbers that official guides give as examples do not satisfy it: read those with
``strict=False``.
"""

from cpts_model.engine.text import Text
from cpts_model.exchange.identifiers.kinds import Kind
from cpts_model.exchange.identifiers.shape import digits_only, holds, insist_on_luhn

_SHAPE = digits_only(
    11,
    kind=Kind.RPPS,
    near=(
        (
            r"[0-9][0-9A-Z][0-9]{7}",
            Text("c'est peut-être un numéro ADELI", "it may be an ADELI number"),
        ),
        (
            r"8[0-9]{11}",
            Text(
                "si c'est un idNatPS, ôter le 8 du début : le numéro RPPS vient après",
                "if it is an idNatPS, leave out the leading 8: the RPPS number follows it",
            ),
        ),
        (r"[0-9]{14}", Text("c'est peut-être un numéro RPPS-rang", "it may be an RPPS-rang number")),
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
        insist_on_luhn(Kind.RPPS, found)
    return found


def is_valid(number: object, *, strict: bool = True) -> bool:
    """Whether it is a valid number, whatever it is."""
    return holds(validate, number, strict=strict)


def format(number: str) -> str:
    """The number as people write it: in one block.

    Raises:
        BadIdentifier: it has not the shape of one.
    """
    return validate(number, strict=False)
