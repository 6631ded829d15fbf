"""The dates that stand in a text, as French administrations write them."""

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum

import attrs

from cpts_model.engine.dates import Period, add_months, add_years
from cpts_model.engine.explain import format_day
from cpts_model.engine.text import Lang, Text
from cpts_model.facts.reading_tokens import fold


class Precision(Enum):
    """How precise a date is."""

    DAY = "jour"
    MONTH = "mois"
    YEAR = "annee"

    @property
    def label(self) -> Text:
        """The precision's name."""
        return _PRECISIONS[self]


_PRECISIONS = {
    Precision.DAY: Text("au jour", "to the day"),
    Precision.MONTH: Text("au mois", "to the month"),
    Precision.YEAR: Text("à l'année", "to the year"),
}

_FROM, _BEFORE = 2000, 2100
"""The years that a text on a CPTS speaks of; any other number is no year."""

_MONTHS = {
    "jan": 1, "fev": 2, "mar": 3, "avr": 4, "mai": 5, "juin": 6, "juil": 7, "aou": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""The months, by the letters that tell one from the others."""
_MONTH = (
    r"(?:janvier|janv|f[eé]vrier|f[eé]vr|f[eé]v|mars|avril|avr|mai|juin|juillet|juil|ao[uû]t|septembre|sept|octobre|oct|"
    r"novembre|nov|d[eé]cembre|d[eé]c)"
)
_START, _END = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
_WRITTEN = re.compile(
    rf"{_START}(?:"
    r"(?P<iso>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})"
    r"|(?P<numeric>[0-9]{1,2}(?P<sep>[/.-])[0-9]{1,2}(?P=sep)(?:[0-9]{4}|[0-9]{2}))"
    rf"|(?P<words>(?:1\s?er|[0-9]{{1,2}})[\s.-]{{1,2}}{_MONTH}\.?[\s.,-]{{1,2}}[0-9]{{4}})"
    rf"|(?P<month>{_MONTH}\.?[\s.,-]{{1,2}}[0-9]{{4}})"
    r"|(?P<numeric_month>[0-9]{1,2}[/.-][0-9]{4})"
    r"|(?P<year>[0-9]{4})"
    rf"){_END}",
    re.IGNORECASE,
)


@attrs.frozen(slots=True, kw_only=True)
class ReadDate:
    """A date as a text gives it: a day, a month or a year."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def precision(self) -> Precision:
        """How precise it is."""
        if self.month is None:
            return Precision.YEAR
        return Precision.MONTH if self.day is None else Precision.DAY

    @property
    def period(self) -> Period:
        """The days that it may be."""
        first = date(self.year, self.month or 1, self.day or 1)
        if self.month is None:
            return Period(start=first, end=add_years(first, 1))
        if self.day is None:
            return Period(start=first, end=add_months(first, 1))
        return Period(start=first, end=date.fromordinal(first.toordinal() + 1))

    def to(self, lang: Lang) -> str:
        """The date as the language writes it, no more precise than it was read."""
        if self.month is None:
            return str(self.year)
        if self.day is None:
            return f"{self.month:02}/{self.year}" if lang == "fr" else f"{self.year}-{self.month:02}"
        return format_day(date(self.year, self.month, self.day), lang)


@attrs.frozen(slots=True)
class Found:
    """What is written as a date, and where it stands in the text."""

    read: ReadDate | None
    """The date; ``None`` where it is no day of the calendar."""
    start: int
    end: int


def find_dates(text: str) -> Iterator[Found]:
    """What is written as a date in a text, from left to right."""
    for match in _WRITTEN.finditer(text):
        yield Found(_read(match), match.start(), match.end())


def _read(match: re.Match[str]) -> ReadDate | None:
    kind, written = str(match.lastgroup), match.group()
    numbers = [int(number) for number in re.findall(r"[0-9]+", written)]
    if kind == "iso":
        return _checked(*numbers)
    if kind == "numeric":
        day, month, year = numbers
        return _checked(year if year > 99 else year + _FROM, month, day)
    if kind == "words":
        return _checked(numbers[-1], _month(written), numbers[0])
    if kind == "month":
        return _checked(numbers[-1], _month(written))
    if kind == "numeric_month":
        return _checked(numbers[1], numbers[0])
    return _checked(numbers[0])


def _month(written: str) -> int:
    letters = "".join(letter for letter in fold(written) if letter.isalpha()).removeprefix("er")
    return next(number for start, number in _MONTHS.items() if letters.startswith(start))


def _checked(year: int, month: int | None = None, day: int | None = None) -> ReadDate | None:
    if not _FROM <= year < _BEFORE:
        return None
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return ReadDate(year=year, month=month, day=day)
