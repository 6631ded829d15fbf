"""The number of a place of practice in the RPPS (« RPPS-rang », *identifiant de cabinet RPPS*).

Fourteen digits: the RPPS number of who keeps the place, its rank on two, and a Luhn key over
them (ANS, *modèle des objets de santé*). The French FHIR core says « 11 + 2 or 3 »: the longer
form is not documented, and is not read.
"""

import attrs
from stdnum import luhn

from cpts_model.engine.text import Text
from cpts_model.exchange.identifiers import rpps
from cpts_model.exchange.identifiers.errors import BadComponent
from cpts_model.exchange.identifiers.kinds import Kind
from cpts_model.exchange.identifiers.shape import bad_key, digits_only, holds, insist_on_luhn

_SHAPE = digits_only(
    14,
    kind=Kind.RPPS_RANG,
    near=(
        (
            r"[0-9]{11}",
            Text("c'est peut-être un numéro RPPS, sans rang", "it may be an RPPS number, without a rank"),
        ),
    ),
)


@attrs.frozen(slots=True, kw_only=True)
class RppsRang:
    """What an RPPS-rang number is made of."""

    rpps: str
    rank: int


def compact(number: str) -> str:
    """The number without its separators; nothing is checked.

    Raises:
        BadIdentifier: it is no text.
    """
    return _SHAPE.compact(number)


def validate(number: str, *, strict: bool = True) -> str:
    """The compact form of a valid number. ``strict=False`` looks neither at its key nor at that of its RPPS.

    Raises:
        BadIdentifier: it is no text, or its length, a character or a key is wrong.
    """
    found = _SHAPE.read(number)
    if strict:
        if not rpps.is_valid(found[:11]):
            raise bad_key(Kind.RPPS_RANG, found, None)
        insist_on_luhn(Kind.RPPS_RANG, found)
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


def of(rpps_number: str, rank: int, *, strict: bool = True) -> str:
    """The number of a place by its rank among those of a professional, from 0 to 99.

    Raises:
        BadIdentifier: it is no RPPS number, or no such rank.
    """
    found = rpps.validate(rpps_number, strict=strict)
    if type(rank) is not int or not 0 <= rank <= 99:
        raise BadComponent(
            Kind.RPPS_RANG,
            Text("le rang tient sur deux chiffres", "the rank has two digits"),
            Text("donner un nombre de 0 à 99", "give a number from 0 to 99"),
        )
    number = f"{found}{rank:02}"
    return number + luhn.calc_check_digit(number)


def parts(number: str, *, strict: bool = True) -> RppsRang:
    """The RPPS number and the rank of a place.

    Raises:
        BadIdentifier: it is no valid number.
    """
    found = validate(number, strict=strict)
    return RppsRang(rpps=found[:11], rank=int(found[11:13]))
