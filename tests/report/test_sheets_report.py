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
dates écrites : d/m/yyyy (jour en premier)
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
