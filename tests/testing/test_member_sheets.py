"""Lists of members made by the kit: what they promise, and our own importer against their truth."""

import csv
import sys
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any, Literal

import attrs
import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis.errors import NoSuchExample
from hypothesis.vendor.pretty import pretty
from stdnum import luhn

from cpts_model.engine.unknown import Unknown
from cpts_model.exchange.faults import MissingExtra
from cpts_model.exchange.sheets import MemberSheet as SheetRead
from cpts_model.exchange.sheets import loads_members
from cpts_model.facts.memberships import Membership
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from cpts_model.testing.sheets import Column, Dirt, Layout, MemberSheet, SheetMember, member_sheets
from cpts_model.testing.strategies.errors import BadArgument

OF_FILES = {Dirt.SEPARATORS, Dirt.ENCODING}
"""Kinds of dirt that no workbook has."""
NAMES = (Column.SURNAME, Column.NAME)


def words(text: str) -> list[str]:
    """The words of a name in one form."""
    bare = unicodedata.normalize("NFD", text.casefold())
    letters = "".join(one if one.isalpha() else " " for one in bare if not unicodedata.combining(one))
    return sorted(letters.split())


def known(value: Any) -> Any:
    return None if isinstance(value, Unknown) else value


def read(membership: Membership) -> dict[Column, Any]:
    """What the importer read in a row."""
    member = membership.member
    assert isinstance(member, Professional)
    professions = known(member.professions) or (None,)
    fees = known(membership.fees) or ()
    assert len(professions) == 1
    assert len(fees) <= 1
    return {
        Column.PROFESSION: professions[0],
        Column.RPPS: known(member.rpps),
        Column.JOINED: known(membership.joined_on),
        Column.LEFT: known(membership.left_on),
        Column.FEE: known(fees[0].amount) if fees else None,
        Column.FEE_PAID_ON: known(fees[0].paid_on) if fees else None,
    }


def truth(member: SheetMember) -> dict[Column, Any]:
    return {
        Column.PROFESSION: member.profession,
        Column.RPPS: member.rpps,
        Column.JOINED: member.joined,
        Column.LEFT: member.left,
        Column.FEE: member.fee,
        Column.FEE_PAID_ON: member.fee_paid_on,
    }


def check(example: MemberSheet) -> SheetRead:
    """Our importer reads the truth, or doubts at the cell; and never reads what is not there."""
    sheet = loads_members(example.content, example.suffix)
    found = {row.line: row.membership for row in sheet.rows if row.membership is not None}
    faults = {fault.line for fault in sheet.faults}
    assert found.keys() <= {member.line for member in example.members}
    assert found.keys() | faults >= {member.line for member in example.members}
    doubted = {doubt.cell for doubt in sheet.doubts}
    unused = {column.letter for column in sheet.columns if column.role is None and column.fact is None}
    for member in example.members:
        if member.line not in found:
            continue
        membership = found[member.line]
        name = known(membership.member.name)
        assert words(name or "") == words(member.name)
        told = read(membership)
        for column, value in truth(member).items():
            if example.layout is Layout.OWN and column is Column.RPPS:
                continue  # see the test of a number filled in by hand
            if column not in example.columns:
                assert told[column] is None
            elif told[column] != value:
                cell = example.cell(member.line, column)
                assert told[column] is None, f"{cell}: {told[column]} is read, and {value} was told"
                assert cell in doubted or cell.rstrip("0123456789") in unused, f"{cell}: {value} is lost"
        substitute = known(getattr(membership.member, "substitute", None))
        assert substitute is None or (substitute and member.substitute)
    doubles = {double.lines[1] for double in sheet.doubles}
    for cell in example.doubts:
        if cell.line in found and not (cell.column in NAMES and cell.line in doubles):
            assert cell.cell in doubted or cell.cell.rstrip("0123456789") in unused, f"{cell} is not doubted"
    check_people(example, sheet, found)
    return sheet


def check_people(example: MemberSheet, sheet: SheetRead, found: dict[int, Membership]) -> None:
    """Two lines of one person are proposed as such, or as those of a third; nobody is taken for another."""
    proposed = {double.lines for double in sheet.doubles}
    resembled = {line: {line} | {one for one, other in proposed if other == line} for line in found}
    first: dict[int, int] = {}
    for member in example.members:
        earlier = first.setdefault(member.person, member.line)
        if earlier != member.line and {earlier, member.line} <= found.keys():
            same = found[earlier].member.id == found[member.line].member.id
            assert same or resembled[earlier] & resembled[member.line]
        for other in example.members:
            apart = other.rpps is not None and member.rpps is not None
            if other.person != member.person and apart and example.layout is Layout.USUAL:
                assert (other.line, member.line) not in proposed
            if other.person != member.person and {other.line, member.line} <= found.keys():
                assert found[other.line].member.id != found[member.line].member.id


QUICK = settings(deadline=None, database=None, derandomize=True, max_examples=400, phases=[Phase.generate])
FEW = settings(QUICK, max_examples=40)
OFTEN = settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])


@OFTEN
@given(member_sheets("all", layout=tuple(Layout)))
def test_our_importer_reads_the_truth_of_csv_files_or_doubts(example: MemberSheet) -> None:
    check(example)


@settings(OFTEN, max_examples=60)
@given(member_sheets("all", layout=tuple(Layout), suffix="xlsx"))
def test_our_importer_reads_the_truth_of_workbooks_or_doubts(example: MemberSheet) -> None:
    check(example)


@pytest.mark.parametrize("cell", ["NC", "10000004688\N{NO-BREAK SPACE}"])
@pytest.mark.xfail(reason="what stands under the RPPS number of our own sheets is kept as it stands")
def test_a_number_filled_in_by_hand_in_our_own_sheet_is_read_as_in_any_other(cell: str) -> None:
    text = f"Identifiant dans le dossier;Nature du membre;Nom;Numéro RPPS\nm;professionnel;Agathe;{cell}\n"
    (membership,) = loads_members(text).memberships
    assert isinstance(membership.member, Professional)
    assert known(membership.member.rpps) in (None, "10000004688")


def test_a_formula_without_its_result_in_our_own_sheet_is_a_doubt() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["Identifiant dans le dossier", "Nature du membre", "Nom", "Date d'adhésion"])
    page.append(["agathe", "professionnel", "Agathe", "=TODAY()"])
    file = BytesIO()
    book.save(file)
    sheet = loads_members(file.getvalue(), "xlsx")
    assert known(sheet.memberships[0].joined_on) is None
    assert [(doubt.cell, doubt.code) for doubt in sheet.doubts] == [("D2", "formula")]


@settings(OFTEN, max_examples=60)
@given(member_sheets(layout=tuple(Layout)))
def test_our_importer_reads_clean_lists_whole_and_doubts_nothing(example: MemberSheet) -> None:
    assert example.dirt == frozenset()
    assert example.doubts == ()
    sheet = check(example)
    assert sheet.doubts == ()
    assert sheet.faults == ()
    assert sheet.doubles == ()
    assert [row.line for row in sheet.rows] == [member.line for member in example.members]
    for row, member in zip(sheet.rows, example.members, strict=True):
        assert row.membership is not None
        told = read(row.membership)
        assert all(told[column] == value for column, value in truth(member).items())


def occurs(kind: Dirt, suffix: Literal["csv", "xlsx"]) -> MemberSheet:
    """A list in which a kind of dirt is."""
    lists = member_sheets({kind}, layout=tuple(Layout), suffix=suffix)
    return find(lists, lambda example: kind in example.dirt, settings=QUICK)


@pytest.mark.parametrize("kind", Dirt, ids=lambda kind: kind.value)
def test_each_kind_of_dirt_occurs_alone(kind: Dirt) -> None:
    assert occurs(kind, "csv").dirt == {kind}


@pytest.mark.parametrize("kind", sorted(set(Dirt) - OF_FILES, key=str), ids=lambda kind: kind.value)
def test_and_in_workbooks(kind: Dirt) -> None:
    assert occurs(kind, "xlsx").dirt == {kind}


@pytest.mark.parametrize("kind", sorted(OF_FILES, key=str), ids=lambda kind: kind.value)
def test_no_workbook_has_those_of_text_files(kind: Dirt) -> None:
    lists = member_sheets({kind}, layout=tuple(Layout), suffix="xlsx")
    with pytest.raises(NoSuchExample):
        find(lists, lambda example: kind in example.dirt, settings=FEW)


SEEN: dict[Dirt, Callable[[MemberSheet], bool]] = {
    Dirt.SEPARATORS: lambda one: b";" not in one.content,
    Dirt.ENCODING: lambda one: one.content != one.content.decode("cp1252", "replace").encode("utf-8"),
    Dirt.EMPTY_ROWS: lambda one: not any(one.rows[1]),
    Dirt.TITLE_ROWS: lambda one: one.rows[0][0] == "CPTS inventée",
    Dirt.TOTAL_ROW: lambda one: "total" in str(one.rows[-1][0]).casefold(),
    Dirt.ACCENTS_AND_CASE: lambda one: one.rows[1][2] in ("INFIRMIER", "infirmier"),
    Dirt.SPACES: lambda one: one.rows[1][2] == "Infirmier ",
    Dirt.MERGED_NAMES: lambda one: one.rows[1][0] == "FICTIF Agathe",
    Dirt.ABBREVIATIONS: lambda one: one.rows[1][2] == "IDE",
    Dirt.FEMININE_FORMS: lambda one: one.rows[1][2] == "Infirmière",
    Dirt.SUBSTITUTES: lambda one: one.rows[1][2] == "Infirmier remplaçant" and one.members[0].substitute,
    Dirt.VAGUE_WORDS: lambda one: one.members[0].profession is None and one.doubts[0].cell == "C2",
    Dirt.DATES: lambda one: one.doubts != () and one.members[0].joined is None,
    Dirt.AMOUNTS: lambda one: one.rows[1][6] == "10 €" and one.members[0].fee == 10,
    Dirt.EATEN_NUMBERS: lambda one: one.rows[1][3] == "1,00000E+10" and one.members[0].rpps is None,
    Dirt.MISSING_CELLS: lambda one: one.rows[1][2] == "NC" and one.members[0].profession is None,
    Dirt.FORMULA_LIKE: lambda one: one.rows[1][4] == "=TODAY()" and one.doubts[0].cell == "E2",
    Dirt.HOMONYMS: lambda one: (
        one.members[0].name == one.members[1].name and one.members[0].person != one.members[1].person
    ),
    Dirt.DUPLICATES: lambda one: one.members[0].person == one.members[1].person,
    Dirt.UNPAID_ORDERS: lambda one: one.members == () and one.rows[1][2] == "Remboursé",
}
"""What each kind looks like in a simple list."""


@pytest.mark.parametrize("kind", Dirt, ids=lambda kind: kind.value)
def test_each_kind_is_in_the_file_and_in_its_truth(kind: Dirt) -> None:
    layout = Layout.HELLOASSO if kind is Dirt.UNPAID_ORDERS else Layout.USUAL

    def shows(example: MemberSheet) -> bool:
        many = kind in (Dirt.HOMONYMS, Dirt.DUPLICATES)
        return (not many or len(example.members) > 1) and kind in example.dirt and SEEN[kind](example)

    found = find(
        member_sheets({kind}, layout=layout, most_rows=2), shows, settings=settings(QUICK, max_examples=4000)
    )
    assert kind in found.dirt


def test_the_simplest_list_is_clean_and_tells_of_one_person() -> None:
    simplest = find(
        member_sheets("all", layout=tuple(Layout)),
        lambda _: True,
        settings=settings(database=None, max_examples=20),
    )
    assert simplest.content.decode() == (
        "Nom;Prénom;Profession;N° RPPS;Date d'adhésion;Date de départ;Montant réglé;Téléphone\r\n"
        "Fictif;Agathe;Infirmier;;;;;\r\n"
    )
    assert repr(simplest.members) == (
        "(SheetMember(line=2, person=0, surname='Fictif', first_name='Agathe', profession=Profession.INFIRMIER),)"
    )


@settings(OFTEN, max_examples=60)
@given(member_sheets(set(Dirt) - OF_FILES, layout=tuple(Layout)))
def test_the_rows_are_those_of_the_file(example: MemberSheet) -> None:
    lines = list(csv.reader(StringIO(example.content.decode(), newline=""), delimiter=";"))
    assert lines == [["" if cell is None else str(cell) for cell in row] for row in example.rows]
    for cell in example.doubts:
        assert lines[cell.line - 1][example.columns.index(cell.column)] == cell.text
        assert example.cell(cell.line, cell.column) == cell.cell


@settings(OFTEN, max_examples=30)
@given(member_sheets("all", layout=tuple(Layout), suffix="xlsx"))
def test_the_rows_are_those_of_the_workbook(example: MemberSheet) -> None:
    sheet = openpyxl.load_workbook(BytesIO(example.content)).active
    assert sheet is not None
    for line, row in enumerate(example.rows, 1):
        for column, cell in enumerate(row, 1):
            value = sheet.cell(line, column).value
            stands = value.date() if isinstance(value, datetime) else value
            assert stands == (cell or None)


@settings(OFTEN, max_examples=60)
@given(member_sheets("all"))
def test_the_numbers_are_right_and_each_is_somebody_s(example: MemberSheet) -> None:
    numbers = {member.rpps: member.person for member in example.members if member.rpps is not None}
    assert all(len(number) == 11 and luhn.is_valid(number) for number in numbers)
    assert len(set(numbers.values())) == len(numbers)


def naive(example: MemberSheet) -> None:
    """An importer as one writes it on the first day, against the truth."""
    lines = list(csv.DictReader(StringIO(example.content.decode("utf-8")), delimiter=";"))
    assert [f"{line['Prénom']} {line['Nom']}" for line in lines] == [one.name for one in example.members]
    for line, member in zip(lines, example.members, strict=True):
        figures = line["Date d'adhésion"].split("/")
        joined = date(*map(int, reversed(figures))) if figures != [""] else None
        assert joined == member.joined
        assert (line["Profession"].lower() == "infirmier") == (member.profession is Profession.INFIRMIER)


@settings(OFTEN, max_examples=60)
@given(member_sheets())
def test_a_naive_importer_reads_clean_lists(example: MemberSheet) -> None:
    naive(example)


NOT_READ = set(Dirt) - {Dirt.EATEN_NUMBERS, Dirt.AMOUNTS, Dirt.HOMONYMS, Dirt.DUPLICATES, Dirt.UNPAID_ORDERS}
"""What concerns what it reads, in the layout that it reads."""


@pytest.mark.parametrize("kind", sorted(NOT_READ, key=str), ids=lambda kind: kind.value)
def test_a_naive_importer_is_caught_by_each_kind_that_concerns_it(kind: Dirt) -> None:
    def is_wrong(example: MemberSheet) -> bool:
        try:
            naive(example)
        except (AssertionError, KeyError, TypeError, ValueError):
            return True
        return False

    assert find(member_sheets({kind}), is_wrong, settings=QUICK).dirt == {kind}


@pytest.mark.parametrize("strange", [{"spaces"}, "spaces", Dirt.SPACES, [Dirt.SPACES, 1]], ids=repr)
def test_what_is_no_set_of_dirt_is_refused_and_the_kinds_are_named(strange: Any) -> None:
    with pytest.raises(BadArgument, match=r"Dirt\.SEPARATORS, .*Dirt\.UNPAID_ORDERS"):
        member_sheets(strange)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_failure_shows_the_file_its_truth_and_its_doubts(suffix: Literal["csv", "xlsx"]) -> None:
    shown = find(
        member_sheets({Dirt.VAGUE_WORDS}, suffix=suffix),
        lambda one: one.doubts != () and one.members[0].left is not None,
        settings=settings(database=None, derandomize=True, max_examples=1000),
    )
    text = repr(shown)
    assert pretty(shown) == text
    assert len(text.splitlines()) <= 7
    assert f"{suffix}, Layout.USUAL, Dirt.VAGUE_WORDS" in text
    assert "Infirmier" in text
    assert "left=date(2024, 1, 16)" in text
    assert "doubt: E2 'janvier 2024', this is no day" in text


def test_a_failure_shows_the_text_of_any_encoding() -> None:
    simplest = find(member_sheets(), lambda _: True, settings=settings(database=None, max_examples=20))
    old = attrs.evolve(simplest, content=simplest.content.decode().encode("cp1252"))
    assert repr(old) == repr(simplest)


def test_workbooks_need_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtra):
        member_sheets(suffix="xlsx")
    member_sheets(suffix="csv")


def test_a_list_has_as_many_people_as_are_asked_for_at_most() -> None:
    with pytest.raises(NoSuchExample):
        find(member_sheets(most_rows=2), lambda one: len(one.members) > 2, settings=FEW)
    assert len(find(member_sheets(), lambda one: len(one.members) > 2, settings=QUICK).members) > 2
