"""Files of the register for the tests: invented establishments, whose numbers have the right form and key."""

import json
from pathlib import Path
from typing import Any

from stdnum import luhn

FIELDS = [
    "structureet",
    "nofinesset",
    "nofinessej",
    "rs",
    "rslongue",
    "complrs",
    "compldistrib",
    "numvoie",
    "typvoie",
    "voie",
    "compvoie",
    "lieuditbp",
    "commune",
    "departement",
    "libdepartement",
    "ligneacheminement",
    "telephone",
    "telecopie",
    "categetab",
    "libcategetab",
    "categagretab",
    "libcategagretab",
    "siret",
    "codeape",
    "codemft",
    "libmft",
    "codesph",
    "libsph",
    "dateouv",
    "dateautor",
    "datemaj",
    "numuai",
]
"""The 32 fields of a line, as the public readers of the official extract list them."""

HEADER = "finess;etalab;111;2026-05-12"
COLUMNS = (
    "nofinesset;nofinessej;raison_sociale;adresse;code_postal;commune_libelle;categetab;libcategetab;categagretab;"
    "siret;code_ape;date_ouverture;date_maj;latitude;longitude"
)


def keyed(number: str) -> str:
    """A FINESS number with its key, after eight characters; 2A counts as 21 and 2B as 22."""
    return number + luhn.calc_check_digit(number.replace("2A", "21").replace("2B", "22"))


ET = keyed("33000123")
EJ = keyed("33000124")
SIRET = "1234567820001" + luhn.calc_check_digit("1234567820001")
assert luhn.is_valid(SIRET[:9])


def official(**cells: str) -> str:
    """A line of the official extract."""
    told = dict.fromkeys(FIELDS, "") | {
        "structureet": "structureet",
        "nofinesset": ET,
        "nofinessej": EJ,
        "rs": "CPTS DES DEUX RIVES",
        "rslongue": "COMMUNAUTE PROFESSIONNELLE TERRITORIALE DE SANTE DES DEUX RIVES",
        "commune": "063",
        "departement": "33",
        "ligneacheminement": "33000 BORDEAUX",
        "categetab": "604",
        "libcategetab": "Communautés professionnelles territoriales de santé (CPTS)",
        "siret": SIRET,
        "dateouv": "2020-06-01",
        "dateautor": "2020-05-02",
        "datemaj": "2025-01-31",
    }
    return ";".join((told | cells).values())


def named(**cells: str) -> str:
    """A line of an extract with named columns."""
    told = dict.fromkeys(COLUMNS.split(";"), "") | {
        "nofinesset": ET,
        "nofinessej": EJ,
        "raison_sociale": "CPTS DES DEUX RIVES",
        "code_postal": "33000",
        "commune_libelle": "BORDEAUX",
        "categetab": "604",
        "libcategetab": "Communautés professionnelles territoriales de santé (CPTS)",
        "siret": SIRET,
        "date_ouverture": "2020-06-01",
        "date_maj": "2025-01-31",
    }
    return ";".join((told | cells).values())


def official_file(folder: Path, *lines: str, header: str = HEADER, encoding: str = "utf-8") -> Path:
    path = folder / "extrait"
    path.write_text("\n".join([header, *lines]) + "\n", encoding=encoding)
    return path


def named_file(folder: Path, *lines: str) -> Path:
    return official_file(folder, *lines, header=COLUMNS)


def written(folder: Path, document: Any) -> Path:
    path = folder / "flux"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


R400 = "https://mos.esante.gouv.fr/NOS/tre_r400-finess-statut-juridique/FHIR/tre-r400-finess-statut-juridique"
R397_MOS = (
    "https://mos.esante.gouv.fr/NOS/tre_r397-categorie-entite-geographique-exercice"
    "/FHIR/tre-r397-categorie-entite-geographique-exercice"
)
R397_SMT = "https://smt.esante.gouv.fr/fhir/CodeSystem/tre-r397-categorie-entite-geographique-exercice"

_ADDRESS = {
    "numeroVoie": "1",
    "typeVoie": "R",
    "libelleVoie": "DES DEUX RIVES",
    "complementVoie": "",
    "complementPointGeographique": "",
    "lieuDit": "",
    "cogCommune": "33063",
    "ligneAcheminement": "BORDEAUX",
    "codePostal": "33000",
    "coordonneesGeographique": {
        "coordonneeX": "1",
        "coordonneeY": "2",
        "directionLatitude": "3",
        "directionLongitude": "4",
    },
}
ENGAGEMENT = {
    "engagementId": "1",
    "typeEngagement": "CONV",
    "sousTypeEngagement": "ACI",
    "dateEffetEngagement": "2021-01-01",
    "dateSignatureEngagement": "2020-12-15",
}


def _alone(document: dict[str, Any]) -> dict[str, Any]:
    """A document in which no object stands twice, so that a change in one place is in no other."""
    alone: dict[str, Any] = json.loads(json.dumps(document))
    return alone


def published() -> dict[str, Any]:
    """A document as the register publishes them since 2026."""
    return _alone(
        {
            "schemaVersion": "v1.0.0",
            "generatedAt": "2026-03-09T15:49:37.615611300Z",
            "gcc": [],
            "gco": [],
            "pmej": [
                {
                    "informationsGeneralesPMEJ": {
                        "pmSmsseId": "1",
                        "numFinessPm": EJ,
                        "denominationPm": "ASSO DES DEUX RIVES",
                        "denominationLonguePmSmsse": "ASSOCIATION DES DEUX RIVES   ",
                        "siren": "123456782",
                        "statutJuridique": "60",
                        "typePersonneMorale": "01",
                        "dateCreation": "2019-01-01",
                    },
                    "adresse": [{**_ADDRESS, "usageAdresse": "02"}],
                    "contact": [],
                    "engagement": [],
                    "evenement": [],
                    "ege": [
                        {
                            "informationsGeneralesEGE": {
                                "egeId": "7",
                                "numFinessEge": ET,
                                "nomEgeCourt": "CPTS DES DEUX RIVES",
                                "nomEgeLong": "CPTS DES DEUX RIVES LONGUE",
                                "dateOuverture": "2020-06-01",
                                "datePremiereAutorisation": "2020-05-02",
                                "siret": SIRET,
                            },
                            "categorieentiteGeographiqueExercice": "604",
                            "adresse": [{**_ADDRESS, "usageAdresse": "03"}],
                            "contact": [],
                            "engagement": [dict(ENGAGEMENT)],
                            "evenement": [],
                            "roleEge": [],
                            "etatObjet": "A",
                            "dateDerniereMaj": "2025-01-31 00:00:00",
                        }
                    ],
                    "etatObjet": "A",
                    "dateDerniereMaj": "2025-01-31 00:00:00",
                }
            ],
        }
    )


def first_schema() -> dict[str, Any]:
    """A document that the first schema (December 2025) accepts."""
    coding = {"code": "A", "system": "x"}
    return _alone(
        {
            "gco": {},
            "gcc": {},
            "pmej": [
                {
                    "informationsGeneralesPmej": {
                        "pm_smsseId": "1",
                        "codeApe": "94.99Z",
                        "complementAdressePmSmsse": "",
                        "dateCreation": "2019-01-01",
                        "dateDerniereModificationSirene": "",
                        "dateFermeture": "",
                        "denominationLonguePmSmsse": "ASSOCIATION DES DEUX RIVES",
                        "denominationPm": "ASSO DES DEUX RIVES",
                        "numFinessPm": EJ,
                        "etatObjet": {},
                        "fonctionPublique": {},
                        "categorieEntiteGeographiqueExercice": {"code": "604", "system": R397_MOS},
                        "siren": "123456782",
                        "statutJuridique": {"code": "60", "system": R400},
                        "typeGroupeGco": {},
                        "typePersonneMorale": {},
                        "metadonneeId": "1",
                        "dateDerniereMaj": {"dateEvenement": "2025-01-31"},
                    },
                    "adresse": [dict(_ADDRESS)],
                    "etatObjet": coding,
                    "evenement": [],
                    "ege": [
                        {
                            "informationsGeneralesEGE": {
                                "numFinessEge": ET,
                                "nomEgeCourt": "CPTS DES DEUX RIVES",
                            },
                            "etatObjet": coding,
                            "categorieEntiteGeographiqueExercice": {"code": "604", "system": R397_MOS},
                            "siret": SIRET,
                            "dateDerniereMaj": {"dateEvenement": "2025-01-31"},
                            "adresse": [dict(_ADDRESS)],
                            "roleEge": {},
                            "engagement": [dict(ENGAGEMENT)],
                        }
                    ],
                }
            ],
        }
    )
