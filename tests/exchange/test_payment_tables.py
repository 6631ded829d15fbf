"""Tables of payments: money is neither lost nor counted twice, nor given to somebody else."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cpts_model.exchange.faults import BadDossier
from cpts_model.exchange.payment_tables import read_payments
from cpts_model.exchange.sheets import BadSheet
from cpts_model.facts.payments import PaymentNature
from cpts_model.register.payments import PaidBy
from exchange.sheets.told import saved, xlsx


def read(folder: Path, data: str | bytes) -> tuple[PaidBy, ...]:
    path = folder / "versements.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_payments(path, payer="cpts-rive")


def paid(folder: Path, data: str | bytes) -> list[tuple[Any, Any]]:
    return [(one.payment.beneficiary, one.payment.amount) for one in read(folder, data)]


def test_totals_are_no_payments_and_a_firm_called_total_is_paid(tmp_path: Path) -> None:
    table = "Bénéficiaire;Montant\nAda;20\nSous-total;20\nTotal Énergies;30\nTotal général;50\nTOTAL : ;50\n"
    assert paid(tmp_path, table) == [("Ada", Decimal(20)), ("Total Énergies", Decimal(30))]


def test_a_total_beside_the_payer_is_no_payment(tmp_path: Path) -> None:
    table = "Structure;Bénéficiaire;Montant\nNord;Ada;20\nNord;Total;20\nSud;Ben;30\n2;TOTAL GÉNÉRAL;50\n"
    assert paid(tmp_path, table) == [("Ada", Decimal(20)), ("Ben", Decimal(30))]


@pytest.mark.parametrize(
    "head", ["Nom;RPPS", "Bénéficiaire;N° RPPS", "Professionnel;Identifiant", "Nom;Nom et prénom"]
)
def test_of_several_columns_the_one_that_tells_people_apart_best_names_the_beneficiary(
    tmp_path: Path, head: str
) -> None:
    assert paid(tmp_path, f"{head};Montant\nDupont;10001234567;20\n") == [("10001234567", Decimal(20))]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("Nom;Prénom;Montant\nDupont;Zoé;20\n", "A1: the name stands in two columns"),
        ("Nom;Montant;Somme\nAda;20;15\n", "B1, C1: several columns tell one thing"),
        ("Nom;Date;Date de versement;Montant\nAda;01/01/2020;05/05/2024;15\n", "B1, C1: several"),
        ("Nom;Prénom\nDupont;Zoé\n", "no line of headers names"),
    ],
)
def test_a_table_that_leaves_open_what_counts_is_refused(tmp_path: Path, table: str, said: str) -> None:
    with pytest.raises(BadSheet, match=said):
        read(tmp_path, table)


@pytest.mark.parametrize(
    ("said", "nature"),
    [
        ("IPR", PaymentNature.INDEMNITE),
        ("ipr (perte de ressources)", PaymentNature.INDEMNITE),
        ("Indemnité IPR", PaymentNature.INDEMNITE),
        ("RPMSP", PaymentNature.REMUNERATION),
        ("Rémunération pour participation aux missions de service public", PaymentNature.REMUNERATION),
    ],
)
def test_the_natures_are_read_as_cpts_abbreviate_them(
    tmp_path: Path, said: str, nature: PaymentNature
) -> None:
    (one,) = read(tmp_path, f"Nom;Montant;Nature\nAda;20;{said}\n")
    assert one.payment.nature is nature


@pytest.mark.parametrize("said", ["IPR et RPMSP", "IPRX", "R", "indemnité RPMSP"])
def test_an_abbreviation_is_whole_and_alone(tmp_path: Path, said: str) -> None:
    with pytest.raises(BadDossier, match="C2"):
        read(tmp_path, f"Nom;Montant;Nature\nAda;20;{said}\n")


@pytest.mark.parametrize(
    ("table", "place"),
    [("Nom;Montant\nAda;20\n", "line 2"), ("Structure;Nom;Montant\nNord;Ben;5\n;Ada;20\n", "A3")],
)
def test_a_payer_that_is_not_told_is_told_at_its_cell_or_line(tmp_path: Path, table: str, place: str) -> None:
    path = tmp_path / "versements.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(BadDossier) as refused:
        read_payments(path)
    assert [fault.path for fault in refused.value.faults] == [place]


def book(*names: str) -> bytes:
    made = openpyxl.Workbook()
    assert made.active is not None
    made.active.title = "Notice"
    for name in names:
        page = made.create_sheet(name)
        page.append(["Nom", "Montant"])
        page.append(["Ada", 20])
    return saved(made)


def test_payments_need_not_stand_on_the_first_sheet(tmp_path: Path) -> None:
    assert paid(tmp_path, book("2026")) == [("Ada", Decimal(20))]


def test_payments_on_several_sheets_are_not_half_read(tmp_path: Path) -> None:
    with pytest.raises(BadSheet, match="several sheets hold payments: '2025', '2026'"):
        read(tmp_path, book("2025", "2026"))


@pytest.mark.parametrize(
    ("data", "cells"),
    [
        (xlsx(["Nom", "Montant"], ["Ada", "=1+1"]), ["B2"]),
        (xlsx(["Nom", "Montant"], ["=A9", 20]), ["A2"]),
        ("Nom;Montant\n#REF!;20\nAda;=2*10\n", ["A2", "B3"]),
        ("RPPS;Montant\n1,00012E+10;20\n10001000000;20\n", ["A2", "A3"]),
        ("Nom;Montant;Nature\nAda;20;indemnité ou rémunération\nBen;20;honoraires\n", ["C2", "C3"]),
        ("Nom;Montant\n;20\n", ["A2"]),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_once(tmp_path: Path, data: str | bytes, cells: list[str]) -> None:
    with pytest.raises(BadDossier) as refused:
        read(tmp_path, data)
    assert [fault.path for fault in refused.value.faults] == cells
