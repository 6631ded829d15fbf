"""FINESS+: the legal entities and establishments of the flow « structures », checked as they are read.

Two schemas were published as v1. In the first (December 2025) codes of the legal entity are
objects with a system, and its general information stands under ``informationsGeneralesPmej``;
in the second (2026, which the published files follow) codes are plain texts, and the key is
``informationsGeneralesPMEJ``. Each entity is held to the demands of its own, for what is read
of it: types, patterns, keys required, constants.

Where this asks for less than the schemas, and why:

* the first requires ``etatObjet`` of a legal entity in two places and defines it in one: the
  state of the legal entity is not read;
* the second requires keys that the published files leave out in places (``dateOuverture`` of
  47 establishments, ``typeEngagement`` of 144 engagements…): what is left out is UNKNOWN.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import attrs

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.extracts import BadExtract, ExtractFault
from cpts_model.exchange.finess.cells import BAD_ENTITY_NUMBER
from cpts_model.exchange.finess.model import FinessEngagement, FinessEstablishment, FinessHeader
from cpts_model.exchange.finess.nodes import Node
from cpts_model.exchange.finess.places import departement_of, is_commune
from cpts_model.exchange.finess.rows import Row
from cpts_model.exchange.finess.stream import ENTITIES, entities
from cpts_model.exchange.nomenclatures import R66, R397, system_of

FIRST, SECOND = "informationsGeneralesPmej", "informationsGeneralesPMEJ"
"""The key that tells which schema a legal entity follows."""

_INFORMATION = "informationsGeneralesEGE"
_STATUSES = (
    "https://mos.esante.gouv.fr/NOS/tre_r400-finess-statut-juridique/FHIR/tre-r400-finess-statut-juridique"
)
_CATEGORY = ("categorieEntiteGeographiqueExercice", "categorieentiteGeographiqueExercice")
"""The key of a category, as either schema writes it."""

_ACTIVITIES = frozenset({"activitesAutorisees", "numeroFiness", "numFiness"})
"""Keys of a legal entity in the flow « activités »."""

_ACTIVE = {"A": True, "I": False}
_PRINCIPAL = "03"
"""The use of an address (TRE_R377) that is the establishment's principal one."""

BAD_STATE = Text(
    "l'état n'est ni A (actif) ni I (inactif) ; il reste inconnu",
    "the state is neither A (active) nor I (inactive); it stays unknown",
)
WHICH_ADDRESS = Text(
    "aucune des adresses n'est dite principale ; la commune reste inconnue",
    "none of the addresses is said to be the principal one; the commune stays unknown",
)
BAD_COMMUNE = Text(
    "ce n'est pas un code COG de commune ; la commune reste inconnue",
    "this is no COG code of a commune; the commune stays unknown",
)


def plus_rows(path: str | Path, header: FinessHeader) -> Iterator[Row]:
    """The establishments of a document, with their legal entities, read as they are asked for.

    Raises:
        BadExtract: it is no such document, or holds activities and no structures.
        MissingExtra: this needs ``ijson``, of the extra ``registries``.
    """
    for index, told in entities(path):
        if isinstance(told, dict) and not _ACTIVITIES.isdisjoint(told):
            message = "this is the FINESS+ flow of activities, which holds no structures: take the flow of structures"
            raise BadExtract([ExtractFault(message)], str(path))
        yield from _entity(Node(told, f"$.{ENTITIES}[{index}]"), header)


@attrs.frozen(slots=True, kw_only=True)
class _Entity:
    """What an establishment takes over from its legal entity."""

    number: str | Unknown
    name: str | Unknown
    siren: str | Unknown
    status: str | Unknown


def _entity(node: Node, header: FinessHeader) -> Iterator[Row]:
    first = node.has(FIRST)
    if first and node.has(SECOND):
        node.refuse(f"{FIRST} and {SECOND} stand side by side: leave one out")
    entity = _legal_entity(node.child(FIRST if first else SECOND, required=True), first=first)
    if first and node.is_empty("ege"):
        node.refuse("a legal entity has one establishment at least, under ege")
    doubts = tuple(node.cells.doubts)
    for establishment in node.children("ege", required=first):
        node.cells.doubts[:] = doubts
        row = _establishment(establishment, entity, header, first=first)
        if not node.cells.faults:
            yield row
    if node.cells.faults:
        yield node.cells.faults


def _legal_entity(information: Node, *, first: bool) -> _Entity:
    number = information.number("numFinessPm", required=True, bad=BAD_ENTITY_NUMBER)
    short = information.line("denominationPm", required=first)
    long = information.line("denominationLonguePmSmsse", required=first)
    siren = information.siren("siren", required=first)
    if first:
        status = information.child("statutJuridique", required=True).coded(_STATUSES.__eq__)
    else:
        status = information.text("statutJuridique")
    return _Entity(number=number, name=_either(long, short), siren=siren, status=status)


def _establishment(node: Node, entity: _Entity, header: FinessHeader, *, first: bool) -> FinessEstablishment:
    information = node.child(_INFORMATION, required=True)
    number = information.number("numFinessEge", required=True)
    commune, postal_code = _address(node, required=first)
    engagements = tuple(_engagement(told) for told in node.children("engagement"))
    return FinessEstablishment(
        finess=number if isinstance(number, str) else "",
        finess_ej=entity.number,
        name=information.line("nomEgeCourt"),
        long_name=information.line("nomEgeLong"),
        category=_category(node),
        siret=_either(information.siret("siret"), node.siret("siret")),
        opened_on=information.day("dateOuverture"),
        authorised_on=information.day("datePremiereAutorisation"),
        closed_on=information.day("dateFermeture"),
        updated_on=_updated_on(node, first=first),
        active=_active(node),
        commune=commune,
        departement=departement_of(commune),
        postal_code=postal_code,
        entity_name=entity.name,
        entity_siren=entity.siren,
        entity_status=entity.status,
        engagements=engagements if node.has("engagement") else UNKNOWN,
        doubts=tuple(node.cells.doubts),
        place=node.cells.place,
        header=header,
    )


def _category(node: Node) -> str | Unknown:
    key = next((one for one in _CATEGORY if node.has(one)), _CATEGORY[0])
    return node.cells.category(key, node.code(key, _names_categories))


def _names_categories(system: str) -> bool:
    return system_of(system) in (R397, R66)


def _active(node: Node) -> bool | Unknown:
    state = node.code("etatObjet", required=True)
    if isinstance(state, str) and state not in _ACTIVE:
        node.cells.doubt("etatObjet", BAD_STATE)
        return UNKNOWN
    return UNKNOWN if isinstance(state, Unknown) else _ACTIVE[state]


def _updated_on(node: Node, *, first: bool) -> date | Unknown:
    key = "dateDerniereMaj"
    if first and node.has(key):
        return node.child(key).day("dateEvenement", required=True)
    return node.day(key)


def _address(node: Node, *, required: bool) -> tuple[str | Unknown, str | Unknown]:
    """The commune and the postal code of the principal address: the one said to be, or the only one."""
    told = [
        (
            one.text("usageAdresse"),
            one.line("cogCommune", required=True),
            one.line("codePostal", required=True),
            one,
        )
        for one in node.children("adresse", required=required)
    ]
    chosen = told if len(told) == 1 else [one for one in told if one[0] == _PRINCIPAL]
    if len(chosen) != 1:
        if told:
            node.cells.doubt("adresse", WHICH_ADDRESS)
        return UNKNOWN, UNKNOWN
    [(_, commune, postal_code, address)] = chosen
    if isinstance(commune, str) and not is_commune(commune):
        address.cells.doubt("cogCommune", BAD_COMMUNE)
        commune = UNKNOWN
    return commune, postal_code


def _engagement(node: Node) -> FinessEngagement:
    return FinessEngagement(
        kind=node.line("typeEngagement"),
        subkind=node.line("sousTypeEngagement"),
        effective_on=node.day("dateEffetEngagement"),
        signed_on=node.day("dateSignatureEngagement"),
        ends_on=node.day("dateFinEngagement"),
        lapses_on=node.day("dateCaduciteEngagement"),
    )


def _either(one: str | Unknown, other: str | Unknown) -> str | Unknown:
    return other if isinstance(one, Unknown) else one
