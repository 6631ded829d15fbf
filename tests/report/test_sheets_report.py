"""The report of a spreadsheet: what was detected, what was read, and every doubt with its cell."""

from datetime import date

import attrs
import pytest

from cpts_model.engine.text import Lang
from cpts_model.exchange.sheets import How, Role, loads_members
from cpts_model.report.sheets import sheet_lines

SHEET = loads_members(
    "Professionnel;;Téléphone;Remarques;Date d'adhésion;Statut de la commande\n"
    "ROUXEL Zoé;IDE;612345678;;12/03/2024;Validé\n"
    "ROUXEL Zoé;MK;;;;Validé\n"
    "TESTARD Ana;MK;;;;Remboursé\n"
    "#REF!;;;;;\n",
    listed_on=date(2024, 12, 31),
)


def text(lang: Lang) -> str:
    found = attrs.evolve(SHEET, source="liste.csv", campaign="adhesions-2024")
    return "\n".join(" " * line.indent + line.text for line in sheet_lines(found, lang))


def test_tells_all_in_french() -> None:
    assert (
        text("fr")
        == """\
liste.csv
CSV, séparateur « ; », en-têtes à la ligne 1
dates écrites : j/m/aaaa (jour en premier)
Campagne : adhesions-2024 (une campagne n'est pas une année civile)
Liste arrêtée le 31/12/2024

Colonnes
 A  Professionnel → nom et prénom (par son en-tête)
 B  (sans en-tête) → profession (par son contenu)
 C  Téléphone → téléphone, lu pour les zéros perdus (par son en-tête, non conservé)
 D  Remarques → non utilisée
 E  Date d'adhésion → date d'adhésion (par son en-tête)
 F  Statut de la commande → statut de la commande (par son en-tête, non conservé)

Lu
 membres : 2 (personnes : 2 ; organisations : 0)
 lignes qui ne comptent ni membre ni paiement : 1
 date d'adhésion : 1 sur 2
 profession : 2 sur 2

Lignes non lues (1)
 A5  « #REF! » : la cellule du nom affiche une erreur du tableur
    → corriger la formule, ou écrire le nom

Doutes (3)
 C2  « 612345678 » : neuf chiffres : le tableur a retiré le zéro du début (le numéro n'est pas gardé)
    → mettre la colonne au format texte
 A3  « Zoé ROUXEL » : même nom qu'à la ligne 2 : l'identifiant zoe-rouxel-2 les distingue
    → ajouter le numéro RPPS de chacun, ou retirer la ligne en double
 F4  « Remboursé » : la commande n'est pas validée : la ligne ne compte ni membre ni paiement
    → si la personne a payé autrement, le dire dans le tableau des membres

Doublons possibles (1) : rien n'a été fusionné
 lignes 2 et 3 : Zoé ROUXEL (mêmes nom et prénom)"""
    )


def test_tells_all_in_english() -> None:
    told = text("en")
    assert 'C2  "612345678": nine digits: the spreadsheet removed the leading zero' in told
    assert "lines 2 and 3: Zoé ROUXEL (same surname and first name)" in told
    assert "2024-12-31" in told


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_of_a_clean_sheet_says_so(lang: Lang) -> None:
    lines = [line.text for line in sheet_lines(loads_members("Nom\tPrénom\nRouxel\tZoé"), lang)]
    assert {"Aucun doute.", "No doubt."} & set(lines)
    assert any("tabulations" in line or "tabs" in line for line in lines)


def test_of_a_workbook_tells_its_sheets() -> None:
    found = attrs.evolve(
        SHEET, dialect=attrs.evolve(SHEET.dialect, sheet="Feuil1", other_sheets=("Anciens",), encoding="utf-8", day_first=False)
    )  # fmt: skip
    lines = [line.text for line in sheet_lines(found, "fr")]
    assert "CSV, feuille « Feuil1 », séparateur « ; », encodage utf-8, en-têtes à la ligne 1" in lines
    assert "autres feuilles, non lues : Anciens" in lines


def test_every_role_and_way_has_a_label() -> None:
    assert all(one.label.fr and one.label.en for one in (*Role, *How))


def test_many_doubts_alike_are_told_once_with_every_cell() -> None:
    names = ("Ana", "Bea", "Cléo", "Dina", "Elsa")
    rows = "".join(f"INVENTÉ {name};IDE;61234567{place}\n" for place, name in enumerate(names))
    found = loads_members(f"Professionnel;Profession;Téléphone\n{rows}")
    told = [line.text for line in sheet_lines(found, "fr")]
    assert "Doutes (5)" in told
    assert sum("neuf chiffres" in line for line in told) == 1
    assert any(line.startswith("C2 « 612345670 », C3 « 612345671 », C4") for line in told)


@pytest.mark.parametrize(
    ("cell", "said"),
    [("12/03/2024", "j/m/aaaa"), ("12/03/24", "j/m/aa"), ("12 mars 2024", "j mois en lettres aaaa"), ("2024-03-12", "aaaa-mm-jj")],
)  # fmt: skip
def test_styles_of_dates_are_said_in_the_words_of_french(cell: str, said: str) -> None:
    found = loads_members(f"Nom;Prénom;Date d'adhésion\nInventé;Ana;{cell}\n")
    assert f"dates écrites : {said} (jour en premier)" in [line.text for line in sheet_lines(found, "fr")]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Cotisation\nNOMA;Zoé;20 €\nNOMB;Ana;20 €", "2 ; si les statuts"),
        ("Cotisation;Date de la cotisation\nNOMA;Zoé;20 €;12/03/2024\nNOMB;Ana;;", None),
        ("Cotisation 2024;Cotisation 2025\nNOMA;Zoé;20 €;12/03/2025\nNOMB;Ana;;12/03/2025", "1 ; si les statuts"),
        ("Cotisation à jour\nNOMA;Zoé;oui\nNOMB;Ana;non", None),
        ("Ville\nNOMA;Zoé;Testville", None),
    ],
)  # fmt: skip
def test_a_fee_without_its_day_is_said_to_leave_the_vote_open(told: str, said: str | None) -> None:
    lines = [line.text for line in sheet_lines(loads_members(f"Nom;Prénom;{told}\n"), "fr")]
    hints = [line for line in lines if line.startswith("cotisations sans date de paiement")]
    assert len(hints) == (said is not None)
    assert all(said in hint for hint in hints if said)
