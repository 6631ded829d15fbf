"""Whom a list tells of: invented people, with invented numbers."""

from datetime import date, timedelta
from decimal import Decimal

import attrs
from hypothesis import strategies as st

from cpts_model.facts.professions import Profession
from cpts_model.testing.sheets.wordings import WORDINGS

_FIRST_NAMES = ("Agathe", "Basile", "Cléo", "Denis", "Edmée", "Fanny", "Gaspard", "Anne-Laure", "Chloë")
_SURNAMES = ("Fictif", "Dutest", "Lexemple", "Le Modèle", "D'Ébauche", "Essai-Brouillon", "de l'Épreuve")
NAMES = tuple((surname, first_name) for first_name in _FIRST_NAMES for surname in _SURNAMES)
"""Invented, as the numbers are."""

_days = st.dates(date(2024, 1, 15), date(2025, 12, 15))
_stays = st.integers(1, 400)
_AMOUNTS = (Decimal(10), Decimal(20), Decimal("12.50"))


@attrs.frozen(slots=True, kw_only=True)
class Somebody:
    """Somebody, before a line is written of them."""

    person: int
    surname: str
    first_name: str
    profession: Profession
    substitute: bool = False
    joined: date | None = None
    left: date | None = None
    fee: Decimal | None = None
    fee_paid_on: date
    has_rpps: bool = False
    """Whether their RPPS number is to stand in the list, where it has a column for it."""

    @property
    def both_names(self) -> tuple[str, str]:
        """Surname and first name."""
        return self.surname, self.first_name

    @property
    def rpps(self) -> str:
        """An invented number, of eleven digits, whose last one is the Luhn key."""
        first = f"1000{self.person:03}468"
        return first + str(luhn_key(first))

    @property
    def email(self) -> str:
        """An address of a domain that does not exist."""
        return f"membre{self.person}@exemple.test"


@st.composite
def somebody(draw: st.DrawFn, person: int, surname: str, first_name: str, *, substitutes: bool) -> Somebody:
    """Somebody who has joined, perhaps left, perhaps paid."""
    joined = draw(st.none() | _days)
    stay = None if joined is None else draw(st.none() | _stays)
    return Somebody(
        person=person,
        surname=surname,
        first_name=first_name,
        profession=draw(st.sampled_from(tuple(WORDINGS))),
        substitute=substitutes and draw(st.booleans()),
        joined=joined,
        left=None if joined is None or stay is None else joined + timedelta(days=stay),
        fee=draw(st.none() | st.sampled_from(_AMOUNTS)),
        fee_paid_on=draw(_days),
        has_rpps=draw(st.booleans()),
    )


def luhn_key(digits: str) -> int:
    """The last digit that makes a number right, by the Luhn algorithm."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * 2 if place % 2 == 0 else int(digit)
        total += doubled - 9 if doubled > 9 else doubled
    return -total % 10
