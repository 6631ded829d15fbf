"""When the lines of a CPTS are paid: advances, balances, and what waits for the dialogue de gestion.

The shares are those of the model contract. It does not say to which cent an advance is
rounded: the balance is what remains, so that the two come to the line.
"""

from datetime import date, timedelta
from decimal import Decimal

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.contracts import ContractYear
from cpts_model.law.aci_cpts.amounts import ADVANCE, SCHEDULE_CHECKED_ON, SCHEDULE_SOURCE
from cpts_model.law.aci_cpts.article import ACI_CPTS
from cpts_model.life.basis import Basis
from cpts_model.life.funding import words
from cpts_model.life.funding.money import Instalment, to_the_cent

SCHEDULE = Basis(
    cites=ACI_CPTS.cite(),
    authority=Authority.CONVENTION,
    evidence=Evidence.VERIFIED,
    checked_on=SCHEDULE_CHECKED_ON,
    source=SCHEDULE_SOURCE,
)
"""What the schedule rests on."""


def of_functioning(amount: Decimal | Unknown, year: ContractYear) -> tuple[Instalment, ...]:
    """In full at signature in the first year; then an advance at the anniversary, and a balance."""
    if year.number == 1:
        return (Instalment(when=words.AT_SIGNATURE, due_on=year.first_day, amount=amount),)
    return _in_two(amount, words.AT_THE_ANNIVERSARY, year.first_day, words.BALANCE_OF_FUNCTIONING, None)


def of_mission(amount: Decimal | Unknown, year: ContractYear, from_: date | None) -> tuple[Instalment, ...]:
    """An advance from the day the mission is paid from in that year (``None``: not known), and a balance."""
    if from_ is None:
        when = words.AT_THE_START_OR_ANNIVERSARY
    else:
        when = words.AT_THE_ANNIVERSARY if from_ == year.first_day else words.AT_THE_START
    return _in_two(amount, when, from_, words.BALANCE_AT_NEXT, year.last_day + timedelta(days=1))


def of_variable(amount: Decimal | Unknown) -> tuple[Instalment, ...]:
    """Once, after the dialogue, whose day is not fixed."""
    return (Instalment(when=words.VARIABLE_PAID, amount=amount),)


def _in_two(
    amount: Decimal | Unknown, when: Text, due_on: date | None, then: Text, then_on: date | None
) -> tuple[Instalment, ...]:
    advance = amount if isinstance(amount, Unknown) else to_the_cent(amount * ADVANCE)
    balance = amount if isinstance(advance, Unknown) else amount - advance
    return (
        Instalment(when=when, due_on=due_on, amount=advance),
        Instalment(when=then, due_on=then_on, amount=balance),
    )
