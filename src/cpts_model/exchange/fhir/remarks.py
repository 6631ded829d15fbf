"""What the reader of an export should know: what its resources do not carry, and do not say by themselves."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from cpts_model.engine.labels import LABEL
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.exchange.counting import counted
from cpts_model.exchange.fhir.elements_out import has_form
from cpts_model.exchange.identifiers import finess, rpps, siren, siret
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.memberships import Membership
from cpts_model.facts.people import Person, Professional
from cpts_model.facts.structures import EquipeDeSoinsPrimaires, Structure

NO_DAY = Text("adhésion qui n'a duré aucun jour", "membership of no day at all")
_MEMBERSHIP = Text(
    "aucun profil français ne décrit l'adhésion à une structure de soins coordonnés : PractitionerRole et "
    "OrganizationAffiliation portent un profil non officiel (étiquette et codes urn:cpts-model)",
    "no French profile describes membership of a structure of coordinated care: PractitionerRole and "
    "OrganizationAffiliation carry a non-official profile (tag and codes urn:cpts-model)",
)
_TEAM = Text(
    "une équipe de soins primaires n'a de code dans aucune nomenclature : elle est écrite comme groupement, "
    "sans catégorie d'établissement, sous un code non officiel",
    "an équipe de soins primaires has no code in any nomenclature: it is written as a groupement, without category "
    "of establishment, under a non-official code",
)
_PERSON = Text(
    "les personnes qui ne sont pas des professionnels sont écrites comme Practitioner sans qualification : FHIR ne "
    "donne de rôle à personne d'autre",
    "people who are no professionals are written as Practitioner without qualification: FHIR gives roles to nobody else",
)
_FORM = Text(
    "une forme juridique qui a plusieurs codes FINESS, ou aucun, est écrite sous un code non officiel (une "
    "association loi 1901 est 60 ou 61, selon qu'elle est reconnue d'utilité publique)",
    "a legal form with several FINESS codes, or none, is written under a non-official code (an association of the law of "
    "1901 is 60 or 61: whether it is recognised of public utility is not told)",
)
_NATIONAL_PS = Text(
    "l'identifiant national d'un professionnel (idNatPS) est composé ici d'un chiffre et du numéro RPPS ; "
    "FR Core demande de le prendre dans l'Annuaire Santé : l'y vérifier avant tout échange",
    "the national identifier of a professional (idNatPS) is made here of a digit and the RPPS number; FR Core asks to "
    "take it from the Annuaire Santé: check it there before any exchange",
)
_NATIONAL_STRUCT = Text(
    "l'identifiant national d'une structure (idNatStruct) est composé ici d'un chiffre et du numéro FINESS ; "
    "FR Core demande de le prendre dans l'Annuaire Santé : l'y vérifier avant tout échange",
    "the national identifier of a structure (idNatStruct) is made here of a digit and the FINESS number; FR Core asks to "
    "take it from the Annuaire Santé: check it there before any exchange",
)
_NUMBERS = {
    "rpps": "rpps",
    "numero_am": "numero-am",
    "finess": "finess",
    "finess_ej": "finess",
    "siren": "siren",
    "siret": "siret",
}
_KEYS = {"rpps": rpps, "finess": finess, "siren": siren, "siret": siret}


def remarks(structures: Iterable[Structure], *, told_twice: int) -> tuple[Text, ...]:
    """What to know of the resources of structures; ``told_twice`` members have several resources."""
    told = [one for structure in structures for one in _facts_of(structure)]
    numbers = [number for one in told for number in _numbers_of(one)]
    none = sum(not has_form(name, number) for name, number in numbers)
    wrong = sum(
        name in _KEYS and has_form(name, number) and not _KEYS[name].is_valid(number)
        for name, number in numbers
    )
    remarks = (
        (_TEAM, any(isinstance(one, EquipeDeSoinsPrimaires) for one in told)),
        (_MEMBERSHIP, any(isinstance(one, Membership | Professional) for one in told)),
        (_PERSON, any(isinstance(one, Person) for one in told)),
        (_FORM, any(_has_doubtful_form(one) for one in told)),
        (_NATIONAL_PS, any(_is_official(name, number, "rpps") for name, number in numbers)),
        (_NATIONAL_STRUCT, any(_is_official(name, number, "finess") for name, number in numbers)),
        (_wrong_keys(wrong), wrong > 0),
        (_no_numbers(none), none > 0),
        (_told_twice(told_twice), told_twice > 0),
    )
    return tuple(text for text, holds in remarks if holds)


def _facts_of(facts: Any) -> Iterator[Any]:
    """The facts that resources are made of: structures, memberships, members."""
    yield facts
    for name in ("members", "member", "sisa", "manager", "salaried"):
        inside = getattr(facts, name, None)
        for one in inside if isinstance(inside, tuple) else (inside,):
            if attrs.has(type(one)):
                yield from _facts_of(one)


def _has_doubtful_form(facts: Any) -> bool:
    form = getattr(facts, "legal_form", None)
    return isinstance(form, LegalForm) and len(form.finess_codes) != 1


def _numbers_of(facts: Any) -> Iterator[tuple[str, str]]:
    """The numbers that are told, with the word of each."""
    for field, name in _NUMBERS.items():
        number = getattr(facts, field, None)
        if isinstance(number, str):
            yield name, number


def _is_official(name: str, number: str, kind: str) -> bool:
    return name == kind and has_form(name, number)


def _wrong_keys(count: int) -> Text:
    return counted(
        count,
        Text(
            "{} numéro RPPS, FINESS, SIREN ou SIRET n'est pas valide (clé, département) : il est écrit tel quel",
            "{} RPPS, FINESS, SIREN or SIRET number is not valid (key, département): it is written as it is",
        ),
        Text(
            "{} numéros RPPS, FINESS, SIREN ou SIRET ne sont pas valides (clé, département) : ils sont écrits tels quels",
            "{} RPPS, FINESS, SIREN or SIRET numbers are not valid (key, département): they are written as they are",
        ),
    )


def _no_numbers(count: int) -> Text:
    return counted(
        count,
        Text(
            "{} numéro n'a pas la forme de son répertoire (un pseudonyme, peut-être) : il est écrit sous un "
            "système non officiel (urn:cpts-model:number)",
            "{} number has not the form of its register (a pseudonym, maybe): it is written under a non-official "
            "system (urn:cpts-model:number)",
        ),
        Text(
            "{} numéros n'ont pas la forme de leur répertoire (des pseudonymes, peut-être) : ils sont écrits sous un "
            "système non officiel (urn:cpts-model:number)",
            "{} numbers have not the form of their registers (pseudonyms, maybe): they are written under a non-official "
            "system (urn:cpts-model:number)",
        ),
    )


def _told_twice(count: int) -> Text:
    return counted(
        count,
        Text(
            "{} membre est dit de plusieurs façons sous le même identifiant : une ressource pour chacune",
            "{} member is told in several ways under one id: a resource for each",
        ),
        Text(
            "{} membres sont dits de plusieurs façons sous le même identifiant : une ressource pour chacune",
            "{} members are told in several ways under one id: a resource for each",
        ),
    )


@attrs.frozen(slots=True, kw_only=True)
class LeftOut:
    """A fact that the resources do not carry: where it stands, what it is, how often it was told."""

    path: str
    """``members[].consented``: lists are written without the place in them."""
    label: Text
    times: int


def left_out(pairs: Iterator[tuple[Structure, Structure]]) -> tuple[LeftOut, ...]:
    """What is told in the first of each pair and not in the second, which was read back from its resources."""
    found = Counter(lost for told, back in pairs for lost in _lost(told, back, ""))
    return tuple(LeftOut(path=path, label=label, times=times) for (path, label), times in found.items())


def has_days(membership: Membership) -> bool:
    """Whether it may have lasted a day: FHIR has no period without one."""
    left = membership.left_on
    return left in (None, UNKNOWN) or (left != membership.joined_on and left.toordinal() > 1)


def _lost(told: Any, back: Any, path: str) -> Iterator[tuple[str, Text]]:
    for field in attrs.fields(type(told)):
        one, other = getattr(told, field.name), getattr(back, field.name)
        if one is UNKNOWN or one == other:
            continue
        place = f"{path}.{field.name}".lstrip(".")
        yield from _lost_of(one, other, place, field.metadata[LABEL])


def _lost_of(told: Any, back: Any, path: str, label: Text) -> Iterator[tuple[str, Text]]:
    if attrs.has(type(told)) and attrs.has(type(back)):
        yield from _lost(told, back, path)
    elif isinstance(told, tuple) and isinstance(back, tuple):
        kept = [one for one in told if not isinstance(one, Membership) or has_days(one)]
        yield from [(f"{path}[]", NO_DAY)] * (len(told) - len(kept))
        for one, other in zip(kept, back, strict=True):
            yield from _lost(one, other, f"{path}[]")
    else:
        yield path, label
