"""Files that are no sheet of members, or that mean harm: refused soon, with the place and the mend."""

import time
import zipfile
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cpts_model import CPTS
from cpts_model.exchange.faults import BadDossier, MissingExtra
from cpts_model.exchange.sheets import BadSheet, loads_members, read_members, reading, write_members, xlsx_in
from exchange.sheets.told import saved, xlsx

PLAIN = xlsx(["Nom", "Prénom"], ["Rouxel", "Camille"])


def with_part(name: str, change: Callable[[bytes], bytes], data: bytes = PLAIN) -> bytes:
    """A workbook of which one part was changed."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            content = source.read(part)
            target.writestr(part.filename, change(content) if part.filename == name else content)
    return file.getvalue()


PAGE = "xl/worksheets/sheet1.xml"


def refused(data: Any, form: Any = "xlsx", **options: Any) -> BadSheet:
    before = time.process_time()
    with pytest.raises(BadSheet) as caught:
        loads_members(data, form, **options)
    assert time.process_time() - before < 10
    assert caught.value.mend
    return caught.value


def test_no_column_of_names_stops_and_tells_what_was_met() -> None:
    bad = refused("Profession;Téléphone\nIDE;0612345678\n", "csv")
    assert "no column of names was found; on the first lines stands 'Profession', 'Téléphone'" in str(bad)
    assert "name a column Nom" in bad.mend


@pytest.mark.parametrize("data", ["", " \n\n", "\ufeff", b"", b"\xef\xbb\xbf", "{}", "Liste\n"], ids=range(7))
def test_nothing_to_read(data: str | bytes) -> None:
    assert "no column of names" in str(refused(data, "csv"))


def test_a_column_of_names_that_holds_professions_is_no_column_of_names() -> None:
    assert "no column of names" in str(refused("Professionnel;x\nIDE;1\nMG;2\n", "csv"))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "an .xls file"),
        (b"Nom\0;Pr\0", "null characters"),
        (b"\xff\xfeN", "announces utf-16"),
        ('Nom;Prénom\n"Rouxel;Camille\nTestard;Luc\n', "quotation mark that is never closed"),
        ("Nom;Prénom\n" + "x" * 200_000, "cannot be cut into cells"),
        ("Nom;Prénom\n" + "x" * 40_000, "more than 32767 characters"),
        ("Nom;Prénom\n" + ";" * 300, "more than 200 columns"),
        ("Nom;Prénom\n" + "\n" * 20_001, "more than 20000 lines"),
        ("Nom;Prénom\n" + (";" * 190 + "x\n") * 2_200, "more than 400000 cells"),
    ],
    ids=range(9),
)
def test_texts_that_are_no_list(data: str | bytes, said: str) -> None:
    assert said in str(refused(data, "csv"))


def test_a_badly_quoted_cell_is_read() -> None:
    sheet = loads_members('Nom;Prénom\n"Rou"xel;Camille\n')
    assert [one.member.name for one in sheet.memberships] == ["Camille Rouxel"]


@pytest.mark.parametrize(
    ("text", "separator", "encoding"),
    [
        ("sep=,\nNom,Prénom\nRouxel,Camille", ",", "utf-8"),
        ("Nom\tPrénom\nRouxel\tCamille", "\t", "utf-16"),
        ("Nom|Prénom\nRouxel|Camille", "|", "utf-8-sig"),
    ],
)
def test_other_ways_of_writing_a_text(text: str, separator: str, encoding: str) -> None:
    sheet = loads_members(text.encode(encoding))
    assert (sheet.dialect.separator, sheet.dialect.encoding) == (separator, encoding)
    assert [one.member.name for one in sheet.memberships] == ["Camille Rouxel"]


def test_bytes_that_no_encoding_refuses() -> None:
    assert loads_members("Nom;Prénom;x\nRouxel;Zoé;".encode("cp1252") + b"\x81").dialect.encoding == "latin-1"


def package(**parts: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name.replace("__", "/"), content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (package(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "an .ods file"),
        (package(**{"xl__workbook.bin": b""}), "an .xlsb file"),
        (package(word__document=b""), "no workbook"),
        (package(xl__a=b""), "damaged"),
        (PLAIN[:-30], "damaged"),
        (PLAIN[:200], "damaged"),
        (b"Nom;Prenom", "no workbook"),
        (with_part(PAGE, lambda _: b"<worksheet"), "damaged"),
        (with_part(PAGE, lambda page: b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + page), "holds what no spreadsheet writes"),
        (with_part(PAGE, lambda page: page.replace(b'r="2"', b'r="99999999"')), "beyond the last one"),
        (with_part(PAGE, lambda page: page.replace(b'r="B2"', b'r="XFD2"')), "more than 200 columns"),
        (with_part(PAGE, lambda page: page.replace(b'r="B2"', b'r="ZZZZZZ2"')), "damaged"),
        (with_part(PAGE, lambda page: page + b" " * (65 * 2**20)), "more than 64 MB"),
        (with_part(PAGE, lambda page: page.replace(b"</row>", b"<c/>" * 3_000_000 + b"</row>", 1)), "more cells"),
    ],
    ids=range(14),
)  # fmt: skip
def test_packages_that_are_no_workbook_or_a_trap(data: bytes, said: str) -> None:
    assert said in str(refused(data))


def test_a_row_far_below_costs_little() -> None:
    data = with_part(
        PAGE,
        lambda page: (
            page.replace(b'r="2"', b'r="1048576"').replace(b"A2", b"A1048576").replace(b"B2", b"B1048576")
        ),
    )
    assert [row.line for row in loads_members(data, "xlsx").rows] == [1048576]


def test_a_text_is_no_workbook() -> None:
    with pytest.raises(TypeError, match="from bytes"):
        loads_members("Nom", "xlsx")


class TestSheetsOfAWorkbook:
    def book(self) -> Any:
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        page.title = "Lisez-moi"
        page.append(["Bonjour"])
        for name in ("Anciens", "Membres"):
            other = book.create_sheet(name)
            other.append(["Nom", "Prénom"] + (["Profession"] if name == "Membres" else []))
            other.append([name, "Zoé"])
        book.create_sheet("Cachée").sheet_state = "hidden"
        return book

    def test_the_best_understood_is_read_and_the_others_told(self) -> None:
        sheet = loads_members(saved(self.book()), "xlsx")
        assert sheet.dialect.sheet == "Membres"
        assert sheet.dialect.other_sheets == ("Lisez-moi", "Anciens")

    def test_one_may_be_named(self) -> None:
        assert (
            loads_members(saved(self.book()), "xlsx", sheet="Anciens").memberships[0].member.name
            == "Zoé Anciens"
        )

    def test_a_name_that_is_none(self) -> None:
        assert "name one of: 'Lisez-moi', 'Anciens', 'Membres'" in str(refused(saved(self.book()), sheet="x"))

    def test_hidden_ones_are_not_read(self) -> None:
        data = with_part("xl/workbook.xml", lambda xml: xml.replace(b'state="visible"', b'state="hidden"'), saved(self.book()))  # fmt: skip
        assert "shows no sheet" in str(refused(data))


class TestFiles:
    def test_are_told_apart_by_what_they_hold(self, tmp_path: Path) -> None:
        path = tmp_path / "membres.csv"
        path.write_bytes(PLAIN)
        sheet = read_members(path)
        assert (sheet.dialect.format, sheet.source) == ("xlsx", str(path))

    def test_of_a_campaign_show_its_name(self, tmp_path: Path) -> None:
        path = tmp_path / "bulletin-adhesion-2024-2025.csv"
        path.write_text(
            "Nom adhérent;Prénom adhérent;Statut de la commande\nRouxel;Zoé;Validé\n", encoding="utf-8"
        )
        assert read_members(path).campaign == "bulletin-adhesion-2024-2025"

    def test_that_cannot_be_read_are_named(self, tmp_path: Path) -> None:
        path = tmp_path / "x.csv"
        path.write_text("a;b\n", encoding="utf-8")
        with pytest.raises(BadSheet, match=r"x\.csv: no column of names"):
            read_members(path)

    def test_too_big(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(reading, "MOST_BYTES", 10)
        path = tmp_path / "x.csv"
        path.write_text("Nom;Prénom;Profession\n", encoding="utf-8")
        with pytest.raises(BadSheet, match="bigger than"):
            read_members(path)

    def test_that_are_none(self, tmp_path: Path) -> None:
        with pytest.raises(BadDossier, match="only a regular file"):
            read_members(tmp_path)


def test_without_openpyxl_the_extra_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def absent(name: str) -> Any:
        raise ImportError(name) if name == "openpyxl" else AssertionError

    monkeypatch.setattr(xlsx_in, "import_module", absent)
    with pytest.raises(MissingExtra, match=r"cpts-model\[sheets\]"):
        loads_members(PLAIN, "xlsx")
    with pytest.raises(MissingExtra):
        write_members(CPTS(id="c", members=()), tmp_path / "x.xlsx")
    assert list(tmp_path.iterdir()) == []
    assert loads_members("Nom;Prénom\nRouxel;Zoé").memberships


def test_the_package_needs_no_openpyxl_to_be_imported() -> None:
    assert import_module("cpts_model.exchange.sheets").read_members is read_members


def test_a_long_name_and_a_long_text(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = loads_members(f"Nom;Prénom;Collège\n{'x' * 201};Zoé;\nRouxel;Zoé;{'y' * 301}\n")
    assert [(fault.cell, fault.code) for fault in sheet.faults] == [("A2", "text-long")]
    assert [(doubt.cell, doubt.code) for doubt in sheet.doubts] == [("C3", "text-long")]
    assert len(sheet.doubts[0].text) <= 61


def test_thousands_of_the_same_name_are_read_soon() -> None:
    before = time.process_time()
    sheet = loads_members("Nom;Prénom;Email\n" + "Rouxel;Zoé;z@exemple.test\n" * 2000)
    assert time.process_time() - before < 10
    assert len({one.member.id for one in sheet.memberships}) == 2000
    assert len(sheet.doubles) == 1999


def test_a_refusal_survives_pickling() -> None:
    import pickle

    bad = pickle.loads(pickle.dumps(BadSheet("a", "b", place="c", source="d")))
    assert str(bad) == "d: c: a; b"
