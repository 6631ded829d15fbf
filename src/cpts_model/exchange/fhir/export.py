"""Structures as FHIR resources: what is written, what is not, and what to know of it."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import attrs

from cpts_model.engine.text import Text
from cpts_model.exchange.faults import BadDossier, Fault, Flawed, UnknownFormat
from cpts_model.exchange.fhir.elements_out import Json, resource_id
from cpts_model.exchange.fhir.organisations_out import (
    has_legal_entity,
    legal_entity,
    organisation,
    structure_resource,
)
from cpts_model.exchange.fhir.people_out import person, professional
from cpts_model.exchange.fhir.reading import read_back
from cpts_model.exchange.fhir.remarks import LeftOut, has_days, left_out, remarks
from cpts_model.exchange.fhir.roles_out import employment_resource, membership_resource
from cpts_model.exchange.fhir.vocabulary import BASE
from cpts_model.exchange.files import replacing
from cpts_model.exchange.kinds import kind_of
from cpts_model.facts.memberships import Member
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Professional
from cpts_model.facts.structures import SISA, CentreDeSante, MaisonDeSante, Structure
from cpts_model.register import Register

_ANOTHER_OF_THE_ID = Text(
    "une autre structure a déjà cet identifiant", "another structure has this id already"
)

S = TypeVar("S", bound=Structure)


@attrs.frozen(slots=True, kw_only=True)
class FhirExport:
    """FHIR R4 resources, the facts that they do not carry, and what else their reader should know."""

    resources: tuple[Json, ...]
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[Text, ...] = ()

    @property
    def bundle(self) -> Json:
        """The resources as one Bundle of the type *collection*."""
        return {
            "resourceType": "Bundle",
            "type": "collection",
            "entry": [
                {"fullUrl": f"{BASE}/{one['resourceType']}/{one['id']}", "resource": one}
                for one in self.resources
            ],
        }

    def to_json(self) -> str:
        """The bundle, as a text."""
        return json.dumps(self.bundle, ensure_ascii=False, indent=2) + "\n"

    def ndjson_lines(self) -> Iterator[str]:
        """The resources, one a line."""
        return (json.dumps(one, ensure_ascii=False) + "\n" for one in self.resources)

    def write(self, path: str | Path) -> None:
        """Write a ``.json`` file, a bundle, or ``.ndjson``, a resource a line; whole or not at all.

        Raises:
            UnknownFormat: the file is named otherwise.
            OSError: it cannot be written; an older one is left as it was.
        """
        match Path(path).suffix.lower():
            case ".json":
                lines: Iterable[str] = (self.to_json(),)
            case ".ndjson":
                lines = self.ndjson_lines()
            case _:
                raise UnknownFormat(str(path), (".json", ".ndjson"))
        with replacing(path) as file:
            file.writelines(line.encode() for line in lines)


def to_fhir(subject: Structure | Register | Iterable[Structure]) -> FhirExport:
    """A structure, or several, as FHIR R4 resources.

    Reading the resources back gives every fact again but those in ``left_out``: that is how
    they were found.

    Raises:
        BadDossier: an id is one that no dossier can hold, or two structures have one id.
        TypeError: something is no structure of coordinated care.
    """
    structures = (subject,) if isinstance(subject, Structure) else tuple(subject)
    for structure in structures:
        if not isinstance(structure, Structure) or kind_of(type(structure)) is None:
            raise TypeError(
                f"only a structure of coordinated care is exported, not a {type(structure).__name__}"
            )
    _refuse_doubles(structures)
    sheaf = _Sheaf()
    try:
        for structure in structures:
            sheaf.add_structure(_with_days(structure))
    except Flawed as flawed:
        faults = [Fault(f"$.id{fault.path[1:]}", fault.words) for fault in flawed.faults]
        raise BadDossier(faults) from None
    return FhirExport(
        resources=tuple(sheaf.resources),
        left_out=left_out(zip(structures, read_back(sheaf.resources), strict=True)),
        warnings=remarks(structures, told_twice=sheaf.told_twice),
    )


def _refuse_doubles(structures: Iterable[Structure]) -> None:
    seen: set[str] = set()
    for place, structure in enumerate(structures):
        if structure.id in seen:
            raise BadDossier([Fault(f"$[{place}].id", _ANOTHER_OF_THE_ID)])
        seen.add(structure.id)


def _with_days(structure: S) -> S:
    """The structure without the memberships of no day."""
    if isinstance(structure, MaisonDeSante) and isinstance(structure.sisa, SISA):
        structure = attrs.evolve(structure, sisa=_with_days(structure.sisa))
    if not isinstance(structure.members, tuple):
        return structure
    return attrs.evolve(structure, members=tuple(one for one in structure.members if has_days(one)))


class _Sheaf:
    """The resources written so far."""

    def __init__(self) -> None:
        self.resources: list[Json] = []
        self._ids: dict[tuple[str, str], int] = {}
        self._members: dict[tuple[str, str], dict[str, Json]] = {}
        self.told_twice = 0

    def add_structure(self, structure: Structure) -> Json:
        """Write a structure after its legal entity, then those who belong to it."""
        part_of = self._add_entity(structure)
        made = self._add(structure_resource(structure, self._new_id("Organization", structure.id), part_of))
        for membership in structure.members if isinstance(structure.members, tuple) else ():
            member = self._add_member(membership.member)
            self._add(membership_resource(membership, self._role_id(made, member), made, member))
        employed = structure.salaried if isinstance(structure, SISA) else ()
        for one in employed if isinstance(employed, tuple) else ():
            member = self._add_member(one)
            self._add(employment_resource(one, self._role_id(made, member), made, member))
        return made

    def _add_entity(self, structure: Structure) -> Json | None:
        """The legal entity: the SISA of a maison de santé, the manager of a centre de santé, or what is told of it."""
        if isinstance(structure, SISA):
            return None
        if isinstance(structure, MaisonDeSante) and isinstance(structure.sisa, SISA):
            return self.add_structure(structure.sisa)
        if isinstance(structure, CentreDeSante) and isinstance(structure.manager, Organisation):
            manager = structure.manager
            new_id = self._new_id("Organization", manager.id)
            return self._add(organisation(manager, new_id, entity_of=structure))
        if not has_legal_entity(structure):
            return None
        return self._add(legal_entity(structure, self._new_id("Organization", f"{structure.id} ej")))

    def _add_member(self, member: Member) -> Json:
        """The resource of a member: one for all memberships that tell the same of them."""
        kind = "Organization" if isinstance(member, Organisation) else "Practitioner"
        held = self._members.setdefault((kind, member.id), {})
        made = _member_resource(member, "")
        told = json.dumps(made)
        if told not in held:
            self.told_twice += bool(held)
            held[told] = self._add(made | {"id": self._new_id(kind, member.id)})
        return held[told]

    def _new_id(self, kind: str, dossier_id: str) -> str:
        telling = self._ids[kind, dossier_id] = self._ids.get((kind, dossier_id), 0) + 1
        return resource_id(dossier_id, telling)

    def _role_id(self, structure: Json, member: Json) -> str:
        return self._new_id("role", f"{structure['id']} {member['id']}")

    def _add(self, made: Json) -> Json:
        self.resources.append(made)
        return made


def _member_resource(member: Member, id: str) -> Json:
    if isinstance(member, Organisation):
        return organisation(member, id)
    return professional(member, id) if isinstance(member, Professional) else person(member, id)
