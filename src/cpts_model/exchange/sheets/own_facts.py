"""The facts that a sheet of this library holds, a column each, and how each is written in a cell."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

import attrs

from cpts_model.engine.labels import label_of
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.converter import make_converter
from cpts_model.exchange.faults import BadDossier
from cpts_model.exchange.sheets.grid import Value, Void, text_of
from cpts_model.exchange.sheets.guard import NOTHING
from cpts_model.facts.heirs import Heir
from cpts_model.facts.memberships import Exclusion, FeePayment, Membership
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, Professional
from cpts_model.facts.reading_tokens import fold

MEMBERS: dict[str, type[Professional] | type[Person] | type[Organisation]] = {
    "professionnel": Professional,
    "autre personne": Person,
    "organisation": Organisation,
}
"""The words for the classes that a member can be of."""

NATURE = Text("nature du membre", "kind of member")
IDENTIFIER = "member.id"
_YES, _NO = "oui", "non"
_AND = " ; "
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CODE = re.compile(r"[A-Z][A-Z0-9]*", re.ASCII)
_FEE = re.compile(
    r"(?:(?P<amount>\d+(?:,\d+)?) €)? ?(?:le (?P<day>\d{4}-\d\d-\d\d))? ?"
    r"(?:pour (?P<year>\d{1,4}))?",
    re.ASCII,
)
_BARE_FEE = "payée"


class Unread(ValueError):
    """A cell that holds no value of its fact."""


@attrs.frozen(slots=True)
class OwnFact:
    """A fact that has a column: its path, its name, and the types of its values."""

    path: str
    label: Text
    kinds: tuple[Any, ...]

    @property
    def field(self) -> str:
        """The name of the field."""
        return self.path.rpartition(".")[2]

    @property
    def header(self) -> str:
        """The header of its column."""
        return self.label.fr[:1].upper() + self.label.fr[1:]

    def of(self, membership: Membership) -> Any:
        """The value that a membership tells; UNKNOWN for what its member cannot have."""
        owner: Any = membership
        for step in self.path.split(".")[:-1]:
            owner = getattr(owner, step)
        return UNKNOWN if owner is UNKNOWN else getattr(owner, self.field, UNKNOWN)


@cache
def own_facts() -> tuple[OwnFact, ...]:
    """Every fact that a column can hold, in the order of the columns."""
    found: dict[str, OwnFact] = {}
    for kind in MEMBERS.values():
        found |= {fact.path: fact for fact in _facts_of(kind, "member.")}
    return (*found.values(), *_facts_of(Membership, ""), *_facts_of(Exclusion, "exclusion."))


def _facts_of(kind: type[Any], prefix: str) -> Iterator[OwnFact]:
    for field in attrs.fields(attrs.resolve_types(kind)):
        name = label_of(kind, field.name)
        if field.name != "member" and name is not None:
            yield OwnFact(f"{prefix}{field.name}", name, _kinds(field.type))


def _kinds(declared: Any) -> tuple[Any, ...]:
    options = get_args(declared) if get_origin(declared) not in (tuple, None) else (declared,)
    return tuple(option for option in options if option is not Unknown)


def fact_headed(header: str) -> OwnFact | None:
    """The fact whose name a header is, whatever its case and accents."""
    return _by_header().get(fold(header.strip()))


@cache
def _by_header() -> dict[str, OwnFact]:
    return {fold(fact.label.fr): fact for fact in own_facts()}


def cell_of(value: Any) -> str | date | Void | None:
    """A value as a cell holds it, not guarded yet; ``None`` for an empty cell.

    Raises:
        TypeError: it is of a class that has no cell.
    """
    match value:
        case Unknown():
            return None
        case None | ():
            return Void.NOTHING
        case bool():
            return _YES if value else _NO
        case str() | date():
            return value
        case Enum():
            return str(_word(value))
        case Exclusion():
            return _YES
        case tuple():
            return _listed(value)
        case _:
            raise TypeError(f"{type(value).__name__} has no cell")


def _word(member: Enum) -> str:
    name = getattr(member, "label", None)
    return name.fr if isinstance(name, Text) else str(member.value)


def _listed(values: tuple[Any, ...]) -> str:
    if all(isinstance(value, FeePayment) for value in values):
        return _AND.join(map(_fee_words, values))
    if all(isinstance(value, Heir) for value in values):
        return json.dumps(make_converter().unstructure(values), ensure_ascii=False)
    if all(isinstance(value, Enum) for value in values):
        return _AND.join(map(_word, values))
    if all(_CODE.fullmatch(value) for value in values):
        return _AND.join(values)
    return json.dumps(values, ensure_ascii=False)


def _fee_words(fee: FeePayment) -> str:
    words = []
    if isinstance(fee.amount, Decimal):
        words.append(f"{_euros(fee.amount)} €")
    if isinstance(fee.paid_on, date):
        words.append(f"le {fee.paid_on.isoformat()}")
    if fee.for_year is not None:
        words.append(f"pour {fee.for_year}")
    return " ".join(words) or _BARE_FEE


def _euros(amount: Decimal) -> str:
    """An amount as it is written: ``20``, ``20,50``. A number of a workbook comes as 20.0."""
    euros, _, cents = f"{abs(amount):f}".partition(".")
    cents = cents.rstrip("0")
    return f"{euros},{cents:0<2}" if cents else euros


def value_in(cell: Value, fact: OwnFact) -> Any:
    """The value of a fact that a cell holds, as :func:`cell_of` writes it.

    Raises:
        Unread: the cell was written otherwise.
    """
    if cell is None or cell == "":
        return UNKNOWN
    if cell == NOTHING:
        if NoneType in fact.kinds:
            return None
        if any(get_origin(kind) is tuple for kind in fact.kinds):
            return ()
    if date in fact.kinds:
        return _day(cell)
    text = text_of(cell)
    kind = next(kind for kind in fact.kinds if kind is not NoneType)
    if kind is str:
        return text
    if kind is bool or kind is Exclusion:
        return _answer(text, kind)
    if get_origin(kind) is tuple:
        return _tuple(text, get_args(kind)[0])
    return _member(text, kind)


def _day(cell: Value) -> date:
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    if isinstance(cell, str) and _ISO.fullmatch(cell):
        try:
            return date.fromisoformat(cell)
        except ValueError:
            raise Unread from None
    raise Unread


def _answer(text: str, kind: type[Any]) -> Any:
    if text not in (_YES, _NO) or (kind is Exclusion and text != _YES):
        raise Unread
    return Exclusion() if kind is Exclusion else text == _YES


def _member(text: str, kind: type[Enum]) -> Enum:
    try:
        return _words_of(kind)[fold(text.strip())]
    except KeyError:
        raise Unread from None


@cache
def _words_of(kind: type[Enum]) -> dict[str, Enum]:
    return {fold(_word(member)): member for member in kind}


def _tuple(text: str, inside: Any) -> tuple[Any, ...]:
    if inside is FeePayment:
        return tuple(map(_fee, text.split(_AND)))
    if inside is Heir:
        return _heirs(text)
    if inside is str:
        return _codes(text)
    return tuple(_member(part, inside) for part in text.split(_AND))


def _codes(text: str) -> tuple[str, ...]:
    if not text.startswith("["):
        codes = tuple(text.split(_AND))
        if all(map(_CODE.fullmatch, codes)):
            return codes
        raise Unread
    try:
        listed = json.loads(text)
    except (ValueError, RecursionError):
        raise Unread from None
    if not isinstance(listed, list) or not all(isinstance(code, str) for code in listed):
        raise Unread
    return tuple(listed)


def _heirs(text: str) -> tuple[Heir, ...]:
    """Heirs as a dossier describes them: nobody's sheet has them, and a cell has no room for less."""
    try:
        told = make_converter().structure(json.loads(text), tuple[Heir, ...])
    except (ValueError, RecursionError, BadDossier):
        raise Unread from None
    return told


def _fee(text: str) -> FeePayment:
    if text == _BARE_FEE:
        return FeePayment()
    found = _FEE.fullmatch(text)
    if found is None or not text:
        raise Unread
    year = found["year"]
    return FeePayment(
        amount=UNKNOWN if found["amount"] is None else Decimal(found["amount"].replace(",", ".")),
        paid_on=UNKNOWN if found["day"] is None else _day(found["day"]),
        for_year=None if year is None else int(year),
    )
