"""People as resources: Practitioner."""

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
    resource,
    told_text,
)
from cpts_model.exchange.fhir.vocabulary import (
    ID_NAT_PS,
    OWN_ID,
    OWN_PROFESSION,
    PERSON,
    PRACTITIONER_PROFILES,
    PROFESSIONAL,
)
from cpts_model.exchange.nomenclatures import G15, R04, R38
from cpts_model.facts.nomenclature import NomenclatureCode
from cpts_model.facts.people import Person, Professional
from cpts_model.facts.professions import Profession

PROFESSIONAL_ABSENT = ("professions", "savoir_faire", "rpps", "numero_am")
"""The facts of a professional of which it can be told that there is none."""

_NOT_ACCEPTED = frozenset({(G15.name, "69")})
"""Active in its nomenclature, and not among the professions that the Annuaire Santé takes (JDV_J106)."""


def professional(one: Professional, id: str) -> Json:
    """A professional: numbers, name, professions (``exercicePro``) and savoir-faire.

    The profiles of the Annuaire Santé are claimed where the RPPS number, the name and one
    profession, of an official code, are told: they ask an idNatPs and an RPPS number, and take
    one ``exercicePro``.
    """
    by_number = has_form("rpps", one.rpps)
    national = [identifier(ID_NAT_PS, f"8{one.rpps}", "IDNPS")] if by_number else []
    name = told_text(one.name)
    held = one.professions if isinstance(one.professions, tuple) else ()
    official = by_number and name is not None and len(held) == 1 and _code(held[0]) is not None
    return resource(
        "Practitioner",
        id,
        meta=meta(PRACTITIONER_PROFILES if official else ()),
        extension=known_absent(one, PROFESSIONAL_ABSENT),
        identifier=[
            own_identifier(OWN_ID + PROFESSIONAL, one.id),
            *national,
            *numbers(rpps=one.rpps, numero_am=one.numero_am),
        ],
        active=True,
        name=[] if name is None else [{"use": "usual", "text": name}],
        qualification=[
            *({"code": code} for profession in held for code in _profession(profession)),
            *_savoir_faire(one),
        ],
    )


def person(one: Person, id: str) -> Json:
    """Somebody who is no professional: a Practitioner without qualification, for FHIR gives roles to no one else."""
    name = told_text(one.name)
    return resource(
        "Practitioner",
        id,
        meta=meta(official=False),
        identifier=[own_identifier(OWN_ID + PERSON, one.id)],
        active=True,
        name=[] if name is None else [{"use": "usual", "text": name}],
    )


def _code(profession: Profession) -> NomenclatureCode | None:
    """Its official code, where it has one alone: what is not told is not guessed."""
    codes = [
        code for code in profession.codes if code.is_active and (code.system, code.code) not in _NOT_ACCEPTED
    ]
    return codes[0] if len(codes) == 1 else None


def _profession(profession: Profession) -> list[Json]:
    """Its official code, or one of this library; the role of a profession that is told by a role stands by itself.

    The profile takes no other code beside that of the profession.
    """
    code = _code(profession)
    if code is None:
        return [concept(coding(OWN_PROFESSION, profession.value, profession.label.fr), text=profession.label)]
    return [concept(coding(part.uri, part.code, part.label)) for part in (code, code.role) if part]


def _savoir_faire(one: Professional) -> list[Json]:
    """The specialities: all of them, or none where one is no code of the nomenclature."""
    codes = one.savoir_faire if isinstance(one.savoir_faire, tuple) else ()
    if not all(R38.get(code) for code in codes):
        return []
    return [{"code": concept(coded(R04, "S"), coded(R38, code))} for code in codes]
