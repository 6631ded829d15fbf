"""What FHIR resources carry of the facts, said a second time: from the specification, not from the code."""

import re
from datetime import date
from typing import Any

import attrs

from cpts_model import (
    SISA,
    UNKNOWN,
    CentreDeSante,
    MaisonDeSante,
    Membership,
    Organisation,
    Person,
    Professional,
    Structure,
)
from cpts_model.facts.savoir_faire import SAVOIR_FAIRE

OF_ALL = {
    "id",
    "name",
    "legal_form",
    "seat_departement",
    "members",
    "finess",
    "finess_ej",
    "siret",
    "seat_commune",
}
OF_KIND = {
    SISA: {"formed_on", "salaried"},
    CentreDeSante: {"manager", "opened_on"},
    MaisonDeSante: {"formed_on", "sisa"},
}
OF_MEMBER = {
    Professional: {"id", "name", "professions", "savoir_faire", "mode", "rpps", "numero_am"},
    Person: {"id", "name", "role"},
    Organisation: {"id", "name", "kind", "legal_form", "finess", "siren", "siret", "finess_category"},
}
OF_MEMBERSHIP = {"member", "joined_on", "left_on", "partner", "associe"}


def carried(structure: Structure) -> Structure:
    """The structure, without the facts that FHIR resources do not carry."""
    kind: Any = type(structure)
    kept = _only(structure, OF_ALL | OF_KIND.get(kind, {"formed_on"}))
    if isinstance(kept.members, tuple):
        stays = tuple(_membership(one) for one in kept.members if _lasts(one))
        kept = attrs.evolve(kept, members=stays)
    if isinstance(kept.seat_commune, str) and not re.fullmatch(r"(\d{2}|2[AB])\d{3}", kept.seat_commune):
        kept = attrs.evolve(kept, seat_commune=UNKNOWN)
    if isinstance(kept, SISA) and isinstance(kept.salaried, tuple):
        kept = attrs.evolve(kept, salaried=tuple(map(_member, kept.salaried)))
    if isinstance(kept, MaisonDeSante) and isinstance(kept.sisa, SISA):
        # The SISA is the legal entity: what it says of itself is said there.
        return attrs.evolve(
            kept, sisa=carried(kept.sisa), legal_form=UNKNOWN, finess_ej=_absent(kept.finess_ej)
        )
    if isinstance(kept, CentreDeSante) and isinstance(kept.manager, Organisation):
        # A centre de santé is an activity of its manager, whose form is the manager's own.
        return attrs.evolve(kept, manager=_member(kept.manager), legal_form=_absent(kept.legal_form))
    return kept


def _absent(fact: Any) -> Any:
    return None if fact is None else UNKNOWN


def _only(facts: Any, names: set[str]) -> Any:
    others = {field.name: UNKNOWN for field in attrs.fields(type(facts)) if field.name not in names}
    blank = {
        field.name: UNKNOWN
        for field in attrs.fields(type(facts))
        if isinstance(value := getattr(facts, field.name), str) and not value.strip()
    }
    return attrs.evolve(facts, **others | blank)


def _lasts(membership: Membership) -> bool:
    left = membership.left_on
    return not isinstance(left, date) or (left != membership.joined_on and left != date.min)


def _membership(membership: Membership) -> Membership:
    kept = _only(membership, OF_MEMBERSHIP)
    return attrs.evolve(kept, member=_member(kept.member), associe=True if kept.associe is True else UNKNOWN)


def _member(member: Any) -> Any:
    kept = _only(member, OF_MEMBER[type(member)])
    if isinstance(kept, Professional) and isinstance(kept.savoir_faire, tuple):
        known = all(code in SAVOIR_FAIRE for code in kept.savoir_faire)
        return kept if known else attrs.evolve(kept, savoir_faire=UNKNOWN)
    if isinstance(kept, Organisation) and isinstance(kept.finess_category, str):
        known = re.fullmatch(r"[0-9]{3}", kept.finess_category) is not None
        return kept if known else attrs.evolve(kept, finess_category=UNKNOWN)
    return kept
