"""The code of a commune in the *code officiel géographique* (COG) of the INSEE.

Five characters: the département on two (``2A``, ``2B``) and three digits, or the overseas
territory on three (``971`` … ``978``, ``984`` … ``989``) and two digits. The arrondissements of
Paris, Lyon and Marseille have codes of their own. Codes in ``99`` are those of foreign
countries. There is no key: only a table of the COG, with its year, tells whether a commune exists.
"""

import re

from cpts_model.engine.text import Text
from cpts_model.exchange.identifiers.departements import MAINLAND, OVERSEAS
from cpts_model.exchange.identifiers.errors import BadComponent
from cpts_model.exchange.identifiers.kinds import Kind
from cpts_model.exchange.identifiers.shape import LOST_ZERO, Shape, holds

_SHAPE = Shape(
    kind=Kind.COG,
    length=5,
    pattern=re.compile(r"([0-9]{2}|2[AB])[0-9]{3}"),
    made_of=Text(
        "autre chose que des chiffres (2A et 2B à part)", "something else than digits (2A and 2B apart)"
    ),
    near=((r"[0-9]{4}", LOST_ZERO),),
)


def compact(number: str) -> str:
    """The code without its separators, its letter in capitals; nothing is checked.

    Raises:
        BadIdentifier: it is no text.
    """
    return _SHAPE.compact(number)


def validate(number: str, *, strict: bool = True) -> str:
    """The compact form of a code that a commune may have. There is no key: ``strict`` changes nothing.

    Raises:
        BadIdentifier: it is no text, or its length, a character or its département is wrong.
    """
    found = _SHAPE.read(number)
    if found.startswith("99"):
        raise BadComponent(
            Kind.COG,
            Text("99 est le code des pays étrangers", "99 is for foreign countries"),
            Text("une commune étrangère n'a pas de code COG", "a foreign commune has no COG code"),
        )
    if _territory(found) not in MAINLAND | OVERSEAS:
        raise BadComponent(
            Kind.COG,
            Text("il ne commence par aucun département", "it begins with no département"),
            Text(
                "donner le code INSEE de la commune, et non son code postal",
                "give the INSEE code of the commune, not its postal code",
            ),
        )
    return found


def is_valid(number: object, *, strict: bool = True) -> bool:
    """Whether it is a code that a commune may have, whatever it is."""
    return holds(validate, number, strict=strict)


def format(number: str) -> str:
    """The code as people write it: in one block.

    Raises:
        BadIdentifier: it has not the shape of one.
    """
    return validate(number)


def departement(number: str) -> str:
    """The COG code of the commune's département, or overseas territory: ``04``, ``2A``, ``974``, ``987``.

    Raises:
        BadIdentifier: it has not the shape of one.
    """
    return _territory(validate(number))


def _territory(number: str) -> str:
    return number[:3] if number[:2] in ("97", "98") else number[:2]
