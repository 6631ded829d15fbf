"""A figure: a number, what it counts, the day it speaks of, who says so and how well that is known."""

from datetime import date
from enum import Enum
from typing import Any

import attrs

from cpts_model.engine.citations import Evidence
from cpts_model.engine.explain import MONTHS
from cpts_model.engine.text import Lang, Text


class Precision(Enum):
    """How exactly a number is told."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    BELOW = "below"

    def say(self, number: str, lang: Lang) -> str:
        """A number, with the words that bound it."""
        return _WORDS[self].to(lang).format(number)


_WORDS = {
    Precision.EXACT: Text("{}", "{}"),
    Precision.ABOUT: Text("environ {}", "about {}"),
    Precision.AT_LEAST: Text("plus de {}", "more than {}"),
    Precision.BELOW: Text("moins de {}", "fewer than {}"),
}


class Unit(Enum):
    """What a number is a number of."""

    COUNT = "count"
    PERCENT = "percent"
    MILLION_EUROS = "million-euros"
    EUROS = "euros"

    def say(self, number: str, lang: Lang) -> str:
        """A number, with its unit."""
        return _UNITS[self].to(lang).format(number)


_UNITS = {
    Unit.COUNT: Text("{}", "{}"),
    Unit.PERCENT: Text("{}\N{NO-BREAK SPACE}%", "{}%"),
    Unit.MILLION_EUROS: Text("{}\N{NO-BREAK SPACE}M€", "€{}m"),
    Unit.EUROS: Text("{}\N{NO-BREAK SPACE}€", "€{}"),
}


@attrs.frozen(slots=True)
class Source:
    """A publication, and where it stands when that is known."""

    name: Text
    address: str = ""


@attrs.frozen(slots=True)
class When:
    """The day, month or year that a figure speaks of. Less than a day is never made into one."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """The first day it may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def after(self) -> date:
        """The first day that it may no longer be."""
        if self.month is None:
            return date(self.year + 1, 1, 1)
        if self.day is None:
            return date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return date.fromordinal(self.first.toordinal() + 1)

    def to(self, lang: Lang) -> str:
        """As the language writes it, no more exact than it is known."""
        if self.month is None:
            return str(self.year)
        month = f"{MONTHS[self.month - 1].to(lang)} {self.year}"
        if self.day is None:
            return month
        return f"1er {month}" if lang == "fr" and self.day == 1 else f"{self.day} {month}"


@attrs.frozen(slots=True, kw_only=True)
class Figure:
    """A number that was published, or computed from published ones.

    Raises:
        ValueError: a derived figure does not say how it was derived.
    """

    short: Text
    """What a picture calls it."""
    counts: Text
    """What exactly it counts, and over what."""
    number: float
    when: When
    source: Source
    evidence: Evidence
    unit: Unit = Unit.COUNT
    precision: Precision = Precision.EXACT
    note: Text | None = None
    read_on: date | None = date(2026, 11, 21)
    """The day on which the source was read; ``None`` where it was not noted."""

    def __attrs_post_init__(self) -> None:
        if self.evidence is Evidence.DERIVED and self.note is None:
            raise ValueError(f"{self.short.en}: a derived figure says how it was derived")

    def value(self, lang: Lang) -> str:
        """The number with its unit and its bounds: « environ 200 », « 84 % », « 105,8 M€ »."""
        return self.precision.say(self.unit.say(_number(self.number, lang), lang), lang)


def reported(number: float, when: When, source: Source, **told: Any) -> Figure:
    """A figure that somebody else reports, unless told otherwise."""
    return Figure(**{"evidence": Evidence.SECONDARY, **told}, number=number, when=when, source=source)


def _number(number: float, lang: Lang) -> str:
    whole, _, part = f"{number:,.1f}".removesuffix(".0").partition(".")
    if lang == "fr":
        whole = whole.replace(",", "\N{NO-BREAK SPACE}")
    return f"{whole}{',' if lang == 'fr' else '.'}{part}" if part else whole
