"""What a number may be: several things at once, since a FINESS, a SIREN and an ADELI number have nine digits."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Protocol

import attrs

from cpts_model.engine.text import Text
from cpts_model.exchange.identifiers import (
    adeli,
    cog,
    finess,
    id_nat_ps,
    id_nat_struct,
    rna,
    rpps,
    rpps_rang,
    siren,
    siret,
)
from cpts_model.exchange.identifiers.errors import BadIdentifier, BadKey
from cpts_model.exchange.identifiers.kinds import Kind
from cpts_model.exchange.identifiers.national import IdentifierType
from cpts_model.exchange.identifiers.pasted import unlabelled


@attrs.frozen(slots=True, kw_only=True)
class Derived:
    """What follows from a number: another identifier, a part of it, a département.

    ``meaning`` says what the value stands for, where it is a code.
    """

    id: str
    label: Text
    value: str
    meaning: Text | None = None


@attrs.frozen(slots=True, kw_only=True)
class Identification:
    """One thing that a number may be.

    ``number`` is its compact form, ``written`` the one that people write. ``key_holds`` is
    ``None`` where no key is known; then the shape is all that was checked. Where the key does not
    hold, ``expected`` is the one that would if everything else is right, when there is one, and
    no other identifier is derived. ``note`` says what to know of it.
    """

    kind: Kind
    number: str
    written: str
    key_holds: bool | None
    expected: str | None = None
    derived: tuple[Derived, ...] = ()
    note: Text | None = None

    @property
    def sound(self) -> bool:
        """Whether its key holds; or it has none, and few other numbers have its shape.

        The nine digits of an ADELI number prove nothing, nor does what has its place of practice in it.
        """
        return self.note not in (adeli.ENDED, _ENDED_NOTE) if self.key_holds is None else self.key_holds


class _Module(Protocol):
    def validate(self, number: str, *, strict: bool = True) -> str: ...

    def format(self, number: str) -> str: ...


MODULES: Mapping[Kind, _Module] = MappingProxyType(
    {
        Kind.RPPS: rpps,
        Kind.ID_NAT_PS: id_nat_ps,
        Kind.FINESS: finess,
        Kind.ID_NAT_STRUCT: id_nat_struct,
        Kind.SIREN: siren,
        Kind.SIRET: siret,
        Kind.RPPS_RANG: rpps_rang,
        Kind.COG: cog,
        Kind.RNA: rna,
        Kind.ADELI: adeli,
    }
)
"""The module of each kind, the kinds most asked about first."""

_WITH_KEY = frozenset({Kind.RPPS, Kind.FINESS, Kind.SIREN, Kind.SIRET, Kind.RPPS_RANG})
_ORDER = {True: 0, None: 1, False: 2}

_DEPARTEMENT = Text("département", "département")
_OFFICE = Text("département d'attribution", "département that gave it")
_TYPE = Text("type", "type")
_NUMBER = Text("suite", "what follows the type")
_REGISTER = Text("numéro dans le registre de la structure", "number in the register of the structure")
_RANK = Text("rang", "rank")

_COG_NOTE = Text(
    "la forme seule est vérifiée, et un code postal a la même : une table du COG dit si la commune existe",
    "the shape alone is checked, and a postal code has the same: a table of the COG tells whether it exists",
)
_SHAPE_NOTE = Text("la forme seule est vérifiée", "the shape alone is checked")
_NOTES = {Kind.COG: _COG_NOTE, Kind.RNA: _SHAPE_NOTE, Kind.ADELI: adeli.ENDED}
_NO_FINESS = Text(
    "plutôt un SIREN : le troisième caractère d'un numéro FINESS est un 0",
    "a SIREN rather: the third character of a FINESS number is a 0",
)
_NO_RANG = Text(
    "plutôt un SIRET : un SIREN suivi de deux zéros a toujours l'air d'un numéro RPPS",
    "a SIRET rather: a SIREN followed by two zeros always looks like an RPPS number",
)
_ENDED_NOTE = Text("ce type d'identifiant n'est plus attribué", "this type of identifier is given no longer")


def identify(text: str) -> tuple[Identification, ...]:
    """What a text may be: those whose key holds first, then those without a key, then the others.

    What stands around a pasted number is left out: « N° RPPS : … ». None where it has the shape
    of no identifier. The places of practice of ADELI
    (idNatStruct of type 0) are left out: phone numbers have the same shape.
    """
    number = unlabelled(text)
    found = (one for kind in MODULES for one in _identified(kind, number))
    return tuple(sorted(found, key=lambda one: (_ORDER[one.key_holds], one.note in (_NO_FINESS, _NO_RANG))))


def _identified(kind: Kind, text: str) -> Iterator[Identification]:
    module = MODULES[kind]
    expected = None
    try:
        number, holds = module.validate(text), True
    except BadKey as bad:
        number, holds, expected = module.validate(text, strict=False), False, bad.expected
    except BadIdentifier:
        return
    match kind:
        case Kind.ID_NAT_STRUCT:
            struct = id_nat_struct.parts(number, strict=False)
            kept, keyed, note = struct.kind is not None, True, _note(id_nat_struct.TYPES[struct.type])
        case Kind.ID_NAT_PS:
            person = id_nat_ps.parts(number, strict=False)
            kept, keyed, note = True, person.kind in _WITH_KEY, _note(id_nat_ps.TYPES[person.type])
        case _:
            kept, keyed, note = True, kind in _WITH_KEY, _unlikely(kind, number) or _NOTES.get(kind)
    if kept:
        yield Identification(
            kind=kind,
            number=number,
            written=module.format(number),
            key_holds=holds if keyed else None,
            expected=expected,
            derived=tuple(_DERIVED[kind](number)) if holds or kind not in _WITH_KEY else (),
            note=note,
        )


def _unlikely(kind: Kind, number: str) -> Text | None:
    """Why a number is rather something else, though its key holds."""
    if kind is Kind.FINESS and number[2] != "0":
        return _NO_FINESS
    # Two zeros more leave a Luhn sum as it is.
    if kind is Kind.RPPS_RANG and number[9:11] == "00":
        return _NO_RANG
    return None


def _note(type_: IdentifierType) -> Text | None:
    if type_.kind is Kind.ADELI:
        return adeli.ENDED
    if type_.ended:
        return _ENDED_NOTE
    return None if type_.kind in _WITH_KEY else _SHAPE_NOTE


# --- What follows from each


def _one(kind: Kind, value: str) -> Derived:
    return Derived(id=kind.value, label=kind.label, value=value)


def _of_rpps(number: str) -> Iterator[Derived]:
    yield _one(Kind.ID_NAT_PS, id_nat_ps.of_rpps(number))


def _of_finess(number: str) -> Iterator[Derived]:
    departement = finess.departement(number)
    if departement is not None:
        yield Derived(id="departement", label=_OFFICE, value=departement)
    yield _one(Kind.ID_NAT_STRUCT, id_nat_struct.of_finess(number))


def _of_siren(number: str) -> Iterator[Derived]:
    yield _one(Kind.ID_NAT_STRUCT, id_nat_struct.of_siren(number))


def _of_siret(number: str) -> Iterator[Derived]:
    yield _one(Kind.SIREN, siret.siren_of(number))
    yield _one(Kind.ID_NAT_STRUCT, id_nat_struct.of_siret(number))


def _of_rpps_rang(number: str) -> Iterator[Derived]:
    found = rpps_rang.parts(number)
    yield _one(Kind.RPPS, found.rpps)
    yield Derived(id="rank", label=_RANK, value=str(found.rank))
    yield _one(Kind.ID_NAT_STRUCT, id_nat_struct.of_rpps_rang(number))


def _of_cog(number: str) -> Iterator[Derived]:
    yield Derived(id="departement", label=_DEPARTEMENT, value=cog.departement(number))


def _of_id_nat_ps(number: str) -> Iterator[Derived]:
    found = id_nat_ps.parts(number, strict=False)
    yield from _typed(id_nat_ps.TYPES[found.type], found.number)
    if found.register is not None:
        yield Derived(id="register", label=_REGISTER, value=found.register)


def _of_id_nat_struct(number: str) -> Iterator[Derived]:
    found = id_nat_struct.parts(number, strict=False)
    yield from _typed(id_nat_struct.TYPES[found.type], found.number)


def _typed(type_: IdentifierType, number: str) -> Iterator[Derived]:
    yield Derived(id="type", label=_TYPE, value=type_.code, meaning=type_.label)
    yield (
        Derived(id="number", label=_NUMBER, value=number) if type_.kind is None else _one(type_.kind, number)
    )


def _of_nothing(number: str) -> Iterator[Derived]:
    return iter(())


_DERIVED: dict[Kind, Callable[[str], Iterator[Derived]]] = {
    Kind.RPPS: _of_rpps,
    Kind.ID_NAT_PS: _of_id_nat_ps,
    Kind.FINESS: _of_finess,
    Kind.ID_NAT_STRUCT: _of_id_nat_struct,
    Kind.SIREN: _of_siren,
    Kind.SIRET: _of_siret,
    Kind.RPPS_RANG: _of_rpps_rang,
    Kind.COG: _of_cog,
    Kind.RNA: _of_nothing,
    Kind.ADELI: _of_nothing,
}
