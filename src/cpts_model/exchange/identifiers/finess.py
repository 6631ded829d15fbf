"""The number of a legal entity or an establishment in the FINESS register.

Nine characters: the département on two (``2A`` and ``2B`` in Corsica, ``97`` or
``98`` overseas), six digits, and a Luhn key for which ``2A`` counts as 21 and ``2B`` as 22. The
format is that of the register's own schema and of the ANS's *modèle des objets de santé*; the
rule for Corsica was found by checking every number of the extract of 8 January 2021.

Nothing in the number tells a legal entity (EJ) from an establishment (ET): ask the register.
"""

import re

from cpts_model.engine.text import Text
from cpts_model.exchange.identifiers.departements import MAINLAND
from cpts_model.exchange.identifiers.errors import BadComponent
from cpts_model.exchange.identifiers.kinds import Kind
from cpts_model.exchange.identifiers.shape import LOST_ZERO, Shape, holds, in_groups, insist_on_luhn

_SHAPE = Shape(
    kind=Kind.FINESS,
    length=9,
    pattern=re.compile(r"[0-9][0-9A-Z][0-9]{7}"),
    made_of=Text(
        "autre chose que des chiffres (une lettre n'est permise qu'au 2e rang, en Corse)",
        "something else than digits (a letter may stand second only, in Corsica)",
    ),
    near=(
        (r"[0-9]{8}", LOST_ZERO),
        (
            r"1[0-9][0-9A-Z][0-9]{7}",
            Text(
                "si c'est un idNatStruct, ôter le 1 du début : le numéro FINESS vient après",
                "if it is an idNatStruct, leave out the leading 1: the FINESS number follows it",
            ),
        ),
        (r"[0-9]{14}", Text("c'est peut-être un numéro SIRET", "it may be a SIRET number")),
    ),
)

_OVERSEAS = {
    "9701": "971",
    "9702": "972",
    "9703": "973",
    "9704": "974",
    "9705": "975",
    "9805": "976",
    "9806": "986",
}
_PREFIXES = MAINLAND | {"97", "98"}


def compact(number: str) -> str:
    """The number without its separators, its letter in capitals; nothing is checked.

    Raises:
        BadIdentifier: it is no text.
    """
    return _SHAPE.compact(number)


def validate(number: str, *, strict: bool = True) -> str:
    """The compact form of a valid number. ``strict=False`` looks neither at its département nor at its key.

    Raises:
        BadIdentifier: it is no text, or its length, a character, its département or its key
            is wrong.
    """
    found = _SHAPE.read(number)
    if not strict:
        return found
    if found[:2] not in _PREFIXES:
        raise BadComponent(
            Kind.FINESS,
            Text("les deux premiers caractères ne sont pas un département", "it begins with no département"),
            Text(
                "01 à 95, 2A ou 2B, 97 ou 98 outre-mer",
                "01 to 95, 2A or 2B, 97 or 98 overseas",
            ),
        )
    insist_on_luhn(Kind.FINESS, found, found.replace("2A", "21").replace("2B", "22"))
    return found


def is_valid(number: object, *, strict: bool = True) -> bool:
    """Whether it is a valid number, whatever it is."""
    return holds(validate, number, strict=strict)


def format(number: str) -> str:
    """The number as people write it: ``01 000 947 0``.

    Raises:
        BadIdentifier: it has not the shape of one.
    """
    return in_groups(validate(number, strict=False), 2, 3, 3, 1)


def departement(number: str) -> str | None:
    """The COG code of the département of the office that gave the number; ``None`` where it does not tell.

    The address tells where the place stands now.

    Raises:
        BadIdentifier: it has not the shape of one.
    """
    found = validate(number, strict=False)
    return found[:2] if found[:2] in MAINLAND else _OVERSEAS.get(found[:4])
