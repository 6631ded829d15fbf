"""Money of a year: lines that add up, with what is not known shown as such."""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

import attrs

from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.structures import Structure
from cpts_model.life.basis import Basis

CENT = Decimal("0.01")


def to_the_cent(amount: Decimal) -> Decimal:
    """An amount rounded to the cent, half a cent upwards."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def euros(amount: Decimal, lang: Lang) -> str:
    """An amount to the cent, as the language writes it."""
    said = f"{amount:,.2f}"
    return f"{said.replace(',', ' ').replace('.', ',')} €" if lang == "fr" else f"€{said}"


class FundingStatus(Enum):
    """Whether an agreement pays the structure that day."""

    RUNNING = "running"
    """It does: the lines hold."""
    CONDITIONAL = "conditional"
    """The lines hold if what :attr:`Funding.reasons` says holds."""
    NONE = "none"
    """It does not, for the reasons told."""
    UNDETERMINED = "undetermined"
    """That is not known, for the reasons told."""

    @property
    def label(self) -> Text:
        """The standing, in words."""
        return _STANDINGS[self]


_STANDINGS = {
    FundingStatus.RUNNING: Text("le contrat court", "the contract runs"),
    FundingStatus.CONDITIONAL: Text("sous condition", "under a condition"),
    FundingStatus.NONE: Text(
        "aucun financement conventionnel ce jour-là", "no money under an agreement that day"
    ),
    FundingStatus.UNDETERMINED: Text("on ne peut pas encore le dire", "cannot be said yet"),
}


@attrs.frozen(slots=True, kw_only=True)
class Instalment:
    """A payment of a line: when, and how much of it."""

    when: Text
    due_on: date | None = None
    """The day, where a text fixes it."""
    amount: Decimal | Unknown


@attrs.frozen(slots=True, kw_only=True)
class FundingLine:
    """An amount of the year, in euros, or the reason why it is not known.

    ``told`` is for what the dossier itself tells of its contract: that wins over what is
    reported of the agreement.
    """

    key: str
    label: Text
    amount: Decimal | Unknown
    reason: Text | None = None
    """Why the amount is unknown."""
    at_most: Decimal | None = None
    """The most it can be; ``None`` where nothing known bounds it."""
    points: Decimal | None = None
    """The points that the amount comes from, in an agreement that counts them."""
    told: bool = False
    basis: Basis | None = None
    """What it was read in; ``None`` where the dossier tells it, or no source was found."""
    instalments: tuple[Instalment, ...] = ()
    notes: tuple[Text, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether the amount is known."""
        return not isinstance(self.amount, Unknown)


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Funding:
    """What a structure is paid under an agreement for the year that a day belongs to.

    The year is the structure's own: from one anniversary of the signature to the next for a
    CPTS, the civil year for a maison de santé. ``conditional`` lines come on top when what
    they name occurs, and are in no sum; ``ceiling`` bounds the whole.
    """

    subject: Structure
    on: date
    standing: FundingStatus
    reasons: tuple[Text, ...] = ()
    """Why nothing is paid, or is not known to be, or under what condition the lines hold."""
    exercise: Text | None = None
    """The year, in words."""
    first_day: date | None = None
    last_day: date | None = None
    lines: tuple[FundingLine, ...] = ()
    conditional: tuple[FundingLine, ...] = ()
    ceiling: FundingLine | None = None
    schedule: Basis | None = None
    """What the days and shares of the instalments were read in."""
    notes: tuple[Text, ...] = ()

    def __repr__(self) -> str:
        lines = f"{len(self.lines)} lines, {len(self.unknown)} of them unknown"
        return f"<Funding of {self.subject.id} on {self.on}: {self.standing.value}, {self.known} euros known, {lines}>"

    @property
    def settled(self) -> bool:
        """Whether it is known that the agreement pays, or that it does not."""
        return self.standing in (FundingStatus.RUNNING, FundingStatus.NONE)

    @property
    def known(self) -> Decimal:
        """The sum of the lines whose amount is known; the year brings no less, once the lines hold."""
        return _sum(line.amount for line in self.lines)

    @property
    def unknown(self) -> tuple[FundingLine, ...]:
        """The lines whose amount is not known."""
        return tuple(line for line in self.lines if not line.is_known)

    @property
    def total(self) -> Decimal | Unknown:
        """The sum of all the lines; UNKNOWN as long as one is, or the lines themselves may not hold."""
        return self.known if self.settled and not self.unknown else UNKNOWN

    @property
    def at_most(self) -> Decimal | None:
        """The most that the lines can come to; ``None`` where nothing bounds one, or they may not hold."""
        bounds = [line.at_most if isinstance(line.amount, Unknown) else line.amount for line in self.lines]
        if not self.settled or None in bounds:
            return None
        return sum((bound for bound in bounds if bound is not None), Decimal(0))


def _sum(amounts: Iterable[Decimal | Unknown]) -> Decimal:
    return sum((amount for amount in amounts if not isinstance(amount, Unknown)), Decimal(0))
