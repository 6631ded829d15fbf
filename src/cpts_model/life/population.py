"""The population of a territory, as bounds where a figure is masked or not told."""

import re
import unicodedata
from collections.abc import Iterator

import attrs

from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import UNKNOWN, Count, Unknown, UnknownFact
from cpts_model.facts.checks import BadFact
from cpts_model.facts.contracts import SizeClass
from cpts_model.facts.reading_tokens import fold
from cpts_model.facts.territories import CommuneFigure, Territory
from cpts_model.law.aci_cpts.sizes import (
    BETWEEN_SECOND_AND_THIRD,
    SECOND_FROM,
    THIRD_UP_TO,
    possible_classes,
)

_LONGEST = 40
_SPACES = re.compile(r"\s+")
_NO_CELL = frozenset({"No", "Cc", "Zl", "Zp"})
"""The Unicode categories of what parts a cell in two, or stands above its line: "12³" is no 123."""
_NUMBER = r"([0-9]{1,3}(?: [0-9]{3})+|[0-9]{1,9})"
_UNIT = r"(?: ?(?:hab|habitants?|personnes?|individus?)\.?)?"
_EXACT = re.compile(_NUMBER + _UNIT)
_BELOW = re.compile(rf"(?:<|inf(?:erieur|\.)? a|inf\.?|moins de) ?{_NUMBER}{_UNIT}")
_UP_TO = re.compile(rf"(?:<=|≤|au plus|inferieur ou egal a) ?{_NUMBER}{_UNIT}|{_NUMBER} ou moins")
_BETWEEN = re.compile(rf"(?:(?:de|entre) )?{_NUMBER} ?(?:-|–|a|et) ?{_NUMBER}{_UNIT}")

_WORDS = {
    "exactly": Text("{least} habitants", "{least} inhabitants"),
    "between": Text("de {least} à {most} habitants", "between {least} and {most} inhabitants"),
    "at_least": Text("au moins {least} habitants", "at least {least} inhabitants"),
    "nothing": Text("population inconnue", "population unknown"),
    "masked": Text("chiffres masqués : {communes}", "masked figures: {communes}"),
    "unknown": Text("communes sans chiffre : {communes}", "communes without a figure: {communes}"),
}


@attrs.frozen(slots=True, kw_only=True)
class PopulationBounds:
    """How many people live in a territory: ``least`` at least, ``most`` at most; ``None`` where nothing bounds it."""

    least: int
    most: int | None
    masked: tuple[str, ...] = ()
    """The communes (COG codes) of which the figure is masked."""
    unknown: tuple[str, ...] = ()
    """The communes of which no figure is told."""

    @property
    def exact(self) -> bool:
        """Whether the number itself is known."""
        return self.least == self.most

    @property
    def count(self) -> Count:
        """The same as a count, which compares with numbers.

        Raises:
            UnknownFact: nothing bounds it above.
        """
        if self.most is None:
            raise UnknownFact
        return Count(least=self.least, most=self.most)

    def is_at_least(self, number: int) -> bool:
        """Whether so many people live there.

        Raises:
            UnknownFact: what is masked or not told decides.
        """
        if self.least >= number:
            return True
        if self.most is not None and self.most < number:
            return False
        raise UnknownFact

    def lines(self, lang: Lang) -> Iterator[str]:
        """The bounds in words, and the communes that keep them apart."""
        words = "exactly" if self.exact else self._words
        most = 0 if self.most is None else self.most
        yield _WORDS[words].to(lang).format(least=_figure(self.least, lang), most=_figure(most, lang))
        if not self.exact:
            for name, communes in (("masked", self.masked), ("unknown", self.unknown)):
                if communes:
                    yield _WORDS[name].to(lang).format(communes=", ".join(communes))

    @property
    def _words(self) -> str:
        if self.most is not None:
            return "between"
        return "at_least" if self.least else "nothing"


def population_bounds(territory: Territory) -> PopulationBounds:
    """The population of a territory: the total that is told or, without one, the sum of its communes.

    A commune that is masked counts from 0 to one below the threshold; one of unknown figure
    from 0 on. The sum is bounded above only where the communes of the territory are told and
    each has a figure that is bounded.

    Raises:
        BadFact: the figures contradict one another, the list of communes, or the total.
    """
    figures = () if isinstance(territory.figures, Unknown) else territory.figures
    _check(figures, territory)
    cells = [(figure.commune, _bounds(figure, place)) for place, figure in enumerate(figures)]
    untold = _untold(territory, figures)
    least = sum(low for _, (low, _) in cells)
    tops = [high for _, (_, high) in cells]
    closed = not isinstance(territory.communes, Unknown) and not untold
    most = sum(high for high in tops if high is not None) if closed and None not in tops else None
    total = territory.population
    if isinstance(total, int):
        _check_total(total, least, most)
        least = most = total
    return PopulationBounds(
        least=least,
        most=most,
        masked=tuple(commune for commune, (low, high) in cells if high is not None and low != high),
        unknown=(*(commune for commune, (_, high) in cells if high is None), *untold),
    )


def size_classes(bounds: PopulationBounds) -> tuple[SizeClass, ...]:
    """The size classes of the ACI that a population within bounds may be of, the smallest first.

    Two remain where the bounds hold a threshold, and at 80 000 exactly, of which the texts read
    do not tell the class.
    """
    turns = (SECOND_FROM, BETWEEN_SECOND_AND_THIRD, BETWEEN_SECOND_AND_THIRD + 1, THIRD_UP_TO + 1)
    top = max(bounds.least, *turns) if bounds.most is None else bounds.most
    populations = {bounds.least, top, *(turn for turn in turns if bounds.least <= turn <= top)}
    found = frozenset[SizeClass]().union(*map(possible_classes, populations))
    return tuple(size for size in SizeClass if size.among(found))


def _check(figures: tuple[CommuneFigure, ...], territory: Territory) -> None:
    communes = None if isinstance(territory.communes, Unknown) else frozenset(territory.communes)
    told: set[str] = set()
    for place, figure in enumerate(figures):
        if figure.commune in told:
            raise BadFact(
                f"figures[{place}].commune",
                Text(
                    f"{figure.commune!r} a déjà un chiffre : retirer l'un des deux",
                    f"{figure.commune!r} has a figure already; remove one of the two",
                ),
            )
        if communes is not None and figure.commune not in communes:
            raise BadFact(
                f"figures[{place}].commune",
                Text(
                    f"{figure.commune!r} n'est pas une commune du territoire : l'ajouter aux communes, ou retirer son chiffre",
                    f"{figure.commune!r} is no commune of the territory; add it to communes, or remove its figure",
                ),
            )
        told.add(figure.commune)


def _bounds(figure: CommuneFigure, place: int) -> tuple[int, int | None]:
    below = figure.masked_below if isinstance(figure.masked_below, int) else None
    if isinstance(figure.population, Unknown):
        if below == 0:
            raise BadFact(
                f"figures[{place}].masked_below",
                Text(
                    "aucun chiffre n'est inférieur à 0 : écrire le seuil du tableau",
                    "no figure is below 0; write the threshold of the table",
                ),
            )
        return 0, None if below is None else below - 1
    if below is not None and figure.population >= below:
        raise BadFact(
            f"figures[{place}].population",
            Text(
                f"{figure.population} habitants, dans une case masquée en dessous de {below} : ne pas écrire masked_below",
                f"{figure.population} inhabitants, in a cell that is masked below {below}; leave masked_below out",
            ),
        )
    return figure.population, figure.population


def _untold(territory: Territory, figures: tuple[CommuneFigure, ...]) -> tuple[str, ...]:
    if isinstance(territory.communes, Unknown):
        return ()
    told = {figure.commune for figure in figures}
    return tuple(commune for commune in territory.communes if commune not in told)


def _check_total(total: int, least: int, most: int | None) -> None:
    if total < least or (most is not None and total > most):
        if most is None:
            sum_of_communes = Text(f"au moins {least}", f"at least {least}")
        elif most == least:
            sum_of_communes = Text(f"{least}", f"{least}")
        else:
            sum_of_communes = Text(f"de {least} à {most}", f"{least} to {most}")
        raise BadFact(
            "population",
            Text(
                f"{total} habitants en tout, quand les communes en font {sum_of_communes.fr} : corriger l'un des deux",
                f"{total} inhabitants in all, where the communes add up to {sum_of_communes.en}; correct one of the two",
            ),
        )


def read_figure(text: str) -> Count | Unknown:
    """Reads a cell of a table of populations, masked or not.

    "1 234" is that number; "<6", "moins de 6" and "≤ 5" are 0 to 5; "1 à 5" is 1 to 5. An
    empty cell, "n.c.", "s" (statistical secrecy), "nd" and all that is no figure are UNKNOWN:
    none of them is 0. A dot or a comma may separate thousands or decimals, a raised figure may
    call a footnote, a line break may part two figures: such a number is UNKNOWN too.

    Raises:
        TypeError: the argument is not a ``str``.
    """
    if not isinstance(text, str):
        raise TypeError(f"read_figure reads a str, not {type(text).__name__}; write '' for an empty cell")
    if len(text) > _LONGEST or any(unicodedata.category(sign) in _NO_CELL for sign in text.strip()):
        return UNKNOWN
    cell = _SPACES.sub(" ", fold(text)).strip()
    if match := _EXACT.fullmatch(cell):
        number = _number(match)
        return Count(least=number, most=number)
    if match := _BELOW.fullmatch(cell):
        below = _number(match)
        return UNKNOWN if below == 0 else Count(least=0, most=below - 1)
    if match := _UP_TO.fullmatch(cell):
        return Count(least=0, most=_number(match))
    if match := _BETWEEN.fullmatch(cell):
        least, most = (int(group.replace(" ", "")) for group in match.groups())
        return Count(least=least, most=most) if least <= most else UNKNOWN
    return UNKNOWN


def _number(match: re.Match[str]) -> int:
    return int(next(group for group in match.groups() if group).replace(" ", ""))


def _figure(number: int, lang: Lang) -> str:
    """A number as the language writes it: "1 234" with a narrow space, "1,234"."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}") if lang == "fr" else f"{number:,}"
