"""The number of an association in the *répertoire national des associations* (RNA).

``W`` and nine characters: those of the office that registered it, whose second may be a letter
(``W2A…`` in Corsica, ``W9R…`` in La Réunion), and digits of order. No key.
"""

import re

from cpts_model.engine.text import Text
from cpts_model.exchange.identifiers.kinds import Kind
from cpts_model.exchange.identifiers.shape import Shape, holds

_SHAPE = Shape(
    kind=Kind.RNA,
    length=10,
    pattern=re.compile(r"W[0-9][0-9A-Z][0-9]{7}"),
    made_of=Text("il faut un W et neuf chiffres", "it takes a W and nine digits"),
)


def compact(number: str) -> str:
    """The number without its separators, its letters in capitals; nothing is checked.

    Raises:
        BadIdentifier: it is no text.
    """
    return _SHAPE.compact(number)


def validate(number: str, *, strict: bool = True) -> str:
    """The compact form of a number of the right shape. There is no key: ``strict`` changes nothing.

    Raises:
        BadIdentifier: it is no text, or its length or a character is wrong.
    """
    return _SHAPE.read(number)


def is_valid(number: object, *, strict: bool = True) -> bool:
    """Whether it has the shape of such a number, whatever it is."""
    return holds(validate, number, strict=strict)


def format(number: str) -> str:
    """The number as people write it: in one block.

    Raises:
        BadIdentifier: it has not the shape of one.
    """
    return validate(number)
