"""The national identifier of a structure (``idNatStruct``, « Struct_IdNat »).

The digit of its type (nomenclature TRE_G07), then the number of that type: ``1`` and a FINESS
number, of a legal entity or of an establishment alike, ``2`` and a SIREN, ``3`` and a SIRET,
``4`` and an RPPS-rang number (ANS, *modèle des objets de santé*). Read, never made: ``0`` and
the ADELI number of a place of practice, whose form is not documented (9 to 14 digits or letters
are let through), ``5`` and ``6``, the FINESS numbers of entities and establishments until 1
September 2016. Not read: ``40`` and ``41``, and the identifiers without a type.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import attrs

from cpts_model.engine.text import Text
from cpts_model.exchange.identifiers import finess, rpps_rang, siren, siret
from cpts_model.exchange.identifiers.errors import BadIdentifier
from cpts_model.exchange.identifiers.kinds import Kind
from cpts_model.exchange.identifiers.national import IdentifierType, cabinet, unknown_type, within
from cpts_model.exchange.identifiers.shape import bare, holds, plain_text, text_of

TYPES: Mapping[str, IdentifierType] = MappingProxyType(
    {
        one.code: one
        for one in (
            IdentifierType(
                code="0", label=Text("cabinet ADELI", "ADELI place of practice"), kind=None, ended=True
            ),
            IdentifierType(code="1", label=Text("FINESS", "FINESS"), kind=Kind.FINESS),
            IdentifierType(code="2", label=Text("SIREN", "SIREN"), kind=Kind.SIREN),
            IdentifierType(code="3", label=Text("SIRET", "SIRET"), kind=Kind.SIRET),
            IdentifierType(
                code="4", label=Text("cabinet RPPS", "RPPS place of practice"), kind=Kind.RPPS_RANG
            ),
            IdentifierType(
                code="5",
                label=Text(
                    "FINESS d'entité juridique (jusqu'en 2016)", "FINESS of a legal entity (until 2016)"
                ),
                kind=Kind.FINESS,
                ended=True,
            ),
            IdentifierType(
                code="6",
                label=Text(
                    "FINESS d'établissement (jusqu'en 2016)", "FINESS of an establishment (until 2016)"
                ),
                kind=Kind.FINESS,
                ended=True,
            ),
        )
    }
)
"""The types that are read, by their TRE_G07 code."""

_VALIDATE: dict[str, Callable[..., str]] = {
    "0": cabinet(Kind.ID_NAT_STRUCT),
    "1": finess.validate,
    "2": siren.validate,
    "3": siret.validate,
    "4": rpps_rang.validate,
    "5": finess.validate,
    "6": finess.validate,
}
_NO_TYPE = Text(
    "un numéro FINESS, SIREN, SIRET ou RPPS-rang est précédé de 1, 2, 3 ou 4",
    "a FINESS, SIREN, SIRET or RPPS-rang number comes after 1, 2, 3 or 4",
)


@attrs.frozen(slots=True, kw_only=True)
class IdNatStruct:
    """What a national identifier of a structure is made of: the code of its type, and a number."""

    type: str
    number: str

    @property
    def kind(self) -> Kind | None:
        """What the number is; ``None`` for an ADELI place of practice."""
        return TYPES[self.type].kind

    def __str__(self) -> str:
        return self.type + self.number


def compact(number: str) -> str:
    """The identifier without separators, its letters in capitals; nothing is checked.

    Raises:
        BadIdentifier: it is no text.
    """
    return bare(text_of(Kind.ID_NAT_STRUCT, number))


def validate(number: str, *, strict: bool = True) -> str:
    """The compact form of a valid identifier. ``strict=False`` checks only the shape of the number in it.

    Raises:
        BadIdentifier: it is no text, or its type or the number in it is wrong.
    """
    return str(parts(number, strict=strict))


def is_valid(number: object, *, strict: bool = True) -> bool:
    """Whether it is a valid identifier, whatever it is."""
    return holds(validate, number, strict=strict)


def format(number: str) -> str:
    """The identifier as systems write it: in one block.

    Raises:
        BadIdentifier: it has not the shape of one.
    """
    return validate(number, strict=False)


def parts(number: str, *, strict: bool = True) -> IdNatStruct:
    """The type and the number of an identifier.

    Raises:
        BadIdentifier: it is no valid identifier.
    """
    found = bare(plain_text(Kind.ID_NAT_STRUCT, number))
    if found[0] not in _VALIDATE:
        raise unknown_type(Kind.ID_NAT_STRUCT, "TRE_G07", _NO_TYPE)
    try:
        return IdNatStruct(type=found[0], number=_VALIDATE[found[0]](found[1:], strict=strict))
    except BadIdentifier as inner:
        raise within(Kind.ID_NAT_STRUCT, inner) from None


def of_finess(number: str, *, strict: bool = True) -> str:
    """The identifier of a structure by its FINESS number.

    Raises:
        BadIdentifier: it is no FINESS number.
    """
    return "1" + finess.validate(number, strict=strict)


def of_siren(number: str, *, strict: bool = True) -> str:
    """The identifier of a structure by its SIREN.

    Raises:
        BadIdentifier: it is no SIREN.
    """
    return "2" + siren.validate(number, strict=strict)


def of_siret(number: str, *, strict: bool = True) -> str:
    """The identifier of a structure by its SIRET.

    Raises:
        BadIdentifier: it is no SIRET.
    """
    return "3" + siret.validate(number, strict=strict)


def of_rpps_rang(number: str, *, strict: bool = True) -> str:
    """The identifier of a place of practice by its RPPS-rang number.

    Raises:
        BadIdentifier: it is no RPPS-rang number.
    """
    return "4" + rpps_rang.validate(number, strict=strict)


def finess_of(number: str, *, strict: bool = True) -> str | None:
    """The FINESS number in an identifier; ``None`` where it holds another one.

    Raises:
        BadIdentifier: it is no valid identifier.
    """
    found = parts(number, strict=strict)
    return found.number if found.kind is Kind.FINESS else None
