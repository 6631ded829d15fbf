"""Days as people write them in a column, of one style or of several."""

import re
from datetime import date, datetime, time, timedelta

import attrs

from cpts_model.exchange.sheets.cells import clean
from cpts_model.exchange.sheets.grid import Value, text_of
from cpts_model.facts.reading_tokens import fold

_FIGURES = re.compile(r"(\d{1,2})\s?[/.\-\s]\s?(\d{1,2})\s?[/.\-\s]\s?(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_CLOCK = re.compile(r"(?i)[ t,]+(?:à |a )?\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:z|[+-]\d\d:?\d\d)?$")
_WORDS = re.compile(r"(?:[a-z]+\.?,? )?(\d{1,2})(?:er|st|nd|rd|th)?[ -]([a-z]+)\.?,?[ -](\d{4}|\d{2})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_MONTHS = (
    "janvier january",
    "fevrier february",
    "mars march",
    "avril april",
    "mai may",
    "juin june",
    "juillet july",
    "aout august",
    "septembre september",
    "octobre october",
    "novembre november",
    "decembre december",
)
_SHORT = {"sept": 9, "juil": 7, "jul": 7, "jun": 6, "fev": 2, "feb": 2, "avr": 4, "apr": 4, "aug": 8}
_EARLIEST, _LATEST = date(1901, 7, 1), date(2100, 1, 1)
"""From the law on associations on: before, no list of members of one was kept."""
_PIVOT = 29
"""Spreadsheets that write a year in two digits do so for 1930 to 2029: up to 29, they mean this century."""
_LONGEST = 100
_EPOCHS = frozenset({date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1904, 1, 1)})


@attrs.frozen(slots=True, kw_only=True)
class DayRead:
    """A cell read as a day: the day, or the code of a remark that says why there is none."""

    day: date | None = None
    style: str | None = None
    problem: str | None = None
    either: tuple[date, date] | None = None
    """The day with the day first and with the month first, where both exist and differ."""
    this_way: bool = False
    """Whether the figures make a day only in the order that was asked for."""
    other_way: bool = False
    """Whether the figures make a day only in the order that was not asked for."""


def read_day(value: Value, *, day_first: bool, epoch: date | None) -> DayRead:
    """What day a cell tells."""
    match value:
        case datetime():
            return _sensible(value.date(), "date")
        case date():
            return _sensible(value, "date")
        case bool() | time() | timedelta():
            return DayRead(problem="day-none")
        case int() | float():
            return _counted(float(value), epoch)
        case _:
            text = text_of(value)
            return _written(clean(text), day_first) if len(text) <= _LONGEST else DayRead(problem="day-none")


def _sensible(day: date, style: str) -> DayRead:
    if day in _EPOCHS:
        return DayRead(style=style, problem="day-epoch")
    if not _EARLIEST <= day <= _LATEST:
        return DayRead(style=style, problem="day-far")
    return DayRead(day=day, style=style)


def _counted(number: float, epoch: date | None) -> DayRead:
    """A number of days, as a spreadsheet keeps them."""
    if number <= 1:
        return DayRead(problem="day-epoch")
    if 1900 <= number <= 2100 and number.is_integer():
        return DayRead(problem="day-year-alone")
    if epoch is None or not 10_000 <= number <= 80_000:
        return DayRead(problem="day-serial" if 10_000 <= number <= 80_000 else "day-none")
    return _sensible(epoch + timedelta(days=int(number)), "serial")


def _written(text: str, day_first: bool) -> DayRead:
    text = _CLOCK.sub("", text)
    if re.fullmatch(r"\d{1,5}(?:[.,]\d+)?", text):
        return _counted(float(text.replace(",", ".")), None)
    iso = _ISO.fullmatch(text)
    if iso:
        return _of(int(iso[1]), int(iso[2]), int(iso[3]), "yyyy-mm-dd")
    figures = _FIGURES.fullmatch(text)
    if figures:
        return _in_figures(figures, day_first)
    return _in_words(fold(text))


def _of(year: int, month: int, day: int, style: str) -> DayRead:
    try:
        return _sensible(date(year, month, day), style)
    except ValueError:
        return DayRead(style=style, problem="day-none")


def _in_figures(found: re.Match[str], day_first: bool) -> DayRead:
    year = int(found[3])
    short = len(found[3]) == 2
    if short and year > _PIVOT:
        return DayRead(style="d/m/yy", problem="day-century")
    year += 2000 if short else 0
    tail = "yy" if short else "yyyy"
    first, second = int(found[1]), int(found[2])
    as_day_first = _of(year, second, first, f"d/m/{tail}")
    as_month_first = _of(year, first, second, f"m/d/{tail}")
    asked, other = (as_day_first, as_month_first) if day_first else (as_month_first, as_day_first)
    if asked.day is None:
        return asked if other.day is None else attrs.evolve(other, other_way=True)
    if other.day is None:
        return attrs.evolve(asked, this_way=True)
    if other.day == asked.day:
        return asked
    return attrs.evolve(asked, either=(asked.day, other.day))


def _in_words(text: str) -> DayRead:
    found = _WORDS.fullmatch(text)
    if found:
        day, name, year = found[1], found[2], found[3]
    else:
        found = _MONTH_FIRST.fullmatch(text)
        if not found:
            return DayRead(problem="day-none")
        name, day, year = found[1], found[2], found[3]
    month = _month(name)
    if month is None:
        return DayRead(problem="day-none")
    if len(year) == 2:
        if int(year) > _PIVOT:
            return DayRead(problem="day-century")
        year = f"20{year}"
    return _of(int(year), month, int(day), "d month yyyy")


def _month(name: str) -> int | None:
    if name in _SHORT:
        return _SHORT[name]
    if len(name) < 3:
        return None
    meant = {
        number for number, names in enumerate(_MONTHS, 1) for full in names.split() if full.startswith(name)
    }
    return meant.pop() if len(meant) == 1 else None
