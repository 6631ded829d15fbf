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
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.faults import BadDossier, Fault
from cpts_model.exchange.files import first_bytes
from cpts_model.exchange.sheets import BadSheet
from cpts_model.exchange.sheets.cells import (
    amount_in,
    clean,
    is_blank,
    is_error,
    is_formula,
    is_total,
    rpps_problem,
    word,
    yes_or_no,
)
from cpts_model.exchange.sheets.csv_in import csv_grid
from cpts_model.exchange.sheets.days import read_day
from cpts_model.exchange.sheets.faults import of_source
from cpts_model.exchange.sheets.grid import Grid, GridRow, Value, Void, letter_of, text_of
from cpts_model.exchange.sheets.xlsx_in import is_old, is_package, refuse_old, xlsx_grids
from cpts_model.facts.payments import Payment, PaymentNature
from cpts_model.register.payments import PaidBy

MOST_BYTES = 16 * 2**20
PAYER = "payer"
_HEADERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        PAYER: ("structure", "cpts", "payeur", "verse par", "payer"),
        "beneficiary": ("rpps", "n rpps", "numero rpps", "identifiant", "id", "beneficiaire", "beneficiary", "nom et prenom", "nom prenom", "professionnel", "nom"),
        "paid_on": ("date", "date de versement", "date de paiement", "paye le", "paid on"),
        "amount": ("montant", "montant eur", "montant verse", "somme", "amount"),
        "nature": ("type", "nature du versement"),
        "practises_in_member_structure": ("structure adherente",),
        "compensates_lost_income": ("perte de revenus", "compense une perte de revenus"),
        "for_public_service_mission": ("mission", "mission de service public"),
    }
)  # fmt: skip
"""What people call the columns, besides the labels of the facts themselves. Of several that
name the beneficiary, the one that comes first here tells people apart best."""

_ABBREVIATED: Mapping[str, PaymentNature] = MappingProxyType(
    {"ipr": PaymentNature.INDEMNITE, "rpmsp": PaymentNature.REMUNERATION}
)
"""Indemnité de perte de ressources; rémunération pour participation aux missions de service public."""


def read_payments(path: str | Path, *, payer: str | Unknown = UNKNOWN) -> tuple[PaidBy, ...]:
    """The payments of a table: beneficiary, day, amount, nature, and who paid.

    ``payer`` is the structure that paid where no column says so. Beneficiaries and payers
    are kept as they are written. Days are read with the day first.

    Raises:
        BadDossier: with every cell that cannot be read, or for want of a payer.
        BadSheet: it is no table of payments, or no table at all; or it leaves open which sheet or column counts.
        MissingExtra: it is a workbook, and openpyxl is not there.
        OSError: the file cannot be opened.
    """
    grid, head, columns = _table(_grids(first_bytes(path, MOST_BYTES + 1), str(path)), str(path))
    faults: list[Fault] = []
    read: list[PaidBy] = []
    for row in grid.rows:
        if row.line > head.line and not row.blank and not _is_a_total(row, columns):
            paid = _row(row, columns, grid, payer, faults)
            if paid is not None:
                read.append(paid)
    if faults:
        raise BadDossier(faults, str(path))
    return tuple(read)


def _grids(data: bytes, source: str) -> list[Grid]:
    try:
        if len(data) > MOST_BYTES:
            raise BadSheet(
                Text(
                    f"le fichier dépasse {MOST_BYTES // 2**20} Mo",
                    f"the file is bigger than {MOST_BYTES // 2**20} MB",
                ),
                Text("garder les seuls paiements", "keep the payments alone"),
            )
        if is_old(data):
            raise refuse_old()
        return xlsx_grids(data, None) if is_package(data) else [csv_grid(data)]
    except BadSheet as bad:
        raise of_source(bad, source) from None


def _table(grids: list[Grid], source: str) -> tuple[Grid, GridRow, dict[str, int]]:
    """The one sheet that holds payments, its line of headers, and where each fact stands."""
    found = [(grid, *headed) for grid in grids if (headed := _headed(grid, source)) is not None]
    if not found:
        raise BadSheet(
            Text(
                "aucune ligne de titres ne nomme un bénéficiaire et un montant",
                "no line of headers names a beneficiary and an amount",
            ),
            Text(
                "nommer les colonnes Bénéficiaire, Date, Montant, Nature et, si plusieurs structures paient, Structure",
                "name the columns Bénéficiaire, Date, Montant, Nature and, where several structures pay, Structure",
            ),
            source=source,
        )
    if len(found) > 1:
        names = ", ".join(repr(grid.sheet) for grid, *_ in found)
        raise BadSheet(
            Text(
                f"plusieurs feuilles contiennent des paiements : {names}",
                f"several sheets hold payments: {names}",
            ),
            Text("en garder une, ou tout mettre dans une seule", "keep one, or put all in one"),
            source=source,
        )
    return found[0]


def _headed(grid: Grid, source: str) -> tuple[GridRow, dict[str, int]] | None:
    """The first line that names beneficiary and amount, and where each fact stands."""
    for row in grid.rows[:20]:
        told: dict[str, list[int]] = {}
        for index, text in enumerate(row.texts):
            fact = _fact_headed(text)
            if fact is not None:
                told.setdefault(fact, []).append(index)
        if {"beneficiary", "amount"} <= told.keys():
            return row, {fact: _column(fact, places, row, source) for fact, places in told.items()}
    return None


def _column(fact: str, places: list[int], row: GridRow, source: str) -> int:
    """The column of a fact. Which of two is meant is only known of beneficiaries."""
    cells = ", ".join(f"{letter_of(index)}{row.line}" for index in places)
    if fact == "beneficiary":
        named = sorted(places, key=lambda index: _exactness(word(row.text(index))))
        if word(row.text(named[0])) == "nom" and "prenom" in map(word, row.texts):
            raise BadSheet(
                Text("le nom occupe deux colonnes", "the name stands in two columns"),
                Text(
                    "n'en faire qu'une, Bénéficiaire : un identifiant, ou le nom entier",
                    "make one, Bénéficiaire: an identifier, or the whole name",
                ),
                place=cells,
                source=source,
            )
        return named[0]
    if len(places) > 1:
        titles = ", ".join(row.text(index) for index in places)
        raise BadSheet(
            Text(
                f"plusieurs colonnes disent la même chose ({titles})",
                f"several columns tell one thing ({titles})",
            ),
            Text("garder celle qui compte", "keep the one that counts"),
            place=cells,
            source=source,
        )
    return places[0]


def _exactness(said: str) -> int:
    names = _HEADERS["beneficiary"]
    return names.index(said) if said in names else len(names)


def _fact_headed(header: str) -> str | None:
    said = word(header)
    for fact, names in _HEADERS.items():
        label = label_of(Payment, fact)
        if said in names or (label is not None and said in (word(label.fr), word(label.en))):
            return fact
    return None


def _is_a_total(row: GridRow, columns: Mapping[str, int]) -> bool:
    first = next(text for text in row.texts if text.strip())
    return is_total(first) or is_total(row.text(columns["beneficiary"]))


_WHO_PAID = Text(
    "il manque quelle structure a payé (colonne Structure)",
    "it does not say which structure paid (column Structure)",
)


class _Unreadable(Exception):
    """A cell that cannot be read, and what would mend it."""

    def __init__(self, fr: str, en: str) -> None:
        super().__init__(fr, en)
        self.words = Text(fr, en)


def _row(
    row: GridRow, columns: Mapping[str, int], grid: Grid, payer: str | Unknown, faults: list[Fault]
) -> PaidBy | None:
    told: dict[str, Any] = {}
    before = len(faults)
    for fact, index in columns.items():
        value = row.value(index)
        text = clean(text_of(value))
        try:
            if value is Void.FORMULA or is_formula(text) or is_error(text):
                raise _Unreadable("est une formule sans son résultat", "is a formula without its result")
            if is_blank(text):
                continue
            told[fact] = _READERS[fact](value, grid)
        except _Unreadable as bad:
            given = shortened(text)
            words = Text(f"{given} {bad.words.fr}", f"{given} {bad.words.en}")
            faults.append(Fault(f"{letter_of(index)}{row.line}", words))
    who = told.pop(PAYER, payer)
    if "beneficiary" not in told and len(faults) == before:
        cell = f"{letter_of(columns['beneficiary'])}{row.line}"
        faults.append(Fault(cell, Text("il manque qui a été payé", "it does not say who was paid")))
    if isinstance(who, Unknown):
        place = f"{letter_of(columns[PAYER])}{row.line}" if PAYER in columns else f"line {row.line}"
        faults.append(Fault(place, _WHO_PAID))
    return PaidBy(str(who), Payment(**told)) if len(faults) == before else None


def _text(value: Value, grid: Grid) -> str:
    return clean(text_of(value))


def _who(value: Value, grid: Grid) -> str:
    text = clean(text_of(value))
    if rpps_problem(text) in ("rpps-scientific", "rpps-rounded"):
        raise _Unreadable(
            "est un nombre que le tableur a arrondi (mettre la colonne au format texte)",
            "is a number that the spreadsheet rounded (format the column as text)",
        )
    return text


def _day(value: Value, grid: Grid) -> date:
    found = read_day(value, day_first=True, epoch=grid.epoch)
    if found.day is None or found.other_way:
        raise _Unreadable("n'est pas une date (l'écrire 12/03/2026)", "is not a day (write it 12/03/2026)")
    return found.day


def _amount(value: Value, grid: Grid) -> Decimal:
    # A number of a workbook is a float: its shortest writing is the one that was typed.
    found = amount_in(str(value) if isinstance(value, int | float) else text_of(value))
    if found is None:
        raise _Unreadable(
            "n'est pas un montant en euros (l'écrire 1250,50)", "is not an amount of euros (write it 1250,50)"
        )
    return found


def _nature(value: Value, grid: Grid) -> PaymentNature:
    said = word(text_of(value)).split()
    found = {nature for nature in PaymentNature if any(one.startswith(nature.value) for one in said)}
    found |= {_ABBREVIATED[one] for one in said if one in _ABBREVIATED}
    if len(found) != 1:
        raise _Unreadable(
            "n'est ni indemnité ni rémunération, ou est les deux",
            "is neither indemnité nor rémunération, or both",
        )
    return found.pop()


def _truth(value: Value, grid: Grid) -> bool:
    found = yes_or_no(text_of(value))
    if found is None:
        raise _Unreadable("n'est ni oui ni non", "is neither oui nor non")
    return found


_READERS: Mapping[str, Callable[[Value, Grid], Any]] = MappingProxyType(
    {
        PAYER: _text,
        "beneficiary": _who,
        "paid_on": _day,
        "amount": _amount,
        "nature": _nature,
        "practises_in_member_structure": _truth,
        "compensates_lost_income": _truth,
        "for_public_service_mission": _truth,
    }
)
