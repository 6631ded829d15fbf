"""What facts refuse to be, said in JSON Schema as far as it can be.

The classes refuse it themselves (``BadFact``); a schema that said less would only warn less,
and tests hold the two together, value by value.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from cpts_model.exchange.schemas.parts import NULL, Schema, either
from cpts_model.exchange.shape import ABSENT, shape_of
from cpts_model.facts.checks import DEPARTEMENTS
from cpts_model.facts.colleges import College
from cpts_model.facts.contracts import ContratACI, MissionProgress
from cpts_model.facts.envelopes import Envelope
from cpts_model.facts.indicateurs_msp import IndicateursMSP
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.memberships import FeePayment, Membership
from cpts_model.facts.payments import Payment
from cpts_model.facts.statutes import Quorum, Statutes
from cpts_model.facts.structures import SISA, MaisonDeSante, Structure
from cpts_model.facts.territories import CommuneFigure, Territory

_NOT_NEGATIVE: Schema = {"minimum": 0}
_DEPARTEMENT: Schema = {"enum": sorted(DEPARTEMENTS | {code.lower() for code in DEPARTEMENTS})}


def _not_negative(*keys: str) -> Mapping[str, Schema]:
    return dict.fromkeys(keys, _NOT_NEGATIVE)


_FIELDS: Mapping[type[Any], Mapping[str, Schema]] = MappingProxyType(
    {
        Structure: {"seat_departement": _DEPARTEMENT},
        Territory: _not_negative("population"),
        CommuneFigure: _not_negative("population", "masked_below"),
        ContratACI: _not_negative("population"),
        Envelope: _not_negative("fixed", "variable_max", "variable_obtained"),
        Payment: _not_negative("amount"),
        FeePayment: {**_not_negative("amount"), "for_year": {"minimum": 1, "maximum": 9999}},
        College: {**_not_negative("votes"), "share": {"minimum": 0, "maximum": 100}},
        Quorum: {**_not_negative("numerator"), "denominator": {"minimum": 1}},
        Statutes: {
            **_not_negative(
                "fee", "minimum_age", "proxies_per_member", "convening_days", "notice", "signatories"
            ),
            "season_first_month": {"minimum": 1, "maximum": 12},
        },
        IndicateursMSP: _not_negative(
            *(key for key, field in shape_of(IndicateursMSP).items() if field.of is int and key != "year")
        ),
    }
)


def limits_of(kind: type[Any], key: str) -> Schema:
    """What the value of a key of a class keeps to, besides its type."""
    found: Schema = {}
    for base in kind.__mro__:
        found |= _FIELDS.get(base, {}).get(key, {})
    return found


def conditions_of(kind: type[Any]) -> list[Schema]:
    """What the keys of an object of a class keep to together."""
    return [condition for base in kind.__mro__ for condition in _CONDITIONS.get(base, ())]


def is_absent(key: str) -> Schema:
    """An object that lists a key among those whose value is null."""
    return _is(ABSENT, {"contains": {"const": key}})


def never(*conditions: Schema) -> Schema:
    """What objects that meet all the conditions are refused by."""
    return {"not": {"allOf": list(conditions)}}


def told(key: str) -> Schema:
    """An object that has a key."""
    return {"required": [key]}


def _is(key: str, schema: Schema) -> Schema:
    return {"required": [key], "properties": {key: schema}}


def _is_null(key: str) -> Schema:
    return either(_is(key, NULL), is_absent(key))


def _is_none(amount: str) -> Schema:
    return either(_is_null(amount), _is(amount, {"const": 0}))


_DATED: Schema = {"type": "string"}

_CONDITIONS: Mapping[type[Any], tuple[Schema, ...]] = MappingProxyType(
    {
        Membership: (never(told("fee_paid"), told("fees")),),
        MissionProgress: (never(_is("deployed_on", _DATED), _is_null("started_on")),),
        SISA: (never(_is("dissolved_on", _DATED), _is_null("dissolution_requested_on")),),
        MaisonDeSante: (
            never(
                _is("sisa", {"type": "object"}),
                either(_is_null("legal_form"), _is("legal_form", {"const": LegalForm.NATURAL_PERSON.value})),
            ),
        ),
        College: (
            never(_is("deliberative", {"const": True}), _is("votes", {"maximum": 0})),
            never(_is("deliberative", {"const": False}), _is("votes", {"minimum": 1})),
        ),
        Statutes: (never(_is("period", {"type": "string"}), _is_none("fee")),),
        Envelope: (never(_is("variable_obtained", {"exclusiveMinimum": 0}), _is_none("variable_max")),),
    }
)
