"""The small pieces of resources, read: days, codes of known systems, identifiers.

**Days.** FHIR tells years, months and instants too: those are no days, and stay unknown. An
instant is taken as the day that is written in it, where it is told in a local time
(``2024-05-01T00:00:00+02:00``). In universal time (``Z``, ``+00:00``) the day in France may be
another, and from one end of the Republic to the other it is two.

**Codes and identifiers.** Each is of a system of ours or of France, however its address is written.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

import attrs

from cpts_model.engine.explain import format_day
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.fhir import vocabulary as v
from cpts_model.exchange.fhir.findings import Node, Outcome, named
from cpts_model.exchange.identifiers import siren, siret
from cpts_model.exchange.nomenclatures import system_of
from cpts_model.facts.professions import Profession, UnknownProfession

# --- Days

_DATE = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(T(?P<time>\d{2}:\d{2}:\d{2})(?P<part>\.\d{1,9})?(?P<zone>Z|[+-]\d{2}:\d{2}))?",
    re.ASCII,
)
_PARTIAL = re.compile(r"\d{4}(-\d{2})?", re.ASCII)
_UNIVERSAL = frozenset({"Z", "+00:00", "-00:00"})
_ONE = timedelta(days=1)


def first_day(node: Node, key: str) -> date | Unknown:
    """The day on which something begins."""
    return _day(node, key)[0]


def day_after(node: Node, key: str) -> date | Unknown:
    """The first day on which something is over: a period lasts through its last day, or until midnight sharp."""
    day, midnight = _day(node, key)
    if isinstance(day, Unknown) or midnight:
        return day
    if day == date.max:
        node.note(
            "fin sans lendemain dans le calendrier, non reprise",
            "end that no day of the calendar follows, not kept",
            key,
        )
        return UNKNOWN
    return day + _ONE


def _day(node: Node, key: str) -> tuple[date | Unknown, bool]:
    """A day, and whether it was told as the instant it begins."""
    told = node.text(key)
    if told is None:
        return UNKNOWN, False
    if _PARTIAL.fullmatch(told):
        node.note(
            "date sans jour (une année, un mois), non reprise",
            "date without a day (a year, a month), not kept",
            key,
        )
        return UNKNOWN, False
    found = _DATE.fullmatch(told)
    try:
        day = date.fromisoformat(found["day"]) if found else None
    except ValueError:
        day = None
    if found is None or day is None:
        node.fault(
            "ce n'est pas une date de FHIR (écrire 2026-11-21)",
            "it is not a date of FHIR (write 2026-11-21)",
            key,
        )
        return UNKNOWN, False
    if found["zone"] in _UNIVERSAL:
        node.note(
            "instant en temps universel, dont le jour en France n'est pas sûr, non repris",
            "instant in universal time, of which the day in France is not sure, not kept",
            key,
        )
        return UNKNOWN, False
    return day, found["time"] == "00:00:00" and not (found["part"] or "").strip(".0")


# --- Codes

_SYSTEMS = (
    *(v.ID_NAT_PS, v.ID_NAT_STRUCT, v.RPPS, v.FINESS, v.SIRENE, v.AMELI, v.RPPS_RANG, v.IDENTIFIER_TYPES),
    *(v.ORGANISATION_TYPES, v.AFFILIATION_ROLES),
    *(v.OWN_STRUCTURE_KIND, v.OWN_LEGAL_FORM, v.OWN_ORGANISATION_KIND, v.OWN_PROFESSION, v.OWN_PERSON_ROLE),
    v.OWN_BELONGING,
    *(
        f"{v.OWN_ID}{kind}"
        for kind in (v.STRUCTURE, v.LEGAL_ENTITY_OF, v.ORGANISATION, v.PROFESSIONAL, v.PERSON)
    ),
    *(v.OWN_NUMBER + name for name in v.OWN_NUMBERS),
)

_LONGEST = 300
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]{0,20}:\S+|[A-Z]{2,4}_\S+")


def _key(address: str) -> str:
    bare = address.partition("|")[0].strip().casefold().rstrip("/")
    return bare.removeprefix("https://").removeprefix("http://")


_BY_KEY = {_key(system): system for system in _SYSTEMS}


def known_system(address: str) -> str | None:
    """The address by which this library knows a system; ``None`` where it does not know it.

    http or https, upper or lower case, a slash at the end and a version make no difference.
    """
    return _known_system(address) if len(address) <= _LONGEST else None


@lru_cache(maxsize=1024)
def _known_system(address: str) -> str | None:
    nomenclature = system_of(address)
    return _BY_KEY.get(_key(address)) if nomenclature is None else nomenclature.uri


@attrs.frozen(slots=True)
class Coding:
    """A code of a known system."""

    system: str
    code: str
    node: Node


def codings(concept: Node) -> Iterator[Coding]:
    """The codes of a concept that are of known systems; a note tells the others."""
    for node in concept.objects("coding"):
        address, code = node.text("system"), node.text("code")
        if address is None or code is None:
            node.note(
                "code sans système, ou système sans code", "code without system, or system without code"
            )
            continue
        system = known_system(address)
        if system is None:
            note_unknown_system(node, address)
        else:
            yield Coding(system, code, node)


def note_unknown_system(node: Node, address: str) -> None:
    """Tell a system that is not known here; what has not the form of one may be anything, and is not quoted."""
    if not _ADDRESS.fullmatch(address):
        node.note(
            "système qui n'est pas une adresse, non repris", "system that is no address, not kept", "system"
        )
        return
    node.note(
        f"système inconnu ici, non repris : {named(address)}",
        f"system not known here, not kept: {named(address)}",
        "system",
    )


def note_unknown_code(coding: Coding) -> None:
    """Tell a code that stands for nothing here."""
    coding.node.note(
        f"code sans équivalent ici, non repris ({named(coding.system)})",
        f"code that stands for nothing here, not kept ({named(coding.system)})",
        "code",
    )


def profession_of(coding: Coding) -> Profession | None:
    """The profession of a code; a note tells where there is none, or where the code is out of use."""
    try:
        if coding.system == v.OWN_PROFESSION:
            return Profession.from_slug(coding.code)
        found = Profession.with_code(coding.system, coding.code)
    except UnknownProfession:
        note_unknown_code(coding)
        return None
    former = next((one for one in found.codes if one.uri == coding.system and one.code == coding.code), None)
    if former is not None and former.deprecated_on is not None:
        code, since = f"{former.system.partition('-')[0]}#{former.code}", former.deprecated_on
        coding.node.note(
            f"code {code}, obsolète depuis le {format_day(since, 'fr')} : lu comme {found.label.fr}",
            f"code {code}, deprecated since {format_day(since, 'en')}: read as {found.label.en}",
            "code",
            Outcome.OTHERWISE,
        )
    return found


# --- Identifiers

_ID_NAT_STRUCT = {"1": (v.FINESS, ""), "2": (v.SIRENE, "SIREN"), "3": (v.SIRENE, "SIRET")}
"""What an idNatStruct says by its first character (TRE_G07)."""
_ID_NAT_PS = {"8": (v.RPPS, "RPPS")}


@attrs.frozen(slots=True)
class Numbers:
    """The identifiers of a resource. ``own`` is what this library says that it wrote, with the id of its dossier."""

    own: str | None
    dossier_id: str | None
    told: dict[tuple[str, str], str]
    """By system and by type; the type is empty where it is not told."""

    def of(self, system: str, *types: str) -> str | Unknown:
        """The number of a system, of the first of the types that is told."""
        return next((self.told[system, kind] for kind in types if (system, kind) in self.told), UNKNOWN)


def read_numbers(node: Node) -> Numbers:
    """The identifiers of a resource; two different ones of a kind are a fault."""
    own: tuple[str, str] | None = None
    told: dict[tuple[str, str], str] = {}
    national: list[tuple[tuple[str, str], str]] = []
    for one in node.current("identifier"):
        address = one.text("system")
        if address is None:
            one.note("identifiant sans système, non repris", "identifier without system, not kept")
            continue
        system = known_system(address)
        if system is None:
            note_unknown_system(one, address)
        elif system.startswith(v.OWN_ID):
            value = one.id_text("value")
            if own is not None:
                one.fault(
                    "un second identifiant de dossier ; n'en laisser qu'un",
                    "a second id of a dossier; leave one",
                )
            elif value is not None:
                own = (system.removeprefix(v.OWN_ID), value)
        else:
            _take(one, system, told, national)
    for (system, kind), number in national if own is None else ():
        # The number of a national identifier is repeated by itself as a rule, and then typed.
        if not any(held == system and kind in ("", other) for held, other in told):
            told[system, kind] = number
    written_as, dossier_id = own or (None, None)
    return Numbers(written_as, dossier_id, told)


def _take(
    one: Node, system: str, told: dict[tuple[str, str], str], national: list[tuple[tuple[str, str], str]]
) -> None:
    value = one.text("value")
    if value is None:
        one.note("identifiant sans valeur, non repris", "identifier without value, not kept")
        return
    if system in (v.ID_NAT_PS, v.ID_NAT_STRUCT):
        known = (_ID_NAT_PS if system == v.ID_NAT_PS else _ID_NAT_STRUCT).get(value[:1])
        if known is None:
            one.note(
                "identifiant national d'un autre type, non repris",
                "national identifier of another type, not kept",
            )
        else:
            national.append((known, value[1:]))
        return
    kind: str | None
    if system.startswith(v.OWN_NUMBER):
        system, kind = v.OWN_NUMBERS[system.removeprefix(v.OWN_NUMBER)]
    else:
        kind = _type_of(one, system, value)
    if kind is None:
        one.note("identifiant d'un autre type, non repris", "identifier of another type, not kept")
    elif told.setdefault((system, kind), value) != value:
        one.fault(
            "un autre numéro de la même nature figure déjà ici ; n'en laisser qu'un",
            "another number of the same kind stands here already; leave one",
            "value",
        )


def _type_of(one: Node, system: str, value: str) -> str | None:
    """The type of a number: as it is told; of a SIRENE number that tells none, by its length."""
    typed = one.object("type")
    kinds = [coding.code for coding in codings(typed) if coding.system == v.IDENTIFIER_TYPES] if typed else []
    match system:
        case v.RPPS:
            return "RPPS"
        case v.AMELI:
            return ""
        case v.FINESS:
            return next((kind for kind in kinds if kind in ("FINEG", "FINEJ")), "")
        case v.SIRENE if "SIREN" in kinds or (not kinds and siren.is_valid(value, strict=False)):
            return "SIREN"
        case v.SIRENE if "SIRET" in kinds or (not kinds and siret.is_valid(value, strict=False)):
            return "SIRET"
        case _:
            return None


def told_counts(node: Node) -> dict[str, int]:
    """How many are on each list of which the resource tells that it is whole."""
    told: dict[str, int] = {}
    for name, url in v.WHOLE_LISTS.items():
        for one in node.extensions(url):
            count = one.value.get("valueUnsignedInt")
            if type(count) is not int or count < 0:
                one.fault(
                    "un nombre entier est attendu ici, sans guillemets",
                    "a whole number stands here, without quotes",
                    "valueUnsignedInt",
                )
            elif told.setdefault(name, count) != count:
                one.fault(
                    "un autre compte de la même liste figure déjà ici ; n'en laisser qu'un",
                    "another count of the same list stands here already; leave one",
                )
    return told


def absent_facts(node: Node, names: tuple[str, ...]) -> frozenset[str]:
    """The facts of which the resource tells that there is none."""
    told = []
    for one in node.extensions(v.KNOWN_ABSENT):
        name = one.text("valueCode")
        if name in names:
            told.append(name)
        else:
            one.fault(
                "aucun fait qui puisse être absent ne s'appelle ainsi ici",
                "no fact that could be absent is called so here",
                "valueCode",
            )
    return frozenset(told)
