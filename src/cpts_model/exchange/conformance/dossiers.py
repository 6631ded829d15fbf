"""The codes and numbers of a dossier or a register, wherever they stand in it."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from cpts_model.exchange.conformance.judging import Inspection, Validate
from cpts_model.exchange.conformance.model import Conformance
from cpts_model.exchange.identifiers import cog, finess, rpps, siren, siret
from cpts_model.exchange.nomenclatures import R38, R66, CodeSystem
from cpts_model.exchange.shape import shape_of
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import Structure
from cpts_model.facts.typed import Facts
from cpts_model.register import Register

_FOREIGN = "99"


def _place(code: str) -> str:
    """A commune, or a foreign country where somebody practises: countries have codes in 99."""
    return code if len(code) == 5 and code.isdecimal() and code.startswith(_FOREIGN) else cog.validate(code)


_CODES: Mapping[str, CodeSystem] = MappingProxyType({"savoir_faire": R38, "finess_category": R66})
"""The fields that hold codes, and their nomenclature."""

_NUMBERS: Mapping[str, Validate] = MappingProxyType(
    {
        "rpps": rpps.validate,
        "finess": finess.validate,
        "finess_ej": finess.validate,
        "siren": siren.validate,
        "siret": siret.validate,
        "practises_in": _place,
        "seat_commune": cog.validate,
        "commune": cog.validate,
        "communes": cog.validate,
        "border_communes": cog.validate,
    }
)
"""The fields that hold numbers, and what checks them."""

_LOOKED_INTO = (str, tuple, Facts)
"""What is known, and may hold a code or a number."""


def conformance(subject: Structure | Register, *, on: date) -> Conformance:
    """Whether the codes and numbers of a structure, or of several, may stand on a day.

    Looked at: professions (one of their codes has to be valid that day), savoir-faire
    (TRE_R38), FINESS categories (TRE_R66), and the numbers RPPS, FINESS, SIREN, SIRET and
    COG. What is unknown or absent is passed over.
    """
    inspection = Inspection(on)
    if isinstance(subject, Register):
        for place, structure in enumerate(subject):
            _facts(inspection, structure, f"$.structures[{place}]", None)
    else:
        _facts(inspection, subject, "$", None)
    return inspection.result()


def _facts(inspection: Inspection, facts: Any, path: str, held_by: str | None) -> None:
    held_by = facts.id if isinstance(getattr(facts, "id", None), str) else held_by
    for key, field in shape_of(type(facts)).items():
        value = getattr(facts, field.name)
        if isinstance(value, _LOOKED_INTO):
            _value(inspection, field.name, value, f"{path}.{key}", held_by)


def _value(inspection: Inspection, name: str, value: Any, path: str, held_by: str | None) -> None:
    if isinstance(value, tuple):
        for place, one in enumerate(value):
            _value(inspection, name, one, f"{path}[{place}]", held_by)
    elif isinstance(value, Facts):
        _facts(inspection, value, path, held_by)
    elif isinstance(value, Profession):
        inspection.profession(value, path, held_by)
    elif name in _NUMBERS:
        inspection.number(_NUMBERS[name], value, path, held_by)
    elif name in _CODES:
        inspection.code(_CODES[name], value, path, held_by)
