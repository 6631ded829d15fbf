"""Rates: none without a day and a denominator."""

from datetime import date
from fractions import Fraction

import attrs

from cpts_model.engine.errors import CptsModelError
from cpts_model.engine.explain import format_day
from cpts_model.engine.text import Lang, Text
from cpts_model.facts.checks import BadFact
from cpts_model.register.errors import check_day
from cpts_model.register.headcount.bounds import Bounds


class OtherDay(CptsModelError, ValueError):
    """A rate was asked of people counted on one day and a denominator of another."""

    def __init__(self, counted_on: date, denominator_on: date) -> None:
        super().__init__(counted_on, denominator_on)
        self.counted_on = counted_on
        self.denominator_on = denominator_on

    def __str__(self) -> str:
        return (
            f"the people were counted on {self.counted_on} and the denominator is that of {self.denominator_on}: "
            "count both on the same day"
        )


@attrs.frozen(slots=True)
class Denominator:
    """Out of how many, on which day, of whom, and who says so.

    Raises:
        TypeError: ``on`` is not a plain date.
        BadFact: there is nobody to divide by, or it does not say of whom or who says so.
    """

    number: int
    on: date
    of: Text
    """Of whom: « professionnels de santé libéraux du territoire »."""
    source: str
    """Who counted them: the file, its edition."""

    def __attrs_post_init__(self) -> None:
        check_day(self.on)
        if not isinstance(self.number, int) or isinstance(self.number, bool) or self.number < 1:
            raise BadFact(
                "number",
                Text(
                    f"on ne divise pas par {self.number!r} : écrire un nombre entier, 1 au moins",
                    f"{self.number!r} is nobody to divide by: write a whole number from 1 up",
                ),
            )
        if not isinstance(self.of, Text):
            raise BadFact(
                "of",
                Text(
                    f"{self.of!r} ne dit pas de qui : écrire un Text, en français et en anglais",
                    f"{self.of!r} does not say of whom: write a Text in French and English",
                ),
            )
        if not isinstance(self.source, str) or not self.source.strip():
            raise BadFact(
                "source",
                Text(
                    "dire qui les a comptés, et dans quel fichier", "say who counted them, and in which file"
                ),
            )


@attrs.frozen(slots=True, kw_only=True)
class Rate:
    """People out of a denominator of the same day: bounds, as exact fractions.

    :meth:`Headcount.rate` makes them. There is no default for any part of it.
    """

    people: Bounds
    denominator: Denominator
    group: Text | None
    """The group of people that was counted; ``None`` for all of them."""

    @property
    def on(self) -> date:
        """The day of both numbers."""
        return self.denominator.on

    @property
    def least(self) -> Fraction:
        """The rate, at least."""
        return Fraction(self.people.least, self.denominator.number)

    @property
    def most(self) -> Fraction | None:
        """The rate, at most; ``None`` where nothing bounds it above."""
        return None if self.people.most is None else Fraction(self.people.most, self.denominator.number)

    @property
    def above_one(self) -> bool:
        """Whether more people are counted than there are: the two numbers are not of the same people."""
        return self.least > 1

    def sentence(self, lang: Lang = "fr") -> str:
        """The rate in words, with its day, its denominator and where that comes from."""
        return (_in_french if lang == "fr" else _in_english)(self)


def _percent(share: Fraction, lang: Lang, *, up: bool = False) -> str:
    """A share in per cent to one decimal, rounded away from the inside of the bounds."""
    tenths = share * 1000
    whole = -(-tenths.numerator // tenths.denominator) if up else tenths.numerator // tenths.denominator
    said = f"{whole // 10}.{whole % 10}"
    return f"{said.replace('.', ',')} %" if lang == "fr" else f"{said}%"


def _nearest(share: Fraction, lang: Lang) -> str:
    exact = (share * 1000).denominator == 1
    about = "" if exact else ("environ " if lang == "fr" else "about ")
    return about + _percent(Fraction(round(share * 1000), 1000), lang)


def _in_french(rate: Rate) -> str:
    least, most, asked = rate.people.least, rate.people.most, rate.denominator
    who = f" ({rate.group.fr})" if rate.group else ""
    of = f"personnes{who} sur {asked.number} {asked.of.fr} (source : {asked.source})"
    day = format_day(asked.on, "fr")
    if most is None:
        said = f"Le {day}, au moins {least} {of}, soit au moins {_percent(rate.least, 'fr')}."
    elif rate.people.exact:
        said = f"Le {day}, {least} {of}, soit {_nearest(rate.least, 'fr')}."
    else:
        bounds = f"de {_percent(rate.least, 'fr')} à {_percent(Fraction(most, asked.number), 'fr', up=True)}"
        said = f"Le {day}, de {least} à {most} {of}, soit {bounds}."
    if rate.above_one:
        said += " Plus de 100 % : les deux nombres ne portent pas sur les mêmes personnes."
    return said


def _in_english(rate: Rate) -> str:
    least, most, asked = rate.people.least, rate.people.most, rate.denominator
    who = f" ({rate.group.en})" if rate.group else ""
    of = f"people{who} out of {asked.number} {asked.of.en} (source: {asked.source})"
    day = format_day(asked.on, "en")
    if most is None:
        said = f"On {day}, at least {least} {of}: at least {_percent(rate.least, 'en')}."
    elif rate.people.exact:
        said = f"On {day}, {least} {of}: {_nearest(rate.least, 'en')}."
    else:
        bounds = f"{_percent(rate.least, 'en')} to {_percent(Fraction(most, asked.number), 'en', up=True)}"
        said = f"On {day}, {least} to {most} {of}: {bounds}."
    if rate.above_one:
        said += " Above 100%: the two numbers are not of the same people."
    return said
