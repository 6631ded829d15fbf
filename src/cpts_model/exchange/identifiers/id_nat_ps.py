"""The national identifier of a professional (``idNatPS``, « PS_IdNat »).

The digit of its type (nomenclature TRE_G08), then what identifies the person (ANS, *modèle des
objets de santé*): ``8`` and an RPPS number; ``0`` and an ADELI number; for staff known to a
structure, the number of the structure, a slash and their number in its register: ``3``
(FINESS), ``4`` (SIREN), ``5`` (SIRET), ``1`` and ``6`` (places of practice of ADELI and RPPS);
``10`` and the address of a secure mailbox (MSSanté). The ADELI numbers of places have no
documented form: 9 to 14 digits or letters are let through. Not read: ``2`` and ``9`` (internes
and students, ended on 29 May 2020) and ``30`` (local to a directory).
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

import attrs

from cpts_model.engine.text import Text
from cpts_model.exchange.identifiers import adeli, finess, rpps, rpps_rang, siren, siret
from cpts_model.exchange.identifiers.errors import BadFormat, BadIdentifier
from cpts_model.exchange.identifiers.kinds import Kind
from cpts_model.exchange.identifiers.national import IdentifierType, cabinet, unknown_type, within
from cpts_model.exchange.identifiers.shape import SPACES, bare, holds, plain_text, text_of

TYPES: Mapping[str, IdentifierType] = MappingProxyType(
    {
        one.code: one
        for one in (
            IdentifierType(code="0", label=Text("ADELI", "ADELI"), kind=Kind.ADELI, ended=True),
            IdentifierType(
                code="1",
                label=Text("cabinet ADELI et registre", "ADELI place of practice and register"),
                kind=None,
                ended=True,
            ),
            IdentifierType(
                code="3", label=Text("FINESS et registre", "FINESS and register"), kind=Kind.FINESS
            ),
            IdentifierType(code="4", label=Text("SIREN et registre", "SIREN and register"), kind=Kind.SIREN),
            IdentifierType(code="5", label=Text("SIRET et registre", "SIRET and register"), kind=Kind.SIRET),
            IdentifierType(
                code="6",
                label=Text("cabinet RPPS et registre", "RPPS place of practice and register"),
                kind=Kind.RPPS_RANG,
            ),
            IdentifierType(code="8", label=Text("RPPS", "RPPS"), kind=Kind.RPPS),
            IdentifierType(
                code="10", label=Text("adresse MSSanté", "address of a secure mailbox (MSSanté)"), kind=None
            ),
        )
    }
)
"""The types that are read, by their TRE_G08 code."""

_VALIDATE: dict[str, Callable[..., str]] = {
    "0": adeli.validate,
    "1": cabinet(Kind.ID_NAT_PS),
    "3": finess.validate,
    "4": siren.validate,
    "5": siret.validate,
    "6": rpps_rang.validate,
    "8": rpps.validate,
}
_ALONE = frozenset({"0", "8"})
_REGISTER = re.compile(r"[!-~]{1,60}")
_ADDRESS = re.compile(r"[!-.0-?A-~]{1,64}@[0-9A-Za-z-]{1,63}(?:\.[0-9A-Za-z-]{1,63}){1,8}")
_NO_TYPE = Text(
    "un numéro RPPS y est précédé d'un 8, un numéro ADELI d'un 0",
    "in it an RPPS number comes after an 8, an ADELI number after a 0",
)


@attrs.frozen(slots=True, kw_only=True)
class IdNatPs:
    """What a national identifier of a professional is made of.

    ``type`` is the code of its type; ``number`` the number, or the address; ``register`` the
    number in the register of the structure, where the type has one.
    """

    type: str
    number: str
    register: str | None = None

    @property
    def kind(self) -> Kind | None:
        """What the number is; ``None`` for an address and for an ADELI place of practice."""
        return TYPES[self.type].kind

    def __str__(self) -> str:
        register = "" if self.register is None else f"/{self.register}"
        return f"{self.type}{self.number}{register}"


def compact(number: str) -> str:
    """The identifier without separators before the slash, the rest as it is; nothing is checked.

    Raises:
        BadIdentifier: it is no text.
    """
    return _compact(text_of(Kind.ID_NAT_PS, number))


def validate(number: str, *, strict: bool = True) -> str:
    """The compact form of a valid identifier. ``strict=False`` checks only the shape of the number in it.

    Raises:
        BadIdentifier: it is no text, or its type, the number or the register number in it is wrong.
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


def parts(number: str, *, strict: bool = True) -> IdNatPs:
    """The type, the number and the register number of an identifier.

    Raises:
        BadIdentifier: it is no valid identifier.
    """
    found = _compact(plain_text(Kind.ID_NAT_PS, number))
    if "@" in found and "/" not in found:
        return _address(found)
    head, slash, register = found.partition("/")
    code = head[:1]
    if code not in _VALIDATE:
        raise unknown_type(Kind.ID_NAT_PS, "TRE_G08", _NO_TYPE)
    if bool(slash) is (code in _ALONE):
        raise _bad_slash(code)
    if slash and _REGISTER.fullmatch(register) is None:
        raise BadFormat(
            Kind.ID_NAT_PS,
            Text("numéro de registre absent ou illisible", "the register number is missing or unreadable"),
            Text(
                "1 à 60 caractères sans espace après la barre",
                "1 to 60 characters without spaces, after the slash",
            ),
        )
    try:
        inner = _VALIDATE[code](head[1:], strict=strict)
    except BadIdentifier as bad:
        raise within(Kind.ID_NAT_PS, bad) from None
    return IdNatPs(type=code, number=inner, register=register if slash else None)


def of_rpps(number: str, *, strict: bool = True) -> str:
    """The identifier of a professional by their RPPS number.

    Raises:
        BadIdentifier: it is no RPPS number.
    """
    return "8" + rpps.validate(number, strict=strict)


def rpps_of(number: str, *, strict: bool = True) -> str | None:
    """The RPPS number in an identifier; ``None`` where it holds another one.

    Raises:
        BadIdentifier: it is no valid identifier.
    """
    found = parts(number, strict=strict)
    return found.number if found.kind is Kind.RPPS else None


def _compact(text: str) -> str:
    head, slash, register = text.partition("/")
    if slash:
        return f"{bare(head)}/{register.strip(SPACES)}"
    return text.strip(SPACES) if "@" in text else bare(text)


def _address(found: str) -> IdNatPs:
    if not found.startswith("10"):
        raise unknown_type(
            Kind.ID_NAT_PS, "TRE_G08", Text("une adresse y suit 10", "in it an address follows 10")
        )
    if _ADDRESS.fullmatch(found, 2) is None:
        raise BadFormat(Kind.ID_NAT_PS, Text("adresse illisible", "the address cannot be read"))
    return IdNatPs(type="10", number=found[2:])


def _bad_slash(code: str) -> BadFormat:
    if code in _ALONE:
        problem = Text(f"le type {code} n'a pas de numéro de registre", f"type {code} has no register number")
        return BadFormat(Kind.ID_NAT_PS, problem, Text("ôter la barre", "leave out the slash"))
    problem = Text(
        f"le type {code} veut une barre et un numéro de registre",
        f"type {code} takes a slash and a register number",
    )
    return BadFormat(Kind.ID_NAT_PS, problem, _NO_TYPE)
