"""One person out of their rows: what the registry tells of them, and nothing that it does not."""

from collections.abc import Iterable, Set

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.annuaire.activities import NO_ACTIVITY, Notes, activity_of, is_commune, practice_of
from cpts_model.exchange.annuaire.columns import Row
from cpts_model.exchange.annuaire.model import RegisteredProfessional
from cpts_model.exchange.annuaire.notes import note
from cpts_model.exchange.annuaire.professions import held_by
from cpts_model.exchange.building import builder_of
from cpts_model.exchange.sheets.cells import clean
from cpts_model.exchange.sheets.names import name_key
from cpts_model.facts.people import Professional

_professional = builder_of(Professional)
_VALUES = bytes.maketrans(b"0123456789", bytes(range(10)))
_DOUBLED = bytes.maketrans(bytes(range(10)), bytes([0, 2, 4, 6, 8, 1, 3, 5, 7, 9]))


def fold(
    rows: Iterable[Row], *, has_savoir_faire: bool = True, structure: str | None = None
) -> RegisteredProfessional:
    """The person whom all these rows are of: whatever their order, however often one is told.

    Where a structure is asked for, the mode, the substitution and the section are those of the
    activities in it; else they are told where all activities agree.
    """
    told = set(rows)
    cells = sorted({row.activity for row in told} - {NO_ACTIVITY})
    activities = tuple([activity_of(one) for one in cells])
    counting = (
        [of for of, one in zip(cells, activities, strict=True) if one.is_at(structure)]
        if structure
        else cells
    )
    professions, savoir_faire, notes = held_by(told)
    found: Notes = [*notes]
    if not has_savoir_faire:
        found.append(_NO_SAVOIR_FAIRE)
    mode, substitute, section, others = practice_of(cells, counting)
    found += others
    identifier, number = _identity(next(iter(told)).identification, found)
    professional = _professional(
        {
            "id": identifier,
            "name": _name({row[1:3] for row in told}, found),
            "professions": professions,
            "savoir_faire": savoir_faire,
            "mode": mode,
            "substitute": substitute,
            "rpps": number,
            "practises_in": _commune({one[-2] for one in cells}, found),
            "pharmacien_section": section,
        }
    )
    return RegisteredProfessional(professional=professional, activities=activities, notes=tuple(found))


def _identity(identification: str, notes: Notes) -> tuple[str, str | Unknown]:
    """The id in a dossier, and the RPPS number where there is one."""
    kind, number = identification[0], identification[1:]
    if kind == "8" and number.isdigit() and len(number) == 11:
        if not _key_holds(number):
            notes.append(_KEY)
        return f"rpps-{number}", number
    if kind == "0" and len(number) == 9:
        notes.append(_ADELI)
        return f"adeli-{number}", UNKNOWN
    notes.append(_OTHER_IDENTIFIER)
    return f"idnatps-{identification}", UNKNOWN


def _key_holds(number: str) -> bool:
    """Whether the last digit of a RPPS number is its Luhn key: as ``rpps.is_valid`` says, for a million in a row."""
    values = number.encode().translate(_VALUES)
    return any(values) and (sum(values[::-2]) + sum(values[-2::-2].translate(_DOUBLED))) % 10 == 0


def _name(told: Set[tuple[str, str]], notes: Notes) -> str | Unknown:
    names = {_plain(f"{first} {surname}".strip()) for surname, first in told} - {""}
    if len(names) > 1 and len(set(map(name_key, names))) > 1:
        notes.append(_NAMES)
        return UNKNOWN
    return min(names, default=UNKNOWN)


def _plain(text: str) -> str:
    return text if text.isprintable() and "  " not in text else clean(text)


def _commune(communes: Set[str], notes: Notes) -> str | Unknown:
    told = communes - {""}
    if not all(map(is_commune, told)):
        notes.append(_NO_COMMUNE)
    elif len(told) > 1:
        notes.append(_COMMUNES)
    elif len(communes) == 1 and told:
        return next(iter(told))
    return UNKNOWN


_NO_SAVOIR_FAIRE = note(
    "savoir_faire",
    "Le fichier n'a pas les colonnes du savoir-faire (elles sont dans un autre fichier de l'extraction) : le savoir-faire reste inconnu.",
    "The file has no columns of savoir-faire (they are in another file of the extract): the savoir-faire stays unknown.",
)
_KEY = note(
    "rpps",
    "La clé du numéro RPPS est fausse : le numéro est repris, il est à vérifier.",
    "The key of the RPPS number does not hold: the number is taken over, and is to be checked.",
)
_ADELI = note(
    "rpps",
    "La personne est connue par un numéro ADELI, ancien identifiant : son numéro RPPS reste inconnu.",
    "They are known by an ADELI number, a former identifier: their RPPS number stays unknown.",
)
_OTHER_IDENTIFIER = note(
    "rpps",
    "La personne est connue par un identifiant qui n'est pas un numéro RPPS de 11 chiffres : son numéro RPPS reste inconnu.",
    "They are known by an identifier that is no RPPS number of 11 digits: their RPPS number stays unknown.",
)
_NAMES = note(
    "name",
    "Plusieurs noms d'exercice selon les lignes : le nom reste inconnu.",
    "Several names of practice among the rows: the name stays unknown.",
)
_COMMUNES = note(
    "practises_in",
    "Activités dans plusieurs communes : la commune d'exercice reste inconnue.",
    "Activities in several communes: the commune of practice stays unknown.",
)
_NO_COMMUNE = note(
    "practises_in",
    "Une adresse d'activité n'a pas le code COG d'une commune française : la commune d'exercice reste inconnue.",
    "The address of an activity has no COG code of a French commune: the commune of practice stays unknown.",
)
