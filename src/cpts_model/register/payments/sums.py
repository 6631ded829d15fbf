"""Sums of money of which only the bounds may be known, to the cent."""

from decimal import Decimal

import attrs

from cpts_model.engine.text import Lang
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.payments import Payment

CENT = Decimal("0.01")


@attrs.frozen(slots=True)
class Sum:
    """How many euros: ``least`` at least, ``most`` at most; ``None`` where nothing bounds it above."""

    least: Decimal
    most: Decimal | None

    @property
    def exact(self) -> bool:
        """Whether the sum itself is known."""
        return self.least == self.most

    def __contains__(self, amount: Decimal) -> bool:
        return self.least <= amount and (self.most is None or amount <= self.most)

    def __add__(self, other: "Sum") -> "Sum":
        most = None if self.most is None or other.most is None else self.most + other.most
        return Sum(self.least + other.least, most)

    def below(self, ceiling: Decimal) -> "Sum":
        """What remains below a ceiling: nothing, once it is reached."""
        left = Decimal(0) if self.most is None else max(Decimal(0), ceiling - self.most)
        return Sum(left, max(Decimal(0), ceiling - self.least))

    def above(self, ceiling: Decimal) -> "Sum | None":
        """What exceeds a ceiling; ``None`` where it is not surely exceeded."""
        if self.least <= ceiling:
            return None
        return Sum(self.least - ceiling, None if self.most is None else self.most - ceiling)

    def to(self, lang: Lang) -> str:
        """The sum in words: « de 100,00 € à 250,00 € », « au moins 100,00 € »."""
        least = euros(self.least, lang)
        if self.exact:
            return least
        if self.most is None:
            return f"au moins {least}" if lang == "fr" else f"at least {least}"
        most = euros(self.most, lang)
        return f"de {least} à {most}" if lang == "fr" else f"between {least} and {most}"


def euros(amount: Decimal, lang: Lang) -> str:
    """An amount as the language writes it, to the cent or finer where it is."""
    exact = amount if amount != amount.quantize(CENT) else amount.quantize(CENT)
    said = f"{exact:,f}"
    return f"{said.replace(',', ' ').replace('.', ',')} €" if lang == "fr" else f"€{said}"


NOTHING = Sum(Decimal(0), Decimal(0))
UNBOUNDED = Sum(Decimal(0), None)
"""A sum of which nothing is known."""


def part_of(payment: Payment, *, sure: bool) -> Sum:
    """What one payment adds to a sum, for sure or perhaps."""
    amount = payment.amount
    if isinstance(amount, Unknown):
        return UNBOUNDED
    return Sum(amount if sure else Decimal(0), amount)
