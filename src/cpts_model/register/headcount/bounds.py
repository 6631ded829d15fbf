"""Numbers of which only the bounds may be known."""

from collections.abc import Iterable

import attrs

from cpts_model.engine.text import Lang


@attrs.frozen(slots=True)
class Bounds:
    """How many: ``least`` at least, ``most`` at most; ``None`` where nothing bounds it above."""

    least: int
    most: int | None

    @property
    def exact(self) -> bool:
        """Whether the number itself is known."""
        return self.least == self.most

    def __contains__(self, number: int) -> bool:
        return self.least <= number and (self.most is None or number <= self.most)

    def to(self, lang: Lang) -> str:
        """The number in words: « de 3 à 5 », « au moins 3 »."""
        if self.exact:
            return str(self.least)
        if self.most is None:
            return f"au moins {self.least}" if lang == "fr" else f"at least {self.least}"
        return (
            f"de {self.least} à {self.most}"
            if lang == "fr"
            else f"between {self.least} and {self.most}"
        )  # fmt: skip


@attrs.frozen(slots=True, kw_only=True)
class Tally:
    """Who is counted, by id: those of whom it is sure, and those of whom it is open."""

    sure: tuple[str, ...]
    possible: tuple[str, ...] = ()
    complete: bool = True
    """Whether every list that could hold one more is told."""

    @property
    def bounds(self) -> Bounds:
        """How many they are."""
        least = len(self.sure)
        return Bounds(least, least + len(self.possible) if self.complete else None)


def tally(sure: Iterable[str], possible: Iterable[str], *, complete: bool) -> Tally:
    """A tally of ids, each counted once however often it is given."""
    surely = frozenset(sure)
    return Tally(
        sure=tuple(sorted(surely)),
        possible=tuple(sorted(frozenset(possible) - surely)),
        complete=complete,
    )
