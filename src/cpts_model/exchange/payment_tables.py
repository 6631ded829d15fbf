"""Tables of payments, CSV or XLSX: who paid what to whom. A cell left empty is a fact left unknown.

Nothing is guessed: a table with a cell that cannot be read is refused, with every such cell.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cpts_model.engine.errors import shortened
from cpts_model.engine.labels import label_of
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.faults import BadDossier, Fault
from cpts_model.exchange.files import first_bytes
from cpts_model.exchange.sheets import BadSheet
from cpts_model.exchange.sheets.cells import amount_in, clean, is_blank, word, yes_or_no
from cpts_model.exchange.sheets.csv_in import csv_grid
from cpts_model.exchange.sheets.days import read_day
from cpts_model.exchange.sheets.grid import Grid, GridRow, Value, letter_of, text_of
from cpts_model.exchange.sheets.xlsx_in import is_old, is_package, refuse_old, xlsx_grids
from cpts_model.facts.contracts import Payment, PaymentNature
from cpts_model.register.payments import PaidBy

MOST_BYTES = 16 * 2**20
PAYER = "payer"
_HEADERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        PAYER: ("structure", "cpts", "payeur", "verse par", "payer"),
        "beneficiary": ("beneficiaire", "identifiant", "id", "rpps", "n rpps", "numero rpps", "nom", "nom et prenom", "professionnel", "beneficiary"),
        "paid_on": ("date", "date de versement", "date de paiement", "paye le", "paid on"),
        "amount": ("montant", "montant eur", "montant verse", "somme", "amount"),
        "nature": ("type", "nature du versement"),
        "practises_in_member_structure": ("structure adherente",),
        "compensates_lost_income": ("perte de revenus", "compense une perte de revenus"),
        "for_public_service_mission": ("mission", "mission de service public"),
    }
)  # fmt: skip
"""What people call the columns, besides the labels of the facts themselves."""


def read_payments(path: str | Path, *, payer: str | Unknown = UNKNOWN) -> tuple[PaidBy, ...]:
    """The payments of a table: beneficiary, day, amount, nature, and who paid.

    ``payer`` is the structure that paid where no column says so. Beneficiaries and payers
    are kept as they are written. Days are read with the day first.

    Raises:
        BadDossier: with every cell that cannot be read, or for want of a payer.
        BadSheet: it is no table of payments, or no table at all.
        MissingExtra: it is a workbook, and openpyxl is not there.
        OSError: the file cannot be opened.
    """
    grid = _grid(first_bytes(path, MOST_BYTES + 1), str(path))
    head, columns = _headed(grid, str(path))
    faults: list[Fault] = []
    read: list[PaidBy] = []
    for row in grid.rows:
        if row.line > head.line and not row.blank and not _is_a_total(row):
            paid = _row(row, columns, grid, payer, faults)
            if paid is not None:
                read.append(paid)
    if faults:
        raise BadDossier(faults, str(path))
    return tuple(read)


def _grid(data: bytes, source: str) -> Grid:
    try:
        if len(data) > MOST_BYTES:
            raise BadSheet(f"the file is bigger than {MOST_BYTES // 2**20} MB", "keep the payments alone")
        if is_old(data):
            raise refuse_old()
        return xlsx_grids(data, None)[0] if is_package(data) else csv_grid(data)
    except BadSheet as bad:
        raise BadSheet(bad.problem, bad.mend, place=bad.place, source=source) from None


def _headed(grid: Grid, source: str) -> tuple[GridRow, dict[str, int]]:
    """The line of headers, and where each fact stands: the first line that names beneficiary and amount."""
    for row in grid.rows[:20]:
        columns: dict[str, int] = {}
        for index, text in enumerate(row.texts):
            fact = _fact_headed(text)
            if fact is not None:
                columns.setdefault(fact, index)
        if {"beneficiary", "amount"} <= columns.keys():
            return row, columns
    raise BadSheet(
        "no line of headers names a beneficiary and an amount",
        "name the columns Bénéficiaire, Date, Montant, Nature and, where several structures pay, Structure",
        source=source,
    )


def _fact_headed(header: str) -> str | None:
    said = word(header)
    for fact, names in _HEADERS.items():
        label = label_of(Payment, fact)
        if said in names or (label is not None and said in (word(label.fr), word(label.en))):
            return fact
    return None


def _is_a_total(row: GridRow) -> bool:
    first = next(text for text in row.texts if text.strip())
    return word(first).split()[:1] in (["total"], ["totaux"])


class _Unreadable(Exception):
    """A cell that cannot be read, and what would mend it."""


def _row(
    row: GridRow, columns: Mapping[str, int], grid: Grid, payer: str | Unknown, faults: list[Fault]
) -> PaidBy | None:
    told: dict[str, Any] = {}
    before = len(faults)
    for fact, index in columns.items():
        value = row.value(index)
        text = clean(text_of(value))
        if is_blank(text):
            continue
        try:
            told[fact] = _READERS[fact](value, grid)
        except _Unreadable as bad:
            faults.append(Fault(f"{letter_of(index)}{row.line}", f"{shortened(text)} {bad}"))
    who = told.pop(PAYER, payer)
    if "beneficiary" not in told:
        cell = f"{letter_of(columns['beneficiary'])}{row.line}"
        faults.append(Fault(cell, "it does not say who was paid"))
    if isinstance(who, Unknown):
        faults.append(
            Fault(f"{row.line}:{row.line}", "it does not say which structure paid (column Structure)")
        )
    return PaidBy(str(who), Payment(**told)) if len(faults) == before else None


def _text(value: Value, grid: Grid) -> str:
    return clean(text_of(value))


def _day(value: Value, grid: Grid) -> date:
    found = read_day(value, day_first=True, epoch=grid.epoch)
    if found.day is None or found.other_way:
        raise _Unreadable("is not a day (write it 12/03/2026)")
    return found.day


def _amount(value: Value, grid: Grid) -> Decimal:
    # A number of a workbook is a float: its shortest writing is the one that was typed.
    found = amount_in(str(value) if isinstance(value, int | float) else text_of(value))
    if found is None:
        raise _Unreadable("is not an amount of euros (write it 1250,50)")
    return found


def _nature(value: Value, grid: Grid) -> PaymentNature:
    said = word(text_of(value))
    for nature in PaymentNature:
        if said.startswith(nature.value):
            return nature
    raise _Unreadable("is neither indemnité nor rémunération")


def _truth(value: Value, grid: Grid) -> bool:
    found = yes_or_no(text_of(value))
    if found is None:
        raise _Unreadable("is neither oui nor non")
    return found


_READERS: Mapping[str, Callable[[Value, Grid], Any]] = MappingProxyType(
    {
        PAYER: _text,
        "beneficiary": _text,
        "paid_on": _day,
        "amount": _amount,
        "nature": _nature,
        "practises_in_member_structure": _truth,
        "compensates_lost_income": _truth,
        "for_public_service_mission": _truth,
    }
)
