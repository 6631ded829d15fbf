"""Structures out of the register: a category makes a kind, and what the register does not hold stays UNKNOWN."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from cpts_model.engine.explain import format_day
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.dossier import dossier_dict
from cpts_model.exchange.finess.model import FinessDoubt, FinessEngagement, FinessEstablishment
from cpts_model.exchange.identifiers import finess
from cpts_model.exchange.nomenclatures import R66, R400
from cpts_model.facts.checks import DEPARTEMENTS
from cpts_model.facts.contracts import ContratACI
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.structures import (
    CPTS,
    CentreDeSante,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
    Structure,
)

_KINDS: Mapping[OrganisationKind, type[Structure]] = {
    OrganisationKind.MAISON_DE_SANTE: MaisonDeSante,
    OrganisationKind.CPTS: CPTS,
    OrganisationKind.CENTRE_DE_SANTE: CentreDeSante,
    OrganisationKind.EQUIPE_DE_SOINS_SPECIALISES: EquipeDeSoinsSpecialises,
}

STRUCTURE_CATEGORIES: tuple[str, ...] = tuple(
    sorted(category for kind in _KINDS for category in kind.finess_categories)
)
"""The FINESS categories that become structures. An équipe de soins primaires has none."""

_OWN_FORMS = frozenset(
    {
        *(LegalForm.ASSOCIATION, LegalForm.ASSOCIATION_DROIT_LOCAL, LegalForm.SISA, LegalForm.SCM),
        *(LegalForm.SCP, LegalForm.SEL, LegalForm.GIE, LegalForm.GCS, LegalForm.GCSMS, LegalForm.GIP),
    }
)
"""The forms in which those who practise together group themselves. A legal entity of another form
(a commune, a hospital, a société civile immobilière) may be but the body that houses or carries them."""

SEVERAL_CONTRACTS = Text(
    "plusieurs contrats ACI sont inscrits ; leurs dates ne sont pas retenues",
    "several ACI contracts are entered; their days are not taken",
)
OVER = Text(
    "l'engagement ACI porte une date de fin ou de caducité qui n'est pas postérieure à l'extrait ; le contrat n'est pas retenu",
    "the ACI engagement has an end or a lapse that is not after the extract; the contract is not taken",
)
NOT_SIGNED_YET = Text(
    "la signature du contrat ACI serait postérieure à l'extrait ; sa date n'est pas retenue",
    "the ACI contract would have been signed after the extract; its day is not taken",
)
SEATED_ELSEWHERE = Text(
    "les numéros FINESS de l'établissement et de son entité juridique ne sont pas du même département ; le siège reste inconnu",
    "the FINESS numbers of the establishment and of its legal entity are not of one département; the seat stays unknown",
)


class NoStructure(ValueError):
    """An establishment whose category is none of a structure of coordinated care."""


def structure_of(establishment: FinessEstablishment) -> Structure:
    """The structure that an establishment of the register is.

    Told are its name, its numbers, where it stands, and with FINESS+ the legal form of its
    legal entity (of a centre de santé: its manager) and the ACI contract of a CPTS.

    No day of opening becomes a fact, not even that of a centre de santé, on which rules turn
    (before or since 2 March 2018, before the commitment or after): in the extract of 8 January
    2021, of 1,252 centres de santé, 19 opened on 4 April 1904, 100 on a first of January, 109 on
    the very day of their last update. Nor is it the day on which any other structure was formed.
    It stands in the note.

    The seat is where the establishment stands. For a structure other than a centre de santé,
    it is taken as long as its legal entity is not of another département: the law looks at the
    seat of the legal person. Its legal form is taken where it is one in which those who
    practise together group themselves.

    Raises:
        ValueError: its category is none of a structure (see :data:`STRUCTURE_CATEGORIES`).
    """
    kind = _kind_of(establishment)
    if kind is None or kind not in _KINDS:
        raise NoStructure("its category is none of a structure of coordinated care: see organisation_of")
    told: dict[str, Any] = {
        "id": structure_id(establishment.finess),
        "name": _name(establishment),
        "finess": establishment.finess,
        "finess_ej": establishment.finess_ej,
        "siret": establishment.siret,
    }
    if not _is_seated_elsewhere(establishment):
        told |= {
            "seat_commune": establishment.commune,
            "seat_departement": _departement(establishment),
        }
    if kind is OrganisationKind.CENTRE_DE_SANTE:
        told["manager"] = _manager(establishment)
    else:
        told["legal_form"] = _own_form(establishment)
    if kind is OrganisationKind.CPTS:
        told["contract"] = _contract(establishment)
    return _KINDS[kind](**told)


def organisation_of(establishment: FinessEstablishment) -> Organisation:
    """An establishment of any category as an organisation, which may be a member of a structure."""
    return Organisation(
        id=structure_id(establishment.finess),
        name=_name(establishment),
        kind=_kind_of(establishment) or UNKNOWN,
        finess=establishment.finess,
        siret=establishment.siret,
        finess_category=establishment.category,
    )


def structure_id(number: str) -> str:
    """The id that a structure gets from its FINESS number: ``finess-330001234``."""
    return f"finess-{number}"


def dossier_of(establishment: FinessEstablishment) -> dict[str, Any]:
    """The dossier of a structure in plain data, with the note that tells where its facts come from.

    Raises:
        ValueError: its category is none of a structure.
    """
    plain = dossier_dict(structure_of(establishment), "json")
    return {"kind": plain["kind"], "id": plain["id"], "source": list(source_of(establishment)), **plain}


def source_of(establishment: FinessEstablishment) -> tuple[str, ...]:
    """The French note of an imported dossier: the register, its day, the number, its days, every doubt."""
    return (
        _origin(establishment),
        *_days(establishment),
        *_entity(establishment),
        *(_engaged(one) for one in _known_engagements(establishment)),
        *(f"{doubt.problem.fr}." for doubt in doubts_of(establishment)),
    )


def doubts_of(establishment: FinessEstablishment) -> tuple[FinessDoubt, ...]:
    """The doubts of an establishment: those of its reading, and of what it becomes."""
    return (
        *establishment.doubts,
        *(FinessDoubt(problem=problem, place=establishment.place) for problem in _problems(establishment)),
    )


def _problems(establishment: FinessEstablishment) -> Iterator[Text]:
    """What keeps something told from becoming a fact."""
    if _is_seated_elsewhere(establishment):
        yield SEATED_ELSEWHERE
    entered, running = _contracts(establishment), _running_contracts(establishment)
    if len(running) < len(entered):
        yield OVER
    if len(running) > 1:
        yield SEVERAL_CONTRACTS
    elif running and _is_to_come(running[0].signed_on, establishment):
        yield NOT_SIGNED_YET


def _kind_of(establishment: FinessEstablishment) -> OrganisationKind | None:
    category = establishment.category
    return None if isinstance(category, Unknown) else OrganisationKind.from_finess(category)


def _name(establishment: FinessEstablishment) -> str | Unknown:
    long = establishment.long_name
    return establishment.name if isinstance(long, Unknown) else long


def _departement(establishment: FinessEstablishment) -> str | Unknown:
    return establishment.departement if establishment.departement in DEPARTEMENTS else UNKNOWN


def _is_seated_elsewhere(establishment: FinessEstablishment) -> bool:
    """Whether the legal entity that it is to be seated at is of another département, by the numbers."""
    entity = establishment.finess_ej
    return (
        isinstance(entity, str)
        and _kind_of(establishment) is not OrganisationKind.CENTRE_DE_SANTE
        and finess.departement(entity) != finess.departement(establishment.finess)
    )


def _own_form(establishment: FinessEstablishment) -> LegalForm | Unknown:
    """The form of the legal entity, where the structure itself may have it."""
    form = _legal_form(establishment)
    return form if form in _OWN_FORMS else UNKNOWN


def _legal_form(establishment: FinessEstablishment) -> LegalForm | Unknown:
    """The form that the legal status of the legal entity stands for, where it stands for one.

    A status is the same code in TRE_R72 and in TRE_R400; what gathers statuses in TRE_R400 is no form.
    """
    status = establishment.entity_status
    form = UNKNOWN if isinstance(status, Unknown) else LegalForm.from_finess(status)
    return UNKNOWN if form is LegalForm.OTHER else form


def _manager(establishment: FinessEstablishment) -> Organisation | Unknown:
    """The legal entity that a centre de santé belongs to, where more than its number is told."""
    number, name = establishment.finess_ej, establishment.entity_name
    if isinstance(number, Unknown) or isinstance(name, Unknown):
        return UNKNOWN
    return Organisation(
        id=structure_id(number),
        name=name,
        legal_form=_legal_form(establishment),
        finess=number,
        siren=establishment.entity_siren,
    )


def _known_engagements(establishment: FinessEstablishment) -> tuple[FinessEngagement, ...]:
    told = establishment.engagements
    return () if isinstance(told, Unknown) else told


def _contracts(establishment: FinessEstablishment) -> tuple[FinessEngagement, ...]:
    """The ACI contracts of a CPTS: the code says that it signed one with the ARS and health insurance."""
    if _kind_of(establishment) is not OrganisationKind.CPTS:
        return ()
    return tuple(one for one in _known_engagements(establishment) if one.is_aci)


def _running_contracts(establishment: FinessEstablishment) -> tuple[FinessEngagement, ...]:
    """The ACI contracts that are not over on the day of the extract, as far as is told."""
    return tuple(
        one
        for one in _contracts(establishment)
        if all(
            isinstance(end, Unknown) or _is_to_come(end, establishment)
            for end in (one.ends_on, one.lapses_on)
        )
    )


def _is_to_come(day: date | Unknown, establishment: FinessEstablishment) -> bool:
    """Whether a day is known to be after that of the extract."""
    extracted_on = establishment.header.extracted_on
    return not isinstance(day, Unknown) and not isinstance(extracted_on, Unknown) and day > extracted_on


def _contract(establishment: FinessEstablishment) -> ContratACI | Unknown:
    """The ACI contract that is entered and not over; with none, whether there is one is unknown."""
    contracts = _running_contracts(establishment)
    if not contracts:
        return UNKNOWN
    signed_on = contracts[0].signed_on
    if len(contracts) > 1 or _is_to_come(signed_on, establishment):
        return ContratACI()
    return ContratACI(signed_on=signed_on)


def _origin(establishment: FinessEstablishment) -> str:
    header = establishment.header
    drawn = "" if isinstance(header.extracted_on, Unknown) else f" du {_day(header.extracted_on)}"
    category = establishment.category
    label = establishment.category_label
    if isinstance(label, Unknown) and isinstance(category, str):
        code = R66.get(category)
        label = UNKNOWN if code is None else code.label
    named = "" if isinstance(label, Unknown) else f" ({label})"
    word = "catégorie inconnue" if isinstance(category, Unknown) else f"catégorie {category}"
    entity = establishment.finess_ej
    of = "" if isinstance(entity, Unknown) else f", entité juridique {entity}"
    return (
        f"Répertoire FINESS, {header.format.label.fr}{drawn} : "
        f"établissement {establishment.finess}{of}, {word}{named}."
    )


def _days(establishment: FinessEstablishment) -> Iterator[str]:
    told = {
        "ouverture": establishment.opened_on,
        "première autorisation": establishment.authorised_on,
        "fermeture": establishment.closed_on,
        "dernière mise à jour": establishment.updated_on,
    }
    days = [f"{word} le {_day(day)}" for word, day in told.items() if not isinstance(day, Unknown)]
    if days:
        yield (
            f"Dates du répertoire pour cet établissement, à confirmer : {', '.join(days)} "
            "(ni la constitution de la structure, ni la signature d'un contrat)."
        )


def _entity(establishment: FinessEstablishment) -> Iterator[str]:
    """The legal status of the legal entity, and that it was not taken for the structure's, if it was not."""
    status = establishment.entity_status
    if isinstance(status, Unknown):
        return
    known = R400.get(status)
    named = "" if known is None else f" ({known.label})"
    centre = _kind_of(establishment) is OrganisationKind.CENTRE_DE_SANTE
    taken = centre or isinstance(_own_form(establishment), LegalForm)
    reserve = "" if taken else " ; la forme juridique de la structure reste à indiquer"
    yield f"Statut juridique de l'entité juridique : {status}{named}{reserve}."


def _engaged(engagement: FinessEngagement) -> str:
    told = {
        "signé": engagement.signed_on,
        "effet": engagement.effective_on,
        "fin": engagement.ends_on,
        "caducité": engagement.lapses_on,
    }
    codes = "/".join(code for code in (engagement.kind, engagement.subkind) if isinstance(code, str))
    days = [f"{word} : {_day(day)}" for word, day in told.items() if not isinstance(day, Unknown)]
    return f"Engagement inscrit au répertoire : {', '.join([codes or 'sans code', *days])}."


def _day(day: date) -> str:
    return format_day(day, "fr")
