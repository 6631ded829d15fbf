"""The sheets that exist, made again with invented people: no wrong fact, and every doubt at its cell."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Literal

import openpyxl
import pytest

from cpts_model import CPTS, Membership, Mode, Organisation, Profession
from cpts_model.exchange.sheets import dumps_members, loads_members
from cpts_model.exchange.sheets import rows as sheet_rows
from cpts_model.facts.checks import BadFact
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.memberships import FeePayment
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organs import Organ
from cpts_model.facts.people import PersonRole
from exchange.sheets.told import doubles, doubts, faults, rows, saved, used, xlsx

INFIRMIER = (Profession.INFIRMIER,)
MEDECIN = (Profession.MEDECIN,)
KINE = (Profession.MASSEUR_KINESITHERAPEUTE,)
PHARMACIEN = (Profession.PHARMACIEN,)

# Invented numbers; the last digit is their Luhn key.
RPPS_1, RPPS_2 = "10001234565", "10107654328"
BAD_KEY = "10001234566"


class TestTheSheetOfAMaisonDeSante:
    """One cell for the name, the profession under no header, telephones without their zero."""

    SHEET = xlsx(
        ["Professionnel", None, "Email", "Téléphone"],
        ["ROUXEL Camille ", "Infirmier", "camille@exemple.test", None],
        ["TESTARD Jeanne", "Médecin", "jeanne@exemple.test", 612345678],
        ["TESTARD Luc ", "Kinésithérapeute", "luc@exemple.test", None],
        ["MORVANEL", "Pharmacien", "pharma@exemple.test", 512345678],
        ["LE GUENNO Yannick", "Pédicure podologue", None, None],
        ["D'ARTEVAL Zoé", "Dentiste", "zoe@exemple.test", "06 12 34 56 78"],
    )

    def test_is_read(self) -> None:
        sheet = loads_members(self.SHEET, "xlsx")
        assert used(sheet) == {"A": "full-name", "B": "profession*", "C": "email", "D": "phone"}
        assert rows(sheet) == {
            2: {"id": "camille-rouxel", "name": "Camille ROUXEL", "professions": INFIRMIER},
            3: {"id": "jeanne-testard", "name": "Jeanne TESTARD", "professions": MEDECIN},
            4: {"id": "luc-testard", "name": "Luc TESTARD", "professions": KINE},
            5: {"id": "morvanel", "name": "MORVANEL", "professions": PHARMACIEN},
            6: {"id": "yannick-le-guenno", "name": "Yannick LE GUENNO", "professions": (Profession.PEDICURE_PODOLOGUE,)},
            7: {"id": "zoe-d-arteval", "name": "Zoé D'ARTEVAL", "professions": (Profession.CHIRURGIEN_DENTISTE,)},
        }  # fmt: skip
        assert doubts(sheet) == {("D3", "phone-zero"), ("D5", "phone-zero"), ("A5", "name-alone")}
        assert faults(sheet) == set()
        assert doubles(sheet) == {}, "a surname alone is shared by two people"
        assert {doubt.place for doubt in sheet.doubts} == {"Feuil1!D3", "Feuil1!D5", "Feuil1!A5"}


class TestAHelloAssoExport:
    SHEET = (
        "Référence commande;Date de la commande;STATUT DE LA COMMANDE;Nom adhérent;Prénom adhérent;Email payeur;"
        "Nom payeur;Tarif;Montant tarif;Numéro de téléphone;Email facilement joignable ;Votre profession\r\n"
        "1001;01/09/2024;Validé;Rouxel;Camille;compta@exemple.test;Cabinet;Libéral;10,00;0612345678;c@exemple.test;IDEL\r\n"
        "1002;02/09/2024;Remboursé;Testard;Luc;compta@exemple.test;Cabinet;Libéral;10,00;;l@exemple.test;MK\r\n"
        "1003;03/09/2024;Annulé;Morvanel;Ana;x@exemple.test;Morvanel;Salarié;10,00;;;Pharmacienne\r\n"
        "1004;04/09/2024;Validé;Brunet-Test;Sacha;x@exemple.test;Autre;Salarié;0,00;;C@exemple.test;Sage-femme\r\n"
        "1005;05/09/2024;;Dutest;Éloi;x@exemple.test;Autre;Salarié;10,00;;;MG\r\n"
    )

    def test_counts_only_orders_that_were_paid_and_takes_no_payer_for_a_member(self) -> None:
        sheet = loads_members(self.SHEET.encode("utf-8-sig"))
        assert sheet.dialect.separator == ";"
        assert rows(sheet) == {
            2: {
                "id": "camille-rouxel",
                "name": "Camille Rouxel",
                "professions": INFIRMIER,
                "mode": Mode.LIBERAL,
                "fees": (FeePayment(paid_on=date(2024, 9, 1), amount=Decimal(10)),),
            },
            3: None,
            4: None,
            5: {
                "id": "sacha-brunet-test",
                "name": "Sacha Brunet-Test",
                "professions": (Profession.SAGE_FEMME,),
                "fees": (FeePayment(paid_on=date(2024, 9, 4), amount=Decimal(0)),),
            },
            6: None,
        }
        assert doubts(sheet) == {("C3", "order-not-paid"), ("C4", "order-not-paid"), ("C6", "order-not-paid")}
        assert doubles(sheet) == {(2, 5): ("same e-mail address",)}, "that of the member, not of the payer"
        payers = [column for column in sheet.columns if column.role and column.role.value == "payer"]
        assert [column.header for column in payers] == ["Email payeur", "Nom payeur"]
        assert not any(column.kept for column in payers)

    def test_without_the_status_of_orders_counts_no_payment(self) -> None:
        sheet = loads_members(
            "Nom adhérent;Prénom adhérent;Date de la commande;Montant tarif\nRouxel;Ana;01/09/2024;10\n"
        )
        assert rows(sheet) == {2: {"id": "ana-rouxel", "name": "Ana Rouxel"}}
        assert doubts(sheet) == {("C1", "orders-without-status")}


class TestAnOldWindowsFileWithTitles:
    SHEET = (
        "CPTS inventée,,,,\r\n"
        "Liste des adhérents arrêtée au 31/12/2023,,,,\r\n"
        ",,,,\r\n"
        '"NOM\r\nde famille",PRENOM,Métier,Date  d\'adhésion,Collège\r\n'
        "Éluère,Zoé,Infirmière libérale,12/03/2021,1\r\n"
        ",,,,\r\n"
        "Testard,Luc,Cardiologue,2/4/2022,Collège 2\r\n"
        "Total adhérents : 2,,,,\r\n"
    ).encode("cp1252")  # fmt: skip

    def test_is_read(self) -> None:
        sheet = loads_members(self.SHEET, listed_on=date(2023, 12, 31))
        assert (sheet.dialect.encoding, sheet.dialect.separator, sheet.dialect.header_line) == (
            "cp1252",
            ",",
            4,
        )
        assert rows(sheet) == {
            5: {
                "id": "zoe-eluere",
                "name": "Zoé Éluère",
                "professions": INFIRMIER,
                "mode": Mode.LIBERAL,
                "joined_on": date(2021, 3, 12),
                "listed_on": date(2023, 12, 31),
                "partner": False,
                "college": "1",
            },
            7: {
                "id": "luc-testard",
                "name": "Luc Testard",
                "professions": MEDECIN,
                "joined_on": date(2022, 4, 2),
                "listed_on": date(2023, 12, 31),
                "partner": False,
                "college": "Collège 2",
            },
        }
        assert doubts(sheet) == {("C7", "speciality-open"), ("A8", "total-line")}


class TestTheDayOfAList:
    def test_proves_membership_where_nothing_speaks_against_it(self) -> None:
        sheet = loads_members(
            "Nom;Prénom;Adhésion le;Départ le;Collège\n"
            "Noma;Zoé;;;\n"
            "Nomb;Zoé;01/01/2020;31/12/2023;\n"
            "Nomc;Zoé;01/01/2020;01/01/2024;\n"
            "Nomd;Zoé;31/12/2023;;Partenaires\n"
            "Nome;Zoé;01/01/2024;;\n"
            "Nomf;Zoé;;parti;\n",
            listed_on=date(2023, 12, 31),
        )
        told = rows(sheet)
        assert {
            line: ("listed_on" in (one or {}), (one or {}).get("partner")) for line, one in told.items()
        } == {
            2: (True, False),
            3: (False, None),
            4: (True, False),
            5: (True, None),
            6: (False, None),
            7: (False, None),
        }
        assert doubts(sheet) == {("C6", "joined-after-list"), ("D7", "day-none")}


class TestDaysOfManyStyles:
    HEAD = "Nom;Prénom;Adhésion le\n"

    def read(self, *cells: str, day_first: bool = True) -> tuple[list[object], set[tuple[str | None, str]]]:
        text = self.HEAD + "".join(f"Nom{chr(65 + n)};Zoé;{cell}\n" for n, cell in enumerate(cells))
        sheet = loads_members(text, day_first=day_first)
        return [(told or {}).get("joined_on") for told in rows(sheet).values()], doubts(sheet)

    def test_of_the_same_day(self) -> None:
        same = ["12/03/2024", "12-03-2024", "12.3.2024", "12/03/24", "2024-03-12", "12 mars 2024", "12 MARS 2024",
                "mardi 12 mars 2024", "12 March 2024", "12-mars-24", "12/03/2024 10:32", "2024-03-12T10:32:00"]  # fmt: skip
        days, found = self.read(*same)
        assert days == [date(2024, 3, 12)] * len(same)
        assert found == set()

    def test_that_are_no_days(self) -> None:
        days, found = self.read(
            "31/02/2024", "mars 2024", "2024", "12/03/87", "45363", "01/01/1900", "bientôt", "12/03/0224", "0", "#REF!"
        )  # fmt: skip
        assert days == [None] * 10
        assert found == {
            ("C2", "day-none"),
            ("C3", "day-none"),
            ("C4", "day-year-alone"),
            ("C5", "day-century"),
            ("C6", "day-serial"),
            ("C7", "day-epoch"),
            ("C8", "day-none"),
            ("C9", "day-far"),
            ("C10", "day-epoch"),
            ("C11", "day-error"),
        }

    def test_in_both_orders_leave_what_reads_both_ways_unknown(self) -> None:
        days, found = self.read("03/04/2024", "13/04/2024", "03/25/2024", "05/05/2024")
        assert days == [None, date(2024, 4, 13), None, date(2024, 5, 5)]
        assert found == {("C1", "column-orders"), ("C2", "day-either"), ("C4", "day-other-way")}

    def test_with_the_month_first_when_asked(self) -> None:
        days, found = self.read("03/04/2024", "03/25/2024", "1er avril 2024", day_first=False)
        assert days == [date(2024, 3, 4), date(2024, 3, 25), date(2024, 4, 1)]
        assert found == set()


class TestWordsForNotKnowing:
    def test_leave_everything_unknown(self) -> None:
        words = ["non précisé", "NC", "N/C", "-", "?", "n.r.", "", "Non renseigné", "—"]
        head = (
            "Nom;Prénom;Profession;RPPS;Date d'adhésion;Date de départ;Collège;Cotisation;Mode d'exercice\n"
        )
        text = head + "".join(f"Nom{chr(65 + n)};Zoé" + f";{word}" * 7 + "\n" for n, word in enumerate(words))
        sheet = loads_members(text)
        assert [set(told or {}) for told in rows(sheet).values()] == [{"id", "name"}] * len(words)
        assert doubts(sheet) == set()

    def test_differ_from_words_for_none(self) -> None:
        sheet = loads_members("Nom;Prénom;RPPS;Date de départ;Collège\nNoma;Zoé;aucun;néant;Aucun\n")
        assert rows(sheet) == {
            2: {"id": "zoe-noma", "name": "Zoé Noma", "rpps": None, "left_on": None, "college": None}
        }


class TestProfessionsAsCodesAndAbbreviations:
    def test_are_read(self) -> None:
        sheet = loads_members(
            "Prénom;Nom;Code profession;Mode exercice\n"
            "Ana;NOMA;10;libéral\n"
            "Ana;NOMB;60;Salariée\n"
            "Ana;NOMC;MG;\n"
            "Ana;NOMD;IDE;mixte\n"
            "Ana;NOME;MK;remplaçante\n"
            "Ana;NOMF;SF;libéral et salarié\n"
            "Ana;NOMG;ortho;\n"
            "Ana;NOMH;Infirmière libérale;salariée\n"
            "Ana;NOMI;astronaute;\n"
            "Ana;NOMJ;élue;\n"
            "Ana;NOMK;Infirmière Cabinet des Érables;\n"
        )
        found = rows(sheet)
        told = {
            line: {k: v for k, v in (facts or {}).items() if k not in ("id", "name")}
            for line, facts in found.items()
        }
        assert told == {
            2: {"professions": MEDECIN, "mode": Mode.LIBERAL},
            3: {"professions": INFIRMIER, "mode": Mode.SALARIE},
            4: {"professions": MEDECIN, "savoir_faire": ("SM54",)},
            5: {"professions": INFIRMIER},
            6: {"professions": KINE, "substitute": True},
            7: {"professions": (Profession.SAGE_FEMME,)},
            8: {},
            9: {"professions": INFIRMIER},
            10: {},
            11: {"role": PersonRole.ELU, "class": "Person"},
            12: {"professions": INFIRMIER},
        }
        assert doubts(sheet) == {
            ("D5", "mode-unread"),
            ("D7", "mode-unread"),
            ("C8", "profession-candidates"),
            ("D9", "mode-differs"),
            ("C10", "profession-unread"),
            ("C12", "profession-words"),
        }

    def test_beside_a_speciality(self) -> None:
        sheet = loads_members(
            "Nom;Prénom;Profession;Spécialité\n"
            "Noma;Zoé;Médecin;Médecine générale\n"
            "Nomb;Zoé;Médecin;Cardiologie\n"
            "Nomc;Zoé;Infirmier;Cardiologie\n"
            "Nomd;Zoé;;Médecine générale\n"
        )
        told = [{k: v for k, v in (f or {}).items() if k not in ("id", "name")} for f in rows(sheet).values()]
        assert told[0] == {"professions": MEDECIN, "savoir_faire": ("SM54",)}
        assert told[1] == {"professions": MEDECIN}
        assert told[2] == {"professions": INFIRMIER}
        assert doubts(sheet) >= {("D3", "speciality-open"), ("D4", "speciality-unread")}


class TestRPPSNumbersThatASpreadsheetTouched:
    def test_in_text(self) -> None:
        sheet = loads_members(
            "Nom;Prénom;N° RPPS\n"
            f"Noma;Zoé;{RPPS_1}\n"
            "Nomb;Zoé;1,01E+10\n"
            "Nomc;Zoé;1.01E+10\n"
            "Nomd;Zoé;10 10765 4328\n"
            "Nome;Zoé;751234567\n"
            f"Nomf;Zoé;8{RPPS_1}\n"
            "Nomg;Zoé;1010765432\n"
            "Nomh;Zoé;10100000000\n"
            f"Nomi;Zoé;{BAD_KEY}\n"
            "Nomj;Zoé;en cours\n"
        )
        assert {
            line: (told or {}).get("rpps") for line, told in rows(sheet).items() if "rpps" in (told or {})
        } == {
            2: RPPS_1,
            5: RPPS_2,
            10: BAD_KEY,
        }
        assert doubts(sheet) == {
            ("C3", "rpps-scientific"),
            ("C4", "rpps-scientific"),
            ("C6", "rpps-adeli"),
            ("C7", "rpps-prefixed"),
            ("C8", "rpps-length"),
            ("C9", "rpps-rounded"),
            ("C10", "rpps-key"),
            ("C11", "rpps-other"),
        }
        assert [(told or {})["id"] for told in rows(sheet).values()][:2] == [f"rpps-{RPPS_1}", "zoe-nomb"]

    def test_as_numbers_of_a_workbook(self) -> None:
        sheet = loads_members(
            xlsx(["Nom", "Prénom", "RPPS/ADELI"], ["Noma", "Zoé", float(RPPS_1)], ["Nomb", "Zoé", 10100000000], ["Nomc", "Zoé", 10.5]),
            "xlsx",
        )  # fmt: skip
        assert {line: (told or {}).get("rpps") for line, told in rows(sheet).items()} == {
            2: RPPS_1,
            3: None,
            4: None,
        }
        assert doubts(sheet) == {("C3", "rpps-rounded"), ("C4", "rpps-length")}


class TestOrganisationsAmongPeople:
    SHEET = (
        "Nom;Prénom;Profession;N° FINESS;Date d'entrée\n"
        "Rouxel;Camille;IDE;;\n"
        "EHPAD Les Érables;;;010000123;01/01/2022\n"
        "SISA du Port inventé;;;;\n"
        "Pharmacie du Marché;;;10000123;\n"
        "Pharmacie du Marché;Jeanne;Pharmacienne;;\n"
        "Association Bien Vieillir;;;;\n"
        "SELARL Testard;;Médecin;;\n"
        "SEL;Marie;Infirmière;;\n"
        "HAD;;;;\n"
        "Les Érables;;EHPAD;;\n"
        "CCAS de Testville;;;;\n"
    )

    def test_are_organisations_where_words_say_so_and_questions_elsewhere(self) -> None:
        sheet = loads_members(self.SHEET)
        organisation = {"class": "Organisation"}
        assert rows(sheet) == {
            2: {"id": "camille-rouxel", "name": "Camille Rouxel", "professions": INFIRMIER},
            3: {
                "id": "ehpad-les-erables",
                "name": "EHPAD Les Érables",
                "kind": OrganisationKind.EHPAD,
                "finess": "010000123",
                "joined_on": date(2022, 1, 1),
                **organisation,
            },
            4: {
                "id": "sisa-du-port-invente",
                "name": "SISA du Port inventé",
                "legal_form": LegalForm.SISA,
                **organisation,
            },
            5: {
                "id": "pharmacie-du-marche",
                "name": "Pharmacie du Marché",
                "kind": OrganisationKind.PHARMACIE_OFFICINE,
                **organisation,
            },
            7: {"id": "association-bien-vieillir", "name": "Association Bien Vieillir", **organisation},
            9: {"id": "marie-sel", "name": "Marie SEL", "professions": INFIRMIER},
            12: {
                "id": "ccas-de-testville",
                "name": "CCAS de Testville",
                "kind": OrganisationKind.CCAS,
                "legal_form": LegalForm.CCAS,
                **organisation,
            },
        }
        assert faults(sheet) == {("A6", "who"), ("A8", "who"), ("A10", "who"), ("A11", "who")}
        assert doubts(sheet) == {("D5", "finess-other")}

    def test_are_what_a_column_says(self) -> None:
        sheet = loads_members(
            "Type de membre;Nom;Prénom;Profession;RPPS\n"
            f"Personne morale;Les Érables;;EHPAD;{RPPS_1}\n"
            "Personne physique;Cabinet;Ana;;\n"
            "autre chose;Rouxel;Zoé;;\n"
        )
        assert rows(sheet) == {
            2: {
                "id": "les-erables",
                "name": "Les Érables",
                "kind": OrganisationKind.EHPAD,
                "class": "Organisation",
            },
            3: {"id": "ana-cabinet", "name": "Ana Cabinet"},
            4: {"id": "zoe-rouxel", "name": "Zoé Rouxel"},
        }
        assert doubts(sheet) == {("E2", "rpps-organisation"), ("A4", "nature-other")}

    def test_named_in_a_column_of_their_own(self) -> None:
        sheet = loads_members(
            "Raison sociale;Nom;Prénom\nLes Érables;;\nLes Érables;Rouxel;Zoé\n;;Zoé\n;x;\n;;\n"
        )
        assert rows(sheet) == {
            2: {"id": "les-erables", "name": "Les Érables", "class": "Organisation"},
            3: {"id": "zoe-rouxel", "name": "Zoé Rouxel"},
            4: {"id": "zoe", "name": "Zoé"},
            5: {"id": "x", "name": "x"},
        }


class TestHomonymsAndDoubles:
    SHEET = (
        "NOM;Prénom;RPPS;Mail\n"
        f"Testard;Luc;{RPPS_1};luc@exemple.test\n"
        "Testard;Luc;;autre@exemple.test\n"
        f"Testard;Luc;{RPPS_2};\n"
        "TESTARD;Ana;;\n"
        "Dutest;Léa;;LUC@exemple.test\n"
        f"Dutest;Noé;{RPPS_1};\n"
        "testard;lùc;;\n"
    )

    def test_are_proposed_and_never_merged(self) -> None:
        sheet = loads_members(self.SHEET)
        assert [(told or {})["id"] for told in rows(sheet).values()] == [
            f"rpps-{RPPS_1}",
            "luc-testard",
            f"rpps-{RPPS_2}",
            "ana-testard",
            "lea-dutest",
            f"rpps-{RPPS_1}-2",
            "luc-testard-2",
        ]
        assert doubles(sheet) == {
            (2, 3): ("same surname and first name",),
            (2, 6): ("same e-mail address",),
            (2, 7): ("same RPPS number",),
            (2, 8): ("same surname and first name",),
            # Of the two who are known to be namesakes, the second may be the one too.
            (3, 4): ("same surname and first name",),
            (4, 8): ("same surname and first name",),
        }
        assert doubts(sheet) == {("C7", "rpps-again"), ("A8", "homonym")}

    def test_never_share_an_identifier_even_with_a_name_that_looks_like_one(self) -> None:
        sheet = loads_members("Nom complet\nMme Zoé NOMA-2\nNOMA Zoé\nNOMA Zoé\nZoé NOMA\n???\n...!\n")
        assert [(told or {})["id"] for told in rows(sheet).values()] == [
            "zoe-noma-2",
            "zoe-noma",
            "zoe-noma-3",
            "zoe-noma-4",
        ]
        assert faults(sheet) == {("A6", "name-missing"), ("A7", "name-missing")}


class TestFormulasAndErrors:
    def test_of_a_workbook(self) -> None:
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        page.title = "Adhérents"
        page.append(["Nom", "Prénom", "Profession", "Date d'adhésion", "Collège"])
        page.append(["Rouxel", "Camille", "=A1", "=TODAY()", "=1/0"])
        page.append(["Testard", "Luc", "#REF!", "#DIV/0!", "#N/A"])
        page.append(["#REF!", "Ana", "IDE", None, None])
        page.append(["=A2", "Ana", "IDE", None, None])
        page["C3"].data_type = "e"
        sheet = loads_members(saved(book), "xlsx")
        assert rows(sheet) == {
            2: {"id": "camille-rouxel", "name": "Camille Rouxel"},
            3: {"id": "luc-testard", "name": "Luc Testard"},
        }
        assert doubts(sheet) == {
            ("C2", "formula"),
            ("D2", "formula"),
            ("E2", "formula"),
            ("C3", "error"),
            ("D3", "day-error"),
            ("E3", "error"),
        }
        assert faults(sheet) == {("A4", "name-error"), ("A5", "name-error")}

    def test_of_a_text_file(self) -> None:
        sheet = loads_members(
            "Nom;Prénom;RPPS;Collège\n"
            f'Rouxel;Camille;"=""{RPPS_1}""";=HYPERLINK(1)\n'
            "=1+1;Luc;;\n"
            "Testard;Luc;#######;#NOM?\n"
        )  # fmt: skip
        assert rows(sheet) == {
            2: {"id": f"rpps-{RPPS_1}", "name": "Camille Rouxel", "rpps": RPPS_1},
            4: {"id": "luc-testard", "name": "Luc Testard"},
        }
        assert doubts(sheet) == {("D2", "formula"), ("C4", "error"), ("D4", "error")}
        assert faults(sheet) == {("A3", "name-error")}


class TestLinesThatAreNoMembers:
    def test_are_set_aside_and_told(self) -> None:
        sheet = loads_members(
            xlsx(
                ["CPTS inventée"],
                [],
                ["Nom et prénom", "Profession", "N° de téléphone", "Effectif"],
                ["Infirmières"],
                ["ROUXEL Camille", "IDE", None, None],
                [None, None, None, None],
                ["Nom et prénom", "Profession", None, None],
                ["TESTARD Luc", "MK", None, None],
                ["TOTAL : 23", None, None, None],
                ["Total", 23, None, None],
                ["Fait à Testville, le 3 mai 2024"],
                [None, "IDE", None, None],
            ),
            "xlsx",
        )
        assert {line: (told or {})["name"] for line, told in rows(sheet).items()} == {
            5: "Camille ROUXEL",
            8: "Luc TESTARD",
        }
        assert doubts(sheet) == {("A7", "header-again"), ("A9", "total-line"), ("A10", "total-line")}
        assert faults(sheet) == {("A4", "title-line"), ("A11", "line-other"), ("B12", "title-line")}

    TOTALS = (
        ("TOTAL", "8 adhérents", "", "", "140 €"),
        ("Total général", "", "", "", "140,00"),
        ("Sous-total", "", "", "", "70 €"),
        ("Nombre d'adhérents", "8", "", "", ""),
        ("Effectif", "", "", "", "8"),
        ("Total des cotisations", "-", "", "", "140 €"),
        ("Total", "", "infirmiers", "", "3"),
        ("", "TOTAL", "", "", "140 €"),
        ("", "", "Effectif total", "", "8"),
    )
    PEOPLE = (
        ("Total Énergies", "", "", "", "20 €"),
        ("Total", "Zoé", "", "", "20 €"),
        ("TOTAL", "Ana", "IDE", "", "oui"),
        ("Total", "", "IDE", "10001234565", "20 €"),
        ("Effectif", "Luc", "", "", ""),
        ("Rouxel", "Zoé", "Total", "", ""),
    )

    @pytest.mark.parametrize("form", ["csv", "xlsx"])
    @pytest.mark.parametrize("line", [*TOTALS, *PEOPLE], ids="-".join)
    def test_a_total_is_nobody_and_somebody_called_total_is(
        self, line: tuple[str, ...], form: Literal["csv", "xlsx"]
    ) -> None:
        head = ("Nom", "Prénom", "Profession", "RPPS", "Cotisation")
        table = [head, ("Noma", "Odile", "IDE", "", "20 €"), line]
        data = xlsx(*map(list, table)) if form == "xlsx" else "\n".join(map(";".join, table))
        sheet = loads_members(data, form)
        if line in self.TOTALS:
            assert set(rows(sheet)) == {2}
            assert [one.code for one in sheet.doubts if one.line == 3] == ["total-line"]
        else:
            assert set(rows(sheet)) == {2, 3}
            assert "total-line" not in {one.code for one in sheet.doubts}

    @pytest.mark.parametrize("name", ["TOTAL", "Total : 8 adhérents", "Nombre d'adhérents : 8"])
    def test_a_total_in_the_one_column_of_names_is_nobody(self, name: str) -> None:
        sheet = loads_members(f"Rang;Nom et prénom;Cotisation\n1;NOMA Zoé;20 €\n8;{name};140 €\n")
        assert set(rows(sheet)) == {2}
        assert ("B3", "total-line") in doubts(sheet)

    def test_an_organisation_called_total_reads_back(self) -> None:
        structure = CPTS(id="c", members=(Membership(member=Organisation(id="total", name="Total")),))
        assert loads_members(dumps_members(structure)).memberships == structure.members

    def test_merged_cells_tell_their_first_line_only(self) -> None:
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        for row in (["Nom", "Prénom", "Collège"], ["Rouxel", "Ana", "1"], ["Testard", "Luc", None]):
            page.append(row)
        page.merge_cells("C2:C3")
        assert [set(told or {}) for told in rows(loads_members(saved(book), "xlsx")).values()] == [
            {"id", "name", "college"},
            {"id", "name"},
        ]


class TestADirectoryInEnglish:
    def test_is_read(self) -> None:
        sheet = loads_members(
            "First name,Last name,Job,Joined on,Left on,College,Fee paid,Payment date,Amount,Phone number\n"
            "Camille,Rouxel,Infirmière libérale,2021-05-04,,A,yes,2023-01-10,10.50,0612345678\n"
            "Luc,Testard,Cardiologue,2021-05-04,2023-06-30,A,no,,10,\n"
            "Zoé,Dutest,MG,2023-05-04,2021-06-30,A,no,2023-01-10,,\n"
        )
        assert sheet.dialect.separator == ","
        assert rows(sheet) == {
            2: {
                "id": "camille-rouxel",
                "name": "Camille Rouxel",
                "professions": INFIRMIER,
                "mode": Mode.LIBERAL,
                "joined_on": date(2021, 5, 4),
                "college": "A",
                "fees": (FeePayment(paid_on=date(2023, 1, 10), amount=Decimal("10.5")),),
            },
            3: {
                "id": "luc-testard",
                "name": "Luc Testard",
                "professions": MEDECIN,
                "joined_on": date(2021, 5, 4),
                "left_on": date(2023, 6, 30),
                "college": "A",
                "fee_paid": False,
            },
            4: {
                "id": "zoe-dutest",
                "name": "Zoé Dutest",
                "professions": MEDECIN,
                "savoir_faire": ("SM54",),
                "college": "A",
            },
        }
        assert doubts(sheet) == {("C3", "speciality-open"), ("E4", "left-before"), ("G4", "fee-contradicts")}


class TestFeesBySeason:
    def test_one_column_a_year(self) -> None:
        sheet = loads_members(
            "Nom;Prénom;Cotisation 2023;Cotisation 2023-2024 ;Cotisation 2025\n"
            "Noma;Zoé;oui;10 €;05/01/2025\n"
            "Nomb;Zoé;non;non;\n"
            "Nomc;Zoé;x;0;peut-être\n"
        )
        assert {line: (told or {}).get("fees") for line, told in rows(sheet).items()} == {
            2: (
                FeePayment(for_year=2023),
                FeePayment(for_year=2025, paid_on=date(2025, 1, 5)),
            ),
            3: None,
            4: (FeePayment(for_year=2023),),
        }
        assert doubts(sheet) == {("D1", "column-twice"), ("C1", "fee-of-year"), ("E4", "fee-unread")}

    def test_a_season_and_whether_it_is_paid(self) -> None:
        sheet = loads_members(
            "Nom;Prénom;Saison;À jour;Montant\n"
            "Noma;Zoé;2024-2025;oui;10\n"
            "Nomb;Zoé;2024-2026;oui;\n"
            "Nomc;Zoé;2024/25;non;10\n"
            "Nomd;Zoé;;non;\n"
            "Nome;Zoé;;;10\n"
            "Nomf;Zoé;2024;exonéré;\n"
        )
        assert {line: told for line, told in rows(sheet).items() if set(told or {}) != {"id", "name"}} == {
            2: {
                "id": "zoe-noma",
                "name": "Zoé Noma",
                "fees": (FeePayment(amount=Decimal(10), for_year=2024),),
            },
            3: {"id": "zoe-nomb", "name": "Zoé Nomb", "fee_paid": True},
            5: {"id": "zoe-nomd", "name": "Zoé Nomd", "fee_paid": False},
        }
        assert doubts(sheet) == {("C3", "year-unread"), ("C1", "fee-of-year"), ("D7", "answer-other")}

    def test_amounts_alone_are_read_as_paid_and_said_so(self) -> None:
        sheet = loads_members(
            "Nom;Prénom;Cotisation\nNoma;Zoé;10 €\nNomb;Zoé;à jour\nNomc;Zoé;0\nNomd;Zoé;impayée\n"
        )
        assert [
            {k: v for k, v in (told or {}).items() if k not in ("id", "name")}
            for told in rows(sheet).values()
        ] == [
            {"fees": (FeePayment(amount=Decimal(10)),)},
            {"fee_paid": True},
            {},
            {"fee_paid": False},
        ]
        assert doubts(sheet) == {("C1", "column-amounts"), ("C4", "fee-zero")}


class TestRealDatesOfAWorkbook:
    def test_are_read_and_day_zero_is_not(self) -> None:
        sheet = loads_members(
            xlsx(
                [
                    "Nom",
                    "Prénom",
                    "Date d'adhésion",
                    "Date de décision (bureau)",
                    "Fin d'adhésion",
                    "A consenti à adhérer",
                ],
                [
                    "Noma",
                    "Zoé",
                    datetime.combine(date(2024, 3, 12), time()),
                    datetime.combine(date(2024, 4, 2), time(18, 30)),
                    None,
                    "oui",
                ],
                ["Nomb", "Zoé", 45363, "aucune", datetime.combine(date(2024, 12, 31), time()), "peut-être"],
                ["Nomc", "Zoé", 0, 1, None, None],
                ["Nomd", "Zoé", 2024, datetime.combine(date(1900, 1, 1), time()), None, None],
                formats={"C4": "DD/MM/YYYY", "D4": "DD/MM/YYYY"},
            ),
            "xlsx",
        )
        base = {
            line: {k: v for k, v in (told or {}).items() if k not in ("id", "name")}
            for line, told in rows(sheet).items()
        }
        assert base == {
            2: {
                "joined_on": date(2024, 3, 12),
                "admitted_on": date(2024, 4, 2),
                "admitted_by": Organ.BUREAU,
                "consented": True,
            },
            3: {"joined_on": date(2024, 3, 12), "admitted_on": None, "left_on": date(2024, 12, 31)},
            4: {},
            5: {},
        }
        assert doubts(sheet) == {
            ("E1", "column-end"),
            ("F3", "answer-other"),
            ("C4", "day-none"),
            ("D4", "day-epoch"),
            ("C5", "day-year-alone"),
            ("D5", "day-epoch"),
        }


class TestNamesThatCannotBeToldApart:
    def test_are_kept_whole(self) -> None:
        sheet = loads_members(
            "Nom prénom\nAlice Testard\nTESTARD ALICE\nMme TESTARD Alice\nTESTARD (née ROUXEL) Alice\nde la TOUR Anne\n"
            "Jean-Paul DU TEST\nTESTARD épouse ROUXEL Ana\nDr Testard\nRenÃ© TESTARD\n"
        )
        assert {line: (told or {})["name"] for line, told in rows(sheet).items()} == {
            2: "Alice Testard",
            3: "TESTARD ALICE",
            4: "Alice TESTARD",
            5: "TESTARD (née ROUXEL) Alice",
            6: "Anne de la TOUR",
            7: "Jean-Paul DU TEST",
            8: "TESTARD épouse ROUXEL Ana",
            9: "Testard",
            10: "RenÃ© TESTARD",
        }
        assert doubts(sheet) == {
            ("A2", "name-order"),
            ("A3", "name-order"),
            ("A4", "homonym"),
            ("A5", "name-odd"),
            ("A8", "name-order"),
            ("A9", "name-alone"),
            ("A10", "name-mangled"),
        }
        assert faults(sheet) == set()


class TestHeadersThatMeanSeveralThings:
    def test_are_not_used_where_the_cells_are_something_else(self) -> None:
        sheet = loads_members(
            "Nom;Prénom;Statut;Fonction;Adhésion;Membre\n"
            "Noma;Zoé;Membre actif;Présidente;oui;x\n"
            "Nomb;Zoé;Membre d'honneur;Trésorière;non;\n"
        )
        assert used(sheet) == {"A": "surname", "B": "first-name"}
        assert doubts(sheet) == {("C1", "column-unclear"), ("D1", "column-unclear"), ("E1", "column-unclear")}
        assert rows(sheet) == {
            2: {"id": "zoe-noma", "name": "Zoé Noma"},
            3: {"id": "zoe-nomb", "name": "Zoé Nomb"},
        }

    def test_are_used_where_the_cells_bear_them_out(self) -> None:
        sheet = loads_members(
            "Nom;Prénom;Statut;Qualité\nNoma;Zoé;libérale;assistante médicale\nNomb;Zoé;mixte;IDE\n"
        )
        assert used(sheet) == {"A": "surname", "B": "first-name", "C": "mode", "D": "profession"}

    def test_a_professional_that_is_a_profession_beside_a_name(self) -> None:
        assert used(loads_members("Nom;Prénom;Professionnel\nNoma;Zoé;IDE\n"))["C"] == "profession"

    def test_numbers_and_addresses_without_header(self) -> None:
        sheet = loads_members(f"Nom;Prénom;;\nNoma;Zoé;{RPPS_1};z@exemple.test\nNomb;Zoé;{RPPS_2};\n")
        assert used(sheet) == {"A": "surname", "B": "first-name", "C": "rpps*", "D": "email*"}


class TestOddCells:
    def test_of_days(self) -> None:
        sheet = loads_members(
            "Nom;Prénom;Départ le\nNoma;Zoé;12 mars 87\nNomb;Zoé;12 brumaire 2024\nNomc;Zoé;12 ma 2024\n"
            "Nomd;Zoé;March 12, 2024\nNome;Zoé;12 sept. 2024\nNomf;Zoé;=TODAY()\nNomg;Zoé;12 jui 2024\nNomh;Zoé;31/12/2150\n"
        )
        assert {
            line: (told or {}).get("left_on")
            for line, told in rows(sheet).items()
            if "left_on" in (told or {})
        } == {
            5: date(2024, 3, 12),
            6: date(2024, 9, 12),
        }
        assert doubts(sheet) == {
            ("C2", "day-century"),
            ("C3", "day-none"),
            ("C4", "day-none"),
            ("C7", "formula"),
            ("C8", "day-none"),
            ("C9", "day-far"),
        }

    def test_of_workbooks(self) -> None:
        sheet = loads_members(
            xlsx(
                ["Nom", "Prénom", "À jour", "Adhésion le", "Code postal"],
                ["Noma", "Zoé", True, time(10, 30), 1000],
                ["Nomb", "Zoé", False, 12.5, 31000],
                [123, None, None, None, None],
            ),
            "xlsx",
        )
        assert rows(sheet) == {
            2: {"id": "zoe-noma", "name": "Zoé Noma", "fee_paid": True},
            3: {"id": "zoe-nomb", "name": "Zoé Nomb", "fee_paid": False},
            4: {"id": "123", "name": "123"},
        }
        assert doubts(sheet) == {
            ("D2", "day-none"),
            ("E2", "postcode-zero"),
            ("D3", "day-none"),
            ("A4", "name-alone"),
        }

    def test_of_fees(self) -> None:
        sheet = loads_members(
            "Nom;Prénom;Cotisation;Montant réglé\nNoma;Zoé;à jour;0\nNomb;Zoé;12;\nNomc;Zoé;;dix\n"
        )
        assert {line: (told or {}).get("fees") for line, told in rows(sheet).items()} == {
            2: None,
            3: (FeePayment(amount=Decimal(12)),),
            4: None,
        }
        assert doubts(sheet) == {("C1", "column-amounts"), ("D2", "fee-zero"), ("D4", "fee-unread")}

    def test_of_organisations(self) -> None:
        sheet = loads_members(
            "Nom;Prénom;N° FINESS\nPharmacie à usage intérieur;;\nAssociation EHPAD Les Ifs;;néant\nSISA Ã©rable;;\n"
        )
        assert rows(sheet) == {
            3: {
                "id": "association-ehpad-les-ifs",
                "name": "Association EHPAD Les Ifs",
                "kind": OrganisationKind.EHPAD,
                "finess": None,
                "class": "Organisation",
            },
            4: {
                "id": "sisa-a-rable",
                "name": "SISA Ã©rable",
                "legal_form": LegalForm.SISA,
                "class": "Organisation",
            },
        }
        assert faults(sheet) == {("A2", "who")}
        assert doubts(sheet) == {("A4", "name-mangled")}
        assert str(sheet.doubts[0]).startswith("A4: accented letters were damaged; export")

    def test_facts_that_contradict_one_another_are_a_fault(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def contradicted(**_: object) -> None:
            raise BadFact("left_on", "left before joining")

        monkeypatch.setattr(sheet_rows, "Membership", contradicted)
        assert faults(loads_members("Nom;Prénom\nNoma;Zoé\n")) == {("A2", "facts-contradict")}
