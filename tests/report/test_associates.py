"""The sheets of a maison de santé for the health insurance. People are invented."""

import csv
import io
from datetime import date

from builders import infirmier, member, specialiste
from cpts_model.facts.structures import SISA
from cpts_model.life.associates import associates_on_31_december
from cpts_model.life.diversity import diversity
from cpts_model.report.associates import associates_csv, diversity_csv


def rows(written):
    assert written.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig")), delimiter=";"))


def sisa(*people, members=None):
    told = tuple(member(who, associe=True) for who in people) if members is None else members
    return SISA(id="sisa", name="SISA", members=told)


def test_the_list_has_the_columns_that_the_health_insurance_asks_for():
    told = infirmier("Camille Dupré", numero_am="123456789", rpps="10000000001")
    listed = associates_on_31_december(sisa(told, specialiste("Nour Alba")), year=2024)
    assert rows(associates_csv(listed)) == [
        [
            "Nom et prénom",
            "Numéro AM",
            "Numéro RPPS",
            "Profession ou spécialité",
            "À vérifier ou à compléter",
        ],
        ["Camille Dupré", "123456789", "10000000001", "infirmier", ""],
        ["Nour Alba", "", "", "médecin, Cardiologie et Maladies vasculaires (SM)", "numéro AM, numéro RPPS"],
    ]


def test_who_is_to_be_checked_comes_last_with_the_reason():
    listed = associates_on_31_december(sisa(members=(member(infirmier("Camille")),)), year=2024)
    assert rows(associates_csv(listed, "en"))[1] == ["Camille", "", "", "", "not told whether a partner"]


def test_an_incomplete_list_says_so():
    listed = associates_on_31_december(SISA(id="s"), year=2024)
    assert rows(associates_csv(listed))[-1][-1] == "liste des membres incomplète"
    assert "liste des membres incomplète" in rows(diversity_csv(diversity(SISA(id="s"), on=listed.on)))[1]


def test_no_cell_is_a_formula_and_no_number_loses_its_zero():
    hostile = infirmier('=HYPERLINK("x")', numero_am="012345678", rpps="+1")
    written = rows(associates_csv(associates_on_31_december(sisa(hostile), year=2024)))
    assert written[1][:3] == ['\'=HYPERLINK("x")', "'012345678", "'+1"]


def test_who_counts_for_diversity_is_named():
    nurse, doctor = infirmier("Camille"), specialiste("Nour")
    written = rows(diversity_csv(diversity(sisa(nurse, doctor), on=date(2024, 12, 31))))
    assert written[0] == ["Condition", "Nom et prénom", "Profession ou spécialité", "Résultat"]
    assert written[1][1] == "Nour"
    assert written[1][3].startswith("à vérifier (médecin d'une autre spécialité")
    assert written[2][1:] == ["Camille", "infirmier", "compté"]
    assert written[3] == ["Niveau", "", "", "0–1"]
    assert written[4][3].startswith("d'après la « calculette ACI », version 6, mai 2022")
