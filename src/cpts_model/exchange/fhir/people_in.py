"""Practitioner resources, read, and the people they make with the roles that are situations of practice."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import attrs

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.fhir import vocabulary as v
from cpts_model.exchange.fhir.elements_in import (
    Coding,
    Numbers,
    absent_facts,
    codings,
    note_unknown_code,
    profession_of,
    read_numbers,
)
from cpts_model.exchange.fhir.findings import Node, Outcome
from cpts_model.exchange.fhir.people_out import PROFESSIONAL_ABSENT
from cpts_model.exchange.fhir.roles_in import RoleRecord
from cpts_model.exchange.nomenclatures import G15, R04, R09, R38, R85, R94, R95, R291
from cpts_model.facts.people import Person, Professional
from cpts_model.facts.professions import Profession

T = TypeVar("T")

_KEPT = frozenset(
    [
        "resourceType",
        "id",
        "meta",
        "language",
        "text",
        "extension",
        "identifier",
        "active",
        "name",
        "qualification",
    ]
)
_PROFESSIONS = frozenset(system.uri for system in (G15, R94, R95, R85))
_STUDENT = "E"
_USES = ("usual", "official")
_SPECIALITY = "S"


@attrs.frozen(slots=True, kw_only=True)
class PractitionerRecord:
    """What a Practitioner tells. ``by_role``: their profession is told by a role, which another resource may tell."""

    node: Node
    numbers: Numbers
    name: str | Unknown
    professions: tuple[Profession, ...] | Unknown
    by_role: bool
    savoir_faire: tuple[str, ...] | Unknown
    absent: frozenset[str]

    @property
    def is_person(self) -> bool:
        """Whether this library wrote somebody who is no professional."""
        return self.numbers.own == v.PERSON


def read_practitioner(node: Node) -> PractitionerRecord:
    """What a Practitioner tells; notes and faults go to the findings."""
    node.not_kept("Practitioner", _KEPT)
    held = [list(codings(code)) for code in _codes(node)]
    professions, by_role = _professions(held)
    return PractitionerRecord(
        node=node.place(),
        numbers=read_numbers(node),
        name=_name(node),
        professions=professions,
        by_role=by_role,
        savoir_faire=_savoir_faire(held),
        absent=absent_facts(node, PROFESSIONAL_ABSENT),
    )


def _codes(node: Node) -> list[Node]:
    found = []
    for qualification in node.current("qualification"):
        code = qualification.object("code")
        if code is not None:
            found.append(code)
    return found


def _name(node: Node) -> str | Unknown:
    """The name as it is used: the usual or official one first, as one text, or given names and family name."""
    names = sorted(node.current("name"), key=lambda one: one.value.get("use") not in _USES)
    told = [(name, words) for name in names if (words := _words(name))]
    for name, words in told[1:]:
        if words != told[0][1]:
            name.note("autre nom, non repris", "another name, not kept")
    return told[0][1] if told else UNKNOWN


def _words(name: Node) -> str:
    whole = name.text("text")
    parts = [*name.texts("given"), name.text("family") or ""] if whole is None else [whole]
    return " ".join(part for part in parts if part.strip())


def _professions(held: list[list[Coding]]) -> tuple[tuple[Profession, ...] | Unknown, bool]:
    """The professions: all of them, or none where one is not understood."""
    found: list[Profession] = []
    whole, by_role = True, False
    has_role = any(one.system == R85.uri for codes in held for one in codes)
    for codes in held:
        if any(one.system == R09.uri and one.code == _STUDENT for one in codes):
            codes[0].node.note("profession d'étudiant, non reprise", "profession of a student, not kept")
            continue
        told = [one for one in codes if one.system in _PROFESSIONS or one.system == v.OWN_PROFESSION]
        professions = [profession_of(one) for one in told]
        whole = whole and None not in professions
        found.extend(one for one in professions if one is not None)
        by_role = by_role or (not (told or has_role) and any(one.system == R291.uri for one in codes))
    return (tuple(found) if found and whole and not by_role else UNKNOWN), by_role


def _savoir_faire(held: list[list[Coding]]) -> tuple[str, ...] | Unknown:
    """The specialities of the order: all of them, or none where one is not understood."""
    found: list[str] = []
    whole = True
    for codes in held:
        other = [one for one in codes if one.system == R04.uri and one.code != _SPECIALITY]
        for one in other:
            one.node.note(
                "savoir-faire autre qu'une spécialité ordinale, non repris",
                "savoir-faire other than a speciality of the order, not kept",
            )
        for one in codes if not other else ():
            if one.system == R38.uri:
                found.append(one.code)
                if R38.get(one.code) is None:
                    whole = False
                    note_unknown_code(one)
    return tuple(found) if found and whole else UNKNOWN


class People:
    """Everybody of a reading, made once each."""

    def __init__(
        self,
        records: Mapping[str, PractitionerRecord],
        situations: Mapping[str, list[RoleRecord]],
        ids: Mapping[str, str],
    ) -> None:
        self._records = records
        self._situations = situations
        self._ids = ids
        self._made: dict[str, Professional | Person] = {}

    def of(self, key: str, role: RoleRecord | None = None) -> Professional | Person:
        """Somebody, as a role of theirs tells them where it does."""
        if key not in self._made:
            self._made[key] = self._make(key)
        made = self._made[key]
        if role is None:
            return made
        if isinstance(made, Person):
            return attrs.evolve(made, role=role.person_role)
        return made if isinstance(role.mode, Unknown) else attrs.evolve(made, mode=role.mode)

    def _make(self, key: str) -> Professional | Person:
        record, roles = self._records[key], self._situations.get(key, ())
        if record.is_person:
            return Person(id=self._ids[key], name=record.name)
        for role in roles:
            role.node.note(
                "situation d'exercice, qui n'est pas une adhésion : seuls le mode, le remplacement, le rôle et le numéro AM en sont repris",
                "situation of practice, which is no membership: only mode, substitution, role and AM number are kept of it",
                outcome=Outcome.IN_PART,
            )
        told: dict[str, Any] = {
            "professions": self._professions(record, roles),
            "savoir_faire": record.savoir_faire,
            "rpps": record.numbers.of(v.RPPS, "RPPS"),
            "numero_am": _only(
                record, "numero_am", [record.numbers.of(v.AMELI, ""), *(one.numero_am for one in roles)]
            ),
            "mode": _only(record, "mode", [one.mode for one in roles]),
            "substitute": _substitute(record, roles),
        }
        absent = {"professions": (), "savoir_faire": (), "rpps": None, "numero_am": None}
        for name in record.absent:
            if not isinstance(told[name], Unknown):
                record.node.fault(
                    "un fait est indiqué ici, et déclaré absent (extension known-absent)",
                    "a fact is told here, and told to be absent (extension known-absent)",
                    "extension",
                )
            told[name] = absent[name]
        return Professional(id=self._ids[key], name=record.name, **told)

    def _professions(self, record: PractitionerRecord, roles: Iterable[RoleRecord]) -> Any:
        """The professions, those told by a role among them where the Practitioner says that they are."""
        if not record.by_role:
            return record.professions
        found = tuple(dict.fromkeys(profession for role in roles for profession in role.professions))
        if not found:
            record.node.note(
                "profession caractérisée par un rôle (TRE_R291#99), et rôle non dit",
                "profession told by a role (TRE_R291#99), and the role is not told",
            )
            return UNKNOWN
        return found


def _only(record: PractitionerRecord, name: str, told: Iterable[T | Unknown]) -> T | Unknown:
    """What all who tell it tell alike; unknown, and noted, where they differ."""
    values = {one for one in told if not isinstance(one, Unknown)}
    if len(values) > 1:
        record.node.note(
            f"plusieurs valeurs d'une situation à l'autre ({name}), non reprises",
            f"several values from one situation to another ({name}), not kept",
        )
    return values.pop() if len(values) == 1 else UNKNOWN


def _substitute(record: PractitionerRecord, roles: Iterable[RoleRecord]) -> bool | Unknown:
    """Whether they substitute, where a role says it; roles that do not say it do not deny it."""
    told = [role.substitute for role in roles]
    if any(told) and not all(told):
        record.node.note(
            "remplaçant dans une situation d'exercice et non dans une autre, non repris",
            "substitute in one situation of practice and not in another, not kept",
        )
    return True if told and all(told) else UNKNOWN
