"""The stage of a CPTS as administrations write it. Every wording, and every name in it, is invented."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpts_model.engine.dates import Period
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.stages import Stage
from cpts_model.life.stage import LONGEST_TEXT, Precision, ReadDate, StageReading, stage_of, tally

# wording | the stage, or ? and stages that it may mean | the date, as precise as it is written
WORDINGS = """
Lettre d'intention | ? LETTER_SENT LETTER_VALIDATED |
LI | ? LETTER_SENT LETTER_VALIDATED |
LI déposée | LETTER_SENT |
LI transmise à l'ARS | LETTER_SENT |
LI envoyée | LETTER_SENT |
Lettre d'intention reçue par l'ARS | LETTER_SENT |
Lettre d'intention déposée le 3 avril 2024 | LETTER_SENT | 2024-04-03
Lettre d'intention adressée à l'ARS en mars 2023 | LETTER_SENT | 2023-03
L.I. déposée | LETTER_SENT |
Dépôt de la LI le 12/01/2022 | ? LETTER_SENT |
Dépôt de la lettre d'intention prévu en septembre 2025 | ? PRE_PROJET |
LI en cours d'instruction | LETTER_SENT |
LI en cours d'examen par l'ARS | LETTER_SENT |
Instruction de la LI en cours | LETTER_SENT |
Lettre d'intention en cours de validation | LETTER_SENT |
LI en attente de validation | LETTER_SENT |
LI déposée, en attente de validation | LETTER_SENT |
LI en cours de rédaction | PRE_PROJET |
Rédaction de la lettre d'intention en cours | PRE_PROJET |
Lettre d'intention en cours d'élaboration | PRE_PROJET |
LI rédigée | ? LETTER_SENT |
LI non déposée | ? PRE_PROJET IDEA |
LI pas encore envoyée | ? PRE_PROJET IDEA |
Pas de LI | ? PRE_PROJET IDEA |
LI à déposer | ? PRE_PROJET IDEA |
LI non validée | ? LETTER_SENT |
LI refusée | ? LETTER_SENT |
Lettre d'intention rejetée par l'ARS | ? LETTER_SENT |
LI validée | LETTER_VALIDATED |
L.I. validée | LETTER_VALIDATED |
Lettre d'intention validée | LETTER_VALIDATED |
Lettres d'intention validées | LETTER_VALIDATED |
Lettre d'intention (LI) validée | LETTER_VALIDATED |
LI (lettre d'intention) validée le 12/03/2025 | LETTER_VALIDATED | 2025-03-12
LI validée le 12/03/2025 | LETTER_VALIDATED | 2025-03-12
LI validée par l'ARS le 1er juillet 2023 | LETTER_VALIDATED | 2023-07-01
LI validée (12.03.25) | LETTER_VALIDATED | 2025-03-12
LI validée - 2024-02-29 | LETTER_VALIDATED | 2024-02-29
LI validée en 2022 | LETTER_VALIDATED | 2022
Lettre d'intention acceptée | LETTER_VALIDATED |
Lettre d'intention approuvée par l'ARS | LETTER_VALIDATED |
2 - LI validée | LETTER_VALIDATED |
2. Lettre d'intention validée | LETTER_VALIDATED |
Stade 2 : LI validée | LETTER_VALIDATED |
Étape 2 - lettre d'intention validée | LETTER_VALIDATED |
CPTS au stade LI validée | LETTER_VALIDATED |
LI validée, projet de santé en cours de rédaction | LETTER_VALIDATED |
LI validée / projet de santé en cours d'élaboration | LETTER_VALIDATED |
LI validée - PS en cours d'écriture | LETTER_VALIDATED |
LI validée (projet de santé non déposé) | LETTER_VALIDATED |
LI validée, projet non encore transmis | LETTER_VALIDATED |
LI validée ; dépôt du projet de santé prévu au 1er trimestre 2026 | LETTER_VALIDATED |
LI validée en juin 2023, projet de santé attendu pour 2024 | LETTER_VALIDATED | 2023-06
Lettre d'intention déposée et validée | LETTER_VALIDATED |
Lettre d'intention validée, pas de projet de santé | LETTER_VALIDATED |
Validation de la LI | ? LETTER_VALIDATED |
Validation LI obtenue | LETTER_VALIDATED |
Validation de la lettre d'intention obtenue le 4 mai 2021 | LETTER_VALIDATED | 2021-05-04
Lettre d'intention signée par l'ARS | ? LETTER_VALIDATED LETTER_SENT |
Lettre d'intention signée | ? LETTER_SENT |
LI signée | ? LETTER_SENT |
LI validée sous réserve | ? LETTER_VALIDATED |
Avis favorable sur la LI | ? LETTER_VALIDATED |
LI ou projet de santé validé | ? LETTER_VALIDATED PROJET_VALIDATED |
LI / PS validés | ? PROJET_VALIDATED |
LI et projet de santé validés | PROJET_VALIDATED |
Pré-projet | PRE_PROJET |
Préprojet | PRE_PROJET |
En pré-projet | PRE_PROJET |
Avant-projet | PRE_PROJET |
1 - Pré-projet | PRE_PROJET |
Pré-projet en cours de rédaction | PRE_PROJET |
Pré-projet déposé | ? PRE_PROJET LETTER_SENT |
Pré-projet validé par l'ARS | ? LETTER_VALIDATED |
Idée | IDEA |
En réflexion | IDEA |
Réflexion en cours | IDEA |
En émergence | IDEA |
Projet émergent | ? IDEA |
En projet | ? PRE_PROJET LETTER_SENT |
Projet en cours | ? PROJET_SENT LETTER_VALIDATED |
CPTS en construction | ? PRE_PROJET |
En cours de création | ? LETTER_VALIDATED |
En préfiguration | ? PRE_PROJET |
Projet de santé | ? PROJET_SENT PROJET_VALIDATED |
Projet de santé en cours de rédaction | ? LETTER_VALIDATED |
En cours de rédaction du projet de santé | ? LETTER_VALIDATED |
Rédaction du projet de santé en cours | ? LETTER_VALIDATED |
Rédaction du PS | ? LETTER_VALIDATED |
Projet de santé en cours d'écriture | ? LETTER_VALIDATED |
En cours de rédaction | ? LETTER_VALIDATED |
Rédaction | ? LETTER_VALIDATED |
Projet de santé rédigé | ? PROJET_SENT |
Projet de santé finalisé | ? PROJET_SENT |
Projet de santé déposé | PROJET_SENT |
Projet déposé à l'ARS | PROJET_SENT |
PS transmis à l'ARS le 15/09/2024 | PROJET_SENT | 2024-09-15
PDS envoyé à l'ARS | PROJET_SENT |
Projet de santé remis | PROJET_SENT |
Projet de santé reçu par l'ARS le 02/02/2024 | PROJET_SENT | 2024-02-02
Projet de santé soumis à l'ARS | PROJET_SENT |
Projet de santé en cours d'instruction | PROJET_SENT |
Projet de santé en instruction | PROJET_SENT |
Projet en cours de validation | PROJET_SENT |
Projet de santé en attente de validation par l'ARS | PROJET_SENT |
PS déposé, en cours d'instruction ARS | PROJET_SENT |
LI validée, PS déposé | PROJET_SENT |
LI validée et projet de santé transmis | PROJET_SENT |
LI validée le 12/03/2023 ; PS déposé le 04/11/2023 | PROJET_SENT | 2023-11-04
Projet de santé déposé, non validé | PROJET_SENT |
Projet de santé transmis mais pas encore validé | PROJET_SENT |
3 - Projet de santé déposé | PROJET_SENT |
En cours de validation | ? LETTER_SENT PROJET_SENT |
En cours d'instruction | ? LETTER_SENT PROJET_SENT |
Déposé | ? LETTER_SENT PROJET_SENT |
Projet de santé refusé | PROJET_OPPOSED |
Projet refusé par l'ARS | PROJET_OPPOSED |
Projet de santé rejeté le 10/10/2022 | PROJET_OPPOSED | 2022-10-10
Opposition de l'ARS au projet de santé | PROJET_OPPOSED |
Refus du projet de santé | PROJET_OPPOSED |
PS refusé, ACI non signé | PROJET_OPPOSED |
Avis défavorable sur le projet | ? PROJET_OPPOSED |
Refusé | ? PROJET_OPPOSED |
Projet de santé non validé | ? PROJET_SENT |
Projet de santé à valider | ? PROJET_SENT |
Projet de santé invalidé | PROJET_OPPOSED |
Projet de santé validé | PROJET_VALIDATED |
Projet validé | PROJET_VALIDATED |
Projets validés | PROJET_VALIDATED |
PS validé | PROJET_VALIDATED |
PDS validé | PROJET_VALIDATED |
Projet de santé (PS) validé | PROJET_VALIDATED |
Projet de santé validé par l'ARS | PROJET_VALIDATED |
Projet de santé validé le 12 décembre 2022 | PROJET_VALIDATED | 2022-12-12
Projet de santé validé depuis novembre 2023 | PROJET_VALIDATED | 2023-11
12/12/2022 : projet de santé validé | PROJET_VALIDATED | 2022-12-12
Projet de santé : validé | PROJET_VALIDATED |
Projet de santé - validé | PROJET_VALIDATED |
Validé (projet de santé) | PROJET_VALIDATED |
Projet de santé réputé validé | PROJET_VALIDATED |
Projet de santé validé tacitement | PROJET_VALIDATED |
Validation tacite du projet de santé | PROJET_VALIDATED |
Projet validé non signataire | PROJET_VALIDATED |
Projet validé, non signataire | PROJET_VALIDATED |
Projet de santé validé, non signataire de l'ACI | PROJET_VALIDATED |
Projet de santé validé - ACI non signé | PROJET_VALIDATED |
Projet de santé validé, ACI pas encore signé | PROJET_VALIDATED |
Projet de santé validé (sans ACI) | PROJET_VALIDATED |
PS validé sans ACI | PROJET_VALIDATED |
PS validé hors ACI | PROJET_VALIDATED |
Projet validé, pas d'ACI à ce jour | PROJET_VALIDATED |
Projet validé n'ayant pas signé l'ACI | PROJET_VALIDATED |
CPTS dont le projet de santé est validé mais qui n'est pas signataire de l'ACI | PROJET_VALIDATED |
Projet de santé validé, signature de l'ACI prévue en 2027 | PROJET_VALIDATED |
Projet validé le 03/03/2024, signature ACI prévue fin 2024 | PROJET_VALIDATED | 2024-03-03
Projet de santé validé, ACI à signer | PROJET_VALIDATED |
3 - Projet de santé validé (ACI non signé) | PROJET_VALIDATED |
LI validée, projet de santé validé | PROJET_VALIDATED |
LI validée le 01/02/2022, projet validé le 05/06/2023, ACI non signé | PROJET_VALIDATED | 2023-06-05
Projet de santé validé ; ACI non signé au 31/12/2023 | PROJET_VALIDATED |
LI : validée - PS : validé - ACI : non signé | PROJET_VALIDATED |
Projet de santé 2023 validé | PROJET_VALIDATED |
Projet de santé validé par l'assemblée générale | ? PROJET_SENT |
Projet de santé validé par les adhérents | ? |
Projet validé en AG | ? |
Projet de santé de la MSP validé | ? |
Validé | ? LETTER_VALIDATED PROJET_VALIDATED |
Validée par l'ARS | ? LETTER_VALIDATED PROJET_VALIDATED |
CPTS validée | ? LETTER_VALIDATED PROJET_VALIDATED |
Validé non signataire | PROJET_VALIDATED |
Validés, non signataires | PROJET_VALIDATED |
Non signataire, validé | PROJET_VALIDATED |
LI validée, non signataire | LETTER_VALIDATED |
Non validé, non signataire | ? LETTER_SENT PROJET_SENT |
Non validé | ? LETTER_SENT PROJET_SENT |
Validation | ? PROJET_VALIDATED LETTER_VALIDATED |
ACI | ? ACI_NEGOTIATION ACI_SIGNED |
ACI en cours | ? ACI_NEGOTIATION ACI_SIGNED |
ACI en cours de négociation | ACI_NEGOTIATION |
Négociation de l'ACI | ACI_NEGOTIATION |
Négociations ACI en cours | ACI_NEGOTIATION |
Négociation ACI engagée | ACI_NEGOTIATION |
ACI en négociation | ACI_NEGOTIATION |
ACI en cours de signature | ACI_NEGOTIATION |
ACI en attente de signature | ACI_NEGOTIATION |
En attente de signature de l'ACI | ACI_NEGOTIATION |
Signature de l'ACI en cours | ACI_NEGOTIATION |
Contrat ACI en cours de rédaction | ACI_NEGOTIATION |
Projet de santé validé, ACI en cours de négociation | ACI_NEGOTIATION |
Projet validé, en attente de signature de l'ACI | ACI_NEGOTIATION |
Projet validé - en attente de signature | ACI_NEGOTIATION |
PS validé / négociation ACI en cours depuis mars 2024 | ACI_NEGOTIATION | 2024-03
En négociation | ? ACI_NEGOTIATION |
En attente de signature | ? ACI_NEGOTIATION |
ACI non signé | ? PROJET_VALIDATED ACI_NEGOTIATION LETTER_VALIDATED |
Sans ACI | ? PROJET_VALIDATED LETTER_VALIDATED |
Non signataire | ? PROJET_VALIDATED LETTER_VALIDATED |
Pas encore signé | ? PROJET_VALIDATED |
ACI pas signé | ? PROJET_VALIDATED |
ACI jamais signé | ? PROJET_VALIDATED |
ACI : non | ? PROJET_VALIDATED |
Signature ACI : non | ? PROJET_VALIDATED |
Signature de l'ACI prévue en 2027 | ? PROJET_VALIDATED |
ACI prévu en 2026 | ? PROJET_VALIDATED |
ACI signé prévu pour 2026 | ? PROJET_VALIDATED |
Objectif ACI 2026 | ? PROJET_VALIDATED |
Signature ACI le 15/12/2026 | ? ACI_SIGNED |
Presque signé | ? |
ACI théoriquement signé | ? ACI_SIGNED |
ACI quasi signé | ? |
ACI signé ? | ? ACI_SIGNED |
ACI non encore signé par la CPAM | ? PROJET_VALIDATED |
ACI signé par la CPTS, en attente de signature de l'ARS | ? ACI_SIGNED ACI_NEGOTIATION |
Signé | ? ACI_SIGNED LETTER_SENT |
Signée le 03/03/2021 | ? ACI_SIGNED |
Signataire | ? ACI_SIGNED |
ACI signé | ACI_SIGNED |
ACI signée | ACI_SIGNED |
A.C.I. signé | ACI_SIGNED |
ACI signés | ACI_SIGNED |
Contrat ACI signé | ACI_SIGNED |
Accord conventionnel interprofessionnel signé | ACI_SIGNED |
Accord conventionnel interprofessionnel (ACI) signé le 15 juin 2022 | ACI_SIGNED | 2022-06-15
ACI signé le 15 juin 2022 | ACI_SIGNED | 2022-06-15
ACI signé le 15/06/2022 | ACI_SIGNED | 2022-06-15
ACI signé en juin 2022 | ACI_SIGNED | 2022-06
ACI signé (juin 2022) | ACI_SIGNED | 2022-06
ACI signé 06/2022 | ACI_SIGNED | 2022-06
ACI signé fin 2022 | ACI_SIGNED | 2022
ACI depuis 2021 | ACI_SIGNED | 2021
ACI depuis le 1er janvier 2021 | ACI_SIGNED | 2021-01-01
Sous ACI depuis 2021 | ACI_SIGNED | 2021
CPTS sous ACI | ACI_SIGNED |
Signataire de l'ACI | ACI_SIGNED |
CPTS signataire ACI | ACI_SIGNED |
CPTS signataires de l'ACI au 31/12/2023 | ACI_SIGNED |
Signataire ACI depuis le 15/06/2022 | ACI_SIGNED | 2022-06-15
Adhérente à l'ACI | ACI_SIGNED |
A signé l'ACI | ACI_SIGNED |
L'ACI a été signé le 2 février 2023 | ACI_SIGNED | 2023-02-02
ACI signé avec l'ARS et la CPAM | ACI_SIGNED |
Contrat tripartite signé | ACI_SIGNED |
ACI conclu | ACI_SIGNED |
ACI en vigueur | ACI_SIGNED |
4 - ACI signé | ACI_SIGNED |
4. ACI signé | ACI_SIGNED |
4) ACI signé | ACI_SIGNED |
04 - ACI signé | ACI_SIGNED |
Signé : ACI | ACI_SIGNED |
ACI : signé | ACI_SIGNED |
Projet de santé validé et ACI signé | ACI_SIGNED |
LI validée, projet validé, ACI signé | ACI_SIGNED |
LI validée 12/03/2021 - PS validé 03/02/2022 - ACI signé 15/06/2022 | ACI_SIGNED | 2022-06-15
12/03/2021 : LI validée ; 03/02/2022 : PS validé ; 15/06/2022 : ACI signé | ACI_SIGNED | 2022-06-15
Projet validé, signataire | ACI_SIGNED |
ACI signé, missions non démarrées | ACI_SIGNED |
ACI signé le 15/06/2022 (terme du contrat 14/06/2027) | ACI_SIGNED | 2022-06-15
ACI signé jusqu'au 31/12/2027 | ACI_SIGNED |
CPTS du Val Fleuri : ACI signé | ACI_SIGNED |
CPTS Nord-Brume - ACI signé le 3 mars 2020 | ACI_SIGNED | 2020-03-03
Contrat signé | ? ACI_SIGNED |
Convention signée | ? ACI_SIGNED |
ACI validé | ? ACI_SIGNED |
ACI MSP signé | ? |
Renouvellement de l'ACI en cours | ? ACI_SIGNED |
ACI en cours de renouvellement | ? ACI_SIGNED |
Renouvellement ACI signé | ? RENEWED |
Avenant signé | ? ACI_SIGNED |
Opérationnelle | ? MISSIONS_RUNNING |
CPTS en fonctionnement | ? MISSIONS_RUNNING |
Active | ? MISSIONS_RUNNING |
ACI signé, CPTS opérationnelle | ? ACI_SIGNED MISSIONS_RUNNING |
Missions | ? MISSIONS_RUNNING |
Missions en cours | MISSIONS_RUNNING |
Missions socles démarrées | MISSIONS_RUNNING |
Missions déployées | MISSIONS_RUNNING |
Mise en œuvre des missions en cours | ? MISSIONS_RUNNING |
ACI signé, missions en cours | MISSIONS_RUNNING |
ACI signé et missions démarrées | MISSIONS_RUNNING |
ACI signé le 15/06/2022, missions engagées en janvier 2023 | MISSIONS_RUNNING | 2023-01
ACI renouvelé | RENEWED |
ACI renouvelée le 15 juin 2027 | RENEWED | 2027-06-15
Contrat ACI reconduit | RENEWED |
ACI signé puis renouvelé | RENEWED |
ACI non renouvelé | ? TERMINATED |
ACI résilié | TERMINATED |
ACI signé puis résilié | TERMINATED |
ACI dénoncé en 2024 | TERMINATED | 2024
ACI échu | TERMINATED |
Projet abandonné | TERMINATED |
Projet de santé abandonné | TERMINATED |
Dissoute | ? TERMINATED |
CPTS dissoute | ? TERMINATED |
ACI résilié, nouveau projet en cours de rédaction | ? TERMINATED |
3 LI validées | ? LETTER_VALIDATED |
12 ACI signés | ? ACI_SIGNED |
LI : oui / PS : oui / ACI : non | ? PROJET_VALIDATED |
Projet refusé puis validé | ? PROJET_OPPOSED PROJET_VALIDATED |
Projet non validé, ACI signé | ? ACI_SIGNED |
ACI signé, projet en cours d'instruction | ? ACI_SIGNED |
Rédaction ACI | ACI_NEGOTIATION |
Facilitation | ? |
Capacité | ? |
Non précisé | ? |
Inconnu | ? |
Sans objet | ? |
Néant | ? |
À renseigner | ? |
n.c. | ? |
4 | ? |
2022 | ? |
15/06/2022 | ? |
CPTS du Val Fleuri | ? |
Association loi 1901 | ? |
Lettre d'intention du projet de santé validée | LETTER_VALIDATED |
Lettre d'intention pour le projet de CPTS validée | LETTER_VALIDATED |
Projet de lettre d'intention déposé | ? LETTER_SENT |
Projet de CPTS validé | ? LETTER_VALIDATED PROJET_VALIDATED |
Projet régional de santé validé | ? |
Projet de statuts validé | ? |
ACI signé : N | ? |
ACI signé : 0 | ? |
ACI signé : | ? |
ACI signé : NC | ? |
ACI signé : non précisé | ? |
ACI signé : oui | ACI_SIGNED |
ACI signé : non | ? PROJET_VALIDATED |
ACI signé en 2021, renouvelé en 2026 | RENEWED | 2026
ACI signé en 2021, résilié en 2023 | TERMINATED | 2023
L'ACI n'est pas signé | ? PROJET_VALIDATED |
ACI signé 2022-2027 | ACI_SIGNED |
Signature de l'ACI effectuée le 12/06/2022 | ACI_SIGNED | 2022-06-12
LI non encore validée par l'ARS | ? LETTER_SENT |
Phase 1 : rédaction LI | PRE_PROJET |
Phase 3 : négociation de l'ACI | ACI_NEGOTIATION |
Le projet de santé a été validé par l'ARS le 02/02/2022 ; l'ACI n'est pas encore signé. | PROJET_VALIDATED | 2022-02-02
La CPTS a déposé sa lettre d'intention | LETTER_SENT |
L'ARS a validé la lettre d'intention le 12 mars 2024 | LETTER_VALIDATED | 2024-03-12
L'ARS n'a pas validé le projet de santé | ? PROJET_SENT |
L'ARS s'est opposée au projet de santé | PROJET_OPPOSED |
L'ACI sera signé le 12/06/2026 | ? PROJET_VALIDATED |
Projet validé et LI déposée | PROJET_VALIDATED |
Signature ACI négociation en cours | ? ACI_NEGOTIATION |
Dépôt de la LI non prévu | ? |
LI validée, en attente de dépôt du projet de santé | LETTER_VALIDATED |
ACI pas en cours de négociation | ? |
Projet de santé en attente d'être validé | ? PROJET_SENT |
ACI signé (en cours) | ? ACI_SIGNED |
LI validée puis refusée | ? LETTER_VALIDATED |
LI validée dépôt du projet prévu | ? LETTER_VALIDATED |
Aucune LI en cours de validation | ? |
Pas de réflexion engagée | ? |
Projet de santé déposé, validé | PROJET_VALIDATED |
Projet de santé déposé le 03/02/2024, validé le 05/05/2024 | PROJET_VALIDATED | 2024-05-05
Projet de santé déposé, refusé | PROJET_OPPOSED |
LI déposée, validée | LETTER_VALIDATED |
LI déposée, non validée | LETTER_SENT |
LI validée, projet de santé déposé, validé, ACI non signé | PROJET_VALIDATED |
ACI arrivé à échéance | TERMINATED |
ACI terminé | ? TERMINATED |
Négociation de l'ACI terminée | ? ACI_NEGOTIATION |
Fin de l'ACI en 2026 | ? ACI_SIGNED |
ACI signé sans LI | ? ACI_SIGNED |
LI refusée puis validée | ? LETTER_VALIDATED |
aci_signe | ACI_SIGNED |
lettre_intention_validee | LETTER_VALIDATED |
non_signataire | ? PROJET_VALIDATED |
ACI signé le 31/02/2022 | ACI_SIGNED |
Signé le 15 juin 2022 (ACI) | ACI_SIGNED | 2022-06-15
CPTS avec ACI | ? ACI_SIGNED |
CPTS n'ayant pas encore signé d'ACI | ? PROJET_VALIDATED |
"""


def _rows() -> list[tuple[str, str, frozenset[str], str]]:
    rows = []
    for line in WORDINGS.strip().splitlines():
        wording, told, date = (cell.strip() for cell in line.split("|"))
        stage, *candidates = told.split()
        rows.append((wording, stage, frozenset(candidates), date))
    return rows


ROWS = _rows()
NAMES = [row[0] for row in ROWS]


def said(reading: StageReading) -> str:
    return reading.stage.name if isinstance(reading.stage, Stage) else "?"


def dated(reading: StageReading) -> str:
    return reading.date.to("en") if isinstance(reading.date, ReadDate) else ""


def test_the_table_is_large_enough_and_says_no_wording_twice():
    assert len(ROWS) >= 150
    assert len(set(NAMES)) == len(ROWS)
    assert {row[1] for row in ROWS} == {"?", *(stage.name for stage in Stage)}


@pytest.mark.parametrize(("wording", "stage", "candidates", "date"), ROWS, ids=NAMES)
def test_a_wording_is_read_as_it_is_meant(wording, stage, candidates, date):
    reading = stage_of(wording)
    assert said(reading) == stage
    assert candidates <= {candidate.name for candidate in reading.candidates}
    assert dated(reading) == date


def without_accents(text: str) -> str:
    return "".join(
        letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)
    )


VARIANTS = {
    "upper case": str.upper,
    "lower case": str.lower,
    "title case": str.title,
    "no accents": without_accents,
    "upper case without accents": lambda text: without_accents(text).upper(),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "double spaces": lambda text: text.replace(" ", "  "),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "tabs around": lambda text: f"\t{text} \r\n",
    "curly apostrophes": lambda text: text.replace("'", "\u2019"),
    "semicolons": lambda text: text.replace(",", " ;"),
    "long dashes": lambda text: text.replace(" - ", " \u2014 "),
    "between quotes": lambda text: f"« {text} »",
    "in brackets": lambda text: f"({text})",
}


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
def test_case_accents_spaces_and_punctuation_do_not_change_the_reading(variant):
    for wording, stage, _, date in ROWS:
        if wording.endswith(":"):
            continue  # a closing sign would stand for the missing value
        reading = stage_of(variant(wording))
        assert (said(reading), dated(reading)) == (stage, date), variant(wording)


@pytest.mark.parametrize("wording", [row[0] for row in ROWS if row[1] != "?"])
def test_a_doubt_or_a_question_leaves_no_stage_and_keeps_it_among_the_candidates(wording):
    settled = stage_of(wording).stage
    for doubtful in (f"{wording} ?", f"{wording} (à confirmer)", f"peut-être : {wording}"):
        reading = stage_of(doubtful)
        assert not reading.settled, doubtful
        assert settled in reading.candidates


@pytest.mark.parametrize(
    "nonsense",
    [
        "",
        " ",
        "???",
        "12345",
        "lorem ipsum dolor",
        "facilitation",
        "réacité",
        "\U0001f600",
        "-",
        "\x00",
        "aaaa" * 50,
    ],
)
def test_nonsense_means_nothing(nonsense):
    reading = stage_of(nonsense)
    assert reading.stage is UNKNOWN
    assert reading.candidates == ()
    assert reading.date is UNKNOWN


@pytest.mark.parametrize(
    "wording",
    [
        "ACI s\u0336i\u0336g\u0336n\u0336é\u0336", "A\u0336C\u0336I\u0336 signé", "ACI signé\u20e0",  # struck out, forbidden
        "ACI signé ⏳", "ACI signé 🚫", "ACI signé ✖", "☒ ACI signé", "ACI signé ⛔", "ACI signé 👎", "ACI signé 🔴", "ACI signé ❎",
        "¬ ACI signé", "ACI ≠ signé", "ACI signé ⊘", "□ ACI signé", "○ ACI signé",
        "ACI signé ？", "ACI signé ؟", "ACI signé ¿", "ACI signé ⁈", "ACI signé ❓",
        "ACI signé : ____", "ACI signé le ......", "ACI signé : …", "ACI signé : \\",
        "ACI signé : néant", "ACI signé : Ø", "ACI signé : so", "ACI signé : s.o.", "ACI signé : sans objet",
    ],
)  # fmt: skip
def test_a_sign_that_may_deny_a_step_and_a_blank_to_fill_leave_it_open(wording):
    assert stage_of(wording).stage is UNKNOWN


@pytest.mark.parametrize(
    "wording",
    ["ACI signé ✅", "✔\ufe0f ACI signé", "☑ ACI signé", "► ACI signé", "■ ACI signé", "n° 3 : ACI signé", "ACI → signé", "ACI signé !"],
)  # fmt: skip
def test_a_sign_that_lists_or_confirms_changes_nothing(wording):
    assert stage_of(wording).stage is Stage.ACI_SIGNED


def test_aci_hides_in_no_other_word():
    assert stage_of("capacité signée").stage is UNKNOWN
    assert Stage.ACI_SIGNED not in stage_of("rédaction").candidates


def test_the_words_that_decided_are_shown_and_those_that_were_not_understood():
    reading = stage_of("CPTS du Val Fleuri : LI validée, ACI signé le 15 juin 2022")
    assert [word.text for word in reading.words] == ["ACI", "signé"]
    assert reading.unread == ("Val", "Fleuri")
    assert reading.words[0].to("fr") == "« ACI » : contrat ACI"
    assert reading.words[1].to("en") == "'signé': signature"


def test_where_nothing_decides_what_was_understood_is_shown():
    reading = stage_of("en attente de validation, avis favorable")
    assert [word.text for word in reading.words] == ["attente", "validation", "avis favorable"]
    assert " ou " in reading.words[2].to("fr")


def test_the_dates_of_other_steps_are_kept_apart():
    reading = stage_of("LI validée le 01/02/2022, ACI signé le 15/06/2023, terme le 14/06/2028")
    assert dated(reading) == "2023-06-15"
    assert [date.to("fr") for date in reading.other_dates] == ["01/02/2022", "14/06/2028"]


@pytest.mark.parametrize(
    ("written", "year", "month", "day"),
    [
        ("15/06/2022", 2022, 6, 15), ("15-06-2022", 2022, 6, 15), ("15.06.22", 2022, 6, 15), ("2022-06-15", 2022, 6, 15),
        ("15 juin 2022", 2022, 6, 15), ("1er août 2022", 2022, 8, 1), ("1 er aout 2022", 2022, 8, 1),
        ("3 févr. 2022", 2022, 2, 3), ("29 février 2024", 2024, 2, 29), ("décembre 2023", 2023, 12, None),
        ("juil. 2023", 2023, 7, None), ("juin 2023", 2023, 6, None), ("06/2023", 2023, 6, None), ("2023", 2023, None, None),
        ("mai 2021", 2021, 5, None), ("1er janvier 2021", 2021, 1, 1), ("31 mars 2021", 2021, 3, 31),
        ("avril 2021", 2021, 4, None), ("sept 2021", 2021, 9, None), ("oct. 2021", 2021, 10, None), ("nov 2021", 2021, 11, None),
    ],
)  # fmt: skip
def test_a_date_is_read_as_precisely_as_it_is_written(written, year, month, day):
    assert stage_of(f"ACI signé {written}").date == ReadDate(year=year, month=month, day=day)


@pytest.mark.parametrize(
    "written", ["31/02/2022", "29 février 2023", "15/13/2022", "1999", "2100", "00/2022", "0/0/22"]
)
def test_what_is_no_day_of_the_calendar_is_no_date(written):
    assert stage_of(f"ACI signé le {written}").date is UNKNOWN


def test_a_date_is_a_period_no_more_precise_than_it_was_read():
    year, month, day = (
        ReadDate(year=2024),
        ReadDate(year=2023, month=12),
        ReadDate(year=2024, month=2, day=29),
    )
    assert year.precision is Precision.YEAR
    assert month.precision is Precision.MONTH
    assert day.precision is Precision.DAY
    assert str(year.period) == "2024-01-01 to 2024-12-31"
    assert str(month.period) == "2023-12-01 to 2023-12-31"
    assert str(day.period) == "2024-02-29 to 2024-02-29"
    assert isinstance(day.period, Period)
    assert [day.to("fr"), month.to("fr"), year.to("fr")] == ["29/02/2024", "12/2023", "2024"]
    assert month.to("en") == "2023-12"
    assert Precision.YEAR.label.fr == "à l'année"


@given(st.text(max_size=400))
def test_any_text_gives_a_result(text):
    reading = stage_of(text)
    assert reading.settled != bool(reading.candidates) or not reading.candidates
    assert len(reading.words) + len(reading.unread) <= LONGEST_TEXT
    assert list(reading.candidates) == sorted(set(reading.candidates), key=lambda stage: stage.rank)


_WORDS = sorted({word for name in NAMES for word in name.replace(",", " , ").split()})


@given(st.lists(st.sampled_from(_WORDS), max_size=14))
def test_any_row_of_the_words_of_the_field_gives_a_result(words):
    reading = stage_of(" ".join(words))
    assert not (reading.settled and reading.candidates)
    if reading.settled:
        assert {"?", "peut-être", "ou"}.isdisjoint(words)
        assert reading.words


@pytest.mark.parametrize(
    "denial", ["pas", "non", "jamais", "pas encore", "toujours pas", "non encore", "n'est pas"]
)
@pytest.mark.parametrize(
    ("wording", "stage"),
    [
        ("ACI {} signé", Stage.ACI_SIGNED),
        ("LI {} validée", Stage.LETTER_VALIDATED),
        ("LI {} déposée", Stage.LETTER_SENT),
        ("Projet de santé {} transmis", Stage.PROJET_SENT),
        ("Projet de santé {} validé", Stage.PROJET_VALIDATED),
        ("ACI {} renouvelé", Stage.RENEWED),
        ("ACI {} résilié", Stage.TERMINATED),
        ("Missions {} démarrées", Stage.MISSIONS_RUNNING),
    ],
)
def test_a_step_that_is_denied_is_never_read_as_taken(wording, stage, denial):
    assert stage_of(wording.format("")).stage is stage
    denied = stage_of(wording.format(denial))
    assert not denied.settled
    assert stage not in denied.candidates


@pytest.mark.parametrize(
    "text",
    [
        "ACI " * 75,
        "non " * 75,
        "et LI " * 50,
        "validé " * 42,
        "12/03/2025 " * 27,
        "en cours de " * 25,
        "(" * 300,
        "é" * 300,
    ],
)
def test_the_worst_texts_are_read_at_once(text):
    started = time.perf_counter()
    stage_of(text[:LONGEST_TEXT])
    assert time.perf_counter() - started < 1


def test_a_text_too_long_for_a_cell_is_not_read():
    assert stage_of("ACI signé".ljust(LONGEST_TEXT)).settled
    assert not stage_of("ACI signé".ljust(LONGEST_TEXT + 1)).settled


@pytest.mark.parametrize("value", [None, 4, b"ACI", ["ACI"], UNKNOWN])
def test_what_is_no_text_is_refused(value):
    with pytest.raises(TypeError, match="stage_of reads a str"):
        stage_of(value)


def test_a_tally_adds_up_and_shows_what_it_could_not_place():
    wordings = [
        "LI validée",
        "ACI signé",
        "ACI signé en 2022",
        "validé",
        "Projet validé non signataire",
        "bonjour",
        "validé",
    ]
    counted = tally(map(stage_of, wordings))
    assert counted.of(Stage.ACI_SIGNED) == 2
    assert counted.of(Stage.PROJET_VALIDATED) == 1
    assert counted.of(Stage.RENEWED) == 0
    assert [reading.text for reading in counted.undetermined] == ["validé", "bonjour", "validé"]
    assert counted.total == 7
    assert counted.at_most(Stage.PROJET_VALIDATED) == 4
    assert counted.at_most(Stage.ACI_SIGNED) == 3
    assert list(counted.lines("fr")) == [
        "lettre d'intention validée : 1",
        "projet de santé validé : 1",
        "ACI signé : 2",
        "indéterminé : 3",
        "  « validé » : 2",
        "  « bonjour » : 1",
        "total : 7",
    ]
    assert list(counted.lines("en"))[-1] == "total: 7"


def test_an_empty_tally_is_nothing():
    assert list(tally([]).lines("fr")) == ["total : 0"]


@given(st.lists(st.sampled_from(NAMES), max_size=40))
def test_every_tally_adds_up(wordings):
    counted = tally(map(stage_of, wordings))
    assert counted.total == len(wordings)
    assert sum(number for _, number in counted.by_stage) + len(counted.undetermined) == counted.total
    assert [stage for stage, _ in counted.by_stage] == list(Stage)
    assert all(counted.of(stage) <= counted.at_most(stage) <= counted.total for stage in Stage)
