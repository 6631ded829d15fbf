"""Each beneficiary's civil year over all structures, against the ceiling."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

import attrs

from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Rule
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import OpenQuestion, Unknown
from cpts_model.facts.belonging import ReceivedPayment
from cpts_model.facts.payments import Payment, YearOfPayments
from cpts_model.law.csp_d1434_44 import (
    IN_FORCE_SINCE,
    PLAFOND,
    paid_to_a_professional,
    year_is_within_the_ceiling,
)
from cpts_model.law.pass_table import AnnualCeiling, pass_of
from cpts_model.law.plusieurs_structures import PLAFOND_TOUTES_CPTS
from cpts_model.register.payments import words
from cpts_model.register.payments.lines import PaymentLine, When
from cpts_model.register.payments.sums import NOTHING, UNBOUNDED, Sum, euros, part_of
from cpts_model.register.steps import settled


@attrs.frozen(slots=True, kw_only=True, repr=False)
class PersonYear:
    """What one beneficiary was paid in the year by all the structures, against the ceiling."""

    beneficiary: str
    who: str
    """The beneficiary, by name where the register tells it."""
    year: int
    total: Sum
    """The payments that count: to a member, or to who practises in a member structure."""
    by_structure: tuple[tuple[str, Sum], ...]
    """The sum of each structure, by its id."""
    payers: tuple[str, ...]
    """What these structures are called, in the same order."""
    ceiling: AnnualCeiling | None
    """The ceiling of the year; ``None`` where it is not held here."""
    remaining: Sum | None
    """What is left below the ceiling; ``None`` where that is not known."""
    outcome: Outcome
    """Whether the ceiling is respected; not applicable before the article is in force."""
    rule: Rule | None
    """The rule that says so; ``None`` where none is in force."""
    reason: Text | None = None
    """Why the texts themselves leave it open, when they do."""
    readings: tuple[Text, ...] = ()
    """The disputed readings that the answer turns on."""
    questions: tuple[Text, ...] = ()
    """What to ask for the answer to be known."""
    lines: tuple[int, ...] = ()
    """The numbers of the lines that count, or may, in order of payment."""

    def __repr__(self) -> str:
        return f"<PersonYear {self.beneficiary!r} {self.year}: {self.total.to('en')}, {self.outcome.value}>"

    def explain(self, lang: Lang = "fr") -> str:
        """The year in words, and what to ask."""
        return "\n".join((*said_of_person(self, lang), *words.asked(self.questions, lang)))


def said_of_person(person: PersonYear, lang: Lang) -> Iterator[str]:
    """The year in words, without the questions."""
    mark = words.MARKS[person.outcome]
    said = words.PERSON.to(lang).format(who=person.who, total=person.total.to(lang), year=person.year)
    if person.ceiling is not None:
        said += " ; " if lang == "fr" else "; "
        said += _beside_the_ceiling(person.total, person.ceiling.amount, lang)
    yield f"{mark} {said}"
    if len(person.by_structure) > 1:
        for payer, (_, total) in zip(person.payers, person.by_structure, strict=True):
            yield f"    {words.BY_STRUCTURE.to(lang).format(structure=payer, total=total.to(lang))}"
    if person.rule is not None and person.outcome is not Outcome.SATISFIED:
        rule = person.rule
        yield f"  {rule.title.to(lang)} ({rule.cites.short}, {rule.authority.label.to(lang)})"
        if person.outcome is Outcome.VIOLATED:
            yield f"  {rule.remedy.to(lang)}"
    for text in (*([person.reason] if person.reason else []), *person.readings):
        yield f"  {text.to(lang)}"


def _beside_the_ceiling(total: Sum, ceiling: Decimal, lang: Lang) -> str:
    over, amount = total.above(ceiling), euros(ceiling, lang)
    if over is not None:
        return words.EXCEEDED.to(lang).format(ceiling=amount, over=over.to(lang))
    return words.CEILING.to(lang).format(ceiling=amount, left=total.below(ceiling).to(lang))


@attrs.frozen(slots=True, kw_only=True)
class Ledger:
    """The lines of one beneficiary that may count in the year, in order of payment, those of unknown day last."""

    beneficiary: str
    who: str
    year: int
    lines: tuple[PaymentLine, ...]
    untold: tuple[str, ...]
    """The CPTS that may have paid the beneficiary, and of which the payments are unknown."""
    names: Mapping[str, str]
    """What these structures are called, by id."""

    @property
    def payers(self) -> tuple[str, ...]:
        """The structures that paid, or may have."""
        return tuple(sorted({line.structure_id for line in self.lines} | frozenset(self.untold)))

    def total(self, of: str | None = None) -> Sum:
        """The year's sum: of one structure, or of all."""
        parts = [_part(line) for line in self.lines if of in (None, line.structure_id)]
        return sum([*parts, *(UNBOUNDED for cpts in self.untold if of in (None, cpts))], start=NOTHING)

    def running_totals(self) -> Iterator[Sum]:
        """The year's sum after each line; a payment of unknown day may have come before any of them."""
        undated = (_part(line) for line in self.lines if line.when is When.UNDATED)
        total = sum([*undated, *(UNBOUNDED for _ in self.untold)], start=NOTHING)
        for line in self.lines:
            if line.when is When.IN_YEAR:
                total += _part(line)
            yield total

    def year_of_payments(self) -> YearOfPayments:
        """The payments as the rule on the ceiling takes them."""
        received = [(line.when, line.received) for line in self.lines if line.received is not None]
        undated = [payment for when, payment in received if when is When.UNDATED]
        return YearOfPayments(
            beneficiary=self.beneficiary,
            year=self.year,
            payments=tuple(payment for when, payment in received if when is When.IN_YEAR),
            undated=(*undated, *(_untold(self.beneficiary, cpts) for cpts in self.untold)),
        )


def _part(line: PaymentLine) -> Sum:
    return part_of(line.payment, sure=_surely_counts(line))


def _surely_counts(line: PaymentLine) -> bool:
    """Whether the payment is of the year and counts; in the year of the decree, since it is in force."""
    day = line.payment.paid_on
    if line.when is not When.IN_YEAR or line.counts is not Outcome.SATISFIED or isinstance(day, Unknown):
        return False
    return day >= IN_FORCE_SINCE or day.year < IN_FORCE_SINCE.year


def _untold(beneficiary: str, cpts: str) -> ReceivedPayment:
    """What a CPTS may have paid, of which nothing is told."""
    return ReceivedPayment(beneficiary=beneficiary, cpts=cpts)


def counts(payment: Payment) -> bool:
    """Whether the article governs a payment, and a professional received it."""
    assert isinstance(payment, ReceivedPayment)
    return paid_to_a_professional(payment, payment.memberships)


def year_of(ledger: Ledger, law: Law, on: date) -> PersonYear:
    """One beneficiary's year, judged under the rule on the ceiling: that of all CPTS where several paid."""
    rule = law.find(PLAFOND_TOUTES_CPTS.id if len(ledger.payers) > 1 else PLAFOND.id, on)
    total = ledger.total()
    ceiling, unknown_ceiling = _ceiling(ledger.year)
    if rule is None:
        outcome, reason, ceiling = Outcome.NOT_APPLICABLE, None, None
    else:
        outcome, reason = settled(lambda: year_is_within_the_ceiling(ledger.year_of_payments(), counts))
    return PersonYear(
        beneficiary=ledger.beneficiary,
        who=ledger.who,
        year=ledger.year,
        total=total,
        by_structure=tuple((payer, ledger.total(payer)) for payer in ledger.payers),
        payers=tuple(ledger.names[payer] for payer in ledger.payers),
        ceiling=ceiling,
        remaining=None if ceiling is None else total.below(ceiling.amount),
        outcome=outcome,
        rule=rule,
        reason=reason or (unknown_ceiling if rule is not None else None),
        readings=tuple(_readings(ledger, rule)),
        questions=tuple(_questions(ledger)) if outcome is Outcome.UNDETERMINED and reason is None else (),
        lines=tuple(line.number for line in ledger.lines),
    )


def _ceiling(year: int) -> tuple[AnnualCeiling | None, Text | None]:
    try:
        return pass_of(year), None
    except OpenQuestion as open_:
        return None, open_.reason


def _readings(ledger: Ledger, rule: Rule | None) -> Iterator[Text]:
    if rule is not None and ledger.year == IN_FORCE_SINCE.year:
        yield words.YEAR_2022
    if rule is not None and len(ledger.payers) > 1:
        yield words.SEVERAL_CPTS


def _questions(ledger: Ledger) -> Iterator[Text]:
    for line in ledger.lines:
        yield from line.counting_questions
    for cpts in ledger.untold:
        yield untold_question(cpts)


def untold_question(cpts: str) -> Text:
    """What to ask of a CPTS whose payments are unknown."""
    return Text(f"les versements de {cpts}", f"the payments of {cpts}")


def with_running_totals(ledger: Ledger, person: PersonYear) -> Iterator[PaymentLine]:
    """The lines, each with the year's total after it, and the one that exceeds the ceiling marked."""
    over = False
    for line, running in zip(ledger.lines, ledger.running_totals(), strict=True):
        now_over = person.ceiling is not None and running.least > person.ceiling.amount
        yield attrs.evolve(
            line,
            running=running,
            remaining=None if person.ceiling is None else running.below(person.ceiling.amount),
            excess=None if person.ceiling is None else running.above(person.ceiling.amount),
            crosses=now_over and not over,
        )
        over = over or now_over
