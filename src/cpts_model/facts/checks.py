"""What a fact refuses to be, whoever builds it."""

from cpts_model.engine.errors import CptsModelError
from cpts_model.engine.unknown import Unknown

DEPARTEMENTS = frozenset(
    {
        *(f"{number:02}" for number in range(1, 96) if number != 20),
        *("2A", "2B"),
        *map(str, range(971, 979)),
        *("984", "986", "987", "988"),
    }
)
"""The codes of the départements and of the communities overseas (INSEE)."""


class BadFact(CptsModelError, ValueError):
    """Facts that cannot be true together, or a value of the wrong kind."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(field, problem)
        self.field = field
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.field}: {self.problem}"


def departement(field: str, value: str | Unknown) -> None:
    """Refuse what is no code of a département: a rule would take it for another département.

    Raises:
        BadFact: the value is no such code; the message offers the code it may stand for.
    """
    if isinstance(value, Unknown) or value.upper() in DEPARTEMENTS:
        return
    meant = _departement_meant(value.strip().upper())
    mend = meant or "01 to 95 (Corsica: 2A, 2B), or 971 to 988 overseas"
    raise BadFact(field, f"{value!r} is not a département code: write {mend}")


def _departement_meant(word: str) -> str | None:
    """The code in a word with zeros too many or too few, or in the code of a commune."""
    commune = (word[:2], word[:3]) if len(word) == 5 else ()
    guesses = (word, word.lstrip("0").zfill(2), *commune)
    return next((guess for guess in guesses if guess in DEPARTEMENTS), None)
