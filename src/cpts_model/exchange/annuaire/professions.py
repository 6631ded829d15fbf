"""Professions and savoir-faire by their codes: told where every code says so, and else unknown, with a note."""

from collections.abc import Iterable, Mapping, Set
from datetime import date
from functools import cache, lru_cache

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.annuaire.columns import Row
from cpts_model.exchange.annuaire.model import AnnuaireNote
from cpts_model.exchange.annuaire.notes import note, shown_code
from cpts_model.exchange.conformance.words import deprecated
from cpts_model.exchange.nomenclatures import R04, R09
from cpts_model.facts.nomenclature import G15, R85, R94, R95, NomenclatureCode
from cpts_model.facts.professions import Profession, UnknownProfession
from cpts_model.facts.savoir_faire import SAVOIR_FAIRE

BY_ROLE = "99"
"""TRE_R291: whoever takes part in the health system by the role that their function tells (TRE_R85)."""
STUDENT, MILITARY = "E", "M"
"""Categories (TRE_R09). Students have the code of the profession that they learn; all others hold it."""
_SPECIALITY = "S"

Notes = tuple[AnnuaireNote, ...]
Professions = tuple[tuple[Profession, ...] | Unknown, Notes]
SavoirFaire = tuple[tuple[str, ...] | Unknown, Notes]
Held = tuple[tuple[Profession, ...] | Unknown, tuple[str, ...] | Unknown, Notes]


def held_by(rows: Iterable[Row]) -> Held:
    """The professions that somebody holds and their specialities of the order, by every row of theirs."""
    return _held(frozenset([row.held for row in rows]))


@lru_cache(maxsize=8192)  # few combinations make up a country
def _held(told: Set[tuple[str, ...]]) -> Held:
    professions, doubts = _professions(
        {(code, category, role if code == BY_ROLE else "") for code, category, _, _, role in told}
    )
    # What they learn for a profession that they still study is not held.
    savoir_faire, others = _savoir_faire(
        {(kind, code) for _, category, kind, code, _ in told if category != STUDENT}
    )
    return professions, savoir_faire, doubts + others


def _professions(told: Set[tuple[str, str, str]]) -> Professions:
    held: set[Profession] = set()
    notes: list[AnnuaireNote] = []
    settled = True
    for code, category, role in sorted(told):
        if category == STUDENT:
            notes.append(_student(code))
            continue
        if R09.get(category) is None:
            settled = False
            notes.append(_category(category))
            continue
        if category == MILITARY:
            notes.append(_MILITARY)
        profession, doubt = _by_role(role) if code == BY_ROLE else _by_code(code)
        notes.extend([doubt] if doubt else [])
        if profession is None:
            settled = False
        else:
            held.add(profession)
    professions = tuple(one for one in Profession if one in held)
    return (professions if settled and professions else UNKNOWN), tuple(dict.fromkeys(notes))


Found = tuple[Profession | None, AnnuaireNote | None]


def _by_code(code: str) -> Found:
    if not code:
        return None, _NO_PROFESSION
    found = _codes().get(code)
    if found is None:
        return None, _unknown_profession(code)
    profession, known = found
    since = known.deprecated_on
    return profession, None if since is None else _deprecated(profession, known, since)


def _by_role(role: str) -> Found:
    try:
        return Profession.with_code(R85, role), None
    except UnknownProfession:
        return None, _role(role)


@cache
def _codes() -> Mapping[str, tuple[Profession, NomenclatureCode]]:
    """The professions by their codes, of whichever nomenclature: no code stands for two of them."""
    found: dict[str, tuple[Profession, NomenclatureCode]] = {}
    for profession in Profession:
        for code in profession.codes:
            if code.system in (G15, R94, R95) and (code.is_active or code.code not in found):
                found[code.code] = profession, code
    return found


def _savoir_faire(told: Set[tuple[str, str]]) -> SavoirFaire:
    held: set[str] = set()
    notes: list[AnnuaireNote] = []
    settled = True
    for kind, code in sorted(told - {("", "")}):
        if kind == _SPECIALITY and code in SAVOIR_FAIRE:
            held.add(code)
        elif kind != _SPECIALITY and (other := R04.get(kind)) is not None:
            notes.append(_other_savoir_faire(other, code))
        else:
            settled = False
            notes.append(_unknown_savoir_faire(kind, code))
    return (tuple(sorted(held)) if settled and held else UNKNOWN), tuple(notes)


_NO_PROFESSION = note(
    "professions",
    "Le code de la profession est vide : la profession reste inconnue.",
    "The code of the profession is empty: the profession stays unknown.",
)
_MILITARY = note(
    "service_de_sante_des_armees",
    "Catégorie M, agent public ou militaire : le registre ne dit pas si la personne relève du service de santé des armées.",
    "Category M, public agent or military: the registry does not say whether they belong to the army medical service.",
)


def _student(code: str) -> AnnuaireNote:
    shown = shown_code(code)
    return note(
        "professions",
        f"Catégorie E, étudiant : le code de profession {shown.fr} dit ce que la personne étudie, non ce qu'elle exerce.",
        f"Category E, student: the profession code {shown.en} says what they study, not what they practise.",
    )


def _category(category: str) -> AnnuaireNote:
    if not category:
        return note(
            "professions",
            "La catégorie professionnelle est vide : rien ne dit si la personne exerce ou étudie. La profession reste inconnue.",
            "The professional category is empty: nothing says whether they practise or study. The profession stays unknown.",
        )
    shown = shown_code(category)
    return note(
        "professions",
        f"La catégorie professionnelle {shown.fr} n'est pas connue ici : la profession reste inconnue.",
        f"The professional category {shown.en} is not known here: the profession stays unknown.",
    )


def _unknown_profession(code: str) -> AnnuaireNote:
    shown = shown_code(code)
    return note(
        "professions",
        f"Le code de profession {shown.fr} n'est celui d'aucune profession connue ici : la profession reste inconnue.",
        f"The profession code {shown.en} is that of no profession known here: the profession stays unknown.",
    )


def _role(role: str) -> AnnuaireNote:
    if not role:
        return note(
            "professions",
            "Profession caractérisée par le rôle (code 99), sans rôle indiqué : la profession reste inconnue.",
            "Profession told by a role (code 99), and no role is told: the profession stays unknown.",
        )
    shown = shown_code(role)
    return note(
        "professions",
        f"Profession caractérisée par le rôle (code 99) : le rôle {shown.fr} n'est celui d'aucune profession connue ici. La profession reste inconnue.",
        f"Profession told by a role (code 99): the role {shown.en} is that of no profession known here. The profession stays unknown.",
    )


def _deprecated(profession: Profession, code: NomenclatureCode, since: date) -> AnnuaireNote:
    label, said = profession.label, deprecated(code, since)
    return note(
        "professions",
        f"{said.fr}. Le code est lu comme {label.fr}.",
        f"{said.en}. The code is read as {label.en}.",
    )


def _other_savoir_faire(kind: NomenclatureCode, code: str) -> AnnuaireNote:
    shown = shown_code(code)
    return note(
        "savoir_faire",
        f"Savoir-faire {shown.fr} de type {kind.code} ({kind.label}) : ce n'est pas une spécialité ordinale, il n'est pas repris.",
        f"Savoir-faire {shown.en} of type {kind.code} ({kind.label}): it is no speciality of the order, and is not taken over.",
    )


def _unknown_savoir_faire(kind: str, code: str) -> AnnuaireNote:
    shown, of = shown_code(code), shown_code(kind)
    return note(
        "savoir_faire",
        f"Le savoir-faire {shown.fr}, de type {of.fr}, n'est pas connu ici : le savoir-faire reste inconnu.",
        f"The savoir-faire {shown.en}, of type {of.en}, is not known here: the savoir-faire stays unknown.",
    )
