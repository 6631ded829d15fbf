"""Sheets that a hasty reader believes: headers of another meaning, people who are no members, days of another order."""

from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from cpts_model.exchange.sheets import loads_members
from cpts_model.facts.modes import Mode
from cpts_model.facts.professions import Profession
from exchange.sheets.told import doubts, rows, saved, used

LISTED = date(2024, 1, 1)
NAMED = "Nom;Prénom;"


def told(text: str, fact: str, **options: Any) -> list[Any]:
    """What each row says of a fact; ``None`` where it says nothing."""
    return [(row or {}).get(fact) for row in rows(loads_members(text, **options)).values()]


class TestAListProvesNoMembership:
    @pytest.mark.parametrize(
        ("header", "cell"),
        [
            ("Membre", "non"),
            ("Adhérent", "NON"),
            ("Adhésion", "non"),
            ("Adhésion", "en cours"),
            ("Statut", "ancien membre"),
            ("Statut", "démissionnaire"),
            ("Statut", "non adhérent"),
            ("Statut", "plus membre"),
            ("Statut", "en attente"),
            ("Observations", "a quitté la CPTS en mars"),
            ("Observations", "Décédée"),
            ("Observations", "radié par le CA"),
            ("Collège", "Anciens"),
        ],
    )
    def test_of_whom_the_row_says_otherwise(self, header: str, cell: str) -> None:
        sheet = loads_members(f"{NAMED}{header}\nRouxel;Zoé;{cell}\nTestard;Luc;\n", listed_on=LISTED)
        assert ["listed_on" in (row or {}) for row in rows(sheet).values()] == [False, True]
        assert ["partner" in (row or {}) for row in rows(sheet).values()] == [False, True]
        assert ("C2", "listed-otherwise") in doubts(sheet)

    def test_of_whom_the_name_says_otherwise(self) -> None:
        sheet = loads_members("Nom\nRouxel Zoé (décédée)\n", listed_on=LISTED)
        assert ("A2", "listed-otherwise") in doubts(sheet)

    def test_of_those_on_a_sheet_of_former_members(self) -> None:
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        page.title = "Anciens membres"
        page.append(["Nom", "Prénom"])
        page.append(["Rouxel", "Zoé"])
        sheet = loads_members(saved(book), "xlsx", listed_on=LISTED)
        assert "listed_on" not in (rows(sheet)[2] or {})
        assert doubts(sheet) == {(None, "listed-otherwise")}

    def test_but_an_address_and_a_present_member_say_nothing_against_it(self) -> None:
        text = f"{NAMED}Adresse;Membre;Mode d'exercice\nRouxel;Zoé;rue de l'Ancienne Mairie;oui;temps partiel, libéral\n"
        assert told(text, "listed_on", listed_on=LISTED) == [LISTED]

    @pytest.mark.parametrize("word", ["Partenaires", "invité", "Observatrice", "sympathisant"])
    @pytest.mark.parametrize("header", ["Collège", "Statut", "Observations"])
    def test_that_a_partner_is_no_partner(self, header: str, word: str) -> None:
        text = f"{NAMED}{header}\nRouxel;Zoé;{word}\nTestard;Luc;\n"
        assert told(text, "partner", listed_on=LISTED) == [None, False]


class TestColumnsOfAnotherMeaning:
    def test_the_profession_of_a_spouse_is_not_the_member_s(self) -> None:
        sheet = loads_members(f"{NAMED}Conjoint\nRouxel;Zoé;MG\nTestard;Luc;IDE\n")
        assert used(sheet) == {"A": "surname", "B": "first-name"}
        assert doubts(sheet) == {("C1", "column-guess")}

    @pytest.mark.parametrize("header", ["", "Unnamed: 2", "Colonne3"])
    def test_a_column_without_header_is_read_by_its_contents(self, header: str) -> None:
        assert used(loads_members(f"{NAMED}{header}\nRouxel;Zoé;MG\n"))["C"] == "profession*"

    @pytest.mark.parametrize("order", [1, -1])
    def test_a_function_does_not_take_the_place_of_the_profession(self, order: int) -> None:
        columns = [("Fonction", "médecin coordonnateur"), ("Profession", "IDE")][::order]
        text = f"{NAMED}{';'.join(one for one, _ in columns)}\nRouxel;Zoé;{';'.join(one for _, one in columns)}\n"
        assert told(text, "professions") == [(Profession.INFIRMIER,)]
        assert {code for _, code in doubts(loads_members(text))} == {"column-twice"}

    def test_a_category_that_is_a_profession_is_no_college(self) -> None:
        text = f"{NAMED}Profession;Catégorie\nRouxel;Zoé;IDE;Infirmier\nTestard;Luc;MG;Médecin\n"
        assert told(text, "college") == [None, None]
        assert doubts(loads_members(text)) == {("D1", "column-unclear")}

    def test_a_college_that_is_a_profession_is_one(self) -> None:
        assert told(f"{NAMED}Collège\nRouxel;Zoé;Infirmiers\n", "college") == ["Infirmiers"]

    def test_a_consent_that_does_not_say_to_what_is_no_consent_to_join(self) -> None:
        sheet = loads_members(f"{NAMED}Consentement;A consenti à adhérer\nRouxel;Zoé;oui;non\n")
        assert (rows(sheet)[2] or {})["consented"] is False
        assert doubts(sheet) == {("C1", "column-consent")}

    @pytest.mark.parametrize("header", ["Cotisation", "Cotisation 2024"])
    def test_a_year_in_the_column_of_fees_is_no_amount(self, header: str) -> None:
        sheet = loads_members(f"{NAMED}{header}\nRouxel;Zoé;2024\nTestard;Luc;20\n")
        assert "fees" not in (rows(sheet)[2] or {})
        assert (rows(sheet)[3] or {})["fees"][0].amount == Decimal(20)
        assert ("C2", "fee-unread") in doubts(sheet)

    def test_modes_and_statuses_in_one_column(self) -> None:
        text = f"{NAMED}Statut\nRouxel;Zoé;libéral\nTestard;Luc;associé\nA;B;salarié\n"
        assert told(text, "mode") == [Mode.LIBERAL, None, Mode.SALARIE]
        assert doubts(loads_members(text)) == {("C3", "mode-unread")}


class TestDaysOfAnotherOrder:
    HEAD = f"{NAMED}Date d'adhésion;Date de paiement\n"

    def test_in_one_column_put_the_others_in_doubt(self) -> None:
        sheet = loads_members(f"{self.HEAD}Rouxel;Zoé;03/04/2024;01/14/2024\nTestard;Luc;2024-02-03;\n")
        assert [(row or {}).get("joined_on") for row in rows(sheet).values()] == [None, date(2024, 2, 3)]
        assert doubts(sheet) == {("D1", "column-orders"), ("D2", "day-other-way"), ("C2", "day-either")}

    def test_leave_a_column_that_shows_its_own_order(self) -> None:
        text = f"{self.HEAD}Rouxel;Zoé;03/04/2024;01/14/2024\nTestard;Luc;25/03/2024;\n"
        assert told(text, "joined_on") == [date(2024, 4, 3), date(2024, 3, 25)]


def test_other_sheets_that_name_people_are_told() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Membres"
    page.append(["Nom", "Prénom"])
    other = book.create_sheet("Bureau")
    other.append(["Nom", "Prénom", "Date d'adhésion"])
    other.append(["Rouxel", "Zoé", date(2024, 1, 1)])
    sheet = loads_members(saved(book), "xlsx")
    assert sheet.dialect.sheet == "Bureau"
    assert {doubt.code: doubt.why.fr for doubt in sheet.doubts}["sheet-others"].find("« Membres »") > 0
    assert not loads_members(saved(book), "xlsx", sheet="Bureau").doubts
