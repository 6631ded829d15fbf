"""What a fact refuses to be, whoever builds it."""

from decimal import Decimal

from cpts_model.engine.errors import CptsModelError
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.wording import in_both

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
    """Facts that cannot be true together, or a value of the wrong kind.

    ``words`` say it in both languages, ``problem`` in English. ``str`` tells it in English
    after the field, :meth:`told` in both languages.
    """

    def __init__(self, field: str, problem: Text | str) -> None:
        self.field = field
        self.words = in_both(problem)
        self.problem = self.words.en
        super().__init__(field, self.problem)

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.field, self.words))

    def told(self) -> Text:
        """The field and what is wrong with it."""
        return Text(f"{self.field} : {self.words.fr}", f"{self.field}: {self.words.en}")

    def __str__(self) -> str:
        return self.told().en


def departement(field: str, value: str | Unknown) -> None:
    """Refuse what is no code of a département: a rule would take it for another département.

    Raises:
        BadFact: the value is no such code; the message offers the code it may stand for.
    """
    if isinstance(value, Unknown) or value.upper() in DEPARTEMENTS:
        return
    meant = _departement_meant(value.strip().upper())
    fr = meant or "01 à 95 (Corse : 2A, 2B), ou 971 à 988 outre-mer"
    en = meant or "01 to 95 (Corsica: 2A, 2B), or 971 to 988 overseas"
    raise BadFact(
        field,
        Text(
            f"{value!r} n'est pas un code de département : écrire {fr}",
            f"{value!r} is not a département code: write {en}",
        ),
    )


def not_euros(amount: Decimal) -> Text:
    """What is said of an amount that is negative, or no number."""
    return Text(f"{amount} n'est pas un montant en euros", f"{amount} is not an amount of euros")


def less_than_none(number: int) -> Text:
    """What is said of a negative number of days, people, documents."""
    return Text(f"{number} est inférieur à zéro", f"{number} is less than none")


def inhabitants(number: int) -> Text:
    """What is said of a negative population."""
    return Text(f"{number} habitants : le nombre ne peut pas être négatif", f"{number} inhabitants")


def _departement_meant(word: str) -> str | None:
    """The code in a word with zeros too many or too few, or in the code of a commune."""
    commune = (word[:2], word[:3]) if len(word) == 5 else ()
    guesses = (word, word.lstrip("0").zfill(2), *commune)
    return next((guess for guess in guesses if guess in DEPARTEMENTS), None)
