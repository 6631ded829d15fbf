"""Structures and organisations made of what their resources tell."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.fhir import vocabulary as v
from cpts_model.exchange.fhir.organisations_in import OrganizationRecord
from cpts_model.exchange.fhir.people_in import People
from cpts_model.exchange.fhir.references import Entities
from cpts_model.exchange.fhir.roles_in import RoleRecord
from cpts_model.facts.checks import BadFact
from cpts_model.facts.memberships import Member, Membership
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Professional
from cpts_model.facts.structures import SISA, CentreDeSante, MaisonDeSante, Structure


class Belonging(NamedTuple):
    """A role that makes a resource belong to a structure."""

    role: RoleRecord
    member: str


class Structures:
    """The structures of a reading, and the organisations that are none."""

    def __init__(
        self,
        records: Mapping[str, OrganizationRecord],
        entities: Entities,
        belongings: Mapping[str, list[Belonging]],
        people: People,
        ids: Mapping[str, str],
        *,
        all_members: bool,
    ) -> None:
        self._all_members = all_members
        self.taken: set[str] = set()
        """Those who are on a list that is whole: they stand in a structure, and not by themselves."""
        self._records = records
        self._belongings = belongings
        self._people = people
        self._ids = ids
        self._classes = {
            key: kind for key, one in records.items() if (kind := one.structure_class) is not None
        }
        self._entities = {
            key: entity for key in self._classes if (entity := entities.of(key)) is not None and entity != key
        }
        self._sisas = {
            entity
            for key, entity in self._entities.items()
            if self._classes[key] is MaisonDeSante and self._classes.get(entity) is SISA
        }
        """The SISA that stand in the maison de santé they carry, and not by themselves."""
        self._made: dict[str, Structure | None] = {}

    def all(self) -> tuple[Structure, ...]:
        """The structures, in the order in which they were read."""
        for key, held in self._belongings.items():
            if key not in self._classes:
                held[0].role.node.note(
                    "adhésions à une organisation qui n'est pas une structure de soins coordonnés, non reprises",
                    "memberships of an organisation that is no structure of coordinated care, not kept",
                )
        made = {key: self._structure(key) for key in self._classes if key not in self._sisas}
        seen: set[str] = set()
        for key, one in made.items():
            if one is not None and one.id in seen:
                self._records[key].node.fault(
                    "une autre structure porte le même identifiant de dossier ; n'en laisser qu'une",
                    "another structure is told under the same id of a dossier; leave one",
                    "identifier",
                )
            seen.add(self._ids[key])
        return tuple(one for one in made.values() if one is not None)

    def tells_of(self, key: str) -> bool:
        """Whether an organization is a structure, or the legal entity of one."""
        return key in self._classes or key in self._entities.values()

    def organisation(self, key: str) -> Organisation:
        """An organization as one that takes part: a member, a manager."""
        record = self._records[key]
        own = record.numbers.own is not None
        told = {
            "name": record.name,
            "kind": record.kind if own else _kind(record),
            "legal_form": record.legal_form,
            "finess": record.finess if own or isinstance(record.finess, str) else record.finess_ej,
            "siren": record.numbers.of(v.SIRENE, "SIREN"),
            "siret": record.numbers.of(v.SIRENE, "SIRET"),
            "finess_category": record.category,
        }
        return Organisation(id=self._ids[key], **_with_absent(record, told))

    def _structure(self, key: str) -> Structure | None:
        record, kind = self._records[key], self._classes[key]
        members = [one for one in self._belongings.get(key, []) if one.role.belonging != v.SALARIE]
        employed = [one for one in self._belongings.get(key, []) if one.role.belonging == v.SALARIE]
        told = self._own_facts(record, kind) | self._entity_facts(key, record, kind)
        if self._is_whole(record, "members", members):
            told["members"] = self._members(members)
        if kind is SISA and self._is_whole(record, "salaried", employed):
            told["salaried"] = self._salaried(employed)
        elif employed and kind is not SISA:
            employed[0].role.node.note(
                "salarié d'une structure qui n'est pas une SISA, non repris",
                "employed by a structure that is no SISA, not kept",
            )
        try:
            return kind(id=self._ids[key], **_with_absent(record, told))
        except BadFact as bad:
            _blame(record, members, bad)
            return None

    def _own_facts(self, record: OrganizationRecord, kind: type[Structure]) -> dict[str, Any]:
        told: dict[str, Any] = {
            "name": record.name,
            "siret": record.numbers.of(v.SIRENE, "SIRET"),
            "finess": record.finess,
            "finess_ej": record.finess_ej,
            "legal_form": record.legal_form,
            "seat_commune": record.commune,
            "seat_departement": record.departement,
        }
        if (v.SIRENE, "SIREN") in record.numbers.told:
            record.node.note(
                "numéro SIREN d'une structure non repris",
                "SIREN number of a structure not kept",
                "identifier",
            )
        if record.numbers.own is not None:
            told["opened_on" if issubclass(kind, CentreDeSante) else "formed_on"] = record.opened_on
        elif not isinstance(record.opened_on, Unknown):
            record.node.note(*_not_kept(kind), "extension")
        return told

    def _entity_facts(self, key: str, record: OrganizationRecord, kind: type[Structure]) -> dict[str, Any]:
        """What the legal entity tells of a structure: who it is, for those whose entity has a place in a dossier."""
        entity_key = self._entities.get(key)
        if entity_key is None:
            return {}
        entity = self._records[entity_key]
        if kind is MaisonDeSante and entity_key in self._sisas:
            if entity_key not in self._made:
                self._made[entity_key] = self._structure(entity_key)
            sisa = self._made[entity_key]
            return {} if sisa is None else {"sisa": sisa}
        number = record.finess_ej if isinstance(entity.finess_ej, Unknown) else entity.finess_ej
        if kind is CentreDeSante and entity.numbers.own != v.LEGAL_ENTITY_OF:
            return {"manager": self.organisation(entity_key), "finess_ej": number}
        if entity.numbers.own is None and any(system == v.SIRENE for system, _ in entity.numbers.told):
            entity.node.note(
                "numéro SIREN ou SIRET de l'entité juridique non repris",
                "SIREN or SIRET number of the legal entity not kept",
                "identifier",
            )
        if entity.numbers.own is None and not isinstance(entity.name, Unknown):
            entity.node.note(
                "nom de l'entité juridique non repris", "name of the legal entity not kept", "name"
            )
        form = record.legal_form if isinstance(entity.legal_form, Unknown) else entity.legal_form
        return {"legal_form": form, "finess_ej": number}

    def _is_whole(self, record: OrganizationRecord, name: str, held: list[Belonging]) -> bool:
        """Whether those read are all of a list: as many as the resource counts or, of one that counts none, by the caller's word."""
        count = record.counts.get(name)
        whole = self._all_members and bool(held) if count is None else count == len(held)
        if whole:
            self.taken.update(one.member for one in held)
        elif count is not None:
            record.node.note(
                "liste annoncée entière dont il manque des ressources (ou qui en a trop), non reprise",
                "list told to be whole of which resources are missing (or too many), not kept",
            )
        for one in () if whole or count is not None else held:
            one.role.node.note(
                "adhésion non reprise : rien ne dit que toutes celles de la structure sont là (si elles y sont toutes : --all-members)",
                "membership not kept: nothing says that all those of the structure are here (if they all are: --all-members)",
            )
        return whole

    def _members(self, held: list[Belonging]) -> tuple[Membership, ...]:
        return tuple(
            Membership(
                member=self._member(role, member),
                joined_on=role.joined_on,
                left_on=role.left_on,
                partner=_partner(role),
                associe=True if role.associe else UNKNOWN,
            )
            for role, member in held
        )

    def _member(self, role: RoleRecord, key: str) -> Member:
        return self._people.of(key, role) if role.member_kind == "Practitioner" else self.organisation(key)

    def _salaried(self, held: list[Belonging]) -> tuple[Professional, ...]:
        made = (self._people.of(one.member, one.role) for one in held)
        return tuple(one for one in made if isinstance(one, Professional))


def _not_kept(kind: type[Structure]) -> tuple[str, str]:
    """Why the opening that a register tells is no fact, in French and in English."""
    if issubclass(kind, CentreDeSante):
        return (
            "date d'ouverture du centre de santé non reprise : dans un registre, ce peut être une date "
            "par défaut, et des règles en dépendent ; à indiquer dans le dossier",
            "opening date of the centre de santé not kept: in registers it may be a filler, and rules "
            "turn on it; to be told in the dossier",
        )
    return (
        "date d'ouverture non reprise : ce n'est pas celle de la constitution",
        "opening date not kept: it is not the day of formation",
    )


def _partner(role: RoleRecord) -> bool | Unknown:
    return UNKNOWN if role.belonging == v.NON_PRECISE else role.belonging == v.PARTENAIRE


def _kind(record: OrganizationRecord) -> OrganisationKind | Unknown:
    """What an organisation is by its FINESS category, where that is told by others than this library."""
    if not isinstance(record.category, str):
        return record.kind
    return OrganisationKind.from_finess(record.category) or record.kind


def _with_absent(record: OrganizationRecord, told: dict[str, Any]) -> dict[str, Any]:
    """The facts, with those that are told to be absent."""
    for name in record.absent:
        if not isinstance(told.get(name, UNKNOWN), Unknown):
            record.node.fault(
                "un fait est indiqué ici, et déclaré absent (extension known-absent)",
                "a fact is told here, and told to be absent (extension known-absent)",
                "extension",
            )
        told[name] = None
    return told


def _blame(record: OrganizationRecord, members: list[Belonging], bad: BadFact) -> None:
    """Tell facts that contradict one another, without quoting them."""
    place = bad.field.removeprefix("members[").removesuffix("]")
    if place.isdigit():
        members[int(place)].role.node.fault(
            "cette adhésion et une autre du même membre courent en même temps ; n'en laisser qu'une, ou indiquer quand l'autre a pris fin",
            "this membership and another of the same member run at the same time; leave one, or say when the other ended",
        )
    else:
        record.node.fault(
            f"ce qui est indiqué de {bad.field} contredit le reste",
            f"what is told of {bad.field} contradicts the rest",
        )
