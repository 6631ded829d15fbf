"""Extracts of the Annuaire Santé with invented people: the names of the columns, and files made of a few cells."""

from collections.abc import Iterable, Mapping
from pathlib import Path

# The header of the open extract, as two public readers have it.
NAMES = (
    *("Type d'identifiant PP", "Identifiant PP", "Identification nationale PP"),
    *("Code civilité d'exercice", "Libellé civilité d'exercice", "Code civilité", "Libellé civilité"),
    *("Nom d'exercice", "Prénom d'exercice", "Code profession", "Libellé profession"),
    *("Code catégorie professionnelle", "Libellé catégorie professionnelle"),
    *("Code type savoir-faire", "Libellé type savoir-faire", "Code savoir-faire", "Libellé savoir-faire"),
    *("Code mode exercice", "Libellé mode exercice", "Numéro SIRET site", "Numéro SIREN site"),
    *("Numéro FINESS site", "Numéro FINESS établissement juridique", "Identifiant technique de la structure"),
    *("Raison sociale site", "Enseigne commerciale site", "Complément destinataire (coord. structure)"),
    *("Complément point géographique (coord. structure)", "Numéro Voie (coord. structure)"),
    *("Indice répétition voie (coord. structure)", "Code type de voie (coord. structure)"),
    *("Libellé type de voie (coord. structure)", "Libellé Voie (coord. structure)"),
    *("Mention distribution (coord. structure)", "Bureau cedex (coord. structure)"),
    *("Code postal (coord. structure)", "Code commune (coord. structure)"),
    *(
        "Libellé commune (coord. structure)",
        "Code pays (coord. structure)",
        "Libellé pays (coord. structure)",
    ),
    *("Téléphone (coord. structure)", "Téléphone 2 (coord. structure)", "Télécopie (coord. structure)"),
    *("Adresse e-mail (coord. structure)", "Code département (coord. structure)"),
    *("Libellé département (coord. structure)", "Ancien identifiant de la structure"),
    *("Autorité d'enregistrement", "Code secteur d'activité", "Libellé secteur d'activité"),
    *("Code section tableau pharmaciens", "Libellé section tableau pharmaciens"),
    *("Code fonction", "Libellé fonction", "Code genre d'activité", "Libellé genre d'activité"),
)

# Invented numbers whose key holds.
ODILE, PAUL, RITA = "10999000002", "10999000010", "10999000028"
SITE, ENTITY, OTHER_SITE = "040000010", "040000028", "040000036"
SIRET = "12345678200010"

SHORT = {
    "id": "Identification nationale PP",
    "nom": "Nom d'exercice",
    "prenom": "Prénom d'exercice",
    "profession": "Code profession",
    "categorie": "Code catégorie professionnelle",
    "type": "Code type savoir-faire",
    "savoir_faire": "Code savoir-faire",
    "mode": "Code mode exercice",
    "genre": "Code genre d'activité",
    "fonction": "Code fonction",
    "secteur": "Code secteur d'activité",
    "section": "Code section tableau pharmaciens",
    "finess": "Numéro FINESS site",
    "ej": "Numéro FINESS établissement juridique",
    "siret": "Numéro SIRET site",
    "raison": "Raison sociale site",
    "postal": "Code postal (coord. structure)",
    "commune": "Code commune (coord. structure)",
    "departement": "Code département (coord. structure)",
}
INFIRMIERE = {"nom": "RÊVÉE", "prenom": "Odile", "profession": "60", "categorie": "C", "mode": "L"}

Cells = Mapping[str, str]


def cells(number: str = ODILE, **told: str) -> dict[str, str]:
    """The cells of a row of an invented nurse, unless told otherwise, by short names."""
    return {"id": f"8{number}", **INFIRMIERE, **told}


def line(row: Cells, names: Iterable[str] = NAMES) -> str:
    told = {SHORT[name]: cell for name, cell in row.items()}
    return "".join(f"{told.get(name, '')}|" for name in names)


def text(rows: Iterable[Cells], names: Iterable[str] = NAMES) -> str:
    names = tuple(names)
    return "".join(
        f"{one}\n" for one in ("".join(f"{name}|" for name in names), *(line(row, names) for row in rows))
    )


def extract(folder: Path, *rows: Cells, names: Iterable[str] = NAMES) -> Path:
    """A file of these rows."""
    path = folder / "PS_LibreAcces_Personne_activite_invente.txt"
    path.write_text(text(rows, names), encoding="utf-8")
    return path
