"""Payments on the command line: those a register holds, and those of a table."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

from cpts_model import UNKNOWN, BadDossier, Payment, PaymentNature, write_dossier
from cpts_model.exchange.payment_tables import read_payments
from cpts_model.exchange.registers import read_register
from cpts_model.exchange.sheets import BadSheet
from cpts_model.register.payments import PaidBy
from register_file import AMONT, EXAMPLE, RIVE, run

REGISTER = str(EXAMPLE)
HEAD = "Structure;Bénéficiaire;Date;Montant;Nature;Perte de revenus;Mission\n"
FINE = "cpts-rive;p-05;12/10/2026;24 000,00 €;indemnité;oui;\n"
TOO_MUCH = "cpts-amont;p-05;15/11/2026;24060,01;Rémunération;;oui\n"
UP_TO_THE_CEILING = "cpts-amont;p-05;15/11/2026;24060;Rémunération;;oui\n"


def table(folder: Path, text: str) -> str:
    path = folder / "versements.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


class TestPayments:
    def test_those_of_the_register_are_summed_over_all_the_cpts(self) -> None:
        result = run("payments", REGISTER, "--year", "2026")
        assert result.exit_code == 0, result.output
        assert "47 500,00 € en 2026 ; plafond 48 060,00 € ; reste 560,00 €" in result.output

    def test_the_year_of_today_by_default(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from cpts_model import cli

        monkeypatch.setattr(cli, "_today", lambda: date(2025, 7, 14))
        assert "2025" in run("payments", REGISTER).output.splitlines()[0]

    @pytest.mark.parametrize(("last", "code"), [(UP_TO_THE_CEILING, 0), (TOO_MUCH, 1)])
    def test_one_cent_above_the_ceiling_is_a_breach(self, last: str, code: int, tmp_path: Path) -> None:
        result = run("payments", REGISTER, table(tmp_path, HEAD + FINE + last), "--year", "2026")
        assert result.exit_code == code, result.output

    def test_with_those_of_the_register(self, tmp_path: Path) -> None:
        path = table(tmp_path, HEAD + "cpts-rive;p-05;12/12/2026;560,01;indemnité;oui;\n")
        assert run("payments", REGISTER, path, "--year", "2026").exit_code == 0
        assert run("payments", REGISTER, path, "--year", "2026", "--and-own").exit_code == 1

    @pytest.mark.parametrize("who", ["p-05", "FACTICE Élise", "Élise Factice"])
    def test_people_and_structures_may_be_told_by_name(self, who: str, tmp_path: Path) -> None:
        text = f"{HEAD}CPTS Rive-Fictive;{who};12/10/2026;100;indemnité;oui;\n"
        result = run("payments", REGISTER, table(tmp_path, text), "--year", "2026", "--format", "json")
        (line,) = json.loads(result.stdout)["lines"]
        assert (line["structure"], line["beneficiary"]) == (RIVE, "p-05")

    def test_an_rpps_number_names_its_holder(self, tmp_path: Path) -> None:
        dossier = tmp_path / "cpts.json"
        dossier.write_text(
            '{"kind": "cpts", "id": "c", "members": [{"joined_on": "2020-01-01", "left_on": null, "partner": false,'
            ' "member": {"kind": "professional", "id": "p", "rpps": "10101010105"}}]}',
            encoding="utf-8",
        )
        text = "RPPS;Date;Montant;Nature\n10101010105;12/10/2026;100;indemnité\n"
        result = run("payments", str(dossier), table(tmp_path, text), "--year", "2026", "--format", "json")
        (line,) = json.loads(result.stdout)["lines"]
        assert (line["structure"], line["beneficiary"]) == ("c", "p")

    def test_who_paid_may_be_said_once(self, tmp_path: Path) -> None:
        path = table(tmp_path, "Nom;Date;Montant;Nature\nÉlise Factice;12/10/2026;100;indemnité\n")
        assert run("payments", REGISTER, path, "--year", "2026").exit_code == 2
        assert run("payments", REGISTER, path, "--year", "2026", "--structure", AMONT).exit_code == 0
        assert run("payments", REGISTER, path, "--year", "2026", "--structure", "nowhere").exit_code == 2

    def test_every_cell_that_cannot_be_read_is_told_and_nothing_is_judged(self, tmp_path: Path) -> None:
        bad = "cpts-rive;p-05;31/02/2026;beaucoup;cadeau;peut-être;\n;;12/10/2026;1;indemnité;;\n"
        result = run("payments", REGISTER, table(tmp_path, HEAD + bad), "--year", "2026")
        assert result.exit_code == 2
        for cell in ("C2", "D2", "E2", "F2", "B3", "A3"):
            assert f"{cell}: " in result.stderr
        assert result.stdout == ""

    @pytest.mark.parametrize("name", ["none.csv", "."])
    def test_a_table_that_is_not_there(self, name: str, tmp_path: Path) -> None:
        assert run("payments", REGISTER, str(tmp_path / name), "--year", "2026").exit_code == 2

    def test_json_for_programs(self) -> None:
        document = json.loads(run("payments", REGISTER, "--year", "2026", "--format", "json").stdout)
        assert document["breaches"] == 0
        (elise,) = [one for one in document["people"] if one["beneficiary"] == "p-05"]
        assert Decimal(elise["total"]["least"]) == 47_500
        assert set(elise["by_structure"]) == {RIVE, AMONT}

    @pytest.mark.parametrize("year", ["0", "10000", "l'an dernier"])
    def test_a_year_that_is_none(self, year: str) -> None:
        assert run("payments", REGISTER, "--year", year).exit_code == 2


class TestReadingATable:
    def test_what_the_cells_tell_and_what_they_leave_unknown(self, tmp_path: Path) -> None:
        text = "Association des Rives\n" + HEAD + FINE + "cpts-rive;u-1;;;;;\n\nTotal;;;24000;;;\n"
        assert read_payments(table(tmp_path, text)) == (
            PaidBy(
                "cpts-rive",
                Payment(
                    beneficiary="p-05",
                    paid_on=date(2026, 10, 12),
                    amount=Decimal("24000.00"),
                    nature=PaymentNature.INDEMNITE,
                    compensates_lost_income=True,
                ),
            ),
            PaidBy("cpts-rive", Payment(beneficiary="u-1")),
        )

    def test_the_labels_of_the_facts_are_headers_too(self, tmp_path: Path) -> None:
        text = (
            "Bénéficiaire (identifiant);Versé le;Montant (euros);Exerce dans une structure adhérente\n"
            "p;2026-10-12;12,5;non\n"
        )
        ((payer, payment),) = [
            (one.structure_id, one.payment) for one in read_payments(table(tmp_path, text), payer="c")
        ]
        assert payer == "c"
        assert payment.practises_in_member_structure is False
        assert payment.nature is UNKNOWN

    def test_a_workbook(self, tmp_path: Path) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        book = openpyxl.Workbook()
        book.active.append(["Structure", "Bénéficiaire", "Date", "Montant", "Nature"])
        book.active.append(["cpts-rive", "p-05", date(2026, 10, 12), 1250.1, "rémunération"])
        book.save(tmp_path / "versements.xlsx")
        (paid,) = read_payments(tmp_path / "versements.xlsx")
        assert (paid.payment.paid_on, paid.payment.amount) == (date(2026, 10, 12), Decimal("1250.1"))

    def test_a_day_with_the_month_first_is_asked_about(self, tmp_path: Path) -> None:
        with pytest.raises(BadDossier) as refused:
            read_payments(table(tmp_path, HEAD + "c;p;10/31/2026;1;indemnité;;\n"))
        assert [fault.path for fault in refused.value.faults] == ["C2"]

    @pytest.mark.parametrize(
        "data",
        [b"Nom;Ville\nx;y\n", b"", b"\xd0\xcf\x11\xe0 an old workbook", b"PK\x03\x04 no package"],
        ids=["no amount", "empty", "xls", "zip"],
    )
    def test_what_is_no_table_of_payments(self, data: bytes, tmp_path: Path) -> None:
        path = tmp_path / "versements.xls"
        path.write_bytes(data)
        with pytest.raises(BadSheet) as refused:
            read_payments(path)
        assert refused.value.source == str(path)

    def test_a_table_too_big_to_be_one(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from cpts_model.exchange import payment_tables

        monkeypatch.setattr(payment_tables, "MOST_BYTES", 10)
        with pytest.raises(BadSheet):
            read_payments(table(tmp_path, HEAD + FINE))


def test_the_payments_of_one_cpts_alone(tmp_path: Path) -> None:
    write_dossier(read_register(EXAMPLE).structure(RIVE), tmp_path / "cpts.json")
    output = run("payments", str(tmp_path / "cpts.json"), "--year", "2026").output
    assert "24 300,00 € en 2026" in output


def test_payments_that_call_for_no_remark_are_counted_and_shown_when_asked() -> None:
    short = run("payments", REGISTER, "--year", "2026").output
    assert "Versements qui n'appellent pas de remarque : 5" in short
    assert "Ligne 1" not in short
    assert short.count("Discuté : ") == 1, "a disputed reading is said even of what is not shown"
    whole = run("payments", REGISTER, "--year", "2026", "--explain").output
    assert "Ligne 5 : versement de CPTS Amont-Fictif à Élise Factice" in whole
    assert "pas de remarque" not in whole


def test_a_payment_that_breaks_a_rule_or_leaves_a_question_is_always_shown(tmp_path: Path) -> None:
    rows = (
        "Structure;Bénéficiaire;Date;Montant;Nature;Perte de revenus\n"
        "cpts-rive;p-99;15/03/2026;100;indemnité;oui\n"
        "cpts-rive;p-01;16/03/2026;100;indemnité;\n"
        "cpts-rive;p-01;17/03/2026;100;indemnité;oui\n"
    )
    output = run("payments", REGISTER, table(tmp_path, rows), "--year", "2026").output
    assert "Ligne 1" in output, "p-99 is in no register"
    assert "Ligne 2" in output, "whether it makes up for lost income is not told"
    assert "Ligne 3" not in output
