"""Reading back a sheet that this library wrote, and that somebody may have completed since."""

from datetime import date
from typing import Any

import attrs

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.faults import BadDossier
from cpts_model.exchange.scalars import read_id
from cpts_model.exchange.sheets.cells import is_blank, is_none, rpps_problem, word, yes_or_no
from cpts_model.exchange.sheets.columns import Headers
from cpts_model.exchange.sheets.days import read_day
from cpts_model.exchange.sheets.grid import GridRow, Void, letter_of, text_of
from cpts_model.exchange.sheets.guard import GUARD
from cpts_model.exchange.sheets.headers import role_of
from cpts_model.exchange.sheets.model import How, SheetColumn
from cpts_model.exchange.sheets.own_facts import (
    IDENTIFIER,
    MEMBERS,
    OwnFact,
    Unread,
    fact_headed,
    value_in,
)
from cpts_model.exchange.sheets.roles import Role
from cpts_model.exchange.sheets.sight import Sight
from cpts_model.facts.checks import BadFact
from cpts_model.facts.memberships import Exclusion, Member, Membership
from cpts_model.facts.professions import Profession
from cpts_model.facts.reading import ProfessionReading, read_profession

_ROLES = {
    "member.name": Role.FULL_NAME,
    "member.professions": Role.PROFESSION,
    "member.rpps": Role.RPPS,
    "member.mode": Role.MODE,
    "member.finess": Role.FINESS,
    "joined_on": Role.JOINED,
    "left_on": Role.LEFT,
    "admitted_on": Role.ADMITTED,
    "college": Role.COLLEGE,
    "fee_paid": Role.FEE_PAID,
    "consented": Role.CONSENT,
}
"""What the columns are for a row that somebody added by hand."""


def is_own(headers: Headers) -> bool:
    """Whether the headers are those of a sheet that this library wrote."""
    facts = [fact_headed(text) for text in headers.row.texts]
    return any(fact is not None and fact.path == IDENTIFIER for fact in facts)


def own_columns(headers: Headers) -> tuple[SheetColumn, ...]:
    """What the columns of such a sheet are."""
    columns = []
    seen: set[str] = set()
    for index, header in enumerate(headers.row.texts):
        fact = fact_headed(header)
        if fact is not None and fact.path not in seen:
            seen.add(fact.path)
            role, path = _ROLES.get(fact.path), fact.path
        else:
            role, path = (None if fact is not None else role_of(header)[0]), None
            role = role if role is None or not role.kept else None
        how = How.UNUSED if role is None and path is None else How.HEADER
        columns.append(
            SheetColumn(letter=letter_of(index), header=header.strip(), role=role, how=how, fact=path)
        )
    return tuple(columns)


def told_identifiers(sight: Sight, body: list[GridRow]) -> dict[str, int]:
    """The identifiers that the rows bring, and the first line of each."""
    index = _identifier_index(sight)
    found: dict[str, int] = {}
    for row in body if index is not None else ():
        found.setdefault(row.text(index or 0), row.line)
    return found


def is_own_row(sight: Sight, row: GridRow) -> bool:
    """Whether a row brings its identifier and says what its member is."""
    index = _identifier_index(sight)
    return index is not None and bool(row.text(index).strip()) and _kind(sight, row) is not None


def _identifier_index(sight: Sight) -> int | None:
    return next((index for index, column in enumerate(sight.columns) if column.fact == IDENTIFIER), None)


def _kind(sight: Sight, row: GridRow) -> str | None:
    index = sight.places.get(Role.NATURE)
    text = "" if index is None else word(row.text(index))
    return text if text in MEMBERS else None


def read_own(sight: Sight, row: GridRow) -> Membership | None:
    """The membership that a row of such a sheet holds; ``None`` with a fault when it holds none."""
    kind = MEMBERS[_kind(sight, row) or ""]
    taken = {field.name for field in attrs.fields(kind)}
    told: dict[str, dict[str, Any]] = {"member": {}, "": {}, "exclusion": {}}
    said_besides: dict[str, Any] = {}
    for index, column in enumerate(sight.columns):
        fact = fact_headed(column.header) if column.fact is not None else None
        if fact is None:
            continue
        value = _value(sight, row, index, fact)
        if isinstance(value, Unknown):
            continue
        owner = fact.path.rpartition(".")[0]
        if owner == "member" and fact.field not in taken:
            sight.notes.doubt("fact-elsewhere", row.line, index, row.text(index), fact=fact.label)
            continue
        if isinstance(value, ProfessionReading):
            said_besides = _said_besides(value)
            value = value.professions
        told[owner][fact.field] = value
    told["member"] = said_besides | told["member"]
    return _built(sight, row, kind, told)


def _said_besides(reading: ProfessionReading) -> dict[str, Any]:
    """What a profession written by hand tells besides; a column of its own goes before."""
    open_speciality = bool(reading.savoir_faire_candidates)
    return {
        "savoir_faire": UNKNOWN if open_speciality else reading.savoir_faire or UNKNOWN,
        "mode": reading.mode,
        "substitute": reading.substitute,
    }


def _built(sight: Sight, row: GridRow, kind: type[Any], told: dict[str, dict[str, Any]]) -> Membership | None:
    index = _identifier_index(sight)
    try:
        read_id(told["member"].get("id", ""))
        member: Member = kind(**told["member"])
    except (BadDossier, BadFact):
        sight.notes.fault("id-bad", row.line, index, row.text(index or 0))
        return None
    membership = told[""]
    if isinstance(membership.get("exclusion"), Exclusion):
        membership["exclusion"] = Exclusion(**told["exclusion"])
    try:
        return Membership(member=member, **membership)
    except BadFact as bad:
        sight.notes.fault("facts-contradict", row.line, index, row.text(index or 0), problem=bad.told())
        return None


def _value(sight: Sight, row: GridRow, index: int, fact: OwnFact) -> Any:
    """The value of a fact in a row: as it was written, or as people write it by hand."""
    cell = row.value(index)
    text = text_of(cell)
    if cell is Void.FORMULA:
        sight.notes.doubt("formula", row.line, index, text)
        return UNKNOWN
    eaten = fact.path == "member.rpps" and not (isinstance(cell, str) and cell.startswith(GUARD))
    if eaten and rpps_problem(text) in ("rpps-scientific", "rpps-rounded"):
        sight.notes.doubt(rpps_problem(text) or "", row.line, index, text)
        return UNKNOWN
    try:
        return value_in(cell, fact)
    except Unread:
        pass
    if is_blank(text):
        return UNKNOWN
    value = _by_hand(sight, row, index, fact, text)
    if isinstance(value, Unknown):
        sight.notes.doubt("fact-unread", row.line, index, text, fact=fact.label)
    return value


def _by_hand(sight: Sight, row: GridRow, index: int, fact: OwnFact, text: str) -> Any:
    """The value of a fact written by hand; of professions, the reading of their words."""
    if is_none(text) and type(None) in fact.kinds:
        return None
    if date in fact.kinds:
        found = read_day(row.value(index), day_first=sight.day_first, epoch=sight.grid.epoch)
        return UNKNOWN if found.day is None or found.other_way else found.day
    if bool in fact.kinds:
        answer = yes_or_no(text)
        return UNKNOWN if answer is None else answer
    if fact.kinds == (tuple[Profession, ...],):
        reading = read_profession(text)
        return reading if reading.professions else UNKNOWN
    return UNKNOWN
