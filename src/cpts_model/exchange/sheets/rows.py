"""A row of a sheet, read as a membership."""

import re
from datetime import date
from typing import Any

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.sheets.cells import is_none, word, yes_or_no
from cpts_model.exchange.sheets.doubles import Trace
from cpts_model.exchange.sheets.grid import GridRow
from cpts_model.exchange.sheets.headers import header_key, organ_in
from cpts_model.exchange.sheets.identifiers import Identifiers
from cpts_model.exchange.sheets.model import SheetRow
from cpts_model.exchange.sheets.names import name_key
from cpts_model.exchange.sheets.own import is_own_row, read_own
from cpts_model.exchange.sheets.roles import Role
from cpts_model.exchange.sheets.row_days import Days
from cpts_model.exchange.sheets.row_fees import order_counts, read_fees
from cpts_model.exchange.sheets.row_people import Told, read_who
from cpts_model.exchange.sheets.sight import Sight
from cpts_model.facts.checks import BadFact
from cpts_model.facts.memberships import Membership
from cpts_model.facts.organs import Organ

_ELSEWHERE = frozenset({Role.LEFT, Role.ENDED, Role.EMAIL, Role.PHONE, Role.PLACE, Role.POSTCODE, Role.PAYER})
"""Columns whose words say nothing of the member (« rue de l'Ancienne Mairie »), or are read as days."""
_MEMBER = frozenset(map(header_key, ("Membre", "Membre actif", "Adhérent", "Adhésion", "Actif", "Member")))
_NO_MEMBER = re.compile(
    r"\b(anciens?|anciennes?|ex (membre|adherent)e?s?|(non|pas|plus) (membre|adherent)e?s?|demission\w*|partie?s?"
    r"|a quitte|decede\w*|deces|radie?e?s?|radiation|exclue?s?|exclusion|en (attente|cours)|refuse?e?s?)\b"
)
_PARTNER = re.compile(r"\b(partenaire|invitee?|observat(eur|rice)|sympathisante?)s?\b")


class RowReader:
    """Reads the rows of a sheet, one after the other."""

    def __init__(self, sight: Sight, body: list[GridRow]) -> None:
        fees = [
            index for index, column in enumerate(sight.columns) if column.role in (Role.FEE, Role.FEE_PAID)
        ]
        self.sight = sight
        self.days = Days(sight)
        self.days.look_over(body, fees)
        self.traces: list[Trace] = []
        self._identifiers = Identifiers(sight, body)

    def read(self, row: GridRow) -> SheetRow | None:
        """The row as a membership; ``None`` when it could not be read, which is noted."""
        if is_own_row(self.sight, row):
            return self._own(row)
        told = read_who(self.sight, row)
        if told is None:
            return None
        _note_phone_and_postcode(self.sight, row)
        if not order_counts(self.sight, row):
            return SheetRow(line=row.line, membership=None, cells=row.texts)
        facts = self._facts(row)
        try:
            membership = Membership(member=told.member(self._identifiers.made(row, told)), **facts)
        except BadFact as bad:
            self.sight.notes.fault("facts-contradict", row.line, told.index, told.name, problem=bad.told())
            return None
        self._trace(row, told)
        return SheetRow(line=row.line, membership=membership, cells=row.texts)

    def _own(self, row: GridRow) -> SheetRow | None:
        membership = read_own(self.sight, row)
        if membership is None:
            return None
        member = membership.member
        name = member.name if isinstance(member.name, str) else member.id
        rpps = getattr(member, "rpps", UNKNOWN)
        self.traces.append(
            Trace(
                line=row.line,
                name=name,
                words=name_key(name),
                rpps=rpps if isinstance(rpps, str) else None,
                mail=None,
                identifier=member.id,
            )
        )
        return SheetRow(line=row.line, membership=membership, cells=row.texts, told_id=True)

    def _trace(self, row: GridRow, told: Told) -> None:
        mail = self.sight.told(row, Role.EMAIL)
        self.traces.append(
            Trace(
                line=row.line,
                name=told.name,
                words=name_key(told.name),
                rpps=told.rpps,
                mail=mail.casefold() if mail and "@" in mail else None,
            )
        )

    def _facts(self, row: GridRow) -> dict[str, Any]:
        """The facts of the membership that the row settles."""
        fees = read_fees(self.sight, self.days, row)
        joined, left = self._stay(row)
        admitted = self.days.or_none(row, Role.ADMITTED)
        college = self._college(row)
        listed = self._listed(row, joined, left)
        facts: dict[str, Any] = {
            "joined_on": joined,
            "left_on": left,
            "listed_on": listed,
            "partner": _partner(listed, row),
            "college": college,
            "consented": self._consent(row),
            "admitted_on": admitted,
            "fees": fees.fees,
            "fee_paid": fees.fee_paid,
        }
        if isinstance(admitted, date):
            organ = organ_in(self.sight.columns[self.sight.places[Role.ADMITTED]].header)
            facts["admitted_by"] = UNKNOWN if organ is None else Organ(organ)
        return facts

    def _stay(self, row: GridRow) -> tuple[date | Unknown, date | None | Unknown]:
        joined = self.days.at(row, Role.JOINED)
        role = Role.LEFT if self.sight.has(Role.LEFT) else Role.ENDED
        left = self.days.or_none(row, role)
        if isinstance(joined, date) and isinstance(left, date) and left < joined:
            self.sight.doubt("left-before", row, role)
            return UNKNOWN, UNKNOWN
        return joined, left

    def _listed(self, row: GridRow, joined: date | Unknown, left: date | None | Unknown) -> date | Unknown:
        """The day of the list, for a row of which nothing says that it is of an earlier or a later member."""
        day = self.sight.listed_on
        if day is None or (isinstance(left, date) and left <= day):
            return UNKNOWN
        if isinstance(joined, date) and joined > day:
            self.sight.doubt("joined-after-list", row, Role.JOINED, day=day.isoformat())
            return UNKNOWN
        if _says_otherwise(self.sight, row):
            return UNKNOWN
        # A cell of departure that could not be read may say that somebody had left.
        told = any(self.sight.told(row, role) is not None for role in (Role.LEFT, Role.ENDED))
        return UNKNOWN if isinstance(left, Unknown) and told else day

    def _college(self, row: GridRow) -> str | None | Unknown:
        text = self.sight.told(row, Role.COLLEGE)
        if text is None:
            return UNKNOWN
        return None if is_none(text) else text

    def _consent(self, row: GridRow) -> bool | Unknown:
        text = self.sight.told(row, Role.CONSENT)
        if text is None:
            return UNKNOWN
        answer = yes_or_no(text)
        if answer is None:
            self.sight.doubt("answer-other", row, Role.CONSENT)
            return UNKNOWN
        return answer


def _says_otherwise(sight: Sight, row: GridRow) -> bool:
    """Whether a cell, or the name of the sheet, speaks of somebody who is not a member; that is a doubt."""
    for index, column in enumerate(sight.columns):
        if column.role in _ELSEWHERE:
            continue
        text = row.text(index)
        no_member = header_key(column.header) in _MEMBER and yes_or_no(text) is False
        if no_member or _NO_MEMBER.search(word(text)):
            sight.notes.doubt("listed-otherwise", row.line, index, text)
            return True
    if sight.grid.sheet is not None and _NO_MEMBER.search(word(sight.grid.sheet)):
        sight.notes.doubt("listed-otherwise", sight.header_line, None, sight.grid.sheet)
        return True
    return False


def _partner(listed: date | Unknown, row: GridRow) -> bool | Unknown:
    """A list of members holds no mere partner, unless its own words leave it open."""
    partners = any(_PARTNER.search(word(text)) for text in row.texts)
    return UNKNOWN if isinstance(listed, Unknown) or partners else False


def _note_phone_and_postcode(sight: Sight, row: GridRow) -> None:
    """Note the numbers that lost their zero. None of them is kept."""
    for index, column in enumerate(sight.columns):
        digits = "".join(letter for letter in row.text(index) if letter.isdigit())
        plain = row.text(index).replace(" ", "") == digits
        if column.role is Role.PHONE and plain and len(digits) == 9 and not digits.startswith("0"):
            sight.notes.doubt("phone-zero", row.line, index, row.text(index))
        if column.role is Role.POSTCODE and plain and len(digits) == 4:
            sight.notes.doubt("postcode-zero", row.line, index, row.text(index))
