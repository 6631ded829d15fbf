"""What a sheet was read as, in a form that a test writes beside the sheet and compares whole."""

from io import BytesIO
from typing import Any

import attrs
import openpyxl

from cpts_model.engine.unknown import Unknown
from cpts_model.exchange.sheets import MemberSheet
from cpts_model.facts.memberships import Membership
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person


def facts(membership: Membership | None) -> dict[str, Any] | None:
    """Every fact that is told: those of the member, and those of the membership."""
    if membership is None:
        return None
    member = membership.member
    told = {
        **attrs.asdict(member, recurse=False),
        **attrs.asdict(membership, recurse=False, filter=lambda field, _: field.name != "member"),
    }
    if isinstance(member, Organisation | Person):
        told["class"] = type(member).__name__
    return {name: value for name, value in told.items() if not isinstance(value, Unknown)}


def rows(sheet: MemberSheet) -> dict[int, dict[str, Any] | None]:
    """The facts of each row, by its line."""
    return {row.line: facts(row.membership) for row in sheet.rows}


def doubts(sheet: MemberSheet) -> set[tuple[str | None, str]]:
    """The doubts: where, and of what kind."""
    found = [(doubt.cell, doubt.code) for doubt in sheet.doubts]
    assert len(found) == len(set(found))
    return set(found)


def faults(sheet: MemberSheet) -> set[tuple[str | None, str]]:
    """The rows that were not read: where, and why."""
    return {(fault.cell, fault.code) for fault in sheet.faults}


def doubles(sheet: MemberSheet) -> dict[tuple[int, int], tuple[str, ...]]:
    """The doubles that are proposed, and the grounds."""
    return {double.lines: tuple(why.en for why in double.why) for double in sheet.doubles}


def used(sheet: MemberSheet) -> dict[str, str]:
    """What each column that serves was taken for, with a star where its contents told it."""
    return {
        column.letter: column.role.value + ("*" if column.how.value == "contents" else "")
        for column in sheet.columns
        if column.role is not None
    }


def xlsx(*table: list[Any], title: str = "Feuil1", formats: dict[str, str] | None = None) -> bytes:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = title
    for row in table:
        page.append(row)
    for cell, form in (formats or {}).items():
        page[cell].number_format = form
    return saved(book)


def saved(book: Any) -> bytes:
    """A workbook as bytes."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()
