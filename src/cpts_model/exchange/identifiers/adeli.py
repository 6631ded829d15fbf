"""The number of a professional in the ADELI register: read where it is still written, never asked for.

Nine characters that begin with the département (overseas, ``9A`` for Guadeloupe and so on; the
letters come from secondary sources). The register was taken out of use by waves,
nurses first on 28 October 2021, the last professions by the end of 2024 (dates of secondary
sources): whoever had such a number and still practises has an RPPS number. No key is documented,
so none is checked.
"""

import re

from cpts_model.engine.text import Text
from cpts_model.exchange.identifiers.departements import MAINLAND
from cpts_model.exchange.identifiers.errors import BadComponent
from cpts_model.exchange.identifiers.kinds import Kind
from cpts_model.exchange.identifiers.shape import LOST_ZERO, Shape, holds

ENDED = Text(
    "le répertoire ADELI a été fermé par vagues, d'octobre 2021 à fin 2024 : demander le numéro RPPS",
    "the ADELI register was closed by waves, from October 2021 to the end of 2024: ask for the RPPS number",
)
"""What to say of a number of this register."""

_SHAPE = Shape(
    kind=Kind.ADELI,
    length=9,
    pattern=re.compile(r"[0-9][0-9A-Z][0-9]{7}"),
    made_of=Text(
        "autre chose que des chiffres (une lettre n'est permise qu'au 2e rang)",
        "something else than digits (a letter may stand second only)",
    ),
    near=(
        (r"[0-9]{8}", LOST_ZERO),
        (r"[0-9]{11}", Text("c'est peut-être un numéro RPPS", "it may be an RPPS number")),
    ),
)

# Overseas, 9A was seen in use; the letters after it are let through, since a list of them was not read.
_PREFIXES = MAINLAND | {"97", "98"} | {f"9{letter}" for letter in "ABCDEFGH"}


def compact(number: str) -> str:
    """The number without its separators, its letter in capitals; nothing is checked.

    Raises:
        BadIdentifier: it is no text.
    """
    return _SHAPE.compact(number)


def validate(number: str, *, strict: bool = True) -> str:
    """The compact form of a number of the right shape. ``strict=False`` does not look at its département.

    Raises:
        BadIdentifier: it is no text, or its length, a character or its département is wrong.
    """
    found = _SHAPE.read(number)
    if strict and found[:2] not in _PREFIXES:
        raise BadComponent(
            Kind.ADELI,
            Text("les deux premiers caractères ne sont pas un département", "it begins with no département"),
        )
    return found


def is_valid(number: object, *, strict: bool = True) -> bool:
    """Whether it has the shape of such a number, whatever it is."""
    return holds(validate, number, strict=strict)


def format(number: str) -> str:
    """The number as people write it: in one block.

    Raises:
        BadIdentifier: it has not the shape of one.
    """
    return validate(number, strict=False)
