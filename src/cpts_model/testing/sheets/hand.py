"""Whoever fills in the sheet: tidy, but for the kinds of dirt asked for."""

import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.text import Text
from cpts_model.facts.professions import Profession
from cpts_model.testing.sheets.kinds import Dirt
from cpts_model.testing.sheets.truth import Value
from cpts_model.testing.sheets.wordings import WORDINGS, Wording

T = TypeVar("T")

_MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
_EPOCH = date(1899, 12, 30)
"""The day zero from which spreadsheets count days since March 1900."""
_NOTHING = ("", "NC", "non précisé", "-", "?")

_SEVERAL = Text("ce mot laisse plusieurs professions ouvertes", "this word leaves several professions open")
_NO_DAY = Text("ce n'est pas un jour", "this is no day")
_COUNT = Text("un nombre de jours, compté depuis on ne sait quand", "a count of days, from nobody knows when")
_FORMULA = Text("une formule, sans son résultat", "a formula, without its result")
_ROUNDED = Text("le tableur a arrondi ce numéro", "the spreadsheet rounded this number")
_ORDER = Text("rien ne dit lequel est le prénom", "nothing says which is the first name")


@attrs.frozen(slots=True)
class Written:
    """What stands in a cell; whether it still tells the fact; why it is open, where it is."""

    value: Value
    tells: bool = True
    open: Text | None = None


class Hand:
    """Fills in cells, and remembers which kinds of dirt it left."""

    def __init__(self, draw: DrawFn, kinds: Iterable[Dirt], *, is_text: bool) -> None:
        self._draw = draw
        self._kinds = frozenset(kinds)
        self._is_text = is_text
        self.left: set[Dirt] = set()

    def slips(self, kind: Dirt) -> bool:
        """Whether to be untidy in this way, here."""
        if kind not in self._kinds or not self._draw(st.booleans()):
            return False
        self.left.add(kind)
        return True

    def one_of(self, choices: Iterable[T]) -> T:
        """One of several."""
        return self._draw(st.sampled_from(tuple(choices)))

    # --- Words

    def words(self, text: str) -> str:
        """Words as they are typed."""
        return self.spaced(self._cased(text))

    def spaced(self, text: str) -> str:
        """Words with the spaces of who does not see them."""
        if not text or not self.slips(Dirt.SPACES):
            return text
        ways: list[Callable[[str], str]] = [
            lambda said: f"{said} ",
            lambda said: f" {said}",
            lambda said: f"{said}\N{NO-BREAK SPACE}",
        ]
        if " " in text:
            ways += [
                lambda said: said.replace(" ", "  ", 1),
                lambda said: said.replace(" ", "\N{NO-BREAK SPACE}", 1),
            ]
        return self.one_of(ways)(text)

    def _cased(self, text: str) -> str:
        ways = (str.upper, str.lower, without_accents, lambda said: without_accents(said).upper())
        changed = {way(text): None for way in ways}
        changed.pop(text, None)
        return self.one_of(changed) if changed and self.slips(Dirt.ACCENTS_AND_CASE) else text

    def nothing(self) -> Written:
        """A cell that tells nothing."""
        return Written(self.one_of(_NOTHING), tells=False)

    # --- Names

    def whole_name(self, surname: str, first_name: str) -> Written:
        """Surname and first name in one cell: capitals tell which is which, where there are any."""
        if self.slips(Dirt.ACCENTS_AND_CASE):
            plain, other = f"{first_name} {surname}", f"{surname} {first_name}"
            text = self.one_of((plain, other, other.upper(), without_accents(plain).lower()))
            return Written(self.spaced(text), open=_ORDER)
        text = self.one_of((f"{surname.upper()} {first_name}", f"{first_name} {surname.upper()}"))
        return Written(self.spaced(text))

    # --- Professions

    def profession(self, profession: Profession, substitute: bool) -> Written:
        """A profession, in one of its words."""
        wording = WORDINGS[profession]
        if wording.vague and not substitute and self.slips(Dirt.VAGUE_WORDS):
            return Written(self.one_of(wording.vague), tells=False, open=_SEVERAL)
        feminine = self.slips(Dirt.FEMININE_FORMS)
        text = self._profession_word(wording, feminine)
        if substitute:
            text += " remplaçante" if feminine else " remplaçant"
        return Written(self.words(text))

    def _profession_word(self, wording: Wording, feminine: bool) -> str:
        if wording.abbreviations and self.slips(Dirt.ABBREVIATIONS):
            return self.one_of(wording.abbreviations)
        return wording.feminine if feminine else wording.masculine

    # --- Numbers

    def rpps(self, number: str) -> Written:
        """An RPPS number."""
        if self.slips(Dirt.EATEN_NUMBERS):
            return Written(f"{number[0]},{number[1:6]}E+10", tells=False, open=_ROUNDED)
        return Written(self.spaced(number))

    def amount(self, amount: Decimal) -> Written:
        """An amount of euros."""
        plain = f"{amount.normalize():f}".replace(".", ",")
        cents = f"{amount:.2f}".replace(".", ",")
        if self.slips(Dirt.AMOUNTS):
            return Written(self.spaced(self.one_of((cents, f"{plain} €", f"{cents}€", f"{amount:.2f}"))))
        return Written(plain)

    # --- Days

    def day(self, day: date) -> Written:
        """A day: in figures, as French lists have it, or as the workbook keeps days."""
        if self.slips(Dirt.VAGUE_WORDS):
            vague = (f"{_MONTHS[day.month - 1]} {day.year}", str(day.year), "bientôt")
            return Written(self.one_of(vague), tells=False, open=_NO_DAY)
        if self.slips(Dirt.FORMULA_LIKE):
            return Written("=TODAY()", tells=False, open=_FORMULA)
        if not self.slips(Dirt.DATES):
            return Written(self.spaced(f"{day:%d/%m/%Y}") if self._is_text else day)
        month = _MONTHS[day.month - 1]
        written = (
            day.isoformat(),
            f"{day.day}/{day.month}/{day.year % 100:02}",
            f"{day.day:02}.{day.month:02}.{day.year}",
            f"{day.day:02}-{day.month:02}-{day.year}",
            f"{'1er' if day.day == 1 else day.day} {month} {day.year}",
            f"{day.day:02}/{day.month:02}/{day.year}",
        )
        if not self._draw(st.booleans()):
            return Written(self.words(self.one_of(written)))
        serial = (day - _EPOCH).days
        return Written(serial, tells=False, open=_COUNT) if self._is_text else Written(serial)


def without_accents(text: str) -> str:
    """A text without its accents."""
    return "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
