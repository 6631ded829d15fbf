"""The lines of a table of payments: who paid, to whom, and what the article says of it."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

import attrs

from cpts_model.engine.explain import format_day
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Modality
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.engine.verdict import Verdict
from cpts_model.facts.belonging import ReceivedPayment
from cpts_model.facts.payments import Payment
from cpts_model.law.csp_d1434_44 import INDEMNITE
from cpts_model.register.payments import words
from cpts_model.register.payments.sums import Sum, euros


class When(Enum):
    """Where the day of a payment stands beside the year that is checked."""

    IN_YEAR = "in_year"
    OTHER_YEAR = "other_year"
    UNDATED = "undated"


@attrs.frozen(slots=True, kw_only=True, repr=False)
class PaymentLine:
    """One line of the table, judged."""

    number: int
    """Its place in the table, from 1."""
    structure_id: str
    payment: Payment
    """The payment as the table tells it."""
    when: When
    who: str
    """The beneficiary, by name where the register tells it."""
    payer: str
    """The structure that paid, by name where the register tells it."""
    problem: Text | None = None
    """Why the line could not be judged, when it could not."""
    received: ReceivedPayment | None = None
    """The payment that is judged, with what the register shows; ``None`` where no CPTS paid it."""
    through: tuple[str, ...] = ()
    """The member structures of which the beneficiary is a member, without being one of the CPTS."""
    member: Outcome = Outcome.NOT_APPLICABLE
    """Whether the beneficiary was a member of the CPTS that paid, that day."""
    counts: Outcome = Outcome.NOT_APPLICABLE
    """Whether the payment counts towards the ceiling: to a member, or to who practises in a member structure."""
    standing: Text | None = None
    """What the beneficiary was to the CPTS that paid, that day."""
    notes: tuple[Text, ...] = ()
    """What the reader must know: readings that are disputed, contradictions."""
    verdicts: tuple[Verdict, ...] = ()
    questions: tuple[Text, ...] = ()
    """What to ask about this line."""
    counting_questions: tuple[Text, ...] = ()
    """Those of them on which it turns whether, and how much, the payment counts towards the ceiling."""
    running: Sum | None = None
    """The year's total of the beneficiary after this payment, over all structures, in order of payment."""
    remaining: Sum | None = None
    """What is then left below the ceiling."""
    excess: Sum | None = None
    """What is then above the ceiling, once it is surely exceeded."""
    crosses: bool = False
    """Whether this payment is the one that exceeds the ceiling for sure."""

    def __repr__(self) -> str:
        return f"<PaymentLine {self.number}: {self.payment.name}, {self.outcome.value}>"

    @property
    def in_question(self) -> bool:
        """Whether the payment is, or may be, of the year."""
        return self.when is not When.OTHER_YEAR

    @property
    def outcome(self) -> Outcome:
        """What the article says of this payment alone; violated where it is not one that it governs."""
        if self.problem is not None:
            return Outcome.UNDETERMINED if self.counts is Outcome.UNDETERMINED else Outcome.NOT_APPLICABLE
        return Outcome.of_all(verdict.outcome for verdict in self.verdicts if verdict.rule.authority.binds)

    @property
    def breaches(self) -> tuple[Verdict, ...]:
        """The rules of law or regulation that this payment breaks."""
        return tuple(verdict for verdict in self.verdicts if verdict.blocking)

    @property
    def warnings(self) -> tuple[Verdict, ...]:
        """What commentators and practice object to it."""
        return tuple(verdict for verdict in self.verdicts if verdict.warning)

    @property
    def readings(self) -> tuple[Text, ...]:
        """The disputed readings that this payment turns on."""
        disputed = any(
            verdict.rule.id == INDEMNITE.id and verdict.outcome is not Outcome.NOT_APPLICABLE
            for verdict in self.verdicts
        )
        return (INDEMNITE.note,) if disputed and INDEMNITE.note else ()

    def heading(self, lang: Lang = "fr") -> str:
        """The line of the table in words."""
        payment = self.payment
        return words.ROW.to(lang).format(
            number=self.number,
            who=self.who,
            payer=self.payer,
            amount=words.NO_AMOUNT.to(lang) if isinstance(payment.amount, Unknown) else euros(payment.amount, lang),
            day=format_day(payment.paid_on, lang) if isinstance(payment.paid_on, date) else words.NO_DAY.to(lang),
            nature=words.NO_NATURE.to(lang) if isinstance(payment.nature, Unknown) else payment.nature.label.to(lang),
        )  # fmt: skip

    def explain(self, lang: Lang = "fr") -> str:
        """The line, what is said of it, and what to ask."""
        return "\n".join((*said_of_line(self, lang), *words.asked(self.questions, lang)))


def said_of_line(line: PaymentLine, lang: Lang) -> Iterator[str]:
    """The line and what is said of it, without the questions."""
    yield line.heading(lang)
    for text in (line.problem, line.standing):
        if text is not None:
            yield f"  {text.to(lang)}"
    for verdict in line.verdicts:
        if verdict.outcome is not Outcome.NOT_APPLICABLE:
            yield from _verdict(verdict, lang)
    if line.running is not None:
        yield f"  {_running(line, line.running, lang)}"
    if line.crosses:
        yield f"  {words.MARKS[Outcome.VIOLATED]} {words.CROSSES.to(lang)}"
    for text in (*line.readings, *line.notes):
        yield f"  {text.to(lang)}"


def _verdict(verdict: Verdict, lang: Lang) -> Iterator[str]:
    rule = verdict.rule
    mark = "!" if verdict.warning else words.MARKS[verdict.outcome]
    if verdict.outcome is Outcome.VIOLATED and rule.modality is Modality.PERMISSION:
        mark = "-"
    yield f"  {mark} {rule.title.to(lang)} ({rule.cites.short}, {rule.authority.label.to(lang)})"
    if verdict.outcome is Outcome.VIOLATED:
        yield f"    {rule.remedy.to(lang)}"


def _running(line: PaymentLine, total: Sum, lang: Lang) -> str:
    if line.remaining is None:
        return words.RUNNING_ALONE.to(lang).format(total=total.to(lang))
    if line.excess is not None:
        return words.RUNNING_ABOVE.to(lang).format(total=total.to(lang), over=line.excess.to(lang))
    return words.RUNNING.to(lang).format(total=total.to(lang), left=line.remaining.to(lang))
