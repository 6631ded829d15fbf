"""Codes that name their system, one by one or in FHIR resources; the identifiers of these too."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from cpts_model.exchange.conformance.judging import Inspection, Validate
from cpts_model.exchange.conformance.model import Conformance
from cpts_model.exchange.faults import cut, step_to
from cpts_model.exchange.identifiers import (
    cog,
    finess,
    id_nat_ps,
    id_nat_struct,
    rpps,
    rpps_rang,
    siren,
    siret,
)
from cpts_model.exchange.markup import check_depth
from cpts_model.exchange.nomenclatures import R13, system_of
from cpts_model.exchange.nomenclatures.system import name_key

_LONGEST_SYSTEM = 200
_SIREN_LENGTH = 9


def _sirene(number: str) -> str:
    """The register of enterprises numbers these (SIREN) and their establishments (SIRET)."""
    short = len(siren.compact(number)) <= _SIREN_LENGTH
    return siren.validate(number) if short else siret.validate(number)


_NUMBERS: Mapping[str, Validate] = MappingProxyType(
    {
        name_key(system): validate
        for system, validate in (
            ("https://rpps.esante.gouv.fr", rpps.validate),
            ("https://finess.esante.gouv.fr", finess.validate),
            ("https://sirene.fr", _sirene),
            ("https://rppsrang.esante.gouv.fr", rpps_rang.validate),
            ("urn:oid:1.2.250.1.71.4.2.1", id_nat_ps.validate),
            ("urn:oid:1.2.250.1.71.4.2.2", id_nat_struct.validate),
        )
    }
)
"""The systems of identifiers, and what checks their numbers (FR Core, Annuaire Santé)."""

_RPPS_ACTIVITY = name_key("https://rpps.esante.gouv.fr"), "PractitionerRole"
"""There the same address names an activity of somebody, whose number is none of an RPPS."""


def conformance_of_codings(codings: Iterable[tuple[str, str]], *, on: date) -> Conformance:
    """Whether codes may be used on a day: pairs of a system, by any of its names, and a code.

    The path of the second pair is ``$[1]``. A system that is no nomenclature of the library
    is listed in ``other_systems``.
    """
    inspection = Inspection(on)
    for place, (system, code) in enumerate(codings):
        _coding(inspection, system, code, f"$[{place}]")
    return inspection.result()


def conformance_of_fhir(resource: Any, *, on: date) -> Conformance:
    """Whether the codings and the identifiers of a FHIR resource, or a Bundle, may stand on a day.

    ``resource`` is plain data, as ``json.loads`` gives it. Every object with a ``system`` and
    a ``code`` is a coding, every one with a ``system`` and a ``value`` an identifier.

    Raises:
        BadDossier: it is nested too deep.
    """
    check_depth(resource)
    inspection = Inspection(on)
    _walk(inspection, resource, "$", "")
    return inspection.result()


def _walk(inspection: Inspection, data: Any, path: str, kind: str) -> None:
    if isinstance(data, list):
        for place, one in enumerate(data):
            _walk(inspection, one, f"{path}[{place}]", kind)
    elif isinstance(data, dict):
        within = data.get("resourceType", kind)
        match data:
            case {"system": str(system), "code": str() | int() | float() as code}:
                _coding(inspection, system, code, f"{path}.code")
            case {"system": str(system), "value": str() | int() | float() as value}:
                _identifier(inspection, system, value, f"{path}.value", within)
        for key, one in data.items():
            _walk(inspection, one, f"{path}{step_to(key)}", within)


def _coding(inspection: Inspection, name: str, code: object, path: str) -> None:
    system = system_of(name)
    if system is None:
        inspection.note_other(cut(name, _LONGEST_SYSTEM))
    elif system is R13:
        inspection.number(cog.validate, code, path)
    else:
        inspection.note_use_of(system)
        inspection.code(system, code, path)


def _identifier(inspection: Inspection, system: str, value: object, path: str, kind: str) -> None:
    key = name_key(system)
    if key in _NUMBERS and (key, kind) != _RPPS_ACTIVITY:
        inspection.number(_NUMBERS[key], value, path)
