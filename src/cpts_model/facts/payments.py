"""What a CPTS pays its members: payments, and what they come to in a civil year."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, NotSettled, Unknown, UnknownFact, first_to_mend
from cpts_model.facts.checks import BadFact, not_euros
from cpts_model.facts.typed import Facts


class PaymentNature(Enum):
    """What a CPTS pays a member for (CSP, art. D1434-44)."""

    INDEMNITE = "indemnite"
    REMUNERATION = "remuneration"

    @property
    def label(self) -> Text:
        """The nature's name."""
        return _NATURES[self]

    @property
    def is_indemnite(self) -> bool:
        """Whether it makes up for lost income."""
        return self is PaymentNature.INDEMNITE

    @property
    def is_remuneration(self) -> bool:
        """Whether it pays for taking part in the missions."""
        return self is PaymentNature.REMUNERATION


_NATURES = {
    PaymentNature.INDEMNITE: Text("indemnité (perte de revenus)", "indemnity (loss of income)"),
    PaymentNature.REMUNERATION: Text("rémunération (missions)", "remuneration (missions)"),
}


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Payment(Facts):
    """A sum a CPTS paid to a professional, in euros.

    Raises:
        BadFact: the amount is negative, or no Decimal (a float cannot hold cents exactly).
    """

    beneficiary: str = attrs.field(
        metadata=label("bénéficiaire (identifiant)", "beneficiary (identifier)", personal="id")
    )
    paid_on: date | Unknown = attrs.field(default=UNKNOWN, metadata=label("versé le", "paid on"))
    amount: Decimal | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("montant (euros)", "amount (euros)")
    )
    nature: PaymentNature | Unknown = attrs.field(default=UNKNOWN, metadata=label("nature", "nature"))
    practises_in_member_structure: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("exerce dans une structure adhérente", "practises in a member structure"),
    )
    compensates_lost_income: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "compense une perte de revenus due à des fonctions dans la CPTS",
            "makes up for income lost to functions in the CPTS",
        ),
    )
    for_public_service_mission: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "contrepartie d'une participation aux missions de service public",
            "pays for taking part in the public-service missions",
        ),
    )

    @property
    @labelled("désignation", "how it is called")
    def name(self) -> str:
        """The beneficiary and the day, as messages name them."""
        return f"{self.beneficiary} ({'?' if isinstance(self.paid_on, Unknown) else self.paid_on})"

    def __attrs_post_init__(self) -> None:
        Facts.__attrs_post_init__(self)
        if isinstance(self.amount, Decimal) and not (self.amount.is_finite() and self.amount >= 0):
            raise BadFact("amount", not_euros(self.amount))


@attrs.frozen(slots=True, kw_only=True, repr=False)
class YearOfPayments(Facts):
    """What one beneficiary was paid in a civil year.

    ``undated`` are the beneficiary's payments of which the day is unknown: each may belong
    to this year or not. Where nothing but these is left, the year itself is UNKNOWN.
    """

    beneficiary: str = attrs.field(
        metadata=label("bénéficiaire (identifiant)", "beneficiary (identifier)", personal="id")
    )
    year: int | Unknown = attrs.field(metadata=label("année civile", "civil year"))
    payments: tuple[Payment, ...] = attrs.field(
        metadata=label("versements de l'année", "payments of the year")
    )
    undated: tuple[Payment, ...] = attrs.field(
        default=(), metadata=label("versements sans date connue", "payments of unknown date")
    )

    @property
    @labelled("désignation", "how it is called")
    def name(self) -> str:
        """The beneficiary and the year, as messages name them."""
        return f"{self.beneficiary} ({'?' if isinstance(self.year, Unknown) else self.year})"

    @labelled("somme supérieure à ce montant", "sum above this amount")
    def exceeds(self, amount: Decimal, counts: Callable[[Payment], bool], since: date = date.min) -> bool:
        """Whether the payments that count, made from a day on, come to more than an amount.

        One of which it is open whether it counts may come on top or not, like one of unknown
        day: what every case answers alike is settled. Where all the payments together stay
        within the amount, none of them is asked about.

        Raises:
            NotSettled: it depends on an amount, a day, or a payment that may count or not.
        """
        dated = tuple(payment for payment in self.payments if payment.paid_on >= since)
        if _surely_within(amount, (*dated, *self.undated)):
            return False
        sure, open_, doubt = _sorted_by(counts, dated)
        if _known_sum(sure) > amount:
            return True
        sure_if_dated, open_too, other_doubt = _sorted_by(counts, self.undated)
        if _surely_within(amount, (*sure, *open_, *sure_if_dated, *open_too)):
            return False
        doubt = first_to_mend(doubt, other_doubt)
        if doubt is None or sure_if_dated or _some_amount_unknown((*sure, *open_, *open_too)):
            raise UnknownFact
        raise doubt


def _sorted_by(
    counts: Callable[[Payment], bool], payments: Iterable[Payment]
) -> tuple[list[Payment], list[Payment], NotSettled | None]:
    """The payments that count, those of which it is open, and what keeps it open."""
    sure: list[Payment] = []
    unsure: list[Payment] = []
    doubt: NotSettled | None = None
    for payment in payments:
        try:
            if counts(payment):
                sure.append(payment)
        except NotSettled as not_settled:
            unsure.append(payment)
            doubt = first_to_mend(doubt, not_settled)
    return sure, unsure, doubt


def _surely_within(amount: Decimal, payments: Iterable[Payment]) -> bool:
    """Whether payments that may all count stay within an amount, none of theirs being unknown."""
    told = tuple(payments)
    return not _some_amount_unknown(told) and _known_sum(told) <= amount


def _some_amount_unknown(payments: Iterable[Payment]) -> bool:
    return any(isinstance(payment.amount, Unknown) for payment in payments)


def _known_sum(payments: Iterable[Payment]) -> Decimal:
    amounts = (payment.amount for payment in payments)
    return sum((amount for amount in amounts if not isinstance(amount, Unknown)), Decimal(0))


def years_of_payments(payments: Iterable[Payment], first: date, last: date) -> Iterator[YearOfPayments]:
    """Payments made between two days, by beneficiary and civil year, in that order.

    A payment whose day is unknown stands beside each year of its beneficiary, and in a
    year of its own that is UNKNOWN: it may belong to any.
    """
    dated: dict[tuple[str, int], list[Payment]] = {}
    undated: dict[str, list[Payment]] = {}
    for payment in payments:
        paid_on = payment.paid_on
        if isinstance(paid_on, Unknown):
            undated.setdefault(payment.beneficiary, []).append(payment)
        elif first <= paid_on <= last:
            dated.setdefault((payment.beneficiary, paid_on.year), []).append(payment)
    for beneficiary, year in sorted(dated):
        yield YearOfPayments(
            beneficiary=beneficiary,
            year=year,
            payments=tuple(dated[beneficiary, year]),
            undated=tuple(undated.get(beneficiary, ())),
        )
    for beneficiary in sorted(undated):
        yield YearOfPayments(
            beneficiary=beneficiary, year=UNKNOWN, payments=(), undated=tuple(undated[beneficiary])
        )
