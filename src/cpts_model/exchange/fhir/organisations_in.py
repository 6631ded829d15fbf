"""Organization resources, read: structures, legal entities, organisations that belong to a structure."""

import re
from collections.abc import Mapping
from datetime import date

import attrs

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.fhir import vocabulary as v
from cpts_model.exchange.fhir.elements_in import (
    Coding,
    Numbers,
    absent_facts,
    codings,
    first_day,
    note_unknown_code,
    read_numbers,
    told_counts,
)
from cpts_model.exchange.fhir.findings import Node, Outcome
from cpts_model.exchange.fhir.organisations_out import ORGANISATION_ABSENT, STRUCTURE_ABSENT
from cpts_model.exchange.identifiers import cog
from cpts_model.exchange.nomenclatures import R02, R66, R72, R72_OF_THE_RPPS, R397
from cpts_model.facts.checks import DEPARTEMENTS
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.structures import SISA, EquipeDeSoinsPrimaires, Structure

_KEPT = frozenset(
    [
        *(
            "resourceType",
            "id",
            "meta",
            "language",
            "text",
            "extension",
            "identifier",
            "active",
            "type",
            "name",
        ),
        *("address", "partOf"),
    ]
)
_NO_WORD = "ce n'est pas un mot de cette bibliothèque", "it is no word of this library"
_CATEGORY = re.compile(r"[0-9]{3}", re.ASCII)


@attrs.frozen(slots=True, kw_only=True)
class OrganizationRecord:
    """What an Organization tells."""

    node: Node
    numbers: Numbers
    name: str | Unknown
    entity: str | None
    """``LEGAL-ENTITY`` or ``GEOGRAPHICAL-ENTITY``, where it is told."""
    category: str | Unknown
    status: str | None
    """The code of its legal status in TRE_R72."""
    legal_form: LegalForm | Unknown
    kind: OrganisationKind | Unknown
    is_team: bool
    commune: str | Unknown
    departement: str | Unknown
    opened_on: date | Unknown
    part_of: Node | None
    absent: frozenset[str]
    counts: Mapping[str, int]
    """How many are on each list that is told to be whole."""

    @property
    def is_legal_entity(self) -> bool:
        """Whether it is told to be a legal entity."""
        return self.entity == v.LEGAL_ENTITY

    @property
    def structure_class(self) -> type[Structure] | None:
        """The structure of coordinated care that it is, where it is one."""
        if self.numbers.own not in (None, v.STRUCTURE):
            return None
        if self.is_team:
            return EquipeDeSoinsPrimaires
        if isinstance(self.category, str):
            return v.class_of_category(self.category)
        return SISA if self.is_legal_entity and self.status == v.STATUS_OF_SISA else None

    @property
    def finess(self) -> str | Unknown:
        """Its number as an establishment, or where nothing tells of what it is the number."""
        untyped = self.is_legal_entity and self.numbers.own is None
        return self.numbers.of(v.FINESS, *(("FINEG",) if untyped else ("FINEG", "")))

    @property
    def finess_ej(self) -> str | Unknown:
        """Its number as a legal entity."""
        untyped = self.is_legal_entity and self.numbers.own is None
        return self.numbers.of(v.FINESS, *(("FINEJ", "") if untyped else ("FINEJ",)))


def read_organization(node: Node) -> OrganizationRecord:
    """What an Organization tells; notes and faults go to the findings."""
    node.not_kept("Organization", _KEPT)
    types = [one for concept in node.objects("type") for one in codings(concept)]
    numbers = read_numbers(node)
    own = numbers.own is not None
    category, status = _one(types, R66.uri, R397.uri), _one(types, R72.uri)
    _note_sector(types, category)
    legal_form = _legal_form(types, status, implied=numbers.own == v.STRUCTURE)
    commune, departement = _seat(node, own=own)
    return OrganizationRecord(
        node=node.place(),
        numbers=numbers,
        name=node.text("name") or UNKNOWN,
        entity=_code(_one(types, v.ORGANISATION_TYPES)),
        category=_category(category),
        status=_code(status),
        legal_form=legal_form,
        kind=_kind(types),
        is_team=_is_team(types),
        commune=commune,
        departement=departement,
        opened_on=_opening(node),
        part_of=node.object("partOf"),
        absent=absent_facts(
            node, STRUCTURE_ABSENT if numbers.own in (None, v.STRUCTURE) else ORGANISATION_ABSENT
        ),
        counts=told_counts(node),
    )


def _one(types: list[Coding], *systems: str) -> Coding | None:
    """The code of these systems; two different ones are a fault."""
    found = [one for one in types if one.system in systems]
    for other in found[1:]:
        if other.code != found[0].code:
            other.node.fault(
                "un autre code de la même nomenclature figure déjà ici ; n'en laisser qu'un",
                "another code of the same nomenclature stands here already; leave one",
                "code",
            )
    return found[0] if found else None


def _code(coding: Coding | None) -> str | None:
    return None if coding is None else coding.code


def _note_sector(types: list[Coding], category: Coding | None) -> None:
    """Tell the sector of activity, unless the category says the same."""
    kind = None if category is None else v.class_of_category(category.code)
    implied = None if kind is None else v.SECTORS.get(kind)
    for one in types:
        if one.system == R02.uri and one.code != implied:
            one.node.note("secteur d'activité (TRE_R02) non repris", "sector of activity (TRE_R02) not kept")


def _category(coding: Coding | None) -> str | Unknown:
    if coding is None:
        return UNKNOWN
    if not _CATEGORY.fullmatch(coding.code):
        note_unknown_code(coding)
        return UNKNOWN
    return coding.code


def _legal_form(types: list[Coding], status: Coding | None, *, implied: bool) -> LegalForm | Unknown:
    """The legal form: in the words of this library, or by its FINESS status where that says more than ``SISA`` does."""
    own = _one(types, v.OWN_LEGAL_FORM)
    if own is not None:
        try:
            return LegalForm(own.code)
        except ValueError:
            own.node.fault(*_NO_WORD, "code")
            return UNKNOWN
    if status is None or implied:
        return UNKNOWN
    if R72.get(status.code) is None or status.code in R72_OF_THE_RPPS:
        note_unknown_code(status)
        return UNKNOWN
    form = LegalForm.from_finess(status.code)
    if form.finess_codes != (status.code,):
        status.node.note(
            "plusieurs statuts juridiques correspondent à cette forme : le code précis n'est pas gardé",
            "several legal statuses are of this form: the code itself is not kept",
            "code",
            Outcome.IN_PART,
        )
    return form


def _kind(types: list[Coding]) -> OrganisationKind | Unknown:
    coding = _one(types, v.OWN_ORGANISATION_KIND)
    if coding is None:
        return UNKNOWN
    try:
        return OrganisationKind(coding.code)
    except ValueError:
        coding.node.fault(*_NO_WORD, "code")
        return UNKNOWN


def _is_team(types: list[Coding]) -> bool:
    coding = _one(types, v.OWN_STRUCTURE_KIND)
    if coding is not None and coding.code != "esp":
        coding.node.fault(*_NO_WORD, "code")
    return coding is not None


def _seat(node: Node, *, own: bool) -> tuple[str | Unknown, str | Unknown]:
    """The commune and the département of the seat. What others write as a district may be anything."""
    communes: list[str] = []
    departement: str | Unknown = UNKNOWN
    for address in node.current("address"):
        communes.extend(_communes(address))
        district = address.text("district")
        if own and district is not None and district.upper() in DEPARTEMENTS:
            departement = district
        address.not_kept(
            "Organization.address",
            frozenset({"extension", "use", "district"} if own else {"extension", "use"}),
        )
    if len(set(communes)) > 1:
        node.note(
            "adresses dans plusieurs communes, non reprises",
            "addresses in several communes, not kept",
            "address",
        )
        return UNKNOWN, departement
    return (communes[0] if communes else UNKNOWN), departement


def _communes(address: Node) -> list[str]:
    found = []
    for one in address.extensions(v.INSEE_CODE):
        coding = one.object("valueCoding")
        code = None if coding is None else coding.text("code")
        if code is not None and cog.is_valid(code) and cog.compact(code) == code:
            found.append(code)
        else:
            one.note(
                "code commune qui n'en est pas un, non repris", "code of a commune that is none, not kept"
            )
    return found


def _opening(node: Node) -> date | Unknown:
    for one in node.extensions(v.ORGANISATION_PERIOD):
        period = one.object("valuePeriod")
        if period is not None:
            if "end" in period.value:
                period.note("date de fermeture non reprise", "closing date not kept", "end")
            return first_day(period, "start")
    return UNKNOWN
