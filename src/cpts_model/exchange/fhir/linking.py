"""From records to facts: who is what to whom, once every resource has been read."""

from collections.abc import Mapping

import attrs

from cpts_model.exchange.fhir.organisations_in import OrganizationRecord
from cpts_model.exchange.fhir.people_in import People, PractitionerRecord
from cpts_model.exchange.fhir.references import Entities, References
from cpts_model.exchange.fhir.roles_in import RoleRecord
from cpts_model.exchange.fhir.structures_made import Belonging, Structures
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, Professional
from cpts_model.facts.structures import Structure


@attrs.frozen(slots=True, kw_only=True)
class Linked:
    """The facts of a reading: structures, and those that none of them holds."""

    structures: tuple[Structure, ...]
    people: tuple[Professional | Person, ...]
    organisations: tuple[Organisation, ...]


class Links:
    """The records of a reading, and how they hold together."""

    def __init__(self) -> None:
        self.references = References()
        self.organizations: dict[str, OrganizationRecord] = {}
        self.practitioners: dict[str, PractitionerRecord] = {}
        self.roles: list[RoleRecord] = []

    def facts(self, *, all_members: bool) -> Linked:
        """What the records tell together; faults and notes go to the findings."""
        belongings: dict[str, list[Belonging]] = {}
        situations: dict[str, list[RoleRecord]] = {}
        for role in self.roles:
            member = self.references.resolve(role.member, role.node, role.member_element, role.member_kind)
            place = self._place_of(role)
            if member is None or place is None:
                continue
            if role.belonging is not None:
                belongings.setdefault(place, []).append(Belonging(role, member))
            elif role.is_over:
                role.node.note(
                    "situation inactive, ou qui prend fin, non reprise",
                    "situation inactive, or that ends, not kept",
                )
            elif role.member_kind == "Practitioner":
                situations.setdefault(member, []).append(role)
            else:
                role.node.note(
                    "lien entre organisations autre qu'une adhésion, non repris",
                    "link of organisations other than a membership, not kept",
                )
        ids = _dossier_ids({**self.organizations, **self.practitioners})
        people = People(self.practitioners, situations, ids)
        entities = Entities(self.organizations, self.references)
        structures = Structures(
            self.organizations, entities, belongings, people, ids, all_members=all_members
        )
        made = structures.all()
        return Linked(
            structures=made,
            people=tuple(people.of(key) for key in self.practitioners if key not in structures.taken),
            organisations=tuple(
                structures.organisation(key)
                for key in self.organizations
                if key not in structures.taken and not structures.tells_of(key)
            ),
        )

    def _place_of(self, role: RoleRecord) -> str | None:
        """The organization of a role; a situation of practice may have none."""
        if role.organization is None and role.belonging is None:
            return ""
        return self.references.resolve(role.organization, role.node, "organization", "Organization")


def _dossier_ids(records: Mapping[str, OrganizationRecord | PractitionerRecord]) -> dict[str, str]:
    """The id in a dossier of each resource: the one it was written from, or its own, which nobody else then has."""
    found = {
        key: one.numbers.dossier_id for key, one in records.items() if one.numbers.dossier_id is not None
    }
    taken = set(found.values())
    for key, one in records.items():
        if key not in found:
            kind, _, number = key.partition("/")
            told = one.node.value.get("id")
            word = told if isinstance(told, str) and told else f"{kind.lower()}-{number}"
            while word in taken:
                word = f"{kind.lower()}-{word}"
            taken.add(word)
            found[key] = word
    return found
