"""The small pieces of resources, made: plain data. What is not told is left out."""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, TypeGuard

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown
from cpts_model.exchange.faults import BLANK, Flawed, refuse
from cpts_model.exchange.fhir.vocabulary import (
    DATA_ABSENT,
    IDENTIFIER_TYPES,
    KNOWN_ABSENT,
    OWN_NUMBER,
    OWN_NUMBERS,
    OWN_TAG,
    WHOLE_LISTS,
)
from cpts_model.exchange.identifiers import finess, rpps, siren, siret
from cpts_model.exchange.nomenclatures import CodeSystem
from cpts_model.exchange.scalars import read_id, read_text

Json = dict[str, Any]

_CHECKS = {"rpps": rpps, "finess": finess, "siren": siren, "siret": siret}
_NUMERO_AM = re.compile(r"[0-9]{9}", re.ASCII)
_LONGEST_ID = 64
_NOT_OF_IDS = re.compile(r"[^A-Za-z0-9-]")
_NON_OFFICIAL = "Profil non officiel de cpts-model : aucun profil français ne décrit cette ressource"


def resource_id(dossier_id: str, telling: int = 1) -> str:
    """The id of the resource of a dossier id: 1 to 64 letters, digits, hyphens and dots.

    What FHIR does not take is written as its code between dots (``é`` is ``.e9.``); an id that
    is then too long is told by its SHA-256, after two dots, which nothing else begins with.
    ``telling`` numbers those who are told in several ways under one id.
    """
    number = "" if telling == 1 else f"..{telling}"
    escaped = _NOT_OF_IDS.sub(lambda found: f".{ord(found[0]):x}.", dossier_id) + number
    if len(escaped) <= _LONGEST_ID:
        return escaped
    return f"..{sha256(escaped.encode()).hexdigest()[: _LONGEST_ID - 2]}"


def resource(kind: str, id: str, **elements: Any) -> Json:
    """A resource, without the elements that are empty."""
    told = {name: value for name, value in elements.items() if value not in (None, [], {}, ())}
    return {"resourceType": kind, "id": id, "language": "fr"} | told


def meta(profiles: Iterable[str] = (), *, official: bool = True) -> Json:
    """What a resource claims to be; what no French profile describes says so."""
    told: Json = {"profile": list(profiles)} if profiles else {}
    return told if official else told | {"tag": [coding(OWN_TAG, "non-official", _NON_OFFICIAL)]}


def coding(system: str, code: str, display: str | None = None) -> Json:
    """A code of a system, and its label."""
    return {"system": system, "code": code} | ({"display": display} if display else {})


def coded(system: CodeSystem, code: str) -> Json:
    """A code of a nomenclature, with its label where it was read."""
    known = system.get(code)
    return coding(system.uri, code, known.label if known else None)


def concept(*codings: Json, text: Text | None = None) -> Json:
    """A concept; its text is that of the resource, French."""
    return {"coding": list(codings)} | ({"text": text.fr} if text else {})


def told_text(fact: str | None | Unknown) -> str | None:
    """A text that a resource can hold and a dossier too: one line, and not blank."""
    if not isinstance(fact, str) or not fact.strip():
        return None
    try:
        return read_text(fact)
    except Flawed:
        return None


def identifier(system: str, value: str, type_code: str = "") -> Json:
    """A national number, and what it is where that is known."""
    typed = {"type": concept(coding(IDENTIFIER_TYPES, type_code))} if type_code else {}
    return {"use": "official"} | typed | {"system": system, "value": value}


def numbers(**told: str | None | Unknown) -> list[Json]:
    """The identifiers that are told, by the words of ``OWN_NUMBERS``.

    Only what has the form of a national number stands under its national system.
    """
    held = ((name.replace("_", "-"), told_text(value)) for name, value in told.items())
    return [_number(name, value) for name, value in held if value is not None]


def _number(name: str, value: str) -> Json:
    if not has_form(name, value):
        return {"system": OWN_NUMBER + name, "value": value}
    system, kind = OWN_NUMBERS[name]
    return identifier(system, value, kind)


def has_form(name: str, number: object) -> TypeGuard[str]:
    """Whether it is written as the national numbers of a kind are; the key is not looked at."""
    if not isinstance(number, str):
        return False
    check = _CHECKS.get(name.partition("-")[0])
    if check is None:
        return _NUMERO_AM.fullmatch(number) is not None
    return bool(check.is_valid(number, strict=False)) and check.compact(number) == number


def own_identifier(system: str, dossier_id: str) -> Json:
    """The id that the dossier gives, from which it reads back.

    Raises:
        Flawed: no dossier can hold that id.
    """
    if not dossier_id.strip():
        raise refuse(BLANK)
    return {"system": system, "value": read_id(dossier_id)}


def known_absent(facts: Any, names: Iterable[str]) -> list[Json]:
    """What is known not to be there, which FHIR cannot tell from what is not known."""
    return [
        {"url": KNOWN_ABSENT, "valueCode": name} for name in names if getattr(facts, name, ...) in (None, ())
    ]


def whole_lists(facts: Any) -> list[Json]:
    """The lists that are told, and how many are on each."""
    return [
        {"url": url, "valueUnsignedInt": len(held)}
        for name, url in WHOLE_LISTS.items()
        if isinstance(held := getattr(facts, name, None), tuple)
    ]


def not_known() -> Json:
    """What stands beside an element of which the value is not known."""
    return {"extension": [{"url": DATA_ABSENT, "valueCode": "unknown"}]}


def reference(target: Mapping[str, Any]) -> Json:
    """A reference to a resource."""
    return {"reference": f"{target['resourceType']}/{target['id']}"}
