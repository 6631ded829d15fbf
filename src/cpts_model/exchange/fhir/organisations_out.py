"""Structures and organisations as resources: Organization, of a legal entity (EJ) or an establishment (EG)."""

import re
from collections.abc import Iterator, Mapping

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown
from cpts_model.exchange.fhir.elements_out import (
    Json,
    coded,
    coding,
    concept,
    has_form,
    identifier,
    known_absent,
    meta,
    numbers,
    own_identifier,
    reference,
    resource,
    told_text,
    whole_lists,
)
from cpts_model.exchange.fhir.vocabulary import (
    CATEGORIES,
    GEOGRAPHICAL_ENTITY,
    ID_NAT_STRUCT,
    INSEE_CODE,
    LEGAL_ENTITY,
    LEGAL_ENTITY_OF,
    ORGANISATION,
    ORGANISATION_PERIOD,
    ORGANISATION_PROFILES,
    ORGANISATION_TYPES,
    OWN_ID,
    OWN_LEGAL_FORM,
    OWN_ORGANISATION_KIND,
    OWN_STRUCTURE_KIND,
    SECTORS,
    STATUS_OF_SISA,
    STRUCTURE,
    TYPE_SLICE,
)
from cpts_model.exchange.identifiers import cog
from cpts_model.exchange.nomenclatures import R02, R13, R66, R72, R397
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.structures import SISA, CentreDeSante, Structure

ORGANISATION_ABSENT = ("legal_form", "finess", "siren", "siret", "finess_category")
STRUCTURE_ABSENT = ("legal_form", "finess", "finess_ej", "siret", "sisa", "opened_on")
"""The facts of an organisation and of a structure of which it can be told that there is none."""

NO_OFFICIAL_CODE = Text(
    "équipe de soins primaires (aucune nomenclature ne lui donne de code)",
    "équipe de soins primaires (no nomenclature has a code for it)",
)
_CATEGORY = re.compile(r"[0-9]{3}")


def organisation(one: Organisation, id: str, *, entity_of: Structure | None = None) -> Json:
    """An organisation: a member or, with ``entity_of``, the legal entity of a structure.

    Whether its FINESS number is of a legal entity or of an establishment is not told by the number.
    """
    number_ej = None if entity_of is None else entity_of.finess_ej
    return resource(
        "Organization",
        id,
        meta=_claims(number_ej, one.name),
        extension=known_absent(one, ORGANISATION_ABSENT),
        identifier=[
            own_identifier(OWN_ID + ORGANISATION, one.id),
            *_national(number_ej if isinstance(number_ej, str) else one.finess),
            *numbers(finess=one.finess, finess_ej=number_ej, siren=one.siren, siret=one.siret),
        ],
        active=True,
        type=[
            *([] if entity_of is None else [_slice("organizationType", _entity(LEGAL_ENTITY))]),
            *_legal_form(one.legal_form),
            *_kind(one),
        ],
        name=told_text(one.name),
    )


def has_legal_entity(structure: Structure) -> bool:
    """Whether something of its legal entity is told: its number, its legal form."""
    return told_text(structure.finess_ej) is not None or isinstance(structure.legal_form, LegalForm)


def legal_entity(structure: Structure, id: str) -> Json:
    """The legal entity (EJ) of a structure, of which its number and its legal form are all that is told."""
    return resource(
        "Organization",
        id,
        identifier=[
            own_identifier(OWN_ID + LEGAL_ENTITY_OF, structure.id),
            *_national(structure.finess_ej),
            *numbers(finess_ej=structure.finess_ej),
        ],
        active=True,
        type=[_slice("organizationType", _entity(LEGAL_ENTITY)), *_legal_form(structure.legal_form)],
    )


def structure_resource(structure: Structure, id: str, part_of: Json | None) -> Json:
    """The structure itself: an establishment (EG), part of its legal entity; a SISA is a legal entity.

    An équipe de soins primaires is a *groupement* in the sense of the MOS: no category, a code of this library.
    """
    is_sisa = isinstance(structure, SISA)
    number = structure.finess_ej if is_sisa else structure.finess
    return resource(
        "Organization",
        id,
        meta=_claims(number, structure.name) if is_sisa or _category_of(structure) else meta(official=False),
        extension=[
            *known_absent(structure, STRUCTURE_ABSENT),
            *whole_lists(structure),
            *_opening(structure),
        ],
        identifier=[
            own_identifier(OWN_ID + STRUCTURE, structure.id),
            *_national(number),
            *numbers(
                finess=structure.finess if is_sisa else None,
                finess_eg=None if is_sisa else structure.finess,
                finess_ej=structure.finess_ej if is_sisa else None,
                siret=structure.siret,
            ),
        ],
        active=True,
        type=_sisa_types(structure) if is_sisa else _structure_types(structure),
        name=told_text(structure.name),
        address=_address(structure),
        partOf=None if part_of is None else reference(part_of),
    )


def _claims(number: str | None | Unknown, name: str | Unknown) -> Json:
    """The profiles of the Annuaire Santé, where the national number and the name are told."""
    official = has_form("finess", number) and told_text(name) is not None
    return meta(ORGANISATION_PROFILES if official else ())


def _national(number: str | None | Unknown) -> list[Json]:
    """The idNatStruct of a FINESS number: the same for legal entities and establishments."""
    return [identifier(ID_NAT_STRUCT, f"1{number}", "IDNST")] if has_form("finess", number) else []


def _entity(code: str) -> Json:
    return coding(ORGANISATION_TYPES, code)


def _slice(name: str, *codings: Json) -> Json:
    return {"extension": [{"url": TYPE_SLICE, "valueCode": name}]} | concept(*codings)


def _structure_types(structure: Structure) -> list[Json]:
    category = _category_of(structure)
    if category is None:
        return [concept(coding(OWN_STRUCTURE_KIND, "esp", structure._kind.label.fr), text=NO_OFFICIAL_CODE)]
    return [
        _slice("organizationType", _entity(GEOGRAPHICAL_ENTITY)),
        *(_slice("secteurActiviteRASS", coded(R02, sector)) for sector in _of_kind(SECTORS, structure)),
        *_category(category),
    ]


def _sisa_types(structure: Structure) -> list[Json]:
    return [
        _slice("organizationType", _entity(LEGAL_ENTITY)),
        _slice("statutJuridiqueINSEE", coded(R72, STATUS_OF_SISA)),
        *_own_legal_form(structure.legal_form),
    ]


def _category_of(structure: Structure) -> str | None:
    return next(_of_kind(CATEGORIES, structure), None)


def _of_kind(table: Mapping[type[Structure], str], structure: Structure) -> Iterator[str]:
    return (code for kind, code in table.items() if isinstance(structure, kind))


def _category(code: str) -> list[Json]:
    """A FINESS category, in the nomenclature that took over too where it was read there.

    Each stands by itself: the profile wants one code in its categorieEtablissementRASS.
    """
    return [concept(coded(system, code)) for system in (R66, R397) if system is R66 or system.get(code)]


def _legal_form(form: LegalForm | None | Unknown) -> list[Json]:
    """The legal status, where the form has one code alone; else a code of this library, for none is guessed."""
    if isinstance(form, LegalForm) and len(form.finess_codes) == 1:
        return [_slice("statutJuridiqueINSEE", coded(R72, form.finess_codes[0]))]
    return _own_legal_form(form)


def _own_legal_form(form: LegalForm | None | Unknown) -> list[Json]:
    if not isinstance(form, LegalForm):
        return []
    return [concept(coding(OWN_LEGAL_FORM, form.value, form.label.fr), text=form.label)]


def _kind(one: Organisation) -> list[Json]:
    category = one.finess_category
    told = _category(category) if isinstance(category, str) and _CATEGORY.fullmatch(category) else []
    if not isinstance(one.kind, OrganisationKind):
        return told
    return [*told, concept(coding(OWN_ORGANISATION_KIND, one.kind.value, one.kind.label.fr))]


def _opening(structure: Structure) -> list[Json]:
    """The day it was formed; of a centre de santé, which is no person, the day it opened."""
    day = structure.opened_on if isinstance(structure, CentreDeSante) else structure.formed_on
    if day is None or isinstance(day, Unknown):
        return []
    return [{"url": ORGANISATION_PERIOD, "valuePeriod": {"start": day.isoformat()}}]


def _address(structure: Structure) -> list[Json]:
    """The commune of the seat, and its département where an address has its district."""
    told: Json = {}
    commune = structure.seat_commune
    if isinstance(commune, str) and cog.is_valid(commune) and cog.compact(commune) == commune:
        told["extension"] = [{"url": INSEE_CODE, "valueCoding": coding(R13.uri, commune)}]
    if isinstance(structure.seat_departement, str):
        told["district"] = structure.seat_departement
    return [told] if told else []
