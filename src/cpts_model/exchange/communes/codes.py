"""Codes of communes as people give them: today's, former ones, postal codes, names, slips."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs

from cpts_model.exchange.communes.gathering import city_of
from cpts_model.exchange.communes.names import one_slip_away
from cpts_model.exchange.communes.remarks import Remark, RemarkKind
from cpts_model.exchange.communes.table import Commune, CommuneKind, CommuneTable
from cpts_model.exchange.identifiers import cog
from cpts_model.exchange.identifiers.departements import OVERSEAS

NEAREST = 3
"""How many codes are offered in the place of an unknown one."""

_DEPARTEMENTS = frozenset({"971", "972", "973", "974", "976"})


@attrs.frozen(slots=True, kw_only=True)
class Found:
    """The communes that codes stand for, each with the codes it was given by, and what is said of the others."""

    given: tuple[str, ...]
    communes: Mapping[Commune, tuple[str, ...]]
    remarks: tuple[Remark, ...]


def codes_of(table: CommuneTable, communes: Iterable[str]) -> Found:
    """The communes that are meant.

    Raises:
        TypeError: one text is given instead of several, or something that is no text.
        ValueError: nothing is given.
    """
    times = Counter(_written(communes))
    given = tuple(times)
    remarks = [Remark(kind=RemarkKind.DUPLICATE, given=(code,)) for code in given if times[code] > 1]
    meant = {code: commune for code in given if (commune := _meant(table, code)) is not None}
    others = {code: _unread(table, code) for code in given if code not in meant}
    maybe_postal = {code: served for code in meant if (served := _also_serves(table, code, meant[code]))}
    postal = any(remark.kind is RemarkKind.POSTAL for remark in others.values())
    for code, served in maybe_postal.items():
        former = table.get(code) is None and bool(table.formerly(code))
        if postal or former:
            kind = RemarkKind.FORMER_OR_POSTAL if former else RemarkKind.POSTAL_TOO
            others[code] = Remark(kind=kind, given=(code,), communes=(meant.pop(code), *served))
    if all(code in maybe_postal and code in meant for code in given):
        remarks.append(Remark(kind=RemarkKind.ALL_POSTAL_TOO, given=given))
    communes_of: dict[Commune, tuple[str, ...]] = {}
    for code, commune in meant.items():
        renumbered = _renumbered(code, commune)
        if renumbered:
            remarks.append(Remark(kind=RemarkKind.RENUMBERED, given=(code,), communes=(commune,)))
        kept = commune.code if renumbered else code
        communes_of[commune] = tuple(dict.fromkeys((*communes_of.get(commune, ()), kept)))
    departements = {commune.departement for commune in communes_of}
    remarks += (_with_nearest(table, others[code], departements) for code in given if code in others)
    return Found(given=given, communes=communes_of, remarks=tuple(remarks))


def bare_code(text: str) -> str:
    """A code without spaces, its letter in capitals; what is no code as it is written."""
    bare = cog.compact(text)
    return bare if len(bare) in (4, 5) and any(sign.isdigit() for sign in bare) else text.strip()


def _written(communes: Iterable[str]) -> Iterator[str]:
    if isinstance(communes, str):
        raise TypeError("communes are several codes: give a list of them")
    written = False
    for one in communes:
        if not isinstance(one, str):
            raise TypeError(
                f"a code of a commune is a text, not {type(one).__name__}: a number loses its zeros"
            )
        written = True
        yield bare_code(one)
    if not written:
        raise ValueError("no commune is given")


def _meant(table: CommuneTable, code: str) -> Commune | None:
    """The one commune that a code stands for, where there is one."""
    commune = table.get(code)
    if commune is not None:
        return commune
    former = table.formerly(code)
    if former:
        return former[0] if len(former) == 1 else None
    city = city_of(code)
    return None if city is None else Commune(code=code, kind=CommuneKind.ARRONDISSEMENT, parent=city)


def _renumbered(code: str, commune: Commune) -> bool:
    """Whether it is the code that a commune of Corsica had before the island had two départements."""
    return code[:2] == "20" and commune.departement in ("2A", "2B") and code[2:] == commune.code[2:]


def _also_serves(table: CommuneTable, code: str, commune: Commune) -> tuple[Commune, ...]:
    """The other communes that the same figures serve as a postal code; none, where they are that of the very commune."""
    served = table.with_postal_code(code)
    if commune.code == code and commune in served:
        return ()
    return tuple(one for one in served if one != commune)


def _unread(table: CommuneTable, code: str) -> Remark:
    former = table.formerly(code)
    if former:
        return Remark(kind=RemarkKind.FORMER_SEVERAL, given=(code,), communes=former)
    served = table.with_postal_code(code)
    if served:
        return Remark(kind=RemarkKind.POSTAL, given=(code,), communes=served)
    return Remark(kind=_kind_of_unknown(code), given=(code,))


def _kind_of_unknown(code: str) -> RemarkKind:
    if len(code) == 5 and code.isdecimal():
        if code.startswith("99"):
            return RemarkKind.FOREIGN
        if code[:3] in OVERSEAS - _DEPARTEMENTS:
            return RemarkKind.OVERSEAS
    return RemarkKind.UNKNOWN_CODE if any(sign.isdigit() for sign in code) else RemarkKind.NAME


def _with_nearest(table: CommuneTable, remark: Remark, departements: set[str]) -> Remark:
    """The remark, with the communes that may have been meant: those of the territory's départements first."""
    (code,) = remark.given
    if remark.kind is RemarkKind.NAME:
        return attrs.evolve(remark, communes=table.named(code))
    if remark.kind is not RemarkKind.UNKNOWN_CODE or len(code) not in (4, 5):
        return remark
    near = dict.fromkeys(commune for one in one_slip_away(code) if (commune := table.get(one)) is not None)
    nearest = sorted(near, key=lambda commune: commune.departement not in departements)
    return attrs.evolve(remark, communes=tuple(nearest[:NEAREST]))
