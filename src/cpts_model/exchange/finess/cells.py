"""The values of one establishment, taken one by one: what is wrong refuses it, what is doubtful is told."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.extracts import ExtractFault
from cpts_model.exchange.faults import SHOWN
from cpts_model.exchange.finess.model import FinessDoubt, Place
from cpts_model.exchange.identifiers import finess, siren, siret

NUMBER = re.compile(r"[0-9][0-9A-Za-z][0-9]{7}", re.ASCII)
"""The form of a FINESS number in the register's XML schema; that of FINESS+ lets nine letters be one."""

SIREN = re.compile(r"[0-9]{9}", re.ASCII)

SIRET = re.compile(r"[0-9]{14}", re.ASCII)

MOST = SHOWN - 1
"""How many faults are collected before reading stops: beyond, the file is something else."""

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ].*)?", re.ASCII | re.DOTALL)
_CATEGORY = re.compile(r"[0-9]{3}", re.ASCII)
_NO_TEXT = frozenset({"Cc", "Zl", "Zp", "Cs"})
"""The Unicode categories of what is no part of a text of one line."""

BAD_NUMBER = Text(
    "le numéro FINESS n'est pas valide (département ou clé) ; il est gardé tel quel",
    "the FINESS number is not valid (département or key); it is kept as it is",
)
BAD_ENTITY_NUMBER = Text(
    "le numéro FINESS de l'entité juridique n'est pas valide (département ou clé) ; il est gardé tel quel",
    "the FINESS number of the legal entity is not valid (département or key); it is kept as it is",
)
BAD_SIRET = Text(
    "le numéro SIRET n'est pas valide ; il est gardé tel quel",
    "the SIRET number is not valid; it is kept as it is",
)
NO_SIRET = Text(
    "ce n'est pas un numéro SIRET (quatorze chiffres) ; il reste inconnu",
    "this is no SIRET number (fourteen digits); it stays unknown",
)
BAD_SIREN = Text(
    "le numéro SIREN n'est pas valide ; il est gardé tel quel",
    "the SIREN number is not valid; it is kept as it is",
)
BAD_DAY = Text(
    "ce n'est pas une date (AAAA-MM-JJ) ; la date reste inconnue",
    "this is no day (YYYY-MM-DD); it stays unknown",
)
BAD_CATEGORY = Text(
    "ce n'est pas un code de catégorie (trois chiffres) ; la catégorie reste inconnue",
    "this is no code of a category (three digits); it stays unknown",
)
_WINDOWS = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""What stands for the controls of ISO-8859-1 in Windows-1252: files said to be the one are of the other."""

NOT_TEXT = Text(
    "des caractères de commande ont été remplacés par une espace",
    "control characters were replaced by a space",
)


class Cells:
    """Takes the values of an establishment, and keeps the faults and the doubts found in them.

    ``columns`` are the names that the file gives to fields, where it has its own; ``within``
    is what holds these values, and keeps what is wrong with them too.
    """

    __slots__ = ("columns", "doubts", "faults", "place")

    def __init__(
        self, place: Place, columns: Mapping[str, str] | None = None, *, within: "Cells | None" = None
    ) -> None:
        self.place = place
        self.columns = columns or {}
        self.faults: list[ExtractFault] = [] if within is None else within.faults
        self.doubts: list[FinessDoubt] = [] if within is None else within.doubts

    @property
    def is_hopeless(self) -> bool:
        """Whether so much is wrong that no more is read."""
        return len(self.faults) >= MOST

    def refuse(self, column: str, message: str) -> None:
        """Note a fault on a line: the establishment cannot be read."""
        self.faults.append(ExtractFault(message, self.place.line, self.columns.get(column, column)))

    def refuse_at(self, path: str, message: str) -> None:
        """Note a fault at a path of a JSON document."""
        self.faults.append(ExtractFault(f"{path}: {message}"))

    def doubt(self, column: str, problem: Text) -> None:
        """Note a doubt: the establishment is read all the same."""
        name = self.columns.get(column, column)
        self.doubts.append(FinessDoubt(problem=problem, place=self.place, column=name))

    def text(self, column: str, value: str | Unknown) -> str | Unknown:
        """A text on one line; an empty cell tells nothing."""
        if isinstance(value, Unknown):
            return UNKNOWN
        plain = value
        if not value.isprintable():
            meant = value.translate(_WINDOWS)
            plain = "".join(" " if unicodedata.category(one) in _NO_TEXT else one for one in meant)
            if plain != meant:
                self.doubt(column, NOT_TEXT)
        return " ".join(plain.split()) or UNKNOWN

    def number(self, column: str, value: str | Unknown, bad: Text = BAD_NUMBER) -> str | Unknown:
        """A FINESS number. One of another form is a fault; one with a wrong key is kept and told."""
        if isinstance(value, Unknown) or not value.strip():
            return UNKNOWN
        number = value.strip().upper()
        if not NUMBER.fullmatch(number):
            self.refuse(column, "a FINESS number has nine digits, or a letter on the second place")
            return UNKNOWN
        if not finess.is_valid(number):
            self.doubt(column, bad)
        return number

    def siret(self, column: str, value: str | Unknown) -> str | Unknown:
        """A SIRET number: one with a wrong key is what the register says all the same."""
        number = self.text(column, value)
        if isinstance(number, Unknown):
            return UNKNOWN
        if not SIRET.fullmatch(number):
            self.doubt(column, NO_SIRET)
            return UNKNOWN
        if not siret.is_valid(number):
            self.doubt(column, BAD_SIRET)
        return number

    def siren(self, column: str, value: str | Unknown) -> str | Unknown:
        """A SIREN number of nine digits: one with a wrong key is what the register says all the same."""
        if isinstance(value, str) and not siren.is_valid(value):
            self.doubt(column, BAD_SIREN)
        return value

    def category(self, column: str, value: str | Unknown) -> str | Unknown:
        """The code of a category."""
        code = self.text(column, value)
        if isinstance(code, Unknown) or _CATEGORY.fullmatch(code):
            return code
        self.doubt(column, BAD_CATEGORY)
        return UNKNOWN

    def day(self, column: str, value: str | Unknown) -> date | Unknown:
        """A day, with or without a time after it."""
        if isinstance(value, Unknown) or not value.strip():
            return UNKNOWN
        day = day_in(value.strip())
        if isinstance(day, Unknown):
            self.doubt(column, BAD_DAY)
        return day


def day_in(text: str) -> date | Unknown:
    """The day that a text begins with, written YYYY-MM-DD; UNKNOWN where it is none."""
    found = _DAY.fullmatch(text)
    if found is None:
        return UNKNOWN
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return UNKNOWN
